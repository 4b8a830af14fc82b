/** The sheet as this tab keeps it: a reload loses nothing that was typed, and it ends with the tab. */
import type { Draft, Outcomes } from './paper-draft.ts';

export interface Kept {
  draft: Draft;
  /** Set once sending has begun. */
  outcomes?: Outcomes | undefined;
}

const keyOf = (session: string): string => `hadir.lembar.${session}`;

export const loadKept = (session: string): Kept | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(session)) ?? 'null') as Kept | null;
    return kept && Array.isArray(kept.draft?.lines) ? kept : undefined;
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
