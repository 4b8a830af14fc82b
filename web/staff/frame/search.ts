/** Searching in what is already on the page: every word, anywhere, whatever the case and the accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const matchesText = (words: string, ...texts: readonly (string | undefined)[]): boolean => {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return true;
  const text = plain(texts.filter(Boolean).join(' '));
  return wanted.every((word) => text.includes(word));
};
