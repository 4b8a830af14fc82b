import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { errors, InteractionResults, Provider } from 'oidc-provider';
import { nation } from '../../platform/caller.ts';
import type { IdentityFault } from '../../platform/log.ts';
import { type Account, AccountError, type Accounts, type Authentication } from './accounts.ts';
import { type ExpiringMap, makeExpiringMap } from './expiring-map.ts';
import { messagePage, passwordPage, type Region, regionLabel, signInPage } from './pages.ts';
import { addSetup, type FirstRun } from './setup.ts';
import { type FieldFault, texts } from './texts.ts';
import { contextOf, type PageRequest, readForm, sendPage } from './web-context.ts';

const LARGEST_FORM = 16 * 1024;
const PASSWORD_PAGE_MS = 15 * 60_000;

export interface InteractionPorts {
  origin: string;
  provider: Provider;
  SessionNotFound: typeof errors.SessionNotFound;
  accounts: Accounts;
  regions: readonly Region[];
  firstRun: FirstRun;
  allowSkipPassword: boolean;
  now: () => Date;
  report: (code: IdentityFault, error: unknown) => void;
}

/** Somebody whose one-time code was right and who has still to choose a password. */
interface Pending {
  account: Account;
  ticket: string;
}

interface Tools extends InteractionPorts {
  pending: ExpiringMap<Pending>;
}

/**
 * The pages of the issuer: sign in, choose a password, first-run set-up. They need no script. A form is only accepted
 * from this origin (hono/csrf) and for the sign-in that the browser's own cookie names.
 */
export function makeInteractions(ports: InteractionPorts): Hono<{ Bindings: HttpBindings }> {
  const tools: Tools = { ...ports, pending: makeExpiringMap<Pending>({ capacity: 1_000, now: ports.now }) };
  const app = new Hono<{ Bindings: HttpBindings }>().basePath('/oidc');
  app.use(csrf({ origin: ports.origin }), bodyLimit({ maxSize: LARGEST_FORM }));
  app.get('/interaction/:uid', (c) => showSignIn(c, tools));
  app.post('/interaction/:uid', (c) => signIn(c, tools));
  app.get('/interaction/:uid/kata-sandi', (c) => showPassword(c, tools));
  app.post('/interaction/:uid/kata-sandi', (c) => choosePassword(c, tools));
  addSetup(app, ports);
  app.onError((error, c) => showError(error, c, tools));
  return app;
}

const pathOf = (uid: string) => `/oidc/interaction/${uid}`;

/** The sign-in that this browser has begun. @throws SessionNotFound when there is none, or another than the address says. */
async function loadInteraction(c: PageRequest, { provider, SessionNotFound }: Tools) {
  const details = await provider.interactionDetails(c.env.incoming as never, c.env.outgoing as never);
  if (details.uid !== c.req.param('uid')) throw new SessionNotFound('interaction uid mismatch');
  const uiLocales = details.params.ui_locales;
  return { details, context: contextOf(c, typeof uiLocales === 'string' ? uiLocales : undefined) };
}

/** Hands the result to the library and goes back to its authorization endpoint, which issues the code. */
async function finish(c: PageRequest, { provider }: Tools, result: InteractionResults): Promise<Response> {
  const next = await provider.interactionResult(c.env.incoming as never, c.env.outgoing as never, result);
  return c.redirect(next, 303);
}

async function finishSignIn(c: PageRequest, tools: Tools, uid: string, account: Account): Promise<Response> {
  tools.pending.delete(uid);
  // `remember: false`: the issuer's cookie ends with the browser, since office computers are shared.
  return finish(c, tools, { login: { accountId: account.id, remember: false } });
}

async function showSignIn(c: PageRequest, tools: Tools): Promise<Response> {
  const { details, context } = await loadInteraction(c, tools);
  // Our own client needs no consent page: a request for one is granted as it comes.
  if (details.prompt.name === 'consent') return finish(c, tools, { consent: {} });
  return sendPage(c, signInPage(context, { action: pathOf(details.uid) }));
}

async function signIn(c: PageRequest, tools: Tools): Promise<Response> {
  const { details, context } = await loadInteraction(c, tools);
  const { uid } = details;
  const { username, secret } = await readForm(c, 'username', 'secret');
  const faults: Record<string, FieldFault> = {};
  if (username.trim() === '') faults.username = 'username-empty';
  if (secret === '') faults.secret = 'secret-empty';
  if (Object.keys(faults).length > 0) {
    return sendPage(c, signInPage(context, { action: pathOf(uid), username, faults }), 422);
  }
  const answer = await tools.accounts.authenticate(username, secret);
  if (answer.result === 'ok') return finishSignIn(c, tools, uid, answer.account);
  if (answer.result === 'must-set-password') {
    tools.pending.set(uid, { account: answer.account, ticket: answer.ticket }, PASSWORD_PAGE_MS);
    return c.redirect(`${pathOf(uid)}/kata-sandi`, 303);
  }
  if (answer.reason === 'locked') c.header('Retry-After', String(answer.waitSeconds));
  const notice = refusalText(texts[context.lang].signIn, answer);
  const page = signInPage(context, { action: pathOf(uid), username, notice });
  return sendPage(c, page, answer.reason === 'locked' ? 429 : 403);
}

type Refusal = Extract<Authentication, { result: 'refused' }>;

function refusalText(t: (typeof texts)['id']['signIn'], refusal: Refusal): string {
  if (refusal.reason === 'locked') return t.locked(refusal.waitSeconds);
  return refusal.reason === 'expired' ? t.expired : t.wrong;
}

async function showPassword(c: PageRequest, tools: Tools): Promise<Response> {
  const { details, context } = await loadInteraction(c, tools);
  const pending = tools.pending.get(details.uid);
  if (pending === undefined) return c.redirect(pathOf(details.uid), 303);
  return sendPage(c, passwordPage(context, passwordPageOf(tools, details.uid, pending.account)));
}

function passwordPageOf({ regions, allowSkipPassword }: Tools, uid: string, account: Account) {
  const region = regions.find(({ code }) => code === account.region);
  return {
    action: `${pathOf(uid)}/kata-sandi`,
    account,
    region: region === undefined ? (account.region === nation ? 'Indonesia' : account.region) : regionLabel(region),
    skippable: allowSkipPassword,
  };
}

async function choosePassword(c: PageRequest, tools: Tools): Promise<Response> {
  const { details, context } = await loadInteraction(c, tools);
  const { uid } = details;
  const pending = tools.pending.get(uid);
  if (pending === undefined) return c.redirect(pathOf(uid), 303);
  const { account, ticket } = pending;
  const { password, repeat, skip } = await readForm(c, 'password', 'repeat', 'skip');
  if (skip !== '' && tools.allowSkipPassword) return finishSignIn(c, tools, uid, account);
  const faults = await trySetPassword(tools.accounts, { id: account.id, ticket, password, repeat });
  if (faults === undefined) return finishSignIn(c, tools, uid, account);
  if (faults.password === 'code-used') {
    tools.pending.delete(uid);
    return sendPage(
      c,
      signInPage(context, { action: pathOf(uid), notice: texts[context.lang].faults['code-used'] }),
      403,
    );
  }
  return sendPage(c, passwordPage(context, { ...passwordPageOf(tools, uid, account), faults }), 422);
}

async function trySetPassword(
  accounts: Accounts,
  { id, ticket, password, repeat }: { id: string; ticket: string; password: string; repeat: string },
): Promise<Record<string, FieldFault> | undefined> {
  if (password !== repeat) return { repeat: 'password-different' };
  try {
    await accounts.setPassword(id, ticket, password);
    return undefined;
  } catch (error) {
    if (error instanceof AccountError) return { password: error.code };
    throw error;
  }
}

function showError(error: Error, c: PageRequest, { SessionNotFound, report }: Tools): Response | Promise<Response> {
  if (error instanceof HTTPException) return error.getResponse();
  const context = contextOf(c);
  const { ended, failed } = texts[context.lang];
  const backHref = '/staf/';
  if (error instanceof SessionNotFound) return sendPage(c, messagePage(context, { ...ended, backHref }), 400);
  report('IDENTITY_PAGE_FAILED', error);
  return sendPage(c, messagePage(context, { ...failed, code: 'server_error', backHref }), 500);
}
