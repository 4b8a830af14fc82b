/** A nonce per wish, kept in the tab until the API has answered: a retry carries the same one and is recorded once. */
import { ApiProblem, type ApiProblemCode } from '../../shared/api-problem.ts';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Nonces {
  get: (name: string) => string;
  drop: (name: string) => void;
}

/** Storage can be forbidden; the nonce then lasts as long as the page. */
export const makeNonces = (storage: Keeper, make: () => string): Nonces => {
  const memory = new Map<string, string>();
  const stored = (name: string): string | null => {
    try {
      return storage.getItem(name);
    } catch {
      return null;
    }
  };
  return {
    get: (name) => {
      const nonce = memory.get(name) ?? stored(name) ?? make();
      memory.set(name, nonce);
      try {
        storage.setItem(name, nonce);
      } catch {
        // Kept in memory.
      }
      return nonce;
    },
    drop: (name) => {
      memory.delete(name);
      try {
        storage.removeItem(name);
      } catch {
        // Nothing was stored.
      }
    },
  };
};

/** Reading `sessionStorage` itself throws where storage is forbidden. */
export const tabStorage = (): Keeper => {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
};

/** Problems after which nobody knows whether anything was recorded: the same nonce must be sent again. */
const unanswered: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'INTERNAL',
];
export const isAnswered = (error: unknown): boolean => error instanceof ApiProblem && !unanswered.includes(error.code);
