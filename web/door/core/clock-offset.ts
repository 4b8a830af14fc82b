/**
 * How far this device's clock is off, measured from exchanges as NTP does (RFC 5905, section 8): the exchange with the shortest
 * way there and back says it best. Measured against a clock that nobody sets, so that it stays right when somebody sets the
 * device's clock meanwhile.
 */
export interface Clock {
  now: () => number;
  ticks: () => number;
}

export interface Exchange {
  /** Ticks when the question left and when its answer was here. */
  sent: number;
  received: number;
  /** The server's clock when the question came and when its answer left. */
  there: number;
  back: number;
}

interface Sample {
  /** The server's clock minus our ticks. */
  base: number;
  roundTrip: number;
  at: number;
}

export interface ClockOffset {
  /** Takes the measure of an exchange. */
  learn: (exchange: Exchange) => void;
  /** The server's clock minus this device's, in whole milliseconds; undefined until anything is known. */
  current: () => number | undefined;
  /** What is known at this moment, to be kept beside a scan. */
  noted: () => Noted;
}

/** The offset as it was known when a scan was made. */
export interface Noted {
  offset?: number;
  /** Measured on this very setting of the clock, and not carried over from before. */
  measured: boolean;
  /** Names the setting of the clock: another page start, and another after each time that the clock was set. */
  setting: string;
}

const keptSamples = 8;
/** Quartz drifts; a close exchange of an hour ago says less than a fair one of now. */
const oldestMs = 1_800_000;
/** While a device sleeps its ticks may stand still; its clock goes on. */
const sleepToleranceMs = 2_000;

export const clockOffMs = 120_000;

const best = (samples: readonly Sample[]): Sample | undefined =>
  samples.reduce<Sample | undefined>(
    (found, sample) => (found && found.roundTrip <= sample.roundTrip ? found : sample),
    undefined,
  );

/** `start` names this start of the page, unlike any other. */
export const makeClockOffset = (clock: Clock, start: string, remembered?: number): ClockOffset => {
  let samples: Sample[] = [];
  let before = Number.isFinite(remembered) ? remembered : undefined;
  let anchor = clock.now() - clock.ticks();
  let settings = 0;

  /**
   * A clock that went back was set. One that went forward was set, or the device slept and its ticks stood still: then the
   * offset that was known still holds, and the next exchange says which it was.
   */
  const notice = (): void => {
    const moved = clock.now() - clock.ticks() - anchor;
    if (Math.abs(moved) < sleepToleranceMs) return;
    const known = best(samples);
    const offset = known ? known.base - anchor : before;
    before = offset === undefined || moved > 0 ? offset : offset - moved;
    samples = [];
    anchor += moved;
    settings += 1;
  };

  const current = (): number | undefined => {
    notice();
    const sample = best(samples);
    const offset = sample ? sample.base - anchor : before;
    return offset === undefined ? undefined : Math.round(offset);
  };

  return {
    learn: ({ sent, received, there, back }) => {
      notice();
      const roundTrip = Math.max(0, received - sent - (back - there));
      const sample = { base: (there - sent + (back - received)) / 2, roundTrip, at: received };
      // One sample without a number would be every later offset's.
      if (!Number.isFinite(sample.base)) return;
      samples = [...samples.filter(({ at }) => received - at < oldestMs), sample].slice(-keptSamples);
    },
    current,
    noted: () => {
      const offset = current();
      return { ...(offset !== undefined && { offset }), measured: samples.length > 0, setting: `${start}.${settings}` };
    },
  };
};

/** One scan, what was known of the clock when it was made, and what is known now. */
export interface Moment {
  scannedAt: string;
  noted: Noted | undefined;
  now: Noted;
  /** The server's clock, between which two moments the scan must lie. */
  notBefore: number;
  notAfter: number;
}

const slackMs = 60_000;

/** On the same setting of the clock the latest measure is the best; otherwise the one that was measured at the time. */
const candidates = ({ noted, now }: Moment): (number | undefined)[] =>
  noted?.measured && noted.setting !== now.setting ? [noted.offset, now.offset] : [now.offset, noted?.offset];

/**
 * The offset that holds for a scan: the likeliest that puts it where it can have been, after this device was paired and not in
 * the future. A clock that fell back to 1970 with an empty battery, and was set afterwards, is found out so.
 */
export const offsetFor = (moment: Moment): number | undefined => {
  const raw = Date.parse(moment.scannedAt);
  return candidates(moment).find(
    (offset) =>
      offset !== undefined && raw + offset >= moment.notBefore - slackMs && raw + offset <= moment.notAfter + slackMs,
  );
};
