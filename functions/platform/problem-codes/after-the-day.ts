/** Of follow-ups, nil statements, make-up sessions, activity reports and pictures on papers. */
import type { ProblemText } from './problem-text.ts';

export const afterTheDay = {
  FOLLOW_UP_UNKNOWN: { status: 404, id: 'Tindak lanjut ini tidak ditemukan.', en: 'This follow-up was not found.' },
  FOLLOW_UP_CHANGED: {
    status: 409,
    id: 'Tindak lanjut ini sudah diubah orang lain. Muat ulang, lalu ulangi.',
    en: 'Somebody else has changed this follow-up. Reload, then try again.',
  },
  FOLLOW_UP_FOR_NOBODY: {
    status: 422,
    id: 'Tidak ada unit yang sesuai dengan pilihan ini.',
    en: 'No unit fits this choice.',
  },
  NIL_STATEMENT_UNKNOWN: {
    status: 404,
    id: 'Pernyataan nihil ini tidak ditemukan.',
    en: 'This nil statement was not found.',
  },
  NIL_STATEMENT_CHANGED: {
    status: 409,
    id: 'Pernyataan ini sudah diubah, ditandatangani atau dicabut. Muat ulang, lalu ulangi.',
    en: 'This statement was changed, signed or withdrawn meanwhile. Reload, then try again.',
  },
  MAKE_UP_FOR_NOBODY: {
    status: 409,
    id: 'Tidak ada unit yang perlu diundang lagi: semua sudah hadir dan menyatakan ikrar.',
    en: 'No unit needs to be invited again: all were there and have pledged.',
  },
  ACTIVITY_REPORT_CHANGED: {
    status: 409,
    id: 'Laporan ini sudah diubah orang lain. Isian Anda tidak hilang; muat versi terbaru, lalu simpan lagi.',
    en: 'Somebody else has changed this report. Your input is not lost; load the latest version, then save again.',
  },
  PHOTO_UNKNOWN: { status: 404, id: 'Foto ini tidak ditemukan.', en: 'This photo was not found.' },
  PHOTO_UNREADABLE: {
    status: 422,
    id: 'Berkas ini bukan foto JPEG yang utuh.',
    en: 'This file is not a whole JPEG photo.',
  },
  PHOTOS_TOO_MANY: {
    status: 409,
    id: 'Jumlah foto sudah penuh. Hapus satu dahulu.',
    en: 'There is no room for another photo. Remove one first.',
  },
  EMBLEM_UNREADABLE: {
    status: 422,
    id: 'Berkas ini bukan gambar PNG atau JPEG yang utuh.',
    en: 'This file is not a whole PNG or JPEG picture.',
  },
} as const satisfies Record<string, ProblemText>;
