/** How many units each choice of a make-up session invites, told before it is made. */
import type { ItemOf } from '../../shared/api.ts';

type Missing = Pick<ItemOf<'GET /api/sessions/:session/coverage/units'>, 'pledge'>;

export interface Owing {
  missing: number;
  notPledged: number;
  /** Missing and not pledged. */
  both: number;
  either: number;
}

/** `missing`: the units that nobody stood there for; `notPledged`: how many owe a pledge, whether they came or not. */
export const owingOf = (missing: readonly Missing[], notPledged: number): Owing => {
  const both = missing.filter(({ pledge }) => pledge === 'NOT_YET').length;
  return { missing: missing.length, notPledged, both, either: missing.length + notPledged - both };
};
