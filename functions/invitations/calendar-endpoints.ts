/** Apart from the link's other endpoints: what writes the file is a third of the hot path's bundle, and nobody waits for it in a queue. */
import * as z from 'zod';
import { endpoint } from '../platform/endpoint.ts';

export const attendeeCalendar = endpoint({
  method: 'GET',
  path: '/api/c/:token/calendar.ics',
  summary:
    'The session as a calendar file: an update when it has moved, a cancellation when it was cancelled or revoked',
  tag: 'attendee',
  access: 'attendee',
  params: z.object({ token: z.string().max(100) }),
  responses: { 200: { contentType: 'text/calendar; charset=utf-8' } },
  problems: ['TOKEN_INVALID', 'INVITATION_NOT_PUBLISHED'],
});
