/** Writing or taking back an import on a page: how far it is, and how to pause it, wake it, or go on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { type ApiProblem, asApiProblem, ApiProblem as Problem } from '../../../shared/api-problem.ts';
import { useRegency } from '../../frame/staff.ts';
import type { ImportShown } from './mapping-draft.ts';
import {
  type PartAnswer,
  type PartEvents,
  type PartPorts,
  partsToTakeBack,
  partsToWrite,
  sendParts,
  withAnswer,
} from './write-parts.ts';

export type PartsKind = 'write' | 'undo';

export interface PartsRun {
  kind: PartsKind;
  going: boolean;
  /** Parts that are behind us, those of earlier visits among them. */
  done: number;
  all: number;
  /** Rows of this visit. */
  rows: number;
  /** Set while nobody answers. */
  waiting: { attempt: number } | undefined;
  problem: ApiProblem | undefined;
}

/** A part's answer comes within 30 s, or never. */
const partTimeoutMs = 35_000;

/** A server that is gone comes back; a fault of its own is worth a second and a third look; anything else is an answer. */
const retriesAfter = (error: unknown): number => {
  if (!(error instanceof Problem)) return 0;
  const { code } = error;
  if (code === 'UNREACHABLE' || code === 'TIMED_OUT' || code === 'ENGINE_UNAVAILABLE') return Number.POSITIVE_INFINITY;
  return code === 'INTERNAL' || code === 'ANSWER_UNREADABLE' ? 3 : 0;
};

const routes = {
  write: 'POST /api/regencies/:regency/imports/:import/parts/:part/write',
  undo: 'POST /api/regencies/:regency/imports/:import/parts/:part/take-back',
} as const;

/** A pause that a click, or the browser's word that the network is back, ends early. */
const makePause = () => {
  let wake = (): void => undefined;
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        removeEventListener('online', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      addEventListener('online', done);
      signal.addEventListener('abort', done);
      wake = done;
    });
  return { pause, wake: () => wake() };
};

interface Parts {
  /** The import with what this visit has done to it. */
  now: ImportShown;
  run: PartsRun | undefined;
  start: (kind: PartsKind) => void;
  pause: () => void;
  tryNow: () => void;
}

/** `onEnd` is called when a run ended by itself, whichever way: the import is then to be read anew. */
export const useParts = (shown: ImportShown, onEnd: () => void): Parts => {
  const { code } = useRegency();
  const [ahead, setAhead] = useState({ of: shown, now: shown });
  // What was read anew knows better.
  const now = ahead.of === shown ? ahead.now : shown;
  const [run, setRun] = useState<PartsRun>();
  const abort = useRef<AbortController>();
  const waking = useRef(makePause());
  // Leaving the page is a pause.
  useEffect(() => () => abort.current?.abort(), [shown.id]);

  const change = (changes: (before: PartsRun) => Partial<PartsRun>): void =>
    setRun((before) => before && { ...before, ...changes(before) });

  const answered = (kind: PartsKind, answer: PartAnswer): void => {
    setAhead((before) => ({
      of: shown,
      now: withAnswer(before.of === shown ? before.now : shown, answer, kind),
    }));
    change((before) => ({ done: before.done + 1, rows: before.rows + answer.done, waiting: undefined }));
  };

  const start = (kind: PartsKind): void => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    const parts = kind === 'write' ? partsToWrite(now) : partsToTakeBack(now);
    const done = (kind === 'write' ? now.written : now.takenBack).length;
    setRun({
      kind,
      going: true,
      done,
      all: done + parts.length,
      rows: 0,
      waiting: undefined,
      problem: undefined,
    });
    const ports: PartPorts = {
      send: (part, until) =>
        api(routes[kind], {
          params: { regency: code, import: shown.id, part: String(part) },
          signal: until,
          timeoutMs: partTimeoutMs,
        }),
      retriesAfter,
      pause: waking.current.pause,
      random: Math.random,
    };
    const events: PartEvents = {
      answered: (answer) => answered(kind, answer),
      waiting: ({ attempt }) => change(() => ({ waiting: { attempt } })),
    };
    void sendParts(parts, ports, events, signal).then((end) => {
      if (abort.current !== controller) return;
      const problem = end.end === 'failed' ? asApiProblem(end.error) : undefined;
      change(() => ({ going: false, waiting: undefined, problem }));
      onEnd();
    });
  };

  return {
    now,
    run,
    start,
    pause: () => abort.current?.abort(),
    tryNow: () => waking.current.wake(),
  };
};
