/** The page "Cetak" in the real browser: what it offers, and the files that it hands over, read by PDFium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { codesOn, type PdfRead, readPdf } from '../documents/read-pdf.ts';
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

/** Presses a download and reads the file as it lies on the disk. */
const download = async (name: string): Promise<{ file: string; pdf: PdfRead }> => {
  const [handed] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
  return { file: handed.suggestedFilename(), pdf: await readPdf(await readFile(await handed.path())) };
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

  test('fits a phone, in both languages', async () => {
    await page.setViewportSize(phone.viewport ?? { width: 360, height: 740 });
    await expectClean();
    await button('English').click();
    await button('Download PDF: Invitation letters').waitFor();
    await expectClean();
  });

  test('no page threw or logged an error on the way', () => {
    expect(errors.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  });
});
