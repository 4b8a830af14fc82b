/**
 * A seal as one file that anybody can check: the leaves, the signed heads, what proves that each continues the one before, a checker that
 * needs none of our code, and how to use it. Everything of it but the checker and its explanation is canonical, so the same seal is
 * the same bytes.
 */
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import files from './bundle-files.generated.json' with { type: 'json' };
import { canonical } from './canonical.ts';
import type { Opening } from './leaf-schema.ts';
import type { SignedHead } from './seal-schema.ts';

/** The openings that are left of one leaf, by field; its index is the one in the whole tree. */
export interface OpenedLeaf {
  index: number;
  openings: readonly Opening[];
}

export interface BundleContent {
  /** The first one first. */
  heads: readonly SignedHead[];
  /** The exact texts, in the order of the tree, those under the last head; of a part, its own. */
  leaves: readonly string[];
  /** For every head but the first, the proof (hex) that it continues the one before. */
  consistency: readonly (readonly string[])[];
  /** What names people; left out, nobody can be named from the bundle. */
  openings?: readonly OpenedLeaf[] | undefined;
}

/** What lies in a bundle beside its data, as this version of the product has it. */
export const companions: Readonly<Record<string, string>> = files;
export const dataFiles = {
  leaves: 'daun.jsonl',
  heads: 'kepala.json',
  proofs: 'bukti.json',
  openings: 'pembuka.jsonl',
};

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** Leaves without anything to open are left out: of an entry without openings nothing could be checked. */
const openingLines = (opened: readonly OpenedLeaf[]): string =>
  lines(
    opened
      .filter(({ openings }) => openings.length > 0)
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, openings }) =>
        canonical({ index, openings: openings.toSorted((a, b) => (a.field < b.field ? -1 : 1)) }),
      ),
  );

/** The zip, the same bytes for the same content. */
export const makeBundle = ({ heads, leaves, consistency, openings }: BundleContent): Uint8Array => {
  const texts = {
    [dataFiles.leaves]: lines(leaves),
    [dataFiles.heads]: canonical(heads),
    [dataFiles.proofs]: canonical(consistency),
    ...(openings && { [dataFiles.openings]: openingLines(openings) }),
    ...companions,
  };
  const zippable: Zippable = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  // The format's first moment, in whatever zone this runs: zip has local times.
  return zipSync(zippable, { level: 6, mtime: new Date(1980, 0, 1) });
};

/** No seal is that large; what claims to be is refused before it is unpacked. */
const mostBytes = 512 * 1024 * 1024;

const belongs = new Set([...Object.values(dataFiles), ...Object.keys(companions)]);

/**
 * A bundle's files by name. Throws where the zip cannot be read, names a file twice or one that does not belong to a bundle, or would
 * unpack to more than 512 MB.
 */
export const openBundle = (zip: Uint8Array): Map<string, Uint8Array> => {
  const seen = new Set<string>();
  let bytes = 0;
  const files = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (!belongs.has(name)) throw new Error(`${JSON.stringify(name)} does not belong to a bundle.`);
      if (seen.has(name)) throw new Error(`${name} stands twice in the zip.`);
      seen.add(name);
      bytes += originalSize;
      if (bytes > mostBytes) throw new Error('The zip is too large.');
      return true;
    },
  });
  return new Map(Object.entries(files));
};

const sameInAll = [dataFiles.heads, dataFiles.proofs];
const joined = [dataFiles.leaves, dataFiles.openings];
const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;

/** The files of a seal's parts, in their order, as those of the one bundle that they were cut from; undefined where they are not of one. */
export const joinParts = (parts: readonly ReadonlyMap<string, Uint8Array>[]): Map<string, Uint8Array> | undefined => {
  const [first] = parts;
  if (!first) return undefined;
  if (parts.length === 1) return new Map(first);
  const fit = parts.every(
    (part) =>
      part.size === first.size &&
      part.get(dataFiles.leaves)?.length &&
      sameInAll.every((name) => isSame(part.get(name), first.get(name))),
  );
  if (!fit) return undefined;
  const bytesOf = (name: string) => Buffer.concat(parts.map((part) => part.get(name) ?? new Uint8Array()));
  return new Map([...first].map(([name, bytes]) => [name, joined.includes(name) ? bytesOf(name) : bytes]));
};
