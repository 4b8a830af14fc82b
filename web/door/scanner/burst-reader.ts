/**
 * USB and Bluetooth scanners type: a code as a burst of keys, then Enter. Two marks tell them from people: the pace, and the
 * shape of what was typed. A code of ours counts at any pace, since Bluetooth scanners are slow and a loaded phone hands keys
 * on late; nobody types 39 such letters by chance.
 */
const maxGapMs = 60;
const shortest = 8;
/** Between two keys of one code, however slow the scanner is. */
const longestGapMs = 1_000;
/** Bare, or at the end of its address; what a person typed just before stands outside. */
const ourCode = /(?:https?:\/\/\S*\/c\/|(?<![a-z2-7]))[a-z2-7]{39}$/i;

export interface BurstReader {
  /** Takes one key; answers the code when this key ends a burst. */
  key: (key: string, atMs: number) => string | undefined;
}

export const makeBurstReader = (): BurstReader => {
  let burst = '';
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;

  const ending = (gapMs: number): string | undefined => {
    const ours = gapMs <= longestGapMs ? ourCode.exec(typed.trim())?.[0] : undefined;
    const quick = gapMs <= maxGapMs ? burst.trim() : '';
    burst = '';
    typed = '';
    return ours ?? (quick.length >= shortest ? quick : undefined);
  };

  return {
    key: (key, atMs) => {
      const ends = key === 'Enter' || key === 'Tab';
      // Shift comes with every capital; it is neither a letter nor an end.
      if (!ends && key.length !== 1) return undefined;
      const gapMs = atMs - last;
      last = atMs;
      if (ends) return ending(gapMs);
      burst = gapMs <= maxGapMs ? burst + key : key;
      typed = gapMs <= longestGapMs ? typed + key : key;
      return undefined;
    },
  };
};
