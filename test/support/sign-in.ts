import { createHash, randomBytes } from 'node:crypto';

const CLIENT_ID = 'hadir-web';
const MOST_STEPS = 15;

/** What a sign-in gives a client. */
export interface SignedIn {
  accessToken: string;
  idToken: string;
  refreshToken?: string;
}

export interface SignInOptions {
  /** `http://127.0.0.1:PORT`, where the product runs. */
  origin: string;
  username: string;
  /** The password, or a one-time code. */
  secret: string;
  /** The password to choose when the one-time code asks for one and it cannot be skipped. */
  newPassword?: string;
  fetch?: typeof globalThis.fetch;
}

/**
 * Signs in as a browser does: authorization request with PKCE S256 (RFC 7636), the pages and their forms, the code,
 * the token request. After a one-time code the page to choose a password is skipped if it offers to be.
 *
 * @throws Error naming the page's status and notice when the sign-in is refused.
 */
export async function signIn(options: SignInOptions): Promise<SignedIn> {
  const browser = makeBrowser(options);
  const attempt = authorization(options.origin);
  const arrived = await walk(browser, await browser.get(attempt.url), options);
  const code = arrived.searchParams.get('code');
  if (code === null) throw new Error(`sign-in ended with ${arrived.searchParams.get('error') ?? 'no code'}`);
  if (arrived.searchParams.get('state') !== attempt.state) throw new Error('sign-in came back with another state');
  return exchange(options, { code, verifier: attempt.verifier });
}

async function walk(browser: Browser, first: Page, options: SignInOptions): Promise<URL> {
  let page = first;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (page.arrived !== undefined) return page.arrived;
    if (page.status !== 200) throw new Error(`sign-in refused: ${page.status} ${noticeOf(page.html)}`);
    page = await browser.submit(page, fillIn(page, options));
  }
  throw new Error('sign-in does not come to an end');
}

function fillIn(page: Page, { username, secret, newPassword }: SignInOptions): Record<string, string> {
  if (page.html.includes('name="secret"')) return { username, secret };
  if (newPassword !== undefined) return { password: newPassword, repeat: newPassword };
  if (page.html.includes('name="skip"')) return { skip: '1' };
  throw new Error('sign-in asks for a new password and none was given');
}

const noticeOf = (html: string) => /<div class="summary"[\s\S]*?<p>([^<]*)<\/p>/.exec(html)?.[1] ?? '';

/** An authorization request of our web client; `changes` overrides parameters, undefined leaves one out. */
export function authorization(origin: string, changes: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: `${origin}/staf/masuk`,
    scope: 'openid profile',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${origin}/oidc/auth`);
  for (const [key, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(key, value);
  return { url: url.href, verifier, state };
}

/** Exchanges a code for tokens. @throws Error naming the protocol's error code. */
export async function exchange(
  { origin, fetch = globalThis.fetch }: Pick<SignInOptions, 'origin' | 'fetch'>,
  { code, verifier }: { code: string; verifier: string },
): Promise<SignedIn> {
  const redirect_uri = `${origin}/staf/masuk`;
  const form = { grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier };
  return requestTokens(origin, fetch, form);
}

/** Exchanges a refresh token for new tokens. @throws Error naming the protocol's error code. */
export async function refresh(
  { origin, fetch = globalThis.fetch }: Pick<SignInOptions, 'origin' | 'fetch'>,
  refreshToken: string,
): Promise<SignedIn> {
  return requestTokens(origin, fetch, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

async function requestTokens(
  origin: string,
  fetch: typeof globalThis.fetch,
  form: Record<string, string>,
): Promise<SignedIn> {
  const body = new URLSearchParams({ client_id: CLIENT_ID, ...form });
  const response = await fetch(`${origin}/oidc/token`, { method: 'POST', body });
  const answer = (await response.json()) as Record<string, string>;
  const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken } = answer;
  if (accessToken === undefined || idToken === undefined) throw new Error(`token request: ${answer.error}`);
  return { accessToken, idToken, ...(refreshToken === undefined ? {} : { refreshToken }) };
}

/** A page as it came, or the address at which the browser left the issuer. */
export interface Page {
  url: string;
  status: number;
  html: string;
  headers: Headers;
  arrived?: URL;
}

export interface Browser {
  /** Opens an address and follows redirects, up to the first one that leaves `/oidc`. */
  get(url: string): Promise<Page>;
  /** Sends the page's first form with its hidden fields and these. */
  submit(page: Page, fields: Record<string, string>): Promise<Page>;
  /** Every `Set-Cookie` line seen so far. */
  readonly setCookies: readonly string[];
}

/** As much of a browser as a sign-in needs: redirects, cookies with their paths, forms. */
export function makeBrowser({ origin, fetch = globalThis.fetch }: Pick<SignInOptions, 'origin' | 'fetch'>): Browser {
  const jar = makeCookieJar();

  async function go(url: string, init: RequestInit = {}, steps = 0): Promise<Page> {
    if (steps > MOST_STEPS) throw new Error('too many redirects');
    const headers = new Headers(init.headers);
    const cookie = jar.header(new URL(url).pathname);
    if (cookie !== '') headers.set('cookie', cookie);
    headers.set('accept', 'text/html');
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    jar.keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    const html = await response.text();
    const page = { url, status: response.status, html, headers: response.headers };
    if (location === null) return page;
    const next = new URL(location, url);
    if (!next.href.startsWith(`${origin}/oidc/`)) return { ...page, arrived: next };
    return go(next.href, {}, steps + 1);
  }

  return {
    get: (url) => go(url),
    submit(page, fields) {
      const { action, hidden } = readFirstForm(page.html);
      const body = new URLSearchParams({ ...hidden, ...fields });
      return go(new URL(action, page.url).href, { method: 'POST', body, headers: { origin } });
    },
    setCookies: jar.seen,
  };
}

function makeCookieJar() {
  const held = new Map<string, { pair: string; path: string }>();
  const seen: string[] = [];
  return {
    seen,
    keep(lines: string[]) {
      for (const line of lines) {
        seen.push(line);
        const [pair = '', ...attributes] = line.split(/;\s*/);
        const path = attributes.find((one) => /^path=/i.test(one))?.slice('path='.length) ?? '/';
        const isOver = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one));
        const key = `${pair.split('=')[0]} ${path}`;
        if (isOver) held.delete(key);
        else held.set(key, { pair, path });
      }
    },
    header(pathname: string) {
      const fits = (path: string) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
      return [...held.values()]
        .filter(({ path }) => fits(path))
        .map(({ pair }) => pair)
        .join('; ');
    },
  };
}

function readFirstForm(html: string): { action: string; hidden: Record<string, string> } {
  const form = /<form\b[^>]*>/.exec(html)?.[0];
  if (form === undefined) throw new Error('the page has no form');
  const hidden: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    hidden[attribute(input, 'name')] = attribute(input, 'value');
  }
  return { action: attribute(form, 'action'), hidden };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
