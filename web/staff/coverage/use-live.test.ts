import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { unheldAskAgainMs } from '../../../functions/coverage/live-routes.ts';
import { follow, type LiveView, openOf, pauseAfter } from './use-live.ts';
import { makeReloader } from './use-reload-on.ts';

/** The server's half, in time that the test moves. */
const server = vi.hoisted(() => ({ answer: async (_: { seen?: string }): Promise<unknown> => undefined }));
vi.mock('../../shared/api.ts', () => ({
  api: (_: string, { query }: { query: { seen?: string } }) => server.answer(query),
}));

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const page = { visibilityState: 'visible', addEventListener: vi.fn(), removeEventListener: vi.fn() };
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it('asks less and less often while nobody answers, and never less than twice a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(pauseAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('follows every session that is open, the youngest first', () => {
  const sessions = ['OPEN', 'CLOSED', 'OPEN', 'PUBLISHED'].map((state, index) => ({ session: String(index), state }));
  expect(openOf(sessions)).toEqual(['0', '2']);
  expect(openOf(undefined)).toEqual([]);
});

describe('a board', () => {
  /** Followed over these states, a second each; answers what it saw and how often it asked. */
  const followed = async (states: readonly string[], seconds: number) => {
    const seen: string[] = [];
    let asked = 0;
    server.answer = async () => {
      asked += 1;
      const state = states[Math.min(states.length - 1, Math.floor(Date.now() / 1000))];
      return { mark: `${state}`, askAgainMs: 0, live: { coverage: { state } } };
    };
    vi.setSystemTime(0);
    let view = { live: undefined } as LiveView;
    const stop = follow('aaaaaaaaaa', (change) => {
      view = change(view);
      seen.push(String(view.live?.coverage.state));
    });
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    return { states: [...new Set(seen)], asked: () => asked, stop };
  };

  test('that is put up before the session has opened moves when it opens, and rests when it has closed', async () => {
    const { states, asked } = await followed(['DRAFT', 'PUBLISHED', 'OPEN', 'OPEN', 'CLOSED'], 6);
    expect(states).toEqual(['DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED']);
    expect(page.removeEventListener).toHaveBeenCalled();
    const before = asked();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(before);
  });

  test('of a session that was called off asks once', async () => {
    const { states, asked } = await followed(['CANCELLED'], 60);
    expect({ states, asked: asked() }).toEqual({ states: ['CANCELLED'], asked: 1 });
  });

  test('that nobody looks at any more asks no more', async () => {
    const { asked, stop } = await followed(['OPEN'], 5);
    stop();
    const before = asked();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(before);
  });
});

describe('at a busy door', () => {
  const windowMs = 2_000;
  const computeMs = 400;
  const answerMs = 150;

  /** As in AWS: scans are collected for two seconds, then counted. Says how late each scan is on the page, in milliseconds. */
  const latenessOf = async (scans: readonly number[], holdMs: number): Promise<number[]> => {
    const counted = (at: number): number => {
      let [done, opens] = [0, Number.NEGATIVE_INFINITY];
      for (const scan of scans) {
        if (scan > opens + windowMs) opens = scan;
        if (at >= opens + windowMs + computeMs) done += 1;
      }
      return done;
    };
    server.answer = async ({ seen }) => {
      // Doors say meanwhile what they hold, which is news too, and asks for figures that have not moved.
      const markNow = () => `${counted(Date.now())} ${Math.floor(Date.now() / 700)}`;
      const end = Date.now() + (seen === undefined ? 0 : holdMs);
      while (markNow() === seen && Date.now() + 1_000 <= end) await wait(1_000);
      const mark = markNow();
      await wait(answerMs);
      return {
        mark,
        askAgainMs: holdMs ? 0 : unheldAskAgainMs,
        live: mark === seen ? null : { coverage: { state: 'OPEN' } },
      };
    };
    vi.setSystemTime(0);
    const shownAt: number[] = [];
    const reloader = makeReloader(() => {
      const read = counted(Date.now());
      setTimeout(() => {
        for (let index = shownAt.length; index < read; index += 1) shownAt.push(Date.now());
        reloader.answered();
      }, answerMs);
    });
    let view = {} as LiveView;
    const stop = follow('aaaaaaaaaa', (change) => {
      view = change(view);
      reloader.moved(view.mark);
    });
    await vi.advanceTimersByTimeAsync(Math.max(...scans) + 20_000);
    stop();
    reloader.stop();
    return scans.map((scan, index) => (shownAt[index] ?? Number.POSITIVE_INFINITY) - scan);
  };

  test.each([
    ['held', 8_000],
    ['not held', 0],
  ])(
    'the regent sees each scan within five seconds, also the one a second after another, where questions are %s',
    async (_, holdMs) => {
      for (let first = 3_000; first < 5_000; first += 30) {
        const late = await latenessOf([first, first + 1_000, first + 2_100, first + 2_900], holdMs);
        expect(Math.max(...late), `scans from ${first}`).toBeLessThanOrEqual(5_000);
      }
    },
  );
});

describe('asking again', () => {
  test('is done at once for the first move, then once a second, for the last of what moved meanwhile', async () => {
    vi.setSystemTime(0);
    const asked: number[] = [];
    const reloader = makeReloader(() => {
      asked.push(Date.now());
      reloader.answered();
    });
    for (let at = 0; at < 3_000; at += 100) {
      reloader.moved(`mark ${at}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([0, 1_000, 2_000, 3_000]);
  });

  test('waits for the answer under way: on a slow line the figures come all the same', async () => {
    vi.setSystemTime(0);
    const asked: number[] = [];
    const reloader = makeReloader(() => {
      asked.push(Date.now());
      setTimeout(() => reloader.answered(), 3_000);
    });
    for (let at = 0; at < 10_000; at += 500) {
      reloader.moved(`mark ${at}`);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(asked).toEqual([0, 3_000, 6_000, 9_000]);
  });

  test('is not done while nothing moves', async () => {
    const reload = vi.fn();
    const reloader = makeReloader(reload);
    reloader.answered();
    reloader.moved(undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).not.toHaveBeenCalled();
  });
});
