/**
 * From a kind of record and an invitation to what is sealed of it, and the paths to the last root, without reading the whole tree: a head says in
 * which of its runs such leaves can be, those runs have the texts, and the hashes of a leaf's part the path. Each is read once.
 */

import type { Leaf, LeafKind, Opening } from './leaf-schema.ts';
import { makeTreeFromParts, partSize, type Tree } from './merkle-tree.ts';
import { partOf, placeOf, runsHolding, type StoredHead, standing } from './seal-rules.ts';
import type { HashPiece, LeafRun, SealStore } from './seal-store.ts';

export type LeafOf<K extends LeafKind> = Extract<Leaf, { kind: K }>;

export interface FoundLeaf<L extends Leaf = Leaf> {
  index: number;
  text: string;
  leaf: L;
  /** Of every commitment whose salt was not erased. */
  openings: Opening[];
}

export interface SealedLeaves {
  /** Every leaf of the kind, of the invitation where one is given, in the order of the tree: of two of one record the last one counts. */
  of<K extends LeafKind>(kind: K, invitation?: string): Promise<FoundLeaf<LeafOf<K>>[]>;
  /** From the leaf upwards to the last root, in hex. */
  path(index: number): Promise<string[]>;
  /** That the tree of the first `to` leaves continues the one of the first `from`. */
  growth(from: number, to: number): Promise<string[]>;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const remember = <T>(load: (key: number) => Promise<T>): ((key: number) => Promise<T>) => {
  const known = new Map<number, Promise<T>>();
  return (key) => {
    const loading = known.get(key) ?? load(key);
    known.set(key, loading);
    return loading;
  };
};

export const makeSealedLeaves = (
  seals: Pick<SealStore, 'hashesOfPart' | 'leaves'>,
  session: string,
  heads: readonly StoredHead[],
): SealedLeaves => {
  const size = heads.at(-1)?.head.size ?? 0;
  const roots = heads.flatMap((head) => head.roots);

  const hashesOf = remember(async (part: number): Promise<Uint8Array[]> => {
    const wanted = Math.min(partSize, size - part * partSize);
    const read = async (consistent: boolean) =>
      standing(heads, await seals.hashesOfPart(session, part, { consistent }));
    const isWhole = (found: readonly HashPiece[]) =>
      found.reduce((sum, { hashes }) => sum + hashes.length, 0) === wanted;
    // Half the price of a strong read; only of what was sealed a moment ago can it miss something.
    const weak = await read(false);
    const pieces = isWhole(weak) ? weak : await read(true);
    return pieces.flatMap(({ hashes }) => hashes);
  });

  const runAt = remember(async (from: number): Promise<LeafRun> => {
    const owner = heads.find(({ head }) => from < head.size);
    const run = owner && (await seals.leaves(session, from, owner.attempt));
    if (!run) throw new Error('a sealed run of leaves is missing');
    return run;
  });

  /** With the parts that these sizes or places lie in, and the last one, which no head has a root of. */
  const treeWith = async (places: readonly number[]): Promise<Tree> => {
    const hashes = new Map<number, Uint8Array[]>();
    for (const part of new Set([...places, size].filter((place) => place < size || size % partSize).map(partOf)))
      hashes.set(part, await hashesOf(part));
    return makeTreeFromParts({ size, roots, hashes });
  };

  const within = async <K extends LeafKind>(from: number, kind: K, invitation: string | undefined) => {
    const { texts, openings } = await runAt(from);
    return texts.flatMap((text, place): FoundLeaf<LeafOf<K>>[] => {
      // Most of a run is of other kinds, or of others: no need to parse that.
      if (!text.includes(`"kind":"${kind}"`) || !text.includes(invitation ?? '')) return [];
      const leaf = JSON.parse(text) as LeafOf<K> & { invitation?: string };
      if (leaf.kind !== kind || leaf.invitation !== invitation) return [];
      return [{ index: from + place, text, leaf, openings: openings[place] ?? [] }];
    });
  };

  return {
    of: async (kind, invitation) => {
      const place = placeOf(kind, invitation);
      const runs = heads.flatMap((head) => runsHolding(head, place));
      return (await Promise.all(runs.map(({ from }) => within(from, kind, invitation)))).flat();
    },
    path: async (index) => (await treeWith([index])).inclusionPath(index).map(hex),
    growth: async (from, to) => (await treeWith([from, to])).consistencyProof(from, to).map(hex),
  };
};
