/** Signature, key and growth of a session's signed heads. */
import { headMessage } from '../../functions/seals/canonical.ts';
import { isConsistent } from '../../functions/seals/verify-proof.ts';
import type { CheckView, Step, StepResult } from './check-steps.ts';
import { bytesToHex, hexToBytes, isSignedBy, sha256 } from './crypto.ts';

export type HeadShown = CheckView['heads'][number];

export const keyIdOf = (publicKey: string): string => bytesToHex(sha256(hexToBytes(publicKey)));

const isSigned = ({ head, publicKey, signature }: HeadShown): boolean =>
  isSignedBy(publicKey, headMessage(head), hexToBytes(signature));

/** The key is the one that the head names; where it is another than before, this head says which one it replaces. */
const hasItsKey = ({ head, publicKey }: HeadShown, before: HeadShown | undefined): boolean => {
  if (keyIdOf(publicKey) !== head.key) return false;
  const announced = before && before.head.key !== head.key ? before.head.key : undefined;
  return head.replacesKey === announced;
};

const continues = ({ head, consistency }: HeadShown, before: HeadShown | undefined): boolean => {
  if (head.number !== (before?.head.number ?? 0) + 1) return false;
  if (!before) return head.previous === undefined;
  return (
    head.previous?.size === before.head.size &&
    head.previous.root === before.head.root &&
    isConsistent(sha256, {
      from: before.head.size,
      fromRoot: before.head.root,
      to: head.size,
      toRoot: head.root,
      proof: consistency,
    })
  );
};

const every = (heads: readonly HeadShown[], test: (head: HeadShown, before: HeadShown | undefined) => boolean) =>
  heads.every((head, index) => test(head, heads[index - 1])) ? 'ok' : 'failed';

export const headSteps = (heads: readonly HeadShown[]): Step[] => {
  const alone: StepResult = 'none';
  const growth = every(heads, continues);
  return [
    { code: 'GROWTH', result: heads.length === 1 && growth === 'ok' ? alone : growth },
    { code: 'SIGNATURE', result: every(heads, isSigned) },
    { code: 'KEY', result: every(heads, hasItsKey) },
  ];
};
