/** Where doors disagree and what looks like signing for another, for the organiser to settle and to look at. */
import type { Deps } from '../deps.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { decideConflict, listConflicts, listFlags } from './conflict-endpoints.ts';
import { listOrder, showConflict } from './conflict-rules.ts';
import { findFlags, flagOrder } from './flag-rules.ts';
import { makeSettle } from './settle.ts';

const known = (invitation: Invitation | undefined): Invitation => {
  if (!invitation) throw new Error('the invitation of a conflict is missing');
  return invitation;
};

export const conflictRoutes = ({ stores, changed }: Deps): Route[] => {
  const settle = makeSettle(stores);

  return [
    route(listConflicts, async ({ params, query }) => {
      const { id } = await findSession(stores.sessions, params.session);
      const all = await stores.conflicts.all(id, { consistent: true });
      const sorted = [...all].sort((a, b) => (listOrder(a) < listOrder(b) ? -1 : 1));
      const { items, next } = slicePage(sorted, listOrder, query.limit, query.cursor);
      const invitations = await stores.invitations.some(id, [...new Set(items.map((item) => item.invitation))]);
      const byId = new Map(invitations.map((invitation) => [invitation.id, invitation]));
      return {
        status: 200,
        body: { items: items.map((item) => showConflict(item, known(byId.get(item.invitation)))), next },
      };
    }),

    route(decideConflict, async ({ params, body: { decision } }, { caller, now }) => {
      const { id } = await findSession(stores.sessions, params.session);
      const conflict = await stores.conflicts.get(id, params.conflict);
      if (!conflict) throw new Problem('CONFLICT_UNKNOWN');
      const decided = await settle(conflict, { decision, by: caller?.subject ?? '', at: now.toISOString() });
      changed(id);
      const invitation = await stores.invitations.get(id, conflict.invitation, { consistent: true });
      return { status: 200, body: showConflict(decided, known(invitation)) };
    }),

    route(listFlags, async ({ params, query }) => {
      const { id } = await findSession(stores.sessions, params.session);
      const [invitations, denials, conflicts] = await Promise.all([
        stores.invitations.all(id),
        stores.checkIns.denials(id),
        stores.conflicts.all(id),
      ]);
      const flags = findFlags({ invitations, denials, conflicts });
      return { status: 200, body: slicePage(flags, flagOrder, query.limit, query.cursor) };
    }),
  ];
};
