import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeVirtualTime, type VirtualTime } from '../../test/support/virtual-time.ts';
import { type Watch, watch } from './live-watch.ts';

let time: VirtualTime;
beforeEach(() => {
  time = makeVirtualTime(0);
});
afterEach(() => time.stop());

/** A thing that changes at these moments; looking at it takes a while. */
const watching = (changesAt: readonly number[], changes: Partial<Watch<number>> = {}) => {
  const looks: number[] = [];
  const later = (ms: number) => new Promise<void>((resolve) => void time.later(resolve, ms));
  const answer = watch<number>({
    look: async () => {
      looks.push(time.now());
      await later(30);
      return changesAt.filter((at) => at <= time.now()).length;
    },
    isNews: (found) => found > 0,
    holdMs: 8000,
    pollMs: 1000,
    now: time.now,
    wait: later,
    gone: () => false,
    ...changes,
  });
  return { answer, looks };
};

test('news that is there already is answered at the first look', async () => {
  const { answer, looks } = watching([0]);
  expect(await time.until(answer)).toBe(1);
  expect(looks).toEqual([0]);
});

test('news is answered within a poll of its coming', async () => {
  const { answer, looks } = watching([3500]);
  expect(await time.until(answer)).toBe(1);
  expect(looks).toHaveLength(5);
  expect((looks.at(-1) as number) - 3500).toBeLessThanOrEqual(1030);
});

test('without news it ends in time, and begins no look after it', async () => {
  const { answer, looks } = watching([8500]);
  expect(await time.until(answer)).toBeUndefined();
  expect(looks.at(-1)).toBeLessThanOrEqual(8000);
  expect(time.now()).toBeLessThanOrEqual(8100);
});

test('where nothing is held it looks once', async () => {
  const { answer, looks } = watching([500], { holdMs: 0 });
  expect(await time.until(answer)).toBeUndefined();
  expect(looks).toHaveLength(1);
});

test('nobody looks for somebody who has gone', async () => {
  const { answer, looks } = watching([], { gone: () => time.now() >= 2500 });
  expect(await time.until(answer)).toBeUndefined();
  expect(looks).toHaveLength(3);
});

test('what fails while it is held fails the question', async () => {
  const { answer } = watching([], {
    look: async () => {
      if (time.now() > 2000) throw new Error('the engine is gone');
      return 0;
    },
  });
  const failed = answer.catch((error: Error) => error.message);
  expect(await time.until(failed)).toBe('the engine is gone');
});
