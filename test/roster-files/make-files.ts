/** Files as organisers have them, made byte by byte: workbooks, and texts in the encodings that spreadsheets write. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { inflateEntry, listZip, withEntry } from '../../functions/imports/zip.ts';

export type Value = string | number | null | { text: string; rows?: number; columns?: number };

const cellOf = (value: Value) => {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value, type: String };
  const { text, rows, columns } = value;
  return { value: text, type: String, ...(rows && { rowSpan: rows }), ...(columns && { columnSpan: columns }) };
};

const dataOf = (rows: readonly (readonly Value[])[]): SheetData => rows.map((row) => row.map(cellOf)) as SheetData;

export type Sheets = Record<string, readonly (readonly Value[])[]>;

/** A workbook of these sheets in this order. */
export const workbook = (sheets: Sheets): Promise<Buffer> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: dataOf(rows) }))).toBuffer();

/** The workbook with one of its parts rewritten; its checksum is right. */
export const rewritten = (zip: Buffer, path: string, change: (xml: string) => string): Buffer => {
  const entry = listZip(zip).find(({ name }) => name === path);
  if (!entry) throw new Error(`${path} is not in the workbook`);
  return withEntry(zip, entry, Buffer.from(change(inflateEntry(zip, entry).toString())));
};

/** One part of a workbook as text. */
export const partOf = (zip: Buffer, path: string): string => {
  const entry = listZip(zip).find(({ name }) => name === path);
  return entry ? inflateEntry(zip, entry).toString() : '';
};

/** The workbook with sheets that its tabs do not show. */
export const hiding = (zip: Buffer, states: Record<string, 'hidden' | 'veryHidden'>): Buffer =>
  rewritten(zip, 'xl/workbook.xml', (xml) =>
    Object.entries(states).reduce(
      (text, [name, state]) => text.replace(`name="${name}"`, `name="${name}" state="${state}"`),
      xml,
    ),
  );

export const utf8 = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);
export const utf8Marked = (...lines: string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
export const utf16 = (...lines: string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');

const windowsBytes: Record<string, number> = { '’': 0x92, '–': 0x96, '“': 0x93, '”': 0x94 };
/** What Excel in Indonesia writes as plain "CSV". */
export const windows1252 = (...lines: string[]): Buffer =>
  Buffer.from([...`${lines.join('\r\n')}\r\n`].map((char) => windowsBytes[char] ?? char.charCodeAt(0)));
