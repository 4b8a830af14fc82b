/** The page "Laporan kegiatan" in the real browser: writing, keeping, photos, two who write at once, and the paper that comes of it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photoSides } from '../../functions/activity-reports/activity-report-schema.ts';
import { readJpeg } from '../../functions/platform/jpeg.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { faultsOf } from './axe.ts';
import { type Console, startConsole } from './console.ts';

let c: Console;
let page: Page;
let at: string;
beforeAll(async () => {
  c = await startConsole(['Dinas Sosial', 'Dinas Kesehatan']);
  page = c.page;
  at = `${c.origin}/staf/kegiatan/${c.session}/laporan`;
}, 60_000);
afterAll(async () => {
  await c?.close();
});

const field = (name: string | RegExp) => page.getByLabel(name);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const report = async () => (await c.organizer('GET', `${c.base}/report`)).body;
const expectClean = async (): Promise<void> => expect(await faultsOf(page)).toEqual([]);
const shot = async (name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** A photo as a telephone takes it: large, and drawn by the browser itself. */
const photoFile = async (name: string, width: number, height: number) => {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d');
      for (let x = 0; pen && x < w; x += 20)
        for (let y = 0; y < h; y += 20) {
          pen.fillStyle = `rgb(${(x * 7) % 255} ${(y * 5) % 255} ${(x * y) % 255})`;
          pen.fillRect(x, y, 20, 20);
        }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [width, height] as const,
  );
  return { name, mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
};

test('an empty report says what is left, and takes nothing for granted', async () => {
  await page.goto(at);
  await page.getByRole('heading', { name: /^Laporan kegiatan: / }).waitFor();
  await page.getByText('0 dari 2 unit terwakili').waitFor();
  expect(await page.getByText('Belum', { exact: true }).count()).toBeGreaterThan(4);
  await page.getByText('Belum ada foto.').waitFor();
  await expectClean();
  await shot('report-empty');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectClean();
  await shot('report-empty-360');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('what is typed is kept over a reload, and saved when it is asked for', async () => {
  await field(/^Maksud dan tujuan/).fill('Menyamakan pemahaman kepala perangkat daerah.');
  await field(/^Penutup/).fill('a'.repeat(1001));
  await button('Simpan').click();
  await page.getByRole('alert').getByText('Penutup: terlalu panjang').waitFor();
  await page.getByText('Lebih 1 huruf').waitFor();
  await field(/^Penutup/).fill('Demikian laporan ini disampaikan.');
  expect((await report()).version).toBe(0);
  await page.reload();
  await page.getByText('Isian Anda yang belum disimpan dikembalikan.').waitFor();
  expect(await field(/^Maksud dan tujuan/).inputValue()).toBe('Menyamakan pemahaman kepala perangkat daerah.');
  await expectClean();
  await button('Simpan').click();
  await page.getByText('Laporan sudah disimpan.').waitFor();
  expect(await report()).toMatchObject({ version: 1, closing: 'Demikian laporan ini disampaikan.' });
});

test('photos are made smaller, put in order and told; what is no photo is said to be none', async () => {
  const files = [
    await photoFile('pembukaan.png', 2400, 1800),
    await photoFile('ikrar.png', 900, 1200),
    { name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('bukan foto') },
  ];
  await field('Tambah foto').setInputFiles(files);
  await page.getByText('catatan.txt bukan foto yang dapat dibaca.').waitFor();
  await button('Tidak jadi').click();
  await page.getByLabel(/^Keterangan foto 2/).waitFor();
  await page.waitForFunction(
    () => [...document.querySelectorAll('img')].filter((img) => img.complete && img.naturalWidth > 0).length === 2,
  );
  const { stored } = await report();
  expect(stored).toHaveLength(2);
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('img')].map((img) => [img.naturalWidth, img.naturalHeight]),
  );
  expect(widths).toEqual([
    [1600, 1200],
    [900, 1200],
  ]);
  await page.getByLabel(/^Keterangan foto 2/).fill('Penandatanganan ikrar');
  await button('Naikkan foto 2').click();
  await expectClean();
  await shot('report-photos');
  await button('Simpan').click();
  await page.getByText('Laporan sudah disimpan.').waitFor();
  const { photos } = await report();
  expect(photos.map(({ caption }: { caption?: string }) => caption)).toEqual(['Penandatanganan ikrar', undefined]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectClean();
  await shot('report-full-360');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a photo that did not arrive is sent again', async () => {
  const photos = '**/report/photos/*';
  await page.route(photos, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await field('Tambah foto').setInputFiles([await photoFile('tamu.png', 400, 300)]);
  await page.getByText('tamu.png belum terkirim.').waitFor();
  await shot('report-broken');
  await page.unroute(photos);
  await button('Kirim lagi').click();
  await page.getByLabel(/^Keterangan foto 3/).waitFor();
  await button('Hapus foto 3').click();
  await button('Ya, hapus').click();
  await page.getByLabel(/^Keterangan foto 3/).waitFor({ state: 'detached' });
  expect((await report()).stored).toHaveLength(2);
});

test('of two who write at once nobody loses a word', async () => {
  const { version, photos } = await report();
  const other = { version, photos, purpose: 'Kata panitia lain.', results: 'Hasil panitia lain.' };
  expect((await c.organizer('PUT', `${c.base}/report`, other)).status).toBe(200);
  await field(/^Maksud dan tujuan/).fill('Kata saya.');
  await button('Simpan').click();
  await page.getByText('Laporan ini sudah diubah orang lain').waitFor();
  await expectClean();
  await button('Muat versi terbaru').click();
  await page.getByText('Kata panitia lain.').waitFor();
  expect(await field(/^Maksud dan tujuan/).inputValue()).toBe('Kata saya.');
  await button('Pakai versi yang tersimpan: Hasil').click();
  await shot('report-changed');
  await button('Simpan').click();
  await page.getByText('Laporan sudah disimpan.').waitFor();
  expect(await report()).toMatchObject({ purpose: 'Kata saya.', results: 'Hasil panitia lain.' });
});

test('the paper says what was saved; the page is whole in English too', async () => {
  const [handed] = await Promise.all([page.waitForEvent('download'), button('Unduh PDF').click()]);
  expect(handed.suggestedFilename()).toMatch(/^laporan-kegiatan-\d{4}-\d\d-\d\d\.pdf$/);
  const pdf = await readPdf(await readFile(await handed.path()));
  expect(pdf.texts.join(' ')).toMatch(/LAPORAN KEGIATAN.*Kata saya\..*Dokumentasi.*Penandatanganan ikrar/);
  pdf.close();
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('heading', { name: /^Report of the activity: / }).waitFor();
  await expectClean();
  await shot('report-english');
});

test('what is stored says nothing of where and by what it was taken', async () => {
  const key = await page.evaluate(() => Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user')) ?? '');
  const { stored } = await report();
  for (const id of stored) {
    const address = await page.evaluate(
      async ([path, name]) => {
        const { access_token: token } = JSON.parse(sessionStorage.getItem(name) ?? '{}');
        const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
        const reader = new FileReader();
        reader.readAsDataURL(await answer.blob());
        await new Promise((resolve) => reader.addEventListener('load', resolve));
        return String(reader.result);
      },
      [`${c.base}/report/photos/${id}`, key] as const,
    );
    const jpeg = Buffer.from(address.split(',')[1] ?? '', 'base64');
    expect(jpeg.byteLength).toBeLessThanOrEqual(250 * 1024);
    expect(jpeg.equals(readJpeg(jpeg, photoSides)?.bytes ?? new Uint8Array())).toBe(true);
  }
  // The one request that was broken on purpose.
  expect(c.errors.filter((error) => !/ERR_FAILED|409/.test(error))).toEqual([]);
});
