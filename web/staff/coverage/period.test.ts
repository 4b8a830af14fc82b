import { describe, expect, it } from 'vitest';
import { addressOf, isReversed, periodText, readPeriod, wholeYear, writePeriod, yearOf } from './period.ts';

describe('a period in an address', () => {
  it('comes back as it was written', () => {
    const period = { from: '2024-06-01', to: '2024-06-30', phase: 'DURING' } as const;
    expect(addressOf('/staf/cakupan', period)).toBe('/staf/cakupan?dari=2024-06-01&sampai=2024-06-30&tahap=selama');
    expect(readPeriod(writePeriod(period))).toEqual(period);
  });

  it('is all sessions where nothing is said, or nothing that can be read', () => {
    expect(addressOf('/staf/cakupan', {}, { kelas: 'SD', wilayah: undefined })).toBe('/staf/cakupan?kelas=SD');
    expect(readPeriod({ dari: 'kemarin', sampai: '2024-13-01', tahap: 'DURING' })).toEqual({});
  });
});

it('is reversed when its last day is before the first', () => {
  expect(isReversed({ from: '2024-12-31', to: '2024-01-01' })).toBe(true);
  expect(isReversed({ from: '2024-01-01', to: '2024-01-01' })).toBe(false);
  expect(isReversed({ from: '2024-12-31' })).toBe(false);
});

describe('a period in words', () => {
  it('names a year as a year, and adds the phase', () => {
    expect(yearOf(wholeYear('2024'))).toBe('2024');
    expect(periodText({})).toBe('Semua kegiatan');
    expect(periodText({ ...wholeYear('2024'), phase: 'BEFORE' })).toBe('Tahun 2024, Sebelum kampanye');
    expect(periodText({ from: '2024-06-01', to: '2024-12-31' })).toBe('1 Jun 2024 s.d. 31 Des 2024');
    expect(periodText({ from: '2024-06-01' })).toBe('Sejak 1 Jun 2024');
  });
});
