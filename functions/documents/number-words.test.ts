import { expect, test } from 'vitest';
import { dayInWords, inWords } from './number-words.ts';

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [31, 'tiga puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [219, 'dua ratus sembilan belas'],
  [1000, 'seribu'],
  [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
  [2000, 'dua ribu'],
  [2024, 'dua ribu dua puluh empat'],
  [11_000, 'sebelas ribu'],
  [21_101, 'dua puluh satu ribu seratus satu'],
])('%i is %s', (number, words) => {
  expect(inWords(number)).toBe(words);
});

test('a day is the zone’s own', () => {
  const instant = '2024-06-27T16:30:00.000Z';
  expect(dayInWords('WIB', instant)).toBe(
    'Kamis tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat (27-06-2024)',
  );
  expect(dayInWords('WITA', instant)).toBe(
    'Jumat tanggal dua puluh delapan bulan Juni tahun dua ribu dua puluh empat (28-06-2024)',
  );
});
