import * as z from 'zod';
import { SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { Accepted, Already, CheckInRequest, Refused, Replayed } from './check-in-schema.ts';

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/check-ins',
  summary: 'Checks somebody in by code or by invitation; the nonce makes a repeat harmless',
  tag: 'check-in',
  access: ['organizer', 'operator'],
  params: z.object({ session: SessionId }),
  body: CheckInRequest,
  responses: { 201: Accepted, 200: Replayed, 409: Already, 422: Refused },
  problems: ['SESSION_UNKNOWN'],
});
