/** The invitation that a link's token stands for, with its session; or the problem with the token. */
import { Problem } from '../platform/problem.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import type { Invitation } from './invitation-schema.ts';
import { readToken, type TokenContent } from './invitation-token.ts';

export interface Holding {
  content: TokenContent;
  invitation: Invitation;
  session: Session;
}

/** Throws TOKEN_INVALID for anything not issued here; INVITATION_REVOKED for an older or a withdrawn code. */
export const findByToken = async (
  stores: Pick<Stores, 'invitations' | 'sessions'>,
  keys: TokenKeys,
  token: string,
): Promise<Holding> => {
  const content = readToken(keys, token);
  if (!content) throw new Problem('TOKEN_INVALID');
  const [invitation, session] = await Promise.all([
    stores.invitations.get(content.session, content.invitation, { consistent: true }),
    stores.sessions.get(content.session, { consistent: true }),
  ]);
  if (!invitation || !session) throw new Problem('TOKEN_INVALID');
  const current = invitation.revokedAt === undefined && invitation.tokenVersion === content.version;
  if (!current) throw new Problem('INVITATION_REVOKED');
  return { content, invitation, session };
};
