/** Workbooks, as sheets of cells. */
import readXlsxFile from 'read-excel-file/node';
import { workbookSheets } from './read-workbook.ts';
import {
  type Cell,
  columnIndex,
  maxColumns,
  maxRows,
  RosterUnreadable,
  type Sheet,
  tidyCell,
  toSheetRows,
} from './sheet.ts';
import { inflateEntry, listZip, storeZip, type ZipEntry } from './zip.ts';

/** 25,000 rows of ten filled columns are about 15 MB of XML; reading costs some ten times its size in memory. */
const maxInflated = 30_000_000;
/** All of the archive, pictures and other parts that are never inflated included. */
const maxClaimed = 60_000_000;

/** The parts of a workbook that hold cells, and what is needed to find and to show them. */
const isNeeded = ({ name }: ZipEntry): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/_rels\/.*|xl\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/i.test(name);

const total = (entries: readonly ZipEntry[]): number => entries.reduce((sum, { size }) => sum + size, 0);

/** Refuses what is no workbook of a size that a roster can have, before anything is inflated. Throws RosterUnreadable. */
export const checkDirectory = (entries: readonly ZipEntry[]): void => {
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new RosterUnreadable('MACROS');
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))) throw new RosterUnreadable('NOT_A_WORKBOOK');
  const over = total(entries) > maxClaimed || total(entries.filter(isNeeded)) > maxInflated;
  if (over) throw new RosterUnreadable('TOO_LARGE');
};

const checkAddress = (letters: string, row: number): void => {
  if (row > maxRows || columnIndex(letters) >= maxColumns) throw new RosterUnreadable('TOO_LARGE');
};

/** Where a cell's or a row's own tag says that it stands. */
const address = /\br\s*=\s*["']([A-Z]*)(\d+)["']/;

/**
 * The error of a formula as the text that is shown, and a formula that nobody has computed as one: read as empty, a broken look-up
 * would leave every office vacant.
 */
const withErrors = (xml: string): string =>
  xml
    .replace(/(<(?:\w+:)?c\s[^<>]*?\bt\s*=\s*["'])e(?=["'])/g, '$1str')
    .replace(
      /<((?:\w+:)?)c((?:\s[^<>]*)?)>(<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g,
      (whole, prefix: string, attributes: string, formula: string) =>
        // Excel marks an empty text that was computed.
        /\st\s*=\s*["']str["']/.test(attributes)
          ? whole
          : `<${prefix}c${attributes.replace(/\st\s*=\s*["']\w*["']/, '')} t="str">${formula}<${prefix}v>#N/A</${prefix}v></${prefix}c>`,
    );

/** A cell's text is at most 32,767 characters (Excel's limits), each of up to six in XML (`&quot;`). */
const maxText = 200_000;
/** More than any tag or comment of a workbook has. */
const maxTag = 100_000;

/** How a comment and its like end; they may hold what looks like tags. */
const ends = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Throws RosterUnreadable where a text or a tag is longer than those of workbooks, or never ends. The reader takes a sheet in pieces, which
 * it makes smaller where it is slow, and with each begins again at what has not ended: one tag of 400 kB took it half a minute on
 * a busy machine.
 */
const checkTokens = (xml: string): void => {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const [, end] = open === -1 ? [] : (ends.find(([begin]) => xml.startsWith(begin, open)) ?? ['<', '>']);
    const close = end === undefined ? xml.length : xml.indexOf(end, open);
    const text = (open === -1 ? close : open) - at;
    if (close === -1 || text > maxText || (open !== -1 && close - open > maxTag))
      throw new RosterUnreadable('NOT_A_WORKBOOK');
    at = close + 1;
  }
};

/**
 * A part without its empty cells and rows. The reader makes room for every cell up to the farthest: one value at
 * XFD1048576, a few bytes in the file, would take all memory. Formatting alone often reaches that far and is harmless
 * once taken out. No pattern reaches over the next `<`, so a tag that is never closed costs its own length only.
 */
const boundedPart = (xml: string): string => {
  checkTokens(xml);
  const filled = xml
    .replace(/<(?:\w+:)?c(?:\s[^<>]*)?\/>/g, '')
    .replace(/<(?:\w+:)?row(?:\s[^<>]*)?\/>/g, '')
    .replace(/<(?:\w+:)?row(?:\s[^<>]*)?>\s*<\/(?:\w+:)?row>/g, '');
  for (const [tag] of filled.matchAll(/<(?:\w+:)?(?:c|row)\s[^<>]*>/g)) {
    const [, letters, row] = address.exec(tag) ?? [];
    if (row !== undefined) checkAddress(letters || 'A', Number(row));
  }
  return withErrors(filled);
};

const safeCopy = (zip: Buffer): Buffer => {
  const entries = listZip(zip);
  checkDirectory(entries);
  const contents = new Map<string, Buffer>();
  for (const entry of entries.filter(isNeeded)) {
    // Every part, since which of them are sheets is what the archive itself says.
    contents.set(entry.name, Buffer.from(boundedPart(inflateEntry(zip, entry).toString('utf8')), 'utf8'));
  }
  return storeZip(contents);
};

/**
 * A number stays one, since text made of it would hide that digits were lost; a date becomes `YYYY-MM-DD`. Every cell may point at
 * one long shared text, which is looked at once.
 */
const makeToCell = () => {
  const long = new Map<string, string | null>();
  return (value: unknown): Cell => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return value;
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    const text = String(value);
    if (text.length < 200) return tidyCell(text);
    const known = long.get(text);
    if (known !== undefined) return known;
    const tidy = tidyCell(text);
    long.set(text, tidy);
    return tidy;
  };
};

/** Every sheet of a workbook in its order, hidden ones among them. Throws RosterUnreadable. */
export const readXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  try {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const copy = safeCopy(zip);
    const hidden = new Set(workbookSheets(zip).flatMap((sheet) => (sheet.hidden ? [sheet.name] : [])));
    const sheets = await readXlsxFile(copy);
    const toCell = makeToCell();
    return sheets.map(({ sheet, data }) => ({
      kind: 'xlsx',
      sheetName: sheet,
      rows: toSheetRows(data.map((row) => row.map(toCell))),
      ...(hidden.has(sheet) && { hidden: true }),
    }));
  } catch (error) {
    throw error instanceof RosterUnreadable ? error : new RosterUnreadable('NOT_A_WORKBOOK', error);
  }
};
