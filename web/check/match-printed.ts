/** What is printed on a paper, among the seals that were sent. */
import { type HeadShown, keyIdOf } from './check-heads.ts';

export type PrintedMatch = { is: 'short'; digits: number } | { is: 'seal'; number: number } | { is: 'key' | 'none' };

/** Undefined while nothing is typed. Spaces and line breaks are how it is printed. */
export const matchPrinted = (text: string, heads: readonly HeadShown[]): PrintedMatch | undefined => {
  const hash = text.replace(/\s+/g, '').toLowerCase();
  if (hash === '') return undefined;
  const digits = hash.replace(/[^0-9a-f]/g, '').length;
  if (digits < 64) return { is: 'short', digits };
  const found = heads.find(({ head }) => head.root === hash);
  if (found) return { is: 'seal', number: found.head.number };
  return { is: heads.some(({ publicKey }) => keyIdOf(publicKey) === hash) ? 'key' : 'none' };
};
