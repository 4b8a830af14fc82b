/** The district a row's unit lies in. */
import { type DistrictName, matchDistrict } from './district-match.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterIssue } from './roster-schema.ts';
import type { RowUnit } from './row-unit.ts';
import { unitClassOf } from './unit-class.ts';
import { classOfText } from './unit-naming.ts';

export interface RowDistrict {
  district?: string;
  issues: RosterIssue[];
}

/** The row before, for a district written once and merged over its group. */
export interface RowAbove {
  class: RowUnit['class'];
  district?: string | undefined;
}

const named = (
  cells: RosterCells,
  text: string,
  field: RosterField,
  districts: readonly DistrictName[],
): RowDistrict => {
  const match = matchDistrict(text, districts);
  if (!match) return { issues: [cells.issue('DISTRICT_UNKNOWN', field)] };
  return { district: match.code, issues: match.exact ? [] : [cells.issue('DISTRICT_GUESSED', field)] };
};

/** A district's own name, or the district that the unit column gives as the parent of a village. */
const districtInUnit = (unit: RowUnit): string => {
  if (unit.class === 'KECAMATAN') return unit.name;
  return classOfText(unit.typed) === 'KECAMATAN' ? unit.typed : '';
};

/**
 * The district by its own column, else by the unit's name, else from the row above. Only classes that lie in a district
 * can fail; an agency's is taken when it is plain and left out otherwise.
 */
export const readDistrict = (
  cells: RosterCells,
  unit: RowUnit,
  districts: readonly DistrictName[],
  above: RowAbove | undefined,
): RowDistrict => {
  const typed = cells.text('district');
  if (!unitClassOf(unit.class).inDistrict) {
    const match = typed === '' ? undefined : matchDistrict(typed, districts);
    return { ...(match?.exact && { district: match.code }), issues: [] };
  }
  // A province's roster comes without a list to compare with.
  if (districts.length === 0) return { issues: [cells.issue('DISTRICT_MISSING', 'district')] };
  if (typed !== '') return named(cells, typed, 'district', districts);
  const within = districtInUnit(unit);
  if (within !== '') return named(cells, within, 'unit', districts);
  if (above?.class === unit.class && above.district !== undefined) {
    return { district: above.district, issues: [cells.issue('DISTRICT_FROM_ABOVE', 'district')] };
  }
  return { issues: [cells.issue('DISTRICT_MISSING', 'district')] };
};
