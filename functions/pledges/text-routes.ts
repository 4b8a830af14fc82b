/** Texts with their versions, which only the staff function writes; and the text of a session, as people sign it. */
import type { AttendeeDeps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { sameEligibility } from './eligibility-rules.ts';
import { getSessionPledge } from './pledge-endpoints.ts';
import { makePledgeText } from './pledge-rules.ts';
import type { PledgeText } from './pledge-schema.ts';
import { pledgeAsRead } from './session-text.ts';
import { listPledgeTexts, putPledgeText } from './text-endpoints.ts';

/** What is locked of a text: its wording, what it is, and whose. */
const isSameText = (a: PledgeText, b: PledgeText): boolean =>
  a.hash === b.hash && a.form === b.form && sameEligibility(a, b);

export const textRoutes = ({ stores }: Pick<AttendeeDeps, 'stores'>): Route[] => [
  route(listPledgeTexts, async ({ params, query }) => ({
    status: 200,
    body: await stores.pledges.texts(params.regency, query),
  })),

  route(putPledgeText, async ({ params, body }) => {
    const { replaces, ...input } = body;
    const text = makePledgeText(params.text, params.version, input);
    if (await stores.pledges.putText(params.regency, text, replaces)) return { status: 200, body: text };
    const stored = await stores.pledges.text(params.regency, params.text, params.version);
    if (stored && isSameText(stored, text)) return { status: 200, body: stored };
    throw new Problem(stored && stored.lockedAt !== null ? 'PLEDGE_TEXT_LOCKED' : 'PLEDGE_TEXT_CHANGED');
  }),
];

export const sessionTextRoutes = ({ stores }: Pick<AttendeeDeps, 'stores'>): Route[] => [
  route(getSessionPledge, async ({ params }) => ({
    status: 200,
    body: await pledgeAsRead(stores.pledges, await findSession(stores.sessions, params.session)),
  })),
];
