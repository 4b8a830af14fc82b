import * as z from 'zod';
import { InviteId, PageQuery, pageOf, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  Accepted,
  Already,
  BatchAnswer,
  BatchRequest,
  CheckInRequest,
  Corrected,
  CorrectionRequest,
  Counted,
  Denial,
  Refused,
  Replayed,
  Undone,
  UndoRequest,
} from './check-in-schema.ts';

const tag = 'check-in';
const invitation = SessionParams.extend({ invitation: InviteId });

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/check-ins',
  summary: 'Checks somebody in by code, by invitation, as a guest or as a group; the nonce makes a repeat harmless',
  tag,
  access: ['organizer', 'operator', 'door'],
  params: SessionParams,
  body: CheckInRequest,
  responses: { 201: z.union([Accepted, Counted]), 200: Replayed, 409: Already, 422: Refused },
  problems: ['SESSION_UNKNOWN'],
});

export const checkInBatch = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/check-in-batches',
  summary: 'Takes up to 200 scans, undos and corrections at once, each answered at its own index',
  tag,
  access: ['organizer', 'operator', 'door'],
  params: SessionParams,
  body: BatchRequest,
  responses: { 200: BatchAnswer },
  problems: ['SESSION_UNKNOWN'],
});

export const undoCheckIn = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/undo',
  summary: 'Takes a check-in back, with a reason; repeating it changes nothing',
  tag,
  access: ['organizer', 'operator', 'door'],
  params: invitation,
  body: UndoRequest,
  responses: { 200: Undone },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'CHECK_IN_UNKNOWN', 'CHANGE_NOT_ALLOWED'],
});

export const correctCheckIn = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/invitations/:invitation/attendance',
  summary: 'Corrects who came: the holder, an acting head, a delegate',
  tag,
  access: ['organizer', 'operator', 'door'],
  params: invitation,
  body: CorrectionRequest,
  responses: { 200: Corrected },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'CHECK_IN_UNKNOWN', 'CHANGE_NOT_ALLOWED'],
});

export const listDenials = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/denials',
  summary: 'Scans that let nobody in, oldest first',
  tag,
  access: ['organizer', 'auditor'],
  params: SessionParams,
  query: PageQuery,
  responses: { 200: pageOf(Denial) },
  problems: ['SESSION_UNKNOWN'],
});
