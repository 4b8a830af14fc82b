/** A province's supervisor and the nation's in the real browser: regions side by side, on a phone, at a desk, and printed. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { keepRecord } from '../support/coverage-records.ts';
import { aRegency } from '../support/fixtures.ts';
import { type ManyRecords, manyRecords } from '../support/many-records.ts';
import { signIn } from '../support/sign-in.ts';
import { desktop, launchBrowser, phone, watched } from './browser.ts';
import { openSignedIn } from './console.ts';
import { expectClean, heading } from './pages.ts';

let folder: string;
let server: RunningServer;
let browser: Browser;
const tokens: Record<string, string> = {};
const errors: string[][] = [];

const held: readonly Omit<ManyRecords, 'from'>[] = [
  { regency: '18.01', units: 60, sessions: 1 },
  { regency: '18.02', units: 40, sessions: 3 },
  { regency: '18.13', units: 90, sessions: 2 },
  { regency: '16.04', units: 70, sessions: 2 },
];

/** Records as the sessions of two years leave them; 18.03 is registered, and has held none. */
const fill = async ({ stores }: RunningServer): Promise<void> => {
  const totals = makeRecomputeTotals({ ...stores, now: () => new Date('2024-11-01T02:00:00Z') });
  for (const code of ['18.03', ...held.map((of) => of.regency)]) await stores.regencies.put(aRegency(code));
  for (const of of held) {
    const records = manyRecords({ ...of, from: '2024-06-27T01:00:00.000Z' });
    if (of.regency === '18.02') records.push(...manyRecords({ ...of, sessions: 1, from: '2023-11-02T01:00:00.000Z' }));
    for (const [index, record] of records.entries())
      await keepRecord(stores.coverage, {
        ...record,
        ...(of.regency === '18.13' && index === 0 && { state: 'OPEN' as const, openConflicts: 2 }),
      });
  }
  await totals(['18.03', ...held.map((of) => of.regency)]);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-e2e-province-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, allowSkipPassword: true });
  const accounts = [
    { username: 'provinsi.18', name: 'Pembina Provinsi Lampung', role: 'province' as const, region: '18' },
    { username: 'provinsi.21', name: 'Pembina Kepulauan Riau', role: 'province' as const, region: '21' },
    { username: 'nasional', name: 'Pembina Nasional', role: 'nation' as const, region: '00' },
  ];
  for (const account of accounts) {
    const { code } = await server.accounts.addWithOneTimeCode(account);
    const { accessToken } = await signIn({ origin: server.origin, username: account.username, secret: code });
    tokens[account.username] = accessToken;
  }
  await fill(server);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
  expect(errors.flat()).toEqual([]);
});

const open = async (username: string, options: BrowserContextOptions, path = '/staf/'): Promise<Page> => {
  const { context, errors: seen } = await watched(browser, options);
  errors.push(seen);
  context.setDefaultTimeout(20_000);
  const page = await openSignedIn(context, server, tokens[username] ?? '');
  await page.goto(`${server.origin}${path}`);
  return page;
};
/** For those who look at the pictures: `HADIR_PICTURES=folder`. */
const picture = async (page: Page, name: string): Promise<void> => {
  const to = process.env.HADIR_PICTURES;
  if (to === undefined) return;
  await mkdir(to, { recursive: true });
  await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
};
const bodyRow = (page: Page, name: string) => page.locator('tbody tr', { hasText: name });
const names = (page: Page) => page.locator('tbody th').evaluateAll((cells) => cells.map((cell) => cell.textContent));

test('a province’s supervisor sees its regencies side by side, also those with nothing', {
  timeout: 60_000,
}, async () => {
  const page = await open('provinsi.18', desktop);
  await heading(page, 'Cakupan Lampung');
  expect(await page.locator('tbody tr').count()).toBe(15);
  expect(await bodyRow(page, 'Kabupaten Lampung Barat').textContent()).toBeTruthy();
  expect(await bodyRow(page, 'belum terdaftar').count()).toBe(11);
  expect(await bodyRow(page, 'belum ada kegiatan').count()).toBe(1);
  expect(await bodyRow(page, 'sedang berlangsung').textContent()).toContain('Pesisir Barat');
  await page.getByText('3 dari 15 kabupaten dan kota sudah mengadakan kegiatan; 4 terdaftar.').waitFor();
  await picture(page, 'provinsi-1280');
  await expectClean(page);

  await page.getByLabel('Urutkan').selectOption('lowest');
  // One session covers fewest, and what has no figures comes last.
  expect((await names(page)).slice(0, 4)).toEqual([
    expect.stringContaining('Lampung Selatan'),
    expect.stringContaining('Lampung Tengah'),
    expect.stringContaining('Pesisir Barat'),
    expect.stringContaining('Lampung Utara'),
  ]);
  await page.getByLabel('Tahun').selectOption('2023');
  await page.getByText('1 dari 15 kabupaten dan kota mengadakan kegiatan pada tahun 2023').waitFor();
  expect(await bodyRow(page, 'tidak ada kegiatan tahun 2023').count()).toBe(3);
  await page.reload();
  await page.getByText('1 dari 15 kabupaten dan kota mengadakan kegiatan pada tahun 2023').waitFor();
  await page.close();
});

test('on a phone, in both languages, and with nothing', {
  timeout: 60_000,
}, async () => {
  const page = await open('provinsi.18', phone);
  await heading(page, 'Cakupan Lampung');
  await picture(page, 'provinsi-360');
  await expectClean(page);
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Coverage of Lampung');
  await picture(page, 'provinsi-360-en');
  await expectClean(page);
  await page.close();

  const empty = await open('provinsi.21', phone);
  await empty.getByText('Belum ada angka').waitFor();
  await picture(empty, 'provinsi-360-kosong');
  await expectClean(empty);
  await empty.close();
});

test('what is left open asks again by itself', { timeout: 60_000 }, async () => {
  for (const [who, title, question] of [
    ['provinsi.18', 'Cakupan Lampung', /\/api\/provinces\/18\/coverage\?year=2023/],
    ['nasional', 'Cakupan nasional', /\/api\/nation\/coverage\?year=2023/],
  ] as const) {
    const page = await open(who, desktop);
    await heading(page, title);
    await page.clock.install();
    await page.getByLabel('Tahun').selectOption('2023');
    await page.getByText('mengadakan kegiatan pada tahun 2023').waitFor();
    const again = page.waitForRequest(question);
    await page.clock.runFor(30_000);
    await again;
    await page.close();
  }
});

test('what goes wrong is said, and can be tried again', { timeout: 60_000 }, async () => {
  const page = await open('provinsi.18', phone, '/staf/cakupan?tahun=2099');
  await page.getByText('Belum ada angka').waitFor();
  await page.route('**/api/provinces/**', (route) => route.abort());
  await page.getByLabel('Tahun').selectOption('2024');
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
  await picture(page, 'provinsi-360-galat');
  await expectClean(page);
  await page.unroute('**/api/provinces/**');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByText('pernah terwakili').waitFor();
  // The browser itself logs the request that was cut.
  errors.at(-1)?.splice(0);
  await page.close();
});

test('the nation sees the provinces, and into one of them, but into no regency', { timeout: 60_000 }, async () => {
  const page = await open('nasional', desktop);
  await heading(page, 'Cakupan nasional');
  await page.locator('tbody tr').first().waitFor();
  expect(await page.locator('tbody tr').count()).toBe(38);
  expect(await bodyRow(page, 'Lampung').textContent()).toContain('3 dari 15');
  await picture(page, 'nasional-1280');
  await expectClean(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await picture(page, 'nasional-360');
  await expectClean(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel('Tahun').selectOption('2024');
  await page.getByRole('link', { name: 'Lampung', exact: true }).click();
  await heading(page, 'Cakupan Lampung');
  expect(new URL(page.url()).search).toBe('?tahun=2024');
  expect(await page.locator('tbody a').count()).toBe(0);
  await expectClean(page);
  await page.getByRole('link', { name: 'Semua provinsi' }).click();
  await heading(page, 'Cakupan nasional');
  await page.close();
});

test('a province’s supervisor goes on into the report of a regency', { timeout: 60_000 }, async () => {
  const page = await open('provinsi.18', desktop, '/staf/cakupan?tahun=2024');
  await page.getByRole('link', { name: 'Kabupaten Lampung Selatan' }).click();
  await page.waitForURL('**/staf/cakupan/18.01?dari=2024-01-01&sampai=2024-12-31');
  await heading(page, 'Cakupan Kabupaten Lampung Selatan');
  await page.close();
});

test.each([
  ['provinsi.18', 1],
  ['nasional', 1],
])('%s prints on A4', { timeout: 60_000 }, async (username, pages) => {
  const page = await open(username, desktop);
  await heading(page, /^Cakupan/);
  await page.locator('tbody tr').first().waitFor();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  if (process.env.HADIR_PICTURES) await writeFile(join(process.env.HADIR_PICTURES, `${username}.pdf`), pdf);
  const read = await readPdf(pdf);
  expect(read.texts).toHaveLength(pages);
  expect(read.texts.join(' ')).toMatch(/Dicetak .*WIB/);
  await page.close();
});
