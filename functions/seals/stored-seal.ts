/** Whether a stored seal may be sealed on: a head signs for all that is below it, so that none may be put on what is not ours or not whole. */
import { headMessage } from './canonical.ts';
import { isSignedBy, keyIdOf } from './ed25519.ts';
import { makeTree, makeTreeFromParts, partSize } from './merkle-tree.ts';
import { secretBytes } from './record.ts';
import { partOf, type StoredHead } from './seal-rules.ts';
import type { HashPiece } from './seal-store.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Of this session, signed by one of these keys, and on top of the head before it. */
const isOurs = (
  { head, publicKey, signature, from }: StoredHead,
  before: StoredHead | undefined,
  { session, keys }: { session: string; keys: ReadonlySet<string> },
): boolean =>
  head.session === session &&
  head.number === (before?.head.number ?? 0) + 1 &&
  from === (before?.head.size ?? 0) &&
  head.previous?.size === before?.head.size &&
  head.previous?.root === before?.head.root &&
  keys.has(publicKey) &&
  keyIdOf(publicKey) === head.key &&
  isSignedBy(publicKey, headMessage(head), Buffer.from(signature, 'hex'));

/** The stored hashes make every head's root, and the stored roots of full parts the last one. */
const isWhole = (heads: readonly StoredHead[], pieces: readonly HashPiece[]): boolean => {
  const last = heads.at(-1)?.head;
  const hashes = pieces.flatMap((piece) => piece.hashes);
  const roots = heads.flatMap((head) => head.roots);
  if (!last) return hashes.length === 0;
  if (hashes.length !== last.size || roots.length !== partOf(last.size)) return false;
  const tree = makeTree(hashes);
  if (heads.some(({ head }) => hex(tree.root(head.size)) !== head.root)) return false;
  const tail = new Map([[roots.length, hashes.slice(roots.length * partSize)]]);
  return hex(makeTreeFromParts({ size: last.size, roots, hashes: tail }).root()) === last.root;
};

/** `keys`: the public keys that this product signs with, or signed with before. */
export const isSoundSeal = (
  { heads, pieces }: { heads: readonly StoredHead[]; pieces: readonly HashPiece[] },
  known: { session: string; keys: ReadonlySet<string> },
): boolean =>
  (heads.length === 0 || heads[0]?.secret?.length === secretBytes) &&
  heads.every((stored, index) => isOurs(stored, heads[index - 1], known)) &&
  isWhole(heads, pieces);
