/** A test issuer: access tokens for any role and region, signed by a key that the app under test trusts. */
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { makeVerifyAccessToken, type VerifyAccessToken } from '../../functions/platform/access-token.ts';
import type { Role } from '../../functions/platform/caller.ts';

export const testIssuer = 'http://issuer.test';
export const testClient = 'hadir-web';

export interface Staff {
  verify: VerifyAccessToken;
  /** A bearer token; `claims` replaces any of its claims, `expiresAt` is in seconds. */
  token: (role: Role, region: string, claims?: Record<string, unknown>, expiresAt?: number) => Promise<string>;
  /** A token of the same claims signed by a key that nobody trusts. */
  forged: (role: Role, region: string) => Promise<string>;
}

export const makeStaff = async (now: () => Date): Promise<Staff> => {
  const trusted = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(trusted.publicKey)), kid: 'test', alg: 'ES256' };
  const sign = (key: CryptoKey, role: Role, region: string, claims: Record<string, unknown> = {}, expiresAt?: number) =>
    new SignJWT({ client_id: testClient, role, region, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer(String(claims.iss ?? testIssuer))
      .setSubject(`${role}@${region}`)
      .setExpirationTime(expiresAt ?? Math.floor(now().getTime() / 1000) + 3600)
      .sign(key);
  return {
    verify: makeVerifyAccessToken({
      issuer: testIssuer,
      clientId: testClient,
      keys: createLocalJWKSet({ keys: [jwk] }),
      now,
    }),
    token: (role, region, claims, expiresAt) => sign(trusted.privateKey as CryptoKey, role, region, claims, expiresAt),
    forged: (role, region) => sign(stranger.privateKey as CryptoKey, role, region),
  };
};
