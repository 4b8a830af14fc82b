import * as fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anEntry,
  idOf,
  type KitOptions,
  kitPorts,
  newDbName,
  type PlayedServer,
  playServer,
  tokenOf,
} from '../../../test/support/door-kit.ts';
import { makeVirtualTime, type VirtualTime } from '../../../test/support/virtual-time.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import type { Door, LogEntry, ScanInput } from './door.ts';
import { type DoorDb, openDoorDb } from './door-db.ts';
import { loadDoor, pairDevice } from './pairing.ts';

const code = `https://hadir.test/pintu/#${'A'.repeat(39)}`;
let time: VirtualTime;
let server: PlayedServer;
let dbName: string;
let open: Door[] = [];

const options = (changes: Partial<KitOptions> = {}): KitOptions => ({ time, api: server.api, dbName, ...changes });
const started = (found: Awaited<ReturnType<typeof pairDevice | typeof loadDoor>>): Door => {
  if (found.kind !== 'door') throw new Error(`no door: ${JSON.stringify(found)}`);
  open.push(found.door);
  return found.door;
};
const pair = async (changes: Partial<KitOptions> = {}): Promise<Door> => {
  const pairing = pairDevice(code, kitPorts(options(changes)));
  const door = started(await pairing);
  await time.settle();
  return door;
};
/** The page is loaded anew: nothing but the storage is left. */
const reload = async (door: Door, changes: Partial<KitOptions> = {}): Promise<Door> => {
  door.stop();
  const again = started(await loadDoor(kitPorts(options(changes))));
  await time.settle();
  return again;
};
const byCode = (n: number, version = 1): ScanInput => ({ target: { code: tokenOf(n, version) }, who: 'roster' });
const entry = (door: Door, nonce: string): LogEntry => {
  const found = door.log.value.find((each) => each.nonce === nonce);
  if (!found) throw new Error('not in the log');
  return found;
};
const offline = (): void => {
  server.mishap = () => 'drop';
};
const online = (): void => {
  server.mishap = () => undefined;
};

beforeEach(async () => {
  time = makeVirtualTime(Date.parse('2024-06-27T01:00:00Z'));
  server = playServer(time);
  dbName = newDbName();
  for (let n = 0; n < 5; n += 1) server.entries.set(idOf(n), await anEntry(n));
});
afterEach(() => {
  for (const door of open) door.stop();
  open = [];
  time.stop();
});

describe('a paired door', () => {
  it('fetches its list, admits by it at once, and tells the server', async () => {
    const door = await pair();
    expect(door.name).toBe('Pintu A');
    expect(door.list.value.status).toBe('ready');
    const nonce = await door.take(byCode(1));
    expect(entry(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, state: 'saved' });
    expect(entry(door, nonce).entry?.name).toBe('Kepala 1');
    expect(door.counts.value).toEqual({ present: 1, invited: 5 });
    await time.settle();
    expect(entry(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, state: 'confirmed' });
    expect(server.arrived).toMatchObject([{ nonce, who: 'holder', shown: 'ADMITTED', clockOffsetMs: 0 }]);
    expect(door.unsent.value).toBe(0);
  });

  it('says ALREADY the second time, before the server has heard of the first', async () => {
    const door = await pair();
    offline();
    await door.take(byCode(1));
    const second = await door.take({ target: { invitation: idOf(1) }, who: 'roster' });
    expect(entry(door, second).verdict).toMatchObject({ kind: 'ALREADY', first: { door: 'Pintu A' } });
    const [third, fourth] = await Promise.all([door.take(byCode(2)), door.take(byCode(2))]);
    expect([entry(door, third).verdict.kind, entry(door, fourth).verdict.kind].sort()).toEqual(['ADMITTED', 'ALREADY']);
  });

  it('counts who was entered as following by video and comes, and says ALREADY the second time', async () => {
    const present = { at: '2024-06-27T01:00:00.000Z', door: 'Panitia', mode: 'ONLINE', who: 'holder' } as const;
    server.entries.set(idOf(1), await anEntry(1, { present }));
    const door = await pair();
    offline();
    expect(door.counts.value).toEqual({ present: 0, invited: 5 });
    expect(entry(door, await door.take(byCode(1))).verdict.kind).toBe('ADMITTED');
    expect(door.counts.value).toEqual({ present: 1, invited: 5 });
    expect(entry(door, await door.take(byCode(1))).verdict).toMatchObject({
      kind: 'ALREADY',
      first: { door: 'Pintu A' },
    });
  });

  it('names nobody beside a forged code, whomever it claims to be', async () => {
    const door = await pair();
    const code = `${tokenOf(1).slice(0, -3)}AAA`;
    const forged = await door.take({ target: { code }, who: 'roster' });
    expect(entry(door, forged).verdict).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
    expect(entry(door, forged).entry).toBeUndefined();
  });

  it('counts a guest without invitation among neither the invited nor the present', async () => {
    const guest = await anEntry(9, {
      kind: 'guest',
      walkIn: true,
      present: { at: '2024-06-27T01:00:00.000Z', door: 'B', mode: 'IN_PERSON', who: 'holder' },
    });
    server.entries.set(idOf(9), guest);
    const door = await pair();
    expect(door.entries.value.size).toBe(6);
    expect(door.counts.value).toEqual({ present: 0, invited: 5 });
  });

  it('keeps everything over a reload without a network, and sends it by itself when there is one', async () => {
    const door = await pair();
    offline();
    const nonces = [await door.take(byCode(1)), await door.take(byCode(2)), await door.take(byCode(7))];
    expect(door.unsent.value).toBe(3);
    const again = await reload(door);
    expect(again.unsent.value).toBe(3);
    expect(again.list.value.status).toBe('ready');
    expect(again.log.value.map(({ verdict }) => verdict.kind)).toEqual(['UNDECIDED', 'ADMITTED', 'ADMITTED']);
    expect(entry(again, nonces[0] as string).entry?.name).toBe('Kepala 1');
    const repeat = await again.take(byCode(1));
    expect(entry(again, repeat).verdict.kind).toBe('ALREADY');
    online();
    await time.advance(60_000);
    expect(again.unsent.value).toBe(0);
    expect(server.arrived.map(({ nonce }) => nonce)).toEqual([...nonces, repeat]);
    expect(entry(again, nonces[2] as string)).toMatchObject({ verdict: { kind: 'REFUSED' }, state: 'overruled' });
  });
});

describe('the list', () => {
  const fill = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) server.entries.set(idOf(n), await anEntry(n));
  };

  it('is wiped with its key once the server gives it to no door any more; what is unsent stays and is sent', async () => {
    const door = await pair();
    server.answer = () => ({ result: 'retry' });
    await door.take(byCode(1));
    server.mishap = (call) => (call === 'listPage' ? 'SESSION_WRONG_STATE' : undefined);
    await time.advance(120_000);
    expect(door.list.value.status).toBe('none');
    expect(door.entries.value.size).toBe(0);
    expect(door.unsent.value).toBe(1);
    expect(door.cutOffAt.value).toBeUndefined();
    const asked = server.calls.filter((call) => call === 'listPage').length;
    const again = await reload(door);
    expect(again.list.value.status).toBe('none');
    server.answer = () => undefined;
    await time.advance(120_000);
    expect(again.unsent.value).toBe(0);
    expect(server.calls.filter((call) => call === 'listPage')).toHaveLength(asked);
    again.stop();
    const db = await openDoorDb(dbName);
    expect([await db.get('keys', 'list'), await db.all('list'), await db.get('meta', 'list')]).toEqual([
      undefined,
      [],
      undefined,
    ]);
    db.close();
  });

  it('is none until the last page has come, and goes on where it was cut off', async () => {
    await fill(250);
    let pages = 0;
    server.mishap = (call) => {
      if (call !== 'listPage') return undefined;
      pages += 1;
      return pages === 2 ? 'lose' : undefined;
    };
    const door = await pair();
    expect(door.list.value).toMatchObject({ status: 'none', got: 100 });
    expect(door.counts.value).toBeUndefined();
    const nonce = await door.take(byCode(1));
    expect(entry(door, nonce).verdict).toEqual({ kind: 'UNDECIDED', why: 'NO_LIST' });
    const unlisted = { ...server.api, listPage: () => Promise.reject(new ApiProblem('UNREACHABLE')) };
    const again = await reload(door, { api: unlisted });
    expect(again.list.value).toMatchObject({ status: 'none', got: 0 });
    const last = await reload(again);
    await time.advance(10_000);
    expect(last.list.value.status).toBe('ready');
    expect(last.counts.value?.invited).toBe(250);
  });

  it('goes on with the page that failed, without asking for the earlier ones again', async () => {
    await fill(250);
    let pages = 0;
    server.mishap = (call) => {
      if (call !== 'listPage') return undefined;
      pages += 1;
      return pages === 2 ? 'drop' : undefined;
    };
    const door = await pair();
    await time.advance(5_000);
    expect(door.list.value.status).toBe('ready');
    expect(pages).toBe(4);
  });

  it('learns by small steps of arrivals elsewhere, late invitations and revocations', async () => {
    const door = await pair();
    const elsewhere = { at: '2024-06-27T01:00:05.000Z', door: 'Pintu B', mode: 'IN_PERSON', who: 'holder' } as const;
    const news = [
      await anEntry(1, { present: elsewhere }),
      await anEntry(2, { revoked: true }),
      await anEntry(9),
      await anEntry(3, { version: 2 }),
    ];
    await time.advance(60_000);
    const { api } = server;
    const asked: unknown[] = [];
    api.listPage = async (_, query) => {
      asked.push(query);
      return { items: news, next: null, asOf: new Date(time.now()).toISOString() };
    };
    await time.advance(40_000);
    expect(asked[0]).toHaveProperty('since');
    const again = await reload(door);
    expect(again.counts.value?.invited).toBe(5);
    const verdicts = [];
    for (const input of [byCode(1), byCode(2), byCode(9), byCode(3), byCode(3, 2), byCode(4)])
      verdicts.push(entry(again, await again.take(input)).verdict);
    expect(verdicts).toMatchObject([
      { kind: 'ALREADY', first: { door: 'Pintu B' } },
      { kind: 'REFUSED', reason: 'REVOKED' },
      { kind: 'ADMITTED' },
      { kind: 'REFUSED', reason: 'REVOKED' },
      { kind: 'ADMITTED' },
      { kind: 'ADMITTED' },
    ]);
  });

  it('lies sealed: no name can be read in the storage', async () => {
    const door = await pair();
    offline();
    await door.take(byCode(1));
    const db = await openDoorDb(dbName);
    const everything = await Promise.all((['meta', 'list', 'outbox', 'log'] as const).map((store) => db.all(store)));
    db.close();
    const told = everything.flat().map(({ value }) => {
      const { data } = value as { data?: ArrayBuffer };
      return data ? new TextDecoder().decode(data) : JSON.stringify(value);
    });
    expect(told.length).toBeGreaterThan(4);
    expect(told.filter((text) => /Kepala|Dinas/.test(text))).toEqual([]);
  });
});

describe('a door that is cut off', () => {
  it('forgets the names, keeps what is unsent, and signs a file of it', async () => {
    const door = await pair();
    offline();
    const nonces = [await door.take(byCode(1)), await door.take(byCode(2))];
    server.mishap = () => 'DOOR_CUT_OFF';
    await time.advance(60_000);
    expect(door.cutOffAt.value).toMatch(/^2024-06-27T01:0/);
    expect(door.list.value.status).toBe('none');
    expect(door.entries.value.size).toBe(0);
    expect(door.unsent.value).toBe(2);
    expect(await door.leave()).toBe(false);
    const calls = server.calls.length;
    await time.advance(120_000);
    expect(server.calls.length).toBe(calls);
    const db = await openDoorDb(dbName);
    expect(await db.get('keys', 'list')).toBeUndefined();
    expect(await db.all('list')).toEqual([]);
    db.close();

    const again = await reload(door);
    expect(again.cutOffAt.value).toBe(door.cutOffAt.value);
    const refused = await again.take(byCode(3));
    expect(entry(again, refused).verdict).toEqual({ kind: 'REFUSED', reason: 'DOOR_CUT_OFF' });
    const jws = await (await again.exportFile()).text();
    const key = await importJWK({ ...server.publicKey, alg: 'ES256' }, 'ES256');
    const { payload, protectedHeader } = await compactVerify(jws, key);
    expect(protectedHeader).toEqual({ alg: 'ES256' });
    const file = JSON.parse(new TextDecoder().decode(payload));
    expect(file).toMatchObject({ format: 'hadir-door-scans-1', door: idOf(99) });
    expect(file.entries.map(({ nonce }: { nonce: string }) => nonce)).toEqual(nonces);
    await again.handedOver();
    expect(await again.leave()).toBe(true);
    expect(await loadDoor(kitPorts(options()))).toEqual({ kind: 'none' });
  });
});

describe('a storage that is full', () => {
  const quota = (): Error => new DOMException('', 'QuotaExceededError');

  it('gives up its reserve for a scan and says that little is left', async () => {
    let full = false;
    const wrapDb = (db: DoorDb): DoorDb => ({
      ...db,
      write: async (changes, durability) => {
        const frees = changes.every((change) => 'clear' in change && change.in === 'reserve');
        if (full && !frees) throw quota();
        if (frees) full = false;
        return db.write(changes, durability);
      },
    });
    const door = await pair({ wrapDb });
    expect(door.storage.value).toBe('ok');
    full = true;
    const nonce = await door.take(byCode(1));
    expect(door.storage.value).toBe('low');
    expect(entry(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' } });
  });

  it('says that a scan was not saved, and does not count it', async () => {
    let full = false;
    const wrapDb = (db: DoorDb): DoorDb => ({
      ...db,
      write: (changes, durability) =>
        full && changes.some((change) => 'put' in change) ? Promise.reject(quota()) : db.write(changes, durability),
    });
    const door = await pair({ wrapDb });
    offline();
    full = true;
    const nonce = await door.take(byCode(1));
    expect(entry(door, nonce)).toMatchObject({ verdict: { kind: 'NOT_SAVED' } });
    expect(door.storage.value).toBe('full');
    expect(door.unsent.value).toBe(0);
    expect(door.counts.value?.present).toBe(0);
    full = false;
    expect(entry(door, await door.take(byCode(1))).verdict.kind).toBe('ADMITTED');
  });

  it('tells of little room before anything is lost, and of a storage that the browser may forget', async () => {
    const little = { estimate: async () => ({ quota: 1e9, usage: 1e9 - 1e6 }) };
    expect((await pair({ storage: little })).storage.value).toBe('low');
    dbName = newDbName();
    const forgetful = {
      estimate: async () => ({ quota: 1e8, usage: 0 }),
      persisted: async () => false,
      persist: async () => false,
    };
    expect((await pair({ storage: forgetful })).storage.value).toBe('volatile');
  });
});

describe('sending', () => {
  it('waits longer after each failure, and never longer than a quarter of a minute', async () => {
    const door = await pair();
    await time.advance(1_000);
    offline();
    await door.take(byCode(1));
    await time.settle();
    server.calls.length = 0;
    const at: number[] = [];
    const begin = time.now();
    server.mishap = () => {
      at.push(time.now() - begin);
      return 'drop';
    };
    await time.advance(120_000);
    expect(at.slice(0, 6)).toEqual([1_500, 4_500, 10_500, 21_750, 33_000, 44_250]);
    expect(door.link.value).toMatchObject({ reachable: false });
  });

  it('takes the others when one of a batch is broken, and says so of that one', async () => {
    const door = await pair();
    offline();
    const nonces: string[] = [];
    for (const n of [0, 1, 2]) nonces.push(await door.take(byCode(n)));
    server.answer = ({ nonce }) =>
      nonce === nonces[1] ? { result: 'invalid', errors: [{ pointer: '/token', rule: 'x' }] } : undefined;
    online();
    await time.advance(60_000);
    expect(nonces.map((nonce) => entry(door, nonce)).map(({ verdict, state }) => [verdict.kind, state])).toEqual([
      ['ADMITTED', 'confirmed'],
      ['FAILED', 'overruled'],
      ['ADMITTED', 'confirmed'],
    ]);
    expect(door.unsent.value).toBe(1);
  });

  it('finds the one that makes a whole request refused', async () => {
    const door = await pair();
    offline();
    const nonces: string[] = [];
    for (const n of [0, 1, 2]) nonces.push(await door.take(byCode(n)));
    server.mishap = () => undefined;
    const { batch } = server.api;
    server.api.batch = (as, sentAt, entries) =>
      JSON.stringify(entries).includes(String(nonces[1]))
        ? server.api.pair({ code: '', secret: '', publicKey: {} as never }).then(() => {
            throw Object.assign(new ApiProblem('INPUT_INVALID'));
          })
        : batch(as, sentAt, entries);
    await time.advance(60_000);
    expect(nonces.map((nonce) => entry(door, nonce).verdict.kind)).toEqual(['ADMITTED', 'FAILED', 'ADMITTED']);
  });

  it('takes a group back by the nonce of its count, and does not correct who came', async () => {
    const door = await pair();
    const nonce = await door.take({ target: { group: { count: 12 } }, who: 'holder' });
    server.answer = ({ kind }) => (kind === 'uncount' ? { result: 'uncounted', count: 12 } : undefined);
    await door.correct(nonce, 'acting');
    expect(await door.undo(nonce, 'salah ketik')).toBe(true);
    await time.advance(60_000);
    expect(door.unsent.value).toBe(0);
    expect(entry(door, nonce).undone).toEqual({ reason: 'salah ketik', confirmed: true });
    expect(server.arrived.map(({ kind }) => kind)).toEqual(['scan', 'uncount']);
    expect(server.arrived[1]).toMatchObject({ of: nonce, reason: 'salah ketik' });
  });

  it('keeps an entry that the engine did not answer for, and its undo with it', async () => {
    const door = await pair();
    offline();
    const nonce = await door.take(byCode(1));
    expect(await door.undo(nonce, 'salah orang')).toBe(true);
    expect(door.counts.value?.present).toBe(0);
    let times = 0;
    server.answer = ({ kind }) => {
      times += 1;
      if (times > 2) return undefined;
      return kind === 'scan' ? { result: 'retry' } : { result: 'problem', code: 'CHECK_IN_UNKNOWN' };
    };
    online();
    await time.advance(60_000);
    expect(door.unsent.value).toBe(0);
    expect(entry(door, nonce)).toMatchObject({
      state: 'confirmed',
      undone: { confirmed: true, reason: 'salah orang' },
    });
    expect(entry(door, nonce).undone?.failed).toBeUndefined();
    expect(server.arrived.map(({ kind }) => kind)).toEqual(['scan', 'undo', 'scan', 'undo']);
  });

  it('marks the scan that another door was faster with', async () => {
    const door = await pair();
    offline();
    const nonce = await door.take(byCode(1));
    await server.api.batch({} as never, '', []).catch(() => undefined);
    online();
    await server.api.batch({} as never, '', [{ kind: 'scan', nonce: 'other-door', token: tokenOf(1) }]);
    await time.advance(60_000);
    expect(entry(door, nonce)).toMatchObject({
      verdict: { kind: 'ALREADY' },
      state: 'overruled',
      before: { kind: 'ADMITTED' },
      seen: false,
    });
    door.markSeen();
    const again = await reload(door);
    expect(entry(again, nonce)).toMatchObject({ state: 'overruled', seen: true });
  });

  it('says when a change was made and how far the clock was off, however late it is sent', async () => {
    const door = await pair();
    await time.advance(20_000);
    offline();
    const [first, second] = [await door.take(byCode(1)), await door.take(byCode(2))];
    await time.advance(60_000);
    const madeAt = new Date(time.now()).toISOString();
    await door.correct(first, 'acting');
    expect(await door.undo(second, 'salah orang')).toBe(true);
    await time.advance(30 * 60_000);
    online();
    await time.advance(120_000);
    expect(door.unsent.value).toBe(0);
    const changes = server.arrived.filter((entry) => (entry as { kind?: string }).kind !== 'scan');
    const times = { madeAt, clockOffsetMs: expect.any(Number), nonce: expect.any(String) };
    expect(changes).toMatchObject([
      { kind: 'correction', of: first, ...times },
      { kind: 'undo', of: second, ...times },
    ]);
  });

  it('sends changes that an older app kept without their time', async () => {
    const door = await pair();
    await time.advance(20_000);
    const nonce = await door.take(byCode(1));
    await time.advance(20_000);
    offline();
    expect(await door.undo(nonce, 'salah orang')).toBe(true);
    door.stop();
    const db = await openDoorDb(dbName);
    const [kept] = await db.all('outbox');
    if (!kept) throw new Error('nothing was kept');
    const { clock: _, ...record } = kept.value as { clock?: unknown; body: Record<string, unknown> };
    const { madeAt: __, nonce: ___, ...body } = record.body;
    await db.write([{ in: 'outbox', put: { ...record, body }, key: kept.key }]);
    db.close();
    online();
    const again = await reload(door);
    await time.advance(60_000);
    expect(again.unsent.value).toBe(0);
    expect(server.arrived.at(-1)).toEqual({ kind: 'undo', of: nonce, reason: 'salah orang', invitation: idOf(1) });
  });

  it('sends a guest, a group, a correction and a letter', async () => {
    const door = await pair();
    const group = await door.take({ target: { group: { count: 12, label: ' rombongan ' } }, who: 'holder' });
    const came = await door.take(byCode(1));
    await door.correct(came, 'delegate', { name: 'Budi', office: '' });
    expect(await door.attachLetter(came, new Blob(['x'], { type: 'image/jpeg' }))).toBe(true);
    expect(entry(door, came).letter).toBe('saved');
    await time.advance(20_000);
    expect(server.arrived).toMatchObject([
      { group: { count: 12, label: 'rombongan' }, nonce: group },
      { nonce: came },
      { kind: 'correction', of: came, who: 'delegate', delegate: { name: 'Budi' }, invitation: idOf(1) },
    ]);
    expect(server.arrived[2]).toMatchObject({ nonce: expect.any(String), madeAt: expect.any(String) });
    expect(entry(door, came)).toMatchObject({ letter: 'sent', corrected: { confirmed: true } });
    expect([...server.letters.keys()]).toEqual([came]);
    expect(door.unsent.value).toBe(0);
  });
});

describe('the clock', () => {
  it('of 1970 is corrected by its measured offset, and the operator is told', async () => {
    const skew = -time.now() + 86_400_000;
    const door = await pair({ skewMs: () => skew });
    const nonce = await door.take(byCode(1));
    expect(entry(door, nonce).at).toBe('2024-06-27T01:00:00.000Z');
    await time.settle();
    expect(server.arrived[0]).toMatchObject({ scannedAt: '1970-01-02T00:00:00.000Z', clockOffsetMs: -skew });
    expect(door.link.value).toMatchObject({ clockOff: true, clockOffsetMs: -skew });
  });

  it('that fell back to 1970 while the battery was flat is found out when there is contact again', async () => {
    const door = await pair();
    offline();
    await door.take(byCode(1));
    const skew = -time.now();
    const again = await reload(door, { skewMs: () => skew });
    await again.take(byCode(2));
    await time.advance(30_000);
    online();
    await time.advance(60_000);
    expect(server.arrived.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, -skew]);
  });

  it('that somebody sets back in the middle keeps the scans before and after in their place', async () => {
    let skew = 0;
    const door = await pair({ skewMs: () => skew });
    offline();
    await door.take(byCode(1));
    await time.advance(60_000);
    skew = -600_000;
    await door.take(byCode(2));
    expect(door.log.value.map(({ at }) => at)).toEqual(['2024-06-27T01:01:00.000Z', '2024-06-27T01:00:00.000Z']);
    online();
    await time.advance(60_000);
    expect(server.arrived.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, 600_000]);
  });
});

describe('an outbox of another version of the app', () => {
  it('is sent as it lies, and kept when the server cannot read it', async () => {
    const door = await pair();
    door.stop();
    const db = await openDoorDb(dbName);
    await db.write([{ in: 'outbox', put: { format: 99, shape: 'unknown' }, key: 1 }]);
    const again = started(await loadDoor(kitPorts(options())));
    expect(again.unsent.value).toBe(1);
    await time.advance(30_000);
    expect(server.arrived).toEqual([{ format: 99, shape: 'unknown' }]);
    expect([again.unsent.value, again.givenUp.value]).toEqual([1, 1]);
    expect(await db.get('outbox', 1)).toEqual({ format: 99, shape: 'unknown' });
    db.close();
    expect(entry(again, 'unreadable-1')).toMatchObject({ verdict: { kind: 'FAILED' }, state: 'overruled' });
    expect((await again.take(byCode(1))) && again.log.value.length).toBe(2);
  });
});

describe('pairing', () => {
  it('sends the same secret again after a lost answer', async () => {
    const secrets: string[] = [];
    const api = {
      ...server.api,
      pair: async (body: Parameters<typeof server.api.pair>[0]) => {
        secrets.push(body.secret);
        return server.api.pair(body);
      },
    };
    server.mishap = () => 'lose';
    expect(await pairDevice(code, kitPorts(options({ api })))).toEqual({ kind: 'failed', code: 'TIMED_OUT' });
    online();
    started(await pairDevice(code, kitPorts(options({ api }))));
    expect(secrets).toHaveLength(2);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(secrets[0]).toBe(secrets[1]);
  });

  it('says what a text that is no pairing code is, and that this device is a door already', async () => {
    expect(await pairDevice('https://hadir.test/c/x', kitPorts(options()))).toMatchObject({ kind: 'failed' });
    await pair();
    expect(await pairDevice(code, kitPorts(options()))).toEqual({ kind: 'already' });
  });

  it('lets only one tab run the door', async () => {
    let held = false;
    const request = async (_: string, __: unknown, work: (lock: object | null) => unknown) => {
      if (held) return work(null);
      held = true;
      await work({});
      held = false;
    };
    const locks = { request } as unknown as NonNullable<KitOptions['locks']>;
    const door = await pair({ locks });
    const second = loadDoor(kitPorts(options({ locks })));
    await time.advance(5_000);
    expect(await second).toEqual({ kind: 'occupied' });
    door.stop();
    await time.settle();
    started(await loadDoor(kitPorts(options({ locks }))));
  });
});

it('what the server fails on is not overtaken by a later scan of the same code', async () => {
  const door = await pair();
  let batches = 0;
  server.mishap = (call) => {
    if (call !== 'batch') return undefined;
    batches += 1;
    return batches === 1 ? 'INTERNAL' : undefined;
  };
  const first = await door.take(byCode(1));
  const second = await door.take(byCode(1));
  const other = await door.take(byCode(2));
  await time.advance(60_000);
  expect(door.unsent.value).toBe(0);
  const states = [first, second, other].map((nonce) => [entry(door, nonce).verdict.kind, entry(door, nonce).state]);
  expect(states).toEqual([
    ['ADMITTED', 'confirmed'],
    ['ALREADY', 'confirmed'],
    ['ADMITTED', 'confirmed'],
  ]);
});

it('whatever the link does, every scan arrives and is settled once', async () => {
  const mishaps = fc.array(fc.constantFrom('drop', 'lose', 'ENGINE_UNAVAILABLE', 'INTERNAL', undefined), {
    minLength: 5,
    maxLength: 40,
  });
  const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(20_000), fc.boolean()), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(mishaps, steps, async (failures, scans) => {
      server = playServer(time);
      for (let n = 0; n < 5; n += 1) server.entries.set(idOf(n), await anEntry(n));
      dbName = newDbName();
      let door = await pair();
      let calls = 0;
      server.mishap = () => {
        calls += 1;
        return failures[calls - 1];
      };
      const nonces: string[] = [];
      for (const [n, wait, crash] of scans) {
        nonces.push(await door.take(byCode(n)));
        await time.advance(wait);
        if (crash) door = await reload(door);
      }
      for (let wait = 0; wait < 60 && door.unsent.value > 0; wait += 1) await time.advance(30_000);
      expect(door.unsent.value).toBe(0);
      const admitted = new Set<string>();
      for (const nonce of nonces) {
        expect(server.arrived.some((body) => body.nonce === nonce)).toBe(true);
        expect(entry(door, nonce).state).toBe('confirmed');
        if (entry(door, nonce).verdict.kind === 'ADMITTED') admitted.add(String(entry(door, nonce).entry?.id));
      }
      expect(admitted.size).toBe(new Set(scans.map(([n]) => n)).size);
      const settled = new Set(door.log.value.map(({ nonce }) => nonce));
      expect(settled.size).toBe(nonces.length);
      door.stop();
    }),
    { numRuns: 30 },
  );
});
