import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorization, exchange, makeBrowser, refresh, signIn } from '../support/sign-in.ts';
import { startServer, type TestServer } from './server.ts';

const PASSWORD = 'gajah duduk di bukit';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

let count = 0;
/** A new account that has signed in once with its code and chosen PASSWORD. */
async function addAccount(role: 'regent' | 'organizer' = 'regent', name = 'Siti Rahma') {
  count += 1;
  const username = `pengguna${count}`;
  const { account, code } = await server.accounts.addWithOneTimeCode({ username, name, role, region: '16.04' });
  const answer = await server.accounts.authenticate(username, code);
  if (answer.result !== 'must-set-password') throw new Error(answer.result);
  await server.accounts.setPassword(account.id, answer.ticket, PASSWORD);
  return { username, id: account.id };
}

const credentials = (username: string, secret = PASSWORD) => ({ origin: server.origin, username, secret });

async function verifyAccess(token: string) {
  const { issuer, jwksUri } = server.issuer;
  return jwtVerify(token, createRemoteJWKSet(new URL(jwksUri)), { issuer, algorithms: ['ES256'] });
}

describe('the protocol', () => {
  it('is described by discovery, with PKCE S256 and nothing weaker', async () => {
    const response = await fetch(`${server.origin}/oidc/.well-known/openid-configuration`);
    const found = (await response.json()) as Record<string, unknown>;
    expect(found).toMatchObject({
      issuer: `${server.origin}/oidc`,
      authorization_endpoint: `${server.origin}/oidc/auth`,
      token_endpoint: `${server.origin}/oidc/token`,
      end_session_endpoint: `${server.origin}/oidc/session/end`,
      jwks_uri: `${server.origin}/oidc/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    });
    expect(found).not.toHaveProperty('registration_endpoint');
  });

  it('publishes public keys only', async () => {
    const { keys } = (await (await fetch(server.issuer.jwksUri)).json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('gives an access token for an hour that JWKS verifies, with role, region, name and client', async () => {
    const { username, id } = await addAccount('regent', 'Siti Rahma');
    const { accessToken, idToken } = await signIn(credentials(username));
    const { payload, protectedHeader } = await verifyAccess(accessToken);
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      sub: id,
      client_id: 'hadir-web',
      role: 'regent',
      region: '16.04',
      name: 'Siti Rahma',
      iss: `${server.origin}/oidc`,
      aud: `${server.origin}/api`,
      token_use: 'access',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(decodeJwt(idToken)).toMatchObject({
      sub: id,
      aud: 'hadir-web',
      role: 'regent',
      region: '16.04',
      name: 'Siti Rahma',
    });
    expect(decodeJwt(idToken)).not.toHaveProperty('client_id');
  });

  it('refuses a token signed by another issuer', async () => {
    const other = await startServer();
    const { code } = await other.accounts.addWithOneTimeCode({
      username: 'lain',
      name: 'Lain',
      role: 'regent',
      region: '18',
    });
    const { accessToken } = await signIn({
      origin: other.origin,
      username: 'lain',
      secret: code,
      newPassword: PASSWORD,
    });
    await other.stop();
    await expect(verifyAccess(accessToken)).rejects.toThrow();
  });

  it.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('refuses an authorization request with %s', async (_, changes) => {
    const page = await makeBrowser(server).get(authorization(server.origin, changes).url);
    expect(page.arrived?.searchParams.get('error')).toBe('invalid_request');
    expect(page.arrived?.searchParams.get('code')).toBeNull();
  });

  it.each(['https://evil.example/staf/masuk', 'ORIGIN/staf/masuk/', 'ORIGIN/pintu/masuk'])(
    'shows a page and does not redirect to the unknown address %s',
    async (address) => {
      const redirect_uri = address.replace('ORIGIN', server.origin);
      const page = await makeBrowser(server).get(authorization(server.origin, { redirect_uri }).url);
      expect(page.status).toBe(400);
      expect(page.arrived).toBeUndefined();
      expect(page.html).toContain('invalid_redirect_uri');
    },
  );

  it('refuses another resource than the API', async () => {
    const page = await makeBrowser(server).get(authorization(server.origin, { resource: 'https://evil.example/' }).url);
    expect(page.arrived?.searchParams.get('error')).toBe('invalid_target');
  });

  it('grants a request with prompt=consent without asking', async () => {
    const { username } = await addAccount();
    const browser = makeBrowser(server);
    const attempt = authorization(server.origin, { scope: 'openid offline_access', prompt: 'consent' });
    const done = await browser.submit(await browser.get(attempt.url), { username, secret: PASSWORD });
    expect(done.arrived?.searchParams.get('code')).toBeTruthy();
  });

  it('redeems a code once, and only with its verifier', async () => {
    const { username } = await addAccount();
    const codeFor = async () => {
      const browser = makeBrowser(server);
      const attempt = authorization(server.origin);
      const page = await browser.submit(await browser.get(attempt.url), { username, secret: PASSWORD });
      return { code: page.arrived?.searchParams.get('code') ?? '', verifier: attempt.verifier };
    };
    const stolen = await codeFor();
    await expect(exchange(server, { ...stolen, verifier: 'x'.repeat(43) })).rejects.toThrow('invalid_grant');
    const good = await codeFor();
    await exchange(server, good);
    await expect(exchange(server, good)).rejects.toThrow('invalid_grant');
  });
});

describe('sessions', () => {
  it('sign in a second time without asking, as long as the session lasts', async () => {
    const { username } = await addAccount();
    const browser = makeBrowser(server);
    await browser.submit(await browser.get(authorization(server.origin).url), { username, secret: PASSWORD });
    const again = await browser.get(authorization(server.origin).url);
    expect(again.arrived?.searchParams.get('code')).toBeTruthy();
    server.clock.advance(13 * 60 * 60_000);
    expect((await browser.get(authorization(server.origin).url)).html).toContain('name="secret"');
  });

  it('rotate the refresh token, and a used one ends the whole chain', async () => {
    const { username } = await addAccount();
    const first = await signIn(credentials(username));
    const second = await refresh(server, first.refreshToken ?? '');
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await verifyAccess(second.accessToken)).payload).toMatchObject({ role: 'regent', region: '16.04' });
    await expect(refresh(server, first.refreshToken ?? '')).rejects.toThrow('invalid_grant');
    await expect(refresh(server, second.refreshToken ?? '')).rejects.toThrow('invalid_grant');
  });

  it('end by signing out: at once with the ID token, back at the staff page, and no refresh after', async () => {
    const { username } = await addAccount();
    const browser = makeBrowser(server);
    const attempt = authorization(server.origin);
    const done = await browser.submit(await browser.get(attempt.url), { username, secret: PASSWORD });
    const tokens = await exchange(server, {
      code: done.arrived?.searchParams.get('code') ?? '',
      verifier: attempt.verifier,
    });

    const parameters = {
      post_logout_redirect_uri: `${server.origin}/staf/`,
      id_token_hint: tokens.idToken,
      state: 's1',
    };
    const page = await browser.get(`${server.origin}/oidc/session/end?${new URLSearchParams(parameters)}`);
    expect(page.html).toContain('<script>document.forms[0].elements.logout.click()</script>');
    const left = await browser.submit(page, { logout: 'yes' });
    expect(left.arrived?.href).toBe(`${server.origin}/staf/?state=s1`);
    await expect(refresh(server, tokens.refreshToken ?? '')).rejects.toThrow('invalid_grant');
    expect((await browser.get(authorization(server.origin).url)).html).toContain('name="secret"');
  });

  it('are asked about before signing out when nobody’s ID token is shown', async () => {
    const { username } = await addAccount();
    const browser = makeBrowser(server);
    await browser.submit(await browser.get(authorization(server.origin).url), { username, secret: PASSWORD });
    const page = await browser.get(`${server.origin}/oidc/session/end?client_id=hadir-web`);
    expect(page.html).toContain('Keluar dari Hadir?');
    expect(page.html).not.toContain('<script>');
  });

  it('are asked about when the ID token is another person’s', async () => {
    const [victim, other] = [await addAccount(), await addAccount()];
    const { idToken } = await signIn(credentials(other.username));
    const browser = makeBrowser(server);
    await browser.submit(await browser.get(authorization(server.origin).url), {
      username: victim.username,
      secret: PASSWORD,
    });
    const page = await browser.get(`${server.origin}/oidc/session/end?id_token_hint=${idToken}`);
    expect(page.html).toContain('Keluar dari Hadir?');
    expect(page.html).not.toContain('<script>');
  });

  it('never sign out to an unknown address', async () => {
    const parameters = { client_id: 'hadir-web', post_logout_redirect_uri: 'https://evil.example/' };
    const page = await makeBrowser(server).get(`${server.origin}/oidc/session/end?${new URLSearchParams(parameters)}`);
    expect(page.status).toBe(400);
    expect(page.arrived).toBeUndefined();
  });

  it('end for a removed account: no refresh, and the page asks again', async () => {
    const { username, id } = await addAccount();
    const browser = makeBrowser(server);
    const attempt = authorization(server.origin);
    const done = await browser.submit(await browser.get(attempt.url), { username, secret: PASSWORD });
    const tokens = await exchange(server, {
      code: done.arrived?.searchParams.get('code') ?? '',
      verifier: attempt.verifier,
    });
    const path = join(server.dataDir, 'accounts.json');
    const file = JSON.parse(await readFile(path, 'utf8')) as { accounts: { id: string }[] };
    await writeFile(path, JSON.stringify({ ...file, accounts: file.accounts.filter((one) => one.id !== id) }));
    await expect(refresh(server, tokens.refreshToken ?? '')).rejects.toThrow('invalid_grant');
    expect((await browser.get(authorization(server.origin).url)).html).toContain('name="secret"');
  });

  it('give way to another person’s with prompt=login', async () => {
    const [first, second] = [await addAccount(), await addAccount('organizer')];
    const browser = makeBrowser(server);
    await browser.submit(await browser.get(authorization(server.origin).url), {
      username: first.username,
      secret: PASSWORD,
    });
    const attempt = authorization(server.origin, { prompt: 'login' });
    const handOver = await browser.submit(await browser.get(attempt.url), {
      username: second.username,
      secret: PASSWORD,
    });
    const done = await browser.submit(handOver, {});
    const { accessToken } = await exchange(server, {
      code: done.arrived?.searchParams.get('code') ?? '',
      verifier: attempt.verifier,
    });
    expect(decodeJwt(accessToken)).toMatchObject({ sub: second.id, role: 'organizer' });
  });

  it('end at a restart, while access tokens stay valid by the kept keys', async () => {
    const { username } = await addAccount();
    const before = await signIn(credentials(username));
    const { kid } = decodeProtectedHeader(before.accessToken);
    await server.restart();
    await expect(verifyAccess(before.accessToken)).resolves.toMatchObject({ protectedHeader: { kid } });
    await expect(refresh(server, before.refreshToken ?? '')).rejects.toThrow('invalid_grant');
    await expect(signIn(credentials(username))).resolves.toHaveProperty('accessToken');
  });
});

describe('what is around it', () => {
  it('keeps keys and accounts readable by their owner only, with no plain secret', async () => {
    const { username } = await addAccount();
    const { code } = await server.accounts.addWithOneTimeCode({
      username: 'rahasia',
      name: 'R',
      role: 'auditor',
      region: '18',
    });
    const files = await readdir(server.dataDir);
    expect(files.sort()).toEqual(['accounts.json', 'issuer-keys.json']);
    for (const file of files) expect((await stat(join(server.dataDir, file))).mode & 0o777, file).toBe(0o600);
    const text = await readFile(join(server.dataDir, 'accounts.json'), 'utf8');
    expect(text).toContain(username);
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(code);
    expect(text).not.toContain(code.replaceAll('-', ''));
  });

  it('sets cookies that scripts and other sites cannot use', async () => {
    const { username } = await addAccount();
    const browser = makeBrowser(server);
    await browser.submit(await browser.get(authorization(server.origin).url), { username, secret: PASSWORD });
    const ours = browser.setCookies.filter((line) => line.startsWith('hadir_') && !line.includes('1970'));
    expect(ours.some((line) => line.startsWith('hadir_session='))).toBe(true);
    for (const line of ours) expect(line).toMatch(/path=\/oidc.*samesite=lax; httponly/i);
  });

  it('sends strict headers with every page', async () => {
    const browser = makeBrowser(server);
    const pages = [
      await browser.get(authorization(server.origin).url),
      await browser.get(authorization(server.origin, { redirect_uri: 'https://evil.example/' }).url),
      await browser.get(`${server.origin}/oidc/setup`),
    ];
    for (const { headers } of pages) {
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy).toContain(part);
      expect(policy).not.toContain('unsafe-inline');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toContain('no-store');
    }
  });

  it('refuses a request for another host name (DNS rebinding)', async () => {
    const status = await new Promise((resolve, reject) => {
      const options = { headers: { host: 'evil.example' } };
      request(`${server.origin}/oidc/auth`, options, (res) => resolve(res.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('reported no fault of its own in all of the above', () => expect(server.faults).toEqual([]));
});
