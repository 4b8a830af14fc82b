/** What an invitation letter says beside the plan: its number, the place on a map, how many fit in, and in which waves. */
import * as z from 'zod';
import { ActingStatus, Day, Instant, InstantInput, line, paragraph } from '../platform/base-schema.ts';

/** The regency's letter. Its number is the regency's own; the annex numbers its recipients. */
export const Letter = z
  .object({
    number: line(80).optional(),
    date: Day.optional(),
    /** Where it is dated, `Martapura`; the regency's own name unless told. */
    place: line(60).optional(),
    /** `Penting`, `Segera`. */
    urgency: line(30).optional(),
    /** What stands between the greeting and the facts, in the regency's words; a usual sentence unless told. */
    opening: paragraph(600).optional(),
    /** Dress, what to bring. */
    closing: paragraph(600).optional(),
    /** Who signs: an office with its holder, as the signature block prints them (rule 10). */
    signer: z
      .object({
        office: line(120),
        acting: ActingStatus.default('DEFINITIVE'),
        name: line(100).optional(),
        titlesBefore: line(40).optional(),
        titlesAfter: line(60).optional(),
        rank: line(60).optional(),
      })
      .optional(),
    /** `Tembusan`. */
    copies: z.array(line(120)).max(12).default([]),
  })
  .meta({ id: 'Letter' });
export type Letter = z.infer<typeof Letter>;

/** A map's address: opened by the invited, so nothing but https. */
export const MapLink = z
  .url({ protocol: /^https$/, hostname: /^[^\s/@]+\.[^\s/@]+$/ })
  .max(400)
  .meta({ id: 'MapLink' });

const wave = (instant: z.ZodType<string>) =>
  z.object({
    id: z.string().regex(/^[a-z0-9]{1,8}$/),
    label: line(40),
    startsAt: instant,
    endsAt: instant,
    capacity: z.number().int().min(1).max(20_000).optional(),
  });
/** Morning and afternoon, when the hall is small. Each lies within the session's times. */
export const Wave = wave(Instant).meta({ id: 'Wave' });
export const WaveInput = wave(InstantInput);
export type Wave = z.infer<typeof Wave>;

/** Before, during or after the campaign: follow-ups are counted by it. */
export const Phase = z.enum(['BEFORE', 'DURING', 'AFTER']).meta({ id: 'CampaignPhase' });
export type Phase = z.infer<typeof Phase>;

/**
 * Days before a session on which whoever was invited a day ago or earlier and has not answered is reminded by e-mail, from eight in the morning
 * of the session's zone. Only where this installation sends e-mails.
 */
export const ReminderDays = z
  .array(z.literal([7, 3, 1]))
  .max(3)
  .refine((days) => new Set(days).size === days.length, { message: 'day-twice' })
  .meta({ id: 'ReminderDays' });
export type ReminderDays = z.infer<typeof ReminderDays>;

export const Capacity = z.number().int().min(1).max(20_000);
