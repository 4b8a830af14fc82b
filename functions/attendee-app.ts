/** Attendees with their links, readers with theirs, signing, and the pictures of the venue's code: apart from the doors that must not wait. */
import type { Hono } from 'hono';
import type { AttendeeDeps } from './deps.ts';
import { makeDoorVerification } from './doors/verify-door.ts';
import * as attendee from './invitations/attendee-endpoints.ts';
import { attendeeRoutes } from './invitations/attendee-routes.ts';
import type { Endpoint } from './platform/endpoint.ts';
import { anyRequest } from './platform/problem-codes/any-request.ts';
import { inTheHall } from './platform/problem-codes/in-the-hall.ts';
import { invitation } from './platform/problem-codes/invitation.ts';
import { pledge } from './platform/problem-codes/pledge.ts';
import { makeRouter, type Route } from './platform/router.ts';
import * as pledges from './pledges/pledge-endpoints.ts';
import { pledgeRoutes } from './pledges/pledge-routes.ts';
import * as venueCodes from './venue/venue-code-endpoints.ts';
import { venueCodeRoutes } from './venue/venue-code-routes.ts';

/** Which paths this app serves; API Gateway routes by them. */
export const attendeeEndpoints: readonly Endpoint[] = [
  ...Object.values(attendee),
  ...Object.values(pledges),
  ...Object.values(venueCodes),
];

/** What they may answer beside what they do. */
export const attendeeProblems = { ...anyRequest, ...invitation, ...inTheHall, ...pledge };

export const attendeeAppRoutes = (deps: AttendeeDeps): Route[] => [
  ...attendeeRoutes(deps),
  ...pledgeRoutes(deps),
  ...venueCodeRoutes(deps),
];

export const createAttendeeApp = (deps: AttendeeDeps): Hono => {
  const doors = makeDoorVerification(deps, deps.now);
  return makeRouter(attendeeAppRoutes(deps), { ...deps, verifyDoor: doors.verify, problems: attendeeProblems });
};
