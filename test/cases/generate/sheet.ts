import { writeFile } from 'node:fs/promises';
import writeXlsxFile, { type Cell, type Row, type SheetData } from 'write-excel-file/node';
import type { RosterRow, SheetLine } from './model.ts';
import { withFixedDate } from './zip-date.ts';

export interface SheetLayout {
  /** Lines above the header row; an empty one is a blank line. */
  letterhead: readonly string[];
  columns: readonly { header: string; of: keyof RosterRow | 'number'; width?: number }[];
  format:
    | { kind: 'xlsx'; sheet: string; mergedDistricts?: readonly string[]; numericNpsn?: readonly string[] }
    | { kind: 'csv'; delimiter: ',' | ';'; encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' };
}

/** The 1-based row of the sheet where the first data row is. */
export const firstDataRow = ({ letterhead }: SheetLayout): number => letterhead.length + 2;

export const fileName = ({ format }: SheetLayout): string => `roster.${format.kind}`;

export async function writeSheet(path: URL, layout: SheetLayout, lines: readonly SheetLine[]): Promise<void> {
  const content = layout.format.kind === 'csv' ? csvBytes(layout, lines) : await xlsxBytes(layout, lines);
  await writeFile(path, content);
}

/** Cells of a line in the order of the columns; the number counts the rows that carry one. */
function cellsOf(layout: SheetLayout, lines: readonly SheetLine[]): (string | number)[][] {
  let number = 0;
  return lines.map(({ row, fault }) => {
    if (!row) return [];
    const numbered = fault?.why === 'signature-block' ? '' : ++number;
    return layout.columns.map(({ of }) => (of === 'number' ? numbered : row[of]));
  });
}

function csvBytes(layout: SheetLayout, lines: readonly SheetLine[]): Buffer {
  if (layout.format.kind !== 'csv') throw new Error('not a CSV layout');
  const { delimiter, encoding } = layout.format;
  const rows = [
    ...layout.letterhead.map((line) => [line]),
    layout.columns.map(({ header }) => header),
    ...cellsOf(layout, lines),
  ];
  // Excel writes every row as wide as the sheet, the blank ones too.
  const wide = rows.map((row) => layout.columns.map((_, index) => quoted(String(row[index] ?? ''), delimiter)));
  const text = wide.map((row) => `${row.join(delimiter)}\r\n`).join('');
  if (encoding === 'windows-1252') return windows1252(text);
  return Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text, 'utf8');
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Latin-1 with the two signs of Windows that the sheets have: the apostrophe and the dash. */
function windows1252(text: string): Buffer {
  const special: Record<string, number> = { '’': 0x92, '–': 0x96 };
  return Buffer.from(
    [...text].map((char) => {
      const byte = special[char] ?? char.codePointAt(0) ?? 0;
      if (byte > 0xff) throw new Error(`"${char}" is not in Windows-1252`);
      return byte;
    }),
  );
}

async function xlsxBytes(layout: SheetLayout, lines: readonly SheetLine[]): Promise<Buffer> {
  if (layout.format.kind !== 'xlsx') throw new Error('not an XLSX layout');
  const width = layout.columns.length;
  const title = (line: string): Row => [
    { value: line, columnSpan: width, align: 'center', fontWeight: 'bold' },
    ...Array<null>(width - 1).fill(null),
  ];
  const rows = cellsOf(layout, lines).map((row) => row.map(cell));
  numberSchools(layout, lines, rows);
  mergeDistricts(layout, lines, rows);
  const data: SheetData = [
    ...layout.letterhead.map((line) => (line === '' ? [] : title(line))),
    layout.columns.map(({ header }) => ({ value: header, fontWeight: 'bold', align: 'center' })),
    ...rows,
  ];
  const columns = layout.columns.map((column) => ({ width: column.width ?? 12 }));
  return withFixedDate(await writeXlsxFile(data, { columns, sheet: layout.format.sheet }).toBuffer());
}

function cell(value: string | number): Cell {
  if (value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** In some districts the NPSN was typed as a number. */
function numberSchools({ format, columns }: SheetLayout, lines: readonly SheetLine[], rows: Row[]): void {
  if (format.kind !== 'xlsx') return;
  const at = columns.findIndex(({ of }) => of === 'npsn');
  lines.forEach(({ row }, index) => {
    if (!row?.npsn || !format.numericNpsn?.includes(row.district)) return;
    replace(rows, index, at, { value: Number(row.npsn), type: Number });
  });
}

/** The district is written once and merged over its group of primary schools: the cells below read as empty. */
function mergeDistricts({ format, columns }: SheetLayout, lines: readonly SheetLine[], rows: Row[]): void {
  if (format.kind !== 'xlsx') return;
  const at = columns.findIndex(({ of }) => of === 'district');
  for (const name of format.mergedDistricts ?? []) {
    const group = lines.flatMap(({ row }, index) =>
      row?.district === name && row.unit.startsWith('SD ') ? [index] : [],
    );
    group.forEach((index, position) => {
      const merged: Cell = { value: name, type: String, rowSpan: group.length, alignVertical: 'center' };
      replace(rows, index, at, position === 0 ? merged : null);
    });
  }
}

function replace(rows: Row[], index: number, column: number, value: Cell): void {
  const row = rows[index];
  if (row) row[column] = value;
}
