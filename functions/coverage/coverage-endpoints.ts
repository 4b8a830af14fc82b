import * as z from 'zod';
import { PledgeStatus } from '../invitations/invitation-schema.ts';
import {
  PageQuery,
  ProvinceCode,
  pageOf,
  RegencyCode,
  RegionCode,
  SessionId,
  UnitId,
} from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import {
  CoverageChanges,
  Period,
  RegencyCoverage,
  SessionCoverage,
  UnitCoverage,
  UnitOverTime,
  UnitPresence,
  UnitRecord,
} from './coverage-schema.ts';
import { LiveAnswer, LiveQuery } from './live-schema.ts';
import { NationCoverage, ProvinceCoverage, TotalsQuery } from './totals-schema.ts';

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

export const getLive = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/live',
  summary: 'A session while it runs; held until something changes, or for as long as the server holds requests',
  tag,
  access: readers,
  params: session,
  query: LiveQuery,
  responses: { 200: LiveAnswer },
  problems: ['SESSION_UNKNOWN'],
});

export const getRegencyCoverage = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage',
  summary: 'The coverage of a regency over a period: a unit is covered if represented at least once',
  tag,
  access: [...readers, 'province'],
  params: regency,
  query: Period,
  responses: { 200: RegencyCoverage },
  problems: ['REGENCY_UNKNOWN'],
});

export const getCoverageChanges = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage/changes',
  summary: 'What changed since the end of yesterday in the zone of the regency',
  tag,
  access: readers,
  params: regency,
  responses: { 200: CoverageChanges },
  problems: ['REGENCY_UNKNOWN'],
});

export const listRegencyUnits = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage/units',
  summary:
    'The record of each unit over a period; `show` for those never represented, repeatedly missing, repeatedly delegated, or not pledged',
  tag,
  access: [...readers, 'province'],
  params: regency,
  query: PageQuery.extend({
    ...Period.shape,
    show: z.enum(['never', 'missed', 'delegated', 'notPledged']).optional(),
    class: UnitClassCode.optional(),
    /** `-`: in no district. */
    district: z.union([RegionCode, z.literal('-')]).optional(),
  }),
  responses: { 200: pageOf(UnitRecord) },
  problems: ['REGENCY_UNKNOWN'],
});

export const getUnitCoverage = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/coverage/units/:unit',
  summary: 'What became of one unit in each session of a period',
  tag,
  access: [...readers, 'province'],
  params: regency.extend({ unit: UnitId }),
  query: Period,
  responses: { 200: UnitOverTime },
  problems: ['REGENCY_UNKNOWN', 'UNIT_UNKNOWN'],
});

export const getProvinceCoverage = endpoint({
  method: 'GET',
  path: '/api/provinces/:province/coverage',
  summary: 'The regencies of a province side by side, from stored totals',
  tag,
  access: ['province', 'nation'],
  params: z.object({ province: ProvinceCode }),
  query: TotalsQuery,
  responses: { 200: ProvinceCoverage },
  problems: ['REGION_UNKNOWN'],
});

export const getNationCoverage = endpoint({
  method: 'GET',
  path: '/api/nation/coverage',
  summary: 'The provinces side by side, from stored totals',
  tag,
  access: ['nation'],
  query: TotalsQuery,
  responses: { 200: NationCoverage },
  problems: [],
});
