/** What a unit most likely belongs to: a proposal that the organiser sees, never written by itself. */
import type { UnitClassCode } from './unit-class.ts';

interface Placed {
  id: string;
  class: UnitClassCode;
  name: string;
  district?: string | undefined;
}

const education = /\bDINAS\b.*\bPENDIDIKAN\b|\bDIS(DIK|DIKBUD|DIKPORA)\b|\bDINDIK\w*/;
const health = /\bDINAS\b.*\bKESEHATAN\b|\bDINKES\b/;

/** Senior high schools are the province's (UU 23/2014): no agency of the regency is theirs. */
const agencies: Partial<Record<UnitClassCode, RegExp>> = {
  TK: education,
  SD: education,
  SMP: education,
  PUSKESMAS: health,
};

const isParentOf = (unit: Omit<Placed, 'id'>): ((other: Placed) => boolean) | undefined => {
  if (unit.class === 'KELURAHAN' || unit.class === 'DESA')
    return (other) => other.class === 'KECAMATAN' && unit.district !== undefined && other.district === unit.district;
  const agency = agencies[unit.class];
  return agency && ((other) => other.class === 'OPD' && agency.test(other.name.toUpperCase()));
};

/**
 * A village's is the district's own office, a school's the education agency, a health centre's the health agency; undefined
 * unless exactly one of `units` fits.
 */
export const likelyParent = <T extends Placed>(unit: Omit<Placed, 'id'>, units: readonly T[]): T | undefined => {
  const fits = isParentOf(unit);
  const [first, ...others] = fits ? units.filter(fits) : [];
  return others.length === 0 ? first : undefined;
};
