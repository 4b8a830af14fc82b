/**
 * The door's decisions, as functions of values.
 *
 *   scan ── may this caller ask for that? ──no──▶ NOT_ALLOWED (BACK_ENTERED and ONLINE are the staff's)
 *     │
 *     ├─ code forged, or of another session ──▶ refused UNKNOWN | OTHER_SESSION
 *     │
 *     ├─ session not running and not scanned in its time, or door cut off before the scan
 *     │         └─▶ look at the invitation: same nonce? replayed : refused SESSION_… | DOOR_CUT_OFF
 *     │
 *     ├─ the door let nobody in, and was told "already" before ──▶ already, also when nobody is in any more
 *     │
 *     └─ one conditional update ──▶ accepted | replayed | already | refused REVOKED | DELEGATED | UNDONE
 *
 *   what the engine says │ what the person was told │ what is kept besides the answer
 *   accepted, replayed   │ anything                 │ the check-in
 *   already              │ ADMITTED                 │ a conflict: ADMITTED_TWICE or HOLDER_AND_DELEGATE
 *   refused REVOKED      │ ADMITTED                 │ a conflict: REVOKED_ADMITTED
 *   refused DELEGATED    │ ADMITTED                 │ a conflict with the record, or REVOKED_ADMITTED where nobody is on record
 *   already, refused     │ otherwise                │ a denial
 *
 * A record by video is no presence: whoever comes after all takes its place and is accepted, whatever they were told.
 *
 *   check-in ──undo (with a reason)──▶ undone: its nonce never comes in again, another scan may
 *       └────── correction ──────────▶ the same check-in, with who really came
 *
 * The nonce is asked first everywhere: a door that repeats a scan after closing, revocation or decision gets its first answer
 * again.
 */
import { isStoodInFor } from '../invitations/answer-rules.ts';
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Session, SessionState } from '../sessions/session-schema.ts';
import type { Actor } from './actor.ts';
import type { CheckInRequest, Denial, HeadCount, RefusalReason, Shown } from './check-in-schema.ts';

/** What a check-in must know of its session. */
export interface SessionGate {
  regency: string;
  state: SessionState;
  openedAt: string | null;
  closedAt: string | null;
}
export type Gate = SessionGate & Pick<Session, 'pledge' | 'waves'>;

/** What an update found before it: the outcome of trying to check in. */
export type Outcome =
  | { result: 'accepted'; invitation: Invitation }
  | { result: 'replayed'; invitation: Invitation }
  | { result: 'already'; invitation: Invitation; first: CheckIn }
  | {
      result: 'refused';
      reason: RefusalReason;
      /** Where the scan was of one. */
      invitation?: Invitation;
    };

/** No scan waits longer to be sent than this; a larger difference is a clock that was set in between, and says nothing. */
const longestWaitMs = 30 * 86_400_000;
/** How much an offset's measurement and the way may err before a time that is still to come disproves the offset. */
const toleranceMs = 5_000;

interface Times {
  scannedAt: string;
  sentAt: string;
  /** The engine's time minus the device's, as the device measured it. */
  clockOffsetMs?: number | undefined;
}

/** What vouches for a time: a device's call of now, a file that a device signed some time ago, somebody's word. */
export type Voucher = 'CALL' | 'FILE' | 'WORD';

export const voucherOf = (actor: Actor, mode: CheckIn['mode'] = 'IN_PERSON'): Voucher => {
  if (actor.kind === 'staff' && mode !== 'IN_PERSON') return 'WORD';
  return actor.kind === 'door' && actor.file ? 'FILE' : 'CALL';
};

const byOffset = ({ scannedAt, clockOffsetMs }: Times, receivedAt: number, longest: number): number | undefined => {
  if (clockOffsetMs === undefined) return undefined;
  const time = Date.parse(scannedAt) + clockOffsetMs;
  const plausible = time <= receivedAt + toleranceMs && time >= receivedAt - longest;
  return plausible ? Math.min(time, receivedAt) : undefined;
};

const byAge = ({ scannedAt, sentAt }: Times, receivedAt: number): number => {
  const age = Date.parse(sentAt) - Date.parse(scannedAt);
  return receivedAt - (age > 0 && age <= longestWaitMs ? age : 0);
};

/**
 * The scan's time by the engine's clock. A device that has measured its offset says so; otherwise it says when it scanned and
 * when it sent, both by its own clock, and the difference is how long ago the scan was. A file may have waited for longer than
 * any call does; what a person states is a time of day and no device's clock. Never later than the arrival.
 */
export const correctedTime = (times: Times, receivedAt: Date, voucher: Voucher = 'CALL'): string => {
  const received = receivedAt.getTime();
  if (voucher === 'WORD') return new Date(Math.min(Date.parse(times.scannedAt), received)).toISOString();
  const longest = voucher === 'FILE' ? Number.POSITIVE_INFINITY : longestWaitMs;
  return new Date(byOffset(times, received, longest) ?? byAge(times, received)).toISOString();
};

/** Whether a session takes a scan made at `at` (corrected): yes, yes as a late addendum, or why not. */
export const gateAnswer = (gate: SessionGate, at: string): 'open' | 'late' | RefusalReason => {
  if (gate.state === 'OPEN') return 'open';
  if (gate.state === 'CANCELLED') return 'SESSION_CANCELLED';
  if (gate.state !== 'CLOSED') return 'SESSION_NOT_OPEN';
  const inItsTime = gate.openedAt !== null && gate.closedAt !== null && gate.openedAt <= at && at <= gate.closedAt;
  return inItsTime ? 'late' : 'SESSION_OVER';
};

/** Online attendance and entries from a paper list are the staff's word, never a device's or an attendee's. */
export const mayAskFor = (actor: Actor, mode: CheckIn['mode']): boolean =>
  mode === 'IN_PERSON' || actor.kind === 'staff';

const staffDesk = 'Panitia';
const doorName = (actor: Actor, given: string | undefined): string =>
  actor.kind === 'door' ? actor.name : (given ?? staffDesk);

/** Another office of somebody whose code was scanned, who said so; by name alone otherwise. */
const evidenceOf = ({ token, sameAs }: CheckInRequest): NonNullable<CheckIn['evidence']> => {
  if (token !== undefined) return 'CODE';
  return sameAs === undefined ? 'NAME' : 'SAME_PERSON';
};

/** What a scan and its denial say of where it comes from. */
const originOf = (request: CheckInRequest, actor: Actor) => ({
  door: doorName(actor, request.door),
  evidence: actor.kind === 'attendee' ? actor.evidence : evidenceOf(request),
  ...(actor.kind === 'door' && { doorId: actor.id }),
});

/** The record of a scan. */
export const checkInOf = (
  request: CheckInRequest,
  actor: Actor,
  { at, receivedAt, late }: { at: string; receivedAt: Date; late: boolean },
): CheckIn => ({
  at,
  scannedAt: request.scannedAt,
  receivedAt: receivedAt.toISOString(),
  mode: request.mode,
  who: request.who,
  ...(request.who === 'delegate' && request.delegate && { delegate: request.delegate }),
  nonce: request.nonce,
  ...(late && { late: true }),
  ...originOf(request, actor),
  ...(request.mode !== 'IN_PERSON' && request.reason !== undefined && { reason: request.reason }),
  ...(actor.kind === 'staff' && { operator: actor.subject }),
  ...(actor.kind === 'attendee' && { phone: actor.phone }),
});

/** The record of people without names: all that a scan's says of when and where. */
export const headCountOf = (
  { nonce, at, scannedAt, receivedAt, door, doorId, operator, late }: CheckIn,
  { count, label }: NonNullable<CheckInRequest['group']>,
): HeadCount => ({
  nonce,
  at,
  scannedAt,
  receivedAt,
  door,
  count,
  ...(label !== undefined && { label }),
  ...(doorId !== undefined && { doorId }),
  ...(operator !== undefined && { operator }),
  ...(late && { late }),
});

/** The record of a scan that let nobody in. */
export const denialOf = (
  { at, scannedAt, receivedAt, door, doorId, nonce, evidence }: CheckIn,
  reason: Denial['reason'],
  {
    invitation,
    shown,
    version,
  }: { invitation?: string | undefined; shown?: Shown | undefined; version?: number | undefined } = {},
): Denial => ({
  at,
  scannedAt,
  receivedAt,
  door,
  nonce,
  reason,
  ...(invitation !== undefined && { invitation }),
  ...(shown && { shown }),
  ...(version !== undefined && { version }),
  ...(doorId !== undefined && { doorId }),
  ...(evidence && { evidence }),
});

/**
 * What makes a denial that one: the scan and whom it was about. An attendee makes their nonces and their phone's name themselves:
 * of theirs one is kept for an invitation, a reason and a 64th of all phones, so that trying again and again fills nothing.
 */
export const denialIdOf = (
  { nonce, phone }: Pick<CheckIn, 'nonce' | 'phone'>,
  { reason, invitation = '-' }: Pick<Denial, 'reason' | 'invitation'>,
): string => (phone === undefined ? `${invitation}#${nonce}` : `${invitation}#venue#${reason}#${phone.slice(0, 1)}`);

/** A token is good for the invitation's current version only; without a token (search by name) there is none to test. */
export const isCurrent = (invitation: Invitation, tokenVersion: number | undefined): boolean =>
  invitation.revokedAt === undefined && (tokenVersion === undefined || tokenVersion === invitation.tokenVersion);

const undoneScan = (invitation: Invitation, nonce: string): UndoneCheckIn | undefined =>
  invitation.undone?.find((undone) => undone.checkIn.nonce === nonce);

/** Another scan took its place: whoever it let in was not sent away. */
const gaveWay = ({ conflict, replacedBy }: UndoneCheckIn): boolean =>
  conflict !== undefined || replacedBy !== undefined;

/** Taken back, or decided against: it is never the record again. */
const isBarred = ({ undoneNonces = [] }: Invitation, nonce: string): boolean => undoneNonces.includes(nonce);

/** Whether this scan is the record, was it, or was decided against: then that is what its repeat is told. */
export const isKnown = (invitation: Invitation, nonce: string): boolean =>
  invitation.checkIn?.nonce === nonce || isBarred(invitation, nonce) || undoneScan(invitation, nonce) !== undefined;

/** The record that a scan met which arrived at this moment: what was taken back first after it, or what stands. */
export const recordAt = ({ undone = [], checkIn }: Invitation, arrival: string): CheckIn | undefined =>
  (undone.find(({ at }) => at >= arrival) ?? { checkIn }).checkIn;

/** What a repeat of a scan is told that is not on record any more: somebody it let in is in, if by another scan. */
const afterUndoing = (before: Invitation, nonce: string): Outcome | undefined => {
  const undone = undoneScan(before, nonce);
  if (!undone) return undefined;
  if (gaveWay(undone) && before.checkIn) return { result: 'replayed', invitation: before };
  return { result: 'refused', reason: 'UNDONE', invitation: before };
};

/** Reads the outcome off the invitation as it was before a scan that recorded nothing. */
export const outcomeBefore = (
  before: Invitation,
  nonce: string,
  tokenVersion: number | undefined,
): Outcome | undefined => {
  if (before.checkIn?.nonce === nonce) return { result: 'replayed', invitation: before };
  const undone = afterUndoing(before, nonce);
  if (undone) return undone;
  if (!isCurrent(before, tokenVersion)) {
    const delegated = before.revokedAt === undefined && isStoodInFor(before, tokenVersion);
    return { result: 'refused', reason: delegated ? 'DELEGATED' : 'REVOKED', invitation: before };
  }
  if (before.checkIn) return { result: 'already', invitation: before, first: before.checkIn };
  // Decided against while somebody else's scan was the record, which is gone by now: this one still does not come in.
  if (isBarred(before, nonce)) return { result: 'refused', reason: 'UNDONE', invitation: before };
  return undefined;
};

/**
 * The record as it has to be, told by what the invitation was. The delegate's code admits the delegate, also at a door that had not
 * heard of one and said nothing else; and whoever comes for another office by its code must hold both. What is right already is the
 * very same object.
 */
export const rightRecord = (
  { delegation, alsoHolds = [] }: Pick<Invitation, 'delegation' | 'alsoHolds'>,
  record: CheckIn,
  { tokenVersion, sameAs }: { tokenVersion?: number | undefined; sameAs?: string | undefined },
): CheckIn => {
  if (record.corrected) return record;
  if (record.evidence === 'SAME_PERSON' && !(sameAs !== undefined && alsoHolds.includes(sameAs)))
    return { ...record, evidence: 'NAME' };
  const byDelegate = tokenVersion !== undefined && tokenVersion === delegation?.version;
  if (!byDelegate || record.who === 'acting') return record;
  const { delegate } = delegation;
  const unknown = Object.values(delegate).every((fact) => fact === undefined);
  if (record.who === 'delegate' && (unknown || record.delegate !== undefined)) return record;
  return { ...record, who: 'delegate', ...(!unknown && { delegate }) };
};

/** Its own code was refused while a delegate was named: that code is good again by now, or the delegation still stands. */
const wasStoodInFor = (invitation: Invitation, version: number | undefined): boolean =>
  version !== undefined &&
  invitation.revokedAt === undefined &&
  (isStoodInFor(invitation, version) || version === invitation.tokenVersion);

/**
 * What a denial that was noted on its invitation says, or nothing where the scan was no denial after all: it was noted before
 * anybody knew that the scan is on record (a replay), or that it makes a conflict.
 */
export const notedDenial = (invitation: Invitation, noted: Denial): Denial | undefined => {
  if (invitation.checkIn?.nonce === noted.nonce) return undefined;
  const undone = undoneScan(invitation, noted.nonce);
  if (undone) return gaveWay(undone) ? undefined : { ...noted, reason: 'UNDONE' };
  // It was decided against: the conflict tells of it.
  if (isBarred(invitation, noted.nonce)) return undefined;
  if (noted.reason !== 'REVOKED') return noted;
  if (noted.shown === 'ADMITTED') return undefined;
  return wasStoodInFor(invitation, noted.version) ? { ...noted, reason: 'DELEGATED' } : noted;
};
