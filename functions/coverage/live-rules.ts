/** A session while it runs, from its stored coverage and its doors: pure, the moment of looking passed in. */
import type { Door } from '../doors/door-schema.ts';
import { digest, toBase32 } from '../platform/ids.ts';
import type { Arrivals } from './arrival-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { showCoverage } from './coverage-rules.ts';
import type { LiveSession } from './live-schema.ts';

const minuteMs = 60_000;
/** The pace is that of so many minutes: fewer jump about, more still tell of the bus that came an hour ago. */
export const paceMinutes = 5;
/** With fewer arrivals in those minutes no end is foretold. */
export const leastArrivals = 3;
/** The share of the frozen roster that counts as everybody who is coming. */
const nearlyAll = 0.9;
/** What is foretold for later than that is no forecast: guests came first, and hardly a unit yet. */
const farthestMinutes = 12 * 60;

const minuteOf = (at: number): number => Math.floor(at / minuteMs);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * Who came by the doors in the minute that runs and the four before it, or since the first arrival if that is nearer; and how long that is,
 * in minutes.
 */
const recentAt = ({ from, perMinute }: Arrivals, now: number): { people: number; minutes: number } => {
  if (from === null) return { people: 0, minutes: 1 };
  const first = minuteOf(Date.parse(from));
  const begun = Math.max(first, minuteOf(now) - paceMinutes + 1);
  const people = sumOf(perMinute.slice(begun - first, Math.max(0, minuteOf(now) - first + 1)));
  return { people, minutes: Math.max(1, now / minuteMs - begun) };
};

/** The figures of a record that decide how fast people come and when the door is done. */
export type Counted = Pick<CoverageRecord, 'state' | 'cells' | 'checkedIn' | 'arrivals'>;

/** People a minute, whoever they are, to one decimal; 0 while the session is not open. */
export const paceOf = ({ state, arrivals }: Pick<Counted, 'state' | 'arrivals'>, now: Date): number => {
  const { people, minutes } = recentAt(arrivals, now.getTime());
  return state === 'OPEN' ? Math.round((people / minutes) * 10) / 10 : 0;
};

/**
 * When nine tenths of the frozen roster will be in, at the pace of the last minutes. Guests and whoever was invited after the freeze come
 * through the same doors but are none of it, so the pace is taken at the share that units have had among all who came so far.
 */
export const finishOf = ({ state, cells, checkedIn, arrivals }: Counted, now: Date): LiveSession['finish'] => {
  if (state !== 'OPEN' || checkedIn === 0) return null;
  const expected = sumOf(cells.map((cell) => cell.expected));
  const represented = sumOf(cells.map(({ inPerson, acting, delegated }) => inPerson + acting + delegated));
  const missing = Math.ceil(expected * nearlyAll) - represented;
  const { people, minutes } = recentAt(arrivals, now.getTime());
  if (missing <= 0 || people < leastArrivals) return null;
  const unitsPerMinute = (people / minutes) * Math.min(1, represented / checkedIn);
  if (unitsPerMinute === 0) return null;
  const minutesLeft = missing / unitsPerMinute;
  return minutesLeft > farthestMinutes ? null : { at: new Date(now.getTime() + minutesLeft * minuteMs).toISOString() };
};

/** What stands behind a live answer. */
export interface LiveSource {
  record: CoverageRecord;
  doors: readonly Door[];
}

/** Doors that hold, or held, a device: one that waits for its code has nobody at it. */
const atWork = (doors: readonly Door[]): Door[] =>
  doors.filter((door) => door.pairedAt !== undefined).sort((a, b) => a.name.localeCompare(b.name, 'id'));

export const showLive = (
  { record, doors }: LiveSource,
  now: Date,
  districtName: (code: string) => string | undefined,
): LiveSession => {
  const { arrivals } = record;
  const lately = new Map(arrivals.lately.map(({ door, perMinute }) => [door, sumOf(perMinute.slice(0, paceMinutes))]));
  return {
    coverage: showCoverage(record, districtName),
    arrivals: { from: arrivals.from, perMinute: arrivals.perMinute },
    perMinute: paceOf(record, now),
    finish: finishOf(record, now),
    doors: atWork(doors).map(({ id, name, contact }) => ({
      id,
      name,
      unsent: contact?.unsent ?? 0,
      contactAt: contact?.at ?? null,
      lately: lately.get(id) ?? 0,
    })),
  };
};

/**
 * Names what an answer shows, so that whoever has seen it is not told again: the moment of the figures, what doors hold and in which minute
 * they were in contact, and, while people come, the minute of looking, since pace and forecast grow old without anything happening.
 */
export const markOf = ({ record, doors }: LiveSource, now: Date): string => {
  const minute = paceOf(record, now) === 0 ? '' : String(minuteOf(now.getTime()));
  const told = atWork(doors).map(
    ({ id, name, contact }) =>
      `${id} ${name} ${contact?.unsent ?? '-'} ${contact ? minuteOf(Date.parse(contact.at)) : '-'}`,
  );
  return `${record.asOf}.${toBase32(digest(8, minute, ...told))}`;
};
