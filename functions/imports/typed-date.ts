/** Dates as Indonesian officials type them: the day first, months by name or number, a weekday perhaps before. */

const months = [
  ['januari', 'jan'],
  ['februari', 'pebruari', 'feb', 'peb'],
  ['maret', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agt', 'ags', 'agu'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des'],
] as const;

const monthNumbers = new Map<string, number>(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const iso = (year: number, month: number, day: number): string | undefined => {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
};

/** A weekday is read over, not checked: where it contradicts the date, the date is what people meant. */
const weekday = /^(senin|selasa|rabu|kamis|jum['’‘`]?at|sabtu|minggu|ahad)\s*[,/]?\s+(tanggal\s+|tgl\.?\s+)?/i;

const readParts = (text: string): [year: string, month: number, day: string] | undefined => {
  const inOrder = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (inOrder) return [inOrder[1] ?? '', Number(inOrder[2]), inOrder[3] ?? ''];
  const numeric = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text);
  if (numeric) return [numeric[4] ?? '', Number(numeric[3]), numeric[1] ?? ''];
  const named = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s,-]+(\d{4})$/i.exec(text);
  const month = monthNumbers.get((named?.[2] ?? '').toLowerCase());
  return named && month !== undefined ? [named[3] ?? '', month, named[1] ?? ''] : undefined;
};

/**
 * `YYYY-MM-DD` of a date typed as `31 Agustus 2024`, `Jum'at, 09/11/2023`, `7/11/2024` or `2024-08-31`; undefined when
 * it is none.
 */
export const parseTypedDate = (text: string): string | undefined => {
  const parts = readParts(
    text
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
      .replace(weekday, ''),
  );
  return parts && iso(Number(parts[0]), parts[1], Number(parts[2]));
};
