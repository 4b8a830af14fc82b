/** What the store of imports promises, and the removal of a unit by its version. */
import { expect, test } from 'vitest';
import type { ImportHead, PlanRow } from '../../functions/imports/import-record.ts';
import type { NewImport } from '../../functions/imports/import-store.ts';
import { aUnit, lahat } from '../support/fixtures.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

const now = new Date('2024-06-20T02:00:00Z');
const seconds = now.getTime() / 1000;

const rowsOf = (count: number): PlanRow[] =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    status: 'NEW',
    unit: aUnit(`Dinas ${index}`),
    issues: [],
    changes: [],
  }));
const made = (id: string, rows: PlanRow[], changes: Partial<ImportHead> = {}): NewImport => ({
  head: {
    id,
    file: 'daftar.csv',
    kind: 'csv',
    otherSheets: [],
    plannedAt: now.toISOString(),
    plannedBy: 'staff-1',
    headerRow: 1,
    remembered: false,
    counts: {
      rows: rows.length,
      new: rows.length,
      moved: 0,
      replaced: 0,
      changed: 0,
      same: 0,
      error: 0,
      warning: 0,
      vanished: 0,
    },
    digest: 'a'.repeat(64),
    plan: 'plan-1',
    sure: true,
    ttl: seconds + 60,
    ...changes,
  },
  details: { columns: [], districts: [] },
  rows,
  vanished: [{ id: 'bbbbbbbb', class: 'OPD', name: 'Dinas Lama' }],
});

test('the first plan under an id stands, with its own parts', async () => {
  const { imports } = engine.stores;
  expect(await imports.create(lahat, made('aaaaaaaa', rowsOf(501)))).toBe(true);
  expect(await imports.create(lahat, made('aaaaaaaa', rowsOf(3), { plan: 'plan-2' }))).toBe(false);
  const head = await imports.get(lahat, 'aaaaaaaa', now);
  expect(head).toMatchObject({ parts: 2, plan: 'plan-1' });
  if (!head) return;
  expect(await imports.rows(lahat, head, 1)).toEqual(rowsOf(501).slice(500));
  expect(await imports.rows(lahat, head, 2)).toBeUndefined();
  expect((await imports.details(lahat, head))?.index.map(({ first }) => first)).toEqual([2, 502]);
  expect(await imports.vanished(lahat, head)).toEqual(made('', []).vanished);
});

test('parts are noted in sets, and nothing is begun or written once the undoing has started', async () => {
  const { imports } = engine.stores;
  await imports.create(lahat, made('cccccccc', rowsOf(501)));
  expect(await imports.begin(lahat, 'cccccccc', 2)).toBeUndefined();
  for (const part of [1, 0, 1]) await imports.begin(lahat, 'cccccccc', part);
  expect(await imports.finish(lahat, 'cccccccc', 'WRITE', 1)).toMatchObject({
    begun: new Set([0, 1]),
    written: new Set([1]),
  });
  expect(await imports.startUndo(lahat, 'cccccccc', 0)).toMatchObject({ undoing: true });
  expect(await imports.begin(lahat, 'cccccccc', 0)).toBeUndefined();
  expect(await imports.finish(lahat, 'cccccccc', 'WRITE', 0)).toBeUndefined();
  expect(await imports.finish(lahat, 'cccccccc', 'BACK', 1)).toMatchObject({ takenBack: new Set([1]) });
  expect(await imports.startUndo(lahat, 'dddddddd', 0)).toBeUndefined();
});

test('what a part came to is kept once', async () => {
  const { imports } = engine.stores;
  const which = { id: 'eeeeeeee', plan: 'plan-1', ttl: seconds + 60 };
  expect(await imports.outcome(lahat, which, 'WRITE', 0)).toBeUndefined();
  expect(await imports.keepOutcome(lahat, which, 'WRITE', 0, { done: 2, skipped: [4] })).toEqual({
    done: 2,
    skipped: [4],
  });
  expect(await imports.keepOutcome(lahat, which, 'WRITE', 0, { done: 3, skipped: [] })).toEqual({
    done: 2,
    skipped: [4],
  });
  expect(await imports.outcome(lahat, which, 'BACK', 0)).toBeUndefined();
});

test('an import is gone when its time is over, whether the engine has removed it or not', async () => {
  const { imports } = engine.stores;
  await imports.create('16.05', made('ffffffff', rowsOf(1)));
  expect((await imports.all('16.05', now)).map(({ id }) => id)).toEqual(['ffffffff']);
  const later = new Date(now.getTime() + 61_000);
  expect(await imports.all('16.05', later)).toEqual([]);
  expect(await imports.get('16.05', 'ffffffff', later)).toBeUndefined();
});

test('the memory is all that was said, by whoever and at the same time, and empty before', async () => {
  const { imports } = engine.stores;
  expect(await imports.memory(lahat)).toEqual({ mappings: [], districts: {} });
  // `constructor` is what every object has, and what a table may trip over as a key.
  const said = ['Lahatt', 'Jaray', 'constructor'].map((typed) => ({
    mappings: [{ titles: [typed], columns: { unit: 'A' } }],
    districts: { [typed]: '16.04.10' },
  }));
  await Promise.all(said.map((each) => imports.remember(lahat, each)));
  const known = await imports.memory(lahat);
  expect(known.mappings.map(({ titles }) => titles[0]).sort()).toEqual(['Jaray', 'Lahatt', 'constructor']);
  expect(Object.keys(known.districts).sort()).toEqual(['Jaray', 'Lahatt', 'constructor']);
  const newer = { mappings: [], districts: { Lahatt: '16.04.17' } };
  const after = { ...known, districts: { ...known.districts, Lahatt: '16.04.17' } };
  expect(await imports.remember(lahat, newer)).toEqual(after);
  expect(await imports.memory(lahat)).toEqual(after);
});

test('a unit is removed at the version that was read, and at no other', async () => {
  const { units } = engine.stores;
  const unit = aUnit('Dinas yang salah');
  await units.put(lahat, unit);
  expect(await units.removeIf(lahat, unit.id, 2)).toBe(false);
  expect(await units.removeIf(lahat, unit.id, 1)).toBe(true);
  expect(await units.removeIf(lahat, unit.id, 1)).toBe(false);
  expect(await units.get(lahat, unit.id)).toBeUndefined();
});
