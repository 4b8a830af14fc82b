/** Finds the header row of a roster and what its columns mean, by the words organisers use. */

import type { UnitClassCode } from '../roster/unit-class.ts';
import { cellText, type Sheet, type SheetRow } from './sheet.ts';

export const rosterFields = [
  'number',
  'name',
  'nip',
  'rank',
  'office',
  'unit',
  'parent',
  'district',
  'village',
  'code',
  'phone',
  'email',
  'class',
  'acting',
  'letter',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** Zero-based places of the fields that the sheet has. */
export type RosterColumns = Partial<Record<RosterField, number>>;

export interface RosterHeader {
  /** The physical row with the titles; the lower one where there are two. */
  headerRow: number;
  /** The row of groups of titles above it. */
  upperRow?: number;
  columns: RosterColumns;
  /** What the units are whose column is titled by their kind: `DESA`, `PUSKESMAS`. */
  unitClass?: UnitClassCode;
}

const unitWords =
  'UNIT KERJA|UNIT ORGANISASI|UNIT|UNOR|INSTANSI|OPD|SKPD|PERANGKAT DAERAH|SATUAN KERJA|SATKER|SATUAN PENDIDIKAN|SEKOLAH|LEMBAGA|DINAS|BADAN|PUSKESMAS|UPTD|KANTOR|TEMPAT TUGAS';

/** Compared with the title in capitals, punctuation turned to spaces. The first that fits decides. */
const titles: readonly [RosterField, RegExp][] = [
  ['number', /^(NO|NOMOR|NR|NO URUT|NOMOR URUT|NUMBER)$/],
  [
    'letter',
    /^((NO|NOMOR) )?(SK|SURAT PERINTAH|SURAT KEPUTUSAN|SPRIN|SURAT TUGAS)( (PENGANGKATAN|PENUGASAN|PELANTIKAN|JABATAN|PLT|PLH|PJS?))*( (NO|NOMOR))?$/,
  ],
  ['acting', /^(STATUS (JABATAN|PEJABAT|KEPALA|KEPALA SEKOLAH|PENUGASAN)|DEFINITIF (PLT|PLH|PJ)( (PLT|PLH|PJS?))*)$/],
  ['email', /\b(E ?MAIL|SUREL)\b/],
  [
    'phone',
    /\b(HP|WA|WHATSAPP|WHATS APP|TELP|TLP|TELEPON|TELPON|TELEPHONE|KONTAK|PONSEL|HANDPHONE|SELULER|NO KONTAK|PHONE|MOBILE)\b/,
  ],
  [
    'code',
    /^(NPSN|CODE|UNIT CODE|KODE|KODE (UNIT|UNIT KERJA|SEKOLAH|PUSKESMAS|OPD|SKPD|UNOR|SATKER)|NPSN KODE|KODE NPSN)$/,
  ],
  ['district', /^(NAMA )?(KECAMATAN|KEC|DISTRIK|KAPANEWON|KEMANTREN)$|^DISTRICT( NAME)?$/],
  ['village', /^(NAMA )?(DESA|KELURAHAN|KEL|PEKON|NAGARI|GAMPONG)( (DESA|KELURAHAN|KEL))*$|^VILLAGE( NAME)?$/],
  ['parent', new RegExp(`^((NAMA )?((${unitWords}) )?INDUK|INDUK (${unitWords}))$`)],
  ['office', /^(NAMA )?JABATAN( (DALAM DINAS|DINAS|STRUKTURAL|DEFINITIF|SAAT INI|TERAKHIR))?$|^(POSITION|JOB TITLE)$/],
  [
    'name',
    /^NAMA( (LENGKAP|PEJABAT|PEGAWAI|ASN|PIMPINAN|PEMANGKU|PEMANGKU JABATAN|DAN GELAR|GELAR|LENGKAP DAN GELAR|PESERTA|UNDANGAN|NIP))*$/,
  ],
  ['name', /^(FULL )?NAME$|^NAME OF (HEAD|OFFICIAL)$/],
  [
    'name',
    /^(NAMA )?(KEPALA|KEPSEK|CAMAT|LURAH|PIMPINAN|PEJABAT)( (SEKOLAH|PUSKESMAS|OPD|SKPD|DINAS|UNIT|UNIT KERJA|INSTANSI|PERANGKAT DAERAH|LURAH))*$/,
  ],
  [
    'nip',
    /^(NIP|NI PPPK|NIPPPK|NIP PPPK|NIP NI PPPK|NIP NIPPPK|NIP NRP|NRP NIP|NOMOR INDUK PEGAWAI|NO INDUK PEGAWAI|NIP BARU|NIP LAMA|NO NIP|(EMPLOYEE|STAFF) (ID|NUMBER|ID NUMBER))$/,
  ],
  ['rank', /^(PANGKAT|GOL|GOLONGAN)\b/],
  ['class', /^(CLASS|KELAS|JENIS|JENIS UNIT|KELAS UNIT|KELOMPOK|KATEGORI|KLASIFIKASI|JENJANG|BENTUK PENDIDIKAN)$/],
  [
    'unit',
    new RegExp(
      `^((NAMA|ASAL|DAN) )?(${unitWords})( (DAN )?(ASAL )?(${unitWords}))*$|^(OFFICE|AGENCY|SCHOOL|UNIT|WORK UNIT)( NAME)?$`,
    ),
  ],
];

/** In capitals without punctuation; `N I P` with its letters spaced out is `NIP`. */
export const plainTitle = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?<=^| )(\p{L}) (?=\p{L}( |$))/gu, '$1')
    .trim();

const longestTitle = 120;

/** What a column title means, or undefined. */
export const fieldOf = (title: string): RosterField | undefined => {
  // Patterns of repeated words are slow on a text that is no title.
  if (title.length > longestTitle) return undefined;
  const plain = plainTitle(title);
  return titles.find(([, pattern]) => pattern.test(plain))?.[0];
};

type Fields = readonly (RosterField | undefined)[];

/** A list of districts or villages names its units by where they lie: then the place is the unit. */
const placesAsUnits = (columns: RosterColumns): RosterColumns => {
  if (columns.unit !== undefined || columns.office !== undefined) return columns;
  const { village, district, ...others } = columns;
  if (village !== undefined) return { ...others, unit: village, ...(district !== undefined && { district }) };
  return district === undefined || columns.name === undefined ? columns : { ...others, unit: district };
};

const columnsOf = (fields: Fields): RosterColumns => {
  const columns: RosterColumns = {};
  fields.forEach((field, index) => {
    if (field !== undefined) columns[field] ??= index;
  });
  return placesAsUnits(columns);
};

const count = (columns: RosterColumns): number => Object.keys(columns).length;

const singleRow = (row: SheetRow): Fields => row.cells.map((cell) => fieldOf(cellText(cell)));

/** Two rows of titles: a group's title above (merged, so it stands in its first column only) and its parts below. */
const twoTitles = (upper: SheetRow, lower: SheetRow): { above: string; below: string; group: string }[] => {
  let group = '';
  const width = Math.max(upper.cells.length, lower.cells.length);
  return Array.from({ length: width }, (_, index) => {
    const above = cellText(upper.cells[index]);
    const below = cellText(lower.cells[index]);
    if (above !== '') group = above;
    return { above, below, group };
  });
};

/** `SEKOLAH` over `NAMA` is `NAMA SEKOLAH`. */
const fieldOfGroup = (group: string, below: string): RosterField | undefined =>
  fieldOf(`${group} ${below}`) ?? fieldOf(`${below} ${group}`);

const twoRows = (upper: SheetRow, lower: SheetRow): Fields =>
  twoTitles(upper, lower).map(({ above, below, group }) =>
    below === '' ? fieldOf(above) : (fieldOfGroup(group, below) ?? fieldOf(below) ?? fieldOf(above)),
  );

type Titled = Pick<RosterHeader, 'headerRow' | 'upperRow'>;

const rowsOf = ({ rows }: Pick<Sheet, 'rows'>, { headerRow, upperRow }: Titled): [SheetRow, SheetRow | undefined] => [
  rows.find(({ row }) => row === headerRow) ?? { row: headerRow, cells: [] },
  rows.find(({ row }) => row === upperRow),
];

/** The titles of all columns in their order, of two rows both; empty where there is none. */
export const titlesAt = (sheet: Pick<Sheet, 'rows'>, header: Titled): string[] => {
  const [lower, upper] = rowsOf(sheet, header);
  if (!upper) return lower.cells.map(cellText);
  return twoTitles(upper, lower).map(({ above, below, group }) => (below === '' ? above : `${group} ${below}`.trim()));
};

/** What each column would mean by its title alone: of two with one meaning, both. */
export const fieldsAt = (sheet: Pick<Sheet, 'rows'>, header: Titled): Fields => {
  const [lower, upper] = rowsOf(sheet, header);
  return upper ? twoRows(upper, lower) : singleRow(lower);
};

const kinds: readonly [UnitClassCode, RegExp][] = [
  ['KECAMATAN', /^(NAMA )?(KECAMATAN|KEC|DISTRIK|KAPANEWON|KEMANTREN)$|^DISTRICT( NAME)?$/],
  ['KELURAHAN', /^(NAMA )?(KELURAHAN|KEL)$/],
  ['DESA', /^(NAMA )?(DESA|PEKON|NAGARI|GAMPONG)$|^VILLAGE( NAME)?$/],
  ['PUSKESMAS', /^(NAMA )?PUSKESMAS$/],
];

/** The header with what its unit column's title says of all units below it. */
export const withUnitClass = (sheet: Pick<Sheet, 'rows'>, header: RosterHeader): RosterHeader => {
  const title = plainTitle(titlesAt(sheet, header)[header.columns.unit ?? -1] ?? '');
  const unitClass = kinds.find(([, pattern]) => pattern.test(title))?.[0];
  return unitClass === undefined ? header : { ...header, unitClass };
};

const names = (columns: RosterColumns): boolean => columns.unit !== undefined || columns.office !== undefined;

const candidatesAt = (rows: readonly SheetRow[], index: number): RosterHeader[] => {
  const row = rows[index];
  const below = rows[index + 1];
  if (!row) return [];
  const single = { headerRow: row.row, columns: columnsOf(singleRow(row)) };
  if (!below) return [single];
  const double = { headerRow: below.row, upperRow: row.row, columns: columnsOf(twoRows(row, below)) };
  // A second row is a header only if it tells more, and if the first already tells something.
  const better =
    count(single.columns) > 0 &&
    count(double.columns) > count(single.columns) &&
    count(double.columns) > count(columnsOf(singleRow(below)));
  return better ? [double, single] : [single];
};

/** Rows among which the header is looked for. */
export const searched = 30;

/**
 * The header among the first 30 rows: the row (or two) with most known titles, of which one has to be the unit or the
 * office. Undefined when there is none.
 */
export const findColumns = (sheet: Pick<Sheet, 'rows'>): RosterHeader | undefined => {
  const { rows } = sheet;
  const candidates = rows
    .slice(0, searched)
    .flatMap((_, index) => candidatesAt(rows, index))
    .filter(({ columns }) => names(columns));
  let best: RosterHeader | undefined;
  for (const candidate of candidates) if (!best || count(candidate.columns) > count(best.columns)) best = candidate;
  return best && withUnitClass(sheet, best);
};

/** Whether texts are the numbers of their columns: `1 2 3`, `(1) (2) (3)`. */
const isNumbering = (filled: readonly string[]): boolean =>
  filled.length >= 3 && filled.every((text, index) => text.replace(/[()]/g, '') === String(index + 1));

/**
 * A header row printed again on a later page, or the row of column numbers under it. `titles` are those of the header, for
 * columns that mean what somebody said and not what their titles say.
 */
export const isHeaderAgain = ({ cells }: SheetRow, columns: RosterColumns, titles: readonly string[] = []): boolean => {
  const repeats = ([field, index]: [string, number]): boolean => {
    const text = cellText(cells[index]);
    // Titles are short; a name is hardly ever looked at twice.
    return text !== '' && text.length <= 60 && (text === titles[index] || fieldOf(text) === field);
  };
  const places = Object.entries(columns);
  // Asked for every row of the file: the one cell that every header has is looked at first.
  if (places.some((place) => (place[0] === 'unit' || place[0] === 'office') && repeats(place))) {
    return places.filter(repeats).length * 2 >= places.length;
  }
  return isNumbering(cells.map(cellText).filter((text) => text !== ''));
};
