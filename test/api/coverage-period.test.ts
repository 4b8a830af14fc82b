/** A regency's coverage over a period or a phase, through the API; the figures by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aRecord, aState, keepRecord } from '../support/coverage-records.ts';
import { contact, cutOff, pairedDoor } from '../support/doors.ts';
import { lahat } from '../support/fixtures.ts';
import { registerRegency, type ScenarioPlan, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const report = async (regency: string, query = '', role: 'regent' | 'province' = 'regent') => {
  const who = as(role, role === 'province' ? regency.slice(0, 2) : regency);
  return api.call(who, 'GET', `/api/regencies/${regency}/coverage${query}`);
};

const on = (startsAt: string, changes: object = {}) => {
  const endsAt = new Date(Date.parse(startsAt) + 4 * 3_600_000).toISOString();
  return { startsAt, endsAt, ...changes };
};

/** A session that is held: opened, people scanned by `came`, counted. */
const hold = async (plan: ScenarioPlan, came: Record<string, Record<string, unknown>> = {}) => {
  const s = await startScenario(api, { ...plan, until: 'open' });
  for (const [name, changes] of Object.entries(came)) await s.scan(name, changes);
  await api.recompute(s.session);
  return s;
};

describe('coverage of a regency', () => {
  const regency = '16.01';
  const units = [
    { name: 'Dinas A' },
    { name: 'Dinas B', acting: 'PLT' as const },
    { name: 'Camat C', class: 'KECAMATAN', district: '16.01.07' },
    { name: 'SDN D', class: 'SD', district: '16.01.07' },
  ];

  test('a unit is covered once, under its best presence, however many sessions; amendments and conflicts are summed', async () => {
    const before = on('2024-06-10T08:00:00+07:00', { phase: 'BEFORE' });
    const first = await hold(
      { regency, units, plan: before },
      { 'Dinas A': { who: 'delegate' }, 'Dinas B': {}, 'SDN D': { who: 'delegate' } },
    );
    // After the freeze: no denominator moves by it (rule 5).
    await api.call(as('organizer', regency), 'POST', `${first.base}/invitations/${first.id('Camat C')}/revoke`);
    await api.recompute(first.session);
    const second = await hold(
      { regency, units: units.slice(0, 3), plan: on('2024-06-17T08:00:00+07:00', { phase: 'DURING' }) },
      { 'Dinas A': {} },
    );
    await second.sign('Dinas A');
    await api.recompute(second.session);
    // While the halls still fill, nobody has stayed away.
    expect((await report(regency)).body.repeated).toEqual({ missed: 0, delegated: 0 });
    for (const held of [first, second]) {
      await held.move('close');
      await api.recompute(held.session);
    }

    const { status, body } = await report(regency);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      regency,
      name: 'Daerah 16.01',
      period: { from: null, to: null, phase: null },
      // A in person (once by a delegate), B by its Plt, D by a delegate, C never.
      units: { expected: 4, covered: 3, never: 1, inPerson: 1, acting: 1, delegated: 1 },
      // OPD and SD owe it: A signed in June's second session.
      pledge: { due: 3, signed: 1, notYet: 2 },
      amendments: { added: 0, revoked: 1 },
      conflicts: { open: 0 },
      repeated: { missed: 1, delegated: 0 },
      worst: [
        {
          class: 'KECAMATAN',
          district: '16.01.07',
          districtName: 'Sosoh Buay Rayap',
          expected: 1,
          covered: 0,
          never: 1,
        },
      ],
    });
    expect(body.sessions.map(({ phase }: { phase: string }) => phase)).toEqual(['DURING', 'BEFORE']);
    expect(body.districts.map((row: { district: string }) => row.district)).toEqual([null, '16.01.07']);

    const during = (await report(regency, '?phase=DURING')).body;
    expect(during.units).toEqual({ expected: 3, covered: 1, never: 2, inPerson: 1, acting: 0, delegated: 0 });
    expect(during.period).toEqual({ from: null, to: null, phase: 'DURING' });
    expect((await report(regency, '?phase=AFTER')).body).toMatchObject({ units: { expected: 0 }, sessions: [] });
    expect((await report(regency, '?to=2024-06-16')).body.pledge).toEqual({ due: 3, signed: 0, notYet: 3 });
    expect((await report(regency, '?from=2024-06-17&to=2024-06-17')).body.units.expected).toBe(3);
  });

  test('a period that is no period is refused with the field', async () => {
    const { status, body } = await report(regency, '?from=27-06-2024');
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'INPUT_INVALID' });
  });

  test('nobody is named in it: a province may see it', async () => {
    const { status, body } = await report(regency, '', 'province');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/Kepala|holder|nip/i);
  });

  test('a regency that nobody registered bears the name of its region, and one that is none is refused', async () => {
    const { body } = await report('16.02');
    expect(body).toMatchObject({
      name: 'Kabupaten Ogan Komering Ilir',
      asOf: api.clock.now.toISOString(),
      units: { expected: 0, never: 0 },
      doors: { unsent: 0, scans: 0 },
      sessions: [],
    });
    expect((await report('99.99')).body.code).toBe('REGENCY_UNKNOWN');
  });
});

describe('the rules hold over a period', () => {
  const day = (number: number) => on(`2024-06-${String(number).padStart(2, '0')}T08:00:00+07:00`);

  test('1: three arrivals for a unit in each of two sessions cover one unit once', async () => {
    const regency = '16.07';
    const units = [{ name: 'Dinas A' }, { name: 'Dinas B' }];
    for (const number of [10, 11]) {
      const s = await startScenario(api, { regency, units, plan: day(number), until: 'open' });
      for (const who of ['delegate', 'holder', 'acting']) await s.scan('Dinas A', { who });
      await s.move('close');
      await api.recompute(s.session);
    }
    // The first arrival of each session stands: by a delegate, twice.
    const { units: figures, repeated } = (await report(regency)).body;
    expect(figures).toEqual({ expected: 2, covered: 1, never: 1, inPerson: 0, acting: 0, delegated: 1 });
    expect(repeated).toEqual({ missed: 1, delegated: 1 });
  });

  test('3 and 4: neither a delegate’s signature nor a symbolic one is the head’s, and a guest is no unit', async () => {
    const regency = '16.08';
    const plan = { regency, units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], guests: ['Kapolres'] };
    const first = await startScenario(api, { ...plan, plan: day(10), until: 'open' });
    await first.scan('Dinas A', { who: 'delegate' });
    await first.signByLink('Dinas A', 'delegate');
    await first.sign('Dinas B', { symbolic: true });
    await first.scan('Kapolres');
    await first.sign('Kapolres');
    await api.recompute(first.session);
    const { body } = await report(regency);
    expect(body.pledge).toEqual({ due: 2, signed: 0, notYet: 2 });
    expect(body.units).toEqual({ expected: 2, covered: 1, never: 1, inPerson: 0, acting: 0, delegated: 1 });
    expect(body.sessions[0].pledge).toMatchObject({ byDelegateOnly: 1, symbolic: 1 });
    // The head signs later (susulan), after the closing, and the period says so.
    await first.move('close');
    expect((await first.signByLink('Dinas A', 'holder')).status).toBe(201);
    await api.recompute(first.session);
    expect((await report(regency)).body.pledge).toEqual({ due: 2, signed: 1, notYet: 1 });
  });

  test('5: who was invited after the freeze and came is an amendment and covers nothing; who was revoked stays', async () => {
    const regency = '16.09';
    const s = await startScenario(api, {
      regency,
      units: [{ name: 'Dinas A' }, { name: 'Dinas B' }],
      plan: day(10),
      until: 'open',
    });
    const unit = { class: 'OPD', name: 'Dinas C', office: 'Kepala Dinas C', holder: null };
    const organizer = as('organizer', regency);
    const added = await api.call(organizer, 'POST', `/api/regencies/${regency}/units`, unit);
    const invite = { 'idempotency-key': 'after-the-freeze' };
    await api.call(organizer, 'POST', `${s.base}/invitations`, { units: [added.body.id] }, invite);
    expect((await s.scan('Dinas C', { invitation: added.body.id })).body.result).toBe('accepted');
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    await api.recompute(s.session);
    const { body } = await report(regency);
    expect(body.units).toEqual({ expected: 2, covered: 0, never: 2, inPerson: 0, acting: 0, delegated: 0 });
    expect(body.amendments).toEqual({ added: 1, revoked: 1 });
    expect(body.sessions[0].people.checkedIn).toBe(1);
    const listed = await api.call(as('regent', regency), 'GET', `/api/regencies/${regency}/coverage/units`);
    expect(listed.body.items.map(({ name }: { name: string }) => name).sort()).toEqual(['Dinas A', 'Dinas B']);
  });
});

describe('days of a period', () => {
  test.each([
    ['63.03', 'WITA', '2024-06-26T15:59:00Z', '2024-06-26T16:00:00Z'],
    ['91.03', 'WIT', '2024-06-26T14:59:00Z', '2024-06-26T15:00:00Z'],
    ['16.03', 'WIB', '2024-06-26T16:59:00Z', '2024-06-26T17:00:00Z'],
  ])('%s (%s): a session a minute before midnight is of the day before', async (regency, zone, before, after) => {
    const plan = (startsAt: string) => on(startsAt, { venue: { name: 'Aula', region: regency } });
    const units = [{ name: `Dinas ${regency}` }];
    const early = await hold({ regency, zone, units, plan: plan(before) });
    const late = await hold({ regency, zone, units, plan: plan(after) });
    const shown = async (query: string) =>
      (await report(regency, query)).body.sessions.map(({ session }: { session: string }) => session);
    expect(await shown('?to=2024-06-26')).toEqual([early.session]);
    expect(await shown('?from=2024-06-27')).toEqual([late.session]);
    expect(await shown('')).toEqual([late.session, early.session]);
  });
});

describe('doors with unsent scans', () => {
  const regency = '16.05';

  test('of open sessions and of those closed within a week; one that was cut off too; not of another period', async () => {
    const s = await hold({ regency, units: [{ name: 'Dinas A' }] });
    const [a, b, c] = await Promise.all(
      ['A', 'B', 'C'].map((name) => pairedDoor(api, s.session, { name: `Pintu ${name}`, regency })),
    );
    if (!a || !b || !c) throw new Error('three were paired');
    await contact(api, a, { unsent: 3 });
    await contact(api, b, { unsent: 0 });
    await contact(api, c, { unsent: 4 });
    await cutOff(api, c, regency);
    expect((await report(regency)).body.doors).toEqual({ unsent: 2, scans: 7, session: s.session });
    expect((await report(regency, '?to=2024-01-01')).body.doors).toEqual({ unsent: 0, scans: 0 });
  });

  test('eight days after the closing nobody asks the doors any more', async () => {
    const s = await hold({ regency: '16.06', units: [{ name: 'Dinas A' }] });
    const door = await pairedDoor(api, s.session, { regency: '16.06' });
    await s.move('close');
    await api.recompute(s.session);
    await contact(api, door, { unsent: 2 });
    expect((await report('16.06')).body.doors).toEqual({ unsent: 1, scans: 2, session: s.session });
    const then = api.clock.now;
    api.clock.now = new Date(then.getTime() + 8 * 86_400_000);
    api.engine.requests.reset();
    expect((await report('16.06')).body.doors).toEqual({ unsent: 0, scans: 0 });
    expect(api.engine.requests.sent.sort()).toEqual(['GetItem', 'Query']);
    api.clock.now = then;
  });
});

describe('a regency of 830 units and 50 sessions', () => {
  const ids = Array.from({ length: 830 }, (_, index) => {
    const digits = index.toString().padStart(4, '0');
    return `aaaa${digits.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)}`;
  });

  beforeAll(async () => {
    await registerRegency(api, lahat);
    for (let week = 0; week < 50; week += 1) {
      const startsAt = new Date(Date.UTC(2023, 0, 2 + 7 * week, 1)).toISOString();
      const units = ids.map((id, index) =>
        aState(id, {
          class: 'SD',
          district: `16.04.${String(10 + (index % 24))}`,
          presence: (index + week) % 4 ? 'IN_PERSON' : 'MISSING',
        }),
      );
      await keepRecord(api.deps.stores.coverage, aRecord(startsAt, units));
    }
  });

  test('is one Query beside the regency’s own item', async () => {
    api.engine.requests.reset();
    const { body } = await report(lahat);
    expect(body.units).toMatchObject({ expected: 830, covered: 830 });
    expect(body.sessions).toHaveLength(50);
    expect(api.engine.requests.sent.sort()).toEqual(['GetItem', 'Query']);
    expect(api.engine.requests.units.read).toBeLessThanOrEqual(75);
  });

  test('a page of 200 units asks for their names besides, a hundred a request', async () => {
    api.engine.requests.reset();
    const { body } = await api.call(as('regent'), 'GET', `/api/regencies/${lahat}/coverage/units?limit=200`);
    expect(body.items).toHaveLength(200);
    // Of units that neither register nor invitation has, the session is asked too, once: they bear their ids.
    expect(body.items[0].name).toBe(body.items[0].unit);
    expect(api.engine.requests.sent.filter((name) => name === 'Query')).toHaveLength(1);
    expect(api.engine.requests.sent.filter((name) => name === 'BatchGetItem')).toHaveLength(4);
  });
});
