/** Classes of units, as data: local names differ (pekon, distrik, kapanewon), what is counted does not. */
import * as z from 'zod';

export interface UnitClass {
  code: string;
  id: string;
  en: string;
  /** Its units lie in a district, so a roster row of it without one is worth a question. */
  inDistrict: boolean;
}

/** In the order in which protocol and reports list them. */
export const unitClasses = [
  { code: 'OPD', id: 'Perangkat daerah', en: 'Agencies', inDistrict: false },
  { code: 'KECAMATAN', id: 'Kecamatan', en: 'Districts', inDistrict: true },
  { code: 'KELURAHAN', id: 'Kelurahan', en: 'Urban villages', inDistrict: true },
  { code: 'DESA', id: 'Desa', en: 'Villages', inDistrict: true },
  { code: 'PUSKESMAS', id: 'Puskesmas', en: 'Health centres', inDistrict: true },
  { code: 'TK', id: 'TK negeri', en: 'State kindergartens', inDistrict: true },
  { code: 'SD', id: 'SD negeri', en: 'State primary schools', inDistrict: true },
  { code: 'SMP', id: 'SMP negeri', en: 'State junior high schools', inDistrict: true },
  { code: 'SMA', id: 'SMA/SMK/SLB negeri', en: 'State senior high schools', inDistrict: false },
  { code: 'BUMD', id: 'BUMD', en: 'Regional companies', inDistrict: false },
] as const satisfies readonly UnitClass[];

export const UnitClassCode = z.enum(unitClasses.map((entry) => entry.code)).meta({ id: 'UnitClassCode' });
export type UnitClassCode = z.infer<typeof UnitClassCode>;

export const unitClassOf = (code: UnitClassCode): UnitClass =>
  unitClasses.find((entry) => entry.code === code) as UnitClass;

/** Where a class stands in protocol order. */
export const classOrder = (code: UnitClassCode): number => unitClasses.findIndex((entry) => entry.code === code);

/** What a unit is, told by its name or its head's office. The first pattern that fits decides. */
const patterns: readonly [UnitClassCode, RegExp][] = [
  ['PUSKESMAS', /\b(PUSKESMAS|PKM)\b/],
  ['TK', /^(KEPALA )?(TKN?|TAMAN KANAK[- ]KANAK)\b/],
  ['SD', /\b(SDN|SD NEGERI|SD)\b/],
  ['SMP', /\b(SMPN|SMP NEGERI|SMP)\b/],
  ['SMA', /\b(SMAN|SMKN|SMA|SMK|SLBN?)\b/],
  ['KELURAHAN', /^(KELURAHAN|KEL\.|LURAH)\b/],
  ['KECAMATAN', /^(KECAMATAN|KEC\.|CAMAT|DISTRIK|KEPALA DISTRIK|KAPANEWON|KEMANTREN)\b/],
  ['DESA', /^(DESA|KEPALA DESA|KADES|PEKON|PERATIN|NAGARI|WALI NAGARI|GAMPONG|KEUCHIK|KALURAHAN)\b/],
  ['BUMD', /^(PERUMDA|PERUSAHAAN (UMUM )?DAERAH|PERUSDA|PDAM|PT|BPR|BANK)\b/],
  [
    'OPD',
    /^(KEPALA )?(SEKRETARIAT|SEKRETARIS|INSPEKTORAT|INSPEKTUR|DINAS|BADAN|SATUAN|SATPOL|RUMAH SAKIT|RSUD|RSJD?|BAGIAN|BIRO|KANTOR|ASISTEN|STAF AHLI|UPTD|UPT|DIREKTUR)\b/,
  ],
];

const actingPrefix = /^(PLT|PLH|PJS|PJ)\.?\s+/;

/** The class that a unit's name or its office tells, or undefined when neither does. */
export const classOf = (...texts: readonly (string | undefined)[]): UnitClassCode | undefined => {
  for (const text of texts) {
    const plain = (text ?? '').toUpperCase().replace(actingPrefix, '').trim();
    const found = patterns.find(([, pattern]) => pattern.test(plain));
    if (found) return found[0];
  }
  return undefined;
};
