import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Accounts, makeAccounts } from '../../functions/local/identity/accounts.ts';
import { makeCode, normaliseCode, passwordProblem, STRONG_COST } from '../../functions/local/identity/secrets.ts';

const HOUR = 60 * 60_000;
const PASSWORD = 'gajah duduk di bukit';
/** Cheaper than the product's, since these tests hash some two hundred secrets. */
const cost = { n: 2 ** 14, r: 8, p: 1 };
let dataDir: string;
let at: number;
let accounts: Accounts;
const now = () => new Date(at);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hadir-accounts-'));
  at = Date.parse('2024-06-27T01:00:00Z');
  accounts = makeAccounts({ dataDir, now, randomBytes, cost });
});
afterEach(() => rm(dataDir, { recursive: true }));

const add = (username = 'siti', options?: { lifetimeMs: number }) =>
  accounts.addWithOneTimeCode({ username, name: 'Siti Rahma', role: 'regent', region: '16.04' }, options);

async function addWithPassword(username = 'siti') {
  const { account, code } = await add(username);
  const answer = await accounts.authenticate(username, code);
  if (answer.result !== 'must-set-password') throw new Error(answer.result);
  await accounts.setPassword(account.id, answer.ticket, PASSWORD);
  return { account, code };
}

describe('a one-time code', () => {
  it('has 65 bits in readable groups without I, L, O and U', () => {
    const codes = new Set(Array.from({ length: 500 }, () => makeCode(randomBytes)));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
  });

  it('is made from the randomness passed in', () => {
    expect(makeCode((size) => new Uint8Array(size).fill(31))).toBe('ZZZZ-ZZZZ-ZZZZ-Z');
  });

  it.each([
    ['abcd-efgh-jkmn-p', 'ABCDEFGHJKMNP'],
    [' abcd efgh jkmn p ', 'ABCDEFGHJKMNP'],
    ['oO0il1—x', '000111X'],
  ])('typed as %j is read as %s', (typed, read) => expect(normaliseCode(typed)).toBe(read));

  it('is accepted in either case and with spaces, and asks for a password', async () => {
    const { account, code } = await add();
    const answer = await accounts.authenticate('SITI ', code.toLowerCase().replaceAll('-', ' '));
    expect(answer).toMatchObject({ result: 'must-set-password', account });
  });

  it('is used up by the password: neither it nor its ticket works again', async () => {
    const { account, code } = await add();
    const [one, two] = [await accounts.authenticate('siti', code), await accounts.authenticate('siti', code)];
    if (one.result !== 'must-set-password' || two.result !== 'must-set-password') throw new Error('not accepted');
    await accounts.setPassword(account.id, one.ticket, PASSWORD);
    await expect(accounts.setPassword(account.id, two.ticket, 'kata sandi lain sekali')).rejects.toThrow('code-used');
    expect(await accounts.authenticate('siti', code)).toEqual({ result: 'refused', reason: 'wrong' });
    expect(await accounts.authenticate('siti', PASSWORD)).toEqual({ result: 'ok', account });
  });

  it('lets one of two pages win that set a password at the same moment', async () => {
    const { account, code } = await add();
    const answer = await accounts.authenticate('siti', code);
    if (answer.result !== 'must-set-password') throw new Error(answer.result);
    const tries = ['gajah duduk di bukit', 'kuda lari di pantai'].map((p) =>
      accounts.setPassword(account.id, answer.ticket, p),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('expires after a day, or when it was said to', async () => {
    const { account, code } = await add();
    const longer = await add('budi', { lifetimeMs: 72 * HOUR });
    const answer = await accounts.authenticate('siti', code);
    at += 24 * HOUR - 1;
    expect(await accounts.authenticate('siti', code)).toMatchObject({ result: 'must-set-password' });
    at += 1;
    expect(await accounts.authenticate('siti', code)).toEqual({ result: 'refused', reason: 'expired' });
    if (answer.result !== 'must-set-password') throw new Error(answer.result);
    await expect(accounts.setPassword(account.id, answer.ticket, PASSWORD)).rejects.toThrow('code-used');
    expect(await accounts.authenticate('budi', longer.code)).toMatchObject({ result: 'must-set-password' });
  });

  it('works for its own account only', async () => {
    const siti = await add('siti');
    const budi = await add('budi');
    expect(await accounts.authenticate('budi', siti.code)).toEqual({ result: 'refused', reason: 'wrong' });
    const answer = await accounts.authenticate('siti', siti.code);
    if (answer.result !== 'must-set-password') throw new Error(answer.result);
    await expect(accounts.setPassword(budi.account.id, answer.ticket, PASSWORD)).rejects.toThrow('code-used');
  });

  it('replaces the password when it is renewed', async () => {
    await addWithPassword();
    const { code } = await accounts.renewCode('siti');
    expect(await accounts.authenticate('siti', PASSWORD)).toEqual({ result: 'refused', reason: 'wrong' });
    expect(await accounts.authenticate('siti', code)).toMatchObject({ result: 'must-set-password' });
    await expect(accounts.renewCode('nobody')).rejects.toThrow('unknown-username');
  });
});

describe('guessing', () => {
  it('is answered alike for a known and an unknown username', async () => {
    await addWithPassword();
    const wrong = { result: 'refused', reason: 'wrong' };
    expect(await accounts.authenticate('siti', 'salah')).toEqual(wrong);
    expect(await accounts.authenticate('nobody', 'salah')).toEqual(wrong);
  });

  it('takes about as long for an unknown username', async () => {
    await addWithPassword();
    const time = async (username: string) => {
      const start = process.hrtime.bigint();
      await accounts.authenticate(username, 'salah');
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    await time('warm-up');
    const known = Math.min(await time('siti'), await time('siti'), await time('siti'));
    const unknown = Math.min(await time('nobody'), await time('nobody'), await time('nobody'));
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it.each(['siti', 'nobody'])('is stopped after five failures for %s, and longer each time', async (username) => {
    await addWithPassword();
    for (let i = 0; i < 5; i += 1)
      expect(await accounts.authenticate(username, 'salah')).toMatchObject({ reason: 'wrong' });
    expect(await accounts.authenticate(username, PASSWORD)).toEqual({
      result: 'refused',
      reason: 'locked',
      waitSeconds: 30,
    });
    at += 30_000;
    expect(await accounts.authenticate(username, 'salah')).toMatchObject({ reason: 'wrong' });
    expect(await accounts.authenticate(username, PASSWORD)).toMatchObject({ reason: 'locked', waitSeconds: 60 });
  });

  it('cannot slip past the limit by asking many times at once', async () => {
    await addWithPassword();
    const answers = await Promise.all(Array.from({ length: 20 }, () => accounts.authenticate('siti', 'salah')));
    expect(answers.filter((one) => one.result === 'refused' && one.reason === 'wrong')).toHaveLength(5);
  });

  it('is forgotten after the right password, which works once the wait is over', async () => {
    await addWithPassword();
    for (let i = 0; i < 5; i += 1) await accounts.authenticate('siti', 'salah');
    at += 30_000;
    expect(await accounts.authenticate('siti', PASSWORD)).toMatchObject({ result: 'ok' });
    for (let i = 0; i < 4; i += 1) await accounts.authenticate('siti', 'salah');
    expect(await accounts.authenticate('siti', PASSWORD)).toMatchObject({ result: 'ok' });
  });

  it('never locks another username', async () => {
    await addWithPassword();
    for (let i = 0; i < 6; i += 1) await accounts.authenticate('nobody', 'salah');
    expect(await accounts.authenticate('siti', PASSWORD)).toMatchObject({ result: 'ok' });
  });
});

describe('a password', () => {
  it.each([
    ['elevenchars', 'short'],
    ['a😀b😀c😀d', 'short'],
    [`kata ${'panjang '.repeat(40)}`, 'long'],
    ['pengguna.lahat', 'username'],
    ['Pengguna.Lahat1', 'username'],
    ['Indonesia1945', 'common'],
    ['aaaaaaaaaaaaaaaa', 'simple'],
    ['gajah duduk di bukit', undefined],
    ['twelve chars', undefined],
  ])('%j is judged %s', (password, problem) => expect(passwordProblem(password, 'pengguna.lahat')).toBe(problem));

  it('is refused when weak, and the code stays usable', async () => {
    const { account, code } = await add();
    const answer = await accounts.authenticate('siti', code);
    if (answer.result !== 'must-set-password') throw new Error(answer.result);
    await expect(accounts.setPassword(account.id, answer.ticket, 'pendek')).rejects.toThrow('password-short');
    expect(await accounts.authenticate('siti', code)).toMatchObject({ result: 'must-set-password' });
  });

  it('is case-sensitive, unlike a code', async () => {
    await addWithPassword();
    expect(await accounts.authenticate('siti', PASSWORD.toUpperCase())).toMatchObject({ result: 'refused' });
  });
});

describe('the first account', () => {
  const first = { username: 'rina', name: 'Rina', region: '16.04', password: PASSWORD };

  it('is an organizer and is made once, also when two ask at the same moment', async () => {
    const settled = await Promise.allSettled([
      accounts.createFirst(first),
      accounts.createFirst({ ...first, username: 'lain' }),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await accounts.list()).toEqual([expect.objectContaining({ role: 'organizer', region: '16.04' })]);
  });

  it('needs a good password', async () => {
    await expect(accounts.createFirst({ ...first, password: 'rina' })).rejects.toThrow('password-short');
    expect(await accounts.list()).toEqual([]);
  });
});

describe('the accounts file', () => {
  it('holds no plain secret, is the owner’s alone and shows none in lists', async () => {
    const { code } = await addWithPassword();
    const other = await add('budi');
    const path = join(dataDir, 'accounts.json');
    const text = await readFile(path, 'utf8');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const secret of [PASSWORD, code, other.code, normaliseCode(other.code)]) expect(text).not.toContain(secret);
    for (const one of await accounts.list())
      expect(Object.keys(one)).toEqual(['id', 'username', 'name', 'role', 'region']);
  });

  it('hashes at the cost that OWASP asks for, unless told otherwise', async () => {
    await makeAccounts({ dataDir, now, randomBytes }).addWithOneTimeCode({
      username: 'kuat',
      name: 'K',
      role: 'regent',
      region: '18',
    });
    const { accounts: stored } = JSON.parse(await readFile(join(dataDir, 'accounts.json'), 'utf8'));
    expect(stored[0].oneTimeCode.hash).toMatchObject({ kind: 'scrypt', ...STRONG_COST });
    expect(STRONG_COST).toEqual({ n: 32_768, r: 8, p: 3 });
  });

  it('gives two accounts with the same password different hashes', async () => {
    await addWithPassword('siti');
    await addWithPassword('budi');
    const { accounts: stored } = JSON.parse(await readFile(join(dataDir, 'accounts.json'), 'utf8'));
    expect(stored[0].passwordHash.hash).not.toBe(stored[1].passwordHash.hash);
    expect(stored[0].oneTimeCode).toBeUndefined();
  });

  it('loses nothing when the server and the tool write at the same time', async () => {
    const tool = makeAccounts({ dataDir, now, randomBytes, cost });
    const names = Array.from({ length: 12 }, (_, i) => `user${i}`);
    await Promise.all(
      names.map((username, i) =>
        (i % 2 ? accounts : tool).addWithOneTimeCode({ username, name: 'N', role: 'operator', region: '18' }),
      ),
    );
    expect((await accounts.list()).map(({ username }) => username).sort()).toEqual(names.sort());
    expect((await tool.list()).length).toBe(12);
  });

  it('takes over a lock that a killed process left behind', async () => {
    const lock = join(dataDir, 'accounts.json.lock');
    await writeFile(lock, '');
    await utimes(lock, 0, 0);
    await add();
    expect(await accounts.list()).toHaveLength(1);
  });

  it('is not overwritten when it is damaged, and the fault names the file without its content', async () => {
    const path = join(dataDir, 'accounts.json');
    await writeFile(path, '{"version":1,"accounts":[{"name":"rahasia"}]}');
    const fault = await add().catch((error: Error) => error);
    expect(String(fault)).toContain(path);
    expect(String(fault)).not.toContain('rahasia');
    expect(await readFile(path, 'utf8')).toContain('rahasia');
  });

  it.each([
    [{ username: 'a b c' }, 'username-invalid'],
    [{ username: 'SITI' }, 'username-taken'],
    [{ name: '  ' }, 'name-invalid'],
    [{ region: '1604' }, 'region-invalid'],
    [{ region: '00' }, 'region-invalid'],
    [{ role: 'nation' as const }, 'region-invalid'],
    [{ role: 'bupati' as 'regent' }, 'role-invalid'],
  ])('refuses %j as %s', async (change, code) => {
    await add('siti');
    const account = { username: 'budi', name: 'Budi', role: 'regent' as const, region: '16.04', ...change };
    await expect(accounts.addWithOneTimeCode(account)).rejects.toMatchObject({ code });
  });
});
