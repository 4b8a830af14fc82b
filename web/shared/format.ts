/** Numbers and times as people read them. Times are shown in the SESSION's zone and say so (rule 8). */
import type { Zone } from '../../functions/platform/base-schema.ts';
import { type Locale, sayShare } from '../../functions/platform/share.ts';
import { ianaZone, offsetHours } from '../../functions/platform/time.ts';
import { language } from './language.ts';

const locale = (): Locale => (language.value === 'en' ? 'en-GB' : 'id-ID');

const formatters = new Map<string, Intl.DateTimeFormat>();
const dateFormatter = (zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale()} ${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: ianaZone[zone], ...options });
  formatters.set(key, known);
  return known;
};

const clock = (instant: string, zone: Zone, seconds = false): string => {
  const text = dateFormatter(zone, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
  }).format(new Date(instant));
  return language.value === 'en' ? text : text.replaceAll(':', '.');
};

/** `Kamis, 27 Juni 2024` */
export const dateIn = (zone: Zone, instant: string): string =>
  dateFormatter(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant));

/** `27 Jun 2024` */
export const shortDateIn = (zone: Zone, instant: string): string =>
  dateFormatter(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));

/** `pukul 08.00 WIB` / `08:00 WIB` */
export const timeIn = (zone: Zone, instant: string): string =>
  `${language.value === 'en' ? '' : 'pukul '}${clock(instant, zone)} ${zone}`;

/** `08.00 WIB`, for tables. */
export const clockIn = (zone: Zone, instant: string): string => `${clock(instant, zone)} ${zone}`;

/** `08.00.31 WIB`, for figures that move. */
export const preciseClockIn = (zone: Zone, instant: string): string => `${clock(instant, zone, true)} ${zone}`;

/** `Kamis, 27 Juni 2024 pukul 08.00 WIB` */
export const dateTimeIn = (zone: Zone, instant: string): string =>
  `${dateIn(zone, instant)}${language.value === 'en' ? ', ' : ' '}${timeIn(zone, instant)}`;

/** `Kamis, 27 Juni 2024, pukul 08.00–12.00 WIB`; both dates when it ends on another day. */
export const rangeIn = (zone: Zone, startsAt: string, endsAt: string): string => {
  if (dateIn(zone, startsAt) !== dateIn(zone, endsAt))
    return `${dateTimeIn(zone, startsAt)} – ${dateTimeIn(zone, endsAt)}`;
  const hours = `${clock(startsAt, zone)}–${clock(endsAt, zone)} ${zone}`;
  return `${dateIn(zone, startsAt)}, ${language.value === 'en' ? '' : 'pukul '}${hours}`;
};

const numbers = new Map<string, Intl.NumberFormat>();
export const number = (value: number): string => {
  const known = numbers.get(locale()) ?? new Intl.NumberFormat(locale());
  numbers.set(locale(), known);
  return known.format(value);
};

/** A share in percent as the papers say it: to a tenth, rounded down; a dash when there is nothing to divide by. */
export const percent = (part: number, whole: number): string => sayShare(locale(), part, whole);

/** What a `datetime-local` input holds, read in the session's zone, as an instant with its offset. */
export const instantFromLocal = (zone: Zone, local: string): string =>
  `${local.length === 16 ? `${local}:00` : local}+0${offsetHours[zone]}:00`;

/** An instant as a `datetime-local` input shows it in the session's zone. */
export const localFromInstant = (zone: Zone, instant: string): string =>
  new Date(Date.parse(instant) + offsetHours[zone] * 3_600_000).toISOString().slice(0, 16);
