/** The product's answers and the recount, both brought into one shape: what must be equal, and nothing else. */
import { as, type Reply, type TestApi } from '../support/api.ts';
import { listOf } from './ask.ts';
import type { SessionCounted } from './recount.ts';
import {
  type FiguresOverPeriod,
  type Period,
  type PeriodCounted,
  sumCells,
  type UnitOverPeriod,
} from './recount-period.ts';

type Shape = Record<string, unknown>;
/** Throws where a key comes twice: of two rows for one class the one that is right must not hide the other. */
export const keyed = (rows: readonly Shape[], keys: readonly string[]): Record<string, Shape> => {
  const found: Record<string, Shape> = {};
  for (const row of rows) {
    const name = keys.map((key) => row[key] ?? '-').join(' ');
    if (Object.hasOwn(found, name)) throw new Error(`there are two rows of ${name}`);
    found[name] = row;
  }
  return found;
};

const get = async (
  api: TestApi,
  region: string,
  path: string,
  role: 'regent' | 'province' = 'regent',
): Promise<Reply['body']> => {
  const { status, body } = await api.call(as(role, region), 'GET', path);
  if (status !== 200) throw new Error(`${path} was answered ${status} ${JSON.stringify(body)}`);
  return body;
};

type Cells = SessionCounted['cells'];
const figuresOfCells = (cells: Cells) => {
  const { expected, inPerson, acting, delegated, online, due, signed } = sumCells(cells);
  const missing = expected - inPerson - acting - delegated - online;
  return {
    units: { expected, inPerson, acting, delegated, online, missing },
    pledge: { due, signed, notYet: due - signed },
  };
};

/** Cells summed by what they have in common, as classes and districts are shown. */
const grouped = (cells: Cells, key: 'class' | 'district'): Record<string, Shape> => {
  const groups = new Map<string, Cells>();
  for (const cell of cells) groups.set(cell[key] ?? '-', [...(groups.get(cell[key] ?? '-') ?? []), cell]);
  const rows = [...groups].map(([value, of]) => {
    const { units, pledge } = figuresOfCells(of);
    const represented = units.inPerson + units.acting + units.delegated;
    return [value, { [key]: value === '-' ? null : value, ...units, represented, pledge }] as const;
  });
  return Object.fromEntries(rows);
};

const expectedSession = (counted: SessionCounted) => {
  const { cells, people, byDelegateOnly, symbolic, amendments, late, openConflicts } = counted;
  const { units, pledge } = figuresOfCells(cells);
  return {
    units,
    people,
    pledge: { ...pledge, byDelegateOnly, symbolic },
    amendments,
    late,
    conflicts: { open: openConflicts },
    classes: grouped(cells, 'class'),
  };
};

const shownSession = ({ units, people, pledge, amendments, late, conflicts, classes }: Reply['body']) => ({
  units,
  people,
  pledge,
  amendments,
  late,
  conflicts,
  classes: keyed(classes, ['class']),
});

/** GET /sessions/:id/coverage. */
export const sessionFigures = async (api: TestApi, code: string, session: string, counted: SessionCounted) => {
  const body = await get(api, code, `/api/sessions/${session}/coverage`);
  const districts = body.districts.map(({ districtName: _, ...row }: Shape) => row);
  return {
    shown: {
      ...shownSession(body),
      districts: keyed(districts, ['district']),
      cells: keyed(body.cells, ['district', 'class']),
    },
    counted: {
      ...expectedSession(counted),
      districts: grouped(counted.cells, 'district'),
      cells: keyed(
        counted.cells.map(({ district, class: unitClass, expected, inPerson, acting, delegated, due, signed }) => ({
          district,
          class: unitClass,
          expected,
          represented: inPerson + acting + delegated,
          due,
          signed,
        })),
        ['district', 'class'],
      ),
    },
  };
};

/** GET /sessions/:id/coverage/units, every page, or those of a filter. */
export const sessionUnits = async (api: TestApi, code: string, session: string, query = '') => {
  const rows = await listOf(api, 'regent', code, `/api/sessions/${session}/coverage/units${query}`);
  return keyed(
    rows.map(({ name, class: unitClass, district, presence, pledge }) => ({
      name,
      class: unitClass,
      district,
      presence,
      pledge,
    })),
    ['name'],
  );
};

export const unitsCounted = (counted: SessionCounted, only: Partial<SessionCounted['units'][number]> = {}) =>
  keyed(
    counted.units
      .filter((unit) => Object.entries(only).every(([field, value]) => unit[field as 'name'] === value))
      .map((unit) => ({ ...unit })),
    ['name'],
  );

const queryOf = (period: Period): string => new URLSearchParams({ ...period }).toString();
/** An odd but fixed order, so that lists of equal rank compare. */
const withoutNames = (rows: readonly Shape[]): Shape[] => rows.map(({ districtName: _, ...row }) => row);

const flat = (groups: Record<string, FiguresOverPeriod>, key: 'class' | 'district') =>
  Object.fromEntries(
    Object.entries(groups).map(([value, of]) => [value, { [key]: value === '-' ? null : value, ...of }]),
  );

/** GET /regencies/:r/coverage of a period. The worst ten are judged apart, see {@link isWorst}. */
export const regencyFigures = async (api: TestApi, code: string, period: Period, counted: PeriodCounted) => {
  const body = await get(api, code, `/api/regencies/${code}/coverage?${queryOf(period)}`);
  const { pledge, ...units } = counted.figures;
  return {
    body,
    shown: {
      units: body.units,
      pledge: body.pledge,
      conflicts: body.conflicts,
      amendments: body.amendments,
      repeated: body.repeated,
      period: body.period,
      classes: keyed(body.classes, ['class']),
      districts: keyed(withoutNames(body.districts), ['district']),
      cells: keyed(body.cells, ['district', 'class']),
      sessions: body.sessions.map((session: Reply['body']) => ({
        phase: session.phase,
        startsAt: session.startsAt,
        ...shownSession(session),
      })),
    },
    counted: {
      units,
      pledge,
      conflicts: { open: counted.openConflicts },
      amendments: counted.amendments,
      repeated: counted.repeated,
      period: { from: period.from ?? null, to: period.to ?? null, phase: period.phase ?? null },
      classes: flat(counted.classes, 'class'),
      districts: flat(counted.districts, 'district'),
      cells: keyed(counted.cells, ['district', 'class']),
      sessions: counted.sessions.map((session) => ({
        phase: session.phase,
        startsAt: new Date(session.startsAt).toISOString(),
        ...expectedSession(session),
      })),
    },
  };
};

/** The ten groups that most are missing from, as `missing of expected`, worst first: groups that are equally bad may change places. */
export const worstTen = ({ cells }: PeriodCounted): string[] => {
  const groups = cells.map(({ expected, covered }) => ({ expected, never: expected - covered }));
  const bad = groups.filter(({ never }) => never > 0);
  bad.sort((a, b) => b.never - a.never || a.expected - b.expected);
  return bad.slice(0, 10).map(({ never, expected }) => `${never} of ${expected}`);
};

export const recordOf = (unit: UnitOverPeriod) => {
  const { name, class: unitClass, district, invited, represented, delegated, missed, missedInARow, due, signed } = unit;
  const pledges = { pledgeDue: due, pledgeSigned: signed };
  return { name, class: unitClass, district, invited, represented, delegated, missed, missedInARow, ...pledges };
};

/** GET /regencies/:r/coverage/units, every page. */
export const regencyUnits = async (api: TestApi, code: string, period: Period, show?: string) => {
  const query = new URLSearchParams({ ...period, ...(show !== undefined && { show }) });
  const rows = await listOf(api, 'regent', code, `/api/regencies/${code}/coverage/units?${query}`);
  return keyed(
    rows.map(({ unit: _, districtName: __, ...row }) => row),
    ['name'],
  );
};

export const unitsOverPeriod = ({ units }: PeriodCounted, only: (unit: UnitOverPeriod) => boolean = () => true) =>
  keyed(units.filter(only).map(recordOf), ['name']);

/** GET /regencies/:r/coverage/units/:unit. */
export const unitOverTime = async (api: TestApi, code: string, unit: string, period: Period) => {
  const {
    unit: _,
    districtName: __,
    ...body
  } = await get(api, code, `/api/regencies/${code}/coverage/units/${unit}?${queryOf(period)}`);
  const sessions = body.sessions.map(({ session, presence, pledge }: Shape) => ({ session, presence, pledge }));
  return { ...body, sessions };
};

/** GET /sessions/:id/live: how many came in each minute. */
export const liveArrivals = async (api: TestApi, code: string, session: string): Promise<Record<string, number>> => {
  const { live } = await get(api, code, `/api/sessions/${session}/live`);
  const { from, perMinute } = live.arrivals;
  const rows = perMinute.map((count: number, index: number) => [Date.parse(from) / 60_000 + index, count]);
  return Object.fromEntries(rows.filter(([, count]: [number, number]) => count > 0));
};

/** GET /provinces/:p/coverage. */
export const provinceCoverage = (api: TestApi, province: string, year?: string): Promise<Reply['body']> =>
  get(api, province, `/api/provinces/${province}/coverage${year === undefined ? '' : `?year=${year}`}`, 'province');
