import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keyIdOf, publicKeyOf } from '../seals/ed25519.ts';
import { loadSealer } from './seal-keys.ts';

let folder: string;
const pem = () => join(folder, 'seal-key.pem');
const keys = () => join(folder, 'seal-keys');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-seal-keys-'));
});

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
