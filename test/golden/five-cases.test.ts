/**
 * Golden figures of the five cases: played as the demo plays them, and counted from their files by count.py (the headline), by the recount
 * (every unit, class, district, the period) and by the product. All three agree.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import type { Call } from '../demo/api-client.ts';
import { playCase } from '../demo/play-case.ts';
import { type Case, readCases } from '../demo/read-case.ts';
import { type As, as, startTestApi, type TestApi } from '../support/api.ts';
import { caseLog } from './case-log.ts';
import {
  provinceCoverage,
  regencyFigures,
  regencyUnits,
  sessionFigures,
  sessionUnits,
  unitsCounted,
  unitsOverPeriod,
} from './compare.ts';
import { recountSession, type SessionCounted } from './recount.ts';
import { recountPeriod, sumCells, sumOf, totalsOf } from './recount-period.ts';

let api: TestApi;
let cases: Case[];
const sessions = new Map<string, string>();
const counted = new Map<string, SessionCounted>();

const callAs =
  (who: As | null): Call =>
  async (method, path, body, headers) => {
    const reply = await api.call(who, method, path, body, headers);
    if (reply.status >= 400 && reply.body.result === undefined)
      throw new Error(`${method} ${path} was answered ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply;
  };

beforeAll(async () => {
  api = await startTestApi();
  cases = await readCases();
  for (const one of cases) {
    const session = await playCase(
      {
        organizer: callAs(as('organizer', one.code)),
        operator: callAs(as('operator', one.code)),
        anybody: callAs(null),
        setTime: (instant) => {
          api.clock.now = new Date(instant);
        },
        progress: () => {},
      },
      one,
    );
    await api.recompute(session);
    sessions.set(one.code, session);
    const { units, sessions: logs } = caseLog(one.code);
    const [log] = logs;
    if (log) counted.set(one.code, recountSession(log, units, {}));
  }
}, 240_000);
afterAll(() => api.stop());

const codes = ['18.13', '16.04', '18', '63.03', '35.28'];
const countedOf = (code: string): SessionCounted => {
  const found = counted.get(code);
  if (!found) throw new Error(`${code} was not counted`);
  return found;
};

/** Sheets write names in capitals, the register as they are read aloud. */
const capitals = (rows: Record<string, Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name.toUpperCase(), { ...row, name: String(row.name).toUpperCase() }]),
  );

describe.each(codes)('%s', (code) => {
  test('the recount says what count.py says', () => {
    const { expected } = cases.find((one) => one.code === code) as Case;
    const { cells, people } = countedOf(code);
    const { inPerson, acting, delegated, due, signed, ...sum } = sumCells(cells);
    const missing = sum.expected - inPerson - acting - delegated;
    expect({ expected: sum.expected, inPerson, acting, delegated, missing }).toEqual(expected.units);
    expect({ checkedIn: people.checkedIn, guests: people.guests }).toEqual(expected.people);
    expect({ due, signed, notYet: due - signed }).toEqual(expected.pledge);
    const missingUnits = countedOf(code).units.filter(({ presence }) => presence === 'MISSING').length;
    expect(missingUnits).toBe(expected.units.missing);
  });

  test('every figure of the session, and every unit by name', async () => {
    const session = sessions.get(code) ?? '';
    const figures = await sessionFigures(api, code, session, countedOf(code));
    expect(figures.shown).toEqual(figures.counted);
    expect(capitals(await sessionUnits(api, code, session))).toEqual(capitals(unitsCounted(countedOf(code))));
  });

  test('every figure of the regency over the period', async () => {
    const { zone } = caseLog(code);
    const over = recountPeriod([countedOf(code)], zone, {});
    const figures = await regencyFigures(api, code, {}, over);
    expect(figures.shown).toEqual(figures.counted);
    expect(capitals(await regencyUnits(api, code, {}))).toEqual(capitals(unitsOverPeriod(over)));
  });
});

test('Lampung has its own session and Pesisir Barat’s, each in its year', async () => {
  const recomputeTotals = makeRecomputeTotals({ ...api.deps.stores, now: () => api.clock.now });
  await recomputeTotals(['18', '18.13']);
  const totals = (code: string) => totalsOf(recountPeriod([countedOf(code)], 'WIB', {}));
  const rowsIn = async (year?: string) => {
    const { rows, figures } = await provinceCoverage(api, '18', year);
    const rowOf = (code: string) => rows.find((row: { regency: string }) => row.regency === code)?.figures;
    return { itself: rowOf('18'), regency: rowOf('18.13'), figures };
  };
  const none = sumOf([]);
  expect(await rowsIn()).toEqual({
    itself: totals('18'),
    regency: totals('18.13'),
    figures: sumOf([totals('18'), totals('18.13')]),
  });
  expect(await rowsIn('2023')).toEqual({ itself: totals('18'), regency: none, figures: totals('18') });
  expect(await rowsIn('2024')).toEqual({ itself: none, regency: totals('18.13'), figures: totals('18.13') });
});
