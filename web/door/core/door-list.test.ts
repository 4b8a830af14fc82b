import { afterEach, beforeEach, expect, it } from 'vitest';
import { anEntry, newDbName } from '../../../test/support/door-kit.ts';
import type { DoorListEntry } from './door.ts';
import { type DoorDb, openDoorDb } from './door-db.ts';
import { openDoorList } from './door-list.ts';
import { makeListKey } from './list-cipher.ts';
import type { ListPage } from './ports.ts';

const asOf = '2024-06-27T01:00:00.000Z';
let db: DoorDb;
let key: CryptoKey;
let older: DoorListEntry;
let newer: DoorListEntry;

beforeEach(async () => {
  db = await openDoorDb(newDbName());
  key = await makeListKey();
  older = await anEntry(1);
  newer = { ...older, present: { at: asOf, door: 'Pintu A', mode: 'IN_PERSON', who: 'holder' } };
});
afterEach(() => db.close());

const page = (items: DoorListEntry[], next: string | null = null): ListPage => ({ items, next, asOf });
/** What a start from the storage alone knows. */
const keptPresent = async () => (await openDoorList(db, key)).entries()?.get(older.id)?.present;

it('keeps what an answer said while the first download was under way, also over a restart', async () => {
  const list = await openDoorList(db, key);
  await list.refresh(async () => {
    const { commit } = await list.learned([newer]);
    commit();
    return page([older]);
  });
  expect(list.entries()?.get(older.id)?.present).toEqual(newer.present);
  expect(await keptPresent()).toEqual(newer.present);
});

it('keeps it when the answer came while the download was being written', async () => {
  const slow: DoorDb = {
    ...db,
    write: async (changes, durability) => {
      if (changes.some((change) => change.in === 'list' && 'clear' in change)) (await list.learned([newer])).commit();
      await db.write(changes, durability);
    },
  };
  const list = await openDoorList(slow, key);
  await list.refresh(async () => page([older]));
  expect(list.entries()?.get(older.id)?.present).toEqual(newer.present);
  expect(await keptPresent()).toEqual(newer.present);
});

it('keeps it when the download was cut off in between', async () => {
  const list = await openDoorList(db, key);
  const cut = list.refresh(async ({ cursor }) => {
    if (cursor) throw new Error('gone');
    return page([older], 'two');
  });
  await expect(cut).rejects.toThrow('gone');
  (await list.learned([newer])).commit();
  await list.refresh(async () => page([]));
  expect(await keptPresent()).toEqual(newer.present);
});
