/**
 * The token in a QR: 24 bytes in base32, 39 characters. Session id (6) + invitation id (5) + key id (1) + token version (1) +
 * the first 11 bytes of HMAC-SHA-256 over those 13. It holds no personal data and proves itself without a read.
 *
 * In upper case `HTTPS://HOST/C/` + 39 characters is a QR of version 4 at level M (alphanumeric mode).
 */
import { fromBase32, inviteIdBytes, sessionIdBytes, toBase32 } from '../platform/ids.ts';
import { macOf, readCode, signCode, speaksFor, type TokenKeys } from '../platform/signed-code.ts';

export interface TokenContent {
  session: string;
  invitation: string;
  version: number;
}

const keyIdAt = sessionIdBytes + inviteIdBytes;
const layout = { bytes: keyIdAt + 2, keyIdAt };

const bodyOf = ({ session, invitation, version }: TokenContent, keyId: number): Uint8Array =>
  Uint8Array.of(...fromBase32(session), ...fromBase32(invitation), keyId, version);

/** The token of an invitation, in upper case as QR codes like it. */
export const makeToken = (keys: TokenKeys, content: TokenContent): string =>
  signCode(keys, 'invitation', (keyId) => bodyOf(content, keyId));

/** The tokens that this invitation's codes may hold: one for each key that is still held and may speak for it, since old prints stay good. */
export const everyToken = (keys: TokenKeys, content: TokenContent): string[] =>
  [...keys.secrets]
    .filter(([keyId]) => speaksFor(keys, keyId, content.session))
    .map(([keyId, secret]) => {
      const body = bodyOf(content, keyId);
      return toBase32(Uint8Array.of(...body, ...macOf(secret, 'invitation', body))).toUpperCase();
    });

/** What a scanner read: the address around the token, if any, is cut off; either case; white space is forgiven. */
export const tokenInScan = (scan: string): string =>
  /(?:^|\/C\/)([A-Z2-7]{39})(?=$|[/?#])/i.exec(scan.trim())?.[1] ?? '';

/** What a token says, or undefined for anything that this system did not issue with a key it still holds. */
export const readToken = (keys: TokenKeys, scan: string): TokenContent | undefined => {
  const body = readCode(keys, 'invitation', tokenInScan(scan), layout);
  if (!body) return undefined;
  return {
    session: toBase32(body.subarray(0, sessionIdBytes)),
    invitation: toBase32(body.subarray(sessionIdBytes, keyIdAt)),
    version: body[keyIdAt + 1] ?? 0,
  };
};
