/**
 * The organiser before the day, in the real browser: invites by class and district and a guest, spreads everybody over waves,
 * notes an answer that came by telephone, sends messages, and reminds those who have not answered, once.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvitationShown } from '../../functions/invitations/invitation-schema.ts';
import { type Call, listAll } from '../demo/api-client.ts';
import { faultsOf } from './axe.ts';
import { type Console, region, startConsoleOver } from './console.ts';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const [jarai, kotaAgung] = ['16.04.06', '16.04.07'];

/** Of the first district six schools, of the second two; a camat in each; one agency; the police as a guest body. */
const units = [
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ class: 'SD', name: `SD Negeri ${n}`, district: jarai })),
  ...[7, 8].map((n) => ({ class: 'SD', name: `SD Negeri ${n}`, district: kotaAgung })),
  { class: 'KECAMATAN', name: 'Kecamatan Satu', district: jarai },
  { class: 'KECAMATAN', name: 'Kecamatan Dua', district: kotaAgung },
  { class: 'OPD', name: 'Dinas Pendidikan' },
  { class: 'GUEST_BODY', name: 'Polres Lahat' },
];
const person = (name: string) => ({
  name: `Rini ${name}`,
  acting: 'DEFINITIVE',
  ...(name !== 'SD Negeri 1' && { phone: '+6281234567890' }),
  ...(name === 'Dinas Pendidikan' && { email: 'dinas@contoh.go.id' }),
});

const seed = async (organizer: Call): Promise<string> => {
  await organizer('PUT', `/api/regencies/${region}`, {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    labels: { district: 'Kecamatan', village: 'Desa', classes: { SD: 'Sekolah dasar' } },
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  for (const unit of units) {
    const holder = person(unit.name);
    await organizer('POST', `/api/regencies/${region}/units`, { ...unit, office: `Kepala ${unit.name}`, holder });
  }
  const [startsAt, noon, endsAt] = [hours(48), hours(51), hours(54)];
  const plan = {
    kind: 'RAKOR',
    title: 'Rapat koordinasi netralitas ASN',
    organizer: 'Inspektorat',
    venue: { name: 'Hotel Santika', region, capacity: 6 },
    startsAt,
    endsAt,
    legalBases: [],
    classes: ['SD'],
    pledge: null,
    waves: [
      { id: 'pagi', label: 'Pagi', startsAt, endsAt: noon, capacity: 7 },
      { id: 'siang', label: 'Siang', startsAt: noon, endsAt, capacity: 2 },
    ],
  };
  const key = { 'idempotency-key': 'invitations-e2e' };
  const session: string = (await organizer('POST', `/api/regencies/${region}/sessions`, plan, key)).body.id;
  await organizer('POST', `/api/sessions/${session}/moves/publish`);
  return session;
};

let office: Console;
let page: Page;
const sent: string[] = [];

const at = (path: string): string => `${office.origin}/staf/kegiatan/${office.session}${path}`;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const said = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const expectClean = async (): Promise<void> => expect(await faultsOf(page)).toEqual([]);
const invitations = (): Promise<InvitationShown[]> => listAll(office.organizer, `${office.base}/invitations`);
const invitationOf = async (name: string): Promise<InvitationShown> => {
  const found = (await invitations()).find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not invited`);
  return found;
};
const openCard = async (name: string): Promise<void> => {
  await button(new RegExp(`^Rincian undangan .*${name}$`)).click();
  await page.getByRole('dialog').waitFor();
};
const closeCard = async (): Promise<void> => {
  await button('Tutup').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

beforeAll(async () => {
  office = await startConsoleOver(seed, {
    sendMail: async ({ to }) => {
      sent.push(to);
      return 'SENT';
    },
  });
  page = office.page;
  await office.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await office?.close();
});

describe('before the day', { timeout: 120_000 }, () => {
  test('a class is invited in one district, with how many that means told beforehand', async () => {
    await page.goto(at('/undangan'));
    await said('Belum ada undangan');
    await page.getByRole('checkbox', { name: /Sekolah dasar.*8 unit/ }).waitFor();
    await button('Undang 8 unit').waitFor();
    await expectClean();
    await page.getByText('Hanya kecamatan tertentu').click();
    await page.locator('#kecamatan-diundang label').filter({ hasText: '7 unit' }).click();
    await button('Undang 6 unit').click();
    await said('6 undangan dibuat');
    await expectClean();
    expect((await invitations()).map(({ name, district }) => [name, district]).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [`SD Negeri ${n}`, jarai]),
    );
  });

  test('single units are found by typing, a guest body is shown as guest, and nobody is invited twice', async () => {
    await page.getByRole('radio', { name: 'Unit satu per satu' }).check();
    await page.getByLabel('Cari unit, jabatan, atau pejabat').fill('polres');
    await page.getByRole('checkbox', { name: /Kepala Polres Lahat.*Tamu/ }).check();
    await page.getByLabel('Cari unit, jabatan, atau pejabat').fill('dinas pend');
    await page.getByRole('checkbox', { name: /Kepala Dinas Pendidikan/ }).check();
    await said('2 unit dipilih');
    await page.getByLabel('Cari unit, jabatan, atau pejabat').fill('sd negeri 1');
    expect(await page.getByRole('checkbox', { name: /Kepala SD Negeri 1 .*sudah diundang/ }).isDisabled()).toBe(true);
    await button('Undang 2 unit').click();
    await said('2 undangan dibuat');
    expect((await invitationOf('Polres Lahat')).kind).toBe('guest');
    await page.getByRole('radio', { name: 'Menurut kelas' }).check();
    await said('6 di antaranya sudah diundang.');
    await button('Undang 8 unit').click();
    await said('2 undangan dibuat');
    await said('6 sudah diundang sebelumnya.');
  });

  test('a guest is invited with a group', async () => {
    await page.getByRole('radio', { name: 'Tamu' }).check();
    await button('Undang tamu').click();
    await said('Isi jabatan tamu.');
    await page.getByLabel('Kelompok tamu').selectOption('SPEAKER');
    await page.getByLabel('Jabatan', { exact: true }).fill('Direktur');
    await page.getByLabel('Nama (boleh kosong)').fill('Anton Wijaya');
    await page.getByLabel('Instansi (boleh kosong)').fill('Ditjen Otonomi Daerah');
    await button('Undang tamu').click();
    await said('Anton Wijaya, Direktur diundang');
    await expectClean();
    expect(await invitationOf('Ditjen Otonomi Daerah')).toMatchObject({ kind: 'guest', guestGroup: 'SPEAKER' });
    await said('11 undangan');
  });

  test('everybody is spread over the waves, districts together, and who finds no place is told', async () => {
    await said('11 undangan belum punya gelombang');
    await button('Bagi ke gelombang').click();
    await said('9 undangan dibagi ke gelombang');
    await said('2 undangan tidak mendapat tempat');
    await expectClean();
    const all = await invitations();
    const waves = new Set(all.filter(({ district }) => district === jarai).map(({ wave }) => wave));
    expect([...waves]).toEqual(['pagi']);
    expect(all.filter(({ wave }) => wave === undefined)).toHaveLength(2);
    await page.getByLabel('Gelombang', { exact: true }).last().selectOption('none');
    await said('2 undangan');
    await button('Hapus saringan').click();
  });

  test('an answer by telephone names a delegate, whose link is there to copy; taking it back ends it', async () => {
    await openCard('SD Negeri 1');
    await page.getByRole('dialog').getByText('Belum menjawab').waitFor();
    await button('Catat jawaban dari telepon').click();
    await page.getByRole('radio', { name: 'Diwakili' }).check();
    await page.getByLabel('Nama wakil (boleh kosong)').fill('Suyatno');
    await expectClean();
    await button('Simpan jawaban').click();
    await said('Jawaban dicatat');
    await said('Suyatno');
    await button('Salin tautan wakil').click();
    await said('Tautan wakil disalin.');
    const delegated = await invitationOf('SD Negeri 1');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(delegated.delegation?.link);
    expect(delegated.answer).toMatchObject({ kind: 'DELEGATED' });
    await expectClean();
    await button('Ganti kode').click();
    await said('Perwakilan juga berakhir: tautan dan kode wakil tidak berlaku lagi.');
    await button('Ya, ganti kode').click();
    await said('Kode baru dibuat. Kirim ulang tautannya.');
    expect((await invitationOf('SD Negeri 1')).delegation).toBeUndefined();
    await closeCard();
    await openCard('SD Negeri 2');
    await button('Catat jawaban dari telepon').click();
    await page.getByRole('radio', { name: 'Berhalangan' }).check();
    await button('Simpan jawaban').click();
    await said('Isi alasannya.');
    await page.getByLabel('Alasan', { exact: true }).fill('Dinas luar');
    await button('Simpan jawaban').click();
    await said('Alasan: Dinas luar');
    await closeCard();
    await button(/^Berhalangan/).click();
    await said('1 undangan');
    await button('Hapus saringan').click();
  });

  test('a call for help is first on the page, and releasing the link settles it', async () => {
    const token = (await invitationOf('SD Negeri 3')).link?.split('/').at(-1) ?? '';
    const phone = (name: string) => ({ 'hadir-phone': `phone-of-${name}-0123456789` });
    await office.organizer('POST', `/api/c/${token}/answer`, { kind: 'ATTENDING' }, phone('somebody'));
    await office.organizer('POST', `/api/c/${token}/help`, { note: 'Ponsel saya hilang' }, phone('another'));
    await button('Muat ulang').click();
    await said('1 orang meminta bantuan');
    await expectClean();
    await button(/^Buka undangan .*SD Negeri 3$/).click();
    await said('“Ponsel saya hilang”');
    await button('Lepaskan dan tandai selesai').click();
    await said('Tautan dilepaskan dari ponsel');
    const released = await invitationOf('SD Negeri 3');
    expect([released.bound, released.help]).toEqual([undefined, undefined]);
    await closeCard();
    expect(await page.getByText('1 orang meminta bantuan').count()).toBe(0);
  });

  test('whoever comes back to the page sees what was answered meanwhile', async () => {
    await button('Berhalangan 1').waitFor();
    const token = (await invitationOf('SD Negeri 3')).link?.split('/').at(-1) ?? '';
    await office.organizer('POST', `/api/c/${token}/answer`, { kind: 'UNABLE', reason: 'Sakit' });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await button('Berhalangan 2').waitFor();
  });

  test('messages are copied and marked, handed to WhatsApp with the number, and downloaded as a file', async () => {
    await page.goto(at('/undangan/pesan'));
    await said('9 dari 11 penerima punya nomor di daftar unit.');
    await expectClean();
    await button(/^Salin pesan untuk .*SD Negeri 4$/).click();
    await said(/SD Negeri 4 disalin\./);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain((await invitationOf('SD Negeri 4')).link ?? 'no link');
    await said('1 ditandai sudah dikirim');
    // No number stands in the page: the address is made when the button is pressed.
    expect(await page.content()).not.toContain('81234567890');
    await page.evaluate(() => {
      window.open = (address) => {
        document.body.dataset.opened = String(address);
        return null;
      };
    });
    await button(/^Kirim lewat WhatsApp kepada .*SD Negeri 5$/).click();
    const opened = await page.evaluate(() => document.body.dataset.opened ?? '');
    expect(opened).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=Yth\.%20Rini/);
    await button(/^Kirim lewat WhatsApp kepada .*SD Negeri 1$/).click();
    expect(await page.evaluate(() => document.body.dataset.opened ?? '')).toMatch(/^https:\/\/wa\.me\/\?text=Yth/);
    await said('3 ditandai sudah dikirim');
    await page.reload();
    await said('3 ditandai sudah dikirim');
    const [download] = await Promise.all([page.waitForEvent('download'), button('Unduh satu berkas').click()]);
    expect(download.suggestedFilename()).toBe('pesan-undangan.csv');
    const file = await readFile(await download.path(), 'utf8');
    // A line for each: its link in a column of its own, and in the text.
    expect(file.match(/\/c\//g)).toHaveLength(22);
  });

  test('the regency’s own wording is previewed and saved, and its other settings stay', async () => {
    await page.getByText('Ubah kata-kata pesan').click();
    await page.getByLabel('Kata-kata pesan undangan').fill('Halo {sapaan}, mohon hadir di {acara}. {nama}');
    await said(/^Halo Yth\. .*, mohon hadir di Rapat koordinasi netralitas ASN\. \{nama\}/);
    await said('Tidak dikenal dan dibiarkan apa adanya: {nama}');
    await expectClean();
    await button('Simpan kata-kata').click();
    await said('Kata-kata pesan disimpan');
    const { body } = await office.organizer('GET', `/api/regencies/${region}`);
    expect(body).toMatchObject({
      name: 'Kabupaten Lahat',
      labels: { classes: { SD: 'Sekolah dasar' } },
      messages: { invite: 'Halo {sapaan}, mohon hadir di {acara}. {nama}' },
    });
    await button('Pakai kata-kata bawaan').click();
    await said('Kata-kata pesan disimpan');
  });

  test('an e-mail is owed once to whoever has an address', async () => {
    await said('1 penerima punya alamat surel di daftar unit.');
    await button('Kirim surel').click();
    await said('1 surel masuk antrean');
    await expect.poll(() => sent).toEqual(['dinas@contoh.go.id']);
    await button('Kirim surel').click();
    await said('Tidak ada surel baru');
    await said('1 sudah pernah masuk antrean.');
    await expectClean();
  });

  test('who presses the button is told first how many links were withdrawn meanwhile', async () => {
    const asked = /\/mail(\?|$)/;
    await page.route(asked, async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const { items, ...rest } = await response.json();
      const dead = items.map((one: object) => ({ ...one, deadLink: true }));
      return route.fulfill({ response, json: { ...rest, items: dead } });
    });
    await page.reload();
    await said('Tautan di 1 surel sudah dicabut');
    await said('Kirim lagi: mereka yang belum hadir mendapat surel dengan tautan baru.');
    await expectClean();
    await page.unroute(asked);
    await page.reload();
    await said('1 penerima punya alamat surel di daftar unit.');
    expect(await page.getByText('sudah dicabut').count()).toBe(0);
  });

  test('a reminder is claimed once: a repeat after a lost answer is the same one, and nobody is left for another', async () => {
    await page.getByRole('radio', { name: 'Pengingat' }).check();
    await said('Belum ada pengingat');
    await expectClean();
    // The call arrives, its answer does not.
    let lost = 0;
    const keys: string[] = [];
    await page.route('**/reminders', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await button('Ingatkan yang belum menjawab (9)').click();
    await said('Jawaban server tidak sampai. Tekan lagi');
    await button(/^Ingatkan yang belum menjawab/).click();
    await said('9 pengingat siap dikirim');
    expect(keys[0]).not.toBe('');
    expect(new Set(keys).size).toBe(1);
    await said('9 pesan');
    await expectClean();
    await page.reload();
    await page.getByRole('radio', { name: 'Pengingat' }).check();
    await said('Semua yang belum menjawab sudah diingatkan dalam 24 jam terakhir.');
    await said('9 pesan');
    const again = await office.organizer(
      'POST',
      `${office.base}/reminders`,
      {},
      { 'idempotency-key': 'another-reminder-key' },
    );
    expect(again.body).toEqual({ claimed: 0, waiting: 9 });
  });

  test('names are taken over from the register, with what that changed', async () => {
    const { body } = await office.organizer('GET', `/api/regencies/${region}/units?limit=200`);
    const unit = body.items.find(({ name }: { name: string }) => name === 'SD Negeri 6');
    await office.organizer('POST', `/api/regencies/${region}/units/${unit.id}/holder`, {
      version: unit.version,
      to: { change: 'REPLACE', holder: { name: 'Bambang Irawan', acting: 'PLT' } },
    });
    await page.goto(at('/undangan'));
    await page.getByText('Nama pejabat atau kelas unit berubah?').click();
    await button('Perbarui dari daftar unit').click();
    await said('1 undangan diperbarui');
    await said('Bambang Irawan');
    await expectClean();
  });

  test('no page threw or logged an error on the way', async () => {
    await page.close();
    // The answer that the test lost on the way is logged by the browser.
    expect(office.errors.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  });
});
