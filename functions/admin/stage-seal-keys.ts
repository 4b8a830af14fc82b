/** Keys that seals of imported sessions are signed with, as they are to stand in a stage's file. */
import { formerKeyIn, formerKeyText, mostOfFormerKeys } from '../seals/former-keys.ts';

/**
 * Each with its regencies, as long as a stage takes them all. Where they are too many, those with the most regencies stand without: such a key
 * is good for all. In the order of the keys.
 */
export const stageSealKeys = (regenciesOf: ReadonlyMap<string, readonly string[]>): string[] => {
  const texts = [...regenciesOf].map(([key, regencies]) => formerKeyText(key, regencies));
  for (const longest of [...texts].sort((one, other) => other.length - one.length)) {
    if (texts.join(',').length < mostOfFormerKeys) break;
    texts[texts.indexOf(longest)] = formerKeyIn(longest).publicKey;
  }
  return texts;
};
