import { describe, expect, it } from 'vitest';
import {
  columnsToAsk,
  draftOf,
  faultsOf,
  type ImportShown,
  mappingOf,
  titlesOf,
  withField,
  withHeaderRow,
} from './mapping-draft.ts';
import { saidOfColumns } from './memory.ts';

const column = (letter: string, title = '', field: ImportShown['columns'][number]['field'] = null) => ({
  column: letter,
  title,
  field,
  samples: [],
});

const unsure = {
  headerRow: null,
  columns: ['A', 'B', 'C', 'D'].map((letter) => column(letter)),
  firstRows: [
    { row: 1, cells: ['PEMERINTAH KABUPATEN LAHAT'] },
    { row: 2, cells: ['NO', 'NAMA', 'TEMPAT', ''] },
    { row: 3, cells: ['1', 'Siti', 'SD Negeri 1', ''] },
    { row: 4, cells: ['2', 'Budi', 'SD Negeri 2', ''] },
    { row: 5, cells: ['3', 'Budi', 'SD Negeri 3', ''] },
  ],
} as unknown as ImportShown;

describe('pointing at the row of titles', () => {
  const draft = withHeaderRow(unsure, 2);

  it('guesses the columns from its words, with values from below', () => {
    expect(draft.columns.map(({ field }) => field)).toEqual(['number', 'name', null, null]);
    expect(draft.columns[1]?.samples).toEqual(['Siti', 'Budi']);
  });

  it('asks for columns that hold something only', () => {
    expect(columnsToAsk(draft).map(({ column: letter }) => letter)).toEqual(['A', 'B', 'C']);
  });

  it('remembers the titles as they stand there, an empty one among them', () => {
    expect(titlesOf(draft)).toEqual(['NO', 'NAMA', 'TEMPAT', '']);
  });

  it('takes the columns as the API read them where its own row is chosen', () => {
    const known = { ...unsure, headerRow: 2, columns: [column('A', 'NAMA'), column('B', 'X', 'unit')] } as ImportShown;
    expect(withHeaderRow(known, 2)).toEqual(draftOf(known));
  });
});

describe('what is wrong with a mapping', () => {
  it('no row of titles yet', () => {
    expect(faultsOf(draftOf(unsure))).toEqual([{ fault: 'row' }]);
  });

  it('neither unit nor office', () => {
    expect(faultsOf(withHeaderRow(unsure, 2))).toEqual([{ fault: 'unit' }]);
  });

  it('one meaning for two columns', () => {
    const draft = withField(withField(withHeaderRow(unsure, 2), 'C', 'unit'), 'A', 'name');
    expect(faultsOf(draft)).toEqual([{ fault: 'twice', column: 'B', first: 'A' }]);
  });

  it('nothing: the meanings are told by letter', () => {
    const draft = withField(withHeaderRow(unsure, 2), 'C', 'unit');
    expect(faultsOf(draft)).toEqual([]);
    expect(mappingOf(draft)).toEqual({ number: 'A', name: 'B', unit: 'C' });
  });

  it('never by itself: of two columns with one meaning the first keeps it', () => {
    const twice = { ...unsure, headerRow: 1, columns: [column('A', 'HP', 'phone'), column('B', 'WA', 'phone')] };
    expect(draftOf(twice).columns.map(({ field }) => field)).toEqual(['phone', null]);
  });
});

describe('what is said of the columns', () => {
  it('is about the titles as long, and as many, as the API takes them', () => {
    const { mappings } = saidOfColumns(['x'.repeat(500), ...Array.from({ length: 250 }, () => 'y')], { unit: 'A' });
    expect(mappings[0]?.titles).toEqual(['x'.repeat(120), ...Array.from({ length: 199 }, () => 'y')]);
    expect(mappings[0]?.columns).toEqual({ unit: 'A' });
  });
});
