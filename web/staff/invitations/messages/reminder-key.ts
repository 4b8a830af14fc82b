/**
 * The key of a reminder, kept in the tab: while nobody knows whether a call arrived, pressing again must be the same call; and
 * afterwards the messages that it claimed are listed under it.
 */
import { ApiProblem, type ApiProblemCode } from '../../../shared/api-problem.ts';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (session: string, what: 'asked' | 'claimed'): string => `hadir.pengingat.${what}.${session}`;

const attempt = <T>(act: () => T, otherwise: T): T => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

/** Problems after which nobody knows whether anything was claimed. */
const unanswered: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'INTERNAL',
];
export const isUnanswered = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || unanswered.includes(error.code);

export interface ReminderKeys {
  /** The key of the call that is open, or of a new one. */
  ask: () => string;
  /** The open call was answered: claimed, or refused for good. */
  settle: (claimed: boolean) => void;
  /** The key of the last call that claimed somebody. */
  claimed: () => string | undefined;
}

/** Storage can be forbidden; the keys then last as long as the page. */
export const makeReminderKeys = (storage: Keeper, session: string, make: () => string): ReminderKeys => {
  const memory = new Map<string, string>();
  const get = (what: 'asked' | 'claimed') =>
    memory.get(what) ?? attempt(() => storage.getItem(nameOf(session, what)), null) ?? undefined;
  const put = (what: 'asked' | 'claimed', key: string): void => {
    memory.set(what, key);
    attempt(() => storage.setItem(nameOf(session, what), key), undefined);
  };
  return {
    ask: () => {
      const key = get('asked') ?? make();
      put('asked', key);
      return key;
    },
    settle: (claimed) => {
      const key = get('asked');
      if (claimed && key) put('claimed', key);
      memory.delete('asked');
      attempt(() => storage.removeItem(nameOf(session, 'asked')), undefined);
    },
    claimed: () => get('claimed'),
  };
};
