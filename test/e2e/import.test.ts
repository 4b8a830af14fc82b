/**
 * Importing a roster in the real browser: an awkward file is explained column by column, its wrong rows are shown and handed back, a
 * spelling is corrected, it is saved part by part over a bad network, found in the register, read again without a change, and undone.
 */
import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../demo/api-client.ts';
import { workbook } from '../roster-files/make-files.ts';
import { faultsOf } from './axe.ts';
import { desktop, phone } from './browser.ts';
import { type Console, startConsole } from './console.ts';

const units = '/api/regencies/16.04/units';
/** Three parts of at most 500 rows; one of them has no unit. */
const schools = 1201;

let office: Console;
let page: Page;
let organizer: Call;
let file: { name: string; mimeType: string; buffer: Buffer };

/** Letterhead on top, titles that nobody else uses, a misspelt district, a district that is none, a row without a unit. */
const awkward = (): Promise<Buffer> =>
  workbook({
    Rekap: [
      ['PEMERINTAH KABUPATEN LAHAT', null, null, null],
      ['Data sekolah semester ini', null, null, null],
      [null, null, null, null],
      ['Urut', 'Penanggung', 'Lembaga Tempat Bekerja', 'Wil'],
      ...Array.from({ length: schools }, (_, index) => [
        index + 1,
        `Pejabat ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}`,
        index === 2 ? null : `SD Negeri ${index + 1} Lahat`,
        index === 0 ? 'Kikim Tmur' : index === 1 ? 'Kampung Entah' : 'Lahat',
      ]),
    ],
  });

beforeAll(async () => {
  office = await startConsole(['Dinas Pendidikan', 'Dinas Kesehatan']);
  ({ page, organizer } = office);
  file = { name: 'Data Sekolah.xlsx', mimeType: 'application/octet-stream', buffer: await awkward() };
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await page?.screenshot({ path: '.cache/e2e-failed-import.png', fullPage: true }).catch(() => undefined);
  }
});

afterAll(() => office?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const says = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const step = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
const open = (path = '') => page.goto(`${office.origin}/staf/unit/impor${path}`);
const choose = (given = file) => page.locator('input[type=file]').setInputFiles(given);
const expectClean = async (): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(phone.viewport as { width: number; height: number });
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(desktop.viewport as { width: number; height: number });
};
const focused = () => page.evaluate(() => document.activeElement?.textContent);
const registered = async (): Promise<{ id: string; name: string; version: number; district?: string }[]> => {
  const items = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await organizer('GET', `${units}?limit=200${next && `&cursor=${next}`}`);
    items.push(...body.items);
    next = body.next;
  }
  return items;
};
const partOf = (route: Route): number => Number(/parts\/(\d+)\//.exec(route.request().url())?.[1]);

describe('importing a roster', { timeout: 120_000 }, () => {
  test('a file that cannot be read is refused with what to do about it; one that is too large never travels', async () => {
    await open();
    await says('Belum pernah ada impor.');
    await expectClean();
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/imports')) sent += 1;
    });
    await choose({ ...file, name: 'besar.xlsx', buffer: Buffer.alloc(5 * 1024 * 1024) });
    await says(/Berkas ini 5,0 MB, paling besar 4 MB/);
    expect(sent).toBe(0);
    const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await choose({ ...file, name: 'lama.xls', buffer: oldExcel });
    await says('lama.xls tidak dapat dibaca');
    await says(/dikunci kata sandi, atau masih berformat Excel lama/);
    await expectClean();
    await choose({ ...file, name: 'kosong.csv', buffer: Buffer.from(' \r\n') });
    await says(/Berkas ini kosong/);
    expect(sent).toBe(2);
  });

  test('its columns are explained: the row of titles is pointed at, and each column is named', async () => {
    await open();
    await choose();
    await step('Tunjukkan isi kolomnya');
    expect(await focused()).toBe('Tunjukkan isi kolomnya');
    await expectClean();
    await page.getByRole('radio', { name: 'Baris 4 berisi judul kolom' }).check();
    await page.getByLabel('Kolom C: Lembaga Tempat Bekerja').selectOption('');
    await button('Simpan dan baca berkas').click();
    await page.getByRole('link', { name: 'Tentukan kolom mana yang berisi nama unit atau jabatan.' }).waitFor();
    await expectClean();
    await page.getByLabel('Kolom B: Penanggung').selectOption({ label: 'Nama pejabat' });
    await page.getByLabel('Kolom C: Lembaga Tempat Bekerja').selectOption({ label: 'Nama unit (instansi, sekolah)' });
    await page.getByLabel('Kolom D: Wil').selectOption({ label: 'Kecamatan' });
    await button('Simpan dan baca berkas').click();
    await step('Yang akan terjadi');
    await says('Dari 1.201 baris: 1.199 baru, 2 salah.');
    await says(/Kolom dibaca seperti yang pernah Anda tunjukkan/);
    await expectClean();
  });

  test('wrong rows are shown by their cells, and the file comes back with remarks', async () => {
    await says('2 baris salah dan akan dilewati');
    await page.getByRole('row', { name: /Sel D6: Kecamatan ini tidak ada di daerah Anda/ }).waitFor();
    await page.getByRole('row', { name: /7: Nama unit dan jabatan tidak terbaca/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('Unduh berkas dengan catatan').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Data Sekolah-catatan.xlsx');
    const annotated = JSON.stringify(await readXlsxFile(await readFile(await download.path())));
    expect(annotated).toContain('CATATAN HADIR');
    expect(annotated).toContain('D6: Kecamatan ini tidak ada di daerah Anda.');
  });

  test('a spelling is corrected and another confirmed; the file is read again', async () => {
    await page.getByLabel('"Kampung Entah" (1 baris)').selectOption({ label: 'Jarai' });
    expect(await page.getByLabel('"Kikim Tmur" (1 baris)').locator('option:checked').textContent()).toBe('Kikim Timur');
    await button('Simpan ejaan dan baca ulang').click();
    await says('Dari 1.201 baris: 1.200 baru, 1 salah.');
    await says('2 ejaan dibaca seperti yang pernah Anda tentukan');
    expect(await registered()).toHaveLength(2);
  });

  test('it is saved part by part: an answer that is lost is asked for again, and the page may be left and come back to', async () => {
    const writes: number[] = [];
    let lost = true;
    await page.route('**/parts/*/write', async (route) => {
      writes.push(partOf(route));
      if (partOf(route) !== 1 || !lost) return route.continue();
      // Written, but the page never hears of it.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await button('Simpan 1.200 baris').click();
    await says('Sambungan terputus');
    expect(await focused()).toBe('Menyimpan ke daftar induk');
    await says('Bagian 1 dari 3');
    await expectClean();
    await page.reload();
    await step('Penyimpanan belum selesai');
    await says('2 dari 3 bagian sudah tersimpan.');
    await expectClean();
    expect([...new Set(writes)]).toEqual([0, 1]);
    lost = false;
    writes.length = 0;
    await button('Lanjutkan menyimpan').click();
    await step('Impor selesai');
    await says('Daftar induk sudah diperbarui');
    expect(writes).toEqual([2]);
    await page.unroute('**/parts/*/write');
    await expectClean();
    const found = await registered();
    expect(found).toHaveLength(1202);
    expect(found.find(({ name }) => name === 'SD Negeri 1 Lahat')?.district).toBe('16.04.17');
  });

  test('the register shows it, and the same file read once more changes nothing', async () => {
    await page.getByRole('link', { name: 'Lihat daftar unit' }).click();
    await page.getByRole('searchbox').first().fill('SD Negeri 77 Lahat');
    await page.getByRole('row', { name: /SD Negeri 77 Lahat/ }).waitFor();
    await open();
    await page.getByRole('row', { name: /Data Sekolah\.xlsx.*Tersimpan/ }).waitFor();
    await choose();
    await step('Tidak ada yang perlu disimpan');
    await says('Dari 1.201 baris: 1.200 tetap, 1 salah.');
    expect(await button(/^Simpan /).count()).toBe(0);
  });

  test('the whole import is undone, except a unit that was changed since', async () => {
    const unit = (await registered()).find(({ name }) => name === 'SD Negeri 9 Lahat');
    const to = { change: 'REPLACE', holder: { name: 'Wulan Sari' } };
    expect((await organizer('POST', `${units}/${unit?.id}/holder`, { version: unit?.version, to })).status).toBe(200);
    await open();
    await page.getByRole('link', { name: 'Batalkan impor Data Sekolah.xlsx' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Batalkan impor Data Sekolah.xlsx?' }).waitFor();
    await expectClean();
    await dialog.getByRole('button', { name: 'Jangan batalkan' }).click();
    await button('Batalkan seluruh impor').click();
    await dialog.getByRole('button', { name: 'Ya, batalkan seluruh impor' }).click();
    await step('Impor sudah dibatalkan');
    await says('1 unit dibiarkan');
    await page.getByRole('link', { name: 'SD Negeri 9 Lahat' }).waitFor();
    await expectClean();
    const left = (await registered()).map(({ name }) => name);
    expect(left.sort()).toEqual(['Dinas Kesehatan', 'Dinas Pendidikan', 'SD Negeri 9 Lahat']);
  });

  test('after a reload the file is asked for again, and what was said about it stays remembered', async () => {
    await open();
    await choose();
    await step('Yang akan terjadi');
    await page.reload();
    await page.getByText('2 ejaan dibaca seperti yang pernah Anda tentukan').click();
    await page.getByLabel('"Kampung Entah" (1 baris)').selectOption({ label: 'Lahat' });
    await button('Simpan ejaan dan baca ulang').click();
    await step('Pilih lagi berkas Data Sekolah.xlsx');
    await says(/Jawaban Anda sudah diingat/);
    await expectClean();
    await choose();
    await step('Yang akan terjadi');
    await page.getByText('2 ejaan dibaca seperti yang pernah Anda tentukan').click();
    const chosen = page.getByLabel('"Kampung Entah" (1 baris)').locator('option:checked');
    expect(await chosen.textContent()).toBe('Lahat');
  });

  test('what is no unit is told, and after the first sheet the others are offered, also after a reload', async () => {
    const titles = ['NO', 'NAMA', 'SEKOLAH', 'KECAMATAN'];
    const sheets = await workbook({
      SMA: [
        titles,
        [1, 'Ani Lestari', 'SMA Negeri 1 Lahat', 'Lahat'],
        [2, 'Budi Santoso', 'SMA Negeri 2 Lahat', 'Lahat'],
        [null, 'Jumlah', '2 sekolah', null],
      ],
      SMP: [titles, [1, 'Cici Amalia', 'SMP Negeri 1 Lahat', 'Lahat']],
      SD: [titles, [1, 'Dodi Irawan', 'SD Negeri 1 Lahat', 'Lahat']],
    });
    const school = { ...file, name: 'Sekolah.xlsx', buffer: sheets };
    await open();
    await choose(school);
    await step('Yang akan terjadi');
    await page.getByText('1 baris tidak dibaca sebagai unit').click();
    await page.getByRole('listitem').filter({ hasText: 'Baris 4: Jumlah' }).waitFor();
    await expectClean();
    await button('Simpan 2 baris').click();
    await step('Impor selesai');
    await says('Berkas ini juga berisi lembar SMP, SD');
    await expectClean();
    await button('Baca lembar "SMP"').click();
    await step('Yang akan terjadi');
    await page.getByRole('row', { name: /SMP Negeri 1 Lahat/ }).waitFor();
    await page.goBack();
    await step('Impor selesai');
    await page.reload();
    await button('Baca lembar "SD"').click();
    await step('Pilih lagi berkas Sekolah.xlsx');
    await choose(school);
    await page.getByRole('row', { name: /SD Negeri 1 Lahat/ }).waitFor();
  });

  test('what was once said of the columns is asked about again where no row can be read so', async () => {
    const swapped = Buffer.from('PIMPINAN RESMI;TEMPATNYA\nAni;Dinas Sosial\nBudi;Dinas Perikanan');
    const memory = { mappings: [{ titles: ['PIMPINAN RESMI', 'TEMPATNYA'], columns: { unit: 'A', name: 'B' } }] };
    expect((await organizer('PUT', '/api/regencies/16.04/import-memory', { ...memory, districts: {} })).status).toBe(
      200,
    );
    await open();
    await choose({ ...file, name: 'terbalik.csv', buffer: swapped });
    await step('Tunjukkan isi kolomnya');
    await says(/hampir semua barisnya tidak terbaca sebagai unit/);
    await expectClean();
    await page.getByLabel('Kolom A: PIMPINAN RESMI').selectOption({ label: 'Nama pejabat' });
    await page.getByLabel('Kolom B: TEMPATNYA').selectOption({ label: 'Nama unit (instansi, sekolah)' });
    await button('Simpan dan baca berkas').click();
    await says('Dari 2 baris: 2 baru.');
  });

  test('no page has complained beside the answers that the tests broke', () => {
    expect(office.errors.filter((error) => !/net::ERR_CONNECTION_RESET|422/.test(error))).toEqual([]);
  });
});
