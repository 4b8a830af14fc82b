import { expect, it } from 'vitest';
import type { Change, DoorDb } from './door-db.ts';
import { guardStorage } from './storage-guard.ts';

const scan: Change = { in: 'outbox', put: {}, key: 1 };

/** A storage of which `full` says whether it takes anything. */
const storageOf = () => {
  const disk = { full: false };
  const db: DoorDb = {
    get: async () => undefined,
    all: async () => [],
    write: async (changes) => {
      if (disk.full && changes.some((change) => 'put' in change)) throw new DOMException('', 'QuotaExceededError');
    },
    close: () => undefined,
  };
  return { disk, db };
};

it('stays full until something fits, whatever the browser estimates', async () => {
  for (const quota of [1_001, 1e12, undefined]) {
    const { disk, db } = storageOf();
    const guarded = guardStorage(db, { estimate: async () => ({ ...(quota && { quota, usage: 1_000 }) }) });
    await guarded.look();
    disk.full = true;
    await expect(guarded.write([scan])).rejects.toThrow();
    expect(guarded.state.value).toBe('full');
    await guarded.look();
    await guarded.write([{ in: 'outbox', remove: 1 }]);
    expect(guarded.state.value).toBe('full');
    disk.full = false;
    await guarded.write([scan]);
    expect(guarded.state.value).toBe('low');
  }
});

it('finds by itself that there is room again', async () => {
  const { disk, db } = storageOf();
  const guarded = guardStorage(db, { estimate: async () => ({ quota: 1e12, usage: 0 }), persisted: async () => true });
  disk.full = true;
  await expect(guarded.write([scan])).rejects.toThrow();
  disk.full = false;
  await guarded.look();
  expect(guarded.state.value).toBe('ok');
});
