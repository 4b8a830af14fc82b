import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { makeDevice } from '../../test/support/doors.ts';
import { doorOfFile, verifyDoorFile } from './door-file.ts';
import type { Door } from './door-schema.ts';

const device = await makeDevice();
const door: Door = {
  id: 'aaaaaaaa',
  session: 'aaaaaaaaaa',
  name: 'Pintu A',
  createdAt: '2024-06-27T00:00:00.000Z',
  pairingExpiresAt: '2024-06-27T12:00:00.000Z',
  publicKey: device.publicKey as never,
};
const content = {
  format: 'hadir-door-scans-1',
  session: door.session,
  door: door.id,
  exportedAt: '2024-06-27T05:00:00.000Z',
  clockOffsetMs: -300,
  entries: [{ kind: 'scan', nonce: 'nonce-0001' }],
};
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the signed file of a door', () => {
  test('is read when the door’s own key signed it, white space around it forgiven', async () => {
    const file = `\n${await device.sign(content)}\n`;
    expect(doorOfFile(file)).toMatchObject({ session: door.session, door: door.id });
    expect(await verifyDoorFile(file, door)).toEqual(content);
  });

  test('is refused when anything of its payload was changed', async () => {
    const [header, , signature] = (await device.sign(content)).split('.');
    const changed = encode({ ...content, entries: [] });
    expect(await verifyDoorFile(`${header}.${changed}.${signature}`, door)).toBeUndefined();
  });

  test('is refused when another device signed it, or nobody', async () => {
    const stranger = await makeDevice();
    expect(await verifyDoorFile(await stranger.sign(content), door)).toBeUndefined();
    expect(await verifyDoorFile(`${encode({ alg: 'none' })}.${encode(content)}.AA`, door)).toBeUndefined();
    const symmetric = await new SignJWT(content)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(device.publicKey.x));
    expect(await verifyDoorFile(symmetric, door)).toBeUndefined();
  });

  test('is refused when it is of another door or session than the key', async () => {
    for (const changes of [{ door: 'bbbbbbbb' }, { session: 'bbbbbbbbbb' }]) {
      expect(await verifyDoorFile(await device.sign({ ...content, ...changes }), door)).toBeUndefined();
    }
  });

  test('of a door that was never paired, or whose key is no key, nothing can be proved', async () => {
    const file = await device.sign(content);
    const { publicKey: _, ...waiting } = door;
    expect(await verifyDoorFile(file, waiting)).toBeUndefined();
    const broken = { ...device.publicKey, x: 'A'.repeat(43) } as never;
    expect(await verifyDoorFile(file, { ...door, publicKey: broken })).toBeUndefined();
  });

  test('is refused when its form is another one', async () => {
    for (const wrong of [{ ...content, format: 'hadir-door-scans-9' }, { ...content, entries: {} }, [], null, 'text']) {
      const file = await device.sign(wrong);
      expect(doorOfFile(file)).toBeUndefined();
      expect(await verifyDoorFile(file, door)).toBeUndefined();
    }
    const cut = (await device.sign(content)).slice(0, 80);
    for (const text of ['', 'a.b', 'a.b.c', '{}', cut, `${cut}.x.y`]) {
      expect(doorOfFile(text)).toBeUndefined();
      expect(await verifyDoorFile(text, door)).toBeUndefined();
    }
  });
});
