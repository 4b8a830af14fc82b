/** Photos of delegates' letters: kept until the server has them, then forgotten here. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { failureOf, within } from './exchange.ts';
import type { LogBook } from './log-book.ts';
import type { Outbox } from './outbox.ts';
import type { Credential, DoorPorts } from './ports.ts';
import type { LogRecord } from './records.ts';
import type { GuardedDb } from './storage-guard.ts';

export interface Letters {
  count: ReadonlySignal<number>;
  attach: (nonce: string, jpeg: Blob) => Promise<boolean>;
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

export const makeLetters = async ({ db, logs, outbox, credential, ports }: Parts): Promise<Letters> => {
  const waiting = new Set((await db.all('letters')).map(({ key }) => String(key)));
  const count = signal(waiting.size);
  const counted = (): void => {
    count.value = waiting.size;
  };

  const mark =
    (letter: LogRecord['letter']) =>
    (log: LogRecord): LogRecord => {
      const { letter: _, ...rest } = log;
      return { ...rest, ...(letter && { letter }) };
    };

  const settle = async (nonce: string, letter: LogRecord['letter']): Promise<void> => {
    waiting.delete(nonce);
    const log = logs.change(nonce, mark(letter));
    counted();
    await db
      .write([{ in: 'letters', remove: nonce }, ...(log ? [{ in: 'log', put: log, key: nonce } as const] : [])])
      .catch(() => undefined);
  };

  const sendOne = async (nonce: string): Promise<void> => {
    const bytes = (await db.get('letters', nonce)) as ArrayBuffer | undefined;
    if (!bytes) return settle(nonce, undefined);
    try {
      const jpeg = new Blob([bytes], { type: 'image/jpeg' });
      await within(ports.api.letter(credential, nonce, jpeg), patienceMs, ports);
    } catch (error) {
      if (failureOf(error).failure !== 'refused') throw error;
      // The server will never take this photo: the scan stands without it.
      return settle(nonce, undefined);
    }
    return settle(nonce, 'sent');
  };

  return {
    count,
    attach: async (nonce, jpeg) => {
      if (!logs.get(nonce)) return false;
      try {
        // As bytes: some browsers lose Blobs that lie in IndexedDB.
        await db.write([{ in: 'letters', put: await jpeg.arrayBuffer(), key: nonce }], 'strict');
      } catch {
        return false;
      }
      waiting.add(nonce);
      logs.change(nonce, mark('saved'));
      counted();
      return true;
    },
    send: async () => {
      const owed = new Set(outbox.all().map(({ owed: { nonce } }) => nonce));
      for (const nonce of [...waiting]) if (!owed.has(nonce)) await sendOne(nonce);
    },
  };
};
