/**
 * The code in the reader's link: 24 bytes in base32, 39 characters. Session id (6) + digest of the reading's id (6) + key id (1) + MAC (11).
 * It opens the screen of that one reading, and nothing else.
 */
import { digest, fromBase32, sessionIdBytes, toBase32 } from '../platform/ids.ts';
import { readCode, signCode, type TokenKeys } from '../platform/signed-code.ts';

const digestBytes = 6;
const keyIdAt = sessionIdBytes + digestBytes;
const layout = { bytes: keyIdAt + 1, keyIdAt };

const digestOf = (session: string, reading: string): Uint8Array => digest(digestBytes, 'reading', session, reading);

export const makeReaderCode = (keys: TokenKeys, session: string, reading: string): string =>
  signCode(keys, 'reading', (keyId) => Uint8Array.of(...fromBase32(session), ...digestOf(session, reading), keyId));

export interface ReaderCode {
  session: string;
  /** Whether it is the code of this reading. */
  names: (reading: string) => boolean;
}

/** What a code says, or undefined for anything that this system did not make with a key it still holds. */
export const readReaderCode = (keys: TokenKeys, code: string): ReaderCode | undefined => {
  const body = readCode(keys, 'reading', code.trim(), layout);
  if (!body) return undefined;
  const session = toBase32(body.subarray(0, sessionIdBytes));
  const named = toBase32(body.subarray(sessionIdBytes, keyIdAt));
  return { session, names: (reading) => toBase32(digestOf(session, reading)) === named };
};
