import * as z from 'zod';
import { SignatureKind } from '../invitations/invitation-schema.ts';
import { InviteId, PageQuery, pageOf, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import {
  Drawing,
  LinkSignatureAnswer,
  LinkSignatureRequest,
  QueueQuery,
  ReaderView,
  ReadingId,
  ReadingInput,
  ReadingMove,
  ReadingShown,
  SignatureAnswer,
  SignatureRequest,
  SignatureShown,
  SigningOrder,
  SigningQueue,
} from './pledge-schema.ts';

const tag = 'pledges';
const staff = ['organizer', 'operator', 'regent', 'auditor'] as const;
const session = z.object({ session: SessionId });

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
  responses: { 200: ReadingShown },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'PLEDGE_TEXT_UNKNOWN', 'READING_CHANGED'],
});

export const moveReading = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/readings/:reading/moves/:move',
  summary: 'Starts, ends or voids a reading, now; repeating a move changes nothing',
  tag,
  access: ['organizer', 'operator'],
  params: session.extend({ reading: ReadingId, move: ReadingMove }),
  responses: { 200: ReadingShown },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'READING_UNKNOWN', 'READING_WRONG_STATE'],
});

/** The 39 characters of a reader's code; checked by their MAC. */
const readerCode = z.object({ code: z.string().max(100) });

export const getReaderView = endpoint({
  method: 'GET',
  path: '/api/b/:code',
  summary: "The reader's screen: the text, and where the reading stands",
  tag,
  access: 'public',
  params: readerCode,
  responses: { 200: ReaderView },
  problems: ['READING_UNKNOWN', 'PLEDGE_TEXT_UNKNOWN', 'PLEDGE_TEXT_DIFFERS'],
});

export const moveOwnReading = endpoint({
  method: 'POST',
  path: '/api/b/:code/moves/:move',
  summary: 'The reader starts or ends the reading, now or `ago` seconds before; repeating a move changes nothing',
  tag,
  access: 'public',
  params: readerCode.extend({ move: ReadingMove.exclude(['void']) }),
  query: z.object({
    /** Seconds since the reader pressed: the hall's network may come back later. At most six hours. */
    ago: z.coerce.number().int().min(0).max(21_600).default(0),
  }),
  responses: { 200: ReaderView },
  problems: [
    'READING_UNKNOWN',
    'READING_WRONG_STATE',
    'SESSION_WRONG_STATE',
    'PLEDGE_TEXT_UNKNOWN',
    'PLEDGE_TEXT_DIFFERS',
  ],
});

export const getSigningQueue = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/signing-queue',
  summary: 'Who signs in which order, who is in the hall for it, and what stands',
  tag,
  access: ['organizer', 'operator'],
  params: session,
  query: QueueQuery,
  responses: { 200: SigningQueue },
  problems: ['SESSION_UNKNOWN', 'PLEDGE_TEXT_UNKNOWN'],
});

export const putSigningOrder = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/signing-order',
  summary: 'Places people by hand at the head of the queue, guests too',
  tag,
  access: ['organizer', 'operator'],
  params: session,
  body: SigningOrder,
  responses: { 200: SigningOrder },
  problems: ['SESSION_UNKNOWN', 'SIGNING_ORDER_CHANGED', 'INVITATION_UNKNOWN'],
});

export const getSigningOrder = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/signing-order',
  summary: 'The order as it was arranged by hand',
  tag,
  access: ['organizer', 'operator'],
  params: session,
  responses: { 200: SigningOrder },
  problems: ['SESSION_UNKNOWN'],
});

export const listReadings = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/readings',
  summary: 'The readings of a session',
  tag,
  access: staff,
  params: session,
  query: PageQuery,
  responses: { 200: pageOf(ReadingShown) },
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
    'PLEDGE_NOT_READ',
    'PLEDGE_HEAD_ABSENT',
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
    'PLEDGE_NOT_READ',
    'PLEDGE_TEXT_DIFFERS',
  ],
});

export const getDrawing = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/invitations/:invitation/signatures/:kind/drawing',
  summary: 'The drawn strokes of a signature',
  tag,
  access: ['organizer', 'operator', 'auditor'],
  params: session.extend({ invitation: InviteId, kind: SignatureKind }),
  responses: { 200: z.object({ drawn: Drawing }) },
  problems: ['SESSION_UNKNOWN', 'INVITATION_UNKNOWN', 'SIGNATURE_UNKNOWN'],
});
