/**
 * After the day, in the real browser: the organiser makes a make-up session in one click, notes what every camat undertook, marks one
 * done, reminds, drafts a nil statement and records its signature; the regent sees it on a phone and can change nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { type Call, makeCall } from '../demo/api-client.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { desktop, launchBrowser, phone, watched } from './browser.ts';
import { openSignedIn, region } from './console.ts';
import { button, expectClean, heading } from './pages.ts';

let folder: string;
let server: RunningServer;
let browser: Browser;
let organizer: Page;
let regent: Page;
let call: Call;
let session = '';
const errors: (readonly string[])[] = [];

const dayFromNow = (days: number): string => {
  const inWib = new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000);
  return inWib.toISOString().slice(0, 10);
};

/** Signed in as somebody with this role, and a way to call the API as them. */
const pageOf = async (role: 'organizer' | 'regent', options: typeof desktop): Promise<{ page: Page; call: Call }> => {
  const { code } = await server.accounts.addWithOneTimeCode({ username: role, name: 'Rina Marlina', role, region });
  const { accessToken } = await signIn({ origin: server.origin, username: role, secret: code });
  const { context, errors: seen } = await watched(browser, options);
  errors.push(seen);
  context.setDefaultTimeout(20_000);
  return { page: await openSignedIn(context, server, accessToken), call: makeCall(server.origin, accessToken) };
};

/** Three camat and a school were invited; one camat came and nobody else; the session is closed. */
const seed = async (): Promise<string> => {
  await call('PUT', `/api/regencies/${region}`, {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  const units: [string, string][] = [
    ['Kecamatan Lahat', 'KECAMATAN'],
    ['Kecamatan Jarai', 'KECAMATAN'],
    ['Kecamatan Merapi', 'KECAMATAN'],
    ['SDN 1 Lahat', 'SD'],
  ];
  const ids: string[] = [];
  for (const [name, unitClass] of units) {
    const holder = { name: `Kepala ${name}`, acting: 'DEFINITIVE' };
    const office = name.replace('Kecamatan', 'Camat');
    const body = { class: unitClass, name, office, holder, district: '16.04.07' };
    ids.push((await call('POST', `/api/regencies/${region}/units`, body)).body.id);
  }
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const plan = sessionBody({ startsAt: hours(-3), endsAt: hours(-1), classes: ['KECAMATAN', 'SD'], pledge: null });
  const key = { 'idempotency-key': 'follow-ups-test' };
  const id: string = (await call('POST', `/api/regencies/${region}/sessions`, plan, key)).body.id;
  const base = `/api/sessions/${id}`;
  await call('POST', `${base}/invitations`, { classes: ['KECAMATAN', 'SD'], guests: [{ office: 'Dandim' }] }, key);
  for (const move of ['publish', 'open']) await call('POST', `${base}/moves/${move}`);
  const now = new Date().toISOString();
  const scan = { nonce: 'nonce-came-0001', scannedAt: now, sentAt: now, door: 'Pintu A', invitation: ids[0] };
  await call('POST', `${base}/check-ins`, scan);
  await call('POST', `${base}/moves/close`);
  return id;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-e2e-follow-ups-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, allowSkipPassword: true });
  browser = await launchBrowser();
  ({ page: organizer, call } = await pageOf('organizer', desktop));
  session = await seed();
  ({ page: regent } = await pageOf('regent', phone));
}, 60_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [index, page] of [organizer, regent].entries())
    await page.screenshot({ path: `.cache/e2e-failed-follow-ups-${index}.png`, fullPage: true }).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (page: Page, path: string) => page.goto(`${server.origin}${path}`);
const pathOf = (page: Page) => new URL(page.url()).pathname;
const invitedNames = async (id: string): Promise<string[]> =>
  (await call('GET', `/api/sessions/${id}/invitations`)).body.items.map(({ name }: { name: string }) => name).sort();

describe('after the day', { timeout: 90_000 }, () => {
  test('a make-up session in one click: exactly those who were missing, and the page is the new session’s', async () => {
    await open(organizer, `/staf/kegiatan/${session}`);
    await button(organizer, 'Buat kegiatan susulan').click();
    const dialog = organizer.getByRole('dialog');
    await dialog.getByText('Yang belum hadir saja').waitFor();
    // How many each choice invites is told before the click, the default's too; this session had no pledge.
    await dialog.getByText('3 unit', { exact: true }).waitFor();
    await dialog.getByText('3 unit yang kurang salah satunya').waitFor();
    await dialog.getByText('0 unit', { exact: true }).waitFor();
    await expectClean(organizer);
    // Without a time it says so, and makes nothing.
    await button(organizer, 'Buat dan undang').click();
    await dialog.getByText('Isi waktu mulai.').waitFor();
    await dialog.getByLabel(/^Mulai/).fill(`${dayFromNow(7)}T09:00`);
    await button(organizer, 'Buat dan undang').click();
    await heading(organizer, 'Susulan: Rapat koordinasi netralitas ASN');
    const [, made = ''] = /^\/staf\/kegiatan\/([a-z2-7]{10})$/.exec(pathOf(organizer)) ?? [];
    expect(made).not.toBe(session);
    expect(await invitedNames(made)).toEqual(['Kecamatan Jarai', 'Kecamatan Merapi', 'SDN 1 Lahat']);
    await organizer.getByRole('link', { name: 'Buka kegiatan pertama' }).waitFor();
    // Inviting more proposes no class: everybody who is called again is invited already.
    await open(organizer, `/staf/kegiatan/${made}/undangan`);
    await organizer.getByText('Undang unit dan tamu').click();
    await organizer.getByText(/^Kegiatan susulan: unit yang belum hadir/).waitFor();
    expect(await organizer.getByRole('checkbox', { name: /Kecamatan/ }).isChecked()).toBe(false);
  });

  test('what every camat undertook is noted in one form, which says first what is missing', async () => {
    await open(organizer, '/staf/tindak-lanjut');
    await heading(organizer, 'Belum ada tindak lanjut');
    await expectClean(organizer);
    await organizer.getByRole('link', { name: 'Catat tindak lanjut' }).click();
    await heading(organizer, 'Catat tindak lanjut');
    await button(organizer, /^Catat$/).click();
    await organizer.getByRole('alert').getByText('Isi jatuh tempo.').waitFor();
    await expectClean(organizer);
    await organizer.getByLabel('Yang disanggupi').fill('Menyampaikan larangan keberpihakan kepada seluruh pegawai');
    await organizer.getByRole('radio', { name: /^Sosialisasi/ }).check();
    await organizer.getByRole('radio', { name: 'Sebelum kampanye' }).check();
    await organizer.getByRole('checkbox', { name: /^Kecamatan/ }).check();
    await organizer.getByLabel('Jatuh tempo').fill(dayFromNow(3));
    await organizer.getByLabel('Disanggupi pada kegiatan').selectOption(session);
    await button(organizer, 'Catat untuk 3 unit').click();
    await organizer.getByText('3 tindak lanjut dicatat').waitFor();
    await button(organizer, 'Catat yang lain').click();
    await organizer.getByLabel('Yang disanggupi').fill('Menunjuk petugas pengaduan');
    await organizer.getByRole('radio', { name: /Seluruh daerah/ }).check();
    await organizer.getByLabel('Jatuh tempo').fill(dayFromNow(-2));
    await organizer.getByText(/Tanggal ini sudah lewat/).waitFor();
    await button(organizer, 'Catat untuk seluruh daerah').click();
    await organizer.getByText('1 tindak lanjut dicatat').waitFor();
  });

  test('the list by state and due day; one is marked done with a note, and opened again', async () => {
    await organizer.getByRole('link', { name: 'Lihat daftarnya' }).click();
    await organizer.getByText('0 dari 4 sudah dilaksanakan').waitFor();
    const headings = await organizer.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.map((text) => text.trim())).toEqual(['Lewat jatuh tempo', 'Dalam 7 hari']);
    await expectClean(organizer);
    await button(organizer, /^Catat hasil tindak lanjut Kecamatan Lahat/).click();
    await button(organizer, 'Simpan').click();
    await organizer.getByText('Isi catatan hasil.').waitFor();
    await organizer.getByLabel('Catatan hasil').fill('Apel pagi, 42 pegawai');
    await expectClean(organizer);
    await button(organizer, 'Simpan').click();
    await organizer.getByText('1 dari 4 sudah dilaksanakan').waitFor();
    expect(await organizer.getByText('Kecamatan Lahat', { exact: true }).count()).toBe(0);
    await button(organizer, /^Selesai/).click();
    await organizer.getByText('Apel pagi, 42 pegawai').waitFor();
    await button(organizer, /^Belum selesai/).click();
    await organizer.getByText('Kecamatan Jarai').waitFor();
    // Only classes that somebody undertook something in.
    expect(await organizer.getByLabel('Kelas unit').locator('option').allTextContents()).toEqual([
      'Semua',
      'Kecamatan',
    ]);
    await organizer.getByLabel('Jenis').selectOption('ENFORCEMENT');
    await organizer.getByText('Tidak ada tindak lanjut pada pilihan ini.').waitFor();
    await button(organizer, 'Hapus saringan').click();
    await organizer.getByText('Kecamatan Jarai').waitFor();
  });

  test('somebody else was faster: it is said, and nothing is lost', async () => {
    await button(organizer, /^Catat hasil tindak lanjut Kecamatan Jarai/).click();
    await organizer.getByLabel('Catatan hasil').fill('Rapat staf');
    const path = `/api/regencies/${region}/follow-ups`;
    const { items } = (await call('GET', path)).body;
    const { id } = items.find(({ unitName }: { unitName?: string }) => unitName === 'Kecamatan Jarai');
    await call('POST', `${path}/${id}/moves`, { move: 'withdraw', version: 1, reason: 'Digabung' });
    await button(organizer, 'Simpan').click();
    await organizer.getByText('Tindak lanjut ini sudah diubah orang lain. Muat ulang, lalu ulangi.').waitFor();
    await button(organizer, 'Muat yang terbaru').click();
    await organizer.getByRole('button', { name: /^Dicabut/ }).waitFor();
  });

  test('reminders: a message for each unit, to copy or to open without a number', async () => {
    await organizer.getByRole('link', { name: 'Pengingat' }).click();
    await heading(organizer, 'Pengingat tindak lanjut');
    await organizer.getByRole('heading', { name: 'Kecamatan Merapi' }).waitFor();
    await expectClean(organizer);
    await organizer.getByText('Pesan', { exact: true }).last().click();
    await organizer.getByText(/Yth\. Kepala Kecamatan Merapi, Camat Merapi/).waitFor();
    await button(organizer, 'Salin pesan untuk Kecamatan Merapi').waitFor();
    await organizer.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'wa' }));
    const popup = organizer.context().waitForEvent('page');
    await button(organizer, 'Buka di WhatsApp: pesan untuk Kecamatan Merapi').click();
    const sent = new URL((await popup).url());
    expect(sent.origin + sent.pathname).toBe('https://wa.me/');
    expect(sent.searchParams.get('text')).toContain('Inspektorat');
    await (await popup).close();
  });

  test('a nil statement: what is missing is told, it is drafted, and its signature is recorded', async () => {
    await open(organizer, '/staf/tindak-lanjut');
    await organizer.getByRole('link', { name: 'Pernyataan nihil' }).click();
    await heading(organizer, 'Belum ada pernyataan nihil');
    await expectClean(organizer);
    await organizer.getByRole('link', { name: 'Buat pernyataan' }).click();
    await button(organizer, 'Simpan draf').click();
    await organizer.getByRole('alert').getByText('Isi sumbernya.').waitFor();
    await expectClean(organizer);
    await organizer.getByLabel('Periode, dari tanggal').fill(dayFromNow(-40));
    await organizer.getByLabel('Sampai tanggal').fill(dayFromNow(-10));
    await organizer.getByLabel('Apa yang tidak ditemukan').fill('pelanggaran netralitas ASN');
    await organizer.getByLabel('Sumber').fill('Inspektorat, register pengaduan');
    await organizer.getByLabel('Tempat surat').fill('Lahat');
    await organizer.getByLabel('Tanggal surat').fill(dayFromNow(-9));
    await organizer.getByLabel('Jabatan', { exact: true }).fill('Inspektur');
    await organizer.getByLabel('Nama tanpa gelar').fill('Hadi Santoso');
    await organizer.getByLabel(/^NIP/).fill('19800101 200501 1 001');
    await button(organizer, 'Simpan draf').click();
    await organizer.getByText('Draf, belum ditandatangani').waitFor();
    expect(await organizer.content()).not.toContain('198001012005011001');
    await organizer.getByText('1980••••••••••••••').waitFor();
    await expectClean(organizer);
    await button(organizer, /^Catat tanda tangan/).click();
    await organizer.getByLabel('Tanggal tanda tangan').fill(dayFromNow(-11));
    await button(organizer, 'Simpan').click();
    await organizer.getByText('Periodenya belum berakhir pada tanggal itu.').waitFor();
    await expectClean(organizer);
    await organizer.getByLabel('Tanggal tanda tangan').fill(dayFromNow(-8));
    await organizer.getByRole('radio', { name: 'Tanda tangan basah' }).check();
    await button(organizer, 'Simpan').click();
    await organizer.locator('.tag', { hasText: 'Ditandatangani' }).waitFor();
    await organizer
      .getByRole('link', { name: /^Cakupan/ })
      .last()
      .click();
    expect(new URL(organizer.url()).searchParams.get('dari')).toBe(dayFromNow(-40));
  });

  test('the regent reads all of it on a phone, in both languages, and can change nothing', async () => {
    await open(regent, '/staf/tindak-lanjut');
    await regent.getByText('1 dari 3 sudah dilaksanakan').waitFor();
    expect(await button(regent, /Catat hasil/).count()).toBe(0);
    expect(await regent.getByRole('link', { name: 'Catat tindak lanjut' }).count()).toBe(0);
    await expectClean(regent);
    await button(regent, /^Selesai/).click();
    await regent.getByText('Apel pagi, 42 pegawai').waitFor();
    await expectClean(regent);
    await regent.getByRole('link', { name: 'Pernyataan nihil' }).click();
    await regent.locator('.tag', { hasText: 'Ditandatangani' }).waitFor();
    expect(await button(regent, /Cabut/).count()).toBe(0);
    await button(regent, 'English').click();
    await heading(regent, 'Nil statements');
    await expectClean(regent);
    await open(regent, '/staf/tindak-lanjut');
    await regent.getByText('1 of 3 done').waitFor();
    await expectClean(regent);
  });

  test('the record of a unit leads to what it undertook', async () => {
    await open(organizer, '/staf/cakupan/daftar');
    await organizer.getByRole('link', { name: 'Kecamatan Merapi' }).click();
    await organizer.getByRole('link', { name: 'Tindak lanjut unit ini' }).click();
    await organizer.getByText('Hanya tindak lanjut satu unit.').waitFor();
    await organizer.getByRole('rowheader', { name: /^Kecamatan Merapi/ }).waitFor();
    expect(await organizer.getByRole('rowheader').count()).toBe(1);
    await expectClean(organizer);
  });

  test('a period: the years that have sessions, no days at all, days in the wrong order', async () => {
    await open(regent, '/staf/cakupan?dari=2024-12-31&sampai=2024-01-01');
    await heading(regent, 'The last day is before the first.');
    await button(regent, 'Indonesia').click();
    await regent.getByText('Tukar kedua tanggalnya').waitFor();
    await regent.locator('summary', { hasText: 'Periode' }).click();
    await regent.getByRole('radio', { name: 'Tahun ini' }).waitFor();
    await regent.getByRole('radio', { name: 'Dari tanggal sampai tanggal' }).check();
    await regent.getByLabel('Dari (').fill('');
    await regent.getByLabel('Sampai (').fill('');
    await button(regent, 'Tampilkan').click();
    await regent.getByText('Isi sedikitnya satu tanggal.').waitFor();
    await expectClean(regent);
  });

  test('an address that leads nowhere, or to another regency, is said to, and cannot be tried again', async () => {
    const refused = async (path: string, sentence: string): Promise<void> => {
      await open(regent, path);
      await regent.getByText(sentence).waitFor();
      expect(await button(regent, 'Coba lagi').count()).toBe(0);
    };
    await refused('/staf/kegiatan/zzzzzzzzzz/langsung', 'Kegiatan ini tidak ditemukan.');
    await refused('/staf/kegiatan/abc', 'Kegiatan ini tidak ditemukan.');
    await refused('/staf/cakupan/18.13', 'Data ini milik daerah lain.');
  });

  test('no page has complained, but of what it was told', () => {
    const expected = /status of 4(03|04|09|22)/;
    expect(errors.flat().filter((error) => !expected.test(error))).toEqual([]);
  });
});
