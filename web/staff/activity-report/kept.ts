/** The report while it is written, kept over a reload. */
import { keptInTab } from '../frame/kept-in-tab.ts';
import type { Draft } from './draft.ts';

export const { load: loadKept, keep } = keptInTab<Draft>(
  'laporan',
  (draft) => Array.isArray(draft?.photos) && typeof draft.version === 'number' && typeof draft.signer === 'object',
);
