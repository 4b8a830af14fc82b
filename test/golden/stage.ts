/** What the golden tests do with every regency: make up its days, hold them in the product, compare every figure with the recount. */
import { expect } from 'vitest';
import { randomOf } from '../cases/generate/random.ts';
import type { TestApi } from '../support/api.ts';
import {
  liveArrivals,
  recordOf,
  regencyFigures,
  regencyUnits,
  sessionFigures,
  sessionUnits,
  unitOverTime,
  unitsCounted,
  unitsOverPeriod,
  worstTen,
} from './compare.ts';
import { firstArrivals, planDeliveries } from './deliveries.ts';
import type { SessionOfLog, UnitOfLog } from './event-log.ts';
import { type DayPlan, makeDay } from './make-day.ts';
import { hold } from './play.ts';
import { type Played, prepare, register, type Stage } from './prepare.ts';
import { recountSession, type SessionCounted } from './recount.ts';
import { type Period, recountPeriod, type UnitOverPeriod } from './recount-period.ts';
import { type Size, unitsOf } from './regencies.ts';

/** In the names of the tests, so that what failed can be played again. */
export const seed = process.env.GOLDEN_SEED ?? 'of the repository';

export interface Held {
  stage: Stage;
  played: Played[];
  counted: SessionCounted[];
}

export const setUp = async (api: TestApi, size: Size): Promise<Held> => {
  const { code, name, zone } = size;
  const units = unitsOf(size);
  api.clock.now = new Date('2024-01-02T02:00:00Z');
  const unitIds = await register(api, { code, name, zone, units });
  return { stage: { api, regency: { code, name, zone, units }, unitIds }, played: [], counted: [] };
};

interface Plan extends Pick<DayPlan, 'key' | 'title' | 'phase' | 'pledge' | 'guests' | 'late'> {
  startsAt: string;
  /** Which classes are called; all unless told, or the units themselves. */
  classes?: string[];
  units?: UnitOfLog[];
}

export const logOf = ({ stage }: Held, { startsAt, classes, ...plan }: Plan): SessionOfLog => {
  const called = stage.regency.units.filter((unit) => classes === undefined || classes.includes(unit.class));
  const day = { units: called, kind: 'RAKOR', ...plan, startsAt: Date.parse(startsAt) };
  return makeDay(day, randomOf('golden-day', seed, plan.key));
};

/** `drafted`: by the product itself. */
export const holdSession = async (held: Held, log: SessionOfLog, drafted?: string): Promise<Played> => {
  const deliveries = planDeliveries(log, seed);
  const played = await prepare(held.stage, log, drafted);
  await hold(played, deliveries);
  held.played.push(played);
  held.counted.push(recountSession(log, held.stage.regency.units, firstArrivals(deliveries)));
  return played;
};

/** Each session by itself: its figures, its units by name, its lists of who was not there and who has not pledged, its arrivals. */
export const checkSessions = async ({ stage, played, counted }: Held): Promise<void> => {
  const { api } = stage;
  const { code } = stage.regency;
  for (const [index, { session }] of played.entries()) {
    const expected = counted[index] as SessionCounted;
    const figures = await sessionFigures(api, code, session, expected);
    expect(figures.shown).toEqual(figures.counted);
    expect(await sessionUnits(api, code, session)).toEqual(unitsCounted(expected));
    const missing = await sessionUnits(api, code, session, '?presence=MISSING');
    expect(missing).toEqual(unitsCounted(expected, { presence: 'MISSING' }));
    const notYet = await sessionUnits(api, code, session, '?pledge=NOT_YET&class=OPD');
    expect(notYet).toEqual(unitsCounted(expected, { pledge: 'NOT_YET', class: 'OPD' }));
    expect(await liveArrivals(api, code, session)).toEqual(expected.arrivals);
  }
};

const lists: Record<string, (unit: UnitOverPeriod) => boolean> = {
  never: (unit) => unit.represented === 0,
  missed: (unit) => unit.missed >= 2,
  delegated: (unit) => unit.delegated >= 2,
  notPledged: (unit) => unit.due > 0 && unit.signed === 0,
};

/** A period: the regency's report, its units, its lists, and some units over time. */
export const checkPeriod = async ({ stage, played, counted }: Held, period: Period): Promise<void> => {
  const { api } = stage;
  const { code, zone } = stage.regency;
  const over = recountPeriod(counted, zone, period);
  const { shown, counted: expected, body } = await regencyFigures(api, code, period, over);
  expect(shown).toEqual(expected);
  const worst: { never: number; expected: number; covered: number; district: string; class: string }[] = body.worst;
  expect(worst.map((row) => `${row.never} of ${row.expected}`)).toEqual(worstTen(over));
  for (const { never: _, ...group } of worst)
    expect(over.cells).toContainEqual(expect.objectContaining({ ...nameless(group) }));
  expect(await regencyUnits(api, code, period)).toEqual(unitsOverPeriod(over));
  for (const [show, only] of Object.entries(lists)) {
    const listed = await regencyUnits(api, code, period, show);
    expect({ show, units: listed }).toEqual({ show, units: unitsOverPeriod(over, only) });
  }
  const ids = new Map(played.map(({ log, session }) => [log.key, session]));
  for (const unit of randomOf('golden-sample', code).shuffle(over.units).slice(0, 8)) {
    const sessions = unit.sessions.map(({ key, ...state }) => ({ session: ids.get(key), ...state }));
    const record = await unitOverTime(api, code, stage.unitIds.get(unit.name) ?? '', period);
    expect(record).toEqual({ ...recordOf(unit), sessions });
  }
};

const nameless = (group: object): object =>
  Object.fromEntries(Object.entries(group).filter(([name]) => name !== 'districtName'));

/** Something of everything, or noughts would be compared with noughts. */
export const expectLively = ({ counted }: Held): void => {
  for (const { cells, people, amendments, late, openConflicts, units } of counted) {
    const found = [...new Set(units.map(({ presence }) => presence))];
    expect(found.sort()).toEqual(['ACTING', 'DELEGATED', 'IN_PERSON', 'MISSING', 'ONLINE']);
    const figures = { ...amendments, guests: people.guests, grouped: people.grouped, late, openConflicts };
    for (const [name, figure] of Object.entries(figures))
      expect({ name, some: figure > 0 }).toEqual({ name, some: true });
    expect(cells.length).toBeGreaterThan(2);
  }
};
