/** Photos of delegates' letters: kept until the server has them, then forgotten here. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { failureOf, within } from './exchange.ts';
import type { LogBook } from './log-book.ts';
import type { Outbox } from './outbox.ts';
import type { Credential, DoorPorts } from './ports.ts';
import type { LogRecord } from './records.ts';
import type { GuardedDb } from './storage-guard.ts';

export interface Letters {
  count: ReadonlySignal<number>;
  /** The scans whose photos wait. */
  nonces: ReadonlySignal<readonly string[]>;
  attach: (nonce: string, jpeg: Blob) => Promise<boolean>;
  read: (nonce: string) => Promise<Uint8Array | undefined>;
  /** Sends those whose scan the server has; throws when there is no answer. */
  send: () => Promise<void>;
}

interface Parts {
  db: GuardedDb;
  logs: LogBook;
  outbox: Outbox;
  credential: Credential;
  ports: Pick<DoorPorts, 'api' | 'later'>;
}

const patienceMs = 30_000;

const mark =
  (letter: LogRecord['letter']) =>
  (log: LogRecord): LogRecord => {
    const { letter: _, ...rest } = log;
    return { ...rest, ...(letter && { letter }) };
  };

export const makeLetters = async ({ db, logs, outbox, credential, ports }: Parts): Promise<Letters> => {
  /** How often a photo was taken for this scan since the start: what is sent may be replaced meanwhile. */
  const taken = new Map<string, number>();
  const nonces = signal<readonly string[]>((await db.all('letters')).map(({ key }) => String(key)));
  for (const nonce of nonces.peek()) logs.change(nonce, mark('saved'));

  const drop = (nonce: string): void => {
    nonces.value = nonces.peek().filter((other) => other !== nonce);
  };

  const settle = async (nonce: string, letter: LogRecord['letter'], sent: number | undefined): Promise<void> => {
    // Another photo lies there by now, and it is owed as well.
    if (taken.get(nonce) !== sent) return;
    drop(nonce);
    const log = logs.change(nonce, mark(letter));
    await db
      .write([{ in: 'letters', remove: nonce }, ...(log ? [{ in: 'log', put: log, key: nonce } as const] : [])])
      .catch(() => undefined);
  };

  const read = async (nonce: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const bytes = (await db.get('letters', nonce)) as ArrayBuffer | undefined;
    return bytes && new Uint8Array(bytes);
  };

  const sendOne = async (nonce: string): Promise<void> => {
    const sent = taken.get(nonce);
    const bytes = await read(nonce);
    if (!bytes) return settle(nonce, undefined, sent);
    try {
      const jpeg = new Blob([bytes], { type: 'image/jpeg' });
      await within(ports.api.letter(credential, nonce, jpeg), patienceMs, ports);
    } catch (error) {
      if (failureOf(error).failure !== 'refused') throw error;
      // The server will never take this photo: the scan stands without it.
      return settle(nonce, undefined, sent);
    }
    return settle(nonce, 'sent', sent);
  };

  return {
    count: computed(() => nonces.value.length),
    nonces,
    read,
    attach: async (nonce, jpeg) => {
      // As bytes: some browsers lose Blobs that lie in IndexedDB.
      const bytes = await jpeg.arrayBuffer();
      const before = logs.get(nonce);
      const log = logs.change(nonce, mark('saved'));
      if (!log) return false;
      taken.set(nonce, (taken.get(nonce) ?? 0) + 1);
      try {
        await db.write(
          [
            { in: 'letters', put: bytes, key: nonce },
            { in: 'log', put: log, key: nonce },
          ],
          'strict',
        );
      } catch {
        logs.change(nonce, mark(before?.letter));
        return false;
      }
      drop(nonce);
      nonces.value = [...nonces.peek(), nonce];
      return true;
    },
    send: async () => {
      const owed = new Set(outbox.all().map(({ owed: { nonce } }) => nonce));
      for (const nonce of nonces.peek()) if (!owed.has(nonce)) await sendOne(nonce);
    },
  };
};
