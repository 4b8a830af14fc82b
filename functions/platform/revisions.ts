/**
 * Items that are made anew from others by whoever has just written one of those, several at a time and in any order. What is written is
 * conditional on nobody else having written since before it was made. Clocks, which are not quite the same everywhere, do not decide.
 */
import type { Item, Key, Table } from './table.ts';

const revisionOf = async (table: Table, key: Key): Promise<number> =>
  Number((await table.get(key, { consistent: true }))?.revision ?? 0);

/** Puts an item over the one of revision `before`; false when another stands there. Of revision 0 is what was kept before it had one. */
export const putOver = (table: Table, item: Key & Item, before: number): Promise<boolean> =>
  table.put(
    { ...item, revision: before + 1 },
    before === 0
      ? { expression: 'attribute_not_exists(revision)' }
      : { expression: 'revision = :before', values: { ':before': before } },
  );

/**
 * Tries at most twice to make and put an item over the revision that stands; an attempt answers false when another was put meanwhile.
 * Whoever writes has read the revision before what they make it from. So the writer of the next revision but one began after this did, and
 * has seen all that stood then: theirs is as good as ours. That also leaves no third round.
 */
export const replaceItem = async (
  table: Table,
  key: Key,
  attempt: (before: number) => Promise<boolean>,
): Promise<void> => {
  const first = await revisionOf(table, key);
  for (let before = first; before < first + 2; before = await revisionOf(table, key)) if (await attempt(before)) return;
};
