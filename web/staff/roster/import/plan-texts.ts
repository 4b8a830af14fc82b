/** Texts of a plan: what an import would do, row by row. */
import type { ImportRowStatus } from '../../../../functions/imports/import-schema.ts';
import { dictionary, type Pair, pick } from '../../../shared/i18n.ts';

export const t = dictionary({
  step: ['Yang akan terjadi', 'What will happen'],
  nothingStep: ['Tidak ada yang perlu disimpan', 'There is nothing to save'],
  ofRows: ['Dari {rows} baris: {counts}.', 'Of {rows} rows: {counts}.'],
  nothingText: ['Daftar induk sudah sama dengan berkas ini.', 'The register is the same as this file already.'],
  nothingGood: [
    'Tidak ada baris yang dapat disimpan. Perbaiki yang salah, lalu pilih berkasnya lagi.',
    'No row can be saved. Correct what is wrong, then choose the file again.',
  ],
  headerAt: ['Judul kolom di baris {row}.', 'Titles in row {row}.'],
  rememberedColumns: ['Kolom dibaca seperti yang pernah Anda tunjukkan.', 'Columns are read as you once said.'],
  changeColumns: ['Periksa arti kolom', 'Check the columns'],
  save: ['Simpan {n} baris', 'Save {n} rows'],
  otherFile: ['Pilih berkas lain', 'Choose another file'],
  errorsTitle: ['{n} baris salah dan akan dilewati', 'Wrong rows, to be skipped: {n}'],
  errorsText: [
    'Baris yang benar tetap dapat disimpan. Untuk memperbaiki sisanya, unduh berkas Anda dengan catatan di setiap baris yang salah.',
    'Good rows can be saved all the same. To correct the others, download your file with a remark in each wrong row.',
  ],
  annotate: ['Unduh berkas dengan catatan', 'Download the file with remarks'],
  showErrors: ['Lihat baris yang salah', 'See the wrong rows'],

  districtsTitle: ['Ejaan {district} yang kami tebak', 'Spellings that we guessed ({district})'],
  districtsLead: [
    'Periksa dan betulkan bila perlu. Jawaban Anda diingat untuk berkas berikutnya.',
    'Check them, and correct them where needed. Your answer is remembered for the next file.',
  ],
  typed: ['"{typed}" ({n} baris)', '"{typed}" ({n} rows)'],
  chooseDistrict: ['Pilih {district}', 'Choose ({district})'],
  notAny: ['Belum dikenali; barisnya dilewati.', 'Not recognised; its rows are skipped.'],
  guessedAs: ['Kami membacanya sebagai {name}.', 'We read it as {name}.'],
  confirmDistricts: ['Ejaan sudah benar', 'These spellings are right'],
  saveDistricts: ['Simpan ejaan dan baca ulang', 'Save the spellings and read again'],
  districtsConfirmed: ['Ejaan sudah diingat.', 'The spellings are remembered.'],
  confirmedBefore: ['{n} ejaan dibaca seperti yang pernah Anda tentukan', '{n} spellings are read as you once said'],
  attribution: ['Sumber nama wilayah: {source}', 'Names of regions: {source}'],

  leftOut: ['{n} baris tidak dibaca sebagai unit', 'Rows not read as units: {n}'],
  leftOutText: [
    'Judul kelompok, jumlah, dan tanda tangan memang dilewati. Bila ada unit di antaranya, lengkapi nama unitnya di berkas, lalu pilih berkasnya lagi.',
    'Headings, totals and signatures are passed over. If there is a unit among them, complete its name in the file and choose the file again.',
  ],
  leftOutList: ['Baris yang tidak dibaca sebagai unit', 'Rows not read as units'],
  leftOutMore: ['Dan {n} baris lainnya.', 'And more rows: {n}.'],

  vanished: ['{n} unit di daftar induk tidak ada dalam berkas ini', '{n} units of the register are not in this file'],
  vanishedText: [
    'Unit itu tetap ada; impor tidak menghapus apa pun. Bila sudah digabung atau ditutup, buka unitnya lalu pilih Nonaktifkan unit.',
    'They stay; an import removes nothing. If one was merged or closed, open it and choose Close the unit.',
  ],
  vanishedList: ['Unit yang tidak ada dalam berkas', 'Units that are not in the file'],
  moreUnits: ['Tampilkan unit berikutnya', 'Show the next units'],
  showVanished: ['Tampilkan unitnya', 'Show these units'],

  rows: ['Baris', 'Rows'],
  show: ['Tampilkan', 'Show'],
  all: ['Semua baris', 'All rows'],
  warnings: ['Dengan catatan', 'With remarks'],
  skipped: ['Dibiarkan', 'Left alone'],
  more: ['Tampilkan baris berikutnya', 'Show the next rows'],
  noRows: ['Tidak ada baris seperti ini.', 'There is no such row.'],
  row: ['Baris', 'Row'],
  status: ['Status', 'Status'],
  unit: ['Unit', 'Unit'],
  holder: ['Pejabat', 'Holder'],
  what: ['Yang berubah dan catatan', 'Changes and remarks'],
  unreadable: ['Tidak terbaca', 'Not readable'],
  cell: ['Sel {cell}', 'Cell {cell}'],
  noColumn: ['Baris {row}', 'Row {row}'],
  otherRow: ['sama dengan baris {row}', 'same as row {row}'],
  changes: ['Berubah: {fields}', 'Changed: {fields}'],
  movedFrom: ['Pindah dari {from}', 'Moved from {from}'],
  replaces: ['Menggantikan {name}', 'Replaces {name}'],
  becomesVacant: ['Jabatan menjadi lowong; sebelumnya {name}', 'The office becomes vacant; it was held by {name}'],
  wasVacant: ['Sebelumnya lowong', 'It was vacant before'],
  leftAlone: ['Dibiarkan: unit diubah orang lain', 'Left alone: somebody changed the unit'],
});

const statuses: Record<ImportRowStatus, { word: Pair; count: Pair }> = {
  NEW: { word: ['Baru', 'New'], count: ['{n} baru', '{n} new'] },
  MOVED: { word: ['Pindah', 'Moved'], count: ['{n} pindah wilayah', '{n} moved'] },
  REPLACED: { word: ['Pejabat diganti', 'Holder replaced'], count: ['{n} pejabat diganti', '{n} with another holder'] },
  CHANGED: { word: ['Berubah', 'Changed'], count: ['{n} berubah', '{n} changed'] },
  SAME: { word: ['Tetap', 'Same'], count: ['{n} tetap', '{n} the same'] },
  ERROR: { word: ['Salah', 'Wrong'], count: ['{n} salah', '{n} wrong'] },
};
export const statusName = (status: ImportRowStatus): string => pick(statuses[status].word);
export const countOf = (status: ImportRowStatus, n: string): string => pick(statuses[status].count).replace('{n}', n);

const fields: Record<string, Pair> = {
  class: ['jenis unit', 'kind of unit'],
  name: ['nama unit', 'unit'],
  office: ['jabatan', 'office'],
  district: ['kecamatan', 'district'],
  village: ['desa', 'village'],
  code: ['kode unit', 'unit code'],
  parent: ['unit induk', 'unit above'],
  retiredOn: ['aktif kembali', 'active again'],
  holder: ['pejabat', 'holder'],
  'holder.name': ['nama pejabat', 'name'],
  'holder.titlesBefore': ['gelar', 'titles'],
  'holder.titlesAfter': ['gelar', 'titles'],
  'holder.nip': ['NIP', 'NIP'],
  'holder.rank': ['pangkat', 'rank'],
  'holder.acting': ['status jabatan', 'acting status'],
  'holder.phone': ['telepon', 'phone'],
  'holder.email': ['surel', 'e-mail'],
  'holder.letter': ['nomor SK', 'decree'],
  'holder.from': ['mulai menjabat', 'first day'],
  'holder.until': ['berlaku sampai', 'valid until'],
};
/** The word for a field that changed; its own name if the API knows more than this page. */
export const changedFieldName = (field: string): string => {
  const pair = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return pair ? pick(pair) : field;
};
