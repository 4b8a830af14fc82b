/** The mapping screen as values: which row holds the titles, what each column is, and what is still wrong with that. */
import { fieldOf, type RosterField } from '../../../../functions/imports/roster-columns.ts';
import { columnLetter } from '../../../../functions/imports/sheet.ts';
import type { Answer } from '../../../shared/api.ts';
import type { Mapping } from './memory.ts';

export type ImportShown = Answer<'GET /api/regencies/:regency/imports/:import'>;

export interface DraftColumn {
  /** The spreadsheet's letter. */
  column: string;
  title: string;
  field: RosterField | null;
  samples: readonly string[];
}

export interface MappingDraft {
  /** The row of the titles; null until somebody points at one. */
  headerRow: number | null;
  columns: readonly DraftColumn[];
}

const shownSamples = 3;

/** The first column with a meaning keeps it: a second "Nama" is more often a remark than another name. */
const onceEach = (columns: readonly DraftColumn[]): DraftColumn[] => {
  const taken = new Set<RosterField>();
  return columns.map((column) => {
    if (column.field === null || !taken.has(column.field)) {
      if (column.field) taken.add(column.field);
      return column;
    }
    return { ...column, field: null };
  });
};

export const draftOf = ({ headerRow, columns }: Pick<ImportShown, 'headerRow' | 'columns'>): MappingDraft => ({
  headerRow,
  columns: onceEach(columns.map(({ column, title, field, samples }) => ({ column, title, field, samples }))),
});

/** What the columns look like with their titles in this row: guessed anew, as the file would be read with it. */
export const withHeaderRow = (shown: ImportShown, row: number): MappingDraft => {
  if (row === shown.headerRow) return draftOf(shown);
  const rows = shown.firstRows ?? [];
  const titles = rows.find((each) => each.row === row)?.cells ?? [];
  const below = rows.filter((each) => each.row > row);
  const width = Math.max(shown.columns.length, titles.length);
  const columns = Array.from({ length: width }, (_, place) => {
    const title = titles[place] ?? '';
    const samples = below.map(({ cells }) => cells[place] ?? '').filter(Boolean);
    return {
      column: columnLetter(place),
      title,
      field: fieldOf(title) ?? null,
      samples: [...new Set(samples)].slice(0, shownSamples),
    };
  });
  return { headerRow: row, columns: onceEach(columns) };
};

export const withField = (draft: MappingDraft, column: string, field: RosterField | null): MappingDraft => ({
  ...draft,
  columns: draft.columns.map((each) => (each.column === column ? { ...each, field } : each)),
});

/** Columns that hold something; what is empty from top to bottom needs no word. */
export const columnsToAsk = (draft: MappingDraft): readonly DraftColumn[] =>
  draft.columns.filter(({ title, samples, field }) => title !== '' || samples.length > 0 || field !== null);

export type MappingFault = { fault: 'row' } | { fault: 'unit' } | { fault: 'twice'; column: string; first: string };

export const faultsOf = ({ headerRow, columns }: MappingDraft): MappingFault[] => {
  if (headerRow === null) return [{ fault: 'row' }];
  const faults: MappingFault[] = [];
  const first = new Map<RosterField, string>();
  for (const { column, field } of columns) {
    if (field === null) continue;
    const before = first.get(field);
    if (before) faults.push({ fault: 'twice', column, first: before });
    else first.set(field, column);
  }
  return first.has('unit') || first.has('office') ? faults : [{ fault: 'unit' }, ...faults];
};

export const mappingOf = ({ columns }: MappingDraft): Mapping =>
  Object.fromEntries(columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])));

export const titlesOf = ({ columns }: MappingDraft): string[] => columns.map(({ title }) => title);
