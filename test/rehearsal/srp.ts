/**
 * Proof of a password to a Cognito pool without sending it: SRP-6a with SHA-256 over the 3072-bit group of RFC 5054 (generator 2), as the
 * pages of Cognito and its client libraries do it.
 */
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const prime = BigInt(
  `0x${[
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD',
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED',
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F',
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B',
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510',
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7',
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C',
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
  ].join('')}`,
);
const generator = 2n;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let factor = base % prime, rest = exponent; rest > 0n; rest >>= 1n, factor = (factor * factor) % prime)
    if (rest & 1n) result = (result * factor) % prime;
  return result;
};

/** Bytes of a number, with a zero before them where the first bit is set. */
const padded = (number: bigint): Buffer => {
  const hex = number.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};
const hashed = (...parts: readonly Uint8Array[]): bigint => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return BigInt(`0x${hash.digest('hex')}`);
};

export interface Challenge {
  salt: string;
  publicB: string;
  secretBlock: string;
  userId: string;
}

/** `Sun Nov 22 13:05:09 UTC 2026`: the day without a leading zero. */
const stamp = (now: Date): string => {
  const [weekday = '', day = '', month = '', year = '', time = ''] = now.toUTCString().split(/,? /);
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
};

export interface Proof {
  timestamp: string;
  signature: string;
}

/** `publicA` is sent first; `prove` then answers the pool's challenge. */
export const startSrp = (poolId: string, password: string) => {
  const secret = BigInt(`0x${randomBytes(128).toString('hex')}`) % prime;
  const publicA = power(generator, secret);
  const prove = ({ salt, publicB, secretBlock, userId }: Challenge, now: Date): Proof => {
    const pool = poolId.slice(poolId.indexOf('_') + 1);
    const b = BigInt(`0x${publicB}`);
    const u = hashed(padded(publicA), padded(b));
    const inner = createHash('sha256').update(`${pool}${userId}:${password}`).digest();
    const x = hashed(padded(BigInt(`0x${salt}`)), inner);
    const k = hashed(padded(prime), padded(generator));
    const base = (((b - k * power(generator, x)) % prime) + prime) % prime;
    const shared = power(base, secret + u * x);
    const key = hkdfSync('sha256', padded(shared), padded(u), 'Caldera Derived Key', 16);
    const timestamp = stamp(now);
    const signature = createHmac('sha256', Buffer.from(key))
      .update(pool)
      .update(userId)
      .update(Buffer.from(secretBlock, 'base64'))
      .update(timestamp)
      .digest('base64');
    return { timestamp, signature };
  };
  return { publicA: publicA.toString(16), prove };
};
