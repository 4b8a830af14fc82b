import * as z from 'zod';
import { Nonce } from '../check-in/check-in-schema.ts';
import { PageQuery, pageOf, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  ContactAnswer,
  ContactRequest,
  DoorFileResult,
  DoorId,
  DoorListPage,
  DoorListQuery,
  DoorName,
  DoorShown,
  letterMaxBytes,
  PairAnswer,
  PairRequest,
} from './door-schema.ts';

const tag = 'doors';
const door = SessionParams.extend({ door: DoorId });

export const createDoor = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/doors',
  summary: 'Makes a door and its one-time pairing code',
  tag,
  access: ['organizer', 'operator'],
  params: SessionParams,
  body: z.object({ name: DoorName }),
  idempotencyKey: true,
  responses: { 201: DoorShown, 200: DoorShown },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'IDEMPOTENCY_KEY_REUSED'],
});

export const listDoors = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/doors',
  summary: 'The doors of a session: last contact, battery, unsent scans, clock, app version',
  tag,
  access: ['organizer', 'operator', 'auditor'],
  params: SessionParams,
  query: PageQuery,
  responses: { 200: pageOf(DoorShown) },
  problems: ['SESSION_UNKNOWN'],
});

export const pairingQr = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/doors/:door/pairing.svg',
  summary: 'The pairing code as a QR',
  tag,
  access: ['organizer', 'operator'],
  params: door,
  responses: { 200: { contentType: 'image/svg+xml' } },
  problems: ['DOOR_UNKNOWN', 'PAIRING_CODE_USED', 'PAIRING_CODE_EXPIRED', 'DOOR_CUT_OFF'],
});

export const cutOffDoor = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/doors/:door/cut-off',
  summary: "Makes a door's credential worthless; repeating it changes nothing",
  tag,
  access: ['organizer'],
  params: door,
  responses: { 200: DoorShown },
  problems: ['DOOR_UNKNOWN'],
});

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

export const uploadDoorFile = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/door-files',
  summary: 'Takes in the signed file of a door that could not send its scans',
  tag,
  access: ['organizer'],
  params: SessionParams,
  rawBody: { contentTypes: ['application/jose'], maxBytes: 4 * 1024 * 1024 },
  responses: { 200: DoorFileResult },
  problems: ['SESSION_UNKNOWN', 'DOOR_FILE_INVALID'],
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

export const getLetter = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/letters/:nonce',
  summary: "The photo of a delegate's letter",
  tag,
  access: ['organizer', 'auditor'],
  params: SessionParams.extend({ nonce: Nonce }),
  responses: { 200: { contentType: 'image/jpeg' } },
  problems: ['LETTER_UNKNOWN'],
});
