/**
 * The laptop's stand-in for the table's stream: recomputes a session's coverage a moment after something changed in it, and seals it anew
 * where it is closed.
 */
import { isSealOutdated, type Recompute } from '../coverage/recompute.ts';
import type { RecomputeTotals } from '../coverage/recompute-totals.ts';
import type { SealSession } from '../seals/seal-session.ts';

export interface RecomputeSoon {
  changed: (session: string) => void;
  /**
   * Waits until every session that has changed so far is recomputed; what was waiting for its moment starts at once. One that
   * fails again and again meanwhile is left for its next change or the next start, so that a server with a dead engine can still end.
   */
  settled: () => Promise<void>;
  /** When the change was told of that has waited longest for its recomputation to end, by the clock that only goes forward; undefined when none waits. */
  oldest: () => number | undefined;
}

/**
 * How much longer than a computation the pause before the next one is: while a hall checks in, a tenth of the time goes into
 * figures. 2,000 check-ins at 16 at once were recomputed 11 times without it, 3 times with it, and the doors were a tenth
 * faster (`npm run bench -- check-in`).
 */
const restFactor = 9;
/**
 * With 11,000 invitations (0.7 s to compute) the tenth would be six seconds; so that pages follow a scan within five there too, it is a fifth
 * of the time in such a hall: 2.5 s of pause, 0.7 to compute, a look each second, 0.5 for the answers.
 */
const longestPauseMs = 2_500;
/** Before totals, which read all sessions of a regency: they may be a little older than the figures that doors and boards wait for. */
const totalsWaitMs = 1_000;
/** Failures of a session after which nobody who waits for it waits longer. */
const mostFailures = 3;

/** Both, for what changed. While a key is gone figures are right all the same: they come first. */
export const makeProject =
  ({ recompute, seal }: { recompute: Recompute; seal: SealSession }) =>
  async (session: string): Promise<void> => {
    const record = await recompute(session);
    if (record?.state !== 'CLOSED') return;
    if (isSealOutdated(record, await seal(session))) await recompute(session);
  };

/** At most one computation of a session at a time; changes during it lead to one more. */
export const makeRecomputeSoon = (
  project: (session: string) => Promise<unknown>,
  waitMs: number,
  failed: (error: unknown) => void,
): RecomputeSoon => {
  const waiting = new Map<string, Promise<void>>();
  const dirty = new Set<string>();
  /** Since when, of those that wait or are being recomputed. */
  const behind = new Map<string, number>();
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
        // What came in the meantime came after the start.
        if (dirty.has(session)) behind.set(session, start);
        else behind.delete(session);
      } catch (error) {
        // Tried again: the engine may be restarting, and a figure that stays wrong would be worse than a late one.
        failed(error);
        failures += 1;
        if (settling === 0 || failures < mostFailures) dirty.add(session);
        else behind.delete(session);
      }
      milliseconds = Math.min(Math.max(waitMs, restFactor * (performance.now() - start)), longestPauseMs);
    }
    waiting.delete(session);
  };
  return {
    changed: (session) => {
      dirty.add(session);
      if (!behind.has(session)) behind.set(session, performance.now());
      if (!waiting.has(session)) waiting.set(session, run(session));
    },
    settled: async () => {
      settling += 1;
      for (const end of pauses) end();
      await Promise.all(waiting.values());
      settling -= 1;
    },
    oldest: () => (behind.size === 0 ? undefined : Math.min(...behind.values())),
  };
};

/** Of regencies, all that changed in one computation: each province then is made once for all of them, and not by each against the others. */
export const makeTotalsSoon = (totals: RecomputeTotals, failed: (error: unknown) => void): RecomputeSoon => {
  const regencies = new Set<string>();
  const project = async (): Promise<void> => {
    const codes = [...regencies];
    regencies.clear();
    try {
      await totals(codes);
    } catch (error) {
      for (const code of codes) regencies.add(code);
      throw error;
    }
  };
  const soon = makeRecomputeSoon(project, totalsWaitMs, failed);
  return {
    changed: (regency) => {
      regencies.add(regency);
      soon.changed('totals');
    },
    settled: soon.settled,
    oldest: soon.oldest,
  };
};
