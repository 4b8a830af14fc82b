/** Arrivals as a chart shows them: the last minutes, those in which nobody came included. */
import type { LiveSession } from './use-live.ts';

export interface Minute {
  at: string;
  count: number;
}

const minuteMs = 60_000;

/** Up to `most` minutes that end with the one of `until`. */
export const lastMinutes = ({ from, perMinute }: LiveSession['arrivals'], until: string, most: number): Minute[] => {
  if (from === null) return [];
  const first = Math.floor(Date.parse(from) / minuteMs);
  const end = Math.max(Math.floor(Date.parse(until) / minuteMs), first + perMinute.length - 1);
  const start = Math.max(first, end - most + 1);
  return Array.from({ length: end - start + 1 }, (_, index) => ({
    at: new Date((start + index) * minuteMs).toISOString(),
    count: perMinute[start + index - first] ?? 0,
  }));
};

/** Of a session that is over up to the last arrival: a late signature moves the time of its data by days. */
export const minutesOf = ({ arrivals, coverage }: Pick<LiveSession, 'arrivals' | 'coverage'>, most: number): Minute[] =>
  lastMinutes(arrivals, coverage.state === 'CLOSED' ? (arrivals.from ?? coverage.asOf) : coverage.asOf, most);

/** The value of a chart's upper edge: round, and never less than what is drawn. */
export const roundUp = (value: number): number => {
  if (value <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
};
