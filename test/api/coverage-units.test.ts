/** The units of a regency over a period, and one of them session by session, through the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const regency = '16.01';
const units = [
  { name: 'Dinas A' },
  { name: 'Dinas B' },
  { name: 'Dinas C' },
  { name: 'SDN D', class: 'SD', district: '16.01.07' },
  { name: 'Camat E', class: 'KECAMATAN', district: '16.01.07' },
];

let api: TestApi;
let sessions: Scenario[];

/** Three sessions, a week apart, each with who came; Camat E is first invited to the second. */
beforeAll(async () => {
  api = await startTestApi();
  const came: Record<string, Record<string, unknown>>[] = [
    { 'Dinas A': {}, 'Dinas B': { who: 'delegate' } },
    { 'Dinas A': {}, 'Dinas B': { who: 'delegate' }, 'Camat E': { mode: 'ONLINE', reason: 'Jaringan' } },
    { 'Dinas B': {}, 'Dinas C': { who: 'acting' } },
  ];
  sessions = [];
  for (const [week, arrivals] of came.entries()) {
    const day = 3 + 7 * week;
    const s = await startScenario(api, {
      regency,
      units: week === 0 ? units.slice(0, 4) : units,
      plan: {
        title: `Rakor ${week + 1}`,
        startsAt: `2024-06-${String(day).padStart(2, '0')}T08:00:00+07:00`,
        endsAt: `2024-06-${String(day).padStart(2, '0')}T12:00:00+07:00`,
        ...(week === 1 && { phase: 'DURING' }),
      },
      until: 'open',
    });
    for (const [name, changes] of Object.entries(arrivals)) await s.scan(name, changes);
    if (week === 1) await s.sign('Dinas A');
    await s.move('close');
    await api.recompute(s.session);
    sessions.push(s);
  }
});
afterAll(() => api.stop());

const list = async (query = '', who = as('regent', regency)) =>
  (await api.call(who, 'GET', `/api/regencies/${regency}/coverage/units${query}`)).body;
const namesOf = async (query: string): Promise<string[]> =>
  (await list(query)).items.map(({ name }: { name: string }) => name).sort();
const unitOf = (name: string) => sessions[1]?.id(name) ?? '';
const overTime = (unit: string, query = '', who = as('regent', regency)) =>
  api.call(who, 'GET', `/api/regencies/${regency}/coverage/units/${unit}${query}`);

describe('the units of a regency over a period', () => {
  test('each once, in the order of ids, with what became of it', async () => {
    const { items, next } = await list();
    expect(next).toBeNull();
    const ids = items.map(({ unit }: { unit: string }) => unit);
    expect(ids).toEqual([...ids].sort());
    const byName = Object.fromEntries(items.map((row: { name: string }) => [row.name, row]));
    expect(byName['Dinas A']).toEqual({
      unit: unitOf('Dinas A'),
      name: 'Dinas A',
      class: 'OPD',
      district: null,
      districtName: null,
      invited: 3,
      represented: 2,
      delegated: 0,
      missed: 1,
      missedInARow: 1,
      pledgeDue: 3,
      pledgeSigned: 1,
    });
    expect(byName['Dinas B']).toMatchObject({ represented: 3, delegated: 2, missed: 0, missedInARow: 0 });
    expect(byName['SDN D']).toMatchObject({
      district: '16.01.07',
      districtName: 'Sosoh Buay Rayap',
      represented: 0,
      missed: 3,
      missedInARow: 3,
    });
    // By video once, missing once: neither is it represented, nor was it missed by both.
    expect(byName['Camat E']).toMatchObject({ invited: 2, represented: 0, missed: 1, missedInARow: 1, pledgeDue: 0 });
  });

  test.each([
    ['?show=never', ['Camat E', 'SDN D']],
    ['?show=missed', ['Dinas C', 'SDN D']],
    ['?show=delegated', ['Dinas B']],
    ['?show=notPledged', ['Dinas B', 'Dinas C', 'SDN D']],
    ['?class=SD', ['SDN D']],
    ['?district=16.01.07', ['Camat E', 'SDN D']],
    ['?district=-', ['Dinas A', 'Dinas B', 'Dinas C']],
    ['?show=never&class=KECAMATAN&district=16.01.07', ['Camat E']],
    ['?to=2024-06-03&show=missed', []],
    ['?phase=DURING&show=never', ['Camat E', 'Dinas C', 'SDN D']],
    ['?phase=AFTER', []],
  ])('%s', async (query, names) => {
    expect(await namesOf(query)).toEqual(names);
  });

  test('in pages that leave nobody out and name nobody twice', async () => {
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const page: { items: { unit: string }[]; next: string | null } = await list(
        `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map(({ unit }) => unit));
      cursor = page.next;
    } while (cursor);
    expect(found).toEqual((await list()).items.map(({ unit }: { unit: string }) => unit));
  });

  test('a unit that was renamed bears its new name, one that left the register the one it was invited by', async () => {
    const { units: register } = api.deps.stores;
    const [b, c] = await Promise.all(['Dinas B', 'Dinas C'].map((name) => register.get(regency, unitOf(name))));
    if (!b || !c) throw new Error('both are registered');
    await register.put(regency, { ...b, name: 'Dinas B dan Perumahan', version: b.version + 1 });
    await register.removeIf(regency, c.id, c.version);
    try {
      api.engine.requests.reset();
      expect(await namesOf('')).toEqual(['Camat E', 'Dinas A', 'Dinas B dan Perumahan', 'Dinas C', 'SDN D']);
      // The regency, its records, the register's names, and the one session that the lost one was last invited to.
      expect([...api.engine.requests.sent].sort()).toEqual(['BatchGetItem', 'BatchGetItem', 'GetItem', 'Query']);
      expect((await overTime(c.id)).body).toMatchObject({ name: 'Dinas C', invited: 3 });
    } finally {
      await register.put(regency, { ...b, version: b.version + 2 });
      await register.put(regency, { ...c, version: 1 });
    }
  });

  test('whoever looks from above sees units, and no name of a person', async () => {
    const seen = await list('', as('province', '16'));
    expect(seen.items).toHaveLength(5);
    expect(JSON.stringify(seen)).not.toMatch(/Kepala|holder|nip/i);
    const one = (await overTime(unitOf('Dinas A'), '', as('province', '16'))).body;
    expect(one.sessions).toHaveLength(3);
    expect(JSON.stringify(one)).not.toMatch(/Kepala|holder|nip/i);
  });
});

describe('one unit over time', () => {
  test('its sessions newest first, with what became of it in each', async () => {
    const { body } = await overTime(unitOf('Camat E'));
    expect(body).toMatchObject({ unit: unitOf('Camat E'), name: 'Camat E', invited: 2, missed: 1 });
    expect(body.sessions).toEqual([
      {
        session: sessions[2]?.session,
        kind: 'RAKOR',
        title: 'Rakor 3',
        startsAt: '2024-06-17T01:00:00.000Z',
        phase: null,
        state: 'CLOSED',
        presence: 'MISSING',
        pledge: 'NOT_DUE',
      },
      {
        session: sessions[1]?.session,
        kind: 'RAKOR',
        title: 'Rakor 2',
        startsAt: '2024-06-10T01:00:00.000Z',
        phase: 'DURING',
        state: 'CLOSED',
        presence: 'ONLINE',
        pledge: 'NOT_DUE',
      },
    ]);
  });

  test('of a period that it was in no session of: the register’s name and nothing else', async () => {
    const { status, body } = await overTime(unitOf('Camat E'), '?to=2024-06-03');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Camat E',
      class: 'KECAMATAN',
      district: '16.01.07',
      districtName: 'Sosoh Buay Rayap',
      invited: 0,
      missedInARow: 0,
      sessions: [],
    });
  });

  test('that neither a record nor the register has is unknown; one of another regency too', async () => {
    expect((await overTime('aaaaaaaa')).body.code).toBe('UNIT_UNKNOWN');
    const elsewhere = `/api/regencies/16.02/coverage/units/${unitOf('Dinas A')}`;
    expect((await api.call(as('regent', '16.02'), 'GET', elsewhere)).body.code).toBe('UNIT_UNKNOWN');
    expect((await api.call(as('regent', '99.99'), 'GET', '/api/regencies/99.99/coverage/units')).body.code).toBe(
      'REGENCY_UNKNOWN',
    );
    expect(
      (await api.call(as('regent', '99.99'), 'GET', '/api/regencies/99.99/coverage/units/aaaaaaaa')).body.code,
    ).toBe('REGENCY_UNKNOWN');
  });
});

describe('the units of one session', () => {
  test('of a class or a district: only those are asked for by name', async () => {
    const [s] = sessions;
    const units = (query: string) =>
      api.call(as('regent', regency), 'GET', `${s?.base}/coverage/units?${query}`).then(({ body }) => body.items);
    api.engine.requests.reset();
    expect(await units('class=SD&district=16.01.07')).toMatchObject([
      { name: 'SDN D', holderName: 'Kepala SDN D', presence: 'MISSING', districtName: 'Sosoh Buay Rayap' },
    ]);
    expect([...api.engine.requests.sent].sort()).toEqual(['BatchGetItem', 'GetItem', 'GetItem']);
    api.engine.requests.reset();
    expect(await units('class=BUMD')).toEqual([]);
    expect(api.engine.requests.sent).not.toContain('BatchGetItem');
  });
});
