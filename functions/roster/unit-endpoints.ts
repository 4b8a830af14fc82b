import * as z from 'zod';
import { Day, PageQuery, pageOf, RegencyCode, UnitId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from './unit-class.ts';
import { HolderChange, RegisterGaps, UnitFacts, UnitHistory, UnitInput, UnitShown } from './unit-schema.ts';

const tag = 'roster';
const regency = z.object({ regency: RegencyCode });
const unit = regency.extend({ unit: UnitId });

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/units',
  summary: 'The register of units with the holders of their offices',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: regency,
  query: PageQuery.extend({ class: UnitClassCode.optional(), retired: z.enum(['with', 'without']).default('without') }),
  responses: { 200: pageOf(UnitShown) },
  problems: [],
});

export const getUnit = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/units/:unit',
  summary: 'One unit',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: unit,
  responses: { 200: UnitShown },
  problems: ['UNIT_UNKNOWN'],
});

export const createUnit = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/units',
  summary: 'Adds a unit; its id comes from its code or its name, so that the same call sent again finds what it added',
  tag,
  access: ['organizer'],
  params: regency,
  body: UnitInput,
  responses: { 201: UnitShown, 200: UnitShown },
  problems: ['REGION_UNKNOWN', 'UNIT_EXISTS', 'UNIT_CHANGED'],
});

export const getUnitHistory = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/units/:unit/history',
  summary: "An office's holders over time, and who held it on a given day",
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: unit,
  query: z.object({ on: Day.optional() }),
  responses: { 200: UnitHistory },
  problems: ['UNIT_UNKNOWN'],
});

export const registerGaps = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/register/gaps',
  summary: 'What the register lacks: districts without a camat, villages that are not in it, vacant offices',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: regency,
  responses: { 200: RegisterGaps },
  problems: ['REGENCY_UNKNOWN'],
});

export const changeHolder = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/units/:unit/holder',
  summary: 'Puts another person into an office, leaves it vacant, or corrects what is known of its holder',
  tag,
  access: ['organizer'],
  params: unit,
  body: z.object({ version: z.number().int().positive(), to: HolderChange }),
  responses: { 200: UnitShown },
  problems: ['UNIT_UNKNOWN', 'UNIT_CHANGED', 'OFFICE_VACANT'],
});

export const editUnit = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/units/:unit',
  summary: 'Replaces what is known of a unit beside its holder, if it is still at the version that was read',
  tag,
  access: ['organizer'],
  params: unit,
  body: UnitFacts.extend({ version: z.number().int().positive() }),
  responses: { 200: UnitShown },
  problems: ['UNIT_UNKNOWN', 'UNIT_CHANGED', 'UNIT_EXISTS', 'REGION_UNKNOWN'],
});
