import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kitPorts } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage, pairingAddress } from '../../../test/support/door-stage.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import { doorApi } from './door-api.ts';
import { openDoorDb } from './door-db.ts';
import { loadDoor, pairDevice } from './pairing.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => {
  stage.end();
  vi.unstubAllGlobals();
});

/** What a gateway or a hall's portal answers in the server's place. */
const notOurs = [{ message: 'Service Unavailable' }, {}, [], null, 'ok', new Blob(['<html>'])];

describe('an answer that is not the server’s', () => {
  it('teaches a door nothing: neither a session nor a clock', async () => {
    const { server, time } = stage;
    const door = await stage.pair();
    const session = door.session.value;
    const { contact } = server.api;
    for (const answer of notOurs) {
      server.api.contact = async () => answer as never;
      await time.advance(40_000);
      expect(door.session.value).toEqual(session);
      expect(door.link.value).toMatchObject({ reachable: false, clockOffsetMs: 0 });
    }
    const again = await stage.reload(door);
    expect(again.session.value).toEqual(session);
    server.api.contact = contact;
    await time.advance(30_000);
    expect(again.link.value.reachable).toBe(true);
  });

  it('settles no scan, fills no list and pairs no device', async () => {
    const { server, time } = stage;
    const { pair, batch, listPage } = server.api;
    server.api.pair = async () => ({ message: 'x' }) as never;
    const failed = await pairDevice(pairingAddress, kitPorts(stage.options()));
    expect(failed).toEqual({ kind: 'failed', code: 'ANSWER_UNREADABLE' });
    Object.assign(server.api, { pair, batch: async () => ({}), listPage: async () => ({}) });
    const door = await stage.pair();
    const nonce = await door.take(byCode(1));
    await time.advance(60_000);
    expect(door.list.value.status).toBe('none');
    expect(logged(door, nonce).state).toBe('saved');
    expect(door.unsent.value).toBe(1);
    Object.assign(server.api, { batch, listPage });
    await time.advance(60_000);
    expect([door.list.value.status, door.unsent.value]).toEqual(['ready', 0]);
  });

  it('that an older app wrote down is not believed either: the door starts, and a cut-off destroys the key', async () => {
    const { server, time, dbName } = stage;
    const door = await stage.pair();
    door.stop();
    const db = await openDoorDb(dbName);
    await db.write([
      { in: 'meta', put: Number.NaN, key: 'offset' },
      { in: 'meta', put: undefined, key: 'session' },
    ]);
    server.mishap = () => 'DOOR_CUT_OFF';
    const again = await stage.reload(door);
    expect(again.session.value.id).toBe(server.session.id);
    await time.advance(30_000);
    expect(again.cutOffAt.value).toMatch(/^2024-06-27T01:0/);
    expect(await db.get('keys', 'list')).toBeUndefined();
    db.close();
  });

  it('leaves a photo where it is', async () => {
    const as = { session: 'abcdefghij', door: 'abcdefgh', secret: 's' };
    const answers = [
      new Response('{"message":"no"}', { status: 503, headers: { 'content-type': 'application/json' } }),
      new Response('{"message":"no"}', { headers: { 'content-type': 'application/json' } }),
      new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } }),
    ];
    for (const answer of answers) {
      vi.stubGlobal('fetch', async () => answer);
      await expect(doorApi.letter(as, 'nonce-0001', new Blob(['x']))).rejects.toBeInstanceOf(ApiProblem);
    }
  });
});

describe('a scan that the server cannot read', () => {
  it('is kept, counted and no longer sent, with what was said about it', async () => {
    const { server, time } = stage;
    const door = await stage.pair();
    stage.offline();
    const nonce = await door.take(byCode(1));
    await door.undo(nonce, 'salah orang');
    await door.take(byCode(2));
    server.answer = (body) =>
      body.nonce === nonce
        ? { result: 'invalid', errors: [{ pointer: '/token', rule: 'x' }] }
        : body.of === nonce
          ? { result: 'problem', code: 'CHECK_IN_UNKNOWN' }
          : undefined;
    stage.online();
    await time.advance(60_000);
    expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'FAILED' }, state: 'overruled' });
    expect([door.unsent.value, door.givenUp.value]).toEqual([2, 2]);
    const arrived = server.arrived.length;
    const again = await stage.reload(door);
    await time.advance(60_000);
    expect(server.arrived.length).toBe(arrived);
    expect([again.unsent.value, again.givenUp.value]).toEqual([2, 2]);
    expect(await again.leave()).toBe(false);
  });

  it('is not to blame for a refusal that is about something else', async () => {
    const { server, time } = stage;
    const door = await stage.pair();
    stage.offline();
    const nonce = await door.take(byCode(1));
    for (const code of ['SESSION_WRONG_STATE', 'IDEMPOTENCY_KEY_MISSING', 'REGENCY_UNKNOWN'] as const) {
      server.mishap = (call) => (call === 'batch' ? code : undefined);
      await time.advance(40_000);
      expect(door.link.value.problem).toBe(code);
      expect(logged(door, nonce).state).toBe('saved');
    }
    stage.online();
    await time.advance(40_000);
    expect(logged(door, nonce).state).toBe('confirmed');
    expect(door.link.value.problem).toBeUndefined();
  });
});

describe('contact', () => {
  it('is made in each round, also of an idle door, and at once when the list is whole', async () => {
    const { server, time } = stage;
    const door = await stage.pair({ random: () => 0.9 });
    expect(door.list.value.status).toBe('ready');
    expect(server.contacts.at(-1)).toHaveProperty('listAsOf');
    const before = server.contacts.length;
    await time.advance(170_000);
    expect(server.contacts.length - before).toBe(10);
  });
});

describe('a storage that opens and cannot be read', () => {
  it('is none, and gives the place for a door back', async () => {
    const door = await stage.pair();
    door.stop();
    let held = 0;
    const request = async (_: string, __: unknown, work: (lock: object) => unknown) => {
      held += 1;
      await work({});
      held -= 1;
    };
    const locks = { request } as never;
    for (const broken of ['get', 'all'] as const) {
      const wrapDb = (db: Awaited<ReturnType<typeof openDoorDb>>) => ({
        ...db,
        [broken]: () => Promise.reject(new DOMException('', 'UnknownError')),
      });
      const found = await loadDoor(kitPorts(stage.options({ wrapDb, locks })));
      expect(found).toEqual({ kind: 'unavailable', why: 'NO_STORAGE' });
      await stage.time.settle();
      expect(held).toBe(0);
    }
  });
});
