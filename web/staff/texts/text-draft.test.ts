import { describe, expect, it } from 'vitest';
import { officialTexts } from '../../../functions/pledges/official-texts.ts';
import { canonicalText, variablesOf } from '../../../functions/pledges/pledge-rules.ts';
import type { PledgeText } from './eligible.ts';
import {
  blanksOf,
  brokenBlanksOf,
  checkText,
  coveredText,
  draftOfText,
  emptyText,
  groupsOf,
  idForText,
  movedPoint,
  newPoint,
  nextVersion,
  offered,
  samplesFor,
  textBody,
} from './text-draft.ts';

const stored = (id: string, version: number, title = 'Ikrar {instance}'): PledgeText => ({
  ...(officialTexts[0] as (typeof officialTexts)[number]).text,
  title,
  id,
  version,
  hash: 'a'.repeat(64),
  variables: ['instance'],
  lockedAt: null,
});

describe('the draft of a text', () => {
  it('comes back to the API as it came from there', () => {
    for (const { id, text } of officialTexts) {
      const shown = { ...text, id, version: 1, hash: '', variables: [], lockedAt: null };
      const { eligibility, ...wording } = textBody(draftOfText(shown), null);
      expect(wording).toEqual({ ...wording, form: text.form, opening: text.opening, points: text.points });
      expect(eligibility?.staff).toBe(text.eligibility?.staff);
      // Classes that a text for civil servants alone names in vain are left out.
      expect(text.eligibility?.classes).toEqual(expect.arrayContaining(eligibility?.classes ?? []));
    }
  });

  it('covers with its fingerprint what the API covers, and finds the same blanks', () => {
    for (const { text } of officialTexts) {
      expect(coveredText(text)).toBe(canonicalText(text));
      expect(blanksOf(text)).toEqual(variablesOf(text));
    }
  });

  it('says what is missing, at its field', () => {
    expect(checkText({ ...emptyText(), classes: [] }).map(({ id }) => id)).toEqual([
      'title',
      'opening',
      'points-0',
      'closing',
      'eligibility-classes',
    ]);
  });

  it('finds braces that are no blank', () => {
    const wording = { title: 'A {Instance}', opening: '{nama daerah} {year}', points: ['{}'], closing: '' };
    expect(brokenBlanksOf(wording)).toEqual(['{Instance}', '{nama daerah}', '{}']);
    const draft = { ...draftOfText(stored('a', 1)), closing: 'Demikian {Tahun}.' };
    expect(checkText(draft).map(({ id }) => id)).toEqual(['closing']);
  });

  it('offers villages and regional companies only where others than civil servants pledge', () => {
    expect(offered('ASN')).not.toContain('DESA');
    expect(offered('ASN_AND_NON_ASN')).toContain('DESA');
    const draft = { ...emptyText(), classes: offered('ASN_AND_NON_ASN'), staff: 'ASN' as const };
    expect(textBody(draft, null).eligibility?.classes).not.toContain('BUMD');
  });

  it('moves a point up and down, not beyond the ends', () => {
    const points = ['a', 'b', 'c'].map((text) => newPoint(text));
    const order = (from: number, by: -1 | 1) =>
      movedPoint(points, from, by)
        .map(({ text }) => text)
        .join('');
    expect([order(0, 1), order(2, -1), order(0, -1), order(2, 1)]).toEqual(['bac', 'acb', 'abc', 'abc']);
  });
});

describe('the texts of a regency', () => {
  it('stand together by text, the newest version first', () => {
    const groups = groupsOf([stored('b', 1, 'Pakta'), stored('a', 1), stored('a', 3), stored('a', 2)]);
    expect(groups.map(({ id, versions }) => [id, versions.map(({ version }) => version)])).toEqual([
      ['a', [3, 2, 1]],
      ['b', [1]],
    ]);
    expect([nextVersion([stored('a', 3), stored('a', 1)], 'a'), nextVersion([], 'a')]).toEqual([4, 1]);
  });

  it('get an id from their title that no other has, and that the API takes', () => {
    expect(idForText('Ikrar Netralitas {instance}', [])).toBe('ikrar-netralitas');
    expect(idForText('Ikrar Netralitas', ['ikrar-netralitas', 'ikrar-netralitas-2'])).toBe('ikrar-netralitas-3');
    for (const title of ['{x}', 'É', 'A'.repeat(160), '—']) expect(idForText(title, [])).toMatch(/^[a-z0-9-]{3,60}$/);
  });

  it('are previewed with samples, and what is not known stands in brackets', () => {
    expect(samplesFor(['instance', 'year', 'hari'], 'Kabupaten Lahat', 2027)).toEqual({
      instance: 'Kabupaten Lahat',
      year: '2027',
      hari: '[hari]',
    });
  });
});
