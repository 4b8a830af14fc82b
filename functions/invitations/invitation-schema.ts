/**
 * An invitation: one office (or one guest) asked to one session, with what became of it. It is the hot item: a check-in or a
 * signature is one conditional update of it. With its check-in, the holder's signature and an answer it stays within 1 KB, one write
 * unit; a delegate who is named, or a delegate's signature, can make it two.
 */
import * as z from 'zod';
import { Instant, InviteId, RegionCode, SessionId, UnitId } from '../platform/base-schema.ts';
import { HolderShown, HolderSnapshot } from '../roster/holder-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import {
  AnswerGiven,
  Bound,
  Delegate,
  Delegation,
  DelegationShown,
  GuestGroup,
  Help,
  HelpAsked,
} from './answer-schema.ts';

/** Who was really there for the office (rule 2). */
export const Attendance = z.enum(['holder', 'acting', 'delegate']).meta({ id: 'Attendance' });
export type Attendance = z.infer<typeof Attendance>;

/** IN_PERSON at the door; BACK_ENTERED from a paper list; ONLINE by video, never counted as presence. */
export const CheckInMode = z.enum(['IN_PERSON', 'BACK_ENTERED', 'ONLINE']).meta({ id: 'CheckInMode' });
export type CheckInMode = z.infer<typeof CheckInMode>;

/**
 * What a check-in rests on: the invitation's own code, an operator who found the name, the code of another office that the same
 * person holds (confirmed at the door), the code on the venue's screen (it
 * changes every 30 seconds) or the printed one (it does not, and is weaker evidence).
 */
export const Evidence = z.enum(['CODE', 'NAME', 'SAME_PERSON', 'VENUE_SCREEN', 'VENUE_PRINT']).meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const CheckIn = z
  .object({
    /** The scan's time by the engine's clock: the door's own time corrected by its measured offset. */
    at: Instant,
    /** The door's raw time. */
    scannedAt: Instant,
    receivedAt: Instant,
    door: z.string(),
    mode: CheckInMode,
    who: Attendance,
    delegate: Delegate.optional(),
    /** Names the scan: every repeat, undo and correction of it refers to this. */
    nonce: z.string(),
    /** Scanned in the session's time, uploaded after its closing. */
    late: z.boolean().optional(),
    evidence: Evidence.optional(),
    /** The paired device; absent when a member of staff or the attendee checked in. */
    doorId: z.string().optional(),
    /** Why it was entered afterwards (BACK_ENTERED, ONLINE). */
    reason: z.string().optional(),
    /** The member of staff who scanned or entered it. */
    operator: z.string().optional(),
    /** A hash of the attendee's phone, where they checked in by the venue's code. */
    phone: z.string().optional(),
    /**
     * Who came was corrected afterwards: when that arrived, what it said at first, by whom, and when it was made (`raw` by the
     * device's own clock), since the last one made counts and not the last one that arrives.
     */
    corrected: z
      .object({
        at: Instant,
        was: Attendance,
        by: z.string().optional(),
        made: Instant.optional(),
        raw: z.string().optional(),
        nonce: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof CheckIn>;

/** A check-in that was taken back: the whole of it, and why. */
export const UndoneCheckIn = z.object({
  checkIn: CheckIn,
  at: Instant,
  by: z.string(),
  reason: z.string(),
  /** The conflict whose decision put another scan in its place; then the person was not sent away. */
  conflict: z.string().optional(),
  /** The scan that took its place when somebody who had followed by video came after all; nobody was sent away then either. */
  replacedBy: z.string().optional(),
});
export type UndoneCheckIn = z.infer<typeof UndoneCheckIn>;

export const SignatureMethod = z.enum(['LINK', 'TABLET', 'PAPER']).meta({ id: 'SignatureMethod' });

/** An uncertified electronic consent ("persetujuan elektronik"): text, time, method, operator. */
export const Signature = z
  .object({
    at: Instant,
    hash: z.string(),
    method: SignatureMethod,
    nonce: z.string(),
    /** A delegate who signed for themself, as far as known; the holder stands on the invitation. */
    signer: Delegate.omit({ letter: true }).optional(),
    /** The member of staff who recorded it; absent when signed by the attendee's own link. */
    operator: z.string().optional(),
    /** When it arrived, where its time was noted by hand. */
    recordedAt: Instant.optional(),
    /** Of a paper sheet. */
    sheet: z.string().optional(),
    /** SHA-256 (hex) over the drawn strokes, which lie apart. */
    drawn: z.string().optional(),
  })
  .meta({ id: 'Signature' });
export type Signature = z.infer<typeof Signature>;

/** The binding kinds of signature on an invitation. Only `holder` settles the office's pledge (rules 3 and 4). */
export const SignatureKind = z.enum(['holder', 'delegate', 'symbolic', 'witness']).meta({ id: 'SignatureKind' });
export type SignatureKind = z.infer<typeof SignatureKind>;

const CodeEnd = z.object({ version: z.number().int(), at: Instant });

export const Invitation = z.object({
  id: InviteId,
  session: SessionId,
  kind: z.enum(['unit', 'guest']),
  class: UnitClassCode.optional(),
  /** The unit's name, or the guest's institution. */
  name: z.string(),
  office: z.string(),
  district: RegionCode.optional(),
  /** A snapshot, so that the hot path needs no region data. */
  districtName: z.string().optional(),
  holder: HolderSnapshot.nullable(),
  /** The version that opens the door: the holder's, or the delegate's while a delegation stands. */
  tokenVersion: z.number().int().min(1).max(255),
  /** The highest version ever given; absent while none but `tokenVersion` was. */
  lastVersion: z.number().int().min(1).max(255).optional(),
  invitedAt: Instant,
  revokedAt: Instant.optional(),
  /** When the code before the current one stopped being good, and, where it was re-issued, which version that was. */
  replacedAt: Instant.optional(),
  replacedVersion: z.number().int().min(1).max(254).optional(),
  checkIn: CheckIn.optional(),
  /** Check-ins taken back, oldest first; `undoneNonces` keeps a repeat of one of them from coming in again. */
  undone: z.array(UndoneCheckIn).optional(),
  undoneNonces: z.array(z.string()).optional(),
  /** Conflicts about it that are decided, each as `<conflict>:<decision>`, so that none is applied twice or two ways. */
  settled: z.array(z.string()).optional(),
  /** A seat or row that the organiser gave. */
  seat: z.string().optional(),
  /** Which wave of the session it is asked to, where there are several. */
  wave: z.string().optional(),
  /** Where guests are listed; of guests only. */
  guestGroup: GuestGroup.optional(),
  /** The other units whose office the same person held when it was invited; they may be invited or not. */
  alsoHolds: z.array(UnitId).max(20).optional(),
  answer: AnswerGiven.optional(),
  delegation: Delegation.optional(),
  /** The last delegate's code that was taken back, and when: it was good until then. */
  takenBack: CodeEnd.optional(),
  /** Those before it, the last one first. */
  takenBackBefore: z.array(CodeEnd).optional(),
  /** Counts the changes of answer, delegation and phones: each is written on the state that was read. */
  answerRevision: z.number().int().optional(),
  /** The phone that confirmed first; on any other the holder's link shows a neutral page. */
  bound: Bound.optional(),
  help: Help.optional(),
  /** The last reminder, and the call that claimed it. */
  remindedAt: Instant.optional(),
  remindedBy: z.string().optional(),
  /** A guest who was entered at the door. */
  walkIn: z.boolean().optional(),
  /** Personal data of it were erased on request: when, by whom, and for which reason. */
  erasedAt: Instant.optional(),
  erasedBy: z.string().optional(),
  erasedFor: z.string().optional(),
  /** When anything of it changed last, for doors that ask what is new. */
  changedAt: Instant.optional(),
  signedHolder: Signature.optional(),
  signedDelegate: Signature.optional(),
  signedSymbolic: Signature.optional(),
  signedWitness: Signature.optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Rule 6: nothing else is ever recorded. */
export const PledgeStatus = z.enum(['SIGNED', 'NOT_YET', 'NOT_DUE']).meta({ id: 'PledgeStatus' });
export type PledgeStatus = z.infer<typeof PledgeStatus>;

export const InvitationShown = z
  .object({
    id: InviteId,
    session: SessionId,
    kind: z.enum(['unit', 'guest']),
    class: UnitClassCode.optional(),
    name: z.string(),
    office: z.string(),
    district: RegionCode.optional(),
    districtName: z.string().optional(),
    holder: HolderShown.nullable(),
    revoked: z.boolean(),
    /** Of its code; a re-issue names the version it replaces. */
    version: z.number().int(),
    /** Invited or revoked after the roster was frozen (rule 5). */
    amendment: z.enum(['ADDED', 'REVOKED']).optional(),
    invitedAt: Instant,
    checkIn: CheckIn.omit({ phone: true }).optional(),
    undone: z.array(UndoneCheckIn.extend({ checkIn: CheckIn.omit({ phone: true }) })).optional(),
    seat: z.string().optional(),
    wave: z.string().optional(),
    guestGroup: GuestGroup.optional(),
    alsoHolds: z.array(UnitId).optional(),
    answer: AnswerGiven.optional(),
    delegation: DelegationShown.optional(),
    /** A phone has confirmed it. */
    bound: z.boolean().optional(),
    help: HelpAsked.optional(),
    remindedAt: Instant.optional(),
    walkIn: z.boolean().optional(),
    /** Personal data of it were erased on request. */
    erasedAt: Instant.optional(),
    pledge: z.object({
      status: PledgeStatus,
      signedAt: Instant.optional(),
      delegateSignedAt: Instant.optional(),
      symbolicAt: Instant.optional(),
      witnessedAt: Instant.optional(),
    }),
    /** The attendee page's address; only for organisers, and not for a revoked invitation. */
    link: z.string().optional(),
  })
  .meta({ id: 'Invitation' });
export type InvitationShown = z.infer<typeof InvitationShown>;

/** As a scan's answer has it: who stands there and how they are recorded; no number, no pledge, no reason of the staff. */
export const InvitationAtDoor = InvitationShown.omit({
  link: true,
  amendment: true,
  undone: true,
  pledge: true,
  answer: true,
  help: true,
  bound: true,
  remindedAt: true,
  erasedAt: true,
})
  .extend({
    holder: HolderShown.omit({ nipMasked: true, nipKind: true, hasPhone: true, hasEmail: true }).nullable(),
    checkIn: CheckIn.omit({ phone: true, operator: true, reason: true, corrected: true }).optional(),
  })
  .meta({ id: 'InvitationAtDoor' });
