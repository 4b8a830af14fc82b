/** The door protocol's closed list of answers, over the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const minute = 60_000;
const later = (milliseconds: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};
const open = (): Promise<Scenario> =>
  startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });

describe('check-in', () => {
  test('accepted 201, replayed 200 with the first answer, already 409 with time and door of the first', async () => {
    const s = await open();
    const first = await s.scan('Dinas A', { nonce: 'scan-number-1' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      result: 'accepted',
      late: false,
      invitation: { name: 'Dinas A', checkIn: { door: 'Pintu A' } },
    });
    const { checkIn } = first.body.invitation;
    later(minute);
    const again = await s.scan('Dinas A', { nonce: 'scan-number-1', door: 'Pintu B' });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ result: 'replayed', invitation: { checkIn } });
    const other = await s.scan('Dinas A', { nonce: 'scan-number-2', door: 'Pintu B' });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ result: 'already', first: { at: checkIn.at, door: 'Pintu A' } });
  });

  test('two doors at the same instant on the same code: exactly one accepted', async () => {
    const s = await open();
    const doors = ['Pintu A', 'Pintu B', 'Pintu C', 'Pintu D'];
    const replies = await Promise.all(doors.map((door) => s.scan('Dinas A', { door })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('an accepted check-in sends exactly one request to the engine, a refused one at most two', async () => {
    const s = await open();
    await s.scan('Dinas B');
    const sentBy = async (work: () => Promise<unknown>): Promise<number> => {
      api.engine.requests.reset();
      await work();
      return api.engine.requests.sent.length;
    };
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(1);
    expect(api.engine.requests.sent).toEqual(['UpdateItem']);
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(1);
    const forged = s.token('Dinas A').replace(/.$/, (last) => (last === 'A' ? 'I' : 'A'));
    expect(await sentBy(() => s.scan('', { token: forged }))).toBe(1);
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(2);
    expect(await sentBy(() => s.scan('', { invitation: 'aaaaaaaa' }))).toBe(2);
  });

  test('a code is good in lower case, and inside its whole address', async () => {
    const s = await open();
    expect((await s.scan('', { token: s.token('Dinas A').toLowerCase() })).status).toBe(201);
    expect((await s.scan('', { token: `HTTPS://HADIR.TEST/C/${s.token('Dinas B')}` })).status).toBe(201);
  });

  test.each([
    [
      'with a flipped character',
      (s: Scenario) => s.token('Dinas A').replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      'UNKNOWN',
    ],
    ['that is no code of ours', () => 'https://example.com/menu', 'UNKNOWN'],
    ['of a newer version than issued', (s: Scenario) => s.token('Dinas A', 9), 'REVOKED'],
  ])('a code %s is refused', async (_, tokenOf, reason) => {
    const s = await open();
    const { status, body } = await s.scan('', { token: tokenOf(s) });
    expect({ status, body }).toEqual({ status: 422, body: { result: 'refused', reason } });
  });

  test('a code of another session is refused, also when that session is of another regency', async () => {
    const here = await open();
    const there = await startScenario(api, {
      regency: '16.05',
      units: [{ name: 'Dinas A' }],
      pledge: false,
      until: 'open',
    });
    expect((await here.scan('', { token: there.token('Dinas A') })).body).toEqual({
      result: 'refused',
      reason: 'OTHER_SESSION',
    });
  });

  test('a code signed by a key that is not ours is refused', async () => {
    const s = await open();
    const stranger = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(1)]]) };
    const token = makeToken(stranger, { session: s.session, invitation: s.id('Dinas A'), version: 1 });
    expect((await s.scan('', { token })).body.reason).toBe('UNKNOWN');
  });

  test('a revoked code is refused; after a re-issue only the new one is good', async () => {
    const s = await open();
    const path = `${s.base}/invitations/${s.id('Dinas A')}`;
    await api.call(as('organizer'), 'POST', `${path}/revoke`);
    expect((await s.scan('Dinas A')).body.reason).toBe('REVOKED');
    const reissued = await api.call(as('organizer'), 'POST', `${path}/reissue`, { version: 1 });
    expect(reissued.body.link).toContain(s.token('Dinas A', 2));
    expect((await s.scan('Dinas A')).body.reason).toBe('REVOKED');
    expect((await s.scan('', { token: s.token('Dinas A', 2) })).status).toBe(201);
  });

  test.each([
    ['draft', [], 'SESSION_NOT_OPEN'],
    ['published', ['publish'], 'SESSION_NOT_OPEN'],
    ['cancelled', ['publish', 'cancel'], 'SESSION_CANCELLED'],
  ])('in a session that is %s a scan is refused', async (_, moves, reason) => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'draft' });
    for (const move of moves) await s.move(move);
    const { status, body } = await s.scan('Dinas A');
    expect({ status, body }).toEqual({ status: 422, body: { result: 'refused', reason } });
  });

  test('a scan of the session’s time that comes after closing is a late addendum; one made after it is refused', async () => {
    const s = await open();
    await s.scan('Dinas B', { nonce: 'before-closing' });
    later(10 * minute);
    const scannedAt = api.clock.now.toISOString();
    later(minute);
    await s.move('close');
    later(90 * minute);
    expect((await s.scan('Dinas B', { nonce: 'before-closing' })).body.result).toBe('replayed');
    expect((await s.scan('Dinas A', { scannedAt: api.clock.now.toISOString() })).body.reason).toBe('SESSION_OVER');
    const late = await s.scan('Dinas A', { scannedAt });
    expect(late.body).toMatchObject({ result: 'accepted', late: true });
    const coverage = await s.coverage();
    expect(coverage.late).toBe(1);
    expect(coverage.units.inPerson).toBe(2);
  });

  test('the door’s wrong clock is corrected by what it says of its own sending, and both times are kept', async () => {
    const s = await open();
    const { body } = await s.scan('Dinas A', { scannedAt: '1970-01-01T00:00:10Z', sentAt: '1970-01-01T00:00:40Z' });
    const { at, scannedAt } = body.invitation.checkIn;
    expect(at).toBe(new Date(api.clock.now.getTime() - 30_000).toISOString());
    expect(scannedAt).toBe('1970-01-01T00:00:10.000Z');
  });

  test('a refused scan is recorded', async () => {
    const s = await open();
    await s.scan('', { token: 'nonsense', nonce: 'denied-scan-1' });
    const items = await api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: 'D#' });
    expect(items).toMatchObject([{ nonce: 'denied-scan-1', reason: 'UNKNOWN', door: 'Pintu A' }]);
  });

  test('input that is not a scan is told field by field', async () => {
    const s = await open();
    const { status, body } = await s.scan('Dinas A', { nonce: 'short', scannedAt: 'yesterday', who: 'somebody' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'INPUT_INVALID' });
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(['/body/nonce', '/body/scannedAt', '/body/who']);
    const both = await s.scan('Dinas A', { token: 'x', invitation: 'aaaaaaaa' });
    expect(both.body.code).toBe('INPUT_INVALID');
  });
});
