/** A tenant: a regency, a city, or a province acting for itself. */
import * as z from 'zod';
import { line, RegencyCode, Zone } from '../platform/base-schema.ts';

/** What a regency's officials call things there: `kecamatan` is `distrik` in Papua, `kapanewon` in Yogyakarta. */
const Labels = z.object({ district: line(40), village: line(40) });

export const RegencySettings = z
  .object({
    name: line(80),
    zone: Zone,
    labels: Labels.default({ district: 'Kecamatan', village: 'Desa' }),
    letterhead: z.object({ lines: z.array(line(80)).min(1).max(4), address: line(200).optional() }),
  })
  .meta({ id: 'RegencySettings' });
export type RegencySettings = z.infer<typeof RegencySettings>;

export const Regency = RegencySettings.extend({ code: RegencyCode }).meta({ id: 'Regency' });
export type Regency = z.infer<typeof Regency>;
