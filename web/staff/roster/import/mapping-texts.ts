/** Texts of the mapping screen; and what fields of a roster are called there. */
import type { RosterField } from '../../../../functions/imports/roster-columns.ts';
import { dictionary, type Pair, pick } from '../../../shared/i18n.ts';

export const t = dictionary({
  step: ['Tunjukkan isi kolomnya', 'Say what the columns hold'],
  lead: [
    'Kami belum yakin membaca berkas ini. Dua langkah saja: pilih baris judul kolom, lalu sebutkan isi setiap kolom.',
    'We are not sure how to read this file. Two steps: choose the row with the titles, then say what each column holds.',
  ],
  leadSure: [
    'Ubah bila ada kolom yang salah dibaca. Berkasnya lalu dibaca ulang.',
    'Change it where a column was read wrongly. The file is then read again.',
  ],
  stillUnsure: [
    'Berkas ini masih belum dapat dibaca. Periksa lagi baris judul dan kolomnya.',
    'This file still cannot be read. Check the row of titles and the columns again.',
  ],
  rememberedWrong: [
    'Kolomnya dibaca seperti yang pernah Anda tunjukkan, tetapi hampir semua barisnya tidak terbaca sebagai unit. Periksa kolom unit dan kolom nama. Bila sudah benar, tambahkan kolom JENIS di berkas (misalnya OPD atau SD), lalu pilih berkasnya lagi.',
    'The columns were read as you once said, but almost no row can be read as a unit. Check the columns of the unit and of the name. If they are right, add a column JENIS to the file (such as OPD or SD) and choose the file again.',
  ],
  rowQuestion: ['Baris mana yang berisi judul kolom?', 'Which row holds the titles of the columns?'],
  rowHint: [
    'Judul kolom misalnya NAMA, JABATAN, UNIT KERJA. Bila judulnya dua baris, pilih yang bawah.',
    'Titles are words such as NAMA, JABATAN, UNIT KERJA. If there are two rows of titles, choose the lower one.',
  ],
  firstRows: ['Baris pertama berkas', 'First rows of the file'],
  row: ['Baris', 'Row'],
  choose: ['Judul', 'Titles'],
  rowIs: ['Baris {row} berisi judul kolom', 'Row {row} holds the titles'],
  columnsQuestion: ['Apa isi setiap kolom?', 'What does each column hold?'],
  columnsHint: [
    'Kolom nama unit atau kolom jabatan harus ada. Kolom lain boleh dilewati.',
    'There has to be a column with the unit or with the office. Others may be skipped.',
  ],
  rowFirst: ['Pilih dahulu baris judulnya.', 'Choose the row of titles first.'],
  columnNamed: ['Kolom {column}: {title}', 'Column {column}: {title}'],
  columnUntitled: ['Kolom {column} (tanpa judul)', 'Column {column} (no title)'],
  samples: ['Contoh: {values}', 'For example: {values}'],
  noSamples: ['Kolom ini kosong.', 'This column is empty.'],
  skip: ['Lewati kolom ini', 'Skip this column'],
  remembered: [
    'Jawaban ini diingat untuk berkas berikutnya dengan judul kolom yang sama.',
    'Your answer is remembered for the next file with the same titles.',
  ],
  save: ['Simpan dan baca berkas', 'Save and read the file'],
  cancel: ['Kembali ke rencana', 'Back to the plan'],
  faultRow: ['Pilih baris yang berisi judul kolom.', 'Choose the row that holds the titles.'],
  faultUnit: [
    'Tentukan kolom mana yang berisi nama unit atau jabatan.',
    'Say which column holds the unit or the office.',
  ],
  faultTwice: [
    'Kolom {column}: "{field}" sudah dipakai untuk kolom {first}.',
    'Column {column}: "{field}" is used for column {first} already.',
  ],
});

const fields: Record<RosterField, Pair> = {
  unit: ['Nama unit (instansi, sekolah)', 'Unit (agency, school)'],
  office: ['Jabatan', 'Office'],
  name: ['Nama pejabat', 'Name of the holder'],
  nip: ['NIP', 'NIP'],
  acting: ['Status jabatan (Pj, Plt, definitif)', 'Acting status'],
  rank: ['Pangkat atau golongan', 'Rank'],
  district: ['{district}', '{district}'],
  village: ['Kelurahan atau desa', 'Village'],
  code: ['Kode unit (NPSN dan sejenisnya)', 'Code of the unit (NPSN and the like)'],
  class: ['Jenis unit', 'Kind of unit'],
  parent: ['Unit induk', 'Unit above'],
  phone: ['Nomor HP atau WA', 'Phone'],
  email: ['Alamat surel', 'E-mail'],
  letter: ['Nomor SK atau surat tugas', 'Number of the decree'],
  number: ['Nomor urut', 'Number in the list'],
};

/** In the order in which the select offers them: what a roster must have first. */
export const fieldsInOrder = Object.keys(fields) as RosterField[];
export const rosterFieldName = (field: RosterField, districtLabel: string): string =>
  pick(fields[field]).replace('{district}', districtLabel);
