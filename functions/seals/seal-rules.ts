/**
 * How a seal lies in the table, as functions of values. An attempt to seal writes hashes by part (512 leaves of the tree) and leaves by
 * run, both cut again where its own leaves begin and end; then one put of the head decides. Nothing that an attempt wrote is ever written over, and
 * a head says whose pieces it stands on: an attempt that died, or that another one overtook, leaves pieces that no head knows.
 */
import { type LeafKind, leafKinds } from './leaf-schema.ts';
import { partSize } from './merkle-tree.ts';
import type { SignedHead } from './seal-schema.ts';

/** Leaves in a run: what a public check reads to show one leaf. A part holds a whole number of runs. */
export const runSize = 128;

/** For how long nobody else begins to seal a session. Whoever dies in between holds it up for no longer. */
export const leaseMs = 60_000;

/** A head with what leads from it to its leaves. */
export interface StoredHead extends SignedHead {
  /** The attempt that wrote its pieces. */
  attempt: string;
  /** The first leaf that it added. */
  from: number;
  /** That it continues the head before it (RFC 9162, section 2.1.4). */
  consistency: string[];
  /** Roots of the parts that became full with it. */
  roots: Uint8Array[];
  /** Of each run that it added, its first leaf's place; and the last leaf's of all. */
  firsts: string[];
  last: string;
  /** Of the first head: what the hashes of contents are keyed by (contentIn). Handed out nowhere. */
  secret?: Uint8Array | undefined;
}

/** Where a leaf is looked for: by kind, then by invitation, which is the order of the tree. */
export const placeOf = (kind: LeafKind, invitation = ''): string =>
  `${String(leafKinds.indexOf(kind)).padStart(2, '0')}${invitation}`;

/** Cuts `from` up to `to` at every multiple of `size`. */
export const cutAt = (size: number, from: number, to: number): { from: number; to: number }[] => {
  const pieces: { from: number; to: number }[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, (Math.floor(start / size) + 1) * size);
    pieces.push({ from: start, to: end });
    start = end;
  }
  return pieces;
};

export const partOf = (index: number): number => Math.floor(index / partSize);

/** The runs of a head, in order. */
export const runsOf = ({ from, head }: Pick<StoredHead, 'from' | 'head'>) => cutAt(runSize, from, head.size);

/** The runs of a head that may hold a leaf of this place. */
export const runsHolding = (stored: StoredHead, place: string): { from: number; to: number }[] => {
  const { firsts, last } = stored;
  if (place < (firsts[0] ?? '') || place > last) return [];
  // The run before one that begins with this place may end with it.
  return runsOf(stored).filter((_, index) => {
    const next = firsts[index + 1];
    return (firsts[index] as string) <= place && (next === undefined || next >= place);
  });
};

export type Counts = Partial<Record<LeafKind, number>>;

export const countsOf = (records: readonly { kind: LeafKind }[], before: Counts = {}): Counts => {
  const counts = { ...before };
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Of the pieces of all attempts, those that heads stand on; in order, so that the hash of a leaf is at its index. */
export const standing = <P extends { from: number; attempt: string }>(
  heads: readonly StoredHead[],
  pieces: readonly P[],
): P[] => {
  const size = heads.at(-1)?.head.size ?? 0;
  const ownerOf = (from: number): string | undefined => heads.find(({ head }) => from < head.size)?.attempt;
  return pieces.filter(({ from, attempt }) => from < size && attempt === ownerOf(from));
};
