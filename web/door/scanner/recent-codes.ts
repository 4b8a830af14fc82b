/** A code held before the camera is read many times a second, and is one scan. */
const ignoreMs = 3_000;

export interface RecentCodes {
  /** Whether the code is new: not seen for three seconds. Seeing it counts, so a code that stays is not new again. */
  isNew: (code: string, atMs: number) => boolean;
}

export const makeRecentCodes = (): RecentCodes => {
  const seen = new Map<string, number>();
  return {
    isNew: (code, atMs) => {
      const before = seen.get(code);
      for (const [other, at] of seen) if (atMs - at > ignoreMs) seen.delete(other);
      seen.set(code, atMs);
      return before === undefined || atMs - before > ignoreMs;
    },
  };
};
