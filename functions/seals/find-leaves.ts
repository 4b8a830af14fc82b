/**
 * From a record to its leaf and the path to the last root, without reading the whole tree: a head says in which of its runs a record can be, the
 * hashes of that part say where, and its run has the text. Each is read once, also where several records lie in it.
 */

import type { Opening } from './leaf-schema.ts';
import { makeTreeFromParts, partSize } from './merkle-tree.ts';
import type { SealRecord } from './records.ts';
import { identityHash, partOf, placeOf, runsHolding, runsOf, type StoredHead, standing } from './seal-rules.ts';
import type { HashPiece, LeafRun, SealStore } from './seal-store.ts';

export interface FoundLeaf {
  index: number;
  text: string;
  /** From the leaf upwards, in hex. */
  path: string[];
  /** Of every commitment whose salt was not erased. */
  openings: Opening[];
}

/** Undefined for a record that is under no head. */
export type FindLeaf = (record: SealRecord) => Promise<FoundLeaf | undefined>;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface Part {
  hashes: Uint8Array[];
  identities: string[];
}

const remember = <T>(load: (key: number) => Promise<T>): ((key: number) => Promise<T>) => {
  const known = new Map<number, Promise<T>>();
  return (key) => {
    const loading = known.get(key) ?? load(key);
    known.set(key, loading);
    return loading;
  };
};

export const makeFindLeaf = (
  seals: Pick<SealStore, 'hashesOfPart' | 'leaves'>,
  session: string,
  heads: readonly StoredHead[],
): FindLeaf => {
  const size = heads.at(-1)?.head.size ?? 0;
  const roots = heads.flatMap((head) => head.roots);

  const partAt = remember(async (part: number): Promise<Part> => {
    const wanted = Math.min(partSize, size - part * partSize);
    const read = async (consistent: boolean) =>
      standing(heads, await seals.hashesOfPart(session, part, { consistent }));
    const isWhole = (found: readonly HashPiece[]) =>
      found.reduce((sum, { hashes }) => sum + hashes.length, 0) === wanted;
    // Half the price of a strong read; only of what was sealed a moment ago can it miss something.
    const weak = await read(false);
    const pieces = isWhole(weak) ? weak : await read(true);
    return {
      hashes: pieces.flatMap(({ hashes }) => hashes),
      identities: pieces.flatMap(({ identities }) => identities),
    };
  });

  const runAt = remember(async (from: number): Promise<LeafRun> => {
    const owner = heads.find(({ head }) => from < head.size);
    const run = owner && (await seals.leaves(session, from, owner.attempt));
    if (!run) throw new Error('a sealed run of leaves is missing');
    return run;
  });

  const pathOf = async (index: number): Promise<string[]> => {
    const needed = new Set([partOf(index), ...(size % partSize ? [partOf(size)] : [])]);
    const hashes = new Map<number, Uint8Array[]>();
    for (const part of needed) hashes.set(part, (await partAt(part)).hashes);
    return makeTreeFromParts({ size, roots, hashes }).inclusionPath(index).map(hex);
  };

  const indexOf = async (record: SealRecord): Promise<number | undefined> => {
    const place = placeOf(record.kind, record.invitation);
    const identity = identityHash(record);
    for (const head of heads) {
      for (const run of runsHolding(head, place)) {
        const part = partOf(run.from);
        const { identities } = await partAt(part);
        const found = identities.indexOf(identity, run.from - part * partSize);
        if (found >= 0) return part * partSize + found;
      }
    }
    return undefined;
  };

  return async (record) => {
    const index = await indexOf(record);
    if (index === undefined) return undefined;
    const run = heads.flatMap(runsOf).find(({ from, to }) => from <= index && index < to);
    const { from, texts, openings } = await runAt((run as { from: number }).from);
    return {
      index,
      text: texts[index - from] as string,
      path: await pathOf(index),
      openings: openings[index - from] as Opening[],
    };
  };
};
