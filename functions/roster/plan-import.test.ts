import { describe, expect, it } from 'vitest';
import { makeUnitId } from '../platform/ids.ts';
import { naturalKey } from './natural-key.ts';
import type { RosterRow, RosterUnit } from './parse-roster.ts';
import { planImport } from './plan-import.ts';
import { RosterPreview } from './roster-schema.ts';
import { showPreview } from './show-preview.ts';
import { type Holder, Unit } from './unit-schema.ts';

const holder: Holder = {
  name: 'Sahabadi',
  nip: '197405052004121994',
  rank: 'Pembina',
  acting: 'DEFINITIVE',
  phone: '+6281234567890',
};
const school: RosterUnit = {
  class: 'SD',
  name: 'SD Negeri 1 Lahat',
  office: 'Kepala SD Negeri 1 Lahat',
  district: '16.04.10',
  holder,
};
const agency: RosterUnit = { class: 'OPD', name: 'Dinas X', office: 'Kepala Dinas X', holder: null };

const stored = (unit: RosterUnit, more: Partial<Unit> = {}): Unit => {
  const key = naturalKey(unit);
  return { ...unit, holder: unit.holder ?? null, id: makeUnitId('16.04', key), naturalKey: key, version: 3, ...more };
};
const rowsOf = (...units: RosterUnit[]): RosterRow[] =>
  units.map((unit, index) => ({ row: index + 2, unit, issues: [] }));
const plan = (units: RosterUnit[], existing: Unit[]) => planImport(rowsOf(...units), existing, '16.04');
const planOne = (unit: RosterUnit, existing: Unit) => plan([unit], [existing]).rows[0];

describe('planImport', () => {
  it('gives a new unit an id that comes from its natural key', () => {
    const [row] = plan([school], []).rows;
    expect(row).toMatchObject({
      status: 'NEW',
      version: 0,
      changes: [],
      unit: { id: makeUnitId('16.04', naturalKey(school)) },
    });
    expect(Unit.parse({ ...row?.unit, version: 1 })).toEqual(stored(school, { version: 1 }));
  });

  it('finds nothing to do when the same file comes again', () => {
    const { rows, vanished } = plan([school, agency], [stored(agency), stored(school)]);
    expect(rows.map(({ status, version }) => [status, version])).toEqual([
      ['SAME', 3],
      ['SAME', 3],
    ]);
    expect(vanished).toEqual([]);
  });

  it.each<[string, RosterUnit, string[]]>([
    ['a NIP', { ...school, holder: { ...holder, nip: '197405052004121995' } }, ['holder.nip']],
    [
      'a title and a Plt',
      { ...school, holder: { ...holder, titlesAfter: 'M.Si.', acting: 'PLT' } },
      ['holder.titlesAfter', 'holder.acting'],
    ],
    ['an office', { ...school, office: 'Kepala Sekolah' }, ['office']],
    ['a spelling', { ...school, name: 'SDN 1 Lahat' }, ['name']],
    ['a vacancy', { ...school, holder: null }, ['holder']],
  ])('names what differs: %s', (_, unit, changes) => {
    expect(planOne(unit, stored(school))).toMatchObject({
      status: 'CHANGED',
      version: 3,
      changes,
      unit: { id: stored(school).id },
    });
  });

  it('keeps what the file leaves out of the same person, nothing of another', () => {
    const same = planOne({ ...school, holder: { name: 'SAHABADI', acting: 'DEFINITIVE' } }, stored(school));
    expect(same?.unit?.holder).toEqual({ ...holder, name: 'SAHABADI' });
    const other = planOne({ ...school, holder: { name: 'Budi', acting: 'DEFINITIVE' } }, stored(school));
    expect(other?.unit?.holder).toEqual({ name: 'Budi', acting: 'DEFINITIVE' });
    expect(other?.changes).toEqual(['holder.name', 'holder.nip', 'holder.rank', 'holder.phone']);
  });

  it('leaves holders alone when the file has no names', () => {
    const { holder: _, ...unnamed } = school;
    expect(planOne(unnamed, stored(school))).toMatchObject({ status: 'SAME', unit: { holder } });
    expect(plan([unnamed], []).rows[0]?.unit?.holder).toBeNull();
  });

  it('knows a unit that got or lost its code, by its name', () => {
    const coded = { ...school, code: '10600001' };
    expect(planOne(coded, stored(school))).toMatchObject({
      status: 'CHANGED',
      changes: ['code'],
      unit: { id: stored(school).id, naturalKey: naturalKey(school) },
    });
    expect(planOne(school, stored(coded))).toMatchObject({ status: 'SAME', unit: { code: '10600001' } });
    expect(planOne({ ...school, code: '10600002' }, stored(coded))).toMatchObject({ status: 'NEW' });
  });

  it('lists units that the file does not name, of classes that it has', () => {
    const gone = stored({ ...school, name: 'SD Negeri 2 Lahat' });
    const { vanished } = plan([school], [stored(school), gone, stored(agency)]);
    expect(vanished).toEqual([{ id: gone.id, name: 'SD Negeri 2 Lahat' }]);
  });

  it('passes a row with an error on, without a unit', () => {
    const issues = [{ code: 'UNIT_MISSING' as const, column: 'E', severity: 'error' as const }];
    expect(planImport([{ row: 9, issues }], [], '16.04').rows).toEqual([
      { row: 9, status: 'ERROR', version: 0, issues, changes: [] },
    ]);
  });

  it('hashes again when two keys meet in one id', () => {
    const makeId = (_: string, key: string): string => (key.endsWith('#2') ? 'bbbbbbbb' : 'aaaaaaaa');
    const ids = (existing: Unit[]) =>
      planImport(rowsOf(school, agency), existing, '16.04', makeId).rows.map(({ unit }) => unit?.id);
    expect(ids([])).toEqual(['aaaaaaaa', 'bbbbbbbb']);
    expect(ids([stored(school, { id: 'aaaaaaaa' }), stored(agency, { id: 'bbbbbbbb' })])).toEqual([
      'aaaaaaaa',
      'bbbbbbbb',
    ]);
  });
});

describe('naturalKey', () => {
  it('is one for all spellings of a school', () => {
    const key = naturalKey(school);
    for (const name of ['SDN 1 LAHAT', 'SD NEGERI 01 Lahat', 'SD  Negeri 1, Lahat', 'UPTD SD Negeri 1 Lahat'])
      expect(naturalKey({ ...school, name })).toBe(key);
    expect(naturalKey({ ...school, name: 'SDN 11 Lahat' })).not.toBe(key);
    expect(naturalKey({ ...school, district: '16.04.06' })).not.toBe(key);
    expect(key).toBe('NAME#SD#SD NEGERI 1 LAHAT#16.04.10');
  });

  it('is the code where there is one', () => {
    expect(naturalKey({ ...school, code: 'p2960001' })).toBe('CODE#SD#P2960001');
  });
});

describe('showPreview', () => {
  const warned: RosterRow = {
    row: 3,
    unit: agency,
    issues: [{ code: 'HOLDER_MISSING', column: 'B', severity: 'warning' }],
  };
  const failed: RosterRow = { row: 4, issues: [{ code: 'UNIT_MISSING', column: 'E', severity: 'error' }] };
  const preview = showPreview({
    ...planImport(
      [...rowsOf(school), warned, failed],
      [stored(school), stored({ ...agency, name: 'Dinas Y' })],
      '16.04',
    ),
    sheet: { kind: 'xlsx', sheetName: 'Data', rows: [] },
    header: { headerRow: 1, columns: { name: 1, unit: 26 } },
    digest: 'a'.repeat(64),
  });

  it('fits its schema and counts', () => {
    expect(RosterPreview.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ sheet: 'Data', headerRow: 1, columns: { name: 'B', unit: 'AA' } });
    expect(preview.counts).toEqual({ rows: 3, new: 1, changed: 0, same: 1, error: 1, warning: 1, vanished: 1 });
  });

  it('masks the NIP and shows no phone (rule 9)', () => {
    expect(preview.rows[0]?.unit).toMatchObject({ districtName: 'Lahat', holder: { nipMasked: '1974••••••••••••••' } });
    expect(JSON.stringify(preview)).not.toMatch(/197405052004121994|81234567890/);
  });
});
