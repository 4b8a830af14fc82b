/** Who may take a check-in back or correct it, and until when; and what it leaves behind. */
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { Actor } from './admission.ts';
import type { CorrectionRequest } from './check-in-schema.ts';

/** A door corrects its own mistakes while the person may still stand there; afterwards it is the organiser's affair. */
export const doorChangeMs = 15 * 60_000;

/** A door: its own scans, for 15 minutes after they arrived. An operator: while the session runs. An organiser: always. */
export const mayChange = (actor: Actor, checkIn: CheckIn, state: SessionState, now: Date): boolean => {
  if (actor.kind === 'attendee') return false;
  if (actor.kind === 'door')
    return checkIn.doorId === actor.id && now.getTime() - Date.parse(checkIn.receivedAt) <= doorChangeMs;
  return actor.role === 'organizer' ? state !== 'CANCELLED' : state === 'OPEN';
};

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
  a?.name === b?.name && a?.office === b?.office && a?.letter === b?.letter;

/** The check-in with who really came. One that says so already stays as it is, so that a repeat changes nothing. */
export const correctedCheckIn = (checkIn: CheckIn, request: CorrectionRequest, now: Date): CheckIn => {
  const delegate = request.who === 'delegate' ? request.delegate : undefined;
  if (checkIn.who === request.who && sameDelegate(checkIn.delegate, delegate)) return checkIn;
  const { delegate: _, ...rest } = checkIn;
  return {
    ...rest,
    who: request.who,
    ...(delegate && { delegate }),
    // What the door said at first stays known through any number of corrections.
    corrected: { at: now.toISOString(), was: checkIn.corrected?.was ?? checkIn.who },
  };
};

/** A decided conflict as it stands in the invitation's `settled`. */
export const settledAs = (conflict: string, decision: 'KEEP' | 'TAKE_OTHER'): string => `${conflict}:${decision}`;
