/** Holds a question until there is news: the server's half of long polling. Time is passed in. */

export interface Watch<T> {
  look: () => Promise<T>;
  isNews: (found: T) => boolean;
  /** How long at most; 0 looks once. */
  holdMs: number;
  pollMs: number;
  now: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
  /** Whoever asked has gone: nobody is left to look for. */
  gone: () => boolean;
}

/** The first news, or undefined where there was none within the time. No look is begun after it. */
export const watch = async <T>({ look, isNews, holdMs, pollMs, now, wait, gone }: Watch<T>): Promise<T | undefined> => {
  const end = now() + holdMs;
  for (;;) {
    const found = await look();
    if (isNews(found)) return found;
    if (gone() || now() + pollMs > end) return undefined;
    await wait(pollMs);
    if (gone()) return undefined;
  }
};
