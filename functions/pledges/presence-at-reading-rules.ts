/**
 * Who was in the hall when the text was read aloud ("hadir saat pembacaan"). It is derived from the check-ins and the readings each time
 * it is asked, so a check-in that is taken back, corrected or sent late needs no second write, and it is no signature (rule 3).
 */
import type { CheckIn } from '../invitations/invitation-schema.ts';
import type { Reading } from './pledge-schema.ts';

export type StartedReading = Reading & { startedAt: string };

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
 * reading is bound to the next, a late group to its own, and nobody to two. Whoever follows by video is in no hall.
 */
export const readingHeardBy = (
  checkIn: Pick<CheckIn, 'at' | 'mode'>,
  readings: readonly Reading[],
): StartedReading | undefined =>
  checkIn.mode === 'ONLINE' ? undefined : readingsHeld(readings).find(({ startedAt }) => startedAt >= checkIn.at);
