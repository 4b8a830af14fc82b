/** The organiser's own file back, with a column that says what is wrong in each row, by the cell's address. */

import { annotateCsv } from './import-annotate-csv.ts';
import { annotateXlsx } from './import-annotate-xlsx.ts';
import { notesTitle } from './import-columns.ts';
import { isZip } from './read-sheet.ts';
import { rosterIssues } from './roster-issues.ts';
import type { RosterIssue } from './roster-schema.ts';
import type { Sheet } from './sheet.ts';

/** What is written beside a sheet: the title in the header's row, a text for each row that has one. */
export interface Notes {
  title: string;
  headerRow: number;
  texts: ReadonlyMap<number, string>;
}

const sentence = (row: number, { code, column, otherRow }: RosterIssue): string => {
  const other = otherRow === undefined ? '' : ` (baris ${otherRow})`;
  return `${column}${row}: ${rosterIssues[code].id}${other}`;
};

/** Errors before warnings: with an error nothing of the row is kept. */
const noteOf = ({ row, issues }: { row: number; issues: readonly RosterIssue[] }): string =>
  [...issues]
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map((issue) => sentence(row, issue))
    .join(' ');

/** Of a row that is no unit: nobody has to guess what became of it. */
const notRead = 'Baris ini tidak dibaca sebagai unit.';

/** The file's bytes with the notes in them, and nothing else changed: an XLSX stays one, a CSV keeps its delimiter. */
export const annotated = (
  bytes: Uint8Array,
  sheet: Sheet,
  headerRow: number,
  rows: readonly { row: number; issues: readonly RosterIssue[] }[],
  leftOut: readonly { row: number }[],
): Uint8Array => {
  const told = rows.filter(({ issues }) => issues.length > 0).map((row) => [row.row, noteOf(row)] as const);
  const texts = new Map([...told, ...leftOut.map(({ row }) => [row, notRead] as const)]);
  const notes: Notes = { title: notesTitle, headerRow, texts };
  return isZip(bytes) ? annotateXlsx(bytes, sheet.sheetName ?? '', notes) : annotateCsv(bytes, notes);
};
