/** Who may take a check-in back or correct it, and until when; and what it leaves behind. */
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { Actor } from './actor.ts';
import { correctedTime, type Voucher } from './check-in-rules.ts';
import type { CorrectionRequest, UndoRequest } from './check-in-schema.ts';

/** A door corrects its own mistakes while the person may still stand there; afterwards it is the organiser's affair. */
export const doorChangeMs = 15 * 60_000;
/** How much the corrected times of a scan and of its change may err against each other. */
const slackMs = 60_000;

/** When a change was made. A change that was made without a network arrives when there is one again. */
export interface ChangeTime {
  now: Date;
  /** By the device's own clock, and by the engine's; undefined from a caller that does not say. */
  made?: { raw: string; at: string } | undefined;
}

/** The times of a change as it was sent: corrected as a scan's are. */
export const changeTime = (
  { madeAt, sentAt, clockOffsetMs }: Pick<UndoRequest, 'madeAt' | 'sentAt' | 'clockOffsetMs'>,
  now: Date,
  voucher: Voucher = 'CALL',
): ChangeTime => {
  if (madeAt === undefined) return { now };
  const at = correctedTime({ scannedAt: madeAt, sentAt: sentAt ?? madeAt, clockOffsetMs }, now, voucher);
  return { now, made: { raw: madeAt, at } };
};

/** What is asked of a scan before it may be changed: when and where it was made. */
type Made = Pick<CheckIn, 'at' | 'receivedAt' | 'doorId'>;

/** Who does not say when is taken at the arrivals' word: as long after the scan's as the change's came. */
const inTime = ({ at, receivedAt }: Made, { made, now }: ChangeTime): boolean =>
  made
    ? Date.parse(made.at) - Date.parse(at) <= doorChangeMs + slackMs
    : now.getTime() - Date.parse(receivedAt) <= doorChangeMs;

/**
 * A door: its own scans, for 15 minutes from the scan to the change, however late either arrives, and nothing that was made after
 * it was cut off. An operator: while the session runs. An organiser: always.
 */
export const mayChange = (actor: Actor, checkIn: Made, state: SessionState, time: ChangeTime): boolean => {
  if (actor.kind === 'attendee') return false;
  if (actor.kind === 'door') {
    const cutOff = actor.cutOffAt !== undefined && (time.made?.at ?? time.now.toISOString()) > actor.cutOffAt;
    return checkIn.doorId === actor.id && !cutOff && inTime(checkIn, time);
  }
  return actor.role === 'organizer' ? state !== 'CANCELLED' : state === 'OPEN';
};

/** Of one invitation: every check-in of it pays for the whole item, and whoever holds a door's phone could otherwise fill it. */
export const mostUndone = 40;

/** Whether one more check-in of the invitation may be taken back; after so many it is an organiser's affair. */
export const mayUndoMore = (actor: Actor, { undone = [] }: Pick<Invitation, 'undone'>): boolean =>
  undone.length < mostUndone || (actor.kind === 'staff' && actor.role === 'organizer');

/** Who did it, as the record keeps it: no name, only what the console can look up. */
export const actedBy = (actor: Actor): string =>
  actor.kind === 'door' ? `door:${actor.id}` : actor.kind === 'staff' ? actor.subject : 'attendee';

/** Whether this scan is undone already. */
export const isUndone = (invitation: Invitation, nonce: string): boolean =>
  invitation.undone?.some(({ checkIn }) => checkIn.nonce === nonce) ?? false;

export const undoneOf = (checkIn: CheckIn, actor: Actor, reason: string, now: Date): UndoneCheckIn => ({
  checkIn,
  at: now.toISOString(),
  by: actedBy(actor),
  reason,
});

const sameDelegate = (a: CheckIn['delegate'], b: CheckIn['delegate']): boolean =>
  a?.name === b?.name && a?.office === b?.office && a?.acting === b?.acting && a?.letter === b?.letter;

/** Whether a check-in says already what the correction says. */
export const saysSo = (checkIn: CheckIn, { who, delegate }: Pick<CorrectionRequest, 'who' | 'delegate'>): boolean =>
  checkIn.who === who && sameDelegate(checkIn.delegate, who === 'delegate' ? delegate : undefined);

type Corrected = NonNullable<CheckIn['corrected']>;

/**
 * Whether what stands there was said last. Times of one device are compared as its clock had them: how they are corrected may
 * depend on when they arrive, and a duplicate arrives late.
 */
export const stands = (before: Corrected | undefined, mine: Corrected): boolean => {
  if (!before) return false;
  if (before.nonce !== undefined && before.nonce === mine.nonce) return true;
  const oneClock = before.by === mine.by && before.raw !== undefined && mine.raw !== undefined;
  const timeOf = ({ at, raw, made }: Corrected): string => (oneClock ? raw : made) ?? at;
  const [theirs, own] = [timeOf(before), timeOf(mine)];
  return theirs === own ? mine.nonce !== undefined && (before.nonce ?? '') >= mine.nonce : theirs > own;
};

/**
 * The check-in with who really came: of several corrections the one that was made last, in whatever order and however often they
 * arrive. One that changes nothing leaves the very same object.
 */
export const correctedCheckIn = (
  checkIn: CheckIn,
  request: CorrectionRequest,
  actor: Actor,
  { now, made }: ChangeTime,
): CheckIn => {
  const delegate = request.who === 'delegate' ? request.delegate : undefined;
  const mine: Corrected = {
    at: now.toISOString(),
    // What the door said at first stays known through any number of corrections.
    was: checkIn.corrected?.was ?? checkIn.who,
    by: actedBy(actor),
    ...(made && { raw: made.raw, made: made.at }),
    ...(request.nonce !== undefined && { nonce: request.nonce }),
  };
  // Without a time there is no telling a repeat from a later correction of the same content; it changes nothing either way.
  if (stands(checkIn.corrected, mine) || (!made && saysSo(checkIn, request))) return checkIn;
  const { delegate: _, ...rest } = checkIn;
  return {
    ...rest,
    who: request.who,
    ...(delegate && { delegate }),
    corrected: mine,
  };
};
