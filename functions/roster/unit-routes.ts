/** The register of units, one by one, and the holders of their offices over time. */
import type { Deps } from '../deps.ts';
import { makeIds } from '../imports/plan-import.ts';
import { makeUnitId } from '../platform/ids.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { dayIn } from '../platform/time.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { regions } from '../regions/regions.ts';
import type { Stores } from '../stores.ts';
import { naturalKey } from './natural-key.ts';
import { registerGapsOf } from './register-gaps.ts';
import { showHistory } from './show-history.ts';
import { showUnit } from './show-unit.ts';
import { correctHolder, earliestChange, isRetired, replaceHolder } from './tenure.ts';
import { checkParent, checkRegions, isAsSent, sameUnit, unitExists } from './unit-checks.ts';
import {
  changeHolder,
  createUnit,
  editUnit,
  getUnit,
  getUnitHistory,
  listUnits,
  registerGaps,
} from './unit-endpoints.ts';
import type { HolderChange, Unit, UnitInput } from './unit-schema.ts';

const unitOf = async (stores: Stores, regency: string, id: string): Promise<Unit> => {
  const unit = await stores.units.get(regency, id);
  if (!unit) throw new Problem('UNIT_UNKNOWN');
  return unit;
};

/** The unit as the caller read it, so that what is written rests on nothing else. */
const unitAt = async (stores: Stores, regency: string, id: string, version: number): Promise<Unit> => {
  const unit = await unitOf(stores, regency, id);
  if (unit.version !== version) throw new Problem('UNIT_CHANGED');
  return unit;
};

/** The register says who holds an office, not who will. */
const notAfter = (today: string, day: string | null | undefined, pointer: string): void => {
  if (day && day > today) throw fieldProblem('INPUT_INVALID', pointer, 'FUTURE');
};

const changed = (unit: Unit, change: HolderChange, today: string): Unit => {
  if (change.change === 'CORRECT') {
    notAfter(today, change.holder.from, '/body/to/holder/from');
    const corrected = correctHolder(unit, change.holder);
    if (!corrected) throw new Problem('OFFICE_VACANT');
    return corrected;
  }
  const from = change.from ?? change.holder?.from;
  notAfter(today, from, '/body/to/from');
  const earliest = earliestChange(unit);
  if (from !== undefined && earliest !== undefined && from < earliest)
    throw fieldProblem('INPUT_INVALID', '/body/to/from', 'BEFORE_HOLDER');
  return replaceHolder(unit, change.holder, { from, today });
};

export const unitRoutes = ({ stores, now }: Deps): Route[] => {
  /** Today where the regency is. */
  const todayIn = async (code: string): Promise<string> =>
    dayIn((await stores.regencies.get(code))?.zone ?? 'WIB', now().toISOString());

  const save = async (regency: string, unit: Unit): Promise<Unit> => {
    const next = { ...unit, version: unit.version + 1 };
    if (!(await stores.units.put(regency, next))) throw new Problem('UNIT_CHANGED');
    return next;
  };

  const register = (regency: string): Promise<Unit[]> => stores.units.all(regency, { consistent: true });

  /**
   * A unit that was added by this call, or by the same call before. Two at the same moment meet in the id, which comes from what
   * makes it that unit; an edit at the same moment does not, and both units then stand in the register with one name.
   */
  const add = async (regency: string, sent: UnitInput, today: string): Promise<{ unit: Unit; isNew: boolean }> => {
    const known = await register(regency);
    const key = naturalKey(sent);
    const id = makeIds(regency, known, makeUnitId)(key);
    const unit: Unit = { ...sent, id, naturalKey: key, version: 1, registeredOn: today };
    const there = sameUnit(known, sent);
    if (!there && (await stores.units.put(regency, unit))) return { unit, isNew: true };
    const found = there ?? (await stores.units.get(regency, id));
    if (!found) throw new Problem('UNIT_CHANGED');
    if (!isAsSent(found, sent)) throw unitExists(found, sent);
    return { unit: found, isNew: false };
  };

  return [
    route(listUnits, async ({ params, query: { retired, ...page } }) => {
      const today = await todayIn(params.regency);
      const wanted = retired === 'with' ? undefined : (unit: Unit) => !isRetired(unit, today);
      const { items, next } = await stores.units.page(params.regency, { ...page, wanted });
      return { status: 200, body: { items: items.map(showUnit), next } };
    }),

    route(getUnit, async ({ params }) => ({
      status: 200,
      body: showUnit(await unitOf(stores, params.regency, params.unit)),
    })),

    route(createUnit, async ({ params, body }) => {
      checkRegions(params.regency, body);
      await checkParent(stores.units, params.regency, undefined, body.parent);
      const today = await todayIn(params.regency);
      notAfter(today, body.holder?.from, '/body/holder/from');
      const { unit, isNew } = await add(params.regency, body, today);
      return { status: isNew ? 201 : 200, body: showUnit(unit) };
    }),

    route(editUnit, async ({ params, body: { version, ...facts } }) => {
      checkRegions(params.regency, facts);
      const unit = await unitAt(stores, params.regency, params.unit, version);
      if (facts.parent !== unit.parent) await checkParent(stores.units, params.regency, unit.id, facts.parent);
      if (naturalKey(facts) !== naturalKey(unit)) {
        const other = sameUnit(await register(params.regency), facts, unit.id);
        if (other) throw unitExists(other, facts);
      }
      const { id, naturalKey: key, holder, registeredOn, past } = unit;
      const kept = {
        id,
        naturalKey: key,
        holder,
        version,
        ...(registeredOn && { registeredOn }),
        ...(past && { past }),
      };
      return { status: 200, body: showUnit(await save(params.regency, { ...facts, ...kept })) };
    }),

    route(changeHolder, async ({ params, body }) => {
      const unit = await unitAt(stores, params.regency, params.unit, body.version);
      const next = changed(unit, body.to, await todayIn(params.regency));
      return { status: 200, body: showUnit(await save(params.regency, next)) };
    }),

    route(getUnitHistory, async ({ params, query }) => {
      const unit = await unitOf(stores, params.regency, params.unit);
      return { status: 200, body: showHistory(unit, query.on, await todayIn(params.regency)) };
    }),

    route(registerGaps, async ({ params }) => {
      const regency = await findRegency(stores.regencies, params.regency);
      const units = await stores.units.all(params.regency);
      const today = dayIn(regency.zone, now().toISOString());
      return {
        status: 200,
        body: registerGapsOf({ units, regency: params.regency, labels: regency.labels, today, regions }),
      };
    }),
  ];
};
