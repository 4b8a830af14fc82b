/** The district a row's unit lies in. */

import { unitClassOf } from '../roster/unit-class.ts';
import { classOfText } from '../roster/unit-naming.ts';
import { type DistrictMatch, type DistrictName, matchDistrict } from './district-match.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterIssue } from './roster-schema.ts';
import type { RowUnit } from './row-unit.ts';

/** What somebody wrote that is no district's exact name, and what it was taken for. */
export interface TypedDistrict {
  typed: string;
  code?: string;
  /** The organiser has said so before. */
  confirmed: boolean;
}

export interface RowDistrict {
  district?: string;
  typed?: TypedDistrict;
  issues: RosterIssue[];
}

export interface KnownDistricts {
  districts: readonly DistrictName[];
  /** The code of a spelling that the organiser has explained before. */
  confirmed: (typed: string) => string | undefined;
}

/** The row before, for a district written once and merged over its group. */
export interface RowAbove {
  class: RowUnit['class'];
  district?: string | undefined;
}

/** By its exact name, else by what the organiser has said, else by the nearest name. */
const matched = (text: string, { districts, confirmed }: KnownDistricts): DistrictMatch | TypedDistrict | undefined => {
  const match = matchDistrict(text, districts);
  if (match?.exact) return match;
  const said = confirmed(text);
  return said === undefined ? match : { typed: text, code: said, confirmed: true };
};

const named = (cells: RosterCells, text: string, field: RosterField, known: KnownDistricts): RowDistrict => {
  const match = matched(text, known);
  if (!match) {
    return { typed: { typed: text, confirmed: false }, issues: [cells.issue('DISTRICT_UNKNOWN', field)] };
  }
  if ('confirmed' in match) return { ...(match.code && { district: match.code }), typed: match, issues: [] };
  if (match.exact) return { district: match.code, issues: [] };
  return {
    district: match.code,
    typed: { typed: text, code: match.code, confirmed: false },
    issues: [cells.issue('DISTRICT_GUESSED', field)],
  };
};

/** What a heading is that names no district is worth a question, and no error on every row below it. */
const fromHeading = (cells: RosterCells, heading: string, known: KnownDistricts): RowDistrict => {
  const { district, typed } = named(cells, heading, 'district', known);
  const code = district === undefined ? 'DISTRICT_MISSING' : 'DISTRICT_FROM_ABOVE';
  return { ...(district && { district }), ...(typed && { typed }), issues: [cells.issue(code, 'district')] };
};

/** A district's own name, or the district that the unit column gives as the parent of a village. */
const districtInUnit = (unit: RowUnit): string => {
  if (unit.class === 'KECAMATAN') return unit.name;
  return classOfText(unit.typed) === 'KECAMATAN' ? unit.typed : '';
};

/**
 * The district by its own column, else by the unit's name, else from the row above or from the heading of its group. Only classes that lie in a district
 * can fail; an agency's is taken when it is plain and left out otherwise.
 */
export const readDistrict = (
  cells: RosterCells,
  unit: RowUnit,
  known: KnownDistricts,
  above: RowAbove | undefined,
  heading?: string,
): RowDistrict => {
  const { districts } = known;
  const typed = cells.text('district');
  if (!unitClassOf(unit.class).inDistrict) {
    const match = typed === '' ? undefined : matchDistrict(typed, districts);
    return { ...(match?.exact && { district: match.code }), issues: [] };
  }
  // A province's roster comes without a list to compare with.
  if (districts.length === 0) return { issues: [cells.issue('DISTRICT_MISSING', 'district')] };
  if (typed !== '') return named(cells, typed, 'district', known);
  const within = districtInUnit(unit);
  if (within !== '') return named(cells, within, 'unit', known);
  if (above?.class === unit.class && above.district !== undefined) {
    return { district: above.district, issues: [cells.issue('DISTRICT_FROM_ABOVE', 'district')] };
  }
  if (heading !== undefined) return fromHeading(cells, heading, known);
  return { issues: [cells.issue('DISTRICT_MISSING', 'district')] };
};
