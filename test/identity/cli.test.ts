import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Accounts, makeAccounts } from '../../functions/local/identity/accounts.ts';
import { run } from '../../functions/local/identity/cli.ts';

let dataDir: string;
let accounts: Accounts;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hadir-cli-'));
  accounts = makeAccounts({ dataDir, now: () => new Date(), randomBytes });
});
afterEach(() => rm(dataDir, { recursive: true }));

const add = (username: string) =>
  accounts.addWithOneTimeCode({ username, name: 'Siti Rahma', role: 'regent', region: '16.04' });

describe('the command line', () => {
  async function cli(...argv: string[]) {
    const said = { out: '', err: '' };
    const exit = await run(
      [...argv, '--data', dataDir],
      {},
      {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
      },
    );
    return { exit, ...said };
  }

  it('adds an account that a running server knows at once, and prints its code', async () => {
    expect(await accounts.list()).toEqual([]);
    const { exit, out } = await cli(
      'add',
      '--role',
      'regent',
      '--region',
      '16.04',
      '--username',
      'siti',
      '--name',
      'Siti Rahma',
    );
    const code = /siti: (\S+)/.exec(out)?.[1] ?? '';
    expect(exit).toBe(0);
    expect(await accounts.authenticate('siti', code)).toMatchObject({ result: 'must-set-password' });
  });

  it('lists username, role and region only', async () => {
    await add('siti');
    expect(await cli('list')).toEqual({ exit: 0, out: 'siti\tregent\t16.04\n', err: '' });
  });

  it('answers 1 to a refusal and 2 to what it does not understand', async () => {
    await add('siti');
    const again = await cli('add', '--role', 'regent', '--region', '16.04', '--username', 'siti', '--name', 'S');
    expect(again).toMatchObject({ exit: 1, out: '' });
    expect(again.err).toContain('username is taken');
    expect(await cli('add', '--role', 'bupati', '--region', '16.04', '--username', 'x12', '--name', 'S')).toMatchObject(
      { exit: 2 },
    );
    expect(await cli('nonsense')).toMatchObject({ exit: 2 });
    expect(await cli('list', '--what')).toMatchObject({ exit: 2 });
  });
});
