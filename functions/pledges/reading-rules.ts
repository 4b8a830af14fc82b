/** What a reading is, which sessions have readings, and what is shown of one. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { Reading, ReadingMove, ReadingShown } from './pledge-schema.ts';
import { type Held, readingHeardBy } from './presence-at-reading-rules.ts';

/** A reading can be planned as soon as others see the session. */
export const plannableStates: readonly SessionState[] = ['PUBLISHED', 'OPEN', 'CLOSED'];

export const readingState = ({ startedAt, endedAt, voidedAt }: Reading): ReadingShown['state'] => {
  if (voidedAt !== undefined) return 'VOID';
  if (startedAt === null) return 'PLANNED';
  return endedAt === null ? 'READING' : 'READ';
};

/** Whether the link of the reader's screen is still handed out. */
export const isToCome = (reading: Reading): boolean => ['PLANNED', 'READING'].includes(readingState(reading));

/** Whether a move was made before, so that a repeat changes nothing. */
export const isMade = (reading: Reading, move: ReadingMove): boolean => {
  if (move === 'void') return reading.voidedAt !== undefined;
  if (reading.voidedAt !== undefined) return false;
  return (move === 'start' ? reading.startedAt : reading.endedAt) !== null;
};

/**
 * When the reader pressed, `ago` seconds before the server heard of it: never before the session opened, or before the reading began.
 */
export const pressedAt = (
  now: Date,
  ago: number,
  { openedAt }: { openedAt: string | null },
  { startedAt }: Pick<Reading, 'startedAt'>,
): Date => {
  const earliest = [openedAt, startedAt].flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]));
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - ago * 1000, ...earliest)));
};

/** A reading does not outlast its session: who ends it afterwards forgot to. */
export const endedAt = (pressed: Date, { closedAt }: Pick<Held, 'closedAt'>): string => {
  const moment = pressed.toISOString();
  return closedAt !== null && closedAt < moment ? closedAt : moment;
};

/** How many invitations were in the hall for each reading, by its id: each for one at most. */
export const presentAt = (
  invitations: readonly Pick<Invitation, 'checkIn'>[],
  readings: readonly Reading[],
  session: Pick<Held, 'closedAt'>,
): ReadonlyMap<string, number> => {
  const present = new Map<string, number>();
  for (const { checkIn } of invitations) {
    const heard = checkIn && readingHeardBy(checkIn, readings, session);
    if (heard) present.set(heard.id, (present.get(heard.id) ?? 0) + 1);
  }
  return present;
};
