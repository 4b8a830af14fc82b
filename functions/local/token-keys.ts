/** The laptop's HMAC secret for invitation tokens: made at the first start, kept in the data folder for its owner only. */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenKeys } from '../platform/signed-code.ts';

export const loadTokenKeys = async (dataDir: string): Promise<TokenKeys> => {
  const file = join(dataDir, 'token-key');
  try {
    // wx: two starts at once cannot end with two secrets.
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = Buffer.from(await readFile(file, 'utf8'), 'base64url');
  if (secret.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes`);
  return { current: 1, secrets: new Map([[1, secret]]) };
};
