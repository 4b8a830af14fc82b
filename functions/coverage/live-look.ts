/** One look for all who wait: boards of one session that are held in the same process share what was read. Time is passed in. */

/**
 * Looks at a thing, or answers with a look begun at most `freshMs` ago. The latest look begun is the one that is shared, so nobody who asks
 * again is answered with an older one. One that fails is forgotten.
 */
export const shareLooks = <T>(look: (key: string) => Promise<T>, freshMs: number, now: () => number) => {
  const latest = new Map<string, { begunAt: number; found: Promise<T> }>();
  return (key: string): Promise<T> => {
    const known = latest.get(key);
    if (known && now() - known.begunAt <= freshMs) return known.found;
    // Nothing piles up: whatever is too old to be shared goes.
    for (const [other, { begunAt }] of latest) if (now() - begunAt > freshMs) latest.delete(other);
    const mine = { begunAt: now(), found: look(key) };
    latest.set(key, mine);
    mine.found.catch(() => latest.get(key) === mine && latest.delete(key));
    return mine.found;
  };
};
