import * as z from 'zod';
import { InviteId, line, PageQuery, pageOf, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { AnswerRequest, LinkRole } from './answer-schema.ts';
import { InvitationShown } from './invitation-schema.ts';
import { ArrangementRequest, ArrangementResult, InviteRequest, InviteResult, RefreshResult } from './invite-schema.ts';

const tag = 'invitations';
const staff = ['organizer', 'operator', 'regent', 'auditor'] as const;
const session = z.object({ session: SessionId });
const invitation = session.extend({ invitation: InviteId });

export const invite = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations',
  summary: 'Invites units by class, by district or one by one, and guests, in one call',
  tag,
  access: ['organizer'],
  params: session,
  body: InviteRequest,
  idempotencyKey: true,
  responses: { 200: InviteResult },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
    'UNIT_UNKNOWN',
    'UNIT_RETIRED',
    'REGION_UNKNOWN',
    'WAVE_UNKNOWN',
  ],
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

export const setWave = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/invitations/:invitation/wave',
  summary: 'Asks an invitation to one of the waves of the session; null takes it back',
  tag,
  access: ['organizer'],
  params: invitation,
  body: z.object({ wave: z.string().max(8).nullable() }),
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'WAVE_UNKNOWN'],
});

export const arrangeWaves = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/arrangement',
  summary: 'Spreads the invitations that have no wave over the waves, districts or classes together, within capacities',
  tag,
  access: ['organizer'],
  params: session,
  body: ArrangementRequest,
  responses: { 200: ArrangementResult },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'WAVE_UNKNOWN'],
});

export const refreshInvitations = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/refresh',
  summary: 'Takes over the holders that the register names by now, except where somebody has come or signed',
  tag,
  access: ['organizer'],
  params: session,
  responses: { 200: RefreshResult },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE'],
});

export const noteAnswer = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/invitations/:invitation/answer',
  summary: 'Notes the answer that an invited head gave by telephone; the same rules as for the answer by link',
  tag,
  access: ['organizer', 'operator'],
  params: invitation,
  body: AnswerRequest,
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'INVITATION_REVOKED', 'ANSWER_TOO_LATE', 'DELEGATION_LIMIT'],
});

export const releaseLink = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/release',
  summary:
    'Frees an invitation from the phone that confirmed it, and settles the call for help: of one link, or without a role of both',
  tag,
  access: ['organizer', 'operator'],
  params: invitation,
  query: z.object({ role: LinkRole.optional() }),
  responses: { 200: InvitationShown },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN'],
});
