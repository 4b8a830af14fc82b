/** The page "Cetak" in the real browser: what it offers, and the files that it hands over, read by PDFium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { codesOn, type PdfRead, readPdf } from '../documents/read-pdf.ts';
import { aPng } from '../support/pictures.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { faultsOf } from './axe.ts';
import { desktop, launchBrowser, phone, watched } from './browser.ts';

const password = 'gajah sumatra 77 berenang';
const units = [
  { class: 'OPD', name: 'Dinas Sosial', office: 'Kepala Dinas Sosial' },
  { class: 'OPD', name: 'Dinas Kesehatan', office: 'Kepala Dinas Kesehatan' },
  { class: 'KECAMATAN', name: 'Kecamatan Lahat', office: 'Camat Lahat' },
];

let folder: string;
let server: RunningServer;
let browser: Browser;
let page: Page;
let errors: string[];
let session = '';
let bearer = '';
let links: string[] = [];

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    headers: { authorization: bearer, 'content-type': 'application/json', 'idempotency-key': 'documents-e2e' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as { id: string; version: number; items: { link: string }[] };
};

const prepare = async (): Promise<void> => {
  const account = { username: 'rina', name: 'Rina', role: 'organizer', region: '16.04' } as const;
  const { code } = await server.accounts.addWithOneTimeCode(account);
  const { accessToken } = await signIn({
    origin: server.origin,
    username: 'rina',
    secret: code,
    newPassword: password,
  });
  bearer = `Bearer ${accessToken}`;
  const letterhead = { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'] };
  await call('PUT', '/regencies/16.04', { name: 'Kabupaten Lahat', zone: 'WIB', letterhead });
  for (const unit of units)
    await call('POST', '/regencies/16.04/units', { ...unit, holder: { name: 'Siti Aminah', acting: 'DEFINITIVE' } });
  session = (await call('POST', '/regencies/16.04/sessions', sessionBody({ pledge: null }))).id;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-documents-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0 });
  browser = await launchBrowser();
  await prepare();
  const opened = await watched(browser, desktop);
  opened.context.setDefaultTimeout(20_000);
  errors = opened.errors;
  page = await opened.context.newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const expectClean = async (): Promise<void> => expect(await faultsOf(page)).toEqual([]);

const invite = (guests: { office: string }[]) =>
  fetch(`${server.origin}/api/sessions/${session}/invitations`, {
    method: 'POST',
    headers: {
      authorization: bearer,
      'content-type': 'application/json',
      'idempotency-key': `guests-${guests[0]?.office.replaceAll(' ', '-')}`,
    },
    body: JSON.stringify({ guests }),
  });

/** Presses a download and reads the file as it lies on the disk. */
const download = async (name: string): Promise<{ file: string; pdf: PdfRead }> => {
  const [handed] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
  return { file: handed.suggestedFilename(), pdf: await readPdf(await readFile(await handed.path())) };
};

/** The cards in parts: begun, with the first part downloaded and the second on its way until it is let go. */
const beginCards = async () => {
  const asked: string[] = [];
  let letGo = (): void => {};
  await page.route('**/documents/cards.pdf*', async (route) => {
    const part = new URL(route.request().url()).searchParams.get('part') ?? '1';
    asked.push(part);
    if (part === '2' && asked.length === 2) await new Promise<void>((resolve) => (letGo = resolve));
    await route.fulfill({ status: 200, contentType: 'application/pdf', body: 'x' }).catch(() => {});
  });
  await button('Unduh PDF, 3 bagian: Kartu QR').click();
  await page.getByText('Membuat bagian 2 dari 3…').waitFor();
  return { asked, letGo: () => letGo() };
};

describe('printing', { timeout: 90_000 }, () => {
  test('while nobody is invited there is nothing to print, and the way to the invitations', async () => {
    await page.goto(`${server.origin}/staf/kegiatan/${session}/cetak`);
    await button('Masuk').click();
    await page.getByLabel('Nama pengguna').fill('rina');
    await page.getByLabel('Kata sandi atau kode sekali pakai').fill(password);
    await button('Masuk').click();
    await page.getByRole('heading', { name: 'Belum ada yang diundang' }).waitFor();
    await page.getByRole('link', { name: 'Ke undangan' }).waitFor();
    await expectClean();
    await call('POST', `/sessions/${session}/invitations`, {
      classes: ['OPD', 'KECAMATAN'],
      guests: [{ office: 'Kapolres Lahat' }],
    });
    links = (await call('GET', `/sessions/${session}/invitations?limit=200`)).items.map(({ link }) => link);
  });

  test('says which parts of the letter are missing, and where to fill them in', async () => {
    await page.reload();
    await page.getByText('Belum diisi: nomor surat, tanggal surat, penanda tangan.').waitFor();
    await page.getByRole('link', { name: 'Isi data surat' }).waitFor();
    await expectClean();
  });

  test('letters for everybody, one page each', async () => {
    const { file, pdf } = await download('Unduh PDF: Surat undangan');
    expect(file).toBe('surat-undangan-2024-06-27.pdf');
    expect(pdf.texts.map((text) => /Yth\. (.*?) di -/.exec(text)?.[1])).toEqual([
      'Siti Aminah Kepala Dinas Kesehatan',
      'Siti Aminah Kepala Dinas Sosial',
      expect.stringContaining('Siti Aminah Camat Lahat'),
      'Kapolres Lahat',
    ]);
    await page.getByText('Surat undangan sudah diunduh.').waitFor();
    await expectClean();
  });

  test('cards for the chosen class only; their codes are the invitations’ links', async () => {
    const everybody = await download('Unduh PDF: Kartu QR');
    expect((await codesOn(everybody.pdf, 0, 72)).sort()).toEqual(links.map((link) => link.toUpperCase()).sort());
    await page.getByLabel('Dicetak untuk').selectOption({ label: 'Kecamatan (1)' });
    const { file, pdf } = await download('Unduh PDF: Kartu QR');
    expect(file).toBe('kartu-qr-2024-06-27-kecamatan.pdf');
    expect(await codesOn(pdf, 0, 72)).toHaveLength(1);
    expect(pdf.texts[0]).toContain('Camat Lahat');
  });

  test('the annex and badges for guests', async () => {
    await page.getByLabel('Dicetak untuk').selectOption({ label: 'Tamu saja (1)' });
    expect((await download('Unduh PDF: Lampiran: daftar undangan')).pdf.texts[0]).toContain('1 – Kapolres Lahat');
    expect((await download('Unduh PDF: Surat bersama')).pdf.texts[0]).toContain('Yth. (daftar terlampir)');
    expect((await download('Unduh PDF: Tanda pengenal')).pdf.texts[0]).toContain('TAMU Kapolres Lahat');
  });

  test('a network that fails is said at that paper, and the next try works', async () => {
    await page.route('**/documents/badges.pdf*', (route) => route.abort());
    await button('Unduh PDF: Tanda pengenal').click();
    await page.getByRole('alert').waitFor();
    await expectClean();
    await page.unroute('**/documents/badges.pdf*');
    expect((await download('Unduh PDF: Tanda pengenal')).pdf.texts).toHaveLength(1);
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('the papers stand under before and afterwards; what is not there yet says when', async () => {
    await page.getByRole('heading', { name: 'Sebelum hari-H' }).waitFor();
    await page.getByRole('heading', { name: 'Sesudah' }).waitFor();
    await page.getByLabel('Dicetak untuk').selectOption('');
    const { file, pdf } = await download('Unduh PDF: Daftar hadir kosong');
    expect(file).toBe('daftar-hadir-kosong-2024-06-27.pdf');
    expect(pdf.texts.join(' ')).toContain('Hadir tanpa undangan (diisi di tempat)');
    const sheet = page.getByRole('button', { name: 'Unduh XLSX: Daftar hadir', exact: true });
    expect(await sheet.getAttribute('aria-disabled')).toBe('true');
    const [handed] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh CSV: Daftar hadir kosong' }).click(),
    ]);
    expect(handed.suggestedFilename()).toBe('daftar-hadir-kosong-2024-06-27.csv');
    expect(await readFile(await handed.path(), 'utf8')).toContain('Kapolres Lahat');
  });

  test('a paper in parts: one button, its progress; a part that fails is gone on with, also after a reload', async () => {
    for (let round = 0; round < 6; round += 1)
      await invite(Array.from({ length: 180 }, (_, index) => ({ office: `Tamu ${round * 180 + index}` })));
    await page.reload();
    const asked: string[] = [];
    const small = await readFile(new URL('../support/pictures.ts', import.meta.url));
    let failing = true;
    await page.route('**/documents/badges.pdf*', async (route) => {
      const part = new URL(route.request().url()).searchParams.get('part') ?? '1';
      asked.push(part);
      if (part === '2' && failing) await route.abort();
      else await route.fulfill({ status: 200, contentType: 'application/pdf', body: small });
    });
    const files: string[] = [];
    page.on('download', (handed) => files.push(handed.suggestedFilename()));
    await button('Unduh PDF, 3 bagian: Tanda pengenal').click();
    await page.getByRole('alert').waitFor();
    await page.getByText('1 dari 3 bagian sudah diunduh.').waitFor();
    await expectClean();
    failing = false;
    await page.reload();
    await page.getByText('1 dari 3 bagian sudah diunduh.').waitFor();
    await button('Ulangi dari awal: Tanda pengenal').waitFor();
    await button('Lanjutkan PDF, bagian 2 dari 3: Tanda pengenal').click();
    await page.getByText('Tanda pengenal sudah diunduh.').waitFor();
    expect(asked).toEqual(['1', '2', '2', '3']);
    expect(files).toEqual([1, 2, 3].map((part) => `tanda-pengenal-2024-06-27-bagian-${part}.pdf`));
    await page.unroute('**/documents/badges.pdf*');
  });

  test('a paper in parts can be stopped, and begun anew', async () => {
    const { asked, letGo } = await beginCards();
    await button('Hentikan: Kartu QR').click();
    await page.getByText('1 dari 3 bagian sudah diunduh.').waitFor();
    letGo();
    await button('Ulangi dari awal: Kartu QR').click();
    await page.getByText('Kartu QR sudah diunduh.').waitFor();
    expect(asked).toEqual(['1', '2', '1', '2', '3']);
    await page.unroute('**/documents/cards.pdf*');
  });

  test('whoever leaves the page stops the job: nothing more is downloaded, and on coming back it goes on once', async () => {
    const { asked, letGo } = await beginCards();
    await page.getByRole('link', { name: 'Ke halaman kegiatan' }).click();
    await page.getByRole('heading', { name: 'Halaman kegiatan ini' }).waitFor();
    letGo();
    await page.waitForTimeout(1000);
    expect(asked).toEqual(['1', '2']);
    await page.goBack();
    await page.getByText('1 dari 3 bagian sudah diunduh.').waitFor();
    await button('Lanjutkan PDF, bagian 2 dari 3: Kartu QR').click();
    await page.getByText('Kartu QR sudah diunduh.').waitFor();
    expect(asked).toEqual(['1', '2', '2', '3']);
    await page.unroute('**/documents/cards.pdf*');
  });

  test('an emblem is scaled down, shown, and taken out', async () => {
    await page.goto(`${server.origin}/staf/pengaturan`);
    await page.getByText('Belum ada lambang.').waitFor();
    const picture = aPng({ width: 900, height: 1000 });
    await page
      .getByLabel('Unggah lambang')
      .setInputFiles({ name: 'lambang.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
    await page.getByText('Lambang tersimpan.').waitFor();
    const shown = page.getByRole('img', { name: 'Lambang daerah yang tersimpan' });
    await shown.waitFor();
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalHeight)).toBe(400);
    await expectClean();
    await page
      .getByLabel('Ganti lambang')
      .setInputFiles({ name: 'lambang.png', mimeType: 'image/png', buffer: Buffer.from('bukan gambar') });
    await page.getByText('Berkas ini tidak dapat dibaca sebagai gambar.').waitFor();
    await button('Hapus lambang').click();
    await page.getByText('Belum ada lambang.').waitFor();
    await page.goto(`${server.origin}/staf/kegiatan/${session}/cetak`);
    await page.getByRole('heading', { name: 'Sebelum hari-H' }).waitFor();
  });

  test('fits a phone, in both languages', async () => {
    await page.setViewportSize(phone.viewport ?? { width: 360, height: 740 });
    await expectClean();
    await button('English').click();
    await button('Download PDF, 3 parts: Invitation letters').waitFor();
    await expectClean();
  });

  test('no page threw or logged an error on the way', () => {
    // What was cut off here.
    expect(errors.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  });
});
