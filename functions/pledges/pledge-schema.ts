/** Pledge texts with versions, the reading as an event, signatures. */
import * as z from 'zod';
import { Delegate } from '../invitations/answer-schema.ts';
import { InvitationOfAttendee } from '../invitations/attendee-schema.ts';
import { InvitationShown, SignatureMethod } from '../invitations/invitation-schema.ts';
import { ActingStatus, Instant, InstantInput, InviteId, line, paragraph } from '../platform/base-schema.ts';

export const PledgeTextId = z
  .string()
  .regex(/^[a-z0-9-]{3,60}$/)
  .meta({ id: 'PledgeTextId' });

/** A template: `{instance}`, `{election}`, `{year}` and the like are filled in by the session. */
export const PledgeTextInput = z
  .object({
    form: z.enum(['IKRAR', 'PAKTA']),
    title: line(160),
    opening: paragraph(1000),
    points: z.array(paragraph(1000)).min(1).max(20),
    closing: paragraph(1500),
    /** Where the wording comes from. */
    source: line(300).optional(),
  })
  .meta({ id: 'PledgeTextInput' });
export type PledgeTextInput = z.infer<typeof PledgeTextInput>;

export const PledgeText = PledgeTextInput.extend({
  id: PledgeTextId,
  version: z.number().int().positive(),
  /** SHA-256 (hex) over the canonical template. */
  hash: z.string(),
  variables: z.array(z.string()),
  /** Set when the first session opens with it, so before its first signature; a locked version never changes (rule 7). */
  lockedAt: Instant.nullable(),
}).meta({ id: 'PledgeText' });
export type PledgeText = z.infer<typeof PledgeText>;

const Person = z.object({ name: line(100), office: line(120) });

export const ReadingInput = z
  .object({
    reader: Person,
    witnesses: z.array(Person).max(10).default([]),
    startedAt: InstantInput,
    endedAt: InstantInput.nullable().default(null),
  })
  .refine((reading) => reading.endedAt === null || reading.startedAt <= reading.endedAt, {
    path: ['endedAt'],
    message: 'ends-before-start',
  })
  .meta({ id: 'ReadingInput' });
export type ReadingInput = z.infer<typeof ReadingInput>;

export const ReadingId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ id: 'ReadingId' });

export const Reading = z
  .object({
    id: ReadingId,
    reader: Person,
    witnesses: z.array(Person),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    /** The hash of the text that was read. */
    hash: z.string(),
  })
  .meta({ id: 'PledgeReading' });
export type Reading = z.infer<typeof Reading>;

/** A signature recorded by staff at the table or from paper. */
export const SignatureRequest = z
  .object({
    nonce: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
    /** The text's hash as the signer saw it. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    who: z.enum(['holder', 'delegate']),
    role: z.enum(['SIGNER', 'WITNESS']).default('SIGNER'),
    symbolic: z.boolean().default(false),
    method: SignatureMethod.exclude(['LINK']).default('TABLET'),
    signedAt: InstantInput.optional(),
    /** A delegate's own name and office, as far as known. */
    signer: Delegate.omit({ letter: true }).optional(),
  })
  .meta({ id: 'SignatureRequest' });
export type SignatureRequest = z.infer<typeof SignatureRequest>;

/** A signature by the attendee's own link. */
export const LinkSignatureRequest = SignatureRequest.pick({ nonce: true, hash: true, who: true, signer: true }).meta({
  id: 'LinkSignatureRequest',
});

export const SignatureAnswer = z
  .object({ result: z.enum(['signed', 'replayed', 'already']), invitation: InvitationShown.omit({ link: true }) })
  .meta({ id: 'SignatureAnswer' });
export const LinkSignatureAnswer = SignatureAnswer.extend({ invitation: InvitationOfAttendee }).meta({
  id: 'LinkSignatureAnswer',
});

export const SignatureShown = z
  .object({
    invitation: InviteId,
    name: z.string(),
    office: z.string(),
    kind: z.enum(['holder', 'delegate', 'symbolic', 'witness']),
    at: Instant,
    method: SignatureMethod,
    /** The text that was signed. */
    hash: z.string(),
    /** The member of staff who recorded it; absent when signed by link. */
    operator: z.string().optional(),
    /** Who signed, as far as known. */
    person: z
      .object({
        name: z.string().optional(),
        office: z.string().optional(),
        titlesBefore: z.string().optional(),
        titlesAfter: z.string().optional(),
        acting: ActingStatus.optional(),
        nipMasked: z.string().optional(),
        rank: z.string().optional(),
      })
      .nullable(),
  })
  .meta({ id: 'PledgeSignature' });
export type SignatureShown = z.infer<typeof SignatureShown>;
