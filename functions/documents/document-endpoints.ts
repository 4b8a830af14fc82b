import { SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { DocumentQuery } from './document-schema.ts';

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
