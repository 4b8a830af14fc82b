/** Loading and sending with their states, so that no page forgets one. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, asApiProblem } from './api-problem.ts';

export interface Loaded<T> {
  data: T | undefined;
  /** Set while the last attempt failed; the older data stays on the screen. */
  problem: ApiProblem | undefined;
  loading: boolean;
  reload: () => void;
}

/**
 * Loads when `key` changes, and again every `everyMs` while the page is visible. An answer that comes after the key changed
 * is dropped.
 */
export const useLoad = <T>(key: string, load: (signal: AbortSignal) => Promise<T>, everyMs?: number): Loaded<T> => {
  const [state, setState] = useState<{ key: string; data?: T; problem?: ApiProblem }>({ key: '' });
  const [turn, setTurn] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  // `turn` is there to ask again for the same key.
  useEffect(() => {
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      try {
        const data = await loader.current(abort.signal);
        if (!abort.signal.aborted) setState({ key, data });
      } catch (error) {
        if (abort.signal.aborted) return;
        const problem = asApiProblem(error);
        setState((before) =>
          before.key === key && before.data !== undefined ? { key, data: before.data, problem } : { key, problem },
        );
      }
    };
    void run();
    const timer =
      everyMs === undefined
        ? undefined
        : setInterval(() => document.visibilityState === 'visible' && void run(), everyMs);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [key, turn, everyMs]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const current = state.key === key ? state : { key };
  const data = 'data' in current ? current.data : undefined;
  const problem = 'problem' in current ? current.problem : undefined;
  return { data, problem, loading: data === undefined && problem === undefined, reload };
};

export interface Action<Args extends unknown[]> {
  busy: boolean;
  problem: ApiProblem | undefined;
  run: (...args: Args) => Promise<void>;
  forget: () => void;
}

/** Sends something: one at a time, with its problem kept to be shown. */
export const useAction = <Args extends unknown[]>(send: (...args: Args) => Promise<void>): Action<Args> => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const under = useRef(false);
  const sender = useRef(send);
  sender.current = send;
  const run = useCallback(async (...args: Args) => {
    // A second tap while the first is under way is the same wish.
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await sender.current(...args);
    } catch (error) {
      setProblem(asApiProblem(error));
    } finally {
      under.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setProblem(undefined), []);
  return { busy, problem, run, forget };
};
