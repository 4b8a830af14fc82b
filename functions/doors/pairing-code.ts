/**
 * The code that makes a device a door. Session id (6) + door id (5) + key id (1) + version (1) + MAC (11): laid out as an
 * invitation's token, signed for another purpose. In its address it stands behind `#`, so that no server's log ever holds it.
 */
import { fromBase32, inviteIdBytes, sessionIdBytes, toBase32 } from '../platform/ids.ts';
import { readCode, signCode, type TokenKeys } from '../platform/signed-code.ts';

export interface PairingCode {
  session: string;
  door: string;
}

const keyIdAt = sessionIdBytes + inviteIdBytes;
const layout = { bytes: keyIdAt + 2, keyIdAt };
/** Of the layout; another one would be another number here. */
const version = 1;

export const makePairingCode = (keys: TokenKeys, { session, door }: PairingCode): string =>
  signCode(keys, 'pairing', (keyId) => Uint8Array.of(...fromBase32(session), ...fromBase32(door), keyId, version));

/** What the organiser's screen shows as a QR: opens the door's page on any phone, which finds the code behind the `#`. */
export const pairingLink = (origin: string, code: string): string => `${origin}/pintu/#${code}`;

const codeInText = (text: string): string => /(?:^|#)([A-Z2-7]{39})$/i.exec(text.trim())?.[1] ?? '';

/** The door of a code, bare or in its address; undefined for anything that was not made here for pairing. */
export const readPairingCode = (keys: TokenKeys, text: string): PairingCode | undefined => {
  const body = readCode(keys, 'pairing', codeInText(text), layout);
  if (body?.[keyIdAt + 1] !== version) return undefined;
  return {
    session: toBase32(body.subarray(0, sessionIdBytes)),
    door: toBase32(body.subarray(sessionIdBytes, keyIdAt)),
  };
};
