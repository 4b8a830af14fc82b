/** How wide an element stands on the page, so that a picture is drawn at its own size and its letters are not stretched. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export const useWidth = <E extends Element>(first: number): { ref: RefObject<E>; width: number } => {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const seen = Math.round(entry?.contentRect.width ?? 0);
      // While it is hidden it has none.
      if (seen > 0) setWidth(seen);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
};
