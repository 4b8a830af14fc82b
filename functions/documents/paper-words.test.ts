import { expect, test } from 'vitest';
import { aSession } from '../../test/support/fixtures.ts';
import { pledgeName } from '../../web/shared/words.ts';
import { longDay } from '../platform/long-day.ts';
import {
  classWord,
  clockOf,
  daysOf,
  hoursOf,
  inGroups,
  momentOf,
  pledgeWords,
  timesOf,
  unitWithDistrict,
  venueLine,
} from './paper-words.ts';

const times = { startsAt: '2024-11-07T01:00:00.000Z', endsAt: '2024-11-07T05:30:00.000Z' };

test('times stand in the session’s zone and name it (rule 8)', () => {
  expect(hoursOf('WIB', times)).toBe('08.00–12.30 WIB');
  expect(hoursOf('WITA', times)).toBe('09.00–13.30 WITA');
  expect(hoursOf('WIT', times)).toBe('10.00–14.30 WIT');
});

test('the day is the zone’s own; one that ends on another day has both', () => {
  const late = { startsAt: '2024-06-27T15:30:00.000Z', endsAt: '2024-06-27T17:30:00.000Z' };
  expect(daysOf('WIT', late)).toBe('Jumat, 28 Juni 2024');
  expect(daysOf('WIB', late)).toBe('Kamis, 27 Juni 2024 s.d. Jumat, 28 Juni 2024');
  expect(longDay('2024-08-31')).toBe('31 Agustus 2024');
});

test('whoever has a wave is asked for its times, everybody else for the session’s', () => {
  const wave = { id: 'pagi', label: 'Pagi', ...times };
  const session = aSession({ waves: [wave] });
  expect(timesOf(session, { wave: 'pagi' })).toEqual(wave);
  expect(timesOf(session, { wave: 'gone' }).startsAt).toBe(session.startsAt);
  expect(timesOf(session, {}).startsAt).toBe(session.startsAt);
});

test('classes and districts are called as the regency calls them', () => {
  const labels = { district: 'Distrik', village: 'Kampung', classes: { SD: 'SD Inpres' } };
  expect((['KECAMATAN', 'DESA', 'SD', 'SMP'] as const).map((unitClass) => classWord(unitClass, labels))).toEqual([
    'Distrik',
    'Kampung',
    'SD Inpres',
    'SMP negeri',
  ]);
  expect(unitWithDistrict({ name: 'SD 1', districtName: 'Kurima' }, labels)).toBe('SD 1, Distrik Kurima');
  expect(unitWithDistrict({ name: 'Distrik Kurima', districtName: 'Kurima' }, labels)).toBe('Distrik Kurima');
});

test('a moment has its day, its clock and its zone', () => {
  expect(clockOf('WIT', times.startsAt)).toBe('10.00 WIT');
  expect(momentOf('WITA', times.startsAt)).toBe('Kamis, 7 November 2024, pukul 09.00 WITA');
});

test('the states of a pledge have the words that the pages have', () => {
  expect(pledgeWords).toEqual(Object.fromEntries(pledgeName.codes.map((code) => [code, pledgeName(code)])));
});

test('a hash stands in groups of eight, four to a line', () => {
  expect(inGroups('0123456789abcdef'.repeat(4))).toBe(
    '01234567 89abcdef 01234567 89abcdef\n01234567 89abcdef 01234567 89abcdef',
  );
});

test('a venue tells its region once', () => {
  const venue = { name: 'Aula', region: '63.03', regionName: 'Martapura' };
  expect(venueLine({ venue })).toBe('Aula, Martapura');
  expect(venueLine({ venue: { ...venue, name: 'Aula BKPSDM Martapura' } })).toBe('Aula BKPSDM Martapura');
});
