/**
 * Structured log lines, one JSON object each: time, level, a stable code, and facts. Never a header, a body, a path, a code of an
 * invitation or a name of a person. The same in AWS and on the laptop.
 */
import type { ProblemCode } from './problem-codes.ts';

/**
 * Every code that a line may bear. Metric filters of AWS and searches of operators go by it (`$.code`), so one that was released is not
 * renamed.
 */
export type LogCode =
  // One request, answered; where somebody asked to see all of them.
  | 'REQUEST'
  // One request, answered with 500 or above: `problem` says with which code.
  | 'REQUEST_FAULT'
  // A sign-in was shown and is not, or no longer, good: `problem` says which. Whoever shows none at all is not told of.
  | 'SIGN_IN_REFUSED'
  // A door's credential was shown and is none, was cut off, or is of another session: `problem` says which.
  | 'DOOR_REFUSED'
  // One entry of a door's batch; the door sends it again.
  | 'BATCH_ENTRY_FAILED'
  | 'COVERAGE_RECOMPUTE_FAILED'
  | 'TOTALS_RECOMPUTE_FAILED'
  | 'SEAL_FAILED'
  // Somebody else is sealing the session, or died while they were: asked again until it is sealed.
  | 'SEAL_AWAITED'
  // The laptop's recomputing or sealing; it is tried again.
  | 'PROJECTION_FAILED'
  | 'SEAL_KEY_REPLACED'
  // The keys of codes, read once more: what is known of them stays in use.
  | 'TOKEN_KEYS_UNREAD'
  // The issuer's keys, which sign-ins are checked by, read once more: those that are known stay in use for some hours.
  | 'SIGN_IN_KEYS_UNREAD'
  | 'MAIL_FAILED'
  | 'MAIL_UNCERTAIN'
  // Automatic reminders: one run over the tenants; what it could not do is done by the next; a session that failed, tried again.
  | 'REMINDERS_OWED'
  | 'REMINDERS_UNFINISHED'
  | 'REMINDERS_FAILED'
  | IdentityFault;

/** Of the laptop's own sign-in. */
export type IdentityFault = 'IDENTITY_ISSUER_FAILED' | 'IDENTITY_PAGE_FAILED';

/** What may be told of a request that was answered. */
export interface ServedRequest {
  requestId: string;
  /** Method and template, e.g. `GET /api/c/:token`; `unknown` where there is no such route. Never the path, which may hold a code. */
  route: string;
  status: number;
  /** Until the answer stood, which is then sent. */
  ms: number;
  problem?: ProblemCode;
}

type Facts = Record<string, string | number | boolean>;

export interface Logger {
  info(code: LogCode, facts?: Facts | ServedRequest): void;
  /** Something was turned away, as it should be; many of them are worth a look. */
  warn(code: LogCode, facts: ServedRequest): void;
  /**
   * Something on our side failed. Only the error's class and the engine's own name for it are kept, never its message. The facts say where,
   * so that an operator knows what to do again: `session`, `regency`, `regencies`.
   */
  fault(code: LogCode, requestId: string, error: unknown, facts?: ServedRequest | Facts): void;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The frames of a stack without its first line, which could quote input. */
const framesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((frame) => /^\s+at /.test(frame))
        .slice(0, 5)
    : [];

export const makeLogger = (write: (line: string) => void, now: () => Date): Logger => {
  const log = (level: string, code: LogCode, facts: object) =>
    write(JSON.stringify({ time: now().toISOString(), level, code, ...facts }));
  return {
    info: (code, facts = {}) => log('info', code, facts),
    warn: (code, facts) => log('warn', code, facts),
    fault: (code, requestId, error, facts) =>
      log('error', code, {
        requestId,
        ...facts,
        error: nameOf(error),
        cause: error instanceof Error ? nameOf(error.cause) : undefined,
        at: framesOf(error),
      }),
  };
};
