import * as z from 'zod';
import { InviteId, PageQuery, pageOf, RegencyCode, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  LinkSignatureAnswer,
  LinkSignatureRequest,
  PledgeText,
  PledgeTextId,
  PledgeTextInput,
  Reading,
  ReadingId,
  ReadingInput,
  SignatureAnswer,
  SignatureRequest,
  SignatureShown,
} from './pledge-schema.ts';

const tag = 'pledges';
const staff = ['organizer', 'operator', 'regent', 'auditor'] as const;
const regency = z.object({ regency: RegencyCode });
const session = z.object({ session: SessionId });

export const listPledgeTexts = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/pledge-texts',
  summary: 'The pledge texts of a regency, every version',
  tag,
  access: staff,
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(PledgeText) },
  problems: [],
});

export const putPledgeText = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/pledge-texts/:text/:version',
  summary: 'Writes a version of a pledge text; refused once anybody has signed it',
  tag,
  access: ['organizer'],
  params: regency.extend({ text: PledgeTextId, version: z.coerce.number().int().min(1).max(9999) }),
  body: PledgeTextInput,
  responses: { 200: PledgeText },
  problems: ['PLEDGE_TEXT_LOCKED'],
});

export const getSessionPledge = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/pledge',
  summary: 'The text of the session with its variables filled in, as people read and sign it',
  tag,
  access: staff,
  params: session,
  responses: {
    200: z
      .object({
        title: z.string(),
        opening: z.string(),
        points: z.array(z.string()),
        closing: z.string(),
        hash: z.string(),
        form: z.enum(['IKRAR', 'PAKTA']),
      })
      .meta({ id: 'SessionPledgeText' }),
  },
  problems: ['SESSION_UNKNOWN', 'PLEDGE_TEXT_UNKNOWN', 'PLEDGE_TEXT_DIFFERS'],
});

export const putReading = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/readings/:reading',
  summary:
    'Records a reading of the pledge: reader, witnesses, start, end; the client names it, so repeating is harmless',
  tag,
  access: ['organizer', 'operator'],
  params: session.extend({ reading: ReadingId }),
  body: ReadingInput,
  responses: { 200: Reading },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'PLEDGE_TEXT_UNKNOWN', 'READING_CHANGED'],
});

export const listReadings = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/readings',
  summary: 'The readings of a session',
  tag,
  access: staff,
  params: session,
  query: PageQuery,
  responses: { 200: pageOf(Reading) },
  problems: ['SESSION_UNKNOWN'],
});

export const recordSignature = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/signatures',
  summary: 'Records a signature at the table or from paper; the nonce makes a repeat harmless',
  tag,
  access: ['organizer', 'operator'],
  params: session.extend({ invitation: InviteId }),
  body: SignatureRequest,
  responses: { 201: SignatureAnswer, 200: SignatureAnswer },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
    'INVITATION_UNKNOWN',
    'INVITATION_REVOKED',
    'PLEDGE_NOT_DUE',
    'PLEDGE_TEXT_DIFFERS',
  ],
});

export const listSignatures = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/signatures',
  summary: 'The signatures of a session in the order of signing',
  tag,
  access: staff,
  params: session,
  query: PageQuery,
  responses: { 200: pageOf(SignatureShown) },
  problems: ['SESSION_UNKNOWN'],
});

export const signByLink = endpoint({
  method: 'POST',
  path: '/api/c/:token/signatures',
  summary:
    "Signs by the attendee's own link, also after the session; a delegate's link signs for the delegate only, whatever it says",
  tag: 'attendee',
  access: 'attendee',
  params: z.object({ token: z.string().max(100) }),
  phone: true,
  body: LinkSignatureRequest,
  responses: { 201: LinkSignatureAnswer, 200: LinkSignatureAnswer },
  problems: [
    'TOKEN_INVALID',
    'INVITATION_REVOKED',
    'LINK_BOUND',
    'SESSION_WRONG_STATE',
    'PLEDGE_NOT_DUE',
    'PLEDGE_TEXT_DIFFERS',
  ],
});
