/** The door protocol's closed list of answers, over the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { type As, as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
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

  test('an accepted check-in sends exactly one request to the engine, every other scan at most two', async () => {
    const s = await open();
    await s.scan('Dinas B');
    const sentBy = async (work: () => Promise<unknown>): Promise<number> => {
      api.engine.requests.reset();
      await work();
      return api.engine.requests.sent.length;
    };
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(1);
    expect(api.engine.requests.sent).toEqual(['UpdateItem']);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-again' }))).toBe(2);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-again' }))).toBe(2);
    expect(await sentBy(() => s.scan('Dinas A', { nonce: 'counted-other', shown: 'ADMITTED' }))).toBe(2);
    const forged = s.token('Dinas A').replace(/.$/, (last) => (last === 'A' ? 'I' : 'A'));
    expect(await sentBy(() => s.scan('', { token: forged }))).toBe(1);
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    expect(await sentBy(() => s.scan('Dinas A'))).toBe(2);
    // Nobody bears that id: it is noted nowhere, looked for, and recorded by itself. No code of ours leads there.
    expect(await sentBy(() => s.scan('', { invitation: 'aaaaaaaa' }))).toBe(4);
    expect(await sentBy(() => s.scan('', { guest: { office: 'Ketua RT' }, nonce: 'counted-guest' }))).toBe(1);
    expect(await sentBy(() => s.scan('', { group: { count: 3 }, nonce: 'counted-group' }))).toBe(1);
  });

  test('the repeat of an admitted scan sends one request, also after its code was revoked', async () => {
    const s = await open();
    await s.scan('Dinas A', { nonce: 'counted-replay' });
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    api.engine.requests.reset();
    expect((await s.scan('Dinas A', { nonce: 'counted-replay' })).body.result).toBe('replayed');
    expect(api.engine.requests.sent).toEqual(['UpdateItem']);
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

  test('a measured offset gives the time, unless it puts the scan in the future; a clock in 1970 does no harm', async () => {
    const s = await open();
    const now = api.clock.now.getTime();
    const device = (milliseconds: number) => new Date(milliseconds).toISOString();
    const offset = now - 60_000;
    // Sent in a later run of the device, whose clock has been set in between: its age says nothing, its offset does.
    const known = await s.scan('Dinas A', { scannedAt: device(30_000), sentAt: device(now), clockOffsetMs: offset });
    expect(known.body.invitation.checkIn.at).toBe(device(now - 30_000));
    const wrong = { scannedAt: device(now - 20_000), sentAt: device(now), clockOffsetMs: 10 * minute };
    expect((await s.scan('Dinas B', wrong)).body.invitation.checkIn.at).toBe(device(now - 20_000));
  });

  test('every scan that let nobody in is on the list, once, with its reason', async () => {
    const s = await open();
    const path = `${s.base}/invitations/${s.id('Dinas B')}`;
    await s.scan('Dinas A', { nonce: 'first-arrival' });
    await s.scan('Dinas B', { nonce: 'to-be-undone' });
    await api.call(as('organizer'), 'POST', `${path}/undo`, { of: 'to-be-undone', reason: 'Salah orang' });
    const denied = async () => {
      later(1000);
      await s.scan('Dinas A', { nonce: 'denied-already', shown: 'ALREADY', door: 'Pintu B' });
      await s.scan('Dinas B', { nonce: 'to-be-undone' });
      await s.scan('', { token: 'nonsense', nonce: 'denied-forged' });
      await s.scan('Dinas B', { token: s.token('Dinas B', 3), nonce: 'denied-revoked' });
    };
    await denied();
    await denied();
    await s.scan('Dinas A', { nonce: 'first-arrival' });
    const { body } = await api.call(as('auditor'), 'GET', `${s.base}/denials`);
    const found = body.items.map(({ nonce, reason, invitation }: Record<string, string>) => [
      nonce,
      reason,
      invitation,
    ]);
    expect(found).toEqual([
      ['denied-already', 'ALREADY', s.id('Dinas A')],
      ['denied-forged', 'UNKNOWN', undefined],
      ['denied-revoked', 'REVOKED', s.id('Dinas B')],
      ['to-be-undone', 'UNDONE', s.id('Dinas B')],
    ]);
    const page = await api.call(as('organizer'), 'GET', `${s.base}/denials?limit=3`);
    const rest = await api.call(as('organizer'), 'GET', `${s.base}/denials?limit=3&cursor=${page.body.next}`);
    expect([page.body.items.length, rest.body.items.length, rest.body.next]).toEqual([3, 1, null]);
  });

  test.each([undefined, 'UNDECIDED', 'ADMITTED', 'REFUSED'])(
    'a scan of an invitation that is not there is recorded, whatever the person was told: %s',
    async (shown) => {
      const s = await open();
      const scan = () => s.scan('', { invitation: 'aaaaaaaa', nonce: 'nobody-there', ...(shown && { shown }) });
      expect((await scan()).body).toEqual({ result: 'refused', reason: 'UNKNOWN' });
      await scan();
      const denials = await api.call(as('organizer'), 'GET', `${s.base}/denials`);
      expect(denials.body.items).toMatchObject([{ nonce: 'nobody-there', reason: 'UNKNOWN', invitation: 'aaaaaaaa' }]);
    },
  );

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

describe('every way in', () => {
  test('what a check-in rests on stands in it: a code, or a name that somebody found', async () => {
    const s = await open();
    expect((await s.scan('Dinas A')).body.invitation.checkIn.evidence).toBe('CODE');
    const byName = await s.scan('', { invitation: s.id('Dinas B') });
    expect(byName.body.invitation.checkIn.evidence).toBe('NAME');
  });

  test('a door’s own name stands in the record, whatever it says; only staff enter from paper or online', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session, { name: 'Pintu Timur' });
    const now = api.clock.now.toISOString();
    const scan = (changes: Record<string, unknown>) =>
      api.call(door.as, 'POST', `${s.base}/check-ins`, {
        token: s.token('Dinas A'),
        scannedAt: now,
        sentAt: now,
        ...changes,
      });
    for (const mode of ['BACK_ENTERED', 'ONLINE']) {
      const { status, body } = await scan({ nonce: 'paper-at-door', mode, reason: 'Daftar kertas' });
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'NOT_ALLOWED' });
    }
    const { body } = await scan({ nonce: 'door-own-name', door: 'Pintu lain' });
    expect(body.invitation.checkIn).toMatchObject({ door: 'Pintu Timur', doorId: door.id });
  });

  test('a back-entry needs a reason, and keeps it with who entered it', async () => {
    const s = await open();
    const without = await s.scan('', { invitation: s.id('Dinas A'), mode: 'BACK_ENTERED' });
    expect(without.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/body/reason' }] });
    const entered = await s.scan('', {
      invitation: s.id('Dinas A'),
      mode: 'BACK_ENTERED',
      reason: 'Listrik padam',
      door: undefined,
    });
    expect(entered.status).toBe(201);
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(body.checkIn).toMatchObject({
      mode: 'BACK_ENTERED',
      reason: 'Listrik padam',
      door: 'Panitia',
      operator: expect.stringMatching(/./),
    });
    expect((await s.coverage()).units).toMatchObject({ inPerson: 1, online: 0, missing: 1 });
  });

  test('online attendance is neither presence nor absence', async () => {
    const s = await open();
    await s.scan('', { invitation: s.id('Dinas A'), mode: 'ONLINE', who: 'delegate', reason: 'Zoom' });
    const coverage = await s.coverage();
    expect(coverage.units).toEqual({ expected: 2, inPerson: 0, acting: 0, delegated: 0, online: 1, missing: 1 });
    expect(coverage.classes[0]).toMatchObject({ online: 1, represented: 0, missing: 1 });
    expect(coverage.districts[0]).toMatchObject({ online: 1, represented: 0, missing: 1 });
    const units = await api.call(as('regent'), 'GET', `${s.base}/coverage/units?presence=ONLINE`);
    expect(units.body.items).toMatchObject([{ name: 'Dinas A', presence: 'ONLINE' }]);
    const regency = await api.call(as('regent'), 'GET', '/api/regencies/16.04/units?never=true');
    expect(regency.body.items.map((unit: { name: string }) => unit.name)).toContain('Dinas A');
  });

  test('a walk-in guest is a check-in outside the denominator; a group is a count only', async () => {
    const s = await open();
    const guest = { office: 'Ketua KPU', name: 'Budi', institution: 'KPU' };
    const entered = await s.scan('', { guest, nonce: 'walk-in-guest' });
    expect(entered.status).toBe(201);
    expect(entered.body.invitation).toMatchObject({ kind: 'guest', walkIn: true, name: 'KPU', office: 'Ketua KPU' });
    const again = await s.scan('', { guest, nonce: 'walk-in-guest' });
    expect([again.status, again.body.result, again.body.invitation.id]).toEqual([
      200,
      'replayed',
      entered.body.invitation.id,
    ]);
    const group = { count: 40, label: 'Siswa SMA' };
    expect(await s.scan('', { group, nonce: 'group-of-pupils' })).toMatchObject({
      status: 201,
      body: { result: 'counted', count: 40 },
    });
    await s.scan('', { group: { count: 99 }, nonce: 'group-of-pupils' });
    const coverage = await s.coverage();
    expect(coverage.people).toEqual({ checkedIn: 1, guests: 1, grouped: 40 });
    expect(coverage.units).toMatchObject({ expected: 2, missing: 2 });
    await s.move('close');
    later(minute);
    expect((await s.scan('', { guest, nonce: 'walk-in-guest' })).body.result).toBe('replayed');
    expect((await s.scan('', { group, nonce: 'group-of-pupils' })).body.result).toBe('counted');
    expect((await s.scan('', { guest, nonce: 'too-late-guest' })).body.reason).toBe('SESSION_OVER');
    expect((await s.scan('', { group, nonce: 'too-late-group' })).body.reason).toBe('SESSION_OVER');
  });
});

describe('taking back and correcting', () => {
  const undo = (s: Scenario, who: As, of: string, unit = 'Dinas A') =>
    api.call(who, 'POST', `${s.base}/invitations/${s.id(unit)}/undo`, { of, reason: 'Salah orang' });
  const correct = (s: Scenario, who: As, of: string, delegate = { name: 'Siti' }) =>
    api.call(who, 'PUT', `${s.base}/invitations/${s.id('Dinas A')}/attendance`, { of, who: 'delegate', delegate });
  const atDoor = (s: Scenario, who: As, nonce: string) => {
    const now = api.clock.now.toISOString();
    return api.call(who, 'POST', `${s.base}/check-ins`, {
      token: s.token('Dinas A'),
      nonce,
      scannedAt: now,
      sentAt: now,
    });
  };
  const coded = ({ status, body }: Reply) => [status, body.code ?? body.result];

  test('an undone scan never comes in again; another one may', async () => {
    const s = await open();
    await s.scan('Dinas A', { nonce: 'undone-scan-1' });
    const undone = await undo(s, as('operator'), 'undone-scan-1');
    expect(undone.body.invitation.checkIn).toBeUndefined();
    expect(undone.body.invitation.undone).toMatchObject([
      { reason: 'Salah orang', checkIn: { nonce: 'undone-scan-1' } },
    ]);
    expect((await s.coverage()).units.missing).toBe(2);
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-1' })).body.reason).toBe('UNDONE');
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-2' })).status).toBe(201);
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-1' })).body.reason).toBe('UNDONE');
    expect(coded(await undo(s, as('operator'), 'undone-scan-1'))).toEqual([200, 'undone']);
    expect(coded(await undo(s, as('operator'), 'never-scanned'))).toEqual([404, 'CHECK_IN_UNKNOWN']);
    expect((await s.coverage()).units.inPerson).toBe(1);
  });

  test('a door takes its own scans back, for 15 minutes; an operator while the session runs; an organiser later too', async () => {
    const s = await open();
    const a = await pairedDoor(api, s.session, { name: 'Pintu A' });
    const b = await pairedDoor(api, s.session, { name: 'Pintu B' });
    await atDoor(s, a.as, 'scan-at-door-a');
    expect(coded(await undo(s, b.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    expect(coded(await correct(s, b.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    later(15 * minute);
    expect(coded(await correct(s, a.as, 'scan-at-door-a'))).toEqual([200, 'corrected']);
    later(1);
    expect(coded(await undo(s, a.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    // The correction that was made in time may be repeated: its answer may have been lost.
    expect(coded(await correct(s, a.as, 'scan-at-door-a'))).toEqual([200, 'corrected']);
    await s.move('close');
    later(minute);
    expect(coded(await undo(s, as('operator'), 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    expect(coded(await undo(s, as('organizer'), 'scan-at-door-a'))).toEqual([200, 'undone']);
  });

  test('a correction says who came, keeps what was said before, and moves the figure', async () => {
    const s = await open();
    await s.scan('Dinas A', { nonce: 'corrected-scan' });
    const { body } = await correct(s, as('operator'), 'corrected-scan');
    expect(body.invitation.checkIn).toMatchObject({
      who: 'delegate',
      delegate: { name: 'Siti' },
      corrected: { was: 'holder' },
    });
    expect((await s.coverage()).units).toMatchObject({ inPerson: 0, delegated: 1 });
    await correct(s, as('operator'), 'corrected-scan', { name: 'Sri' });
    const undone = await undo(s, as('operator'), 'corrected-scan');
    expect(undone.body.invitation.undone[0].checkIn).toMatchObject({ delegate: { name: 'Sri' } });
    expect(coded(await correct(s, as('operator'), 'corrected-scan'))).toEqual([404, 'CHECK_IN_UNKNOWN']);
  });
});

describe('a group', () => {
  const group = { count: 40, label: 'Siswa SMA' };
  const stored = (s: Scenario) => api.deps.stores.checkIns.headCounts(s.session);

  test('is heads in the hall: nobody counts it by video or from paper', async () => {
    const s = await open();
    for (const mode of ['ONLINE', 'BACK_ENTERED']) {
      const single = await s.scan('', { group, mode, reason: 'Zoom' });
      expect(single.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/body/mode' }] });
      const scan = {
        kind: 'scan',
        group,
        mode,
        reason: 'Zoom',
        nonce: `group-${mode}`,
        scannedAt: '2024-06-27T01:00:00Z',
      };
      const batch = await api.call(as('operator'), 'POST', `${s.base}/check-in-batches`, {
        sentAt: '2024-06-27T01:00:00Z',
        entries: [scan],
      });
      expect(batch.body.answers).toMatchObject([{ result: 'invalid', errors: [{ pointer: '/body/entries/0/mode' }] }]);
    }
    expect(await stored(s)).toEqual([]);
    expect((await s.coverage()).people.grouped).toBe(0);
  });

  test('keeps when the device says it was, which device it was, and that it came late', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session, { name: 'Pintu Timur' });
    const scannedAt = api.clock.now.toISOString();
    later(minute);
    await s.move('close');
    later(minute);
    const entry = { kind: 'scan', group, nonce: 'late-group', scannedAt, clockOffsetMs: 1000 };
    const batch = { sentAt: api.clock.now.toISOString(), entries: [entry] };
    const { body } = await api.call(door.as, 'POST', `${s.base}/check-in-batches`, batch);
    expect(body.answers).toEqual([{ result: 'counted', count: 40 }]);
    expect(await stored(s)).toEqual([
      {
        nonce: 'late-group',
        at: new Date(Date.parse(scannedAt) + 1000).toISOString(),
        scannedAt,
        receivedAt: api.clock.now.toISOString(),
        door: 'Pintu Timur',
        doorId: door.id,
        late: true,
        ...group,
      },
    ]);
  });

  test('is taken back by its own door within its time, once, and stays uncounted however often it comes', async () => {
    const s = await open();
    const [a, b] = [await pairedDoor(api, s.session), await pairedDoor(api, s.session, { name: 'Pintu B' })];
    const send = async (who: As, ...entries: Record<string, unknown>[]) => {
      const sentAt = api.clock.now.toISOString();
      const { body } = await api.call(who, 'POST', `${s.base}/check-in-batches`, { sentAt, entries });
      return body.answers;
    };
    const scan = { kind: 'scan', group, nonce: 'mistyped-group', scannedAt: api.clock.now.toISOString() };
    const uncount = { kind: 'uncount', of: 'mistyped-group', reason: 'Salah ketik' };
    expect(await send(a.as, uncount)).toEqual([{ result: 'problem', code: 'CHECK_IN_UNKNOWN' }]);
    expect(await send(a.as, scan)).toEqual([{ result: 'counted', count: 40 }]);
    expect(await send(b.as, uncount)).toEqual([{ result: 'problem', code: 'CHANGE_NOT_ALLOWED' }]);
    expect((await s.coverage()).people.grouped).toBe(40);
    const taken = { result: 'uncounted', count: 40 };
    expect(await send(a.as, scan, uncount, uncount)).toEqual([{ result: 'counted', count: 40 }, taken, taken]);
    expect(await send(a.as, scan)).toEqual([{ result: 'refused', reason: 'UNDONE' }]);
    expect((await s.coverage()).people.grouped).toBe(0);
    const [kept] = await stored(s);
    expect(kept).toMatchObject({ count: 40, undone: { by: `door:${a.id}`, reason: 'Salah ketik' } });
    later(minute);
    expect(await send(a.as, uncount)).toEqual([taken]);
    expect((await stored(s))[0]).toEqual(kept);
  });

  test('is not its door’s to take back any more after 15 minutes, but an organiser’s', async () => {
    const s = await open();
    const a = await pairedDoor(api, s.session);
    const entry = { kind: 'scan', group, nonce: 'group-of-before', scannedAt: api.clock.now.toISOString() };
    const send = async (who: As, one: Record<string, unknown>) => {
      const body = { sentAt: api.clock.now.toISOString(), entries: [one] };
      return (await api.call(who, 'POST', `${s.base}/check-in-batches`, body)).body.answers[0];
    };
    await send(a.as, entry);
    later(16 * minute);
    const uncount = { kind: 'uncount', of: 'group-of-before', reason: 'Salah ketik' };
    expect(await send(a.as, uncount)).toEqual({ result: 'problem', code: 'CHANGE_NOT_ALLOWED' });
    expect(await send(as('organizer'), uncount)).toEqual({ result: 'uncounted', count: 40 });
  });

  test('entered by staff bears who entered it, as a scan does', async () => {
    const s = await open();
    await s.scan('', { group, nonce: 'group-of-staff' });
    expect(await stored(s)).toMatchObject([{ operator: expect.stringMatching(/./) }]);
    await s.scan('Dinas A', { nonce: 'scan-of-staff' });
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(body.checkIn.operator).toMatch(/./);
  });
});

describe('a time that somebody states', () => {
  const days = 24 * 60 * minute;
  const paper = { mode: 'BACK_ENTERED', reason: 'Daftar kertas' };

  test('of a paper list is taken as it is, however long ago, and never later than now', async () => {
    const s = await open();
    const opened = api.clock.now.toISOString();
    await s.move('close');
    later(45 * days);
    const stated = await s.scan('Dinas A', { ...paper, scannedAt: opened });
    expect(stated.body).toMatchObject({ result: 'accepted', late: true, invitation: { checkIn: { at: opened } } });
    const future = new Date(api.clock.now.getTime() + days).toISOString();
    expect((await s.scan('Dinas B', { ...paper, scannedAt: future })).body.reason).toBe('SESSION_OVER');
  });

  test('of a device’s live call may not reach back further than 30 days', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session);
    const opened = api.clock.now.toISOString();
    await s.move('close');
    later(45 * days);
    const scan = { token: s.token('Dinas A'), nonce: 'ancient-scan', scannedAt: opened, clockOffsetMs: 0 };
    const sent = { ...scan, sentAt: api.clock.now.toISOString() };
    expect((await api.call(door.as, 'POST', `${s.base}/check-ins`, sent)).body.reason).toBe('SESSION_OVER');
  });
});
