/** Over which sessions the figures go, as the address says it: so that it can be sent to somebody, and printed. */
import type { Period } from '../../../functions/coverage/coverage-schema.ts';
import type { Phase } from '../../../functions/sessions/arrangement-schema.ts';
import { dictionary } from '../../shared/i18n.ts';
import { phaseName } from '../../shared/words.ts';
import { dayText } from '../roster/days.ts';

const t = dictionary({
  all: ['Semua kegiatan', 'All sessions'],
  year: ['Tahun {year}', 'The year {year}'],
  between: ['{from} s.d. {to}', '{from} to {to}'],
  since: ['Sejak {from}', 'Since {from}'],
  until: ['Sampai {to}', 'Until {to}'],
});

const phaseWords: Record<Phase, string> = { BEFORE: 'sebelum', DURING: 'selama', AFTER: 'sesudah' };
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Whatever of an address is no day and no phase is as if it were not there. */
export const readPeriod = (query: Record<string, string>): Period => {
  const phase = phaseName.codes.find((code) => phaseWords[code] === query.tahap);
  return {
    ...(isDay(query.dari) ? { from: query.dari } : {}),
    ...(isDay(query.sampai) ? { to: query.sampai } : {}),
    ...(phase ? { phase } : {}),
  };
};

/** As it stands in an address, and tells two periods apart. */
export const writePeriod = ({ from, to, phase }: Period): Record<string, string> => ({
  ...(from ? { dari: from } : {}),
  ...(to ? { sampai: to } : {}),
  ...(phase ? { tahap: phaseWords[phase] } : {}),
});

/** An address with what is asked of it; empty values are left out. */
export const addressOf = (path: string, period: Period, asked: Record<string, string | undefined> = {}): string => {
  const given = Object.entries({ ...asked, ...writePeriod(period) }).filter(
    (pair): pair is [string, string] => !!pair[1],
  );
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
};

/** `2024-12-31` to `2024-01-01`: no session can lie within. */
export const isReversed = ({ from, to }: Pick<Period, 'from' | 'to'>): boolean => !!from && !!to && to < from;

export const wholeYear = (year: string): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The year that a period is, if it is one. */
export const yearOf = ({ from, to }: Period): string | undefined => {
  const year = from?.slice(0, 4);
  return year && from === `${year}-01-01` && to === `${year}-12-31` ? year : undefined;
};

const daysText = (period: Period): string => {
  const { from, to } = period;
  const year = yearOf(period);
  if (year) return t('year', { year });
  if (from && to) return t('between', { from: dayText(from), to: dayText(to) });
  if (from) return t('since', { from: dayText(from) });
  return to ? t('until', { to: dayText(to) }) : '';
};

/** `Tahun 2024, sebelum kampanye`. */
export const periodText = (period: Period): string =>
  [daysText(period), period.phase && phaseName(period.phase)].filter(Boolean).join(', ') || t('all');
