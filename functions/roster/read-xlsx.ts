/** Workbooks, as sheets of cells. */
import readXlsxFile from 'read-excel-file/node';
import { type Cell, maxColumns, maxRows, RosterUnreadable, type Sheet, tidyCell, toSheetRows } from './sheet.ts';
import { inflateEntry, listZip, storeZip, type ZipEntry } from './zip.ts';

/** 25,000 rows of ten filled columns are about 15 MB of XML; reading costs some ten times its size in memory. */
const maxInflated = 30_000_000;
/** All of the archive, pictures and other parts that are never inflated included. */
const maxClaimed = 60_000_000;

/** The parts of a workbook that hold cells, and what is needed to find and to show them. */
const isNeeded = ({ name }: ZipEntry): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/_rels\/.*|xl\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/i.test(name);

const total = (entries: readonly ZipEntry[]): number => entries.reduce((sum, { size }) => sum + size, 0);

const checkDirectory = (entries: readonly ZipEntry[]): void => {
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new RosterUnreadable('MACROS');
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))) throw new RosterUnreadable('NOT_A_WORKBOOK');
  const over = total(entries) > maxClaimed || total(entries.filter(isNeeded)) > maxInflated;
  if (over) throw new RosterUnreadable('TOO_LARGE');
};

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const checkAddress = (letters: string, row: number): void => {
  if (row > maxRows || columnNumber(letters) > maxColumns) throw new RosterUnreadable('TOO_LARGE');
};

/**
 * A sheet without its empty cells and rows. The reader makes room for every cell up to the farthest: one value at
 * XFD1048576, a few bytes in the file, would take all memory. Formatting alone often reaches that far and is harmless
 * once taken out.
 */
const boundedSheet = (xml: string): string => {
  const filled = xml
    .replace(/<(?:\w+:)?c(?:\s[^>]*)?\/>/g, '')
    .replace(/<(?:\w+:)?row(?:\s[^>]*)?\/>/g, '')
    .replace(/<(?:\w+:)?row(?:\s[^>]*)?>\s*<\/(?:\w+:)?row>/g, '');
  for (const [, letters = '', row] of filled.matchAll(/<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]+)(\d+)["']/g)) {
    checkAddress(letters, Number(row));
  }
  for (const [, row] of filled.matchAll(/<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)["']/g))
    checkAddress('A', Number(row));
  return filled;
};

const safeCopy = (zip: Buffer): Buffer => {
  const entries = listZip(zip);
  checkDirectory(entries);
  const contents = new Map<string, Buffer>();
  for (const entry of entries.filter(isNeeded)) {
    const content = inflateEntry(zip, entry);
    const isSheet = /^xl\/worksheets\//i.test(entry.name);
    contents.set(entry.name, isSheet ? Buffer.from(boundedSheet(content.toString('utf8')), 'utf8') : content);
  }
  return storeZip(contents);
};

/** A number stays one, since text made of it would hide that digits were lost; a date becomes `YYYY-MM-DD`. */
const toCell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return tidyCell(String(value));
};

/** Every sheet of a workbook in its order. Throws RosterUnreadable. */
export const readXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  try {
    const sheets = await readXlsxFile(safeCopy(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    return sheets.map(({ sheet, data }) => ({
      kind: 'xlsx',
      sheetName: sheet,
      rows: toSheetRows(data.map((row) => row.map(toCell))),
    }));
  } catch (error) {
    throw error instanceof RosterUnreadable ? error : new RosterUnreadable('NOT_A_WORKBOOK', error);
  }
};
