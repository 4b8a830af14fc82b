/** Seals in the table: a claim, heads, hashes by part, leaves with what opens them by run. Each in the session's own seal partition. */
import { promisify } from 'node:util';
import { gunzip, gzip, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { asRead } from '../platform/as-read.ts';
import {
  sealClaimKey,
  sealHeadKey,
  sealLeavesKey,
  sealPartition,
  sealPartKey,
  sealPartPrefix,
} from '../platform/keys.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { saltBytes } from './commitment.ts';
import { Opening } from './leaf-schema.ts';
import { contentForm, identityBytes, noContent } from './record.ts';
import { partOf, type StoredHead } from './seal-rules.ts';
import { StoredHeadItem } from './stored-head-item.ts';

/** What one attempt wrote of one part: the leaves' hashes, and what makes each record that one. */
export interface HashPiece {
  from: number;
  attempt: string;
  hashes: Uint8Array[];
  /** In hex. */
  identities: string[];
  /** In hex: what each record said as a whole; {@link noContent} once that was erased. */
  contents: string[];
  /** By which formula; today's is {@link contentForm}. */
  form?: number | undefined;
  /** How often contents were dropped; absent while none were. */
  revision?: number | undefined;
}

/** What one attempt wrote of one run. */
export interface LeafRun {
  from: number;
  attempt: string;
  /** The leaves' exact texts. */
  texts: string[];
  /** By leaf; empty where nothing is committed to, or what opens it was erased. */
  openings: Opening[][];
  /** How often openings were dropped; absent while none were. */
  revision?: number | undefined;
}

export interface SealStore {
  /** The first one first; read strongly. */
  heads(session: string): Promise<StoredHead[]>;
  /** Claims the sealing of a session until a moment; false while somebody else has it. */
  claim(session: string, attempt: string, times: { now: string; until: string }): Promise<boolean>;
  /** Whether somebody has it now. */
  isClaimed(session: string, now: string): Promise<boolean>;
  release(session: string, attempt: string): Promise<void>;
  putHashes(session: string, piece: HashPiece): Promise<void>;
  putLeaves(session: string, run: LeafRun): Promise<void>;
  /** The one write that seals: false where a head of that number stands. */
  putHead(session: string, stored: StoredHead): Promise<boolean>;
  /** Every attempt's hashes in the order of the tree, read strongly. */
  hashes(session: string): Promise<HashPiece[]>;
  /** Those of one part. */
  hashesOfPart(session: string, part: number, options?: { consistent?: boolean }): Promise<HashPiece[]>;
  leaves(session: string, from: number, attempt: string): Promise<LeafRun | undefined>;
  /** Every attempt's leaves in the order of the tree, read strongly and unpacked one by one. */
  allLeaves(session: string): AsyncGenerator<LeafRun>;
  /** Drops what opens the leaves at these places of a run, but for these fields; false when it was changed since it was read. */
  dropOpenings(
    session: string,
    read: LeafRun,
    places: ReadonlySet<number>,
    kept?: ReadonlySet<string>,
  ): Promise<boolean>;
  /** Drops what the records at these places of a piece said; false when it was changed since it was read. */
  dropContents(session: string, read: HashPiece, places: ReadonlySet<number>): Promise<boolean>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const hashBytes = 32;
/** Of a whole tree, so many are held in memory beside what is made of them. */
const runsAtOnce = 50;

const Bytes = z.instanceof(Uint8Array);
const PieceItem = z.object({
  from: z.number().int().nonnegative(),
  attempt: z.string(),
  hashes: Bytes,
  identities: Bytes,
  contents: Bytes,
  form: z.number().int(),
  revision: z.number().int().optional(),
});
const RunItem = z.object({
  from: z.number().int().nonnegative(),
  attempt: z.string(),
  leaves: Bytes,
  openings: Bytes,
  /** Absent in what was kept while salts stood in the openings themselves. */
  salts: Bytes.optional(),
  revision: z.number().int().optional(),
});
/** By leaf; the salts of all of them lie beside it, in the same order. */
const Openings = z.array(z.array(z.tuple([z.string(), z.string()])));
const SaltedOpenings = z.array(z.array(Opening));

const slices = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: bytes.length / size }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const fromHex = (texts: readonly string[]): Uint8Array => Buffer.from(texts.join(''), 'hex');

const headFrom = (item: Item): StoredHead => {
  const { roots, ...stored } = StoredHeadItem.parse(item);
  return { ...stored, roots: roots ? slices(roots, hashBytes) : [] };
};
const pieceFrom = (item: Item): HashPiece => {
  const { from, attempt, hashes, identities, contents, form, revision } = PieceItem.parse(item);
  return {
    from,
    attempt,
    form,
    revision,
    hashes: slices(hashes, hashBytes),
    identities: slices(identities, identityBytes).map(hex),
    contents: slices(contents, identityBytes).map(hex),
  };
};

// A tenth larger: a commitment is random, and what is not is much alike.
const fast = { level: 1 };
const unpacked = async (bytes: Uint8Array): Promise<string> => (await unzip(bytes)).toString('utf8');

/** Here and now: of names that are much alike there is so little that asking another thread takes longer. Salts are as they are, being random. */
const packedOpenings = (openings: readonly (readonly Opening[])[]) => ({
  openings: gzipSync(JSON.stringify(openings.map((leaf) => leaf.map(({ field, value }) => [field, value]))), fast),
  salts: fromHex(openings.flatMap((leaf) => leaf.map(({ salt }) => salt))),
});
const openingsFrom = async (bytes: Uint8Array, salts: Uint8Array | undefined): Promise<Opening[][]> => {
  const openings: unknown = JSON.parse(await unpacked(bytes));
  if (!salts) return SaltedOpenings.parse(openings);
  const left = slices(salts, saltBytes).values();
  const salt = (): string => hex(left.next().value as Uint8Array);
  return Openings.parse(openings).map((leaf) => leaf.map(([field, value]) => ({ field, salt: salt(), value })));
};
const runFrom = async (item: Item): Promise<LeafRun> => {
  const { from, attempt, leaves, openings, salts, revision } = RunItem.parse(item);
  return {
    from,
    attempt,
    revision,
    // No canonical JSON holds a line feed.
    texts: (await unpacked(leaves)).split('\n'),
    openings: await openingsFrom(openings, salts),
  };
};

type Part = Exclude<keyof SealStore, 'heads' | 'putHead' | 'claim' | 'isClaimed' | 'release'>;
const makePieces = (table: Table): Pick<SealStore, Part> => ({
  putHashes: async (session, { from, attempt, hashes, identities, contents }) => {
    await table.put({
      ...sealPartKey(session, partOf(from), from, attempt),
      from,
      attempt,
      hashes: Buffer.concat(hashes),
      identities: fromHex(identities),
      contents: fromHex(contents),
      form: contentForm,
    });
  },
  putLeaves: async (session, { from, attempt, texts, openings }) => {
    const leaves = await zip(texts.join('\n'), fast);
    await table.put({ ...sealLeavesKey(session, from, attempt), from, attempt, leaves, ...packedOpenings(openings) });
  },
  hashes: async (session) =>
    (await table.queryAll({ pk: sealPartition(session), prefix: 'PART#', consistent: true })).map(pieceFrom),
  hashesOfPart: async (session, part, { consistent = false } = {}) =>
    (await table.queryAll({ pk: sealPartition(session), prefix: sealPartPrefix(part), consistent })).map(pieceFrom),
  leaves: async (session, from, attempt) => {
    const item = await table.get(sealLeavesKey(session, from, attempt), { consistent: true });
    return item && runFrom(item);
  },
  allLeaves: async function* (session) {
    let cursor: string | undefined;
    do {
      const range = { pk: sealPartition(session), prefix: 'OPEN#', consistent: true };
      const page = await table.queryPage(range, { limit: runsAtOnce, cursor });
      for (const item of page.items) yield await runFrom(item);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  },
  dropOpenings: async (session, { from, attempt, openings, revision }, places, kept = new Set()) => {
    const left = openings.map((leaf, index) =>
      places.has(index) ? leaf.filter(({ field }) => kept.has(field)) : leaf,
    );
    const opening = packedOpenings(left);
    const after = await table.update(sealLeavesKey(session, from, attempt), {
      expression: 'SET openings = :left, salts = :salts, revision = :next',
      condition: `attribute_exists(pk) AND ${asRead('revision', revision, ':read')}`,
      values: { ':left': opening.openings, ':salts': opening.salts, ':read': revision, ':next': (revision ?? 0) + 1 },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  },
  dropContents: async (session, { from, attempt, contents, revision }, places) => {
    const left = contents.map((content, index) => (places.has(index) ? noContent : content));
    const after = await table.update(sealPartKey(session, partOf(from), from, attempt), {
      expression: 'SET contents = :left, revision = :next',
      condition: `attribute_exists(pk) AND ${asRead('revision', revision, ':read')}`,
      values: { ':left': fromHex(left), ':read': revision, ':next': (revision ?? 0) + 1 },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  },
});

const free = 'attribute_not_exists(pk) OR #until <= :now';

const makeClaims = (table: Table): Pick<SealStore, 'claim' | 'isClaimed' | 'release'> => {
  const until = { '#until': 'until' };
  return {
    claim: (session, attempt, times) => {
      const item: Key & Item = { ...sealClaimKey(session), attempt, until: times.until };
      return table.put(item, { expression: free, names: until, values: { ':now': times.now } });
    },
    isClaimed: async (session, now) => {
      const item = await table.get(sealClaimKey(session), { consistent: true });
      return item !== undefined && String(item.until) > now;
    },
    release: async (session, attempt) => {
      const over: Key & Item = { ...sealClaimKey(session), attempt, until: '' };
      await table.put(over, { expression: 'attempt = :attempt', values: { ':attempt': attempt } });
    },
  };
};

export const makeSealStore = (table: Table): SealStore => ({
  heads: async (session) => {
    const items = await table.queryAll({ pk: sealPartition(session), prefix: 'HEAD#', consistent: true });
    return items.map(headFrom);
  },
  putHead: (session, { roots, ...stored }) =>
    table.put(
      {
        ...sealHeadKey(session, stored.head.number),
        ...stored,
        ...(roots.length > 0 && { roots: Buffer.concat(roots) }),
      },
      { expression: 'attribute_not_exists(pk)' },
    ),
  ...makeClaims(table),
  ...makePieces(table),
});
