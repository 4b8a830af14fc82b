/**
 * The code at the entrance in the real browser: the screen shows it, phones open it, a photo of it is worth nothing two minutes
 * later, and a network that fails does not stop the screen.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { readQr } from '../support/read-qr.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { desktop, launchBrowser, phone } from './browser.ts';
import { button, expectClean, heading, openPageOf } from './pages.ts';

const password = 'gajah sumatra 77 berenang';
const units = ['Dinas Sosial', 'Dinas Kesehatan', 'Dinas Pendidikan'];

let folder: string;
let server: RunningServer;
let browser: Browser;
let screen: Page;
let session = '';
/** How far the product's clock is ahead of the machine's. */
let aheadMs = 0;
const links = new Map<string, string>();
const ids = new Map<string, string>();
const errors: string[] = [];

const openPage = (options: typeof desktop): Promise<Page> => openPageOf(browser, options, errors);

const venueCode = /^HTTP:\/\/127\.0\.0\.1:\d+\/H\/[A-Z2-7]{37}$/;

/** What a phone's camera reads of the picture. */
const codeOf = async (picture: Locator): Promise<string> => {
  await picture.waitFor();
  const [text] = await readQr(await picture.screenshot());
  return text ?? '';
};
const picture = (page: Page) => page.getByRole('img', { name: 'Kode QR pintu masuk' });

const recorded = async (unit: string) =>
  (await server.stores.invitations.get(session, ids.get(unit) ?? '', { consistent: true }))?.checkIn;

/** The session, made through the API by the organiser whom the browser signs in as. */
const prepare = async (): Promise<void> => {
  const account = { username: 'rina', name: 'Rina', role: 'organizer', region: '16.04' } as const;
  const { code } = await server.accounts.addWithOneTimeCode(account);
  const { origin } = server;
  const { accessToken } = await signIn({ origin, username: 'rina', secret: code, newPassword: password });
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': 'venue-e2e',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as { id: string };
  };
  const letterhead = { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'] };
  await call('PUT', '/regencies/16.04', { name: 'Kabupaten Lahat', zone: 'WIB', letterhead });
  for (const name of units) {
    const holder = { name: 'Siti Aminah', acting: name === 'Dinas Sosial' ? 'PLT' : 'DEFINITIVE' };
    const unit = { class: 'OPD', name, office: `Kepala ${name}`, holder };
    ids.set(name, (await call('POST', '/regencies/16.04/units', unit)).id);
  }
  session = (await call('POST', '/regencies/16.04/sessions', sessionBody({ pledge: null }))).id;
  await call('POST', `/sessions/${session}/invitations`, { classes: ['OPD'] });
  await call('POST', `/sessions/${session}/moves/publish`);
  await call('POST', `/sessions/${session}/moves/open`);
  const keys = await loadTokenKeys(join(folder, 'data'));
  for (const [name, invitation] of ids)
    links.set(name, `${origin}/c/${makeToken(keys, { session, invitation, version: 1 })}`);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-venue-'));
  const now = () => new Date(Date.now() + aheadMs);
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, now });
  browser = await launchBrowser();
  await prepare();
  screen = await openPage(desktop);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the code at the entrance', { timeout: 60_000 }, () => {
  let photographed = '';

  test('is shown on the screen; the head’s own phone knows the invitation, and one tap checks in', async () => {
    await screen.goto(`${server.origin}/staf/kegiatan/${session}/layar`);
    await button(screen, 'Masuk').click();
    await screen.getByLabel('Nama pengguna').fill('rina');
    await screen.getByLabel('Kata sandi atau kode sekali pakai').fill(password);
    await button(screen, 'Masuk').click();
    photographed = await codeOf(picture(screen));
    expect(photographed).toMatch(venueCode);
    await expectClean(screen);

    const head = await openPage(phone);
    await head.goto(links.get('Dinas Sosial') as string);
    await heading(head, 'Rapat koordinasi netralitas ASN');
    await head.goto(await codeOf(picture(screen)));
    await head.getByRole('radio', { name: /Hadir sendiri sebagai Plt\. Kepala Dinas Sosial/ }).waitFor();
    await expectClean(head);
    await button(head, 'Catat hadir').click();
    await heading(head, 'HADIR');
    await expectClean(head);
    expect(await recorded('Dinas Sosial')).toMatchObject({ evidence: 'VENUE_SCREEN', who: 'acting' });
    await head.reload();
    await heading(head, 'SUDAH HADIR');
    await head.close();
  });

  test('opens on a phone that does not know the invitation yet: its own link, opened now, offers to check in', async () => {
    const head = await openPage(phone);
    await head.goto(await codeOf(picture(screen)));
    await heading(head, 'Buka undangan Anda');
    await expectClean(head);
    await head.goto(links.get('Dinas Kesehatan') as string);
    await heading(head, 'Anda berada di tempat kegiatan');
    await expectClean(head);
    await button(head, 'Catat hadir').click();
    await head.getByText('Anda tercatat hadir').waitFor();
    await head.close();
  });

  test('photographed, is refused two minutes later', async () => {
    aheadMs += 120_000;
    const far = await openPage(phone);
    await far.goto(photographed);
    await heading(far, 'Kode sudah berganti');
    await expectClean(far);
    await far.close();
  });

  test('goes on changing through an outage with what the screen holds, and says so when nothing is left', async () => {
    await screen.reload();
    const before = await codeOf(picture(screen));
    const pass = (seconds: number) =>
      screen.evaluate((ms) => {
        const real = Date.now;
        Date.now = () => real() + ms;
      }, seconds * 1000);
    await screen.context().setOffline(true);
    await screen.evaluate(() => dispatchEvent(new Event('online')));
    await screen.getByText(/Tidak tersambung\. Kode tetap berganti sampai/).waitFor();
    await pass(60);
    await expect
      .poll(
        async () => {
          const code = await codeOf(picture(screen));
          // Not what a screenshot in the middle of the change holds.
          return venueCode.test(code) && code !== before;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    aheadMs += 60_000;
    const other = await openPage(phone);
    await other.goto(await codeOf(picture(screen)));
    await heading(other, 'Buka undangan Anda');
    await other.close();
    await pass(600);
    await screen.getByText('Tidak ada kode lagi').waitFor();
    await expectClean(screen);
    await screen.context().setOffline(false);
    await screen.evaluate(() => dispatchEvent(new Event('online')));
    await picture(screen).waitFor();
    await screen.setViewportSize({ width: 360, height: 740 });
    await expectClean(screen);
    await screen.setViewportSize({ width: 1280, height: 800 });
  });

  test('printed, is good at any time and marked as the weaker evidence; a delegate pastes the invitation’s link', async () => {
    await screen.goto(`${server.origin}/staf/kegiatan/${session}/layar/cetak`);
    const printed = await codeOf(picture(screen));
    await screen.getByText('Kode cetak: tetap, tidak berganti').waitFor();
    await expectClean(screen);
    aheadMs += 600_000;
    const delegate = await openPage(phone);
    await delegate.goto(printed);
    await delegate.getByLabel('Tautan undangan').fill('ini tautannya');
    await button(delegate, 'Lanjut').click();
    await delegate.getByText(/Tautan undangan tidak ditemukan/).waitFor();
    await delegate.getByLabel('Tautan undangan').fill(`Yth. Bapak/Ibu, undangan: ${links.get('Dinas Pendidikan')}`);
    await button(delegate, 'Lanjut').click();
    await delegate.getByRole('radio', { name: /Diwakili/ }).check();
    await delegate.getByLabel('Nama wakil').fill('Budi Santoso');
    await expectClean(delegate);
    await button(delegate, 'Catat hadir').click();
    await delegate.getByText('Diwakili Budi Santoso.').waitFor();
    await expectClean(delegate);
    expect(await recorded('Dinas Pendidikan')).toMatchObject({
      evidence: 'VENUE_PRINT',
      who: 'delegate',
      delegate: { name: 'Budi Santoso' },
    });
    await delegate.close();
  });

  test('no page threw or logged an error on the way', async () => {
    await screen.close();
    // A stale code (410) and the outage are what this is about; the browser reports both as failed loads.
    const unexpected = errors.filter((text) => !/status of 410|ERR_INTERNET_DISCONNECTED/.test(text));
    expect(unexpected).toEqual([]);
  });
});
