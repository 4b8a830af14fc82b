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

/**
 * The table in a CSV or XLSX file: of a workbook's sheets the first with a header row, or else the first that is not
 * empty. Throws {@link RosterUnreadable} for anything else; never inflates more than a roster can need.
 */
export const readSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  if (startsWith(bytes, oleMark)) throw new RosterUnreadable('PASSWORD_OR_OLD_FORMAT');
  const sheets = startsWith(bytes, zipMark) ? await readXlsx(bytes) : [readCsv(bytes)];
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const chosen = filled.find((sheet) => findColumns(sheet) !== undefined) ?? filled[0];
  if (!chosen) throw new RosterUnreadable('EMPTY');
  return chosen;
};
