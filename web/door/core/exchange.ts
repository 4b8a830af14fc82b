/** One exchange with the server: how long it may take, and what its failure means. */
import { ApiProblem, type ApiProblemCode, asApiProblem } from '../../shared/api-problem.ts';
import type { DoorPorts } from './ports.ts';

/**
 * `silent`: nobody answered, or not with sense: later, the same again. `cut-off`: this door is no more. `stranger`: the server
 * answers, but does not take this device for a door. `refused`: it will not take what was sent, however often.
 */
export type Failure = 'silent' | 'cut-off' | 'stranger' | 'refused';

const silent: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'INTERNAL',
];
const strangers: readonly ApiProblemCode[] = [
  'DOOR_CREDENTIAL_INVALID',
  'DOOR_OTHER_SESSION',
  'NOT_SIGNED_IN',
  'SIGN_IN_EXPIRED',
  'SIGN_IN_UNAVAILABLE',
  'NOT_ALLOWED',
  'OTHER_REGENCY',
  'SESSION_UNKNOWN',
  'ROUTE_UNKNOWN',
];

export const failureOf = (error: unknown): { failure: Failure; code: ApiProblemCode } => {
  const { code } = asApiProblem(error);
  if (code === 'DOOR_CUT_OFF') return { failure: 'cut-off', code };
  if (silent.includes(code)) return { failure: 'silent', code };
  return { failure: strangers.includes(code) ? 'stranger' : 'refused', code };
};

/** The answer, or TIMED_OUT: a hall's network swallows requests without a word, and the door does not wait for them. */
export const within = <T>(work: Promise<T>, ms: number, { later }: Pick<DoorPorts, 'later'>): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = later(() => reject(new ApiProblem('TIMED_OUT')), ms);
    work.then(resolve, reject).finally(cancel);
  });

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

/** After the 1st, 2nd ... failure in a row: 2, 4, 8 ... 30 seconds, less up to half of it, so that doors do not knock in step. */
export const pauseMs = (failures: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10)) * (1 - random / 2);
