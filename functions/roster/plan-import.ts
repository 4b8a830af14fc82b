/** What an import would do, row by row. Writes nothing, and removes nothing. */
import { makeUnitId } from '../platform/ids.ts';
import { nameKey, naturalKey } from './natural-key.ts';
import type { RosterRow, RosterUnit } from './parse-roster.ts';
import type { RosterIssue, RowStatus } from './roster-schema.ts';
import { changesOf, merged } from './unit-changes.ts';
import type { Unit } from './unit-schema.ts';

export interface PlannedRow {
  row: number;
  status: RowStatus;
  /** The unit as it would be written; absent on a row with an error. */
  unit?: Omit<Unit, 'version'>;
  /** The version that the plan saw; 0 for a new unit. */
  version: number;
  issues: RosterIssue[];
  changes: string[];
}

export interface ImportPlan {
  rows: PlannedRow[];
  /** Units of the register that the file does not name, of the classes that it does. */
  vanished: { id: string; name: string }[];
}

/** Finds units of the register, each for one row only. */
const makeFinder = (existing: readonly Unit[]) => {
  const byKey = new Map(existing.map((unit) => [unit.naturalKey, unit]));
  const byName = new Map(existing.map((unit) => [nameKey(unit), unit]));
  const found = new Set<string>();

  const take = (unit: Unit | undefined): Unit | undefined => {
    if (!unit || found.has(unit.id)) return undefined;
    found.add(unit.id);
    return unit;
  };
  const find = (unit: RosterUnit): Unit | undefined => {
    const same = take(byKey.get(naturalKey(unit)));
    if (same) return same;
    // A code that came or went since: the name still says which unit it is, unless the codes differ.
    const namesake = byName.get(nameKey(unit));
    const contradicts = namesake?.code !== undefined && unit.code !== undefined && namesake.code !== unit.code;
    return contradicts ? undefined : take(namesake);
  };
  return { find, found };
};

/** An id for a key that no other key has: 40 bits of a hash can meet, so a taken one is hashed again. */
const makeIds = (regency: string, existing: readonly Unit[], makeId: typeof makeUnitId) => {
  const owners = new Map(existing.map((unit) => [unit.id, unit.naturalKey]));
  return (key: string): string => {
    for (let attempt = 1; ; attempt += 1) {
      const id = makeId(regency, attempt === 1 ? key : `${key}#${attempt}`);
      const owner = owners.get(id);
      if (owner !== undefined && owner !== key) continue;
      owners.set(id, key);
      return id;
    }
  };
};

/**
 * Compares rows with the register: NEW, CHANGED (with the names of what differs), SAME, or ERROR. An existing unit
 * keeps its id and natural key whatever else changes. `makeId` is for tests.
 */
export const planImport = (
  rows: readonly RosterRow[],
  existing: readonly Unit[],
  regency: string,
  makeId: typeof makeUnitId = makeUnitId,
): ImportPlan => {
  const { find, found } = makeFinder(existing);
  const idOf = makeIds(regency, existing, makeId);

  const plan = ({ row, unit, issues }: RosterRow): PlannedRow => {
    if (!unit) return { row, status: 'ERROR', version: 0, issues, changes: [] };
    const before = find(unit);
    const after = merged(before, unit);
    if (!before) {
      const key = naturalKey(unit);
      return {
        row,
        status: 'NEW',
        unit: { ...after, id: idOf(key), naturalKey: key },
        version: 0,
        issues,
        changes: [],
      };
    }
    const changes = changesOf(before, after);
    const { id, naturalKey: key, version } = before;
    const status = changes.length === 0 ? 'SAME' : 'CHANGED';
    return { row, status, unit: { ...after, id, naturalKey: key }, version, issues, changes };
  };

  const planned = rows.map(plan);
  const classes = new Set(planned.map(({ unit }) => unit?.class));
  const vanished = existing
    .filter((unit) => classes.has(unit.class) && !found.has(unit.id))
    .map(({ id, name }) => ({ id, name }));
  return { rows: planned, vanished };
};
