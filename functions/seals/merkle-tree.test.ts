import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mth, path, proof } from '../../test/seals/rfc-tree.ts';
import { leafHash, makeTree, makeTreeFromParts, partRoot, partSize } from './merkle-tree.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hexes = (all: readonly Uint8Array[]): string[] => all.map(hex);

/** The eight entries of the reference implementation's tests (github.com/google/certificate-transparency, cpp/merkletree). */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (entry) => Buffer.from(entry, 'hex').toString('latin1'),
);
const reference = makeTree(inputs.map(leafHash));

describe('the known answers of RFC 6962', () => {
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  test.each(roots.map((root, size) => ({ size, root })))('root of $size', ({ size, root }) => {
    expect(hex(reference.root(size))).toBe(root);
    expect(hex(makeTree(inputs.slice(0, size).map(leafHash)).root())).toBe(root);
  });

  const [a, b, c, d] = [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ];
  const e = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
  const f = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
  test.each([
    { index: 0, size: 1, expected: [] },
    { index: 0, size: 8, expected: [a, b, c] },
    { index: 5, size: 8, expected: [d, e, roots[4]] },
    { index: 2, size: 3, expected: [roots[2]] },
    { index: 1, size: 5, expected: [roots[1], b, d] },
  ])('inclusion of leaf $index in $size', ({ index, size, expected }) => {
    expect(hexes(reference.inclusionPath(index, size))).toEqual(expected);
  });

  test.each([
    { from: 1, to: 1, expected: [] },
    { from: 1, to: 8, expected: [a, b, c] },
    { from: 6, to: 8, expected: [f, e, roots[4]] },
    { from: 2, to: 5, expected: [b, d] },
  ])('consistency of $from with $to', ({ from, to, expected }) => {
    expect(hexes(reference.consistencyProof(from, to))).toEqual(expected);
  });
});

const entries = (count: number): string[] => Array.from({ length: count }, (_, index) => `leaf ${index}`);
const asBytes = (texts: readonly string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));

test('roots and proofs are those of the definition, whatever the sizes', () => {
  const sizes = fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.nat(), fc.nat())
    .map(([size, inner, index]) => ({ size, inner: 1 + (inner % size), index: index % (1 + (inner % size)) }));
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 90, maxLength: 90 }), sizes, (texts, { size, inner, index }) => {
      const all = texts.slice(0, size).map((text) => text.replace(/\p{Surrogate}/gu, ''));
      const tree = makeTree(all.map(leafHash));
      const older = asBytes(all.slice(0, inner));
      expect(hex(tree.root())).toBe(hex(mth(asBytes(all))));
      expect(hex(tree.root(inner))).toBe(hex(mth(older)));
      expect(hexes(tree.inclusionPath(index, inner))).toEqual(hexes(path(index, older)));
      expect(hexes(tree.consistencyProof(inner))).toEqual(hexes(proof(inner, asBytes(all))));
    }),
    { numRuns: 400 },
  );
});

test('every size up to 70, every leaf, every older size', () => {
  const all = entries(70);
  const tree = makeTree(all.map(leafHash));
  for (let size = 1; size <= all.length; size += 1) {
    const data = asBytes(all.slice(0, size));
    expect(hex(tree.root(size))).toBe(hex(mth(data)));
    for (let index = 0; index < size; index += 7)
      expect(hexes(tree.inclusionPath(index, size))).toEqual(hexes(path(index, data)));
    for (let from = 1; from <= size; from += 3)
      expect(hexes(tree.consistencyProof(from, size))).toEqual(hexes(proof(from, data)));
  }
});

describe('a tree from its parts', () => {
  const hashes = entries(3 * partSize + 100).map(leafHash);
  const whole = makeTree(hashes);
  const partAt = (part: number) => hashes.slice(part * partSize, (part + 1) * partSize);
  const rootsOf = (size: number) =>
    Array.from({ length: Math.floor(size / partSize) }, (_, part) => partRoot(partAt(part)));
  const tailOf = (size: number): [number, Uint8Array[]][] => {
    const part = Math.floor(size / partSize);
    return size % partSize ? [[part, partAt(part)]] : [];
  };

  test.each([1, 100, 511, 512, 513, 1024, 1025, 1535, 1536, 1636])('of %i leaves: root and paths', (size) => {
    for (const index of [0, 1, 511, 512, 1023, 1024, 1535, 1635].filter((leaf) => leaf < size)) {
      const part = Math.floor(index / partSize);
      const held = new Map([...tailOf(size), [part, partAt(part)] as const]);
      const tree = makeTreeFromParts({ size, roots: rootsOf(size), hashes: held });
      expect(hex(tree.root())).toBe(hex(whole.root(size)));
      expect(hexes(tree.inclusionPath(index))).toEqual(hexes(whole.inclusionPath(index, size)));
    }
  });

  test.each([
    [1, 1636],
    [470, 471],
    [512, 513],
    [513, 1536],
    [1100, 1636],
    [1536, 1636],
  ])('an addendum from %i to %i leaves', (from, size) => {
    const part = Math.floor(from / partSize);
    const held = new Map([...tailOf(size), [part, partAt(part)] as const]);
    const tree = makeTreeFromParts({ size, roots: rootsOf(size), hashes: held });
    expect(hexes(tree.consistencyProof(from))).toEqual(hexes(whole.consistencyProof(from, size)));
  });

  test('a part that is not at hand is asked for, not made up', () => {
    const tree = makeTreeFromParts({ size: 1536, roots: rootsOf(1536), hashes: new Map([[0, partAt(0)]]) });
    expect(() => tree.inclusionPath(700)).toThrow(RangeError);
    expect(() => partRoot(hashes.slice(0, 511))).toThrow(RangeError);
  });
});

test('proofs grow with the logarithm', () => {
  const tree = makeTree(entries(22_000).map(leafHash));
  const longest = (size: number) =>
    Math.max(...[0, 1, size >> 1, size - 1].map((index) => tree.inclusionPath(index, size).length));
  expect([longest(470), longest(11_000), longest(22_000)]).toEqual([9, 14, 15]);
  expect(tree.consistencyProof(21_999).length).toBeLessThanOrEqual(16);
});

test('what no tree can answer is refused', () => {
  const tree = makeTree(entries(5).map(leafHash));
  expect(() => tree.root(6)).toThrow(RangeError);
  expect(() => tree.inclusionPath(5)).toThrow(RangeError);
  expect(() => tree.inclusionPath(3, 3)).toThrow(RangeError);
  expect(() => tree.consistencyProof(0)).toThrow(RangeError);
  expect(() => tree.consistencyProof(4, 3)).toThrow(RangeError);
  expect(() => makeTree([]).inclusionPath(0)).toThrow(RangeError);
});
