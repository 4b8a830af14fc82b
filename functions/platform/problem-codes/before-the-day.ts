/** Of the regency, its register, sessions that are planned, invitations and their papers. */
import type { ProblemText } from './problem-text.ts';

export const beforeTheDay = {
  REGENCY_UNKNOWN: { status: 404, id: 'Daerah ini belum terdaftar.', en: 'This regency is not registered.' },
  REGION_UNKNOWN: { status: 422, id: 'Kode wilayah tidak dikenal.', en: 'This region code is not known.' },
  REGENCY_CHANGED: {
    status: 409,
    id: 'Pengaturan daerah ini sudah diubah orang lain atau di halaman lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'The settings were changed by somebody else or on another page. Reload, then make your change again.',
  },
  UNIT_UNKNOWN: { status: 404, id: 'Perangkat daerah atau unit ini tidak ditemukan.', en: 'This unit was not found.' },
  UNIT_EXISTS: {
    status: 409,
    id: 'Unit lain di daftar sudah memakai kode atau nama ini.',
    en: 'Another unit of the register has this code or name already.',
  },
  UNIT_RETIRED: {
    status: 409,
    id: 'Unit ini sudah tidak ada pada hari kegiatan (digabung atau ditutup). Keluarkan dari daftar undangan.',
    en: 'This unit is no longer there on the day of the session (merged or closed). Take it off the list.',
  },
  UNIT_CHANGED: {
    status: 409,
    id: 'Data unit ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this unit. Reload, then make your change again.',
  },
  OFFICE_VACANT: {
    status: 409,
    id: 'Jabatan ini lowong, jadi tidak ada data pejabat yang dapat diperbaiki.',
    en: 'This office is vacant, so there is no holder to correct.',
  },
  IMPORT_UNKNOWN: { status: 404, id: 'Impor ini tidak ditemukan.', en: 'This import was not found.' },
  IMPORT_UNSURE: {
    status: 409,
    id: 'Kolom berkas ini belum jelas. Tentukan dahulu isi setiap kolom.',
    en: 'The columns of this file are not clear yet. Say first what each column holds.',
  },
  IMPORT_UNDOING: {
    status: 409,
    id: 'Impor ini sedang atau sudah dibatalkan. Unggah berkasnya lagi bila diperlukan.',
    en: 'This import is being or has been undone. Upload the file again if you need it.',
  },
  ROSTER_UNREADABLE: {
    status: 422,
    id: 'Berkas tidak dapat dibaca. Unggah CSV atau XLSX tanpa kata sandi.',
    en: 'The file cannot be read. Upload a CSV or an XLSX without a password.',
  },
  ROSTER_HEADER_MISSING: {
    status: 422,
    id: 'Baris judul kolom tidak ditemukan. Sediakan kolom nama unit atau jabatan.',
    en: 'No header row was found. Provide a column with the unit or the office.',
  },
  SESSION_CHANGED: {
    status: 409,
    id: 'Kegiatan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this session. Reload, then make your change again.',
  },
  SESSION_HAS_NO_INVITATIONS: {
    status: 409,
    id: 'Belum ada undangan. Undang unit sebelum membuka kegiatan.',
    en: 'There are no invitations yet. Invite units before opening the session.',
  },
  LEGAL_BASIS_UNKNOWN: {
    status: 422,
    id: 'Dasar hukum tidak ada dalam daftar.',
    en: 'This legal basis is not on the list.',
  },
  LEGAL_BASIS_NOT_IN_FORCE: {
    status: 422,
    id: 'Dasar hukum tidak berlaku pada tanggal kegiatan.',
    en: 'This legal basis is not in force on the day of the session.',
  },
  INVITATION_CHANGED: {
    status: 409,
    id: 'Undangan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this invitation. Reload, then make your change again.',
  },
  WAVE_UNKNOWN: {
    status: 422,
    id: 'Gelombang ini tidak ada pada kegiatan.',
    en: 'The session has no such wave.',
  },
  MAIL_NOT_CONFIGURED: {
    status: 409,
    id: 'Pengiriman surel belum diatur pada pemasangan ini. Gunakan pesan yang dapat disalin.',
    en: 'This installation does not send e-mail. Use the messages that can be copied.',
  },
  DOCUMENT_EMPTY: {
    status: 404,
    id: 'Belum ada yang dapat dicetak pada dokumen ini.',
    en: 'There is nothing to print on this document yet.',
  },
} as const satisfies Record<string, ProblemText>;
