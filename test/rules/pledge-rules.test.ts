/** Rules 3, 4, 6 and 7 of the ten that must hold, each under its own name, through the API: what a signature is, and whose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pledgeVariables, registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('3. attended is not pledged, and a delegate’s signature binds the delegate only', () => {
  test('the principal stays NOT_YET and can sign later by the same link', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.scan('Dinas A', { who: 'delegate' });
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1 });
    const byDelegate = await s.signByLink('Dinas A', 'delegate');
    expect(byDelegate.status).toBe(201);
    expect(byDelegate.body.invitation.pledge.status).toBe('NOT_YET');
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1, byDelegateOnly: 1 });
    await s.move('close');
    const later = await s.signByLink('Dinas A', 'holder');
    expect(later.body.invitation.pledge.status).toBe('SIGNED');
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 1, notYet: 0, byDelegateOnly: 0 });
  });
});

describe('3. present at the reading is not pledged either', () => {
  test('whoever was in the hall when it was read is named as that, and signs nothing', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
    await s.plan('utama');
    await s.scan('Dinas A');
    await s.scan('Dinas B', { who: 'delegate' });
    expect((await s.moveReading('utama', 'start')).body).toMatchObject({ state: 'READING', present: 2 });
    await s.moveReading('utama', 'end');
    expect((await s.coverage()).pledge).toMatchObject({ due: 2, signed: 0, notYet: 2, byDelegateOnly: 0 });
    const stored = await api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    expect(Object.keys(stored ?? {}).filter((name) => name.startsWith('signed'))).toEqual([]);
  });

  test('whoever the page or the table says signs, a delegate’s hand never makes the head’s signature', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, {
      kind: 'DELEGATED',
      delegate: { name: 'Siti' },
    });
    const delegate = s.token('Dinas A', 2);
    await s.scan('Dinas A', { token: delegate, who: 'delegate' });
    expect((await s.sign('Dinas A')).body.code).toBe('PLEDGE_HEAD_ABSENT');
    const body = { nonce: 'nonce-as-the-head', hash: s.hash, who: 'holder' };
    await api.call(null, 'POST', `/api/c/${delegate}/signatures`, body);
    expect((await s.coverage()).pledge).toMatchObject({ signed: 0, notYet: 1, byDelegateOnly: 1 });
    expect((await s.signByLink('Dinas A', 'holder')).body.invitation.pledge.status).toBe('SIGNED');
  });
});

describe('4. symbolic signatures and guests never count toward coverage', () => {
  test('neither moves any figure of the units or of the pledge', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Kapolres', 'Dandim'], until: 'open' });
    await s.scan('Kapolres');
    expect((await s.sign('Dinas A', { symbolic: true })).status).toBe(201);
    expect((await s.sign('Kapolres', { symbolic: true })).status).toBe(201);
    expect((await s.sign('Dandim', { role: 'WITNESS' })).status).toBe(201);
    expect((await s.sign('Dandim')).status).toBe(201);
    const { units, pledge, people } = await s.coverage();
    expect(units).toEqual({ expected: 1, inPerson: 0, acting: 0, delegated: 0, online: 0, missing: 1 });
    expect(pledge).toEqual({ due: 1, signed: 0, notYet: 1, byDelegateOnly: 0, symbolic: 2 });
    expect(people).toEqual({ checkedIn: 1, guests: 1, grouped: 0 });
    expect((await s.sign('Dinas A')).body.invitation.pledge.status).toBe('SIGNED');
  });
});

describe('4. guests in the order of signing never count either', () => {
  test('a guest who is placed first and signs moves no figure of the queue or of the pledge', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Kapolres'], until: 'open' });
    const order = { version: 0, order: [s.id('Kapolres')] };
    await api.call(as('operator'), 'PUT', `${s.base}/signing-order`, order);
    await s.plan('utama');
    await s.scan('Kapolres');
    expect((await s.moveReading('utama', 'start')).body.present).toBe(1);
    await s.sign('Kapolres');
    const { body } = await api.call(as('operator'), 'GET', `${s.base}/signing-queue`);
    expect(body).toMatchObject({ due: 1, signed: 0 });
    expect(body.items[0]).toMatchObject({ kind: 'guest', status: 'NOT_DUE', waiting: false });
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1 });
  });
});

describe('6. pledge statuses are SIGNED, NOT_YET and NOT_DUE', () => {
  test('each is told, and the document knows no other', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'PT Air', class: 'BUMD' }],
      until: 'open',
    });
    await s.sign('Dinas A');
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/invitations`);
    const status = (name: string) => body.items.find((item: { name: string }) => item.name === name).pledge.status;
    expect(['Dinas A', 'Dinas B', 'PT Air'].map(status)).toEqual(['SIGNED', 'NOT_YET', 'NOT_DUE']);
    const { body: document } = await api.call(null, 'GET', '/api/openapi.json');
    expect(document.components.schemas.PledgeStatus.enum).toEqual(['SIGNED', 'NOT_YET', 'NOT_DUE']);
  });

  test('a signature keeps text, time, method and operator, and nothing about opinion', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.sign('Dinas A', { opinion: 'x', refused: true });
    const stored = await api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    expect(Object.keys(stored?.signedHolder ?? {}).sort()).toEqual(['at', 'hash', 'method', 'nonce', 'operator']);
  });

  test('of whoever heard the reading and did not sign nothing is kept but that they came', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.plan('utama', { refused: ['Dinas A'] });
    await s.scan('Dinas A');
    const kept = () => api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    const before = await kept();
    for (const move of ['start', 'end']) await s.moveReading('utama', move);
    expect(await kept()).toEqual(before);
    const [reading] = await api.engine.stores.pledges.readings(s.session, { consistent: true });
    const facts = ['endedAt', 'hash', 'id', 'reader', 'recordedAt', 'startedAt', 'witnesses'];
    expect(Object.keys(reading ?? {}).sort()).toEqual(facts);
    const { body } = await api.call(as('operator'), 'GET', `${s.base}/signing-queue`);
    expect(body.items[0].status).toBe('NOT_YET');
  });
});

describe('7. a pledge text is a template with version and SHA-256, and locks at its first signature', () => {
  const text = { form: 'PAKTA', title: 'Pakta {instance}', opening: 'Kami', points: ['Satu'], closing: 'Selesai' };
  const path = '/api/regencies/16.04/pledge-texts/pakta-uji/1';

  test('it can be corrected before, and not after; a new version can be made', async () => {
    const organizer = as('organizer');
    await registerRegency(api, '16.04');
    const wrong = await api.call(organizer, 'PUT', path, { ...text, points: ['Salah ketik'] });
    expect(wrong.status).toBe(200);
    const replaces = { form: 'PAKTA', hash: wrong.body.hash };
    const written = await api.call(organizer, 'PUT', path, { ...text, replaces });
    expect(written.body).toMatchObject({ version: 1, variables: ['instance'], lockedAt: null });
    const s = await startScenario(api, { units: [{ name: 'Dinas Pakta' }], until: 'draft' });
    const pledge = { text: 'pakta-uji', version: 1, variables: { instance: 'Lahat' }, classes: ['OPD'] };
    const edited = await api.call(organizer, 'PUT', s.base, { ...sessionBody({ pledge }), version: 1 });
    await s.move('publish');
    expect((await api.call(organizer, 'PUT', path, text)).body.lockedAt).toBeNull();
    await s.move('open');
    const { hash } = edited.body.pledge;
    expect((await s.sign('Dinas Pakta', { hash: 'b'.repeat(64) })).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    expect((await s.sign('Dinas Pakta', { hash })).status).toBe(201);
    const refused = await api.call(organizer, 'PUT', path, { ...text, points: ['Lain'] });
    expect(refused.body.code).toBe('PLEDGE_TEXT_LOCKED');
    expect((await api.call(organizer, 'PUT', path, text)).body.lockedAt).not.toBeNull();
    const next = path.replace(/1$/, '2');
    expect((await api.call(organizer, 'PUT', next, { ...text, points: ['Lain'] })).status).toBe(200);
  });

  test('a template rewritten since the plan was saved is shown and signed by nobody until the plan takes it', async () => {
    const organizer = as('organizer');
    const s = await startScenario(api, { units: [{ name: 'Dinas Pakta' }], until: 'draft' });
    const other = '/api/regencies/16.04/pledge-texts/pakta-berubah/1';
    const { hash } = (await api.call(organizer, 'PUT', other, text)).body;
    const pledge = { text: 'pakta-berubah', version: 1, variables: { instance: 'Lahat' }, classes: ['OPD'] };
    const plan = sessionBody({ pledge });
    const edited = await api.call(organizer, 'PUT', s.base, { ...plan, version: 1 });
    await s.move('publish');
    await api.call(organizer, 'PUT', other, { ...text, points: ['Berubah'], replaces: { form: 'PAKTA', hash } });
    expect((await api.call(null, 'GET', `/api/c/${s.token('Dinas Pakta')}`)).body.pledge).toBeNull();
    expect((await api.call(organizer, 'GET', `${s.base}/pledge`)).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    expect((await s.move('open')).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    const again = await api.call(organizer, 'PUT', s.base, { ...plan, version: 3 });
    expect(again.body.pledge.hash).not.toBe(edited.body.pledge.hash);
    expect((await s.move('open')).body.state).toBe('OPEN');
    expect((await api.call(organizer, 'GET', `${s.base}/pledge`)).body.points).toEqual(['Berubah']);
  });

  test('a variable’s name is never taken for something that every object has', async () => {
    const odd = '/api/regencies/16.04/pledge-texts/pakta-aneh/1';
    await api.call(as('organizer'), 'PUT', odd, { ...text, title: 'Pakta {constructor}' });
    const body = sessionBody({ pledge: { text: 'pakta-aneh', version: 1, variables: {}, classes: ['OPD'] } });
    const key = { 'idempotency-key': 'odd-variable' };
    const { body: problem } = await api.call(as('organizer'), 'POST', '/api/regencies/16.04/sessions', body, key);
    expect(problem.errors[0].pointer).toBe('/body/pledge/variables/constructor');
  });
});

test('variables of a text that the session leaves out are told by name', async () => {
  await registerRegency(api, '16.04');
  const { year: _, ...rest } = pledgeVariables;
  const body = sessionBody({
    pledge: { text: 'ikrar-netralitas-2024', version: 1, variables: rest, classes: ['OPD'] },
  });
  const { body: problem } = await api.call(as('organizer'), 'POST', '/api/regencies/16.04/sessions', body, {
    'idempotency-key': 'missing-variable',
  });
  expect(problem).toMatchObject({
    code: 'PLEDGE_VARIABLE_MISSING',
    errors: [{ pointer: '/body/pledge/variables/year' }],
  });
});
