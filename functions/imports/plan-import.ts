/** What an import would do, row by row. Writes nothing, and removes nothing. */
import { makeUnitId } from '../platform/ids.ts';
import { nameKey, naturalKey, normalisedName } from '../roster/natural-key.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { ImportRowStatus } from './import-schema.ts';
import type { RosterRow, RosterUnit } from './parse-roster.ts';
import type { RosterIssue } from './roster-schema.ts';
import { changesOf, isMoved, isReplaced, merged } from './unit-changes.ts';

export interface PlannedRow {
  row: number;
  status: ImportRowStatus;
  /** The unit as it would stand afterwards, at its next version where anything changes; absent on a row with an error. */
  unit?: Unit;
  /** The unit as the plan saw it, where the row changes it. */
  before?: Unit;
  issues: RosterIssue[];
  changes: string[];
}

export interface Vanished {
  id: string;
  class: UnitClassCode;
  name: string;
}

export interface ImportPlan {
  rows: PlannedRow[];
  /** Units of the register that the file does not name, of the classes that it does. Retired ones are gone already. */
  vanished: Vanished[];
}

/** What a unit of the register is found by, the surest first. */
const traits: readonly ((unit: RosterUnit | Unit) => string | undefined)[] = [
  ({ class: unitClass, code }) => (code === undefined ? undefined : `${unitClass}#${code.toUpperCase()}`),
  // A code that came or went since: the name still says which unit it is.
  nameKey,
  // What it was called when it came into the register.
  (unit) => ('naturalKey' in unit ? unit.naturalKey : naturalKey(unit)),
];

const contradicts = (unit: RosterUnit, known: Unit): boolean =>
  known.code !== undefined && unit.code !== undefined && known.code.toUpperCase() !== unit.code.toUpperCase();

const grouped = (existing: readonly Unit[], trait: (typeof traits)[number]): Map<string, Unit[]> => {
  const groups = new Map<string, Unit[]>();
  for (const unit of existing) {
    const key = trait(unit);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return groups;
};

/**
 * The unit of the register that each row is, each for one row only. All rows are tried by a surer trait before any is by the next, so
 * that which row comes first does not matter.
 */
const findUnits = (rows: readonly RosterRow[], register: readonly Unit[]): Map<RosterRow, Unit> => {
  // A unit that took the place of a retired one is the one that is meant.
  const isGone = ({ retiredOn }: Unit): number => Number(retiredOn !== undefined);
  const existing = [...register].sort((a, b) => isGone(a) - isGone(b));
  const found = new Map<RosterRow, Unit>();
  const taken = new Set<string>();
  for (const trait of traits) {
    const groups = grouped(existing, trait);
    for (const row of rows) {
      if (!row.unit || found.has(row)) continue;
      const { unit } = row;
      const known = groups.get(trait(unit) ?? '')?.find((each) => !taken.has(each.id) && !contradicts(unit, each));
      if (!known) continue;
      found.set(row, known);
      taken.add(known.id);
    }
  }
  return found;
};

/**
 * An id for a new unit, from its key. An id that is taken is hashed again: 40 bits can meet, and a unit that has been renamed keeps the
 * id of the name that another one bears now.
 */
export const makeIds = (regency: string, existing: readonly Unit[], makeId: typeof makeUnitId) => {
  const taken = new Set(existing.map(({ id }) => id));
  return (key: string): string => {
    for (let attempt = 1; ; attempt += 1) {
      const id = makeId(regency, attempt === 1 ? key : `${key}#${attempt}`);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
};

/** A row with the unit that it is: one of the register, or a new one under an id of its own. */
interface Known {
  source: RosterRow;
  id?: string;
  before?: Unit | undefined;
}

/** What can be a parent has a place in protocol above what belongs to it. */
const parents: readonly UnitClassCode[] = ['OPD', 'KECAMATAN', 'BUMD'];

/** Ids of units by their name, of the register and of the file: undefined where nobody or more than one bears it. */
const makeParents = (existing: readonly Unit[], known: readonly Known[]) => {
  const ids = new Map<string, Set<string>>();
  const add = (name: string, unitClass: UnitClassCode, id: string): void => {
    if (!parents.includes(unitClass)) return;
    const key = normalisedName(name);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const { name, class: unitClass, id } of existing) add(name, unitClass, id);
  for (const { source, id } of known) if (source.unit && id) add(source.unit.name, source.unit.class, id);
  return (name: string): string | undefined => {
    const found = [...(ids.get(normalisedName(name)) ?? [])];
    return found.length === 1 ? found[0] : undefined;
  };
};

const statusOf = (before: Unit, after: Unit, unit: RosterUnit, changes: readonly string[]): ImportRowStatus => {
  if (changes.length === 0) return 'SAME';
  if (isReplaced(before.holder, unit.holder)) return 'REPLACED';
  return isMoved(before, after) ? 'MOVED' : 'CHANGED';
};

const newUnit = (
  { parentName: _, ...unit }: RosterUnit,
  id: string,
  parent: string | undefined,
  today: string,
): Unit => ({
  ...unit,
  holder: unit.holder ?? null,
  ...(parent !== undefined && { parent }),
  id,
  naturalKey: naturalKey(unit),
  registeredOn: today,
  version: 1,
});

const planOf = (
  { source, id, before }: Known,
  parentOf: (name: string) => string | undefined,
  today: string,
): PlannedRow => {
  const { row, unit, issues } = source;
  if (!unit || id === undefined) return { row, status: 'ERROR', issues, changes: [] };
  const named = unit.parentName && parentOf(unit.parentName.name);
  // Nothing belongs to itself.
  const parent = named === id ? undefined : named;
  const column = parent === undefined ? unit.parentName?.column : undefined;
  const told: RosterIssue[] =
    column === undefined ? issues : [...issues, { code: 'PARENT_UNKNOWN', column, severity: 'warning' }];
  if (!before) return { row, status: 'NEW', unit: newUnit(unit, id, parent, today), issues: told, changes: [] };
  const after = merged(before, unit, parent, today);
  const changes = changesOf(before, after);
  const status = statusOf(before, after, unit, changes);
  if (status === 'SAME') return { row, status, unit: before, issues: told, changes };
  return { row, status, unit: { ...after, version: before.version + 1 }, before, issues: told, changes };
};

/**
 * Compares rows with the register. An existing unit keeps its id and natural key whatever else changes; a holder who is replaced
 * goes into its past as of `today`. `makeId` is for tests.
 */
export const planImport = (
  rows: readonly RosterRow[],
  existing: readonly Unit[],
  regency: string,
  { today, makeId = makeUnitId }: { today: string; makeId?: typeof makeUnitId },
): ImportPlan => {
  const found = findUnits(rows, existing);
  const idOf = makeIds(regency, existing, makeId);
  const known = rows.map((source): Known => {
    if (!source.unit) return { source };
    const before = found.get(source);
    return { source, before, id: before?.id ?? idOf(naturalKey(source.unit)) };
  });
  const parentOf = makeParents(existing, known);
  const planned = known.map((row) => planOf(row, parentOf, today));
  const named = new Set([...found.values()].map(({ id }) => id));
  const classes = new Set(planned.map(({ unit }) => unit?.class));
  const vanished = existing
    .filter((unit) => classes.has(unit.class) && !named.has(unit.id) && unit.retiredOn === undefined)
    .map(({ id, class: unitClass, name }) => ({ id, class: unitClass, name }));
  return { rows: planned, vanished };
};
