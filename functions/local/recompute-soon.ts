/** The laptop's stand-in for the table's stream: recomputes a session's coverage a moment after something changed in it. */
import type { Recompute } from '../coverage/recompute.ts';

export interface RecomputeSoon {
  changed: (session: string) => void;
  /** Waits until every session that has changed so far is recomputed. */
  settled: () => Promise<void>;
}

/** At most one computation of a session at a time; changes during it lead to one more. */
export const makeRecomputeSoon = (
  recompute: Recompute,
  waitMs: number,
  failed: (error: unknown) => void,
): RecomputeSoon => {
  const waiting = new Map<string, Promise<void>>();
  const dirty = new Set<string>();
  const pause = () => new Promise((resolve) => setTimeout(resolve, waitMs));
  const run = async (session: string): Promise<void> => {
    while (dirty.has(session)) {
      await pause();
      dirty.delete(session);
      try {
        await recompute(session);
      } catch (error) {
        // Tried again: the engine may be restarting, and a figure that stays wrong would be worse than a late one.
        failed(error);
        dirty.add(session);
      }
    }
    waiting.delete(session);
  };
  return {
    changed: (session) => {
      dirty.add(session);
      if (!waiting.has(session)) waiting.set(session, run(session));
    },
    settled: async () => {
      await Promise.all(waiting.values());
    },
  };
};
