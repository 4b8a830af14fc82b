/** What the staff call about doors. */
import * as z from 'zod';
import { Nonce } from '../check-in/check-in-schema.ts';
import { PageQuery, pageOf, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { DoorFileResult, DoorId, DoorName, DoorShown } from './door-schema.ts';

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
