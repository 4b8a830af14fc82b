/**
 * How the HMAC keys of codes are kept, in a file of the laptop as in Secrets Manager: `{"current":1,"1":"<43 characters of base64url>"}`, and
 * with those that came with an import: `"77":{"key":"<43 characters of base64url>","regencies":["16.04"]}`.
 */
import * as z from 'zod';
import { RegencyCode } from './base-schema.ts';
import type { TokenKeys } from './signed-code.ts';

/** It stands in one byte of every code. */
const KeyId = z.coerce.number().int().min(0).max(255);
export const tokenKeyBytes = 32;
/** So many characters of base64url are 32 bytes. */
const KeyText = z.base64url().length(43);
/** Strict: what a later version may add could be another bound, which must not be passed over. */
const MovedKey = z.strictObject({ key: KeyText, regencies: z.array(RegencyCode).min(1) });
const Kept = z
  .object({ current: KeyId })
  .catchall(z.union([KeyText.transform((key) => ({ key, regencies: undefined })), MovedKey]));

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
  const kept = Kept.safeParse(value);
  // A schema's own words would name what it does not know.
  if (!kept.success) throw new Error('the token key secret has another form than its keys are kept in');
  const { current, ...keys } = kept.data;
  const secrets = new Map<number, Uint8Array>();
  const regencies = new Map<number, ReadonlySet<string>>();
  for (const [name, moved] of Object.entries(keys)) {
    const id = KeyId.parse(name);
    secrets.set(id, Buffer.from(moved.key, 'base64url'));
    if (moved.regencies) regencies.set(id, new Set(moved.regencies));
  }
  if (!secrets.has(current)) throw new Error(`the token key secret holds no key ${current}`);
  if (regencies.has(current))
    throw new Error(`the token key ${current} makes new codes, but speaks for some regencies only`);
  return { current, secrets, ...(regencies.size > 0 && { regencies }) };
};

/** What {@link parseTokenKeys} reads. A secret: it is written to a file of its owner or to Secrets Manager, and nowhere else. */
export const tokenKeyText = ({ current, secrets, regencies }: TokenKeys): string =>
  JSON.stringify({
    current,
    ...Object.fromEntries(
      [...secrets].map(([id, secret]) => {
        const [key, bound] = [Buffer.from(secret).toString('base64url'), regencies?.get(id)];
        return [id, bound ? { key, regencies: [...bound] } : key];
      }),
    ),
  });
