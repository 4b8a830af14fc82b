/** Inviting, spreading over waves, and taking over what the register says by now. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { invitableStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { arrangeAll } from './arrange.ts';
import { arrangeWaves, invite, refreshInvitations } from './invitation-endpoints.ts';
import { inviteByRequest } from './invite-units.ts';
import { refreshAll } from './refresh.ts';

export const inviteRoutes = ({ stores, changed }: Deps): Route[] => {
  /** A finished session takes no invitations and keeps those it has. */
  const findInvitable = async (id: string): Promise<Session> => {
    const session = await findSession(stores.sessions, id);
    const { state } = session;
    if (!invitableStates.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
    return session;
  };

  return [
    route(invite, async ({ params, body }, { now, idempotencyKey }) => {
      const session = await findInvitable(params.session);
      const invited = await inviteByRequest(stores, session, body, { key: idempotencyKey, now });
      changed(session.id);
      return { status: 200, body: invited };
    }),

    route(arrangeWaves, async ({ params, body }, { now }) => {
      const session = await findInvitable(params.session);
      if (session.waves.length === 0) throw new Problem('WAVE_UNKNOWN');
      return { status: 200, body: await arrangeAll(stores, session, body.by, now) };
    }),

    route(refreshInvitations, async ({ params }, { now }) => {
      const session = await findInvitable(params.session);
      const refreshed = await refreshAll(stores, session, now);
      // A unit may have moved to another district.
      changed(session.id);
      return { status: 200, body: refreshed };
    }),
  ];
};
