import { describe, expect, it } from 'vitest';
import { registerGapsOf } from './register-gaps.ts';
import { RegisterGaps, type Unit } from './unit-schema.ts';

const today = '2024-06-27';
const district = (number: number, name: string) => ({ code: `16.04.0${number}`, name });
const regions = {
  districtsOf: () => [
    district(1, 'Lahat'),
    district(2, 'Jarai'),
    district(3, 'Kikim Timur'),
    district(4, 'Pulaupinang'),
  ],
  villagesOf: (code: string) =>
    code === '16.04.01'
      ? ['Pasar Lama', 'Selawi', 'Makartitama'].map((name, index) => ({ code: `${code}.200${index + 1}`, name }))
      : [],
  attribution: 'sumber',
};

const labels = { district: 'Kecamatan', village: 'Pekon', classes: { KELURAHAN: 'Lingkungan' } } as const;

let made = 0;
const aUnit = (changes: Partial<Unit>): Unit => {
  made += 1;
  return {
    id:
      `unit${String(made).padStart(4, 'a')}`.replace(/\d/g, 'b').slice(0, 7) +
      'abcdefghijklmnopqrstuvwxyz'.charAt(made),
    version: 1,
    naturalKey: String(made),
    class: 'KECAMATAN',
    name: 'Kecamatan',
    office: 'Camat',
    holder: { name: `Orang ${made}`, acting: 'DEFINITIVE' },
    ...changes,
  };
};
const gaps = (...units: Unit[]) =>
  RegisterGaps.parse(registerGapsOf({ units, regency: '16.04', labels, today, regions }));
const heads = (...units: Unit[]) => Object.fromEntries(gaps(...units).districts.map(({ code, head }) => [code, head]));

describe('districts', () => {
  it('tells which have no camat in the register, a vacant office, an acting one, a held one', () => {
    const units = [
      aUnit({ district: '16.04.01' }),
      aUnit({ district: '16.04.02', holder: null }),
      aUnit({ district: '16.04.03', holder: { name: 'Budi', acting: 'PLT' } }),
    ];
    expect(heads(...units)).toEqual({
      '16.04.01': 'HELD',
      '16.04.02': 'VACANT',
      '16.04.03': 'ACTING',
      '16.04.04': 'MISSING',
    });
    expect(gaps(...units).districts[1]).toMatchObject({ name: 'Jarai', unit: units[1]?.id });
    expect(gaps(...units).districts[3]?.unit).toBeUndefined();
  });

  it('misses one whose office is closed, and knows one by its name', () => {
    expect(heads(aUnit({ district: '16.04.01', retiredOn: today }))['16.04.01']).toBe('MISSING');
    expect(heads(aUnit({ name: 'Kecamatan Pulau Pinang' }))['16.04.04']).toBe('HELD');
  });

  it('is content with the better of two', () => {
    const twice = [aUnit({ district: '16.04.01', holder: null }), aUnit({ district: '16.04.01' })];
    expect(heads(...twice)['16.04.01']).toBe('HELD');
  });
});

describe('villages', () => {
  it('counts those that the register has, by code or by name, each once', () => {
    const [lahat] = gaps(
      aUnit({ class: 'DESA', name: 'Pekon Selawi', district: '16.04.01' }),
      aUnit({ class: 'DESA', name: 'Desa Selawi Dua', village: '16.04.01.2002', district: '16.04.01' }),
      aUnit({ class: 'KELURAHAN', name: 'PASAR LAMA', district: '16.04.01' }),
      aUnit({ class: 'SD', name: 'Makartitama', district: '16.04.01' }),
      aUnit({ class: 'DESA', name: 'Desa Makartitama', district: '16.04.02' }),
    ).districts;
    expect(lahat?.villages).toEqual({ all: 3, registered: 2 });
  });
});

describe('a village’s name', () => {
  const registered = (...names: string[]) =>
    gaps(...names.map((name) => aUnit({ class: 'DESA', name, district: '16.04.01' }))).districts[0]?.villages
      .registered;

  it('stands behind a word that says what it is, here or elsewhere', () => {
    expect(registered('Desa Selawi', 'Lingkungan Makartitama', 'Nagari Pasar Lama')).toBe(3);
  });

  it('is not the end of another one’s', () => {
    expect(registered('Ulak Selawi', 'Desa Ulak Makartitama')).toBe(0);
  });
});

describe('offices', () => {
  const expired = aUnit({ office: 'Kepala A', holder: { name: 'Budi', acting: 'PLT', until: '2024-06-26' } });
  const valid = aUnit({ office: 'Kepala B', holder: { name: 'Budi', acting: 'PLT', until: today } });
  const vacant = aUnit({ class: 'OPD', office: 'Kepala C', holder: null });
  const closed = aUnit({ holder: null, retiredOn: '2024-01-01' });

  it('lists the vacant ones and those whose acting appointment has passed', () => {
    const found = gaps(expired, valid, vacant, closed);
    expect(found.vacant).toEqual([{ id: vacant.id, class: 'OPD', office: 'Kepala C' }]);
    expect(found.expired).toEqual([
      { id: expired.id, class: 'KECAMATAN', office: 'Kepala A', acting: 'PLT', until: '2024-06-26' },
    ]);
  });

  it('lists one person in several offices, without NIP and phone', () => {
    const holder = { name: 'Siti Aminah', nip: '197405052004121994', acting: 'DEFINITIVE' } as const;
    const found = gaps(aUnit({ office: 'Kepala SD 1', holder }), aUnit({ office: 'Kepala SD 2', holder }), expired);
    expect(found.severalOffices).toMatchObject([
      { name: 'Siti Aminah', units: [{ office: 'Kepala SD 1' }, { office: 'Kepala SD 2' }] },
    ]);
    expect(JSON.stringify(found)).not.toContain('197405052004121994');
    expect(found.attribution).toBe('sumber');
  });
});
