/**
 * The restore of one regency, as infra/README.md tells it: an older copy of the table stands beside the live one; what an operator damaged is
 * brought back from it, and nothing of anybody else moves.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureTable } from '../../functions/local/engine.ts';
import { ownerOf } from '../../functions/platform/regency-items.ts';
import { as, type TestApi } from '../support/api.ts';
import { startScenario } from '../support/scenario.ts';
import { fillHall, type Hall, provenBy, startHall, verified } from '../support/sealed-hall.ts';
import { admin, type Cloud, done, startCloud, where } from './installations.ts';
import { inTable } from './raw.ts';

let cloud: Cloud;
let folder: string;
let api: TestApi;
let hall: Hall;
const file = (name: string): string => join(folder, name);
const restored = 'hadir-restored';

/** What a point-in-time recovery gives: the table as it stood, under another name. */
const restore = async (): Promise<void> => {
  await ensureTable(cloud.engine.client, restored);
  const [from, to] = [cloud.items(), cloud.items(restored)];
  for await (const keys of from.allKeys()) for (const item of await from.found(keys)) await to.putNew(item);
};

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  cloud = await startCloud(JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') }));
  api = await cloud.start();
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  hall = await startHall(api);
  await fillHall(hall);
  await hall.close();
  await hall.seal();
  await startScenario(api, { regency: '16.05', units: [{ name: 'Dinas Tetangga' }], until: 'open' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(folder, { recursive: true });
});

test('one regency comes back from the older copy, and everything else stays as it is', async () => {
  await restore();
  // Afterwards the neighbour works on, and an operator empties half a regency by hand.
  await startScenario(api, { regency: '16.05', units: [{ name: 'Dinas Tetangga Dua' }], until: 'published' });
  const live = cloud.items();
  const pk = `S#${hall.session}`;
  for await (const page of live.pages({ pk, prefix: 'I#' }))
    await live.remove(page.map((item) => ({ pk, sk: item.sk?.S ?? '' })));
  await live.remove([{ pk: 'R#16.04', sk: 'META' }]);
  expect((await hall.check('Dinas A')).status).not.toBe(200);
  const isOthers = (key: { pk: string; sk: string }) => ownerOf(key) === '16.05';
  const others = await inTable(live, isOthers);

  // 1. What is right, out of the restored table. 2. What is there now, for the record.
  await done('export', '--regency', '16.04', '--to', file('right.gz'), ...where(cloud, restored));
  await done('export', '--regency', '16.04', '--to', file('damaged.gz'), ...where(cloud));
  // 3. Away with it; 4. and the right one in its place.
  const erased = await done(
    'erase',
    '--regency',
    '16.04',
    '--yes',
    '16.04',
    '--export',
    file('damaged.gz'),
    ...where(cloud),
  );
  expect(erased).toContain('PITR');
  const imported = await done('import', '--regency', '16.04', '--from', file('right.gz'), ...where(cloud));
  expect(imported).toContain('1 dari 1 utuh');

  const isOwn = (key: { pk: string; sk: string }) => ownerOf(key) === '16.04' && !/^(COV|DAY)#/.test(key.sk);
  expect(await inTable(live, isOwn)).toEqual(await inTable(cloud.items(restored), isOwn));
  expect(await inTable(live, isOthers)).toEqual(others);
  expect(Object.values(provenBy((await hall.check('Dinas A')).body))).not.toContain(false);
  expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(1);
  expect((await api.call(as('organizer'), 'GET', `${hall.base}/seal`)).body.state).toBe('SEALED');
  const { regencies } = (await api.call(as('province', '16'), 'GET', '/api/provinces/16/coverage')).body;
  expect(regencies).toMatchObject({ registered: 2, held: 1 });
});

test('an erasure wants a copy of what stands there now: not yesterday’s, not another regency’s, not one without the last change', async () => {
  const erase = (...how: string[]) => admin('erase', '--regency', '16.04', '--yes', '16.04', ...how, ...where(cloud));
  await done('export', '--regency', '16.05', '--to', file('other.gz'), ...where(cloud));
  expect((await erase('--export', file('other.gz'))).err).toContain('bukan daerah');
  await done('export', '--regency', '16.04', '--to', file('now.gz'), ...where(cloud));
  api.clock.now = new Date('2024-07-02T01:00:00Z');
  const { status } = await hall.signByLink('Dinas D', 'holder');
  expect(status).toBeLessThan(300);
  const refused = await erase('--export', file('now.gz'));
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('1 invitation')]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 });
  expect((await erase('--export', file('now.gz'))).err).toContain('lebih dari sehari');
  vi.useRealTimers();
  expect((await hall.check('Dinas A')).status).toBe(200);
});

test.each([
  [['erase', '--regency', '16.04', '--without-export']],
  [['erase', '--regency', '16.04', '--yes', '16.05', '--without-export']],
  [['erase', '--regency', '16.04', '--yes', '16.04']],
  [['erase', '--regency', '1604', '--yes', '1604', '--without-export']],
  [['export', '--all', '--regency', '16.04', '--to', 'x']],
  [['export', '--regency', '16.04', '--to', 'x', '--data', '.data']],
  [['import', '--from', 'x', '--regency', '16.04', '--all']],
  [['recompute', '--regency', '16.04', '--yes', '16.04']],
  [['copy']],
])('%j says too little, or too much: the usage, and nothing happens', async (argv) => {
  const { code, err } = await admin(...argv, ...where(cloud));
  expect([code, err]).toEqual([2, expect.stringContaining('rotate-keys token')]);
  expect((await hall.check('Dinas A')).status).toBe(200);
});
