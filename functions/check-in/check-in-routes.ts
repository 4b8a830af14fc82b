/** Scans one by one and in batches, what takes them back, and the list of those that let nobody in. */
import type { HotDeps } from '../deps.ts';
import { InvitationAtDoor, type InvitationShown } from '../invitations/invitation-schema.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type CallContext, type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Actor } from './actor.ts';
import { makeAdmission } from './admission.ts';
import { checkIn, checkInBatch, correctCheckIn, listDenials, undoCheckIn } from './check-in-endpoints.ts';

const actorOf = ({ door, caller }: CallContext): Actor => {
  if (door) return { kind: 'door', id: door.id, name: door.name };
  if (caller) return { kind: 'staff', subject: caller.subject, role: caller.role };
  throw new Problem('NOT_SIGNED_IN');
};

/** What was taken back and why is the staff's to see; a door gets what its screen says. */
const shownTo = ({ door }: CallContext, invitation: InvitationShown) =>
  door ? InvitationAtDoor.parse(invitation) : invitation;

export const checkInRoutes = (deps: HotDeps): Route[] => {
  const { stores } = deps;
  const admission = makeAdmission(deps);

  return [
    route(checkIn, async ({ params: { session }, body }, context) => {
      const { group } = body;
      const actor = actorOf(context);
      return group
        ? admission.count(session, { ...body, group }, actor, context.now)
        : admission.checkIn(session, body, actor, context.now);
    }),

    route(checkInBatch, async ({ params, body }, context) => ({
      status: 200,
      body: await admission.takeBatch(params.session, body, actorOf(context), context.now),
    })),

    route(undoCheckIn, async ({ params, body }, context) => {
      const after = await admission.undo(params, body, actorOf(context), context.now);
      return { status: 200, body: { result: 'undone', invitation: shownTo(context, after) } };
    }),

    route(correctCheckIn, async ({ params, body }, context) => {
      const after = await admission.correct(params, body, actorOf(context), context.now);
      return { status: 200, body: { result: 'corrected', invitation: shownTo(context, after) } };
    }),

    route(listDenials, async ({ params, query }) => {
      await findSession(stores.sessions, params.session);
      const denials = await stores.checkIns.denials(params.session);
      return { status: 200, body: slicePage(denials, ({ at, nonce }) => `${at}#${nonce}`, query.limit, query.cursor) };
    }),
  ];
};
