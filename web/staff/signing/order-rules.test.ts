import { expect, it } from 'vitest';
import { mostPlaced as mostTaken } from '../../../functions/pledges/pledge-schema.ts';
import { isSame, mostPlaced, moved, placed, standingOf, unplaced } from './order-rules.ts';

const order = ['a', 'b', 'c'];

it('moves one step, or to the top; at the edge nothing happens', () => {
  expect(moved(order, 'c', 'up')).toEqual(['a', 'c', 'b']);
  expect(moved(order, 'a', 'down')).toEqual(['b', 'a', 'c']);
  expect(moved(order, 'c', 'top')).toEqual(['c', 'a', 'b']);
  expect(moved(order, 'a', 'up')).toEqual(order);
  expect(moved(order, 'c', 'down')).toEqual(order);
  expect(moved(order, 'nobody', 'top')).toEqual(order);
});

it('places at the end, and nobody twice', () => {
  expect(placed(order, 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(placed(order, 'b')).toEqual(order);
  expect(unplaced(order, 'b')).toEqual(['a', 'c']);
});

it('knows whether anything was changed', () => {
  expect([isSame(order, ['a', 'b', 'c']), isSame(order, ['a', 'c', 'b']), isSame(order, ['a', 'b'])]).toEqual([
    true,
    false,
    false,
  ]);
});

it('places as many as the API takes', () => {
  expect(mostPlaced).toBe(mostTaken);
});

it('tells who has signed, came as a delegate, or is not here', () => {
  const at = '2024-06-27T02:00:00.000Z';
  expect(
    [
      { signed: {}, present: 'holder' as const },
      { signed: {}, present: null },
      { signed: {}, present: 'delegate' as const },
      { signed: { delegate: at }, present: 'delegate' as const },
      { signed: { holder: at }, present: null },
    ].map(standingOf),
  ).toEqual([undefined, 'notHere', 'delegate', 'delegateSigned', 'signed']);
});
