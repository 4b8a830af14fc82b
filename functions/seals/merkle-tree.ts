/**
 * The Merkle tree of RFC 9162, section 2.1 (as in RFC 6962): a leaf's hash is SHA-256 over a zero byte and its text, a node's over a byte of one
 * and both hashes below it; a tree whose size is no power of two is split at the largest power of two below it.
 *
 * Every subtree of a power of two of leaves that such a split meets is a perfect one, so a tree is known by the hashes of its perfect
 * subtrees: they are computed once, and each proof looks them up. A stored tree keeps its leaves' hashes in parts of 512, each of which is
 * such a subtree: the roots of the full parts and the hashes of one part are enough for a path through that part.
 */
import { hash } from 'node:crypto';

/** Leaves in a part; a power of two, so that a full part is a perfect subtree. */
export const partSize = 512;
const partLevel = Math.log2(partSize);

// By way of a string of bytes, which node:crypto answers in half the time that a buffer takes.
export const sha256 = (bytes: Uint8Array | string): Uint8Array =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** A leaf's hash in the tree, from its text. */
export const leafHash = (text: string): Uint8Array => sha256(`\0${text}`);

const pair = Buffer.alloc(65, 1);
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  pair.set(left, 1);
  pair.set(right, 33);
  return sha256(pair);
};

export interface Tree {
  size: number;
  /** Of the first `size` leaves; of all of them unless told. */
  root(size?: number): Uint8Array;
  /** Section 2.1.3.1: the hashes from the leaf's sibling up, in the tree of the first `size` leaves. */
  inclusionPath(index: number, size?: number): Uint8Array[];
  /** Section 2.1.4.1: that the tree of the first `from` leaves is what the tree of the first `to` begins with. */
  consistencyProof(from: number, to?: number): Uint8Array[];
}

/** The root of the perfect subtree over leaves `index * 2^level` up to the next. */
type Perfect = (level: number, index: number) => Uint8Array;

/** All perfect subtrees above `bottom`, one list a level. */
const levelsOver = (bottom: readonly Uint8Array[]): (readonly Uint8Array[])[] => {
  const levels = [bottom];
  for (let below = bottom; below.length > 1; ) {
    const level: Uint8Array[] = [];
    for (let left = 0; left + 1 < below.length; left += 2)
      level.push(nodeHash(below[left] as Uint8Array, below[left + 1] as Uint8Array));
    levels.push(level);
    below = level;
  }
  return levels;
};

const at = (levels: readonly (readonly Uint8Array[])[], level: number, index: number): Uint8Array => {
  const found = levels[level]?.[index];
  if (!found) throw new RangeError(`The tree has no subtree ${index} of level ${level}.`);
  return found;
};

/** The largest power of two below `count`, which is at least 2, as its exponent. */
const splitLevel = (count: number): number => 31 - Math.clz32(count - 1);

const treeOver = (size: number, perfect: Perfect): Tree => {
  /** Of leaves `from` up to `to`, where `from` is where a split puts it. */
  const rangeRoot = (from: number, to: number): Uint8Array => {
    const count = to - from;
    const level = count === 1 ? 0 : splitLevel(count);
    const left = 2 ** level;
    if (count === left) return perfect(level, from / left);
    if (count === left * 2) return perfect(level + 1, from / count);
    return nodeHash(perfect(level, from / left), rangeRoot(from + left, to));
  };

  const upTo = (given: number | undefined): number => {
    const count = given ?? size;
    if (!Number.isInteger(count) || count < 0 || count > size) throw new RangeError(`The tree has ${size} leaves.`);
    return count;
  };

  return {
    size,
    root: (given) => {
      const count = upTo(given);
      return count === 0 ? sha256('') : rangeRoot(0, count);
    },
    inclusionPath: (index, given) => {
      const path: Uint8Array[] = [];
      let [from, to] = [0, upTo(given)];
      if (!Number.isInteger(index) || index < 0 || index >= to) throw new RangeError(`There is no leaf ${index}.`);
      while (to - from > 1) {
        const middle = from + 2 ** splitLevel(to - from);
        const isLeft = index < middle;
        path.unshift(isLeft ? rangeRoot(middle, to) : rangeRoot(from, middle));
        if (isLeft) to = middle;
        else from = middle;
      }
      return path;
    },
    consistencyProof: (old, given) => {
      const proof: Uint8Array[] = [];
      let [from, to] = [0, upTo(given)];
      if (!Number.isInteger(old) || old < 1 || old > to) throw new RangeError(`No tree of ${old} leaves comes before.`);
      while (old < to) {
        const middle = from + 2 ** splitLevel(to - from);
        const isLeft = old <= middle;
        proof.unshift(isLeft ? rangeRoot(middle, to) : rangeRoot(from, middle));
        if (isLeft) to = middle;
        else from = middle;
      }
      // The old tree's own root is left out: who checks the proof has it.
      return from === 0 ? proof : [rangeRoot(from, to), ...proof];
    },
  };
};

/** The tree over leaves' hashes. */
export const makeTree = (hashes: readonly Uint8Array[]): Tree => {
  const levels = levelsOver(hashes);
  return treeOver(hashes.length, (level, index) => at(levels, level, index));
};

/** What a head keeps of a full part. */
export const partRoot = (hashes: readonly Uint8Array[]): Uint8Array => {
  if (hashes.length !== partSize) throw new RangeError(`A full part has ${partSize} leaves.`);
  return makeTree(hashes).root();
};

/** A stored tree: the roots of its full parts, and the hashes of those parts that are at hand. */
export interface TreeParts {
  size: number;
  /** Of every full part, `floor(size / 512)` of them. */
  roots: readonly Uint8Array[];
  /** By the part's number; the last one, which is not full, must be there if there is one. Hashes beyond `size` are not looked at. */
  hashes: ReadonlyMap<number, readonly Uint8Array[]>;
}

/**
 * The same tree from its parts. A path needs the leaf's own part; a consistency proof the part that the older tree ends in. What
 * would need another one throws a RangeError.
 */
export const makeTreeFromParts = ({ size, roots, hashes }: TreeParts): Tree => {
  const full = Math.floor(size / partSize);
  const upper = levelsOver(roots.slice(0, full));
  const lower = new Map<number, ReturnType<typeof levelsOver>>();
  const levelsOfPart = (part: number): ReturnType<typeof levelsOver> => {
    const levels = lower.get(part) ?? levelsOver((hashes.get(part) ?? []).slice(0, size - part * partSize));
    lower.set(part, levels);
    return levels;
  };
  return treeOver(size, (level, index) => {
    if (level >= partLevel) return at(upper, level - partLevel, index);
    const inPart = partSize / 2 ** level;
    return at(levelsOfPart(Math.floor(index / inPart)), level, index % inPart);
  });
};
