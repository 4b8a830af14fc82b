/** Follow-ups in the table: one item each in the regency's partition, every change one conditional write. */
import * as z from 'zod';
import { followUpKey, followUpRequestKey, regencyPartition } from '../platform/keys.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Table } from '../platform/table.ts';
import type { Move } from './follow-up-rules.ts';
import { FollowUp } from './follow-up-schema.ts';

/** What one call noted: whom it meant when it came first, so that its repeat means the same units, whatever the register says by then. */
export const NotedRequest = z.object({
  fingerprint: z.string(),
  units: z.array(z.string()),
  /** One for the regency as a whole too. */
  regency: z.boolean(),
  at: z.string(),
  by: z.string(),
});
export type NotedRequest = z.infer<typeof NotedRequest>;

export interface FollowUpStore {
  get(regency: string, id: string): Promise<FollowUp | undefined>;
  all(regency: string): Promise<FollowUp[]>;
  /** What the call of this name noted before. */
  request(regency: string, name: string): Promise<NotedRequest | undefined>;
  /** Keeps what a call notes, and answers what stands: the first one's. */
  keepRequest(regency: string, name: string, request: NotedRequest): Promise<NotedRequest>;
  /** Adds those that are not there yet. Repeating it adds nothing. */
  add(followUps: readonly FollowUp[]): Promise<void>;
  /** Makes a move if the follow-up is at the version that the move names, and in a state that it starts from; undefined otherwise. */
  move(regency: string, id: string, move: Move, by: { at: string; by: string }): Promise<FollowUp | undefined>;
}

const atATime = 32;
const idLength = 8;

const parse = (item: unknown): FollowUp => FollowUp.parse(item);

/** 22,000 units are 176 kB. */
const pack = ({ units, ...request }: NotedRequest) => ({ ...request, units: units.join('') });
const unpack = ({ units, ...request }: Record<string, unknown>): NotedRequest =>
  NotedRequest.parse({
    ...request,
    units: Array.from({ length: String(units).length / idLength }, (_, index) =>
      String(units).slice(index * idLength, (index + 1) * idLength),
    ),
  });

const isOpen = 'attribute_not_exists(done) AND attribute_not_exists(withdrawn)';

/** What a move starts from, and what it writes beside the next version. */
const writeOf = (move: Move, by: { at: string; by: string }) => {
  if (move.move === 'reopen') return { from: 'attribute_exists(done)', write: 'REMOVE done', fact: undefined };
  if (move.move === 'done')
    return { from: isOpen, write: ', done = :fact', fact: { on: move.on, note: move.note, ...by } };
  return { from: isOpen, write: ', withdrawn = :fact', fact: { reason: move.reason, ...by } };
};

export const makeFollowUpStore = (table: Table): FollowUpStore => {
  const request: FollowUpStore['request'] = async (regency, name) => {
    const item = await table.get(followUpRequestKey(regency, name), { consistent: true });
    return item && unpack(item);
  };
  return {
    get: async (regency, id) => {
      const item = await table.get(followUpKey(regency, id), { consistent: true });
      return item && parse(item);
    },

    // Strongly: whoever has just marked one done looks at the list next.
    all: async (regency) =>
      (await table.queryAll({ pk: regencyPartition(regency), prefix: 'F#', consistent: true })).map(parse),

    request,

    keepRequest: async (regency, name, asked) => {
      const item = { ...followUpRequestKey(regency, name), ...pack(asked) };
      if (await table.put(item, { expression: 'attribute_not_exists(pk)' })) return asked;
      return (await request(regency, name)) ?? asked;
    },

    add: async (followUps) => {
      await sideBySide(followUps, atATime, (followUp) =>
        table.put(
          { ...followUpKey(followUp.regency, followUp.id), ...followUp },
          { expression: 'attribute_not_exists(pk)' },
        ),
      );
    },

    move: async (regency, id, move, by) => {
      const { from, write, fact } = writeOf(move, by);
      const after = await table.update(followUpKey(regency, id), {
        expression: `SET version = :next ${write}`,
        condition: `version = :version AND ${from}`,
        values: { ':version': move.version, ':next': move.version + 1, ':fact': fact },
        returns: 'ALL_NEW',
      });
      return after && parse(after);
    },
  };
};
