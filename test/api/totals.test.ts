/** The regencies of a province side by side, and the provinces: from stored totals. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { putSettings, registerRegency, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const province = (code: string, query = '', region = code) =>
  api.call(as('province', region), 'GET', `/api/provinces/${code}/coverage${query}`);
const nation = (query = '') => api.call(as('nation', '00'), 'GET', `/api/nation/coverage${query}`);
const rowOf = (body: { rows: { regency?: string; province?: string }[] }, code: string) =>
  body.rows.find(({ regency, province: own }) => (regency ?? own) === code);

/** As the projector does after what happened in a session. */
const project = async (session: string, regency: string): Promise<void> => {
  await api.recompute(session);
  await makeRecomputeTotals({ ...api.deps.stores, now: api.deps.now })([regency]);
};

test('before anything happened every regency of a province stands there, none of them registered', async () => {
  const { status, body } = await province('16');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    province: '16',
    name: 'Sumatera Selatan',
    asOf: null,
    years: [],
    regencies: { all: 17, registered: 0, held: 0 },
  });
  expect(body.rows).toHaveLength(17);
  expect(rowOf(body, '16.04')).toMatchObject({ name: 'Kabupaten Lahat', registered: false, lastSessionAt: null });
});

test('a regency that registers shows at once, above it too', async () => {
  await registerRegency(api, '16.05');
  const { body } = await province('16');
  expect(body.regencies).toEqual({ all: 17, registered: 1, held: 0 });
  expect(rowOf(body, '16.05')).toMatchObject({ registered: true, figures: { sessions: 0 } });
  expect(rowOf((await nation()).body, '16')).toMatchObject({ regencies: { all: 17, registered: 1, held: 0 } });
});

test('what happens in a session shows in its regency’s row, and in its province’s', async () => {
  const session = await startScenario(api, {
    units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C' }],
    until: 'open',
  });
  await session.scan('Dinas A');
  await session.scan('Dinas B', { who: 'delegate', delegate: { name: 'Siti' } });
  await session.sign('Dinas A');
  await project(session.session, '16.04');
  const figures = { sessions: 1, expected: 3, covered: 2, inPerson: 1, acting: 0, delegated: 1, due: 3, signed: 1 };
  const { body } = await province('16');
  expect(rowOf(body, '16.04')).toMatchObject({
    registered: true,
    figures,
    openSessions: 1,
    lastSessionAt: '2024-06-27T01:00:00.000Z',
  });
  expect(body).toMatchObject({ figures, years: ['2024'], regencies: { all: 17, registered: 2, held: 1 } });
  const above = (await nation()).body;
  expect(rowOf(above, '16')).toMatchObject({ name: 'Sumatera Selatan', figures, openSessions: 1 });
  expect(above).toMatchObject({ figures, regencies: { all: 514, registered: 2, held: 1 } });
  expect(above.rows).toHaveLength(38);
  // The regency's own report says the same.
  const report = (await api.call(as('regent'), 'GET', '/api/regencies/16.04/coverage')).body;
  expect(report.units).toMatchObject({ expected: 3, covered: 2, inPerson: 1, acting: 0, delegated: 1 });
});

test('a year of its own: what was before or after it is none of it', async () => {
  for (const [year, sessions] of [
    ['2024', 1],
    ['2023', 0],
  ] as const) {
    expect((await province('16', `?year=${year}`)).body).toMatchObject({ figures: { sessions }, years: ['2024'] });
    expect((await nation(`?year=${year}`)).body).toMatchObject({
      figures: { sessions },
      regencies: { held: sessions },
    });
  }
  expect((await nation('?year=24')).body.code).toBe('INPUT_INVALID');
});

test('a province that is a tenant itself has a row of its own, and is none of its regencies', async () => {
  await registerRegency(api, '18');
  const { body } = await province('18');
  expect(body.rows.map(({ regency }: { regency: string }) => regency)[0]).toBe('18');
  expect(body.regencies).toEqual({ all: 15, registered: 0, held: 0 });
});

test('a province sees its own totals only, the nation any, and an unknown one is named', async () => {
  expect((await province('17', '', '16')).body.code).toBe('OTHER_REGENCY');
  const asNation = (code: string) => api.call(as('nation', '00'), 'GET', `/api/provinces/${code}/coverage`);
  expect((await asNation('17')).status).toBe(200);
  expect((await asNation('99')).body.code).toBe('REGION_UNKNOWN');
  for (const path of ['/api/regencies/16.04/coverage', '/api/regencies'])
    expect((await api.call(as('nation', '00'), 'GET', path)).body.code).toBe('NOT_ALLOWED');
});

test('a province is read in two requests, the nation in one, however many came', async () => {
  const { requests } = api.engine;
  const counted = async (work: () => Promise<unknown>) => {
    requests.reset();
    await work();
    return requests.sent;
  };
  expect(await counted(() => province('16'))).toEqual(['Query', 'Query']);
  expect(await counted(() => nation())).toEqual(['Query']);
});

test('new settings of a regency move no figure', async () => {
  const before = (await province('16')).body;
  await putSettings(api, '16.04', { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } });
  const after = (await province('16')).body;
  expect([after.figures, after.regencies]).toEqual([before.figures, before.regencies]);
});

test('settings are kept where totals cannot be, and a letterhead alone recomputes none', async () => {
  const broken = await startTestApi({
    wrap: ({ stores }) => ({
      stores: {
        ...stores,
        totals: { ...stores.totals, replaceRegency: () => Promise.reject(new Error('by the test')) },
      },
    }),
  });
  try {
    expect((await registerRegency(broken, '16.05')).status).toBe(200);
    expect(broken.logs.join()).toContain('TOTALS_RECOMPUTE_FAILED');
    broken.logs.length = 0;
    const settings = { name: 'Kabupaten Muara', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } };
    expect((await putSettings(broken, '16.05', settings)).body).toMatchObject({ version: 2, name: 'Kabupaten Muara' });
    expect(broken.logs.join()).not.toContain('TOTALS_RECOMPUTE_FAILED');
    expect((await putSettings(broken, '16.05', { ...settings, zone: 'WIT' })).status).toBe(200);
    expect(broken.logs.join()).toContain('TOTALS_RECOMPUTE_FAILED');
  } finally {
    await broken.stop();
  }
});

test('a session of 1999 is counted as one of 1999, and its province goes on', async () => {
  const session = await startScenario(api, {
    regency: '16.71',
    units: [{ name: 'Dinas A' }],
    plan: { startsAt: '1999-06-27T08:00:00+07:00', legalBases: [] },
    until: 'open',
  });
  await project(session.session, '16.71');
  expect((await province('16')).body.years).toEqual(['2024', '1999']);
  expect((await province('16', '?year=1999')).body.figures.sessions).toBe(1);
  expect((await nation('?year=1999')).body.figures.sessions).toBe(1);
  expect((await registerRegency(api, '16.03')).status).toBe(200);
});
