/** Keys of codes that move with a regency: whoever ran the other installation still has them, so that they speak for what came with them alone. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportRegency } from '../../functions/admin/export-regency.ts';
import { keysFor, mergeTokenKeys } from '../../functions/admin/moved-token-keys.ts';
import { rotateTokenKey, withdrawTokenKey } from '../../functions/admin/rotate-token-key.ts';
import { laptopTokenKeys } from '../../functions/admin/token-key-holders.ts';
import { makePairingCode, readPairingCode } from '../../functions/doors/pairing-code.ts';
import { makeToken, readToken } from '../../functions/invitations/invitation-token.ts';
import { changeTokenKeys, loadTokenKeys } from '../../functions/local/token-keys.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { makeRawItems } from '../../functions/platform/raw-items.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { parseTokenKeys, tokenKeyText } from '../../functions/platform/token-key-text.ts';
import { startTestEngine } from '../support/engine.ts';
import { aRegency } from '../support/fixtures.ts';
import { admin, type Cloud, done, startCloud, where } from './installations.ts';

const secret = (fill: number) => new Uint8Array(32).fill(fill);
/** Every key's first byte says who made it; the numbers too. */
const keysOf = (current: number, moved: Record<number, string[]> = {}): TokenKeys => ({
  current,
  secrets: new Map([current, ...Object.keys(moved).map(Number)].map((id) => [id, secret(id)])),
  regencies: new Map(Object.entries(moved).map(([id, regencies]) => [Number(id), new Set(regencies)])),
});
const boundsOf = ({ secrets, regencies }: TokenKeys) =>
  Object.fromEntries(
    [...secrets.keys()].map((id) => [id, regencies?.has(id) ? [...(regencies.get(id) ?? [])] : 'all']),
  );

test.each<[string, TokenKeys, TokenKeys, string[], object]>([
  ['a key that comes speaks for what came', keysOf(1), keysOf(77), ['16.04'], { 1: 'all', 77: ['16.04'] }],
  [
    'and for what comes later',
    keysOf(1, { 77: ['16.04'] }),
    keysOf(77),
    ['18.13', '16.04'],
    { 1: 'all', 77: ['16.04', '18.13'] },
  ],
  [
    'one that was bound there does for no more here',
    keysOf(1),
    keysOf(77, { 9: ['16.04', '18'] }),
    ['16.04'],
    { 1: 'all', 77: ['16.04'], 9: ['16.04'] },
  ],
  [
    'one that was bound there to others stays away',
    keysOf(1),
    keysOf(77, { 9: ['18.13'] }),
    ['16.04'],
    { 1: 'all', 77: ['16.04'] },
  ],
  [
    'one that was made here comes back as it left',
    keysOf(1),
    keysOf(77, { 1: ['16.04'] }),
    ['16.04'],
    { 1: 'all', 77: ['16.04'] },
  ],
])('%s', (_, ours, theirs, regencies, bounds) => {
  const merged = mergeTokenKeys(ours, theirs, regencies);
  expect(boundsOf(merged)).toEqual(bounds);
  expect(merged.current).toBe(ours.current);
  // What is written down is what was meant, and the same again is nothing to write.
  expect(boundsOf(parseTokenKeys(tokenKeyText(merged)))).toEqual(bounds);
  expect(mergeTokenKeys(merged, theirs, regencies)).toBe(merged);
});

test('two keys under one number: refused, unless the other speaks for nothing that comes', () => {
  const theirs = (bound: string): TokenKeys => {
    const { secrets, ...keys } = keysOf(77, { 9: [bound] });
    return { ...keys, secrets: new Map([...secrets, [9, secret(8)]]) };
  };
  const ours = keysOf(1, { 9: ['16.04'] });
  expect(() => mergeTokenKeys(ours, theirs('18.13'), ['18.13'])).toThrow('KEY_COLLISION');
  expect(boundsOf(mergeTokenKeys(ours, theirs('73.71'), ['18.13']))).toEqual({ 1: 'all', 9: ['16.04'], 77: ['18.13'] });
});

test('what goes along with an export: keys of its own, and those that came for what leaves', () => {
  const keys = keysOf(1, { 77: ['16.04', '16.05'], 78: ['18.13'] });
  expect(boundsOf(keysFor(keys, ['16.04']))).toEqual({ 1: 'all', 77: ['16.04'] });
  expect(boundsOf(keysFor(keys, ['16.04', '18.13']))).toEqual({ 1: 'all', 77: ['16.04'], 78: ['18.13'] });
  expect(boundsOf(keysFor(keys, ['73.71']))).toEqual({ 1: 'all' });
});

test('its bounds outlast a rotation, and leave with it: the number is free for a key that speaks for all', async () => {
  let kept = keysOf(76, { 77: ['16.04'] });
  const holder = {
    change: async (change: (keys: TokenKeys) => TokenKeys) => {
      kept = change(kept);
      return kept;
    },
  };
  await rotateTokenKey(holder, () => secret(78));
  expect(boundsOf(kept)).toEqual({ 76: 'all', 77: ['16.04'], 78: 'all' });
  await withdrawTokenKey(holder, 78, () => secret(79));
  expect([kept.current, boundsOf(kept)]).toEqual([79, { 76: 'all', 77: ['16.04'], 79: 'all' }]);
  await withdrawTokenKey(holder, 77, () => secret(80));
  kept = { ...kept, current: 76 };
  await rotateTokenKey(holder, () => secret(77));
  expect([kept.current, boundsOf(kept)]).toEqual([77, { 76: 'all', 77: 'all', 79: 'all' }]);
});

let folder: string;
let cloud: Cloud;
const file = (name: string) => join(folder, name);
const own = JSON.stringify({ current: 1, 1: Buffer.from(secret(1)).toString('base64url') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  cloud = await startCloud(own);
  await changeTokenKeys(file('laptop'), () => keysOf(77));
  const engine = await startTestEngine();
  for (const code of ['16.04', '18.13']) {
    await engine.stores.regencies.put(aRegency(code));
    const items = makeRawItems(engine.client, 'hadir');
    const tokenKeys = laptopTokenKeys(file('laptop'));
    await exportRegency(
      { items, tokenKeys, now: () => new Date('2026-01-05T03:00:00Z') },
      { regency: code, to: file(`${code}.gz`), keysTo: file(`${code}.keys`) },
    );
  }
  await engine.stop();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(folder, { recursive: true });
});
const bring = (code: string, place: string[] = where(cloud)) =>
  done('import', '--from', file(`${code}.gz`), '--keys', file(`${code}.keys`), ...place);
const inCloud = () => parseTokenKeys(cloud.secret());

test('who ran the laptop of one regency makes no codes of another in the cloud', async () => {
  const laptop = await loadTokenKeys(file('laptop'));
  const [here, foreign] = [makeSessionId('16.04', 'key'), makeSessionId('18.13', 'key')];
  const token = (session: string) => makeToken(laptop, { session, invitation: 'bbbbbbbb', version: 1 });
  const pairing = (session: string) => makePairingCode(laptop, { session, door: 'bbbbbbbb' });
  const told = await bring('16.04');
  expect(told).toContain('only: 77');
  expect(readToken(inCloud(), token(here))).toMatchObject({ session: here });
  expect(readPairingCode(inCloud(), pairing(here))).toMatchObject({ session: here });
  expect(readToken(inCloud(), token(foreign))).toBeUndefined();
  expect(readPairingCode(inCloud(), pairing(foreign))).toBeUndefined();

  // Its other regency comes too: then for both, whichever file is imported once more.
  expect(await bring('18.13')).toContain('only: 77');
  expect(boundsOf(inCloud())).toEqual({ 1: 'all', 77: ['16.04', '18.13'] });
  const text = cloud.secret();
  expect(await bring('16.04')).not.toContain('only: 77');
  expect(cloud.secret()).toBe(text);
  expect(readToken(inCloud(), token(foreign))).toMatchObject({ session: foreign });
});

test('what was imported before keys had bounds stays as it is', async () => {
  const both = JSON.stringify({ ...JSON.parse(own), 77: Buffer.from(secret(77)).toString('base64url') });
  cloud.putSecret(both);
  await bring('16.04');
  expect(cloud.secret()).toBe(both);
});

test('a regency leaves the cloud with its keys, not with those that came for others; and home again both stay', async () => {
  await bring('16.04');
  await bring('18.13');
  const [to, keys] = [file('back.gz'), file('back.keys')];
  await done('export', '--regency', '18.13', '--to', to, '--with-keys', keys, ...where(cloud));
  expect(boundsOf(parseTokenKeys(await readFile(keys, 'utf8')))).toEqual({ 1: 'all', 77: ['18.13'] });
  expect((await stat(keys)).mode & 0o777).toBe(0o600);
  await done('import', '--from', to, '--keys', keys, '--data', file('laptop'));
  const laptop = await loadTokenKeys(file('laptop'));
  expect([laptop.current, boundsOf(laptop)]).toEqual([77, { 1: ['18.13'], 77: 'all' }]);
  // A laptop that is new makes a key of its own, whatever came first.
  await done('import', '--from', to, '--keys', keys, '--data', file('second'));
  const second = await loadTokenKeys(file('second'));
  expect(boundsOf(second)).toEqual({ 1: ['18.13'], 77: ['18.13'], [second.current]: 'all' });
});

test('a key that is withdrawn is gone for every regency', async () => {
  await bring('16.04');
  await done('rotate-keys', 'token', ...where(cloud).slice(2), '--withdraw', '77', '--yes', '77');
  expect(cloud.secret()).toBe(own);
  const again = await admin('rotate-keys', 'token', ...where(cloud).slice(2), '--withdraw', '77', '--yes', '77');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('There are: 1.')]);
});
