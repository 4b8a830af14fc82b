/**
 * The laptop's HMAC secrets of codes, kept in the data folder for its owner only. The first is made at the first start, under a number at
 * random: a code names its key by that one byte, and where a regency moves to another installation both have keys. In AWS the first is 1.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { TokenKeys } from '../platform/signed-code.ts';
import { parseTokenKeys, tokenKeyBytes, tokenKeyText } from '../platform/token-key-text.ts';
import { readIfPresent, withFileLock, writePrivateFile } from './identity/private-file.ts';
import { KeysUnreadable } from './keys-unreadable.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'token-key');

/** Up to version 0.1 there was one key, number 1, and the file held nothing but its text. */
const beforeNumbers = /^[\w-]{43}$/;

const parse = (text: string, file: string): TokenKeys => {
  const written = text.trim();
  try {
    if (!beforeNumbers.test(written)) return parseTokenKeys(written);
  } catch {
    // A schema's own words would name what it found.
    throw new KeysUnreadable(
      file,
      `${file} does not hold keys that can be read. Put it back from a copy: printed codes depend on it.`,
    );
  }
  return { current: 1, secrets: new Map([[1, Buffer.from(written, 'base64url')]]) };
};

const lowestFirst = 2;
const highest = 255;

/** A number that none of `taken` is, of those from which a first key takes its own. */
const firstNumber = (taken: ReadonlySet<number>): number => {
  const free = Array.from({ length: highest - lowestFirst + 1 }, (_, index) => index + lowestFirst).filter(
    (id) => !taken.has(id),
  );
  const id = free[randomBytes(4).readUInt32BE() % free.length];
  if (id === undefined) throw new Error('every number of a token key is taken');
  return id;
};

const firstKeys = (taken: ReadonlySet<number>): TokenKeys => {
  const id = firstNumber(taken);
  return { current: id, secrets: new Map([[id, randomBytes(tokenKeyBytes)]]) };
};

/** The keys as `change` leaves them; a process at a time. Without `change`, or where it answers the same object, nothing is written over. */
export const changeTokenKeys = async (
  dataDir: string,
  change: (keys: TokenKeys) => TokenKeys = (keys) => keys,
  /** Numbers that a first key does not take, because keys that are on their way have them. */
  taken: ReadonlySet<number> = new Set(),
): Promise<TokenKeys> => {
  const file = fileIn(dataDir);
  // Two starts at once cannot end with two secrets.
  return withFileLock(file, async () => {
    const text = await readIfPresent(file);
    const found = text === undefined ? firstKeys(taken) : parse(text, file);
    const changed = change(found);
    if (text === undefined || changed !== found) await writePrivateFile(file, tokenKeyText(changed));
    return changed;
  });
};

/** Whether a first one was made here. */
export const hasTokenKeys = async (dataDir: string): Promise<boolean> =>
  (await readIfPresent(fileIn(dataDir))) !== undefined;

export const loadTokenKeys = (dataDir: string): Promise<TokenKeys> => changeTokenKeys(dataDir);
