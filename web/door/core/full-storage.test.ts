/** A device whose storage is full, nearly full, or forgetful. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDbName } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import type { DoorDb } from './door-db.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('a storage that is full', () => {
  const quota = (): Error => new DOMException('', 'QuotaExceededError');

  it('gives up its reserve for a scan and says that little is left', async () => {
    let full = false;
    const wrapDb = (db: DoorDb): DoorDb => ({
      ...db,
      write: async (changes, durability) => {
        const frees = changes.every((change) => 'clear' in change && change.in === 'reserve');
        if (full && !frees) throw quota();
        if (frees) full = false;
        return db.write(changes, durability);
      },
    });
    const door = await stage.pair({ wrapDb });
    expect(door.storage.value).toBe('ok');
    full = true;
    const nonce = await door.take(byCode(1));
    expect(door.storage.value).toBe('low');
    expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' } });
  });

  it('says that a scan was not saved, and does not count it', async () => {
    let full = false;
    const wrapDb = (db: DoorDb): DoorDb => ({
      ...db,
      write: (changes, durability) =>
        full && changes.some((change) => 'put' in change) ? Promise.reject(quota()) : db.write(changes, durability),
    });
    const door = await stage.pair({ wrapDb });
    stage.offline();
    full = true;
    const nonce = await door.take(byCode(1));
    expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'NOT_SAVED' } });
    expect(door.storage.value).toBe('full');
    expect(door.unsent.value).toBe(0);
    expect(door.counts.value?.present).toBe(0);
    full = false;
    expect(logged(door, await door.take(byCode(1))).verdict.kind).toBe('ADMITTED');
  });

  it('tells of little room before anything is lost, and of a storage that the browser may forget', async () => {
    const little = { estimate: async () => ({ quota: 1e9, usage: 1e9 - 1e6 }) };
    expect((await stage.pair({ storage: little })).storage.value).toBe('low');
    const forgetful = {
      estimate: async () => ({ quota: 1e8, usage: 0 }),
      persisted: async () => false,
      persist: async () => false,
    };
    expect((await stage.pair({ storage: forgetful, dbName: newDbName() })).storage.value).toBe('volatile');
  });
});
