/**
 * The token in a QR: 24 bytes in base32, 39 characters. Session id (6) + invitation id (5) + key id (1) + token version (1) +
 * the first 11 bytes of HMAC-SHA-256 over those 13. It holds no personal data and proves itself without a read.
 *
 * 88 bits of MAC: a forger who tries 1,000 codes a second for a year hits one with probability 1e-16. In upper case
 * `HTTPS://HOST/C/` + 39 characters is a QR of version 4 at level M (alphanumeric mode).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase32, inviteIdBytes, sessionIdBytes, toBase32 } from '../platform/ids.ts';

/** HMAC secrets by key id (0 to 255). New tokens use `current`; older keys verify until they are removed. */
export interface TokenKeys {
  current: number;
  secrets: ReadonlyMap<number, Uint8Array>;
}

export interface TokenContent {
  session: string;
  invitation: string;
  version: number;
}

const macBytes = 11;
const bodyBytes = sessionIdBytes + inviteIdBytes + 2;

const mac = (secret: Uint8Array, body: Uint8Array): Uint8Array =>
  createHmac('sha256', secret).update(body).digest().subarray(0, macBytes);

const secretOf = (keys: TokenKeys, id: number): Uint8Array | undefined => keys.secrets.get(id);

/** The token of an invitation, in upper case as QR codes like it. */
export const makeToken = (keys: TokenKeys, content: TokenContent): string => {
  const secret = secretOf(keys, keys.current);
  if (!secret) throw new Error('the current token key has no secret');
  const body = Uint8Array.of(
    ...fromBase32(content.session),
    ...fromBase32(content.invitation),
    keys.current,
    content.version,
  );
  return toBase32(Uint8Array.of(...body, ...mac(secret, body))).toUpperCase();
};

/** What a scanner read: the address around the token, if any, is cut off; either case; white space is forgiven. */
export const tokenInScan = (scan: string): string =>
  /(?:^|\/C\/)([A-Z2-7]{39})(?=$|[/?#])/i.exec(scan.trim())?.[1] ?? '';

/** What a token says, or undefined for anything that this system did not issue with a key it still holds. */
export const readToken = (keys: TokenKeys, scan: string): TokenContent | undefined => {
  let bytes: Uint8Array;
  try {
    bytes = fromBase32(tokenInScan(scan));
  } catch {
    return undefined;
  }
  if (bytes.length !== bodyBytes + macBytes) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  const [keyId = 0, version = 0] = body.subarray(bodyBytes - 2);
  const secret = secretOf(keys, keyId);
  if (!secret || !timingSafeEqual(mac(secret, body), bytes.subarray(bodyBytes))) return undefined;
  return {
    session: toBase32(body.subarray(0, sessionIdBytes)),
    invitation: toBase32(body.subarray(sessionIdBytes, sessionIdBytes + inviteIdBytes)),
    version,
  };
};
