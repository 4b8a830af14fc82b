/** A seal that was kept before salts lay apart and contents had a form: it is read, checked, erased from, and not sealed again. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeItemVersions } from '../../functions/platform/item-version.ts';
import { sealLeavesKey, sealPartition } from '../../functions/platform/keys.ts';
import { type Item, type Key, makeTable } from '../../functions/platform/table.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, headsHold, minute, startHall, verified } from '../support/sealed-hall.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** The items of a seal as they were written then. */
const asBefore = async (session: string): Promise<void> => {
  const { client, stores } = api.engine;
  const table = makeTable(client, 'hadir', makeItemVersions([]));
  const all = (prefix: string) => api.engine.table.queryAll({ pk: sealPartition(session), prefix, consistent: true });
  for (const { form: _, ...kept } of await all('PART#')) {
    const piece = kept as Key & Item;
    // Made by a formula that nobody has any more.
    const contents = Uint8Array.from(piece.contents as Uint8Array, (byte) => byte ^ 1);
    // What stands there is of a version that no older Hadir goes over.
    await api.engine.table.remove({ pk: piece.pk, sk: piece.sk });
    await table.put({ ...piece, contents });
  }
  for await (const { from, attempt, openings } of stores.seals.allLeaves(session)) {
    const key = sealLeavesKey(session, from, attempt);
    const { salts: _, ...run } = (await api.engine.table.get(key)) ?? {};
    await table.put({ ...run, ...key, openings: gzipSync(JSON.stringify(openings)) });
  }
};

const sealedBefore = async (): Promise<Hall> => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  expect((await hall.close()).status).toBe(200);
  hall.later(minute);
  await asBefore(hall.session);
  return hall;
};
const sizes = async (hall: Hall): Promise<number[]> =>
  (await hall.getSeal()).body.heads.map(({ head }: { head: { size: number } }) => head.size);

test('it is whole, and sealing again adds nothing', async () => {
  const hall = await sealedBefore();
  const before = await sizes(hall);
  expect((await hall.seal()).status).toBe(200);
  expect(await sizes(hall)).toEqual(before);
  expect((await hall.getSeal()).body).toMatchObject({ state: 'SEALED', unsealed: {}, missing: {} });
  expect((await hall.check('Dinas A')).body.proofs.length).toBeGreaterThan(0);
  expect(verified((await hall.bundle()).bytes).ok).toBe(true);
});

test('an erasure adds itself alone, takes the name away, and what is put on top is compared again', async () => {
  const hall = await sealedBefore();
  const [before = 0] = await sizes(hall);
  expect((await hall.erase('Dinas B')).status).toBe(200);
  expect(await sizes(hall)).toEqual([before, before + 1]);
  const runs: unknown[] = [];
  for await (const run of api.engine.stores.seals.allLeaves(hall.session)) runs.push(run);
  expect(JSON.stringify(runs)).not.toContain('Siti Nurhaliza');
  expect(headsHold((await hall.checkSession()).body.heads)).toBe(true);
  const forms = (await api.engine.stores.seals.hashes(hall.session)).map(({ form }) => form);
  expect(forms.sort()).toEqual([1, 2]);
});
