/** Notes as one more column of a CSV. */
import { plainCell } from '../platform/csv-cell.ts';
import type { Notes } from './import-annotate.ts';
import { openCsv } from './read-csv.ts';
import { plainTitle } from './roster-columns.ts';

const quoted = (text: string, delimiter: string): string => {
  const plain = plainCell(text);
  return plain.includes(delimiter) || /["\r\n,;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Where the notes of an earlier time stand, or else behind the last column. */
const placeOf = (table: readonly (readonly string[])[], { title, headerRow }: Notes): number => {
  const earlier = (table[headerRow - 1] ?? []).findIndex((text) => plainTitle(text) === title);
  return earlier >= 0 ? earlier : table.reduce((width, { length }) => Math.max(width, length), 0);
};

/** The same cells in UTF-8 with a mark, which spreadsheets read rightly; what would be a formula is told to be a text. */
export const annotateCsv = (bytes: Uint8Array, notes: Notes): Uint8Array => {
  const { table, delimiter } = openCsv(bytes);
  const place = placeOf(table, notes);
  const noteOf = (row: number): string => (row === notes.headerRow ? notes.title : (notes.texts.get(row) ?? ''));
  const isEnd = table.at(-1)?.every((text) => text === '') ?? false;
  const lines = (isEnd ? table.slice(0, -1) : table).map((cells, index) => {
    const filled = Array.from({ length: place }, (_, column) => cells[column] ?? '');
    const row = [...filled, noteOf(index + 1), ...cells.slice(place + 1)];
    return `${row.map((text) => quoted(text, delimiter)).join(delimiter)}\r\n`;
  });
  // Excel's own line about the delimiter hides the mark from it, and is one cell.
  const stated = /^sep=.$/i.test(table[0]?.[0] ?? '') ? `sep=${delimiter}\r\n` : undefined;
  const text = stated === undefined ? lines.join('') : stated + lines.slice(1).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
};
