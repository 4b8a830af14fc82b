/** Verifies staff access tokens by the issuer's JWKS: one path for Cognito and for the laptop's own issuer. */
import { createHash } from 'node:crypto';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { RegencyCode } from './base-schema.ts';
import { type Caller, fitsRole, Role } from './caller.ts';
import { Problem } from './problem.ts';

/** Answers the caller, or throws NOT_SIGNED_IN / SIGN_IN_EXPIRED. */
export type VerifyAccessToken = (token: string) => Promise<Caller>;

const Claims = z
  .object({
    sub: z.string().min(1),
    client_id: z.string(),
    role: Role,
    region: RegencyCode,
  })
  .refine(fitsRole);

/** Whether an error is about the token itself; anything else happened on the way to the issuer's keys. */
const tellsOfToken = (error: unknown): boolean =>
  [
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSMultipleMatchingKeys,
    errors.JWKSNoMatchingKey,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JWTClaimValidationFailed,
    errors.JWTInvalid,
  ].some((kind) => error instanceof kind);

/**
 * How long a verification stands. The issuer's set is read again after ten minutes, so that a key that leaves it counts for up to eleven; and
 * for some hours where the set cannot be read (issuer-keys.ts).
 */
const rememberedSeconds = 60;
const rememberedTokens = 1000;

interface Remembered {
  caller: Caller;
  from: number;
  until: number;
}

/**
 * Tokens that were verified a moment ago, by their hash. A door sends the same token with every scan, and verifying its
 * signature took 0.27 ms of the 1.3 ms of processor time that a check-in costs beside its write; finding it here takes 0.01 ms.
 */
const makeRemembered = (now: () => Date) => {
  const known = new Map<string, Remembered>();
  return {
    find: (hash: string): Caller | undefined => {
      const entry = known.get(hash);
      const at = now().getTime();
      if (entry && entry.from <= at && at < entry.until) return entry.caller;
      known.delete(hash);
      return undefined;
    },
    keep: (hash: string, caller: Caller, expires: number): void => {
      const [oldest] = known.size >= rememberedTokens ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      const from = now().getTime();
      known.set(hash, { caller, from, until: Math.min(expires * 1000, from + rememberedSeconds * 1000) });
    },
  };
};

/**
 * Access tokens are JWTs (RFC 9068 on the laptop, Cognito's in AWS): issuer, signature, expiry and client are checked;
 * role and region come from claims. Only asymmetric algorithms are accepted.
 */
export const makeVerifyAccessToken = (settings: {
  issuer: string;
  clientId: string;
  keys: JWTVerifyGetKey;
  now: () => Date;
}): VerifyAccessToken => {
  const remembered = makeRemembered(settings.now);
  const verify = async (token: string): Promise<{ caller: Caller; expires: number }> => {
    const { payload } = await jwtVerify(token, settings.keys, {
      issuer: settings.issuer,
      algorithms: ['RS256', 'ES256', 'EdDSA'],
      requiredClaims: ['exp'],
      currentDate: settings.now(),
      clockTolerance: 5,
    });
    const { data: claims } = Claims.safeParse(payload);
    if (claims?.client_id !== settings.clientId) throw new Problem('NOT_SIGNED_IN');
    return { caller: { subject: claims.sub, role: claims.role, region: claims.region }, expires: payload.exp ?? 0 };
  };
  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64');
    const known = remembered.find(hash);
    if (known) return known;
    try {
      const { caller, expires } = await verify(token);
      remembered.keep(hash, caller, expires);
      return caller;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Problem('SIGN_IN_EXPIRED');
      if (error instanceof Problem) throw error;
      // Keys that cannot be fetched are no fault of the caller's, who must not be signed out for it.
      throw new Problem(tellsOfToken(error) ? 'NOT_SIGNED_IN' : 'SIGN_IN_UNAVAILABLE', { cause: error });
    }
  };
};
