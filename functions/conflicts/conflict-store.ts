/** Conflicts in the table: one item a scan that came second. */
import type { CheckIn } from '../invitations/invitation-schema.ts';
import { conflictKey, sessionPartition } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { Conflict, type Decision } from './conflict-schema.ts';

export interface Decided {
  decision: Decision;
  decidedAt: string;
  decidedBy: string;
  reason?: string | undefined;
}

export interface ConflictStore {
  /** Opens a conflict, once for its scan: one that is there, open or decided, stays as it is. */
  open(conflict: Conflict): Promise<void>;
  get(session: string, id: string): Promise<Conflict | undefined>;
  all(session: string, options?: { consistent?: boolean }): Promise<Conflict[]>;
  /** The conflict after; undefined when it is decided already, this way or the other. */
  decide(session: string, id: string, decided: Decided): Promise<Conflict | undefined>;
  /** Puts another story of the other scan in an open conflict; undefined when it is decided. */
  retell(session: string, id: string, story: { other: CheckIn; kind: Conflict['kind'] }): Promise<Conflict | undefined>;
}

const parse = (item: unknown): Conflict => Conflict.parse(item);
const isOpen = 'attribute_exists(pk) AND attribute_not_exists(decision)';

export const makeConflictStore = (table: Table): ConflictStore => ({
  open: async (conflict) => {
    const item = { ...conflictKey(conflict.session, conflict.id), ...conflict };
    await table.put(item, { expression: 'attribute_not_exists(pk)' });
  },

  get: async (session, id) => {
    const item = await table.get(conflictKey(session, id), { consistent: true });
    return item && parse(item);
  },

  all: async (session, { consistent = false } = {}) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'C#', consistent })).map(parse),

  decide: async (session, id, { decision, decidedAt, decidedBy, reason }) => {
    const withReason = reason !== undefined;
    const after = await table.update(conflictKey(session, id), {
      expression: `SET decision = :decision, decidedAt = :at, decidedBy = :by${withReason ? ', reason = :reason' : ''}`,
      condition: isOpen,
      values: { ':decision': decision, ':at': decidedAt, ':by': decidedBy, ...(withReason && { ':reason': reason }) },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  retell: async (session, id, { other, kind }) => {
    const after = await table.update(conflictKey(session, id), {
      expression: 'SET #other = :other, kind = :kind',
      condition: isOpen,
      names: { '#other': 'other' },
      values: { ':other': other, ':kind': kind },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },
});
