/** The file that carries token keys from one installation to another. Whoever has it can make codes that are taken for ours. */
import { readFile, writeFile } from 'node:fs/promises';
import type { TokenKeys } from '../platform/signed-code.ts';
import { parseTokenKeys, tokenKeyText } from '../platform/token-key-text.ts';
import { isFileError, Refusal } from './refusal.ts';

/** Readable by its owner only. @throws Refusal FILE_EXISTS */
export const writeTokenKeysFile = async (file: string, keys: TokenKeys): Promise<void> => {
  try {
    await writeFile(file, tokenKeyText(keys), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw isFileError(error, 'EEXIST') ? new Refusal('FILE_EXISTS', file) : error;
  }
};

/** @throws Refusal FILE_MISSING, KEYS_UNREADABLE */
export const readTokenKeysFile = async (file: string): Promise<TokenKeys> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw isFileError(error, 'ENOENT') ? new Refusal('FILE_MISSING', file) : error;
  });
  try {
    return parseTokenKeys(text);
  } catch {
    throw new Refusal('KEYS_UNREADABLE', file);
  }
};
