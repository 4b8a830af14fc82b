/** One row's cells by what they mean. */
import type { RosterColumns, RosterField } from './roster-columns.ts';
import { type RosterIssueCode, rosterIssues } from './roster-issues.ts';
import type { RosterIssue } from './roster-schema.ts';
import { type Cell, cellText, columnLetter, type SheetRow } from './sheet.ts';

export interface RosterCells {
  raw(field: RosterField): Cell;
  /** As text; empty for what people type instead of leaving a cell empty. */
  text(field: RosterField): string;
  /** Whether any cell of the row is such a text, whatever its column means. */
  has(pattern: RegExp): boolean;
  /** A formula's error, such as `#N/A`: nobody knows what should stand there. Its text is empty. */
  isBroken(field: RosterField): boolean;
  /** The letter of the field's column; of a field without one that of the unit's. */
  letter(field: RosterField): string;
  issue(code: RosterIssueCode, field: RosterField, otherRow?: number): RosterIssue;
}

const nothing = /^[-–—_.\s]*$/;
const broken = /^(#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|CALC!|SPILL!)|Err:\d+)$/i;

/** Reads a row through the columns of its sheet. An issue of a field without a column points to the unit's column. */
export const cellsOf = ({ cells }: SheetRow, columns: RosterColumns): RosterCells => {
  const raw = (field: RosterField): Cell => cells[columns[field] ?? -1] ?? null;
  const letter = (field: RosterField): string => {
    const index = columns[field] ?? columns.unit ?? columns.office;
    return index === undefined ? '' : columnLetter(index);
  };
  return {
    raw,
    letter,
    text: (field) => {
      const text = cellText(raw(field));
      return nothing.test(text) || broken.test(text) ? '' : text;
    },
    has: (pattern) => cells.some((cell) => pattern.test(cellText(cell))),
    isBroken: (field) => broken.test(cellText(raw(field))),
    issue: (code, field, otherRow) => ({
      code,
      column: letter(field),
      severity: rosterIssues[code].severity,
      ...(otherRow !== undefined && { otherRow }),
    }),
  };
};
