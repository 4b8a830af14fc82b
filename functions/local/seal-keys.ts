/**
 * The laptop's sealing key: made at the first start, kept in the data folder for its owner only. The public halves of every key ever used
 * lie beside it and stay: a private key that is lost is followed by a new one, and seals made with the old one stay good.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf, makeEd25519Sealer, publicKeyOf } from '../seals/ed25519.ts';
import type { Sealer } from '../seals/sealer.ts';

const privateFile = 'seal-key.pem';
const publicFolder = 'seal-keys';

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

const writeOnce = async (file: string, content: string, mode: number): Promise<void> => {
  // wx: two starts at once cannot end with two keys.
  await writeFile(file, content, { mode, flag: 'wx' }).catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
};

export const loadSealer = async (dataDir: string): Promise<Sealer> => {
  const file = join(dataDir, privateFile);
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 0o600);
  const key = createPrivateKey(await readFile(file, 'utf8'));
  const current = publicKeyOf(key);
  const folder = join(dataDir, publicFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeOnce(join(folder, keyIdOf(current)), current, 0o600);
  const known = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return makeEd25519Sealer(
    key,
    known.filter((publicKey) => publicKey !== current),
  );
};
