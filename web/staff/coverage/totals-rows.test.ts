import { expect, test } from 'vitest';
import { regencyRows, sorted, type TotalsRow, totalRow, zoneOf } from './totals-rows.ts';

const figures = (expected: number, covered: number) => ({
  sessions: expected ? 1 : 0,
  expected,
  covered,
  inPerson: covered,
  acting: 0,
  delegated: 0,
  due: 0,
  signed: 0,
});
const row = (code: string, expected: number, covered: number, lastSessionAt: string | null = null): TotalsRow => ({
  code,
  name: code,
  figures: figures(expected, covered),
  lastSessionAt,
  openSessions: 1,
  openConflicts: 2,
  registered: true,
});

const rows = [row('16.05', 0, 0), row('16.04', 10, 9), row('16.03', 10, 5), row('16.02', 100, 50), row('16.01', 0, 0)];
const codes = (all: readonly TotalsRow[]) => all.map(({ code }) => code);

test('by code, or by coverage with those that have no figures at the end', () => {
  expect(codes(sorted(rows, 'code'))).toEqual(['16.01', '16.02', '16.03', '16.04', '16.05']);
  expect(codes(sorted(rows, 'lowest'))).toEqual(['16.02', '16.03', '16.04', '16.01', '16.05']);
  expect(codes(sorted(rows, 'highest'))).toEqual(['16.04', '16.02', '16.03', '16.01', '16.05']);
});

test('a province as a tenant is named as what it is, and stands below its regencies in every order', () => {
  const own = { ...row('18', 10, 10), regency: '18', name: 'Lampung' };
  const other = { ...row('18.71', 10, 1), regency: '18.71', name: 'Kota Bandar Lampung' };
  const answer = { rows: [own, other] } as unknown as Parameters<typeof regencyRows>[0];
  const made = regencyRows(answer, '', true);
  expect(made[0]).toMatchObject({ name: 'Pemerintah Provinsi Lampung', isProvince: true });
  for (const by of ['code', 'lowest', 'highest'] as const) expect(codes(sorted(made, by))).toEqual(['18.71', '18']);
});

test('the last row: what the answer sums, and the latest session', () => {
  const answer = { figures: figures(120, 64), regencies: { all: 17, registered: 5, held: 3 } };
  const dated = [
    row('16.01', 1, 1, '2024-06-27T01:00:00.000Z'),
    row('16.02', 1, 1, '2024-07-01T01:00:00.000Z'),
    ...rows,
  ];
  expect(totalRow('Jumlah', { ...answer, rows: dated })).toMatchObject({
    figures: { expected: 120 },
    lastSessionAt: '2024-07-01T01:00:00.000Z',
    openConflicts: 14,
  });
});

test.each([
  ['16', 'WIB'],
  ['61', 'WIB'],
  ['63', 'WITA'],
  ['73', 'WITA'],
  ['81', 'WIT'],
  ['96', 'WIT'],
])('dates of province %s are in %s', (province, zone) => expect(zoneOf(province)).toBe(zone));
