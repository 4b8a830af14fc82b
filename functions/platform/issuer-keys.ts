/** The keys that the issuer of sign-ins publishes, over its JWKS endpoint; through an hour in which that does not answer too. */
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** An answer from keys that were read: about what the token names. Anything else is a reading that failed. */
const isAnswer = (error: unknown): boolean =>
  [errors.JOSENotSupported, errors.JWKSMultipleMatchingKeys, errors.JWKSNoMatchingKey].some(
    (kind) => error instanceof kind,
  );

/** A morning with staff at the doors, who are known; so long, too, a key counts that the issuer withdraws while nobody can read it. */
const knownMs = 4 * 60 * 60_000;
/** Each try may take three seconds of somebody's request. */
const restMs = 30_000;

interface Failure {
  error: unknown;
  /** The keys that were known when it failed. */
  known: JWTVerifyGetKey;
  restsUntil: number;
}

/**
 * Finds a token's key in the issuer's set, which is read again after ten minutes, or when a token names a key that is not in it. While it
 * cannot be read, the keys known stay good for some hours, and `failed` is told of each try, once however many wait for it; a key that is not
 * among them may be a new one, so that the reading's own error is thrown for it.
 */
export const remoteKeys = (
  jwksUri: string,
  { now, failed }: { now: () => Date; failed: (error: unknown) => void },
): JWTVerifyGetKey => {
  const remote = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 3_000 });
  let goodUntil = 0;
  let failure: Failure | undefined;

  /** The try that failed last, until another is due. */
  const resting = (): Failure | undefined => (failure && now().getTime() < failure.restsUntil ? failure : undefined);

  const findKnown = async ({ known, error }: Failure, ...asked: Parameters<JWTVerifyGetKey>) => {
    if (now().getTime() >= goodUntil) throw error;
    try {
      return await known(...asked);
    } catch (reason) {
      throw reason instanceof errors.JWKSNoMatchingKey ? error : reason;
    }
  };
  return async (...asked) => {
    const before = resting();
    if (before) return findKnown(before, ...asked);
    const answered = (): void => {
      goodUntil = now().getTime() + knownMs;
      failure = undefined;
    };
    try {
      const key = await remote(...asked);
      answered();
      return key;
    } catch (error) {
      if (isAnswer(error)) answered();
      const set = remote.jwks();
      if (isAnswer(error) || !set) throw error;
      // Of all who waited for this try, the first tells of it.
      const told = resting();
      if (told) return findKnown(told, ...asked);
      failure = { error, known: createLocalJWKSet(set), restsUntil: now().getTime() + restMs };
      failed(error);
      return findKnown(failure, ...asked);
    }
  };
};
