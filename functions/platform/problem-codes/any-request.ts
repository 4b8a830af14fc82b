/** Of any request: what was sent, who has sent it, and a system that cannot answer. */
import type { ProblemText } from './problem-text.ts';

export const anyRequest = {
  INPUT_INVALID: {
    status: 422,
    id: 'Ada isian yang belum benar. Perbaiki bagian yang ditandai.',
    en: 'Some of the input is not valid. Correct the marked fields.',
  },
  CURSOR_INVALID: {
    status: 422,
    id: 'Penanda halaman tidak berlaku. Muat ulang daftar dari awal.',
    en: 'The page cursor is not valid. Load the list from its start.',
  },
  BODY_NOT_JSON: {
    status: 400,
    id: 'Isi permintaan tidak dapat dibaca sebagai JSON.',
    en: 'The request body cannot be read as JSON.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    id: 'Berkas atau isian terlalu besar.',
    en: 'The file or the input is too large.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    id: 'Permintaan ini memerlukan kepala Idempotency-Key.',
    en: 'This request needs an Idempotency-Key header.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    id: 'Kunci ini sudah dipakai untuk permintaan lain.',
    en: 'This key has been used for a different request.',
  },
  NOT_SIGNED_IN: { status: 401, id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  SIGN_IN_EXPIRED: {
    status: 401,
    id: 'Masa masuk Anda habis. Silakan masuk lagi.',
    en: 'Your sign-in has expired. Sign in again.',
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    id: 'Layanan masuk sedang tidak dapat dihubungi. Coba lagi sebentar.',
    en: 'The sign-in service cannot be reached just now. Try again shortly.',
  },
  NOT_ALLOWED: {
    status: 403,
    id: 'Peran Anda tidak mencakup tindakan ini.',
    en: 'Your role does not cover this action.',
  },
  OTHER_REGENCY: {
    status: 403,
    id: 'Data ini milik daerah lain.',
    en: 'This belongs to another regency.',
  },
  ROUTE_UNKNOWN: { status: 404, id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  ENGINE_UNAVAILABLE: {
    status: 503,
    id: 'Penyimpanan data sedang tidak tersedia. Tidak ada yang hilang; coba lagi sebentar.',
    en: 'The data store is not available just now. Nothing is lost; try again shortly.',
  },
  ITEM_NEWER: {
    status: 503,
    id: 'Data ini ditulis oleh versi Hadir yang lebih baru. Tidak ada yang hilang; perbarui Hadir yang ini.',
    en: 'A newer version of Hadir wrote this. Nothing is lost; update this one.',
  },
  INTERNAL: {
    status: 500,
    id: 'Terjadi kesalahan pada sistem. Sebutkan nomor permintaan kepada panitia.',
    en: 'Something went wrong on our side. Quote the request id to the organiser.',
  },
} as const satisfies Record<string, ProblemText>;
