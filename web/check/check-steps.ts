/**
 * What this phone works out by itself of an answer of the public check, in steps that can each fail. Nothing of the answer is taken on
 * trust but what no step is about: the session's own facts and its figures.
 */
import type { Answer } from '../shared/api.ts';
import { type HeadShown, headSteps } from './check-heads.ts';
import { type CheckedProof, checkProof } from './check-record.ts';
import { namesIn } from './code.ts';

export type CheckView = Answer<'GET /api/v/:code'>;
export type PersonView = Extract<CheckView, { about: 'PERSON' }>;
export type SessionView = Extract<CheckView, { about: 'SESSION' }>;

export type StepCode = 'OWNER' | 'CLAIM' | 'NAME' | 'PATH' | 'GROWTH' | 'SIGNATURE' | 'KEY';
/** `none`: the answer holds nothing for this step to be about. */
export type StepResult = 'ok' | 'failed' | 'none';
export interface Step {
  code: StepCode;
  result: StepResult;
}

/** MISMATCH wins over everything: an answer that does not hold together says nothing. */
export type Verdict = 'VALID' | 'UNSEALED' | 'WITHDRAWN' | 'MISMATCH';

export interface Checked {
  verdict: Verdict;
  /** Empty while there is no seal. */
  steps: Step[];
  /** A person's records, each with its leaf as it was read here. */
  proofs: CheckedProof[];
}

const allOf = (results: readonly boolean[]): StepResult => {
  if (results.length === 0) return 'none';
  return results.every(Boolean) ? 'ok' : 'failed';
};

const standing = (heads: readonly HeadShown[], proofs: readonly CheckedProof[]): Verdict =>
  heads.length > 0 && proofs.some(({ proof, leaf }) => leaf !== undefined && proof.what !== 'OFFICE')
    ? 'VALID'
    : 'UNSEALED';

/** The name that is shown is opened by one of the records; none is shown, none is checked. */
const nameStep = (view: PersonView, proofs: readonly CheckedProof[]): StepResult => {
  const opened = proofs.flatMap(({ openings }) => openings);
  if (opened.some(({ opens }) => !opens)) return 'failed';
  if (view.person === null || proofs.every(({ leaf }) => leaf === undefined)) return opened.length ? 'ok' : 'none';
  return allOf([proofs.some(({ names }) => names.includes(view.person?.normalize('NFC') ?? ''))]);
};

const personSteps = (view: PersonView, proofs: readonly CheckedProof[]): Step[] => {
  const sealed = proofs.filter(({ proof }) => proof.leaf !== null);
  return [
    { code: 'CLAIM', result: allOf(sealed.map(({ claims }) => claims)) },
    { code: 'NAME', result: nameStep(view, proofs) },
    { code: 'PATH', result: allOf(sealed.map(({ leads }) => leads)) },
  ];
};

export const checkAnswer = (code: string, view: CheckView): Checked => {
  const names = namesIn(code);
  const heads = view.heads;
  const last = heads.at(-1)?.head;
  const proofs = view.about === 'PERSON' ? view.proofs.map((proof) => checkProof(proof, { view, last })) : [];
  if (heads.length === 0 && proofs.every(({ proof }) => proof.leaf === null)) {
    const withdrawn = view.about === 'PERSON' && view.standing === 'WITHDRAWN';
    return { verdict: withdrawn ? 'WITHDRAWN' : 'UNSEALED', steps: [], proofs };
  }
  const owned = [
    view.session.id === names.session,
    (view.about === 'PERSON' ? view.role : view.about) === names.role,
    ...heads.map(({ head }) => head.session === names.session && head.regency === view.session.regency),
    ...proofs.flatMap(({ leaf }) =>
      leaf ? [leaf.session === names.session && leaf.invitation === names.invitation] : [],
    ),
  ];
  const steps: Step[] = [
    { code: 'OWNER', result: allOf(owned) },
    ...(view.about === 'PERSON' ? personSteps(view, proofs) : []),
    ...headSteps(heads),
  ];
  if (steps.some(({ result }) => result === 'failed')) return { verdict: 'MISMATCH', steps, proofs };
  if (view.about === 'SESSION') return { verdict: 'VALID', steps, proofs };
  const verdict = view.standing === 'WITHDRAWN' ? 'WITHDRAWN' : standing(heads, proofs);
  return { verdict, steps, proofs };
};
