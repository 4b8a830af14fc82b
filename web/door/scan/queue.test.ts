import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeQueue, pauseMs, type QueueStore } from './queue.ts';
import type { Result } from './result.ts';
import type { Scan } from './scan.ts';

const waiting: Result = { kind: 'waiting', why: 'NO_ANSWER' };
const refused: Result = { kind: 'refused', reason: 'UNKNOWN' };

const scan = (nonce: string): Scan => ({
  nonce,
  session: 'bbbbbbbbbb',
  door: 'Pintu A',
  scannedAt: '2024-06-27T01:00:00.000Z',
  target: { code: 'x' },
  who: 'roster',
});

const makeStore = (kept: readonly Scan[] = []): QueueStore & { kept: readonly Scan[] } => {
  const store = {
    kept,
    load: () => [...store.kept],
    save: (scans: readonly Scan[]) => {
      store.kept = scans;
    },
  };
  return store;
};

const start = (send: (scan: Scan) => Promise<Result>, store = makeStore()) => {
  const results: string[] = [];
  const counts: number[] = [];
  const queue = makeQueue({
    send,
    store,
    onResult: ({ nonce }, { kind }) => results.push(`${nonce} ${kind}`),
    onCount: (count) => counts.push(count),
  });
  return { queue, store, results, counts };
};

describe('the queue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps a scan before it is sent and forgets it when it is settled', async () => {
    const { queue, store, results } = start(async () => {
      expect(store.kept).toHaveLength(1);
      return refused;
    });
    await queue.add(scan('one'));
    expect(store.kept).toHaveLength(0);
    expect(results).toEqual(['one refused']);
  });

  it('sends an unanswered scan again with the same nonce, after growing pauses', async () => {
    const sent: string[] = [];
    let reachable = false;
    const { queue, store } = start(async ({ nonce }) => {
      sent.push(nonce);
      return reachable ? refused : waiting;
    });
    await queue.add(scan('one'));
    expect(store.kept).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(sent).toEqual(['one', 'one']);
    reachable = true;
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual(['one', 'one', 'one']);
    expect(store.kept).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(3);
  });

  it('sends the others, oldest first, as soon as one gets an answer', async () => {
    let reachable = false;
    const { queue, results } = start(async () => (reachable ? refused : waiting));
    await queue.add(scan('one'));
    await queue.add(scan('two'));
    reachable = true;
    await queue.add(scan('three'));
    expect(results.slice(2)).toEqual(['three refused', 'one refused', 'two refused']);
    expect(queue.waiting()).toEqual([]);
  });

  it('never sends one scan twice at the same time', async () => {
    const answers: ((result: Result) => void)[] = [];
    const { queue } = start(() => new Promise((answer) => answers.push(answer)));
    const added = queue.add(scan('one'));
    await queue.flush();
    await queue.flush();
    expect(answers).toHaveLength(1);
    answers[0]?.(refused);
    await added;
    expect(queue.waiting()).toEqual([]);
  });

  it('takes up what an earlier page left behind, and stops when told', async () => {
    const { queue, results, counts } = start(async () => refused, makeStore([scan('old')]));
    expect(counts).toEqual([1]);
    await queue.flush();
    expect(results).toEqual(['old refused']);
    queue.stop();
    await queue.flush();
  });

  it('pauses 2 s at first and never more than 30 s', () => {
    expect([0, 1, 2, 5, 50].map(pauseMs)).toEqual([2_000, 2_000, 4_000, 30_000, 30_000]);
  });
});
