import { describe, expect, test } from 'vitest';
import { aRecord } from '../../test/support/coverage-records.ts';
import { heldRecords, latestAsOf, maySendScans, recordsIn } from './period-rules.ts';

describe('the sessions of a period', () => {
  // The last second of 26 June and the first of 27 June, in each zone.
  test.each([
    ['WIB', '2024-06-26T16:59:59.999Z', '2024-06-26T17:00:00.000Z'],
    ['WITA', '2024-06-26T15:59:59.999Z', '2024-06-26T16:00:00.000Z'],
    ['WIT', '2024-06-26T14:59:59.999Z', '2024-06-26T15:00:00.000Z'],
  ] as const)('%s: days begin and end at midnight there, both included', (zone, before, after) => {
    const records = [aRecord(before, []), aRecord(after, [])];
    const starts = (period: Parameters<typeof recordsIn>[1]) =>
      recordsIn(records, period, zone).map(({ startsAt }) => startsAt);
    expect(starts({ to: '2024-06-26' })).toEqual([before]);
    expect(starts({ from: '2024-06-27' })).toEqual([after]);
    expect(starts({ from: '2024-06-26', to: '2024-06-27' })).toEqual([before, after]);
    expect(starts({ from: '2024-06-27', to: '2024-06-27' })).toEqual([after]);
    expect(starts({ from: '2024-06-27', to: '2024-06-26' })).toEqual([]);
    expect(starts({})).toEqual([before, after]);
  });

  test('the same start is of another day in another zone', () => {
    const record = aRecord('2024-06-26T15:30:00.000Z', []);
    expect(recordsIn([record], { from: '2024-06-27' }, 'WIT')).toHaveLength(1);
    expect(recordsIn([record], { from: '2024-06-27' }, 'WITA')).toHaveLength(0);
  });

  test('a session without a phase is in none, and in no phase asked all are', () => {
    const records = [
      aRecord('2024-06-27T01:00:00.000Z', []),
      aRecord('2024-06-28T01:00:00.000Z', [], { phase: 'DURING' }),
    ];
    expect(recordsIn(records, { phase: 'DURING' }, 'WIB')).toEqual([records[1]]);
    expect(recordsIn(records, { phase: 'BEFORE' }, 'WIB')).toEqual([]);
    expect(recordsIn(records, {}, 'WIB')).toHaveLength(2);
  });

  test('oldest first, of the same start by id; a plan is none', () => {
    const [late, early] = [aRecord('2024-06-28T01:00:00.000Z', []), aRecord('2024-06-27T01:00:00.000Z', [])];
    const twin = { ...early, session: `${early.session.slice(0, 9)}7` };
    const plan = aRecord('2024-06-26T01:00:00.000Z', [], { frozenAt: null, state: 'PUBLISHED' });
    const sorted = [early, twin].sort((a, b) => (a.session < b.session ? -1 : 1));
    expect(heldRecords([late, plan, twin, early])).toEqual([...sorted, late]);
  });
});

test('the youngest reading, or now where there is none', () => {
  const at = (asOf: string) => ({ asOf });
  const now = '2024-07-01T00:00:00.000Z';
  expect(latestAsOf([], now)).toBe(now);
  expect(latestAsOf([at('2024-06-28T00:00:00.000Z'), at('2024-06-27T00:00:00.000Z')], now)).toBe(
    '2024-06-28T00:00:00.000Z',
  );
});

test('doors are asked for a week after the closing, and while the session is open', () => {
  const closedAt = '2024-06-27T05:00:00.000Z';
  const at = (now: string) => maySendScans({ state: 'CLOSED', closedAt }, new Date(now));
  expect(at('2024-07-04T04:59:59.999Z')).toBe(true);
  expect(at('2024-07-04T05:00:00.000Z')).toBe(false);
  expect(maySendScans({ state: 'OPEN', closedAt: null }, new Date('2025-01-01T00:00:00Z'))).toBe(true);
  // Stored before the closing was kept: nobody can say whether its week is over, and it was long ago.
  expect(maySendScans({ state: 'CLOSED', closedAt: null }, new Date(closedAt))).toBe(false);
  expect(maySendScans({ state: 'PUBLISHED', closedAt: null }, new Date(closedAt))).toBe(false);
});
