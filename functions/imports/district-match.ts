/** Which district a typed name means. Keys are codes: names repeat across the country, but not within a regency. */
import { distance } from 'fastest-levenshtein';

export interface DistrictName {
  code: string;
  name: string;
}

export interface DistrictMatch extends DistrictName {
  /** False when a typing error was corrected. */
  exact: boolean;
}

const label = /^(KECAMATAN|KEC|DISTRIK|KAPANEWON|KEMANTREN|KAP)\b[.\s]*/;

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `Ilir Timur II` and `ILIR TIMUR 2` end in the same number; one number is never a typing error for another. */
const parts = (text: string): { letters: string; number: string } => {
  const upper = text
    .toUpperCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(label, '');
  const words = upper.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const roman = words.length > 1 ? romans.indexOf(last) + 1 : 0;
  const number = roman > 0 ? String(roman) : /^\d+$/.test(last) ? String(Number(last)) : '';
  return { letters: (number === '' ? words : words.slice(0, -1)).join(''), number };
};

/** What two ways of writing one district share: without `Kec.`, case, spaces and hyphens. */
export const districtKey = (text: string): string => {
  const { letters, number } = parts(text);
  return `${letters}#${number}`;
};

interface Known {
  district: DistrictName;
  letters: string;
  number: string;
}

/** A roster asks for the same few districts on every row. */
const knownLists = new WeakMap<readonly DistrictName[], Known[]>();

const knownOf = (districts: readonly DistrictName[]): Known[] => {
  const found = knownLists.get(districts) ?? districts.map((district) => ({ district, ...parts(district.name) }));
  knownLists.set(districts, found);
  return found;
};

/** Longer names bear more: one error from four letters on, two from eight. */
const tolerated = (letters: string): number => Math.min(2, Math.floor(letters.length / 4));

/**
 * The district that `text` names among `districts`: without `Kec.`, case, spaces and hyphens; or else the only nearest
 * one within the tolerance. Undefined when none or more than one is near. A code is taken as itself.
 */
export const matchDistrict = (text: string, districts: readonly DistrictName[]): DistrictMatch | undefined => {
  const typed = parts(text);
  const known = knownOf(districts);
  const same = known.filter(({ letters, number }) => letters === typed.letters && number === typed.number);
  const exact =
    districts.find(({ code }) => code === text.trim()) ?? (same.length === 1 ? same[0]?.district : undefined);
  if (exact) return { code: exact.code, name: exact.name, exact: true };
  if (same.length > 1) return undefined;

  const near = known
    .filter(({ number }) => number === typed.number)
    .map(({ district, letters }) => ({
      district,
      errors: distance(letters, typed.letters),
      allowed: tolerated(letters),
    }))
    .filter(({ errors, allowed }) => errors <= allowed)
    .sort((a, b) => a.errors - b.errors);
  const [best, second] = near;
  if (!best || (second && second.errors === best.errors)) return undefined;
  return { code: best.district.code, name: best.district.name, exact: false };
};
