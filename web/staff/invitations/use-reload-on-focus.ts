/** Whoever comes back to the page sees what happened meanwhile, without pressing anything. */
import { useEffect } from 'preact/hooks';

/** Focus moves back and forth within seconds when a message is copied or sent; that is no return. */
const leastMs = 5_000;

export const useReloadOnFocus = (reload: () => void): void => {
  useEffect(() => {
    let last = Date.now();
    const back = (): void => {
      if (document.visibilityState !== 'visible' || Date.now() - last < leastMs) return;
      last = Date.now();
      reload();
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('focus', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      removeEventListener('focus', back);
    };
  }, [reload]);
};
