import * as z from 'zod';
import { InviteId, line, PageQuery, pageOf, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { AttendeeView, InvitationShown, InviteRequest, InviteResult } from './invitation-schema.ts';

const tag = 'invitations';
const staff = ['organizer', 'operator', 'regent', 'auditor'] as const;
const session = z.object({ session: SessionId });
const invitation = session.extend({ invitation: InviteId });
/** The 39 characters of a code; checked by their MAC, so any text may arrive here. */
const token = z.object({ token: z.string().max(100) });

export const invite = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations',
  summary: 'Invites every unit of some classes, some units, or guests, in one call',
  tag,
  access: ['organizer'],
  params: session,
  body: InviteRequest,
  idempotencyKey: true,
  responses: { 200: InviteResult },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'UNIT_UNKNOWN'],
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/invitations',
  summary: 'The invitations of a session with what became of each; organisers also get the links',
  tag,
  access: staff,
  params: session,
  query: PageQuery,
  responses: { 200: pageOf(InvitationShown) },
  problems: ['SESSION_UNKNOWN'],
});

export const getInvitation = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/invitations/:invitation',
  summary: 'One invitation',
  tag,
  access: staff,
  params: invitation,
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN'],
});

export const revokeInvitation = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/revoke',
  summary: 'Makes an invitation and its code worthless; repeating it changes nothing',
  tag,
  access: ['organizer'],
  params: invitation,
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN'],
});

export const reissueInvitation = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/reissue',
  summary:
    'Gives an invitation a new code and makes the older ones worthless, if its code is still the one of this version',
  tag,
  access: ['organizer'],
  params: invitation,
  body: z.object({ version: z.number().int().min(1).max(254) }),
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'INVITATION_CHANGED'],
});

export const setSeat = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/invitations/:invitation/seat',
  summary: 'Gives an invitation a seat or a row, which the door shows; null takes it back',
  tag,
  access: ['organizer'],
  params: invitation,
  body: z.object({ seat: line(20).nullable() }),
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN'],
});

export const invitationQrSvg = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/invitations/:invitation/qr.svg',
  summary: 'The QR of an invitation as SVG',
  tag,
  access: ['organizer'],
  params: invitation,
  responses: { 200: { contentType: 'image/svg+xml' } },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'INVITATION_REVOKED'],
});

export const invitationQrPng = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/invitations/:invitation/qr.png',
  summary: 'The QR of an invitation as PNG',
  tag,
  access: ['organizer'],
  params: invitation,
  responses: { 200: { contentType: 'image/png' } },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'INVITATION_REVOKED'],
});

export const getAttendeeView = endpoint({
  method: 'GET',
  path: '/api/c/:token',
  summary: 'What an invited head sees: the session, the invitation, the pledge',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  responses: { 200: AttendeeView },
  problems: ['TOKEN_INVALID', 'INVITATION_REVOKED', 'INVITATION_NOT_PUBLISHED'],
});

export const attendeeQrSvg = endpoint({
  method: 'GET',
  path: '/api/c/:token/qr.svg',
  summary: 'The QR of the invitation as SVG',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  responses: { 200: { contentType: 'image/svg+xml' } },
  problems: ['TOKEN_INVALID'],
});

export const attendeeQrPng = endpoint({
  method: 'GET',
  path: '/api/c/:token/qr.png',
  summary: 'The QR of the invitation as PNG',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  responses: { 200: { contentType: 'image/png' } },
  problems: ['TOKEN_INVALID'],
});
