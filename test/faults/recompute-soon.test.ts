/** The laptop's recomputing while a hall checks in: it leaves the time to the doors, and is never late when asked to settle. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeRecomputeSoon, makeTotalsSoon } from '../../functions/local/recompute-soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const takes = (milliseconds: number) => {
  const runs: number[] = [];
  const recompute = async () => {
    runs.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return undefined;
  };
  return { runs, recompute };
};
const noFailure = (error: unknown) => expect.unreachable(String(error));

test('under a stream of changes it works a tenth of the time', async () => {
  const { runs, recompute } = takes(100);
  const soon = makeRecomputeSoon(recompute, 250, noFailure);
  for (let passed = 0; passed < 20_000; passed += 10) {
    soon.changed('session');
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(runs.length).toBeGreaterThan(15);
  expect(runs.length).toBeLessThanOrEqual(21);
});

test('however long a computation takes, the next follows within two and a half seconds', async () => {
  const { runs, recompute } = takes(5000);
  const soon = makeRecomputeSoon(recompute, 250, noFailure);
  for (let passed = 0; passed < 40_000; passed += 50) {
    soon.changed('session');
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(runs).toHaveLength(6);
});

test('a single change is counted after the short wait, and a change meanwhile once more', async () => {
  const { runs, recompute } = takes(100);
  const soon = makeRecomputeSoon(recompute, 250, noFailure);
  soon.changed('session');
  soon.changed('session');
  await vi.advanceTimersByTimeAsync(260);
  expect(runs).toHaveLength(1);
  soon.changed('session');
  await vi.advanceTimersByTimeAsync(1200);
  expect(runs).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(runs).toHaveLength(2);
});

test('settled does not wait for the pause', async () => {
  const { runs, recompute } = takes(400);
  const soon = makeRecomputeSoon(recompute, 250, noFailure);
  soon.changed('session');
  await vi.advanceTimersByTimeAsync(300);
  soon.changed('session');
  await vi.advanceTimersByTimeAsync(400);
  // In its long pause now, with one change to count.
  let settled = false;
  const waiting = soon.settled().then(() => {
    settled = true;
  });
  await vi.advanceTimersByTimeAsync(399);
  expect(settled).toBe(false);
  await vi.advanceTimersByTimeAsync(2);
  await waiting;
  expect(runs).toHaveLength(2);
});

test('settled ends although a computation never succeeds, and a later change computes again', async () => {
  let works = false;
  let computed = 0;
  const soon = makeRecomputeSoon(
    async () => {
      if (!works) throw new Error('made by the test');
      computed += 1;
      return undefined;
    },
    1,
    () => {},
  );
  const settle = async () => {
    soon.changed('s');
    const ended = soon.settled();
    await vi.runAllTimersAsync();
    await ended;
  };
  await settle();
  expect(computed).toBe(0);
  works = true;
  await settle();
  expect(computed).toBe(1);
});

test('totals of all regencies that changed meanwhile are one computation, and come again where it fails', async () => {
  const calls: string[][] = [];
  const totals = makeTotalsSoon(
    async (regencies) => {
      calls.push([...regencies]);
      if (calls.length === 1) throw new Error('made by the test');
    },
    () => {},
  );
  for (const regency of ['35.01', '35.02', '35.01']) totals.changed(regency);
  await vi.advanceTimersByTimeAsync(1001);
  totals.changed('35.03');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(calls).toEqual([
    ['35.01', '35.02'],
    ['35.01', '35.02', '35.03'],
  ]);
});

test('the oldest change that is not in the figures yet is known, through failures too, until it is', async () => {
  let failures = 2;
  const soon = makeRecomputeSoon(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      failures -= 1;
      if (failures >= 0) throw new Error('the engine is away');
    },
    250,
    () => {},
  );
  const start = performance.now();
  expect(soon.oldest()).toBeUndefined();
  soon.changed('first');
  await vi.advanceTimersByTimeAsync(200);
  soon.changed('second');
  soon.changed('first');
  // Both have failed once, or are being tried.
  await vi.advanceTimersByTimeAsync(400);
  expect(soon.oldest()).toBe(start);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(failures).toBeLessThan(0);
  expect(soon.oldest()).toBeUndefined();
  soon.changed('first');
  await vi.advanceTimersByTimeAsync(300);
  // Told of while the figures were being made, so that they may lack it.
  const during = performance.now();
  soon.changed('first');
  await vi.advanceTimersByTimeAsync(60);
  expect(soon.oldest()).toBeGreaterThan(during - 100);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(soon.oldest()).toBeUndefined();
});

test('what is left off, so that a server with a dead engine can end, does not count as waiting', async () => {
  const soon = makeRecomputeSoon(
    () => Promise.reject(new Error('gone')),
    250,
    () => {},
  );
  soon.changed('session');
  const settled = soon.settled();
  await vi.advanceTimersByTimeAsync(10_000);
  await settled;
  expect(soon.oldest()).toBeUndefined();
});
