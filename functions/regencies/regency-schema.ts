/** A tenant: a regency, a city, or a province acting for itself. */
import * as z from 'zod';
import { line, paragraph, RegencyCode, Zone } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';

/** What a regency's officials call things there: `kecamatan` is `distrik` in Papua, `kapanewon` in Yogyakarta. */
const Labels = z.object({
  district: line(40),
  village: line(40),
  /** Classes that are called otherwise here: `DESA` is `Pekon` in Pesisir Barat. */
  classes: z.partialRecord(UnitClassCode, line(40)).optional(),
});

/**
 * The regency's own wording of messages; the product's usual one where it is left out. In braces: {sapaan} {acara} {hari} {waktu}
 * {tempat} {nomor} {tautan} {penyelenggara}; a wording without {tautan} gets the link at its end.
 */
const Messages = z.object({ invite: paragraph(1500).optional(), remind: paragraph(1500).optional() });

export const RegencySettings = z
  .object({
    name: line(80),
    zone: Zone,
    labels: Labels.default({ district: 'Kecamatan', village: 'Desa' }),
    messages: Messages.optional(),
    letterhead: z.object({ lines: z.array(line(80)).min(1).max(4), address: line(200).optional() }),
  })
  .meta({ id: 'RegencySettings' });
export type RegencySettings = z.infer<typeof RegencySettings>;

export const Regency = RegencySettings.extend({
  code: RegencyCode,
  /** Grows with every change. Settings that were kept before there were versions are the first. */
  version: z.number().int().positive().default(1),
}).meta({ id: 'Regency' });
export type Regency = z.infer<typeof Regency>;

/** Small enough for an item of the table; the browser scales it down before it is sent. */
export const emblemMaxBytes = 150 * 1024;
