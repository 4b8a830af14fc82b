/** What the store of coverage promises, against the embedded engine; `HADIR_ENDPOINT` points it at another one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { coverageKey } from '../../functions/platform/keys.ts';
import { aRecord, aState } from '../support/coverage-records.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { lahat } from '../support/fixtures.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

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
    await coverage.put(record);
    expect(await coverage.get(record.session)).toEqual(record);
    expect(await coverage.get(record.session, { consistent: true })).toEqual(record);
    expect(await coverage.all(lahat)).toContainEqual(record);
    expect(await coverage.all(lahat, { consistent: true })).toContainEqual(record);
    expect(await coverage.get(makeSessionId(lahat, 'never'))).toBeUndefined();
    expect(await coverage.all('16.05')).toEqual([]);
  });

  test('stands as the one of the latest data, in whatever order they are put', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await coverage.put({ ...record, asOf: later, checkedIn: 2 });
    await coverage.put({ ...record, checkedIn: 1 });
    expect(await coverage.get(record.session)).toMatchObject({ asOf: later, checkedIn: 2 });
  });

  test('as an older version stored it: rows without districts, cells beside them', async () => {
    const { coverage } = engine.stores;
    const { session, phase: _, closedAt: __, arrivals: ___, units: ____, cells: _____, ...facts } = fresh();
    const cells = JSON.stringify([['16.04.05', 'OPD', 1, 1, 0, 0, 1, 1, 0]]);
    await engine.table.put({ ...coverageKey(session), session, ...facts, units: 'aaaaaaaaOPS', cells });
    expect(await coverage.get(session)).toMatchObject({
      phase: null,
      closedAt: null,
      units: [{ unit: 'aaaaaaaa', district: null, presence: 'IN_PERSON' }],
      cells: [{ district: '16.04.05', expected: 1 }],
      arrivals: { from: null, perMinute: [], lately: [] },
    });
  });
});

describe('the state of a day', () => {
  test('the last one up to a day is found in one request, and none of another session', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    const other = fresh();
    for (const day of ['2024-06-27', '2024-06-29', '2024-07-01'])
      await coverage.putDay({ ...record, asOf: `${day}T05:00:00.000Z` }, day);
    await coverage.putDay(other, '2024-06-30');
    engine.requests.reset();
    expect(await coverage.lastDay(record.session, '2024-06-30')).toEqual({ asOf: '2024-06-29T05:00:00.000Z', units });
    expect(engine.requests.sent).toEqual(['Query']);
    expect((await coverage.lastDay(record.session, '2024-06-29'))?.asOf).toBe('2024-06-29T05:00:00.000Z');
    expect((await coverage.lastDay(record.session, '2024-06-28'))?.asOf).toBe('2024-06-27T05:00:00.000Z');
    expect((await coverage.lastDay(record.session, '2030-01-01'))?.asOf).toBe('2024-07-01T05:00:00.000Z');
    expect(await coverage.lastDay(record.session, '2024-06-26')).toBeUndefined();
    expect(await coverage.lastDay(other.session, '2024-06-29')).toBeUndefined();
  });

  test('stands as the one of the latest data, in whatever order they are put', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await coverage.putDay({ ...record, asOf: later }, '2024-06-27');
    await coverage.putDay({ ...record, units: [] }, '2024-06-27');
    expect(await coverage.lastDay(record.session, '2024-06-27')).toEqual({ asOf: later, units });
  });

  test('is no record of a session', async () => {
    const { coverage } = engine.stores;
    const record = fresh();
    await coverage.putDay(record, '2024-06-27');
    expect(await coverage.get(record.session)).toBeUndefined();
    expect((await coverage.all(lahat)).map(({ session }) => session)).not.toContain(record.session);
  });
});
