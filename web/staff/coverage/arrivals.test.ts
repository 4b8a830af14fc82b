import { expect, it } from 'vitest';
import { lastMinutes, minutesOf, roundUp } from './arrivals.ts';

const arrivals = { from: '2024-06-27T01:00:00.000Z', perMinute: [3, 0, 7] };
const counts = (until: string, most: number) => lastMinutes(arrivals, until, most).map(({ count }) => count);

it('goes on to this minute, also while nobody comes', () => {
  expect(counts('2024-06-27T01:04:59.000Z', 60)).toEqual([3, 0, 7, 0, 0]);
  expect(lastMinutes(arrivals, '2024-06-27T01:04:59.000Z', 60).at(-1)?.at).toBe('2024-06-27T01:04:00.000Z');
});

it('keeps the last minutes of a long day, and none that was counted is cut off by a clock that is behind', () => {
  expect(counts('2024-06-27T01:04:00.000Z', 3)).toEqual([7, 0, 0]);
  expect(counts('2024-06-27T01:01:00.000Z', 60)).toEqual([3, 0, 7]);
  expect(lastMinutes({ from: null, perMinute: [] }, '2024-06-27T01:04:00.000Z', 60)).toEqual([]);
});

it('ends with the last arrival once the session is over, however much later something is signed', () => {
  const of = (state: 'OPEN' | 'CLOSED', asOf: string) =>
    minutesOf({ arrivals, coverage: { state, asOf } } as Parameters<typeof minutesOf>[0], 2).map(({ count }) => count);
  expect(of('OPEN', '2024-06-27T01:03:00.000Z')).toEqual([7, 0]);
  expect(of('CLOSED', '2024-07-03T08:14:00.000Z')).toEqual([0, 7]);
});

it('ends a chart at a round value', () => {
  expect([0, 5, 6, 11, 34, 50, 51].map(roundUp)).toEqual([5, 5, 10, 20, 50, 50, 100]);
});
