/**
 * `npm run rehearse`: a real `cdk bootstrap` and `cdk deploy` against an emulator of AWS on this machine, one whole session over the
 * deployed endpoints, two deployments more, and the taking down. Needs Python >= 3.10 and a package registry, never an account. Where these
 * are missing it says so and ends with 0; with HADIR_PYTHON=required, as in CI, with 1. A step that is available and fails ends it with 1.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rehearsalAt } from '../../infra/stages/rehearsal.ts';
import { originOf } from '../../infra/stages/stage.ts';
import { makeCall, makeDownload } from '../demo/api-client.ts';
import { makeConcessions } from './concessions.ts';
import { type Deployed, makeOperator, sealKeyOf } from './deploy.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { checkedSeal, checkMails, checkPapers } from './evidence.ts';
import { type Hall, same, tokenOf } from './hall.ts';
import { NotAvailable, preparePython } from './python.ts';
import { expected, figures, holdSession, prepareSession, regency } from './session.ts';
import { makeStaff } from './staff.ts';
import { openTranscript, type Transcript } from './transcript.ts';
import { deployAgain, deployChange, takeDown } from './upkeep.ts';
import { checkFailures, checkWatch } from './watch.ts';

const cache = fileURLToPath(new URL('../../.cache/rehearsal', import.meta.url));

/** What the emulator cannot do; infra/README.md says the same at more length. */
const beyondTheEmulator: Record<string, string> = {
  web: 'the emulator has no `aws` program in the layer that CDK’s publisher of pages runs',
  'sign-in-style': 'the emulator does not know AWS::Cognito::ManagedLoginBranding',
  'metric-math': 'the emulator refuses alarms that compute with metrics',
  budget: 'the emulator does not know AWS::Budgets::Budget',
};

const originOfApi = ({ endpoint }: Emulator, { outputs }: Deployed): string => {
  const { ApiDomain = '' } = outputs['hadir-rehearsal-api'] ?? {};
  return `${endpoint}/_aws/execute-api/${ApiDomain.split('.')[0]}/$default`;
};

/** How staff and others reach a deployment; its staff are those of the first, whose pool it shares. */
const callable = async (transcript: Transcript, emulator: Emulator, deployed: Deployed) => {
  const { outputs } = deployed;
  const origin = originOfApi(emulator, deployed);
  const { UserPoolId = '', ClientId = '', Issuer } = outputs['hadir-rehearsal-identity'] ?? {};
  const anybody = makeCall(origin);
  await transcript.step('the API is alive', async () =>
    same('health', (await anybody('GET', '/api/health')).body.status, 'ok'),
  );
  await transcript.step('it reaches its table, its keys and its sealing key', async () => {
    const { status, body } = await anybody('GET', '/api/ready');
    same('ready', [status, body.status], [200, 'ready']);
  });
  await transcript.step('it names the pool for signing in', async () => {
    const { body } = await anybody('GET', '/api/sign-in');
    same('sign-in', [body.issuer, body.clientId], [Issuer, ClientId]);
  });
  const signIn = (username: string, role: string) =>
    transcript.step(
      `${username} (${role}) is made and signs in for the first time`,
      () => makeStaff(emulator, { poolId: UserPoolId, clientId: ClientId }, { username, role, regency }),
      ({ challenges }) => challenges.join(', '),
    );
  const { accessToken, challenges } = await signIn('sari.1604', 'organizer');
  if (!challenges.includes('MFA_SETUP'))
    transcript.notRehearsed('the authenticator app', 'the emulator asks for none at a first sign-in');
  const other = await signIn('joko.1604', 'operator');
  const productOrigin = originOf(rehearsalAt(emulator.endpoint));
  const reach = (origin: string) => ({
    origin,
    organizer: makeCall(origin, accessToken),
    operator: makeCall(origin, other.accessToken),
    anybody: makeCall(origin),
    download: makeDownload(origin, accessToken),
  });
  return { door: { transcript, emulator, productOrigin, ...reach(origin) }, reach };
};

/** The session as it was left, after a deployment. */
const stillThere = (hall: Hall, root: string) =>
  hall.transcript.step('the session is still there, closed, counted and sealed', async () => {
    same('the state', (await hall.organizer('GET', hall.base)).body.state, 'CLOSED');
    same('the figures', await figures(hall), expected);
    const { body } = await hall.organizer('GET', `${hall.base}/seal`);
    same('the seal', [body.state, body.heads.at(-1).head.root], ['SEALED', root]);
    // A code that is not of these keys is a problem, which throws.
    same('a printed code', (await hall.anybody('GET', `/api/c/${tokenOf(hall, 'Dinas Sosial')}`)).status, 200);
  });

const rehearse = async (transcript: Transcript, emulator: Emulator, interrupted: AbortSignal): Promise<void> => {
  const operator = makeOperator(emulator, cache, interrupted);
  for (const part of rehearsalAt(emulator.endpoint).emulator?.leavesOut ?? [])
    transcript.notRehearsed(part, beyondTheEmulator[part] ?? 'the emulator cannot do it');
  await transcript.step('cdk bootstrap', operator.bootstrap);
  const deployed = await transcript.step(
    'cdk deploy --all',
    () => operator.deploy(),
    ({ changed }) => `${Object.keys(changed).length} stacks`,
  );
  await checkWatch(transcript, emulator);
  const takeBack = await makeConcessions(transcript, emulator, sealKeyOf(deployed));
  // As an operator verifies the domain of `mailFrom`.
  await emulator.ask('sesv2', 'create_email_identity', { EmailIdentity: 'hadir-rehearsal.example' });
  const { door, reach } = await callable(transcript, emulator, deployed);
  const hall = await prepareSession(door);
  await checkMails(hall);
  await holdSession(hall);
  const { root } = await checkedSeal(hall, cache);
  await checkPapers(hall);
  await checkFailures(transcript, emulator, deployed);
  await takeBack();
  const again = await deployAgain(transcript, operator, deployed);
  await stillThere(hall, root);
  await deployChange(transcript, operator, emulator);
  await stillThere(hall, root);
  await takeDown(transcript, operator, emulator, again, (later) =>
    stillThere({ ...hall, ...reach(originOfApi(emulator, later)) }, root),
  );
};

/** Aborted by Ctrl-C, and by whoever ends a run of CI: the emulator and its folder are not left behind. */
const interruption = (): AbortSignal => {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort(new Error(`interrupted by ${signal}`)));
  return controller.signal;
};

/** As the work ends, or as soon as it is interrupted. */
const unless = (interrupted: AbortSignal, work: Promise<void>): Promise<void> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => interrupted.addEventListener('abort', () => reject(interrupted.reason))),
  ]);

const main = async (): Promise<number> => {
  await rm(join(cache, 'cdk.out'), { recursive: true, force: true });
  const transcript = openTranscript(join(cache, 'transcript.txt'), Date.now);
  const interrupted = interruption();
  let starting: Promise<Emulator> | undefined;
  const all = async (): Promise<void> => {
    const bin = await transcript.step('Python and the emulator’s packages', () => preparePython(cache));
    starting = startEmulator(bin, join(cache, 'emulator.log'));
    await rehearse(
      transcript,
      await transcript.step('the emulator is up', () => starting as Promise<Emulator>),
      interrupted,
    );
  };
  try {
    await unless(interrupted, all());
    transcript.say('The rehearsal went through.');
    return 0;
  } catch (error) {
    const isRequired = process.env.HADIR_PYTHON === 'required';
    if (error instanceof NotAvailable) {
      transcript.say(`Not available on this machine: ${error.message}.`);
      return isRequired ? 1 : 0;
    }
    transcript.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  } finally {
    await starting?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
    await transcript.end();
  }
};

// What was interrupted may still be waiting for an answer.
process.exit(await main());
