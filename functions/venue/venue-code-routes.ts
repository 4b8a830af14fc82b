/** The venue's own code as pictures: for the screen and for the print at the entrance. */
import type { AttendeeDeps } from '../deps.ts';
import { qrSvg } from '../invitations/qr.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { makePrintCode, makeScreenCode, startOfStep, stepAt, stepSeconds, venueLink } from './venue-code.ts';
import { getVenuePrint, listVenueCodes } from './venue-code-endpoints.ts';

/** The period that runs and those of the next five minutes: a screen goes on that long without a network. */
const codesAhead = 300 / stepSeconds;

export const venueCodeRoutes = ({ stores, tokenKeys, origin }: AttendeeDeps): Route[] => {
  const pictured = (code: string) => {
    const link = venueLink(origin, code);
    return { link, svg: qrSvg(link) };
  };

  return [
    route(listVenueCodes, async ({ params }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const first = stepAt(now);
      const steps = Array.from({ length: codesAhead + 1 }, (_, index) => first + index);
      const codes = steps.map((step) => ({
        ...pictured(makeScreenCode(tokenKeys, session.id, step)),
        from: startOfStep(step).toISOString(),
        until: startOfStep(step + 1).toISOString(),
      }));
      return { status: 200, body: { asOf: now.toISOString(), stepSeconds, codes } };
    }),

    route(getVenuePrint, async ({ params }) => {
      const session = await findSession(stores.sessions, params.session);
      return { status: 200, body: pictured(makePrintCode(tokenKeys, session.id)) };
    }),
  ];
};
