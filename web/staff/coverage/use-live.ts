/**
 * Sessions while they run. The server holds each request until something changes, so figures move without a reload; where it
 * cannot, it says how long to wait. Nothing is asked while nobody looks, and after the session has closed.
 */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { type ApiProblem, asApiProblem } from '../../shared/api-problem.ts';

type LiveAnswer = Answer<'GET /api/sessions/:session/live'>;
export type LiveSession = NonNullable<LiveAnswer['live']>;

export interface LiveView {
  live: LiveSession | undefined;
  /** Differs whenever a figure does. */
  mark: string | undefined;
  /** Set while the last attempt failed; the older figures stay. */
  problem: ApiProblem | undefined;
  /** When the server last answered, by this device's clock. */
  heardAt: number | undefined;
}

/** Longer than any server holds a request. */
const timeoutMs = 40_000;
/** However fast people come in, a page is drawn twice a second at most. */
const leastMs = 500;

/** How long to wait before asking again after so many failures in a row: one second to half a minute. */
export const pauseAfter = (failures: number): number => Math.min(30_000, 1_000 * 2 ** (failures - 1));

/** A browser opens six connections to a host that speaks HTTP/1.1, and each held question occupies one. */
export const mostFollowed = 3;

/** After these nothing moves any more. One that has not opened yet is followed too: a board may be put up the evening before. */
const ends = ['CLOSED', 'CANCELLED'];

const nothing: LiveView = { live: undefined, mark: undefined, problem: undefined, heardAt: undefined };

/** Follows a session until it is over; answers how to stop before. */
export const follow = (session: string, tell: (change: (before: LiveView) => LiveView) => void): (() => void) => {
  let seen: string | undefined;
  let state: string | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: AbortController | undefined;

  const ask = async (): Promise<void> => {
    const own = new AbortController();
    under = own;
    const query = seen === undefined ? {} : { seen };
    try {
      const answer = await api('GET /api/sessions/:session/live', {
        params: { session },
        query,
        signal: own.signal,
        timeoutMs,
      });
      if (own.signal.aborted) return;
      failures = 0;
      seen = answer.mark;
      state = answer.live?.coverage.state ?? state;
      tell((before) => ({
        live: answer.live ?? before.live,
        mark: answer.mark,
        problem: undefined,
        heardAt: Date.now(),
      }));
      if (state !== undefined && ends.includes(state)) stop();
      else timer = setTimeout(ask, Math.max(leastMs, answer.askAgainMs));
    } catch (error) {
      if (own.signal.aborted) return;
      failures += 1;
      tell((before) => ({ ...before, problem: asApiProblem(error) }));
      timer = setTimeout(ask, pauseAfter(failures));
    }
  };
  const pause = (): void => {
    clearTimeout(timer);
    under?.abort();
  };
  const look = (): void => {
    pause();
    if (document.visibilityState === 'visible') void ask();
  };
  const stop = (): void => {
    pause();
    document.removeEventListener('visibilitychange', look);
  };
  document.addEventListener('visibilitychange', look);
  look();
  return stop;
};

/** Of a list of sessions those to follow, in its order. */
export const openOf = (sessions: readonly { session: string; state: string }[] | undefined): string[] =>
  (sessions ?? []).filter(({ state }) => state === 'OPEN').map(({ session }) => session);

/** Several at once, the first {@link mostFollowed} of them; what is known of each, and a mark that differs whenever a figure of one does. */
export const useLives = (
  sessions: readonly string[],
): { views: ReadonlyMap<string, LiveView>; mark: string | undefined } => {
  const [all, setAll] = useState<ReadonlyMap<string, LiveView>>(new Map());
  const followed = sessions.slice(0, mostFollowed);
  const key = followed.join(' ');
  useEffect(() => {
    const stops = key
      .split(' ')
      .filter(Boolean)
      .map((session) =>
        follow(session, (change) =>
          setAll((before) => new Map(before).set(session, change(before.get(session) ?? nothing))),
        ),
      );
    return () => {
      for (const stop of stops) stop();
    };
  }, [key]);
  const views = new Map(followed.map((session) => [session, all.get(session) ?? nothing]));
  const marks = [...views.values()].flatMap(({ mark }) => mark ?? []);
  return { views, mark: marks.length ? marks.join(' ') : undefined };
};

/** Nothing is followed while there is no session. */
export const useLive = (session: string | undefined): LiveView =>
  useLives(session === undefined ? [] : [session]).views.get(session ?? '') ?? nothing;
