/** Conflicts in the table: one item a scan that came second. */
import { sameCorrection } from '../check-in/same-correction.ts';
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
  /** The conflict after; undefined when it is decided already, or the other scan's story is not the one that was read. */
  decide(read: Conflict, decided: Decided): Promise<Conflict | undefined>;
  /** Puts another story of the other scan in an open conflict; undefined where {@link decide} would be. */
  retell(read: Conflict, story: { other: CheckIn; kind: Conflict['kind'] }): Promise<Conflict | undefined>;
}

const parse = (item: unknown): Conflict => Conflict.parse(item);
/** Open, with the story of the other scan that was read: otherwise its correction would be lost in the decision. */
const asRead = ({ other }: Conflict) => {
  const { condition, values, names } = sameCorrection('#other', other.corrected);
  return {
    condition: `attribute_exists(pk) AND attribute_not_exists(decision) AND ${condition}`,
    values,
    names: { '#other': 'other', ...('names' in names && names.names) },
  };
};

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

  decide: async (read, { decision, decidedAt, decidedBy, reason }) => {
    const withReason = reason !== undefined;
    const { condition, values, names } = asRead(read);
    const after = await table.update(conflictKey(read.session, read.id), {
      expression: `SET decision = :decision, decidedAt = :at, decidedBy = :by${withReason ? ', reason = :reason' : ''}`,
      condition,
      names,
      values: {
        ...values,
        ':decision': decision,
        ':at': decidedAt,
        ':by': decidedBy,
        ...(withReason && { ':reason': reason }),
      },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  retell: async (read, { other, kind }) => {
    const { condition, values, names } = asRead(read);
    const after = await table.update(conflictKey(read.session, read.id), {
      expression: 'SET #other = :other, kind = :kind',
      condition,
      names,
      values: { ...values, ':other': other, ':kind': kind },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },
});
