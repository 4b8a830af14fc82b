import { expect, it } from 'vitest';
import { regions } from '../regions/regions.ts';
import { unitClassOf } from '../roster/unit-class.ts';
import { parseRoster } from './parse-roster.ts';
import { toSheetRows } from './sheet.ts';

/** Whether a unit of this name owes a pledge, when nothing but its name and its head is known. */
const isCounted = (unit: string): boolean | undefined => {
  const rows = toSheetRows([
    ['UNIT KERJA', 'NAMA'],
    [unit, 'Ali'],
  ]);
  const [row] = parseRoster({ kind: 'csv', rows }, { regency: '16.04', districts: regions.districtsOf('16.04') });
  return row?.unit && unitClassOf(row.unit.class).counted;
};

it.each([
  'KANTOR KEMENTERIAN AGAMA KABUPATEN LAHAT',
  'BADAN PUSAT STATISTIK',
  'BADAN NARKOTIKA NASIONAL KABUPATEN LAHAT',
  'KANTOR PERTANAHAN',
  'KANTOR PELAYANAN PAJAK PRATAMA',
  'SEKRETARIAT KPU',
  'BAWASLU',
  'DPRD',
  'POLRES LAHAT',
  'KODIM 0405/LAHAT',
  'KEJAKSAAN NEGERI LAHAT',
  'PENGADILAN NEGERI LAHAT',
  'LAPAS KELAS IIA LAHAT',
])('%s is in the region and not under it', (unit) => {
  expect(isCounted(unit)).toBe(false);
});

it.each([
  'SEKRETARIAT DPRD',
  'BADAN KESATUAN BANGSA DAN POLITIK',
  'BADAN PENDAPATAN DAERAH',
  'DINAS PERTANAHAN',
  'BAGIAN HUKUM',
  'SATUAN POLISI PAMONG PRAJA',
  'KANTOR CAMAT LAHAT',
])('%s is under the regency', (unit) => {
  expect(isCounted(unit)).toBe(true);
});
