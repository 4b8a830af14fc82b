/**
 * The laptop's sealing key: made at the first start, kept in the data folder for its owner only. The public halves of every key ever used
 * lie beside it and stay: a private key that is lost is followed by a new one, and seals made with the old one stay good.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { access, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSoundKey, keyIdOf, makeEd25519Sealer, publicKeyOf } from '../seals/ed25519.ts';
import { FormerKey, formerKeyIn, formerKeyText } from '../seals/former-keys.ts';
import { Hash } from '../seals/leaf-schema.ts';
import { PublicKey } from '../seals/seal-schema.ts';
import type { Sealer } from '../seals/sealer.ts';
import { writePrivateFile } from './identity/private-file.ts';
import { KeysUnreadable } from './keys-unreadable.ts';

const privateFile = 'seal-key.pem';
const publicFolder = 'seal-keys';

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/**
 * Whether it was written now. Under its name a file stands whole or not at all: of two starts at once one wins, and one that dies leaves
 * nothing that the next would take for a key.
 */
const writeOnce = async (file: string, content: string): Promise<boolean> => {
  const whole = `${file}.${randomUUID()}.tmp`;
  await writeFile(whole, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(whole, file);
    return true;
  } catch (error) {
    if (!isThere(error)) throw error;
    return false;
  } finally {
    await rm(whole, { force: true });
  }
};

const readPrivate = async (file: string): Promise<KeyObject> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below; the parser's own words could quote the file.
  }
  throw new KeysUnreadable(
    file,
    `${file} holds no sealing key that can be read. Put it back from a copy. If there is none, move the file away and start again: a new key is made, and earlier seals stay good.`,
  );
};

/** The public keys in the folder, each under its fingerprint, with the regencies of those that came with an import. */
const readPublic = async (folder: string): Promise<string[]> => {
  const names = (await readdir(folder)).filter((name) => Hash.safeParse(name).success);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const { publicKey } = formerKeyIn(text);
      const isKey = FormerKey.safeParse(text).success && isSoundKey(publicKey) && keyIdOf(publicKey) === name;
      const file = join(folder, name);
      if (!isKey) throw new KeysUnreadable(file, `${file} is not the public key of that fingerprint. Move it away.`);
      return text;
    }),
  );
};

/** Whether a first one was made here. */
export const hasSealKey = (dataDir: string): Promise<boolean> =>
  access(join(dataDir, privateFile)).then(
    () => true,
    () => false,
  );

/** `rotated` is told the new key's fingerprint where it takes the place of others, once. */
export const loadSealer = async (dataDir: string, rotated: (key: string) => void = () => {}): Promise<Sealer> => {
  const file = join(dataDir, privateFile);
  const folder = join(dataDir, publicFolder);
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeOnce(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  const key = await readPrivate(file);
  const current = publicKeyOf(key);
  const own = join(folder, keyIdOf(current));
  const isNew = await writeOnce(own, current);
  const found = await readPublic(folder);
  // It came with an import first, and its private half after that: a key of this installation is good for all.
  if (!found.includes(current)) await writePrivateFile(own, current);
  const former = found.filter((text) => formerKeyIn(text).publicKey !== current);
  if (isNew && former.length > 0) rotated(keyIdOf(current));
  return makeEd25519Sealer(key, former);
};

/** Makes this key good for these regencies too. Answers what it is good for now. */
const nameKey = async (file: string, publicKey: string, regencies: readonly string[]): Promise<string> => {
  const asked = formerKeyText(publicKey, regencies);
  if (await writeOnce(file, asked)) return asked;
  const standing = await readFile(file, 'utf8');
  const known = formerKeyIn(standing).regencies;
  // One without regencies is this installation's own, whose seals come back.
  if (!known || regencies.every((regency) => known.includes(regency))) return standing;
  const more = formerKeyText(publicKey, [...known, ...regencies]);
  await writePrivateFile(file, more);
  return more;
};

/** Names keys that seals of imported sessions are signed with, each for its regencies. Answers how each of them stands here now. */
export const addFormerSealKeys = async (
  dataDir: string,
  regenciesOf: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> => {
  const folder = join(dataDir, publicFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const standing: string[] = [];
  for (const [publicKey, regencies] of regenciesOf) {
    if (!PublicKey.safeParse(publicKey).success || !isSoundKey(publicKey)) throw new Error('not a public Ed25519 key');
    standing.push(await nameKey(join(folder, keyIdOf(publicKey)), publicKey, regencies));
  }
  return standing;
};

/**
 * A new key in the place of the one there is, whose public half stays known and whose private half is nowhere any more: nobody can sign with
 * it. Takes effect at the next start; the first head after it announces it. Answers the public halves.
 */
export const replaceSealKey = async (dataDir: string): Promise<{ former: string; current: string }> => {
  const file = join(dataDir, privateFile);
  // Makes the first one where there is none, and keeps its public half.
  const former = (await (await loadSealer(dataDir)).keys()).current;
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
  return { former, current: publicKeyOf(privateKey) };
};
