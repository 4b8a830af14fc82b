/** Which classes a text is for, and why not the others; as the API's rule has it, whose schemas have no place in pages. */
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import type { ItemOf } from '../../shared/api.ts';
import { guestClasses } from '../invitations/invite/whom.ts';

export type PledgeText = ItemOf<'GET /api/regencies/:regency/pledge-texts'>;
export type Staff = NonNullable<PledgeText['eligibility']>['staff'];

/** Their heads are no civil servants: elected by the villagers, or appointed by the company's owner. */
export const notCivilServants: readonly UnitClassCode[] = ['DESA', 'BUMD'];

export type WhyNot = 'guest' | 'not-named' | 'not-asn';

/** Why units of a class cannot owe a text; undefined where they can. */
export const whyNotFor = (
  { eligibility }: Pick<PledgeText, 'eligibility'>,
  code: UnitClassCode,
): WhyNot | undefined => {
  if (guestClasses.includes(code)) return 'guest';
  if (eligibility?.staff === 'ASN' && notCivilServants.includes(code)) return 'not-asn';
  return eligibility && !eligibility.classes.includes(code) ? 'not-named' : undefined;
};
