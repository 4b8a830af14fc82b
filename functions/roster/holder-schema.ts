/** The people who hold offices. */
import * as z from 'zod';
import { ActingStatus, Day, line } from '../platform/base-schema.ts';
import { isNip } from './nip.ts';

/** 18 digits of a PNS or PPPK; see nip.ts. Never leaves the API unmasked, see {@link HolderShown}. */
export const Nip = z.string().refine(isNip, 'nip').meta({ id: 'Nip' });

/** E.164; phones are shared and optional. */
export const Phone = z
  .string()
  .regex(/^\+\d{8,15}$/)
  .meta({ id: 'Phone' });

export const Email = z.email().max(120).meta({ id: 'Email' });

/** Who holds an office now. Titles are kept apart from the name (rule 10). */
export const Holder = z
  .object({
    name: line(100),
    titlesBefore: line(40).optional(),
    titlesAfter: line(60).optional(),
    nip: Nip.optional(),
    rank: line(60).optional(),
    acting: ActingStatus.default('DEFINITIVE'),
    phone: Phone.optional(),
    email: Email.optional(),
    /** The decree or order (SK, surat perintah) by which the office is held, as it is written. */
    letter: line(80).optional(),
    /** First day in the office, where it is known. */
    from: Day.optional(),
    /** Last day on which an acting appointment is valid. */
    until: Day.optional(),
  })
  .meta({ id: 'Holder' });
export type Holder = z.infer<typeof Holder>;

/** A holder as an invitation keeps one: the title held on the day; ways to reach the person stay in the register. */
export const HolderSnapshot = Holder.omit({ phone: true, email: true, letter: true, from: true, until: true });
export type HolderSnapshot = z.infer<typeof HolderSnapshot>;

/** A holder as screens show one: the NIP masked to its first four digits (rule 9), phone and e-mail left out. */
export const HolderShown = Holder.omit({ nip: true, phone: true, email: true })
  .extend({
    nipMasked: z.string().optional(),
    nipKind: z.enum(['PNS', 'PPPK']).optional(),
    /** Whether the register knows a number or an address. */
    hasPhone: z.boolean().optional(),
    hasEmail: z.boolean().optional(),
  })
  .meta({ id: 'HolderShown' });
export type HolderShown = z.infer<typeof HolderShown>;
