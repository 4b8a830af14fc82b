/** The session's zone: WIB, WITA, WIT (UTC+7, +8, +9; Indonesia has no daylight saving). */
import type { Zone } from './base-schema.ts';

export const offsetHours: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

export const ianaZone: Record<Zone, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

/** The calendar day `YYYY-MM-DD` of an instant in a zone. */
export const dayIn = (zone: Zone, instant: string): string =>
  new Date(Date.parse(instant) + offsetHours[zone] * 3_600_000).toISOString().slice(0, 10);
