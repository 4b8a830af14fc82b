/** Of check-ins, doors, letters and the code of the venue. */
import type { ProblemText } from './problem-text.ts';

export const inTheHall = {
  CHECK_IN_UNKNOWN: {
    status: 404,
    id: 'Catatan hadir ini tidak ditemukan, atau sudah dibatalkan.',
    en: 'This check-in was not found, or has been undone already.',
  },
  CHANGE_NOT_ALLOWED: {
    status: 403,
    id: 'Catatan hadir ini dibuat di pintu lain atau sudah terlalu lama. Minta panitia mengubahnya.',
    en: 'This check-in was made at another door or too long ago. Ask an organiser to change it.',
  },
  CONFLICT_UNKNOWN: { status: 404, id: 'Perbedaan ini tidak ditemukan.', en: 'This conflict was not found.' },
  CONFLICT_DECIDED: {
    status: 409,
    id: 'Perbedaan ini sudah diputuskan lain. Muat ulang daftar.',
    en: 'This conflict has been decided otherwise. Reload the list.',
  },
  DOOR_UNKNOWN: { status: 404, id: 'Pintu ini tidak ditemukan.', en: 'This door was not found.' },
  DOOR_CREDENTIAL_INVALID: {
    status: 401,
    id: 'Perangkat ini belum dipasangkan dengan pintu. Pindai kode pemasangan dari panitia.',
    en: 'This device is not paired with a door. Scan the pairing code from the organiser.',
  },
  DOOR_CUT_OFF: {
    status: 403,
    id: 'Panitia sudah memutus pintu ini. Serahkan pindaian yang belum terkirim kepada panitia.',
    en: 'The organiser has cut this door off. Hand the unsent scans to the organiser.',
  },
  DOOR_OTHER_SESSION: {
    status: 403,
    id: 'Pintu ini dipasangkan untuk kegiatan lain.',
    en: 'This door is paired with another session.',
  },
  DOOR_FILE_INVALID: {
    status: 422,
    id: 'Berkas ini bukan berkas pindaian yang utuh dari pintu kegiatan ini.',
    en: 'This is not an intact file of scans from a door of this session.',
  },
  PAIRING_CODE_INVALID: {
    status: 404,
    id: 'Kode pemasangan tidak dikenal. Minta kode baru dari panitia.',
    en: 'This pairing code is not known. Ask the organiser for a new one.',
  },
  PAIRING_CODE_USED: {
    status: 409,
    id: 'Kode pemasangan sudah dipakai perangkat lain. Minta kode baru dari panitia.',
    en: 'Another device has used this pairing code. Ask the organiser for a new one.',
  },
  PAIRING_CODE_EXPIRED: {
    status: 410,
    id: 'Kode pemasangan sudah kedaluwarsa. Minta kode baru dari panitia.',
    en: 'This pairing code has expired. Ask the organiser for a new one.',
  },
  LETTER_UNKNOWN: { status: 404, id: 'Foto surat tugas tidak ada.', en: 'There is no photo of a letter.' },
  LETTER_UNREADABLE: {
    status: 422,
    id: 'Foto surat tugas harus berupa JPEG.',
    en: 'The photo of the letter must be a JPEG.',
  },
  VENUE_CODE_INVALID: {
    status: 404,
    id: 'Kode di layar ini tidak dikenal. Pindai kode di pintu masuk.',
    en: 'This code is not known. Scan the code at the entrance.',
  },
  VENUE_CODE_STALE: {
    status: 410,
    id: 'Kode ini sudah berganti. Pindai kode yang sekarang tampil di pintu masuk.',
    en: 'This code has changed. Scan the one that is now shown at the entrance.',
  },
  VENUE_PASS_STALE: {
    status: 410,
    id: 'Waktu untuk mencatat kehadiran habis. Pindai lagi kode di pintu masuk.',
    en: 'The time to check in has run out. Scan the code at the entrance again.',
  },
  TOKEN_INVALID: {
    status: 404,
    id: 'Tautan atau kode ini tidak dikenal. Periksa kembali undangan Anda.',
    en: 'This link or code is not known. Check your invitation.',
  },
} as const satisfies Record<string, ProblemText>;
