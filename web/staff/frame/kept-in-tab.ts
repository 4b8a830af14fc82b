/** Work that is not sent yet, as this tab keeps it: a reload or a renewed sign-in loses nothing that was typed, and it ends with the tab. */

/** By session, under names of its own. `isWhole`: whether what was found is such work. */
export const keptInTab = <Kept>(name: string, isWhole: (kept: Kept) => boolean) => {
  const keyOf = (session: string): string => `hadir.${name}.${session}`;
  return {
    load: (session: string): Kept | undefined => {
      try {
        const kept = JSON.parse(sessionStorage.getItem(keyOf(session)) ?? 'null') as Kept | null;
        return kept !== null && isWhole(kept) ? kept : undefined;
      } catch {
        // Unreadable or forbidden: a new sheet.
        return undefined;
      }
    },
    keep: (session: string, kept: Kept | undefined): void => {
      try {
        if (kept) sessionStorage.setItem(keyOf(session), JSON.stringify(kept));
        else sessionStorage.removeItem(keyOf(session));
      } catch {
        // Not kept over a reload; nothing else is lost.
      }
    },
  };
};
