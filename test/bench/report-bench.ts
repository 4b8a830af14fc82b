/**
 * What the reports cost: of a regency, of a province, of the nation, and a look at a session while it runs; and the list of those present as
 * a paper. Through the API's own app; the engine runs in memory in this process, so its time is in the milliseconds too.
 */

import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import { tableName } from '../../functions/local/server.ts';
import type { Role } from '../../functions/platform/caller.ts';
import { regencyPartition } from '../../functions/platform/keys.ts';
import { regions } from '../../functions/regions/regions.ts';
import { makeStores, type Stores } from '../../functions/stores.ts';
import type { TestApi } from '../support/api.ts';
import { keepRecord } from '../support/coverage-records.ts';
import { aRegency, lahat } from '../support/fixtures.ts';
import { manyRecords } from '../support/many-records.ts';
import { type MemoryItems, makeMemoryTable } from '../support/memory-table.ts';
import { documentFigures } from './document-bench.ts';
import type { DocumentMeasured } from './document-process.ts';
import { median, round, textTable, timed } from './figures.ts';
import { over } from './over-api.ts';
import { fill } from './people.ts';

export interface ReportSettings {
  regency: { units: number; sessions: number };
  /** Units a session, and ten times that. */
  above: { province: string; sessions: number; units: number; regencies: number };
  /** Units of the session that is looked at while it runs. */
  live: readonly number[];
  documents: () => Promise<Record<string, DocumentMeasured>>;
  rounds: number;
}
export const fullReport: ReportSettings = {
  regency: { units: 830, sessions: 50 },
  // Lampung has 15 regencies and cities, the country 514; ten times 47 units are Lahat's roster.
  above: { province: '18', sessions: 10, units: 47, regencies: 514 },
  live: [470, 11_000],
  documents: documentFigures,
  rounds: 5,
};

export interface Cost {
  requests: number;
  readUnits: number;
  ms: number;
  bytes: number;
}
export type GrowingCost = Cost & { requestsAtTenfold: number; readUnitsAtTenfold: number };
export interface ReportReport {
  regency: Cost;
  province: GrowingCost;
  nation: GrowingCost;
  /** Of recomputing the totals above one regency, with its records as they are, and with ten times the units. */
  totals: Pick<GrowingCost, 'requests' | 'readUnits' | 'ms' | 'requestsAtTenfold' | 'readUnitsAtTenfold'>;
  live: Record<string, Cost>;
  documents: Record<string, DocumentMeasured>;
}

type Who = [role: Role, region: string];

/** Requests and units of one, the median time of several, the bytes of its answer before it is packed for the wire. */
const costOf = async ({ engine }: TestApi, rounds: number, work: () => Promise<number>): Promise<Cost> => {
  const times: number[] = [];
  let bytes = 0;
  for (let index = 0; index < rounds; index += 1) {
    engine.requests.reset();
    times.push(
      await timed(async () => {
        bytes = await work();
      }),
    );
  }
  const { sent, units } = engine.requests;
  return { requests: sent.length, readUnits: round(units.read, 1), ms: round(median(times), 1), bytes };
};

const asking = async (api: TestApi, [role, region]: Who, path: string) => {
  const token = await api.staff.token(role, region);
  return async () => {
    const { status, body, bytes } = await api.call({ token }, 'GET', path);
    if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
    return { body, size: bytes.length };
  };
};

const costOfAsking = async (api: TestApi, rounds: number, who: Who, path: string): Promise<Cost> => {
  const ask = await asking(api, who, path);
  return costOf(api, rounds, async () => (await ask()).size);
};

const from = '2023-01-02T01:00:00.000Z';

const keep = async (
  stores: Pick<Stores, 'regencies' | 'coverage'>,
  regency: string,
  units: number,
  sessions: number,
) => {
  await stores.regencies.put(aRegency(regency));
  for (const record of manyRecords({ regency, units, sessions, from })) await keepRecord(stores.coverage, record);
};

const costOfRegency = async (api: TestApi, { units, sessions }: ReportSettings['regency'], rounds: number) => {
  await keep(api.deps.stores, lahat, units, sessions);
  const path = `/api/regencies/${lahat}/coverage`;
  const { body } = await (await asking(api, ['regent', lahat], path))();
  if (body.units.expected !== units || body.sessions.length !== sessions)
    throw new Error('the report does not hold everything');
  return costOfAsking(api, rounds, ['regent', lahat], path);
};

interface Above {
  province: Cost;
  nation: Cost;
  totals: Cost;
}

const costOfTotals = async (
  api: TestApi,
  { code, units, sessions }: { code: string; units: number; sessions: number },
  rounds: number,
): Promise<Cost> => {
  await keep(api.deps.stores, code, units, sessions);
  const recompute = makeRecomputeTotals({ ...api.deps.stores, now: api.deps.now });
  return costOf(api, rounds, async () => {
    await recompute([code]);
    return 0;
  });
};

/**
 * Every regency with its sessions, their totals as the product makes them, and what is asked above them. Made by the product's own stores
 * over a table in memory, which takes the engine's minutes out of it; the totals then lie in the engine, and so does one regency with all.
 */
const costAbove = async (api: TestApi, { above, rounds }: ReportSettings, units: number): Promise<Above> => {
  const items: MemoryItems = new Map();
  const stores = makeStores(makeMemoryTable(items));
  const recompute = makeRecomputeTotals({ ...stores, now: api.deps.now });
  const codes = regions.regencies().flatMap(({ code }) => (code.includes('.') ? [code] : []));
  const isNear = (code: string) => code.startsWith(`${above.province}.`);
  // The province's own first, then as many others as are wanted.
  const chosen = [...codes.filter(isNear), ...codes.filter((code) => !isNear(code))].slice(0, above.regencies);
  for (const code of chosen) {
    await keep(stores, code, units, above.sessions);
    await recompute([code]);
    // Nobody reads a session's coverage from above.
    items.delete(regencyPartition(code));
  }
  await fill(
    api.engine.client,
    tableName,
    [...items.values()].flatMap((partition) => [...partition.values()]),
  );
  const path = `/api/provinces/${above.province}/coverage`;
  const shown = (await (await asking(api, ['nation', '00'], '/api/nation/coverage'))()).body;
  if (shown.figures.sessions !== above.regencies * above.sessions)
    throw new Error('the nation does not hold everything');
  if (shown.figures.expected !== above.regencies * units) throw new Error('the nation does not hold everybody');
  return {
    province: await costOfAsking(api, rounds, ['province', above.province], path),
    nation: await costOfAsking(api, rounds, ['nation', '00'], '/api/nation/coverage'),
    totals: await costOfTotals(api, { code: chosen[0] ?? '', units, sessions: above.sessions }, rounds),
  };
};

/** One question that is not held, of a session of that many units with three doors. */
const costOfLive = async (api: TestApi, units: number, rounds: number): Promise<Cost> => {
  const { stores } = api.deps;
  const [record] = manyRecords({ regency: lahat, units, sessions: 1, from });
  if (!record) throw new Error('there is no session');
  await keepRecord(stores.coverage, { ...record, state: 'OPEN' });
  const at = api.clock.now.toISOString();
  for (const id of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) {
    await stores.doors.create({
      id,
      session: record.session,
      name: `Pintu ${id}`,
      createdAt: at,
      pairingExpiresAt: '2199-01-01T00:00:00.000Z',
    });
    const publicKey = { kty: 'EC' as const, crv: 'P-256' as const, x: 'A'.repeat(43), y: 'A'.repeat(43) };
    await stores.doors.pair(record.session, id, { secretHash: 'A'.repeat(43), publicKey }, at);
    await stores.doors.contact(record.session, id, { at, unsent: 0, appVersion: '2.0.0' });
  }
  const path = `/api/sessions/${record.session}/live`;
  const { body } = await (await asking(api, ['regent', lahat], path))();
  if (body.live.coverage.units.expected !== units) throw new Error('the board does not show everybody');
  const cost = await costOfAsking(api, rounds, ['regent', lahat], path);
  const again = await costOfAsking(api, rounds, ['regent', lahat], `${path}?seen=${body.mark}`);
  return { ...again, bytes: cost.bytes };
};

const growing = (cost: Cost, tenfold: Cost): GrowingCost => ({
  ...cost,
  requestsAtTenfold: tenfold.requests,
  readUnitsAtTenfold: tenfold.readUnits,
});

export const benchReport = async (settings: ReportSettings): Promise<ReportReport> => {
  const { regency, above, live, rounds } = settings;
  const once = await over((api) => costAbove(api, settings, above.units));
  const tenfold = await over((api) => costAbove(api, settings, 10 * above.units));
  const { bytes: _, ...totals } = growing(once.totals, tenfold.totals);
  const report: ReportReport = {
    regency: await over((api) => costOfRegency(api, regency, rounds)),
    province: growing(once.province, tenfold.province),
    nation: growing(once.nation, tenfold.nation),
    totals,
    live: {},
    documents: {},
  };
  for (const units of live) report.live[units] = await over((api) => costOfLive(api, units, rounds));
  report.documents = await settings.documents();
  return report;
};

export const reportTable = ({ regency, province, nation, totals, live, documents }: ReportReport): string => {
  const row = (
    name: string,
    { requests, readUnits, ms }: Pick<Cost, 'requests' | 'readUnits' | 'ms'>,
    bytes: number | string = '',
  ) => [name, requests, readUnits, ms, bytes];
  const tenfold = ({
    requestsAtTenfold,
    readUnitsAtTenfold,
  }: Pick<GrowingCost, 'requestsAtTenfold' | 'readUnitsAtTenfold'>) => [
    '  with ten times the units',
    requestsAtTenfold,
    readUnitsAtTenfold,
    '',
    '',
  ];
  const costs = textTable([
    ['', 'requests', 'read units', 'ms', 'bytes'],
    row('report of a regency', regency, regency.bytes),
    row('a province', province, province.bytes),
    tenfold(province),
    row('the nation', nation, nation.bytes),
    tenfold(nation),
    row('recomputing the totals above a regency', totals),
    tenfold(totals),
    ...Object.entries(live).map(([units, cost]) => row(`a look at a running session of ${units}`, cost, cost.bytes)),
  ]);
  const papers = textTable([
    ['list of those present', 'seconds', 'peak MB', 'bytes'],
    ...Object.entries(documents).map(([size, { seconds, peakMb, bytes }]) => [size, seconds, peakMb, bytes]),
  ]);
  return `${costs}\n${papers}`;
};
