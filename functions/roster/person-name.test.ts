import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullName, matchKey, splitTitles } from './person-name.ts';

const words = [
  'Sahabadi',
  'Yusuf',
  'Abdul',
  'Rahman',
  "Ma'ruf",
  'Siti',
  'Nur’aini',
  'Hasan',
  'Irwan',
  'Dewi',
  'Wahyuni',
  'Drajat',
  'Stefanus',
];
const bareName = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const before = fc.subarray(['Prof.', 'Dr.', 'Drs.', 'Ir.', 'H.'], { minLength: 0 }).map((titles) => titles.join(' '));
const after = fc.subarray(['S.Pd.', 'S.H.', 'SE', 'M.Si', 'M.M.', 'CGCAE']).map((titles) => titles.join(', '));

const typed = (name: string, titlesBefore: string, titlesAfter: string): string =>
  `${titlesBefore}${titlesBefore && ' '}${name}${titlesAfter && `, ${titlesAfter}`}`;

describe('splitTitles', () => {
  it.each([
    ['Drs. H. SAHABADI, M.Si.', 'Drs. H.', 'Sahabadi', 'M.Si.'],
    ['DRS. H. SAHABADI, M.SI.', 'Drs. H.', 'Sahabadi', 'M.Si.'],
    ['Drs.H.Sahabadi,M.Si', 'Drs. H.', 'Sahabadi', 'M.Si'],
    ['dr. Hj. Rina Wati, Sp.OG', 'dr. Hj.', 'Rina Wati', 'Sp.OG'],
    ['Dr. Rina Wati', 'Dr.', 'Rina Wati', undefined],
    ['SITI AISYAH, S.Pd., M. Pd', undefined, 'Siti Aisyah', 'S.Pd., M.Pd'],
    ['Siti Aminah S.Kep., Ners', undefined, 'Siti Aminah', 'S.Kep., Ners'],
    ['BUDI SANTOSO SE MM', undefined, 'Budi Santoso', 'SE, MM'],
    ["MA'RUF SE.MM", undefined, "Ma'ruf", 'SE.MM'],
    ['R. Bambang, CGCAE', undefined, 'R. Bambang', 'CGCAE'],
    ['Letkol Inf Budi Santoso, S.I.P.', 'Letkol Inf', 'Budi Santoso', 'S.I.P.'],
    ['AKBP Andi Surya, S.H., S.I.K.', 'AKBP', 'Andi Surya', 'S.H., S.I.K.'],
    ['Dr. (H.C.) Budi', 'Dr. (H.C.)', 'Budi', undefined],
    ['KH. AHMAD DAHLAN', 'KH.', 'Ahmad Dahlan', undefined],
    ['apt. Lia, S.Farm', 'apt.', 'Lia', 'S.Farm'],
    ['I Made Wira, S.STP., M.Si', undefined, 'I Made Wira', 'S.STP., M.Si'],
  ])('%s', (text, titlesBefore, name, titlesAfter) => {
    const split = splitTitles(text);
    expect([split.titlesBefore, split.name, split.titlesAfter]).toEqual([titlesBefore, name, titlesAfter]);
  });

  it.each([
    ['M. YUSUF', 'M. Yusuf'],
    ['ABD. RAHMAN', 'Abd. Rahman'],
    ['AHMAD BIN ALI', 'Ahmad bin Ali'],
    ['SAHABADI', 'Sahabadi'],
    ['sahabadi', 'Sahabadi'],
    ['Hasan', 'Hasan'],
    ['McDonald', 'McDonald'],
    ['Andi Map', 'Andi Map'],
    ['Ahmad, Yusuf', 'Ahmad, Yusuf'],
    ['H. Mar Atul', 'Mar Atul'],
    ['H.', 'H.'],
    ['', ''],
  ])('the name in %j is %j', (text, name) => {
    expect(splitTitles(text).name).toBe(name);
  });

  it('takes off what was put around a name, and fullName puts it back', () => {
    fc.assert(
      fc.property(bareName, before, after, (name, titlesBefore, titlesAfter) => {
        const text = typed(name, titlesBefore, titlesAfter);
        const split = splitTitles(text);
        expect(split).toEqual({ name, ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) });
        expect(fullName(split)).toBe(text);
      }),
    );
  });

  it('never leaves a name empty that has a letter', () => {
    const piece = fc.constantFrom('Drs.', 'H.', ', ', 'S.Pd.', 'SE', ' ', 'x', '.', ',', 'Ali', '(', "'");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(/\p{L}/u.test(splitTitles(text).name)).toBe(/\p{L}/u.test(text));
      }),
    );
  });
});

describe('matchKey (rule 10)', () => {
  it('is the same with other titles, in other case and without dots', () => {
    fc.assert(
      fc.property(bareName, before, after, (name, titlesBefore, titlesAfter) => {
        const text = typed(name, titlesBefore, titlesAfter);
        expect(matchKey(text)).toBe(matchKey(name));
        expect(matchKey(text.toUpperCase())).toBe(matchKey(name));
        expect(matchKey(text.toLowerCase())).toBe(matchKey(name));
      }),
    );
    expect(matchKey('M. Yusuf')).toBe(matchKey('M YUSUF'));
    expect(matchKey('M.Yusuf')).toBe(matchKey('M. Yusuf'));
    expect(matchKey('Ma’ruf')).toBe(matchKey("MA'RUF"));
    expect(matchKey('Ma’ruf')).toBe('maruf');
  });

  it('tells different people apart', () => {
    expect(matchKey('Siti Aminah')).not.toBe(matchKey('Siti Aisyah'));
    expect(matchKey('M. Yusuf')).not.toBe(matchKey('Yusuf'));
  });

  it('is idempotent for any text', () => {
    const idempotent = (text: string): void => {
      expect(matchKey(matchKey(text))).toBe(matchKey(text));
    };
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), idempotent));
    const piece = fc.constantFrom('Drs', 'H.', ', ', 'S.Pd.', 'SE', ' ', 'dr', '.', "'", 'Ali', 'Inf', 'Letkol', 'É');
    fc.assert(fc.property(fc.array(piece), (pieces) => idempotent(pieces.join(''))));
  });
});
