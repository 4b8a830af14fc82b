/** The witnesses whom a reading names, among the invitations: by name without titles and case (rule 10). */
import { matchKey } from '../../../functions/roster/person-name.ts';
import type { InvitationShown } from '../invitations/invitation.ts';

interface Named {
  name: string;
  office: string;
}
type Invited = Pick<InvitationShown, 'id' | 'office' | 'holder' | 'revoked'>;

/** Same name; of several of that name the one with that office. Each invitation once, in the order of naming. */
export const matchWitnesses = <T extends Invited>(
  named: readonly Named[],
  invitations: readonly T[],
): { invited: T[]; strangers: string[] } => {
  const valid = invitations.filter(({ revoked }) => !revoked);
  const found = named.map(({ name, office }) => {
    const same = valid.filter(({ holder }) => holder && matchKey(holder.name) === matchKey(name));
    const exact = same.find((each) => each.office.toLowerCase() === office.toLowerCase());
    return { name, invitation: exact ?? same[0] };
  });
  return {
    invited: [...new Set(found.flatMap(({ invitation }) => invitation ?? []))],
    strangers: [...new Set(found.filter(({ invitation }) => !invitation).map(({ name }) => name))],
  };
};
