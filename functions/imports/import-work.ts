/**
 * Writing one part of a plan into the register, and taking it back: each unit is one conditional write on the version that the
 * plan saw, so whatever somebody changed since is left alone, and repeating either finishes it.
 */
import { isDeepStrictEqual } from 'node:util';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { UnitStore } from '../roster/unit-store.ts';
import type { PartOutcome, PlanRow } from './import-record.ts';
import { isWrite } from './import-rules.ts';

type Units = Pick<UnitStore, 'get' | 'put' | 'removeIf'>;
type Change = PlanRow & { unit: Unit };

/** Writes in flight; more gain nothing on any engine that was measured. */
const width = 32;

const changesIn = (rows: readonly PlanRow[]): Change[] =>
  rows.filter((row): row is Change => isWrite(row) && row.unit !== undefined);

/** The same in everything but the version. */
const isSame = (a: Unit, b: Unit): boolean => isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });

const each = async (changes: readonly Change[], work: (change: Change) => Promise<boolean>): Promise<PartOutcome> => {
  const done = await sideBySide(changes, width, work);
  return {
    done: done.filter(Boolean).length,
    skipped: changes.filter((_, index) => !done[index]).map(({ row }) => row),
  };
};

/** Puts the part's units into the register. What stands there already, by an earlier try, is done. */
export const writeRows = (units: Units, regency: string, rows: readonly PlanRow[]): Promise<PartOutcome> =>
  each(changesIn(rows), async ({ unit }) => {
    if (await units.put(regency, unit)) return true;
    const found = await units.get(regency, unit.id);
    return found !== undefined && found.version === unit.version && isSame(found, unit);
  });

/** The unit as it was before, at a version of its own: a late write of the import finds its own version gone. */
const restored = ({ unit, before }: Change): Unit | undefined => before && { ...before, version: unit.version + 1 };

const takeBack = (units: Units, regency: string, change: Change): Promise<boolean> => {
  const back = restored(change);
  return back ? units.put(regency, back) : units.removeIf(regency, change.unit.id, change.unit.version);
};

/** Whether the unit is as it was before the import: never written, or taken back by an earlier try. */
const isBack = (found: Unit | undefined, { before }: Change): boolean =>
  before === undefined ? found === undefined : found !== undefined && isSame(found, before);

/**
 * Puts the part's units back. `written` is what writing the part came to; where that is not known, because it broke off, a unit is
 * looked at before it is taken for the import's own.
 */
export const takeBackRows = (
  units: Units,
  regency: string,
  rows: readonly PlanRow[],
  written: PartOutcome | undefined,
): Promise<PartOutcome> => {
  const left = new Set(written?.skipped);
  const own = changesIn(rows).filter(({ row }) => !left.has(row));
  return each(own, async (change) => {
    const { id, version } = change.unit;
    if (written && (await takeBack(units, regency, change))) return true;
    const found = await units.get(regency, id);
    if (isBack(found, change)) return true;
    if (written || found?.version !== version || !isSame(found, change.unit)) return false;
    return takeBack(units, regency, change);
  });
};
