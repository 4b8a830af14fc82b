import { describe, expect, test } from 'vitest';
import { anInvitation, aSession } from '../../test/support/fixtures.ts';
import { only, readIcs } from '../../test/support/read-ics.ts';
import { calendarFile } from './calendar.ts';

const now = new Date('2024-06-21T02:03:04.567Z');
const origin = 'https://hadir.test';
const wave = {
  id: 'pagi',
  label: 'Pagi',
  startsAt: '2024-06-27T02:00:00.000Z',
  endsAt: '2024-06-27T03:30:00.000Z',
};
const session = aSession({
  state: 'PUBLISHED',
  version: 4,
  title: 'Rakor; netralitas, ASN \\ Pilkada',
  organizer: 'Inspektorat; Bagian "Umum": Setda, Lahat',
  venue: {
    name: 'Aula Sartika Hotel dan Resort, Pekon Seray',
    region: '18.13.01',
    regionName: 'Pesisir Tengah',
    address: 'Jl. Merdeka 1',
    map: 'https://maps.example/?q=1,2;3',
  },
  letter: { number: '005/123/IV.02/2024', copies: [] },
  waves: [wave],
});
const invitation = anInvitation('Dinas A');
const read = (changes: Partial<Parameters<typeof calendarFile>[0]> = {}) => {
  const calendar = readIcs(calendarFile({ invitation, session, stands: true, origin, now, ...changes }));
  const event = calendar.components.find(({ name }) => name === 'VEVENT');
  if (!event) throw new Error('no event');
  const value = (name: string) => only(event, name).value;
  return { calendar, event, value, method: only(calendar, 'METHOD').value };
};

describe('a calendar file', () => {
  test('says what, where and when, in the session’s zone, with the zone’s rules', () => {
    const { calendar, event, value, method } = read();
    expect([only(calendar, 'VERSION').value, method]).toEqual(['2.0', 'PUBLISH']);
    expect(only(event, 'DTSTART')).toEqual({
      name: 'DTSTART',
      params: { TZID: 'Asia/Jakarta' },
      value: '20240627T080000',
    });
    expect(only(event, 'DTEND').value).toBe('20240627T120000');
    expect(only(event, 'DTSTAMP')).toEqual({ name: 'DTSTAMP', params: {}, value: '20240621T020304Z' });
    expect(value('SUMMARY')).toBe(session.title);
    expect(value('LOCATION')).toBe('Aula Sartika Hotel dan Resort, Pekon Seray\nJl. Merdeka 1, Pesisir Tengah');
    expect(value('DESCRIPTION').split('\n')).toEqual([
      `Penyelenggara: ${session.organizer}`,
      'Peta: https://maps.example/?q=1,2;3',
    ]);
    expect(value('STATUS')).toBe('CONFIRMED');
    expect(only(event, 'ORGANIZER')).toEqual({
      name: 'ORGANIZER',
      params: { CN: 'Inspektorat; Bagian ’Umum’: Setda, Lahat' },
      value: 'mailto:noreply@hadir.test',
    });
    const [zone] = calendar.components.filter(({ name }) => name === 'VTIMEZONE');
    expect(zone && only(zone, 'TZID').value).toBe('Asia/Jakarta');
    expect(zone?.components[0] && only(zone.components[0], 'TZOFFSETTO').value).toBe('+0700');
  });

  test.each([
    ['WIB', 'Asia/Jakarta', '20240627T080000', '+0700'],
    ['WITA', 'Asia/Makassar', '20240627T090000', '+0800'],
    ['WIT', 'Asia/Jayapura', '20240627T100000', '+0900'],
  ] as const)('%s', (zone, id, start, offset) => {
    const { calendar, event } = read({ session: { ...session, zone } });
    expect(only(event, 'DTSTART')).toMatchObject({ params: { TZID: id }, value: start });
    const rules = calendar.components.find(({ name }) => name === 'VTIMEZONE');
    expect(rules?.components.map((standard) => only(standard, 'TZOFFSETFROM').value)).toEqual([offset]);
  });

  test('is the same on a machine of any zone', () => {
    const before = process.env.TZ;
    try {
      const files = ['UTC', 'Asia/Jayapura', 'America/New_York', 'Europe/Berlin'].map((zone) => {
        process.env.TZ = zone;
        return calendarFile({ invitation, session, stands: true, origin, now });
      });
      expect(new Set(files).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('a day in Jayapura may be another than in UTC', () => {
    const evening = { zone: 'WIT', startsAt: '2024-12-31T16:00:00.000Z', endsAt: '2024-12-31T18:00:00.000Z' } as const;
    expect(only(read({ session: { ...session, ...evening } }).event, 'DTSTART').value).toBe('20250101T010000');
  });

  test('of a wave the wave’s times', () => {
    const { event } = read({ invitation: { ...invitation, wave: 'pagi' } });
    expect([only(event, 'DTSTART').value, only(event, 'DTEND').value]).toEqual(['20240627T090000', '20240627T103000']);
    expect(only(read({ invitation: { ...invitation, wave: 'gone' } }).event, 'DTSTART').value).toBe('20240627T080000');
  });

  test('a moved session is the same event, later in sequence; a cancelled one is taken out', () => {
    const first = read();
    const moved = { ...session, version: 5, startsAt: '2024-06-28T01:00:00.000Z', endsAt: '2024-06-28T05:00:00.000Z' };
    const second = read({ session: moved });
    expect(second.value('UID')).toBe(first.value('UID'));
    expect(Number(second.value('SEQUENCE')) - Number(first.value('SEQUENCE'))).toBe(1);
    expect(only(second.event, 'DTSTART').value).toBe('20240628T080000');
    for (const off of [read({ session: { ...moved, state: 'CANCELLED', version: 6 } }), read({ stands: false })]) {
      expect([off.method, off.value('STATUS'), off.value('UID')]).toEqual(['CANCEL', 'CANCELLED', first.value('UID')]);
      expect(only(off.event, 'DTSTART').params.TZID).toBe('Asia/Jakarta');
      expect(only(off.event, 'ORGANIZER').value).toBe('mailto:noreply@hadir.test');
    }
    expect(read({ invitation: anInvitation('Dinas B') }).value('UID')).not.toBe(first.value('UID'));
  });

  test('another wave is later in sequence too, and the number fits 31 bits for decades', () => {
    const at = (changedAt: string, wave: string) =>
      Number(read({ invitation: { ...invitation, wave, changedAt } }).value('SEQUENCE'));
    const before = at('2024-06-20T02:00:00.000Z', 'siang');
    expect(before).toBe(Number(read().value('SEQUENCE')));
    expect(at('2024-06-21T02:00:00.000Z', 'pagi')).toBe(before + 86_400);
    const far = at('2087-06-21T02:00:00.000Z', 'pagi');
    expect([far > before, far < 2 ** 31]).toEqual([true, true]);
  });

  test('of whom it is for, by a link of another’s phone or a dead one too, holds no name, office, wave, letter or code', () => {
    const bound = { phone: 'hash', at: now.toISOString() };
    const delegation = { delegate: { name: 'Wati' }, at: now.toISOString(), version: 2, holderVersion: 1 };
    const answer = { kind: 'UNABLE' as const, at: now.toISOString(), reason: 'Sakit' };
    for (const stands of [true, false]) {
      const file = calendarFile({
        invitation: { ...invitation, delegation, answer, bound, wave: 'pagi' },
        session,
        stands,
        origin,
        now,
      });
      expect(file).not.toMatch(/Sahabadi|1980|Wati|Sakit|Dinas A|Kepala|Gelombang|Pagi|005\/123|\/c\//i);
    }
  });
});
