/**
 * Readings in the table: one item each, every change one conditional update.
 *
 *              start            end
 *   PLANNED ──────────▶ READING ─────▶ READ
 *      │                   │            │
 *      └──────── void ─────┴────────────┴────▶ VOID
 *
 * A reading that was noted on paper is put with its times, and is READING or READ at once.
 */
import { readingKey, sessionPartition } from '../platform/keys.ts';
import type { Table, Update } from '../platform/table.ts';
import { Reading, type ReadingMove } from './pledge-schema.ts';

export interface ReadingStore {
  /** In the order of ids. */
  readings(session: string, options?: { consistent?: boolean }): Promise<Reading[]>;
  reading(session: string, id: string): Promise<Reading | undefined>;
  /**
   * Plans a reading, or records one with its times. Reader, witnesses and times of a plan are replaced; once it has begun, its end and
   * witnesses are. Undefined when it began otherwise, or with another reader, or is void.
   */
  putReading(
    session: string,
    reading: Omit<Reading, 'voidedAt' | 'recordedAt'>,
    now: string,
  ): Promise<Reading | undefined>;
  /** Makes a move of this moment, which arrived at that one, of the text with this hash; undefined when its state does not allow it. */
  moveReading(session: string, id: string, move: ReadingMove, by: MadeMove): Promise<Reading | undefined>;
}

interface MadeMove {
  at: string;
  hash: string;
  now: string;
}

const stands = 'attribute_not_exists(voidedAt)';
type Change = Pick<Update, 'expression' | 'condition' | 'names'> & { values: Record<string, unknown> };

const changes: Record<ReadingMove, (by: MadeMove) => Change> = {
  // The text may have been planned anew since the reading was.
  start: ({ at, hash, now }) => ({
    expression: 'SET startedAt = :at, recordedAt = :now, #hash = :hash',
    condition: `startedAt = :none AND ${stands}`,
    names: { '#hash': 'hash' },
    values: { ':at': at, ':now': now, ':hash': hash, ':none': null },
  }),
  // A start that is missing is null, which is not before any time.
  end: ({ at }) => ({
    expression: 'SET endedAt = :at',
    condition: `startedAt <= :at AND endedAt = :none AND ${stands}`,
    values: { ':at': at, ':none': null },
  }),
  void: ({ at }) => ({
    expression: 'SET voidedAt = :at',
    condition: `attribute_exists(pk) AND ${stands}`,
    values: { ':at': at },
  }),
};

export const makeReadingStore = (table: Table): ReadingStore => ({
  readings: async (session, { consistent = false } = {}) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'PR#', consistent })).map((item) =>
      Reading.parse(item),
    ),

  reading: async (session, id) => {
    const item = await table.get(readingKey(session, id), { consistent: true });
    return item && Reading.parse(item);
  },

  putReading: async (session, { id, reader, witnesses, startedAt, endedAt, hash }, now) => {
    const planned = `startedAt = :none AND ${stands}`;
    const sameStart = `startedAt = :start AND reader.#name = :name AND reader.office = :office AND ${stands}`;
    const after = await table.update(readingKey(session, id), {
      // An end that is on record stays where none is said: whoever adds a witness may not have seen it.
      expression: `SET id = :id, reader = :reader, witnesses = :witnesses, #hash = :hash, startedAt = :start, endedAt = ${
        endedAt === null ? 'if_not_exists(endedAt, :none)' : ':end'
      }${startedAt === null ? '' : ', recordedAt = if_not_exists(recordedAt, :now)'}`,
      condition: `attribute_not_exists(pk) OR ${planned}${startedAt === null ? '' : ` OR ${sameStart}`}`,
      names: { '#hash': 'hash', ...(startedAt !== null && { '#name': 'name' }) },
      values: {
        ':id': id,
        ':reader': reader,
        ':witnesses': witnesses,
        ':hash': hash,
        ':start': startedAt,
        ':none': null,
        ...(endedAt !== null && { ':end': endedAt }),
        ...(startedAt !== null && { ':name': reader.name, ':office': reader.office, ':now': now }),
      },
      returns: 'ALL_NEW',
    });
    return after && Reading.parse(after);
  },

  moveReading: async (session, id, move, by) => {
    const after = await table.update(readingKey(session, id), { ...changes[move](by), returns: 'ALL_NEW' });
    return after && Reading.parse(after);
  },
});
