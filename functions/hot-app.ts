/** The hot path: attendees and doors. Its own small bundle: no roster import, no region data. */
import type { Hono } from 'hono';
import { checkInRoutes } from './check-in/check-in-routes.ts';
import type { Deps } from './deps.ts';
import { attendeeRoutes } from './invitations/attendee-routes.ts';
import { makeRouter, type Route } from './platform/router.ts';
import { pledgeRoutes } from './pledges/pledge-routes.ts';

/** Which paths the hot path serves; API Gateway and the laptop route by them. */
export const hotRoutes = (deps: Deps): Route[] => [
  ...attendeeRoutes(deps),
  ...checkInRoutes(deps),
  ...pledgeRoutes(deps),
];

export const createHotApp = (deps: Deps): Hono => makeRouter(hotRoutes(deps), deps);
