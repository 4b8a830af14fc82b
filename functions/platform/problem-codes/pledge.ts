/** Of pledge texts, readings and signatures. */
import type { ProblemText } from './problem-text.ts';

export const pledge = {
  PLEDGE_NOT_DUE: {
    status: 409,
    id: 'Undangan ini tidak diminta menandatangani ikrar.',
    en: 'This invitation is not asked to sign a pledge.',
  },
  PLEDGE_TEXT_UNKNOWN: { status: 404, id: 'Naskah ikrar ini tidak ditemukan.', en: 'This pledge text was not found.' },
  PLEDGE_TEXT_LOCKED: {
    status: 409,
    id: 'Naskah ini sudah dipakai kegiatan yang dibuka dan terkunci. Buat versi baru.',
    en: 'A session was opened with this text, and it is locked. Make a new version.',
  },
  PLEDGE_TEXT_CHANGED: {
    status: 409,
    id: 'Versi naskah ini baru saja ditulis orang lain. Muat ulang, atau simpan tulisan Anda sebagai versi baru.',
    en: 'Somebody else has just written this version of the text. Reload, or save yours as a new version.',
  },
  PLEDGE_TEXT_DIFFERS: {
    status: 409,
    id: 'Naskah ikrar berbeda dari naskah yang disimpan bersama kegiatan ini.',
    en: 'The pledge text differs from the one saved with this session.',
  },
  PLEDGE_VARIABLE_MISSING: {
    status: 422,
    id: 'Isian naskah ikrar belum lengkap.',
    en: 'A variable of the pledge text has no value.',
  },
  READING_CHANGED: {
    status: 409,
    id: 'Pembacaan ini sudah dicatat dengan pembaca atau waktu mulai lain.',
    en: 'This reading is already recorded with another reader or start.',
  },
  PLEDGE_CLASS_NOT_ELIGIBLE: {
    status: 422,
    id: 'Naskah ini tidak untuk jenis unit tersebut.',
    en: 'This text is not for units of that class.',
  },
  PLEDGE_NOT_READ: {
    status: 409,
    id: 'Ikrar belum dibacakan. Penandatanganan dimulai setelah pembacaan dimulai.',
    en: 'The pledge has not been read yet. Signing begins once the reading has started.',
  },
  PLEDGE_HEAD_ABSENT: {
    status: 409,
    id: 'Yang tercatat hadir adalah wakilnya, bukan pejabatnya. Pejabat menandatangani lewat tautannya sendiri, atau perbaiki dahulu catatan kehadirannya.',
    en: 'The delegate is recorded as present, not the head. The head signs by their own link, or correct the attendance first.',
  },
  READING_UNKNOWN: {
    status: 404,
    id: 'Pembacaan ini tidak ditemukan. Minta tautan baru kepada panitia.',
    en: 'This reading was not found. Ask the organiser for a new link.',
  },
  READING_WRONG_STATE: {
    status: 409,
    id: 'Tindakan ini tidak sesuai dengan keadaan pembacaan. Muat ulang halaman.',
    en: 'The reading is not in a state that allows this. Reload the page.',
  },
  SIGNING_ORDER_CHANGED: {
    status: 409,
    id: 'Urutan penandatanganan sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed the order of signing. Reload, then make your change again.',
  },
  SIGNATURE_UNKNOWN: {
    status: 404,
    id: 'Tanda tangan ini tidak ada.',
    en: 'There is no such signature.',
  },
} as const satisfies Record<string, ProblemText>;
