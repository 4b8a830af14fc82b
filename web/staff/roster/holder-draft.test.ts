import { describe, expect, it } from 'vitest';
import { HolderChange } from '../../../functions/roster/unit-schema.ts';
import { correctionOf, emptyHolder, faultsOfHolder, holderDraft, holderOf } from './holder-draft.ts';

const today = '2024-06-27';
const draft = {
  ...emptyHolder,
  name: 'Drs. H. SAHABADI, M.Si.',
  nip: '19800101 200501 1 001',
  phone: '0812-3456-7890',
};

describe('a new holder', () => {
  it('has the titles apart, digits only, the number in E.164, and nothing that was not typed', () => {
    expect(holderOf(draft)).toEqual({
      name: 'Sahabadi',
      titlesBefore: 'Drs. H.',
      titlesAfter: 'M.Si.',
      nip: '198001012005011001',
      acting: 'DEFINITIVE',
      phone: '+6281234567890',
    });
    expect(HolderChange.safeParse({ change: 'REPLACE', holder: holderOf(draft) }).success).toBe(true);
  });

  it('keeps titles that were typed apart', () => {
    const apart = { ...draft, name: 'Sahabadi', titlesBefore: 'Dr.' };
    expect(holderOf(apart)).toMatchObject({ name: 'Sahabadi', titlesBefore: 'Dr.' });
  });

  it('says what is wrong, by field', () => {
    expect(faultsOfHolder(draft, today)).toEqual([]);
    const wrong = {
      ...draft,
      name: ' ',
      nip: '123',
      phone: 'x',
      email: 'a@b',
      from: '2024-06-28',
      until: '2024-01-01',
    };
    expect(faultsOfHolder(wrong, today)).toEqual([
      ['name', 'nameMissing'],
      ['nip', 'nipWrong'],
      ['from', 'future'],
      ['until', 'untilBeforeFrom'],
      ['phone', 'phoneWrong'],
      ['email', 'emailWrong'],
    ]);
  });
});

describe('a correction', () => {
  const shown = {
    name: 'Sahabadi',
    acting: 'PLT' as const,
    rank: 'Pembina',
    nipMasked: '1980••••••••••••••',
    hasPhone: true,
  };

  it('takes away what was emptied, and leaves alone what the page was never shown', () => {
    const correction = correctionOf({ ...holderDraft(shown), rank: '' }, []);
    expect(correction).toMatchObject({ name: 'Sahabadi', acting: 'PLT', rank: null });
    expect(Object.keys(correction)).not.toEqual(expect.arrayContaining(['nip']));
    expect(Object.keys(correction)).not.toEqual(expect.arrayContaining(['phone']));
    expect(HolderChange.safeParse({ change: 'CORRECT', holder: correction }).success).toBe(true);
  });

  it('takes a number away where that was asked for, or replaces it', () => {
    expect(correctionOf(holderDraft(shown), ['phone'])).toMatchObject({ phone: null });
    const typed = { ...holderDraft(shown), phone: '081234567891' };
    expect(correctionOf(typed, ['phone'])).toMatchObject({ phone: '+6281234567891' });
  });
});
