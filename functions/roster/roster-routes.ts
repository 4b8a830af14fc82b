/** The register of units, one by one or by importing a roster. */
import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { makeUnitId } from '../platform/ids.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { regions } from '../regions/regions.ts';
import type { Stores } from '../stores.ts';
import { naturalKey } from './natural-key.ts';
import { parseRoster } from './parse-roster.ts';
import { type PlannedRow, planImport } from './plan-import.ts';
import { RosterUnreadable, readSheet } from './read-sheet.ts';
import { findColumns } from './roster-columns.ts';
import { commitRoster, createUnit, editUnit, getUnit, listUnits, previewRoster } from './roster-endpoints.ts';
import { showPreview } from './show-preview.ts';
import { showUnit } from './show-unit.ts';
import type { Unit, UnitInput } from './unit-schema.ts';

/** Puts in flight while committing; DynamoDB on demand takes it, and so does the embedded engine. */
const width = 16;

/** A unit lies in its own regency: its district is one of the regency's, its village one of that district's. */
const checkRegions = (regency: string, { district, village }: UnitInput): void => {
  const inside = (code: string, region: string) => code.startsWith(`${region}.`) && regions.nameOf(code) !== undefined;
  const isDistrict = district === undefined || (inside(district, regency) && district.split('.').length === 3);
  if (!isDistrict) throw fieldProblem('REGION_UNKNOWN', '/body/district');
  if (village !== undefined && !inside(village, district ?? regency))
    throw fieldProblem('REGION_UNKNOWN', '/body/village');
};

const unitOf = async (stores: Stores, regency: string, id: string): Promise<Unit> => {
  const unit = await stores.units.get(regency, id);
  if (!unit) throw new Problem('UNIT_UNKNOWN');
  return unit;
};

const plan = async (stores: Stores, regency: string, bytes: Uint8Array) => {
  if (!(await stores.regencies.get(regency))) throw new Problem('REGENCY_UNKNOWN');
  const sheet = await readSheet(bytes).catch((error: unknown) => {
    throw error instanceof RosterUnreadable ? new Problem('ROSTER_UNREADABLE', { state: error.reason }) : error;
  });
  const header = findColumns(sheet);
  if (!header) throw new Problem('ROSTER_HEADER_MISSING');
  const rows = parseRoster(sheet, { regency, districts: regions.districtsOf(regency) });
  const planned = planImport(rows, await stores.units.all(regency, { consistent: true }), regency);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { sheet, header, digest, ...planned };
};

type Writable = PlannedRow & { unit: NonNullable<PlannedRow['unit']> };
const toWrite = (row: PlannedRow): row is Writable =>
  (row.status === 'NEW' || row.status === 'CHANGED') && row.unit !== undefined;

/** The row's unit written over what the plan saw. */
const write = (stores: Stores, regency: string, { unit, version }: Writable): Promise<boolean> =>
  stores.units.put(regency, { ...unit, version: version + 1 });

export const rosterRoutes = ({ stores }: Deps): Route[] => [
  route(listUnits, async ({ params, query }) => {
    const { items, next } = await stores.units.page(params.regency, query);
    return { status: 200, body: { items: items.map(showUnit), next } };
  }),

  route(getUnit, async ({ params }) => ({
    status: 200,
    body: showUnit(await unitOf(stores, params.regency, params.unit)),
  })),

  route(createUnit, async ({ params, body }) => {
    checkRegions(params.regency, body);
    const key = naturalKey(body);
    const unit: Unit = { ...body, id: makeUnitId(params.regency, key), naturalKey: key, version: 1 };
    if (await stores.units.put(params.regency, unit)) return { status: 201, body: showUnit(unit) };
    const found = await unitOf(stores, params.regency, unit.id);
    if (found.naturalKey !== key) throw new Problem('UNIT_CHANGED');
    return { status: 200, body: showUnit(found) };
  }),

  route(editUnit, async ({ params, body }) => {
    checkRegions(params.regency, body);
    const { version, ...input } = body;
    const current = await unitOf(stores, params.regency, params.unit);
    const edited: Unit = { ...input, id: current.id, naturalKey: current.naturalKey, version: version + 1 };
    if (!(await stores.units.put(params.regency, edited))) throw new Problem('UNIT_CHANGED');
    return { status: 200, body: showUnit(edited) };
  }),

  route(previewRoster, async ({ params, body }) => ({
    status: 200,
    body: showPreview(await plan(stores, params.regency, body)),
  })),

  route(commitRoster, async ({ params, query, body }) => {
    const planned = await plan(stores, params.regency, body);
    if (planned.digest !== query.digest) throw new Problem('ROSTER_CHANGED');
    const written = await sideBySide(planned.rows.filter(toWrite), width, (row) => write(stores, params.regency, row));
    // A unit that somebody changed since the plan: the import is repeatable, and the next preview shows what is left.
    if (written.includes(false)) throw new Problem('UNIT_CHANGED');
    const count = (status: string) => planned.rows.filter((row) => row.status === status).length;
    return {
      status: 200,
      body: { written: written.length, same: count('SAME'), errors: count('ERROR'), digest: planned.digest },
    };
  }),
];
