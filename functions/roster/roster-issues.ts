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
    id: 'Jenis unit tidak dikenal dari nama atau jabatannya. Tulis lengkap, misalnya "Dinas Kesehatan".',
    en: 'The kind of unit is not known from its name or office. Write it in full, e.g. "Dinas Kesehatan".',
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
  HOLDER_MISSING: {
    severity: 'warning',
    id: 'Nama pejabat kosong. Jabatan dicatat lowong.',
    en: 'There is no name. The office is recorded as vacant.',
  },
} as const satisfies Record<string, RosterIssueText>;

export type RosterIssueCode = keyof typeof rosterIssues;
