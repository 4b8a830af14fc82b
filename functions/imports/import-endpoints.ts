import * as z from 'zod';
import { line, PageQuery, pageOf, RegencyCode, UnitId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { ImportId, ImportMemory, ImportPartResult, ImportRow, ImportRowStatus, RosterImport } from './import-schema.ts';

const tag = 'imports';
const regency = z.object({ regency: RegencyCode });

/** 4 MB: 22,000 rows as XLSX are 0.7 MB; Lambda takes 6 MB, and base64 around the bytes makes a third more of them. */
const rosterFile = {
  contentTypes: [
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/octet-stream',
  ],
  maxBytes: 4 * 1024 * 1024,
} as const;

const imports = regency.extend({ import: ImportId });
const importPart = imports.extend({
  part: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
});

export const planImport = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/imports',
  summary: 'Reads a roster file into a plan: what is new, changed or wrong in every row; the register stays as it is',
  tag,
  access: ['organizer'],
  params: regency,
  query: z.object({ file: line(120), sheet: line(60).optional() }),
  rawBody: rosterFile,
  idempotencyKey: true,
  responses: { 201: RosterImport },
  problems: ['ROSTER_UNREADABLE', 'REGENCY_UNKNOWN', 'IDEMPOTENCY_KEY_REUSED'],
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/imports',
  summary: 'The imports of a regency, newest first',
  tag,
  access: ['organizer', 'auditor'],
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(RosterImport.omit({ columns: true, firstRows: true, districts: true, leftOut: true })) },
  problems: [],
});

export const getImport = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/imports/:import',
  summary: 'One import and how far it is',
  tag,
  access: ['organizer', 'auditor'],
  params: imports,
  responses: { 200: RosterImport },
  problems: ['IMPORT_UNKNOWN'],
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/imports/:import/rows',
  summary: 'The rows of an import: all, of one status, those with something to look at, or those that were left alone',
  tag,
  access: ['organizer', 'auditor'],
  params: imports,
  query: PageQuery.extend({
    status: ImportRowStatus.optional(),
    issues: z.enum(['any', 'warnings', 'skipped']).optional(),
  }),
  responses: { 200: pageOf(ImportRow) },
  problems: ['IMPORT_UNKNOWN'],
});

export const listVanished = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/imports/:import/vanished',
  summary: 'Units of the register that the file does not name, of the classes that it does; they stay until retired',
  tag,
  access: ['organizer', 'auditor'],
  params: imports,
  query: PageQuery,
  responses: { 200: pageOf(z.object({ id: UnitId, class: UnitClassCode, name: z.string() })) },
  problems: ['IMPORT_UNKNOWN'],
});

export const writeImportPart = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/imports/:import/parts/:part/write',
  summary: 'Writes one part of a plan into the register; sending it again changes nothing more',
  tag,
  access: ['organizer'],
  params: importPart,
  responses: { 200: ImportPartResult },
  problems: ['IMPORT_UNKNOWN', 'IMPORT_UNSURE', 'IMPORT_UNDOING'],
});

export const takeBackImportPart = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/imports/:import/parts/:part/take-back',
  summary: 'Puts the units of one part back as they were before the import, except those that were changed since',
  tag,
  access: ['organizer'],
  params: importPart,
  responses: { 200: ImportPartResult },
  problems: ['IMPORT_UNKNOWN', 'IMPORT_UNSURE'],
});

export const annotateRoster = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/imports/annotate',
  summary: 'The same file back with a column that says what is wrong in each row',
  tag,
  access: ['organizer'],
  params: regency,
  query: z.object({ sheet: line(60).optional() }),
  rawBody: rosterFile,
  responses: { 200: { contentType: 'application/octet-stream' } },
  problems: ['ROSTER_UNREADABLE', 'ROSTER_HEADER_MISSING', 'REGENCY_UNKNOWN'],
});

export const getImportMemory = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/import-memory',
  summary: "What the regency's organisers once said about columns and spellings",
  tag,
  access: ['organizer'],
  params: regency,
  responses: { 200: ImportMemory },
  problems: [],
});

export const putImportMemory = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/import-memory',
  summary:
    'Remembers, beside what is known, which column is what in files with these titles, and which district a spelling means',
  tag,
  access: ['organizer'],
  params: regency,
  body: ImportMemory,
  responses: { 200: ImportMemory },
  problems: ['REGION_UNKNOWN'],
});
