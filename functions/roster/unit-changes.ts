/** What an import would change of a unit that the register has. */
import type { RosterUnit } from './parse-roster.ts';
import { matchKey } from './person-name.ts';
import type { Holder, Unit, UnitInput } from './unit-schema.ts';

/**
 * A file that leaves out a phone or a rank does not deny it: what the register knows of the same person stays. For
 * another person nothing of the old one stays. A file without names says nothing of holders.
 */
const mergedHolder = (before: Holder | null, after: Holder | null | undefined): Holder | null => {
  if (after === undefined) return before;
  if (after === null || before === null || matchKey(before.name) !== matchKey(after.name)) return after;
  // A title once known and now gone is a correction; a number not given is not.
  const { nip, rank, phone } = before;
  return {
    ...(nip !== undefined && { nip }),
    ...(rank !== undefined && { rank }),
    ...(phone !== undefined && { phone }),
    ...after,
  };
};

/** The unit as it would be after the import. */
export const merged = (before: Unit | undefined, after: RosterUnit): UnitInput => {
  if (!before) return { ...after, holder: after.holder ?? null };
  const { district, village, code } = before;
  return {
    ...(district !== undefined && { district }),
    ...(village !== undefined && { village }),
    ...(code !== undefined && { code }),
    ...after,
    holder: mergedHolder(before.holder, after.holder),
  };
};

const unitFields = ['class', 'name', 'office', 'district', 'village', 'code'] as const;
const holderFields = ['name', 'titlesBefore', 'titlesAfter', 'nip', 'rank', 'acting', 'phone'] as const;

/** Names of the fields that differ: `office`, `holder.nip`; `holder` alone when an office is filled or falls vacant. */
export const changesOf = (before: UnitInput, after: UnitInput): string[] => {
  const own = unitFields.filter((field) => before[field] !== after[field]);
  const [was, is] = [before.holder, after.holder];
  if (was === null || is === null) return was === is ? [...own] : [...own, 'holder'];
  return [...own, ...holderFields.filter((field) => was[field] !== is[field]).map((field) => `holder.${field}`)];
};
