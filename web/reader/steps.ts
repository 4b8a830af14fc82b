/** A text as the steps of its reading, and what moves from one to the next; functions of values. */

export interface Wording {
  opening: string;
  points: readonly string[];
  closing: string;
}

export interface Step {
  kind: 'opening' | 'point' | 'closing';
  /** Of a point, from 1. */
  number?: number;
  text: string;
}

export const stepsOf = ({ opening, points, closing }: Wording): Step[] => [
  { kind: 'opening', text: opening },
  ...points.map((text, index): Step => ({ kind: 'point', number: index + 1, text })),
  { kind: 'closing', text: closing },
];

export type Turn = 'next' | 'previous' | 'first' | 'last';

/** The step after a turn; both ends hold. */
export const turned = (at: number, turn: Turn, count: number): number => {
  if (turn === 'first') return 0;
  if (turn === 'last') return count - 1;
  return Math.min(count - 1, Math.max(0, at + (turn === 'next' ? 1 : -1)));
};

/** `#3` is the third step, as it is counted on the screen; anything else is the first. */
export const stepInHash = (hash: string, count: number): number => {
  const place = /^#(\d{1,2})$/.exec(hash)?.[1];
  return place === undefined ? 0 : Math.min(count - 1, Math.max(0, Number(place) - 1));
};
export const hashOf = (step: number): string => `#${step + 1}`;

/**
 * Keyboards and presenter remotes, which send Page Up and Page Down. Up and Down scroll a text that is larger than its screen, and
 * a key with Ctrl, Alt or Meta belongs to the browser.
 */
export const turnOfKey = (key: {
  key: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  altKey?: boolean;
  metaKey?: boolean;
}): Turn | undefined => {
  if (key.ctrlKey || key.altKey || key.metaKey) return undefined;
  if (key.key === ' ') return key.shiftKey ? 'previous' : 'next';
  if (key.key === 'ArrowRight' || key.key === 'PageDown') return 'next';
  if (key.key === 'ArrowLeft' || key.key === 'PageUp') return 'previous';
  if (key.key === 'Home') return 'first';
  return key.key === 'End' ? 'last' : undefined;
};

const tapReach = 10;
const swipeReach = 48;

/** A finger's way over the text, in pixels: a swipe to the left goes on; a tap does, too, but for the left third. */
export const turnOfTouch = (from: { x: number; y: number }, to: { x: number; y: number }, width: number) => {
  const across = to.x - from.x;
  const down = Math.abs(to.y - from.y);
  if (Math.abs(across) <= tapReach && down <= tapReach) return from.x < width / 3 ? 'previous' : 'next';
  if (Math.abs(across) < swipeReach || Math.abs(across) < 1.5 * down) return undefined;
  return across < 0 ? 'next' : 'previous';
};

/** The largest whole size that fits, at least `least`; what fits at one size fits at every smaller one. */
export const largestFitting = (least: number, most: number, fits: (size: number) => boolean): number => {
  let low = Math.floor(least);
  let high = Math.max(low, Math.floor(most));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Beside the size that fits the display: what A− and A+ go through. */
export const scales = [0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;
const fitting = scales.indexOf(1);
export const scaleAt = (place: number): number => scales[place] ?? 1;
export const placeOfScale = (kept: string | null): number => {
  const place = scales.findIndex((scale) => String(scale) === kept);
  return place < 0 ? fitting : place;
};
