/** Units as text, a row of fixed width each. */
import type { PledgeStatus } from '../invitations/invitation-schema.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { UnitState } from './cell-rules.ts';
import type { UnitPresence } from './coverage-schema.ts';

const presenceLetters: Record<UnitPresence, string> = {
  IN_PERSON: 'P',
  ACTING: 'A',
  DELEGATED: 'D',
  ONLINE: 'O',
  MISSING: '-',
};
const pledgeLetters: Record<PledgeStatus, string> = { SIGNED: 'S', NOT_YET: 'N', NOT_DUE: '-' };
/** Never reuse a letter: stored records would change their meaning. */
const classLetters: Record<UnitClassCode, string> = {
  OPD: 'O',
  KECAMATAN: 'K',
  KELURAHAN: 'L',
  DESA: 'D',
  PUSKESMAS: 'P',
  TK: 'T',
  SD: 'S',
  SMP: 'M',
  SMA: 'A',
  BUMD: 'B',
  VERTICAL: 'V',
  GUEST_BODY: 'G',
};
const inverse = <T extends string>(letters: Record<T, string>) =>
  Object.fromEntries(Object.entries(letters).map(([value, letter]) => [letter, value])) as Record<string, T>;
const presences = inverse(presenceLetters);
const pledges = inverse(pledgeLetters);
const classes = inverse(classLetters);

/** Of a row: 8 of its unit's id, one each for class, presence and pledge, two for the district. */
const width = 13;
const districtAt = 11;
const none = '00';
/** Two digits of base 36, less the one for "in none". The province with most districts has 666. */
const mostDistricts = 36 ** 2 - 1;

export interface PackedUnits {
  units: string;
  /** The codes that a row's last two characters count from 1 in. */
  districts: string[];
}

export const packUnits = (units: readonly UnitState[]): PackedUnits => {
  const districts = [...new Set(units.flatMap(({ district }) => district ?? []))].sort();
  if (districts.length > mostDistricts)
    throw new Error('the units of one session lie in more districts than a row tells');
  const numbers = new Map(districts.map((code, index) => [code, (index + 1).toString(36).padStart(2, '0')]));
  const row = ({ unit, class: unitClass, presence, pledge, district }: UnitState): string =>
    `${unit}${classLetters[unitClass]}${presenceLetters[presence]}${pledgeLetters[pledge]}${numbers.get(district ?? '') ?? none}`;
  return { units: units.map(row).join(''), districts };
};

const unreadable = (): Error => new Error('a stored coverage row cannot be read');

const letter = <T extends string>(meanings: Record<string, T>, text: string, at: number): T => {
  const meaning = meanings[text.charAt(at)];
  if (meaning === undefined) throw unreadable();
  return meaning;
};

const rowsOf = (packed: string): string[] => {
  if (packed.length % width !== 0) throw unreadable();
  return Array.from({ length: packed.length / width }, (_, index) => packed.slice(index * width, (index + 1) * width));
};

const stateOf = (row: string, district: string | null): UnitState => ({
  unit: row.slice(0, 8),
  class: letter(classes, row, 8),
  district,
  presence: letter(presences, row, 9),
  pledge: letter(pledges, row, 10),
});

export const unpackUnits = ({ units, districts }: PackedUnits): UnitState[] =>
  rowsOf(units).map((row) => {
    const number = row.slice(districtAt);
    const district = number === none ? null : districts[Number.parseInt(number, 36) - 1];
    if (district === undefined) throw unreadable();
    return stateOf(row, district);
  });
