import { describe, expect, it } from 'vitest';
import { chooseHeader, fileColumns, firstRowsOf, isSure } from './import-columns.ts';
import type { ImportMemory } from './import-schema.ts';
import { parseRoster } from './parse-roster.ts';
import { type Cell, type Sheet, toSheetRows } from './sheet.ts';

const nothing: ImportMemory = { mappings: [], districts: {} };
const sheetOf = (...rows: Cell[][]): Sheet => ({ kind: 'csv', rows: toSheetRows(rows) });
const open = (sheet: Sheet, memory = nothing) => {
  const chosen = chooseHeader(sheet, memory);
  const rows = chosen.header ? parseRoster(sheet, { regency: '16.04', districts: [], header: chosen.header }) : [];
  return { chosen, rows, sure: isSure(sheet, chosen, rows), columns: fileColumns(sheet, chosen) };
};

const twoRows: Cell[][] = [
  ['NO', 'PIMPINAN LAMA', null, 'LEMBAGA'],
  [null, 'BARU', 'NIP', null],
  [1, 'Ali', '197405052004121001', 'Dinas Sosial'],
];
const remembered = (titles: string[], columns: ImportMemory['mappings'][number]['columns']): ImportMemory => ({
  mappings: [{ titles, columns }],
  districts: {},
});

describe('what the organiser once said of files with these titles', () => {
  it('is found by the titles of two rows, as the columns were shown', () => {
    const titles = ['NO', 'PIMPINAN LAMA BARU', 'PIMPINAN LAMA NIP', 'LEMBAGA'];
    const { chosen, rows, sure, columns } = open(
      sheetOf(['KOP SURAT'], ...twoRows),
      remembered(titles, { name: 'B', unit: 'D' }),
    );
    expect(chosen).toEqual({ header: { headerRow: 3, upperRow: 2, columns: { name: 1, unit: 3 } }, remembered: true });
    expect(rows.map(({ row, unit }) => [row, unit?.name, unit?.holder?.name])).toEqual([[4, 'Dinas Sosial', 'Ali']]);
    expect(sure).toBe(true);
    // A column that was given no meaning has none, whatever its title says.
    expect(columns.map(({ title, field }) => [title, field])).toEqual(
      titles.map((title, index) => [title, [null, 'name', null, 'unit'][index]]),
    );
  });

  it('does not mind case, punctuation and the column of our own notes, and minds every other title', () => {
    const memory = remembered(['Lembaga', 'Pejabat'], { unit: 'A', name: 'B' });
    const data: Cell[] = ['Dinas Sosial', 'Ali'];
    expect(open(sheetOf(['LEMBAGA', '  pejabat.', null], data), memory).chosen.remembered).toBe(true);
    expect(open(sheetOf(['LEMBAGA', 'PEJABAT', 'CATATAN HADIR'], data), memory).chosen.remembered).toBe(true);
    expect(open(sheetOf(['LEMBAGA', 'PEJABAT', 'NIP'], data), memory).chosen.remembered).toBe(false);
    expect(open(sheetOf(['PEJABAT', 'LEMBAGA'], data), memory).chosen.remembered).toBe(false);
  });

  it('is asked about again where next to nothing can be read so, and believed where some rows can', () => {
    const swapped = remembered(['PEJABAT', 'LEMBAGA'], { unit: 'A', name: 'B' });
    const data: Cell[][] = [
      ['PEJABAT', 'LEMBAGA'],
      ['Ali', 'Dinas Sosial'],
      ['Budi', 'Dinas Pertanian'],
    ];
    const asked = open(sheetOf(...data), swapped);
    expect([asked.sure, asked.chosen.remembered]).toEqual([false, true]);
    expect(asked.columns.map(({ field }) => field)).toEqual(['unit', 'name']);
    const right = remembered(['PEJABAT', 'LEMBAGA'], { name: 'A', unit: 'B' });
    expect(open(sheetOf(...data, ['Cici', 'Yayasan x'], ['Dodi', 'Yayasan y'], ['Evi', 'z']), right).sure).toBe(true);
    expect(open(sheetOf(['PEJABAT', 'LEMBAGA'], ['Jumlah', null]), right).sure).toBe(false);
  });

  it('says nothing of columns that the sheet does not have', () => {
    const memory = remembered(['PEJABAT', 'LEMBAGA'], { name: 'A', unit: 'B', phone: 'ZZZ' });
    const { chosen, sure } = open(sheetOf(['PEJABAT', 'LEMBAGA'], ['Ali', 'Dinas Sosial']), memory);
    expect([chosen.header?.columns, sure]).toEqual([{ name: 0, unit: 1 }, true]);
    const beyond = remembered(['PEJABAT', 'LEMBAGA'], { name: 'A', unit: 'ZZZ' });
    expect(open(sheetOf(['PEJABAT', 'LEMBAGA'], ['Ali', 'Dinas Sosial']), beyond).sure).toBe(false);
  });

  it('may leave out the name: then the file says nothing of holders', () => {
    const { rows, sure } = open(sheetOf(['UNIT KERJA'], ['Dinas Sosial']), remembered(['UNIT KERJA'], { unit: 'A' }));
    expect(sure).toBe(true);
    expect(rows[0]?.unit).not.toHaveProperty('holder');
  });
});

describe('without a word of the organiser', () => {
  const row = (...cells: Cell[]) => cells;
  it.each<[string, boolean, Cell[][]]>([
    ['unit and name', true, [row('NAMA', 'UNIT KERJA'), row('Ali', 'Dinas Sosial')]],
    ['no name', false, [row('NO', 'UNIT KERJA'), row(1, 'Dinas Sosial')]],
    ['a second unit that says otherwise', false, [row('NAMA', 'UNIT', 'DINAS'), row('Ali', 'Dinas Sosial', 'Pemkab')]],
    [
      'a second unit that says the same',
      true,
      [row('NAMA', 'UNIT', 'DINAS'), row('Ali', 'Dinas Sosial', 'DINAS SOSIAL')],
    ],
    ['a second unit that is empty', true, [row('NAMA', 'UNIT', 'DINAS'), row('Ali', 'Dinas Sosial', null)]],
    [
      'two columns of ranks and phones',
      true,
      [
        row('NAMA', 'UNIT', 'PANGKAT', 'GOL', 'HP', 'WA'),
        row('Ali', 'Dinas Sosial', 'Pembina', 'IV.a', '081234567890', '081234567891'),
      ],
    ],
    [
      'most rows without a sense',
      false,
      [row('NAMA', 'UNIT', 'NIP'), row('A', 'x', '1'), row('B', 'y', '2'), row('C', 'Dinas Sosial', '3')],
    ],
    ['half of them', true, [row('NO', 'NAMA', 'UNIT'), row(1, 'A', 'x'), row(2, 'C', 'Dinas Sosial')]],
  ])('%s: sure is %s', (_, sure, rows) => {
    expect(open(sheetOf(...rows)).sure).toBe(sure);
  });
});

describe('what is shown of cells', () => {
  it('masks numbers of more than eight digits, however they are written', () => {
    const sheet = sheetOf(['a', 'b', 'c'], ['19740505 200412 1 001', '0812-3456-7890', '10600001']);
    expect(firstRowsOf(sheet)[1]?.cells).toEqual(['1974•••• •••••• • •••', '0812-••••-••••', '10600001']);
  });

  it('is bounded: of a broad sheet the first rows that fit, with their titles as long as they are remembered', () => {
    const title = 'x'.repeat(120);
    const rows = firstRowsOf(sheetOf(...Array.from({ length: 30 }, () => Array.from({ length: 200 }, () => title))));
    expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(130_000);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(rows[0]?.cells).toEqual(Array.from({ length: 200 }, () => title));
  });

  it('gives every column a letter, those without a title too', () => {
    const { columns } = open(
      sheetOf(['NAMA', null, 'UNIT KERJA'], ['Ali', 'x', 'Dinas Sosial'], ['Ali', 'y', 'Dinas PU']),
    );
    expect(columns).toEqual([
      { column: 'A', title: 'NAMA', field: 'name', samples: ['Ali'] },
      { column: 'B', title: '', field: null, samples: ['x', 'y'] },
      { column: 'C', title: 'UNIT KERJA', field: 'unit', samples: ['Dinas Sosial', 'Dinas PU'] },
    ]);
  });
});
