/** Verified tokens are remembered for a minute: what that saves, and what it must not forgive. */
import { errors, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { makeVerifyAccessToken, type VerifyAccessToken } from '../../functions/platform/access-token.ts';

const settings = { issuer: 'http://issuer.test', clientId: 'hadir-web' };
const { publicKey, privateKey } = await generateKeyPair('ES256');

let now: Date;
let asked: number;
/** Undefined: the issuer cannot be reached. */
let published: boolean | undefined;
let verify: VerifyAccessToken;

beforeEach(() => {
  now = new Date('2024-06-27T01:00:00Z');
  asked = 0;
  published = true;
  const keys: JWTVerifyGetKey = async () => {
    asked += 1;
    if (!published) throw published === undefined ? new TypeError('fetch failed') : new errors.JWKSNoMatchingKey();
    return exportJWK(publicKey);
  };
  verify = makeVerifyAccessToken({ ...settings, keys, now: () => now });
});

const token = (seconds: number, subject = 'usr_1') =>
  new SignJWT({ client_id: settings.clientId, role: 'operator', region: '16.04' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .setIssuer(settings.issuer)
    .setSubject(subject)
    .setExpirationTime(Math.floor(now.getTime() / 1000) + seconds)
    .sign(privateKey);
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const caller = { subject: 'usr_1', role: 'operator', region: '16.04' };

test('the same token is verified once a minute', async () => {
  const bearer = await token(3600);
  for (let index = 0; index < 100; index += 1) expect(await verify(bearer)).toEqual(caller);
  expect(asked).toBe(1);
  later(61);
  expect(await verify(bearer)).toEqual(caller);
  expect(asked).toBe(2);
});

test('it never outlives the token', async () => {
  const bearer = await token(30);
  await verify(bearer);
  later(36);
  await expect(verify(bearer)).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
});

test('a key that the issuer no longer names is worth nothing a minute after that was read', async () => {
  const bearer = await token(3600);
  await verify(bearer);
  published = false;
  later(61);
  await expect(verify(bearer)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('an issuer that cannot be reached signs nobody out: 503, and the token is good again afterwards', async () => {
  const bearer = await token(3600);
  published = undefined;
  await expect(verify(bearer)).rejects.toMatchObject({ code: 'SIGN_IN_UNAVAILABLE' });
  published = true;
  expect(await verify(bearer)).toMatchObject({ role: 'operator' });
});

test('a remembered token vouches for no other: a changed signature is refused', async () => {
  const bearer = await token(3600);
  await verify(bearer);
  const [head, claims, signature = ''] = bearer.split('.');
  const forged = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  await expect(verify(forged)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  await expect(verify(forged)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('of very many tokens only the latest are remembered', { timeout: 60_000 }, async () => {
  const first = await token(3600, 'usr_first');
  await verify(first);
  for (let index = 0; index < 1000; index += 1) await verify(await token(3600, `usr_${index}`));
  asked = 0;
  await verify(first);
  expect(asked).toBe(1);
});
