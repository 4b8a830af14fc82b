/** The text of a session, readings, signatures, and the order of signing. */
import type { AttendeeDeps } from '../deps.ts';
import type { Route } from '../platform/router.ts';
import { queueRoutes } from './queue-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { makeSigningGates } from './signing-gate.ts';
import { signingRoutes } from './signing-routes.ts';
import { sessionTextRoutes } from './text-routes.ts';

export const pledgeRoutes = (deps: AttendeeDeps): Route[] => {
  const { sessions, pledges } = deps.stores;
  const gates = makeSigningGates({
    session: (id) => sessions.get(id, { consistent: true }),
    readings: (session) => pledges.readings(session, { consistent: true }),
    now: deps.now,
  });
  return [
    ...sessionTextRoutes(deps),
    ...readingRoutes({ ...deps, gates }),
    ...signingRoutes({ ...deps, gates }),
    ...queueRoutes(deps),
  ];
};
