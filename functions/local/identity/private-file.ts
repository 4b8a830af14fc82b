import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const LOCK_RETRY_MS = 25;
const LOCK_PATIENCE_MS = 5_000;
const LOCK_STALE_MS = 10_000;

/** Whether `error` is a file system error with this code, such as ENOENT. */
export function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The file's text, or undefined when there is no such file. Other errors are thrown as they come. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Replaces the file in one step: a reader sees the old text or the new one, never a part, also after a crash.
 * The file is readable by its owner only (0600), and so is a folder that has to be made for it (0700).
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(draft, 'wx', OWNER_ONLY_FILE);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Runs `work` while holding `${path}.lock`, so that the server and the command-line tool do not overwrite each other.
 * A lock left behind by a killed process is taken over after ten seconds.
 *
 * @throws Error when the lock stays taken for five seconds.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  await takeLock(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  for (let waited = 0; waited <= LOCK_PATIENCE_MS; waited += LOCK_RETRY_MS) {
    try {
      await (await open(lock, 'wx', OWNER_ONLY_FILE)).close();
      return;
    } catch (error) {
      if (!isFileError(error, 'EEXIST')) throw error;
    }
    if (await isStale(lock)) await rm(lock, { force: true });
    else await wait(LOCK_RETRY_MS);
  }
  throw new Error(`${lock} stays locked by another process; delete it when none is running`);
}

/** The age is measured against the wall clock, because the file system's own stamp is. */
async function isStale(lock: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > LOCK_STALE_MS;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return false;
    throw error;
  }
}
