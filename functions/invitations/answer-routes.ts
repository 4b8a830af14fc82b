/** What staff do for an invited head who calls: note the answer, free a link from a phone. */
import type { Deps } from '../deps.ts';
import type { Caller } from '../platform/caller.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type Answering, answered, refusedAnswer, released } from './answer-rules.ts';
import { noteAnswer, releaseLink } from './invitation-endpoints.ts';
import { showInvitation } from './invitation-rules.ts';
import type { Invitation } from './invitation-schema.ts';
import { makeLinks } from './links.ts';

export const answerRoutes = (deps: Deps): Route[] => {
  const { stores } = deps;
  const links = makeLinks(deps);

  const find = async (session: string, id: string): Promise<Invitation> => {
    const invitation = await stores.invitations.get(session, id, { consistent: true });
    if (!invitation) throw new Problem('INVITATION_UNKNOWN');
    return invitation;
  };

  const show = async (invitation: Invitation, session: Session, caller: Caller | undefined) => {
    const frozen = await stores.invitations.frozenRoster(session);
    const organizer = caller?.role === 'organizer';
    return showInvitation(invitation, session, {
      frozen,
      ...(organizer && { link: links.holder(invitation), delegateLink: links.delegate(invitation) }),
    });
  };

  return [
    route(noteAnswer, async ({ params, body }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const by: Answering = { role: 'STAFF', operator: caller?.subject ?? '' };
      const invitation = await stores.answers.change(await find(session.id, params.invitation), (found) => {
        if (found.revokedAt !== undefined) throw new Problem('INVITATION_REVOKED');
        const refused = refusedAnswer(found, session, body, by, now);
        if (refused) throw new Problem(refused);
        return answered(found, body, by, now);
      });
      return { status: 200, body: await show(invitation, session, caller) };
    }),

    route(releaseLink, async ({ params, query }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const invitation = await stores.answers.change(await find(session.id, params.invitation), (found) =>
        released(found, query.role ?? 'BOTH'),
      );
      return { status: 200, body: await show(invitation, session, caller) };
    }),
  ];
};
