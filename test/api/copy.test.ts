/** A series: the next session drafted from the one before, with its roster asked for anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aUnit, lahat } from '../support/fixtures.ts';
import { pledgeVariables, registerRegency, sessionBody } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, lahat);
  for (const name of ['Dinas A', 'Dinas B', 'Dinas C']) await api.engine.stores.units.put(lahat, aUnit(name));
  await api.engine.stores.units.put(lahat, aUnit('SDN 1', { class: 'SD' }));
  await api.engine.stores.units.put(lahat, aUnit('SDN 2', { class: 'SD' }));
});
afterAll(() => api.stop());

const post = (path: string, body?: unknown, key?: string) =>
  api.call(as('organizer'), 'POST', path, body, key ? { 'idempotency-key': key } : {});
const invitationsOf = async (session: string): Promise<{ id: string; name: string; [field: string]: unknown }[]> =>
  (await api.call(as('organizer'), 'GET', `/api/sessions/${session}/invitations`)).body.items;
const namesOf = async (session: string) => (await invitationsOf(session)).map(({ name }) => name).sort();
const idOf = (name: string) => aUnit(name).id;

const plan = {
  occasion: 'Menjelang kampanye',
  phase: 'BEFORE',
  pledge: { text: 'ikrar-netralitas-2024', version: 1, variables: pledgeVariables, classes: ['OPD'] },
  letter: {
    number: '800/12/2024',
    date: '2024-06-20',
    urgency: 'Penting',
    opening: 'Dengan hormat',
    signer: { office: 'Sekretaris Daerah', name: 'Hadi' },
    copies: ['Bupati Lahat'],
  },
  venue: { name: 'Aula', region: '16.04', capacity: 100, map: 'https://maps.example/aula' },
  agenda: [{ startsAt: '2024-06-27T08:30:00+07:00', title: 'Pembukaan' }, { title: 'Ikrar' }],
  waves: [{ id: 'pagi', label: 'Pagi', startsAt: '2024-06-27T08:00:00+07:00', endsAt: '2024-06-27T10:00:00+07:00' }],
};

let sources = 0;
const source = async (): Promise<string> => {
  sources += 1;
  const path = `/api/regencies/${lahat}/sessions`;
  const session: string = (await post(path, sessionBody(plan), `source-session-${sources}`)).body.id;
  const base = `/api/sessions/${session}/invitations`;
  await post(base, { classes: ['OPD'], wave: 'pagi' }, 'invite-a-class');
  await post(base, { units: [idOf('SDN 1')] }, 'invite-a-unit');
  await post(base, { guests: [{ office: 'Dandim', group: 'FORKOPIMDA' }, { office: 'Dandim' }] }, 'invite-guests');
  return session;
};
const request = { startsAt: '2024-09-05T09:30:00+07:00' };
const copy = (session: string, body: object = request, key = 'copy-of-a-session') =>
  post(`/api/sessions/${session}/copies`, body, key);

test('the plan with its times moved along; nothing that belongs to the old day', async () => {
  const old = await source();
  const before = (await api.call(as('organizer'), 'GET', `/api/sessions/${old}`)).body;
  const { status, body } = await copy(old, { ...request, title: 'Rakor kedua', phase: 'DURING' });
  expect(status).toBe(201);
  expect(body.session).toMatchObject({
    copiedFrom: old,
    state: 'DRAFT',
    version: 1,
    frozen: null,
    title: 'Rakor kedua',
    phase: 'DURING',
    occasion: 'Menjelang kampanye',
    startsAt: '2024-09-05T02:30:00.000Z',
    endsAt: '2024-09-05T06:30:00.000Z',
    agenda: [{ startsAt: '2024-09-05T03:00:00.000Z', title: 'Pembukaan' }, { title: 'Ikrar' }],
    waves: [{ id: 'pagi', startsAt: '2024-09-05T02:30:00.000Z', endsAt: '2024-09-05T04:30:00.000Z' }],
    pledge: before.pledge,
    venue: before.venue,
  });
  const { number: _, date: __, ...letter } = before.letter;
  expect(body.session.letter).toEqual(letter);
  expect(body.session.agenda[1].startsAt).toBeUndefined();
  expect(body.session.id).not.toBe(old);
});

test('no code, answer, seat or wave of anybody is taken over; the invitations are new', async () => {
  const old = await source();
  const [first] = (await invitationsOf(old)).filter(({ name }) => name === 'Dinas A');
  const path = `/api/sessions/${old}/invitations/${first?.id}`;
  await api.call(as('organizer'), 'PUT', `${path}/seat`, { seat: 'A 1' });
  await post(`${path}/reissue`, { version: 1 });
  const { body } = await copy(old);
  const again = (await invitationsOf(body.session.id)).find(({ id }) => id === first?.id);
  expect(again).toMatchObject({ version: 1, session: body.session.id });
  expect([again?.seat, again?.wave, again?.answer]).toEqual([undefined, undefined, undefined]);
  const guests = (items: { kind?: unknown; id: string }[]) =>
    items.filter(({ kind }) => kind === 'guest').map(({ id }) => id);
  const [oldGuests, newGuests] = [guests(await invitationsOf(old)), guests(await invitationsOf(body.session.id))];
  expect(newGuests).toHaveLength(2);
  expect(newGuests.filter((id) => oldGuests.includes(id))).toEqual([]);
});

test('by the register of now: new units of a class come in, retired ones are counted, the old day’s revocations are not kept', async () => {
  const old = await source();
  await post(`/api/sessions/${old}/invitations/${idOf('Dinas B')}/revoke`);
  const { units } = api.engine.stores;
  await units.put(lahat, aUnit('Dinas Baru'));
  await units.put(lahat, aUnit('Dinas C', { version: 2, retiredOn: '2024-09-01' }));
  await units.put(lahat, aUnit('SDN 1', { version: 2, class: 'SD', retiredOn: '2024-09-01' }));
  const { body } = await copy(old);
  expect(body).toMatchObject({ invited: 5, gone: 2 });
  const names = ['Dandim', 'Dandim', 'Dinas A', 'Dinas B', 'Dinas Baru'];
  expect(await namesOf(body.session.id)).toEqual(names);
  // A copy keeps the rules, so that the series goes on from it.
  const third = await copy(body.session.id, { startsAt: '2024-10-03T09:30:00+07:00' });
  expect(third.body).toMatchObject({ invited: 5, session: { copiedFrom: body.session.id } });
  expect(await namesOf(third.body.session.id)).toEqual(names);
  // Before that day they are still there.
  const earlier = await copy(old, { startsAt: '2024-08-01T09:30:00+07:00' }, 'a-copy-before-that');
  expect(earlier.body).toMatchObject({ invited: 7, gone: 0 });
});

test('a repeat answers the same copy and completes one that broke off; another request under its key is refused', async () => {
  const old = await source();
  const first = await copy(old);
  const names = await namesOf(first.body.session.id);
  expect((await copy(old)).body).toEqual(first.body);
  expect((await copy(old, { startsAt: '2024-09-06T09:30:00+07:00' })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  // The session was drafted and the call ended before anybody was invited.
  const { table } = api.engine;
  const items = await table.queryAll({ pk: `S#${first.body.session.id}`, prefix: '' });
  for (const { pk, sk } of items) await table.remove({ pk: String(pk), sk: String(sk) });
  expect(await namesOf(first.body.session.id)).toEqual([]);
  expect((await copy(old)).body).toEqual(first.body);
  expect(await namesOf(first.body.session.id)).toEqual(names);
});

test('a copy that broke off and was published is completed by its repeat; what is counted stands there', async () => {
  const old = await source();
  const first = await copy(old);
  const names = await namesOf(first.body.session.id);
  const { table } = api.engine;
  const items = await table.queryAll({ pk: `S#${first.body.session.id}`, prefix: '' });
  for (const { pk, sk } of items) await table.remove({ pk: String(pk), sk: String(sk) });
  await post(`/api/sessions/${first.body.session.id}/moves/publish`);
  expect((await copy(old)).body).toMatchObject({ invited: names.length, session: { state: 'PUBLISHED' } });
  expect(await namesOf(first.body.session.id)).toEqual(names);
});

test('a repeat after the copy opened invites nobody any more, and counts who is invited', async () => {
  const old = await source();
  const { body } = await copy(old);
  const path = `/api/sessions/${body.session.id}`;
  for (const move of ['publish', 'open']) await post(`${path}/moves/${move}`);
  await post(`${path}/invitations/${idOf('Dinas A')}/revoke`);
  await api.engine.stores.units.put(lahat, aUnit('Dinas Terakhir'));
  expect((await copy(old)).body).toMatchObject({ invited: body.invited - 1, session: { state: 'OPEN' } });
  expect(await namesOf(body.session.id)).not.toContain('Dinas Terakhir');
});

test('a law that is not in force on the new day is left out and told, also by a repeat', async () => {
  const path = `/api/regencies/${lahat}/sessions`;
  const plan2021 = {
    startsAt: '2021-06-03T08:00:00+07:00',
    endsAt: '2021-06-03T12:00:00+07:00',
    legalBases: ['uu-10-2016', 'pp-53-2010'],
  };
  const old: string = (await post(path, sessionBody(plan2021), 'a-session-of-2021')).body.id;
  await post(`/api/sessions/${old}/invitations`, { classes: ['OPD'] }, 'invite-in-2021');
  for (const move of ['publish', 'open', 'close']) await post(`/api/sessions/${old}/moves/${move}`);
  for (const { status, body } of [await copy(old), await copy(old)]) {
    expect([status, body.droppedLegalBases, body.session?.legalBases]).toEqual([201, ['pp-53-2010'], ['uu-10-2016']]);
    expect(body.rules).toBe(1);
  }
  const same = await copy(old, { startsAt: '2021-08-05T09:30:00+07:00' }, 'another-in-2021');
  expect(same.body).toMatchObject({ droppedLegalBases: [], session: { legalBases: plan2021.legalBases } });
});

test('a session that kept no rules is copied without anybody, and says that there were none', async () => {
  const path = `/api/regencies/${lahat}/sessions`;
  const old: string = (await post(path, sessionBody(), 'without-anybody')).body.id;
  expect((await copy(old)).body).toMatchObject({ invited: 0, rules: 0 });
});
