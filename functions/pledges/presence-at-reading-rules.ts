/**
 * Who was in the hall when the text was read aloud ("hadir saat pembacaan"). It is derived from the check-ins and the readings each time
 * it is asked, so a check-in that is taken back, corrected or sent late needs no second write, and it is no signature (rule 3).
 */
import type { CheckIn } from '../invitations/invitation-schema.ts';
import type { Reading } from './pledge-schema.ts';

export type StartedReading = Reading & { startedAt: string };

/** Whoever types a time looks at another clock than the engine's. */
export const typedSlackMs = 60_000;

/** The time of a session. */
export interface Held {
  openedAt: string | null;
  closedAt: string | null;
}

/** Whether something happened in the session's time, as far as clocks agree; where it is still open, at whatever time until now. */
export const isInSession = (instant: string, { openedAt, closedAt }: Held): boolean => {
  const at = Date.parse(instant);
  const early = openedAt !== null && at < Date.parse(openedAt) - typedSlackMs;
  const late = closedAt !== null && at > Date.parse(closedAt) + typedSlackMs;
  return !early && !late;
};

/** A reading that took place: it has begun and was not voided. */
export const tookPlace = (reading: Reading): reading is StartedReading =>
  reading.startedAt !== null && reading.voidedAt === undefined;

/** The readings that took place, the first one first; of two that began at once, by their ids. */
export const readingsHeld = (readings: readonly Reading[]): StartedReading[] =>
  readings
    .filter(tookPlace)
    .sort((a, b) => (a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1));

/**
 * The reading that a check-in was present at: the first one that began when they were in, by the corrected time. So whoever comes after one
 * reading is bound to the next, a late group to its own, and nobody to two. Whoever follows by video is in no hall, and nobody is in one
 * that was closed before it began.
 */
export const readingHeardBy = (
  checkIn: Pick<CheckIn, 'at' | 'mode'>,
  readings: readonly Reading[],
  { closedAt }: Pick<Held, 'closedAt'>,
): StartedReading | undefined => {
  if (checkIn.mode === 'ONLINE') return undefined;
  const heard = readingsHeld(readings).find(({ startedAt }) => startedAt >= checkIn.at);
  return heard && isInSession(heard.startedAt, { openedAt: null, closedAt }) ? heard : undefined;
};
