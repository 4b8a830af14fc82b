/** What can go wrong with a call: the API's closed list of codes, and three of our own for the way there. */
import type { FieldError } from '../../functions/platform/problem.ts';
import { type ProblemCode, problemCodes } from '../../functions/platform/problem-codes.ts';
import type { Pair } from './i18n.ts';
import { pick } from './i18n.ts';

const wayCodes = {
  UNREACHABLE: [
    'Server tidak dapat dihubungi. Periksa sambungan jaringan, lalu coba lagi.',
    'The server cannot be reached. Check the network, then try again.',
  ],
  TIMED_OUT: ['Server terlalu lama menjawab. Coba lagi.', 'The server took too long to answer. Try again.'],
  ANSWER_UNREADABLE: [
    'Jawaban server tidak dapat dibaca. Coba lagi.',
    "The server's answer cannot be read. Try again.",
  ],
} as const satisfies Record<string, Pair>;

export type ApiProblemCode = ProblemCode | keyof typeof wayCodes;

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ApiProblemCode;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  readonly state: string | undefined;
  /** The unit that is in the way. */
  readonly unit: string | undefined;
  constructor(
    code: ApiProblemCode,
    details: {
      requestId?: string | undefined;
      errors?: readonly FieldError[] | undefined;
      state?: string | undefined;
      unit?: string | undefined;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.requestId = details.requestId;
    this.errors = details.errors ?? [];
    this.state = details.state;
    this.unit = details.unit;
  }
}

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problemCodes, code);

/** The sentence of a problem in the language of the page. */
export const problemSentence = (code: ApiProblemCode): string => {
  if (!isProblemCode(code)) return pick(wayCodes[code]);
  return pick([problemCodes[code].id, problemCodes[code].en]);
};

/** What is not there when a part of the address cannot be an id at all. */
const unknownParts: Record<string, ProblemCode> = {
  '/params/session': 'SESSION_UNKNOWN',
  '/params/unit': 'UNIT_UNKNOWN',
};

/** A mistyped address is told as one that leads nowhere: whoever only reads has no field to correct. */
export const asReadersProblem = (problem: ApiProblem): ApiProblem => {
  const { code, errors, requestId } = problem;
  const [first] = errors;
  const isAddress = errors.every(({ pointer }) => pointer.startsWith('/params/'));
  if (code !== 'INPUT_INVALID' || !first || !isAddress) return problem;
  return new ApiProblem(unknownParts[first.pointer] ?? 'ROUTE_UNKNOWN', { requestId });
};

const final = [403, 404];

/** Whether the same call may be answered otherwise a moment later. */
export const isWorthRetrying = ({ code }: Pick<ApiProblem, 'code'>): boolean =>
  !isProblemCode(code) || !final.includes(problemCodes[code].status);

/** Whatever was thrown, as a problem that can be shown. */
export const asApiProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem('INTERNAL');
