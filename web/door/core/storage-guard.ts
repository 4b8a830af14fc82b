/**
 * Room for the scans of the day. A reserve is laid by at the start; when the storage is full it is given up, so that scans still
 * fit while the operator is told.
 */
import { type Signal, signal } from '@preact/signals';
import type { StorageState } from './door.ts';
import { type Change, type DoorDb, errorName } from './door-db.ts';
import type { DoorPorts } from './ports.ts';

/** About 1,000 scans. */
export const reserveBytes = 512 * 1024;
/** Below this the operator is told, long before nothing fits. */
const littleBytes = 8 * 1024 * 1024;
/** Browsers give a private window this little; what is in it ends with the window. */
const privateBytes = 250 * 1024 * 1024;

export interface GuardedDb extends DoorDb {
  state: Signal<StorageState>;
  /** Looks at the room that is left, and lays by the reserve again where there is some. */
  look: () => Promise<void>;
}

/** Removing always fits, and so may a note that replaces another: that there is room is shown by a scan that was taken. */
const showsRoom = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.in === 'outbox' && 'put' in change);

const isFull = (error: unknown): boolean => errorName(error) === 'QuotaExceededError';

/** Random, since storages compress: a block of zeros would keep no room. */
const randomBlock = (): Uint8Array => {
  const block = new Uint8Array(reserveBytes);
  for (let at = 0; at < reserveBytes; at += 65_536) crypto.getRandomValues(block.subarray(at, at + 65_536));
  return block;
};

export const guardStorage = (db: DoorDb, storage: DoorPorts['storage']): GuardedDb => {
  const state = signal<StorageState>('ok');
  let reserved = false;

  const layBy = async (): Promise<void> => {
    if (reserved) return;
    reserved = (await db.get('reserve', 0)) !== undefined;
    if (reserved) return;
    await db.write([{ in: 'reserve', put: randomBlock(), key: 0 }]);
    reserved = true;
  };

  const giveUpReserve = async (): Promise<void> => {
    reserved = false;
    await db.write([{ in: 'reserve', clear: true }]);
    state.value = 'low';
  };

  const judge = async (): Promise<StorageState> => {
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    if (quota === undefined || usage === undefined) return 'ok';
    if (quota - usage < littleBytes) return 'low';
    const kept = (await storage?.persisted?.()) || (await storage?.persist?.());
    return kept === false && quota < privateBytes ? 'volatile' : 'ok';
  };

  return {
    ...db,
    state,
    write: async (changes: readonly Change[], durability) => {
      try {
        await db.write(changes, durability);
        if (state.peek() === 'full' && showsRoom(changes)) state.value = 'low';
      } catch (error) {
        if (!isFull(error)) throw error;
        try {
          await giveUpReserve();
          await db.write(changes, durability);
        } catch (again) {
          if (isFull(again)) state.value = 'full';
          throw again;
        }
      }
    },
    look: async () => {
      try {
        const seen = await judge();
        if (seen !== 'low') await layBy();
        // An estimate is a guess: after "full", the reserve alone shows that there is room again.
        if (state.peek() !== 'full' || reserved) state.value = seen;
      } catch (error) {
        if (isFull(error) && state.peek() !== 'full') state.value = 'low';
      }
    },
  };
};
