import { afterEach, describe, expect, it } from 'vitest';
import { dateTimeIn, instantFromLocal, localFromInstant, percent, rangeIn } from './format.ts';
import { language } from './language.ts';

afterEach(() => {
  language.value = 'id';
});

describe('times are shown in the zone of the session and say so (rule 8)', () => {
  it('writes them out in Indonesian', () => {
    expect(dateTimeIn('WIB', '2024-06-27T01:00:00.000Z')).toBe('Kamis, 27 Juni 2024 pukul 08.00 WIB');
  });
  it('moves the day with the zone', () => {
    expect(dateTimeIn('WIT', '2024-06-26T15:30:00.000Z')).toBe('Kamis, 27 Juni 2024 pukul 00.30 WIT');
  });
  it('joins two times of one day', () => {
    expect(rangeIn('WITA', '2024-11-07T00:00:00.000Z', '2024-11-07T04:00:00.000Z')).toBe(
      'Kamis, 7 November 2024, pukul 08.00–12.00 WITA',
    );
  });
  it('speaks English', () => {
    language.value = 'en';
    expect(dateTimeIn('WIB', '2024-06-27T01:00:00.000Z')).toBe('Thursday, 27 June 2024, 08:00 WIB');
  });
});

describe('what a datetime-local input holds', () => {
  it('is read in the zone of the session, wherever the computer stands', () => {
    expect(instantFromLocal('WITA', '2024-11-07T08:00')).toBe('2024-11-07T08:00:00+08:00');
  });
  it('comes back as it was typed', () => {
    for (const zone of ['WIB', 'WITA', 'WIT'] as const) {
      const typed = '2024-12-31T23:45';
      expect(localFromInstant(zone, new Date(instantFromLocal(zone, typed)).toISOString())).toBe(typed);
    }
  });
});

describe('percent', () => {
  it('is rounded down to one decimal', () => {
    expect(percent(410, 466)).toBe('87,9%');
    expect(percent(2, 3)).toBe('66,6%');
  });
  it('says 100% of all only and 0% of none only', () => {
    expect(percent(10_999, 11_000)).toBe('99,9%');
    expect(percent(1, 11_000)).toBe('0,1%');
    expect(percent(470, 470)).toBe('100%');
    expect(percent(0, 470)).toBe('0%');
  });
  it('says nothing of nothing', () => {
    expect(percent(0, 0)).toBe('–');
  });
});
