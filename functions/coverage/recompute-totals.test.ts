/** Two recomputations of totals at once, step by step in every order: the last of them to end leaves what both have written. */
import { expect, test } from 'vitest';
import { aRecord, aState, keepRecord } from '../../test/support/coverage-records.ts';
import { chance, everyInterleaving, interleave, type Work } from '../../test/support/interleave.ts';
import { type MemoryItems, makeMemoryTable } from '../../test/support/memory-table.ts';
import { makeSessionId } from '../platform/ids.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { type CoverageStore, makeCoverageStore } from './coverage-store.ts';
import { makeRecomputeTotals } from './recompute-totals.ts';
import { makeTotalsStore, type TotalsStore } from './totals-store.ts';

/** The clock stands still: what ends right does so without its help. */
const now = () => new Date('2024-06-27T02:00:00.000Z');

const record = (regency: string, name: string): CoverageRecord =>
  aRecord('2024-06-27T01:00:00.000Z', [aState('aaaaaaaa', { presence: 'IN_PERSON', pledge: 'SIGNED' })], {
    session: makeSessionId(regency, name),
    asOf: now().toISOString(),
  });

const freely = async () => {};

const regencies = {
  get: async (code: string) => ({ code, zone: 'WIB' }) as Regency,
  all: async () => [{ code: '16.03' }, { code: '16.04' }] as Regency[],
};

/**
 * What the projector does for a session: its record, then the totals above it. Only calls on these partitions are steps: in the others the
 * two do not meet.
 */
const project =
  (items: MemoryItems, { regency, name, meet }: { regency: string; name: string; meet: readonly string[] }): Work =>
  async (turn) => {
    const table = makeMemoryTable(items, (pk) => (meet.includes(pk) ? turn() : freely()));
    const coverage: CoverageStore = makeCoverageStore(table);
    const totals: TotalsStore = makeTotalsStore(table);
    // One step: how records of one session meet is recompute-at-once.test.ts's.
    if (meet.includes(`R#${regency}`)) await turn();
    await keepRecord(makeCoverageStore(makeMemoryTable(items)), record(regency, name));
    await makeRecomputeTotals({ regencies, coverage, totals, now })([regency]);
  };

test.each([
  ['two regencies of a province', ['16.03', '16.04'], ['P#16', 'N'], 70],
  ['two sessions of a regency', ['16.04', '16.04'], ['R#16.04', 'P#16'], 252],
])('%s, in every order of their steps', { timeout: 120_000 }, async (_, codes, meet, least) => {
  const count = await everyInterleaving(async (choose) => {
    const items: MemoryItems = new Map();
    await interleave(
      codes.map((regency, index) => project(items, { regency, name: `session-${index}`, meet })),
      choose,
    );
    const totals = makeTotalsStore(makeMemoryTable(items, freely));
    const [province] = await totals.ofNation();
    expect(province).toMatchObject({ registered: 2, held: { all: new Set(codes).size }, all: { sessions: 2 } });
    const rows = await totals.ofProvince('16');
    expect(rows.map(({ regency, all }) => [regency, all.sessions])).toEqual(
      [...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]),
    );
  });
  // Of four and of five steps each, and those that come again where one is refused.
  expect(count).toBeGreaterThan(least);
});

test('done again, the totals are the same but for when they were made', async () => {
  const items: MemoryItems = new Map();
  const once = project(items, { regency: '16.04', name: 'once', meet: [] });
  await once(freely);
  const totals = makeTotalsStore(makeMemoryTable(items, freely));
  const [before, above] = [await totals.ofProvince('16'), await totals.ofNation()];
  for (let again = 0; again < 3; again += 1) await once(freely);
  expect([await totals.ofProvince('16'), await totals.ofNation()]).toEqual([before, above]);
});

test('four at once, of which nobody waits for all others, in 1,000 orders of their steps', {
  timeout: 120_000,
}, async () => {
  const codes = ['16.03', '16.04', '16.05', '16.04'];
  for (let seed = 0; seed < 1000; seed += 1) {
    const items: MemoryItems = new Map();
    await interleave(
      codes.map((regency, index) => project(items, { regency, name: `session-${index}`, meet: ['P#16', 'N'] })),
      chance(seed),
    );
    const totals = makeTotalsStore(makeMemoryTable(items, freely));
    expect((await totals.ofNation())[0], `seed ${seed}`).toMatchObject({ held: { all: 3 }, all: { sessions: 4 } });
  }
});

test('a whole province at once: nobody is refused for ever, and nobody makes its totals more than twice', async () => {
  const items: MemoryItems = new Map();
  const codes = Array.from({ length: 76 }, (_, index) => `16.${10 + index}`);
  const calls = { N: 0 };
  const table = makeMemoryTable(items, async (pk) => {
    if (pk === 'N') calls.N += 1;
    // Others have their turn meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  });
  const ports = { regencies, coverage: makeCoverageStore(table), totals: makeTotalsStore(table), now };
  await Promise.all(
    codes.map(async (regency) => {
      await keepRecord(ports.coverage, record(regency, regency));
      await makeRecomputeTotals(ports)([regency]);
    }),
  );
  expect((await ports.totals.ofNation())[0]).toMatchObject({ held: { all: 76 }, all: { sessions: 76 } });
  // Two rounds of a read and a write each, and a last look.
  expect(calls.N).toBeLessThanOrEqual(76 * 5);
});

test('regencies of one province, asked for together, make the province once', async () => {
  const items: MemoryItems = new Map();
  const calls: string[] = [];
  const table = makeMemoryTable(items, async (pk) => void calls.push(pk));
  const coverage = makeCoverageStore(table);
  for (const code of ['16.03', '16.04', '18.01']) await keepRecord(coverage, record(code, code));
  calls.length = 0;
  const ports = { regencies, coverage, totals: makeTotalsStore(table), now };
  await makeRecomputeTotals(ports)(['16.03', '16.04', '18.01', '16.03']);
  // A read and a write for each of the two provinces.
  expect(calls.filter((pk) => pk === 'N')).toHaveLength(4);
  expect((await ports.totals.ofNation()).map(({ all }) => all.sessions)).toEqual([2, 1]);
});

test('a regency that fails is told, after the others and the province are done', async () => {
  const items: MemoryItems = new Map();
  const coverage = makeCoverageStore(makeMemoryTable(items, freely));
  await keepRecord(coverage, record('16.04', 'one'));
  const totals = makeTotalsStore(makeMemoryTable(items, freely));
  const failing = {
    all: (code: string) => (code === '16.03' ? Promise.reject(new Error('the engine is gone')) : coverage.all(code)),
  };
  const work = makeRecomputeTotals({ regencies, coverage: failing, totals, now })(['16.03', '16.04']);
  await expect(work).rejects.toThrow('the engine is gone');
  expect((await totals.ofNation())[0]).toMatchObject({ all: { sessions: 1 } });
});

test('a row that cannot be read is left out until its regency’s next totals, and what could not be read is not kept', async () => {
  const items: MemoryItems = new Map();
  const table = makeMemoryTable(items, freely);
  const coverage = makeCoverageStore(table);
  const totals = makeTotalsStore(table);
  const recompute = makeRecomputeTotals({ regencies, coverage, totals, now });
  for (const code of ['16.03', '16.04']) await keepRecord(coverage, record(code, code));
  await recompute(['16.03']);
  const row = items.get('P#16')?.get('R#16.03');
  if (row) row.years = { soon: row.all };
  await recompute(['16.04']);
  expect((await totals.ofProvince('16')).map(({ regency }) => regency)).toEqual(['16.04']);
  await recompute(['16.03']);
  expect((await totals.ofNation())[0]).toMatchObject({ all: { sessions: 2 } });
  const unreadable = async () => ({ ...(await totals.ofProvince('16'))[0], years: { soon: {} } }) as never;
  await expect(totals.replaceRegency('16.04', unreadable)).rejects.toThrow();
  expect((await totals.ofProvince('16')).length).toBe(2);
});

test.each([
  '1900-01-01T00:00:00.000Z',
  '1999-06-27T01:00:00.000Z',
  '2124-01-01T00:00:00.000Z',
  '2199-12-31T23:59:59.999Z',
])('a session of a mistyped year (%s) is counted in it, wherever it is read', async (startsAt) => {
  const items: MemoryItems = new Map();
  const table = makeMemoryTable(items, freely);
  const [coverage, totals] = [makeCoverageStore(table), makeTotalsStore(table)];
  await keepRecord(coverage, { ...record('16.04', 'mistyped'), startsAt });
  await makeRecomputeTotals({ regencies, coverage, totals, now })(['16.04']);
  expect((await totals.ofNation())[0]).toMatchObject({ all: { sessions: 1 } });
});
