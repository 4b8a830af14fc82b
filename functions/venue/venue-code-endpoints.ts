import { SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { VenueCodes, VenuePrint } from './venue-schema.ts';

const tag = 'venue';

export const listVenueCodes = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/venue-codes',
  summary: 'The codes for the screen at the entrance, each good for its 30 seconds',
  tag,
  access: ['organizer', 'operator', 'door'],
  params: SessionParams,
  responses: { 200: VenueCodes },
  problems: ['SESSION_UNKNOWN'],
});

export const getVenuePrint = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/venue-print',
  summary: 'The code to print for the entrance; it does not change, and what rests on it is marked as weaker evidence',
  tag,
  access: ['organizer'],
  params: SessionParams,
  responses: { 200: VenuePrint },
  problems: ['SESSION_UNKNOWN'],
});
