import * as z from 'zod';
import { SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { DocumentQuery, PartQuery } from './document-schema.ts';

const tag = 'documents';

const document = {
  method: 'GET',
  tag,
  access: ['organizer'],
  params: SessionParams,
  query: DocumentQuery,
  responses: { 200: { contentType: 'application/pdf' } },
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN', 'DOCUMENT_EMPTY'],
} as const;

export const lettersPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/letters.pdf',
  summary: "Invitation letters with the regency's letterhead, one page a recipient",
});

export const commonLetterPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/common-letter.pdf',
  summary: 'One letter to all in the annex, which is attached to it; without a code, as it is for nobody in particular',
});

export const annexPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/annex.pdf',
  summary: 'The numbered list of recipients that is annexed to the letter; guests apart',
});

export const cardsPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/cards.pdf',
  summary: "Cards with each invitation's QR, eight on A4, with cut marks",
});

export const badgesPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/badges.pdf',
  summary: 'Name badges with office and class, eight on A4, with cut marks',
});

export const minutesPdf = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/documents/minutes.pdf',
  summary: 'Berita acara of the reading and signing: order, signers, witnesses, recap by class, root and its QR',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: SessionParams,
  query: PartQuery,
  responses: { 200: { contentType: 'application/pdf' } },
  problems: [
    'SESSION_UNKNOWN',
    'REGENCY_UNKNOWN',
    'SESSION_WRONG_STATE',
    'PLEDGE_TEXT_UNKNOWN',
    'PLEDGE_TEXT_DIFFERS',
    'DOCUMENT_EMPTY',
  ],
});

export const certificatePdf = endpoint({
  method: 'GET',
  path: '/api/c/:token/certificate.pdf',
  summary:
    'A certificate of what stands for whoever holds the link: attendance, reading, signature; name without titles, QR of the public check',
  tag,
  access: 'attendee',
  params: z.object({ token: z.string().max(100) }),
  phone: true,
  responses: { 200: { contentType: 'application/pdf' } },
  problems: ['TOKEN_INVALID', 'INVITATION_REVOKED', 'INVITATION_NOT_PUBLISHED', 'LINK_BOUND', 'DOCUMENT_EMPTY'],
});
