/** What the holder of an invitation's link may see. The signed link is the capability; there is no account. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { fillIn, isWordingOf } from '../pledges/pledge-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { findByToken } from './find-invitation.ts';
import { attendeeQrPng, attendeeQrSvg, getAttendeeView } from './invitation-endpoints.ts';
import { pledgeStatus, showInvitation } from './invitation-rules.ts';
import type { AttendeeView } from './invitation-schema.ts';
import { readToken, tokenInScan } from './invitation-token.ts';
import { codeOf, qrPng, qrSvg } from './qr.ts';

const pledgeToSign = async (stores: Stores, session: Session): Promise<AttendeeView['pledge']> => {
  if (session.pledge === null) return null;
  const { text: id, version, variables, hash } = session.pledge;
  const text = await stores.pledges.text(session.regency, id, version);
  // Rewritten since the plan was saved, which opening will refuse: no wording is shown beside another's hash.
  return text && isWordingOf(session.pledge, text) ? { ...fillIn(text, variables), hash } : null;
};

export const attendeeRoutes = ({ stores, tokenKeys, origin }: Deps): Route[] => {
  const genuine = (token: string): string => {
    if (!readToken(tokenKeys, token)) throw new Problem('TOKEN_INVALID');
    return codeOf(origin, tokenInScan(token));
  };

  return [
    route(getAttendeeView, async ({ params }) => {
      const { invitation, session } = await findByToken(stores, tokenKeys, params.token);
      if (session.state === 'DRAFT') throw new Problem('INVITATION_NOT_PUBLISHED');
      const regency = await stores.regencies.get(session.regency);
      if (!regency) throw new Problem('TOKEN_INVALID');
      const due = pledgeStatus(invitation, session.pledge) !== 'NOT_DUE';
      return {
        status: 200,
        body: {
          invitation: showInvitation(invitation, session),
          session: { ...session, regencyName: regency.name, letterhead: regency.letterhead },
          pledge: due ? await pledgeToSign(stores, session) : null,
          code: genuine(params.token),
        },
      };
    }),
    route(attendeeQrSvg, async ({ params }) => ({ status: 200, raw: await qrSvg(genuine(params.token)) })),
    route(attendeeQrPng, async ({ params }) => ({ status: 200, raw: await qrPng(genuine(params.token)) })),
  ];
};
