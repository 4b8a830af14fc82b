/** Ids: short, random-looking, case-insensitive texts that never hold personal data. */
import { createHash } from 'node:crypto';
import { base32nopad } from '@scure/base';

/** RFC 4648 base32 without padding, in lower case (ids) — routes accept either case. */
export const toBase32 = (bytes: Uint8Array): string => base32nopad.encode(bytes).toLowerCase();

/** Inverse of {@link toBase32}; either case. Throws on a character or a padding bit that base32 does not have. */
export const fromBase32 = (text: string): Uint8Array => base32nopad.decode(text.toUpperCase());

/** The first `length` bytes of SHA-256 over the parts, each part length-prefixed so that no two lists collide. */
export const digest = (length: number, ...parts: string[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest().subarray(0, length);
};

export const sessionIdBytes = 6;
export const inviteIdBytes = 5;

/**
 * A session's id: two bytes that say its regency (PPKK as a number) and four from the idempotency key of the call that
 * made it. So a repeated create finds the same item, and a token alone leads to the session in one GetItem.
 */
export const makeSessionId = (regency: string, idempotencyKey: string): string => {
  const [province = '', city = '00'] = regency.split('.');
  const region = Number(province) * 100 + Number(city);
  return toBase32(Uint8Array.of(region >> 8, region & 0xff, ...digest(4, regency, idempotencyKey)));
};

/** The regency code inside a session id: `PP.KK`, or `PP` when a province is the tenant. */
export const regencyOfSession = (sessionId: string): string => {
  const [high = 0, low = 0] = fromBase32(sessionId);
  const region = high * 256 + low;
  const province = String(Math.floor(region / 100)).padStart(2, '0');
  const city = region % 100;
  return city === 0 ? province : `${province}.${String(city).padStart(2, '0')}`;
};

/** A unit's id, derived from what makes it that unit, so that importing the same roster again finds the same items. */
export const makeUnitId = (regency: string, naturalKey: string): string =>
  toBase32(digest(inviteIdBytes, regency, naturalKey));

/** A door's id, derived from the idempotency key of the call that made it, so that a repeated call finds the same door. */
export const makeDoorId = (sessionId: string, idempotencyKey: string): string =>
  toBase32(digest(inviteIdBytes, 'door', sessionId, idempotencyKey));

/**
 * A guest's invitation id, derived from the idempotency key of the call, the guest's place in it and who it is: repeating the
 * call finds the same invitation, and another guest under the same key is another invitation.
 */
export const makeGuestId = (sessionId: string, idempotencyKey: string, index: number, who: readonly string[]): string =>
  toBase32(digest(inviteIdBytes, sessionId, idempotencyKey, String(index), ...who));

/**
 * A follow-up's id, derived from the idempotency key of the call that noted it and the unit that undertook it (none: the regency as a
 * whole), so that a repeated call finds the same ones.
 */
export const makeFollowUpId = (regency: string, idempotencyKey: string, unit = ''): string =>
  toBase32(digest(inviteIdBytes, 'follow-up', regency, idempotencyKey, unit));

/** A nil statement's id, derived from the idempotency key of the call that drafted it. */
export const makeNilStatementId = (regency: string, idempotencyKey: string): string =>
  toBase32(digest(inviteIdBytes, 'nil-statement', regency, idempotencyKey));
