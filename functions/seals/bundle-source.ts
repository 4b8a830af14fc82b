/** One file of a seal's evidence, read as it lies in the table: only the runs that belong to it, and of them only those under a head. */
import { sideBySide } from '../platform/side-by-side.ts';
import { type BundleContent, makeBundle, type OpenedLeaf } from './bundle.ts';
import { bundlePartsOf, leavesInPart } from './bundle-parts.ts';
import { runsOf, type StoredHead } from './seal-rules.ts';
import type { SealStore } from './seal-store.ts';

/** Runs on their way from the engine at a time. */
const width = 8;

const runsOfPart = (heads: readonly StoredHead[], part: number): { from: number; attempt: string }[] => {
  const [start, end] = [(part - 1) * leavesInPart, part * leavesInPart];
  return heads.flatMap((head) =>
    runsOf(head)
      .filter(({ from }) => from >= start && from < end)
      .map(({ from }) => ({ from, attempt: head.attempt })),
  );
};

/** The zip of a part, the first one 1; undefined where the seal has none of that number. Throws where a run of it is gone. */
export const readBundlePart = async (
  seals: Pick<SealStore, 'leaves'>,
  session: string,
  { heads, part, opened }: { heads: readonly StoredHead[]; part: number; opened: boolean },
): Promise<Uint8Array | undefined> => {
  const size = heads.at(-1)?.head.size ?? 0;
  if (size === 0 || part > bundlePartsOf(size)) return undefined;
  const runs = await sideBySide(runsOfPart(heads, part), width, async ({ from, attempt }) => {
    const run = await seals.leaves(session, from, attempt);
    if (!run) throw new Error(`the leaves from ${from} on are gone`);
    return run;
  });
  const openings = runs.flatMap((run) =>
    run.openings.map((leaf, place): OpenedLeaf => ({ index: run.from + place, openings: leaf })),
  );
  const content: BundleContent = {
    heads: heads.map(({ head, publicKey, signature }) => ({ head, publicKey, signature })),
    leaves: runs.flatMap(({ texts }) => texts),
    consistency: heads.slice(1).map(({ consistency }) => consistency),
    ...(opened && { openings }),
  };
  return makeBundle(content);
};
