/**
 * Signing in and out in the real browser: what the staff pages ask the issuer. The laptop's own issuer goes by OpenID Connect alone; what Amazon
 * Cognito asks for beside it is in the addresses.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { desktop, launchBrowser } from './browser.ts';
import { button, openPageOf } from './pages.ts';

let folder: string;
let server: RunningServer;
let browser: Browser;
let page: Page;

/** What the browser asked the issuer at this address, since the test began. */
const asked = new Map<string, URLSearchParams>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-sign-out-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0 });
  browser = await launchBrowser();
  page = await openPageOf(browser, desktop, []);
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (request.isNavigationRequest()) asked.set(pathname, searchParams);
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('signing in asks for pages in the console’s language, by both of the names for it', async () => {
  const account = { username: 'rina', name: 'Rina Marlina', role: 'regent', region: '18.13' } as const;
  const { code } = await server.accounts.addWithOneTimeCode(account);
  await page.goto(`${server.origin}/staf/`);
  await button(page, 'Masuk').click();
  await page.getByLabel('Nama pengguna').fill(account.username);
  await page.getByLabel('Kata sandi atau kode sekali pakai').fill(code);
  await button(page, 'Masuk').click();
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('gajah sumatra 77 berenang');
  await page.getByLabel('Ulangi kata sandi baru').fill('gajah sumatra 77 berenang');
  await button(page, 'Simpan dan masuk').click();
  await button(page, 'Keluar').waitFor();
  expect(Object.fromEntries(asked.get('/oidc/auth') ?? [])).toMatchObject({ ui_locales: 'id', lang: 'id' });
});

test('signing out names the client and where to return to as Cognito wants them, and the next sign-in asks who it is', async () => {
  // Also by whoever presses twice.
  await button(page, 'Keluar').dblclick();
  await button(page, 'Masuk').waitFor();
  expect(new URL(page.url()).pathname).toBe('/staf/');
  expect(Object.fromEntries(asked.get('/oidc/session/end') ?? [])).toMatchObject({
    client_id: 'hadir-web',
    logout_uri: `${server.origin}/staf/`,
    post_logout_redirect_uri: `${server.origin}/staf/`,
  });
  await button(page, 'Masuk').click();
  await page.getByLabel('Nama pengguna').waitFor();
});
