/**
 * Checking what a tree proves, with nothing but a SHA-256 that is handed in: the browser brings one library's, the server Node's. Proofs are
 * checked as RFC 9162 has it, sections 2.1.3.2 and 2.1.4.2. All hashes are lower-case hex.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const hashForm = /^[0-9a-f]{64}$/;
const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/** A leaf's hash in the tree, from its exact text. */
export const leafHashOf = (sha256: Sha256, leaf: string): string =>
  toHex(sha256(joined(Uint8Array.of(0), new TextEncoder().encode(leaf))));

const nodeHash = (sha256: Sha256, left: string, right: string): string =>
  toHex(sha256(joined(Uint8Array.of(1), fromHex(left), fromHex(right))));

const areHashes = (hashes: readonly string[]): boolean => hashes.every((one) => hashForm.test(one));
const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
const isOdd = (number: number): boolean => number % 2 === 1;
const half = (number: number): number => Math.floor(number / 2);

/**
 * Follows a proof from a node to the root, `node` and `last` being that node's number on its level and the level's last one. `join` is told
 * each sibling and on which side it stands. True if the proof ends at the root, neither before nor after.
 */
const climb = (
  start: { node: number; last: number },
  proof: readonly string[],
  join: (sibling: string, side: 'LEFT' | 'RIGHT') => void,
): boolean => {
  let { node, last } = start;
  for (const sibling of proof) {
    if (last === 0) return false;
    const onLeft = isOdd(node) || node === last;
    join(sibling, onLeft ? 'LEFT' : 'RIGHT');
    // The right-most node has no sibling on some levels: those have no hash in the proof.
    while (onLeft && !isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    [node, last] = [half(node), half(last)];
  }
  return last === 0;
};

export interface Inclusion {
  /** The leaf's exact text. */
  leaf: string;
  index: number;
  size: number;
  /** From the leaf upwards. */
  path: readonly string[];
  root: string;
}

/** Whether the leaf stands at `index` in the tree of `size` leaves with that root. */
export const isIncluded = (sha256: Sha256, { leaf, index, size, path, root }: Inclusion): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([...path, root])) return false;
  let reached = leafHashOf(sha256, leaf);
  const ends = climb({ node: index, last: size - 1 }, path, (sibling, side) => {
    reached = side === 'LEFT' ? nodeHash(sha256, sibling, reached) : nodeHash(sha256, reached, sibling);
  });
  return ends && reached === root;
};

export interface Consistency {
  from: number;
  fromRoot: string;
  to: number;
  toRoot: string;
  proof: readonly string[];
}

/** Whether the tree of `from` leaves is what the tree of `to` leaves begins with: nothing was taken away, changed or put between. */
export const isConsistent = (sha256: Sha256, { from, fromRoot, to, toRoot, proof }: Consistency): boolean => {
  if (!isCount(from) || !isCount(to) || from < 1 || from > to || !areHashes([...proof, fromRoot, toRoot])) return false;
  if (from === to) return proof.length === 0 && fromRoot === toRoot;
  let [node, last] = [from - 1, to - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  // An older tree of a power of two of leaves is itself the first node, and is not repeated in the proof.
  const [first, ...rest] = node === 0 ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  const ends = climb({ node, last }, rest, (sibling, side) => {
    if (side === 'LEFT') older = nodeHash(sha256, sibling, older);
    newer = side === 'LEFT' ? nodeHash(sha256, sibling, newer) : nodeHash(sha256, newer, sibling);
  });
  return ends && older === fromRoot && newer === toRoot;
};

/** What opens a commitment; `field` says where in the leaf it stands. */
export interface Opened {
  salt: string;
  field: string;
  value: string;
}

/** Whether salt, field and value are what was committed to. */
export const opensCommitment = (sha256: Sha256, { salt, field, value }: Opened, commitment: string): boolean =>
  hashForm.test(salt) &&
  toHex(sha256(joined(fromHex(salt), new TextEncoder().encode(`${field}:${value}`)))) === commitment;

/** The commitment that stands at `field` (`delegate.name`, `witnesses.0.office`) of a parsed leaf, if one does. */
export const commitmentAt = (leaf: unknown, field: string): string | undefined => {
  let found = leaf;
  for (const step of field.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return typeof found === 'string' && hashForm.test(found) ? found : undefined;
};
