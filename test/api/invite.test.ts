/** Whom an organiser's call invites: by class, by district, both, one by one, guests; and what the invitations take from the register. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsoHolds } from '../../functions/roster/same-person.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aUnit, lahat } from '../support/fixtures.ts';
import { registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, lahat);
  for (const unit of register) await api.engine.stores.units.put(lahat, unit);
});
afterAll(() => api.stop());

const siti = { name: 'Siti Aminah', acting: 'PLT', nip: '198001012005012001' } as const;
const register = [
  aUnit('Dinas Kesehatan'),
  aUnit('Dinas Sosial', { retiredOn: '2024-06-27' }),
  aUnit('Dinas Perikanan', { retiredOn: '2024-06-28' }),
  aUnit('SDN 1 Lahat', { class: 'SD', district: '16.04.10', holder: siti }),
  aUnit('SDN 2 Lahat', { class: 'SD', district: '16.04.10', holder: { ...siti, phone: '+6281234567890' } }),
  aUnit('SDN 1 Kikim', { class: 'SD', district: '16.04.17' }),
  aUnit('Kecamatan Lahat', { class: 'KECAMATAN', district: '16.04.10', holder: null }),
  aUnit('Kejaksaan Negeri', { class: 'VERTICAL' }),
  aUnit('DPRD', { class: 'GUEST_BODY', office: 'Ketua DPRD' }),
];
const idOf = (name: string): string => {
  const unit = register.find((one) => one.name === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit.id;
};

let sessions = 0;
const draft = async (changes: Record<string, unknown> = {}): Promise<string> => {
  sessions += 1;
  const key = { 'idempotency-key': `invite-session-${sessions}` };
  const path = `/api/regencies/${lahat}/sessions`;
  const made = await api.call(as('organizer'), 'POST', path, sessionBody({ pledge: null, ...changes }), key);
  return `/api/sessions/${made.body.id}`;
};
const invite = (base: string, body: object, key = 'a call to invite') =>
  api.call(as('organizer'), 'POST', `${base}/invitations`, body, { 'idempotency-key': key.replaceAll(' ', '-') });
const invited = async (base: string): Promise<{ name: string; [field: string]: unknown }[]> =>
  (await api.call(as('organizer'), 'GET', `${base}/invitations?limit=200`)).body.items;
const namesIn = async (base: string): Promise<string[]> => (await invited(base)).map(({ name }) => name).sort();

describe('whom a call invites', () => {
  test.each<[string, object, string[]]>([
    ['a class', { classes: ['SD'] }, ['SDN 1 Kikim', 'SDN 1 Lahat', 'SDN 2 Lahat']],
    ['a district, whatever the class', { districts: ['16.04.10'] }, ['Kecamatan Lahat', 'SDN 1 Lahat', 'SDN 2 Lahat']],
    ['a class in a district', { classes: ['SD'], districts: ['16.04.10'] }, ['SDN 1 Lahat', 'SDN 2 Lahat']],
    ['a class without those that are retired by then', { classes: ['OPD'] }, ['Dinas Kesehatan', 'Dinas Perikanan']],
    [
      'a class and somebody of another',
      { classes: ['KECAMATAN'], units: [idOf('SDN 1 Kikim'), idOf('Kecamatan Lahat')] },
      ['Kecamatan Lahat', 'SDN 1 Kikim'],
    ],
  ])('%s', async (_, request, names) => {
    const base = await draft();
    const reply = await invite(base, request);
    const counts = { invited: names.length, alreadyInvited: 0, revoked: 0, guests: [] };
    expect(reply).toMatchObject({ status: 200, body: counts });
    expect(await namesIn(base)).toEqual(names);
  });

  test('who was revoked is told apart from who stands: inviting again brings neither back', async () => {
    const base = await draft();
    await invite(base, { classes: ['SD'] });
    await api.call(as('organizer'), 'POST', `${base}/invitations/${idOf('SDN 1 Kikim')}/revoke`);
    expect((await invite(base, { classes: ['SD', 'KECAMATAN'] })).body).toEqual({
      invited: 1,
      alreadyInvited: 2,
      revoked: 1,
      guests: [],
    });
    const kept = (await invited(base)).find(({ name }) => name === 'SDN 1 Kikim');
    expect(kept).toMatchObject({ revoked: true });
  });

  test('one that is retired by then, or unknown, is told with its place, and nobody is invited', async () => {
    const base = await draft();
    const units = [idOf('Dinas Kesehatan'), idOf('Dinas Sosial')];
    expect(await invite(base, { units })).toMatchObject({
      status: 409,
      body: { code: 'UNIT_RETIRED', errors: [{ pointer: '/body/units/1', rule: 'UNIT_RETIRED' }] },
    });
    expect(await invite(base, { units: ['aaaaaaaa'] })).toMatchObject({
      status: 404,
      body: { code: 'UNIT_UNKNOWN', errors: [{ pointer: '/body/units/0' }] },
    });
    expect(await namesIn(base)).toEqual([]);
  });

  test.each(['16.05.01', '16.04', '16.04.99', '16.04.10.1001'])('%s is no district here', async (district) => {
    const reply = await invite(await draft(), { districts: ['16.04.10', district] });
    expect(reply.body).toMatchObject({ code: 'REGION_UNKNOWN', errors: [{ pointer: '/body/districts/1' }] });
  });

  test('a session before the last day of a unit invites it', async () => {
    const base = await draft({ startsAt: '2024-06-26T08:00:00+07:00', endsAt: '2024-06-26T12:00:00+07:00' });
    expect((await invite(base, { units: [idOf('Dinas Sosial')] })).body.invited).toBe(1);
  });

  test('a closed session invites nobody', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.move('close');
    expect((await invite(s.base, { classes: ['SD'] })).body).toMatchObject({
      code: 'SESSION_WRONG_STATE',
      state: 'CLOSED',
    });
  });
});

describe('what an invitation takes from the register', () => {
  test('a class that is not under the regency is a guest, owes no pledge and is not counted', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas Baru' }] });
    await invite(s.base, { classes: ['VERTICAL', 'GUEST_BODY'] });
    const items = await invited(s.base);
    const facts = items.map(({ name, kind, guestGroup, class: unitClass, pledge }) => [
      name,
      kind,
      guestGroup,
      unitClass,
      pledge,
    ]);
    const due = expect.objectContaining({ status: 'NOT_DUE' });
    expect(facts).toEqual(
      expect.arrayContaining([
        ['Kejaksaan Negeri', 'guest', 'VERTICAL', 'VERTICAL', due],
        ['DPRD', 'guest', 'FORKOPIMDA', 'GUEST_BODY', due],
      ]),
    );
    await s.move('open');
    expect((await s.coverage()).units).toMatchObject({ expected: 1 });
  });

  test('the title of the day and the person’s other offices, and no way to reach them', async () => {
    const base = await draft();
    await invite(base, { units: [idOf('SDN 2 Lahat')] });
    const [item] = await invited(base);
    expect(item).toMatchObject({
      holder: { name: 'Siti Aminah', acting: 'PLT', nipMasked: expect.any(String) },
      alsoHolds: [idOf('SDN 1 Lahat')],
      districtName: expect.any(String),
    });
    const stored = await api.engine.stores.invitations.all(base.split('/').at(-1) ?? '');
    expect(JSON.stringify(stored)).not.toContain('+628');
    expect(alsoHolds(register).get(idOf('Dinas Kesehatan'))).not.toContain(idOf('SDN 1 Lahat'));
  });

  test('guests stand in the group that was said, others otherwise', async () => {
    const base = await draft();
    const guests = [{ office: 'Kapolres', group: 'FORKOPIMDA' }, { office: 'Ketua RT' }];
    await invite(base, { guests });
    expect((await invited(base)).map(({ office, guestGroup }) => [office, guestGroup]).sort()).toEqual([
      ['Kapolres', 'FORKOPIMDA'],
      ['Ketua RT', 'OTHER'],
    ]);
  });
});

describe('a session’s rules', () => {
  const rulesOf = (base: string) => api.engine.stores.rosterRules.all(base.split('/').at(-1) ?? '');

  test('a request is kept once, however its lists are ordered, and however often it is sent', async () => {
    const base = await draft();
    await invite(base, { classes: ['SD', 'OPD'], districts: ['16.04.10'] }, 'first call');
    await invite(base, { classes: ['OPD', 'SD', 'SD'], districts: ['16.04.10'] }, 'second call');
    expect(await rulesOf(base)).toMatchObject([
      { classes: ['OPD', 'SD'], districts: ['16.04.10'], units: [], guests: [] },
    ]);
  });

  test('the same guests are the same for a call that is repeated, and others for another call', async () => {
    const base = await draft();
    const guests = [{ office: 'Ketua RT' }];
    for (const key of ['first call', 'first call', 'second call']) await invite(base, { guests }, key);
    expect(await rulesOf(base)).toHaveLength(2);
    expect(await invited(base)).toHaveLength(2);
  });

  test('a request that is refused is no rule', async () => {
    const base = await draft();
    await invite(base, { units: ['aaaaaaaa'] });
    await invite(base, { classes: ['SD'], wave: 'pagi' });
    expect(await rulesOf(base)).toEqual([]);
  });
});

describe('a new code', () => {
  const reissue = (base: string, id: string, version: number) =>
    api.call(as('organizer'), 'POST', `${base}/invitations/${id}/reissue`, { version });

  test('is never a delegate’s, also after the delegation was taken back; its repeat answers it again', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas D' }] });
    const id = s.id('Dinas D');
    const answer = (body: object) => api.call(null, 'POST', `/api/c/${s.token('Dinas D')}/answer`, body);
    await answer({ kind: 'DELEGATED', delegate: { name: 'Budi' } });
    await answer({ kind: 'ATTENDING' });
    const first = await reissue(s.base, id, 1);
    expect(first).toMatchObject({ status: 200, body: { version: 3 } });
    expect((await reissue(s.base, id, 1)).body).toEqual(first.body);
    expect((await reissue(s.base, id, 2)).body.code).toBe('INVITATION_CHANGED');
  });

  test('ends a delegation that stands, and frees the link from its phone', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas E' }] });
    const id = s.id('Dinas E');
    const phone = { 'hadir-phone': 'a-phone-of-its-own' };
    const body = { kind: 'DELEGATED', delegate: { name: 'Budi' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas E')}/answer`, body, phone);
    const reply = await reissue(s.base, id, 2);
    expect(reply).toMatchObject({ status: 200, body: { version: 3 } });
    expect(reply.body.delegation).toBeUndefined();
    expect(reply.body.answer).toBeUndefined();
    expect(reply.body.bound).toBeUndefined();
    for (const version of [1, 2]) {
      const old = await api.call(null, 'GET', `/api/c/${s.token('Dinas E', version)}`);
      expect(old.body.code).toBe('INVITATION_REVOKED');
    }
  });
});
