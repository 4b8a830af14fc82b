/** Verifies staff access tokens by the issuer's JWKS: one path for Cognito and for the laptop's own issuer. */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { RegencyCode } from './base-schema.ts';
import { type Caller, Role } from './caller.ts';
import { Problem } from './problem.ts';

/** Answers the caller, or throws NOT_SIGNED_IN / SIGN_IN_EXPIRED. */
export type VerifyAccessToken = (token: string) => Promise<Caller>;

const Claims = z.object({
  sub: z.string().min(1),
  client_id: z.string(),
  role: Role,
  region: RegencyCode,
});

/**
 * Access tokens are JWTs (RFC 9068 on the laptop, Cognito's in AWS): issuer, signature, expiry and client are checked;
 * role and region come from claims. Only asymmetric algorithms are accepted.
 */
export const makeVerifyAccessToken =
  (settings: { issuer: string; clientId: string; keys: JWTVerifyGetKey; now: () => Date }): VerifyAccessToken =>
  async (token) => {
    try {
      const { payload } = await jwtVerify(token, settings.keys, {
        issuer: settings.issuer,
        algorithms: ['RS256', 'ES256', 'EdDSA'],
        requiredClaims: ['exp'],
        currentDate: settings.now(),
        clockTolerance: 5,
      });
      const claims = Claims.parse(payload);
      if (claims.client_id !== settings.clientId) throw new Problem('NOT_SIGNED_IN');
      return { subject: claims.sub, role: claims.role, region: claims.region };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Problem('SIGN_IN_EXPIRED');
      // A key set that cannot be fetched is our fault, not the caller's.
      if (error instanceof errors.JWKSTimeout || error instanceof TypeError) throw error;
      throw new Problem('NOT_SIGNED_IN');
    }
  };

export const remoteKeys = (jwksUri: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 3_000 });
