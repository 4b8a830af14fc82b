import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOffice } from '../roster/acting-office.ts';
import { normalisePhone } from '../roster/phone.ts';
import { readNipCell } from './nip-cell.ts';
import { parseTypedDate } from './typed-date.ts';

const two = (value: number): string => String(value).padStart(2, '0');

describe('normalisePhone', () => {
  it.each([
    '081234567890',
    '6281234567890',
    '+6281234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '0812.3456.7890',
    "'081234567890",
    '81234567890',
    '+62 (0)812 3456 7890',
    'HP. 081234567890',
    '0812 3456 7890 / 0813 1111 2222',
    '- / 081234567890',
  ])('%s', (text) => {
    expect(normalisePhone(text)).toEqual({ phone: '+6281234567890' });
  });

  it('takes a number cell and a landline', () => {
    expect(normalisePhone(81234567890)).toEqual({ phone: '+6281234567890' });
    expect(normalisePhone('(0731) 321234')).toEqual({ phone: '+62731321234' });
  });

  it.each(['', '-', '0812', '08123456789012345', '+60123456789', '8.12E+11', 'tidak ada', '12345', '1980010120060'])(
    'refuses %j',
    (text) => {
      expect(normalisePhone(text)).toBeUndefined();
    },
  );

  it('reads its own answer, and every way of typing it, as the same number', () => {
    const national = fc
      .tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 100_000, max: 999_999_999 }))
      .map(([a, b]) => `8${a}${b}`);
    fc.assert(
      fc.property(national, (number) => {
        for (const form of [
          `+62${number}`,
          `62${number}`,
          `0${number}`,
          number,
          `+62 ${number.slice(0, 3)}-${number.slice(3)}`,
        ]) {
          expect(normalisePhone(form)).toEqual({ phone: `+62${number}` });
        }
      }),
    );
  });
});

describe('parseTypedDate', () => {
  it.each([
    ['31 Agustus 2024', '2024-08-31'],
    ["Jum'at, 09/11/2023", '2023-11-09'],
    ['Jum’at, 17 November 2023', '2023-11-17'],
    ['Jumat 17 Nop. 2023', '2023-11-17'],
    ['7/11/2024', '2024-11-07'],
    ['07-11-2024', '2024-11-07'],
    ['7.11.2024', '2024-11-07'],
    ['2024-08-31', '2024-08-31'],
    ['Kamis, 27 Jun 2024', '2024-06-27'],
    ['1 Agt 2024', '2024-08-01'],
    ['01-Ags-2024', '2024-08-01'],
    ['25 Des 2024', '2024-12-25'],
    ['29 Februari 2024', '2024-02-29'],
    ['29/2/2000', '2000-02-29'],
  ])('%s is %s', (text, date) => {
    expect(parseTypedDate(text)).toBe(date);
  });

  it.each([
    '',
    '31/06/2024',
    '29 Februari 2023',
    '29/2/2100',
    '13/13/2024',
    '0/1/2024',
    '7/11/24',
    '31 Brumaire 2024',
    '2024',
    '2024-13-01',
    '7/11-2024',
  ])('refuses %j', (text) => {
    expect(parseTypedDate(text)).toBeUndefined();
  });

  it('reads every day from 1950 to 2099 in each typed form', () => {
    const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
    const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jum’at', 'Sabtu'];
    for (let time = Date.UTC(1950, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
      const date = new Date(time);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const iso = `${year}-${two(month)}-${two(day)}`;
      const name = months[month - 1] ?? '';
      const forms = [iso, `${day}/${month}/${year}`, `${two(day)}-${two(month)}-${year}`, `${day} ${name} ${year}`];
      for (const form of [...forms, `${weekdays[date.getUTCDay()]}, ${day} ${name.toUpperCase()} ${year}`]) {
        if (parseTypedDate(form) !== iso) expect.fail(`${form} is read as ${parseTypedDate(form)}`);
      }
    }
  });

  it('refuses the day after the last of every month', () => {
    for (let month = 1; month <= 12; month += 1) {
      const days = new Date(Date.UTC(2023, month, 0)).getUTCDate();
      expect(parseTypedDate(`${days}/${month}/2023`)).toBeDefined();
      expect(parseTypedDate(`${days + 1}/${month}/2023`)).toBeUndefined();
    }
  });
});

describe('readNipCell', () => {
  it.each([
    '197405052004121994',
    '19740505 200412 1 994',
    "'197405052004121994",
    '19740505.200412.1.994',
    'NIP. 19740505 200412 1 994',
    '\u00a0197405052004121994',
  ])('%s', (cell) => {
    expect(readNipCell(cell)).toEqual({ nip: '197405052004121994' });
  });

  it('takes the published number of a PPPK, whose code is no month', () => {
    expect(readNipCell('199009132025242014')).toEqual({ nip: '199009132025242014' });
  });

  it.each([1.98001012006041e17, 197405052004121000, '1.98E+17', '1,97E+17', '1.98001E17', '197405052004121000'])(
    '%s has lost its digits',
    (cell) => {
      expect(readNipCell(cell)).toEqual({ problem: 'NIP_LOST_DIGITS' });
    },
  );

  it.each(['1974050520041219', '197413052004121994', '197405052004123994', 'NRP 12345678', 'belum ada', 12345])(
    '%s is none',
    (cell) => {
      expect(readNipCell(cell)).toEqual({ problem: 'NIP_INVALID' });
    },
  );

  it.each([null, '', '-', '--', ' ', '–', '0', 0])('%j is empty', (cell) => {
    expect(readNipCell(cell)).toEqual({});
  });

  const day = fc.record({
    year: fc.integer({ min: 1950, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const code = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 99 }));
  const nip = fc
    .tuple(
      day,
      fc.integer({ min: 1970, max: 2030 }),
      code,
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(
      ([born, year, month, sex, sequence]) =>
        `${born.year}${two(born.month)}${two(born.day)}${year}${two(month)}${sex}${String(sequence).padStart(3, '0')}`,
    );

  it('accepts every PNS and PPPK number, however spaced', () => {
    fc.assert(
      fc.property(nip, (number) => {
        expect(readNipCell(number)).toEqual({ nip: number });
        expect(readNipCell(number.replace(/^(.{8})(.{6})(.)/, '$1 $2 $3 '))).toEqual({ nip: number });
      }),
    );
  });

  it('refuses a number with one digit more or less', () => {
    fc.assert(
      fc.property(nip, fc.nat(17), fc.nat(9), (number, at, digit) => {
        expect(readNipCell(number.slice(0, at) + number.slice(at + 1))).not.toHaveProperty('nip');
        expect(readNipCell(number.slice(0, at) + digit + number.slice(at))).not.toHaveProperty('nip');
      }),
    );
  });

  it('never takes a number that a spreadsheet has held as one', () => {
    fc.assert(
      fc.property(nip, (number) => {
        expect(readNipCell(Number(number))).toEqual({ problem: 'NIP_LOST_DIGITS' });
      }),
    );
  });
});

describe('readOffice', () => {
  it.each([
    ['Plt. Kepala Dinas X', 'Kepala Dinas X', 'PLT'],
    ['PLT KEPALA DINAS X', 'KEPALA DINAS X', 'PLT'],
    ['Plt.Kepala Dinas X', 'Kepala Dinas X', 'PLT'],
    ['Plh. Sekretaris Daerah', 'Sekretaris Daerah', 'PLH'],
    ['Pj. Bupati', 'Bupati', 'PJ'],
    ['Pjs Bupati', 'Bupati', 'PJS'],
    ['Pelaksana Tugas Camat Lahat', 'Camat Lahat', 'PLT'],
    ['Penjabat Sementara Bupati', 'Bupati', 'PJS'],
    ['Penjabat Kepala Desa X', 'Kepala Desa X', 'PJ'],
    ['Camat Lahat (Plt.)', 'Camat Lahat', 'PLT'],
    ['Camat Lahat', 'Camat Lahat', 'DEFINITIVE'],
    ['Kepala Bidang Pjk', 'Kepala Bidang Pjk', 'DEFINITIVE'],
    ['', '', 'DEFINITIVE'],
  ])('%s', (text, office, acting) => {
    expect(readOffice(text)).toEqual({ office, acting });
  });
});
