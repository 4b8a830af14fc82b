/** Of each link of an invitation: whether a phone confirmed it, and who asks for help before another one. */
import type { LinkRole } from '../../../../functions/invitations/answer-schema.ts';
import type { InvitationShown } from '../invitation.ts';

export type { LinkRole };

type Call = Omit<NonNullable<InvitationShown['help']>, 'others'>;

export interface PhoneShown {
  role: LinkRole;
  bound: boolean;
  /** The first first. */
  calls: Call[];
}

/** The holder's, then the delegate's; none of which there is nothing to say. A call of an older version is the holder's. */
export const phonesOf = ({
  bound,
  delegation,
  help,
}: Pick<InvitationShown, 'bound' | 'delegation' | 'help'>): PhoneShown[] => {
  const all: Call[] = help ? [help, ...(help.others ?? [])] : [];
  const of = (role: LinkRole, isBound = false): PhoneShown => ({
    role,
    bound: isBound,
    calls: all.filter((call) => (call.role ?? 'HOLDER') === role),
  });
  return [of('HOLDER', bound), of('DELEGATE', delegation?.bound)].filter(
    (shown) => shown.bound || shown.calls.length > 0,
  );
};
