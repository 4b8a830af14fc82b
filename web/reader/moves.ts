/**
 * Start and end on their way to the server. What was pressed counts from then on this screen, and is sent until it is answered; how long
 * ago it was goes with it, so that a hall without a signal does not move the minute of the reading.
 */
import { type ApiProblem, type ApiProblemCode, asApiProblem } from '../shared/api-problem.ts';

export type ReadingState = 'PLANNED' | 'READING' | 'READ' | 'VOID';

export interface Pressed {
  move: 'start' | 'end';
  /** By this device's clock, in milliseconds: only the time that has passed since is sent. */
  at: number;
}

/** How the reading stands for whoever pressed, whether or not the server knows yet. */
export const stateWith = (state: ReadingState, pending: readonly Pressed[]): ReadingState => {
  if (state === 'VOID' || state === 'READ') return state;
  if (pending.some(({ move }) => move === 'end')) return 'READ';
  return pending.length > 0 ? 'READING' : state;
};

/** The server believes six hours. */
const longestAgo = 21_600;
export const secondsAgo = (at: number, now: number): number =>
  Math.min(longestAgo, Math.max(0, Math.round((now - at) / 1000)));

/** What a reload finds; anything else than a list of ours is none. */
export const pressedIn = (kept: string | null): Pressed[] => {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(list)
      ? list.filter(({ move, at }) => (move === 'start' || move === 'end') && Number.isFinite(at))
      : [];
  } catch {
    return [];
  }
};

const refusing: readonly ApiProblemCode[] = [
  'READING_UNKNOWN',
  'READING_WRONG_STATE',
  'SESSION_WRONG_STATE',
  'PLEDGE_TEXT_UNKNOWN',
  'PLEDGE_TEXT_DIFFERS',
  'INPUT_INVALID',
];
/** Whether trying again can change nothing. Everything else (no network, a busy engine) is tried again. */
export const isRefusal = (code: ApiProblemCode): boolean => refusing.includes(code);

interface Ports<View> {
  send: (move: Pressed['move'], ago: number) => Promise<View>;
  now: () => number;
  /** Asks to be called again after that many milliseconds. */
  later: (ms: number, then: () => void) => void;
  keep: (pending: readonly Pressed[]) => void;
  /** What is still on its way, and why it is not there yet. */
  onChange: (pending: readonly Pressed[], problem: ApiProblem | undefined) => void;
  onView: (view: View) => void;
}

export interface Moves {
  press: (move: Pressed['move']) => void;
  /** Tries at once, e.g. when the network is back. */
  hurry: () => void;
}

export const retryMs = 3_000;

/** One exchange at a time, in the order of pressing; a refusal drops all that is left. */
export const makeMoves = <View>(found: readonly Pressed[], ports: Ports<View>): Moves => {
  let pending = [...found];
  let under = false;
  const changed = (problem?: ApiProblem): void => {
    ports.keep(pending);
    ports.onChange(pending, problem);
  };
  const run = async (): Promise<void> => {
    const [first] = pending;
    if (under || !first) return;
    under = true;
    try {
      const view = await ports.send(first.move, secondsAgo(first.at, ports.now()));
      pending = pending.slice(1);
      ports.onView(view);
      changed();
    } catch (error) {
      const problem = asApiProblem(error);
      if (isRefusal(problem.code)) pending = [];
      else ports.later(retryMs, () => void run());
      changed(problem);
    } finally {
      under = false;
    }
    // The next one, unless the last one failed and waits.
    if (pending[0] !== first) await run();
  };
  const press = (move: Pressed['move']): void => {
    if (pending.some((each) => each.move === move)) return;
    pending = [...pending, { move, at: ports.now() }];
    changed();
    void run();
  };
  return { press, hurry: () => void run() };
};
