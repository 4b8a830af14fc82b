/** Nil statements in the table: one item each, every change one conditional write, none ever removed. */
import { nilStatementKey, regencyPartition } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { type Move, moves } from './nil-statement-rules.ts';
import { NilStatement } from './nil-statement-schema.ts';

export interface NilStatementStore {
  get(regency: string, id: string): Promise<NilStatement | undefined>;
  all(regency: string): Promise<NilStatement[]>;
  /** `created`, or what stands there: the same draft again (`repeated`), or another one with the same key (`taken`). */
  create(
    statement: NilStatement,
    fingerprint: string,
  ): Promise<{ result: 'created' | 'repeated' | 'taken'; statement: NilStatement }>;
  /** Makes a move if the statement is at the version that the move names, and in a state that it starts from; undefined otherwise. */
  move(regency: string, id: string, move: Move, by: { at: string; by: string }): Promise<NilStatement | undefined>;
}

const parse = (item: unknown): NilStatement => NilStatement.parse(item);

/** What a move writes beside the state. */
const factOf = (move: Move, by: { at: string; by: string }) =>
  move.move === 'withdraw'
    ? { name: 'withdrawn', fact: { reason: move.reason, ...by } }
    : { name: 'signed', fact: { on: move.on, method: move.method, reference: move.reference, ...by } };

export const makeNilStatementStore = (table: Table): NilStatementStore => ({
  get: async (regency, id) => {
    const item = await table.get(nilStatementKey(regency, id), { consistent: true });
    return item && parse(item);
  },

  // Strongly: whoever has just signed one looks at the list next.
  all: async (regency) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: 'NIL#', consistent: true })).map(parse),

  create: async (statement, fingerprint) => {
    const key = nilStatementKey(statement.regency, statement.id);
    const written = await table.put({ ...key, ...statement, fingerprint }, { expression: 'attribute_not_exists(pk)' });
    if (written) return { result: 'created', statement };
    const item = await table.get(key, { consistent: true });
    return { result: item?.fingerprint === fingerprint ? 'repeated' : 'taken', statement: parse(item) };
  },

  move: async (regency, id, move, by) => {
    const { from, to } = moves[move.move];
    const { name, fact } = factOf(move, by);
    const after = await table.update(nilStatementKey(regency, id), {
      expression: `SET #state = :to, version = :next, ${name} = :fact`,
      condition: `version = :version AND #state IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
      names: { '#state': 'state' },
      values: {
        ':to': to,
        ':version': move.version,
        ':next': move.version + 1,
        ':fact': fact,
        ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])),
      },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },
});
