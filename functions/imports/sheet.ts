/** What a roster file is once read: cells by physical row, before anybody knows what the columns mean. */

export type Cell = string | number | null;

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  cells: readonly Cell[];
}

export interface Sheet {
  /** Every row up to the last one with a value, blank ones included. */
  rows: readonly SheetRow[];
  kind: 'csv' | 'xlsx';
  sheetName?: string;
  /** Not shown by the spreadsheet; read only when it is asked for by name. */
  hidden?: boolean;
}

export type UnreadableReason =
  | 'EMPTY'
  | 'PASSWORD_OR_OLD_FORMAT'
  | 'MACROS'
  | 'TOO_LARGE'
  | 'NOT_A_WORKBOOK'
  | 'NOT_TEXT'
  | 'NO_SUCH_SHEET';

/** The file is no roster that can be read; answered as ROSTER_UNREADABLE. */
export class RosterUnreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`roster unreadable: ${reason}`, { cause });
    this.name = 'RosterUnreadable';
    this.reason = reason;
  }
}

/** The largest regency has 22,000 civil servants; no roster of units needs more rows than that. */
export const maxRows = 25_000;
export const maxColumns = 200;

/**
 * What Windows-1252 has where Latin-1 has control characters. Node 20's decoder for the one answers as for the other,
 * and files exist that were mistaken so before they came here; no roster means the controls.
 */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The signs that Windows means where a decoder has left control characters. */
export const withSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => windowsSigns.charAt(control.charCodeAt(0) - 0x80));

/** Beyond what any field takes; what reads a cell need not be quick on a longer one. */
const maxCell = 1000;

/** White space folded and invisible signs left out; an empty text is no value. A text is cut after 1,000 characters. */
export const tidyCell = (value: string): string | null => {
  const text = withSigns(value.slice(0, maxCell))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
};

export const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell === null);

export const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** `0` for `A`, `26` for `AA`. */
export const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Blank rows at the end say nothing and are dropped. */
export const toSheetRows = (table: readonly (readonly Cell[])[]): SheetRow[] => {
  const rows = table.map((cells, index) => ({ row: index + 1, cells }));
  return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
};
