/** This device's storage: one IndexedDB with a few plain stores. Several changes are one transaction, or none of them happens. */
import { openDB } from 'idb';

/**
 * `meta`: pairing, session, clock, state of the list. `keys`: the list's and the device's. `list`: sealed pages. `outbox`: what
 * the server does not have, in order. `log`: every scan made here. `letters`: photos that wait. `reserve`: room kept for scans.
 */
export const storeNames = ['meta', 'keys', 'list', 'outbox', 'log', 'letters', 'reserve'] as const;
export type StoreName = (typeof storeNames)[number];
export type Key = string | number;

export type Change =
  | { in: StoreName; put: unknown; key: Key }
  | { in: StoreName; remove: Key }
  | { in: StoreName; clear: true };

export interface DoorDb {
  get: (store: StoreName, key: Key) => Promise<unknown>;
  /** Everything in a store, in the order of its keys. */
  all: (store: StoreName) => Promise<{ key: Key; value: unknown }[]>;
  /** `strict`: on the disk, not only with the operating system, when this resolves: a flat battery takes nothing back. */
  write: (changes: readonly Change[], durability?: 'strict' | 'relaxed') => Promise<void>;
  close: () => void;
}

export const dbName = 'hadir-door';

/** The name of what went wrong, e.g. QuotaExceededError. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');

export const openDoorDb = async (name = dbName): Promise<DoorDb> => {
  const db = await openDB(name, 1, {
    upgrade: (fresh) => {
      for (const store of storeNames) if (!fresh.objectStoreNames.contains(store)) fresh.createObjectStore(store);
    },
    // Another version of the app wants the database: let go, this page's next write fails and is tried again after a reload.
    blocking: (_, __, event) => (event.target as IDBDatabase | null)?.close(),
  });
  return {
    get: (store, key) => db.get(store, key),
    all: async (store) => {
      const tx = db.transaction(store);
      const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
      return values.map((value: unknown, at) => ({ key: keys[at] as Key, value }));
    },
    write: async (changes, durability = 'relaxed') => {
      const tx = db.transaction([...new Set(changes.map((change) => change.in))], 'readwrite', { durability });
      let failed: unknown;
      const noted = (work: Promise<unknown>): void =>
        void work.catch((error: unknown) => {
          failed ??= error;
        });
      for (const change of changes) {
        const store = tx.objectStore(change.in);
        if ('put' in change) noted(store.put(change.put, change.key));
        else noted('remove' in change ? store.delete(change.remove) : store.clear());
      }
      try {
        await tx.done;
      } catch (error) {
        // A full disk shows on the transaction; a value that cannot be stored shows on its own request.
        throw tx.error ?? failed ?? error;
      }
    },
    close: () => db.close(),
  };
};
