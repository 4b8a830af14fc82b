import { sha256 as inBrowser } from '@noble/hashes/sha2.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commit } from './commitment.ts';
import { leafHash, makeTree, sha256 as onServer } from './merkle-tree.ts';
import {
  type Consistency,
  commitmentAt,
  type Inclusion,
  isConsistent,
  isIncluded,
  leafHashOf,
  opensCommitment,
} from './verify-proof.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const texts = Array.from({ length: 130 }, (_, index) => `{"nama":"daun ke-${index} – ✓"}`);
const tree = makeTree(texts.map(leafHash));

const inclusion = (index: number, size: number): Inclusion => ({
  leaf: texts[index] as string,
  index,
  size,
  path: tree.inclusionPath(index, size).map(hex),
  root: hex(tree.root(size)),
});
const consistency = (from: number, to: number): Consistency => ({
  from,
  fromRoot: hex(tree.root(from)),
  to,
  toRoot: hex(tree.root(to)),
  proof: tree.consistencyProof(from, to).map(hex),
});

/** Another hex digit somewhere: at least one bit differs. */
const spoilt = (text: string, at: number): string => {
  const place = at % text.length;
  const digit = (Number.parseInt(text[place] as string, 16) ^ (1 << (at % 4))).toString(16);
  return text.slice(0, place) + digit + text.slice(place + 1);
};
const spoiltAt = (hashes: readonly string[], which: number, at: number): string[] =>
  hashes.map((hash, index) => (index === which % hashes.length ? spoilt(hash, at) : hash));

describe.each([
  ["the server's", onServer],
  ["the browser's", inBrowser],
])('with %s SHA-256', (_, sha256) => {
  test('a leaf is hashed as the tree hashes it', () => {
    for (const text of texts) expect(leafHashOf(sha256, text)).toBe(hex(leafHash(text)));
  });

  test('every proof of every size holds', () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1) expect(isIncluded(sha256, inclusion(index, size))).toBe(true);
      for (let from = 1; from <= size; from += 1) expect(isConsistent(sha256, consistency(from, size))).toBe(true);
    }
  });

  test('a commitment opens with its own salt, field and value only', () => {
    const salt = Buffer.alloc(32, 7);
    const opened = { salt: hex(salt), field: 'delegate.name', value: 'Siti Aminah' };
    const commitment = commit(salt, opened.field, opened.value);
    expect(opensCommitment(sha256, opened, commitment)).toBe(true);
    expect(opensCommitment(sha256, { ...opened, value: 'Siti Amina' }, commitment)).toBe(false);
    expect(opensCommitment(sha256, { ...opened, field: 'holder.name' }, commitment)).toBe(false);
    expect(opensCommitment(sha256, { ...opened, salt: spoilt(opened.salt, 5) }, commitment)).toBe(false);
    expect(opensCommitment(sha256, { ...opened, salt: `${opened.salt}00` }, commitment)).toBe(false);
  });
});

describe('no inclusion is believed', () => {
  const sizes = fc.tuple(fc.integer({ min: 2, max: 130 }), fc.nat()).map(([size, at]) => ({ size, index: at % size }));

  test('of another leaf, at another place, under another root, by a changed path', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), ({ size, index }, which, at) => {
        const given = inclusion(index, size);
        const other = (index + 1 + (at % (size - 1))) % size;
        expect(isIncluded(onServer, { ...given, leaf: texts[other] as string })).toBe(false);
        expect(isIncluded(onServer, { ...given, index: other })).toBe(false);
        expect(isIncluded(onServer, { ...given, root: spoilt(given.root, at) })).toBe(false);
        expect(isIncluded(onServer, { ...given, path: spoiltAt(given.path, which, at) })).toBe(false);
        expect(isIncluded(onServer, { ...given, path: given.path.slice(1) })).toBe(false);
        expect(isIncluded(onServer, { ...given, path: given.path.slice(0, -1) })).toBe(false);
        expect(isIncluded(onServer, { ...given, path: [...given.path, given.root] })).toBe(false);
      }),
    );
  });

  test.each([
    { index: -1 },
    { index: 5 },
    { index: 1.5 },
    { index: Number.NaN },
    { size: 0 },
    { root: '' },
    { path: ['zz'] },
  ])('from %o', (change) => {
    expect(isIncluded(onServer, { ...inclusion(3, 5), ...change })).toBe(false);
  });
});

describe('no consistency is believed', () => {
  const sizes = fc
    .tuple(fc.integer({ min: 2, max: 130 }), fc.nat())
    .map(([to, at]) => ({ from: 1 + (at % (to - 1)), to }));

  test('of other roots, or by a changed proof', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), ({ from, to }, which, at) => {
        const given = consistency(from, to);
        expect(isConsistent(onServer, { ...given, fromRoot: spoilt(given.fromRoot, at) })).toBe(false);
        expect(isConsistent(onServer, { ...given, toRoot: spoilt(given.toRoot, at) })).toBe(false);
        expect(isConsistent(onServer, { ...given, proof: spoiltAt(given.proof, which, at) })).toBe(false);
        expect(isConsistent(onServer, { ...given, proof: given.proof.slice(1) })).toBe(false);
        expect(isConsistent(onServer, { ...given, proof: given.proof.slice(0, -1) })).toBe(false);
        expect(isConsistent(onServer, { ...given, proof: [...given.proof, given.toRoot] })).toBe(false);
      }),
    );
  });

  test('of a tree in which an old leaf was changed, or one was put between', () => {
    for (const [from, to] of [
      [1, 2],
      [7, 12],
      [64, 100],
      [65, 130],
    ] as const) {
      const altered = makeTree(texts.map((text, index) => leafHash(index === from - 1 ? `${text}!` : text)));
      const shifted = makeTree([leafHash('new'), ...texts.map(leafHash)]);
      for (const forged of [altered, shifted]) {
        const proof = forged.consistencyProof(from, to).map(hex);
        expect(isConsistent(onServer, { ...consistency(from, to), toRoot: hex(forged.root(to)), proof })).toBe(false);
      }
    }
  });

  test.each([{ from: 0 }, { from: 9 }, { from: 2.5 }, { proof: [] }, { fromRoot: 'ab' }])('from %o', (change) => {
    expect(isConsistent(onServer, { ...consistency(3, 8), ...change })).toBe(false);
  });

  test('of a tree with itself, if anything is claimed beside', () => {
    const same = consistency(8, 8);
    expect(isConsistent(onServer, same)).toBe(true);
    expect(isConsistent(onServer, { ...same, proof: [same.toRoot] })).toBe(false);
    expect(isConsistent(onServer, { ...same, toRoot: spoilt(same.toRoot, 3) })).toBe(false);
  });
});

test('a commitment is found where its field says, and nowhere else', () => {
  const commitment = 'ab'.repeat(32);
  const leaf = { kind: 'reading', witnesses: [{ name: commitment }], reader: { name: commitment } };
  expect(commitmentAt(leaf, 'witnesses.0.name')).toBe(commitment);
  expect(commitmentAt(leaf, 'reader.name')).toBe(commitment);
  for (const field of ['', 'kind', 'reader', 'reader.office', 'witnesses.1.name', 'witnesses.length', '__proto__.name'])
    expect(commitmentAt(leaf, field)).toBeUndefined();
});
