import * as z from 'zod';
import { Period } from '../coverage/coverage-schema.ts';
import { NilStatementId } from '../nil-statements/nil-statement-schema.ts';
import { RegencyCode, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { AttendanceQuery, DocumentQuery, PartQuery } from './document-schema.ts';

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

const pdf = { contentType: 'application/pdf' } as const;
const xlsx = { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const csv = { contentType: 'text/csv; charset=utf-8' } as const;

/** Names, NIP and telephone numbers as the form wants them: the organiser's own paper. */
const attendance = {
  method: 'GET',
  tag,
  access: ['organizer'],
  params: SessionParams,
  query: AttendanceQuery,
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN', 'DOCUMENT_EMPTY'],
} as const;

export const attendancePdf = endpoint({
  ...attendance,
  path: '/api/sessions/:session/documents/attendance.pdf',
  summary: 'Daftar hadir: blank before the day, or who came; signature cells staggered by odd and even numbers',
  responses: { 200: pdf },
});

export const attendanceXlsx = endpoint({
  ...attendance,
  path: '/api/sessions/:session/documents/attendance.xlsx',
  summary: 'Daftar hadir as a workbook',
  responses: { 200: xlsx },
});

export const attendanceCsv = endpoint({
  ...attendance,
  path: '/api/sessions/:session/documents/attendance.csv',
  summary: 'Daftar hadir as CSV (RFC 4180, UTF-8 with a byte order mark)',
  responses: { 200: csv },
});

/** Figures by class and district; nobody is named. */
const recap = {
  method: 'GET',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: SessionParams,
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN', 'DOCUMENT_EMPTY'],
} as const;

export const recapPdf = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/recap.pdf',
  summary: 'Rekap kehadiran by class and by district',
  responses: { 200: pdf },
});

export const recapXlsx = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/recap.xlsx',
  summary: 'Rekap kehadiran as a workbook',
  responses: { 200: xlsx },
});

export const recapCsv = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/recap.csv',
  summary: 'Rekap kehadiran as CSV, one row a class in a district',
  responses: { 200: csv },
});

export const annexRecapPdf = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/annex-recap.pdf',
  summary: "Recap of the invitation letter's annex: how many are invited by class and district, and what they answered",
  access: ['organizer'],
  responses: { 200: pdf },
});

export const certificatesPdf = endpoint({
  ...document,
  path: '/api/sessions/:session/documents/certificates.pdf',
  summary: 'The certificates of all who came, were at the reading or signed, in parts',
});

export const activityReportPdf = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/activity-report.pdf',
  summary: 'Laporan kegiatan: basis, purpose, time and place, participants, speakers, results, follow-up, photos',
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN'],
  responses: { 200: pdf },
});

export const sessionCoveragePdf = endpoint({
  ...recap,
  path: '/api/sessions/:session/documents/coverage.pdf',
  summary: 'The coverage of a session on one A4: when it was made, and its seal if it is closed',
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN'],
  responses: { 200: pdf },
});

export const sessionDataZip = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/documents/data.zip',
  summary: 'The data of a session: CSV and JSON with a README; NIP masked',
  tag,
  access: ['organizer', 'auditor'],
  params: SessionParams,
  responses: { 200: { contentType: 'application/zip' } },
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN'],
});

const regency = z.object({ regency: RegencyCode });

export const regencyCoveragePdf = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/documents/coverage.pdf',
  summary: "The regent's report over a period on one A4",
  tag,
  access: ['organizer', 'regent', 'auditor', 'province'],
  params: regency,
  query: Period,
  responses: { 200: pdf },
  problems: ['REGENCY_UNKNOWN'],
});

export const nilStatementPdf = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/documents/nil-statements/:statement',
  summary: 'A nil statement to be signed',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: regency.extend({ statement: NilStatementId }),
  responses: { 200: pdf },
  problems: ['REGENCY_UNKNOWN', 'NIL_STATEMENT_UNKNOWN'],
});
