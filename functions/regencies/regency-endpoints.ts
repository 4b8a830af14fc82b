import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode, RegionCode } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { emblemMaxBytes, Regency, RegencySettings } from './regency-schema.ts';

const tag = 'regencies';
const params = z.object({ regency: RegencyCode });
const Region = z.object({ code: RegionCode, name: z.string() }).meta({ id: 'Region' });

export const listRegencies = endpoint({
  method: 'GET',
  path: '/api/regencies',
  summary: 'The regencies that the caller may see: its own, or those of its province',
  tag,
  access: ['organizer', 'operator', 'regent', 'province', 'auditor'],
  query: PageQuery,
  responses: { 200: pageOf(Regency) },
  problems: [],
});

export const getRegency = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency',
  summary: 'The settings of a regency',
  tag,
  access: ['organizer', 'operator', 'regent', 'province', 'auditor'],
  params,
  responses: { 200: Regency },
  problems: ['REGENCY_UNKNOWN'],
});

export const putRegency = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency',
  summary:
    'Registers a regency, or replaces its settings if they are still at the version that was read; with the official pledge texts',
  tag,
  access: ['organizer'],
  params,
  /** Left out: the regency is not registered yet. */
  body: RegencySettings.extend({ version: z.number().int().positive().optional() }),
  responses: { 200: Regency },
  problems: ['REGION_UNKNOWN', 'REGENCY_CHANGED'],
});

export const putEmblem = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/emblem',
  summary: 'Keeps the emblem that stands in the letterhead',
  tag,
  access: ['organizer'],
  params,
  rawBody: { contentTypes: ['image/png', 'image/jpeg'], maxBytes: emblemMaxBytes },
  responses: { 200: z.object({ kept: z.literal(true) }) },
  problems: ['REGENCY_UNKNOWN', 'EMBLEM_UNREADABLE'],
});

export const getEmblem = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/emblem',
  summary: 'The emblem of a regency, as it was sent (PNG or JPEG); nothing where none is kept',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params,
  responses: { 200: { contentType: 'application/octet-stream' } },
  problems: [],
});

export const removeEmblem = endpoint({
  method: 'DELETE',
  path: '/api/regencies/:regency/emblem',
  summary: 'Takes the emblem out of the letterhead; taking it out again changes nothing',
  tag,
  access: ['organizer'],
  params,
  responses: { 200: z.object({}) },
  problems: [],
});

export const listRegions = endpoint({
  method: 'GET',
  path: '/api/regions/:region/children',
  summary: 'The regions below a region: regencies of a province, districts of a regency, villages of a district',
  tag,
  access: 'public',
  params: z.object({ region: RegionCode }),
  query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(1000).default(1000) }),
  responses: { 200: pageOf(Region).extend({ attribution: z.string() }) },
  problems: ['REGION_UNKNOWN'],
});
