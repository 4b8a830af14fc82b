/**
 * The register of offices in the real browser: a camat is replaced and the history says who held the office on a day; an office
 * falls vacant; the register says which districts have no camat, and one is added from there.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../demo/api-client.ts';
import { faultsOf } from './axe.ts';
import { desktop, phone } from './browser.ts';
import { type Console, startConsole } from './console.ts';

const units = '/api/regencies/16.04/units';
const nip = '198001012005011001';

let office: Console;
let page: Page;
let organizer: Call;
const ids: Record<string, string> = {};

const add = async (name: string, unit: Record<string, unknown>): Promise<void> => {
  ids[name] = (await organizer('POST', units, { name, ...unit })).body.id;
};

beforeAll(async () => {
  office = await startConsole(['Dinas Pendidikan', 'Dinas Kesehatan']);
  ({ page, organizer } = office);
  const camat = (district: string, place: string) => ({ class: 'KECAMATAN', office: `Camat ${place}`, district });
  const sahabadi = { name: 'Sahabadi', titlesBefore: 'Drs. H.', nip, from: '2021-02-01', phone: '+6281234567890' };
  await add('Kecamatan Lahat', { ...camat('16.04.10', 'Lahat'), holder: sahabadi });
  const wati = { name: 'Wati Lestari', acting: 'PLT', until: '2024-01-31', letter: '800/7/BKPSDM/2023' };
  await add('Kecamatan Jarai', { ...camat('16.04.06', 'Jarai'), holder: wati });
  for (const number of [1, 2]) {
    const holder = { name: 'Siti Aminah', nip: '197405052004122001', acting: number === 1 ? 'DEFINITIVE' : 'PLT' };
    const school = { class: 'SD', office: `Kepala SD Negeri ${number} Lahat`, district: '16.04.10', holder };
    await add(`SD Negeri ${number} Lahat`, school);
  }
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await page?.screenshot({ path: '.cache/e2e-failed-register.png', fullPage: true }).catch(() => undefined);
  }
});

afterAll(() => office?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const says = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const open = (path: string) => page.goto(`${office.origin}/staf/unit${path}`);
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const expectClean = async (): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(phone.viewport as { width: number; height: number });
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(desktop.viewport as { width: number; height: number });
};
const heldOn = async (day: string): Promise<void> => {
  await page.getByLabel('Tanggal', { exact: true }).fill(day);
  await button('Lihat pejabatnya').click();
};

describe('the register of offices', { timeout: 90_000 }, () => {
  test('is searched and filtered, and tells whose appointment has passed', async () => {
    await open('');
    await says('6 unit');
    await page.getByLabel('Keadaan').selectOption({ label: 'Masa penunjukan lewat (1)' });
    await says('1 unit');
    await says('Masa berlaku lewat');
    await expectClean();
    await page.getByLabel('Keadaan').selectOption({ label: 'Semua yang aktif (6)' });
    await page.getByLabel('Kecamatan', { exact: true }).selectOption({ label: 'Lahat' });
    await says('3 unit');
    await page.getByLabel('Cari unit atau nama').fill('camat');
    await link('Kecamatan Lahat').click();
    await heading('Kecamatan Lahat');
  });

  test('a camat is replaced: the one before is in the history, which says who held the office on a day', async () => {
    await says('Drs. H. Sahabadi');
    await says('1980••••••••••••••');
    await says('nomor telepon tercatat');
    await says('Belum ada pergantian pejabat yang tercatat');
    await expectClean();
    await link('Ganti pejabat').click();
    await heading('Ganti pejabat');
    await button('Simpan pejabat').click();
    await says('Isi nama pejabat.');
    await page.getByLabel('Menjabat mulai').fill('2020-01-01');
    await page.getByLabel('Nama', { exact: true }).fill('Dr. BUDI SANTOSO, M.Si.');
    await button('Simpan pejabat').click();
    await says(/tercatat menjabat sejak 1 Feb 2021/);
    await page.getByLabel('Menjabat mulai').fill('2024-05-01');
    await page.getByLabel('Status jabatan').selectOption('PLT');
    await page.getByLabel(/Berlaku sampai/).fill('2199-12-31');
    await page.getByLabel(/SK atau surat perintah/).fill('800/12/BKPSDM/2024');
    await page.getByLabel(/Nomor HP\/WA/).fill('12');
    await expectClean();
    await button('Simpan pejabat').click();
    await says('Bukan nomor telepon Indonesia.');
    await page.getByLabel(/Nomor HP\/WA/).fill('0812-1111-2222');
    await button('Simpan pejabat').click();
    await heading('Kecamatan Lahat');
    await says('Plt. Camat Lahat');
    await says('Dr. Budi Santoso, M.Si.');
    await page.getByRole('row', { name: /Drs\. H\. Sahabadi.*1 Feb 2021 – 30 Apr 2024/ }).waitFor();
    await heldOn('2024-04-30');
    await says('Pada 30 Apr 2024 jabatan ini dipegang oleh Drs. H. Sahabadi.');
    await heldOn('2024-05-01');
    await says('Pada 1 Mei 2024 jabatan ini dipegang oleh Dr. Budi Santoso, M.Si. sebagai Plt (pelaksana tugas).');
    await heldOn('2019-01-01');
    await says('Daftar induk tidak tahu siapa yang menjabat pada 1 Jan 2019.');
    await expectClean();
    const { body } = await organizer('GET', `${units}/${ids['Kecamatan Lahat']}/history`);
    expect(JSON.stringify(body)).not.toMatch(/81211112222|81234567890|198001012005011001/);
  });

  test('what is known of a holder is put right, and what is never shown is taken away', async () => {
    await link('Perbaiki data pejabat').click();
    expect(await page.getByLabel('Nama', { exact: true }).inputValue()).toBe('Budi Santoso');
    await page.getByLabel(/Pangkat/).fill('Pembina (IV/a)');
    await page.getByLabel('Hapus yang tercatat').check();
    await expectClean();
    await button('Simpan perbaikan').click();
    await heading('Kecamatan Lahat');
    await says('Pembina (IV/a)');
    await says('belum ada');
    expect(await page.getByRole('row', { name: /Sahabadi/ }).count()).toBe(1);
  });

  test('two organisers change the same office: the second is told, and reads anew', async () => {
    await link('Perbaiki data pejabat').click();
    await page.getByLabel(/Pangkat/).fill('Pembina Tk. I (IV/b)');
    const { body } = await organizer('GET', `${units}/${ids['Kecamatan Lahat']}`);
    const to = { change: 'CORRECT', holder: { rank: 'Pembina (IV/a)' } };
    await organizer('POST', `${units}/${ids['Kecamatan Lahat']}/holder`, { version: body.version, to });
    await button('Simpan perbaikan').click();
    await says('Data unit ini sudah diubah orang lain.');
    await button('Muat ulang data unit').click();
    await page.getByText('sudah diubah orang lain').waitFor({ state: 'detached' });
    await page.getByLabel(/Pangkat/).fill('Pembina Tk. I (IV/b)');
    await button('Simpan perbaikan').click();
    await says('Pembina Tk. I (IV/b)');
  });

  test('an office falls vacant: a state that the page explains', async () => {
    await button('Kosongkan jabatan').click();
    await says(/Dr\. Budi Santoso, M\.Si\. pindah ke riwayat jabatan/);
    await expectClean();
    await button('Ya, kosongkan').click();
    await says('Jabatan ini lowong');
    await page.getByRole('row', { name: /Budi Santoso/ }).waitFor();
    await link('Isi pejabat').waitFor();
    await expectClean();
  });

  test('the offices of one person are shown beside each other', async () => {
    await open(`/${ids['SD Negeri 1 Lahat']}`);
    await button('Periksa jabatan lain orang ini').click();
    await says('Jabatan lain yang dipegang orang ini');
    await expectClean();
    await link('Kepala SD Negeri 2 Lahat').click();
    await heading('SD Negeri 2 Lahat');
    await link('Ubah data unit').click();
    await says('Usulan: Dinas Pendidikan');
    await page.getByLabel(/Unit induk/).selectOption({ label: 'Dinas Pendidikan' });
    await page.getByLabel(/Kode unit/).fill('10600002');
    await expectClean();
    await button('Simpan unit').click();
    await link('Dinas Pendidikan').waitFor();
    await says('Siti Aminah');
  });

  test('a code that another unit has is refused, and that unit can be opened; nothing typed is lost', async () => {
    await open('/baru');
    await page.getByLabel('Nama unit').fill('SD Negeri 9 Lahat');
    await page.getByLabel('Kelas').selectOption('SD');
    await page.getByRole('textbox', { name: /^Jabatan/ }).fill('Kepala SD Negeri 9 Lahat');
    await page.getByLabel(/Kode unit/).fill('10600002');
    await page.getByLabel('Jabatan ini lowong').check();
    await button('Simpan unit').click();
    await says('Unit lain di daftar sudah memakai kode atau nama ini.');
    await expectClean();
    const other = await link('Buka unit itu di tab baru').getAttribute('href');
    expect(other).toBe(`/staf/unit/${ids['SD Negeri 2 Lahat']}`);
    expect(await page.getByLabel('Nama unit').inputValue()).toBe('SD Negeri 9 Lahat');
  });

  test('settings that were changed on another page meanwhile are not overwritten', async () => {
    const path = '/api/regencies/16.04';
    await page.goto(`${office.origin}/staf/pengaturan`);
    await page.getByLabel('Nama daerah').fill('Kabupaten Lahat Baru');
    const { body } = await organizer('GET', path);
    const { code: _, ...settings } = body;
    const messages = { invite: 'Undangan {acara}: {tautan}' };
    await organizer('PUT', path, { ...settings, messages });
    await button('Simpan pengaturan').click();
    await says('Pengaturan daerah ini sudah diubah orang lain atau di halaman lain.');
    await expectClean();
    await button('Muat ulang pengaturan').click();
    await page.getByText('sudah diubah orang lain').waitFor({ state: 'detached' });
    await page.getByLabel('Nama daerah').fill('Kabupaten Lahat Baru');
    for (const address of ['Jalan Satu', 'Jalan Dua']) {
      await page.getByLabel(/Alamat pada kop surat/).fill(address);
      await button('Simpan pengaturan').click();
      await says('Pengaturan tersimpan.');
    }
    expect((await organizer('GET', path)).body).toMatchObject({ name: 'Kabupaten Lahat Baru', messages });
  });

  test('districts without a camat are named, and one is added from there', async () => {
    await open('');
    await link('Periksa kelengkapan').click();
    await says('22 dari 24 kecamatan belum tercatat camatnya');
    await says('ODbL');
    await expectClean();
    const row = page.getByRole('row', { name: /Kota Agung/ });
    await row.getByText('Belum tercatat').waitFor();
    await link('Tambah Kota Agung').click();
    await heading('Tambah unit');
    expect(await page.getByLabel('Nama unit').inputValue()).toBe('Kecamatan Kota Agung');
    expect(await page.getByLabel('Jabatan', { exact: true }).inputValue()).toBe('Camat Kota Agung');
    await page.getByRole('radio', { name: 'Jabatan ini lowong' }).check();
    await expectClean();
    await button('Simpan unit').click();
    await heading('Kecamatan Kota Agung');
    await open('/kelengkapan');
    await says('21 dari 24 kecamatan belum tercatat camatnya');
    await page.getByRole('radio', { name: /Lowong \(2\)/ }).check();
    await page.getByRole('row', { name: /Kota Agung.*Lowong/ }).waitFor();
    await page.getByRole('heading', { name: 'Satu orang, beberapa jabatan (1)' }).waitFor();
    await page.getByRole('heading', { name: 'Masa penunjukan yang sudah lewat (1)' }).waitFor();
    await expectClean();
  });

  test('a unit that is closed leaves the list and can come back', async () => {
    await open(`/${ids['Kecamatan Jarai']}`);
    await button('Nonaktifkan unit').click();
    await button('Ya, nonaktifkan').click();
    await says(/Unit ini tidak aktif sejak/);
    await expectClean();
    await open('');
    await page.getByLabel('Keadaan').selectOption({ label: 'Tidak aktif (1)' });
    await link('Kecamatan Jarai').click();
    await button('Aktifkan lagi').click();
    await page.getByText(/Unit ini tidak aktif sejak/).waitFor({ state: 'detached' });
  });

  test('districts and villages bear the regency’s own words', async () => {
    await page.goto(`${office.origin}/staf/pengaturan`);
    await page.getByLabel('Sebutan desa di daerah ini').fill('Pekon');
    await page.getByText('Sebutan kelas unit yang lain').click();
    await page.getByLabel(/^Perangkat daerah/).fill('OPD');
    await expectClean();
    await button('Simpan pengaturan').click();
    await says('Pengaturan tersimpan.');
    await open('/kelengkapan');
    await says('Pekon/kelurahan tercatat');
    await open('/baru');
    await page.getByLabel('Kelas').waitFor();
    expect(await page.getByLabel('Kelas').locator('option').allTextContents()).toEqual(
      expect.arrayContaining(['OPD', 'Pekon', 'Kecamatan']),
    );
    await expectClean();
  });

  test('no page has complained', async () => {
    await office.context.close();
    // The change that came too late (409) was provoked.
    expect(office.errors.filter((error) => !/status of 409/.test(error))).toEqual([]);
  });
});
