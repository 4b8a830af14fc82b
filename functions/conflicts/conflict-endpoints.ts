import * as z from 'zod';
import { PageQuery, pageOf, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { ConflictId, ConflictShown, Decision, Flag } from './conflict-schema.ts';

const tag = 'conflicts';

export const listConflicts = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/conflicts',
  summary: 'Where doors disagree: both stories, what is proposed, what was decided; open ones first',
  tag,
  access: ['organizer', 'operator', 'auditor'],
  params: SessionParams,
  query: PageQuery,
  responses: { 200: pageOf(ConflictShown) },
  problems: ['SESSION_UNKNOWN'],
});

export const decideConflict = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/conflicts/:conflict/decision',
  summary: 'Settles a conflict; repeating the same decision changes nothing',
  tag,
  access: ['organizer'],
  params: SessionParams.extend({ conflict: ConflictId }),
  body: z.object({ decision: Decision }),
  responses: { 200: ConflictShown },
  problems: ['SESSION_UNKNOWN', 'CONFLICT_UNKNOWN', 'CONFLICT_DECIDED'],
});

export const listFlags = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/flags',
  summary: 'Signs that somebody checked in for another; for the organiser to look at',
  tag,
  access: ['organizer', 'auditor'],
  params: SessionParams,
  query: PageQuery,
  responses: { 200: pageOf(Flag) },
  problems: ['SESSION_UNKNOWN'],
});
