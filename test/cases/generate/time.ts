import type { Zone } from './model.ts';

const OFFSETS: Record<Zone, string> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };

/** One day in one zone: clock times in, timestamps with offset out. */
export interface Clock {
  /** `08:30` or `08:30:05` of the day. */
  at(time: string): string;
  /** Seconds after (or, if negative, before) a time of the day. */
  after(time: string, seconds: number): string;
  /** A time of another day, some days later. */
  later(days: number, seconds: number): string;
}

export function clockOf(date: string, zone: Zone): Clock {
  const stamp = (day: string, seconds: number): string => `${day}T${clockTime(seconds)}${OFFSETS[zone]}`;
  return {
    at: (time) => stamp(date, secondsOf(time)),
    after: (time, seconds) => stamp(date, secondsOf(time) + seconds),
    later: (days, seconds) => stamp(addDays(date, days), seconds),
  };
}

export function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function clockTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
