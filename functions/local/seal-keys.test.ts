import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyIdOf, publicKeyOf } from '../seals/ed25519.ts';
import { addFormerSealKeys, loadSealer, replaceSealKey } from './seal-keys.ts';

let folder: string;
const pem = () => join(folder, 'seal-key.pem');
const keys = () => join(folder, 'seal-keys');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-seal-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('ten starts at once make one key, and leave nothing else behind', async () => {
  const sealers = await Promise.all(Array.from({ length: 10 }, () => loadSealer(folder)));
  const known = await Promise.all(sealers.map((sealer) => sealer.keys()));
  expect(new Set(known.map(({ current }) => current)).size).toBe(1);
  expect(known.every(({ former }) => former.length === 0)).toBe(true);
  expect(await readdir(folder)).toEqual(['seal-key.pem', 'seal-keys']);
  expect(await readdir(keys())).toEqual([keyIdOf(known[0]?.current as string)]);
});

test('a start that died before its key was whole is no hindrance to the next', async () => {
  await writeFile(`${pem()}.0a.tmp`, '');
  expect((await (await loadSealer(folder)).keys()).current).toMatch(/^302a/);
});

test.each([
  ['empty', ''],
  ['cut', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw'],
  ['of another kind', generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
])('a key that is %s is left as it is, and the start says what to do', async (_, content) => {
  await writeFile(pem(), content);
  await expect(loadSealer(folder)).rejects.toThrow(/seal-key\.pem holds no sealing key .* Put it back from a copy/);
  expect(await readFile(pem(), 'utf8')).toBe(content);
});

test('a key that takes the place of another is told once; the other stays known', async () => {
  const told: string[] = [];
  const start = async () => (await loadSealer(folder, (key) => told.push(key))).keys();
  const { current: first } = await start();
  await start();
  expect(told).toEqual([]);
  await rm(pem());
  const { current, former } = await start();
  await start();
  expect([told, former]).toEqual([[keyIdOf(current)], [first]]);
});

test('a public key under a fingerprint that is not its own, or that anybody can sign with, is not published', async () => {
  const { current } = await (await loadSealer(folder)).keys();
  const own = join(keys(), keyIdOf(current));
  await rename(own, join(keys(), 'a'.repeat(64)));
  await expect(loadSealer(folder)).rejects.toThrow('is not the public key of that fingerprint');
  await rm(keys(), { recursive: true });
  await mkdir(keys());
  const neutral = `302a300506032b657003210001${'00'.repeat(31)}`;
  await writeFile(join(keys(), keyIdOf(neutral)), neutral);
  await expect(loadSealer(folder)).rejects.toThrow('is not the public key of that fingerprint');
  await rm(join(keys(), keyIdOf(neutral)));
  await writeFile(join(keys(), '.DS_Store'), 'x');
  const other = publicKeyOf(generateKeyPairSync('ed25519').privateKey);
  await writeFile(join(keys(), keyIdOf(other)), other);
  expect((await (await loadSealer(folder)).keys()).former).toEqual([other]);
});

test('a key that comes with an import is good for what came with it, and grows with the next', async () => {
  const other = publicKeyOf(generateKeyPairSync('ed25519').privateKey);
  const known = async () => (await loadSealer(folder)).keys();
  const add = (regency: string) => addFormerSealKeys(folder, new Map([[other, [regency]]]));
  expect(await add('16.04')).toEqual([`${other}@16.04`]);
  expect(await known()).toMatchObject({ former: [other], regencies: new Map([[other, new Set(['16.04'])]]) });
  expect(await add('16.04')).toEqual([`${other}@16.04`]);
  expect(await add('18.13')).toEqual([`${other}@16.04+18.13`]);
  expect(await add('16.04')).toEqual([`${other}@16.04+18.13`]);
  expect(await known()).toMatchObject({ former: [other], regencies: new Map([[other, new Set(['16.04', '18.13'])]]) });
  expect(await readdir(keys())).toHaveLength(2);
});

test('a key of this installation stays good for all, wherever its seals were meanwhile', async () => {
  const { current } = await (await loadSealer(folder)).keys();
  const moved = new Map([[current, ['16.04']]]);
  expect(await addFormerSealKeys(folder, moved)).toEqual([current]);
  await replaceSealKey(folder);
  expect(await addFormerSealKeys(folder, moved)).toEqual([current]);
  expect((await (await loadSealer(folder)).keys()).regencies).toBeUndefined();
});

test('a key that came with an import, and whose private half was brought after it, is this installation’s own', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const other = publicKeyOf(privateKey);
  await addFormerSealKeys(folder, new Map([[other, ['16.04']]]));
  await writeFile(pem(), privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  await loadSealer(folder);
  await replaceSealKey(folder);
  expect(await (await loadSealer(folder)).keys()).toEqual({ current: expect.any(String), former: [other] });
});
