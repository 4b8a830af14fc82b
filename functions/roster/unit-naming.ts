/** Units and the offices of their heads, told one from the other. */
import { classOf, type UnitClassCode } from './unit-class.ts';

/** Abbreviations of agencies, which organisers write instead of `Dinas ...` or `Badan ...`. */
const agency =
  /^(KEPALA |KABAN |KADIS |KADIN )?(BAPP?[A-Z]{4,}|BKPSDM[DA]?|BKPP[DA]?|BKDPSDM|BKD|BPK?KA?PA?D|BP?KAD|BPKD|BAPENDA|BPBD|BRIDA|BPPRD|BAKESBANGPOL|KESBANGPOL|SETDA|SETWAN|SEKDA|SEKWAN|ITDA|DAMKAR|DIS(DIK|DUK|HUB|KOM|NAK|PAR|PORA|PERIN|DAG|BUD|SOS|TAN|PUS|PER|LUH|KAN)[A-Z]*|DIK(NAS|BUD)|DIN(KES|SOS|AS)[A-Z]*|DP[A-Z]{2,}\d?[A-Z]*|DLHK?|DKP[A-Z]*|PUPR|PMD)\b/;

/** Regional companies by the older abbreviation. */
const company = /^PD\b/;

/** `Kantor Camat X` and `Kantor Lurah X` are the district and the village themselves. */
const office = /^KANTOR (?=CAMAT|KECAMATAN|LURAH|KELURAHAN|DISTRIK)/;

/** The class told by a text of one unit: its name or its head's office. */
export const classOfText = (text: string): UnitClassCode | undefined => {
  const plain = text.toUpperCase().replace(/\s+/g, ' ').trim().replace(office, '');
  if (company.test(plain)) return 'BUMD';
  return classOf(plain) ?? (agency.test(plain) ? 'OPD' : undefined);
};

/** Abbreviated kinds written out: `Kec. Lahat` -> `Kecamatan Lahat`. */
const prefixes: readonly [RegExp, string][] = [
  [/^(kantor )?(kec\.|kec |camat |kecamatan )\s*/i, 'Kecamatan '],
  [/^(kantor )?(kel\.|kel |lurah |kelurahan )\s*/i, 'Kelurahan '],
  [/^pkm\.?\s+/i, 'Puskesmas '],
];

export const writtenOut = (unit: string): string =>
  prefixes.reduce((text, [pattern, usual]) => text.replace(pattern, usual), unit);

/** Of the police and the forces, a unit and its head in one word. */
const commands: readonly [unit: string, head: string][] = [
  ['Polrestabes', 'Kapolrestabes'],
  ['Polresta', 'Kapolresta'],
  ['Polres', 'Kapolres'],
  ['Polsek', 'Kapolsek'],
  ['Korem', 'Danrem'],
  ['Kodim', 'Dandim'],
  ['Koramil', 'Danramil'],
  ['Lanal', 'Danlanal'],
  ['Lanud', 'Danlanud'],
];

type Renamed = (rest: string) => string;

/** How each kind of unit is headed where it is not by a `Kepala`. */
const heads: readonly [unit: RegExp, office: Renamed][] = [
  [/^Kecamatan (.+)$/i, (rest) => `Camat ${rest}`],
  [/^Kapanewon (.+)$/i, (rest) => `Panewu ${rest}`],
  [/^(Kelurahan|Kalurahan) (.+)$/i, (rest) => `Lurah ${rest}`],
  [/^Pekon (.+)$/i, (rest) => `Peratin ${rest}`],
  [/^Nagari (.+)$/i, (rest) => `Wali Nagari ${rest}`],
  [/^Gampong (.+)$/i, (rest) => `Keuchik ${rest}`],
  [/^Inspektorat\b.*?()$/i, () => 'Inspektur'],
  [/^(?:Sekretariat Daerah|Setda)\b.*?()$/i, () => 'Sekretaris Daerah'],
  [/^(?:Sekretariat DPRD|Sekretariat Dewan.*|Setwan)\b.*?()$/i, () => 'Sekretaris DPRD'],
  [/^(?:UPTD? )?((?:RSUD|RSJD?|Rumah Sakit)\b.*)$/i, (rest) => `Direktur ${rest}`],
  [/^((?:Perumda|Perusahaan|Perusda|PDAM|PT|BPR|Bank)\b.*)$/i, (rest) => `Direktur ${rest}`],
  [/^((?:Asisten|Staf Ahli)\b.*)$/i, (rest) => rest],
  [/^((?:DPRD|KPU|Bawaslu|Pengadilan)\b.*)$/i, (rest) => `Ketua ${rest}`],
  ...commands.map(
    ([unit, head]) => [new RegExp(`^${unit} (.+)$`, 'i'), (rest: string) => `${head} ${rest}`] as [RegExp, Renamed],
  ),
];

/** The office that heads a unit: `Dinas Kesehatan` -> `Kepala Dinas Kesehatan`, `Kecamatan Lahat` -> `Camat Lahat`. */
export const officeOf = (unit: string): string => {
  for (const [pattern, make] of heads) {
    const match = pattern.exec(unit);
    if (match) return make(match.at(-1) ?? '');
  }
  return `Kepala ${unit}`;
};

/** Units told by an office; the others are what follows `Kepala`. */
const units: readonly [office: RegExp, unit: Renamed][] = [
  [/^Camat (.+)$/i, (rest) => `Kecamatan ${rest}`],
  [/^(?:Panewu|Penewu) (.+)$/i, (rest) => `Kapanewon ${rest}`],
  [/^Lurah (.+)$/i, (rest) => `Kelurahan ${rest}`],
  [/^(?:Kepala Desa|Kades) (.+)$/i, (rest) => `Desa ${rest}`],
  [/^Peratin (.+)$/i, (rest) => `Pekon ${rest}`],
  [/^Wali Nagari (.+)$/i, (rest) => `Nagari ${rest}`],
  [/^Keuchik (.+)$/i, (rest) => `Gampong ${rest}`],
  [/^Inspektur( Daerah| Kabupaten.*| Kota.*)?$/i, () => 'Inspektorat'],
  [/^(?:Sekretaris Daerah|Sekda)\b.*?()$/i, () => 'Sekretariat Daerah'],
  [/^(?:Sekretaris (?:DPRD|Dewan.*)|Sekwan)\b.*?()$/i, () => 'Sekretariat DPRD'],
  [/^(?:Asisten|Staf Ahli)\b.*()$/i, () => ''],
  [/^(?:Kasat|Kepala Satuan) (?:Pol\.? ?PP|Polisi Pamong Praja)\b.*()$/i, () => 'Satuan Polisi Pamong Praja'],
  [/^(?:Kadis|Kadin)\.? (.+)$/i, (rest) => `Dinas ${rest}`],
  [/^Kaban\.? (.+)$/i, (rest) => `Badan ${rest}`],
  [/^Kepsek (.+)$/i, (rest) => rest],
  [/^Kajari (.+)$/i, (rest) => `Kejaksaan Negeri ${rest}`],
  ...commands.map(
    ([unit, head]) => [new RegExp(`^${head} (.+)$`, 'i'), (rest: string) => `${unit} ${rest}`] as [RegExp, Renamed],
  ),
  [/^Ketua ((?:DPRD|KPU|Bawaslu|Pengadilan)\b.*)$/i, (rest) => rest],
  [/^(?:Direktur(?: Utama)?|Kepala|Pimpinan) (.+)$/i, (rest) => rest],
];

/** A title that heads many units says nothing of which: `Kepala Sekolah`, `Camat`, `Kepala Dinas`. */
const general =
  /^(KEPALA|KEPALA (SEKOLAH|SEKOLAH DASAR|SD|SDN|SMP|SMPN|TK|DINAS|BADAN|KANTOR|BAGIAN|PUSKESMAS|UPTD?|UPT PUSKESMAS|UPTD PUSKESMAS|OPD|DESA|DISTRIK|SATUAN|KELURAHAN)|KEPSEK|CAMAT|LURAH|KADES|KADIS|KABAN|DIREKTUR( UTAMA)?|PIMPINAN|PERATIN|KEUCHIK|WALI NAGARI|PANEWU)$/i;

export const isGeneralOffice = (text: string): boolean => general.test(text.trim());

/** The unit that an office heads: `Camat Lahat` -> `Kecamatan Lahat`; undefined when the office does not say which. */
export const unitOfOffice = (text: string): string | undefined => {
  if (isGeneralOffice(text)) return undefined;
  for (const [pattern, make] of units) {
    const match = pattern.exec(text);
    if (!match) continue;
    const unit = make(match.at(-1) ?? '') || text;
    return classOfText(unit) === undefined ? undefined : writtenOut(unit);
  }
  return undefined;
};
