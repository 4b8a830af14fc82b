/** An issuer whose keys cannot be read for a while: who is let in meanwhile, for how long, and how often it is asked. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVerifyAccessToken, type VerifyAccessToken } from '../../functions/platform/access-token.ts';
import { remoteKeys } from '../../functions/platform/issuer-keys.ts';

const settings = { issuer: 'http://issuer.test', clientId: 'hadir-web' };
const pairs = { old: await generateKeyPair('ES256'), new: await generateKeyPair('ES256') };
type Kid = keyof typeof pairs;
const jwkOf = async (kid: Kid): Promise<JWK> => ({ ...(await exportJWK(pairs[kid].publicKey)), kid, alg: 'ES256' });
const known = { subject: 'usr_1', role: 'operator', region: '16.04' };
const unavailable = { code: 'SIGN_IN_UNAVAILABLE' };
const refused = { code: 'NOT_SIGNED_IN' };

let server: Server;
let published: JWK[];
let isUp: boolean;
let asked: number;
let told: unknown[];
let verify: VerifyAccessToken;

beforeEach(async () => {
  // jose takes the time of day for the age of a key set.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-06-27T01:00:00Z') });
  [published, isUp, asked, told] = [[await jwkOf('old')], true, 0, []];
  server = createServer((_, response) => {
    asked += 1;
    if (isUp) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const now = () => new Date();
  const failed = (error: unknown) => told.push(error);
  const keys = remoteKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { now, failed });
  verify = makeVerifyAccessToken({ ...settings, keys, now });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);
const minute = 60;
let tokens = 0;
/** Each another one, so that none is remembered. */
const token = (kid: Kid, named: string | undefined = kid) => {
  tokens += 1;
  return new SignJWT({ client_id: settings.clientId, role: 'operator', region: '16.04', tokens })
    .setProtectedHeader({ alg: 'ES256', ...(named && { kid: named }) })
    .setIssuer(settings.issuer)
    .setSubject('usr_1')
    .setExpirationTime('1h')
    .sign(pairs[kid].privateKey);
};

describe('keys that cannot be read again', () => {
  beforeEach(async () => {
    expect(await verify(await token('old'))).toEqual(known);
    isUp = false;
  });

  test('stay good, are told of, and are asked for twice a minute at most', async () => {
    later(11 * minute);
    for (let request = 0; request < 20; request += 1) expect(await verify(await token('old'))).toEqual(known);
    expect([asked, told.length]).toEqual([2, 1]);
    later(31);
    for (let request = 0; request < 20; request += 1) expect(await verify(await token('old'))).toEqual(known);
    expect([asked, told.length]).toEqual([3, 2]);
  });

  test('are told of once by all who wait for the same try', async () => {
    for (const tries of [1, 2]) {
      later(11 * minute);
      const waiting = await Promise.all(Array.from({ length: 5 }, () => token('old')));
      expect(await Promise.all(waiting.map(verify))).toEqual(waiting.map(() => known));
      expect([asked, told.length]).toEqual([1 + tries, tries]);
    }
  });

  test('are read again once the issuer answers, and what it withdrew meanwhile is refused', async () => {
    later(11 * minute);
    await verify(await token('old'));
    [isUp, published] = [true, [await jwkOf('new')]];
    later(31);
    expect(await verify(await token('new'))).toEqual(known);
    await expect(verify(await token('old'))).rejects.toMatchObject(refused);
    expect(asked).toBe(3);
  });

  test('are good for four hours, and not for ever', async () => {
    later(239 * minute);
    expect(await verify(await token('old'))).toEqual(known);
    later(2 * minute);
    await expect(verify(await token('old'))).rejects.toMatchObject(unavailable);
    later(31);
    await expect(verify(await token('old'))).rejects.toMatchObject(unavailable);
    isUp = true;
    later(31);
    expect(await verify(await token('old'))).toEqual(known);
  });

  test('vouch for no key that nobody knows, and whoever names one makes nobody wait', async () => {
    later(minute);
    for (let request = 0; request < 5; request += 1)
      await expect(verify(await token('new'))).rejects.toMatchObject(unavailable);
    expect(asked).toBe(2);
    await expect(verify(await token('new', 'old'))).rejects.toMatchObject(refused);
    expect(await verify(await token('old'))).toEqual(known);
    expect(asked).toBe(2);
  });
});

test('keys that were never read are asked for each time, so that nobody waits longer than the issuer', async () => {
  isUp = false;
  await expect(verify(await token('old'))).rejects.toMatchObject(unavailable);
  isUp = true;
  expect(await verify(await token('old'))).toEqual(known);
  expect([asked, told]).toEqual([2, []]);
});

test('a token that names no key, of several, is refused, and is no failure of the issuer', async () => {
  published = [await jwkOf('old'), await jwkOf('new')];
  await expect(verify(await token('old', ''))).rejects.toMatchObject(refused);
  expect(await verify(await token('new'))).toEqual(known);
  expect(told).toEqual([]);
});
