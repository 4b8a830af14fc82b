/** Pledge texts with versions, the reading as an event, signatures. */
import * as z from 'zod';
import { Delegate } from '../invitations/answer-schema.ts';
import { InvitationShown, SignatureMethod } from '../invitations/invitation-schema.ts';
import { InvitationOfAttendee } from '../invitations/shown-to-attendee-schema.ts';
import {
  ActingStatus,
  Instant,
  InstantInput,
  InviteId,
  line,
  PageQuery,
  pageOf,
  paragraph,
  Zone,
} from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { SessionState } from '../sessions/session-schema.ts';

export const PledgeTextId = z
  .string()
  .regex(/^[a-z0-9-]{3,60}$/)
  .meta({ id: 'PledgeTextId' });

/** Whose pledge a text is: of which classes, and whether only of civil servants (ASN) or of those who are none, too. */
export const Eligibility = z
  .object({
    classes: z.array(UnitClassCode).min(1),
    staff: z.enum(['ASN', 'ASN_AND_NON_ASN']),
  })
  .meta({ id: 'PledgeEligibility' });
export type Eligibility = z.infer<typeof Eligibility>;

/** So that the numbered points alone begin with a number: the hash over the canonical text is of no other text than this one. */
const unnumbered = (max: number) => paragraph(max).refine((text) => !/^\d+\. /m.test(text), 'numbered-line');

/** A template: `{instance}`, `{election}`, `{year}` and the like are filled in by the session. */
export const PledgeTextInput = z
  .object({
    form: z.enum(['IKRAR', 'PAKTA']),
    title: line(160),
    opening: unnumbered(1000),
    /** Each in one line. */
    points: z.array(line(1000)).min(1).max(20),
    closing: unnumbered(1500),
    /** Where the wording comes from. */
    source: line(300).optional(),
    /** Absent: every class that counts, civil servants or not. Which class is headed by civil servants, unit-class.ts says. */
    eligibility: Eligibility.optional(),
  })
  .meta({ id: 'PledgeTextInput' });
export type PledgeTextInput = z.infer<typeof PledgeTextInput>;

export const PledgeText = PledgeTextInput.extend({
  // As an older version of the product let them be written.
  opening: z.string(),
  points: z.array(z.string()),
  closing: z.string(),
  id: PledgeTextId,
  version: z.number().int().positive(),
  /** SHA-256 (hex) over the canonical template. */
  hash: z.string(),
  variables: z.array(z.string()),
  /** Set when the first session opens with it, so before its first signature; a locked version never changes (rule 7). */
  lockedAt: Instant.nullable(),
}).meta({ id: 'PledgeText' });
export type PledgeText = z.infer<typeof PledgeText>;

/** What of a version was seen by whoever writes over it; null where they write one that does not exist yet. */
export const Replaced = PledgeText.pick({ form: true, hash: true, eligibility: true });
export type Replaced = z.infer<typeof Replaced>;

export const PledgeTextWrite = PledgeTextInput.extend({ replaces: Replaced.nullable().default(null) }).meta({
  id: 'PledgeTextWrite',
});

const Person = z.object({ name: line(100), office: line(120) });

/**
 * A reading as it is planned, or, with its times, as it was. Planned: without `startedAt`. Its moments come by the moves `start`, `end`
 * and `void`, or here afterwards, where they were noted on paper.
 */
export const ReadingInput = z
  .object({
    reader: Person,
    witnesses: z.array(Person).max(10).default([]),
    startedAt: InstantInput.nullable().default(null),
    endedAt: InstantInput.nullable().default(null),
  })
  .refine(({ startedAt, endedAt }) => endedAt === null || (startedAt !== null && startedAt <= endedAt), {
    path: ['endedAt'],
    message: 'ends-before-start',
  })
  .meta({ id: 'ReadingInput' });
export type ReadingInput = z.infer<typeof ReadingInput>;

export const ReadingId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ id: 'ReadingId' });

/** `void`: it was started by mistake. It stays on record, and nobody counts as present at it. */
export const ReadingMove = z.enum(['start', 'end', 'void']).meta({ id: 'ReadingMove' });
export type ReadingMove = z.infer<typeof ReadingMove>;

export const Reading = z.object({
  id: ReadingId,
  reader: Person,
  witnesses: z.array(Person),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  voidedAt: Instant.optional(),
  /** When its start arrived here, which may be long after it: noted on paper, or without a network. Absent on items of an older version. */
  recordedAt: Instant.optional(),
  /** The hash of the text that is read. */
  hash: z.string(),
});
export type Reading = z.infer<typeof Reading>;

export const ReadingShown = Reading.extend({
  state: z.enum(['PLANNED', 'READING', 'READ', 'VOID']),
  /** Invitations that were in the hall when it began and had heard no earlier one: present at the reading, which is no signature. */
  present: z.number().int(),
  /** The reader's own screen; for organisers and operators, while it is not over. */
  link: z.string().optional(),
}).meta({ id: 'PledgeReading' });
export type ReadingShown = z.infer<typeof ReadingShown>;

/** What the reader's screen shows, by the link alone. */
export const ReaderView = z
  .object({
    session: z.object({ title: z.string(), regencyName: z.string(), state: SessionState, zone: Zone }),
    reading: ReadingShown.omit({ link: true, hash: true }),
    text: z.object({
      title: z.string(),
      opening: z.string(),
      points: z.array(z.string()),
      closing: z.string(),
      hash: z.string(),
      form: z.enum(['IKRAR', 'PAKTA']),
    }),
  })
  .meta({ id: 'ReaderView' });
export type ReaderView = z.infer<typeof ReaderView>;

/**
 * Drawn strokes as an SVG path (SVG 2, section 9.3) of relative moves alone, on a field of 1000 by 400: `m 120 200 3 -4 2 0m 40 2 1 1` without the
 * first blank. At most 4 kB.
 */
export const Drawing = z
  .string()
  .max(4096)
  .regex(/^(m-?\d{1,4} -?\d{1,4}( -?\d{1,4} -?\d{1,4})*)+$/)
  .meta({ id: 'DrawnSignature' });

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
    /** The number of the paper sheet it stands on; only of PAPER, which needs it. */
    sheet: line(20).optional(),
    drawn: Drawing.optional(),
    /** A delegate's own name and office, as far as known. */
    signer: Delegate.omit({ letter: true }).optional(),
  })
  .meta({ id: 'SignatureRequest' });
export type SignatureRequest = z.infer<typeof SignatureRequest>;

/** A signature by the attendee's own link. */
export const LinkSignatureRequest = SignatureRequest.pick({
  nonce: true,
  hash: true,
  who: true,
  signer: true,
  drawn: true,
}).meta({
  id: 'LinkSignatureRequest',
});

export const SignatureAnswer = z
  .object({
    /** `already`: it stands since an earlier time, whose receipt this is. */
    result: z.enum(['signed', 'replayed', 'already']),
    invitation: InvitationShown.omit({ link: true }),
    /** The address of the public check of what stands. */
    receipt: z.string(),
  })
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
    /** When it arrived, where its time was noted by hand. */
    recordedAt: Instant.optional(),
    sheet: z.string().optional(),
    /** Strokes were drawn; they are asked for by themselves. */
    drawn: z.boolean().optional(),
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

/** How many may be placed by hand; everybody else follows in protocol order. */
export const mostPlaced = 300;

/** Who signs in which order: those placed by hand first, then units in protocol order (Sekda, agencies, districts, schools). */
export const SigningOrder = z
  .object({
    /** 0 until somebody arranges it. */
    version: z.number().int().nonnegative(),
    order: z.array(InviteId).max(mostPlaced),
  })
  .meta({ id: 'SigningOrder' });
export type SigningOrder = z.infer<typeof SigningOrder>;

export const QueueQuery = PageQuery.extend({
  /** Only who can sign now: in the hall, owing, not signed. */
  waiting: z.enum(['yes', 'no']).default('no'),
});

export const QueueEntry = z
  .object({
    invitation: InviteId,
    /** In the whole queue, from 1. */
    place: z.number().int().positive(),
    kind: z.enum(['unit', 'guest']),
    class: UnitClassCode.optional(),
    name: z.string(),
    office: z.string(),
    /** Who is expected to sign: the office's holder, or the delegate who came. */
    person: z
      .object({
        name: z.string().optional(),
        office: z.string().optional(),
        titlesBefore: z.string().optional(),
        titlesAfter: z.string().optional(),
        acting: ActingStatus.optional(),
      })
      .nullable(),
    /** Who is in the hall for it; null where nobody is. */
    present: z.enum(['holder', 'acting', 'delegate']).nullable(),
    status: z.enum(['SIGNED', 'NOT_YET', 'NOT_DUE']),
    /** What stands, each since when. */
    signed: z.object({
      holder: Instant.optional(),
      delegate: Instant.optional(),
      symbolic: Instant.optional(),
      witness: Instant.optional(),
    }),
    /** Somebody can sign for it now: in the hall, and what they owe or what a placed guest came for is not signed yet. */
    waiting: z.boolean(),
    placed: z.boolean(),
  })
  .meta({ id: 'SigningQueueEntry' });
export type QueueEntry = z.infer<typeof QueueEntry>;

export const SigningQueue = pageOf(QueueEntry)
  .extend({
    /** Of the arranged order, for the next change of it. */
    version: z.number().int().nonnegative(),
    waiting: z.number().int(),
    /** Offices whose pledge is settled. */
    signed: z.number().int(),
    /** Offices that owe it. */
    due: z.number().int(),
  })
  .meta({ id: 'SigningQueue' });
