import { describe, expect, it } from 'vitest';
import { makeUnitId } from '../platform/ids.ts';
import type { Holder } from '../roster/holder-schema.ts';
import { naturalKey } from '../roster/natural-key.ts';
import { holderOn } from '../roster/tenure.ts';
import { Unit } from '../roster/unit-schema.ts';
import { showRow } from './import-show.ts';
import type { RosterRow, RosterUnit } from './parse-roster.ts';
import { planImport } from './plan-import.ts';

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
const today = '2024-06-20';
const rowsOf = (...units: RosterUnit[]): RosterRow[] =>
  units.map((unit, index) => ({ row: index + 2, unit, issues: [] }));
const plan = (units: RosterUnit[], existing: Unit[]) => planImport(rowsOf(...units), existing, '16.04', { today });
const planOne = (unit: RosterUnit, existing: Unit) => plan([unit], [existing]).rows[0];

describe('planImport', () => {
  it('gives a new unit an id that comes from its natural key', () => {
    const [row] = plan([school], []).rows;
    expect(row).toMatchObject({
      status: 'NEW',
      changes: [],
      unit: { id: makeUnitId('16.04', naturalKey(school)) },
    });
    expect(Unit.parse(row?.unit)).toEqual(stored(school, { version: 1, registeredOn: today }));
  });

  it('finds nothing to do when the same file comes again', () => {
    const { rows, vanished } = plan([school, agency], [stored(agency), stored(school)]);
    expect(rows.map(({ status, unit }) => [status, unit?.version])).toEqual([
      ['SAME', 3],
      ['SAME', 3],
    ]);
    expect(vanished).toEqual([]);
  });

  it.each<[string, RosterUnit, string, string[]]>([
    ['a NIP', { ...school, holder: { ...holder, nip: '197405052004121995' } }, 'CHANGED', ['holder.nip']],
    [
      'a title and a Plt',
      { ...school, holder: { ...holder, titlesAfter: 'M.Si.', acting: 'PLT' } },
      'CHANGED',
      ['holder.titlesAfter', 'holder.acting'],
    ],
    ['a name with the same NIP', { ...school, holder: { ...holder, name: 'Sahabudi' } }, 'CHANGED', ['holder.name']],
    ['an office', { ...school, office: 'Kepala Sekolah' }, 'CHANGED', ['office']],
    ['a spelling', { ...school, name: 'SDN 1 Lahat' }, 'CHANGED', ['name']],
    ['a vacancy', { ...school, holder: null }, 'REPLACED', ['holder']],
    ['another district', { ...school, district: '16.04.06', code: '1' }, 'MOVED', ['district']],
  ])('names what differs: %s', (_, unit, status, changes) => {
    const before = stored({ ...school, ...(unit.code && { code: unit.code }) });
    expect(planOne(unit, before)).toMatchObject({
      status,
      changes,
      before,
      unit: { id: before.id, naturalKey: before.naturalKey, version: 4 },
    });
  });

  it('keeps what the file leaves out of the same person, nothing of another', () => {
    const same = planOne({ ...school, holder: { name: 'SAHABADI', acting: 'DEFINITIVE' } }, stored(school));
    expect(same?.unit?.holder).toEqual({ ...holder, name: 'SAHABADI' });
    const other = planOne({ ...school, holder: { name: 'Budi', acting: 'DEFINITIVE' } }, stored(school));
    expect(other?.unit?.holder).toEqual({ name: 'Budi', acting: 'DEFINITIVE', from: today });
    expect(other?.changes).toEqual(['holder.name', 'holder.nip', 'holder.rank', 'holder.phone']);
  });

  it('puts a replaced holder into the past, in the same unit', () => {
    const other = planOne({ ...school, holder: { name: 'Budi', acting: 'DEFINITIVE' } }, stored(school));
    expect(other).toMatchObject({ status: 'REPLACED', before: { holder } });
    const { phone: _, ...remembered } = holder;
    expect(other?.unit?.past).toEqual([{ holder: remembered, to: today }]);
    expect(planOne({ ...school, holder: { ...holder, rank: 'Pembina Tk. I' } }, stored(school))?.unit?.past).toBe(
      undefined,
    );
  });

  it('takes another way of holding the office for another appointment: its letter and validity are new', () => {
    const acting = { ...holder, acting: 'PLT' as const, letter: 'SK 1', until: '2024-09-01' };
    const before = stored({ ...school, holder: acting });
    const { nip: _, ...unnumbered } = holder;
    const { unit, status } = planOne({ ...school, holder: { ...unnumbered, rank: 'Pembina Tk. I' } }, before) ?? {};
    expect([status, unit?.holder]).toEqual(['CHANGED', { ...holder, rank: 'Pembina Tk. I', from: today }]);
    const { phone: __, ...remembered } = acting;
    expect(unit?.past).toEqual([{ holder: remembered, to: today }]);
    const late = { registeredOn: '2024-01-05', ...unit } as Unit;
    expect(holderOn(late, '2024-03-01', '2024-07-01').holder).toMatchObject({ acting: 'PLT', letter: 'SK 1' });
    // The same file again says nothing new.
    expect(planOne({ ...school, holder }, late)).toMatchObject({
      changes: ['holder.rank'],
      unit: { past: unit?.past },
    });
  });

  it('finds a parent by its name, in the register or in the file, and asks where nobody bears it', () => {
    const office = { ...agency, name: 'Dinas Pendidikan' };
    const child: RosterUnit = { ...school, parentName: { name: 'DINAS PENDIDIKAN', column: 'F' } };
    const inFile = plan([child, office], []).rows;
    expect(inFile[0]).toMatchObject({ unit: { parent: inFile[1]?.unit?.id }, issues: [] });
    expect(plan([child], [stored(office)]).rows[0]?.unit?.parent).toBe(stored(office).id);
    expect(plan([child], []).rows[0]?.issues).toEqual([{ code: 'PARENT_UNKNOWN', column: 'F', severity: 'warning' }]);
    expect(plan([{ ...school, parentName: { name: 'Dinas Pendidikan' } }], []).rows[0]?.issues).toEqual([]);
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
    expect(vanished).toEqual([{ id: gone.id, class: 'SD', name: 'SD Negeri 2 Lahat' }]);
    expect(plan([school], [stored(school), { ...gone, retiredOn: '2024-01-01' }]).vanished).toEqual([]);
  });

  it('brings a retired unit back that the file names, and says so; one that is to be retired later still is', () => {
    const retired = stored(school, { retiredOn: '2024-01-01' });
    const back = planOne(school, retired);
    expect(back).toMatchObject({ status: 'CHANGED', changes: ['retiredOn'], before: retired, unit: { version: 4 } });
    expect(back?.unit).not.toHaveProperty('retiredOn');
    const replaced = planOne({ ...school, holder: { name: 'Budi', acting: 'DEFINITIVE' } }, retired);
    expect(replaced).toMatchObject({ status: 'REPLACED', changes: expect.arrayContaining(['retiredOn']) });
    expect(planOne(school, stored(school, { retiredOn: '2024-07-01' }))).toMatchObject({
      status: 'SAME',
      unit: { retiredOn: '2024-07-01' },
    });
  });

  it('takes the unit that is there for the one that a row means, not a retired one of the same name', () => {
    const gone = stored(school, { id: 'aaaaaaaa', retiredOn: '2024-01-01' });
    const there = stored(school, { id: 'bbbbbbbb' });
    const { rows, vanished } = plan([school], [gone, there]);
    expect([rows[0]?.status, rows[0]?.unit?.id, vanished]).toEqual(['SAME', 'bbbbbbbb', []]);
  });

  it('passes a row with an error on, without a unit', () => {
    const issues = [{ code: 'UNIT_MISSING' as const, column: 'E', severity: 'error' as const }];
    expect(planImport([{ row: 9, issues }], [], '16.04', { today }).rows).toEqual([
      { row: 9, status: 'ERROR', issues, changes: [] },
    ]);
  });

  it('hashes again when two keys meet in one id', () => {
    const makeId = (_: string, key: string): string => (key.endsWith('#2') ? 'bbbbbbbb' : 'aaaaaaaa');
    const ids = (existing: Unit[]) =>
      planImport(rowsOf(school, agency), existing, '16.04', { today, makeId }).rows.map(({ unit }) => unit?.id);
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

describe('showRow', () => {
  it('masks the NIP and shows no phone (rule 9), and says who was there before', () => {
    const [row] = plan([{ ...school, holder: null }], [stored(school)]).rows;
    const shown = showRow(row as NonNullable<typeof row>);
    expect(shown).toMatchObject({
      unit: { districtName: 'Lahat', holder: null },
      before: { districtName: 'Lahat', holder: { name: 'Sahabadi', nipMasked: '1974••••••••••••••' } },
    });
    expect(JSON.stringify(shown)).not.toMatch(/197405052004121994|81234567890/);
  });
});
