/** NIP (PNS) and NI PPPK: 18 digits without a check digit, printed 8-6-1-3. */

export type NipKind = 'PNS' | 'PPPK';

const isDate = (digits: string): boolean => {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * What an 18-digit number is by its shape: birth date (8), then for a PNS appointment YYYYMM and sex 1/2 and sequence; for a
 * PPPK a year, a two-digit code that is not a month (published example 199009132025242014), sex and sequence.
 * Undefined when it is neither. A number is not an eternal key: a PPPK's changes with the agency.
 */
export const nipKind = (nip: string): NipKind | undefined => {
  if (!/^\d{14}[12]\d{3}$/.test(nip) || !isDate(nip.slice(0, 8))) return undefined;
  const year = Number(nip.slice(8, 12));
  if (year < 1950 || year > 2099) return undefined;
  const month = Number(nip.slice(12, 14));
  if (month >= 1 && month <= 12) return 'PNS';
  return month >= 21 ? 'PPPK' : undefined;
};

export const isNip = (nip: string): boolean => nipKind(nip) !== undefined;

/** Screens show the birth year only: `1990••••••••••••••` (rule 9). */
export const maskNip = (nip: string): string => `${nip.slice(0, 4)}${'•'.repeat(Math.max(0, nip.length - 4))}`;

/** As papers print it: `19800101 200501 1 001`. */
export const nipOnPaper = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
