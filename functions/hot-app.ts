/** The hot path: who admits people. The doors' devices, and the venue's own code. Its own small bundle: a cold door answers soon. */
import type { Hono } from 'hono';
import * as checkIn from './check-in/check-in-endpoints.ts';
import { checkInRoutes } from './check-in/check-in-routes.ts';
import type { HotDeps } from './deps.ts';
import * as devices from './doors/device-endpoints.ts';
import { deviceRoutes } from './doors/device-routes.ts';
import { type DoorVerification, makeDoorVerification } from './doors/verify-door.ts';
import type { Endpoint } from './platform/endpoint.ts';
import { anyRequest } from './platform/problem-codes/any-request.ts';
import { inTheHall } from './platform/problem-codes/in-the-hall.ts';
import { invitation } from './platform/problem-codes/invitation.ts';
import { makeRouter, type Route } from './platform/router.ts';
import * as venue from './venue/venue-endpoints.ts';
import { venueRoutes } from './venue/venue-routes.ts';

/** Which paths the hot path serves; API Gateway routes by them. */
export const hotEndpoints: readonly Endpoint[] = [
  ...Object.values(checkIn),
  ...Object.values(devices),
  ...Object.values(venue),
];

/** What they may answer beside what they do. */
export const hotProblems = { ...anyRequest, ...invitation, ...inTheHall };

export const hotRoutes = (deps: HotDeps, doors: Pick<DoorVerification, 'forget'>): Route[] => [
  ...checkInRoutes(deps),
  ...deviceRoutes(deps, doors),
  ...venueRoutes(deps),
];

export const createHotApp = (deps: HotDeps): Hono => {
  const doors = makeDoorVerification(deps, deps.now);
  return makeRouter(hotRoutes(deps, doors), { ...deps, verifyDoor: doors.verify, problems: hotProblems });
};
