/**
 * The code of a receipt, of a certificate and of a berita acara: 24 bytes in base32, 39 characters, as an invitation's token, but worth
 * nothing at a door: session id (6) + invitation id (5, zeros for the session itself) + role (1) + key id (1) + MAC (11).
 */
import { fromBase32, inviteIdBytes, sessionIdBytes, toBase32 } from '../platform/ids.ts';
import { readCode, signCode, type TokenKeys } from '../platform/signed-code.ts';

export type CheckedRole = 'SESSION' | 'HOLDER' | 'DELEGATE';

export interface CheckCodeContent {
  session: string;
  /** Absent where the code is the session's. */
  invitation?: string;
  role: CheckedRole;
}

const roles: readonly CheckedRole[] = ['SESSION', 'HOLDER', 'DELEGATE'];
const roleAt = sessionIdBytes + inviteIdBytes;
const layout = { bytes: roleAt + 2, keyIdAt: roleAt + 1 };

export const makeCheckCode = (keys: TokenKeys, { session, invitation, role }: CheckCodeContent): string =>
  signCode(keys, 'check', (keyId) =>
    Uint8Array.of(
      ...fromBase32(session),
      ...(invitation === undefined ? new Uint8Array(inviteIdBytes) : fromBase32(invitation)),
      roles.indexOf(role),
      keyId,
    ),
  );

/** The address that a code stands in, as a QR holds it. */
export const checkAddress = (origin: string, code: string): string => `${origin}/v/${code}`;

/** Whatever was scanned or pasted: the address around the code is cut off; either case; white space is forgiven. */
export const codeInText = (text: string): string =>
  /(?:^|\/V\/)([A-Z2-7]{39})(?=$|[/?#])/i.exec(text.replace(/\s+/g, ''))?.[1] ?? '';

/** What a code says, or undefined for anything that this system did not make with a key it still holds. */
export const readCheckCode = (keys: TokenKeys, text: string): CheckCodeContent | undefined => {
  const body = readCode(keys, 'check', codeInText(text), layout);
  const role = body && roles[body[roleAt] ?? -1];
  if (!body || !role) return undefined;
  const session = toBase32(body.subarray(0, sessionIdBytes));
  return role === 'SESSION'
    ? { session, role }
    : { session, invitation: toBase32(body.subarray(sessionIdBytes, roleAt)), role };
};
