/** A code held before the camera is read many times a second, and is one scan. */
const ignoreMs = 3_000;

export interface RecentCodes {
  /**
   * The texts of one decoded frame, also when there are none; answers the new ones. A code is new again once frames have been
   * decoded without it for three seconds. Time without any frame does not count: a slow phone decodes one in several seconds,
   * and the code that stays before it has not left.
   */
  inFrame: (codes: readonly string[], atMs: number) => string[];
  /** Makes a code new again that could not be taken. */
  forget: (code: string) => void;
  /** Whether a code that a scanner typed is new: not typed within the last three seconds. */
  typed: (code: string, atMs: number) => boolean;
}

export const makeRecentCodes = (): RecentCodes => {
  /** By code: since which frame it has been missing; undefined while it is in view. */
  const inView = new Map<string, number | undefined>();
  const typedAt = new Map<string, number>();

  const forgetGone = (codes: readonly string[], atMs: number): void => {
    for (const [code, missingSince] of inView) {
      if (codes.includes(code)) continue;
      if (missingSince === undefined) inView.set(code, atMs);
      else if (atMs - missingSince >= ignoreMs) inView.delete(code);
    }
  };

  return {
    inFrame: (codes, atMs) => {
      forgetGone(codes, atMs);
      const fresh = codes.filter((code) => !inView.has(code));
      for (const code of codes) inView.set(code, undefined);
      return fresh;
    },
    forget: (code) => {
      inView.delete(code);
    },
    typed: (code, atMs) => {
      const before = typedAt.get(code);
      for (const [other, at] of typedAt) if (atMs - at > ignoreMs) typedAt.delete(other);
      typedAt.set(code, atMs);
      return before === undefined || atMs - before > ignoreMs;
    },
  };
};
