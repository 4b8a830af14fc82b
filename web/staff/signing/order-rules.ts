/** The order of signing as it is being arranged: whoever is placed by hand first, everybody else after them. */

import type { Turn } from './turn.ts';

/** As many as the API takes; said again here, since its schema is no part of the pages. */
export const mostPlaced = 300;

export type Step = 'top' | 'up' | 'down';

/** Moves one of the placed; at the edge nothing happens. */
export const moved = (order: readonly string[], id: string, step: Step): string[] => {
  const at = order.indexOf(id);
  if (at < 0) return [...order];
  const rest = order.filter((each) => each !== id);
  const to = { top: 0, up: Math.max(0, at - 1), down: Math.min(rest.length, at + 1) }[step];
  return [...rest.slice(0, to), id, ...rest.slice(to)];
};

/** At the end of those placed; once. */
export const placed = (order: readonly string[], id: string): string[] =>
  order.includes(id) ? [...order] : [...order, id];

export const unplaced = (order: readonly string[], id: string): string[] => order.filter((each) => each !== id);

export const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

export type Standing = 'signed' | 'delegateSigned' | 'delegate' | 'notHere';

/** How it stands with somebody in the order: what is signed, else whether a delegate came or nobody; nothing where the head is here. */
export const standingOf = ({ signed, present }: Pick<Turn, 'signed' | 'present'>): Standing | undefined => {
  if (signed.holder) return 'signed';
  if (present === 'delegate') return signed.delegate ? 'delegateSigned' : 'delegate';
  return present === null ? 'notHere' : undefined;
};
