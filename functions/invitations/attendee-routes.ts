/** What the holder of an invitation's link may see and say. The signed link is the capability; there is no account. */
import type { AttendeeDeps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { type Answering, answered, asked, refusedAnswer, released, roleOf } from './answer-rules.ts';
import type { Decide } from './answer-store.ts';
import {
  answerInvitation,
  askForHelp,
  attendeeQrPng,
  attendeeQrSvg,
  getAttendeeView,
  releaseOwnLink,
} from './attendee-endpoints.ts';
import { makeAttendeeView } from './attendee-view.ts';
import { codeOf } from './code-address.ts';
import { findByToken, type Holding, phoneOfCall, published, requireOwnPhone } from './find-invitation.ts';
import { readToken, tokenInScan } from './invitation-token.ts';
import { qrPng, qrSvg } from './qr.ts';

export const attendeeRoutes = (deps: AttendeeDeps): Route[] => {
  const { stores, tokenKeys, origin } = deps;
  const views = makeAttendeeView(deps);
  const find = async (token: string) => published(await findByToken(stores, tokenKeys, token));

  const genuine = (token: string): string => {
    if (!readToken(tokenKeys, token)) throw new Problem('TOKEN_INVALID');
    return codeOf(origin, tokenInScan(token));
  };

  /** Changes the invitation while the link is what it was when it was read: a delegation may come and go in between. */
  const change = ({ content, role, invitation }: Holding, decide: Decide) =>
    stores.answers.change(invitation, (found) => {
      if (roleOf(found, content.version) !== role) throw new Problem('INVITATION_REVOKED');
      return decide(found);
    });

  return [
    route(getAttendeeView, async ({ params }, caller) => ({
      status: 200,
      body: await views.view(await find(params.token), caller),
    })),

    route(attendeeQrSvg, async ({ params }) => ({ status: 200, raw: qrSvg(genuine(params.token)) })),
    route(attendeeQrPng, async ({ params }) => ({ status: 200, raw: qrPng(genuine(params.token)) })),

    route(answerInvitation, async ({ params, body }, { now, phone }) => {
      const holding = await find(params.token);
      const { session, role } = holding;
      const by: Answering = { role, phone: phoneOfCall(phone) };
      const invitation = await change(holding, (found) => {
        const refused = refusedAnswer(found, session, body, by, now);
        if (refused) throw new Problem(refused);
        return answered(found, body, by, now);
      });
      return { status: 200, body: await views.own(holding, invitation, { phone, now }) };
    }),

    route(releaseOwnLink, async ({ params }, { now, phone }) => {
      const holding = await find(params.token);
      const { role } = holding;
      const invitation = await change(holding, (found) => {
        requireOwnPhone({ invitation: found, role }, phone);
        return released(found, role);
      });
      return { status: 200, body: await views.own(holding, invitation, { phone, now }) };
    }),

    route(askForHelp, async ({ params, body: { note } }, { now, phone }) => {
      const holding = await find(params.token);
      const { role } = holding;
      const by = phoneOfCall(phone);
      const call = { at: now.toISOString(), role, ...(note !== undefined && { note }), ...(by && { phone: by }) };
      await change(holding, (found) => asked(found, call));
      return { status: 200, body: { asked: true } };
    }),
  ];
};
