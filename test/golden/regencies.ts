/** Three regencies with real districts and made-up offices: as small as Pesisir Barat, the standard roster of Lahat, the largest there could be. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Random, randomOf } from '../cases/generate/random.ts';
import type { RegencyOfLog, UnitOfLog } from './event-log.ts';

export interface Size {
  code: string;
  name: string;
  zone: RegencyOfLog['zone'];
  /** How many units of each class that lies in no district, and of each that does. */
  outside: Record<string, number>;
  inside: Record<string, number>;
}

export const pesisirBarat: Size = {
  code: '18.13',
  name: 'Kabupaten Pesisir Barat',
  zone: 'WIB',
  outside: { OPD: 28 },
  inside: { KECAMATAN: 11, KELURAHAN: 2, DESA: 116, PUSKESMAS: 11 },
};

export const lahat: Size = {
  code: '16.04',
  name: 'Kabupaten Lahat',
  zone: 'WIB',
  outside: { OPD: 40 },
  inside: { KECAMATAN: 24, KELURAHAN: 18, SD: 281, SMP: 61, PUSKESMAS: 30 },
};

/** The districts of Yahukimo with as many villages as Aceh Utara has. */
export const largest: Size = {
  code: '95.03',
  name: 'Kabupaten Yahukimo',
  zone: 'WIT',
  outside: { OPD: 45, BUMD: 3 },
  inside: { KECAMATAN: 51, DESA: 852, SD: 450, SMP: 90, PUSKESMAS: 51 },
};

/** Of Kemendagri, by the name that a roster writes. */
export const districtsOf = (regency: string): { code: string; name: string }[] => {
  const file = fileURLToPath(new URL('../../node_modules/idn-area-data/data/districts.csv', import.meta.url));
  const rows = readFileSync(file, 'utf8').split(/\r?\n/).slice(1);
  return rows.flatMap((row) => {
    const [code = '', of, ...name] = row.split(',');
    return of === regency ? [{ code, name: name.join(',').replaceAll('"', '') }] : [];
  });
};

const nameOf: Record<string, (number: number, district: string) => string> = {
  OPD: (number) => `Dinas Urusan ${number}`,
  BUMD: (number) => `Perumda Usaha ${number}`,
  KECAMATAN: (_, district) => `Kecamatan ${district}`,
  KELURAHAN: (number, district) => `Kelurahan ${district} ${number}`,
  DESA: (number, district) => `Desa ${district} ${number}`,
  SD: (number, district) => `SD Negeri ${number} ${district}`,
  SMP: (number, district) => `SMP Negeri ${number} ${district}`,
  PUSKESMAS: (number, district) => `Puskesmas ${district} ${number}`,
};

const named = (unitClass: string, number: number, district: string): string => {
  const naming = nameOf[unitClass];
  if (!naming) throw new Error(`a unit of ${unitClass} has no name`);
  return naming(number, district);
};

/** The units; a camat in each district, the others spread unevenly. */
export const unitsOf = ({ code, outside, inside }: Size): UnitOfLog[] => {
  const random = randomOf('golden-units', code);
  const districts = districtsOf(code);
  const units: UnitOfLog[] = [];
  const acting = () => random.chance(0.08);
  for (const [unitClass, count] of Object.entries(outside))
    for (let number = 1; number <= count; number += 1)
      units.push({ name: named(unitClass, number, ''), class: unitClass, district: null, acting: acting() });
  for (const [unitClass, count] of Object.entries(inside))
    for (let number = 1; number <= count; number += 1) {
      const district = unitClass === 'KECAMATAN' ? districts[number - 1] : random.pick(districts);
      if (!district) throw new Error(`${code} has no district ${number}`);
      const name = named(unitClass, number, district.name);
      units.push({ name, class: unitClass, district: district.code, acting: acting() });
    }
  return units;
};

const given =
  'Abdul Bambang Citra Dewi Eko Fitri Gunawan Hartini Indra Joko Kartika Lukman Mega Nurul Oki Puspita'.split(' ');
const family = 'Alamsyah Burhan Cahyono Darmawan Efendi Firdaus Gumilar Hidayat Irawan Jauhari Kusuma Latif'.split(' ');

/** A name that nobody else in the sheet bears. */
const personOf = (index: number): string => {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `${given[index % given.length]} ${family[index % family.length]} ${letters.toUpperCase()[0]}${letters.slice(1)}an`;
};

/** The sheet that the organiser imports. */
export const sheetOf = (code: string, units: readonly UnitOfLog[]): Uint8Array => {
  const names = new Map(districtsOf(code).map((district) => [district.code, district.name]));
  const rows = units.map(({ name, district, acting }, index) =>
    [
      index + 1,
      personOf(index),
      `${acting ? 'Plt. ' : ''}Kepala ${name}`,
      name,
      district === null ? '' : names.get(district),
    ].join(','),
  );
  return new TextEncoder().encode(['No,Nama,Jabatan,Unit Kerja,Kecamatan', ...rows].join('\n'));
};

/** A share of the units, each as likely as any other. */
export const someOf = <T>(random: Random, items: readonly T[], share: number): T[] =>
  random.shuffle(items).slice(0, Math.round(items.length * share));
