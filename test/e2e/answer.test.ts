/**
 * The invited head's own page and what it means at the door, in the real browser: an answer, a change of mind, a delegate with a
 * link of their own, a second phone that is told nothing, and one person for two offices; with a network and without.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { type desktop, launchBrowser, phone } from './browser.ts';
import { type Front, startFront } from './front.ts';
import { button, expectClean, heading, openPageOf } from './pages.ts';
import { dismissAll, openTab, typeCode, untilNewAgain, verdictOf } from './verdicts.ts';

const hour = 3_600_000;
/** Two heads who each hold two schools: known by one number, or by the same name and phone. */
const schools = ['SD Negeri 1', 'SD Negeri 2', 'SD Negeri 3', 'SD Negeri 4'];
const agencies = ['Dinas Sosial', 'Dinas Kesehatan', 'Dinas Pendidikan', 'Dinas Perhubungan'];
const holders = [
  { name: 'Siti Aminah', phone: '+6281234567801' },
  { name: 'Siti Aminah', phone: '+6281234567801', acting: 'PLT' },
  { name: 'Budi Santoso', nip: '197503142000031002' },
  { name: 'Budi Santoso', nip: '197503142000031002', acting: 'PLT' },
];

let folder: string;
let front: Front;
let server: RunningServer;
let browser: Browser;
let session = '';
let bearer = '';
let door: Page;
/** The head's phone, kept from test to test. */
let head: Page;
const ids = new Map<string, string>();
const links = new Map<string, string>();
const errors: string[] = [];

const openPage = (options: typeof desktop): Promise<Page> => openPageOf(browser, options, errors);
const said = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const linkOf = (name: string): string => links.get(name) ?? '';
const stored = (name: string) => server.stores.invitations.get(session, ids.get(name) ?? '', { consistent: true });

const call = async <T = { id: string }>(method: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': 'answer-e2e',
      ...(path.startsWith('/c/') ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

/** A head names a delegate; the delegate's own link. */
const delegate = async (name: string, who: object): Promise<string> => {
  const token = linkOf(name).split('/').at(-1);
  type Answered = { invitation: { delegation: { link: string } } };
  const answered = await call<Answered>('POST', `/c/${token}/answer`, { kind: 'DELEGATED', delegate: who });
  return answered.invitation.delegation.link;
};

const prepare = async (): Promise<void> => {
  const account = { username: 'rina', name: 'Rina', role: 'organizer', region: '16.04' } as const;
  const { code: secret } = await server.accounts.addWithOneTimeCode(account);
  const newPassword = 'gajah sumatra 77 berenang';
  bearer = (await signIn({ origin: server.origin, username: 'rina', secret, newPassword })).accessToken;
  const letterhead = { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'] };
  await call('PUT', '/regencies/16.04', { name: 'Kabupaten Lahat', zone: 'WIB', letterhead });
  const units = [
    ...agencies.map((name) => ({ class: 'OPD', name, holder: { name: 'Hadi Yahya', acting: 'DEFINITIVE' } })),
    ...schools.map((name, at) => ({ class: 'SD', name, holder: { acting: 'DEFINITIVE', ...holders[at] } })),
  ];
  for (const unit of units) {
    const made = await call('POST', '/regencies/16.04/units', { ...unit, office: `Kepala ${unit.name}` });
    ids.set(unit.name, made.id);
  }
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const venue = { name: 'Hotel Santika', region: '16.04', map: 'https://maps.example.org/santika' };
  const plan = sessionBody({ pledge: null, startsAt: at(hour), endsAt: at(4 * hour), venue });
  session = (await call('POST', '/regencies/16.04/sessions', plan)).id;
  await call('POST', `/sessions/${session}/invitations`, { classes: ['OPD', 'SD'] });
  await call('POST', `/sessions/${session}/moves/publish`);
  const { items } = await call<{ items: { name: string; link: string }[] }>('GET', `/sessions/${session}/invitations`);
  for (const { name, link } of items) links.set(name, link);
};

const pairDoor = async (): Promise<void> => {
  const { pairing } = await call<{ pairing: { link: string } }>('POST', `/sessions/${session}/doors`, {
    name: 'Pintu A',
  });
  door = await openPage(phone);
  await door.goto(pairing.link.replace(server.origin, front.origin));
  await button(door, 'Pasangkan').click();
  await said(door, '0 / 8 hadir');
  await openTab(door, 'Cari');
  await door.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
};

const scan = (link: string) => typeCode(door, link.toUpperCase());
const verdict = (words: string, name: string) => verdictOf(door, words, `Kepala ${name}`);
const next = () => dismissAll(door);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-answer-'));
  front = await startFront();
  server = await startServer({ dataDir: join(folder, 'data'), port: 0 });
  front.leadTo(server.origin);
  browser = await launchBrowser();
  await prepare();
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries())
    await page.screenshot({ path: `.cache/e2e-failed-answer-${at}.png`, timeout: 5_000 }).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  front?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('an invited head', { timeout: 120_000 }, () => {
  let delegateLink = '';

  test('sees when and where, and answers; the link is tied to this phone from then on', async () => {
    head = await openPage(phone);
    await head.goto(linkOf('Dinas Sosial'));
    await heading(head, 'Apakah Anda akan hadir?');
    await said(head, /WIB/);
    const map = head.getByRole('link', { name: 'Buka peta' });
    expect([await map.getAttribute('href'), await map.getAttribute('rel')]).toEqual([
      'https://maps.example.org/santika',
      'noopener noreferrer',
    ]);
    await said(head, /undangan ini terhubung ke ponsel ini/);
    await button(head, 'Kirim jawaban').click();
    await head.getByRole('link', { name: 'Pilih salah satu jawaban.' }).waitFor();
    await expectClean(head);
    await head.getByRole('radio', { name: /^Hadir/ }).check();
    await button(head, 'Kirim jawaban').click();
    await heading(head, 'Jawaban Anda');
    await head.getByRole('img', { name: /Kode QR/ }).waitFor();
    await expectClean(head);
    const { answer, bound } = (await stored('Dinas Sosial')) ?? {};
    expect([answer?.kind, bound?.phone]).toEqual(['ATTENDING', expect.stringMatching(/^[\w-]{16}$/)]);
  });

  test('saves the session to the phone’s calendar', async () => {
    const href = await head.getByRole('link', { name: 'Simpan ke kalender' }).getAttribute('href');
    const file = await fetch(new URL(href ?? '', server.origin));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/calendar')]);
    expect(await file.text()).toContain('BEGIN:VEVENT');
  });

  test('names a delegate instead; what was typed outlives a reload and a failed sending', async () => {
    await button(head, 'Ubah jawaban').click();
    await head.getByRole('radio', { name: /^Diwakili/ }).check();
    await head.getByLabel('Nama wakil (boleh kosong)').fill('Suyatno');
    await head.getByLabel('Jabatan wakil (boleh kosong)', { exact: true }).fill('Sekretaris');
    await head.getByLabel('Status jabatan wakil (boleh kosong)').selectOption('PLH');
    await expectClean(head);
    await head.reload();
    expect(await head.getByLabel('Nama wakil (boleh kosong)').inputValue()).toBe('Suyatno');
    await head.context().setOffline(true);
    await button(head, 'Kirim jawaban').click();
    await said(head, /Isian Anda tetap ada/);
    await expectClean(head);
    await head.context().setOffline(false);
    await button(head, 'Kirim jawaban').click();
    await said(head, 'Suyatno, Plh. Sekretaris');
    await said(head, 'Kode QR Anda tidak berlaku');
    expect(await head.getByRole('img', { name: /Kode QR/ }).count()).toBe(0);
    await expectClean(head);
    delegateLink = (await head.locator('.link-text').textContent()) ?? '';
    expect(delegateLink).toMatch(/\/c\/[A-Z2-7]{39}$/i);
    const share = await head.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href');
    expect(new URL(share ?? '').searchParams.get('text')).toContain(delegateLink);
  });

  test('the delegate’s own link says whom they represent, has a code, and nothing to answer', async () => {
    const other = await openPage(phone);
    await other.goto(delegateLink);
    await said(other, 'mewakili');
    await said(other, 'Kepala Dinas Sosial');
    await other.getByRole('img', { name: /Kode QR/ }).waitFor();
    await button(other, 'Ya, saya yang hadir mewakili').click();
    await said(other, 'Undangan ini terhubung ke ponsel ini');
    expect(await other.getByText('Apakah Anda akan hadir?').count()).toBe(0);
    await expectClean(other);
    await other.close();
  });

  test('a second phone with the head’s link learns nobody’s name, and asks for help', async () => {
    const second = await openPage(phone);
    await second.goto(linkOf('Dinas Sosial'));
    await said(second, 'Undangan ini sudah dikonfirmasi dari ponsel lain');
    const text = (await second.locator('main').textContent()) ?? '';
    for (const hidden of ['Dinas Sosial', 'Hadi Yahya', 'Suyatno']) expect(text).not.toContain(hidden);
    expect(await second.getByRole('img', { name: /Kode QR/ }).count()).toBe(0);
    await expectClean(second);
    await second.getByLabel('Pesan untuk panitia (boleh kosong)').fill('Saya berganti ponsel');
    await button(second, 'Minta bantuan panitia').click();
    await said(second, 'Permintaan Anda sudah sampai ke panitia');
    await second.reload();
    await said(second, 'Permintaan Anda sudah sampai ke panitia');
    await expectClean(second);
    expect((await stored('Dinas Sosial'))?.help).toMatchObject({ note: 'Saya berganti ponsel' });
    await second.close();
  });

  test('the head releases the link from this phone; the next phone that opens it sees the invitation', async () => {
    await head.getByText('Undangan ini terhubung ke ponsel ini').click();
    await expectClean(head);
    await button(head, 'Lepaskan dari ponsel ini').click();
    await said(head, /^Sudah dilepas/);
    expect((await stored('Dinas Sosial'))?.bound).toBeUndefined();
    const next = await openPage(phone);
    await next.goto(linkOf('Dinas Sosial'));
    await said(next, 'Kepala Dinas Sosial');
    await next.close();
  });

  test('at the door: the head is told that a delegate is named; taken back, the head’s code opens and the delegate’s is dead', async () => {
    await delegate('Dinas Kesehatan', { name: 'Rini', office: 'Kepala Bidang' }).then((link) =>
      links.set('Rini', link),
    );
    await delegate('Dinas Pendidikan', {}).then((link) => links.set('wakil', link));
    await delegate('Dinas Perhubungan', { name: 'Joko' }).then((link) => links.set('Joko', link));
    await call('POST', `/sessions/${session}/moves/open`);
    await pairDoor();
    await scan(linkOf('Dinas Sosial'));
    await verdict('SUDAH DIWAKILKAN', 'Dinas Sosial').waitFor();
    await said(door, /Sudah menunjuk wakil: Suyatno, Plh\. Sekretaris/);
    await expectClean(door);
    await next();
    await head.reload();
    await button(head, 'Batalkan perwakilan, saya hadir sendiri').click();
    await said(head, /^Kode untuk .+ akan langsung mati/);
    await expectClean(head);
    expect((await stored('Dinas Sosial'))?.delegation).toBeDefined();
    await button(head, 'Ya, saya hadir sendiri').click();
    await head.getByRole('img', { name: /Kode QR/ }).waitFor();
    await expectClean(head);
    await untilNewAgain(door);
    await scan(linkOf('Dinas Sosial'));
    // Where the door has not heard of it yet, the server's answer takes the place of its own on the same screen.
    await verdict('HADIR', 'Dinas Sosial').waitFor();
    await next();
    await scan(delegateLink);
    await verdict('DITOLAK', 'Dinas Sosial').waitFor();
    await next();
    await expect
      .poll(async () => (await stored('Dinas Sosial'))?.checkIn, { timeout: 30_000 })
      .toMatchObject({ who: 'holder' });
    const dead = await openPage(phone);
    await dead.goto(delegateLink);
    await heading(dead, 'Undangan ini sudah tidak berlaku');
    await expectClean(dead);
    // A calendar that was given the session by this link is told by it, too.
    const href = await dead.getByRole('link', { name: 'Hapus dari kalender' }).getAttribute('href');
    expect(await (await fetch(new URL(href ?? '', server.origin))).text()).toContain('METHOD:CANCEL');
    await dead.close();
    await head.reload();
    await said(head, 'Anda tercatat hadir');
    await expectClean(head);
  });

  test.each([
    ['with', 'Dinas Kesehatan', 'Rini', /Wakil: Rini, Kepala Bidang/],
    ['without', 'Dinas Pendidikan', 'wakil', /^Diwakili$/],
  ])(
    '%s a network the delegate’s code admits the delegate, and the head’s own does not',
    async (network, name, who, words) => {
      front.gone = network === 'without';
      await scan(linkOf(who));
      await verdict('HADIR', name).waitFor();
      await said(door, words);
      await expectClean(door);
      await next();
      await scan(linkOf(name));
      await verdict('SUDAH DIWAKILKAN', name).waitFor();
      expect(await button(door, 'Pejabatnya hadir sendiri').count()).toBe(0);
      await next();
      front.gone = false;
      await expect
        .poll(async () => (await stored(name))?.checkIn, { timeout: 60_000 })
        .toMatchObject({ who: 'delegate', evidence: 'CODE' });
      if (who === 'Rini') expect((await stored(name))?.checkIn?.delegate).toMatchObject({ name: 'Rini' });
    },
  );

  test('the operator decides that the head comes after all, and the delegate is not admitted besides', async () => {
    await scan(linkOf('Dinas Perhubungan'));
    await verdict('SUDAH DIWAKILKAN', 'Dinas Perhubungan').waitFor();
    await button(door, 'Pejabatnya hadir sendiri').click();
    await verdict('HADIR', 'Dinas Perhubungan').waitFor();
    await next();
    await scan(linkOf('Joko'));
    await verdict('SUDAH HADIR', 'Dinas Perhubungan').waitFor();
    await expectClean(door);
    await next();
    await expect
      .poll(async () => (await stored('Dinas Perhubungan'))?.checkIn, { timeout: 30_000 })
      .toMatchObject({ who: 'holder', evidence: 'NAME' });
    const spare = await openPage(phone);
    await spare.goto(linkOf('Joko'));
    await said(spare, 'Anda tidak perlu mewakili lagi.');
    expect(await spare.getByText('Tampilkan kode QR lagi').count()).toBe(0);
    await expectClean(spare);
    await spare.close();
  });

  test.each([
    ['with', 'SD Negeri 1', 'SD Negeri 2'],
    ['without', 'SD Negeri 3', 'SD Negeri 4'],
  ])(
    '%s a network one person is checked in for two offices by one scan, once confirmed',
    async (network, first, other) => {
      front.gone = network === 'without';
      await scan(linkOf(first));
      await verdict('HADIR', first).waitFor();
      await said(door, `Plt. Kepala ${other}`);
      await expectClean(door);
      // Once more, as after the entrance's own code or an operator in a hurry: they are in, and still asked.
      await next();
      await untilNewAgain(door);
      await scan(linkOf(first));
      await verdict('SUDAH HADIR', first).waitFor();
      await said(door, `Plt. Kepala ${other}`);
      await expectClean(door);
      await button(door, 'Catat hadir juga untuk jabatan itu').click();
      await said(door, /sudah hadir/);
      await expectClean(door);
      await next();
      await untilNewAgain(door);
      await scan(linkOf(other));
      await verdict('SUDAH HADIR', other).waitFor();
      await next();
      front.gone = false;
      await expect
        .poll(async () => (await stored(other))?.checkIn, { timeout: 60_000 })
        .toMatchObject({ who: 'acting', evidence: 'SAME_PERSON', door: 'Pintu A' });
      expect((await stored(first))?.checkIn).toMatchObject({ evidence: 'CODE' });
    },
  );

  test('no page threw or logged an error on the way', async () => {
    await head.close();
    await door.close();
    // What was sent without a network, and the refusals that are answers.
    expect(errors.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
  });
});
