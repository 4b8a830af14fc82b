/** What the store of coverage promises, against the embedded engine. */
import { describe, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { makeItemVersions } from '../../functions/platform/item-version.ts';
import { coverageDayKey, coverageKey } from '../../functions/platform/keys.ts';
import { makeTable } from '../../functions/platform/table.ts';
import { aRecord, aState, keepRecord } from '../support/coverage-records.ts';
import { lahat } from '../support/fixtures.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

const [noon, later] = ['2024-06-27T05:00:00.000Z', '2024-06-27T06:00:00.000Z'] as const;
const units = [
  aState('aaaaaaaa', { district: '16.04.05', presence: 'IN_PERSON', pledge: 'SIGNED' }),
  aState('bbbbbbbb', { class: 'SD' }),
];
let sessions = 0;
const fresh = (changes = {}) => {
  sessions += 1;
  const session = makeSessionId(lahat, `coverage-${sessions}`);
  return aRecord('2024-06-27T01:00:00.000Z', units, { session, asOf: noon, ...changes });
};

describe('the record of a session', () => {
  test('reads back as it was put, weakly and strongly, and among those of its regency', async () => {
    const { coverage } = engine.stores;
    const record = fresh({
      phase: 'DURING',
      arrivals: {
        from: '2024-06-27T00:50:00.000Z',
        perMinute: [3, 0, 12],
        lately: [{ door: 'aaaaaaaa', perMinute: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2] }],
      },
    });
    await keepRecord(coverage, record);
    expect(await coverage.get(record.session)).toEqual(record);
    expect(await coverage.get(record.session, { consistent: true })).toEqual(record);
    expect(await coverage.all(lahat)).toContainEqual(record);
    expect(await coverage.all(lahat, { consistent: true })).toContainEqual(record);
    expect(await coverage.get(makeSessionId(lahat, 'never'))).toBeUndefined();
    expect(await coverage.all('16.05')).toEqual([]);
  });

  test('is the last one kept, whatever the clocks say', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await keepRecord(coverage, { ...record, asOf: later, checkedIn: 1 });
    await keepRecord(coverage, { ...record, checkedIn: 2 });
    expect(await coverage.get(record.session)).toMatchObject({ asOf: noon, checkedIn: 2 });
  });

  test('is made again where another was kept meanwhile, and at most twice', async () => {
    const { coverage } = engine.stores;
    const { session, ...record } = fresh();
    let made = 0;
    const overtaken = async () => {
      made += 1;
      await keepRecord(coverage, { ...record, session, checkedIn: 10 + made });
      return { record: { ...record, session, checkedIn: made }, day: null };
    };
    expect((await coverage.replace(session, overtaken))?.checkedIn).toBe(2);
    expect(made).toBe(2);
    expect((await coverage.get(session))?.checkedIn).toBe(12);
  });

  test('as an older version stored it: rows without districts, cells beside them', async () => {
    const { coverage } = engine.stores;
    const { session, phase: _, closedAt: __, arrivals: ___, units: ____, cells: _____, ...facts } = fresh();
    const cells = JSON.stringify([['16.04.05', 'OPD', 1, 1, 0, 0, 1, 1, 0]]);
    const before = makeTable(engine.client, 'hadir', makeItemVersions([]));
    await before.put({ ...coverageKey(session), session, ...facts, units: 'aaaaaaaaOPS', cells });
    expect(await coverage.get(session)).toMatchObject({
      phase: null,
      closedAt: null,
      units: [{ unit: 'aaaaaaaa', district: null, presence: 'IN_PERSON' }],
      cells: [{ district: '16.04.05', expected: 1 }],
      arrivals: { from: null, perMinute: [], lately: [] },
    });
    const next = fresh({ session, checkedIn: 7 });
    await keepRecord(coverage, next);
    expect(await coverage.get(session)).toEqual(next);
  });
});

describe('the state of a day', () => {
  test('the last one up to a day is found in one request, and none of another session', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    const other = fresh();
    for (const day of ['2024-06-27', '2024-06-29', '2024-07-01'])
      await keepRecord(coverage, { ...record, asOf: `${day}T05:00:00.000Z` }, day);
    await keepRecord(coverage, other, '2024-06-30');
    engine.requests.reset();
    expect(await coverage.lastDay(record.session, '2024-06-30')).toEqual({ asOf: '2024-06-29T05:00:00.000Z', units });
    expect(engine.requests.sent).toEqual(['Query']);
    expect((await coverage.lastDay(record.session, '2024-06-29'))?.asOf).toBe('2024-06-29T05:00:00.000Z');
    expect((await coverage.lastDay(record.session, '2024-06-28'))?.asOf).toBe('2024-06-27T05:00:00.000Z');
    expect((await coverage.lastDay(record.session, '2030-01-01'))?.asOf).toBe('2024-07-01T05:00:00.000Z');
    expect(await coverage.lastDay(record.session, '2024-06-26')).toBeUndefined();
    expect(await coverage.lastDay(other.session, '2024-06-29')).toBeUndefined();
  });

  test('is the last one kept, whatever the clocks say, and over one of a version that had no revisions', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await engine.table.put({ ...coverageDayKey(record.session, '2024-06-27'), asOf: later, units: '', districts: [] });
    await keepRecord(coverage, { ...record, asOf: later, units: [] }, '2024-06-27');
    await keepRecord(coverage, record, '2024-06-27');
    expect(await coverage.lastDay(record.session, '2024-06-27')).toEqual({ asOf: noon, units });
  });

  test('is that of the record that stands, where another had kept theirs and is refused', async () => {
    const { coverage, table } = { ...engine.stores, table: engine.table };
    const record = fresh();
    const overtaken = async () => {
      // Of one who is about to be refused: begun from the same revision, and its day is kept first.
      const key = coverageDayKey(record.session, '2024-06-27');
      await table.put({ ...key, asOf: later, units: '', districts: [], revision: 1 });
      return { record, day: '2024-06-27' };
    };
    await coverage.replace(record.session, overtaken);
    expect(await coverage.lastDay(record.session, '2024-06-27')).toEqual({ asOf: noon, units });
  });

  test('is no record of a session', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await engine.table.put({ ...coverageDayKey(record.session, '2024-06-27'), asOf: noon, units: '', districts: [] });
    expect(await coverage.get(record.session)).toBeUndefined();
    expect((await coverage.all(lahat)).map(({ session }) => session)).not.toContain(record.session);
  });
});
