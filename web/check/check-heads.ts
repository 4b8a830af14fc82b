/** Signature, key and growth of a session's signed heads. */
import { headMessage } from '../../functions/seals/canonical.ts';
import { isConsistent } from '../../functions/seals/verify-proof.ts';
import type { CheckView, KeyList, Step, StepResult } from './check-steps.ts';
import { bytesToHex, hexToBytes, isSignedBy, sha256 } from './crypto.ts';

export type HeadShown = CheckView['heads'][number];

export const keyIdOf = (publicKey: string): string => bytesToHex(sha256(hexToBytes(publicKey)));

const isSigned = ({ head, publicKey, signature }: HeadShown): boolean =>
  isSignedBy(publicKey, headMessage(head), hexToBytes(signature));

const follows = ({ head }: HeadShown, before: HeadShown | undefined): boolean =>
  head.number === (before?.head.number ?? 0) + 1;

/** The key is the one that the head names; where it is another than before, this head says which one it replaces. */
const hasItsKey = (shown: HeadShown, before: HeadShown | undefined): boolean => {
  const { head, publicKey } = shown;
  if (keyIdOf(publicKey) !== head.key) return false;
  // Of a person not every head is sent: what a head says of one that is not here says nothing.
  if (!follows(shown, before)) return true;
  const announced = before && before.head.key !== head.key ? before.head.key : undefined;
  return head.replacesKey === announced;
};

const countsAll = ({ head }: HeadShown): boolean =>
  Object.values(head.counts).reduce((sum, count) => sum + count, 0) === head.size;

const continues = (shown: HeadShown, before: HeadShown | undefined): boolean => {
  const { head, consistency } = shown;
  if (!countsAll(shown)) return false;
  if (!before) return follows(shown, before) && head.previous === undefined;
  const { number, size, root, at } = before.head;
  const names = head.previous?.size === size && head.previous.root === root;
  return (
    head.number > number &&
    (names || !follows(shown, before)) &&
    head.size > size &&
    Date.parse(head.at) >= Date.parse(at) &&
    isConsistent(sha256, { from: size, fromRoot: root, to: head.size, toRoot: head.root, proof: consistency })
  );
};

/** Each key is one that the product says it signs with; a key that a head merely announces may be anybody's. */
const listed = (heads: readonly HeadShown[], keys: KeyList): StepResult => {
  if (!keys) return 'none';
  return every(heads, ({ head, publicKey }) =>
    keys.some((known) => known.key === head.key && known.publicKey === publicKey),
  );
};

const every = (
  heads: readonly HeadShown[],
  test: (head: HeadShown, before: HeadShown | undefined) => boolean,
): StepResult => (heads.every((head, index) => test(head, heads[index - 1])) ? 'ok' : 'failed');

export const headSteps = (heads: readonly HeadShown[], keys: KeyList): Step[] => {
  const alone: StepResult = 'none';
  const growth = every(heads, continues);
  return [
    { code: 'GROWTH', result: heads.length === 1 && growth === 'ok' ? alone : growth },
    { code: 'SIGNATURE', result: every(heads, isSigned) },
    { code: 'KEY', result: every(heads, hasItsKey) },
    { code: 'LISTED', result: listed(heads, keys) },
  ];
};
