/** Opens the file that an organiser uploads, whatever it is called. */
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { findColumns } from './roster-columns.ts';
import { RosterUnreadable, type Sheet } from './sheet.ts';

export { RosterUnreadable, type Sheet } from './sheet.ts';

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** The container of old .xls files, and of workbooks with a password. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0];

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, zipMark);

/** The tables in a CSV (one) or XLSX file. Throws {@link RosterUnreadable}; never inflates more than a roster can need. */
export const readSheets = async (bytes: Uint8Array): Promise<Sheet[]> => {
  if (startsWith(bytes, oleMark)) throw new RosterUnreadable('PASSWORD_OR_OLD_FORMAT');
  return isZip(bytes) ? readXlsx(bytes) : [readCsv(bytes)];
};

export interface SheetChoice {
  /** The sheet that somebody asked for, hidden or not. */
  name?: string | undefined;
  /** Whether a sheet has a header. */
  hasHeader?: (sheet: Sheet) => boolean;
}

const first = (sheets: readonly Sheet[], hasHeader: (sheet: Sheet) => boolean): Sheet | undefined => {
  const filled = sheets.filter(({ rows, hidden }) => rows.length > 0 && !hidden);
  return filled.find(hasHeader) ?? filled[0];
};

/**
 * Of a workbook's sheets the one that is asked for, else the first shown one with a header, else the first that is not empty. A
 * CSV has one sheet, whatever is asked for. Throws {@link RosterUnreadable} when there is none.
 */
export const chooseSheet = (
  sheets: readonly Sheet[],
  { name, hasHeader = (sheet) => findColumns(sheet) !== undefined }: SheetChoice = {},
): Sheet => {
  const asked = sheets.find(({ kind, sheetName }) => kind === 'csv' || sheetName === name);
  if (name !== undefined && !asked) throw new RosterUnreadable('NO_SUCH_SHEET');
  const chosen = name === undefined ? first(sheets, hasHeader) : asked;
  if (!chosen || chosen.rows.length === 0) throw new RosterUnreadable('EMPTY');
  return chosen;
};

/** The table to read, see {@link chooseSheet}. */
export const readSheet = async (bytes: Uint8Array, choice: SheetChoice = {}): Promise<Sheet> =>
  chooseSheet(await readSheets(bytes), choice);
