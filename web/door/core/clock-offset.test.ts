import { describe, expect, it } from 'vitest';
import { makeClockOffset, type Noted, offsetFor } from './clock-offset.ts';

const start = Date.parse('2024-06-27T01:00:00Z');
/** A device whose ticks run true and whose clock is off, and a server. */
const device = (skewMs: number, remembered?: number) => {
  const state = { ticks: 5_000, skewMs };
  const clock = { now: () => start + state.ticks + state.skewMs, ticks: () => state.ticks };
  const offset = makeClockOffset(clock, 'start', remembered);
  const exchange = (there: number, back: number): void => {
    const sent = state.ticks;
    const server = start + sent + there;
    state.ticks += there + back;
    offset.learn({ sent, received: state.ticks, there: server, back: server });
  };
  return { state, offset, exchange };
};

describe('the offset of a clock', () => {
  it('is unknown, or what was remembered, until it is measured', () => {
    expect(device(0).offset.current()).toBeUndefined();
    expect(device(0, 4_000).offset.current()).toBe(4_000);
    expect(device(0, 4_000).offset.noted()).toMatchObject({ offset: 4_000, measured: false });
  });

  it('is measured as NTP does, by the exchange with the shortest way', () => {
    const { offset, exchange } = device(-300_000);
    exchange(20_000, 100);
    expect(offset.current()).toBe(300_000 + 9_950);
    exchange(50, 60);
    expect(offset.current()).toBe(300_000 - 5);
    exchange(100, 15_000);
    expect(offset.current()).toBe(300_000 - 5);
  });

  it('holds over a sleep, in which the clock goes on and the ticks stand still', () => {
    const { state, offset, exchange } = device(0);
    exchange(50, 50);
    state.skewMs = 3_600_000;
    // The test's server counts by ticks; by the clock an hour has passed, and the offset is what it was.
    expect(offset.current()).toBe(0);
    expect(offset.noted().measured).toBe(false);
  });

  it('follows a clock that is set back, at once', () => {
    const { state, offset, exchange } = device(0);
    exchange(50, 50);
    state.skewMs = -600_000;
    expect(offset.current()).toBe(600_000);
    exchange(50, 50);
    expect(offset.current()).toBe(600_000);
    expect(offset.noted()).toEqual({ offset: 600_000, measured: true, setting: 'start.1' });
  });
});

describe('the offset for a scan', () => {
  const now: Noted = { offset: 0, measured: true, setting: 'b.0' };
  const moment = { notBefore: start, notAfter: start + 3_600_000, now };
  const at = (ms: number) => new Date(start + ms).toISOString();

  it('is the latest measure on the same setting of the clock', () => {
    const noted = { offset: 900, measured: true, setting: 'b.0' };
    expect(offsetFor({ ...moment, scannedAt: at(60_000), noted })).toBe(0);
  });

  it('is what was measured at the time on another setting', () => {
    const noted = { offset: 600_000, measured: true, setting: 'a.0' };
    expect(offsetFor({ ...moment, scannedAt: at(-300_000), noted })).toBe(600_000);
  });

  it('is never one that puts the scan before the pairing or into the future', () => {
    const noted = { offset: 0, measured: false, setting: 'a.0' };
    const off = { ...now, offset: start };
    expect(offsetFor({ ...moment, now: off, scannedAt: new Date(60_000).toISOString(), noted })).toBe(start);
    expect(offsetFor({ ...moment, scannedAt: at(86_400_000), noted })).toBeUndefined();
  });
});
