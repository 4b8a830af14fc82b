/**
 * Notes as one more column of a workbook's sheet. Only that sheet's XML is changed, by cells that bear their text in themselves:
 * widths, merged cells, styles, other sheets and pictures stay as they are.
 */
import type { Notes } from './import-annotate.ts';
import { workbookSheets } from './read-workbook.ts';
import { checkDirectory } from './read-xlsx.ts';
import { plainTitle } from './roster-columns.ts';
import { columnIndex, columnLetter, maxColumns, RosterUnreadable } from './sheet.ts';
import { inflateEntry, listZip, withEntry } from './zip.ts';

/**
 * A row and a cell, each up to its own end. Neither reaches over the next one's beginning: without an end, a start would otherwise
 * be searched to the end of the sheet, and thousands of them would take minutes.
 */
const rowPattern = /<((?:\w+:)?)row(\s[^<>]*?)?(?:\/>|>([^<]*(?:<(?!\/?(?:\w+:)?row[\s>/])[^<]*)*)<\/\1row>)/g;
const cellPattern = /<((?:\w+:)?)c(\s[^<>]*?)?(?:\/>|>[^<]*(?:<(?!\/?(?:\w+:)?c[\s>/])[^<]*)*<\/\1c>)/g;

const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const addressOf = (attributes: string): string | undefined => /\sr\s*=\s*["']([A-Z]+)\d+["']/.exec(attributes)?.[1];

/** The row's cells with the column that each stands in: by its address, or behind the one before. */
const cellsIn = (content: string): { xml: string; column: number }[] => {
  let column = -1;
  return [...content.matchAll(cellPattern)].map(([xml, , attributes = '']) => {
    const letters = addressOf(attributes);
    column = letters === undefined ? column + 1 : columnIndex(letters);
    return { xml, column };
  });
};

/** A row's content with the note in its place, and no other cell there. */
const withCell = (content: string, place: number, cell: string): string => {
  const others = cellsIn(content).filter(({ column }) => column !== place);
  const before = others.filter(({ column }) => column < place).map(({ xml }) => xml);
  const after = others.filter(({ column }) => column > place).map(({ xml }) => xml);
  return [...before, cell, ...after].join('');
};

const isFilled = (xml: string): boolean => !xml.endsWith('/>') || xml.includes('<v');

/** The farthest column with a value, or under a merged cell: beyond it nothing hides the notes. */
const lastColumn = (sheet: string): number => {
  let last = 0;
  for (const [, , , content = ''] of sheet.matchAll(rowPattern))
    for (const { xml, column } of cellsIn(content))
      if (isFilled(xml) && column < maxColumns) last = Math.max(last, column);
  for (const [, letters = ''] of sheet.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?:\$?([A-Z]+)\$?\d+["']/g)) {
    const column = columnIndex(letters);
    if (column < maxColumns) last = Math.max(last, column);
  }
  return last;
};

/** Where the notes of an earlier time stand; they bear their title in themselves, as ours do. */
const earlierPlace = (headerContent: string, title: string): number | undefined =>
  cellsIn(headerContent).find(({ xml }) => plainTitle(/<(?:\w+:)?t[^<>]*>([^<]*)</.exec(xml)?.[1] ?? '') === title)
    ?.column;

const rowNumbers = (): ((attributes: string) => number) => {
  let row = 0;
  return (attributes) => {
    row = Number(/\sr\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? row + 1);
    return row;
  };
};

/** A width of its own for the notes, where no other width already reaches over their column. */
const withWidth = (sheet: string, place: number): string => {
  const number = place + 1;
  const widths = [...sheet.matchAll(/<((?:\w+:)?)col\s[^<>]*?\/>/g)].map(([tag]) => ({
    min: Number(/\smin\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0),
    max: Number(/\smax\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0),
  }));
  if (widths.some(({ min, max }) => min > number || (min <= number && max >= number))) return sheet;
  const col = (prefix: string) => `<${prefix}col min="${number}" max="${number}" width="60" customWidth="1"/>`;
  if (widths.length > 0) return sheet.replace(/<\/((?:\w+:)?)cols>/, (end, prefix: string) => col(prefix) + end);
  return sheet.replace(
    /<((?:\w+:)?)sheetData\b/,
    (start, prefix: string) => `<${prefix}cols>${col(prefix)}</${prefix}cols>${start}`,
  );
};

const withNotes = (sheet: string, { title, headerRow, texts }: Notes): string => {
  const numberOf = rowNumbers();
  const header = [...sheet.matchAll(rowPattern)].find(([, , attributes = '']) => numberOf(attributes) === headerRow);
  const earlier = earlierPlace(header?.[3] ?? '', title);
  const place = earlier ?? lastColumn(sheet) + 1;
  const again = rowNumbers();
  const rows = sheet.replace(rowPattern, (whole, prefix: string, attributes = '', content = '') => {
    const row = again(attributes);
    const text = row === headerRow ? title : texts.get(row);
    if (text === undefined && (earlier === undefined || row < headerRow)) return whole;
    const cell =
      text === undefined
        ? ''
        : `<${prefix}c r="${columnLetter(place)}${row}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`;
    // `spans` says how far the row's cells reach, which is no longer so; it may be left out.
    const plain = attributes.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    return `<${prefix}row${plain}>${withCell(content, place, cell)}</${prefix}row>`;
  });
  // What the sheet says of its own size may be left out too.
  return withWidth(rows.replace(/<(?:\w+:)?dimension\s[^<>]*\/>/, ''), place);
};

/** The workbook with the notes in the sheet of that name. Throws RosterUnreadable. */
export const annotateXlsx = (bytes: Uint8Array, sheetName: string, notes: Notes): Uint8Array => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listZip(zip);
  checkDirectory(entries);
  const path = workbookSheets(zip)
    .find(({ name }) => name === sheetName)
    ?.path.toLowerCase();
  const entry = entries.find(({ name }) => name.toLowerCase() === path);
  if (!entry) throw new RosterUnreadable('NOT_A_WORKBOOK');
  const sheet = inflateEntry(zip, entry).toString('utf8');
  return withEntry(zip, entry, Buffer.from(withNotes(sheet, notes)));
};
