/** What is kept of signatures: time, sheet, strokes, kind; and the receipt that each signer and attendee has. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckCode } from '../../functions/seals/check-code.ts';
import { as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const units = ['Dinas A', 'Dinas B', 'Dinas C'].map((name) => ({ name }));
const open = () => startScenario(api, { units, guests: ['Dandim'], until: 'open' });
type Stage = Awaited<ReturnType<typeof open>>;

const stored = (s: Stage, name: string) =>
  api.engine.stores.invitations.get(s.session, s.id(name), { consistent: true });
const drawn = 'm120 200 3 -4 2 0m40 2 1 1';
const strokes = (s: Stage, name: string, kind = 'holder'): Promise<Reply> =>
  api.call(as('auditor'), 'GET', `${s.base}/invitations/${s.id(name)}/signatures/${kind}/drawing`);
const strokesOf = ({ session, id }: Stage, name: string) =>
  api.engine.table.queryAll({ pk: `S#${session}`, prefix: `DRAWING#${id(name)}#`, consistent: true });
const signatures = async (s: Stage) => (await api.call(as('auditor'), 'GET', `${s.base}/signatures`)).body.items;

describe('what is kept', () => {
  test('a time that has not come is the arrival’s', async () => {
    const s = await open();
    const signedAt = new Date(api.clock.now.getTime() + 3_600_000).toISOString();
    const { body } = await s.sign('Dinas A', { signedAt, method: 'PAPER', sheet: '1' });
    expect(body.invitation.pledge.signedAt).toBe(api.clock.now.toISOString());
  });

  test('strokes lie apart from the invitation, which holds their SHA-256', async () => {
    const s = await open();
    await s.sign('Dinas A', { drawn });
    await s.signByLink('Dinas B', 'holder', { drawn });
    for (const name of ['Dinas A', 'Dinas B']) {
      const { signedHolder } = (await stored(s, name)) ?? {};
      expect(signedHolder?.drawn).toBe(createHash('sha256').update(drawn).digest('hex'));
      expect((await strokes(s, name)).body).toEqual({ drawn });
    }
    expect((await signatures(s))[0].drawn).toBe(true);
  });

  test('no strokes where none were drawn, of another kind, or of nobody', async () => {
    const s = await open();
    await s.sign('Dinas A');
    await s.sign('Dinas B', { drawn });
    expect((await strokes(s, 'Dinas A')).body.code).toBe('SIGNATURE_UNKNOWN');
    expect((await strokes(s, 'Dinas B', 'witness')).body.code).toBe('SIGNATURE_UNKNOWN');
    const nobody = await api.call(as('auditor'), 'GET', `${s.base}/invitations/aaaaaaaa/signatures/holder/drawing`);
    expect(nobody.body.code).toBe('INVITATION_UNKNOWN');
  });

  test('a try that broke off after its strokes is finished by its repeat, with the strokes that were kept', async () => {
    const s = await open();
    const of = { session: s.session, invitation: s.id('Dinas A'), kind: 'holder' as const, nonce: 'nonce-broken-off' };
    await api.engine.stores.pledges.putDrawing(of, drawn);
    const again = await s.sign('Dinas A', { nonce: 'nonce-broken-off', drawn: 'm1 1 2 2' });
    expect(again.status).toBe(201);
    expect((await strokes(s, 'Dinas A')).body).toEqual({ drawn });
    const { signedHolder } = (await stored(s, 'Dinas A')) ?? {};
    expect(signedHolder?.drawn).toBe(createHash('sha256').update(drawn).digest('hex'));
  });

  test('whoever has signed by link adds no strokes', async () => {
    const s = await open();
    await s.signByLink('Dinas A', 'holder');
    await s.signByLink('Dinas A', 'holder', { nonce: 'nonce-once-more', drawn });
    expect(await strokesOf(s, 'Dinas A')).toHaveLength(0);
    expect((await stored(s, 'Dinas A'))?.signedHolder).not.toHaveProperty('drawn');
  });

  test('whom a link signs nothing for leaves no strokes, however often they try', async () => {
    const s = await open();
    for (let tries = 0; tries < 3; tries += 1)
      expect((await s.signByLink('Dandim', 'holder', { drawn })).body.code).toBe('PLEDGE_NOT_DUE');
    expect(await strokesOf(s, 'Dandim')).toHaveLength(0);
  });

  test('one nonce for two kinds is of two signatures, each with its own strokes', async () => {
    const s = await open();
    const nonce = 'nonce-of-both';
    await s.sign('Dinas A', { who: 'delegate', nonce, drawn });
    await s.sign('Dinas A', { nonce, drawn: 'm1 1 1 1' });
    expect((await strokes(s, 'Dinas A', 'delegate')).body).toEqual({ drawn });
    expect((await strokes(s, 'Dinas A')).body).toEqual({ drawn: 'm1 1 1 1' });
  });

  test('they are listed in the order of signing, each with its kind; not in the order in which they were entered', async () => {
    const s = await open();
    api.clock.now = new Date(api.clock.now.getTime() + 10 * 60_000);
    const at = (minutes: number) => new Date(api.clock.now.getTime() - minutes * 60_000).toISOString();
    await s.sign('Dinas A', { who: 'delegate', signedAt: at(1), method: 'PAPER', sheet: '2' });
    await s.sign('Dinas B', { signedAt: at(2), method: 'PAPER', sheet: '2' });
    await s.sign('Dandim', { role: 'WITNESS', signedAt: at(3), method: 'PAPER', sheet: '2' });
    await s.sign('Dinas C');
    const listed = (await signatures(s)).map(({ kind, method }: Record<string, string>) => [kind, method]);
    expect(listed).toEqual([
      ['witness', 'PAPER'],
      ['holder', 'PAPER'],
      ['delegate', 'PAPER'],
      ['holder', 'TABLET'],
    ]);
  });

  test('symbolic and witnesses’ signatures are recorded, shown, and never counted', async () => {
    const s = await open();
    await s.sign('Dinas A', { symbolic: true });
    await s.sign('Dandim', { role: 'WITNESS' });
    const kinds = (await signatures(s)).map(({ kind }: { kind: string }) => kind).sort();
    expect(kinds).toEqual(['symbolic', 'witness']);
    expect((await s.coverage()).pledge).toMatchObject({ due: 3, signed: 0, symbolic: 1 });
  });
});

describe('the receipt on one’s own page', () => {
  const receipt = async (s: Stage, name: string, version = 1) =>
    (await api.call(null, 'GET', `/api/c/${s.token(name, version)}`)).body.receipt;

  test('none while nothing stands; of whoever came, and of whoever signed', async () => {
    const s = await open();
    expect(await receipt(s, 'Dinas A')).toBeNull();
    await s.scan('Dinas A');
    const { role } = readCheckCode(api.keys, await receipt(s, 'Dinas A')) ?? {};
    expect(role).toBe('HOLDER');
    const signed = await s.signByLink('Dinas B', 'holder');
    expect(await receipt(s, 'Dinas B')).toBe(signed.body.receipt);
  });

  test('what the delegate did is the delegate’s, not the head’s', async () => {
    const s = await open();
    const answer = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, answer);
    await s.scan('Dinas A', { token: s.token('Dinas A', 2), who: 'delegate' });
    expect(await receipt(s, 'Dinas A', 1)).toBeNull();
    expect(readCheckCode(api.keys, await receipt(s, 'Dinas A', 2))?.role).toBe('DELEGATE');
  });
});
