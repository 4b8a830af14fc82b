/**
 * Golden figures: what the product answers for generated regencies is what a recount of the event log with plain loops gives. The log is
 * played through the HTTP API with requests that are lost, repeated and late.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { contact } from '../support/doors.ts';
import { provinceCoverage } from './compare.ts';
import { recountPeriod, sumOf, totalsOf } from './recount-period.ts';
import { lahat, pesisirBarat, type Size } from './regencies.ts';
import { checkPeriod, checkSessions, expectLively, type Held, holdSession, logOf, seed, setUp } from './stage.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const asn = ['OPD', 'KECAMATAN', 'KELURAHAN', 'SD', 'SMP', 'PUSKESMAS'];
/** Of the same province as the standard one, so that there is something to add up. */
const neighbour: Size = {
  code: '16.05',
  name: 'Kabupaten Musi Rawas',
  zone: 'WIB',
  outside: { OPD: 12, BUMD: 2 },
  inside: { KECAMATAN: 9, PUSKESMAS: 9 },
};

test.each(['recount.ts', 'recount-doors.ts', 'recount-period.ts'])(
  '%s shares nothing with the product',
  async (file) => {
    const source = await readFile(new URL(file, import.meta.url), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    for (const from of imports) expect(from).toMatch(/^\.\/(event-log|recount|recount-doors)\.ts$/);
  },
);

describe(`golden figures of generated regencies (GOLDEN_SEED='${seed}')`, () => {
  let standard: Held;

  test('as small as Pesisir Barat: two sessions in two years, the second without a pledge', {
    timeout: 240_000,
  }, async () => {
    const small = await setUp(api, pesisirBarat);
    const common = { guests: 12 };
    await holdSession(
      small,
      logOf(small, {
        ...common,
        key: 'golden-18-1',
        title: 'Rakor',
        phase: 'BEFORE',
        startsAt: '2024-08-31T01:00:00Z',
        pledge: asn,
      }),
    );
    const classes = ['OPD', 'KECAMATAN', 'DESA'];
    await holdSession(
      small,
      logOf(small, {
        ...common,
        key: 'golden-18-2',
        title: 'Apel',
        phase: null,
        startsAt: '2025-01-06T01:00:00Z',
        pledge: null,
        classes,
      }),
    );
    expectLively(small);
    await checkSessions(small);
    for (const period of [{}, { to: '2024-12-31' }, { phase: 'BEFORE' }]) await checkPeriod(small, period);
  });

  test('the standard roster of Lahat: before, during and after the campaign', { timeout: 300_000 }, async () => {
    standard = await setUp(api, lahat);
    await holdSession(
      standard,
      logOf(standard, {
        key: 'golden-16-1',
        title: 'Sebelum',
        phase: 'BEFORE',
        startsAt: '2024-06-27T01:00:00Z',
        pledge: asn,
        guests: 20,
      }),
    );
    const classes = ['SD', 'SMP', 'KECAMATAN'];
    await holdSession(
      standard,
      logOf(standard, {
        key: 'golden-16-2',
        title: 'Selama',
        phase: 'DURING',
        startsAt: '2024-10-02T01:00:00Z',
        pledge: asn,
        guests: 20,
        classes,
      }),
    );
    // New Year's morning there, which in UTC is still the old year.
    await holdSession(
      standard,
      logOf(standard, {
        key: 'golden-16-3',
        title: 'Sesudah',
        phase: 'AFTER',
        startsAt: '2024-12-31T18:30:00Z',
        pledge: null,
        guests: 5,
      }),
    );
    expectLively(standard);
    await checkSessions(standard);
    const periods = [
      {},
      { phase: 'DURING' },
      { from: '2024-06-28', to: '2025-01-01' },
      { from: '2024-06-27', to: '2024-12-31' },
    ];
    for (const period of periods) await checkPeriod(standard, period);
  });

  test('a make-up session asks exactly those who were not there or have not pledged', {
    timeout: 240_000,
  }, async () => {
    const [first] = standard.played;
    const [counted] = standard.counted;
    const owing = counted?.units.filter(
      ({ presence, pledge }) => presence === 'MISSING' || presence === 'ONLINE' || pledge === 'NOT_YET',
    );
    const names = new Set(owing?.map(({ name }) => name));
    const units = standard.stage.regency.units.filter(({ name }) => names.has(name));
    const startsAt = '2025-01-20T01:00:00Z';
    const key = { 'idempotency-key': 'golden-make-up' };
    const { body, status } = await api.call(
      as('organizer', lahat.code),
      'POST',
      `${first?.base}/make-ups`,
      { startsAt },
      key,
    );
    expect({ status, invited: body.invited, gone: body.gone }).toEqual({ status: 201, invited: names.size, gone: 0 });
    const late = standard.stage.regency.units.filter(({ name }) => !names.has(name)).slice(0, 4);
    const log = logOf(standard, {
      key: 'golden-16-4',
      title: 'Susulan',
      phase: body.session.phase ?? null,
      startsAt,
      pledge: asn,
      guests: 3,
      units,
      late,
    });
    const played = await holdSession(standard, log, body.session.id);
    expect([...played.invitations.keys()].filter((name) => !/^Tamu/.test(name)).sort()).toEqual(
      [...names, ...late.map(({ name }) => name)].sort(),
    );
    await checkSessions(standard);
    await checkPeriod(standard, {});
    await checkPeriod(standard, { from: '2025-01-01' });
  });

  test('doors that hold scans are counted from what they said last', async () => {
    const last = standard.played.at(-1);
    const [a, b] = [...(last?.doors.values() ?? [])];
    if (!a || !b) throw new Error('there are no doors');
    await contact(api, a, { unsent: 3 });
    await contact(api, b, { unsent: 4 });
    await contact(api, b, { unsent: 2 });
    const path = `/api/regencies/${lahat.code}/coverage`;
    const doors = async () => (await api.call(as('regent', lahat.code), 'GET', path)).body.doors;
    expect(await doors()).toEqual({ unsent: 2, scans: 5, session: last?.session });
    api.clock.now = new Date(api.clock.now.getTime() + 8 * 86_400_000);
    expect(await doors()).toEqual({ unsent: 0, scans: 0 });
  });

  test('a province is the sum of its regencies, over all years and in each', { timeout: 240_000 }, async () => {
    const other = await setUp(api, neighbour);
    const plan = {
      key: 'golden-16-5',
      title: 'Apel',
      phase: null,
      startsAt: '2025-02-03T01:00:00Z',
      pledge: ['OPD'],
      guests: 4,
    };
    await holdSession(other, logOf(other, plan));
    await checkSessions(other);
    const recomputeTotals = makeRecomputeTotals({ ...api.deps.stores, now: () => api.clock.now });
    for (const code of [lahat.code, neighbour.code, lahat.code]) await recomputeTotals([code]);
    for (const year of [undefined, '2024', '2025']) {
      const period = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
      const regencies = [standard, other].map(({ counted, stage }) =>
        totalsOf(recountPeriod(counted, stage.regency.zone, period)),
      );
      const { figures, rows, regencies: there, years } = await provinceCoverage(api, '16', year);
      const rowOf = (code: string) => rows.find((row: { regency: string }) => row.regency === code);
      expect([rowOf(lahat.code).figures, rowOf(neighbour.code).figures]).toEqual(regencies);
      expect(figures).toEqual(sumOf(regencies));
      expect(there).toMatchObject({ registered: 2, held: year === '2024' ? 1 : 2 });
      expect(years).toEqual(['2025', '2024']);
      expect(rowOf(lahat.code)).toMatchObject({
        lastSessionAt: '2025-01-20T01:00:00.000Z',
        openSessions: 0,
        openConflicts: recountPeriod(standard.counted, 'WIB', {}).openConflicts,
      });
    }
  });
});
