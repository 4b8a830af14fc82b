/** What the server does not have yet, in the order in which it happened. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Noted, offsetFor } from './clock-offset.ts';
import type { LogRecord, Numbered, Owed } from './records.ts';

export interface Outbox {
  count: ReadonlySignal<number>;
  all: () => readonly Numbered[];
  /** A number for the next record; its order is the order of sending. */
  nextSeq: () => number;
  add: (record: Numbered) => void;
  remove: (seqs: ReadonlySet<number>) => void;
}

export const makeOutbox = (kept: readonly Numbered[], lastSeq: number): Outbox => {
  let records = [...kept];
  let seq = Math.max(lastSeq, ...kept.map((record) => record.seq));
  const count = signal(records.length);
  return {
    count,
    all: () => records,
    nextSeq: () => {
      seq += 1;
      return seq;
    },
    add: (record) => {
      records = [...records, record].sort((a, b) => a.seq - b.seq);
      count.value = records.length;
    },
    remove: (seqs) => {
      records = records.filter((record) => !seqs.has(record.seq));
      count.value = records.length;
    },
  };
};

/** What is known when something is sent. */
export interface SendingContext {
  logOf: (nonce: string) => LogRecord | undefined;
  clock: Noted;
  notBefore: number;
  notAfter: number;
}

const scanEntry = (owed: Owed, { clock, notBefore, notAfter }: SendingContext): unknown => {
  if (owed.format === 'unreadable') return owed.body;
  const offset = offsetFor({
    scannedAt: String(owed.body.scannedAt),
    noted: owed.clock,
    now: clock,
    notBefore,
    notAfter,
  });
  return { ...owed.body, ...(offset !== undefined && { clockOffsetMs: offset }) };
};

/** The entry of a batch for a record. */
export const entryOf = ({ owed }: Numbered, context: SendingContext): unknown => {
  if (owed.kind === 'scan') return scanEntry(owed, context);
  const invitation = context.logOf(owed.nonce)?.invitation;
  return { ...owed.body, ...(invitation && { invitation }) };
};

/** The next records to send together: an undo or a correction never before its scan, nor while it is unknown whom it is about. */
export const nextBatch = (
  records: readonly Numbered[],
  size: number,
  aside: ReadonlySet<number>,
  logOf: SendingContext['logOf'],
): Numbered[] => {
  const waiting = new Set(records.filter(({ owed }) => owed.kind === 'scan').map(({ owed }) => owed.nonce));
  const batch: Numbered[] = [];
  for (const record of records) {
    const { owed } = record;
    if (batch.length === size) break;
    if (aside.has(record.seq)) continue;
    if (owed.kind === 'scan') waiting.delete(owed.nonce);
    else if (waiting.has(owed.nonce) || !(logOf(owed.nonce)?.invitation ?? settled(logOf(owed.nonce)))) continue;
    batch.push(record);
  }
  return batch;
};

/** Settled without an invitation: what is said about it can be sent, and is answered for good. */
const settled = (log: LogRecord | undefined): boolean => log === undefined || log.state !== 'saved';
