/** kill -9 in the middle of 2,000 check-ins: whatever the product acknowledged is there afterwards. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAccounts } from '../../functions/local/identity/accounts.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import { type Call, makeCall } from '../demo/api-client.ts';
import { freePort } from '../support/free-port.ts';
import { signIn } from '../support/sign-in.ts';
import { type Answer, type Hall, invitedIn, openHall, type Scan, scansOf, sendScan } from './hall.ts';
import { type Product, startProduct } from './product.ts';

const seats = 2000;
const doors = 16;

let dataDir: string;
let port: number;
let product: Product | undefined;
let accessToken: string;
let organizer: Call;

const start = async (): Promise<Product> => {
  product = await startProduct(dataDir, port);
  return product;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hadir-kill-'));
  port = await freePort();
  const accounts = makeAccounts({ dataDir, now: () => new Date(), randomBytes });
  const person = { username: 'penyelenggara', name: 'Penyelenggara', role: 'organizer' as const, region: '16.04' };
  const { code } = await accounts.addWithOneTimeCode(person);
  const { origin } = await start();
  const newPassword = 'pintu aula yang terbuka lebar';
  accessToken = (await signIn({ origin, username: person.username, secret: code, newPassword })).accessToken;
  organizer = makeCall(origin, accessToken);
});
afterEach(async () => {
  await product?.kill('everything').catch(() => {});
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

interface Watch {
  /** After so many answers, once. */
  after: number;
  act: () => void | Promise<void>;
}

/** Sends every scan once, sixteen at a time, and acts in the middle. */
const sendAll = async (hall: Hall, scans: readonly Scan[], watches: readonly Watch[]): Promise<Map<Scan, Answer>> => {
  const answers = new Map<Scan, Answer>();
  await sideBySide(scans, doors, async (scan) => {
    answers.set(scan, await sendScan(`http://127.0.0.1:${port}`, accessToken, hall.session, scan));
    await watches.find(({ after }) => after === answers.size)?.act();
  });
  return answers;
};

const repeat = async (hall: Hall, scan: Scan): Promise<Answer> => {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const answer = await sendScan(`http://127.0.0.1:${port}`, accessToken, hall.session, scan);
    if (answer !== 'none' && answer !== 'ENGINE_UNAVAILABLE') return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 'none';
};

const answered = (answers: ReadonlyMap<Scan, Answer>, answer: Answer): Scan[] =>
  [...answers].filter(([, one]) => one === answer).map(([scan]) => scan);

/** The scans of which nothing, or another scan's time, is stored. */
const lost = async (hall: Hall, scans: readonly Scan[]): Promise<Scan[]> => {
  const stored = new Map((await invitedIn(organizer, hall.session)).map(({ id, checkIn }) => [id, checkIn?.scannedAt]));
  return scans.filter(({ invitation, body }) => stored.get(invitation) !== body.scannedAt);
};

const coverageOf = async (hall: Hall) => (await organizer('GET', `/api/sessions/${hall.session}/coverage`)).body;
const within = { timeout: 30_000, interval: 250 };

test('the engine killed twice in the middle: every accepted check-in is there', { timeout: 240_000 }, async () => {
  const hall = await openHall(organizer, seats);
  expect(hall.invited).toHaveLength(seats);
  const scans = scansOf(hall);
  const killed: number[] = [];
  const kill = async () => {
    const { pid } = await vi.waitFor(() => product?.engine() ?? Promise.reject(new Error('no engine runs')), within);
    killed.push(pid);
    process.kill(pid, 'SIGKILL');
  };
  const answers = await sendAll(hall, scans, [
    { after: 500, act: kill },
    { after: 1200, act: kill },
  ]);
  expect(new Set(killed).size).toBe(2);
  const accepted = answered(answers, 'accepted');
  expect(accepted.length).toBeGreaterThan(500);
  // No other answer than these, and never `already`: each code is scanned once.
  expect(
    [...new Set(answers.values())].filter((answer) => answer !== 'accepted' && answer !== 'ENGINE_UNAVAILABLE'),
  ).toEqual([]);

  const unsure = scans.filter((scan) => answers.get(scan) !== 'accepted');
  const repeated = await sideBySide(unsure, doors, (scan) => repeat(hall, scan));
  expect([...new Set(repeated)].filter((answer) => answer !== 'accepted' && answer !== 'replayed')).toEqual([]);
  expect(await lost(hall, accepted)).toHaveLength(0);
  expect(await lost(hall, scans)).toHaveLength(0);
  await vi.waitFor(async () => expect((await coverageOf(hall)).units.inPerson).toBe(seats), within);
});

test.each([
  // The engine dies with it, or finds itself alone and ends while the next one already starts over the same files.
  { what: 'everything', seats },
  { what: 'product', seats: 600 },
] as const)(
  'killing $what in the middle: after a start over the same folder every accepted check-in is there and counted',
  { timeout: 240_000 },
  async ({ what, seats }) => {
    const hall = await openHall(organizer, seats);
    const scans = scansOf(hall);
    const answers = await sendAll(hall, scans, [{ after: seats * 0.4, act: () => product?.kill(what) }]);
    const accepted = answered(answers, 'accepted');
    expect(accepted.length).toBeGreaterThanOrEqual(seats * 0.4 - doors);
    expect(answered(answers, 'none').length).toBeGreaterThan(0);

    await start();
    expect(await lost(hall, accepted)).toHaveLength(0);
    // Those that got no answer may be either; the figures are of what is stored, and no write is needed to make them so.
    const present = (await invitedIn(organizer, hall.session)).filter(({ checkIn }) => checkIn).length;
    expect(present).toBeGreaterThanOrEqual(accepted.length);
    await vi.waitFor(async () => expect((await coverageOf(hall)).people.checkedIn).toBe(present), within);
    expect((await coverageOf(hall)).units).toMatchObject({
      expected: seats,
      inPerson: present,
      missing: seats - present,
    });

    const unsure = scans.filter((scan) => answers.get(scan) !== 'accepted').slice(0, 100);
    const repeated = await sideBySide(unsure, doors, (scan) => repeat(hall, scan));
    expect([...new Set(repeated)].filter((answer) => answer !== 'accepted' && answer !== 'replayed')).toEqual([]);
  },
);

test('an engine that cannot start at once is tried until it can', { timeout: 120_000 }, async () => {
  const list = () => organizer('GET', '/api/regencies/16.04/sessions');
  const engine = () => vi.waitFor(() => product?.engine() ?? Promise.reject(new Error('no engine runs')), within);
  const first = await engine();
  process.kill(first.pid, 'SIGKILL');
  // Started again it carries its port among its arguments.
  const again = await vi.waitFor(async () => {
    const now = await engine();
    expect(now.port).toBeGreaterThan(0);
    return now;
  }, within);
  await vi.waitFor(list, within);
  process.kill(again.pid, 'SIGKILL');
  const squatter = createServer((socket) => socket.destroy());
  await vi.waitFor(
    () =>
      new Promise<void>((resolve, reject) => {
        squatter.once('error', reject);
        squatter.listen(again.port, '127.0.0.1', resolve);
      }),
    { timeout: 5000, interval: 5 },
  );
  const failed = await engine();
  await vi.waitFor(() => expect(product?.engine()?.pid).not.toBe(failed.pid), within);
  await expect(list()).rejects.toThrow('ENGINE_UNAVAILABLE');
  await new Promise((resolve) => squatter.close(resolve));
  await vi.waitFor(list, within);
});
