/** How the HMAC keys of codes are kept, in a file of the laptop as in Secrets Manager: `{"current":1,"1":"<43 characters of base64url>"}`. */
import * as z from 'zod';
import type { TokenKeys } from './signed-code.ts';

/** It stands in one byte of every code. */
const KeyId = z.coerce.number().int().min(0).max(255);
export const tokenKeyBytes = 32;
/** So many characters of base64url are 32 bytes. */
const KeyText = z.base64url().length(43);
const Kept = z.object({ current: KeyId }).catchall(KeyText);

/**
 * Which key makes new codes, and every key that still verifies.
 *
 * @throws Error without any part of the text in its message.
 */
export const parseTokenKeys = (text: string): TokenKeys => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // JSON.parse quotes its input.
    throw new Error('the token key secret is not JSON');
  }
  const { current, ...keys } = Kept.parse(value);
  const secrets = new Map(Object.entries(keys).map(([id, key]) => [KeyId.parse(id), Buffer.from(key, 'base64url')]));
  if (!secrets.has(current)) throw new Error(`the token key secret holds no key ${current}`);
  return { current, secrets };
};

/** What {@link parseTokenKeys} reads. A secret: it is written to a file of its owner or to Secrets Manager, and nowhere else. */
export const tokenKeyText = ({ current, secrets }: TokenKeys): string =>
  JSON.stringify({
    current,
    ...Object.fromEntries([...secrets].map(([id, key]) => [id, Buffer.from(key).toString('base64url')])),
  });
