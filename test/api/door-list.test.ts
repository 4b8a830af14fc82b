/** What doors read and hand over: the list, the file of what could not be sent, photos of letters; and the seats they show. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenHash } from '../../functions/check-in/door-list.ts';
import type { DoorListPage } from '../../functions/doors/door-schema.ts';
import { as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { contact, cutOff, makeDevice, pairedDoor, scanAt, type TestDoor } from '../support/doors.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const start = new Date('2024-06-27T00:30:00Z');
beforeEach(() => {
  api.clock.now = start;
});
const pass = (seconds: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000);
};
const units = [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C' }];
const scenario = (until: 'draft' | 'published' | 'open' = 'open'): Promise<Scenario> =>
  startScenario(api, { units, until });

const organizer = as('organizer');
const coded = ({ status, body }: Reply) => ({ status, code: body.code });
describe('the list', () => {
  const read = async (door: TestDoor, query = ''): Promise<ReturnType<typeof DoorListPage.parse>> => {
    const reply = await api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list${query}`);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const namesOf = ({ items }: { items: { unit: string }[] }) => items.map(({ unit }) => unit).sort();

  test('whole: everybody, by hashes of their codes', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const list = await read(door);
    expect(namesOf(list)).toEqual(['Dinas A', 'Dinas B', 'Dinas C']);
    expect(list.next).toBeNull();
    const entry = list.items.find(({ id }) => id === s.id('Dinas A'));
    expect(entry?.hashes).toEqual([tokenHash(s.token('Dinas A'))]);
    expect(JSON.stringify(list)).not.toMatch(/198001012005011001|1980\*|nonce/);
  });

  test('comes compressed to whoever can read that', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const path = `/api/sessions/${door.session}/door-list`;
    const plain = await api.call(door.as, 'GET', path);
    const packed = await api.call(door.as, 'GET', path, undefined, { 'accept-encoding': 'br, gzip' });
    expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(packed.body.items).toEqual(plain.body.items);
  });

  test('page by page, each but the last naming the next: a list cut off half-way is not whole', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const first = await read(door, '?limit=2');
    expect([first.items.length, first.next]).toEqual([2, expect.any(String)]);
    const second = await read(door, `?limit=2&cursor=${first.next}`);
    expect([second.items.length, second.next]).toEqual([1, null]);
    expect(namesOf({ items: [...first.items, ...second.items] })).toEqual(['Dinas A', 'Dinas B', 'Dinas C']);
  });

  test('stays open for late scans a week after closing, then nobody’s door reads it; what a door kept is still taken', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const list = () => api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list`);
    const scannedAt = api.clock.now.toISOString();
    await s.move('close');
    pass(7 * 86_400);
    expect((await list()).status).toBe(200);
    pass(1);
    const refused = await list();
    expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_WRONG_STATE', state: 'CLOSED' } });
    const delta = `/api/sessions/${door.session}/door-list?since=${scannedAt}`;
    expect((await api.call(door.as, 'GET', delta)).body.code).toBe('SESSION_WRONG_STATE');
    const late = await scanAt(api, door, s.token('Dinas A'), { scannedAt, clockOffsetMs: 0 });
    expect(late.body).toMatchObject({ result: 'accepted', late: true });
  });

  test('of a cancelled session nobody’s door reads', async () => {
    const s = await scenario('published');
    const door = await pairedDoor(api, s.session);
    await s.move('cancel');
    const refused = await api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_WRONG_STATE', state: 'CANCELLED' } });
  });

  test('since: arrivals at other doors, late invitations, revocations, new codes, seats, and nothing else', async () => {
    const s = await scenario();
    const [door, other] = [await pairedDoor(api, s.session), await pairedDoor(api, s.session, { name: 'Pintu B' })];
    pass(3600);
    const { asOf } = await read(door);
    pass(300);
    const delta = () => read(door, `?since=${asOf}`);
    expect(await delta()).toMatchObject({ items: [], next: null });

    await scanAt(api, other, s.token('Dinas A'));
    const [arrival] = (await delta()).items;
    expect(arrival).toMatchObject({ unit: 'Dinas A', present: { door: 'Pintu B', who: 'holder' } });

    const at = (name: string) => `${s.base}/invitations/${s.id(name)}`;
    await api.call(organizer, 'POST', `${at('Dinas B')}/revoke`);
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas B')).toMatchObject({ revoked: true });
    await api.call(organizer, 'POST', `${at('Dinas B')}/reissue`, { version: 1 });
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas B')).toMatchObject({
      revoked: false,
      version: 2,
      hashes: [tokenHash(s.token('Dinas B', 2))],
    });
    await api.call(organizer, 'PUT', `${at('Dinas C')}/seat`, { seat: 'B 12' });
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas C')?.seat).toBe('B 12');
    await api.call(
      organizer,
      'POST',
      `${s.base}/invitations`,
      { guests: [{ office: 'Dandim' }] },
      { 'idempotency-key': 'late-guest' },
    );
    expect(namesOf(await delta())).toEqual(['Dandim', 'Dinas A', 'Dinas B', 'Dinas C']);

    // Page by page too, and from its own moment on it is quiet again.
    const half = await read(door, `?since=${asOf}&limit=3`);
    expect([half.items.length, half.next]).toEqual([3, expect.any(String)]);
    const rest = await read(door, `?since=${asOf}&limit=3&cursor=${half.next}`);
    expect([rest.items.length, rest.next]).toEqual([1, null]);
    pass(31);
    expect((await read(door, `?since=${api.clock.now.toISOString()}`)).items).toEqual([]);
  });

  test('what was written while the list was read, with the time of a slow request, comes with the next', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    pass(3600);
    const stamped = api.clock.now;
    pass(29);
    const { asOf } = await read(door);
    // Its request came 29 s before the list was read; the table has it only now.
    await api.engine.stores.invitations.revoke(s.session, s.id('Dinas A'), stamped.toISOString());
    expect(namesOf(await read(door, `?since=${asOf}`))).toEqual(['Dinas A']);
  });

  test('an invitation of the former version, without the moment of its change, counts from when it was made', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const key = { pk: `S#${s.session}`, sk: `I#${s.id('Dinas A')}` };
    const { changedAt: _, ...old } = (await api.engine.table.get(key)) ?? {};
    await api.engine.table.put({ ...key, ...old });
    expect(namesOf(await read(door, `?since=${start.toISOString()}`))).toContain('Dinas A');
    pass(3600);
    expect((await read(door, `?since=${api.clock.now.toISOString()}`)).items).toEqual([]);
  });

  test('a cursor of another list, and a time that is none, are refused', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const cursor = Buffer.from('DOOR#aaaaaaaa').toString('base64url');
    const ask = (query: string) => api.call(door.as, 'GET', `${s.base}/door-list${query}`);
    expect((await ask(`?cursor=${cursor}`)).body.code).toBe('CURSOR_INVALID');
    expect((await ask('?since=yesterday')).body.code).toBe('INPUT_INVALID');
  });
});

describe('the file of a door that could not send', () => {
  const upload = (s: Scenario, file: string, caller = organizer) =>
    api.call(caller, 'POST', `${s.base}/door-files`, new TextEncoder().encode(file), {
      'content-type': 'application/jose',
    });
  const entry = (s: Scenario, name: string, nonce: string, scannedAt: string) => ({
    kind: 'scan',
    token: s.token(name),
    nonce,
    scannedAt,
    shown: 'ADMITTED',
  });
  const fileOf = (door: TestDoor, entries: unknown[], changes: Record<string, unknown> = {}) =>
    door.device.sign({
      format: 'hadir-door-scans-1',
      session: door.session,
      door: door.id,
      exportedAt: api.clock.now.toISOString(),
      clockOffsetMs: 0,
      entries,
      ...changes,
    });

  test('which lay for hours, from a device that never knew its clock’s offset, does not move its scans later', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const scannedAt = api.clock.now.toISOString();
    pass(60);
    const file = await fileOf(door, [entry(s, 'Dinas A', 'file-lay-001', scannedAt)], { clockOffsetMs: undefined });
    await cutOff(api, door);
    pass(3 * 3600);
    const { body } = await upload(s, file);
    expect(body.answers).toMatchObject([{ result: 'accepted', invitation: { present: { at: scannedAt } } }]);
  });

  test('which lay for longer than any call does, keeps its times, those of its undos as well', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const scannedAt = api.clock.now.toISOString();
    pass(60);
    const madeAt = api.clock.now.toISOString();
    const undo = { kind: 'undo', of: 'file-old-02', invitation: s.id('Dinas B'), reason: 'Salah orang', madeAt };
    const entries = [
      entry(s, 'Dinas A', 'file-old-01', scannedAt),
      entry(s, 'Dinas B', 'file-old-02', scannedAt),
      undo,
    ];
    const file = await fileOf(door, entries);
    await s.move('close');
    pass(45 * 86_400);
    const { body } = await upload(s, file);
    expect(body.answers).toMatchObject([
      { result: 'accepted', late: true, invitation: { present: { at: scannedAt } } },
      { result: 'accepted', late: true },
      { result: 'undone' },
    ]);
  });

  test('its scans are taken once, however often it is uploaded', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session, { name: 'Pintu Barat' });
    const scanned = api.clock.now.toISOString();
    pass(900);
    const file = await fileOf(door, [entry(s, 'Dinas A', 'file-scan-01', scanned), { kind: 'scan', nonce: 7 }]);
    const first = await upload(s, file);
    expect(first).toMatchObject({ status: 200, body: { door: { id: door.id, name: 'Pintu Barat' } } });
    expect(first.body.answers.map(({ result }: { result: string }) => result)).toEqual(['accepted', 'invalid']);
    expect(first.body.answers[0].invitation.present).toMatchObject({ at: scanned, door: 'Pintu Barat' });
    const again = await upload(s, file);
    expect(again.body.answers.map(({ result }: { result: string }) => result)).toEqual(['replayed', 'invalid']);
  });

  test('after a cut-off: what was scanned before it counts, what was scanned after it does not', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const before = api.clock.now.toISOString();
    pass(60);
    await cutOff(api, door);
    pass(60);
    const after = api.clock.now.toISOString();
    pass(600);
    const entries = [entry(s, 'Dinas A', 'file-before', before), entry(s, 'Dinas B', 'file-after-1', after)];
    const { status, body } = await upload(s, await fileOf(door, entries));
    expect(status).toBe(200);
    expect(body.answers).toMatchObject([{ result: 'accepted' }, { result: 'refused', reason: 'DOOR_CUT_OFF' }]);
  });

  test('brings the photos of letters, and the door is no longer shown with what it holds', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const scannedAt = api.clock.now.toISOString();
    await contact(api, door, { unsent: 5 });
    pass(60);
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]).toString('base64');
    const letters = [
      { nonce: 'file-photo-1', jpeg },
      { nonce: 'file-photo-2', jpeg: 'no picture' },
      { nonce: 'file-photo-3', jpeg: Buffer.from('<svg>').toString('base64') },
      { nonce: 'x', jpeg },
      { nonce: 'file-photo-4', jpeg: Buffer.alloc(200 * 1024 + 1, 0xff).toString('base64') },
      7,
    ];
    const entries = [entry(s, 'Dinas A', 'file-photo-1', scannedAt)];
    const early = await fileOf(door, entries, { letters, rest: 2 });
    const late = await fileOf(door, []);
    const unsent = async () => {
      const { body } = await api.call(organizer, 'GET', `${s.base}/doors`);
      return body.items.find(({ id }: { id: string }) => id === door.id).contact.unsent;
    };
    expect((await upload(s, early)).body).toMatchObject({ answers: [{ result: 'accepted' }], letters: 1 });
    expect(await unsent()).toBe(2);
    expect((await api.call(organizer, 'GET', `${s.base}/letters/file-photo-1`)).status).toBe(200);
    expect((await api.call(organizer, 'GET', `${s.base}/letters/file-photo-3`)).status).toBe(404);
    expect(await upload(s, late)).toMatchObject({ status: 200, body: { answers: [], letters: 0 } });
    expect(await unsent()).toBe(0);
    pass(60);
    // In contact after the file was made: its own word counts.
    await contact(api, door, { unsent: 3 });
    await upload(s, early);
    expect(await unsent()).toBe(3);
  });

  test('tampered, signed by another key, of another session, of a door that nobody made, no file at all', async () => {
    const [s, other] = [await scenario(), await scenario()];
    const [door, foreign] = [await pairedDoor(api, s.session), await pairedDoor(api, other.session)];
    const entries = [entry(s, 'Dinas A', 'file-scan-02', api.clock.now.toISOString())];
    const good = await fileOf(door, entries);
    const [header, , signature] = good.split('.');
    const payload = Buffer.from(good.split('.')[1] ?? '', 'base64url').toString();
    const tampered = Buffer.from(payload.replace('file-scan-02', 'file-scan-03')).toString('base64url');
    const files = [
      `${header}.${tampered}.${signature}`,
      await fileOf({ ...door, device: await makeDevice() }, entries),
      await fileOf({ ...door, device: foreign.device }, entries),
      await fileOf(foreign, []),
      await fileOf({ ...door, id: 'zzzzzzzz' }, entries),
      await fileOf(door, entries, { session: other.session }),
      good.slice(0, -20),
      'halo',
      '',
    ];
    for (const file of files) {
      expect(coded(await upload(s, file))).toEqual({ status: 422, code: 'DOOR_FILE_INVALID' });
    }
    expect(coded(await upload(s, good, as('operator')))).toEqual({ status: 403, code: 'NOT_ALLOWED' });
    const present = await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(present.body.checkIn).toBeUndefined();
  });
});

describe('letters', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const put = (caller: TestDoor['as'], base: string, nonce: string, bytes: Uint8Array) =>
    api.call(caller, 'PUT', `${base}/letters/${nonce}`, bytes);

  test('a door puts a photo, the organiser sees it; for a quarter of an hour it may be replaced', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    expect(await put(door.as, s.base, 'letter-0001', jpeg)).toMatchObject({ status: 200, body: { kept: true } });
    pass(14 * 60);
    const better = Uint8Array.of(...jpeg, 9);
    expect((await put(door.as, s.base, 'letter-0001', better)).status).toBe(200);
    pass(16 * 60);
    expect(await put(door.as, s.base, 'letter-0001', jpeg)).toMatchObject({ status: 200, body: { kept: false } });
    // The repeat of the one that stands is kept, whenever it comes.
    expect(await put(door.as, s.base, 'letter-0001', better)).toMatchObject({ status: 200, body: { kept: true } });
    const seen = await api.call(organizer, 'GET', `${s.base}/letters/letter-0001`);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await api.engine.stores.doors.getLetter(s.session, 'letter-0001')).toEqual(better);
    expect((await api.call(as('operator'), 'GET', `${s.base}/letters/letter-0001`)).body.code).toBe('NOT_ALLOWED');
  });

  test('no picture, a picture of another kind, one that is too large, one that nobody put', async () => {
    const s = await scenario();
    const door = await pairedDoor(api, s.session);
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    for (const bytes of [png, new TextEncoder().encode('<svg onload="x">'), new Uint8Array()]) {
      expect((await put(door.as, s.base, 'letter-0002', bytes)).body.code).toBe('LETTER_UNREADABLE');
    }
    const large = new Uint8Array(200 * 1024 + 1).fill(0xff);
    expect((await put(door.as, s.base, 'letter-0003', large)).body.code).toBe('BODY_TOO_LARGE');
    const missing = await api.call(organizer, 'GET', `${s.base}/letters/letter-0004`);
    expect(coded(missing)).toEqual({ status: 404, code: 'LETTER_UNKNOWN' });
  });
});

describe('seats', () => {
  const seat = (s: Scenario, value: unknown) =>
    api.call(organizer, 'PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: value });

  test('given, changed, taken back', async () => {
    const s = await scenario();
    expect((await seat(s, 'A 1')).body.seat).toBe('A 1');
    expect((await seat(s, ' B  2 ')).body.seat).toBe('B 2');
    expect((await seat(s, null)).body.seat).toBeUndefined();
    expect((await seat(s, 'x'.repeat(21))).body.code).toBe('INPUT_INVALID');
    const nobody = await api.call(organizer, 'PUT', `${s.base}/invitations/aaaaaaaa/seat`, { seat: null });
    expect(nobody.body.code).toBe('INVITATION_UNKNOWN');
  });
});
