/** Coverage of a regency: its report over a period, what changed since yesterday, its units and each one over time. */
import type { Deps } from '../deps.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { regions } from '../regions/regions.ts';
import type { Stores } from '../stores.ts';
import { changesOf, todayIn, touchedSince, type UnitChange } from './changes-rules.ts';
import { getCoverageChanges, getRegencyCoverage, getUnitCoverage, listRegencyUnits } from './coverage-endpoints.ts';
import { type CoverageChanges, namedChanges, type Period } from './coverage-schema.ts';
import { latestAsOf } from './period-rules.ts';
import { readRegencyCoverage, regencyRecords } from './regency-coverage.ts';
import { nameOfDistrict } from './regency-coverage-rules.ts';
import { unitNames } from './unit-names.ts';
import { isWanted, sessionsOfUnit, unitRecord } from './unit-record-rules.ts';
import { newTally, tallyUnits, type UnitTally } from './unit-tally-rules.ts';

const { nameOf } = regions;
/** Sessions whose day before is asked for at a time. */
const atATime = 8;

const changesSinceYesterday = async (stores: Stores, code: string, now: string): Promise<CoverageChanges> => {
  const { regency, records } = await regencyRecords(stores, code, {});
  const { since, yesterday } = todayIn(regency.zone, now);
  const touched = await sideBySide(touchedSince(records, since), atATime, async (record) => ({
    record,
    before: await stores.coverage.lastDay(record.session, yesterday),
  }));
  const { sessions, ...changed } = changesOf(touched, since);
  const lists = Object.values(changed).map((units) => units.slice(0, namedChanges));
  const names = await unitNames(stores, code, lists.flat());
  const show = (units: readonly UnitChange[]) => ({
    count: units.length,
    units: units.slice(0, namedChanges).map(({ district, ...unit }) => ({
      ...unit,
      name: names.get(unit.unit) ?? unit.unit,
      districtName: nameOfDistrict(district, nameOf),
    })),
  });
  return {
    regency: code,
    asOf: latestAsOf(records, now),
    since,
    represented: show(changed.represented),
    noLongerRepresented: show(changed.noLongerRepresented),
    signed: show(changed.signed),
    noLongerSigned: show(changed.noLongerSigned),
    sessions,
  };
};

/** A unit of the register that no session of the period had. */
const tallyOfRegister = async (stores: Stores, regency: string, id: string): Promise<UnitTally | undefined> => {
  const unit = await stores.units.get(regency, id);
  return unit && newTally({ unit: id, class: unit.class, district: unit.district ?? null }, '');
};

const unitOverTime = async (stores: Stores, code: string, id: string, period: Period) => {
  const { records } = await regencyRecords(stores, code, period);
  const tally = tallyUnits(records).get(id) ?? (await tallyOfRegister(stores, code, id));
  if (!tally) throw new Problem('UNIT_UNKNOWN');
  const names = await unitNames(stores, code, [tally]);
  return { ...unitRecord(tally, names.get(id) ?? id, nameOf), sessions: sessionsOfUnit(records, id) };
};

export const regencyCoverageRoutes = ({ stores }: Deps): Route[] => [
  route(getRegencyCoverage, async ({ params, query }, { now }) => ({
    status: 200,
    body: await readRegencyCoverage(stores, params.regency, query, now),
  })),

  route(getCoverageChanges, async ({ params }, { now }) => ({
    status: 200,
    body: await changesSinceYesterday(stores, params.regency, now.toISOString()),
  })),

  route(listRegencyUnits, async ({ params: { regency }, query: { limit, cursor, ...query } }) => {
    const { records } = await regencyRecords(stores, regency, query);
    const wanted = [...tallyUnits(records).values()].filter((tally) => isWanted(tally, query));
    const { items, next } = slicePage(wanted, ({ unit }) => unit, limit, cursor);
    const names = await unitNames(stores, regency, items);
    const shown = items.map((tally) => unitRecord(tally, names.get(tally.unit) ?? tally.unit, nameOf));
    return { status: 200, body: { items: shown, next } };
  }),

  route(getUnitCoverage, async ({ params: { regency, unit }, query }) => ({
    status: 200,
    body: await unitOverTime(stores, regency, unit, query),
  })),
];
