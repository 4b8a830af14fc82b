/** One exchange with the server: how long it may take, and what its failure means. */
import { ApiProblem, type ApiProblemCode, asApiProblem } from '../../shared/api-problem.ts';
import type { DoorPorts } from './ports.ts';

/**
 * `silent`: nobody answered, or not with sense: later, the same again. `cut-off`: this door is no more. `stranger`: the server
 * answers, but not to this device. `refused`: it will not take what was sent, however often.
 */
export type Failure = 'silent' | 'cut-off' | 'stranger' | 'refused';

const silent: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'INTERNAL',
];
/** About what was sent, and about nothing else. */
const refusals: readonly ApiProblemCode[] = ['INPUT_INVALID', 'BODY_NOT_JSON', 'BODY_TOO_LARGE', 'LETTER_UNREADABLE'];

export const failureOf = (error: unknown): { failure: Failure; code: ApiProblemCode } => {
  const { code } = asApiProblem(error);
  if (code === 'DOOR_CUT_OFF') return { failure: 'cut-off', code };
  if (silent.includes(code)) return { failure: 'silent', code };
  return { failure: refusals.includes(code) ? 'refused' : 'stranger', code };
};

/** The answer, or TIMED_OUT: a hall's network swallows requests without a word, and the door does not wait for them. */
export const within = <T>(work: Promise<T>, ms: number, { later }: Pick<DoorPorts, 'later'>): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = later(() => reject(new ApiProblem('TIMED_OUT')), ms);
    work.then(resolve, reject).finally(cancel);
  });

const firstPauseMs = 2_000;
/** No longer than doors are silent between two contacts: the scans of a hall must not wait for a pause to end. */
const longestPauseMs = 15_000;

/** After the 1st, 2nd ... failure in a row: 2, 4, 8, 15 seconds, less up to half of it, so that doors do not knock in step. */
export const pauseMs = (failures: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10)) * (1 - random / 2);
