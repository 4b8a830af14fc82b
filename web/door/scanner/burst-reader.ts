/**
 * USB and Bluetooth scanners type: a code as a burst of keys, then Enter. People type slower, so the pace tells them apart.
 */
const maxGapMs = 60;
const shortest = 8;

export interface BurstReader {
  /** Takes one key; answers the code when this key ends a burst. */
  key: (key: string, atMs: number) => string | undefined;
}

export const makeBurstReader = (): BurstReader => {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    key: (key, atMs) => {
      const inPace = atMs - last <= maxGapMs;
      const ends = key === 'Enter' || key === 'Tab';
      // Shift comes with every capital; it is neither a letter nor an end.
      if (!ends && key.length !== 1) return undefined;
      last = atMs;
      if (!ends) {
        typed = inPace ? typed + key : key;
        return undefined;
      }
      const code = inPace ? typed.trim() : '';
      typed = '';
      return code.length >= shortest ? code : undefined;
    },
  };
};
