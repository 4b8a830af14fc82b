/**
 * `npm run demo`: the product on this machine, with the five cases played through its own HTTP API.
 * `--once --json` prints the figures as one JSON object and ends; 1 if a figure differs from what its case expects.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../functions/local/server.ts';
import { signIn } from '../support/sign-in.ts';
import { addAccounts, type Entrance } from './accounts.ts';
import { makeCall } from './api-client.ts';
import { playCase } from './play-case.ts';
import { openPracticeSession } from './practice-session.ts';
import { readCases } from './read-case.ts';
import { compare, coverageTable, type Report, reportOf } from './report.ts';

const { values: flags } = parseArgs({ options: { once: { type: 'boolean' }, json: { type: 'boolean' } } });
const say = (text: string) => void (flags.json || process.stdout.write(`${text}\n`));

const dataDir = await mkdtemp(join(tmpdir(), 'hadir-demo-'));
const clock = { ahead: 0 };
const server = await startServer({
  dataDir,
  port: flags.once ? 0 : Number(process.env.PORT ?? 8787),
  now: () => new Date(Date.now() + clock.ahead),
  log: (line) => process.stderr.write(`${line}\n`),
  allowSkipPassword: true,
}).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

const end = async (code: number): Promise<never> => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(code);
};

const cases = await readCases();
const entrances = await addAccounts(
  server.accounts,
  cases.map(({ plan }) => plan.regency),
);
const callAs = async ({ username, code }: Entrance) =>
  makeCall(server.origin, (await signIn({ origin: server.origin, username, secret: code })).accessToken);
const entrance = (role: string, region: string): Entrance => {
  const found = entrances.find((item) => item.role === role && item.region === region);
  if (!found) throw new Error(`no account for ${role} of ${region}`);
  return found;
};

const report: Report = { regencies: [] };
const differences: string[] = [];
for (const input of cases) {
  const organizer = await callAs(entrance('organizer', input.code));
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
  const regency = reportOf(input.plan.regency, coverage);
  report.regencies.push(regency);
  differences.push(...compare(input, regency));
  say(coverageTable(regency, coverage));
}
clock.ahead = 0;

if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
for (const difference of differences) process.stderr.write(`${difference}\n`);
if (flags.once) await end(differences.length ? 1 : 0);

const practice = await openPracticeSession(await callAs(entrance('organizer', '16.04')), '16.04', new Date());
say(`
Hadir: ${server.origin}
  staff console    ${server.origin}/staf/
  door             ${server.origin}/pintu/
  an invitation    ${practice.link}
  API              ${server.origin}/api/docs

Sign in with a user name and its one-time code (good for a day; press "Lewati" / "Skip" at the password):
${entrances.map(({ role, region, username, code }) => `  ${role.padEnd(10)} ${region.padEnd(6)} ${username.padEnd(18)} ${code}`).join('\n')}

"${practice.title}" is open in Kabupaten Lahat, to try the door and the signing. Ctrl-C ends the demo and forgets it.`);
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
