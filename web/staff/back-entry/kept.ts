/** The sheet of attendance, kept over a reload. */
import { keptInTab } from '../frame/kept-in-tab.ts';
import type { Draft, Results } from './draft.ts';

export interface Kept {
  draft: Draft;
  /** Set once sending has begun: from then on the sheet is no longer edited, only repeated. */
  results?: Results | undefined;
}

export const { load: loadKept, keep } = keptInTab<Kept>('susulan', ({ draft }) => Array.isArray(draft?.rows));
