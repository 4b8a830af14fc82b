/** Checks a case's seal as anybody can who is handed its bundle: by the product's own checker, and by the Python that lies in it. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
const checkByPython = async (file: string): Promise<boolean | null> => {
  try {
    await run('python3', [checker, file]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const checked = (bundle: Uint8Array) => {
  const verdict = verifyBundle(bundle);
  if (!verdict.ok) throw new Error(`the bundle is refused: ${verdict.problem} ${verdict.detail}`);
  const last = verdict.heads.at(-1);
  if (!last) throw new Error('the bundle has no head');
  return { ...last, heads: verdict.heads.length, opened: verdict.opened };
};

/** Fetches the session's bundles, with and without what names people, writes the one with it to `file`, and has it checked twice. */
export const checkSeal = async (download: Download, session: string, file: string): Promise<CheckedSeal> => {
  const path = `/api/sessions/${session}/seal/bundle.zip`;
  const [whole, nameless] = [await download(`${path}?openings=yes`), await download(path)];
  const { root, size, counts, heads, opened } = checked(whole);
  const published = checked(nameless);
  if (published.root !== root || published.opened !== 0) throw new Error('the two bundles are not of one seal');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, whole);
  return { root, size, heads, records: { ...counts }, opened, python: await checkByPython(file) };
};
