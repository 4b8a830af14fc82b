import { describe, expect, test } from 'vitest';
import { aRecord, aState } from '../../test/support/coverage-records.ts';
import { changesOf, type DaySnapshot, type Touched, todayIn, touchedSince } from './changes-rules.ts';

const since = '2024-06-27T17:00:00.000Z';
const opened = '2024-06-27T01:00:00.000Z';
const states = (texts: Record<string, string>) =>
  Object.entries(texts).map(([unit, text]) =>
    aState(unit, {
      presence: text.startsWith('P')
        ? 'IN_PERSON'
        : text.startsWith('D')
          ? 'DELEGATED'
          : text.startsWith('O')
            ? 'ONLINE'
            : 'MISSING',
      pledge: text.endsWith('S') ? 'SIGNED' : 'NOT_YET',
    }),
  );
const snapshot = (texts: Record<string, string>): DaySnapshot => ({
  asOf: '2024-06-27T05:00:00.000Z',
  units: states(texts),
});
const touched = (now: Record<string, string>, before?: Record<string, string>, changes = {}): Touched => ({
  record: aRecord(opened, states(now), { asOf: '2024-06-28T02:00:00.000Z', ...changes }),
  before: before && snapshot(before),
});
const idsOf = (changed: readonly { unit: string }[]) => changed.map(({ unit }) => unit);

describe('what changed since the end of yesterday', () => {
  test('came, was taken back, signed, or was un-signed: each by itself', () => {
    const now = { aaaaaaaa: 'P-', bbbbbbbb: '--', cccccccc: '-S', dddddddd: '--', eeeeeeee: 'D-' };
    const before = { aaaaaaaa: '--', bbbbbbbb: 'P-', cccccccc: '--', dddddddd: '-S', eeeeeeee: 'P-' };
    const changes = changesOf([touched(now, before)], since);
    expect(idsOf(changes.represented)).toEqual(['aaaaaaaa']);
    expect(idsOf(changes.noLongerRepresented)).toEqual(['bbbbbbbb']);
    expect(idsOf(changes.signed)).toEqual(['cccccccc']);
    expect(idsOf(changes.noLongerSigned)).toEqual(['dddddddd']);
    expect(changes.sessions).toMatchObject([
      { before: { represented: 2, signed: 1 }, now: { expected: 5, represented: 2, due: 5, signed: 1 } },
    ]);
  });

  test('by video is no presence: from there to the hall is a change, the way back too', () => {
    const changes = changesOf([touched({ aaaaaaaa: 'P-', bbbbbbbb: 'O-' }, { aaaaaaaa: 'O-', bbbbbbbb: 'P-' })], since);
    expect(idsOf(changes.represented)).toEqual(['aaaaaaaa']);
    expect(idsOf(changes.noLongerRepresented)).toEqual(['bbbbbbbb']);
  });

  test('a session that was computed again and says the same is not in it', () => {
    const same = { aaaaaaaa: 'PS', bbbbbbbb: '--' };
    expect(changesOf([touched(same, same)], since)).toMatchObject({ represented: [], signed: [], sessions: [] });
  });

  test('a session that opened today has no yesterday, and all its represented units are new; it is there before anybody came', () => {
    const today = { frozenAt: '2024-06-28T01:00:00.000Z' };
    const came = changesOf([touched({ aaaaaaaa: 'PS', bbbbbbbb: '--' }, undefined, today)], since);
    expect(idsOf(came.represented)).toEqual(['aaaaaaaa']);
    expect(idsOf(came.signed)).toEqual(['aaaaaaaa']);
    expect(came.noLongerRepresented).toEqual([]);
    expect(came.sessions).toMatchObject([{ before: null, now: { expected: 2, represented: 1, signed: 1 } }]);
    expect(changesOf([touched({ aaaaaaaa: '--' }, undefined, today)], since).sessions).toHaveLength(1);
  });

  test('of an older session without a snapshot nothing can be told, and nothing is', () => {
    expect(changesOf([touched({ aaaaaaaa: 'PS' }, undefined, { frozenAt: opened })], since)).toEqual({
      represented: [],
      noLongerRepresented: [],
      signed: [],
      noLongerSigned: [],
      sessions: [],
    });
  });

  test('a unit that is in two sessions is named once for each', () => {
    const one = touched({ aaaaaaaa: 'P-' }, { aaaaaaaa: '--' });
    const other = { ...one, record: { ...one.record, session: 'mqeaaaaaaa' } };
    const { represented } = changesOf([one, other], since);
    expect(represented.map(({ unit, session }) => [unit, session])).toEqual([
      ['aaaaaaaa', one.record.session],
      ['aaaaaaaa', 'mqeaaaaaaa'],
    ]);
  });
});

test.each([
  ['WIB', '2024-06-27T16:59:59.999Z', '2024-06-26T17:00:00.000Z', '2024-06-26'],
  ['WIB', '2024-06-27T17:00:00.000Z', '2024-06-27T17:00:00.000Z', '2024-06-27'],
  ['WITA', '2024-06-27T15:59:59.999Z', '2024-06-26T16:00:00.000Z', '2024-06-26'],
  ['WITA', '2024-06-27T16:00:00.000Z', '2024-06-27T16:00:00.000Z', '2024-06-27'],
  ['WIT', '2024-06-27T14:59:59.999Z', '2024-06-26T15:00:00.000Z', '2024-06-26'],
  ['WIT', '2024-12-31T15:00:00.000Z', '2024-12-31T15:00:00.000Z', '2024-12-31'],
] as const)('%s at %s: today began at %s, and yesterday was the %s', (zone, now, began, yesterday) => {
  expect(todayIn(zone, now)).toEqual({ since: began, yesterday });
});

test('only sessions computed since today began are looked at, newest first', () => {
  const records = ['2024-06-27T16:59:59.999Z', '2024-06-27T17:00:00.000Z', '2024-06-28T01:00:00.000Z'].map(
    (asOf, index) => aRecord(`2024-06-2${index + 1}T01:00:00.000Z`, [], { asOf }),
  );
  expect(touchedSince(records, since).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
    '2024-06-23',
    '2024-06-22',
  ]);
});
