import { beforeEach, describe, expect, it } from 'vitest';
import { makeExpiringMap } from '../../functions/local/identity/expiring-map.ts';

const HOUR = 60 * 60_000;
let at: number;
const now = () => new Date(at);

beforeEach(() => {
  at = Date.parse('2024-06-27T01:00:00Z');
});

describe('the expiring map', () => {
  it('ends entries at their time and never grows past its capacity', () => {
    const map = makeExpiringMap<number>({ capacity: 3, now });
    map.set('short', 1, 1_000);
    for (const key of ['a', 'b']) map.set(key, 2, HOUR);
    at += 1_000;
    expect(map.get('short')).toBeUndefined();
    for (const key of ['c', 'd']) map.set(key, 3, HOUR);
    expect([...map.entries()].map(([key]) => key)).toEqual(['b', 'c', 'd']);
  });

  it('drops what has ended before what has not', () => {
    const map = makeExpiringMap<number>({ capacity: 2, now });
    map.set('old', 1, HOUR);
    map.set('ended', 1, 1_000);
    at += 1_000;
    map.set('new', 1, HOUR);
    expect([...map.entries()].map(([key]) => key)).toEqual(['old', 'new']);
  });
});
