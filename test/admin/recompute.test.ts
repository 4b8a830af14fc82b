/** Figures that were lost or grew old, as after a queue of failures: `recompute` makes them again, and says what else is owed. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openEngine } from '../../functions/admin/open-engine.ts';
import { kindOf, totalsKeysOf } from '../../functions/platform/regency-items.ts';
import { as, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, startHall, verified } from '../support/sealed-hall.ts';
import { admin, done, startCloud, startLaptop, where } from './installations.ts';

const bundleIn = (api: TestApi, { base }: Hall) =>
  api.call(as('organizer'), 'GET', `${base}/seal/bundle.zip?openings=yes`);
const later = { now: new Date('2024-06-27T01:00:00Z') };
let folder: string;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('in a table: figures and totals are there again; a session that is owed a seal is named, one that cannot be read too', async () => {
  const cloud = await startCloud(JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') }));
  try {
    const api = await cloud.start();
    Object.assign(api.clock, later);
    const hall = await startHall(api);
    await fillHall(hall);
    await hall.close();
    const before = (await hall.coverage()).worst;
    const items = cloud.items();
    const gone = [totalsKeysOf('16.04').own, totalsKeysOf('16.04').province];
    for await (const page of items.allKeys())
      gone.push(...page.filter((key) => ['coverage', 'seal-head'].includes(kindOf(key))));
    await items.remove(gone);
    const told = await done('recompute', '--regency', '16.04', ...where(cloud));
    expect(told).toContain('1 sesi dihitung ulang');
    expect(told).toMatch(new RegExp(`Belum disegel.*\n.*\n +${hall.session}`));
    expect((await hall.coverage()).worst).toEqual(before);
    const { regencies } = (await api.call(as('province', '16'), 'GET', '/api/provinces/16/coverage')).body;
    expect(regencies).toMatchObject({ registered: 1, held: 1 });

    await items.putNew({ pk: { S: `S#${hall.session}` }, sk: { S: 'I#aaaaaaaa' } });
    const { code, err } = await admin('recompute', '--regency', '16.04', ...where(cloud));
    expect([code, err]).toEqual([1, expect.stringMatching(new RegExp(`GAGAL.*\n +${hall.session}`))]);
  } finally {
    await cloud.stop();
  }
});

test('on the laptop: what is closed is sealed, and the figures tell it', async () => {
  const data = join(folder, 'laptop');
  const laptop = await startLaptop(data);
  Object.assign(laptop.clock, later);
  const hall = await startHall(laptop);
  await fillHall(hall);
  await hall.close();
  await laptop.stop();
  // As after an end that left no time for figures and seal.
  const { items, close } = await openEngine({ data });
  for await (const page of items.allKeys())
    await items.remove(page.filter((key) => ['coverage', 'seal-head'].includes(kindOf(key))));
  await close();
  const told = await done('recompute', '--regency', '16.04', '--data', data);
  expect(told).toContain('1 sesi dihitung ulang');
  expect(told).not.toContain('Belum disegel');
  const again = await startLaptop(data);
  try {
    const [record] = await again.deps.stores.coverage.all('16.04');
    expect(record?.seal).toMatchObject({ number: 1 });
    expect(verified((await bundleIn(again, hall)).bytes).heads).toHaveLength(1);
  } finally {
    await again.stop();
  }
});

test('of a regency that is not here nothing is made', async () => {
  const data = join(folder, 'empty');
  await (await startLaptop(data)).stop();
  const { code, err } = await admin('recompute', '--regency', '16.04', '--data', data);
  expect([code, err]).toEqual([1, expect.stringContaining('Tidak ada data daerah 16.04')]);
});
