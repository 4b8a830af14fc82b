/**
 * The laptop's stand-in for the table's stream: recomputes a session's coverage a moment after something changed in it, and seals it anew
 * where it is closed.
 */
import type { Recompute } from '../coverage/recompute.ts';
import type { SealSession } from '../seals/seal-session.ts';

export interface RecomputeSoon {
  changed: (session: string) => void;
  /**
   * Waits until every session that has changed so far is recomputed; what was waiting for its moment starts at once. One that
   * fails again and again meanwhile is left for its next change or the next start, so that a server with a dead engine can still end.
   */
  settled: () => Promise<void>;
}

/**
 * How much longer than a computation the pause before the next one is: while a hall checks in, a tenth of the time at most goes
 * into figures. 2,000 check-ins at 16 at once were recomputed 11 times without it, 3 times with it, and the doors were a tenth
 * faster (`npm run bench -- check-in`).
 */
const restFactor = 9;
const longestPauseMs = 10_000;
/** Failures of a session after which nobody who waits for it waits longer. */
const mostFailures = 3;

/** Both, for what changed. While a key is gone figures are right all the same: they come first. */
export const makeProject =
  ({ recompute, seal }: { recompute: Recompute; seal: SealSession }) =>
  async (session: string): Promise<void> => {
    const record = await recompute(session);
    if (record?.state === 'CLOSED') await seal(session);
  };

/** At most one computation of a session at a time; changes during it lead to one more. */
export const makeRecomputeSoon = (
  project: (session: string) => Promise<unknown>,
  waitMs: number,
  failed: (error: unknown) => void,
): RecomputeSoon => {
  const waiting = new Map<string, Promise<void>>();
  const dirty = new Set<string>();
  const pauses = new Set<() => void>();
  let settling = 0;
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      pauses.add(end);
    });
  const run = async (session: string): Promise<void> => {
    let milliseconds = waitMs;
    let failures = 0;
    while (dirty.has(session)) {
      await pause(milliseconds);
      dirty.delete(session);
      const start = performance.now();
      try {
        await project(session);
      } catch (error) {
        // Tried again: the engine may be restarting, and a figure that stays wrong would be worse than a late one.
        failed(error);
        failures += 1;
        if (settling === 0 || failures < mostFailures) dirty.add(session);
      }
      milliseconds = Math.min(Math.max(waitMs, restFactor * (performance.now() - start)), longestPauseMs);
    }
    waiting.delete(session);
  };
  return {
    changed: (session) => {
      dirty.add(session);
      if (!waiting.has(session)) waiting.set(session, run(session));
    },
    settled: async () => {
      settling += 1;
      for (const end of pauses) end();
      await Promise.all(waiting.values());
      settling -= 1;
    },
  };
};
