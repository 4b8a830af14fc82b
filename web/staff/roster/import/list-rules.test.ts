import { describe, expect, it } from 'vitest';
import { annotatedName, type ImportListed, rowsToSave, shortFileName, worthShowing } from './list-rules.ts';
import { type Chosen, chosenAtFirst, type Guess, readsOtherwise, toAsk, toRemember } from './spellings.ts';

const listed = (id: string, file: string, state: ImportListed['state']) => ({ id, file, state }) as ImportListed;

describe('earlier imports', () => {
  it('leaves out plans that a newer reading of the same file has replaced, never what wrote something', () => {
    const imports = [
      listed('e', 'sd.xlsx', 'PLANNED'),
      listed('d', 'sd.xlsx', 'UNSURE'),
      listed('c', 'opd.csv', 'UNSURE'),
      listed('b', 'sd.xlsx', 'APPLIED'),
      listed('a', 'opd.csv', 'UNDONE'),
    ];
    expect(worthShowing(imports).map(({ id }) => id)).toEqual(['e', 'c', 'b', 'a']);
  });

  it('counts what would be written', () => {
    const counts = { rows: 9, new: 1, moved: 2, replaced: 3, changed: 4, same: 50, error: 60, warning: 7, vanished: 8 };
    expect(rowsToSave({ counts })).toBe(10);
  });
});

describe('names of files', () => {
  it('hands the annotated file back under its name and a word', () => {
    expect(annotatedName('Daftar SD.2026.xlsx')).toBe('Daftar SD.2026-catatan.xlsx');
    expect(annotatedName('daftar')).toBe('daftar-catatan');
    expect(annotatedName('.csv')).toBe('.csv-catatan');
  });

  it('sends at most 120 characters, the ending among them', () => {
    const short = shortFileName(`${'a'.repeat(200)}.xlsx`);
    expect(short).toHaveLength(120);
    expect(short.endsWith('.xlsx')).toBe(true);
    expect(shortFileName('a.csv')).toBe('a.csv');
  });
});

describe('spellings of districts', () => {
  const guess = (typed: string, code: string | null, confirmed = false): Guess => ({
    typed,
    code,
    name: code && 'Lahat',
    rows: 1,
    confirmed,
  });
  const guesses = [guess('Lahatt', '16.04.01'), guess('Entah', null), guess('Lht', '16.04.01', true)];

  it('asks for what was never confirmed', () => {
    expect(toAsk(guesses).map(({ typed }) => typed)).toEqual(['Lahatt', 'Entah']);
  });

  it('confirming as guessed remembers, and needs no second reading', () => {
    const chosen = chosenAtFirst(guesses);
    expect(toRemember(toAsk(guesses), chosen)).toEqual({ Lahatt: '16.04.01' });
    expect(readsOtherwise(guesses, chosen)).toBe(false);
  });

  it('a corrected one and one that was unknown are read again', () => {
    const chosen: Chosen = { ...chosenAtFirst(guesses), Entah: '16.04.07' };
    expect(readsOtherwise(guesses, chosen)).toBe(true);
    expect(toRemember(guesses, chosen)).toMatchObject({ Entah: '16.04.07' });
  });
});
