/**
 * What can be wrong with a row of a roster: a closed list, each with how grave it is and one sentence in both
 * languages.
 */

export interface RosterIssueText {
  /** An error makes the row unusable; with a warning the row is kept, and the sentence says what was done. */
  severity: 'error' | 'warning';
  id: string;
  en: string;
}

export const rosterIssues = {
  UNIT_MISSING: {
    severity: 'error',
    id: 'Nama unit dan jabatan tidak terbaca.',
    en: 'Neither the unit nor the office can be read.',
  },
  CLASS_UNKNOWN: {
    severity: 'error',
    id: 'Jenis unit tidak dikenal dari nama atau jabatannya. Tulis lengkap, misalnya "Dinas Kesehatan", atau tambahkan kolom JENIS.',
    en: 'The kind of unit is not known from its name or office. Write it in full, e.g. "Dinas Kesehatan", or add a column JENIS with its kind.',
  },
  NOT_A_HEAD: {
    severity: 'error',
    id: 'Jabatan ini bukan pimpinan unit; baris tidak dipakai. Jika ia memimpin unit itu, tulis jabatan pimpinannya, misalnya "Kepala Sekolah".',
    en: 'This office does not head a unit; the row is not used. If the person heads the unit, write that office, e.g. "Kepala Sekolah".',
  },
  DISTRICT_UNKNOWN: {
    severity: 'error',
    id: 'Kecamatan ini tidak ada di daerah Anda.',
    en: 'There is no such district in this regency.',
  },
  DUPLICATE_UNIT: {
    severity: 'error',
    id: 'Unit ini sudah ada pada baris lain. Baris pertama yang dipakai.',
    en: 'This unit is on another row already. The first row is used.',
  },
  DUPLICATE_CODE: {
    severity: 'error',
    id: 'Kode ini sudah dipakai unit lain pada baris lain. Periksa NPSN atau kode kedua unit.',
    en: 'Another unit on another row has this code. Check the code of both.',
  },
  FIELD_TOO_LONG: {
    severity: 'error',
    id: 'Isian terlalu panjang.',
    en: 'The text is too long.',
  },
  NIP_LOST_DIGITS: {
    severity: 'warning',
    id: 'Angka terakhir NIP hilang karena kolomnya berformat angka. NIP dikosongkan; ubah format kolom menjadi Teks.',
    en: 'The last digits of the NIP are lost, because its column holds numbers. It is left out; format the column as text.',
  },
  NIP_INVALID: {
    severity: 'warning',
    id: 'NIP tidak terdiri atas 18 angka yang benar. NIP dikosongkan.',
    en: 'The NIP is not a valid number of 18 digits. It is left out.',
  },
  PHONE_INVALID: {
    severity: 'warning',
    id: 'Nomor telepon tidak dapat dibaca. Nomor dikosongkan.',
    en: 'The phone number cannot be read. It is left out.',
  },
  DISTRICT_GUESSED: {
    severity: 'warning',
    id: 'Ejaan kecamatan disesuaikan dengan nama resminya.',
    en: 'The spelling of the district was corrected to its official name.',
  },
  DISTRICT_MISSING: {
    severity: 'warning',
    id: 'Kecamatan kosong. Unit ini tidak akan terhitung per kecamatan.',
    en: 'There is no district. This unit will not be counted by district.',
  },
  DISTRICT_FROM_ABOVE: {
    severity: 'warning',
    id: 'Kecamatan kosong; diambil dari baris di atasnya.',
    en: 'There is no district; it was taken from the row above.',
  },
  EMAIL_INVALID: {
    severity: 'warning',
    id: 'Alamat surel tidak dapat dibaca. Alamat dikosongkan.',
    en: 'The e-mail address cannot be read. It is left out.',
  },
  VILLAGE_UNKNOWN: {
    severity: 'warning',
    id: 'Desa atau kelurahan ini tidak ada di kecamatannya. Isian dikosongkan.',
    en: 'There is no such village in its district. It is left out.',
  },
  PARENT_UNKNOWN: {
    severity: 'warning',
    id: 'Unit induk tidak ada dalam daftar unit dan berkas ini. Isian dikosongkan.',
    en: 'The parent unit is neither in the register nor in this file. It is left out.',
  },
  SAME_HOLDER: {
    severity: 'warning',
    id: 'Orang yang sama memegang jabatan pada baris lain. Keduanya disimpan; periksa bila keliru.',
    en: 'The same person holds the office on another row. Both are kept; check if that is wrong.',
  },
  HOLDER_MISSING: {
    severity: 'warning',
    id: 'Nama pejabat kosong. Jabatan dicatat lowong.',
    en: 'There is no name. The office is recorded as vacant.',
  },
  HOLDER_UNSAID: {
    severity: 'warning',
    id: 'Baris ini hanya berisi nama unit. Pejabat yang sudah tercatat tidak diubah; tulis "kosong" bila jabatannya lowong.',
    en: 'This row has nothing but the unit. Who holds the office stays as it is; write "kosong" if the office is vacant.',
  },
  CELL_BROKEN: {
    severity: 'warning',
    id: 'Sel ini berisi kesalahan rumus, misalnya #N/A. Pejabat yang sudah tercatat tidak diubah.',
    en: 'This cell holds the error of a formula, such as #N/A. Who holds the office stays as it is.',
  },
  PRIVATE_SCHOOL: {
    severity: 'warning',
    id: 'Sekolah ini tidak tertulis negeri. Ia tetap dihitung sebagai sekolah negeri; hapus barisnya bila swasta.',
    en: 'This school is not written as a state school. It is counted as one all the same; remove the row if it is private.',
  },
} as const satisfies Record<string, RosterIssueText>;

export type RosterIssueCode = keyof typeof rosterIssues;
