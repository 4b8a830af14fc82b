/**
 * One session in the real browser, as people do it: the first organiser sets up the product, imports the spreadsheet, makes a
 * session, invites; a head signs on a phone; a door scans with its camera and finds a name; the regent reads the coverage.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { desktop, launchBrowser, phone } from './browser.ts';
import { button, expectClean, heading, openPageOf } from './pages.ts';
import { writeQrVideo } from './qr-video.ts';
import { dismissAll, openTab, typeCode, untilNewAgain, verdictOf } from './verdicts.ts';

const roster = fileURLToPath(new URL('../cases/18.13/roster.csv', import.meta.url));

let folder: string;
let server: RunningServer;
let browser: Browser;
let camera: Browser | undefined;
let organizer: Page;
const errors: string[] = [];

const openPage = (options: typeof desktop, from: Browser = browser): Promise<Page> => openPageOf(from, options, errors);

const signIn = async (page: Page, path: string, username: string, secret: string, next?: string): Promise<void> => {
  await page.goto(`${server.origin}${path}`);
  await button(page, 'Masuk').click();
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi atau kode sekali pakai').fill(secret);
  await button(page, 'Masuk').click();
  if (!next) return;
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(next);
  await page.getByLabel('Ulangi kata sandi baru').fill(next);
  await button(page, 'Simpan dan masuk').click();
};

/** What the organiser's page calls the API with. */
const organizerBearer = async (): Promise<string> => {
  const token = await organizer.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:'));
    return JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}').access_token as string;
  });
  return `Bearer ${token}`;
};

/** The address in the pairing code of a new door, as the organiser's screen shows it. */
const pairingLink = async (session: string, name: string): Promise<string> => {
  const answer = await fetch(`${server.origin}/api/sessions/${session}/doors`, {
    method: 'POST',
    headers: {
      authorization: await organizerBearer(),
      'content-type': 'application/json',
      'idempotency-key': `door-${name.replaceAll(' ', '-')}`,
    },
    body: JSON.stringify({ name }),
  });
  const door = (await answer.json()) as { pairing: { link: string } };
  return door.pairing.link;
};

/** An account that the organiser's colleague gets on the laptop: by a one-time code, then a password of its own. */
const addAccount = async (role: 'regent' | 'operator', username: string): Promise<string> => {
  const { code } = await server.accounts.addWithOneTimeCode({ username, name: username, role, region: '18.13' });
  return code;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-e2e-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0 });
  browser = await launchBrowser();
  organizer = await openPage(desktop);
});

afterEach(async ({ task }) => {
  // What was on the screen when it failed, where `.ci/run` and a developer find it.
  if (task.result?.state !== 'fail') return;
  for (const [index, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries()) {
    await page.screenshot({ path: `.cache/e2e-failed-${index}.png`, fullPage: true }).catch(() => undefined);
  }
});

afterAll(async () => {
  await camera?.close();
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const pathOf = () => new URL(organizer.url()).pathname;
let sessionPath = '';
let links: Map<string, string>;

describe('one session, from an empty product to the regent’s page', { timeout: 120_000 }, () => {
  test('the first organiser sets the product up with the printed address, and signs in', async () => {
    await organizer.goto((await server.issuer.firstRunUrl()) as string);
    await expectClean(organizer);
    await organizer.getByLabel('Kabupaten, kota, atau provinsi').fill('Kabupaten Pesisir Barat (18.13)');
    await organizer.getByLabel('Nama lengkap').fill('Rina Marlina');
    await organizer.getByLabel('Nama pengguna').fill('rina');
    await organizer.getByLabel('Kata sandi baru', { exact: true }).fill('gajah sumatra 77 berenang');
    await organizer.getByLabel('Ulangi kata sandi baru').fill('gajah sumatra 77 berenang');
    await button(organizer, 'Buat akun penyelenggara').click();
    await organizer.waitForURL(/\/staf/);
    if (await button(organizer, 'Masuk').count()) {
      await signIn(organizer, '/staf/', 'rina', 'gajah sumatra 77 berenang');
    }
    await heading(organizer, 'Siapkan daerah Anda');
    await expectClean(organizer);
    await organizer.getByLabel('Nama daerah').fill('Kabupaten Pesisir Barat');
    await organizer.getByLabel('Kop surat', { exact: true }).fill('PEMERINTAH KABUPATEN PESISIR BARAT\nINSPEKTORAT');
    await button(organizer, 'Simpan pengaturan').click();
    await heading(organizer, 'Kegiatan');
    await expectClean(organizer);
  });

  test('the organiser imports the spreadsheet after a plan that says what is wrong', async () => {
    await organizer.goto(`${server.origin}/staf/unit/impor`);
    await organizer.getByLabel('Letakkan atau pilih berkas XLSX atau CSV').setInputFiles(roster);
    await organizer.getByText(/Judul kolom di baris 1\./).waitFor();
    await expectClean(organizer);
    await button(organizer, /Simpan 65 baris/).click();
    await organizer.getByText('Dari 66 baris: 65 baru, 1 salah.').waitFor();
    await organizer.getByText('Daftar induk sudah diperbarui').waitFor();
    await expectClean(organizer);
  });

  test('makes a session with a pledge; what is missing is told on top, with links to the fields', async () => {
    await organizer.goto(`${server.origin}/staf/kegiatan/baru`);
    await button(organizer, 'Simpan sebagai draf').click();
    await organizer.getByRole('link', { name: 'Isi nama kegiatan.' }).waitFor();
    await expectClean(organizer);
    await organizer.getByLabel('Nama kegiatan').fill('Rapat koordinasi netralitas ASN');
    await organizer.getByLabel('Unit penyelenggara').fill('Inspektorat');
    await organizer.getByLabel('Mulai (WIB)').fill('2027-08-31T08:00');
    await organizer.getByLabel('Selesai (WIB)').fill('2027-08-31T12:00');
    await organizer.getByLabel('Nama tempat').fill('Aula Sartika');
    for (const name of ['Perangkat daerah', 'Kecamatan'])
      await organizer.getByRole('checkbox', { name, exact: true }).first().check();
    await organizer.getByRole('combobox', { name: 'Naskah' }).selectOption({ index: 1 });
    await organizer.getByLabel('Nama instansi').fill('Kabupaten Pesisir Barat');
    await organizer.getByLabel('Nama pemilihan').fill('Pemilihan');
    await organizer.getByLabel('Tahun', { exact: true }).fill('2027');
    // A head signs by the link before anybody reads: here that is allowed.
    await organizer.getByLabel(/Penandatanganan dimulai setelah pembacaan/).uncheck();
    await button(organizer, 'Simpan sebagai draf').click();
    await heading(organizer, 'Rapat koordinasi netralitas ASN');
    sessionPath = pathOf();
    await organizer
      .getByText(/31 Agustus 2027.*08\.00.*WIB/)
      .first()
      .waitFor();
    await expectClean(organizer);
  });

  test('invites two classes in one call and a guest, and prints a code for each', async () => {
    await organizer.goto(`${server.origin}${sessionPath}/undangan`);
    await button(organizer, 'Undang 50 unit').click();
    await organizer.getByText('50 undangan dibuat').waitFor();
    await organizer.getByRole('radio', { name: 'Tamu' }).check();
    await organizer.getByLabel('Jabatan', { exact: true }).fill('Kapolres');
    await button(organizer, 'Undang tamu').click();
    await organizer.getByText('51 undangan', { exact: true }).waitFor();
    await expectClean(organizer);
    await organizer.goto(`${server.origin}${sessionPath}/cetak`);
    await organizer.getByLabel('Dicetak untuk').waitFor();
    await organizer.getByText('Semua undangan (51)').waitFor({ state: 'attached' });
    await expectClean(organizer);
  });

  test('publishes and opens it, after a dialog that says what that does', async () => {
    await organizer.goto(`${server.origin}${sessionPath}`);
    for (const name of ['Umumkan kegiatan', 'Buka kegiatan']) {
      await button(organizer, name).first().click();
      await organizer.getByRole('dialog').getByRole('button', { name }).click();
      await organizer.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await organizer.getByText('Berlangsung').first().waitFor();
    await organizer.getByText('0 dari 50 unit terwakili').waitFor();
    const session = sessionPath.split('/').at(-1) ?? '';
    // The links as the organiser would send them.
    const answer = await fetch(`${server.origin}/api/sessions/${session}/invitations?limit=200`, {
      headers: { authorization: await organizerBearer() },
    });
    const { items } = (await answer.json()) as { items: { name: string; link: string }[] };
    links = new Map(items.map(({ name, link }) => [name, link]));
    expect(links.size).toBe(51);
  });

  test('a head opens the link on a phone, sees time and place in the session’s zone, and signs', async () => {
    const page = await openPage(phone);
    await page.goto(links.get('Dinas Kesehatan') as string);
    await page.getByText(/Selasa, 31 Agustus 2027, pukul 08\.00–12\.00 WIB/).waitFor();
    await page.getByRole('img', { name: /Kode QR/ }).waitFor();
    await expectClean(page);
    await page.getByText('Baca dan tandatangani').click();
    await button(page, 'Setuju dan tandatangani').waitFor();
    await expectClean(page);
    await button(page, 'Setuju dan tandatangani').click();
    await page.getByText('Centang pernyataan bahwa Anda telah membaca naskah.').first().waitFor();
    await page
      .getByLabel(/^Kepala Dinas Kesehatan|^Plt/)
      .first()
      .check();
    await page.getByLabel(/Saya telah membaca/).check();
    await button(page, 'Setuju dan tandatangani').click();
    await page.getByText('Ikrar Anda tercatat').waitFor();
    await expectClean(page);
    await button(page, 'English').click();
    await page.getByText('Your pledge is recorded').waitFor();
    await page.close();
  });

  test('a phone becomes a door by its code, scans with its camera, tells a repeat, and finds another by name', async () => {
    const video = join(folder, 'code.y4m');
    await writeQrVideo(video, (links.get('Dinas Kesehatan') as string).toUpperCase());
    camera = await launchBrowser(video);
    const door = await openPage(phone, camera);
    await door.goto(`${server.origin}/pintu/`);
    await heading(door, 'Pemindai pintu');
    await expectClean(door);
    await door.goto(await pairingLink(sessionPath.split('/').at(-1) ?? '', 'Pintu A'));
    await heading(door, 'Pasangkan perangkat ini?');
    expect(new URL(door.url()).hash).toBe('');
    await expectClean(door);
    await button(door, 'Pasangkan').click();
    await verdictOf(door, 'HADIR', 'Kepala Dinas Kesehatan').waitFor();
    await expectClean(door);
    await dismissAll(door);
    await expectClean(door);
    // In the search view the camera rests: its code would cover what a scanner types.
    await openTab(door, 'Cari');
    const type = (unit: string) => typeCode(door, (links.get(unit) as string).toUpperCase());
    await type('Dinas Sosial');
    await verdictOf(door, 'HADIR', 'Kepala Dinas Sosial').waitFor();
    await dismissAll(door);
    await untilNewAgain(door);
    await type('Dinas Sosial');
    await verdictOf(door, 'SUDAH HADIR', 'Kepala Dinas Sosial').waitFor();
    await expectClean(door);
    await dismissAll(door);
    await door.getByLabel('Nama, jabatan, atau sekolah').fill('dinas pendidikan');
    await door
      .getByText(/Dinas Pendidikan/)
      .first()
      .click();
    await expectClean(door);
    await door.getByRole('dialog').getByRole('radio', { name: 'Diwakili' }).check();
    await button(door, 'Catat hadir').click();
    await verdictOf(door, 'HADIR', 'Kepala Dinas Pendidikan').waitFor();
    // Where the verdict has left before it could be tapped, its details are in the list.
    await button(door, 'Rincian')
      .click({ timeout: 3_000 })
      .catch(async () => {
        await openTab(door, 'Terakhir');
        await door.locator('.last-scan').first().click();
      });
    await door.getByRole('dialog').getByLabel('Nama wakil (boleh kosong)').fill('Suyatno');
    await button(door, 'Simpan data wakil').click();
    await door.getByText('Data wakil tersimpan').waitFor();
    await expectClean(door);
    await button(door, 'Tutup').click();
    // Whatever was shown has reached the server, and a reload leads straight back to the desk.
    await door.locator('.door-link').getByText('Tersambung', { exact: true }).waitFor();
    await door.reload();
    await openTab(door, 'Terakhir');
    await door.getByText('Wakil: Suyatno').waitFor();
    await expectClean(door);
    await door.close();
  });

  test('the organiser sees the figures follow, records the reading, and closes', async () => {
    await organizer.goto(`${server.origin}${sessionPath}/ikrar`);
    await button(organizer, 'Rencanakan pembacaan').click();
    await organizer.getByLabel('Nama', { exact: true }).fill('Hadi Yahya');
    await organizer.getByLabel('Jabatan', { exact: true }).fill('Kepala BKPSDM');
    await button(organizer, 'Simpan rencana').click();
    await button(organizer, 'Mulai pembacaan').click();
    await button(organizer, 'Akhiri pembacaan').click();
    await organizer.getByText('Selesai dibaca').waitFor();
    await expectClean(organizer);
    await organizer.goto(`${server.origin}${sessionPath}`);
    await organizer.getByText('3 dari 50 unit terwakili').waitFor();
    await button(organizer, 'Tutup kegiatan').first().click();
    // The door's last word may be older than its last scan.
    await organizer
      .getByRole('dialog')
      .getByRole('button', { name: /^Tutup (kegiatan|sekarang)/ })
      .click();
    await organizer.getByText(/^Sudah disegel: \d+ catatan/).waitFor();
    await organizer.getByText('Selesai', { exact: true }).first().waitFor();
    await expectClean(organizer);
  });

  test('the regent reads on a phone which units were not there, by name', async () => {
    const regent = await openPage(phone);
    await signIn(regent, '/staf/', 'bupati', await addAccount('regent', 'bupati'), 'badak jawa 99 menari riang');
    await heading(regent, /Cakupan/);
    await regent.getByText('6%').first().waitFor();
    await expectClean(regent);
    await regent.getByRole('link', { name: /^Belum pernah terwakili/ }).click();
    await regent.getByText('Badan Pendapatan Daerah').filter({ visible: true }).first().waitFor();
    expect(await regent.getByText('Dinas Kesehatan', { exact: true }).count()).toBe(0);
    await expectClean(regent);
    await regent.getByRole('link', { name: 'Cakupan' }).first().click();
    await regent.getByRole('link', { name: 'Rapat koordinasi netralitas ASN' }).click();
    await regent
      .getByText(/3 dari 50/)
      .first()
      .waitFor();
    await expectClean(regent);
    await regent.close();
  });

  test('no page threw or logged an error on the way', async () => {
    await organizer.close();
    // A refused scan (409) is an answer of the protocol, which the browser reports as a failed load.
    const unexpected = errors.filter((text) => !/status of 409/.test(text) && !/status of 404/.test(text));
    expect(unexpected).toEqual([]);
  });
});
