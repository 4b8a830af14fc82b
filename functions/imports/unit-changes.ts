/** What an import would change of a unit that the register has. */

import type { Holder } from '../roster/holder-schema.ts';
import { matchKey } from '../roster/person-name.ts';
import { correctHolder, isRetired, replaceHolder } from '../roster/tenure.ts';
import type { Unit, UnitInput } from '../roster/unit-schema.ts';
import type { RosterUnit } from './parse-roster.ts';

/** By the NIP where both have one that is the same, else by the name: a typing error in either is a correction. */
const isSamePerson = (before: Holder, after: Holder): boolean =>
  (before.nip !== undefined && before.nip === after.nip) || matchKey(before.name) === matchKey(after.name);

/** Whether the office gets another person, falls vacant or is filled. A file without names says nothing of holders. */
export const isReplaced = (before: Holder | null, after: Holder | null | undefined): boolean => {
  if (after === undefined) return false;
  return before === null || after === null ? before !== after : !isSamePerson(before, after);
};

/**
 * A file that leaves out a phone or a rank does not deny it: what the register knows of the same person stays. A title once known
 * and now gone is a correction.
 */
const corrected = (unit: Unit, given: Holder): Unit =>
  correctHolder(unit, { titlesBefore: null, titlesAfter: null, ...given }) ?? unit;

/**
 * The same person who holds the office in another way now: another appointment, with a first day, a letter and a validity of its
 * own. The one before goes into the past as it was.
 */
const reappointed = (unit: Unit, given: Holder, today: string): Unit => {
  const { letter: _letter, from: _from, until: _until, ...known } = corrected(unit, given).holder ?? given;
  const { letter, from, until } = given;
  const own = { ...(letter !== undefined && { letter }), ...(from && { from }), ...(until && { until }) };
  return replaceHolder(unit, { ...known, ...own }, { today });
};

const withHolder = (unit: Unit, after: Holder | null | undefined, today: string): Unit => {
  if (isReplaced(unit.holder, after)) return replaceHolder(unit, after ?? null, { today });
  if (!after) return unit;
  return unit.holder?.acting === after.acting ? corrected(unit, after) : reappointed(unit, after, today);
};

/** A village that lies in the district where the unit lay does not move with it. */
const withoutOldVillage = (before: Unit, after: RosterUnit): Unit => {
  const { village, ...rest } = before;
  const moved = after.district !== undefined && village !== undefined && !village.startsWith(`${after.district}.`);
  return moved ? rest : before;
};

/** A unit that is retired and stands in a roster is there again; one that is to be retired later on still is. */
const backAgain = (unit: Unit, today: string): Unit => {
  const { retiredOn: _, ...there } = unit;
  return isRetired(unit, today) ? there : unit;
};

/** The unit as it would be after the import, at the version that it has. `parent`: whose id the file's parent has. */
export const merged = (before: Unit, after: RosterUnit, parent: string | undefined, today: string): Unit => {
  const { holder, parentName: _, ...facts } = after;
  const known = {
    ...backAgain(withoutOldVillage(before, after), today),
    ...facts,
    ...(parent !== undefined && { parent }),
  };
  return withHolder(known, holder, today);
};

const unitFields = ['class', 'name', 'office', 'district', 'village', 'code', 'parent', 'retiredOn'] as const;
const holderFields = [
  'name',
  'titlesBefore',
  'titlesAfter',
  'nip',
  'rank',
  'acting',
  'phone',
  'email',
  'letter',
] as const;

/** Names of the fields that differ: `office`, `holder.nip`; `holder` alone when an office is filled or falls vacant. */
export const changesOf = (before: UnitInput, after: UnitInput): string[] => {
  const own = unitFields.filter((field) => before[field] !== after[field]);
  const [was, is] = [before.holder, after.holder];
  if (was === null || is === null) return was === is ? [...own] : [...own, 'holder'];
  return [...own, ...holderFields.filter((field) => was[field] !== is[field]).map((field) => `holder.${field}`)];
};

/** Whether a unit lies elsewhere than it did; a place that nobody knew before is no move. */
export const isMoved = (before: UnitInput, after: UnitInput): boolean =>
  (before.district !== undefined && before.district !== after.district) ||
  (before.village !== undefined && after.village !== undefined && before.village !== after.village);
