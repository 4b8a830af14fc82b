import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import type { Unit, UnitClass } from './model.ts';
import type { Random } from './random.ts';

/** Where the units come from: the usual offices of a regency, and the real districts and villages of idn-area-data. */
export interface Area {
  code: string;
  name: string;
}

const dataFolder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data');

function areas(file: string, parent: string): Area[] {
  const text = readFileSync(join(dataFolder, file), 'utf8');
  const { data } = Papa.parse<Area>(text, { header: true, skipEmptyLines: true });
  return data.filter(({ code }) => code.startsWith(`${parent}.`)).map(({ code, name }) => ({ code, name }));
}

export const districtsOf = (regency: string): Area[] => areas('districts.csv', regency);
export const villagesOf = (district: string): Area[] => areas('villages.csv', district);

/** Village codes with 1xxx are kelurahan, with 2xxx desa. */
const isUrban = ({ code }: Area): boolean => /\.1\d{3}$/.test(code);

/** What nearly every regency has; each case adds what is its own. */
export const COMMON_OFFICES = [
  'Sekretariat Daerah',
  'Sekretariat DPRD',
  'Inspektorat',
  'Dinas Pendidikan dan Kebudayaan',
  'Dinas Kesehatan',
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Perumahan Rakyat dan Kawasan Permukiman',
  'Dinas Sosial',
  'Dinas Tenaga Kerja dan Transmigrasi',
  'Dinas Pengendalian Penduduk dan Keluarga Berencana',
  'Dinas Pemberdayaan Perempuan dan Perlindungan Anak',
  'Dinas Ketahanan Pangan',
  'Dinas Lingkungan Hidup',
  'Dinas Kependudukan dan Pencatatan Sipil',
  'Dinas Pemberdayaan Masyarakat dan Desa',
  'Dinas Perhubungan',
  'Dinas Komunikasi dan Informatika',
  'Dinas Koperasi, Usaha Kecil dan Menengah',
  'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
  'Dinas Kepemudaan dan Olahraga',
  'Dinas Perpustakaan dan Kearsipan',
  'Dinas Pariwisata',
  'Dinas Perikanan',
  'Dinas Pertanian',
  'Dinas Perdagangan',
  'Satuan Polisi Pamong Praja',
  'Badan Perencanaan Pembangunan Daerah',
  'Badan Keuangan dan Aset Daerah',
  'Badan Pendapatan Daerah',
  'Badan Kesatuan Bangsa dan Politik',
  'Badan Penanggulangan Bencana Daerah',
] as const;

export function offices(names: readonly string[]): Unit[] {
  return names.map((unit) => ({ unit, office: headOf(unit), class: 'OPD' }));
}

export function enterprises(names: readonly string[]): Unit[] {
  return names.map((unit) => ({ unit, office: `Direktur ${unit}`, class: 'BUMD' }));
}

function headOf(unit: string): string {
  if (unit === 'Sekretariat Daerah') return 'Sekretaris Daerah';
  if (unit === 'Sekretariat DPRD') return 'Sekretaris DPRD';
  if (unit === 'Inspektorat') return 'Inspektur';
  if (/^(RSUD|UPTD Rumah Sakit)/.test(unit)) return `Direktur ${unit.replace('UPTD ', '')}`;
  return `Kepala ${unit}`;
}

export function subdistrictHeads(regency: string): Unit[] {
  return districtsOf(regency).map(({ name }) => ({
    unit: `Kecamatan ${name}`,
    office: `Camat ${name}`,
    class: 'KECAMATAN',
    district: name,
  }));
}

export function urbanVillageHeads(regency: string): Unit[] {
  return districtsOf(regency).flatMap((district) =>
    villagesOf(district.code)
      .filter(isUrban)
      .map(
        ({ name }): Unit => ({
          unit: `Kelurahan ${name}`,
          office: `Lurah ${name}`,
          class: 'KELURAHAN',
          district: district.name,
        }),
      ),
  );
}

/** One puskesmas a district, named after it; the rest in the districts with the most villages, named after a village. */
export function healthCentres(regency: string, total: number, prefix: string): Unit[] {
  const districts = districtsOf(regency);
  const busiest = [...districts].sort((a, b) => villagesOf(b.code).length - villagesOf(a.code).length);
  const second = new Set(busiest.slice(0, total - districts.length).map(({ code }) => code));
  return districts.flatMap((district) => {
    const rural = villagesOf(district.code).filter((village) => !isUrban(village) && village.name !== district.name);
    const extra = second.has(district.code) ? rural.slice(0, 1) : [];
    return [district, ...extra].map(({ name }): Unit => {
      const unit = `${prefix} ${name}`;
      return { unit, office: `Kepala ${unit}`, class: 'PUSKESMAS', district: district.name };
    });
  });
}

/** Schools shared out over the districts by their number of villages, numbered within each. */
export function schools(regency: string, total: number, level: 'SD' | 'SMP', random: Random): Unit[] {
  const districts = districtsOf(regency);
  const shares = shareOut(
    total,
    districts.map(({ code }) => villagesOf(code).length),
    level === 'SD' ? 5 : 1,
  );
  return districts.flatMap(({ name }, index) =>
    Array.from({ length: shares[index] ?? 0 }, (_, number) =>
      school(`${level} NEGERI ${number + 1} ${name.toUpperCase()}`, level, name, random),
    ),
  );
}

export function school(unit: string, unitClass: UnitClass, district: string, random: Random): Unit {
  // No register gives out numbers that begin with 99: these are invented.
  return { unit, office: `Kepala ${unit}`, class: unitClass, district, npsn: `99${random.int(100000, 999999)}` };
}

/** Largest remainders, after everybody has got the least. */
function shareOut(total: number, weights: readonly number[], least: number): number[] {
  const spare = total - least * weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const shares = exact.map((value) => least + Math.floor(value));
  const order = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of order.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
