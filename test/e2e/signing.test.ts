/**
 * Signing in the real browser: the order is arranged, a tablet calls five people one by one, a paper sheet is copied, and a head
 * signs late on their own phone.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Call, listAll } from '../demo/api-client.ts';
import { readQr } from '../support/read-qr.ts';
import { desktop, phone } from './browser.ts';
import { type Console, startConsoleOver } from './console.ts';
import { button, expectClean, heading } from './pages.ts';
import { draw, guest, present, seedSigning } from './signing-hall.ts';

let office: Console;
let page: Page;
let organizer: Call;
let base: string;

interface Invited {
  id: string;
  name: string;
  office: string;
  link: string;
  pledge: { status: string; signedAt?: string; delegateSignedAt?: string; symbolicAt?: string; witnessedAt?: string };
}
const invited = async (name: string): Promise<Invited> => {
  const all = await listAll<Invited>(organizer, `${base}/invitations`);
  const found = all.find((each) => each.name === name || each.office === name);
  if (!found) throw new Error(`nobody was invited as ${name}`);
  return found;
};

let comings = 0;
const comes = async (name: string, delegate?: Record<string, string>): Promise<void> => {
  comings += 1;
  const now = new Date().toISOString();
  const entry = {
    kind: 'scan',
    invitation: (await invited(name)).id,
    nonce: `signing-come-${comings}`,
    scannedAt: now,
    clockOffsetMs: 0,
    mode: 'BACK_ENTERED',
    reason: 'daftar kertas',
    who: delegate ? 'delegate' : 'holder',
    ...(delegate && { delegate }),
  };
  const { body } = await organizer('POST', `${base}/check-in-batches`, { sentAt: now, entries: [entry] });
  expect(body.answers[0].result).toBe('accepted');
};

beforeAll(async () => {
  office = await startConsoleOver(seedSigning);
  ({ page, organizer, base } = office);
  for (const name of present.slice(0, 3)) await comes(name);
  await comes('Dinas Perhubungan', { name: 'Suyatno', office: 'Sekretaris Dinas Perhubungan' });
  await comes(guest);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    const pages =
      office?.context
        .browser()
        ?.contexts()
        .flatMap((context) => context.pages()) ?? [];
    for (const [index, each] of pages.entries()) {
      await each.screenshot({ path: `.cache/e2e-failed-signing-${index}.png`, fullPage: true }).catch(() => undefined);
    }
  }
});

afterAll(() => office?.close());

const says = (words: string | RegExp, on = page) => on.getByText(words).filter({ visible: true }).first().waitFor();
const open = (path: string, on = page) => on.goto(`${office.origin}/staf/kegiatan/${office.session}${path}`);
const dialog = () => page.getByRole('dialog');
const consent = (on = page) => on.getByRole('checkbox', { name: /Saya telah membaca/ });

const upright = { width: 768, height: 1024 };
const expectCleanEverywhere = async (): Promise<void> => {
  for (const size of [phone.viewport, upright, desktop.viewport]) {
    await page.setViewportSize(size as { width: number; height: number });
    await expectClean(page);
  }
};

const sign = async (name: string, on = page): Promise<void> => {
  await heading(on, `Giliran: ${name}`);
  await consent(on).check();
  await button(on, 'Tandatangani').click();
};
const next = () => button(page, /^Berikutnya/).click();

const phoneErrors: string[] = [];
const onPhone = async (link: string): Promise<Page> => {
  const browser = office.context.browser();
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'America/New_York', ...phone });
  context.on('weberror', (error) => phoneErrors.push(String(error.error())));
  const opened = await context.newPage();
  await opened.goto(`${link}#ikrar`);
  return opened;
};

describe('signing, at the table, on paper and by link', { timeout: 120_000 }, () => {
  test('before the reading nobody signs: not at the table, not on their own phone', async () => {
    await open('/meja');
    await says('Ikrar belum dibacakan');
    expect(await page.getByRole('link', { name: 'Ke pembacaan' }).getAttribute('href')).toMatch(/\/ikrar$/);
    await expectCleanEverywhere();
    const own = await onPhone((await invited('Dinas Kesehatan')).link);
    await says('Penandatanganan dibuka setelah pembacaan ikrar dimulai.', own);
    expect(await button(own, 'Setuju dan tandatangani').count()).toBe(0);
    await expectClean(own);
    await own.context().close();
  });

  test('the order is arranged by buttons; what somebody else saved meanwhile is shown beside it', async () => {
    await open('/urutan');
    await says('Belum ada yang ditempatkan: semua dipanggil menurut urutan protokol.');
    await says('Wakil dari Kepala Dinas Perhubungan');
    await says('Belum hadir');
    const search = page.getByLabel('Tambahkan tamu atau unit ke atas');
    for (const words of ['dinas sosial', 'pj bupati']) {
      await search.fill(words);
      await search.press('Enter');
    }
    await button(page, `${guest} naik satu tempat`).click();
    await page.getByText(`${guest} kini nomor 1.`).waitFor({ state: 'attached' });
    await expectCleanEverywhere();
    const perhubungan = await invited('Dinas Perhubungan');
    const { body: theirs } = await organizer('PUT', `${base}/signing-order`, { version: 0, order: [perhubungan.id] });
    await button(page, 'Simpan urutan').click();
    await says('Urutan sudah diubah orang lain');
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Suyatno$/ })
      .waitFor();
    await expectCleanEverywhere();
    await button(page, 'Simpan susunan saya').click();
    await says('Urutan tersimpan');
    const { body } = await organizer('GET', `${base}/signing-order`);
    expect(body.order).toEqual([(await invited(guest)).id, (await invited('Dinas Sosial')).id]);
    expect(body.version).toBe(theirs.version + 1);
  });

  test('the tablet calls five people in order: one drawn, one skipped until the end, one a delegate', async () => {
    await organizer('PUT', `${base}/readings/pertama`, {
      reader: { name: 'Hadi Yahya', office: 'Kepala BKPSDM' },
      witnesses: [
        { name: 'Ratna Dewi, S.H.', office: 'Kepala Inspektorat' },
        { name: 'Dewi Lestari', office: 'Ketua KPU' },
      ],
    });
    await organizer('POST', `${base}/readings/pertama/moves/start`);
    await open('/meja');
    await heading(page, `Giliran: ${guest}`);
    await says('0 dari 8 sudah ikrar');
    // Whoever looks for another name types it right away.
    await button(page, 'Cari nama lain').click();
    await page.locator('#cari-penanda-tangan:focus').waitFor();
    await page.keyboard.press('Escape');
    // All of the text is there, and without consent there is no signature.
    await says(/Menolak politik uang/);
    await button(page, 'Tandatangani').click();
    await says('Centang dulu bahwa naskah sudah dibaca.');
    await expectCleanEverywhere();
    await sign(guest);
    await heading(page, 'Tanda tangan tercatat');
    await expectCleanEverywhere();
    const [receipt] = await readQr(await page.getByRole('img', { name: 'Kode QR bukti tanda tangan' }).screenshot());
    expect(receipt).toMatch(/\/v\/[A-Z2-7]{39}$/i);
    await next();

    await heading(page, /Rudi Hartono, M\.Si\./);
    await button(page, 'Lewati dulu').click();

    await heading(page, /Budi Santoso, M\.Si\./);
    await draw(page);
    await page.getByRole('img', { name: 'Bidang tanda tangan, sudah digores' }).waitFor();
    await sign('Budi Santoso, M.Si.');
    await heading(page, 'Tanda tangan tercatat');
    await next();

    // Nothing of the last one's consent or drawing is left.
    await heading(page, /Siti Aminah, M\.Si\./);
    expect(await consent().isChecked()).toBe(false);
    await page.getByRole('img', { name: 'Bidang tanda tangan, masih kosong' }).waitFor();
    await sign('Siti Aminah, M.Si.');
    await heading(page, 'Tanda tangan tercatat');
    // By itself, after some seconds.
    await heading(page, /Suyatno/);
    await says('Menandatangani untuk Kepala Dinas Perhubungan');
    await says(/hanya mengikat Anda sendiri\. Kepala Dinas Perhubungan tetap “Belum ikrar”/);
    await expectCleanEverywhere();
    await sign('Suyatno');
    await says(/Kepala Dinas Perhubungan tetap “Belum ikrar” dan dapat menandatangani kemudian/);
    await next();

    await sign('Rudi Hartono, M.Si.');
    await heading(page, 'Tanda tangan tercatat');
    await next();
    await heading(page, 'Tidak ada yang menunggu');
    await expectCleanEverywhere();
    const { body } = await organizer('GET', `${base}/signatures?limit=200`);
    const signers = body.items.map(({ name, kind, method }: Record<string, string>) => `${name} ${kind} ${method}`);
    expect(signers).toEqual([
      expect.stringMatching(/holder TABLET$/),
      'Sekretariat Daerah holder TABLET',
      'Dinas Kesehatan holder TABLET',
      'Dinas Perhubungan delegate TABLET',
      'Dinas Sosial holder TABLET',
    ]);
    expect((await invited('Dinas Perhubungan')).pledge.status).toBe('NOT_YET');
  });

  test('two tablets, one person: the second shows the first receipt; without a network nothing drawn is lost', async () => {
    await comes('Dinas Pertanian');
    const second = await office.context.newPage();
    await open('/meja', page);
    await open('/meja', second);
    await heading(second, /Agus Salim/);
    await heading(page, /Agus Salim/);
    await consent().check();
    await draw(page);
    await office.context.setOffline(true);
    await button(page, 'Tandatangani').click();
    await says('Belum terkirim: jaringan terputus');
    await page.getByRole('img', { name: 'Bidang tanda tangan, sudah digores' }).waitFor();
    expect(await consent().isChecked()).toBe(true);
    await office.context.setOffline(false);
    await button(page, 'Kirim lagi').click();
    await heading(page, 'Tanda tangan tercatat');
    await sign('Agus Salim, M.Si.', second);
    await heading(second, 'Sudah ditandatangani sebelumnya');
    const receipt = (on: Page) =>
      on.getByRole('img', { name: 'Kode QR bukti tanda tangan' }).locator('path').getAttribute('d');
    expect(await receipt(second)).toBe(await receipt(page));
    await second.close();
  });

  test('symbolic signatures and witnesses are taken apart, and are not counted', async () => {
    const before = (await organizer('GET', `${base}/signing-queue`)).body.signed;
    await open('/meja');
    await button(page, 'Petugas').click();
    await page.getByRole('radio', { name: /^Simbolis/ }).check();
    await expectClean(page);
    await button(page, 'Pakai').click();
    await heading(page, 'Siapa yang menandatangani secara simbolis?');
    await expectCleanEverywhere();
    const search = page.getByLabel('Cari nama, jabatan, atau unit');
    await search.fill('ratna');
    await search.press('Enter');
    await says('Simbolis: tercatat, tidak dihitung');
    await says('Belum tercatat hadir. Pastikan orangnya ada di meja ini.');
    await expectCleanEverywhere();
    await sign('Ratna Dewi, M.Si.');
    await heading(page, 'Tanda tangan tercatat');
    await next();
    await button(page, 'Petugas').click();
    await page.getByRole('radio', { name: /^Saksi/ }).check();
    await button(page, 'Pakai').click();
    await says(/tidak ditemukan di undangan: Dewi Lestari/);
    await button(page, 'Pilih Ratna Dewi').click();
    await sign('Ratna Dewi, M.Si.');
    await heading(page, 'Tanda tangan tercatat');
    const { pledge } = await invited('Inspektorat');
    expect(pledge).toMatchObject({
      status: 'NOT_YET',
      symbolicAt: expect.any(String),
      witnessedAt: expect.any(String),
    });
    expect((await organizer('GET', `${base}/signing-queue`)).body.signed).toBe(before);
  });

  test('a paper sheet with three people: what is refused says why on its line, and is sent again', async () => {
    await open('/ikrar');
    await button(page, 'Salin lembar kertas').click();
    await button(page, 'Catat tanda tangan').click();
    await says('Isi nomor lembar.');
    await expectClean(page);
    await page.getByLabel('Nomor lembar').fill('3');
    const time = page.getByLabel(/Jam tanda tangan/);
    const now = await time.inputValue();
    await time.fill(`${now.slice(0, 8)}01T00:01`.replace(now.slice(0, 7), '2024-01'));
    const search = page.getByLabel('Siapa yang ada di lembar ini');
    for (const words of ['perpustakaan', 'perikanan', 'inspektorat']) {
      await search.fill(words);
      await search.press('Enter');
    }
    await says('3 orang di lembar ini');
    await page.getByRole('radio', { name: 'Wakilnya' }).first().check();
    await page.getByLabel('Nama wakil').fill('Sri Wahyuni');
    await expectCleanEverywhere();
    // A reload loses nothing that was typed.
    await page.reload();
    await button(page, 'Salin lembar kertas').click();
    await button(page, 'Catat 3 tanda tangan').click();
    await says('3 baris belum tercatat');
    await says(/sebelum kegiatan dibuka/);
    await expectCleanEverywhere();
    await button(page, 'Perbaiki lembar').click();
    await page.getByLabel(/Jam tanda tangan/).fill(now);
    await button(page, 'Catat 3 tanda tangan').click();
    await says('3 tanda tangan dari lembar 3 tercatat');
    await expectClean(page);
    expect((await invited('Dinas Perikanan')).pledge.status).toBe('SIGNED');
    expect((await invited('Dinas Perpustakaan')).pledge).toMatchObject({
      status: 'NOT_YET',
      delegateSignedAt: expect.any(String),
    });
    const row = page.getByRole('row', { name: /Sri Wahyuni/ });
    await row.getByText('Di lembar kertas, lembar 3').waitFor();
    await row.getByText(/^\d{1,2} \w+ 20\d\d$/).waitFor();
    // Strokes are fetched when they are asked for.
    await button(page, /Lihat goresan Budi Santoso/).click();
    await dialog().getByRole('img', { name: 'Goresan tanda tangan Budi Santoso, M.Si.' }).waitFor();
    await expectClean(page);
  });

  test('after closing the head signs late on their own phone, drawn, and gets the receipt', async () => {
    const { link } = await invited('Dinas Perhubungan');
    await organizer('POST', `${base}/moves/close`);
    const own = await onPhone(link);
    await own
      .getByRole('radio', { name: 'Kepala Dinas Perhubungan' })
      .check()
      .catch(() => undefined);
    await own.getByRole('checkbox', { name: /Saya telah membaca/ }).check();
    await button(own, 'Tambahkan goresan tanda tangan').click();
    await draw(own);
    await expectClean(own);
    await button(own, 'Setuju dan tandatangani').click();
    await says('Ikrar Anda tercatat', own);
    expect(await own.getByRole('link', { name: 'Buka bukti tanda tangan' }).getAttribute('href')).toMatch(
      /\/v\/\w{39}$/,
    );
    await expectClean(own);
    const { pledge } = await invited('Dinas Perhubungan');
    expect(pledge).toMatchObject({ status: 'SIGNED', delegateSignedAt: expect.any(String) });
    const { body } = await organizer('GET', `${base}/signatures?limit=200`);
    expect(body.items.at(-1)).toMatchObject({ name: 'Dinas Perhubungan', kind: 'holder', method: 'LINK', drawn: true });
    await own.context().close();
  });

  test('no page has complained, but of the network that was taken away', () => {
    const other = office.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(error));
    expect([...other, ...phoneErrors]).toEqual([]);
  });
});
