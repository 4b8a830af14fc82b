/** The key under which a copy is asked for: the same wish again makes no second draft, also after its dialog was closed. */
import { newKey } from '../../shared/api.ts';

export interface CopyKeys {
  /** Of this wish; another time, title or phase is another wish. */
  of: (wish: object) => string;
  /** The wish was answered: wishing the same again is meant. */
  answered: (wish: object) => void;
}

export const makeCopyKeys = (make: () => string = newKey): CopyKeys => {
  const open = new Map<string, string>();
  const nameOf = (wish: object): string => JSON.stringify(wish);
  return {
    of: (wish) => {
      const key = open.get(nameOf(wish)) ?? make();
      open.set(nameOf(wish), key);
      return key;
    },
    answered: (wish) => {
      open.delete(nameOf(wish));
    },
  };
};
