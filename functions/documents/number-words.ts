/** Numbers and days in words, as minutes of officials begin: `tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat`. */

import type { Zone } from '../platform/base-schema.ts';
import { longDay } from '../platform/long-day.ts';
import { dayIn } from '../platform/time.ts';
import { weekdayAndDate } from './paper-words.ts';

const upToEleven = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];

/** `seratus`, `dua ratus`: one of a unit is `se-`. */
const counted = (count: number, unit: string): string => (count === 1 ? `se${unit}` : `${inWords(count)} ${unit}`);

const andRest = (words: string, rest: number): string => (rest === 0 ? words : `${words} ${inWords(rest)}`);

/** A whole number from 0 to 999,999. */
export const inWords = (number: number): string => {
  if (number < 12) return upToEleven[number] ?? '';
  if (number < 20) return `${inWords(number - 10)} belas`;
  if (number < 100) return andRest(`${inWords(Math.floor(number / 10))} puluh`, number % 10);
  if (number < 1000) return andRest(counted(Math.floor(number / 100), 'ratus'), number % 100);
  return andRest(counted(Math.floor(number / 1000), 'ribu'), number % 1000);
};

/** `Kamis tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat (27-06-2024)`, in the zone. */
export const dayInWords = (zone: Zone, instant: string): string => {
  const day = dayIn(zone, instant);
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = weekdayAndDate(zone, instant).split(',')[0];
  const monthName = longDay(day).split(' ')[1];
  return `${weekday} tanggal ${inWords(Number(date))} bulan ${monthName} tahun ${inWords(Number(year))} (${date}-${month}-${year})`;
};
