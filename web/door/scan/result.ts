/** What became of a scan, as the door shows it: the API's closed list, and the two ways of having no answer. */
import type { ApiProblemCode } from '../../shared/api-problem.ts';
import type { CheckInAnswer } from './scan.ts';

type Of<R extends CheckInAnswer['result']> = Extract<CheckInAnswer, { result: R }>;
export type Admitted = Of<'accepted'>['invitation'];
export type RefusalReason = Of<'refused'>['reason'];

export type Result =
  | { kind: 'accepted'; invitation: Admitted; late: boolean }
  | { kind: 'already'; invitation: Admitted; first: { at: string; door: string } }
  | { kind: 'refused'; reason: RefusalReason }
  /** Nobody knows yet: it is sent again with the same nonce. */
  | { kind: 'waiting'; why: 'NO_ANSWER' | 'SIGN_IN' }
  /** The API will not take it, however often it is sent. */
  | { kind: 'failed'; code: ApiProblemCode };

/** A replay is our own earlier scan whose answer was lost: for the door it is that answer. */
export const resultOfAnswer = (answer: CheckInAnswer): Result => {
  switch (answer.result) {
    case 'accepted':
    case 'replayed':
      return { kind: 'accepted', invitation: answer.invitation, late: answer.late };
    case 'already':
      return { kind: 'already', invitation: answer.invitation, first: answer.first };
    case 'refused':
      return { kind: 'refused', reason: answer.reason };
  }
};

const unanswered: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'SIGN_IN_UNAVAILABLE',
  'INTERNAL',
];
const signInCodes: readonly ApiProblemCode[] = ['NOT_SIGNED_IN', 'SIGN_IN_EXPIRED'];

export const resultOfProblem = (code: ApiProblemCode): Result => {
  if (signInCodes.includes(code)) return { kind: 'waiting', why: 'SIGN_IN' };
  return unanswered.includes(code) ? { kind: 'waiting', why: 'NO_ANSWER' } : { kind: 'failed', code };
};

export const isSettled = (result: Result): boolean => result.kind !== 'waiting';

export type Tone = 'good' | 'warn' | 'bad' | 'info';
const tones: Record<Result['kind'], Tone> = {
  accepted: 'good',
  already: 'warn',
  refused: 'bad',
  waiting: 'info',
  failed: 'bad',
};
/** One colour, icon and sound a kind. */
export const toneOf = (result: Result): Tone => tones[result.kind];
