/** What a paired door does at once and keeps; and what is left of one that is cut off. */
import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEntry, idOf, kitPorts, tokenOf } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import { openDoorDb } from './door-db.ts';
import { loadDoor } from './pairing.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('a paired door', () => {
  it('fetches its list, admits by it at once, and tells the server', async () => {
    const door = await stage.pair();
    expect(door.name).toBe('Pintu A');
    expect(door.list.value.status).toBe('ready');
    const nonce = await door.take(byCode(1));
    expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, state: 'saved' });
    expect(logged(door, nonce).entry?.name).toBe('Kepala 1');
    expect(door.counts.value).toEqual({ present: 1, invited: 5 });
    await stage.time.settle();
    expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, state: 'confirmed' });
    expect(stage.server.arrived).toMatchObject([{ nonce, who: 'holder', shown: 'ADMITTED', clockOffsetMs: 0 }]);
    expect(door.unsent.value).toBe(0);
  });

  it('says ALREADY the second time, before the server has heard of the first', async () => {
    const door = await stage.pair();
    stage.offline();
    await door.take(byCode(1));
    const second = await door.take({ target: { invitation: idOf(1) }, who: 'roster' });
    expect(logged(door, second).verdict).toMatchObject({ kind: 'ALREADY', first: { door: 'Pintu A' } });
    const [third, fourth] = await Promise.all([door.take(byCode(2)), door.take(byCode(2))]);
    expect([logged(door, third).verdict.kind, logged(door, fourth).verdict.kind].sort()).toEqual([
      'ADMITTED',
      'ALREADY',
    ]);
  });

  it('counts who was entered as following by video and comes, and says ALREADY the second time', async () => {
    const present = { at: '2024-06-27T01:00:00.000Z', door: 'Panitia', mode: 'ONLINE', who: 'holder' } as const;
    stage.server.entries.set(idOf(1), await anEntry(1, { present }));
    const door = await stage.pair();
    stage.offline();
    expect(door.counts.value).toEqual({ present: 0, invited: 5 });
    expect(logged(door, await door.take(byCode(1))).verdict.kind).toBe('ADMITTED');
    expect(door.counts.value).toEqual({ present: 1, invited: 5 });
    expect(logged(door, await door.take(byCode(1))).verdict).toMatchObject({
      kind: 'ALREADY',
      first: { door: 'Pintu A' },
    });
  });

  it('names nobody beside a forged code, whomever it claims to be', async () => {
    const door = await stage.pair();
    const code = `${tokenOf(1).slice(0, -3)}AAA`;
    const forged = await door.take({ target: { code }, who: 'roster' });
    expect(logged(door, forged).verdict).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
    expect(logged(door, forged).entry).toBeUndefined();
  });

  it('counts a guest without invitation among neither the invited nor the present', async () => {
    const guest = await anEntry(9, {
      kind: 'guest',
      walkIn: true,
      present: { at: '2024-06-27T01:00:00.000Z', door: 'B', mode: 'IN_PERSON', who: 'holder' },
    });
    stage.server.entries.set(idOf(9), guest);
    const door = await stage.pair();
    expect(door.entries.value.size).toBe(6);
    expect(door.counts.value).toEqual({ present: 0, invited: 5 });
  });

  it('keeps everything over a reload without a network, and sends it by itself when there is one', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonces = [await door.take(byCode(1)), await door.take(byCode(2)), await door.take(byCode(7))];
    expect(door.unsent.value).toBe(3);
    const again = await stage.reload(door);
    expect(again.unsent.value).toBe(3);
    expect(again.list.value.status).toBe('ready');
    expect(again.log.value.map(({ verdict }) => verdict.kind)).toEqual(['UNDECIDED', 'ADMITTED', 'ADMITTED']);
    expect(logged(again, nonces[0] as string).entry?.name).toBe('Kepala 1');
    const repeat = await again.take(byCode(1));
    expect(logged(again, repeat).verdict.kind).toBe('ALREADY');
    stage.online();
    await stage.time.advance(60_000);
    expect(again.unsent.value).toBe(0);
    expect(stage.server.arrived.map(({ nonce }) => nonce)).toEqual([...nonces, repeat]);
    expect(logged(again, nonces[2] as string)).toMatchObject({ verdict: { kind: 'REFUSED' }, state: 'overruled' });
  });
});

describe('a door that is cut off', () => {
  it('forgets the names, keeps what is unsent, and signs a file of it', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonces = [await door.take(byCode(1)), await door.take(byCode(2))];
    stage.server.mishap = () => 'DOOR_CUT_OFF';
    await stage.time.advance(60_000);
    expect(door.cutOffAt.value).toMatch(/^2024-06-27T01:0/);
    expect(door.list.value.status).toBe('none');
    expect(door.entries.value.size).toBe(0);
    expect(door.unsent.value).toBe(2);
    expect(await door.leave()).toBe(false);
    const calls = stage.server.calls.length;
    await stage.time.advance(120_000);
    expect(stage.server.calls.length).toBe(calls);
    const db = await openDoorDb(stage.dbName);
    expect(await db.get('keys', 'list')).toBeUndefined();
    expect(await db.all('list')).toEqual([]);
    db.close();

    const again = await stage.reload(door);
    expect(again.cutOffAt.value).toBe(door.cutOffAt.value);
    const refused = await again.take(byCode(3));
    expect(logged(again, refused).verdict).toEqual({ kind: 'REFUSED', reason: 'DOOR_CUT_OFF' });
    const jws = await (await again.exportFile()).text();
    const key = await importJWK({ ...stage.server.publicKey, alg: 'ES256' }, 'ES256');
    const { payload, protectedHeader } = await compactVerify(jws, key);
    expect(protectedHeader).toEqual({ alg: 'ES256' });
    const file = JSON.parse(new TextDecoder().decode(payload));
    expect(file).toMatchObject({ format: 'hadir-door-scans-1', door: idOf(99) });
    expect(file.entries.map(({ nonce }: { nonce: string }) => nonce)).toEqual(nonces);
    await again.handedOver();
    expect(await again.leave()).toBe(true);
    expect(await loadDoor(kitPorts(stage.options()))).toEqual({ kind: 'none' });
  });
});
