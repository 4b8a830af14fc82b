/** The list that a door reads: whole, page by page, and what is new since. */
import { describe, expect, test } from 'vitest';
import { tokenHash } from '../../functions/check-in/door-list.ts';
import type { DoorListPage } from '../../functions/doors/door-schema.ts';
import { as } from '../support/api.ts';
import { pairedDoor, scanAt, type TestDoor } from '../support/doors.ts';
import { hallOpensAt, makeHall, minute } from '../support/hall.ts';

const hall = makeHall('Dinas A', 'Dinas B', 'Dinas C');
const organizer = as('organizer');

describe('the list', () => {
  const read = async (door: TestDoor, query = ''): Promise<ReturnType<typeof DoorListPage.parse>> => {
    const reply = await hall.api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list${query}`);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const namesOf = ({ items }: { items: { unit: string }[] }) => items.map(({ unit }) => unit).sort();

  test('whole: everybody, by hashes of their codes', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const list = await read(door);
    expect(namesOf(list)).toEqual(['Dinas A', 'Dinas B', 'Dinas C']);
    expect(list.next).toBeNull();
    const entry = list.items.find(({ id }) => id === s.id('Dinas A'));
    expect(entry?.hashes).toEqual([tokenHash(s.token('Dinas A'))]);
    expect(JSON.stringify(list)).not.toMatch(/198001012005011001|1980\*|nonce/);
  });

  test('comes compressed to whoever can read that', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const path = `/api/sessions/${door.session}/door-list`;
    const plain = await hall.api.call(door.as, 'GET', path);
    const packed = await hall.api.call(door.as, 'GET', path, undefined, { 'accept-encoding': 'br, gzip' });
    expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(packed.body.items).toEqual(plain.body.items);
  });

  test('page by page, each but the last naming the next: a list cut off half-way is not whole', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const first = await read(door, '?limit=2');
    expect([first.items.length, first.next]).toEqual([2, expect.any(String)]);
    const second = await read(door, `?limit=2&cursor=${first.next}`);
    expect([second.items.length, second.next]).toEqual([1, null]);
    expect(namesOf({ items: [...first.items, ...second.items] })).toEqual(['Dinas A', 'Dinas B', 'Dinas C']);
  });

  test('stays open for late scans a week after closing, then nobody’s door reads it; what a door kept is still taken', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const list = () => hall.api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list`);
    const scannedAt = hall.api.clock.now.toISOString();
    await s.move('close');
    hall.later(7 * 24 * 60 * minute);
    expect((await list()).status).toBe(200);
    hall.later(1_000);
    const refused = await list();
    expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_WRONG_STATE', state: 'CLOSED' } });
    const delta = `/api/sessions/${door.session}/door-list?since=${scannedAt}`;
    expect((await hall.api.call(door.as, 'GET', delta)).body.code).toBe('SESSION_WRONG_STATE');
    const late = await scanAt(hall.api, door, s.token('Dinas A'), { scannedAt, clockOffsetMs: 0 });
    expect(late.body).toMatchObject({ result: 'accepted', late: true });
  });

  test('of a cancelled session nobody’s door reads', async () => {
    const s = await hall.scenario('published');
    const door = await pairedDoor(hall.api, s.session);
    await s.move('cancel');
    const refused = await hall.api.call(door.as, 'GET', `/api/sessions/${door.session}/door-list`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_WRONG_STATE', state: 'CANCELLED' } });
  });

  test('since: arrivals at other doors, late invitations, revocations, new codes, seats, and nothing else', async () => {
    const s = await hall.scenario();
    const [door, other] = [
      await pairedDoor(hall.api, s.session),
      await pairedDoor(hall.api, s.session, { name: 'Pintu B' }),
    ];
    hall.later(60 * minute);
    const { asOf } = await read(door);
    hall.later(5 * minute);
    const delta = () => read(door, `?since=${asOf}`);
    expect(await delta()).toMatchObject({ items: [], next: null });

    await scanAt(hall.api, other, s.token('Dinas A'));
    const [arrival] = (await delta()).items;
    expect(arrival).toMatchObject({ unit: 'Dinas A', present: { door: 'Pintu B', who: 'holder' } });

    const at = (name: string) => `${s.base}/invitations/${s.id(name)}`;
    await hall.api.call(organizer, 'POST', `${at('Dinas B')}/revoke`);
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas B')).toMatchObject({ revoked: true });
    await hall.api.call(organizer, 'POST', `${at('Dinas B')}/reissue`, { version: 1 });
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas B')).toMatchObject({
      revoked: false,
      version: 2,
      hashes: [tokenHash(s.token('Dinas B', 2))],
    });
    await hall.api.call(organizer, 'PUT', `${at('Dinas C')}/seat`, { seat: 'B 12' });
    expect((await delta()).items.find(({ unit }) => unit === 'Dinas C')?.seat).toBe('B 12');
    await hall.api.call(
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
    hall.later(31_000);
    expect((await read(door, `?since=${hall.api.clock.now.toISOString()}`)).items).toEqual([]);
  });

  test('what was written while the list was read, with the time of a slow request, comes with the next', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    hall.later(60 * minute);
    const stamped = hall.api.clock.now;
    hall.later(29_000);
    const { asOf } = await read(door);
    // Its request came 29 s before the list was read; the table has it only now.
    await hall.api.engine.stores.invitations.revoke(s.session, s.id('Dinas A'), stamped.toISOString());
    expect(namesOf(await read(door, `?since=${asOf}`))).toEqual(['Dinas A']);
  });

  test('an invitation of the former version, without the moment of its change, counts from when it was made', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const key = { pk: `S#${s.session}`, sk: `I#${s.id('Dinas A')}` };
    const { changedAt: _, ...old } = (await hall.api.engine.table.get(key)) ?? {};
    await hall.api.engine.table.put({ ...key, ...old });
    expect(namesOf(await read(door, `?since=${hallOpensAt.toISOString()}`))).toContain('Dinas A');
    hall.later(60 * minute);
    expect((await read(door, `?since=${hall.api.clock.now.toISOString()}`)).items).toEqual([]);
  });

  test('a cursor of another list, and a time that is none, are refused', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const cursor = Buffer.from('DOOR#aaaaaaaa').toString('base64url');
    const ask = (query: string) => hall.api.call(door.as, 'GET', `${s.base}/door-list${query}`);
    expect((await ask(`?cursor=${cursor}`)).body.code).toBe('CURSOR_INVALID');
    expect((await ask('?since=yesterday')).body.code).toBe('INPUT_INVALID');
  });
});
