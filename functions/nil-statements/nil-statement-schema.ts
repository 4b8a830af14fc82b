/** A nil statement (pernyataan nihil): that over a period nothing was found, said by whom, on which day, from which source. */
import * as z from 'zod';
import { ActingStatus, Day, Instant, InviteId, line, paragraph, RegencyCode } from '../platform/base-schema.ts';

export const NilStatementId = InviteId;

/** Who signs, as a signature block prints it (rule 10). */
const Signer = z.object({
  office: line(120),
  acting: ActingStatus.default('DEFINITIVE'),
  name: line(100),
  titlesBefore: line(40).optional(),
  titlesAfter: line(60).optional(),
  rank: line(60).optional(),
  /** Printed on the paper alone; 18 digits. */
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .optional(),
});

export const NilStatementInput = z
  .object({
    /** The regency's own number of the letter. */
    number: line(80).optional(),
    from: Day,
    to: Day,
    /** What was not found, `pelanggaran netralitas ASN pada tahapan kampanye`. */
    subject: line(200),
    /** Whose finding it is: an office with its letter or register, `Inspektorat, register pengaduan 2024`. */
    source: line(300),
    note: paragraph(1000).optional(),
    place: line(60),
    dated: Day,
    signer: Signer,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends-before-start' })
  .refine(({ to, dated }) => to <= dated, { path: ['dated'], message: 'dated-before-end' })
  .meta({ id: 'NilStatementInput' });

const SigningMethod = z.enum(['BY_HAND', 'CERTIFIED']);
const Signed = z.object({
  on: Day,
  method: SigningMethod,
  /** Of the certified signature, or where the paper lies. */
  reference: z.string().optional(),
  at: Instant,
});
const Withdrawn = z.object({ reason: z.string(), at: Instant });

export const NilStatement = z
  .object({
    ...NilStatementInput.shape,
    signer: Signer,
    id: NilStatementId,
    regency: RegencyCode,
    /** Drafted until it is signed outside (by hand or with a certified signature), then it only can be withdrawn. */
    state: z.enum(['DRAFT', 'SIGNED', 'WITHDRAWN']),
    createdAt: Instant,
    createdBy: z.string(),
    signed: Signed.extend({ by: z.string() }).optional(),
    withdrawn: Withdrawn.extend({ by: z.string() }).optional(),
    version: z.number().int().positive(),
  })
  .meta({ id: 'NilStatement' });
export type NilStatement = z.infer<typeof NilStatement>;

/** On screens a NIP is masked (rule 9), and nobody of the staff is named. */
export const NilStatementShown = NilStatement.omit({ createdBy: true, signer: true, signed: true, withdrawn: true })
  .extend({
    signer: Signer.omit({ nip: true }).extend({ nipMasked: z.string().optional() }),
    signed: Signed.optional(),
    withdrawn: Withdrawn.optional(),
  })
  .meta({ id: 'NilStatementShown' });
export type NilStatementShown = z.infer<typeof NilStatementShown>;

const version = z.number().int().positive();
export const NilStatementMove = z
  .discriminatedUnion('move', [
    z.object({
      move: z.literal('sign'),
      version,
      on: Day,
      method: SigningMethod,
      reference: line(200).optional(),
    }),
    z.object({ move: z.literal('withdraw'), version, reason: line(200) }),
  ])
  .meta({ id: 'NilStatementMove' });
