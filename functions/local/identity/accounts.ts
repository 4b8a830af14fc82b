import { join } from 'node:path';
import * as z from 'zod';
import { fitsRole } from '../../platform/caller.ts';
import { type AccountsFile, makeAccountsFile, type StoredAccount, storedAccountSchema } from './accounts-file.ts';
import { makeAttempts } from './attempts.ts';
import {
  hashSecret,
  LONGEST_PASSWORD,
  makeCode,
  normaliseCode,
  type PasswordProblem,
  passwordProblem,
  type RandomBytes,
  type ScryptCost,
  type SecretHash,
  STRONG_COST,
  verifySecret,
} from './secrets.ts';

const DAY_MS = 24 * 60 * 60_000;
const CODE_LIFETIME_MS = DAY_MS;

const newAccountSchema = storedAccountSchema
  .pick({ username: true, name: true, role: true, region: true })
  .refine(fitsRole, { path: ['region'] });

/** What an account is made from. */
export type NewAccount = z.input<typeof newAccountSchema>;

/** An account without its secrets. */
export type Account = Pick<StoredAccount, 'id' | 'username' | 'name' | 'role' | 'region'>;

/** The closed list of reasons for which an account cannot be made or changed. */
export type AccountProblem =
  | 'username-invalid'
  | 'username-taken'
  | 'name-invalid'
  | 'role-invalid'
  | 'region-invalid'
  | 'unknown-username'
  | 'not-first'
  | 'code-used'
  | `password-${PasswordProblem}`;

/** A change to the accounts that was refused. Its message holds no personal data. */
export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: AccountProblem;
  constructor(code: AccountProblem) {
    super(code);
    this.code = code;
  }
}

/** The answer to a username and a secret. `ticket` proves to `setPassword` which code was given. */
export type Authentication =
  | { result: 'ok'; account: Account }
  | { result: 'must-set-password'; account: Account; ticket: string }
  | { result: 'refused'; reason: 'wrong' | 'expired' }
  | { result: 'refused'; reason: 'locked'; waitSeconds: number };

/** The accounts of a laptop's own issuer. */
export interface Accounts {
  list(): Promise<Account[]>;
  find(id: string): Promise<Account | undefined>;
  /** Adds an account whose first sign-in is by a one-time code. @throws AccountError when a value is refused. */
  addWithOneTimeCode(account: NewAccount, options?: CodeOptions): Promise<{ account: Account; code: string }>;
  /** Replaces an account's password or code by a new one-time code. @throws AccountError `unknown-username`. */
  renewCode(username: string, options?: CodeOptions): Promise<{ account: Account; code: string }>;
  /**
   * Judges a username and a password or one-time code. An unknown username takes as long and is answered as a wrong
   * secret is. After five failures for a username it must wait, and is not judged meanwhile. A code is not used up
   * here: `setPassword` does that, so that whoever closes the page half-way can start again.
   */
  authenticate(username: string, secret: string): Promise<Authentication>;
  /**
   * Sets the password and uses up the one-time code in the same write.
   * @throws AccountError `code-used` when the ticket's code was used, replaced or has expired; `password-…` when weak.
   */
  setPassword(id: string, ticket: string, password: string): Promise<Account>;
  /** Makes the first account, an organizer with a password. @throws AccountError `not-first` when there is one already. */
  createFirst(account: Omit<NewAccount, 'role'> & { password: string }): Promise<Account>;
}

/** How long a one-time code is valid; a day when not given. */
export interface CodeOptions {
  lifetimeMs?: number;
}

export interface AccountsPorts {
  dataDir: string;
  now: () => Date;
  randomBytes: RandomBytes;
  /** The cost of new hashes; the strong default except in tests, which sign in hundreds of times. */
  cost?: ScryptCost;
}

/**
 * The accounts in `${dataDir}/accounts.json` (0600, replaced atomically, read again when it changed, so that the
 * command-line tool can add one while the server runs). Passwords and codes are kept as scrypt hashes only.
 * Its functions throw an Error when the file is damaged; the message names the file, never its content.
 */
export function makeAccounts({ dataDir, now, randomBytes, cost = STRONG_COST }: AccountsPorts): Accounts {
  const file = makeAccountsFile(join(dataDir, 'accounts.json'));
  const attempts = makeAttempts({ now });
  const hash = (secret: string) => hashSecret(secret, randomBytes, cost);
  const decoy = hash(makeCode(randomBytes));
  const newId = () => `usr_${makeCode(randomBytes).replaceAll('-', '').toLowerCase()}`;

  async function newCode({ lifetimeMs = CODE_LIFETIME_MS }: CodeOptions = {}) {
    const code = makeCode(randomBytes);
    const expiresAt = new Date(now().getTime() + lifetimeMs).toISOString();
    return { code, oneTimeCode: { hash: await hash(normaliseCode(code)), expiresAt } };
  }

  return {
    list: async () => (await file.read()).map(withoutSecrets),

    async find(id) {
      const stored = (await file.read()).find((one) => one.id === id);
      return stored && withoutSecrets(stored);
    },

    async addWithOneTimeCode(account, options) {
      const fields = parseNewAccount(account);
      const { code, oneTimeCode } = await newCode(options);
      const stored = { id: newId(), ...fields, oneTimeCode };
      await file.change((all) => {
        if (all.some((one) => one.username === fields.username)) throw new AccountError('username-taken');
        return [...all, stored];
      });
      return { account: withoutSecrets(stored), code };
    },

    async renewCode(username, options) {
      const { code, oneTimeCode } = await newCode(options);
      const key = normaliseUsername(username);
      const account = await changeOne(file, 'unknown-username', (one) => {
        if (one.username !== key) return undefined;
        return { ...withoutSecrets(one), oneTimeCode };
      });
      attempts.succeed(key);
      return { account, code };
    },

    async authenticate(username, secret) {
      const key = normaliseUsername(username);
      const waitSeconds = attempts.begin(key);
      if (waitSeconds > 0) return { result: 'refused', reason: 'locked', waitSeconds };
      const stored = (await file.read()).find((one) => one.username === key);
      const answer = await judge(stored, secret, await decoy, now());
      if (answer.result !== 'refused' || answer.reason === 'expired') attempts.succeed(key);
      return answer;
    },

    async setPassword(id, ticket, password) {
      const current = (await file.read()).find((one) => one.id === id);
      if (current === undefined) throw new AccountError('code-used');
      refuseWeak(password, current.username);
      const passwordHash = await hash(password);
      return changeOne(file, 'code-used', (one) => {
        // The code must still be the one of the sign-in: of two pages opened with the same code, the first wins.
        const valid = one.id === id && one.oneTimeCode?.hash.hash === ticket && !isExpired(one.oneTimeCode, now());
        return valid ? { ...withoutSecrets(one), passwordHash } : undefined;
      });
    },

    async createFirst({ password, ...rest }) {
      const fields = parseNewAccount({ ...rest, role: 'organizer' });
      refuseWeak(password, fields.username);
      const stored = { id: newId(), ...fields, passwordHash: await hash(password) };
      await file.change((all) => {
        if (all.length > 0) throw new AccountError('not-first');
        return [stored];
      });
      return withoutSecrets(stored);
    },
  };
}

/** The username as it is kept and compared: no case, no spaces around it. */
export function normaliseUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().slice(0, LONGEST_PASSWORD);
}

async function judge(
  stored: StoredAccount | undefined,
  secret: string,
  decoy: SecretHash,
  at: Date,
): Promise<Authentication> {
  const code = stored?.oneTimeCode;
  const expected = code?.hash ?? stored?.passwordHash ?? decoy;
  const right = await verifySecret(code === undefined ? secret : normaliseCode(secret), expected);
  if (!right || stored === undefined || expected === decoy) return { result: 'refused', reason: 'wrong' };
  if (code === undefined) return { result: 'ok', account: withoutSecrets(stored) };
  if (isExpired(code, at)) return { result: 'refused', reason: 'expired' };
  return { result: 'must-set-password', account: withoutSecrets(stored), ticket: code.hash.hash };
}

function isExpired(code: { expiresAt: string }, at: Date): boolean {
  return Date.parse(code.expiresAt) <= at.getTime();
}

function withoutSecrets({ id, username, name, role, region }: StoredAccount): Account {
  return { id, username, name, role, region };
}

function refuseWeak(password: string, username: string): void {
  const problem = passwordProblem(password, username);
  if (problem !== undefined) throw new AccountError(`password-${problem}`);
}

function parseNewAccount(account: NewAccount): z.output<typeof newAccountSchema> {
  const parsed = newAccountSchema.safeParse({ ...account, username: normaliseUsername(account.username) });
  if (parsed.success) return parsed.data;
  const field = z.enum(['username', 'name', 'role', 'region']).parse(parsed.error.issues[0]?.path[0]);
  throw new AccountError(`${field}-invalid`);
}

async function changeOne(
  file: AccountsFile,
  otherwise: AccountProblem,
  edit: (one: StoredAccount) => StoredAccount | undefined,
): Promise<Account> {
  let changed: StoredAccount | undefined;
  await file.change((all) =>
    all.map((one) => {
      const edited = edit(one);
      changed ??= edited;
      return edited ?? one;
    }),
  );
  if (changed === undefined) throw new AccountError(otherwise);
  return withoutSecrets(changed);
}
