import { describe, expect, it } from 'vitest';
import { decodeDistricts, encodeRegency } from './region-codec.ts';
import { fromCapitals, tidied } from './region-names.ts';
import { regions } from './regions.ts';

const tenants = regions.regencies();
const regencies = tenants.filter(({ code }) => code.length === 5);

describe('the register', () => {
  it('holds what idn-area-data 3.1.2 holds', () => {
    const districts = regencies.flatMap(({ code }) => regions.districtsOf(code));
    const villages = districts.flatMap(({ code }) => regions.villagesOf(code));

    expect(tenants.length - regencies.length).toBe(38);
    expect(regencies).toHaveLength(514);
    expect(districts).toHaveLength(7277);
    expect(villages).toHaveLength(83763);
    expect(new Set(villages.map(({ code }) => code)).size).toBe(83763);
  });

  it('lists a province before its regencies, all in the order of their codes', () => {
    expect(tenants[0]).toEqual({ code: '11', name: 'Aceh' });
    expect(tenants[1]).toEqual({ code: '11.01', name: 'Kabupaten Aceh Selatan' });
    expect(tenants.map(({ code }) => code)).toEqual(tenants.map(({ code }) => code).sort());
  });

  it('knows Lahat with its 24 districts and their villages', () => {
    const districts = regions.districtsOf('16.04');
    expect(districts).toHaveLength(24);
    expect(districts).toContainEqual({ code: '16.04.10', name: 'Lahat' });
    expect(regions.villagesOf('16.04.10')).toContainEqual({
      code: '16.04.10.1041',
      name: 'Pasar Lama',
      kind: 'KELURAHAN',
    });
  });

  it('tells a kelurahan, a desa and a desa adat apart by their codes', () => {
    const all = regencies
      .flatMap(({ code }) => regions.districtsOf(code))
      .flatMap(({ code }) => regions.villagesOf(code));
    expect(all.filter(({ kind }) => kind === 'KELURAHAN')).toHaveLength(8498);
    expect(all.filter(({ kind }) => kind === 'DESA')).toHaveLength(75251);
    expect(all.filter(({ kind }) => kind === 'DESA_ADAT')).toHaveLength(14);
  });

  it('names the data, its maker and its licence', () => {
    expect(regions.attribution).toMatch(/idn-area-data 3\.1\.2.*Fityan.*ODbL/);
  });
});

describe('nameOf', () => {
  it.each([
    ['16', 'Sumatera Selatan'],
    ['31', 'DKI Jakarta'],
    ['16.04', 'Kabupaten Lahat'],
    ['63.71', 'Kota Banjarmasin'],
    ['31.01', 'Kabupaten Administrasi Kepulauan Seribu'],
    ['18.13.01', 'Pesisir Tengah'],
    ['16.04.10.1041', 'Pasar Lama'],
  ])('%s is %s', (code, name) => {
    expect(regions.nameOf(code)).toBe(name);
  });

  it.each([
    '',
    '1',
    '10',
    '00',
    '16.99',
    '16.04.99',
    '16.04.10.9999',
    '16.04.',
    'constructor',
    '__',
    '16.04.10.1041.1',
  ])('knows nothing of %j', (code) => {
    expect(regions.nameOf(code)).toBeUndefined();
    expect(regions.districtsOf(code)).toEqual([]);
    expect(regions.villagesOf(code)).toEqual([]);
  });

  it('agrees with the lists at every level', () => {
    for (const { code, name } of tenants) expect(regions.nameOf(code)).toBe(name);
    for (const district of regions.districtsOf('35.28')) {
      expect(regions.nameOf(district.code)).toBe(district.name);
      for (const village of regions.villagesOf(district.code)) expect(regions.nameOf(village.code)).toBe(village.name);
    }
  });
});

describe('names', () => {
  it.each([
    ['KABUPATEN LAHAT', 'Kabupaten Lahat'],
    ['DKI JAKARTA', 'DKI Jakarta'],
    ['KABUPATEN TOLI-TOLI', 'Kabupaten Toli-Toli'],
    ['ILIR TIMUR II', 'Ilir Timur II'],
  ])('%s is written %s', (given, written) => {
    expect(fromCapitals(given)).toBe(written);
  });

  it.each([
    ['Banyu baru', 'Banyu Baru'],
    ['Ra"as', "Ra'as"],
    ['Rawa SP 2', 'Rawa SP 2'],
    ['Oro-oro Ombo', 'Oro-oro Ombo'],
  ])('the register’s %s is kept as %s', (given, written) => {
    expect(tidied(given)).toBe(written);
  });
});

describe('the packed form', () => {
  it('keeps gaps in the numbers and names that begin with a digit', () => {
    const districts = [
      {
        number: '02',
        name: 'A',
        villages: [
          { number: '1001', name: '31 Ilir' },
          { number: '1002', name: 'B' },
          { number: '2001', name: 'C' },
        ],
      },
      { number: '05', name: '7 Ulu', villages: [] },
    ];
    const line = encodeRegency('04', 'Kota Contoh', districts);
    expect(line).toBe('04Kota Contoh|02A;#100131 Ilir;B;#2001C|057 Ulu');
    expect(decodeDistricts(line.slice(2))).toEqual(districts);
  });

  it('refuses a name that holds a delimiter', () => {
    expect(() => encodeRegency('04', 'A|B', [])).toThrow('A|B');
  });
});
