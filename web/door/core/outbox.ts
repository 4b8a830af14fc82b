/** What the server does not have yet, in the order in which it happened. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Noted, offsetFor } from './clock-offset.ts';
import type { Delegate } from './door.ts';
import type { LogRecord, Numbered, OutboxRecord } from './records.ts';

export interface Outbox {
  count: ReadonlySignal<number>;
  /** Refused as unreadable: kept, and no longer sent. By their numbers. */
  givenUp: ReadonlySignal<ReadonlySet<number>>;
  all: () => readonly Numbered[];
  /** A number for the next record; its order is the order of sending. */
  nextSeq: () => number;
  add: (record: Numbered) => void;
  remove: (seqs: ReadonlySet<number>) => void;
  giveUp: (seqs: ReadonlySet<number>) => void;
}

export const makeOutbox = (kept: readonly Numbered[], lastSeq: number, keptGivenUp: readonly number[]): Outbox => {
  let records = [...kept];
  let seq = Math.max(lastSeq, ...kept.map((record) => record.seq));
  const count = signal(records.length);
  const givenUp = signal<ReadonlySet<number>>(new Set(keptGivenUp));
  return {
    count,
    givenUp,
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
    giveUp: (seqs) => {
      if (seqs.size) givenUp.value = new Set([...givenUp.peek(), ...seqs]);
    },
  };
};

/** What is known when something is sent. */
export interface SendingContext {
  logOf: (nonce: string) => LogRecord | undefined;
  clock: Noted;
  notBefore: number;
  notAfter: number;
  /** Whom the list names as the delegate of a scan that names nobody itself. */
  delegateOf?: (log: LogRecord) => Delegate | undefined;
}

/** With what the clock was off by then. An undo or a correction of an older app does not say when it was made. */
const timed = (owed: OutboxRecord, { clock, notBefore, notAfter }: SendingContext): Record<string, unknown> => {
  const made = owed.kind === 'scan' ? owed.body.scannedAt : owed.body.madeAt;
  if (made === undefined) return owed.body;
  const offset = offsetFor({ scannedAt: String(made), noted: owed.clock, now: clock, notBefore, notAfter });
  return { ...owed.body, ...(offset !== undefined && { clockOffsetMs: offset }) };
};

/** The entry of a batch for a record. */
export const entryOf = ({ owed }: Numbered, context: SendingContext): unknown => {
  if (owed.format === 'unreadable') return owed.body;
  const entry = timed(owed, context);
  const log = context.logOf(owed.nonce);
  if (owed.kind === 'scan') {
    const delegate = log?.delegation === undefined ? undefined : context.delegateOf?.(log);
    return delegate ? { ...entry, delegate } : entry;
  }
  const invitation = log?.invitation;
  return { ...entry, ...(invitation && { invitation }) };
};

/** Without what was put aside, and without what came after it about the same invitation. */
const notOvertaking = (
  records: readonly Numbered[],
  aside: ReadonlySet<number>,
  logOf: SendingContext['logOf'],
): Numbered[] => {
  const held = new Set<string>();
  return records.filter(({ seq, owed }) => {
    const about = logOf(owed.nonce)?.invitation;
    const waits = aside.has(seq) || (about !== undefined && held.has(about));
    if (waits && about !== undefined) held.add(about);
    return !waits;
  });
};

/**
 * The next records to send together: an undo or a correction never before its scan, nor while it is unknown whom it is about; and
 * nothing about an invitation before what was put aside about it, which came first.
 */
export const nextBatch = (
  records: readonly Numbered[],
  size: number,
  aside: ReadonlySet<number>,
  logOf: SendingContext['logOf'],
): Numbered[] => {
  const waiting = new Set(records.filter(({ owed }) => owed.kind === 'scan').map(({ owed }) => owed.nonce));
  const batch: Numbered[] = [];
  for (const record of notOvertaking(records, aside, logOf)) {
    const { owed } = record;
    if (batch.length === size) break;
    if (owed.kind === 'scan') waiting.delete(owed.nonce);
    else if (waiting.has(owed.nonce) || !(logOf(owed.nonce)?.invitation ?? settled(logOf(owed.nonce)))) continue;
    batch.push(record);
  }
  return batch;
};

/** Settled without an invitation: what is said about it can be sent, and is answered for good. */
const settled = (log: LogRecord | undefined): boolean => log === undefined || log.state !== 'saved';
