/** Sends what is owed, up to 200 at once, and takes in each answer exactly once. */
import { batch as together } from '@preact/signals';
import type { ApiProblemCode } from '../../shared/api-problem.ts';
import { afterChange, afterScan, verdictOf } from './answers.ts';
import type { Delegate, DoorListEntry } from './door.ts';
import type { Change, DoorDb } from './door-db.ts';
import type { DoorList } from './door-list.ts';
import { failureOf, within } from './exchange.ts';
import type { LogBook } from './log-book.ts';
import { entryOf, nextBatch, type Outbox, type SendingContext } from './outbox.ts';
import type { BatchAnswer, BatchOutcome, Credential, DoorPorts } from './ports.ts';
import { readBatch } from './readable.ts';
import { type LogRecord, logOfOwed, type Numbered } from './records.ts';

const largestBatch = 200;
const smallestBatch = 10;
const patienceMs = 10_000;
/** A larger batch is longer on a poor line. */
const patiencePerEntryMs = 100;

export interface SenderParts {
  ports: Pick<DoorPorts, 'api' | 'now' | 'later'>;
  credential: Credential;
  outbox: Outbox;
  logs: LogBook;
  list: DoorList;
  db: DoorDb;
  context: () => Omit<SendingContext, 'logOf'>;
}

/** `idle`: nothing left that can be sent now. `more`: some of it was settled. Throws when there was no answer. */
export type Sent = 'idle' | 'more' | 'stuck';

export interface Sender {
  send: () => Promise<Sent>;
}

/** Nobody has it, and nobody will: a scan that let somebody in must not vanish with that answer. */
const isUnreadable = ({ owed }: Numbered, outcome: BatchOutcome): boolean =>
  outcome.result === 'invalid' || (owed.kind === 'scan' && verdictOf(outcome)?.kind === 'FAILED');

/** Its number and, of a scan, those of what was said about it: without the scan they say nothing. */
const withItsChanges = ({ owed, seq }: Numbered, outbox: Outbox): number[] =>
  owed.kind === 'scan'
    ? outbox
        .all()
        .filter((other) => other.owed.nonce === owed.nonce)
        .map((other) => other.seq)
    : [seq];

/**
 * What the answers make of the log; a change is not settled before the scan that it is about. `givenUp`: what the server cannot
 * read, kept here together with what was said about it.
 */
const settleAll = (batch: readonly Numbered[], answers: readonly BatchOutcome[], logs: LogBook, outbox: Outbox) => {
  const done = new Set<number>();
  const givenUp = new Set<number>();
  const unsettled = new Set<string>();
  const learned = new Map<string, DoorListEntry>();
  const touched = new Set<string>();
  for (const [at, record] of batch.entries()) {
    const { owed, seq } = record;
    const outcome = answers[at] ?? { result: 'retry' };
    if (outcome.result === 'retry' || (owed.kind !== 'scan' && unsettled.has(owed.nonce))) {
      unsettled.add(owed.nonce);
      continue;
    }
    const log = logs.get(owed.nonce) ?? logOfOwed(record);
    logs.put(owed.kind === 'scan' ? afterScan(log, outcome) : afterChange(log, owed.kind, outcome));
    if ('invitation' in outcome) learned.set(outcome.invitation.id, outcome.invitation);
    touched.add(owed.nonce);
    if (!isUnreadable(record, outcome)) {
      done.add(seq);
      continue;
    }
    unsettled.add(owed.nonce);
    for (const each of withItsChanges(record, outbox)) givenUp.add(each);
  }
  return { done, givenUp, learned: [...learned.values()], touched };
};

export const makeSender = ({ ports, credential, outbox, logs, list, db, context }: SenderParts): Sender => {
  let size = largestBatch;
  /** Entries on which the server failed by themselves: the others go first. */
  const aside = new Set<number>();

  /** On the way only: what is kept names nobody from the list. Another delegate named meanwhile is not who stood there. */
  const delegateOf = ({ invitation = '', delegation }: LogRecord): Delegate | undefined => {
    const entry = list.entries()?.get(invitation);
    if (!entry?.delegated || entry.version !== delegation) return undefined;
    const { holderHashes: _, ...delegate } = entry.delegated;
    return Object.keys(delegate).length ? delegate : undefined;
  };

  const takeIn = async (batch: readonly Numbered[], answers: readonly BatchOutcome[]): Promise<boolean> => {
    // First in memory: should the storage refuse, it is sent once more after a restart, and the nonce makes that harmless.
    const { done, givenUp, learned, touched } = settleAll(batch, answers, logs, outbox);
    const { changes, commit } = await list.learned(learned);
    // Together: in between, whoever was let in would be neither in the outbox nor on the list, and the same code be let in again.
    together(() => {
      outbox.remove(done);
      outbox.giveUp(givenUp);
      commit();
    });
    const log = [...touched].map((nonce) => logs.get(nonce)).filter((record): record is LogRecord => !!record);
    const kept: Change[] = [
      ...[...done].map((seq): Change => ({ in: 'outbox', remove: seq })),
      ...(givenUp.size ? [{ in: 'meta', put: [...outbox.givenUp.peek()], key: 'givenUp' } as const] : []),
      ...log.map((record): Change => ({ in: 'log', put: record, key: record.nonce })),
      ...changes,
    ];
    if (kept.length) await db.write(kept).catch(() => undefined);
    return done.size + givenUp.size > 0;
  };

  /** The whole request was refused: smaller ones find the entry that is to blame, and that one is given up. */
  const refused = async (batch: readonly Numbered[], code: ApiProblemCode): Promise<Sent> => {
    if (batch.length > 1) {
      size = 1;
      return 'more';
    }
    await takeIn(batch, [{ result: 'invalid', errors: [{ pointer: '', rule: code }] }]);
    return 'more';
  };

  const failed = (batch: readonly Numbered[], code: ApiProblemCode): void => {
    const [only, ...others] = batch;
    size = code === 'INTERNAL' ? 1 : Math.max(smallestBatch, Math.floor(size / 2));
    if (code === 'INTERNAL' && only && !others.length) aside.add(only.seq);
  };

  const ask = async (batch: readonly Numbered[]): Promise<BatchAnswer> => {
    const now = { ...context(), logOf: logs.get, delegateOf };
    const entries = batch.map((record) => entryOf(record, now));
    const sentAt = new Date(ports.now()).toISOString();
    const patience = patienceMs + patiencePerEntryMs * batch.length;
    return readBatch(await within(ports.api.batch(credential, sentAt, entries), patience, ports));
  };

  return {
    send: async () => {
      const sendable = outbox.all().filter(({ seq }) => !outbox.givenUp.peek().has(seq));
      const batch = nextBatch(sendable, size, aside, logs.get);
      if (!batch.length) {
        aside.clear();
        return 'idle';
      }
      let answer: BatchAnswer;
      try {
        answer = await ask(batch);
      } catch (error) {
        const { failure, code } = failureOf(error);
        if (failure === 'refused') return refused(batch, code);
        failed(batch, code);
        throw error;
      }
      const settled = await takeIn(batch, answer.answers);
      size = Math.min(largestBatch, size * 4);
      return settled ? 'more' : 'stuck';
    },
  };
};
