/**
 * What a code says of itself, read without its key: whose session, which invitation, which version. Never a decision: whether
 * it is genuine is told by its hash alone. Layout in functions/invitations/invitation-token.ts: session (6 bytes), invitation
 * (5), key, version, MAC (11).
 */
import { sessionOfToken } from '../../shared/session-of-token.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export interface CodeContent {
  /** The 39 characters in upper case, as hashes are made of them. */
  token: string;
  session: string;
  invitation: string;
  version: number;
}

/** The API takes no more; whatever is longer is no code of ours, and is refused as such. */
export const longestCode = 400;

const bitsOf = (text: string): string =>
  [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
const lettersOf = (bits: string): string =>
  (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');

/** Undefined for anything that is not shaped like a code of ours: 39 characters of base32, bare or after `/C/`. */
export const readCode = (code: string): CodeContent | undefined => {
  const letters = /(?:^|\/c\/)([a-z2-7]{39})(?=$|[/?#])/.exec(code.trim().toLowerCase())?.[1];
  if (!letters) return undefined;
  const bits = bitsOf(letters);
  return {
    token: letters.toUpperCase(),
    session: sessionOfToken(letters),
    invitation: lettersOf(bits.slice(48, 88)),
    version: Number.parseInt(bits.slice(96, 104), 2),
  };
};

const hashBytes = 12;

/** The token's hash as door lists hold it. */
export const hashOfToken = async (token: string): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return btoa(String.fromCharCode(...hash.subarray(0, hashBytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
};
