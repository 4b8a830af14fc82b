/** Asks again when something has moved, at most once a second: a busy door moves it that often. */
import { useEffect, useRef } from 'preact/hooks';
import type { Loaded } from '../../shared/use-load.ts';

const everyMs = 1_000;

/** Often enough for a page that is left open to notice that a session has opened, or a figure above the regency moved. */
export const noticeMs = 30_000;
/** While more sessions are open than a page follows. */
export const unfollowedMs = 2_000;

export interface Reloader {
  /** `mark`: differs once something has moved. */
  moved: (mark: string | undefined) => void;
  /** What was asked for has come, or failed. */
  answered: () => void;
  stop: () => void;
}

/**
 * Asks for the first mark too: what is shown was read before it, and may lack something. Never before the last answer has come: asking anew
 * gives up the question that is under way, and on a slow line at a busy door none would ever be answered.
 */
export const makeReloader = (reload: () => void): Reloader => {
  let wanted: string | undefined;
  let asked: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let underWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    asked = wanted;
    askedAt = Date.now();
    underWay = true;
    reload();
  };
  const plan = (): void => {
    clearTimeout(timer);
    if (!underWay && wanted !== undefined && wanted !== asked)
      timer = setTimeout(ask, Math.max(0, askedAt + everyMs - Date.now()));
  };
  return {
    moved: (mark) => {
      wanted = mark;
      plan();
    },
    answered: () => {
      underWay = false;
      plan();
    },
    stop: () => clearTimeout(timer),
  };
};

export const useReloadOn = (mark: string | undefined, { data, problem, reload }: Loaded<unknown>): void => {
  const held = useRef<Reloader>();
  held.current ??= makeReloader(reload);
  const reloader = held.current;
  useEffect(() => reloader.stop, [reloader]);
  // Each answer is an object of its own, and each failure too.
  useEffect(() => reloader.answered(), [reloader, data, problem]);
  useEffect(() => reloader.moved(mark), [reloader, mark]);
};
