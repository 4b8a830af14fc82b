/** Sealed records that are in the table no more, and that nothing followed: somebody took them out. */

import type { SealRead } from './seal-material.ts';
import { type Counts, countsOf, runsOf } from './seal-rules.ts';
import type { LeafRun, SealStore } from './seal-store.ts';
import { makeHasSuccessor } from './successor-rules.ts';

/** By kind. Reads leaves only where a record is gone. */
export const missingRecords = async (
  seals: Pick<SealStore, 'leaves'>,
  session: string,
  { heads, records, orphans }: Pick<SealRead, 'heads' | 'records' | 'orphans'>,
): Promise<Counts> => {
  if (orphans.length === 0) return {};
  const hasSuccessor = makeHasSuccessor(records);
  const missing: Parameters<typeof countsOf>[0][number][] = [];
  for (const head of heads) {
    for (const { from, to } of runsOf(head)) {
      const places = orphans.filter((index) => from <= index && index < to);
      if (places.length === 0) continue;
      const run: LeafRun | undefined = await seals.leaves(session, from, head.attempt);
      if (!run) throw new Error('a sealed run of leaves is missing');
      const leaves = places.map((index) => JSON.parse(run.texts[index - from] as string));
      missing.push(...leaves.filter((leaf) => !hasSuccessor(leaf)));
    }
  }
  return countsOf(missing);
};
