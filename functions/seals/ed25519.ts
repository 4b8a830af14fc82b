/** Ed25519 (RFC 8032) with keys as SubjectPublicKeyInfo in hex (RFC 8410), by Node's own crypto. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Sealer } from './sealer.ts';

/** The hex of a key's public half. */
export const publicKeyOf = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).toString('hex');

/** What heads call a key by: SHA-256 (hex) over its SubjectPublicKeyInfo. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex');

/** False for a signature that is not this key's, and for a key that is none. */
export const isSignedBy = (publicKey: string, message: Uint8Array, signature: Uint8Array): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  } catch {
    return false;
  }
};

/** A sealer over a private key in memory: the laptop's, and the tests'. */
export const makeEd25519Sealer = (key: KeyObject, former: readonly string[] = []): Sealer => {
  const current = publicKeyOf(key);
  return {
    keys: async () => ({ current, former }),
    sign: async (message) => ({ publicKey: current, signature: sign(null, message, key) }),
  };
};
