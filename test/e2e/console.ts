/** An organiser's console in the real browser, signed in, over a server of its own with an open session; and phones beside it. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type RunningServer, type ServerSettings, startServer } from '../../functions/local/server.ts';
import { type Call, makeCall } from '../demo/api-client.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { desktop, launchBrowser, watched } from './browser.ts';

export const region = '16.04';

export interface Console {
  origin: string;
  session: string;
  /** Of the session's addresses in the API. */
  base: string;
  organizer: Call;
  context: BrowserContext;
  page: Page;
  /** Somebody else of the same region, in a browser of their own. */
  openAs: (role: 'regent' | 'auditor', options: BrowserContextOptions) => Promise<Page>;
  /** What pages have complained of, once they are closed. */
  errors: readonly string[];
  close: () => Promise<void>;
}

/** What the organiser does before the day: the regency, its units, the session, everybody invited, and open. Answers its id. */
const seed = async (organizer: Call, units: readonly string[]): Promise<string> => {
  await organizer('PUT', `/api/regencies/${region}`, {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  for (const name of units) {
    const holder = { name: `Kepala ${name}`, acting: 'DEFINITIVE' };
    await organizer('POST', `/api/regencies/${region}/units`, { class: 'OPD', name, office: `Kepala ${name}`, holder });
  }
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const plan = sessionBody({ startsAt: hours(-1), endsAt: hours(3), classes: ['OPD'], pledge: null });
  const key = { 'idempotency-key': 'console-doors-test' };
  const session: string = (await organizer('POST', `/api/regencies/${region}/sessions`, plan, key)).body.id;
  const base = `/api/sessions/${session}`;
  await organizer('POST', `${base}/invitations`, { classes: ['OPD'] }, key);
  for (const move of ['publish', 'open']) await organizer('POST', `${base}/moves/${move}`);
  return session;
};

/** Signed in as by the issuer's pages, which session.test.ts walks through. */
export const openSignedIn = async (
  context: BrowserContext,
  { issuer }: RunningServer,
  accessToken: string,
): Promise<Page> => {
  const user = {
    access_token: accessToken,
    token_type: 'Bearer',
    profile: { sub: 'rina', name: 'Rina Marlina' },
    expires_at: Math.floor(Date.now() / 1000) + 3_600,
    scope: 'openid',
  };
  await context.addInitScript(
    ([key, value]) => {
      // An aborted page has no storage.
      if (origin !== 'null') sessionStorage.setItem(key, value);
    },
    [`oidc.user:${issuer.issuer}:hadir-web`, JSON.stringify(user)] as const,
  );
  return context.newPage();
};

/** With an open session to which the heads of these agencies are invited. */
export const startConsole = (units: readonly string[]): Promise<Console> =>
  startConsoleOver((organizer) => seed(organizer, units));

/** Over a session that the test makes itself, whose id it answers. */
export const startConsoleOver = async (
  make: (organizer: Call) => Promise<string>,
  settings: Pick<ServerSettings, 'sendMail'> = {},
): Promise<Console> => {
  const folder = await mkdtemp(join(tmpdir(), 'hadir-e2e-console-'));
  const server = await startServer({ ...settings, dataDir: join(folder, 'data'), port: 0, allowSkipPassword: true });
  const account = { username: 'rina', name: 'Rina Marlina', role: 'organizer' as const, region };
  const { code } = await server.accounts.addWithOneTimeCode(account);
  const { accessToken } = await signIn({ origin: server.origin, username: 'rina', secret: code });
  const organizer = makeCall(server.origin, accessToken);
  const session = await make(organizer);
  const browser = await launchBrowser();
  const { context, errors } = await watched(browser, desktop);
  context.setDefaultTimeout(20_000);
  const page = await openSignedIn(context, server, accessToken);
  const openAs: Console['openAs'] = async (role, options) => {
    const other = await server.accounts.addWithOneTimeCode({ username: role, name: `Akun ${role}`, role, region });
    const { accessToken: token } = await signIn({ origin: server.origin, username: role, secret: other.code });
    const { context: theirs, errors: seen } = await watched(browser, options);
    theirs.setDefaultTimeout(20_000);
    theirs.on('close', () => errors.push(...seen));
    return openSignedIn(theirs, server, token);
  };
  return {
    openAs,
    origin: server.origin,
    session,
    base: `/api/sessions/${session}`,
    organizer,
    context,
    page,
    errors,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export interface Phone {
  door: string;
  authorization: string;
  /** Calls as the door that this phone is. */
  call: Call;
  sign: (payload: unknown) => Promise<string>;
}

/** A phone becomes the door whose pairing code it has read. */
export const becomeDoor = async ({ origin, session }: Console, code: string): Promise<Phone> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const secret = randomBytes(32).toString('base64url');
  const answer = await makeCall(origin)('POST', '/api/doors/pair', {
    code,
    secret,
    publicKey: { kty, crv, x, y },
  });
  const door: string = answer.body.door.id;
  const asDoor = makeCall(origin);
  const authorization = `Door ${session}.${door}.${secret}`;
  return {
    door,
    authorization,
    call: (method, path, sent) => asDoor(method, path, sent, { authorization }),
    sign: (payload) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey),
  };
};
