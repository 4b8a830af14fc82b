/**
 * What this phone works out by itself of an answer of the public check, in steps that can each fail. Nothing of the answer is taken on
 * trust but what no step is about: a session's figures, the names of its regency and its pledge.
 */
import type { Answer } from '../shared/api.ts';
import { headSteps } from './check-heads.ts';
import { type CheckedProof, checkProof, leafOf } from './check-record.ts';
import { type CodeNames, namesIn } from './code.ts';

export type CheckView = Answer<'GET /api/v/:code'>;
export type PersonView = Extract<CheckView, { about: 'PERSON' }>;
export type SessionView = Extract<CheckView, { about: 'SESSION' }>;

/** The keys that the product says it signs with; undefined where that list could not be had. */
export type KeyList = Answer<'GET /api/seal-keys'>['keys'] | undefined;

export type StepCode = 'OWNER' | 'CLAIM' | 'NAME' | 'PATH' | 'GROWTH' | 'SIGNATURE' | 'KEY' | 'LISTED';
/** `none`: the answer holds nothing for this step to be about. */
export type StepResult = 'ok' | 'failed' | 'none';
export interface Step {
  code: StepCode;
  result: StepResult;
}

/**
 * MISMATCH wins over everything: an answer that does not hold together says nothing. PARTIAL: some of what is shown is not under a seal yet, or
 * nobody could tell whose key it is. EMPTY: nothing stands, and nothing proves that it was taken back.
 */
export type Verdict = 'VALID' | 'PARTIAL' | 'UNSEALED' | 'WITHDRAWN' | 'EMPTY' | 'MISMATCH';

export interface Checked {
  verdict: Verdict;
  /** Empty while there is no seal. */
  steps: Step[];
  /** The session's and a person's records, each with its leaf as it was read here. */
  proofs: CheckedProof[];
}

const allOf = (results: readonly boolean[]): StepResult => {
  if (results.length === 0) return 'none';
  return results.every(Boolean) ? 'ok' : 'failed';
};

type What = CheckedProof['proof']['what'];
/** What frames a person's records: none of it says that they came or signed. */
const frame: readonly What[] = ['SESSION', 'READING', 'OFFICE', 'DELEGATION', 'UNDO', 'ERASURE'];

const standing = (proofs: readonly CheckedProof[], keys: KeyList): Verdict => {
  const own = proofs.filter(({ proof }) => !frame.includes(proof.what));
  const undone = proofs.filter(({ proof }) => proof.what === 'UNDO');
  const isSealed = ({ leaf }: CheckedProof): boolean => leaf !== undefined;
  if (own.length === 0 && undone.some(isSealed)) return 'WITHDRAWN';
  if (own.length + undone.length === 0) return 'EMPTY';
  if (!own.some(isSealed)) return 'UNSEALED';
  return keys && [...own, ...undone].every(isSealed) ? 'VALID' : 'PARTIAL';
};

/** The name that is shown is opened by one of the records; none is shown, none is checked. */
const nameStep = (view: PersonView, proofs: readonly CheckedProof[]): StepResult => {
  const opened = proofs.flatMap(({ openings }) => openings);
  if (opened.some(({ opens }) => !opens)) return 'failed';
  if (view.person === null || proofs.every(({ leaf }) => leaf === undefined)) return opened.length ? 'ok' : 'none';
  return allOf([proofs.some(({ names }) => names.includes(view.person?.normalize('NFC') ?? ''))]);
};

/** Whatever is sealed begins with the session itself: without it its facts would be shown on trust. */
const claimStep = (proofs: readonly CheckedProof[]): StepResult =>
  allOf([
    proofs.some(({ proof, leaf }) => proof.what === 'SESSION' && leaf !== undefined),
    ...proofs.filter(({ proof }) => proof.leaf !== null).map(({ claims }) => claims),
  ]);

const recordSteps = (view: CheckView, proofs: readonly CheckedProof[]): Step[] => {
  const sealed = proofs.filter(({ proof }) => proof.leaf !== null);
  return [
    { code: 'CLAIM', result: claimStep(proofs) },
    ...(view.about === 'PERSON' ? [{ code: 'NAME', result: nameStep(view, proofs) } as const] : []),
    { code: 'PATH', result: allOf(sealed.map(({ leads }) => leads)) },
  ];
};

/** A reading and the session are of nobody: their leaves have no invitation. */
const isOwn = (leaf: NonNullable<CheckedProof['leaf']>, { session, invitation }: CodeNames): boolean =>
  leaf.session === session &&
  (leaf.kind === 'session' || leaf.kind === 'reading' || ('invitation' in leaf && leaf.invitation === invitation));

export const checkAnswer = (code: string, view: CheckView, keys: KeyList): Checked => {
  const names = namesIn(code);
  const heads = view.heads;
  const last = heads.at(-1)?.head;
  const leaves = view.proofs.flatMap((proof) => leafOf(proof) ?? []);
  const proofs = view.proofs.map((proof) => checkProof(proof, { view, last, leaves }));
  if (heads.length === 0 && proofs.every(({ proof }) => proof.leaf === null)) {
    const verdict = view.about === 'PERSON' ? standing(proofs, keys) : 'UNSEALED';
    return { verdict, steps: [], proofs };
  }
  const owned = [
    view.session.id === names.session,
    (view.about === 'PERSON' ? view.role : view.about) === names.role,
    ...heads.map(({ head }) => head.session === names.session && head.regency === view.session.regency),
    ...proofs.flatMap(({ leaf }) => (leaf ? [isOwn(leaf, names)] : [])),
  ];
  const steps: Step[] = [
    { code: 'OWNER', result: allOf(owned) },
    ...recordSteps(view, proofs),
    ...headSteps(heads, keys),
  ];
  if (steps.some(({ result }) => result === 'failed')) return { verdict: 'MISMATCH', steps, proofs };
  if (view.about === 'SESSION') return { verdict: keys ? 'VALID' : 'PARTIAL', steps, proofs };
  return { verdict: standing(proofs, keys), steps, proofs };
};
