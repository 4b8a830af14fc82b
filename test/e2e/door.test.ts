/**
 * A door in a hall without a signal, in the real browser: paired by its code, reloaded from what it keeps, killed in the middle of
 * its work, and back: nothing that it showed as saved is lost, and the server has each scan once.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { sessionBody } from '../support/scenario.ts';
import { signIn } from '../support/sign-in.ts';
import { faultsOf } from './axe.ts';
import { launchProfile, phone } from './browser.ts';
import { type Front, startFront } from './front.ts';
import { writeQrVideo } from './qr-video.ts';
import { dismissAll, openTab, typeCode, untilNewAgain, verdictOf } from './verdicts.ts';

const units = ['Dinas Sosial', 'Dinas Kesehatan', 'Dinas Pendidikan', 'Dinas Perhubungan'];

let folder: string;
let front: Front;
let server: RunningServer;
let context: BrowserContext | undefined;
let page: Page;
let bearer = '';
let session = '';
let door: { id: string; pairing: { link: string } };
const ids = new Map<string, string>();
const tokens = new Map<string, string>();
const errors: string[] = [];

const button = (name: string | RegExp) => page.getByRole('button', { name });
const verdict = (words: string, unit?: string) => verdictOf(page, words, unit && `Kepala ${unit}`);
const said = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const expectClean = async (): Promise<void> => expect(await faultsOf(page)).toEqual([]);

const recorded = async (unit: string) =>
  (await server.stores.invitations.get(session, ids.get(unit) ?? '', { consistent: true }))?.checkIn;

const call = async <T = { id: string }>(method: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': typeof body === 'string' ? 'application/jose' : 'application/json',
      'idempotency-key': 'door-e2e',
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

const typeToken = (unit: string) => typeCode(page, `${server.origin}/c/${tokens.get(unit)}`.toUpperCase());
const next = () => dismissAll(page);

/** In the search view the camera rests: its code would cover what the test looks at. */
const restCamera = async (): Promise<void> => {
  await openTab(page, 'Cari');
  await next();
};

const openPhone = async (): Promise<void> => {
  context = await launchProfile(join(folder, 'phone'), phone, join(folder, 'code.y4m'));
  context.setDefaultTimeout(20_000);
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    // A network that is gone is what this is about.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  page = context.pages()[0] ?? (await context.newPage());
};

/** The keys of what this phone keeps, by store. */
const keptOnPhone = (): Promise<Record<string, IDBValidKey[]>> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('hadir-door'));
    const kept: Record<string, IDBValidKey[]> = {};
    for (const name of ['keys', 'list', 'outbox'])
      kept[name] = await done(db.transaction(name).objectStore(name).getAllKeys());
    db.close();
    return kept;
  });

/** Ends the phone's browser as a flat battery does. Only the processes of this test's own profile. */
const killPhone = async (): Promise<void> => {
  const profile = `--user-data-dir=${join(folder, 'phone')}`;
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args'], { maxBuffer: 2 ** 24 });
  const pids = stdout.split('\n').filter((line) => line.includes(profile) && !line.includes('ps -eo'));
  expect(pids.length).toBeGreaterThan(0);
  for (const line of pids) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  await context?.close().catch(() => undefined);
  context = undefined;
};

const prepare = async (): Promise<void> => {
  const account = { username: 'rina', name: 'Rina', role: 'organizer', region: '16.04' } as const;
  const { code: secret } = await server.accounts.addWithOneTimeCode(account);
  const { origin } = server;
  const signedIn = await signIn({ origin, username: 'rina', secret, newPassword: 'gajah sumatra 77 berenang' });
  bearer = signedIn.accessToken;
  const letterhead = { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'] };
  await call('PUT', '/regencies/16.04', { name: 'Kabupaten Lahat', zone: 'WIB', letterhead });
  for (const name of units) {
    const unit = {
      class: 'OPD',
      name,
      office: `Kepala ${name}`,
      holder: { name: 'Siti Aminah', acting: 'DEFINITIVE' },
    };
    ids.set(name, (await call('POST', '/regencies/16.04/units', unit)).id);
  }
  session = (await call('POST', '/regencies/16.04/sessions', sessionBody({ pledge: null }))).id;
  await call('POST', `/sessions/${session}/invitations`, { classes: ['OPD'] });
  await call('POST', `/sessions/${session}/moves/publish`);
  await call('POST', `/sessions/${session}/moves/open`);
  door = await call('POST', `/sessions/${session}/doors`, { name: 'Pintu A' });
  const keys = await loadTokenKeys(join(folder, 'data'));
  for (const [name, invitation] of ids) tokens.set(name, makeToken(keys, { session, invitation, version: 1 }));
  await writeQrVideo(join(folder, 'code.y4m'), `${origin}/c/${tokens.get('Dinas Sosial')}`.toUpperCase());
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-door-'));
  front = await startFront();
  server = await startServer({ dataDir: join(folder, 'data'), port: 0 });
  front.leadTo(server.origin);
  await prepare();
  await openPhone();
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: '.cache/e2e-failed-door.png', timeout: 5_000 }).catch(() => undefined);
});

afterAll(async () => {
  await context?.close();
  await server?.close();
  front?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('a door with a network that comes and goes', { timeout: 120_000 }, () => {
  test('a phone becomes the door by its code, and its camera lets a head in', async () => {
    await page.goto(door.pairing.link.replace(server.origin, front.origin));
    await button('Pasangkan').click();
    await verdict('HADIR', 'Dinas Sosial').waitFor();
    await expectClean();
    await restCamera();
    await said('1 / 4 hadir');
    await said('Tersambung');
    expect(await recorded('Dinas Sosial')).toMatchObject({ door: 'Pintu A', doorId: door.id });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  });

  test('the network goes: a reload shows the same door, its camera decodes, its list knows who is there', async () => {
    front.gone = true;
    await page.reload();
    await verdict('SUDAH HADIR', 'Dinas Sosial').waitFor();
    await expectClean();
    await restCamera();
    await said('Luring');
    await expectClean();
  });

  test('without it a head is let in and kept, and a forged code, another session’s and nonsense are not', async () => {
    await typeToken('Dinas Kesehatan');
    await verdict('HADIR', 'Dinas Kesehatan').waitFor();
    await said(/ponsel/);
    await expectClean();
    await next();
    await said('2 / 4 hadir');
    // Right ids under the right key's number, signed with another secret.
    const { current } = await loadTokenKeys(join(folder, 'data'));
    const forger = { current, secrets: new Map([[current, new Uint8Array(32).fill(9)]]) };
    const invitation = ids.get('Dinas Pendidikan') ?? '';
    const forged = makeToken(forger, { session, invitation, version: 1 });
    const elsewhere = makeToken(forger, { session: makeSessionId('16.04', 'another'), invitation, version: 1 });
    for (const [code, words] of [
      [forged, 'TIDAK DIKENAL'],
      [elsewhere, 'DITOLAK'],
      ['HTTPS://HADIR.EXAMPLE/ABCDEF', 'TIDAK DIKENAL'],
    ] as const) {
      await typeCode(page, code);
      await verdict(words).waitFor();
      await expectClean();
      await next();
    }
    await said('2 / 4 hadir');
    expect(await recorded('Dinas Kesehatan')).toBeUndefined();
    // Who cannot wait for the network has another way out for what is unsent.
    await button('Berkas pindaian').click();
    await button('Simpan berkas pindaian').waitFor();
    await expectClean();
    await button('Tutup').click();
  });

  test('the browser is killed: what was shown as saved is there when it starts again, still without a network', async () => {
    await killPhone();
    await openPhone();
    await page.goto(`${front.origin}/pintu/`);
    await restCamera();
    await said('2 / 4 hadir');
    await said(/belum terkirim/);
    const kept = await keptOnPhone();
    expect(kept.keys).toEqual(['device', 'list']);
    expect(kept.list).not.toEqual([]);
    await openTab(page, 'Terakhir');
    await said(/Dinas Kesehatan/);
    await expectClean();
    await openTab(page, 'Cari');
    // The same code again: this phone knows that it let its holder in.
    await typeToken('Dinas Kesehatan');
    await verdict('SUDAH HADIR', 'Dinas Kesehatan').waitFor();
    await next();
  });

  test('the network comes back: everything goes out by itself, once', async () => {
    front.gone = false;
    await expect.poll(() => recorded('Dinas Kesehatan'), { timeout: 60_000 }).toBeDefined();
    await said('Tersambung');
    const checkIn = await recorded('Dinas Kesehatan');
    expect(checkIn).toMatchObject({ door: 'Pintu A', doorId: door.id, mode: 'IN_PERSON', who: 'holder' });
    await expect
      .poll(
        async () =>
          (await call<{ contact: { unsent: number } }[] & { items: never[] }>('GET', `/sessions/${session}/doors`))
            .items,
        {
          timeout: 60_000,
        },
      )
      .toMatchObject([
        { name: 'Pintu A', state: 'PAIRED', contact: { unsent: 0, appVersion: expect.stringMatching(/^\d.*\+/) } },
      ]);
    // A second scan of the same code tells the first one's story, and does not write over it.
    await untilNewAgain(page);
    await typeToken('Dinas Kesehatan');
    await verdict('SUDAH HADIR', 'Dinas Kesehatan').waitFor();
    await next();
    expect((await recorded('Dinas Kesehatan'))?.nonce).toBe(checkIn?.nonce);
  });

  test('a verdict is there at once, with the network and without it; its times are printed', async () => {
    for (const gone of [false, true]) {
      front.gone = gone;
      for (const unit of ['Dinas Sosial', 'Dinas Kesehatan']) {
        await untilNewAgain(page);
        await typeToken(unit);
        await verdict('SUDAH HADIR', unit).waitFor();
        await next();
        await said(gone ? 'Luring' : 'Tersambung');
      }
    }
    front.gone = false;
    await expect.poll(async () => (await keptOnPhone()).outbox, { timeout: 60_000 }).toEqual([]);
    const took = await page.evaluate(() =>
      performance.getEntriesByName('hadir.verdict').map(({ duration }) => duration),
    );
    process.stdout.write(`decoded text to painted verdict: ${took.map((ms) => Math.round(ms)).join(', ')} ms\n`);
    expect(took.length).toBeGreaterThanOrEqual(4);
    // Not the promised 150 ms, which are the bench's to measure: machines that run this are shared. Something that waits for
    // a network that is gone takes longer than this anywhere.
    const median = took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.POSITIVE_INFINITY;
    expect(median).toBeLessThan(1_000);
  });

  test('a new version is kept beside the old one, and takes its place when the operator says so', async () => {
    const version = await page.evaluate(() =>
      document.querySelector('meta[name="app-version"]')?.getAttribute('content'),
    );
    front.change = (worker) => worker.replaceAll(version ?? '', '9.9.9+00000000');
    await page.evaluate(() => navigator.serviceWorker.ready.then((found) => found.update().then(() => undefined)));
    await said('Versi baru siap.');
    await expectClean();
    // Not while somebody stands at the door.
    await typeToken('Dinas Sosial');
    await verdict('SUDAH HADIR', 'Dinas Sosial').waitFor();
    expect(await page.getByText('Versi baru siap.').count()).toBe(0);
    await next();
    await button('Perbarui').click();
    await expect
      .poll(() => page.evaluate(() => caches.keys()).catch(() => []), { timeout: 20_000 })
      .toEqual(['hadir-door-9.9.9+00000000']);
    await restCamera();
    await said('2 / 4 hadir');
  });

  test('a door that is cut off says so, keeps what it could not send, and hands it over as a signed file', async () => {
    await context?.setOffline(true);
    await typeToken('Dinas Perhubungan');
    await verdict('HADIR', 'Dinas Perhubungan').waitFor();
    await next();
    await said('3 / 4 hadir');
    // A cut-off in the same second would be before the scan, as far as clocks tell.
    await page.waitForTimeout(1_100);
    await call('POST', `/sessions/${session}/doors/${door.id}/cut-off`);
    await context?.setOffline(false);
    await page.getByRole('heading', { name: 'Pintu ini diputus panitia' }).waitFor({ timeout: 60_000 });
    await said('1 catatan belum terkirim');
    await expectClean();
    await page.reload();
    await page.getByRole('heading', { name: 'Pintu ini diputus panitia' }).waitFor();
    expect(await keptOnPhone()).toMatchObject({ keys: ['device'], list: [], outbox: [expect.anything()] });
    const downloading = page.waitForEvent('download');
    await button('Simpan berkas pindaian').click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(await recorded('Dinas Perhubungan')).toBeUndefined();
    const taken = await call<{ answers: { result: string }[] }>('POST', `/sessions/${session}/door-files`, file);
    expect(taken.answers).toMatchObject([{ result: 'accepted' }]);
    expect(await recorded('Dinas Perhubungan')).toMatchObject({ door: 'Pintu A', doorId: door.id });
  });

  test('no page threw or logged an error on the way', () => {
    expect(errors).toEqual([]);
  });
});
