/** What a door's device calls. */
import * as z from 'zod';
import { Nonce } from '../check-in/check-in-schema.ts';
import { SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  ContactAnswer,
  ContactRequest,
  DoorListPage,
  DoorListQuery,
  letterMaxBytes,
  PairAnswer,
  PairRequest,
} from './door-schema.ts';

const tag = 'doors';

export const pairDoor = endpoint({
  method: 'POST',
  path: '/api/doors/pair',
  summary: 'Makes the calling device the door of a pairing code; the same device may repeat it',
  tag,
  access: 'public',
  body: PairRequest,
  responses: { 200: PairAnswer },
  problems: [
    'PAIRING_CODE_INVALID',
    'PAIRING_CODE_USED',
    'PAIRING_CODE_EXPIRED',
    'DOOR_CUT_OFF',
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
  ],
});

export const contactDoor = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/door/contact',
  summary: 'A device says how it is, and learns the time and how its session stands',
  tag,
  access: ['door'],
  params: SessionParams,
  body: ContactRequest,
  responses: { 200: ContactAnswer },
  problems: ['SESSION_UNKNOWN'],
});

export const getDoorList = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/door-list',
  summary: 'What a door must know to decide without a signal, whole or what changed since; until a week after closing',
  tag,
  access: ['door'],
  params: SessionParams,
  query: DoorListQuery,
  responses: { 200: DoorListPage },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE'],
});

export const putLetter = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/letters/:nonce',
  summary: "Keeps the photo of a delegate's letter, under the nonce of its scan",
  tag,
  access: ['organizer', 'operator', 'door'],
  params: SessionParams.extend({ nonce: Nonce }),
  rawBody: { contentTypes: ['image/jpeg'], maxBytes: letterMaxBytes },
  // One photo a nonce. A door's credential may put as many as it makes up nonces: the scan is not looked for, since that would
  // cost a read. Cutting the door off ends it.
  responses: { 200: z.object({ /** False where another photo stands. */ kept: z.boolean() }) },
  problems: ['SESSION_UNKNOWN', 'LETTER_UNREADABLE'],
});
