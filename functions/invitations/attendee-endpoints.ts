import * as z from 'zod';
import { endpoint } from '../platform/endpoint.ts';
import { AnswerRequest } from './answer-schema.ts';
import { AttendeeView, HelpRequest, OwnView } from './attendee-schema.ts';

/** The 39 characters of a code; checked by their MAC, so any text may arrive here. */
const token = z.object({ token: z.string().max(100) });

export const getAttendeeView = endpoint({
  method: 'GET',
  path: '/api/c/:token',
  summary: 'What an invited head sees: the session, the invitation, the pledge',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  phone: true,
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

export const answerInvitation = endpoint({
  method: 'POST',
  path: '/api/c/:token/answer',
  summary:
    'Answers: attending, sending a delegate, or unable. The first answer ties the link to the phone that gave it',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  phone: true,
  body: AnswerRequest,
  responses: { 200: OwnView },
  problems: [
    'TOKEN_INVALID',
    'INVITATION_REVOKED',
    'INVITATION_NOT_PUBLISHED',
    'LINK_BOUND',
    'ANSWER_TOO_LATE',
    'DELEGATE_CANNOT_DELEGATE',
    'DELEGATION_LIMIT',
  ],
});

export const releaseOwnLink = endpoint({
  method: 'POST',
  path: '/api/c/:token/release',
  summary: 'Frees the link from the phone that confirmed it; only that phone may',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  phone: true,
  responses: { 200: OwnView },
  problems: ['TOKEN_INVALID', 'INVITATION_REVOKED', 'INVITATION_NOT_PUBLISHED', 'LINK_BOUND'],
});

export const askForHelp = endpoint({
  method: 'POST',
  path: '/api/c/:token/help',
  summary:
    'Asks the organiser to free a link that was confirmed on another phone; asking again from one phone changes nothing',
  tag: 'attendee',
  access: 'attendee',
  params: token,
  phone: true,
  body: HelpRequest,
  responses: { 200: z.object({ asked: z.literal(true) }) },
  problems: ['TOKEN_INVALID', 'INVITATION_REVOKED', 'INVITATION_NOT_PUBLISHED'],
});
