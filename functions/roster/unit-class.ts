/** Classes of units, as data: local names differ (pekon, distrik, kapanewon), what is counted does not. */
import * as z from 'zod';

export interface UnitClass {
  code: string;
  id: string;
  en: string;
  /** Its units lie in a district, so a roster row of it without one is worth a question. */
  inDistrict: boolean;
  /** Under the regency, so that its units count in coverage and owe pledges. Others are invited as guests (rule 4). */
  counted: boolean;
  /**
   * Its units are headed by civil servants (ASN), so that a text for ASN alone is theirs. Camat and lurah are by UU 23/2014 art. 224 and
   * 229. A village's head is not: elected by the villagers for a term (UU 6/2014 art. 31 and 39, as changed by UU 3/2024). Neither is a
   * regional company's director: appointed by its owner (PP 54/2017). Of state offices and guest bodies some are and some are not
   * (police, forces, courts, councils); they are guests and owe no pledge.
   */
  civilServant: boolean;
}

/** In the order in which protocol and reports list them. */
export const unitClasses = [
  { code: 'OPD', id: 'Perangkat daerah', en: 'Agencies', inDistrict: false, counted: true, civilServant: true },
  { code: 'KECAMATAN', id: 'Kecamatan', en: 'Districts', inDistrict: true, counted: true, civilServant: true },
  { code: 'KELURAHAN', id: 'Kelurahan', en: 'Urban villages', inDistrict: true, counted: true, civilServant: true },
  { code: 'DESA', id: 'Desa', en: 'Villages', inDistrict: true, counted: true, civilServant: false },
  { code: 'PUSKESMAS', id: 'Puskesmas', en: 'Health centres', inDistrict: true, counted: true, civilServant: true },
  { code: 'TK', id: 'TK negeri', en: 'State kindergartens', inDistrict: true, counted: true, civilServant: true },
  { code: 'SD', id: 'SD negeri', en: 'State primary schools', inDistrict: true, counted: true, civilServant: true },
  {
    code: 'SMP',
    id: 'SMP negeri',
    en: 'State junior high schools',
    inDistrict: true,
    counted: true,
    civilServant: true,
  },
  {
    code: 'SMA',
    id: 'SMA/SMK/SLB negeri',
    en: 'State senior high schools',
    inDistrict: false,
    counted: true,
    civilServant: true,
  },
  { code: 'BUMD', id: 'BUMD', en: 'Regional companies', inDistrict: false, counted: true, civilServant: false },
  {
    code: 'VERTICAL',
    id: 'Instansi vertikal',
    en: 'State offices in the region',
    inDistrict: false,
    counted: false,
    civilServant: false,
  },
  {
    code: 'GUEST_BODY',
    id: 'Forkopimda dan lembaga tamu',
    en: 'Forkopimda and guest bodies',
    inDistrict: false,
    counted: false,
    civilServant: false,
  },
] as const satisfies readonly UnitClass[];

export const UnitClassCode = z.enum(unitClasses.map((entry) => entry.code)).meta({ id: 'UnitClassCode' });
export type UnitClassCode = z.infer<typeof UnitClassCode>;

export const unitClassOf = (code: UnitClassCode): UnitClass =>
  unitClasses.find((entry) => entry.code === code) as UnitClass;

/** Where a class stands in protocol order. */
export const classOrder = (code: UnitClassCode): number => unitClasses.findIndex((entry) => entry.code === code);

/** Offices of ministries and agencies of the state, of the judiciary, the police and the forces: in the region, not under it. */
const stateOffices = [
  'KEMENTERIAN|KEMENAG|KANKEMENAG|KUA|URUSAN AGAMA|KANWIL|KANTOR WILAYAH',
  // Madrasahs belong to the ministry of religion, whatever their level.
  'MADRASAH|MIN|MTSN?|MAN|RAUDHATUL ATHFAL',
  'KANTOR PERTANAHAN|ATR|BPN|BADAN PERTANAHAN NASIONAL|BPS|(BADAN )?PUSAT STATISTIK|BNNK?|BADAN NARKOTIKA',
  'KEJAKSAAN|KEJARI|KAJARI|PENGADILAN|MAHKAMAH',
  'KEPOLISIAN|POLRES(TA|TABES)?|KAPOLRES(TA|TABES)?|POLSEK|KAPOLSEK',
  'KOREM|DANREM|KODIM|DANDIM|KORAMIL|DANRAMIL|LANAL|DANLANAL|LANUD|DANLANUD',
  'KPPN|KPP|KP2KP|KANTOR PELAYANAN (PAJAK|PERBENDAHARAAN|PENYULUHAN)|BEA CUKAI|KPPBC|IMIGRASI',
  'LAPAS|LEMBAGA PEMASYARAKATAN|RUTAN|RUMAH TAHANAN|BAPAS|BALAI PEMASYARAKATAN',
];

/** Bodies that are nobody's office: the council, those who run the elections, the leaders' forum. The council's secretariat is an agency. */
const guestBodies = [
  '(SEKRETARIAT |SEKRETARIS |KOMISIONER |ANGGOTA )?(KPUD?|KOMISI PEMILIHAN UMUM|BAWASLU|PANWASLU|BADAN PENGAWAS PEMIL(U|IHAN))',
  '(WAKIL KETUA |ANGGOTA )?(DPRD|DEWAN PERWAKILAN RAKYAT DAERAH)|FORKOPIMDA|FORUM KOORDINASI PIMPINAN',
];

const headedBy = (names: readonly string[]): RegExp =>
  new RegExp(`^((KEPALA|KAKAN|KETUA|PIMPINAN|KOMANDAN) )?(KANTOR )?(${names.join('|')})\\b`);

/** What a unit is, told by its name or its head's office. The first pattern that fits decides. */
const patterns: readonly [UnitClassCode, RegExp][] = [
  ['VERTICAL', headedBy(stateOffices)],
  ['GUEST_BODY', headedBy(guestBodies)],
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
