import * as z from 'zod';
import { Refused } from '../check-in/check-in-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  OpenVenueRequest,
  VenueAccepted,
  VenueAlready,
  VenueCheckInRequest,
  VenueOpened,
  VenueReplayed,
} from './venue-schema.ts';

const tag = 'venue';

export const openVenue = endpoint({
  method: 'POST',
  path: '/api/venue/:code',
  summary: 'Turns a code that was scanned just now into a pass of five minutes',
  tag,
  access: 'public',
  params: z.object({ code: z.string().max(100) }),
  body: OpenVenueRequest,
  responses: { 200: VenueOpened },
  problems: ['VENUE_CODE_INVALID', 'VENUE_CODE_STALE', 'SESSION_WRONG_STATE'],
});

export const venueCheckIn = endpoint({
  method: 'POST',
  path: '/api/c/:token/venue-check-in',
  summary: 'The attendee checks in with their own invitation and the pass from the venue’s code',
  tag,
  access: 'attendee',
  params: z.object({ token: z.string().max(100) }),
  body: VenueCheckInRequest,
  responses: { 201: VenueAccepted, 200: VenueReplayed, 409: VenueAlready, 422: Refused },
  problems: ['TOKEN_INVALID', 'VENUE_PASS_STALE', 'LINK_BOUND'],
});
