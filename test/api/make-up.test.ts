/** A make-up session (susulan): exactly the units of the frozen roster that owe something, nobody else, once. */
import { afterAll, expect, test } from 'vitest';
import type { Deps } from '../../functions/deps.ts';
import { as, startTestApi } from '../support/api.ts';
import type { TestEngine } from '../support/engine.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, sessionBody, startScenario } from '../support/scenario.ts';

/** How many conditional puts of invitations succeed before the process dies; none does by itself. */
const fault = { after: Number.POSITIVE_INFINITY };
const dying = (engine: TestEngine): Partial<Deps> => {
  const { stores } = engine;
  const add: typeof stores.invitations.add = async (invitations) => {
    const added = await stores.invitations.add(invitations.slice(0, fault.after));
    if (invitations.length > fault.after) throw new Error('the process died');
    return added;
  };
  return { stores: { ...stores, invitations: { ...stores.invitations, add } } };
};
const api = await startTestApi({ wrap: dying });
afterAll(() => api.stop());

const post = (path: string, body?: unknown, key?: string) =>
  api.call(as('organizer'), 'POST', path, body, key ? { 'idempotency-key': key } : {});
const request = { startsAt: '2024-07-04T09:00:00+07:00' };
const makeUp = (s: Scenario, body: object = request, key = 'a-make-up-session') =>
  post(`${s.base}/make-ups`, body, key);
const invitationsOf = async (
  session: string,
): Promise<{ id: string; name: string; kind: string; checkIn?: { mode: string }; pledge: { status: string } }[]> =>
  (await api.call(as('organizer'), 'GET', `/api/sessions/${session}/invitations?limit=200`)).body.items;
const namesOf = async (session: string) => (await invitationsOf(session)).map(({ name }) => name).sort();

const names = ['Absen', 'Hadir', 'Lengkap', 'Diwakili', 'Daring', 'Tautan'];
let rounds = 0;
/** A closed session in which every kind of unit was; each round with units of its own. */
const closedSession = async (
  changes: Record<string, unknown> = {},
): Promise<{ s: Scenario; of: (name: string) => string }> => {
  rounds += 1;
  const of = (name: string): string => `Dinas ${name} ${rounds}`;
  const s = await startScenario(api, {
    units: [...names.map((name) => ({ name: of(name) })), { name: of('BUMD'), class: 'BUMD' }],
    guests: ['Dandim'],
    until: 'open',
    plan: changes,
  });
  for (const name of ['Hadir', 'Lengkap']) await s.scan(of(name));
  await s.scan(of('Diwakili'), { who: 'delegate' });
  await s.scan(of('Daring'), { mode: 'ONLINE', reason: 'Lewat video' });
  for (const name of ['Lengkap', 'Tautan', 'Daring']) await s.sign(of(name));
  return { s, of };
};
const closed = async (changes?: Record<string, unknown>) => {
  const made = await closedSession(changes);
  await made.s.move('close');
  return made;
};

test('exactly the units that a plain loop over the invitations finds, whichever is asked for', async () => {
  const { s } = await closed();
  const before = await invitationsOf(s.session);
  const loop = (missing: boolean, pledge: boolean): string[] => {
    const found: string[] = [];
    for (const { id, kind, checkIn, pledge: owed } of before) {
      if (kind !== 'unit') continue;
      const wasThere = checkIn !== undefined && checkIn.mode !== 'ONLINE';
      if ((missing && !wasThere) || (pledge && owed.status === 'NOT_YET')) found.push(id);
    }
    return found.sort();
  };
  const figures = { missing: loop(true, false).length, notPledged: loop(false, true).length };
  expect(figures).toEqual({ missing: 4, notPledged: 3 });
  for (const [index, [whom, expected, counts]] of (
    [
      ['EITHER', loop(true, true), figures],
      ['MISSING', loop(true, false), { missing: 4, notPledged: 1 }],
      ['NOT_PLEDGED', loop(false, true), { missing: 1, notPledged: 3 }],
    ] as const
  ).entries()) {
    const made = await makeUp(s, { ...request, for: whom }, `make-up-for-${index}`);
    expect(made.status).toBe(201);
    const invited = await invitationsOf(made.body.session.id);
    expect(invited.map(({ id }) => id).sort()).toEqual(expected);
    expect(invited.every(({ kind, checkIn }) => kind === 'unit' && checkIn === undefined)).toBe(true);
    expect(made.body).toMatchObject({ invited: expected.length, ...counts, gone: 0, droppedLegalBases: [] });
  }
  // The first session stands as it was sealed.
  expect(await invitationsOf(s.session)).toEqual(before);
});

test('a draft with the plan of the first, the same pledge and place, no waves, its classes, and what it makes up for', async () => {
  const wave = {
    id: 'pagi',
    label: 'Pagi',
    startsAt: '2024-06-27T08:00:00+07:00',
    endsAt: '2024-06-27T10:00:00+07:00',
  };
  const { s } = await closed({ waves: [wave], classes: ['OPD', 'SD', 'BUMD'] });
  const first = (await api.call(as('organizer'), 'GET', s.base)).body;
  const { session } = (await makeUp(s)).body;
  expect(session).toMatchObject({
    title: 'Susulan: Rapat koordinasi netralitas ASN',
    state: 'DRAFT',
    makesUpFor: s.session,
    startsAt: '2024-07-04T02:00:00.000Z',
    endsAt: '2024-07-04T06:00:00.000Z',
    venue: first.venue,
    pledge: first.pledge,
    waves: [],
    classes: ['OPD', 'BUMD'],
    frozen: null,
  });
  expect(session.copiedFrom).toBeUndefined();
  // Editing the plan and copying it: it still makes up for the first, its copy does not.
  const plan = sessionBody({ title: 'Susulan di aula', pledge: null });
  const edited = await api.call(as('organizer'), 'PUT', `/api/sessions/${session.id}`, { ...plan, version: 1 });
  expect(edited.body).toMatchObject({ title: 'Susulan di aula', makesUpFor: s.session });
  const copy = await post(`/api/sessions/${session.id}/copies`, request, 'a-copy-of-a-make-up');
  expect(copy.body.session.makesUpFor).toBeUndefined();
  expect(await namesOf(copy.body.session.id)).toEqual(await namesOf(session.id));
});

test('another title and another place, if told; a place that is not there is refused and nothing is made', async () => {
  const { s } = await closed();
  const venue = { name: 'Aula Inspektorat', region: '16.04' };
  const refused = await makeUp(s, { ...request, venue: { ...venue, region: '99' } });
  expect(refused.body).toMatchObject({ code: 'REGION_UNKNOWN', errors: [{ pointer: '/body/venue/region' }] });
  const made = await makeUp(s, { ...request, title: 'Kedua', venue }, 'elsewhere-0001');
  expect(made.body.session).toMatchObject({ title: 'Kedua', venue: { ...venue, regionName: 'Kabupaten Lahat' } });
});

test('only of a closed session, and only when somebody owes something', async () => {
  const { s, of } = await closedSession();
  expect((await makeUp(s)).body).toMatchObject({ code: 'SESSION_WRONG_STATE', state: 'OPEN' });
  for (const name of ['Absen', 'Daring', 'Tautan']) await s.scan(of(name));
  await s.scan(of('BUMD'));
  for (const name of names) await s.sign(of(name));
  // A head who sent a delegate signs by their own link.
  await s.signByLink(of('Diwakili'), 'holder');
  await s.move('close');
  expect((await makeUp(s)).body.code).toBe('MAKE_UP_FOR_NOBODY');
  expect((await makeUp(s, { ...request, for: 'NOT_PLEDGED' }, 'nobody-either-1')).body.code).toBe('MAKE_UP_FOR_NOBODY');
});

test('a repeat completes what broke off in the middle and answers the same; another request under its key is refused', async () => {
  const { s } = await closed();
  fault.after = 2;
  expect((await makeUp(s)).status).toBe(500);
  fault.after = Number.POSITIVE_INFINITY;
  const all = (await api.call(as('organizer'), 'GET', `/api/regencies/${lahat}/sessions?limit=200`)).body.items;
  const [begun] = all.filter(({ makesUpFor }: { makesUpFor?: string }) => makesUpFor === s.session);
  expect(await invitationsOf(begun.id)).toHaveLength(2);
  const made = await makeUp(s);
  expect(made.body).toMatchObject({ invited: 6, session: { id: begun.id } });
  expect((await makeUp(s)).body).toEqual(made.body);
  expect((await makeUp(s, { ...request, for: 'MISSING' })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await invitationsOf(begun.id)).toHaveLength(6);
});

test('whom it is for is decided once: who signs between two calls is still asked, and the figures are the same', async () => {
  const { s, of } = await closed();
  fault.after = 0;
  await makeUp(s);
  fault.after = Number.POSITIVE_INFINITY;
  // The head who came and had not pledged signs by their own link after the closing.
  expect((await s.signByLink(of('Hadir'), 'holder')).status).toBe(201);
  const made = await makeUp(s);
  expect(made.body).toMatchObject({ invited: 6, missing: 4, notPledged: 3 });
  expect(await namesOf(made.body.session.id)).toContain(of('Hadir'));
  // Whoever asks anew is told of now.
  const anew = await makeUp(s, request, 'asked-anew-0001');
  expect(anew.body).toMatchObject({ invited: 5, missing: 4, notPledged: 2 });
  expect(await namesOf(anew.body.session.id)).not.toContain(of('Hadir'));
});

test('a repeat answers the same when nobody owes anything any more', async () => {
  const { s, of } = await closed();
  const pledged = { ...request, for: 'NOT_PLEDGED' };
  const made = await makeUp(s, pledged);
  for (const name of ['Absen', 'Hadir', 'Diwakili']) await s.signByLink(of(name), 'holder');
  expect(await makeUp(s, pledged)).toMatchObject({ status: 201, body: made.body });
  expect((await makeUp(s, pledged, 'asked-too-late')).body.code).toBe('MAKE_UP_FOR_NOBODY');
});

test('two calls at once make one session and invite nobody twice', async () => {
  const { s } = await closed();
  const [first, second] = await Promise.all([makeUp(s), makeUp(s)]);
  expect([first?.status, second?.status]).toEqual([201, 201]);
  expect(first?.body.session.id).toBe(second?.body.session.id);
  expect(await invitationsOf(first?.body.session.id)).toHaveLength(6);
});

test('by the register of the new day: a new holder is addressed; who is gone, or no unit of the regency any more, is counted and not invited', async () => {
  const { s, of } = await closed();
  const { units } = api.engine.stores;
  const change = async (name: string, changes: object): Promise<void> => {
    const unit = await units.get(lahat, s.id(of(name)));
    if (!unit) throw new Error('the unit is not there');
    await units.put(lahat, { ...unit, version: unit.version + 1, ...changes });
  };
  await change('Absen', { holder: { name: 'Pejabat Baru', acting: 'PLT' } });
  await change('Diwakili', { retiredOn: '2024-07-01' });
  await change('Hadir', { class: 'VERTICAL' });
  const made = await makeUp(s);
  expect(made.body).toMatchObject({ invited: 4, gone: 2, missing: 4, notPledged: 3 });
  const invited = await api.engine.stores.invitations.all(made.body.session.id);
  expect(invited.find(({ name }) => name === of('Absen'))?.holder).toEqual({ name: 'Pejabat Baru', acting: 'PLT' });
  expect(invited.map(({ name }) => name).sort()).toEqual(['Absen', 'BUMD', 'Daring', 'Tautan'].map(of).sort());
});

test('nobody who was invited after the freeze; who was revoked after it still owes', async () => {
  const { s, of } = await closedSession();
  const { body: late } = await post(`/api/regencies/${lahat}/units`, {
    class: 'OPD',
    name: of('Baru'),
    office: `Kepala ${of('Baru')}`,
    holder: null,
  });
  await post(`${s.base}/invitations`, { units: [late.id] }, 'a-late-invitation');
  await post(`${s.base}/invitations/${s.id(of('Absen'))}/revoke`);
  await s.move('close');
  const invited = await namesOf((await makeUp(s)).body.session.id);
  expect(invited).not.toContain(of('Baru'));
  expect(invited).toContain(of('Absen'));
});

test('a repeat after it opened invites nobody any more, and is counted by its own roster', async () => {
  const { s, of } = await closed();
  const made = await makeUp(s);
  const path = `/api/sessions/${made.body.session.id}`;
  for (const move of ['publish', 'open']) await post(`${path}/moves/${move}`);
  await post(`${path}/invitations/${s.id(of('Absen'))}/revoke`);
  expect((await makeUp(s)).body).toMatchObject({ invited: 5, session: { state: 'OPEN' } });
  const { body } = await api.call(as('regent'), 'GET', `${path}/coverage`);
  expect(body.units).toMatchObject({ expected: 6, missing: 6 });
});

test('of a make-up session another one can be made: who is still missing', async () => {
  const { s, of } = await closed();
  const { id } = (await makeUp(s)).body.session;
  for (const move of ['publish', 'open']) await post(`/api/sessions/${id}/moves/${move}`);
  const now = api.clock.now.toISOString();
  const scan = { nonce: 'nonce-make-up', scannedAt: now, sentAt: now, door: 'A', invitation: s.id(of('Absen')) };
  await api.call(as('operator'), 'POST', `/api/sessions/${id}/check-ins`, scan);
  await post(`/api/sessions/${id}/moves/close`);
  const again = await post(`/api/sessions/${id}/make-ups`, { ...request, for: 'MISSING' }, 'make-up-of-make-up');
  expect(again.body).toMatchObject({ invited: 5, session: { title: 'Susulan: Rapat koordinasi netralitas ASN' } });
  expect(await namesOf(again.body.session.id)).not.toContain(of('Absen'));
});
