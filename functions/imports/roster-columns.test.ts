import { describe, expect, it } from 'vitest';
import { fieldOf, findColumns, isHeaderAgain } from './roster-columns.ts';
import { type Cell, toSheetRows } from './sheet.ts';

const find = (...rows: Cell[][]) => findColumns({ rows: toSheetRows(rows) });

describe('fieldOf', () => {
  it.each([
    ['No.', 'number'],
    ['NAMA', 'name'],
    ['Nama Lengkap', 'name'],
    ['NAMA PEJABAT', 'name'],
    ['NAMA KEPALA SEKOLAH', 'name'],
    ['Nama / NIP', 'name'],
    ['N I P', 'nip'],
    ['NIP/NI PPPK', 'nip'],
    ['Jabatan', 'office'],
    ['UNIT KERJA', 'unit'],
    ['OPD/Unit Kerja', 'unit'],
    ['Perangkat Daerah / Sekolah', 'unit'],
    ['NAMA SEKOLAH', 'unit'],
    ['Satuan Kerja', 'unit'],
    ['ASAL INSTANSI', 'unit'],
    ['Kec.', 'district'],
    ['DISTRIK', 'district'],
    ['Kapanewon', 'district'],
    ['NO. HP', 'phone'],
    ['No. WA', 'phone'],
    ['HP/WA', 'phone'],
    ['Kontak', 'phone'],
    ['NPSN', 'code'],
    ['PANGKAT/GOL', 'rank'],
    ['Gol.', 'rank'],
    ['JENIS', 'class'],
    ['Name', 'name'],
    ['Full Name', 'name'],
    ['Employee ID', 'nip'],
    ['Position', 'office'],
    ['Office', 'unit'],
    ['School Name', 'unit'],
    ['District', 'district'],
    ['Village', 'village'],
    ['Phone Number', 'phone'],
  ])('%s is %s', (title, field) => {
    expect(fieldOf(title)).toBe(field);
  });

  it.each([
    '',
    'KETERANGAN',
    'TANDA TANGAN',
    'Kode Pos',
    'Dinas Kesehatan',
    'PEMERINTAH KABUPATEN LAHAT',
    'Kecamatan Lahat',
    'Kepala Dinas Sosial',
    'Title',
    'Name of Spouse',
    'Office Address',
    'District Head',
    // A text of such words in every order takes for ever to be found no title.
    `NAMA ${'LENGKAP DAN GELAR '.repeat(50)}X`,
  ])('%j is none', (title) => {
    expect(fieldOf(title)).toBeUndefined();
  });
});

describe('findColumns', () => {
  it('finds the header under a letterhead', () => {
    const header = find(
      ['PEMERINTAH KABUPATEN LAHAT'],
      ['INSPEKTORAT'],
      [],
      ['NO', 'NAMA', 'NIP', 'UNIT KERJA'],
      [1, 'A', null, 'Dinas X'],
    );
    expect(header).toEqual({ headerRow: 4, columns: { number: 0, name: 1, nip: 2, unit: 3 } });
  });

  it('joins two rows of titles, a group above and its parts below', () => {
    const header = find(
      ['NO', 'NAMA', null, 'KONTAK', 'KECAMATAN'],
      [null, 'SEKOLAH', 'KEPALA SEKOLAH', null, null],
      [1, 'SDN 1', 'Ali', '0812', 'Lahat'],
    );
    expect(header).toEqual({
      headerRow: 2,
      upperRow: 1,
      columns: { number: 0, unit: 1, name: 2, phone: 3, district: 4 },
    });
  });

  it('does not take a data row for a second row of titles', () => {
    expect(find(['NAMA', 'UNIT KERJA', 'X'], ['Ali', 'Dinas X', 'Kecamatan Lahat'])?.headerRow).toBe(1);
  });

  it('takes the first of two columns with the same meaning', () => {
    expect(find(['NAMA', 'UNIT KERJA', 'INSTANSI'])?.columns).toEqual({ name: 0, unit: 1 });
  });

  it('finds none without a unit or an office, or below the thirtieth row', () => {
    expect(find(['NO', 'NAMA', 'NIP'])).toBeUndefined();
    expect(find(...Array.from({ length: 30 }, () => ['x']), ['NAMA', 'UNIT KERJA'])).toBeUndefined();
    expect(find()).toBeUndefined();
  });
});

describe('isHeaderAgain', () => {
  const columns = { number: 0, name: 1, unit: 2 };
  it.each<[Cell[], boolean]>([
    [['NO', 'NAMA', 'UNIT KERJA'], true],
    [[1, 2, 3], true],
    [['(1)', '(2)', '(3)'], true],
    [[1, 'Ali', 'Dinas X'], false],
    [[1, null, null], false],
    [[null, 'NAMA', null], false],
  ])('%j: %s', (cells, again) => {
    expect(isHeaderAgain({ row: 9, cells }, columns)).toBe(again);
  });
});
