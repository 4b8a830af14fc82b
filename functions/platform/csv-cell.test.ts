import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvFile, plainCell } from './csv-cell.ts';

describe('a cell', () => {
  test.each([
    ['=HYPERLINK("https://x")', '\'=HYPERLINK("https://x")'],
    ['+62811', "'+62811"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['Camat = Lahat', 'Camat = Lahat'],
    ['', ''],
  ])('%j is written %j', (typed, written) => expect(plainCell(typed)).toBe(written));
});

test('whatever is written is read back as it was, cell by cell', () => {
  const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const file = csvFile(rows);
      expect(file.startsWith('\uFEFF')).toBe(true);
      const read = Papa.parse<string[]>(file.slice(1), { delimiter: ',', newline: '\r\n', quoteChar: '"' });
      expect(read.data.slice(0, rows.length)).toEqual(rows.map((cells) => cells.map(plainCell)));
    }),
  );
});
