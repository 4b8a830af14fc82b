/** Keys are changed by the commands: what was printed and sealed before stays good, and what comes after uses the new one. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mergeTokenKeys } from '../../functions/admin/moved-token-keys.ts';
import { nextKeyId } from '../../functions/admin/rotate-token-key.ts';
import { secretTokenKeys } from '../../functions/admin/token-key-holders.ts';
import { makeToken, readToken } from '../../functions/invitations/invitation-token.ts';
import { loadSealer } from '../../functions/local/seal-keys.ts';
import { changeTokenKeys, loadTokenKeys } from '../../functions/local/token-keys.ts';
import { parseTokenKeys } from '../../functions/platform/token-key-text.ts';
import { isSignedBy } from '../../functions/seals/ed25519.ts';
import { sealKeyArn, startKms } from '../infra/kms-stand-in.ts';
import { admin, done, startCloud, where } from './installations.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(data, { recursive: true });
});
const content = { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 };
const aKey = () => randomBytes(32).toString('base64url');

describe('keys of codes on the laptop', () => {
  test('the first has a number of its own, so that it can stand beside the one of AWS', async () => {
    const { current, secrets } = await loadTokenKeys(data);
    expect(current).toBeGreaterThan(1);
    expect(current).toBeLessThan(256);
    expect([...secrets.keys()]).toEqual([current]);
    expect(await loadTokenKeys(data)).toEqual({ current, secrets });
    expect((await stat(join(data, 'token-key'))).mode & 0o777).toBe(0o600);
  });

  test('a first key keeps away from numbers that are on their way', async () => {
    const taken = new Set(Array.from({ length: 254 }, (_, index) => index + 2).filter((id) => id !== 77));
    expect((await changeTokenKeys(data, (keys) => keys, taken)).current).toBe(77);
  });

  test('two starts at once have the same', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadTokenKeys(data)));
    expect(new Set(all.map(({ current }) => current)).size).toBe(1);
  });

  test('the file of a version that had one key is read as key 1', async () => {
    const secret = aKey();
    await writeFile(join(data, 'token-key'), secret);
    const before = await loadTokenKeys(data);
    expect(before).toEqual({ current: 1, secrets: new Map([[1, Buffer.from(secret, 'base64url')]]) });
    const token = makeToken(before, content);
    await done('rotate-keys', 'token', '--data', data);
    expect(readToken(await loadTokenKeys(data), token)).toEqual(content);
  });

  test('rotated: older codes are read, new ones are made with the new key, and no key is told', async () => {
    const before = await loadTokenKeys(data);
    const old = makeToken(before, content);
    const told = await done('rotate-keys', 'token', '--data', data);
    const after = await loadTokenKeys(data);
    expect(after.current).not.toBe(before.current);
    expect(readToken(after, old)).toEqual(content);
    expect(readToken(before, makeToken(after, content))).toBeUndefined();
    for (const secret of after.secrets.values()) expect(told).not.toContain(Buffer.from(secret).toString('base64url'));
  });

  test('withdrawn: nothing made with it is read any more, and its number is not given out again at once', async () => {
    const before = await loadTokenKeys(data);
    await done('rotate-keys', 'token', '--data', data);
    const between = await loadTokenKeys(data);
    const number = String(before.current);
    const told = await done('rotate-keys', 'token', '--data', data, '--withdraw', number, '--yes', number);
    const after = await loadTokenKeys(data);
    expect([after.current, [...after.secrets.keys()]]).toEqual([between.current, [between.current]]);
    expect(readToken(after, makeToken(before, content))).toBeUndefined();
    expect(readToken(after, makeToken(between, content))).toEqual(content);
    expect(told).toContain(`Kunci kode nomor ${number} dicabut`);
    // The product has one reading of its keys, at its start.
    expect(told).toContain('Takes effect when Hadir is started again.');
    expect(told).toContain('After that: print again');
    expect(told).not.toContain('from now');
  });

  test('the key that makes new codes is withdrawn for a new one, in the same write', async () => {
    const before = await loadTokenKeys(data);
    const number = String(before.current);
    await done('rotate-keys', 'token', '--data', data, '--withdraw', number, '--yes', number);
    const after = await loadTokenKeys(data);
    expect([...after.secrets.keys()]).toEqual([after.current]);
    expect(after.current).not.toBe(before.current);
    expect(readToken(after, makeToken(before, content))).toBeUndefined();
    expect(readToken(after, makeToken(after, content))).toEqual(content);
  });

  test('a number that no key has, or that is said once, withdraws nothing', async () => {
    const { current } = await loadTokenKeys(data);
    const other = String(current === 200 ? 201 : 200);
    const unknown = await admin('rotate-keys', 'token', '--data', data, '--withdraw', other, '--yes', other);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining(`There are: ${current}.`)]);
    const [number, not] = [String(current), other];
    for (const said of [
      ['--withdraw', number],
      ['--yes', number],
      ['--withdraw', number, '--yes', not],
      ['--withdraw', 'x', '--yes', 'x'],
    ])
      expect((await admin('rotate-keys', 'token', '--data', data, ...said)).code).toBe(2);
    expect((await loadTokenKeys(data)).current).toBe(current);
  });

  test('a folder that nobody keeps keys in is not taken for one: a mistyped name must not look like a rotation', async () => {
    for (const kind of ['token', 'seal']) {
      const { code, err } = await admin('rotate-keys', kind, '--data', join(data, 'typo'));
      expect([code, err]).toEqual([1, expect.stringContaining('typo tidak ada')]);
    }
    expect(await readdir(data)).toEqual([]);
  });

  test('a file that cannot be read is not written over', async () => {
    await writeFile(join(data, 'token-key'), 'hunter2');
    const { code, err } = await admin('rotate-keys', 'token', '--data', data);
    expect([code, err]).toEqual([1, expect.stringContaining('Kembalikan dari salinan')]);
    expect(err).not.toContain('hunter2');
    expect(await readFile(join(data, 'token-key'), 'utf8')).toBe('hunter2');
    await writeFile(join(data, 'seal-key.pem'), 'hunter2');
    expect((await admin('rotate-keys', 'seal', '--data', data)).err).toContain('seal-key.pem tidak memuat kunci');
    expect(await readFile(join(data, 'seal-key.pem'), 'utf8')).toBe('hunter2');
  });
});

describe('numbers', () => {
  test.each([
    [1, [1], 2],
    [7, [7], 8],
    [255, [255], 2],
    [254, [254, 255, 2, 3], 4],
  ])('after %d with %j comes %d', (current, taken, next) => {
    expect(nextKeyId(current, new Set(taken))).toBe(next);
  });
  test('of 254 keys there is no other', () => {
    const all = Array.from({ length: 254 }, (_, index) => index + 2);
    expect(() => nextKeyId(9, new Set(all))).toThrow('NO_FREE_KEY');
  });
  test('the same key twice is one', () => {
    const keys = parseTokenKeys(JSON.stringify({ current: 3, 3: aKey() }));
    expect(
      mergeTokenKeys(
        keys,
        parseTokenKeys(JSON.stringify({ current: 3, 3: Buffer.from(keys.secrets.get(3) ?? []).toString('base64url') })),
        ['16.04'],
      ),
    ).toBe(keys);
  });
});

describe('keys of codes in AWS', () => {
  test('rotated in the secret: the former stays, the new one is current', async () => {
    const cloud = await startCloud(JSON.stringify({ current: 1, 1: aKey() }));
    try {
      const before = parseTokenKeys(cloud.secret());
      const told = await done('rotate-keys', 'token', ...where(cloud).slice(2));
      const after = parseTokenKeys(cloud.secret());
      expect(after.current).toBe(2);
      expect(readToken(after, makeToken(before, content))).toEqual(content);
      expect(told).toContain('Lambda');
    } finally {
      await cloud.stop();
    }
  });

  test('withdrawn from the secret', async () => {
    const cloud = await startCloud(JSON.stringify({ current: 2, 1: aKey(), 2: aKey() }));
    try {
      const before = parseTokenKeys(cloud.secret());
      const told = await done('rotate-keys', 'token', ...where(cloud).slice(2), '--withdraw', '1', '--yes', '1');
      const after = parseTokenKeys(cloud.secret());
      expect([after.current, [...after.secrets.keys()]]).toEqual([2, [2]]);
      expect(readToken(after, makeToken(before, content))).toEqual(content);
      for (const when of ['1 minute from now', '15 minutes from now', '5 minutes from now: print again'])
        expect(told).toContain(when);
    } finally {
      await cloud.stop();
    }
  });

  test('without saying which secret: what to write', async () => {
    const { code, err } = await admin('rotate-keys', 'token', '--table', 'hadir');
    expect([code, err]).toEqual([1, expect.stringContaining('--secret')]);
  });

  test('a secret that holds no keys is left alone, and not told', async () => {
    const cloud = await startCloud('{"current":1,"1":"hunter2"}');
    try {
      const { code, err } = await admin('rotate-keys', 'token', ...where(cloud));
      expect([code, err]).toEqual([1, expect.stringContaining('hadir-token-keys tidak memuat kunci')]);
      expect(err).not.toContain('hunter2');
      expect(cloud.secret()).toContain('hunter2');
    } finally {
      await cloud.stop();
    }
  });

  test('what another has put in between is not passed over in silence', async () => {
    const cloud = await startCloud(JSON.stringify({ current: 1, 1: aKey() }));
    try {
      const holder = secretTokenKeys('hadir-token-keys', { region: 'ap-southeast-3', endpoint: cloud.endpoint });
      const rotating = holder.change((keys) => {
        cloud.putSecret(JSON.stringify({ current: 5, 5: aKey() }));
        return { ...keys, secrets: new Map([...keys.secrets, [9, randomBytes(32)]]) };
      });
      await expect(rotating).rejects.toMatchObject({ code: 'SECRET_CHANGED' });
    } finally {
      await cloud.stop();
    }
  });
});

describe('the key of seals', () => {
  test('on the laptop: a new one signs, the former is known, and its private half is nowhere', async () => {
    const former = await (await loadSealer(data)).keys();
    const pem = await readFile(join(data, 'seal-key.pem'), 'utf8');
    const told = await done('rotate-keys', 'seal', '--data', data);
    let announced = '';
    const sealer = await loadSealer(data, (key) => {
      announced = key;
    });
    const keys = await sealer.keys();
    expect(keys.former).toEqual([former.current]);
    expect(told).toContain(announced);
    const message = Buffer.from('head');
    expect(isSignedBy(keys.current, message, (await sealer.sign(message)).signature)).toBe(true);
    for (const name of await readdir(data)) {
      const content = await readFile(join(data, name), 'utf8').catch(() => '');
      expect(content).not.toBe(pem);
    }
    expect((await stat(join(data, 'seal-key.pem'))).mode & 0o777).toBe(0o600);
  });

  test('in AWS nothing is changed from here: what to write in the stage’s file, with the present key', async () => {
    const kms = await startKms({ local: ['kms:GetPublicKey'] });
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', kms.url);
    try {
      const told = await done('rotate-keys', 'seal', '--seal-key', sealKeyArn);
      expect(told).toContain(`formerSealKeys: [/* … */ '${kms.publicKey}'],`);
      expect([...(kms.calls.get('local') ?? [])]).toEqual(['kms:GetPublicKey']);
    } finally {
      await kms.stop();
    }
  });

  test('both places at once, or none, are not understood', async () => {
    expect((await admin('rotate-keys', 'seal')).code).toBe(2);
    expect((await admin('rotate-keys', 'seal', '--data', data, '--seal-key', 'alias/hadir-dev-seal')).code).toBe(2);
  });
});
