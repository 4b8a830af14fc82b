/**
 * What an invited head answers, and whom they send.
 *
 *   no answer ──▶ ATTENDING | UNABLE (with a reason) | DELEGATED (with a delegate), and between these three until the session
 *   is over or somebody has come.
 *
 * A delegation gives the delegate a code of its own, the next version of the invitation's, which alone opens the door from then on.
 * The holder's link goes on showing the page: to take the delegation back, after which the holder's own code opens the door again and the
 * delegate's never does, and to sign the pledge later (rule 3).
 */
import * as z from 'zod';
import { ActingStatus, Instant, line } from '../platform/base-schema.ts';

/** A delegate, of whom the name, the office and the letter may each be unknown, and who may hold that office as acting. */
export const Delegate = z
  .object({
    name: line(80).optional(),
    office: line(100).optional(),
    acting: ActingStatus.optional(),
    letter: line(60).optional(),
  })
  .meta({ id: 'Delegate' });
export type Delegate = z.infer<typeof Delegate>;

export const AnswerKind = z.enum(['ATTENDING', 'DELEGATED', 'UNABLE']).meta({ id: 'AnswerKind' });
export type AnswerKind = z.infer<typeof AnswerKind>;

export const AnswerGiven = z
  .object({
    kind: AnswerKind,
    at: Instant,
    /** Why nobody comes. */
    reason: z.string().optional(),
    /** The member of staff who noted it from a call; absent when given by the link. */
    operator: z.string().optional(),
  })
  .meta({ id: 'AnswerGiven' });
export type AnswerGiven = z.infer<typeof AnswerGiven>;

/** A phone that confirmed: the first 12 bytes of SHA-256 over the random name that it gave itself, in base64url. */
export const Bound = z.object({ phone: z.string(), at: Instant });

export const Delegation = z.object({
  delegate: Delegate,
  at: Instant,
  /** Of the delegate's code; `tokenVersion` while the delegation stands. */
  version: z.number().int().min(2).max(255),
  /** Of the holder's link, which shows the page and opens no door. */
  holderVersion: z.number().int().min(1).max(254),
  operator: z.string().optional(),
  /** Whom the code was given to, where the name was left out since: another name then is another person. */
  named: z.string().optional(),
  /** The delegate's phone that confirmed first. */
  bound: Bound.optional(),
});
export type Delegation = z.infer<typeof Delegation>;

export const DelegationShown = z
  .object({
    delegate: Delegate,
    at: Instant,
    /** The delegate's own page; for the holder and for organisers. */
    link: z.string().optional(),
    /** The delegate's phone has confirmed. */
    bound: z.boolean().optional(),
  })
  .meta({ id: 'Delegation' });

/** Whose link it is: the office's holder's, or their delegate's. */
export const LinkRole = z.enum(['HOLDER', 'DELEGATE']).meta({ id: 'LinkRole' });
export type LinkRole = z.infer<typeof LinkRole>;

const call = {
  at: Instant,
  note: z.string().optional(),
  /** Whose link they hold; absent on calls of an older version. */
  role: LinkRole.optional(),
};

/** Somebody who opened the link on another phone than the one that confirmed, and asks the organiser: the first, and the others. */
export const HelpAsked = z.object({ ...call, others: z.array(z.object(call)).optional() }).meta({ id: 'HelpAsked' });

/** As it is kept: with the phone that asked, as {@link Bound} has it; absent of one without a name. */
const HelpCall = z.object({ ...call, phone: z.string().optional() });
export type HelpCall = z.infer<typeof HelpCall>;
export const Help = HelpCall.extend({ others: z.array(HelpCall).optional() });

/** Where guests stand in lists and annexes, apart from the units. */
export const GuestGroup = z
  .enum(['FORKOPIMDA', 'VERTICAL', 'PROVINCE', 'SPEAKER', 'COMMUNITY', 'OTHER'])
  .meta({ id: 'GuestGroup' });
export type GuestGroup = z.infer<typeof GuestGroup>;

/** An answer as it is sent: what belongs to it and nothing else. */
export const AnswerRequest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ATTENDING') }),
    z.object({ kind: z.literal('UNABLE'), reason: line(200) }),
    z.object({ kind: z.literal('DELEGATED'), delegate: Delegate.default({}) }),
  ])
  .meta({ id: 'AnswerRequest' });
export type AnswerRequest = z.infer<typeof AnswerRequest>;
