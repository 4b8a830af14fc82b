/** Sends one scan and says what became of it; never throws. */
import { api } from '../../shared/api.ts';
import { asApiProblem } from '../../shared/api-problem.ts';
import { type Result, resultOfAnswer, resultOfProblem } from './result.ts';
import { requestOf, type Scan } from './scan.ts';

const timeoutMs = 8_000;

/** The call has its own time-out, but renewing the sign-in before it has none: a hall's network can swallow that too. */
const within = <T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const attempt = async (scan: Scan, acting: boolean): Promise<Result> => {
  try {
    const body = requestOf(scan, acting, new Date().toISOString());
    return resultOfAnswer(
      await api('POST /api/sessions/:session/check-ins', { params: { session: scan.session }, body, timeoutMs }),
    );
  } catch (error) {
    return resultOfProblem(asApiProblem(error).code);
  }
};

export const sendScan = (scan: Scan, acting: boolean): Promise<Result> =>
  within(timeoutMs + 1_000, attempt(scan, acting), { kind: 'waiting', why: 'NO_ANSWER' });
