/** Structured log lines: a stable code, a request id and the kind of fault. Never a header, a body or a name of a person. */

export interface Logger {
  info(code: string, facts?: Record<string, string | number | boolean>): void;
  /** Something on our side failed. Only the error's class and the engine's own name for it are kept, never its message. */
  fault(code: string, requestId: string, error: unknown): void;
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
  const log = (level: string, code: string, facts: object) =>
    write(JSON.stringify({ time: now().toISOString(), level, code, ...facts }));
  return {
    info: (code, facts = {}) => log('info', code, facts),
    fault: (code, requestId, error) =>
      log('error', code, {
        requestId,
        error: nameOf(error),
        cause: error instanceof Error ? nameOf(error.cause) : undefined,
        at: framesOf(error),
      }),
  };
};
