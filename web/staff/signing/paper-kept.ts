/** The sheet of signatures, kept over a reload. */
import { keptInTab } from '../frame/kept-in-tab.ts';
import type { Draft, Outcomes } from './paper-draft.ts';

export interface Kept {
  draft: Draft;
  /** Set once sending has begun. */
  outcomes?: Outcomes | undefined;
}

export const { load: loadKept, keep } = keptInTab<Kept>('lembar', ({ draft }) => Array.isArray(draft?.lines));
