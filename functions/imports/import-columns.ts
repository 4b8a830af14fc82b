/** Which column of a file is what, and whether that is sure enough to read it. */
import type { ColumnMapping, ImportMemory, RosterImport } from './import-schema.ts';
import type { RosterRow } from './parse-roster.ts';
import {
  fieldsAt,
  findColumns,
  plainTitle,
  type RosterColumns,
  type RosterField,
  type RosterHeader,
  searched,
  titlesAt,
  withUnitClass,
} from './roster-columns.ts';
import type { RosterIssueCode } from './roster-issues.ts';
import { cellText, columnIndex, columnLetter, isBlank, type Sheet, type SheetRow } from './sheet.ts';

type FileColumn = RosterImport['columns'][number];

export interface ChosenHeader {
  header?: RosterHeader;
  /** As the organiser once said. */
  remembered: boolean;
}

/** As long as a title is kept, see ImportMemory. */
const titleLength = 120;
/** The column that the annotated file got from us; it is none of the file's own. */
export const notesTitle = 'CATATAN HADIR';

const cut = (title: string): string => title.slice(0, titleLength);

/** Titles as they are compared: in capitals without punctuation, without empty ones at the end. */
export const titlesKey = (titles: readonly string[]): string => {
  const plain = titles.map((title) => plainTitle(cut(title))).map((title) => (title === notesTitle ? '' : title));
  return plain.slice(0, plain.findLastIndex((title) => title !== '') + 1).join('\n');
};

const widthOf = ({ rows }: Pick<Sheet, 'rows'>): number =>
  Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== null) + 1));

/** Columns beyond the sheet are left out. */
const columnsFrom = (mapping: ColumnMapping, width: number): RosterColumns =>
  Object.fromEntries(
    Object.entries(mapping)
      .map(([field, letters]) => [field, columnIndex(letters)] as const)
      .filter(([, index]) => index < width),
  );

/** The header of a sheet whose titles the organiser has explained: of one row, or of two. */
export const rememberedHeader = (
  sheet: Pick<Sheet, 'rows'>,
  { mappings }: Pick<ImportMemory, 'mappings'>,
): RosterHeader | undefined => {
  const known = new Map(mappings.map(({ titles, columns }) => [titlesKey(titles), columns]));
  if (known.size === 0) return undefined;
  for (const [index, { row }] of sheet.rows.slice(0, searched).entries()) {
    const upper = sheet.rows[index - 1]?.row;
    const places = [{ headerRow: row }, ...(upper === undefined ? [] : [{ headerRow: row, upperRow: upper }])];
    for (const place of places) {
      const key = titlesKey(titlesAt(sheet, place));
      const mapping = key === '' ? undefined : known.get(key);
      if (mapping) return withUnitClass(sheet, { ...place, columns: columnsFrom(mapping, widthOf(sheet)) });
    }
  }
  return undefined;
};

export const chooseHeader = (sheet: Sheet, memory: ImportMemory): ChosenHeader => {
  const remembered = rememberedHeader(sheet, memory);
  if (remembered) return { header: remembered, remembered: true };
  const found = findColumns(sheet);
  return { ...(found && { header: found }), remembered: false };
};

/** Fields of which a second column is worth a question; two columns of phones or ranks are usual. */
const asked: readonly RosterField[] = ['unit', 'office', 'name', 'nip', 'code', 'district'];

const dataBelow = ({ rows }: Sheet, headerRow: number): SheetRow[] => rows.filter(({ row }) => row > headerRow);

/** Whether two columns of a sheet say different things: an empty one, or one that repeats the other, is no rival. */
const differ = (rows: readonly SheetRow[], first: number, second: number): boolean =>
  rows.some(({ cells }) => {
    const [a, b] = [cellText(cells[first]), cellText(cells[second])];
    return b !== '' && plainTitle(a) !== plainTitle(b);
  });

const hasRivals = (sheet: Sheet, header: RosterHeader): boolean => {
  const rows = dataBelow(sheet, header.headerRow);
  return fieldsAt(sheet, header).some((field, index) => {
    if (field === undefined || !asked.includes(field)) return false;
    const chosen = header.columns[field];
    return chosen !== undefined && chosen !== index && differ(rows, chosen, index);
  });
};

const isRemark = (title: string): boolean => /^(KET|KETERANGAN|CATATAN|ALAMAT|PARAF|TTD|TANDA TANGAN)\b/.test(title);

/** The place was taken for the unit, and there is a column of unknown meaning that may name it. */
const isGuessedPlace = (sheet: Sheet, { columns, headerRow, ...header }: RosterHeader): boolean => {
  const fields = fieldsAt(sheet, { headerRow, ...header });
  if (fields[columns.unit ?? -1] === 'unit' || columns.unit === undefined) return false;
  const rows = dataBelow(sheet, headerRow);
  return titlesAt(sheet, { headerRow, ...header }).some((title, index) => {
    const unknown = title !== '' && fields[index] === undefined && !isRemark(plainTitle(title));
    return unknown && rows.some(({ cells }) => cellText(cells[index]) !== '');
  });
};

/** Errors that a wrong column makes of most rows. */
const ofMapping: readonly RosterIssueCode[] = [
  'UNIT_MISSING',
  'CLASS_UNKNOWN',
  'FIELD_TOO_LONG',
  'DUPLICATE_CODE',
  'DUPLICATE_UNIT',
];

/** Of all rows, the part whose errors a wrong column may have made: from 0 to 1. */
const wrongPart = (rows: readonly RosterRow[]): number => {
  const wrong = rows.filter(({ issues }) =>
    issues.some(({ code, severity }) => severity === 'error' && ofMapping.includes(code)),
  );
  return wrong.length / Math.max(1, rows.length);
};

/**
 * What the organiser has said is believed as long as some rows make sense with it: where most kinds of units are unknown to us the
 * columns may be right all the same, and there has to be a way on.
 */
const doubtedFrom = 0.9;

/** Something stands below the titles, and none of it was taken for a row. */
const readsNothing = (sheet: Sheet, { headerRow }: RosterHeader, rows: readonly RosterRow[]): boolean =>
  rows.length === 0 && dataBelow(sheet, headerRow).some((row) => !isBlank(row));

/**
 * Whether the file can be read without asking. What the organiser has said is sure unless next to nothing can be read so; else the
 * unit or the office has to be found, and the name, without a second column that says otherwise, and most rows have to make sense.
 */
export const isSure = (sheet: Sheet, { header, remembered }: ChosenHeader, rows: readonly RosterRow[]): boolean => {
  if (!header || readsNothing(sheet, header, rows)) return false;
  if (remembered) return wrongPart(rows) < doubtedFrom;
  if (header.columns.name === undefined || wrongPart(rows) > 0.5) return false;
  return !hasRivals(sheet, header) && !isGuessedPlace(sheet, header);
};

/** Numbers of more than eight digits say who somebody is (rule 9). */
export const masked = (text: string): string =>
  text.replace(/\d(?:[\s.-]?\d){8,}/g, (run) => run.slice(0, 4) + run.slice(4).replace(/\d/g, '•'));

/** A sample needs less than a title, by which the organiser may point at the header. */
const sampleLength = 60;

const sampleCount = 3;
/** Rows in which samples are looked for. */
const sampledRows = 50;

const samplesOf = (rows: readonly SheetRow[], index: number): string[] => {
  const texts = rows.slice(0, sampledRows).map(({ cells }) => masked(cellText(cells[index])).slice(0, sampleLength));
  return [...new Set(texts)].filter((text) => text !== '').slice(0, sampleCount);
};

/** What the title says, or what was chosen for it; a column that was given no meaning has none. */
const meaning = (sheet: Sheet, header: RosterHeader | undefined, remembered: boolean) => {
  const chosen = new Map(Object.entries(header?.columns ?? {}).map(([field, index]) => [index, field as RosterField]));
  const byTitle = header && !remembered ? fieldsAt(sheet, header) : [];
  return (index: number): RosterField | null => chosen.get(index) ?? byTitle[index] ?? null;
};

/** All columns of the sheet in their order, those without a title too, so that a place is a letter. */
export const fileColumns = (sheet: Sheet, { header, remembered }: ChosenHeader): FileColumn[] => {
  const titles = header ? titlesAt(sheet, header) : [];
  const rows = dataBelow(sheet, header?.headerRow ?? 0);
  const fieldAt = meaning(sheet, header, remembered);
  return Array.from({ length: widthOf(sheet) }, (_, index) => ({
    column: columnLetter(index),
    title: cut(titles[index] ?? ''),
    field: fieldAt(index),
    samples: samplesOf(rows, index),
  }));
};

/** In bytes; with the samples of the columns well below what an item may hold. */
const maxFirstRows = 120_000;

/**
 * The first rows as they are, for the organiser to point at the titles; of a sheet with very much in them, those that fit. A title
 * is never cut shorter than the memory keeps it, by which the next file is recognised.
 */
export const firstRowsOf = (sheet: Sheet): NonNullable<RosterImport['firstRows']> => {
  const rows = sheet.rows
    .slice(0, searched)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cut(masked(cellText(cell)))) }));
  let left = maxFirstRows;
  return rows.filter((row) => {
    left -= Buffer.byteLength(JSON.stringify(row));
    return left >= 0;
  });
};
