import { expect, test } from 'vitest';
import { takeParts } from './use-job.ts';

const run = async (
  take: (part: number) => boolean | Promise<boolean>,
  done = 0,
  signal = new AbortController().signal,
) => {
  const told: number[] = [];
  const all = await takeParts({ parts: 3, done, take: async (part) => take(part), signal }, (part) => told.push(part));
  return { told, all };
};

test('takes the parts in their order, after those that are done', async () => {
  expect(await run(() => true)).toEqual({ told: [1, 2, 3], all: true });
  expect(await run(() => true, 2)).toEqual({ told: [3], all: true });
});

test('what failed is not told as done, and nothing after it is asked for', async () => {
  const asked: number[] = [];
  const failing = run((part) => {
    asked.push(part);
    if (part === 2) throw new Error('no network');
    return true;
  });
  await expect(failing).rejects.toThrow('no network');
  expect(asked).toEqual([1, 2]);
});

test('a list that became shorter ends the job; a stop leaves it open', async () => {
  expect(await run((part) => part < 2)).toEqual({ told: [1], all: true });
  const abort = new AbortController();
  const stopped = await run(
    (part) => {
      if (part === 1) abort.abort();
      return true;
    },
    0,
    abort.signal,
  );
  expect(stopped).toEqual({ told: [1], all: false });
});
