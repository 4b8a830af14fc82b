/** Keys that are lost, replaced or wrong; and sealings that meet, or die in between. On the real engine, through the API's own app. */
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyIdOf, makeEd25519Sealer, publicKeyOf } from '../../functions/seals/ed25519.ts';
import { makeSealSession } from '../../functions/seals/seal-session.ts';
import { type Sealer, SealKeyUnavailable } from '../../functions/seals/sealer.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, headsHold, minute, provenBy, startHall, verified } from '../support/sealed-hall.ts';

const aKey = () => generateKeyPairSync('ed25519').privateKey;
const first = makeEd25519Sealer(aKey());
let sealer: Sealer;
/** Whatever the product holds of the sealer goes to the one of the moment. */
const current: Sealer = { keys: () => sealer.keys(), sign: (message) => sealer.sign(message) };
const lost = (): Promise<never> => Promise.reject(new SealKeyUnavailable('gone'));

let api: TestApi;
let hall: Hall;
beforeEach(async () => {
  sealer = first;
  api = await startTestApi({ wrap: () => ({ sealer: current }) });
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  hall = await startHall(api);
  await fillHall(hall);
});
afterEach(() => api.stop());

const sealsNow = (changes: object = {}) =>
  makeSealSession({ ...api.deps, pause: async () => {}, ...changes } as Parameters<typeof makeSealSession>[0]);
const headNumbers = async () => (await api.engine.stores.seals.heads(hall.session)).map(({ head }) => head.number);

describe('a key', () => {
  test('that is lost does not hold up the closing; what waits is sealed when it is back', async () => {
    sealer = { keys: lost, sign: lost };
    const closed = await hall.close();
    expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
    expect(api.logs.join()).toContain('SEAL_FAILED');
    expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', heads: [], check: null });
    const refused = await hall.seal();
    expect([refused.status, refused.body.code]).toEqual([503, 'SEAL_KEY_UNAVAILABLE']);
    expect((await hall.erase('Dinas A')).body.code).toBe('SEAL_KEY_UNAVAILABLE');
    expect((await api.call(null, 'GET', '/api/seal-keys')).body.code).toBe('SEAL_KEY_UNAVAILABLE');
    // Nothing was written that no head will ever know.
    expect(await api.engine.stores.seals.hashes(hall.session)).toEqual([]);

    sealer = first;
    expect((await hall.seal()).body.state).toBe('SEALED');
    expect(verified((await hall.bundle()).bytes).heads).toHaveLength(1);
  });

  test('that is lost between the leaves and the head: nothing is sealed, and nothing of it disturbs the next', async () => {
    sealer = { keys: first.keys, sign: lost };
    await hall.close();
    expect(await headNumbers()).toEqual([]);
    sealer = first;
    await hall.seal();
    expect(provenBy((await hall.check('Dinas A')).body)).toEqual({
      SESSION: true,
      READING: true,
      OFFICE: true,
      ATTENDANCE: true,
      HEARD: true,
      SIGNATURE: true,
    });
    expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(1);
    // What the first attempt left holds names too, and is erased with the rest.
    await hall.erase('Dinas B');
    const left: unknown[] = [];
    for await (const run of api.engine.stores.seals.allLeaves(hall.session)) left.push(run);
    expect(JSON.stringify(left)).not.toContain('Siti Nurhaliza');
  });

  test('that was replaced: the next head says whose place it takes, and the old one stays good', async () => {
    await hall.close();
    const before = await first.keys();
    const key = aKey();
    sealer = makeEd25519Sealer(key, [before.current]);
    await hall.signByLink('Dinas D', 'holder');
    const { heads } = (await hall.seal()).body;
    expect(heads.map(({ head }: { head: object }) => head)).toMatchObject([
      { key: keyIdOf(before.current) },
      { key: keyIdOf(publicKeyOf(key)), replacesKey: keyIdOf(before.current) },
    ]);
    expect(heads[0].head.replacesKey).toBeUndefined();
    expect(headsHold((await hall.checkSession()).body.heads)).toBe(true);
    const { bytes } = await hall.bundle();
    expect(verified(bytes, { keys: [keyIdOf(before.current), keyIdOf(publicKeyOf(key))] }).heads).toHaveLength(2);
    expect((await api.call(null, 'GET', '/api/seal-keys')).body.keys).toMatchObject([
      { key: keyIdOf(publicKeyOf(key)), current: true },
      { key: keyIdOf(before.current), current: false },
    ]);
  });

  test('that came with other regencies is published, and nothing is sealed on top of its heads here', async () => {
    await hall.close();
    const before = await first.keys();
    await hall.signByLink('Dinas D', 'holder');
    const key = aKey();
    sealer = makeEd25519Sealer(key, [`${before.current}@16.05+18.13`]);
    expect((await hall.seal()).body.code).toBe('SEAL_BROKEN');
    expect(await headNumbers()).toEqual([1]);
    sealer = makeEd25519Sealer(key, [`${before.current}@16.04`]);
    expect((await api.call(null, 'GET', '/api/seal-keys')).body.keys.at(1)).toEqual({
      key: keyIdOf(before.current),
      publicKey: before.current,
      current: false,
    });
    expect((await hall.seal()).body.heads).toHaveLength(2);
  });

  test('whose signature nobody could check makes no head', async () => {
    const another = makeEd25519Sealer(aKey());
    sealer = {
      keys: first.keys,
      sign: async (message) => ({ ...(await first.sign(message)), signature: (await another.sign(message)).signature }),
    };
    await hall.close();
    expect(await headNumbers()).toEqual([]);
  });
});

describe('sealings that meet', () => {
  test('two closings at once: one seal, the same for both', async () => {
    const replies = await Promise.all([hall.close(), hall.close()]);
    expect(replies.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'CLOSED'],
      [200, 'CLOSED'],
    ]);
    expect(await headNumbers()).toEqual([1]);
    expect((await hall.getSeal()).body.state).toBe('SEALED');
    expect(verified((await hall.bundle()).bytes).heads).toHaveLength(1);
  });

  test('twelve at once make one head', async () => {
    await api.engine.stores.sessions.move(hall.session, 'close', { closedAt: api.clock.now.toISOString() });
    const seal = sealsNow();
    const all = await Promise.all(Array.from({ length: 12 }, () => seal(hall.session).catch((error) => error.code)));
    expect(new Set(all.map((heads) => (typeof heads === 'string' ? heads : heads.length)))).toEqual(new Set([1]));
    expect(await headNumbers()).toEqual([1]);
  });

  test('without any claim the head alone decides: whoever comes second begins again', async () => {
    await api.engine.stores.sessions.move(hall.session, 'close', { closedAt: api.clock.now.toISOString() });
    const seals = { ...api.engine.stores.seals, claim: async () => true };
    const seal = sealsNow({ stores: { ...api.engine.stores, seals } });
    const all = await Promise.all([seal(hall.session), seal(hall.session), seal(hall.session)]);
    expect(new Set(all.map((heads) => heads?.[0]?.head.root)).size).toBe(1);
    expect(await headNumbers()).toEqual([1]);
    expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(1);
    expect(provenBy((await hall.check('Dinas A')).body)).toMatchObject({ OFFICE: true, SIGNATURE: true });
  });

  test('a scan that lands while the seal is made becomes an addendum', async () => {
    await api.engine.stores.sessions.move(hall.session, 'close', { closedAt: api.clock.now.toISOString() });
    const { seals } = api.engine.stores;
    const slow = {
      ...seals,
      putHead: async (...args: Parameters<typeof seals.putHead>) => {
        await hall.scan('Dinas D', { scannedAt: '2024-06-27T01:00:30.000Z' });
        return seals.putHead(...args);
      },
    };
    await sealsNow({ stores: { ...api.engine.stores, seals: slow } })(hall.session);
    expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', unsealed: { 'check-in': 1, heard: 1 } });
    await hall.seal();
    const { heads } = (await hall.checkSession()).body;
    expect(heads).toHaveLength(2);
    expect(headsHold(heads)).toBe(true);
    expect(verified((await hall.bundle()).bytes).heads).toHaveLength(2);
  });

  test('one that is under way: the next waits a while, then says so, and takes over once the lease is over', async () => {
    await api.engine.stores.sessions.move(hall.session, 'close', { closedAt: api.clock.now.toISOString() });
    const now = api.clock.now.toISOString();
    const until = new Date(api.clock.now.getTime() + minute).toISOString();
    await api.engine.stores.seals.claim(hall.session, 'another', { now, until });
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const seal = sealsNow({ pause });
    await expect(seal(hall.session)).rejects.toMatchObject({ code: 'SEAL_BUSY' });
    expect(pauses).toBeGreaterThan(10);
    hall.later(minute);
    expect(await seal(hall.session)).toHaveLength(1);
  });
});
