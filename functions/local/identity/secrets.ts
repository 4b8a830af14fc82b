import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** How our own code asks for randomness; tests pass their own. */
export type RandomBytes = (size: number) => Uint8Array;

/** A salted scrypt hash (RFC 7914) with the parameters it was made with, so that they can be raised later. */
export const secretHashSchema = z.object({
  kind: z.literal('scrypt'),
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: z.base64url(),
  hash: z.base64url(),
});
export type SecretHash = z.infer<typeof secretHashSchema>;

/** What a hash costs to compute, and so to guess. */
export type ScryptCost = Pick<SecretHash, 'n' | 'r' | 'p'>;

/**
 * OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1 takes 128 MiB. A laptop that also runs the database gets
 * the sheet's equivalent with less memory, 32 MiB.
 */
export const STRONG_COST: ScryptCost = { n: 2 ** 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Crockford's base32: no I, L, O, U, so that a code read aloud or from paper is typed right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 13;
const GROUP_LENGTH = 4;

/** The longest password accepted; more would only cost time. */
export const LONGEST_PASSWORD = 256;
/** The shortest password accepted (NIST SP 800-63B asks for 8, 15 where it is the only factor; we ask for 12). */
export const SHORTEST_PASSWORD = 12;

// Only what passes the length rule needs listing here.
const COMMON = new Set(
  `123456789012 1234567890123 12345678901234 123123123123 password1234 passwordpassword password12345 katasandi123
   katasandi1234 katasandi12345 qwertyuiop12 qwertyuiop123 1q2w3e4r5t6y indonesia123 indonesia1945 indonesia2024
   indonesiaraya merdeka12345 bismillah123 bismillah1234 administrator adminadminadmin rahasia12345 rahasianegara
   netralitasasn hadirhadirhadir assalamualaikum alhamdulillah sayangkamu123 abcdefghijkl`.split(/\s+/),
);

/** Why a password is not good enough. */
export type PasswordProblem = 'short' | 'long' | 'username' | 'common' | 'simple';

/** The first rule that the password breaks, or undefined when it may be used. */
export function passwordProblem(password: string, username: string): PasswordProblem | undefined {
  const plain = password.normalize('NFKC');
  const lower = plain.toLowerCase();
  if ([...plain].length < SHORTEST_PASSWORD) return 'short';
  if (plain.length > LONGEST_PASSWORD) return 'long';
  if (lower.replaceAll(username.toLowerCase(), '').length < 6) return 'username';
  if (COMMON.has(lower)) return 'common';
  if (new Set(lower).size < 5) return 'simple';
  return undefined;
}

/** Hashes a password or a normalised code with a fresh salt. */
export async function hashSecret(secret: string, randomBytes: RandomBytes, cost: ScryptCost): Promise<SecretHash> {
  const salt = Buffer.from(randomBytes(SALT_BYTES));
  const hash = await derive(secret, salt, cost);
  return { kind: 'scrypt', ...cost, salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}

/** Whether `secret` is the one that was hashed; compared in constant time. */
export async function verifySecret(secret: string, stored: SecretHash): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64url');
  const actual = await derive(secret, Buffer.from(stored.salt, 'base64url'), stored);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(secret: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
  const text = secret.normalize('NFKC').slice(0, LONGEST_PASSWORD + 1);
  return new Promise((resolve, reject) => {
    scrypt(text, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A new one-time code of 65 random bits, in readable groups: XXXX-XXXX-XXXX-X. */
export function makeCode(randomBytes: RandomBytes): string {
  const symbols = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return symbols.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g'))?.join('-') ?? symbols;
}

/** The code as it is hashed: either case, with or without dashes and spaces, O read as 0 and I or L as 1. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
