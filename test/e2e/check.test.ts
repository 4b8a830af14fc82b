/**
 * Sealed evidence in the real browser: closing while a door holds scans, the certificate from the attendee's own page, its QR read from
 * the rendered PDF, the public check of that address; and the same answer, changed by one digit on its way.
 */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../demo/api-client.ts';
import { codesOn, readPdf } from '../documents/read-pdf.ts';
import { readQr } from '../support/read-qr.ts';
import { sessionBody } from '../support/scenario.ts';
import { phone } from './browser.ts';
import { becomeDoor, type Console, type Phone, region, startConsoleOver } from './console.ts';
import { button, expectClean, heading, openPageOf } from './pages.ts';

const units = ['Dinas Kesehatan', 'Dinas Sosial', 'Dinas Perhubungan'];
const key = { 'idempotency-key': 'check-e2e' };
const ids = new Map<string, string>();
const links = new Map<string, string>();
const errors: string[] = [];

let office: Console;
let page: Page;
let guard: Page;
let door: Phone;
let hash = '';

const seed = async (organizer: Call): Promise<string> => {
  const letterhead = { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'] };
  await organizer('PUT', `/api/regencies/${region}`, { name: 'Kabupaten Lahat', zone: 'WIB', letterhead });
  for (const name of units) {
    const holder = { name: `Siti ${name.split(' ')[1]}`, titlesAfter: 'M.Si.', acting: 'DEFINITIVE' };
    const unit = { class: 'OPD', name, office: `Kepala ${name}`, holder };
    ids.set(name, (await organizer('POST', `/api/regencies/${region}/units`, unit)).body.id);
  }
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const { pledge, ...rest } = sessionBody();
  const plan = { ...rest, startsAt: hours(-1), endsAt: hours(3), legalBases: [], classes: ['OPD'] };
  const made = await organizer(
    'POST',
    `/api/regencies/${region}/sessions`,
    { ...plan, pledge: { ...pledge, classes: ['OPD'] } },
    key,
  );
  hash = made.body.pledge.hash;
  const base = `/api/sessions/${made.body.id}`;
  await organizer('POST', `${base}/invitations`, { classes: ['OPD'] }, key);
  for (const move of ['publish', 'open']) await organizer('POST', `${base}/moves/${move}`);
  for (const { name, link } of (await organizer('GET', `${base}/invitations?limit=200`)).body.items)
    links.set(name, link);
  return made.body.id;
};

let nonces = 0;
const nonce = (): string => {
  nonces += 1;
  return `check-e2e-${String(nonces).padStart(6, '0')}`;
};

const scan = async (name: string): Promise<void> => {
  const now = new Date().toISOString();
  const sent = { token: links.get(name), nonce: nonce(), scannedAt: now, sentAt: now, shown: 'ADMITTED' };
  expect((await door.call('POST', `${office.base}/check-ins`, sent)).status).toBe(201);
};

const contact = (unsent: number) =>
  door.call('POST', `${office.base}/door/contact`, {
    sentAt: new Date().toISOString(),
    unsent,
    battery: 0.8,
    clockOffsetMs: 0,
    appVersion: '0.1.0',
  });

const token = (name: string): string => (links.get(name) ?? '').split('/').at(-1) ?? '';
const sign = (name: string) =>
  office.organizer('POST', `/api/c/${token(name)}/signatures`, { nonce: nonce(), hash, who: 'holder' });

/** The reading, as the organiser records it: started and ended. */
const read = async (): Promise<void> => {
  const reading = {
    reader: { name: 'Hadi Yahya', office: 'Kepala BKPSDM' },
    witnesses: [{ name: 'Ratna', office: 'Asisten I' }],
  };
  await office.organizer('PUT', `${office.base}/readings/pertama`, reading);
  await office.organizer('POST', `${office.base}/readings/pertama/moves/start`);
};

const receiptOf = async (name: string): Promise<string> =>
  (await office.organizer('GET', `/api/c/${token(name)}`)).body.receipt;

beforeAll(async () => {
  office = await startConsoleOver(seed);
  page = office.page;
  const made = await office.organizer('POST', `${office.base}/doors`, { name: 'Pintu A' }, key);
  door = await becomeDoor(office, made.body.pairing.link);
  guard = await openPageOf(
    office.context.browser() ??
      (() => {
        throw new Error('no browser');
      })(),
    phone,
    errors,
  );
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await page?.screenshot({ path: '.cache/e2e-failed-check-console.png', fullPage: true }).catch(() => undefined);
  await guard?.screenshot({ path: '.cache/e2e-failed-check.png', fullPage: true }).catch(() => undefined);
});

afterAll(() => office?.close());

const openConsole = (path: string) => page.goto(`${office.origin}/staf/kegiatan/${office.session}${path}`);
const dialog = () => page.getByRole('dialog');
const inDialog = (name: string) => dialog().getByRole('button', { name });
const says = (words: string | RegExp, on: Page = page) =>
  on.getByText(words).filter({ visible: true }).first().waitFor();
const results = async (): Promise<Record<string, string>> =>
  guard.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => [
        dataset.step ?? '',
        dataset.result ?? '',
      ]),
    ),
  );
const failedSteps = async (): Promise<string[]> =>
  Object.entries(await results())
    .filter(([, result]) => result === 'failed')
    .map(([step]) => step);

describe('sealed evidence', { timeout: 120_000 }, () => {
  test('while nothing is closed, the console says so, and a receipt is not sealed yet', async () => {
    await scan('Dinas Kesehatan');
    await scan('Dinas Sosial');
    await read();
    await openConsole('/segel');
    await says('Belum disegel: kegiatan belum ditutup');
    await expectClean(page);
    await guard.goto(links.get('Dinas Kesehatan') as string);
    await guard.getByRole('link', { name: 'Periksa keaslian' }).click();
    await heading(guard, 'BELUM DISEGEL');
    await says('Hadir saat pembacaan ikrar', guard);
    await expectClean(guard);
  });

  test('closing says what is unfinished; a door that speaks up meanwhile stops it, and scans may follow', async () => {
    await sign('Dinas Kesehatan');
    await contact(0);
    await openConsole('');
    await button(page, 'Tutup kegiatan').click();
    await says('Semua pintu yang terpasang sudah mengirim pindaiannya.');
    await says('1 orang di ruangan belum menandatangani. Mereka masih dapat menandatangani lewat tautannya.');
    await says(/Pembacaan oleh Hadi Yahya belum diakhiri/);
    await expectClean(page);
    await contact(3);
    await inDialog('Tutup kegiatan').click();
    await says('Keadaan pintu baru saja berubah');
    await says('Pintu A: 3');
    await expectClean(page);
    await inDialog('Tutup sekarang, pindaian menyusul').click();
    await says(/Sudah disegel: \d+ catatan/);
    await says(/^Akar [0-9a-f]{8} [0-9a-f]{8} …/);
    await expectClean(page);
    await inDialog('Tutup').click();
    await says('Sudah disegel');
  });

  test('the console shows the seal, its QR leads to the public check of the session, and the bundle names nobody', async () => {
    await openConsole('/segel');
    await says('Semua catatan sudah disegel');
    await expectClean(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectClean(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    const [code] = await readQr(await page.getByRole('img', { name: /Kode QR pemeriksaan/ }).screenshot());
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Unduh: Berkas bukti tanpa nama (ZIP)').click(),
    ]);
    const files = unzipSync(await readFile(await zip.path()));
    expect(Object.keys(files)).toContain('verify.py');
    expect(Buffer.from(files['daun.jsonl'] ?? []).toString()).not.toMatch(/Siti|Hadi|Ratna/);
    await guard.goto(code ?? '');
    await heading(guard, 'SAH');
    await says('Segel pertama', guard);
    await says('Hadir saat pembacaan', guard);
    expect(await failedSteps()).toEqual([]);
    await expectClean(guard);
    await button(guard, 'English').click();
    await heading(guard, 'VALID');
    await expectClean(guard);
    await button(guard, 'Indonesia').click();
  });

  let address = '';

  test('the certificate’s QR, read from the rendered PDF, leads to SAH with every step done by the phone', async () => {
    await guard.goto(links.get('Dinas Kesehatan') as string);
    await button(guard, 'Sertifikat (PDF)').waitFor();
    await expectClean(guard);
    const [file] = await Promise.all([guard.waitForEvent('download'), button(guard, 'Sertifikat (PDF)').click()]);
    const pdf = await readPdf(await readFile(await file.path()));
    expect(pdf.texts[0]).toContain('Siti Kesehatan');
    expect(pdf.texts[0]).not.toContain('M.Si.');
    const [code] = await codesOn(pdf, 0, 100);
    address = code ?? '';
    expect(new URL(address).origin.toLowerCase()).toBe(office.origin);
    await guard.goto(address);
    await heading(guard, 'SAH');
    await says('Siti Kesehatan', guard);
    await says('Kepala Dinas Kesehatan', guard);
    await says('Menandatangani Ikrar', guard);
    expect(await results()).toEqual({
      OWNER: 'ok',
      CLAIM: 'ok',
      NAME: 'ok',
      PATH: 'ok',
      GROWTH: 'none',
      SIGNATURE: 'ok',
      KEY: 'ok',
      LISTED: 'ok',
    });
    await expectClean(guard);
    const { heads } = await guard.evaluate(async () => (await fetch(`/api${location.pathname}`)).json());
    await guard.getByLabel('Akar yang tercetak').fill(heads[0].head.root.toUpperCase());
    await says('Cocok dengan segel ke-1.', guard);
    await guard.getByLabel('Akar yang tercetak').fill('ab'.repeat(32));
    await says('Tidak cocok dengan segel mana pun di sini.', guard);
    await expectClean(guard);
    await guard.getByText('Rincian teknis').click();
    await button(guard, 'Unduh bukti (JSON)').waitFor();
    await expectClean(guard);
    const [saved] = await Promise.all([guard.waitForEvent('download'), button(guard, 'Unduh bukti (JSON)').click()]);
    expect(JSON.parse(await readFile(await saved.path(), 'utf8'))).toMatchObject({ about: 'PERSON', role: 'HOLDER' });
    expect(await guard.content()).not.toMatch(/\b\d{18}\b/);
  });

  test.each([
    ['a hash of the path', /("path":\["[0-9a-f]{10})([0-9a-f])/, 'PATH'],
    ['a leaf', /(\\"receivedAt\\":\\"20)(\d)/, 'PATH'],
    ['the signature', /("signature":"[0-9a-f]{20})([0-9a-f])/, 'SIGNATURE'],
    ['the public key', /("publicKey":"[0-9a-f]{40})([0-9a-f])/, 'KEY'],
    ['the root', /("root":"[0-9a-f]{10})([0-9a-f])/, 'PATH'],
    ['the name', /("person":"Sit)(i)/, 'NAME'],
  ])('%s changed on its way is loudly red and named', async (_, where, step) => {
    await guard.route('**/api/v/*', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const changed = text.replace(where, (_all, before: string, one: string) => `${before}${one === '1' ? '2' : '1'}`);
      expect(changed).not.toBe(text);
      await route.fulfill({ response: answer, body: changed });
    });
    await guard.goto(address);
    await heading(guard, 'TIDAK COCOK');
    expect(await failedSteps()).toContain(step);
    expect(await guard.getByRole('alert').locator('li').count()).toBe((await failedSteps()).length);
    await expectClean(guard);
    await guard.unroute('**/api/v/*');
  });

  test('what follows is an addendum: sealed in the console, and proved to continue the first seal', async () => {
    await sign('Dinas Sosial');
    await openConsole('/segel');
    // The laptop seals by itself a moment later; whichever comes first.
    await button(page, 'Segel sekarang')
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await expect
      .poll(async () => (await office.organizer('GET', `${office.base}/seal`)).body.heads.length, { timeout: 20_000 })
      .toBe(2);
    await page.reload();
    await says('Tambahan segel 1');
    await expectClean(page);
    await guard.goto(await receiptOf('Dinas Sosial'));
    await heading(guard, 'SAH');
    expect(await results()).toMatchObject({ GROWTH: 'ok', PATH: 'ok', NAME: 'ok' });
  });

  test('a person’s data are erased on request; the seal stands, the name is gone', async () => {
    const receipt = await receiptOf('Dinas Sosial');
    await page.getByLabel('Cari undangan').fill('sosial');
    await button(page, 'Hapus data pribadi: Kepala Dinas Sosial').click();
    await expectClean(page);
    await inDialog('Hapus untuk selamanya').click();
    await says('Isi alasannya.');
    await dialog().getByLabel('Alasan atau nomor permintaan').fill('Permintaan 12/2026');
    await inDialog('Hapus untuk selamanya').click();
    await says(/Data pribadi untuk Kepala Dinas Sosial sudah dihapus/);
    await expectClean(page);
    await guard.goto(receipt);
    await heading(guard, 'SAH');
    await says('Tanpa nama', guard);
    await says(/Nama dihapus atas permintaan/, guard);
    expect(await results()).toMatchObject({ NAME: 'none', PATH: 'ok', CLAIM: 'ok' });
    await expectClean(guard);
  });

  test('a code can be pasted, scanned from a photo, or be none of ours', async () => {
    await guard.goto(`${office.origin}/v/`);
    await heading(guard, 'Periksa keaslian');
    await expectClean(guard);
    await button(guard, 'Periksa').click();
    await says(/Kode pemeriksaan tidak ditemukan/, guard);
    await expectClean(guard);
    await guard.getByLabel('Kode atau alamat pada dokumen').fill(` ${address.toLowerCase()} `);
    await button(guard, 'Periksa').click();
    await heading(guard, 'SAH');
    await guard.goto(`${office.origin}/v`);
    await button(guard, 'Pindai QR').click();
    await guard.getByLabel('Pilih foto QR').waitFor();
    await expectClean(guard);
    await openConsole('/segel');
    const picture = await page.getByRole('img', { name: /Kode QR pemeriksaan/ }).screenshot();
    await guard.getByLabel('Pilih foto QR').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: picture });
    await heading(guard, 'SAH');
    for (const unknown of ['A'.repeat(39), 'bukan-kode']) {
      await guard.goto(`${office.origin}/v/${unknown}`);
      await heading(guard, 'TIDAK DIKENAL');
      await expectClean(guard);
    }
  });

  test('a network that fails is no verdict on the document', async () => {
    await guard.route('**/api/v/*', (route) => route.abort());
    await guard.goto(address);
    await heading(guard, 'Periksa keaslian');
    await says('Belum dapat diperiksa', guard);
    await expectClean(guard);
    await guard.unroute('**/api/v/*');
    await button(guard, 'Coba lagi').click();
    await heading(guard, 'SAH');
  });

  test('an address that nothing is at says what to do, in both languages, and leads home', async () => {
    expect((await guard.goto(`${office.origin}/undangan`))?.status()).toBe(404);
    await heading(guard, 'Halaman ini tidak ada');
    await expectClean(guard);
    await button(guard, 'English').click();
    await heading(guard, 'This page does not exist');
    await button(guard, 'Indonesia').click();
    await guard.getByRole('link', { name: 'Ke halaman depan' }).click();
    await guard.waitForURL(`${office.origin}/`);
    await heading(guard, 'Daftar hadir dan ikrar netralitas');
  });

  test('no page threw or logged an error on the way', async () => {
    await guard.close();
    const unexpected = [...errors, ...office.errors].filter(
      // A door that holds scans (409), an unknown code (404) and the aborted call are what this is about.
      (text) => !/status of (404|409)|ERR_FAILED/.test(text),
    );
    expect(unexpected).toEqual([]);
  });
});
