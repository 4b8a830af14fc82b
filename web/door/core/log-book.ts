/** Every scan made at this door, as it stands now. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LogRecord } from './records.ts';

export interface LogBook {
  /** Newest first: the last ones, and every older one that is not settled or that nobody has seen overruled. */
  shown: ReadonlySignal<readonly LogRecord[]>;
  get: (nonce: string) => LogRecord | undefined;
  put: (record: LogRecord) => void;
  change: (nonce: string, changes: (record: LogRecord) => LogRecord) => LogRecord | undefined;
  all: () => Iterable<LogRecord>;
}

const lastScans = 50;

const isOpen = ({ state, seen, undone, corrected, letter }: LogRecord): boolean =>
  state === 'saved' ||
  (state === 'overruled' && !seen) ||
  undone?.confirmed === false ||
  corrected?.confirmed === false ||
  letter === 'saved';

export const makeLogBook = (kept: readonly LogRecord[]): LogBook => {
  const records = new Map([...kept].sort((a, b) => a.seq - b.seq).map((record) => [record.nonce, record]));
  const version = signal(0);
  const put = (record: LogRecord): void => {
    records.set(record.nonce, record);
    version.value += 1;
  };
  return {
    shown: computed(() => {
      version.value;
      const all = [...records.values()].reverse();
      return all.filter((record, at) => at < lastScans || isOpen(record));
    }),
    get: (nonce) => records.get(nonce),
    put,
    change: (nonce, changes) => {
      const record = records.get(nonce);
      if (!record) return undefined;
      const next = changes(record);
      put(next);
      return next;
    },
    all: () => records.values(),
  };
};
