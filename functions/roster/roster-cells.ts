/** One row's cells by what they mean. */
import type { RosterColumns, RosterField } from './roster-columns.ts';
import { type RosterIssueCode, rosterIssues } from './roster-issues.ts';
import type { RosterIssue } from './roster-schema.ts';
import { type Cell, cellText, columnLetter, type SheetRow } from './sheet.ts';

export interface RosterCells {
  raw(field: RosterField): Cell;
  /** As text; empty for what people type instead of leaving a cell empty. */
  text(field: RosterField): string;
  issue(code: RosterIssueCode, field: RosterField, otherRow?: number): RosterIssue;
}

const nothing = /^[-–—_.\s]*$/;

/** Reads a row through the columns of its sheet. An issue of a field without a column points to the unit's column. */
export const cellsOf = ({ cells }: SheetRow, columns: RosterColumns): RosterCells => {
  const raw = (field: RosterField): Cell => cells[columns[field] ?? -1] ?? null;
  return {
    raw,
    text: (field) => {
      const text = cellText(raw(field));
      return nothing.test(text) ? '' : text;
    },
    issue: (code, field, otherRow) => {
      const index = columns[field] ?? columns.unit ?? columns.office;
      return {
        code,
        column: index === undefined ? '' : columnLetter(index),
        severity: rosterIssues[code].severity,
        ...(otherRow !== undefined && { otherRow }),
      };
    },
  };
};
