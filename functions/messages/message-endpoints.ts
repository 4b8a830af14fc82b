import * as z from 'zod';
import { InviteId, PageQuery, pageOf, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { MailQueued, MailShown, Message, MessagePurpose, ReminderResult } from './message-schema.ts';

const tag = 'messages';
/** `reminder`: the Idempotency-Key of the call that claimed whom to remind. */
const which = { purpose: MessagePurpose.default('INVITE'), reminder: z.string().max(80).optional() };

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/messages',
  summary:
    'The text for each invitation (or for one) with its link, and the number and address that the register knows',
  tag,
  access: ['organizer'],
  params: SessionParams,
  query: PageQuery.extend({ ...which, invitation: InviteId.optional() }),
  responses: { 200: pageOf(Message) },
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN'],
});

export const messagesCsv = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/messages.csv',
  summary:
    "All messages as one file for the unit's own sender; cells that a spreadsheet would take for formulas are escaped",
  tag,
  access: ['organizer'],
  params: SessionParams,
  query: z.object(which),
  responses: { 200: { contentType: 'text/csv; charset=utf-8' } },
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN'],
});

export const remind = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/reminders',
  summary:
    'Claims those who have not answered, nobody twice within a day; their messages are then listed under this key',
  tag,
  access: ['organizer'],
  params: SessionParams,
  body: z.object({ classes: z.array(UnitClassCode).optional() }),
  idempotencyKey: true,
  responses: { 200: ReminderResult },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE'],
});

export const queueMail = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/mail',
  summary:
    'Owes an e-mail to everybody with an address, once for a purpose and a code, and once more to those still to come whose link opens nothing any more; they leave one after the other',
  tag,
  access: ['organizer'],
  params: SessionParams,
  body: z.object(which),
  responses: { 200: MailQueued },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'REGENCY_UNKNOWN', 'MAIL_NOT_CONFIGURED'],
});

export const getMailSettings = endpoint({
  method: 'GET',
  path: '/api/mail',
  summary: 'Whether this installation sends e-mails, and so can remind by itself',
  tag,
  access: ['organizer'],
  responses: { 200: z.object({ configured: z.boolean() }) },
  problems: [],
});

export const listMail = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/mail',
  summary: 'What became of the e-mails of a session; `configured` false where this installation sends none',
  tag,
  access: ['organizer'],
  params: SessionParams,
  query: PageQuery,
  responses: { 200: pageOf(MailShown).extend({ configured: z.boolean() }) },
  problems: ['SESSION_UNKNOWN'],
});
