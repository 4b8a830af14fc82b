/** Which rows below the header are data: letterheads, totals and signatures are on the same sheet. */
import { cellsOf } from './roster-cells.ts';
import { isHeaderAgain, type RosterColumns, type RosterHeader } from './roster-columns.ts';
import { cellText, isBlank, type Sheet, type SheetRow } from './sheet.ts';
import { classOfText } from './unit-naming.ts';

export interface DataRow {
  row: SheetRow;
  /** Something that is no data stood between this row and the one before: merged cells do not reach across it. */
  afterGap: boolean;
}

const filled = ({ cells }: SheetRow): string[] => cells.map(cellText).filter((text) => text !== '');

const isNumbered = (row: SheetRow, columns: RosterColumns): boolean =>
  columns.number !== undefined && /^\d+[.)]?$/.test(cellText(row.cells[columns.number]));

const isRecognised = (row: SheetRow, columns: RosterColumns): boolean => {
  const cells = cellsOf(row, columns);
  return classOfText(cells.text('unit')) !== undefined || classOfText(cells.text('office')) !== undefined;
};

const isTotal = (row: SheetRow, columns: RosterColumns): boolean =>
  filled(row).some((text) => /^(SUB ?TOTAL|JUMLAH|TOTAL|GRAND TOTAL|REKAPITULASI)\b/i.test(text)) &&
  !isRecognised(row, columns);

/** `A. PERANGKAT DAERAH` merged over the row: one text, in the column of the numbers. */
const isHeading = (row: SheetRow, columns: RosterColumns): boolean =>
  columns.number !== undefined && filled(row).length === 1 && /\p{L}/u.test(cellText(row.cells[columns.number]));

/** Where the table proper ends: its last numbered row, or without numbers the last row that names a unit. */
const endOfTable = (rows: readonly SheetRow[], columns: RosterColumns): number => {
  const numbered = rows.findLastIndex((row) => isNumbered(row, columns));
  return numbered >= 0 ? numbered : rows.findLastIndex((row) => isRecognised(row, columns));
};

/**
 * The data rows below the header, in order. Left out: blank rows, repeated headers, headings and totals; and after the
 * table the signature block, which are rows of one or two cells that name no unit, with all such rows that follow the
 * first of them.
 */
export const dataRows = (sheet: Sheet, { headerRow, columns }: RosterHeader): DataRow[] => {
  const rows = sheet.rows.filter(({ row }) => row > headerRow);
  const end = endOfTable(rows, columns);
  const data: DataRow[] = [];
  let [afterGap, signing] = [true, false];
  rows.forEach((row, index) => {
    const small = index > end && filled(row).length < 3;
    signing ||= small && !isRecognised(row, columns);
    const skipped = isBlank(row) || isHeaderAgain(row, columns) || isTotal(row, columns) || isHeading(row, columns);
    if (skipped || (small && signing)) {
      afterGap = true;
      return;
    }
    data.push({ row, afterGap });
    afterGap = false;
  });
  return data;
};
