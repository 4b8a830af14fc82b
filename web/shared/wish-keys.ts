/** The keys under which new things are asked for: the same wish again, after an answer that was lost, makes no second one. */
import { newKey } from './api.ts';

export interface WishKeys {
  /** Of this wish; one that differs in anything is another. */
  of: (wish: object) => string;
  /** The wish was answered: wishing the same again is meant. */
  answered: (wish: object) => void;
}

export const makeWishKeys = (make: () => string = newKey): WishKeys => {
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
