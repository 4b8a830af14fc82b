/** The invitation that a link's token stands for, with its session and whose link it is; or the problem with the token. */
import { Problem } from '../platform/problem.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { type LinkRole, phoneStanding, roleOf } from './answer-rules.ts';
import type { Invitation } from './invitation-schema.ts';
import { readToken, type TokenContent } from './invitation-token.ts';
import { phoneHash } from './phone-name.ts';

export interface Holding {
  content: TokenContent;
  /** Whose link it is. */
  role: LinkRole;
  invitation: Invitation;
  session: Session;
}
/** `role` is undefined for a link that is dead: replaced, taken back, withdrawn. */
export type AnyHolding = Omit<Holding, 'role'> & { role: LinkRole | undefined };

type Ports = Pick<Stores, 'invitations' | 'sessions'>;

/** What a link stands for, also when it is dead. Throws TOKEN_INVALID for anything not issued here. */
export const findAnyByToken = async (stores: Ports, keys: TokenKeys, token: string): Promise<AnyHolding> => {
  const content = readToken(keys, token);
  if (!content) throw new Problem('TOKEN_INVALID');
  const [invitation, session] = await Promise.all([
    stores.invitations.get(content.session, content.invitation, { consistent: true }),
    stores.sessions.get(content.session, { consistent: true }),
  ]);
  if (!invitation || !session) throw new Problem('TOKEN_INVALID');
  return { content, role: roleOf(invitation, content.version), invitation, session };
};

/** The same of a link that is good; throws INVITATION_REVOKED for an older or a withdrawn code. */
export const findByToken = async (stores: Ports, keys: TokenKeys, token: string): Promise<Holding> => {
  const { role, ...found } = await findAnyByToken(stores, keys, token);
  if (!role) throw new Problem('INVITATION_REVOKED');
  return { ...found, role };
};

/** What was found, unless nobody is to know of it yet. */
export const published = <H extends Pick<Holding, 'session'>>(holding: H): H => {
  if (holding.session.state === 'DRAFT') throw new Problem('INVITATION_NOT_PUBLISHED');
  return holding;
};

/** The hash of a phone that said its name. */
export const phoneOfCall = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : phoneHash(name);

/** Throws LINK_BOUND where another phone has confirmed the link. */
export const requireOwnPhone = (
  { invitation, role }: Pick<Holding, 'invitation' | 'role'>,
  name: string | undefined,
) => {
  if (phoneStanding(invitation, role, phoneOfCall(name)) === 'OTHER') throw new Problem('LINK_BOUND');
};
