import { randomBytes as nodeRandomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Provider } from 'oidc-provider';
import type { IdentityFault } from '../../platform/log.ts';
import type { Accounts } from './accounts.ts';
import { makeInteractions } from './interactions.ts';
import { CLIENT_ID, makeConfiguration } from './issuer-config.ts';
import { loadKeys } from './keys.ts';
import { PAGE_HEADERS } from './layout.ts';
import type { Region } from './pages.ts';
import { importProvider } from './quiet-provider.ts';
import type { RandomBytes } from './secrets.ts';
import { makeFirstRun } from './setup.ts';
import { LANG_COOKIE } from './web-context.ts';

export { CLIENT_ID };

const MOUNT = '/oidc';
const OWN_PAGES = [`${MOUNT}/interaction/`, `${MOUNT}/setup`];
const YEAR_S = 365 * 24 * 60 * 60;

export interface IssuerOptions {
  /** Scheme, host and port as browsers see them, no slash at the end: `http://127.0.0.1:8080`. A proxy must keep `Host`. */
  origin: string;
  dataDir: string;
  accounts: Accounts;
  /** The regencies, cities and provinces that the set-up page offers. */
  regions: readonly Region[];
  /** For the demo: a one-time code opens the door without choosing a password, and stays usable until it expires. */
  allowSkipPassword?: boolean;
  now?: () => Date;
  randomBytes?: RandomBytes;
  /** Told of faults on our side: a stable code and the error, which may quote input and must not be logged whole. */
  report?: (code: IdentityFault, error: unknown) => void;
}

export interface Issuer {
  /** `${origin}/oidc`: the `iss` of the tokens; discovery is below it at `/.well-known/openid-configuration`. */
  issuer: string;
  /** Where the public keys are. */
  jwksUri: string;
  /** Serves `/oidc` and everything below it; meant for `node:http`, before any body is read. */
  handler: (req: IncomingMessage, res: ServerResponse) => void;
  /** Whether a request's path belongs to the issuer. */
  handles: (path: string) => boolean;
  /** The set-up code to print at the start while there is no account; undefined afterwards. */
  firstRunCode: () => Promise<string | undefined>;
  /** The address of the set-up page with its code; undefined once there is an account. */
  firstRunUrl: () => Promise<string | undefined>;
}

/**
 * The laptop's OpenID Connect issuer, which speaks what a Cognito user pool speaks: authorization code with PKCE,
 * discovery, JWKS, signed JWT access tokens, rotated refresh tokens, sign-out begun by the client.
 *
 * @throws Error when the keys or accounts in `dataDir` are damaged or the folder cannot be written.
 */
export async function makeIssuer(options: IssuerOptions): Promise<Issuer> {
  const { origin, dataDir, accounts, regions, allowSkipPassword = false } = options;
  const { now = () => new Date(), randomBytes = nodeRandomBytes, report = () => {} } = options;
  const keys = await loadKeys(dataDir, randomBytes);
  const firstRun = makeFirstRun({ accounts, randomBytes });
  const library = await importProvider();
  const issuer = `${origin}${MOUNT}`;
  const provider = new library.Provider(issuer, makeConfiguration({ origin, keys, accounts, now, library }));
  prepare(provider, { origin, report });

  const { SessionNotFound } = library.errors;
  const pages = makeInteractions({
    origin,
    provider,
    SessionNotFound,
    accounts,
    regions,
    firstRun,
    allowSkipPassword,
    now,
    report,
  });
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    handler: makeHandler(
      origin,
      getRequestListener(pages.fetch, { overrideGlobalObjects: false }),
      provider.callback(),
    ),
    handles: isBelowMount,
    firstRunCode: firstRun.code,
    async firstRunUrl() {
      const code = await firstRun.code();
      return code && `${issuer}/setup?code=${code}`;
    },
  };
}

function prepare(
  provider: Provider,
  { origin, report }: { origin: string; report: (code: IdentityFault, error: unknown) => void },
) {
  // Behind a proxy that ends TLS the library must believe its X-Forwarded-Proto, or it would refuse secure cookies.
  provider.proxy = origin.startsWith('https:');
  // Without a listener Koa prints errors to the console; `report` decides what may be written.
  const koa: EventEmitter = provider;
  koa.on('error', (error) => report('IDENTITY_ISSUER_FAILED', error));
  provider.on('server_error', (_ctx, error) => report('IDENTITY_ISSUER_FAILED', error));
  provider.use(async (ctx, next) => {
    ctx.set(PAGE_HEADERS);
    await next();
  });
}

type NodeHandler = (req: IncomingMessage, res: ServerResponse) => unknown;

function isBelowMount(path: string): boolean {
  return path === MOUNT || path.startsWith(`${MOUNT}/`) || path.startsWith(`${MOUNT}?`);
}

function makeHandler(origin: string, pages: NodeHandler, protocol: NodeHandler): Issuer['handler'] {
  const { host } = new URL(origin);
  return (req, res) => {
    const url = req.url ?? '/';
    // A page of another name that resolves to this address (DNS rebinding) must not get a sign-in page.
    if (req.headers.host !== host) return refuseHost(res, origin);
    rememberLang(url, origin, res);
    if (OWN_PAGES.some((prefix) => url.startsWith(prefix))) return void pages(req, res);
    // The library is mounted as in Express: it finds its prefix by comparing `originalUrl` with `url`.
    const mounted = Object.assign(req, { originalUrl: url });
    mounted.url = url.slice(MOUNT.length).replace(/^(?!\/)/, '/');
    protocol(mounted, res);
  };
}

function refuseHost(res: ServerResponse, origin: string): void {
  res.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' });
  res.end(`Buka Hadir di ${origin}\nOpen Hadir at ${origin}\n`);
}

/** What a person chose by our pages' link; a client that asks for a language at the authorization endpoint chose for nobody. */
function rememberLang(url: string, origin: string, res: ServerResponse): void {
  if (url.startsWith(`${MOUNT}/auth?`)) return;
  const lang = /[?&]lang=(id|en)(?:&|$)/.exec(url)?.[1];
  if (lang === undefined) return;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  res.setHeader('Set-Cookie', [`${LANG_COOKIE}=${lang}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`]);
}
