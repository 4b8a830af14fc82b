/** The recap of attendance as figures: by class, by district, and by class in a district; presence in its kinds and pledges apart. Nobody is named. */

import { computeCoverage } from '../coverage/coverage-rules.ts';
import type { SessionCoverage } from '../coverage/coverage-schema.ts';
import { representedOf } from '../coverage/represented.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { classOrder } from '../roster/unit-class.ts';
import { byName, classWord, noDistrict } from './paper-words.ts';
import type { SessionFacts } from './session-facts.ts';

export interface RecapFigures {
  expected: number;
  inPerson: number;
  acting: number;
  delegated: number;
  represented: number;
  online: number;
  missing: number;
  due: number;
  signed: number;
  notYet: number;
}

export interface RecapRow extends RecapFigures {
  name: string;
}

/** One class in one district. */
export interface RecapCell extends RecapFigures {
  district: string;
  class: string;
}

type Group = Omit<SessionCoverage['classes'][number], 'class'>;
type Labels = Regency['labels'];

const figuresOf = ({ pledge, ...units }: Group): RecapFigures => ({
  expected: units.expected,
  inPerson: units.inPerson,
  acting: units.acting,
  delegated: units.delegated,
  represented: units.represented,
  online: units.online,
  missing: units.missing,
  due: pledge.due,
  signed: pledge.signed,
  notYet: pledge.notYet,
});

export const recapByClass = ({ classes }: SessionCoverage, labels: Labels): RecapRow[] =>
  classes.map((group) => ({ name: classWord(group.class, labels), ...figuresOf(group) }));

/** By name; what lies in none comes last. */
export const recapByDistrict = ({ districts }: SessionCoverage): RecapRow[] =>
  [...districts]
    .sort(
      (a, b) =>
        Number(a.district === null) - Number(b.district === null) || byName(a.districtName ?? '', b.districtName ?? ''),
    )
    .map((group) => ({ name: group.districtName ?? noDistrict, ...figuresOf(group) }));

export const recapTotal = ({ units, pledge }: SessionCoverage): RecapFigures =>
  figuresOf({ ...units, represented: representedOf(units), pledge });

/** The same units that the tables count, in the order of districts and classes. */
export const recapCells = (facts: SessionFacts): RecapCell[] => {
  const { session, invitations, frozen, at, regency } = facts;
  const names = new Map(invitations.map(({ district, districtName }) => [district, districtName]));
  const { cells } = computeCoverage(session, invitations, frozen, at.toISOString());
  const nameOf = (district: string | null): string =>
    district === null ? noDistrict : (names.get(district) ?? district);
  return [...cells]
    .sort(
      (a, b) =>
        Number(a.district === null) - Number(b.district === null) ||
        byName(nameOf(a.district), nameOf(b.district)) ||
        classOrder(a.class) - classOrder(b.class),
    )
    .map((cell) => {
      const { district, class: unitClass, expected, inPerson, acting, delegated, online, due, signed } = cell;
      const represented = representedOf(cell);
      return {
        district: nameOf(district),
        class: classWord(unitClass, regency.labels),
        expected,
        inPerson,
        acting,
        delegated,
        represented,
        online,
        missing: expected - represented - online,
        due,
        signed,
        notYet: due - signed,
      };
    });
};
