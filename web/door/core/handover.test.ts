import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import type { Door } from './door.ts';
import { openDoorDb } from './door-db.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

const jpegOf = (bytes: number, fill = 7): Blob => new Blob([new Uint8Array(bytes).fill(fill)], { type: 'image/jpeg' });

const fileOf = async (door: Door) => {
  const jws = await (await door.exportFile()).text();
  const key = await importJWK({ ...stage.server.publicKey, alg: 'ES256' }, 'ES256');
  const { payload } = await compactVerify(jws, key);
  const content = JSON.parse(new TextDecoder().decode(payload)) as {
    entries: { nonce: string }[];
    letters?: { nonce: string; jpeg: string }[];
    rest: number;
  };
  return { ...content, size: jws.length };
};
const cutOff = async (): Promise<void> => {
  stage.server.mishap = () => 'DOOR_CUT_OFF';
  await stage.time.advance(60_000);
};

it('a file that was made and went nowhere does not let the door be left', async () => {
  const door = await stage.pair();
  stage.offline();
  await door.take(byCode(1));
  await cutOff();
  await door.exportFile();
  expect(door.toHandOver.value).toBe(1);
  expect(await door.leave()).toBe(false);
  await door.handedOver();
  expect([door.toHandOver.value, door.unsent.value]).toEqual([0, 1]);
  const again = await stage.reload(door);
  expect(again.toHandOver.value).toBe(0);
  expect((await fileOf(again)).entries).toHaveLength(1);
  expect(await again.leave()).toBe(true);
});

it('holds the photos, as many as the server takes in one file; the next file holds the others', async () => {
  const door = await stage.pair();
  stage.offline();
  const nonces: string[] = [];
  for (let n = 0; n < 15; n += 1) {
    const nonce = await door.take({ target: { guest: { office: `Kantor ${n}` } }, who: 'holder' });
    expect(await door.attachLetter(nonce, jpegOf(200 * 1024))).toBe(true);
    nonces.push(nonce);
  }
  await cutOff();
  expect(door.unsent.value).toBe(30);
  const first = await fileOf(door);
  expect(first.size).toBeLessThanOrEqual(4 * 1024 * 1024);
  expect(first.entries.map(({ nonce }) => nonce)).toEqual(nonces);
  expect(first.letters?.length).toBeGreaterThan(8);
  expect(Buffer.from(first.letters?.[0]?.jpeg ?? '', 'base64')).toHaveLength(200 * 1024);
  expect(first.rest).toBe(15 - (first.letters?.length ?? 0));
  await door.handedOver();
  expect(door.toHandOver.value).toBe(first.rest);
  expect(await door.leave()).toBe(false);
  const second = await fileOf(door);
  await door.handedOver();
  expect([second.entries.length, second.rest]).toEqual([0, 0]);
  const held = [...(first.letters ?? []), ...(second.letters ?? [])].map(({ nonce }) => nonce);
  expect(held.sort()).toEqual([...nonces].sort());
  // A file may be lost: from the beginning again, and to the end.
  expect((await fileOf(door)).entries).toHaveLength(15);
  await door.handedOver();
  expect((await fileOf(door)).entries).toHaveLength(0);
  expect(door.toHandOver.value).toBe(0);
  expect(await door.leave()).toBe(true);
}, 60_000);

it('what happens after a file was made is not in it', async () => {
  const door = await stage.pair();
  stage.offline();
  const nonce = await door.take(byCode(1));
  await door.attachLetter(nonce, jpegOf(10));
  await door.exportFile();
  await door.take(byCode(2));
  await door.attachLetter(nonce, jpegOf(20));
  await door.handedOver();
  expect(door.toHandOver.value).toBe(2);
  const next = await fileOf(door);
  expect(next.entries).toHaveLength(1);
  expect(Buffer.from(next.letters?.[0]?.jpeg ?? '', 'base64')).toHaveLength(20);
});

it('a scan that the server cannot read goes into the file, and then the door may be left', async () => {
  const door = await stage.pair();
  stage.server.answer = () => ({ result: 'invalid', errors: [] });
  const nonce = await door.take(byCode(1));
  await stage.time.advance(20_000);
  expect(door.givenUp.value).toBe(1);
  expect((await fileOf(door)).entries).toMatchObject([{ nonce }]);
  await door.handedOver();
  expect(await door.leave()).toBe(true);
});

it('a photo that replaces another while that one is being sent is sent as well', async () => {
  const { server, time } = stage;
  const door = await stage.pair();
  const nonce = await door.take(byCode(1));
  await time.settle();
  const { letter } = server.api;
  let taken: Promise<boolean> | undefined;
  server.api.letter = async (...given) => {
    taken ??= door.attachLetter(nonce, jpegOf(20));
    await taken;
    return letter(...given);
  };
  await door.attachLetter(nonce, jpegOf(10));
  await time.advance(40_000);
  expect(await taken).toBe(true);
  expect(server.letters.get(nonce)).toBe(20);
  expect(logged(door, nonce).letter).toBe('sent');
  expect(door.unsent.value).toBe(0);
});

it('a photo is marked in the log on the device too', async () => {
  const door = await stage.pair();
  stage.offline();
  const nonce = await door.take(byCode(1));
  await door.attachLetter(nonce, jpegOf(10));
  const db = await openDoorDb(stage.dbName);
  expect(await db.get('log', nonce)).toMatchObject({ letter: 'saved' });
  db.close();
  expect(logged(await stage.reload(door), nonce).letter).toBe('saved');
});
