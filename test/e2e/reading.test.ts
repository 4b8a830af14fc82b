/**
 * The reading in the real browser: planned in the console, read from a screen of its own by its link, through an outage; then how many
 * were present, a late group's second reading, one that was voided, and one from paper.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watched } from './browser.ts';
import { type Console, region, startConsoleOver } from './console.ts';
import { type Front, startFront } from './front.ts';
import { button, expectClean, heading } from './pages.ts';

const units = ['Dinas Kesehatan', 'Dinas Pendidikan', 'Dinas Sosial', 'Inspektorat', 'Badan Keuangan Daerah'];
const plan = () => {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  return {
    kind: 'APEL',
    title: 'Apel ikrar netralitas ASN',
    organizer: 'BKPSDM',
    venue: { name: 'Halaman kantor bupati', region },
    startsAt: hours(-1),
    endsAt: hours(3),
    legalBases: [],
    classes: ['OPD'],
    pledge: {
      text: 'ikrar-netralitas-2024',
      version: 1,
      variables: { instance: 'Kabupaten Lahat', election: 'Pemilihan', year: '2027' },
      classes: ['OPD'],
    },
  };
};

let desk: Console;
let front: Front;
let stage: BrowserContext;
let stageErrors: string[];
let screen: Page;
let invitations: string[] = [];

const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true };

/** The head of the n-th agency comes, and is let in at the table. */
const comes = async (n: number): Promise<void> => {
  const { status } = await desk.organizer('POST', `${desk.base}/check-ins`, {
    invitation: invitations[n],
    nonce: `hadir-${n}-reading`,
    scannedAt: new Date().toISOString(),
    sentAt: new Date().toISOString(),
    who: 'holder',
  });
  expect([200, 201]).toContain(status);
};

const readings = async () => (await desk.organizer('GET', `${desk.base}/readings`)).body.items;
/** Through the network that the test can cut, not straight to the product. */
const screenOf = async (link: string): Promise<void> => {
  await screen.goto(`${front.origin}${new URL(link).pathname}`);
};

beforeAll(async () => {
  front = await startFront();
  desk = await startConsoleOver(async (organizer) => {
    await organizer('PUT', `/api/regencies/${region}`, {
      name: 'Kabupaten Lahat',
      zone: 'WIB',
      letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
    });
    for (const name of units) {
      const holder = { name: `Kepala ${name}`, acting: 'DEFINITIVE' };
      await organizer('POST', `/api/regencies/${region}/units`, {
        class: 'OPD',
        name,
        office: `Kepala ${name}`,
        holder,
      });
    }
    const key = { 'idempotency-key': 'reading-e2e-test' };
    const made = await organizer('POST', `/api/regencies/${region}/sessions`, plan(), key);
    const session: string = made.body.id;
    await organizer('POST', `/api/sessions/${session}/invitations`, { classes: ['OPD'] }, key);
    await organizer('POST', `/api/sessions/${session}/moves/publish`);
    return session;
  });
  front.leadTo(desk.origin);
  const { items } = (await desk.organizer('GET', `${desk.base}/invitations?limit=50`)).body;
  invitations = items.map(({ id }: { id: string }) => id);
  const browser = desk.context.browser();
  if (!browser) throw new Error('no browser');
  ({ context: stage, errors: stageErrors } = await watched(browser, tablet));
  stage.setDefaultTimeout(20_000);
  screen = await stage.newPage();
});

afterAll(async () => {
  await desk?.close();
  front?.close();
});

describe('a reading of the pledge', { timeout: 90_000 }, () => {
  test('is planned in the console before the session opens, with the screen’s code and link', async () => {
    const { page } = desk;
    await page.goto(`${desk.origin}/staf/kegiatan/${desk.session}/ikrar`);
    await heading(page, 'Tahap ikrar');
    await page.getByText('Belum direncanakan').waitFor();
    await expectClean(page);
    await button(page, 'Rencanakan pembacaan').click();
    await button(page, 'Simpan rencana').click();
    await page.getByRole('link', { name: 'Isi nama pembaca.' }).waitFor();
    await expectClean(page);
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Nama').fill('Hadi Yahya');
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Jabatan').fill('Kepala BKPSDM');
    await button(page, 'Tambah saksi').click();
    await page.getByRole('group', { name: 'Saksi 1' }).getByLabel('Nama').fill('Rosmala Dewi');
    await page.getByRole('group', { name: 'Saksi 1' }).getByLabel('Jabatan').fill('Inspektur');
    await button(page, 'Simpan rencana').click();
    await heading(page, 'Pembacaan 1');
    await page.getByText('Dapat dimulai setelah kegiatan dibuka.').waitFor();
    await button(page, 'Layar pembaca').click();
    await page.getByRole('img', { name: 'Kode QR layar pembaca' }).waitFor();
    await expectClean(page);
    await button(page, 'Tutup').click();
  });

  test('waits on its own screen until the session opens', async () => {
    const [planned] = await readings();
    await screenOf(planned.link);
    await heading(screen, 'Apel ikrar netralitas ASN');
    await screen.getByText('Kegiatan belum dibuka').waitFor();
    expect(await button(screen, 'Mulai pembacaan').count()).toBe(0);
    await expectClean(screen);
    await button(screen, 'Lihat naskah dahulu').click();
    await screen.getByText('Latihan: pembacaan belum dimulai').waitFor();
    await screen.getByText(/berikrar:$/).waitFor();
    await button(screen, 'Selesai melihat').click();
    await desk.organizer('POST', `${desk.base}/moves/open`);
    await button(screen, 'Mulai pembacaan').waitFor();
    await expectClean(screen);
  });

  test('starts without a network, goes through the text by every kind of turn, and is recorded when it was pressed', async () => {
    for (const n of [0, 1, 2]) await comes(n);
    front.gone = true;
    const pressed = Date.now();
    await button(screen, 'Mulai pembacaan').click();
    await screen.getByText('1 / 6').waitFor();
    const begun = Date.now();
    await screen.getByText(/Waktu mulai belum sampai ke server/).waitFor();
    await expectClean(screen);
    const box = await screen.getByRole('region', { name: 'Pembuka' }).boundingBox();
    await screen.mouse.click((box?.x ?? 0) + 600, (box?.y ?? 0) + 300);
    await screen.getByText('2 / 6').waitFor();
    await screen.keyboard.press('PageDown');
    await screen.keyboard.press('ArrowRight');
    await screen.keyboard.press(' ');
    await screen.getByText('5 / 6').waitFor();
    await screen.getByText('Menolak politik uang', { exact: false }).waitFor();
    await screen.keyboard.press('PageUp');
    await button(screen, 'Berikutnya').click();
    await screen.getByText('5 / 6').waitFor();
    // Somebody comes while it is read, and has not heard it begin.
    await screen.waitForTimeout(2_500);
    await comes(3);
    front.gone = false;
    await screen.getByText(/^Dimulai/).waitFor();
    const [running] = await readings();
    expect(running.state).toBe('READING');
    // The two clocks are one; what is known of the difference errs by the way of a message.
    expect(Date.parse(running.startedAt)).toBeGreaterThan(pressed - 1_000);
    expect(Date.parse(running.startedAt)).toBeLessThan(begun + 1_000);
    expect(running.present).toBe(3);
  });

  test('comes back to its point after a reload, and is followed in the console', async () => {
    await screen.reload();
    await screen.getByText('5 / 6').waitFor();
    await desk.page.getByText('Sedang dibaca').first().waitFor();
    await desk.page.getByText('3 orang').waitFor();
    await expectClean(desk.page);
  });

  test('ends after a question, and says how many were present, which is no signature', async () => {
    await screen.keyboard.press('End');
    await screen.getByText('6 / 6').waitFor();
    await expectClean(screen);
    await button(screen, 'Akhiri pembacaan').click();
    await screen
      .getByRole('dialog')
      .getByText(/tidak dapat dilanjutkan/)
      .waitFor();
    // A remote that is touched by mistake turns nothing behind the question.
    await screen.keyboard.press('PageUp');
    await button(screen, 'Lanjut membaca').click();
    await screen.getByText('6 / 6').waitFor();
    await button(screen, 'Akhiri pembacaan').click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Akhiri pembacaan' }).click();
    await screen.getByText('Hadir saat pembacaan: 3 orang').waitFor();
    await screen.getByText(/Ini bukan tanda tangan/).waitFor();
    await expectClean(screen);
    await desk.page.getByText('Hadir saat pembacaan: 3 orang').waitFor();
    await expectClean(desk.page);
  });

  test('is held again for a late group, started and ended in the console; nobody counts twice', async () => {
    const { page } = desk;
    await button(page, 'Rencanakan pembacaan susulan').click();
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Nama').fill('Sri Wahyuni');
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Jabatan').fill('Sekretaris BKPSDM');
    await button(page, 'Simpan rencana').click();
    await heading(page, 'Pembacaan 2');
    const planned = (await readings()).find(({ state }: { state: string }) => state === 'PLANNED');
    await screenOf(planned.link);
    await screen.getByText('Sri Wahyuni, Sekretaris BKPSDM').waitFor();
    await button(page, 'Mulai pembacaan').click();
    // The screen follows by itself.
    await screen.getByText('1 / 6').waitFor();
    await page.getByText('Hadir saat pembacaan: 4 orang').waitFor({ state: 'detached' });
    await button(page, 'Akhiri pembacaan').click();
    await page.getByText('Hadir saat pembacaan: 4 orang').waitFor();
    await screen.getByText('Hadir saat pembacaan: 1 orang').waitFor();
  });

  test('that is voided frees its people and closes its screen', async () => {
    const { page } = desk;
    const second = page.getByRole('article', { name: 'Pembacaan 2' });
    await second.getByRole('button', { name: 'Batalkan' }).click();
    await page.getByText(/1 orang tidak lagi dihitung hadir/).waitFor();
    await expectClean(page);
    await button(page, 'Ya, batalkan').click();
    await page.getByText('Hadir saat pembacaan: 3 orang').waitFor();
    await heading(screen, 'Pembacaan ini dibatalkan');
    await expectClean(screen);
    await screen.reload();
    await heading(screen, 'Tautan ini tidak dikenal');
    await expectClean(screen);
  });

  test('is entered from paper with its times in the session’s zone', async () => {
    const { page } = desk;
    await button(page, 'Catat dari kertas').click();
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Nama').fill('Ahmad Fauzi');
    await page.getByRole('group', { name: 'Pembaca' }).getByLabel('Jabatan').fill('Asisten I');
    await page.getByLabel('Mulai dibaca (WIB)').fill('2026-01-05T08:10');
    await page.getByLabel('Selesai dibaca (WIB)').fill('2026-01-05T08:05');
    await button(page, 'Catat pembacaan').click();
    await page.getByRole('link', { name: 'Waktu selesai harus sesudah waktu mulai.' }).waitFor();
    // A moment of the session: the minute after it was opened, or the one it was opened in.
    const { openedAt } = (await desk.organizer('GET', desk.base)).body;
    const local = new Date(Date.parse(openedAt) + 7 * 3_600_000).toISOString();
    await page.getByLabel('Mulai dibaca (WIB)').fill(local.slice(0, 16));
    await page.getByLabel('Selesai dibaca (WIB)').fill(local.slice(0, 16));
    await button(page, 'Catat pembacaan').click();
    const clock = `${local.slice(11, 16).replace(':', '.')}.00 WIB`;
    await page.getByText(`${clock} sampai ${clock}`).waitFor();
    await expectClean(page);
  });

  test('leaves its text locked: a change becomes a new version, and nothing that was written is lost', async () => {
    const { page, organizer } = desk;
    const texts = `${desk.origin}/staf/naskah`;
    await page.goto(`${texts}/ikrar-netralitas-2024/1/ubah`);
    await page.getByText('Versi ini terkunci').waitFor();
    await page.goto(`${texts}/pakta-integritas-netralitas/1/ubah`);
    await page.getByRole('textbox', { name: 'Butir 7' }).fill('Melaporkan pelanggaran di {instansi}, segera.');
    await page.getByText('{instansi}', { exact: false }).first().waitFor();
    await page.getByText('Melaporkan pelanggaran di [instansi], segera.').waitFor();
    await expectClean(page);
    // Meanwhile a session opens with the version that is being edited.
    const key = { 'idempotency-key': 'reading-e2e-second' };
    const { pledge, ...rest } = plan();
    const other = { ...rest, pledge: { ...pledge, text: 'pakta-integritas-netralitas' } };
    const session = (await organizer('POST', `/api/regencies/${region}/sessions`, other, key)).body.id;
    await organizer('POST', `/api/sessions/${session}/invitations`, { classes: ['OPD'] }, key);
    for (const move of ['publish', 'open']) await organizer('POST', `/api/sessions/${session}/moves/${move}`);
    await button(page, 'Simpan naskah').click();
    await page.getByText('Versi 1 terkunci sementara Anda menulis').waitFor();
    await expectClean(page);
    await button(page, 'Simpan sebagai versi baru').click();
    await page.waitForURL(/pakta-integritas-netralitas\/2$/);
    await page.getByText('Melaporkan pelanggaran di [instansi], segera.').waitFor();
    await page.goto(texts);
    await page.getByRole('link', { name: 'Versi 2' }).waitFor();
    await expectClean(page);
  });

  test('leaves nothing to complain of', async () => {
    await screen.close();
    await desk.page.close();
    const expected = /ERR_|Failed to load resource/;
    expect([...desk.errors, ...stageErrors].filter((error) => !expected.test(error))).toEqual([]);
  });
});
