import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode, UnitId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { RosterCommitResult, RosterPreview } from './roster-schema.ts';
import { UnitClassCode } from './unit-class.ts';
import { UnitInput, UnitShown } from './unit-schema.ts';

const tag = 'roster';
const regency = z.object({ regency: RegencyCode });
const unit = regency.extend({ unit: UnitId });

/** 4 MB: 22,000 rows as XLSX are 0.7 MB; Lambda takes 6 MB, and base64 around the bytes makes a third more of them. */
const rosterFile = {
  contentTypes: [
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/octet-stream',
  ],
  maxBytes: 4 * 1024 * 1024,
} as const;

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/units',
  summary: 'The register of units with the holders of their offices',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: regency,
  query: PageQuery.extend({ class: UnitClassCode.optional() }),
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
  summary: 'Adds a unit; its id comes from its code or its name, so adding it again finds the same unit',
  tag,
  access: ['organizer'],
  params: regency,
  body: UnitInput,
  responses: { 201: UnitShown, 200: UnitShown },
  problems: ['REGION_UNKNOWN', 'UNIT_CHANGED'],
});

export const editUnit = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/units/:unit',
  summary: 'Replaces what is known of a unit, if it is still at the version that was read',
  tag,
  access: ['organizer'],
  params: unit,
  body: UnitInput.extend({ version: z.number().int().positive() }),
  responses: { 200: UnitShown },
  problems: ['UNIT_UNKNOWN', 'UNIT_CHANGED', 'REGION_UNKNOWN'],
});

export const previewRoster = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/roster/preview',
  summary: 'Reads a roster file and says of every row what is new, changed or wrong, and why; writes nothing',
  tag,
  access: ['organizer'],
  params: regency,
  rawBody: rosterFile,
  responses: { 200: RosterPreview },
  problems: ['ROSTER_UNREADABLE', 'ROSTER_HEADER_MISSING', 'REGENCY_UNKNOWN'],
});

export const commitRoster = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/roster/commit',
  summary: 'Writes the good rows of the file that was previewed; sending it again changes nothing more',
  tag,
  access: ['organizer'],
  params: regency,
  query: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  rawBody: rosterFile,
  responses: { 200: RosterCommitResult },
  problems: ['ROSTER_UNREADABLE', 'ROSTER_HEADER_MISSING', 'ROSTER_CHANGED', 'UNIT_CHANGED', 'REGENCY_UNKNOWN'],
});
