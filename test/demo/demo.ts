/**
 * `npm run demo`: the product on this machine, with the five cases played through its own HTTP API.
 * `--once --json` prints the figures as one JSON object and ends; 1 if a figure differs from what its case expects, or a seal does not
 * hold. `--bundles FOLDER` keeps the sealed bundles there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../functions/local/server.ts';
import { signIn } from '../support/sign-in.ts';
import { addAccounts, type Entrance } from './accounts.ts';
import { makeCall, makeDownload } from './api-client.ts';
import { checkSeal } from './check-seal.ts';
import { playCase } from './play-case.ts';
import { openPracticeSession } from './practice-session.ts';
import { type Case, readCases } from './read-case.ts';
import { compare, coverageTable, type Report, reportOf } from './report.ts';

const { values: flags } = parseArgs({
  options: { once: { type: 'boolean' }, json: { type: 'boolean' }, bundles: { type: 'string' } },
});
const say = (text: string) => void (flags.json || process.stdout.write(`${text}\n`));

const dataDir = await mkdtemp(join(tmpdir(), 'hadir-demo-'));
const clock = { ahead: 0 };
const starting = startServer({
  dataDir,
  port: flags.once ? 0 : Number(process.env.PORT ?? 8787),
  now: () => new Date(Date.now() + clock.ahead),
  log: (line) => process.stderr.write(`${line}\n`),
  allowSkipPassword: true,
});

const forget = async (code: number): Promise<never> => {
  await starting.then(
    (server) => server.close(),
    () => {},
  );
  // A step that was being played may still write a file.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(code);
};
let ending: Promise<never> | undefined;
const end = (code: number): Promise<never> => {
  ending ??= forget(code);
  return ending;
};
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

const server = await starting.catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  return end(1);
});

/** Ctrl-C cuts the lines of the step being played; only a failure of the step's own is told. */
const step = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: Error) => {
    if (!ending) process.stderr.write(`${error.stack}\n`);
    return end(1);
  });

const cases = await readCases();
const entrances = await step(
  addAccounts(
    server.accounts,
    cases.map(({ plan }) => plan.regency),
  ),
);
const tokenOf = async ({ username, code }: Entrance): Promise<string> =>
  (await signIn({ origin: server.origin, username, secret: code })).accessToken;
const callAs = async (who: Entrance) => makeCall(server.origin, await tokenOf(who));
const entrance = (role: string, region: string): Entrance => {
  const found = entrances.find((item) => item.role === role && item.region === region);
  if (!found) throw new Error(`no account for ${role} of ${region}`);
  return found;
};

const report: Report = { regencies: [] };
const differences: string[] = [];
const play = async (input: Case): Promise<void> => {
  const token = await tokenOf(entrance('organizer', input.code));
  const organizer = makeCall(server.origin, token);
  const operator = await callAs(entrance('operator', input.code));
  const setTime = (instant: string) => {
    clock.ahead = Date.parse(instant) - Date.now();
  };
  const session = await playCase(
    { organizer, operator, anybody: makeCall(server.origin), setTime, progress: say },
    input,
  );
  await server.settled();
  const regent = await callAs(entrance('regent', input.code));
  const coverage = (await regent('GET', `/api/sessions/${session}/coverage`)).body;
  const bundle = join(flags.bundles ?? join(dataDir, 'bundles'), `${input.code}.zip`);
  const seal = await checkSeal(makeDownload(server.origin, token), session, bundle);
  const regency = reportOf(input.plan.regency, coverage, seal);
  report.regencies.push(regency);
  differences.push(...compare(input, regency));
  say(coverageTable(regency, coverage));
};
for (const input of cases) await step(play(input));
clock.ahead = 0;

if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
for (const difference of differences) process.stderr.write(`${difference}\n`);
if (flags.once) await end(differences.length ? 1 : 0);

const openPractice = async () => {
  const [organizer, operator] = [
    await callAs(entrance('organizer', '16.04')),
    await callAs(entrance('operator', '16.04')),
  ];
  return openPracticeSession({ organizer, operator }, '16.04', new Date());
};
const practice = await step(openPractice());
say(`
Hadir: ${server.origin}
  staff console        ${server.origin}/staf/
  door                 ${practice.door.link}
  an invitation        ${practice.link}
  the reader's screen  ${practice.reader}
  API                  ${server.origin}/api/docs

Sign in with a user name and its one-time code (good for a day; press "Lewati" / "Skip" at the password):
${entrances.map(({ role, region, username, code }) => `  ${role.padEnd(10)} ${region.padEnd(6)} ${username.padEnd(18)} ${code}`).join('\n')}

"${practice.title}" is open in Kabupaten Lahat, to try the door, the reading and the signing:
${practice.present} offices are in the hall, and nobody can sign before the reader has begun. The door's address makes the first
browser that opens it its "${practice.door.name}"; an organiser makes more doors in the console.
To try an import, take a sheet of test/cases: 16.04/roster.xlsx changes nothing in Lahat, 63.03/roster.csv is Banjar's.
Ctrl-C ends the demo and forgets it.`);
