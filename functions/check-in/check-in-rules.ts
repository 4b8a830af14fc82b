/**
 * The door's decisions, as functions of values.
 *
 *   scan ──forged or other session──────────────────────────────▶ refused
 *     │
 *     ├─ session not running, and not scanned in its time ──▶ look: same nonce? replayed : refused
 *     │
 *     └─ one conditional update ──▶ accepted | replayed | already | refused REVOKED
 *
 * The nonce is asked first everywhere: a door that repeats a scan after closing gets its first answer again.
 */
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { CheckInRequest, RefusalReason } from './check-in-schema.ts';

/** What a check-in must know of its session. */
export interface SessionGate {
  regency: string;
  state: SessionState;
  openedAt: string | null;
  closedAt: string | null;
}

/** What an update found before it: the outcome of trying to check in. */
export type Outcome =
  | { result: 'accepted'; invitation: Invitation }
  | { result: 'replayed'; invitation: Invitation }
  | { result: 'already'; invitation: Invitation; first: CheckIn }
  | { result: 'refused'; reason: RefusalReason };

/** No scan waits longer on a door than this; a larger difference is a clock that was set in between, and says nothing. */
const longestWaitMs = 30 * 86_400_000;

/**
 * The scan's time by the engine's clock: the door says when it scanned and when it sent, both by its own clock; the
 * difference is how long ago the scan was, whatever that clock shows. Never later than the arrival.
 */
export const correctedTime = (scannedAt: string, sentAt: string, receivedAt: Date): string => {
  const age = Date.parse(sentAt) - Date.parse(scannedAt);
  const plausible = age > 0 && age <= longestWaitMs;
  return new Date(receivedAt.getTime() - (plausible ? age : 0)).toISOString();
};

/** Whether a session takes a scan made at `at` (corrected): yes, yes as a late addendum, or why not. */
export const gateAnswer = (gate: SessionGate, at: string): 'open' | 'late' | RefusalReason => {
  if (gate.state === 'OPEN') return 'open';
  if (gate.state === 'CANCELLED') return 'SESSION_CANCELLED';
  if (gate.state !== 'CLOSED') return 'SESSION_NOT_OPEN';
  const inItsTime = gate.openedAt !== null && gate.closedAt !== null && gate.openedAt <= at && at <= gate.closedAt;
  return inItsTime ? 'late' : 'SESSION_OVER';
};

/** The record of a scan. */
export const checkInOf = (request: CheckInRequest, at: string, receivedAt: Date, late: boolean): CheckIn => ({
  at,
  scannedAt: request.scannedAt,
  receivedAt: receivedAt.toISOString(),
  door: request.door,
  mode: request.mode,
  who: request.who,
  ...(request.who === 'delegate' && request.delegate && { delegate: request.delegate }),
  nonce: request.nonce,
  ...(late && { late: true }),
});

/** A token is good for the invitation's current version only; without a token (search by name) there is none to test. */
export const isCurrent = (invitation: Invitation, tokenVersion: number | undefined): boolean =>
  invitation.revokedAt === undefined && (tokenVersion === undefined || tokenVersion === invitation.tokenVersion);

/** Reads the outcome off the invitation as it was before a scan that recorded nothing. */
export const outcomeBefore = (
  before: Invitation,
  nonce: string,
  tokenVersion: number | undefined,
): Outcome | undefined => {
  if (before.checkIn?.nonce === nonce) return { result: 'replayed', invitation: before };
  if (!isCurrent(before, tokenVersion)) return { result: 'refused', reason: 'REVOKED' };
  if (before.checkIn) return { result: 'already', invitation: before, first: before.checkIn };
  return undefined;
};
