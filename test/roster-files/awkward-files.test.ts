/** Every awkward file gives the rows and the errors that were written down for it by hand. */
import { describe, expect, test } from 'vitest';
import { openRoster } from '../../functions/imports/import-file.ts';
import { type PlannedRow, planImport } from '../../functions/imports/plan-import.ts';
import type { Holder } from '../../functions/roster/holder-schema.ts';
import { fullName } from '../../functions/roster/person-name.ts';
import { awkwardFiles, type Shown } from './awkward-files.ts';
import { workbook } from './make-files.ts';

const regency = '16.04';
const memory = { mappings: [], districts: {} };

const named = ({ name, titlesBefore, titlesAfter }: Holder) => ({
  name,
  ...(titlesBefore && { titlesBefore }),
  ...(titlesAfter && { titlesAfter }),
});

const shown = (
  { unit, issues }: PlannedRow,
  what: Shown,
  nameOf: (id: string | undefined) => string | undefined,
): string | undefined => {
  if (what === 'issues')
    return issues.map(({ code, column, otherRow }) => [column, code, otherRow].filter(Boolean).join(' ')).join(', ');
  const holder = unit?.holder;
  const texts: Record<Exclude<Shown, 'issues'>, string | undefined> = {
    unit: unit?.name,
    class: unit?.class,
    office: unit?.office,
    holder: holder ? fullName(named(holder)) : undefined,
    acting: holder?.acting,
    nip: holder?.nip,
    district: unit?.district,
    village: unit?.village,
    code: unit?.code,
    phone: holder?.phone,
    email: holder?.email,
    letter: holder?.letter,
    parent: nameOf(unit?.parent),
  };
  return texts[what];
};

const read = async (bytes: Uint8Array, sheet?: string) => {
  const opened = await openRoster({ bytes, sheet, regency, memory });
  const { rows } = planImport(opened.rows, [], regency, { today: '2024-06-20' });
  return { ...opened, rows };
};

describe.each(awkwardFiles)('$what', ({ make, shows, rows: expected, sheet }) => {
  test('gives these rows and these issues', async () => {
    const { rows, sure } = await read(await make(), sheet);
    const names = new Map(rows.map(({ unit }) => [unit?.id, unit?.name]));
    const lines = rows.map((row) =>
      [row.row, ...shows.map((what) => shown(row, what, (id) => id && names.get(id)) || '-')].join(' | '),
    );
    expect(lines).toEqual(expected);
    expect(sure).toBe(true);
  });
});

test('22,000 rows in one file: every one is read, and the wrong ones are told', { timeout: 120_000 }, async () => {
  // Every thousandth has no unit, every other thousandth repeats the school before it, every hundredth lies nowhere known.
  const school = (index: number) =>
    index % 1000 === 0 ? null : `SD NEGERI ${index % 1000 === 500 ? index - 1 : index} LAHAT`;
  const district = (index: number) => (index % 100 === 50 ? 'ANTAH BERANTAH' : 'LAHAT');
  const rows = Array.from({ length: 22_000 }, (_, at) => [
    at + 1,
    `H. AHMAD ${at + 1}, S.Pd.`,
    school(at + 1),
    district(at + 1),
  ]);
  const bytes = await workbook({
    Data: [['KEPALA SEKOLAH SE-KABUPATEN'], ['NO', 'NAMA', 'SEKOLAH', 'KECAMATAN'], ...rows],
  });
  const { rows: planned, sure } = await read(bytes);
  const having = (code: string) => planned.filter(({ issues }) => issues.some((issue) => issue.code === code)).length;
  expect(sure).toBe(true);
  expect(planned).toHaveLength(22_000);
  expect([having('UNIT_MISSING'), having('DUPLICATE_UNIT'), having('DISTRICT_UNKNOWN')]).toEqual([22, 22, 220]);
  expect(planned.filter(({ status }) => status === 'NEW')).toHaveLength(22_000 - 22 - 22 - 220);
  expect(planned.at(-2)).toMatchObject({ row: 22_001, unit: { name: 'SD Negeri 21999 Lahat' } });
});

test('there are as many as were asked for', () => {
  expect(awkwardFiles.length).toBeGreaterThanOrEqual(16);
});
