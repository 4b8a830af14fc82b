/**
 * Writes an import part by part, or takes it back the same way: one part at a time, in order, each repeated until it is answered.
 * The server does a part once however often it is sent, so a lost answer is asked for again, and after a reload the parts that
 * the import itself names as done are left out. Knows no network and no screen.
 */
import type { Answer } from '../../../shared/api.ts';

export type PartAnswer = Answer<'POST /api/regencies/:regency/imports/:import/parts/:part/write'>;
type Progress = Pick<
  Answer<'GET /api/regencies/:regency/imports/:import'>,
  'state' | 'parts' | 'written' | 'takenBack'
>;

export interface PartPorts {
  /** Sends one part; throws what went wrong. */
  send: (part: number, signal: AbortSignal) => Promise<PartAnswer>;
  /** How often a part may be tried again after this: 0 when repeating cannot help, `Infinity` when it is a matter of time. */
  retriesAfter: (error: unknown) => number;
  /** May end early, when somebody asks to try at once; ends at once when aborted. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
}

export interface PartEvents {
  answered: (answer: PartAnswer) => void;
  /** The part was not answered, and is sent again after the pause. */
  waiting: (wait: { part: number; attempt: number; ms: number; error: unknown }) => void;
}

export type PartsEnd = { end: 'done' } | { end: 'stopped' } | { end: 'failed'; part: number; error: unknown };

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Doubling from one second to half a minute, spread by a quarter, so that pages that lost the same server come back apart. */
export const pauseBefore = (attempt: number, random: number): number =>
  Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.75 + random / 2));

const allParts = (count: number): number[] => Array.from({ length: count }, (_, part) => part);

export const partsToWrite = ({ parts, written }: Progress): number[] =>
  allParts(parts).filter((part) => !written.includes(part));

/**
 * The parts that were written; and, until the server has heard that the import is undone, the one after them, whose writing may
 * have broken off. Afterwards the import names such parts itself.
 */
export const partsToTakeBack = (progress: Progress): number[] => {
  const { state, written, takenBack } = progress;
  const brokenOff = state === 'APPLYING' ? partsToWrite(progress).slice(0, 1) : [];
  return [...written, ...brokenOff].filter((part) => !takenBack.includes(part));
};

/** What is known of an import after this answer, until it is read anew. */
export const withAnswer = <P extends Progress>(progress: P, { part, state }: PartAnswer, kind: 'write' | 'undo'): P => {
  const key = kind === 'write' ? 'written' : 'takenBack';
  return { ...progress, state, [key]: [...progress[key].filter((each) => each !== part), part] };
};

const sendOne = async (
  part: number,
  ports: PartPorts,
  events: PartEvents,
  signal: AbortSignal,
): Promise<PartsEnd | undefined> => {
  for (let attempt = 1; ; attempt += 1) {
    if (signal.aborted) return { end: 'stopped' };
    try {
      events.answered(await ports.send(part, signal));
      return undefined;
    } catch (error) {
      if (signal.aborted) return { end: 'stopped' };
      if (attempt > ports.retriesAfter(error)) return { end: 'failed', part, error };
      const ms = pauseBefore(attempt, ports.random());
      events.waiting({ part, attempt, ms, error });
      await ports.pause(ms, signal);
    }
  }
};

/** Sends the parts until all are answered, the signal ends it, or a part fails in a way that repeating cannot mend. */
export const sendParts = async (
  parts: readonly number[],
  ports: PartPorts,
  events: PartEvents,
  signal: AbortSignal,
): Promise<PartsEnd> => {
  for (const part of parts) {
    const ended = await sendOne(part, ports, events, signal);
    if (ended) return ended;
  }
  return { end: 'done' };
};
