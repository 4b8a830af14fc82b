/** The door protocol’s closed list of answers, over the API, and how many requests each one costs. */
import { describe, expect, test } from 'vitest';
import { denialOf } from '../../functions/check-in/check-in-rules.ts';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { as } from '../support/api.ts';
import { aCheckIn } from '../support/fixtures.ts';
import { makeHall, minute } from '../support/hall.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B', 'Dinas C');

describe('check-in', () => {
  test('accepted 201, replayed 200 with the first answer, already 409 with time and door of the first', async () => {
    const s = await hall.scenario();
    const first = await s.scan('Dinas A', { nonce: 'scan-number-1' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      result: 'accepted',
      late: false,
      invitation: { name: 'Dinas A', checkIn: { door: 'Pintu A' } },
    });
    const { checkIn } = first.body.invitation;
    hall.later(minute);
    const again = await s.scan('Dinas A', { nonce: 'scan-number-1', door: 'Pintu B' });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ result: 'replayed', invitation: { checkIn } });
    const other = await s.scan('Dinas A', { nonce: 'scan-number-2', door: 'Pintu B' });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ result: 'already', first: { at: checkIn.at, door: 'Pintu A' } });
  });

  test.each(['ALREADY', 'UNDECIDED', 'REFUSED'])(
    'a scan that was told already is told so again, also when nobody is in any more: %s',
    async (shown) => {
      const s = await hall.scenario();
      const first = await s.scan('Dinas A', { nonce: 'scan-number-1' });
      const second = () => s.scan('Dinas A', { nonce: 'scan-number-2', shown });
      const told = await second();
      expect([told.status, told.body.first.at]).toEqual([409, first.body.invitation.checkIn.at]);
      const undo = { of: 'scan-number-1', reason: 'Salah orang' };
      await hall.api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, undo);
      hall.later(minute);
      const again = await second();
      expect([again.status, again.body.first]).toEqual([409, told.body.first]);
      expect(again.body.invitation.checkIn).toBeUndefined();
      // Somebody does come after all.
      expect((await s.scan('Dinas A', { nonce: 'scan-number-3', shown })).status).toBe(201);
      expect((await second()).body.first).toEqual(told.body.first);
    },
  );

  test('only that makes a repeat ALREADY: not another refusal, and not where the scan is, or was, on record itself', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas A', { nonce: 'scan-number-1' });
    const replaced = (nonce: string) => s.scan('Dinas A', { token: s.token('Dinas A', 3), nonce, shown: 'UNDECIDED' });
    // Past the fourth a refusal is an item of its own.
    for (const nonce of ['refused-1', 'refused-2', 'refused-3', 'refused-4', 'refused-5', 'refused-5'])
      expect((await replaced(nonce)).body).toMatchObject({ result: 'refused', reason: 'REVOKED' });

    const { checkIns } = hall.api.engine.stores;
    const denial = denialOf(aCheckIn({ nonce: 'crossed-scan' }), 'ALREADY', { invitation: s.id('Dinas B') });
    await checkIns.recordDenial(s.session, `${s.id('Dinas B')}#crossed-scan`, denial);
    const crossed = async () => (await s.scan('Dinas B', { nonce: 'crossed-scan', shown: 'ALREADY' })).body;
    expect([await crossed(), await crossed()]).toMatchObject([{ result: 'accepted' }, { result: 'replayed' }]);
    const undo = { of: 'crossed-scan', reason: 'Salah orang' };
    await hall.api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas B')}/undo`, undo);
    expect(await crossed()).toEqual({ result: 'refused', reason: 'UNDONE' });
  });

  test('two doors at the same instant on the same code: exactly one accepted', async () => {
    const s = await hall.scenario();
    const doors = ['Pintu A', 'Pintu B', 'Pintu C', 'Pintu D'];
    const replies = await Promise.all(doors.map((door) => s.scan('Dinas A', { door })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('an admission sends exactly one request to the engine, other scans two; where the door let nobody in, one read more', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas B');
    const sentBy = async (work: () => Promise<unknown>): Promise<number> => {
      hall.api.engine.requests.reset();
      await work();
      return hall.api.engine.requests.sent.length;
    };
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(1);
    expect(hall.api.engine.requests.sent).toEqual(['UpdateItem']);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-again' }))).toBe(2);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-again' }))).toBe(2);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-other', shown: 'ADMITTED' }))).toBe(2);
    const told = () => s.scan('Dinas A', { nonce: 'counted-told', shown: 'ALREADY' });
    expect([await sentBy(told), await sentBy(told)]).toEqual([3, 2]);
    const undecided = () => s.scan('Dinas C', { nonce: 'counted-undecided', shown: 'UNDECIDED' });
    expect([await sentBy(undecided), await sentBy(undecided)]).toEqual([2, 2]);
    expect(hall.api.engine.requests.sent).toEqual(['GetItem', 'UpdateItem']);
    const forged = s.token('Dinas A').replace(/.$/, (last) => (last === 'A' ? 'I' : 'A'));
    expect(await sentBy(() => s.scan('', { token: forged }))).toBe(1);
    await hall.api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(2);
    // Nobody bears that id: it is noted nowhere, looked for, and recorded by itself. No code of ours leads there.
    expect(await sentBy(() => s.scan('', { invitation: 'aaaaaaaa' }))).toBe(4);
    expect(await sentBy(() => s.scan('', { guest: { office: 'Ketua RT' }, nonce: 'counted-guest' }))).toBe(1);
    expect(await sentBy(() => s.scan('', { group: { count: 3 }, nonce: 'counted-group' }))).toBe(1);
  });

  test('the repeat of an admitted scan sends one request, also after its code was revoked', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas A', { nonce: 'counted-replay' });
    await hall.api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    hall.api.engine.requests.reset();
    expect((await s.scan('Dinas A', { nonce: 'counted-replay' })).body.result).toBe('replayed');
    expect(hall.api.engine.requests.sent).toEqual(['UpdateItem']);
  });

  test('a code is good in lower case, and inside its whole address', async () => {
    const s = await hall.scenario();
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
    const s = await hall.scenario();
    const { status, body } = await s.scan('', { token: tokenOf(s) });
    expect({ status, body }).toEqual({ status: 422, body: { result: 'refused', reason } });
  });

  test('a code of another session is refused, also when that session is of another regency', async () => {
    const here = await hall.scenario();
    const there = await startScenario(hall.api, {
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
    const s = await hall.scenario();
    const stranger = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(1)]]) };
    const token = makeToken(stranger, { session: s.session, invitation: s.id('Dinas A'), version: 1 });
    expect((await s.scan('', { token })).body.reason).toBe('UNKNOWN');
  });

  test('a revoked code is refused; after a re-issue only the new one is good', async () => {
    const s = await hall.scenario();
    const path = `${s.base}/invitations/${s.id('Dinas A')}`;
    await hall.api.call(as('organizer'), 'POST', `${path}/revoke`);
    expect((await s.scan('Dinas A')).body.reason).toBe('REVOKED');
    const reissued = await hall.api.call(as('organizer'), 'POST', `${path}/reissue`, { version: 1 });
    expect(reissued.body.link).toContain(s.token('Dinas A', 2));
    expect((await s.scan('Dinas A')).body.reason).toBe('REVOKED');
    expect((await s.scan('', { token: s.token('Dinas A', 2) })).status).toBe(201);
  });

  test.each([
    ['draft', [], 'SESSION_NOT_OPEN'],
    ['published', ['publish'], 'SESSION_NOT_OPEN'],
    ['cancelled', ['publish', 'cancel'], 'SESSION_CANCELLED'],
  ])('in a session that is %s a scan is refused', async (_, moves, reason) => {
    const s = await startScenario(hall.api, { units: [{ name: 'Dinas A' }], until: 'draft' });
    for (const move of moves) await s.move(move);
    const { status, body } = await s.scan('Dinas A');
    expect({ status, body }).toEqual({ status: 422, body: { result: 'refused', reason } });
  });

  test('input that is not a scan is told field by field', async () => {
    const s = await hall.scenario();
    const { status, body } = await s.scan('Dinas A', { nonce: 'short', scannedAt: 'yesterday', who: 'somebody' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'INPUT_INVALID' });
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(['/body/nonce', '/body/scannedAt', '/body/who']);
    const both = await s.scan('Dinas A', { token: 'x', invitation: 'aaaaaaaa' });
    expect(both.body.code).toBe('INPUT_INVALID');
  });
});
