/** Signing at the table, from paper and by link: after the reading, once each, and for nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckCode } from '../../functions/seals/check-code.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pledgeVariables, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const later = (seconds = 60): string => {
  api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000);
  return api.clock.now.toISOString();
};
const pledge = { text: 'ikrar-netralitas-2024', version: 1, variables: pledgeVariables, classes: ['OPD'] };
const units = ['Dinas A', 'Dinas B', 'Dinas C'].map((name) => ({ name }));
const open = (changes: Partial<Parameters<typeof startScenario>[1]> = {}) =>
  startScenario(api, { units, guests: ['Dandim'], until: 'open', ...changes });
/** Where nobody signs before it was read, as an ikrar's session is planned unless told otherwise. */
const openToBeRead = async () => {
  const s = await open({ plan: { pledge } });
  await s.plan('utama');
  return s;
};
type Stage = Awaited<ReturnType<typeof open>>;

const stored = (s: Stage, name: string) =>
  api.engine.stores.invitations.get(s.session, s.id(name), { consistent: true });
const drawn = 'm120 200 3 -4 2 0m40 2 1 1';
const signatures = async (s: Stage) => (await api.call(as('auditor'), 'GET', `${s.base}/signatures`)).body.items;

describe('before the reading', () => {
  test('nobody signs, at the table or by link, in whatever role; the moment it begins everybody may', async () => {
    const s = await openToBeRead();
    const tries = () =>
      Promise.all([
        s.sign('Dinas A'),
        s.signByLink('Dinas B', 'holder'),
        s.sign('Dandim', { role: 'WITNESS' }),
        s.sign('Dinas C', { symbolic: true }),
        s.sign('Dinas C', { who: 'delegate' }),
      ]);
    for (const { status, body } of await tries()) expect([status, body.code]).toEqual([409, 'PLEDGE_NOT_READ']);
    await s.moveReading('utama', 'start');
    for (const { status } of await tries()) expect(status).toBe(201);
  });

  test('a signature whose time is before it is refused; a minute is forgiven for the tablet’s clock', async () => {
    const s = await openToBeRead();
    const early = api.clock.now.toISOString();
    later(61);
    await s.moveReading('utama', 'start');
    const paper = { method: 'PAPER', sheet: '7' };
    expect((await s.sign('Dinas A', { ...paper, signedAt: early })).body.code).toBe('PLEDGE_NOT_READ');
    const within = new Date(Date.parse(early) + 1000).toISOString();
    expect((await s.sign('Dinas A', { ...paper, signedAt: within })).status).toBe(201);
  });

  test('a voided reading lets nobody sign, at once', async () => {
    const s = await openToBeRead();
    await s.moveReading('utama', 'start');
    expect((await s.sign('Dinas A')).status).toBe(201);
    await s.moveReading('utama', 'void');
    expect((await s.sign('Dinas B')).body.code).toBe('PLEDGE_NOT_READ');
    expect((await s.signByLink('Dinas B', 'holder')).body.code).toBe('PLEDGE_NOT_READ');
    await s.plan('kedua');
    await s.moveReading('kedua', 'start');
    expect((await s.sign('Dinas B')).status).toBe(201);
  });

  test('what stands is answered though its reading was voided since: nobody signs a second time, nobody is told they have not', async () => {
    const s = await openToBeRead();
    await s.moveReading('utama', 'start');
    const first = await s.sign('Dinas A', { nonce: 'nonce-lost-answer' });
    await s.moveReading('utama', 'void');
    const results = [
      await s.sign('Dinas A', { nonce: 'nonce-lost-answer' }),
      await s.sign('Dinas A'),
      await s.signByLink('Dinas A', 'holder'),
    ];
    expect(results.map(({ body }) => body.result)).toEqual(['replayed', 'already', 'already']);
    for (const { status, body } of results) expect([status, body.receipt]).toEqual([200, first.body.receipt]);
    expect((await s.sign('Dinas A', { who: 'delegate' })).body.code).toBe('PLEDGE_NOT_READ');
  });

  test('a pakta is signed without one unless the plan asks for it; the choice is kept with the session', async () => {
    const pakta = { ...pledge, text: 'pakta-integritas-netralitas' };
    const s = await open({ plan: { pledge: pakta } });
    const session = (await api.call(as('organizer'), 'GET', s.base)).body;
    expect(session.pledge.readFirst).toBe(false);
    expect((await s.sign('Dinas A')).status).toBe(201);
    const strict = await open({ plan: { pledge: { ...pakta, readFirst: true } } });
    expect((await strict.sign('Dinas A')).body.code).toBe('PLEDGE_NOT_READ');
    const ikrar = await openToBeRead();
    expect((await api.call(as('organizer'), 'GET', ikrar.base)).body.pledge.readFirst).toBe(true);
  });
});

describe('once', () => {
  test('signing twice answers the first receipt, with the first’s time', async () => {
    const s = await open();
    const at = api.clock.now.toISOString();
    const first = await s.sign('Dinas A');
    later();
    const second = await s.sign('Dinas A', { method: 'PAPER', sheet: '9' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toMatchObject({ result: 'already', receipt: first.body.receipt });
    expect(second.body.invitation.pledge.signedAt).toBe(at);
    const byLink = await s.signByLink('Dinas A', 'holder');
    expect([byLink.status, byLink.body.result, byLink.body.receipt]).toEqual([200, 'already', first.body.receipt]);
    expect(await signatures(s)).toHaveLength(1);
  });

  test('of ten tablets and ten links at the same instant one signs', async () => {
    const s = await open();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? s.sign('Dinas A') : s.signByLink('Dinas A', 'holder'))),
    );
    const results = replies.map(({ body }) => body.result).sort();
    expect(results).toEqual([...Array.from({ length: 19 }, () => 'already'), 'signed']);
    expect(new Set(replies.map(({ body }) => body.invitation.pledge.signedAt)).size).toBe(1);
    expect(await signatures(s)).toHaveLength(1);
  });

  test('one request for a signature at the table, once the session is known', async () => {
    const s = await openToBeRead();
    await s.moveReading('utama', 'start');
    await s.sign('Dinas A');
    api.engine.requests.reset();
    await s.sign('Dinas B');
    expect(api.engine.requests.sent).toEqual(['UpdateItem']);
    api.engine.requests.reset();
    await s.sign('Dinas C', { drawn });
    expect(api.engine.requests.sent).toEqual(['PutItem', 'UpdateItem']);
  });

  test('the receipt names the invitation and the role, and is worth nothing at a door', async () => {
    const s = await open();
    const { receipt } = (await s.sign('Dinas A')).body;
    expect(receipt).toMatch(/^https:\/\/hadir\.test\/v\/[A-Z2-7]{39}$/);
    const expected = { session: s.session, invitation: s.id('Dinas A') };
    expect(readCheckCode(api.keys, receipt)).toEqual({ ...expected, role: 'HOLDER' });
    const delegate = (await s.sign('Dinas A', { who: 'delegate' })).body.receipt;
    expect(readCheckCode(api.keys, delegate)).toEqual({ ...expected, role: 'DELEGATE' });
    const scanned = await s.scan('Dinas A', { token: receipt.split('/').at(-1) });
    expect(scanned.body).toMatchObject({ result: 'refused' });
  });
});

describe('a delegate', () => {
  const named = async (s: Stage) => {
    const answer = { kind: 'DELEGATED', delegate: { name: 'Siti', office: 'Sekretaris' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, answer);
    return s.token('Dinas A', 2);
  };
  const byLink = (s: Stage, token: string, who: string, nonce: string) =>
    api.call(null, 'POST', `/api/c/${token}/signatures`, { nonce, hash: s.hash, who });

  test('signing as the head by their link binds themself; the head signs later by the same link', async () => {
    const s = await open();
    const token = await named(s);
    const reply = await byLink(s, token, 'holder', 'nonce-delegate');
    expect(reply.status).toBe(201);
    expect(reply.body.invitation.pledge.status).toBe('NOT_YET');
    expect((await stored(s, 'Dinas A'))?.signedDelegate?.signer).toEqual({ name: 'Siti', office: 'Sekretaris' });
    await s.move('close');
    later(86_400);
    const head = await byLink(s, s.token('Dinas A', 1), 'holder', 'nonce-of-head');
    expect(head.body).toMatchObject({ result: 'signed', invitation: { pledge: { status: 'SIGNED' } } });
    expect((await signatures(s)).map(({ kind }: { kind: string }) => kind)).toEqual(['delegate', 'holder']);
  });

  test('nor as the head at the table, while it is they who are on record as present', async () => {
    const s = await open();
    await s.scan('Dinas A', { who: 'delegate' });
    expect((await s.sign('Dinas A')).body.code).toBe('PLEDGE_HEAD_ABSENT');
    expect((await s.sign('Dinas A', { who: 'delegate' })).body.invitation.pledge.status).toBe('NOT_YET');
    expect((await stored(s, 'Dinas A'))?.signedHolder).toBeUndefined();
    // A sheet that went to the head's desk is the head's.
    expect((await s.sign('Dinas A', { method: 'PAPER', sheet: '3' })).body.invitation.pledge.status).toBe('SIGNED');
  });

  test('a witness or a symbolic signer who is a delegate stands under no other name, known or not', async () => {
    const s = await open();
    await s.scan('Dandim', { who: 'delegate' });
    await s.scan('Dinas A', { who: 'delegate', delegate: { name: 'Siti' } });
    expect((await s.sign('Dandim', { role: 'WITNESS' })).body.code).toBe('PLEDGE_HEAD_ABSENT');
    expect((await s.sign('Dinas A', { symbolic: true })).body.code).toBe('PLEDGE_HEAD_ABSENT');
    const witness = await s.sign('Dandim', { role: 'WITNESS', who: 'delegate' });
    expect(readCheckCode(api.keys, witness.body.receipt)?.role).toBe('DELEGATE');
    await s.sign('Dinas A', { symbolic: true, who: 'delegate' });
    const persons = Object.fromEntries(
      (await signatures(s)).map(({ kind, person }: { kind: string; person: unknown }) => [kind, person]),
    );
    expect(persons).toEqual({ witness: null, symbolic: { name: 'Siti' } });
  });

  test('whom the head named by link is who signs; the page adds what was left open', async () => {
    const s = await open();
    const delegation = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, delegation);
    const path = `/api/c/${s.token('Dinas A', 2)}/signatures`;
    const signer = { name: 'Orang Lain', office: 'Sekretaris' };
    const reply = await api.call(null, 'POST', path, { nonce: 'nonce-named', hash: s.hash, who: 'delegate', signer });
    expect(reply.status).toBe(201);
    expect((await stored(s, 'Dinas A'))?.signedDelegate?.signer).toEqual({ name: 'Siti', office: 'Sekretaris' });
  });

  test('an acting head whom nobody named does not sign under the name of the head who is away', async () => {
    const s = await open();
    await s.scan('Dinas A', { who: 'acting' });
    await s.scan('Dinas B', { who: 'acting' });
    const { items } = (await api.call(as('operator'), 'GET', `${s.base}/signing-queue?waiting=yes`)).body;
    expect(items.map(({ person }: { person: unknown }) => person)).toEqual([null, null]);
    await s.sign('Dinas A');
    await s.sign('Dinas B', { signer: { name: 'Rahmat', acting: 'PLH' } });
    const persons = async () =>
      Object.fromEntries(
        (await signatures(s)).map(({ name, person }: { name: string; person: unknown }) => [name, person]),
      );
    expect(await persons()).toEqual({
      'Dinas A': null,
      'Dinas B': { name: 'Rahmat', office: 'Kepala Dinas B', acting: 'PLH' },
    });
    // By their own link it is the head.
    await s.scan('Dinas C', { who: 'acting' });
    await s.signByLink('Dinas C', 'holder');
    expect((await persons())['Dinas C']).toMatchObject({ name: 'Kepala Dinas C' });
  });

  test('once the attendance is corrected, the head who came after all signs at the table', async () => {
    const s = await open();
    const { nonce } = (await s.scan('Dinas A', { who: 'delegate' })).body.invitation.checkIn;
    const correction = { of: nonce, who: 'holder' };
    await api.call(as('operator'), 'PUT', `${s.base}/invitations/${s.id('Dinas A')}/attendance`, correction);
    expect((await s.sign('Dinas A')).status).toBe(201);
  });

  test('a link that was taken back signs nothing', async () => {
    const s = await open();
    const token = await named(s);
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, { kind: 'ATTENDING' });
    expect((await byLink(s, token, 'delegate', 'nonce-dead-link')).body.code).toBe('INVITATION_REVOKED');
  });
});

describe('what is refused', () => {
  test('a text version that is not this session’s', async () => {
    const s = await open();
    const other = await open({ plan: { pledge: { ...pledge, variables: { ...pledgeVariables, year: '2029' } } } });
    for (const hash of [other.hash, '0'.repeat(64)]) {
      expect((await s.sign('Dinas A', { hash })).body.code).toBe('PLEDGE_TEXT_DIFFERS');
      expect((await s.signByLink('Dinas A', 'holder', { hash })).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    }
    expect(other.hash).not.toBe(s.hash);
  });

  test('a session that is not open yet, an invitation that is none, or withdrawn, and what is not owed', async () => {
    const early = await open({ until: 'published' });
    expect((await early.sign('Dinas A')).body).toMatchObject({ code: 'SESSION_WRONG_STATE', state: 'PUBLISHED' });
    const s = await open({ units: [...units, { name: 'PT Air', class: 'BUMD' }] });
    const nobody = await api.call(as('operator'), 'POST', `${s.base}/invitations/aaaaaaaa/signatures`, {
      nonce: 'nonce-0001',
      hash: s.hash,
      who: 'holder',
    });
    expect(nobody.body.code).toBe('INVITATION_UNKNOWN');
    expect((await s.sign('PT Air')).body.code).toBe('PLEDGE_NOT_DUE');
    expect((await s.signByLink('Dandim', 'holder')).body.code).toBe('PLEDGE_NOT_DUE');
    expect((await s.sign('PT Air', { role: 'WITNESS' })).status).toBe(201);
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    expect((await s.sign('Dinas B')).body.code).toBe('INVITATION_REVOKED');
  });

  test('paper without the number of its sheet, and a sheet that is no paper', async () => {
    const s = await open();
    for (const wrong of [{ method: 'PAPER' }, { sheet: '7' }, { method: 'TABLET', sheet: '7' }])
      expect((await s.sign('Dinas A', wrong)).body).toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/body/sheet' }],
      });
    await s.sign('Dinas A', { method: 'PAPER', sheet: 'A-7' });
    expect((await signatures(s))[0]).toMatchObject({ method: 'PAPER', sheet: 'A-7' });
  });

  test('a time from before the session, and one that no paper bears', async () => {
    const s = await open();
    const opened = api.clock.now.getTime();
    later(600);
    const at = (seconds: number) => new Date(opened + seconds * 1000).toISOString();
    const paper = { method: 'PAPER', sheet: '7' };
    for (const wrong of [
      { ...paper, signedAt: '1950-01-01T00:00:00Z' },
      { ...paper, signedAt: at(-61) },
      { signedAt: at(30) },
    ])
      expect((await s.sign('Dinas A', wrong)).body).toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/body/signedAt' }],
      });
    const { body } = await s.sign('Dinas A', { ...paper, signedAt: at(30) });
    expect(body.invitation.pledge.signedAt).toBe(at(30));
  });

  test('strokes that are none, or too many', async () => {
    const s = await open();
    const long = `m0 0${' 1 1'.repeat(1100)}`;
    for (const wrong of ['', 'M1 2 3 4', '<svg/>', 'm1 2 3', long])
      expect((await s.sign('Dinas A', { drawn: wrong })).body.code).toBe('INPUT_INVALID');
  });
});
