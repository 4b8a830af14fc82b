/** Which units of the register a list shows. */
import { isExpired, isRetired } from '../../../functions/roster/tenure.ts';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { className } from '../../shared/words.ts';
import { matchesText } from '../frame/search.ts';

/** Units that are no longer there are in none of the others. */
export const unitStates = ['ALL', 'VACANT', 'ACTING', 'EXPIRED', 'RETIRED'] as const;
export type UnitState = (typeof unitStates)[number];

export interface UnitFilter {
  words: string;
  class: string;
  district: string;
  state: UnitState;
}

/** Whether a unit is in a state on `today`. */
export const isInState = (unit: UnitShown, state: UnitState, today: string): boolean => {
  const { holder } = unit;
  if (isRetired(unit, today)) return state === 'RETIRED';
  if (state === 'VACANT') return holder === null;
  if (state === 'ACTING') return holder !== null && holder.acting !== 'DEFINITIVE';
  if (state === 'EXPIRED') return isExpired(holder, today);
  return state === 'ALL';
};

const inOrder = (a: UnitShown, b: UnitShown): number =>
  className.codes.indexOf(a.class) - className.codes.indexOf(b.class) ||
  a.name.localeCompare(b.name, 'id', { numeric: true });

/** The units that fit every part of the filter, in protocol order. */
export const unitsFor = (units: readonly UnitShown[], filter: UnitFilter, today: string): UnitShown[] =>
  units
    .filter(
      (unit) =>
        isInState(unit, filter.state, today) &&
        (!filter.class || unit.class === filter.class) &&
        (!filter.district || unit.district === filter.district) &&
        matchesText(filter.words, unit.name, unit.office, unit.holder?.name, unit.districtName, unit.code),
    )
    .sort(inOrder);
