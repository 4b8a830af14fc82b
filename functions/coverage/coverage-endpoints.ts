import * as z from 'zod';
import { PledgeStatus } from '../invitations/invitation-schema.ts';
import { PageQuery, pageOf, RegencyCode, RegionCode, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { RegencyCoverage, SessionCoverage, UnitCoverage, UnitPresence, UnitRecord } from './coverage-schema.ts';

const tag = 'coverage';
const session = z.object({ session: SessionId });
const regency = z.object({ regency: RegencyCode });
const readers = ['organizer', 'operator', 'regent', 'auditor'] as const;

export const getSessionCoverage = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/coverage',
  summary: 'The coverage of a session by class and by district',
  tag,
  access: readers,
  params: session,
  responses: { 200: SessionCoverage },
  problems: ['SESSION_UNKNOWN'],
});

export const listSessionUnits = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/coverage/units',
  summary: 'The units of a session with what became of each: the missing by name, those that have not pledged',
  tag,
  access: readers,
  params: session,
  query: PageQuery.extend({
    presence: UnitPresence.optional(),
    pledge: PledgeStatus.optional(),
    class: UnitClassCode.optional(),
    district: RegionCode.optional(),
  }),
  responses: { 200: pageOf(UnitCoverage) },
  problems: ['SESSION_UNKNOWN'],
});

export const getRegencyCoverage = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage',
  summary: 'The coverage of a regency over its sessions: a unit is covered if represented at least once',
  tag,
  access: [...readers, 'province'],
  params: regency,
  responses: { 200: RegencyCoverage },
  problems: ['REGENCY_UNKNOWN'],
});

export const listRegencyUnits = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage/units',
  summary: 'The record of each unit over the sessions of its regency; `never` for those never represented',
  tag,
  access: readers,
  params: regency,
  query: PageQuery.extend({ never: z.enum(['true']).optional(), class: UnitClassCode.optional() }),
  responses: { 200: pageOf(UnitRecord) },
  problems: [],
});
