/** Checks a case's seal as anybody can who is handed its bundle: by the product's own checker, and by the Python that lies in it. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dataFiles, openBundle } from '../../functions/seals/bundle.ts';
import { bundlePartName, bundlePartsOf } from '../../functions/seals/bundle-parts.ts';
import type { SignedHead } from '../../functions/seals/seal-schema.ts';
import { verifyBundle } from '../../functions/seals/verify-bundle.ts';
import type { Download } from './api-client.ts';

const run = promisify(execFile);
const checker = fileURLToPath(new URL('../../functions/seals/verify.py', import.meta.url));

export interface CheckedSeal {
  root: string;
  /** Leaves under the last head. */
  size: number;
  heads: number;
  /** Leaves by kind. */
  records: Record<string, number>;
  /** Commitments that were opened. */
  opened: number;
  /** Whether verify.py said so too; null on a machine without python3. */
  python: boolean | null;
}

/** What verify.py says of a bundle: throws where it refuses it. */
const checkByPython = async (files: readonly string[]): Promise<boolean | null> => {
  try {
    await run('python3', [checker, ...files]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const checked = (bundle: readonly Uint8Array[]) => {
  const verdict = verifyBundle(bundle);
  if (!verdict.ok) throw new Error(`the bundle is refused: ${verdict.problem} ${verdict.detail}`);
  const last = verdict.heads.at(-1);
  if (!last) throw new Error('the bundle has no head');
  return { ...last, heads: verdict.heads.length, opened: verdict.opened };
};

/** All parts of a bundle, of which the first one's heads tell how many there are. */
const fetchParts = async (download: Download, path: string, query: string): Promise<Uint8Array[]> => {
  const first = await download(`${path}?part=1${query}`);
  const heads = JSON.parse(new TextDecoder().decode(openBundle(first).get(dataFiles.heads))) as SignedHead[];
  const parts = [first];
  const count = bundlePartsOf(heads.at(-1)?.head.size ?? 0);
  while (parts.length < count) parts.push(await download(`${path}?part=${parts.length + 1}${query}`));
  return parts;
};

/**
 * Fetches the session's bundles, with and without what names people, writes the one with it to `file` (to `name-1.zip` and so on where it
 * has parts), and has it checked twice.
 */
export const checkSeal = async (download: Download, session: string, file: string): Promise<CheckedSeal> => {
  const path = `/api/sessions/${session}/seal/bundle.zip`;
  const [whole, nameless] = [await fetchParts(download, path, '&openings=yes'), await fetchParts(download, path, '')];
  const { root, size, counts, heads, opened } = checked(whole);
  const published = checked(nameless);
  if (published.root !== root || published.opened !== 0) throw new Error('the two bundles are not of one seal');
  await mkdir(dirname(file), { recursive: true });
  const files = whole.map((_, index) => bundlePartName(file.replace(/\.zip$/, ''), index + 1, whole.length));
  await Promise.all(whole.map((part, index) => writeFile(files[index] as string, part)));
  return { root, size, heads, records: { ...counts }, opened, python: await checkByPython(files) };
};
