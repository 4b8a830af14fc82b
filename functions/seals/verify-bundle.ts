/**
 * Checks a bundle, strictly: every data file must be byte for byte the canonical form of what it says, nothing may be missing or added,
 * and every hash, count and signature is computed again. So any changed bit of leaves, heads, proofs or openings is found.
 */

import * as z from 'zod';
import { companions, dataFiles, joinParts, openBundle } from './bundle.ts';
import { canonical, headMessage } from './canonical.ts';
import { isSignedBy, keyIdOf } from './ed25519.ts';
import { daysUntilSealed } from './late-seal-rules.ts';
import { Hash, Leaf, Opening } from './leaf-schema.ts';
import { leafHash, makeTree, sha256, type Tree } from './merkle-tree.ts';
import { type SealHead, SignedHead } from './seal-schema.ts';
import { commitmentAt, isConsistent, opensCommitment } from './verify-proof.ts';

/**
 * ZIP: it cannot be read, or holds what does not belong. PARTS: files that are not parts of one seal. FILE_MISSING. NOT_CANONICAL: a file is not written as it must be. CHECKER_CHANGED: its
 * checker or explanation is not this version's. LEAF: a leaf's shape. SESSION: of another session or regency. DUPLICATE: a leaf twice. HEAD:
 * the heads' order or shape. KEY: a head's key is not the one it names. FOREIGN_KEY: signed by a key that was not asked for.
 */
export type BundleProblem =
  | 'ZIP'
  | 'PARTS'
  | 'FILE_MISSING'
  | 'NOT_CANONICAL'
  | 'CHECKER_CHANGED'
  | 'LEAF'
  | 'SESSION'
  | 'DUPLICATE'
  | 'HEAD'
  | 'SIZE'
  | 'COUNTS'
  | 'ROOT'
  | 'CONSISTENCY'
  | 'KEY'
  | 'FOREIGN_KEY'
  | 'SIGNATURE'
  | 'OPENING';

export interface BundleFacts {
  session: string;
  regency: string;
  title: string;
  heads: readonly SealHead[];
  /** Commitments that the bundle opens. */
  opened: number;
  /** Whole days from the closing to the first head. */
  daysUntilSealed: number;
}

export type BundleVerdict = ({ ok: true } & BundleFacts) | { ok: false; problem: BundleProblem; detail: string };

export interface BundleChecks {
  /** Ids of the only keys that heads may be signed with. Left out: whoever signed it is told, and not judged. */
  keys?: readonly string[] | undefined;
  /** Takes a bundle whose checker is another version's, or changed. */
  anyChecker?: boolean | undefined;
}

class Found extends Error {
  readonly problem: BundleProblem;
  constructor(problem: BundleProblem, detail: string) {
    super(detail);
    this.problem = problem;
  }
}
const demand: (holds: boolean, problem: BundleProblem, detail: string) => asserts holds = (holds, problem, detail) => {
  if (!holds) throw new Found(problem, detail);
};

type Files = ReadonlyMap<string, Uint8Array>;

const textOf = (files: Files, name: string): string => {
  const bytes = files.get(name);
  demand(bytes !== undefined, 'FILE_MISSING', name);
  try {
    // A byte order mark is a character that does not belong there.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Found('NOT_CANONICAL', `${name} is not UTF-8.`);
  }
};

const jsonOf = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Found('NOT_CANONICAL', `${where} is not JSON.`);
  }
};

/** A text that is exactly the canonical form of what the schema takes. */
const read = <T>(schema: z.ZodType<T>, text: string, where: string, problem: BundleProblem): T => {
  const json = jsonOf(text, where);
  const parsed = schema.safeParse(json);
  demand(parsed.success, problem, `${where}: ${parsed.error?.issues[0]?.path.join('.')} is not as it must be.`);
  // Compared with what the schema made of it, so that an id in another case is another text.
  demand(canonicalOrEmpty(parsed.data) === text, 'NOT_CANONICAL', `${where} is not written in canonical form.`);
  return parsed.data;
};
const canonicalOrEmpty = (value: unknown): string => {
  try {
    return canonical(value);
  } catch {
    return '';
  }
};

const linesOf = (text: string, name: string): string[] => {
  demand(text === '' || text.endsWith('\n'), 'NOT_CANONICAL', `${name} does not end with a line feed.`);
  return text.split('\n').slice(0, -1);
};

/** The leaves' exact texts, and the tree that they make: their root is asked for before anything is made of what they say. */
interface Texts {
  texts: readonly string[];
  tree: Tree;
}

const readTexts = (files: Files): Texts => {
  const texts = linesOf(textOf(files, dataFiles.leaves), dataFiles.leaves);
  return { texts, tree: makeTree(texts.map(leafHash)) };
};

const readLeaves = (texts: readonly string[]): Leaf[] => {
  demand(new Set(texts).size === texts.length, 'DUPLICATE', 'A leaf stands twice.');
  return texts.map((text, index) => read(Leaf, text, `${dataFiles.leaves} ${index + 1}`, 'LEAF'));
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const countsOf = (leaves: readonly Leaf[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of leaves) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const checkTree = ({ number, size, root }: SealHead, { tree }: Texts): void => {
  const name = `Head ${number}`;
  demand(size <= tree.size, 'SIZE', `${name} covers ${size} leaves; there are ${tree.size}.`);
  demand(hex(tree.root(size)) === root, 'ROOT', `${name}: the leaves have another root.`);
};

const checkCounts = (heads: readonly SealHead[], leaves: readonly Leaf[]): void => {
  for (const { number, size, counts } of heads) {
    const counted = canonical(countsOf(leaves.slice(0, size)));
    demand(counted === canonical(counts), 'COUNTS', `Head ${number}: the leaves' kinds are counted otherwise.`);
  }
};

const checkSignature = ({ head, publicKey, signature }: SignedHead, keys: readonly string[] | undefined): void => {
  const name = `Head ${head.number}`;
  demand(keyIdOf(publicKey) === head.key, 'KEY', `${name}: its key is not the one that it names.`);
  demand(keys?.includes(head.key) ?? true, 'FOREIGN_KEY', `${name} is signed with the key ${head.key}.`);
  const signed = isSignedBy(publicKey, headMessage(head), Buffer.from(signature, 'hex'));
  demand(signed, 'SIGNATURE', `${name}: the signature is not its key's.`);
};

/** That a head is the first one, or follows the one before. */
const checkOrder = (head: SealHead, before: SealHead | undefined): void => {
  const { number, session, regency, size, at, previous, replacesKey, key } = head;
  const name = `Head ${number}`;
  demand(number === (before?.number ?? 0) + 1, 'HEAD', `${name} is not the next one.`);
  if (!before) {
    demand(!previous && !replacesKey, 'HEAD', `${name} names one before it.`);
    return;
  }
  demand(session === before.session && regency === before.regency, 'SESSION', `${name} is of another session.`);
  demand(size > before.size && at >= before.at, 'HEAD', `${name} is not later and larger than the one before.`);
  demand(previous?.size === before.size && previous.root === before.root, 'HEAD', `${name} names another one before.`);
  const replaced = key === before.key ? undefined : before.key;
  demand(replacesKey === replaced, 'HEAD', `${name} does not announce the change of its key.`);
};

const checkConsistency = (heads: readonly SealHead[], proofs: readonly (readonly string[])[]): void => {
  demand(proofs.length === heads.length - 1, 'CONSISTENCY', 'There is not one proof for each head but the first.');
  for (const [index, proof] of proofs.entries()) {
    const [older, newer] = [heads[index] as SealHead, heads[index + 1] as SealHead];
    const trees = { from: older.size, fromRoot: older.root, to: newer.size, toRoot: newer.root };
    demand(
      isConsistent(sha256, { ...trees, proof }),
      'CONSISTENCY',
      `Head ${newer.number} does not continue head ${older.number}.`,
    );
  }
};

const checkHeads = (files: Files, sealed: Texts, keys: readonly string[] | undefined): SealHead[] => {
  const signed = read(z.array(SignedHead).min(1), textOf(files, dataFiles.heads), dataFiles.heads, 'HEAD');
  const heads = signed.map(({ head }) => head);
  for (const [index, one] of signed.entries()) {
    checkOrder(one.head, heads[index - 1]);
    checkTree(one.head, sealed);
    checkSignature(one, keys);
  }
  demand(heads.at(-1)?.size === sealed.tree.size, 'SIZE', 'Leaves stand under no head.');
  const proofs = read(z.array(z.array(Hash)), textOf(files, dataFiles.proofs), dataFiles.proofs, 'CONSISTENCY');
  checkConsistency(heads, proofs);
  return heads;
};

/** One session's leaves; the first of them is the session itself. */
const checkSession = (leaves: readonly Leaf[], { session, regency }: SealHead) => {
  const [first] = leaves;
  demand(first?.kind === 'session', 'SESSION', 'The first leaf is not the session.');
  for (const [index, leaf] of leaves.entries()) {
    const isIts = leaf.session === session && (leaf.kind !== 'session' || leaf.regency === regency);
    demand(isIts, 'SESSION', `Leaf ${index + 1} is of another session.`);
  }
  return first;
};

const OpenedLine = z.strictObject({
  index: z.number().int().nonnegative(),
  openings: z.array(z.strictObject(Opening.shape)).min(1),
});

const ascends = <T extends string | number>(values: readonly T[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] as T) < value);

/** How many commitments the bundle opens: each must be the leaf's. */
const checkOpenings = (files: Files, leaves: readonly Leaf[]): number => {
  if (!files.has(dataFiles.openings)) return 0;
  const opened = linesOf(textOf(files, dataFiles.openings), dataFiles.openings).map((line, index) =>
    read(OpenedLine, line, `${dataFiles.openings} ${index + 1}`, 'OPENING'),
  );
  demand(ascends(opened.map(({ index }) => index)), 'OPENING', 'The openings are not in the order of their leaves.');
  for (const { index, openings } of opened) {
    demand(ascends(openings.map(({ field }) => field)), 'OPENING', `Leaf ${index + 1}: its openings are in no order.`);
    for (const opening of openings) {
      const commitment = commitmentAt(leaves[index], opening.field);
      const opens = commitment !== undefined && opensCommitment(sha256, opening, commitment);
      demand(opens, 'OPENING', `Leaf ${index + 1}: ${opening.field} was not sealed with this value.`);
    }
  }
  return opened.reduce((count, { openings }) => count + openings.length, 0);
};

const checkCompanions = (files: Files, anyChecker: boolean): void => {
  for (const [name, own] of Object.entries(companions)) {
    const text = textOf(files, name);
    demand(
      anyChecker || text === own,
      'CHECKER_CHANGED',
      `${name} is another version's, or was changed: do not use it.`,
    );
  }
};

const open = (zip: Uint8Array): Files => {
  try {
    return openBundle(zip);
  } catch (error) {
    throw new Found('ZIP', error instanceof Error ? error.message : 'It cannot be read.');
  }
};

const check = (zips: readonly Uint8Array[], { keys, anyChecker = false }: BundleChecks): BundleFacts => {
  const parts = zips.map(open);
  for (const part of parts) checkCompanions(part, anyChecker);
  const files = joinParts(parts);
  demand(
    files !== undefined,
    'PARTS',
    'Heads or proofs differ, or names stand in some only. Download all of them again.',
  );
  const sealed = readTexts(files);
  const heads = checkHeads(files, sealed, keys);
  const leaves = readLeaves(sealed.texts);
  const [first] = heads as [SealHead];
  const { title, closedAt } = checkSession(leaves, first);
  checkCounts(heads, leaves);
  const opened = checkOpenings(files, leaves);
  const { session, regency, at } = first;
  return { session, regency, title, heads, opened, daysUntilSealed: daysUntilSealed(closedAt, at) };
};

/** The first thing that is wrong with a bundle, or what it says. Of a bundle in parts: all of them, in their order. */
export const verifyBundle = (zip: Uint8Array | readonly Uint8Array[], checks: BundleChecks = {}): BundleVerdict => {
  try {
    return { ok: true, ...check(zip instanceof Uint8Array ? [zip] : zip, checks) };
  } catch (error) {
    if (error instanceof Found) return { ok: false, problem: error.problem, detail: error.message };
    throw error;
  }
};
