/**
 * What districts and villages are usually called, by region: proposed when a regency is registered, and the organiser has the
 * last word. Only where law or settled use leaves little doubt; everywhere else it is Kecamatan and Desa.
 */
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { Regency } from './regency-schema.ts';

export interface UsualLabels {
  district: string;
  village: string;
}

const usual: UsualLabels = { district: 'Kecamatan', village: 'Desa' };

/** By province or regency; a regency's own entry adds to its province's. */
const byRegion: Record<string, Partial<UsualLabels>> = {
  // UU 11/2006 (Pemerintahan Aceh) art. 1: gampong; the Gayo and Alas highlands and Tamiang use their own words (qanun of each).
  '11': { village: 'Gampong' },
  '11.02': { village: 'Kute' },
  '11.04': { village: 'Kampung' },
  '11.13': { village: 'Kampung' },
  '11.16': { village: 'Kampung' },
  '11.17': { village: 'Kampung' },
  // Perda Provinsi Sumatera Barat 7/2018 (Nagari); Mentawai, Sawahlunto and Pariaman have desa.
  '13': { village: 'Nagari' },
  '13.09': { village: 'Desa' },
  '13.73': { village: 'Desa' },
  '13.77': { village: 'Desa' },
  // The regency's own use: Rokan Hilir (datuk penghulu), Siak (kampung under Perda 1/2015), Bungo (dusun, led by a rio).
  '14.07': { village: 'Kepenghuluan' },
  '14.08': { village: 'Kampung' },
  '15.08': { village: 'Dusun' },
  // Lampung: pekon in Lampung Barat, Tanggamus, Pringsewu, Pesisir Barat (led by a peratin or kepala pekon); kampung in Lampung
  // Tengah, Tulang Bawang, Way Kanan; tiyuh in Tulang Bawang Barat; desa in the others (use of the regencies' own regulations).
  '18.02': { village: 'Kampung' },
  '18.04': { village: 'Pekon' },
  '18.05': { village: 'Kampung' },
  '18.06': { village: 'Pekon' },
  '18.08': { village: 'Kampung' },
  '18.10': { village: 'Pekon' },
  '18.12': { village: 'Tiyuh' },
  '18.13': { village: 'Pekon' },
  // UU 13/2012 (Keistimewaan DIY), Pergub DIY 25/2019 and 2/2020: kapanewon and kalurahan; in the city kemantren and kelurahan.
  '34': { district: 'Kapanewon', village: 'Kalurahan' },
  '34.71': { district: 'Kemantren', village: 'Kelurahan' },
  // Kalimantan Timur: the regencies' own use (Berau, Kutai Barat, Mahakam Ulu).
  '64.03': { village: 'Kampung' },
  '64.07': { village: 'Kampung' },
  '64.11': { village: 'Kampung' },
  // Kepulauan Sangihe: kampung, led by a kapitalaung.
  '71.03': { village: 'Kampung' },
  // Tana Toraja and Toraja Utara: lembang (the regencies' own regulations).
  '73.18': { village: 'Lembang' },
  '73.26': { village: 'Lembang' },
  // Maluku Tengah: negeri; Maluku Tenggara: ohoi (the regencies' own regulations).
  '81.01': { village: 'Negeri' },
  '81.02': { village: 'Ohoi' },
  // UU 21/2001 (Otonomi Khusus Papua) art. 1, with UU 2/2021: distrik and kampung, in all six provinces.
  ...Object.fromEntries(
    ['91', '92', '93', '94', '95', '96'].map((code) => [code, { district: 'Distrik', village: 'Kampung' }]),
  ),
};

/** `18.13` -> Kecamatan and Pekon. */
export const usualLabels = (regency: string): UsualLabels => ({
  ...usual,
  ...byRegion[regency.slice(0, 2)],
  ...byRegion[regency],
});

/** Every word that says that something is a village. */
export const villageWords: readonly string[] = [
  ...new Set(['Desa', 'Kelurahan', ...Object.values(byRegion).flatMap(({ village }) => village ?? [])]),
];

/** By what a district is called, what its head is called; the same sources. */
const headsOfDistricts: Record<string, string> = {
  Kecamatan: 'Camat',
  Distrik: 'Kepala Distrik',
  Kapanewon: 'Panewu',
  Kemantren: 'Mantri Pamong Praja',
};

/** `Kecamatan` -> Camat; undefined for a word that is not known. */
export const headOfDistrict = (label: string): string | undefined =>
  Object.hasOwn(headsOfDistricts, label) ? headsOfDistricts[label] : undefined;

/** What a regency calls a class; undefined where it is the product's own word. */
export const labelOfClass = (labels: Regency['labels'], unitClass: UnitClassCode): string | undefined => {
  const own = labels.classes?.[unitClass];
  if (own !== undefined) return own;
  if (unitClass === 'KECAMATAN' && labels.district !== usual.district) return labels.district;
  return unitClass === 'DESA' && labels.village !== usual.village ? labels.village : undefined;
};
