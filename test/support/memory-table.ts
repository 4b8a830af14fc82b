/** A table in memory for the stores of coverage and totals, and of the regencies beneath them: of conditions it knows theirs. */
import type { Condition, Item, Key, Table } from '../../functions/platform/table.ts';

/** Items by partition and sort key; several tables over one see each other's writes. */
export type MemoryItems = Map<string, Map<string, Item>>;

const conditions: Record<string, (there: Item | undefined, values: Item) => boolean> = {
  'attribute_not_exists(pk)': (there) => there === undefined,
  'attribute_not_exists(version) OR version < :version': (there, values) =>
    there?.version === undefined || Number(there.version) < Number(values[':version']),
  'attribute_not_exists(revision)': (there) => there?.revision === undefined,
  'revision = :before': (there, values) => there?.revision === values[':before'],
  'attribute_not_exists(revision) OR revision < :revision': (there, values) =>
    there?.revision === undefined || Number(there.revision) < Number(values[':revision']),
  'attribute_not_exists(revision) OR revision <= :revision': (there, values) =>
    there?.revision === undefined || Number(there.revision) <= Number(values[':revision']),
};

const holds = (there: Item | undefined, condition: Condition | undefined): boolean => {
  if (!condition) return true;
  const known = conditions[condition.expression];
  if (!known) throw new Error(`the table in memory does not know "${condition.expression}"`);
  return known(there, condition.values ?? {});
};

/** Every call waits for its turn, told the partition. */
export const makeMemoryTable = (items: MemoryItems, turn: (pk: string) => Promise<void> = async () => {}): Table => {
  const partition = (pk: string): Map<string, Item> => {
    const there = items.get(pk) ?? new Map<string, Item>();
    items.set(pk, there);
    return there;
  };
  const table: Pick<Table, 'get' | 'put' | 'queryAll'> = {
    get: async ({ pk, sk }) => {
      await turn(pk);
      return partition(pk).get(sk);
    },
    put: async (item: Key & Item, condition) => {
      await turn(item.pk);
      const written = holds(partition(item.pk).get(item.sk), condition);
      if (written) partition(item.pk).set(item.sk, item);
      return written;
    },
    queryAll: async ({ pk, prefix }) => {
      await turn(pk);
      const found = [...partition(pk)].filter(([sk]) => sk.startsWith(prefix));
      return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
    },
  };
  return table as Table;
};
