/** Ed25519 (RFC 8032) with keys as SubjectPublicKeyInfo in hex (RFC 8410), by Node's own crypto. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFormerKeys } from './former-keys.ts';
import type { Sealer } from './sealer.ts';

/** The hex of a key's public half. */
export const publicKeyOf = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).toString('hex');

/** What heads call a key by: SHA-256 (hex) over its SubjectPublicKeyInfo. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex');

const prime = 2n ** 255n - 19n;
/** The y of the curve's points of order 1, 2, 4 and 8: under such a key one signature is good for every message. */
const smallOrder = new Set([
  1n,
  prime - 1n,
  0n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
]);

/** Whether only who has the private half can sign with it; Node asks that of no key. Of hex as {@link publicKeyOf} makes it. */
export const isSoundKey = (publicKey: string): boolean => {
  const y = BigInt.asUintN(255, BigInt(`0x${Buffer.from(publicKey, 'hex').subarray(-32).reverse().toString('hex')}`));
  return y < prime && !smallOrder.has(y);
};

/** False for a signature that is not this key's, and for a key that is none, or one that anybody can sign with. */
export const isSignedBy = (publicKey: string, message: Uint8Array, signature: Uint8Array): boolean => {
  try {
    if (!isSoundKey(publicKey)) return false;
    const key = createPublicKey({ key: Buffer.from(publicKey, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  } catch {
    return false;
  }
};

/** A sealer over a private key in memory: the laptop's, and the tests'. `former` as former-keys.ts reads them. */
export const makeEd25519Sealer = (key: KeyObject, former: readonly string[] = []): Sealer => {
  const current = publicKeyOf(key);
  const known = readFormerKeys(former);
  return {
    keys: async () => ({ current, ...known }),
    sign: async (message) => ({ publicKey: current, signature: sign(null, message, key) }),
  };
};
