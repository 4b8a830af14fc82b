import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Role } from '../../platform/caller.ts';
import { AccountError, type Accounts, makeAccounts } from './accounts.ts';
import { texts } from './texts.ts';

const USAGE = `Akun Hadir di komputer ini / the accounts of Hadir on this computer

  add   --role ROLE --region CODE --username NAME --name "FULL NAME" [--data DIR]
  reset --username NAME [--data DIR]     a new one-time code instead of the password
  list  [--data DIR]

  ROLE is one of ${Role.options.join(', ')}; CODE is a Kemendagri code such as 16.04 or 18,
  and 00 for nation.
  DIR is the data folder, .data unless HADIR_DATA or --data says otherwise.
`;

interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

const OPTIONS = {
  role: { type: 'string' },
  region: { type: 'string' },
  username: { type: 'string' },
  name: { type: 'string' },
  data: { type: 'string' },
} as const;

/**
 * Runs the command line and answers the exit code: 0 done, 1 refused, 2 not understood. It prints a new account's
 * one-time code, once; `list` prints no secret.
 */
export async function run(argv: string[], env: NodeJS.ProcessEnv, { out, err }: Output): Promise<number> {
  const parsed = parse(argv);
  if (parsed === undefined) {
    err(USAGE);
    return 2;
  }
  const dataDir = parsed.values.data ?? env.HADIR_DATA ?? '.data';
  const accounts = makeAccounts({ dataDir, now: () => new Date(), randomBytes });
  try {
    return await obey(parsed, accounts, { out, err });
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    err(`${texts.id.faults[error.code]}\n${texts.en.faults[error.code]}\n`);
    return 1;
  }
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

type Parsed = NonNullable<ReturnType<typeof parse>>;

async function obey({ positionals, values }: Parsed, accounts: Accounts, { out, err }: Output): Promise<number> {
  const [command, ...rest] = positionals;
  const { username, name, region } = values;
  const role = Role.safeParse(values.role);
  if (rest.length === 0 && command === 'list') {
    for (const one of await accounts.list()) out(`${one.username}\t${one.role}\t${one.region}\n`);
    return 0;
  }
  if (rest.length === 0 && command === 'reset' && username) {
    printCode(out, await accounts.renewCode(username));
    return 0;
  }
  if (rest.length === 0 && command === 'add' && username && name && region && role.success) {
    printCode(out, await accounts.addWithOneTimeCode({ username, name, region, role: role.data }));
    return 0;
  }
  err(USAGE);
  return 2;
}

function printCode(out: Output['out'], { account, code }: Awaited<ReturnType<Accounts['renewCode']>>): void {
  out(`${account.username}: ${code}\n`);
  out('Kode sekali pakai, berlaku 24 jam / one-time code, valid for 24 hours\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await run(process.argv.slice(2), process.env, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
