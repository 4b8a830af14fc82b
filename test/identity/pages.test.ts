import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts } from '../../functions/local/identity/texts.ts';
import { authorization, makeBrowser, type Page, signIn } from '../support/sign-in.ts';
import { startServer, type TestServer } from './server.ts';

const PASSWORD = 'gajah duduk di bukit';
const HOSTILE = '"><script>alert(1)</script>';

/** An issuer that has one account already, unless the test wants an empty one. */
function useServer(options: { allowSkipPassword?: boolean } = {}) {
  const held: { server?: TestServer } = {};
  beforeAll(async () => {
    held.server = await startServer(options);
  });
  afterAll(() => held.server?.stop());
  return () => {
    if (held.server === undefined) throw new Error('not started');
    return held.server;
  };
}

async function openSignIn(server: TestServer, changes: Record<string, string> = {}) {
  const browser = makeBrowser(server);
  return { browser, page: await browser.get(authorization(server.origin, changes).url) };
}

const regent = (username: string, name = 'Siti Rahma') => ({
  username,
  name,
  role: 'regent' as const,
  region: '16.04',
});

describe('the sign-in page', () => {
  const server = useServer();

  it('says what is missing, at the field and in the summary', async () => {
    const { browser, page } = await openSignIn(server());
    const again = await browser.submit(page, { username: '', secret: '' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('<a href="#username">Isi nama pengguna.</a>');
    expect(again.html).toContain('<a href="#secret">');
    expect(again.html).toMatch(/<input id="username"[^>]*aria-invalid="true"[^>]*aria-describedby="username-fault"/);
    expect(again.html).toContain('<title>Galat: Masuk – Hadir</title>');
  });

  it('refuses a wrong password and an unknown username with the very same page', async () => {
    await server().accounts.addWithOneTimeCode(regent('siti'));
    const attempt = async (username: string) => {
      const { browser, page } = await openSignIn(server());
      const refused = await browser.submit(page, { username, secret: 'salah' });
      const { pathname } = new URL(page.url);
      return {
        status: refused.status,
        html: refused.html.replaceAll(pathname, 'PAGE').replace(`value="${username}"`, 'NAME'),
      };
    };
    const known = await attempt('siti');
    expect(known.status).toBe(403);
    expect(known.html).toContain(texts.id.signIn.wrong);
    expect(known.html).not.toContain('salah"');
    expect(await attempt('nobody')).toEqual(known);
  });

  it('says how long to wait after five failures', async () => {
    await server().accounts.addWithOneTimeCode(regent('kunci'));
    const { browser, page } = await openSignIn(server());
    let last: Page = page;
    for (let i = 0; i < 6; i += 1) last = await browser.submit(page, { username: 'kunci', secret: 'salah' });
    expect(last.status).toBe(429);
    expect(last.headers.get('retry-after')).toBe('30');
    expect(last.html).toContain('Terlalu banyak percobaan. Coba lagi dalam 30 detik.');
  });

  it('says that a code has expired, to whoever knows it', async () => {
    const { code } = await server().accounts.addWithOneTimeCode(regent('telat'), { lifetimeMs: 1 });
    server().clock.advance(10);
    const { browser, page } = await openSignIn(server());
    const refused = await browser.submit(page, { username: 'telat', secret: code });
    expect(refused.html).toContain(texts.id.signIn.expired);
  });

  it('escapes a hostile username', async () => {
    const { browser, page } = await openSignIn(server());
    const again = await browser.submit(page, { username: HOSTILE, secret: 'x' });
    expect(again.html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(again.html).not.toContain('<script>');
  });

  it('speaks Indonesian first, English by the link, and remembers it', async () => {
    const { browser, page } = await openSignIn(server());
    expect(page.html).toContain('<html lang="id">');
    const link = /<a href="([^"]+)" lang="en"/.exec(page.html)?.[1] ?? '';
    const english = await browser.get(new URL(link, page.url).href);
    expect(english.html).toContain('<h1>Sign in</h1>');
    expect((await browser.get(page.url)).html).toContain('<html lang="en">');
  });

  it('speaks English when the console asks for it by ui_locales', async () => {
    expect((await openSignIn(server(), { ui_locales: 'en-GB' })).page.html).toContain('<html lang="en">');
  });

  it('keeps the language that a person chose, whatever the console’s is', async () => {
    const { browser, page } = await openSignIn(server());
    const link = /<a href="([^"]+)" lang="en"/.exec(page.html)?.[1] ?? '';
    await browser.get(new URL(link, page.url).href);
    const again = await browser.get(authorization(server().origin, { ui_locales: 'id', lang: 'id' }).url);
    expect(again.html).toContain('<html lang="en">');
  });

  it('belongs to the browser that began: another sees that its time is over', async () => {
    const { page } = await openSignIn(server());
    const stranger = await makeBrowser(server()).get(page.url);
    expect(stranger.status).toBe(400);
    expect(stranger.html).toContain(texts.id.ended.title);
  });

  it('refuses the cookie of another sign-in', async () => {
    const { browser } = await openSignIn(server());
    const cookie = browser.setCookies
      .filter((line) => line.startsWith('hadir_interaction'))
      .map((line) => line.split(';')[0]);
    const { page } = await openSignIn(server());
    expect((await fetch(page.url, { headers: { cookie: cookie.join('; ') } })).status).toBe(400);
  });

  it.each(['https://evil.example', 'null'])('refuses a form sent from %s', async (origin) => {
    const { page } = await openSignIn(server());
    const body = new URLSearchParams({ username: 'siti', secret: 'x' });
    const response = await fetch(page.url, { method: 'POST', body, headers: { origin } });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('<form');
  });

  it('refuses an enormous form', async () => {
    const { browser, page } = await openSignIn(server());
    expect((await browser.submit(page, { username: 'x'.repeat(20_000), secret: 'x' })).status).toBe(413);
  });
});

describe('the password page', () => {
  const server = useServer();

  async function openPassword(username: string, name?: string) {
    const { code } = await server().accounts.addWithOneTimeCode(regent(username, name));
    const { browser, page } = await openSignIn(server());
    return { browser, code, page: await browser.submit(page, { username, secret: code }) };
  }

  it('shows who is signing in, escaped, and offers no skipping', async () => {
    const { page } = await openPassword('hostile', HOSTILE);
    expect(page.html).toContain('<dd>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</dd>');
    expect(page.html).toContain('Kabupaten Lahat (16.04)');
    expect(page.html).not.toContain('<script>');
    expect(page.html).not.toContain('name="skip"');
  });

  it('cannot be skipped by sending the demo’s field', async () => {
    const { browser, page } = await openPassword('lewat');
    const answer = await browser.submit(page, { skip: '1' });
    expect(answer.status).toBe(422);
    expect(answer.arrived).toBeUndefined();
  });

  it.each([
    [{ password: 'pendek', repeat: 'pendek' }, 'password-short'],
    [{ password: PASSWORD, repeat: `${PASSWORD}!` }, 'password-different'],
  ] as const)('says what is wrong with %j', async (fields, fault) => {
    const { browser, page } = await openPassword(`salah-${fault}`);
    const again = await browser.submit(page, fields);
    expect(again.status).toBe(422);
    expect(again.html).toContain(texts.id.faults[fault]);
    expect(again.html).not.toContain(`value="${fields.password}"`);
  });

  it('leads on to the console, and the code is used up', async () => {
    const { browser, code, page } = await openPassword('baru');
    const done = await browser.submit(page, { password: PASSWORD, repeat: PASSWORD });
    expect(done.arrived?.pathname).toBe('/staf/masuk');
    expect(done.arrived?.searchParams.get('code')).toBeTruthy();
    const { origin } = server();
    await expect(signIn({ origin, username: 'baru', secret: code, newPassword: PASSWORD })).rejects.toThrow('403');
    await expect(signIn({ origin, username: 'baru', secret: PASSWORD })).resolves.toHaveProperty('accessToken');
  });

  it('opened twice with one code lets the first win and sends the second back', async () => {
    const first = await openPassword('ganda');
    const { browser, page } = await openSignIn(server());
    const second = await browser.submit(page, { username: 'ganda', secret: first.code });
    await first.browser.submit(first.page, { password: PASSWORD, repeat: PASSWORD });
    const refused = await browser.submit(second, { password: 'kuda lari di pantai', repeat: 'kuda lari di pantai' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain(texts.id.faults['code-used']);
  });

  it('is not shown before a code was given', async () => {
    const { browser, page } = await openSignIn(server());
    const shown = await browser.get(`${page.url}/kata-sandi`);
    expect(shown.url).toBe(page.url);
    expect(shown.html).toContain('name="secret"');
  });
});

describe('the demo', () => {
  const server = useServer({ allowSkipPassword: true });

  it('lets a visitor in with the printed code, again and again until it expires', async () => {
    const { code } = await server().accounts.addWithOneTimeCode(regent('demo'), { lifetimeMs: 60_000 });
    const visitor = { origin: server().origin, username: 'demo', secret: code };
    await expect(signIn(visitor)).resolves.toHaveProperty('accessToken');
    await expect(signIn(visitor)).resolves.toHaveProperty('accessToken');
    server().clock.advance(60_000);
    await expect(signIn(visitor)).rejects.toThrow(texts.id.signIn.expired);
  });
});

describe('the first-run set-up', () => {
  const server = useServer();
  const good = {
    region: 'Kabupaten Lahat (16.04)',
    name: 'Rina',
    username: 'rina',
    password: PASSWORD,
    repeat: PASSWORD,
  };

  it('is refused without the code and with a wrong one', async () => {
    const browser = makeBrowser(server());
    for (const query of ['', '?code=', '?code=0000-0000-0000-0']) {
      const page = await browser.get(`${server().origin}/oidc/setup${query}`);
      expect(page.status, query).toBe(403);
      expect(page.html, query).not.toContain('<form');
    }
    const url = `${server().origin}/oidc/setup?code=0000-0000-0000-0`;
    const headers = { origin: server().origin };
    const posted = await fetch(url, { method: 'POST', body: new URLSearchParams(good), headers });
    expect(posted.status).toBe(403);
    expect(await server().accounts.list()).toEqual([]);
  });

  it('offers the regions and says what is wrong, keeping what was typed but no password', async () => {
    const browser = makeBrowser(server());
    const page = await browser.get((await server().issuer.firstRunUrl()) ?? '');
    expect(page.html).toContain('<option value="Kabupaten Banjar (63.03)">');
    const again = await browser.submit(page, { ...good, name: HOSTILE, region: 'Atlantis', repeat: 'lain' });
    expect(again.status).toBe(422);
    for (const field of ['region', 'repeat']) expect(again.html).toContain(`<a href="#${field}">`);
    expect(again.html).toContain('&lt;script&gt;');
    expect(again.html).not.toContain('<script>');
    expect(again.html).not.toContain(PASSWORD);
    const weak = await browser.submit(page, { ...good, password: 'pendek', repeat: 'pendek' });
    expect(weak.html).toContain(texts.id.faults['password-short']);
  });

  it.each(['Banjar', 'Jawa', '16', ''])('does not guess a region from %j', async (region) => {
    const browser = makeBrowser(server());
    const page = await browser.get((await server().issuer.firstRunUrl()) ?? '');
    const again = await browser.submit(page, { ...good, region });
    expect(again.html).toContain('<a href="#region">');
    expect(await server().accounts.list()).toEqual([]);
  });

  it('makes one organizer, who can sign in, and is closed ever after', async () => {
    const browser = makeBrowser(server());
    const url = (await server().issuer.firstRunUrl()) ?? '';
    const page = await browser.get(url);
    const done = await browser.submit(page, { ...good, region: 'lahat' });
    expect(done.arrived?.href).toBe(`${server().origin}/staf/`);
    expect(await server().accounts.list()).toMatchObject([{ username: 'rina', role: 'organizer', region: '16.04' }]);

    expect(await server().issuer.firstRunCode()).toBeUndefined();
    expect((await browser.get(url)).status).toBe(410);
    expect((await browser.submit(page, { ...good, username: 'kedua' })).status).toBe(410);
    expect(await server().accounts.list()).toHaveLength(1);
    const { origin } = server();
    await expect(signIn({ origin, username: 'rina', secret: PASSWORD })).resolves.toHaveProperty('refreshToken');
  });

  it('reported no fault of its own', () => expect(server().faults).toEqual([]));
});
