/** Finds the header row of a roster and what its columns mean, by the words organisers use. */
import { cellText, type Sheet, type SheetRow } from './sheet.ts';

export type RosterField =
  | 'number'
  | 'name'
  | 'nip'
  | 'rank'
  | 'office'
  | 'unit'
  | 'district'
  | 'code'
  | 'phone'
  | 'class';

/** Zero-based places of the fields that the sheet has. */
export type RosterColumns = Partial<Record<RosterField, number>>;

export interface RosterHeader {
  /** The physical row with the titles; the lower one where there are two. */
  headerRow: number;
  columns: RosterColumns;
}

const unitWords =
  'UNIT KERJA|UNIT ORGANISASI|UNIT|UNOR|INSTANSI|OPD|SKPD|PERANGKAT DAERAH|SATUAN KERJA|SATKER|SATUAN PENDIDIKAN|SEKOLAH|LEMBAGA|DINAS|BADAN|PUSKESMAS|UPTD|KANTOR|TEMPAT TUGAS';

/** Compared with the title in capitals, punctuation turned to spaces. The first that fits decides. */
const titles: readonly [RosterField, RegExp][] = [
  ['number', /^(NO|NOMOR|NR|NO URUT|NOMOR URUT)$/],
  [
    'phone',
    /\b(HP|WA|WHATSAPP|WHATS APP|TELP|TLP|TELEPON|TELPON|TELEPHONE|KONTAK|PONSEL|HANDPHONE|SELULER|NO KONTAK)\b/,
  ],
  ['code', /^(NPSN|KODE|KODE (UNIT|UNIT KERJA|SEKOLAH|PUSKESMAS|OPD|SKPD|UNOR|SATKER)|NPSN KODE|KODE NPSN)$/],
  ['district', /^(NAMA )?(KECAMATAN|KEC|DISTRIK|KAPANEWON|KEMANTREN)$/],
  ['office', /^(NAMA )?JABATAN( (DALAM DINAS|DINAS|STRUKTURAL|DEFINITIF|SAAT INI|TERAKHIR))?$/],
  [
    'name',
    /^NAMA( (LENGKAP|PEJABAT|PEGAWAI|ASN|PIMPINAN|PEMANGKU|PEMANGKU JABATAN|DAN GELAR|GELAR|LENGKAP DAN GELAR|PESERTA|UNDANGAN|NIP))*$/,
  ],
  [
    'name',
    /^(NAMA )?(KEPALA|KEPSEK|CAMAT|LURAH|PIMPINAN|PEJABAT)( (SEKOLAH|PUSKESMAS|OPD|SKPD|DINAS|UNIT|UNIT KERJA|INSTANSI|PERANGKAT DAERAH|LURAH))*$/,
  ],
  [
    'nip',
    /^(NIP|NI PPPK|NIPPPK|NIP PPPK|NIP NI PPPK|NIP NIPPPK|NIP NRP|NRP NIP|NOMOR INDUK PEGAWAI|NO INDUK PEGAWAI|NIP BARU|NIP LAMA|NO NIP)$/,
  ],
  ['rank', /^(PANGKAT|GOL|GOLONGAN)\b/],
  ['class', /^(KELAS|JENIS|JENIS UNIT|KELAS UNIT|KELOMPOK|KATEGORI|KLASIFIKASI|JENJANG|BENTUK PENDIDIKAN)$/],
  ['unit', new RegExp(`^((NAMA|ASAL|DAN) )?(${unitWords})( (DAN )?(ASAL )?(${unitWords}))*$`)],
];

/** In capitals without punctuation; `N I P` with its letters spaced out is `NIP`. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?<=^| )(\p{L}) (?=\p{L}( |$))/gu, '$1')
    .trim();

/** What a column title means, or undefined. */
export const fieldOf = (title: string): RosterField | undefined =>
  titles.find(([, pattern]) => pattern.test(plain(title)))?.[0];

const columnsOf = (fields: readonly (RosterField | undefined)[]): RosterColumns => {
  const columns: RosterColumns = {};
  fields.forEach((field, index) => {
    if (field !== undefined) columns[field] ??= index;
  });
  return columns;
};

const count = (columns: RosterColumns): number => Object.keys(columns).length;

const singleRow = (row: SheetRow): RosterColumns => columnsOf(row.cells.map((cell) => fieldOf(cellText(cell))));

/** Two rows of titles: a group's title above (merged, so it stands in its first column only) and its parts below. */
const twoRows = (upper: SheetRow, lower: SheetRow): RosterColumns => {
  let group = '';
  const width = Math.max(upper.cells.length, lower.cells.length);
  const fields = Array.from({ length: width }, (_, index) => {
    const above = cellText(upper.cells[index]);
    const below = cellText(lower.cells[index]);
    if (above !== '') group = above;
    if (below === '') return fieldOf(above);
    return fieldOf(`${group} ${below}`) ?? fieldOf(below) ?? fieldOf(above);
  });
  return columnsOf(fields);
};

const names = (columns: RosterColumns): boolean => columns.unit !== undefined || columns.office !== undefined;

const candidatesAt = (rows: readonly SheetRow[], index: number): RosterHeader[] => {
  const row = rows[index];
  const below = rows[index + 1];
  if (!row) return [];
  const single = { headerRow: row.row, columns: singleRow(row) };
  if (!below) return [single];
  const double = { headerRow: below.row, columns: twoRows(row, below) };
  // A second row is a header only if it tells more, and if the first already tells something.
  const better =
    count(single.columns) > 0 &&
    count(double.columns) > count(single.columns) &&
    count(double.columns) > count(singleRow(below));
  return better ? [double, single] : [single];
};

const searched = 30;

/**
 * The header among the first 30 rows: the row (or two) with most known titles, of which one has to be the unit or the
 * office. Undefined when there is none.
 */
export const findColumns = ({ rows }: Pick<Sheet, 'rows'>): RosterHeader | undefined => {
  const candidates = rows
    .slice(0, searched)
    .flatMap((_, index) => candidatesAt(rows, index))
    .filter(({ columns }) => names(columns));
  let best: RosterHeader | undefined;
  for (const candidate of candidates) if (!best || count(candidate.columns) > count(best.columns)) best = candidate;
  return best;
};

/** A header row printed again on a later page, or the row of column numbers under it: `1 2 3`, `(1) (2) (3)`. */
export const isHeaderAgain = ({ cells }: SheetRow, columns: RosterColumns): boolean => {
  const repeats = ([field, index]: [string, number]): boolean => fieldOf(cellText(cells[index])) === field;
  const places = Object.entries(columns);
  // Asked for every row of the file: the one cell that every header has is looked at first.
  if (places.some((place) => (place[0] === 'unit' || place[0] === 'office') && repeats(place))) {
    return places.filter(repeats).length * 2 >= places.length;
  }
  const filled = cells.map(cellText).filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text, index) => text.replace(/[()]/g, '') === String(index + 1));
};
