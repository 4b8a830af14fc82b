/** Time that a simulation moves: nothing waits for a real clock, and nothing moves on while work is under way. */

export interface VirtualTime {
  now: () => number;
  later: (work: () => void, ms: number) => () => void;
  /** Counts a piece of real work (storage, cryptography, a request) for as long as it takes. */
  track: <T>(work: Promise<T>) => Promise<T>;
  /** Until nothing is under way. */
  settle: () => Promise<void>;
  /** Runs what falls due, each after everything before it has settled. */
  advance: (ms: number) => Promise<void>;
  /** Moves on until the work is done. */
  until: <T>(work: Promise<T>) => Promise<T>;
  /** Ends the counting of cryptography. */
  stop: () => void;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Promises that follow one another between two pieces of work need a few turns of the event loop. */
const quietTurns = 4;
const counted = ['encrypt', 'decrypt', 'digest', 'sign', 'generateKey', 'exportKey'] as const;

/** Cryptography works in other threads, where no turn of the event loop shows it. */
const countCryptography = (track: VirtualTime['track']): (() => void) => {
  const { subtle } = crypto;
  for (const name of counted) {
    const work = subtle[name] as (...given: unknown[]) => Promise<unknown>;
    const value = (...given: unknown[]) => track(work.apply(subtle, given));
    Object.defineProperty(subtle, name, { value, configurable: true });
  }
  return () => {
    for (const name of counted) Reflect.deleteProperty(subtle, name);
  };
};

export const makeVirtualTime = (start: number): VirtualTime => {
  let now = start;
  let underWay = 0;
  let order = 0;
  let timers: { at: number; order: number; work: () => void }[] = [];

  const track: VirtualTime['track'] = (work) => {
    underWay += 1;
    return work.finally(() => {
      underWay -= 1;
    });
  };
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < quietTurns; quiet = underWay ? 0 : quiet + 1) await turn();
  };
  const nextDue = (until: number) =>
    timers
      .filter(({ at }) => at <= until)
      .reduce<(typeof timers)[number] | undefined>(
        (first, timer) =>
          !first || timer.at < first.at || (timer.at === first.at && timer.order < first.order) ? timer : first,
        undefined,
      );

  const advance: VirtualTime['advance'] = async (ms) => {
    const until = now + ms;
    await settle();
    for (let due = nextDue(until); due; due = nextDue(until)) {
      const { work } = due;
      timers = timers.filter((timer) => timer !== due);
      now = Math.max(now, due.at);
      work();
      await settle();
    }
    now = until;
  };

  const stop = countCryptography(track);
  return {
    now: () => now,
    later: (work, ms) => {
      order += 1;
      const timer = { at: now + Math.max(0, ms), order, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    track,
    settle,
    advance,
    until: async (work) => {
      let done = false;
      const ended = (): void => {
        done = true;
      };
      work.then(ended, ended);
      for (let waited = 0; !done; waited += 1) {
        if (waited > 36_000) throw new Error('not done within an hour of the simulation');
        await advance(100);
      }
      return work;
    },
    stop,
  };
};
