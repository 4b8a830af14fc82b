/** A share of a whole, as every page, paper and picture says it: one figure for the same two numbers, wherever it stands. */

/**
 * In percent to a tenth, rounded down, so that only all are 100; never 0 of somebody. Undefined where there is nothing to divide by.
 */
export const percentOf = (part: number, whole: number): number | undefined => {
  if (whole === 0) return undefined;
  // Multiplied first: a quotient times a thousand can fall just below the tenth that it is.
  const tenths = Math.floor((part * 1000) / whole);
  return (part > 0 ? Math.max(1, tenths) : tenths) / 10;
};

export type Locale = 'id-ID' | 'en-GB';

const formats = new Map<Locale, Intl.NumberFormat>();
const formatIn = (locale: Locale): Intl.NumberFormat => {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  formats.set(locale, format);
  return format;
};

/** `66,1%`, in English `66.1%`; a dash where there is nothing to divide by. */
export const sayShare = (locale: Locale, part: number, whole: number): string => {
  const percent = percentOf(part, whole);
  return percent === undefined ? '–' : formatIn(locale).format(percent / 100);
};
