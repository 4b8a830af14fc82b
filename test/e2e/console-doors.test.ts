/**
 * The organiser's console for doors in the real browser: a door is made and paired, two doors disagree and the organiser settles
 * it in one click, a paper list is entered afterwards, a check-in is taken back, a door is cut off and its file taken in.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../demo/api-client.ts';
import { readQr } from '../support/read-qr.ts';
import { faultsOf } from './axe.ts';
import { desktop, phone } from './browser.ts';
import { becomeDoor, type Console, type Phone, startConsole } from './console.ts';

const units = ['Dinas Kesehatan', 'Dinas Sosial', 'Dinas Perhubungan', 'Dinas Perpustakaan'];

let office: Console;
let page: Page;
let organizer: Call;
let base: string;
let session: string;
const phones: Phone[] = [];

beforeAll(async () => {
  office = await startConsole(units);
  ({ page, organizer, base, session } = office);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await page?.screenshot({ path: '.cache/e2e-failed-console-doors.png', fullPage: true }).catch(() => undefined);
  }
});

afterAll(() => office?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const says = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const open = (path: string) => page.goto(`${office.origin}/staf/kegiatan/${session}${path}`);
const expectClean = async (): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(phone.viewport as { width: number; height: number });
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(desktop.viewport as { width: number; height: number });
};

const invitation = async (
  name: string,
): Promise<{ id: string; link: string; checkIn?: { door: string; nonce: string } }> => {
  const { body } = await organizer('GET', `${base}/invitations?limit=200`);
  return body.items.find((item: { name: string }) => item.name === name);
};

/** What a phone does: it reads the code from the screen, opens its address, and becomes the door. */
const pair = async (name: string): Promise<Phone> => {
  const picture = page.getByRole('img', { name: `Kode QR untuk memasang ${name}` });
  const [code] = await readQr(await picture.screenshot());
  const { body } = await organizer('GET', `${base}/doors`);
  const { pairing } = body.items.find(
    (door: { name: string; state: string }) => door.name === name && door.state === 'WAITING',
  );
  expect(code).toBe(pairing.link);
  const paired = await becomeDoor(office, code ?? '');
  phones.push(paired);
  return paired;
};

let scans = 0;
const scanOf = async (name: string, changes: Record<string, unknown> = {}) => {
  scans += 1;
  const now = new Date().toISOString();
  const token = (await invitation(name)).link;
  return { token, nonce: `scan-nonce-${scans}`, scannedAt: now, sentAt: now, ...changes };
};

describe('the console for doors', { timeout: 90_000 }, () => {
  test('makes a door, shows its code, and says by itself when a phone has become it', async () => {
    await open('/pintu');
    await says('Belum ada pintu');
    await expectClean();
    await button('Tambah pintu').click();
    expect(await dialog().getByLabel('Nama pintu').inputValue()).toBe('Pintu A');
    await button('Buat kode pemasangan').click();
    await page.getByRole('img', { name: 'Kode QR untuk memasang Pintu A' }).waitFor();
    await says('Menunggu ponsel memindai kode ini…');
    await expectClean();
    await pair('Pintu A');
    await says('Pintu A sudah terpasang');
    await button('Selesai').click();
    await page.getByRole('row', { name: /Pintu A.*Terpasang/ }).waitFor();
    // The next one is proposed, and this page shows what the device tells of itself.
    await button('Tambah pintu').click();
    expect(await dialog().getByLabel('Nama pintu').inputValue()).toBe('Pintu B');
    await button('Buat kode pemasangan').click();
    const { call } = await pair('Pintu B');
    await says('Pintu B sudah terpasang');
    await button('Selesai').click();
    const contact = {
      sentAt: new Date().toISOString(),
      unsent: 12,
      battery: 0.4,
      clockOffsetMs: -300_000,
      appVersion: '0.1.0',
    };
    await call('POST', `${base}/door/contact`, contact);
    await says('cepat 5 menit');
    await says('baterai 40%');
    await expectClean();
  });

  test('two doors admit the same code: the organiser sees both stories and settles it in one click', async () => {
    const [a, b] = phones as [Phone, Phone];
    await b.call('POST', `${base}/check-ins`, await scanOf('Dinas Kesehatan', { shown: 'ADMITTED' }));
    const earlier = new Date(Date.now() - 120_000).toISOString();
    const second = await scanOf('Dinas Kesehatan', { shown: 'ADMITTED', scannedAt: earlier });
    expect((await a.call('POST', `${base}/check-ins`, second)).status).toBe(409);
    await open('');
    await says('1 dari 4 unit terwakili');
    await says('1 perbedaan antarpintu belum diputuskan');
    await page.getByRole('link', { name: 'Putuskan sekarang' }).click();
    await says('Kode yang sama diterima di dua pintu');
    await says('Pindaian ini lebih dahulu menurut jam yang sudah dikoreksi.');
    await expectClean();
    await button(/^Terima usulan: Pakai Pintu A/).click();
    await says('Tidak ada perbedaan yang perlu diputuskan');
    await page.getByRole('row', { name: /Kepala Dinas Kesehatan.*Pakai Pintu A/ }).waitFor();
    expect((await invitation('Dinas Kesehatan')).checkIn?.door).toBe('Pintu A');
    await expectClean();
    await open('');
    await says('1 dari 4 unit terwakili');
    await page.getByText('belum diputuskan').waitFor({ state: 'detached' });
  });

  test('a paper list is entered afterwards; an answer that is lost is asked for again and nothing is recorded twice', async () => {
    await open('/susulan');
    await button('Periksa').click();
    await says('Isi dasar pencatatan.');
    await expectClean();
    await page.getByLabel('Dasar pencatatan').fill('daftar kertas meja 2, lembar 3');
    const search = page.getByLabel('Cari nama, jabatan, atau sekolah');
    for (const words of ['sosial', 'perhubungan']) {
      await search.fill(words);
      await search.press('Enter');
    }
    await says('2 orang di lembar ini');
    await page.getByRole('radio', { name: 'Diwakili' }).last().check();
    await page.getByLabel('Nama wakil').fill('Rudi Hartono');
    // A reload loses nothing that was typed.
    await page.reload();
    expect(await page.getByLabel('Nama wakil').inputValue()).toBe('Rudi Hartono');
    await expectClean();
    await button('Periksa').click();
    await expectClean();
    // The engine takes the batch, and its answer never arrives.
    let lost = 0;
    await page.route('**/check-in-batches', async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await button('Catat 2 kehadiran').click();
    await says('Terhenti: 2 baris belum terjawab');
    await button('Kirim lagi 2 baris').click();
    await says('2 kehadiran tercatat');
    await page.unroute('**/check-in-batches');
    await expectClean();
    expect((await invitation('Dinas Perhubungan')).checkIn).toMatchObject({
      mode: 'BACK_ENTERED',
      who: 'delegate',
      delegate: { name: 'Rudi Hartono' },
      reason: 'daftar kertas meja 2, lembar 3',
    });
  });

  test('online attendance stands apart and is never presence', async () => {
    await button('Mulai lembar baru').click();
    await page.getByRole('radio', { name: /Lewat rapat daring/ }).check();
    await page.getByLabel('Dasar pencatatan').fill('daftar peserta rapat daring');
    await page.getByLabel('Cari nama, jabatan, atau sekolah').fill('perpustakaan');
    await page.getByLabel('Cari nama, jabatan, atau sekolah').press('Enter');
    await button('Periksa').click();
    await button('Catat 1 kehadiran').click();
    await says('1 kehadiran tercatat');
    await open('');
    await says('3 dari 4 unit terwakili');
    await says('Daring (tidak dihitung hadir)');
    await expectClean();
  });

  test('a check-in is taken back with a reason, and who came is corrected; the figures follow', async () => {
    const { id } = await invitation('Dinas Sosial');
    await open(`/undangan?buka=${id}`);
    await says('Dicatat susulan dari kertas');
    await expectClean();
    await dialog().getByRole('button', { name: 'Koreksi siapa yang datang' }).click();
    await dialog().getByRole('radio', { name: 'Diwakili' }).check();
    await dialog().getByRole('button', { name: 'Simpan koreksi' }).click();
    await says('Koreksi disimpan');
    await dialog().getByRole('button', { name: 'Batalkan kehadiran' }).click();
    await dialog().getByRole('button', { name: 'Batalkan kehadiran ini' }).click();
    await says('Isi alasannya.');
    await dialog().getByLabel('Alasan pembatalan').fill('Salah baca lembar');
    await dialog().getByRole('button', { name: 'Batalkan kehadiran ini' }).click();
    await says('Kehadiran dibatalkan');
    await dialog().getByText('Riwayat pembatalan (1)').click();
    await says('Alasan: Salah baca lembar');
    await dialog()
      .getByLabel(/Kursi atau baris/)
      .fill('B-7');
    await dialog().getByRole('button', { name: 'Simpan kursi' }).click();
    await says('Kursi disimpan');
    await expectClean();
    expect((await invitation('Dinas Sosial')).checkIn).toBeUndefined();
    await open('');
    await says('2 dari 4 unit terwakili');
  });

  test('the photo of a delegate’s letter is shown to whoever asks for it, and its absence is said', async () => {
    const { id, checkIn } = await invitation('Dinas Perhubungan');
    const show = async () => {
      await open(`/undangan?buka=${id}`);
      await dialog().getByRole('button', { name: 'Lihat foto surat tugas' }).click();
    };
    await show();
    await says('Tidak ada foto surat tugas.');
    const photo = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 60, height: 40 } });
    const [{ authorization }] = phones as [Phone];
    const kept = await fetch(`${office.origin}${base}/letters/${checkIn?.nonce}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'image/jpeg' },
      body: new Uint8Array(photo),
    });
    expect(kept.status).toBe(200);
    await show();
    const picture = page.getByRole('img', { name: 'Foto surat tugas' });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 20_000 })
      .toBe(60);
    await expectClean();
  });

  test('a door is cut off after a dialog that says what it does, and its signed file is taken in', async () => {
    const { door, sign } = phones[1] as Phone;
    const kept = await scanOf('Dinas Sosial', { kind: 'scan', shown: 'ADMITTED' });
    await open('/pintu');
    await button('Putuskan Pintu B').click();
    await says(/masih memegang 12 pindaian/);
    await expectClean();
    await button('Ya, putuskan').click();
    await says('Pintu B sudah diputus');
    await page.getByRole('row', { name: /Pintu B.*Diputus/ }).waitFor();
    const file = {
      format: 'hadir-door-scans-1',
      session,
      door,
      exportedAt: new Date().toISOString(),
      clockOffsetMs: 0,
      entries: [kept],
    };
    const signed = await sign(file);
    const upload = async (content: string) => {
      const buffer = Buffer.from(content);
      await page
        .getByLabel('Berkas dari pintu')
        .setInputFiles({ name: 'pindaian-pintu-b.txt', mimeType: 'text/plain', buffer });
      await button('Unggah berkas').click();
    };
    await upload(`${signed.slice(0, -4)}AAAA`);
    await says('Berkas ini bukan berkas pindaian yang utuh dari pintu kegiatan ini.');
    await upload(signed);
    await says('Berkas Pintu B sudah dibaca: 1 catatan');
    await expectClean();
    expect((await invitation('Dinas Sosial')).checkIn?.door).toBe('Pintu B');
    await open('');
    await says('3 dari 4 unit terwakili');
  });

  test('no page has complained', async () => {
    await office.context.close();
    // Those that were provoked: a lost answer, a letter that is not there (404), a file that is not intact (422).
    expect(office.errors.filter((error) => !/ERR_FAILED|status of 4(04|22)/.test(error))).toEqual([]);
  });
});
