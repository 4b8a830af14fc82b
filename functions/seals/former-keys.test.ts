import { expect, test } from 'vitest';
import { FormerKey, formerKeyText, mayHaveSealed, readFormerKeys } from './former-keys.ts';

const key = (letter: string): string => `302a300506032b6570032100${letter.repeat(64)}`;
/** For whom each key is good, of these. */
const goodFor = (texts: string[], letter: string) =>
  ['16', '16.04', '18.13'].filter((regency) => mayHaveSealed(readFormerKeys(texts), key(letter), regency));

test.each<[string, string[], string[]]>([
  ['one of this installation is good for all', [key('a')], ['16', '16.04', '18.13']],
  ['one that came with regencies is good for them', [`${key('a')}@16.04`], ['16.04']],
  ['also for several', [`${key('b')}@16`, `${key('a')}@16.04+18.13`], ['16.04', '18.13']],
  ['also where it is named twice', [`${key('a')}@16`, `${key('a')}@18.13`], ['16', '18.13']],
  [
    'one that went away and came back is this installation’s',
    [`${key('a')}@16.04`, key('a')],
    ['16', '16.04', '18.13'],
  ],
  ['one that nobody named is good for none', [key('b')], []],
])('%s', (_, texts, regencies) => {
  expect(goodFor(texts, 'a')).toEqual(regencies);
  for (const text of texts) expect(FormerKey.parse(text)).toBe(text);
});

test('its text is the key alone, as it was before there were regencies, or with them in their order', () => {
  expect(formerKeyText(key('a'))).toBe(key('a'));
  expect(formerKeyText(key('a'), ['18.13', '16.04', '16.04'])).toBe(`${key('a')}@16.04+18.13`);
  expect(readFormerKeys([key('a')])).toEqual({ former: [key('a')] });
});

test.each([`${key('a')}@`, `${key('a')}@all`, `${key('a')}@16.04,18.13`, `${key('g')}@16.04`, '@16.04'])(
  '%s is none',
  (text) => {
    expect(FormerKey.safeParse(text).success).toBe(false);
  },
);
