/** How fast people come in: a function of a session's check-ins, bounded however wrong a device's clock was. */
import type { CheckIn } from '../invitations/invitation-schema.ts';

/** Minutes that are kept: twelve hours. */
export const arrivalMinutes = 720;
/** Minutes before `asOf` that are kept door by door. */
export const latelyMinutes = 10;

export interface Arrivals {
  /** The minute of `perMinute[0]`; null when nobody came. */
  from: string | null;
  /** Check-ins by the minute of their corrected time, up to the last one. */
  perMinute: number[];
  /** The last minutes, apart for each paired device; `door` null: by staff, or at the venue's code. */
  lately: {
    door: string | null;
    /** `perMinute[0]`: in the sixty seconds up to `asOf`; `perMinute[9]`: in the sixty that end nine minutes before it. */
    perMinute: number[];
  }[];
}

export const noArrivals: Arrivals = { from: null, perMinute: [], lately: [] };

const minute = 60_000;

/**
 * Where the twelve hours begin that most came in. A scan whose time is days off, which a wrong clock can do, then stays outside instead of
 * pushing the others out.
 */
const fullestFrom = (minutes: readonly number[]): number => {
  let from = minutes[0] as number;
  let most = 0;
  let start = 0;
  for (const [end, at] of minutes.entries()) {
    while (at - (minutes[start] as number) >= arrivalMinutes) start += 1;
    if (end - start + 1 <= most) continue;
    most = end - start + 1;
    from = minutes[start] as number;
  }
  return from;
};

const perMinuteOf = (minutes: readonly number[]): Pick<Arrivals, 'from' | 'perMinute'> => {
  if (!minutes.length) return { from: null, perMinute: [] };
  const from = fullestFrom(minutes);
  const within = minutes.filter((at) => at >= from && at < from + arrivalMinutes);
  const perMinute = new Array<number>((within.at(-1) as number) - from + 1).fill(0);
  for (const at of within) perMinute[at - from] = (perMinute[at - from] as number) + 1;
  return { from: new Date(from * minute).toISOString(), perMinute };
};

const latelyOf = (checkIns: readonly CheckIn[], asOf: string): Arrivals['lately'] => {
  const doors = new Map<string, number[]>();
  for (const { at, doorId = '' } of checkIns) {
    // What came in while the data was read can be a moment younger than the reading.
    const ago = Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(at)) / minute));
    if (ago >= latelyMinutes) continue;
    const perMinute = doors.get(doorId) ?? new Array<number>(latelyMinutes).fill(0);
    doors.set(doorId, perMinute);
    perMinute[ago] = (perMinute[ago] as number) + 1;
  }
  return [...doors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([door, perMinute]) => ({ door: door || null, perMinute }));
};

/** Of everybody who came to a door, guests too; not of who was back-entered or followed by video. */
export const arrivalsOf = (checkIns: readonly CheckIn[], asOf: string): Arrivals => {
  const atDoors = checkIns.filter(({ mode }) => mode === 'IN_PERSON');
  const minutes = atDoors.map(({ at }) => Math.floor(Date.parse(at) / minute)).sort((a, b) => a - b);
  return { ...perMinuteOf(minutes), lately: latelyOf(atDoors, asOf) };
};
