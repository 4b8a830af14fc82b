import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode, SessionId, UnitId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Phase } from '../sessions/arrangement-schema.ts';
import {
  FollowUpFigures,
  FollowUpId,
  FollowUpKind,
  FollowUpMove,
  FollowUpReminder,
  FollowUpRequest,
  FollowUpResult,
  FollowUpShown,
} from './follow-up-schema.ts';

const tag = 'follow-ups';
const regency = z.object({ regency: RegencyCode });
const readers = ['organizer', 'operator', 'regent', 'auditor'] as const;

export const createFollowUps = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/follow-ups',
  summary: 'Notes what units undertook, one follow-up a unit',
  tag,
  access: ['organizer'],
  params: regency,
  body: FollowUpRequest,
  idempotencyKey: true,
  responses: { 201: FollowUpResult },
  problems: [
    'REGENCY_UNKNOWN',
    'SESSION_UNKNOWN',
    'UNIT_UNKNOWN',
    'UNIT_RETIRED',
    'REGION_UNKNOWN',
    'FOLLOW_UP_FOR_NOBODY',
    'IDEMPOTENCY_KEY_REUSED',
  ],
});

export const listFollowUps = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/follow-ups',
  summary: 'The follow-ups of a regency by when they are due, with how many stand in which state',
  tag,
  access: readers,
  params: regency,
  query: PageQuery.extend({
    /** Left out: all that is neither done nor withdrawn. */
    state: z.enum(['OVERDUE', 'SOON', 'LATER', 'DONE', 'WITHDRAWN', 'ALL']).optional(),
    kind: FollowUpKind.optional(),
    phase: Phase.optional(),
    class: UnitClassCode.optional(),
    unit: UnitId.optional(),
    session: SessionId.optional(),
  }),
  responses: {
    200: pageOf(FollowUpShown).extend({
      figures: FollowUpFigures,
      /** Classes that any follow-up of the regency is of, in protocol order. */
      classes: z.array(UnitClassCode),
    }),
  },
  problems: ['REGENCY_UNKNOWN'],
});

export const moveFollowUp = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/follow-ups/:followUp/moves',
  summary: 'Marks a follow-up done with a note, opens it again, or withdraws it; repeating a move changes nothing',
  tag,
  access: ['organizer'],
  params: regency.extend({ followUp: FollowUpId }),
  body: FollowUpMove,
  responses: { 200: FollowUpShown },
  problems: ['REGENCY_UNKNOWN', 'FOLLOW_UP_UNKNOWN', 'FOLLOW_UP_CHANGED'],
});

export const listFollowUpReminders = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/follow-ups/reminders',
  summary: 'Units with something overdue or due within seven days, each with a message to send',
  tag,
  access: ['organizer'],
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(FollowUpReminder) },
  problems: ['REGENCY_UNKNOWN'],
});
