import { stat } from 'node:fs/promises';
import * as z from 'zod';
import { RegencyCode } from '../../platform/base-schema.ts';
import { Role } from '../../platform/caller.ts';
import { isFileError, readIfPresent, withFileLock, writePrivateFile } from './private-file.ts';
import { secretHashSchema } from './secrets.ts';

/** An account as it is kept: with a password's hash or with a one-time code's, never both. */
export const storedAccountSchema = z.object({
  /** The `sub` of the tokens: opaque, so that logs and records need no name. */
  id: z.string().min(1),
  username: z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{1,30}[a-z0-9])$/),
  name: z.string().trim().min(1).max(120),
  role: Role,
  region: RegencyCode,
  passwordHash: secretHashSchema.optional(),
  oneTimeCode: z.object({ hash: secretHashSchema, expiresAt: z.iso.datetime() }).optional(),
});
const fileSchema = z.object({ version: z.literal(1), accounts: z.array(storedAccountSchema) });
export type StoredAccount = z.infer<typeof storedAccountSchema>;

/** The accounts on disk. Both functions throw an Error when the file is damaged; it names the file, not its content. */
export interface AccountsFile {
  /** All accounts; the file is parsed again only when it changed. */
  read(): Promise<StoredAccount[]>;
  /** Replaces all accounts by what `edit` makes of them, alone among all processes. What `edit` throws is passed on. */
  change(edit: (all: StoredAccount[]) => StoredAccount[]): Promise<void>;
}

/** The accounts in the file at `path`; no file means no account. */
export function makeAccountsFile(path: string): AccountsFile {
  let known: { version: string; accounts: StoredAccount[] } = { version: 'absent', accounts: [] };

  async function read(): Promise<StoredAccount[]> {
    const version = await versionOf(path);
    if (version !== known.version) known = { version, accounts: parseFile(path, await readIfPresent(path)) };
    return known.accounts;
  }

  return {
    read,
    change: (edit) =>
      withFileLock(path, async () => {
        const before = parseFile(path, await readIfPresent(path));
        const accounts = edit(before);
        await writePrivateFile(path, `${JSON.stringify({ version: 1, accounts }, null, 2)}\n`);
      }),
  };
}

/** Every write makes a new file, so its inode and time tell whether it changed. */
async function versionOf(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true });
    return `${ino}:${mtimeNs}:${size}`;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return 'absent';
    throw error;
  }
}

function parseFile(path: string, text: string | undefined): StoredAccount[] {
  if (text === undefined) return [];
  try {
    return fileSchema.parse(JSON.parse(text)).accounts;
  } catch {
    throw new Error(`${path} is damaged; restore it from a copy`);
  }
}
