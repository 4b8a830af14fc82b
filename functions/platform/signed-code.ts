/**
 * Short codes that prove themselves without a read: some bytes, and the first bytes of HMAC-SHA-256 over them. Each use signs
 * under a word of its own, so that a code made for one purpose is worth nothing for another.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase32, regencyOfSession, sessionIdBytes, toBase32 } from './ids.ts';

/** HMAC secrets by key id (0 to 255). New codes use `current`; older keys verify until they are removed. */
export interface TokenKeys {
  current: number;
  secrets: ReadonlyMap<number, Uint8Array>;
  /**
   * Of the keys that came with an import: the regencies that they may speak for. The installation that they come from still has them, and
   * could make codes of any session with them. A key that is not here was made for this installation and speaks for all.
   */
  regencies?: ReadonlyMap<number, ReadonlySet<string>> | undefined;
  /** When they were read, where an operator may have changed them since; absent where all codes are made by whoever holds these. */
  readAt?: Date | undefined;
}

/** Whether codes of this session may be made with this key. */
export const speaksFor = ({ regencies }: TokenKeys, keyId: number, session: string): boolean =>
  regencies?.get(keyId)?.has(regencyOfSession(session)) ?? true;

/** What a code is for. Invitations came first and sign their bytes alone. */
export type CodePurpose = 'invitation' | 'pairing' | 'venue' | 'venue-pass' | 'reading' | 'check';

/** 88 bits: a forger who tries 1,000 codes a second for a year hits one with probability 1e-16. */
export const macBytes = 11;

export const macOf = (secret: Uint8Array, purpose: CodePurpose, body: Uint8Array): Uint8Array => {
  const hmac = createHmac('sha256', secret);
  if (purpose !== 'invitation') hmac.update(`${purpose}\0`);
  return hmac.update(body).digest().subarray(0, macBytes);
};

/** `body` followed by its MAC under the current key, in upper-case base32 as QR codes like it. The body must name the key. */
export const signCode = (keys: TokenKeys, purpose: CodePurpose, makeBody: (keyId: number) => Uint8Array): string => {
  const secret = keys.secrets.get(keys.current);
  if (!secret) throw new Error('the current token key has no secret');
  const body = makeBody(keys.current);
  return toBase32(Uint8Array.of(...body, ...macOf(secret, purpose, body))).toUpperCase();
};

/** The body of a code that was signed for this purpose by a key still held that may; undefined for anything else. A body begins with its session's id. */
export const readCode = (
  keys: TokenKeys,
  purpose: CodePurpose,
  code: string,
  layout: { bytes: number; keyIdAt: number },
): Uint8Array | undefined => {
  let bytes: Uint8Array;
  try {
    bytes = fromBase32(code);
  } catch {
    return undefined;
  }
  if (bytes.length !== layout.bytes + macBytes) return undefined;
  const body = bytes.subarray(0, layout.bytes);
  const keyId = body[layout.keyIdAt] ?? -1;
  const secret = keys.secrets.get(keyId);
  if (!secret || !timingSafeEqual(macOf(secret, purpose, body), bytes.subarray(layout.bytes))) return undefined;
  return speaksFor(keys, keyId, toBase32(body.subarray(0, sessionIdBytes))) ? body : undefined;
};
