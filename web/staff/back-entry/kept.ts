/** The sheet as this tab keeps it: a reload or a renewed sign-in loses nothing that was typed, and it ends with the tab. */
import type { Draft, Results } from './draft.ts';

export interface Kept {
  draft: Draft;
  /** Set once sending has begun: from then on the sheet is no longer edited, only repeated. */
  results?: Results | undefined;
}

const keyOf = (session: string): string => `hadir.susulan.${session}`;

export const loadKept = (session: string): Kept | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(session)) ?? 'null') as Kept | null;
    return kept && Array.isArray(kept.draft?.rows) ? kept : undefined;
  } catch {
    // Unreadable or forbidden: a new sheet.
    return undefined;
  }
};

export const keep = (session: string, kept: Kept | undefined): void => {
  try {
    if (kept) sessionStorage.setItem(keyOf(session), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(session));
  } catch {
    // Not kept over a reload; nothing else is lost.
  }
};
