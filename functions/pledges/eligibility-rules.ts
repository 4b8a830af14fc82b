/** Whose pledge a text is. */
import { type UnitClassCode, unitClasses } from '../roster/unit-class.ts';
import type { PledgeText } from './pledge-schema.ts';

/**
 * The classes of units that may owe a text, in protocol order: those it names, of those that count; only those headed by civil servants
 * where it is for civil servants alone. A text that says nothing is for every class that counts.
 */
export const eligibleClasses = ({ eligibility }: Pick<PledgeText, 'eligibility'>): UnitClassCode[] =>
  unitClasses
    .filter(({ counted }) => counted)
    .filter(({ code }) => eligibility === undefined || eligibility.classes.includes(code))
    .filter(({ civilServant }) => civilServant || eligibility?.staff !== 'ASN')
    .map(({ code }) => code);

/** Of the classes that are to owe a text, those it is not for. */
export const notEligible = (
  text: Pick<PledgeText, 'eligibility'>,
  classes: readonly UnitClassCode[],
): UnitClassCode[] => {
  const eligible = eligibleClasses(text);
  return classes.filter((code) => !eligible.includes(code));
};

/** Whether two texts are for the same units, in whatever order they name them. */
export const sameEligibility = (
  { eligibility: a }: Pick<PledgeText, 'eligibility'>,
  { eligibility: b }: Pick<PledgeText, 'eligibility'>,
): boolean =>
  a?.staff === b?.staff && [...new Set(a?.classes)].sort().join() === [...new Set(b?.classes)].sort().join();
