/** The signing table's queue, and its order as it is arranged by hand. */
import type { AttendeeDeps } from '../deps.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { getSigningOrder, getSigningQueue, putSigningOrder } from './pledge-endpoints.ts';
import { signingQueue } from './signing-order-rules.ts';

export const queueRoutes = ({ stores }: Pick<AttendeeDeps, 'stores'>): Route[] => [
  route(getSigningQueue, async ({ params, query: { waiting, limit, cursor } }) => {
    const session = await findSession(stores.sessions, params.session);
    if (!session.pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
    const [invitations, { version, order }] = await Promise.all([
      stores.invitations.all(session.id),
      stores.pledges.order(session.id),
    ]);
    const queue = signingQueue(invitations, { ...session, pledge: session.pledge }, order);
    const asked = waiting === 'yes' ? queue.filter((entry) => entry.waiting) : queue;
    return {
      status: 200,
      body: {
        ...slicePage(asked, ({ place }) => String(place).padStart(6, '0'), limit, cursor),
        version,
        waiting: queue.filter((entry) => entry.waiting).length,
        signed: queue.filter(({ status }) => status === 'SIGNED').length,
        due: queue.filter(({ status }) => status !== 'NOT_DUE').length,
      },
    };
  }),

  route(getSigningOrder, async ({ params }) => {
    await findSession(stores.sessions, params.session);
    return { status: 200, body: await stores.pledges.order(params.session) };
  }),

  route(putSigningOrder, async ({ params, body }) => {
    await findSession(stores.sessions, params.session);
    const placed = [...new Set(body.order)];
    const found = await stores.invitations.some(params.session, placed);
    if (found.length < placed.length) throw new Problem('INVITATION_UNKNOWN');
    const order = await stores.pledges.putOrder(params.session, { version: body.version, order: placed });
    if (!order) throw new Problem('SIGNING_ORDER_CHANGED');
    return { status: 200, body: order };
  }),
];
