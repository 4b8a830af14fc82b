/** The hot path: attendees and doors. Its own small bundle: no roster import, no region data. */
import type { Hono } from 'hono';
import * as checkIn from './check-in/check-in-endpoints.ts';
import { checkInRoutes } from './check-in/check-in-routes.ts';
import type { Deps } from './deps.ts';
import { deviceRoutes } from './doors/device-routes.ts';
import { contactDoor, getDoorList, pairDoor, putLetter } from './doors/door-endpoints.ts';
import { type DoorVerification, makeDoorVerification } from './doors/verify-door.ts';
import * as attendee from './invitations/attendee-endpoints.ts';
import { attendeeRoutes } from './invitations/attendee-routes.ts';
import type { Endpoint } from './platform/endpoint.ts';
import { makeRouter, type Route } from './platform/router.ts';
import * as pledges from './pledges/pledge-endpoints.ts';
import { pledgeRoutes } from './pledges/pledge-routes.ts';
import * as venue from './venue/venue-endpoints.ts';
import { venueRoutes } from './venue/venue-routes.ts';

/** Which paths the hot path serves; API Gateway routes by them. */
export const hotEndpoints: readonly Endpoint[] = [
  ...Object.values(attendee),
  ...Object.values(checkIn),
  pairDoor,
  contactDoor,
  getDoorList,
  putLetter,
  ...Object.values(venue),
  ...Object.values(pledges),
];

export const hotRoutes = (deps: Deps, doors: Pick<DoorVerification, 'forget'>): Route[] => [
  ...attendeeRoutes(deps),
  ...checkInRoutes(deps),
  ...deviceRoutes(deps, doors),
  ...venueRoutes(deps),
  ...pledgeRoutes(deps),
];

export const createHotApp = (deps: Deps): Hono => {
  const doors = makeDoorVerification(deps, deps.now);
  return makeRouter(hotRoutes(deps, doors), { ...deps, verifyDoor: doors.verify });
};
