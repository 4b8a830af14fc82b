/** Which rows below the header are data: letterheads, headings, totals and signatures are on the same sheet. */

import { writtenOut } from '../roster/unit-naming.ts';
import { readNipCell } from './nip-cell.ts';
import { cellsOf } from './roster-cells.ts';
import { isHeaderAgain, type RosterColumns, type RosterHeader } from './roster-columns.ts';
import { classTold } from './row-unit.ts';
import { cellText, isBlank, type Sheet, type SheetRow } from './sheet.ts';

export interface DataRow {
  row: SheetRow;
  /** Something that is no data stood between this row and the one before: merged cells do not reach across it. */
  afterGap: boolean;
  /** The district over its group: `KECAMATAN LAHAT` in a row of its own, until the next such row. */
  district?: string;
}

/** A row below the header that was not taken for a unit, with all that it says. */
export interface LeftOut {
  row: number;
  text: string;
}

export interface TableRows {
  data: DataRow[];
  leftOut: LeftOut[];
}

const filled = ({ cells }: SheetRow): string[] => cells.map(cellText).filter((text) => text !== '');

const at = ({ cells }: SheetRow, place: number | undefined): string => cellText(cells[place ?? -1]);

const isNumbered = (row: SheetRow, columns: RosterColumns): boolean => /^'?\d+[.)]?$/.test(at(row, columns.number));

const isRecognised = (row: SheetRow, columns: RosterColumns): boolean => {
  const cells = cellsOf(row, columns);
  return classTold(cells.text('unit')) !== undefined || classTold(cells.text('office')) !== undefined;
};

/** A unit (or an office, where there is no column for units) and somebody's name, so it is an entry of the list whatever its unit is. */
const isEntry = (row: SheetRow, columns: RosterColumns): boolean => {
  const cells = cellsOf(row, columns);
  return cells.text(columns.unit === undefined ? 'office' : 'unit') !== '' && cells.text('name') !== '';
};

/** Says what the unit is called and nothing more of it, in a file that has names. */
export const isUnitOnly = (row: SheetRow, columns: RosterColumns): boolean => {
  if (columns.name === undefined || columns.unit === undefined || at(row, columns.unit) === '') return false;
  return row.cells.every((cell, index) => index === columns.unit || index === columns.number || cellText(cell) === '');
};

const total = /^(SUB ?TOTAL|JUMLAH|TOTAL|GRAND TOTAL|REKAPITULASI)\b/i;

/** `JUMLAH SD NEGERI` where the units stand is a total too, though it names a kind of unit. */
const isTotal = (row: SheetRow, columns: RosterColumns): boolean => {
  if (total.test(at(row, columns.unit))) return true;
  return filled(row).some((text) => total.test(text)) && !isRecognised(row, columns);
};

const letterOrRoman = /^([A-Z]|[IVXLC]+)[.)]?$/i;

/** The one text of a row, without its `A.`, which may stand in the column of numbers; a row with a number is no heading. */
const onlyText = (row: SheetRow, columns: RosterColumns): string | undefined => {
  const texts = row.cells
    .map((cell, index) => (index === columns.number && letterOrRoman.test(cellText(cell)) ? '' : cellText(cell)))
    .filter((text) => text !== '');
  if (texts.length !== 1 || isNumbered(row, columns)) return undefined;
  return texts[0]?.replace(/^([A-Z]|[IVXLC]+)[.)]\s*/i, '');
};

/** A kind without a name: `KECAMATAN`, `SD NEGERI`. `Inspektorat` and `Sekretariat Daerah` are names. */
const kind =
  /^(PERANGKAT DAERAH|OPD|SKPD|DINAS|BADAN|BAGIAN|KECAMATAN|CAMAT|KELURAHAN|LURAH|(KELURAHAN ?[/&] ?)?DESA|PUSKESMAS|SEKOLAH|(TK|SD|SMP|SMA|SMK)( NEGERI)?|(SD|SMP)N|SEKOLAH (DASAR|MENENGAH PERTAMA)( NEGERI)?|BUMD)$/i;

/** `A. PERANGKAT DAERAH`: one text that is a kind of unit, or that stands in the column of the numbers. */
const isHeading = (row: SheetRow, columns: RosterColumns): boolean => {
  const text = onlyText(row, columns);
  if (text === undefined) return false;
  return kind.test(text) || (filled(row).length === 1 && /\p{L}/u.test(at(row, columns.number)));
};

const isDistrict = (text: string | undefined): boolean => classTold(text ?? '') === 'KECAMATAN';

/** The first row from there on that is neither blank nor a heading of a kind. */
const entryFrom = (rows: readonly SheetRow[], index: number, columns: RosterColumns): SheetRow | undefined => {
  let next = index;
  for (let row = rows[next]; row && (isBlank(row) || isHeading(row, columns)); row = rows[next]) next += 1;
  return rows[next];
};

/**
 * A district in a row of its own. Where units stand it may be a district without a head: it is a heading if the next row is no
 * district, and says who heads its unit; or if it is outlined (`I`), or like one above it.
 */
const districtOver = (
  rows: readonly SheetRow[],
  index: number,
  columns: RosterColumns,
  underOne: boolean,
): string | undefined => {
  const row = rows[index] as SheetRow;
  const text = onlyText(row, columns);
  if (text === undefined || kind.test(text) || !isDistrict(text)) return undefined;
  if (!isRecognised(row, columns)) return writtenOut(text);
  const next = entryFrom(rows, index + 1, columns);
  const below = next && cellsOf(next, columns);
  if (!below || isDistrict(below.text('unit')) || isDistrict(below.text('office'))) return undefined;
  const isNamed = below.text('name') !== '' || below.isBroken('name');
  return isNamed || underOne || at(row, columns.number) !== '' ? writtenOut(text) : undefined;
};

/** `NIP. 1974...` on a line of its own belongs to the name above it. */
const nipLine = (row: SheetRow, columns: RosterColumns): string | undefined => {
  const texts = filled(row);
  const [text = ''] = texts;
  if (texts.length !== 1 || (at(row, columns.name) !== text && at(row, columns.nip) !== text)) return undefined;
  const reading = readNipCell(text);
  const isLabelled = /^(NIP|NI ?PPPK)\b/i.test(text);
  if (!isLabelled && !('nip' in reading)) return undefined;
  return isLabelled ? text : `NIP ${text}`;
};

const withNip = ({ row, ...rest }: DataRow, { name }: RosterColumns, text: string): DataRow => ({
  ...rest,
  row: { ...row, cells: row.cells.map((cell, index) => (index === name ? `${cellText(cell)} ${text}` : cell)) },
});

/** As long as the lines under a list are, blank ones among them. */
const signatureLines = 20;
const signing =
  /^(mengetahui|menyetujui|mengesahkan|ditetapkan|a\. ?n\.)|(^|[\s,.])(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember) 20\d\d$/i;

/** Where the lines of a signature begin: with a date or who has seen it, below the last number. */
const signatureAt = (rows: readonly SheetRow[], columns: RosterColumns): number => {
  const lastNumbered = rows.findLastIndex((row) => isNumbered(row, columns));
  const from = Math.max(lastNumbered + 1, rows.length - signatureLines, 0);
  const found = rows.findIndex((row, index) => {
    const texts = index < from ? [] : filled(row);
    return texts.length < 3 && texts.some((text) => signing.test(text));
  });
  return found < 0 ? rows.length : found;
};

/** Where the table proper ends: its last numbered row, or without numbers the last row that names a unit. */
const endOfTable = (rows: readonly SheetRow[], columns: RosterColumns): number => {
  const numbered = rows.findLastIndex((row) => isNumbered(row, columns));
  return numbered >= 0 ? numbered : rows.findLastIndex((row) => isRecognised(row, columns));
};

/** `Kepala BKPSDM Kabupaten Lahat,` where units stand is who signs, and no unit. */
const isSigner = (row: SheetRow, columns: RosterColumns): boolean =>
  filled(row).length === 1 && /^(kepala|sekretaris|bupati|wali ?kota|ketua|pejabat)\b/i.test(at(row, columns.unit));

/**
 * The data rows below the header, in order. Blank rows, repeated headers and lines of numbers are passed over. Left out, and told, are
 * headings and totals; and below the table what is neither a unit with a name nor a unit that is recognised, and the signature
 * with all that follows it.
 */
export const tableRows = (sheet: Sheet, header: RosterHeader): TableRows => {
  const { headerRow, columns } = header;
  const titles = (sheet.rows.find(({ row }) => row === headerRow)?.cells ?? []).map(cellText);
  const rows = sheet.rows.filter(({ row }) => row > headerRow);
  const signature = signatureAt(rows, columns);
  const end = endOfTable(rows.slice(0, signature), columns);
  const isBelow = (row: SheetRow, index: number): boolean => {
    if (index <= end || filled(row).length > 2) return false;
    if (index >= signature) return true;
    return !isEntry(row, columns) && (!isRecognised(row, columns) || isSigner(row, columns));
  };
  const data: DataRow[] = [];
  const leftOut: LeftOut[] = [];
  let afterGap = true;
  let district: string | undefined;
  rows.forEach((row, index) => {
    const last = data.at(-1);
    const nip = last && !afterGap ? nipLine(row, columns) : undefined;
    if (last && nip !== undefined && columns.name !== undefined) {
      data[data.length - 1] = withNip(last, columns, nip);
      return;
    }
    if (isBlank(row) || isHeaderAgain(row, columns, titles)) {
      afterGap = true;
      return;
    }
    const over = districtOver(rows, index, columns, district !== undefined);
    district = over ?? district;
    if (over !== undefined || isTotal(row, columns) || isHeading(row, columns) || isBelow(row, index)) {
      afterGap = true;
      leftOut.push({ row: row.row, text: filled(row).join(' | ') });
      return;
    }
    data.push({ row, afterGap, ...(district !== undefined && { district }) });
    afterGap = false;
  });
  return { data, leftOut };
};
