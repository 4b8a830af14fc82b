/**
 * What the regent sees, in the real browser: the headline on a phone, from it down to one unit; the page on one sheet of paper; figures
 * that follow the doors by themselves; and the picture for a chat group.
 */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { regions } from '../../functions/regions/regions.ts';
import type { Call } from '../demo/api-client.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { sessionBody } from '../support/scenario.ts';
import { faultsOf } from './axe.ts';
import { phone } from './browser.ts';
import { becomeDoor, type Console, region, startConsoleOver } from './console.ts';

/** Districts of Lahat, and in each of them enough units for a table of the real size. */
const districts = regions.districtsOf(region).map(({ code }) => code);
const plan = [
  ...Array.from({ length: 46 }, (_, index) => ({ class: 'OPD', name: `Dinas ${index + 1}` })),
  ...districts.flatMap((district, index) => [
    { class: 'KECAMATAN', name: `Kecamatan ${index + 1}`, district },
    { class: 'PUSKESMAS', name: `Puskesmas ${index + 1}`, district },
    { class: 'SD', name: `SD Negeri ${index + 1}`, district },
    { class: 'SMP', name: `SMP Negeri ${index + 1}`, district },
  ]),
];
const classes = ['OPD', 'KECAMATAN', 'PUSKESMAS', 'SD', 'SMP'];
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** Five seconds is the promise, and use-live.test.ts goes through it; a machine that others use too stands still for a while. A held request ends after 25. */
const farBelowLookingAgainMs = 12_000;

interface Invited {
  id: string;
  name: string;
  link: string;
}
let invited: Invited[] = [];

/** As the operator does at the desk. */
const checkIn = (call: Call, base: string, { id, link }: Invited, who: 'holder' | 'delegate' = 'holder') => {
  const at = new Date().toISOString();
  const scan = {
    token: tokenOf(link),
    nonce: `regent-${base.slice(-10)}-${id}`,
    scannedAt: at,
    sentAt: at,
    door: 'Pintu A',
    who,
  };
  return call('POST', `${base}/check-ins`, scan);
};

const everybodyOf = async (organizer: Call, base: string): Promise<Invited[]> => {
  const items: Invited[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await organizer('GET', `${base}/invitations?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    items.push(...body.items);
    cursor = body.next;
  } while (cursor);
  return items.sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }));
};

const openSession = async (organizer: Call, title: string, moves = ['publish', 'open']): Promise<string> => {
  const key = { 'idempotency-key': `regent-${title.replaceAll(' ', '-')}` };
  const body = sessionBody({ title, startsAt: hours(-1), endsAt: hours(3), classes, pledge: null });
  const session: string = (await organizer('POST', `/api/regencies/${region}/sessions`, body, key)).body.id;
  const base = `/api/sessions/${session}`;
  await organizer('POST', `${base}/invitations`, { classes }, key);
  for (const move of moves) await organizer('POST', `${base}/moves/${move}`);
  return session;
};

/** One session that is over, in which two of three came; and one that runs, with six in the hall. */
const make = async (organizer: Call): Promise<string> => {
  await organizer('PUT', `/api/regencies/${region}`, {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  for (const unit of plan) {
    const holder = { name: `Kepala ${unit.name}`, acting: 'DEFINITIVE' };
    await organizer('POST', `/api/regencies/${region}/units`, { ...unit, office: `Kepala ${unit.name}`, holder });
  }
  const before = `/api/sessions/${await openSession(organizer, 'Sosialisasi netralitas')}`;
  for (const [index, each] of (await everybodyOf(organizer, before)).entries())
    if (index % 3) await checkIn(organizer, before, each, index % 9 === 1 ? 'delegate' : 'holder');
  await organizer('POST', `${before}/moves/close`);
  const session = await openSession(organizer, 'Rapat koordinasi netralitas');
  invited = await everybodyOf(organizer, `/api/sessions/${session}`);
  for (const each of invited.filter((_, index) => index % 3).slice(0, 6))
    await checkIn(organizer, `/api/sessions/${session}`, each);
  // Counted a moment after what happened.
  const counted = async () => (await organizer('GET', `/api/regencies/${region}/coverage`)).body.sessions;
  await vi.waitFor(async () => expect((await counted()).at(0)?.units.inPerson).toBe(6), { timeout: 10_000 });
  return session;
};

/** The API's, and no file of the pages. */
const live = /\/api\/.*\/live/;

let hall: Console;
let mobile: BrowserContext;
let regent: Page;

beforeAll(async () => {
  hall = await startConsoleOver(make);
  regent = await hall.openAs('regent', { ...phone, acceptDownloads: true });
  mobile = regent.context();
}, 180_000);
afterAll(() => hall?.close());

const share = (page: Page) => page.locator('.glance .figure');
const clean = async (page: Page): Promise<void> => expect(await faultsOf(page)).toEqual([]);

const menuOf = (page: Page) => page.getByRole('navigation').first().getByRole('link');

describe('the regent', { timeout: 90_000 }, () => {
  test('begins with the coverage, finds everything from the menu of a phone, and nothing to organise', async () => {
    await regent.goto(`${hall.origin}/staf/`);
    await regent.waitForURL('**/staf/cakupan');
    await share(regent).waitFor();
    expect(await menuOf(regent).allTextContents()).toEqual(['Cakupan', 'Kegiatan', 'Tindak lanjut', 'Unit', 'Naskah']);
    const current = () => regent.locator('nav [aria-current=page]').allTextContents();
    expect(await current()).toEqual(['Cakupan']);
    await menuOf(regent).filter({ hasText: 'Kegiatan' }).click();
    await regent.getByRole('link', { name: 'Rapat koordinasi netralitas' }).first().waitFor();
    expect(await regent.getByRole('link', { name: 'Buat kegiatan' }).count()).toBe(0);
    await clean(regent);
    // It hangs under the follow-ups.
    await regent.goto(`${hall.origin}/staf/nihil`);
    await regent.getByRole('heading', { level: 1 }).waitFor();
    expect(await current()).toEqual(['Tindak lanjut']);
    // The last word of a menu that is longer than the screen is wide.
    await regent.goto(`${hall.origin}/staf/naskah`);
    await regent.getByRole('heading', { level: 1 }).waitFor();
    const here = await regent.locator('nav [aria-current=page]').boundingBox();
    expect(here && here.x + here.width).toBeLessThanOrEqual(360);
    await regent.goto(`${hall.origin}/staf/tidak-ada`);
    await regent.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor();
    await clean(regent);
  });

  test('sees on a phone, without scrolling, how much is covered, who was not there, and what may still move', async () => {
    await regent.goto(`${hall.origin}/staf/cakupan`);
    await share(regent).waitFor();
    await regent.locator('.live-strip').waitFor();
    for (const word of [
      'Belum pernah terwakili',
      'Belum ikrar',
      'Perbedaan antarpintu',
      'Pintu belum mengirim',
      'Data per',
    ]) {
      const box = await regent.locator('.regent-page').getByText(word).first().boundingBox();
      expect(box && box.y + box.height, word).toBeLessThanOrEqual(740);
    }
    await clean(regent);
    await regent.getByRole('button', { name: 'English' }).click();
    await regent.getByText('Never represented').first().waitFor();
    await clean(regent);
    await regent.getByRole('button', { name: 'Indonesia' }).click();
  });

  test('reads how a figure was counted, with figures that add up', async () => {
    await regent.getByRole('button', { name: 'Cara menghitung: Cakupan' }).click();
    const sentence = (await regent.getByRole('dialog').locator('p').first().textContent()) ?? '';
    const [covered, expected, , inPerson, acting, delegated] = [...sentence.matchAll(/\d+/g)].map(([digits]) =>
      Number(digits),
    );
    expect({ covered, expected, sum: Number(inPerson) + Number(acting) + Number(delegated) }).toEqual({
      covered: 94,
      expected: plan.length,
      sum: 94,
    });
    await clean(regent);
    await regent.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
  });

  test('reads it of the classes, the heat table and the session too, and is led nowhere where it is', async () => {
    await regent.getByRole('button', { name: 'Cara menghitung: Menurut kelas unit' }).click();
    await regent.getByRole('dialog').locator('p').nth(5).waitFor();
    const classes = await regent.getByRole('dialog').locator('p').allTextContents();
    expect(classes).toHaveLength(6);
    const sums = classes.slice(1).map((sentence) => {
      const digits = sentence.slice(sentence.indexOf(':')).replace(/\(.*?\)/, '');
      const [inPerson, acting, delegated, covered, expected, never] = [...digits.matchAll(/\d+/g)].map(Number);
      return { inPerson, acting, delegated, covered, expected, never };
    });
    for (const one of sums) {
      expect(Number(one.inPerson) + Number(one.acting) + Number(one.delegated)).toBe(one.covered);
      expect(Number(one.expected) - Number(one.covered)).toBe(one.never);
    }
    expect(sums.reduce((sum, { covered }) => sum + Number(covered), 0)).toBe(94);
    await regent.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
    await regent.getByRole('button', { name: 'Cara menghitung: Terwakili menurut kecamatan' }).click();
    await regent.getByText('Jumlah semua sel: 94 dari 142.').waitFor();
    await clean(regent);
    await regent.goto(`${hall.origin}/staf/kegiatan/${hall.session}/cakupan`);
    await regent.getByRole('button', { name: 'Cara menghitung: Cakupan' }).click();
    await regent.getByText('Orang tercatat hadir: 6, di antaranya 0 tamu.').waitFor();
    expect(await regent.getByRole('dialog').getByRole('link').count()).toBe(0);
    await clean(regent);
  });

  test('goes from the figure to a class, a district, and one unit over time', async () => {
    await regent.goto(`${hall.origin}/staf/cakupan`);
    await regent.getByRole('link', { name: 'SD negeri', exact: true }).click();
    await regent.getByRole('heading', { name: 'Semua unit, SD negeri' }).waitFor();
    await regent.getByRole('table').first().getByRole('link').first().click();
    await regent.waitForURL(/kelas=SD&wilayah=16\.04\.\d\d/);
    await regent.getByText('1 unit', { exact: true }).first().waitFor();
    await clean(regent);
    await regent.getByRole('link', { name: /^SD Negeri \d+$/ }).click();
    await regent.getByRole('heading', { name: /^SD Negeri \d+$/ }).waitFor();
    expect(await regent.getByRole('row').count()).toBe(3);
    await clean(regent);
    await regent.getByRole('button', { name: 'Cara menghitung: Cakupan satu unit' }).click();
    await regent.getByText('mengundang unit ini: 2. Terwakili').waitFor();
    await regent.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
  });

  test('reads all of it in English', async () => {
    await regent.getByRole('button', { name: 'English' }).click();
    await regent.getByText('Over time').waitFor();
    await clean(regent);
    for (const [path, words] of [
      ['/staf/cakupan/daftar?kelas=SD', 'All units'],
      [`/staf/kegiatan/${hall.session}/cakupan`, 'Missing units'],
      [`/staf/kegiatan/${hall.session}/langsung`, 'Arrivals per minute'],
    ] as const) {
      await regent.goto(`${hall.origin}${path}`);
      await regent.getByRole('heading', { name: words }).first().waitFor();
      await clean(regent);
    }
    await regent.getByRole('button', { name: 'How it was counted: Coverage' }).click();
    await regent.getByRole('dialog').getByText('Nine tenths: the units still needed').waitFor();
    await clean(regent);
    await regent.goto(`${hall.origin}/staf/cakupan`);
    await regent.getByRole('button', { name: 'Share' }).click();
    await regent.getByRole('dialog').getByRole('img').waitFor();
    await clean(regent);
    await regent.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await regent.getByRole('button', { name: 'Indonesia' }).click();
  });

  test('reaches the bars of the trend by keyboard', async () => {
    await regent.goto(`${hall.origin}/staf/cakupan`);
    const chart = regent.getByRole('slider', { name: 'Grafik cakupan menurut kegiatan' });
    await chart.focus();
    expect(await chart.getAttribute('aria-valuetext')).toContain('Rapat koordinasi');
    await regent.keyboard.press('ArrowLeft');
    expect(await chart.getAttribute('aria-valuetext')).toContain('Sosialisasi netralitas: 66,1% terwakili');
  });

  test('prints it on one A4 that says when it was made', async () => {
    await hall.page.goto(`${hall.origin}/staf/cakupan`);
    await share(hall.page).waitFor();
    await hall.page.getByText('Menurut kelas unit').waitFor();
    await hall.page.getByText('sejak', { exact: false }).first().waitFor();
    const { texts } = await readPdf(await hall.page.pdf({ preferCSSPageSize: true }));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/Dicetak .* pukul \d\d\.\d\d WIB/);
    expect(texts[0]).toContain('Cara menghitung: 94 dari 142 unit');
  });

  test('shares a picture of the right size, with figures and nobody’s name', async () => {
    await hall.page.getByRole('button', { name: 'Bagikan' }).click();
    const dialog = hall.page.getByRole('dialog');
    await dialog.getByRole('img').waitFor();
    expect(await dialog.locator('pre').textContent()).toContain('66,1%* – 94 dari 142 unit pernah terwakili');
    await clean(hall.page);
    const [file] = await Promise.all([
      hall.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Unduh gambar' }).click(),
    ]);
    const png = await readFile(await file.path());
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1350]);
    // One colour all over would be a few kilobytes.
    expect(png.length).toBeGreaterThan(20_000);
    await dialog.getByRole('button', { name: 'Tutup' }).click();
  });
});

describe('while a session runs', { timeout: 90_000 }, () => {
  test('every open page follows a door within five seconds, without a reload', async () => {
    await hall.page.goto(`${hall.origin}/staf/kegiatan/${hall.session}/langsung`);
    await hall.page.getByText('6 dari 142 unit terwakili').waitFor();
    await clean(hall.page);
    await regent.goto(`${hall.origin}/staf/cakupan`);
    await regent.getByText('94 dari 142 unit pernah terwakili').waitFor();
    const session = await mobile.newPage();
    await session.goto(`${hall.origin}/staf/kegiatan/${hall.session}/cakupan`);
    await session.getByText('6 dari 142 unit terwakili').waitFor();

    // A phone at the entrance lets in somebody who was not at the first session.
    const made = await hall.organizer(
      'POST',
      `${hall.base}/doors`,
      { name: 'Pintu B' },
      { 'idempotency-key': 'regent-door' },
    );
    const door = await becomeDoor(hall, made.body.pairing.link);
    const newcomer = invited[0] as Invited;
    const at = new Date().toISOString();
    const scan = { token: tokenOf(newcomer.link), nonce: 'regent-newcomer-0001', scannedAt: at, who: 'holder' };
    const started = Date.now();
    await door.call('POST', `${hall.base}/check-ins`, { ...scan, sentAt: at });
    await Promise.all([
      hall.page.getByText('7 dari 142 unit terwakili').waitFor(),
      session.getByText('7 dari 142 unit terwakili').waitFor(),
      regent.getByText('95 dari 142 unit pernah terwakili').waitFor(),
    ]);
    expect(Date.now() - started).toBeLessThan(farBelowLookingAgainMs);
    await hall.page.getByRole('row', { name: /Pintu B/ }).waitFor();
    await session.close();
  });

  test('a board that is put up before the session opens moves with it; two open sessions are followed at once', async () => {
    const title = 'Apel siaga netralitas';
    const second = await openSession(hall.organizer, title, ['publish']);
    const base = `/api/sessions/${second}`;
    const everybody = await everybodyOf(hall.organizer, base);
    await hall.page.goto(`${hall.origin}/staf/kegiatan/${second}/langsung`);
    await hall.page.getByText('Kegiatan belum dibuka').waitFor();
    await hall.organizer('POST', `${base}/moves/open`);
    await hall.page.getByText('Kegiatan belum dibuka').waitFor({ state: 'detached' });
    await hall.page.getByText('Berlangsung', { exact: true }).first().waitFor();

    await regent.goto(`${hall.origin}/staf/cakupan`);
    await regent.locator('.live-strip').nth(1).waitFor();
    await regent.getByText('95 dari 142 unit pernah terwakili').waitFor();
    const list = await mobile.newPage();
    await list.goto(`${hall.origin}/staf/cakupan/daftar?tampil=never`);
    await list.getByText('47 unit', { exact: true }).first().waitFor();
    // Those who have never been there yet: one in each of the two sessions, a second apart.
    const [first, other] = [invited[6], everybody[9]] as [Invited, Invited];
    await checkIn(hall.organizer, hall.base, first);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const started = Date.now();
    await checkIn(hall.organizer, base, other);
    await Promise.all([
      regent.getByText('97 dari 142 unit pernah terwakili').waitFor(),
      list.getByText('45 unit', { exact: true }).first().waitFor(),
      hall.page.getByText('1 dari 142 unit terwakili').waitFor(),
    ]);
    expect(Date.now() - started).toBeLessThan(farBelowLookingAgainMs);
    await clean(regent);

    // The board and the session's own page say that it has closed.
    await list.goto(`${hall.origin}/staf/kegiatan/${second}`);
    await list.getByRole('heading', { name: 'Kehadiran sekarang' }).waitFor();
    await hall.organizer('POST', `${base}/moves/close`);
    for (const page of [hall.page, list]) await page.getByText('Selesai', { exact: true }).first().waitFor();
    await hall.page.getByRole('heading', { name: /^Yang tidak hadir menurut/ }).waitFor();
    await list.getByRole('heading', { name: 'Kehadiran sekarang', exact: true }).waitFor({ state: 'detached' });
    await regent.locator('.live-strip').nth(1).waitFor({ state: 'detached' });
    await list.close();
    await hall.page.goto(`${hall.origin}/staf/kegiatan/${hall.session}/langsung`);
  });

  test('a page that loses the server says so, and its figures look old', async () => {
    await hall.context.route(live, (route) => route.abort());
    await hall.page.reload();
    await hall.page.getByText('Belum berhasil').waitFor();
    await hall.context.unroute(live);
    await hall.page.getByText('8 dari 142 unit terwakili').waitFor();
    await hall.context.route(live, (route) => route.abort());
    await checkIn(hall.organizer, hall.base, invited[3] as Invited);
    await hall.page.getByText(/^Terputus, mencoba lagi/).waitFor();
    await hall.page.getByText('8 dari 142 unit terwakili').waitFor();
    await hall.context.unroute(live);
    await hall.page.getByText('9 dari 142 unit terwakili').waitFor();
  });

  test('no page threw or logged an error on the way', async () => {
    await regent.close();
    await hall.page.close();
    expect(hall.errors.filter((text) => !/net::ERR_FAILED/.test(text))).toEqual([]);
  });
});
