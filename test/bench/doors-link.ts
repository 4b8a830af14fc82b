/** A hall's network between a simulated door and the real app: it drops, delays, duplicates and reorders, and goes away. */
import type { DoorApi } from '../../web/door/core/ports.ts';
import { ApiProblem, isProblemCode } from '../../web/shared/api-problem.ts';
import { asDoor, type TestApi } from '../support/api.ts';
import type { VirtualTime } from '../support/virtual-time.ts';

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export const makeRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface Weather {
  random: () => number;
  /** Whether nothing gets through at this moment. */
  isOut: () => boolean;
  /** The network behaves. */
  isFair: () => boolean;
}

/** What the server answered to a device, whether or not it got there. */
export type Overheard = (call: string, body: unknown, answer: unknown) => void;

const longestMs = 30_000;

/** Mostly quick, sometimes seconds, now and then half a minute. */
const delayOf = (random: () => number): number => {
  const kind = random();
  if (kind < 0.7) return 20 + random() * 400;
  return kind < 0.9 ? 500 + random() * 5_000 : random() * longestMs;
};

interface Request {
  call: keyof DoorApi;
  method: string;
  path: string;
  credential?: { session: string; door: string; secret: string };
  body?: unknown;
}

export const linkTo = (
  api: TestApi,
  time: VirtualTime,
  { random, isOut, isFair }: Weather,
  overhear: Overheard,
): DoorApi => {
  const atServer = async ({ call, method, path, credential, body }: Request): Promise<unknown> => {
    const as = credential ? asDoor(`${credential.session}.${credential.door}.${credential.secret}`) : null;
    const reply = await time.track(api.call(as, method, path, body));
    if (reply.status >= 400) throw new ApiProblem(isProblemCode(reply.body.code) ? reply.body.code : 'INTERNAL');
    overhear(call, body, reply.body);
    return reply.body;
  };

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      time.later(resolve, ms);
    });

  const passes = (): boolean => isFair() || (!isOut() && random() > 0.1);

  /** The request on its way, and once more behind it now and then; the first answer that gets through is the answer. */
  const send = async (request: Request): Promise<unknown> => {
    const delay = () => (isFair() ? 20 : delayOf(random));
    if (!isFair() && !isOut() && random() < 0.05)
      void wait(delay()).then(() => (isOut() ? undefined : atServer(request).catch(() => undefined)));
    if (!passes()) {
      // Half of what is lost is lost without a word: the door has to lose patience by itself.
      if (random() < 0.5) return new Promise(() => undefined);
      await wait(300);
      throw new ApiProblem('UNREACHABLE');
    }
    await wait(delay());
    const answer = await atServer(request).catch((error: unknown) => ({ error }));
    await wait(delay());
    if (!passes()) return new Promise(() => undefined);
    if (typeof answer === 'object' && answer !== null && 'error' in answer) throw answer.error;
    return answer;
  };

  const of = ({ session }: { session: string }, rest: string): string => `/api/sessions/${session}${rest}`;
  const as = <T>(answer: Promise<unknown>): Promise<T> => answer as Promise<T>;
  return {
    pair: (body) => as(send({ call: 'pair', method: 'POST', path: '/api/doors/pair', body })),
    contact: (credential, body) =>
      as(send({ call: 'contact', method: 'POST', path: of(credential, '/door/contact'), credential, body })),
    listPage: (credential, query) => {
      const path = of(credential, `/door-list?${new URLSearchParams(query)}`);
      return as(send({ call: 'listPage', method: 'GET', path, credential }));
    },
    batch: (credential, sentAt, entries) => {
      const body = { sentAt, entries: structuredClone(entries) };
      return as(send({ call: 'batch', method: 'POST', path: of(credential, '/check-in-batches'), credential, body }));
    },
    letter: () => Promise.reject(new ApiProblem('UNREACHABLE')),
  };
};
