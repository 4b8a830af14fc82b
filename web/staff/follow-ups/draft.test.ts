import { expect, test } from 'vitest';
import { bodyOf, checkDraft, countMeant, type Draft, emptyDraft } from './draft.ts';

const typed: Draft = {
  ...emptyDraft,
  kind: 'OUTREACH',
  phase: 'BEFORE',
  text: 'Sosialisasi',
  due: '2024-07-01',
  classes: ['KECAMATAN'],
};
const units = [
  { class: 'KECAMATAN', district: '16.04.01' },
  { class: 'KECAMATAN', district: '16.04.07' },
  { class: 'SD', district: '16.04.01' },
] as const;

test('everything that is missing is told at its field', () => {
  const ids = (draft: Draft) => checkDraft(draft, countMeant(draft, units)).map(({ id }) => id);
  expect(ids(emptyDraft)).toEqual(['text', 'kind', 'phase', 'classes', 'due']);
  expect(ids({ ...emptyDraft, how: 'unit' })).toContain('cari-unit');
  expect(ids(typed)).toEqual([]);
  expect(ids({ ...typed, classes: ['DESA'] })).toEqual(['classes']);
  expect(ids({ ...typed, how: 'regency', classes: [] })).toEqual([]);
});

test('how many get one: of a class, in its districts; those that were picked; none for the regency as a whole', () => {
  expect(countMeant(typed, units)).toBe(2);
  expect(countMeant({ ...typed, districts: ['16.04.07'] }, units)).toBe(1);
  expect(countMeant({ ...typed, how: 'unit', units: ['a', 'b', 'c'] }, units)).toBe(3);
  expect(countMeant({ ...typed, how: 'regency' }, units)).toBe(0);
});

test('only what is chosen is sent: a choice that was left behind means nobody', () => {
  const base = { kind: 'OUTREACH', phase: 'BEFORE', text: 'Sosialisasi', due: '2024-07-01' };
  const both = { ...typed, units: ['aaaaaaaa'], districts: ['16.04.01'] };
  expect(bodyOf(both)).toEqual({ ...base, classes: ['KECAMATAN'], districts: ['16.04.01'] });
  expect(bodyOf({ ...both, how: 'unit' })).toEqual({ ...base, units: ['aaaaaaaa'] });
  expect(bodyOf({ ...both, how: 'regency', session: 'abcdefghij' })).toEqual({
    ...base,
    regency: true,
    session: 'abcdefghij',
  });
});
