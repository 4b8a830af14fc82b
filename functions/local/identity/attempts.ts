import { makeExpiringMap } from './expiring-map.ts';

const FREE_ATTEMPTS = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 60 * 60_000;
const CAPACITY = 10_000;

/** Slows down whoever guesses a secret. Kept in memory: a restart forgets it. */
export interface Attempts {
  /**
   * Counts an attempt before it is judged, so that attempts made at the same moment cannot slip past the limit.
   * Returns the seconds to wait, 0 when the attempt may go ahead.
   */
  begin(key: string): number;
  /** Forgets the attempts: the right secret was given. */
  succeed(key: string): void;
}

interface Record {
  count: number;
  waitUntil: number;
}

/** Five attempts are free; then half a minute must pass before the next, doubling to a quarter of an hour. */
export function makeAttempts({ now }: { now: () => Date }): Attempts {
  const records = makeExpiringMap<Record>({ capacity: CAPACITY, now });
  return {
    begin(key) {
      const at = now().getTime();
      const { count, waitUntil } = records.get(key) ?? { count: 0, waitUntil: 0 };
      if (at < waitUntil) return Math.ceil((waitUntil - at) / 1000);
      const next = { count: count + 1, waitUntil: at + waitAfter(count + 1) };
      records.set(key, next, FORGOTTEN_AFTER_MS);
      return 0;
    },
    succeed(key) {
      records.delete(key);
    },
  };
}

function waitAfter(count: number): number {
  if (count < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_ATTEMPTS), LONGEST_WAIT_MS);
}
