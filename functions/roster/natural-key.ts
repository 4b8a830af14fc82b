/** What makes a unit that unit, so that importing the same roster again finds it. */
import type { UnitInput } from './unit-schema.ts';

type Named = Pick<UnitInput, 'class' | 'name'> & { district?: string | undefined; code?: string | undefined };

/** Two spellings of one kind of unit. The service-unit prefix comes and goes with reorganisations. */
const spellings: readonly [RegExp, string][] = [
  [/^(UPTD?|UPTB) (?=SD|SMP|TK|SEKOLAH|PUSKESMAS|RSUD|RUMAH SAKIT)/, ''],
  [/^SEKOLAH DASAR\b/, 'SD'],
  [/^SEKOLAH MENENGAH PERTAMA\b/, 'SMP'],
  [/^SEKOLAH MENENGAH ATAS\b/, 'SMA'],
  [/^SEKOLAH MENENGAH KEJURUAN\b/, 'SMK'],
  [/^SEKOLAH LUAR BIASA\b/, 'SLB'],
  [/^TAMAN KANAK KANAK\b/, 'TK'],
  [/^S D N (?=\d)/, 'SDN '],
  [/^(SD|SMP|SMA|SMK|TK|SLB)( ?N| NEG) /, '$1 NEGERI '],
  [/^PKM /, 'PUSKESMAS '],
  [/^KEC /, 'KECAMATAN '],
  [/^KEL /, 'KELURAHAN '],
];

/** A name without case, punctuation, leading noughts and the choice between `SDN` and `SD Negeri`. */
export const normalisedName = (name: string): string => {
  const words = name
    .toUpperCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/\b0+(?=\d)/g, '');
  return spellings.reduce((text, [pattern, usual]) => text.replace(pattern, usual), words);
};

/** By name: a name repeats between the districts of a regency, hardly within one. */
export const nameKey = (unit: Named): string =>
  `NAME#${unit.class}#${normalisedName(unit.name)}#${unit.district ?? ''}`;

/** By its code (NPSN and the like) where it has one, otherwise by its name. */
export const naturalKey = (unit: Named): string =>
  unit.code === undefined ? nameKey(unit) : `CODE#${unit.class}#${unit.code.toUpperCase()}`;
