/** A regency moves from a laptop into the cloud and on to another laptop, by the commands: what was printed and sealed stays valid. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addFormerSealKeys, loadSealer } from '../../functions/local/seal-keys.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { ownerOf } from '../../functions/platform/regency-items.ts';
import type { Key } from '../../functions/platform/table.ts';
import { as, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, provenBy, startHall, verified } from '../support/sealed-hall.ts';
import { admin, type Cloud, done, startCloud, startLaptop, where } from './installations.ts';
import { inFile, inTable, isKept } from './raw.ts';

let folder: string;
let cloud: Cloud;
let laptop: TestApi;
let hall: Hall;
/** Printed on the first laptop: a card's code, and what the session's own code shows. */
let card: string;
let figures: unknown;
const file = (name: string): string => join(folder, name);

/** The same hall, seen through another installation. */
const at = (api: TestApi) => {
  const { base } = hall;
  return {
    card: () => api.call(null, 'GET', `/api/c/${card}`),
    check: (code: string) => api.call(null, 'GET', code),
    bundle: () => api.call(as('organizer'), 'GET', `${base}/seal/bundle.zip?openings=yes`),
    coverage: async () => (await api.call(as('regent'), 'GET', `${base}/coverage`)).body,
    seal: () => api.call(as('organizer'), 'POST', `${base}/seal`),
    signLate: (name: string) =>
      api.call(null, 'POST', `/api/c/${hall.token(name)}/signatures`, {
        nonce: randomBytes(12).toString('hex'),
        hash: hall.hash,
        who: 'holder',
      }),
  };
};
/** Without totals, which no export has. */
const isOwn = (key: Key) => isKept(key) && ownerOf(key) === '16.04';
const shown = ({ asOf: _, ...coverage }: Record<string, unknown>) => coverage;

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  cloud = await startCloud(JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') }));
  laptop = await startLaptop(file('first'));
  laptop.clock.now = new Date('2024-06-27T01:00:00Z');
  hall = await startHall(laptop);
  await fillHall(hall);
  await hall.close();
  await hall.seal();
  card = hall.token('Dinas A');
  figures = shown(await hall.coverage());
  await laptop.stop();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(folder, { recursive: true });
});

const current = async (name: string): Promise<string> => (await (await loadSealer(file(name))).keys()).current;

test('from the laptop into a file: everything, with the keys apart and for their owner only', async () => {
  const told = await done(
    'export',
    '--data',
    file('first'),
    '--regency',
    '16.04',
    '--to',
    file('one.gz'),
    '--with-keys',
    file('keys'),
  );
  for (const kind of [
    'regency',
    'unit',
    'session',
    'invitation',
    'reading',
    'denial',
    'head-count',
    'seal-head',
    'tenant',
  ])
    expect(told).toMatch(new RegExp(`\\d  ${kind}\n`));
  expect(told).toContain('rotate-keys token');
  for (const name of ['one.gz', 'keys']) expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  // A secret never reaches the terminal.
  for (const secret of (await loadTokenKeys(file('first'))).secrets.values())
    expect(told).not.toContain(Buffer.from(secret).toString('base64url'));
  const again = await admin('export', '--data', file('first'), '--regency', '16.04', '--to', file('one.gz'));
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('sudah ada')]);
});

test('into the cloud: items and figures as they were, codes read, seals good, and sealed on once the stage names the key', async () => {
  const told = await done('import', '--from', file('one.gz'), '--keys', file('keys'), ...where(cloud));
  const laptopKey = await current('first');
  expect(told).toContain('1 dari 1 utuh / seals: 1 of 1 hold');
  expect(told).toContain(`movedSealKeys: [\n    '${laptopKey}@16.04',\n  ],`);
  expect(await inTable(cloud.items(), isOwn)).toEqual(await inFile(file('one.gz'), isKept));

  const api = await cloud.start([`${laptopKey}@16.04`]);
  const there = at(api);
  expect((await there.card()).status).toBe(200);
  expect(verified((await there.bundle()).bytes).heads).toHaveLength(1);
  expect(shown(await there.coverage())).toEqual(figures);
  const totals = (await api.call(as('province', '16'), 'GET', '/api/provinces/16/coverage')).body;
  expect(totals.regencies).toMatchObject({ registered: 1, held: 1 });
  api.clock.now = new Date('2024-06-28T01:00:00Z');
  expect((await there.signLate('Dinas D')).status).toBeLessThan(300);
  const { heads } = (await there.seal()).body;
  expect(heads).toHaveLength(2);
  expect(heads[1].head.replacesKey).toBe(heads[0].head.key);
  await api.stop();
});

test('the same file again changes nothing, also where the place has moved on only in what is made again', async () => {
  const second = await startCloud(JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') }));
  try {
    await done('import', '--from', file('one.gz'), ...where(second));
    const before = await inTable(second.items(), isOwn);
    expect(await done('import', '--from', file('one.gz'), ...where(second))).toContain(': 0 item ditulis');
    expect(await inTable(second.items(), isOwn)).toEqual(before);
  } finally {
    await second.stop();
  }
});

test('a place that has moved on keeps what it has: the older file is refused', async () => {
  const before = await inTable(cloud.items());
  const { code, err } = await admin('import', '--from', file('one.gz'), ...where(cloud));
  expect([code, err]).toEqual([1, expect.stringContaining('1 invitation')]);
  expect(err).toContain('seal-head');
  expect(await inTable(cloud.items())).toEqual(before);
});

test('and on to another laptop: both seals hold there, the first laptop’s cards are read, and it seals on', async () => {
  await done('export', '--regency', '16.04', '--to', file('two.gz'), '--with-keys', file('keys-2'), ...where(cloud));
  const told = await done('import', '--from', file('two.gz'), '--keys', file('keys-2'), '--data', file('second'));
  expect(told).toContain('1 dari 1 utuh');
  await done('export', '--data', file('second'), '--regency', '16.04', '--to', file('three.gz'));
  expect(await inFile(file('three.gz'), isKept)).toEqual(await inFile(file('two.gz'), isKept));

  const [first, second] = [await loadTokenKeys(file('first')), await loadTokenKeys(file('second'))];
  expect([...second.secrets.keys()]).toEqual(expect.arrayContaining([1, first.current]));
  const bounds = [1, first.current].map((id) => [id, new Set(['16.04'])] as const);
  expect(second.regencies).toEqual(new Map(bounds));
  const { former, regencies } = await (await loadSealer(file('second'))).keys();
  expect(former).toHaveLength(2);
  expect(regencies).toEqual(new Map(former.map((key) => [key, new Set(['16.04'])])));
  const api = await startLaptop(file('second'));
  api.clock.now = new Date('2024-06-29T01:00:00Z');
  const there = at(api);
  expect((await there.card()).status).toBe(200);
  expect(verified((await there.bundle()).bytes).heads).toHaveLength(2);
  expect((await there.signLate('Dinas B')).status).toBeLessThan(300);
  expect((await there.seal()).body.heads).toHaveLength(3);
  const check = (
    await api.call(
      null,
      'GET',
      `/api/v/${(await api.call(as('organizer'), 'GET', `${hall.base}/seal`)).body.check.split('/').at(-1)}`,
    )
  ).body;
  expect(Object.values(provenBy(check))).not.toContain(false);
  await api.stop();
});

test('without the former key the destination would not seal on: that is what the import prints them for', async () => {
  const api = await cloud.start([]);
  api.clock.now = new Date('2024-06-30T01:00:00Z');
  await at(api).signLate('Dinas B');
  const refused = await at(api).seal();
  expect(refused.body.code).toBe('SEAL_BROKEN');
  await api.stop();
});

test('a key that is known already is named once', async () => {
  const key = await current('first');
  const moved = new Map([[key, ['16.04']]]);
  expect(await addFormerSealKeys(file('second'), moved)).toEqual([`${key}@16.04`]);
});
