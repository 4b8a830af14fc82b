/** Of a session and its invitations, as whoever holds a code or stands at a door meets them. */
import type { ProblemText } from './problem-text.ts';

export const invitation = {
  SESSION_UNKNOWN: { status: 404, id: 'Kegiatan ini tidak ditemukan.', en: 'This session was not found.' },
  SESSION_WRONG_STATE: {
    status: 409,
    id: 'Tindakan ini tidak sesuai dengan status kegiatan.',
    en: 'The session is not in a state that allows this.',
  },
  INVITATION_UNKNOWN: { status: 404, id: 'Undangan ini tidak ditemukan.', en: 'This invitation was not found.' },
  INVITATION_REVOKED: {
    status: 410,
    id: 'Tautan undangan ini sudah dicabut atau diganti. Wakil bertanya kepada pejabat yang menunjuknya; selain itu, minta tautan baru kepada panitia.',
    en: 'This link was revoked or replaced. A delegate asks the official who named them; otherwise ask the organiser for a new link.',
  },
  INVITATION_NOT_PUBLISHED: {
    status: 409,
    id: 'Undangan ini belum diumumkan oleh panitia.',
    en: 'The organiser has not published this invitation yet.',
  },
  ANSWER_TOO_LATE: {
    status: 409,
    id: 'Jawaban tidak dapat diubah lagi: kegiatan sudah selesai, dibatalkan, atau kehadiran sudah tercatat.',
    en: 'The answer can no longer be changed: the session is over or cancelled, or somebody has checked in.',
  },
  DELEGATE_CANNOT_DELEGATE: {
    status: 403,
    id: 'Wakil tidak dapat menunjuk wakil lagi. Minta pejabat yang diundang mengubah wakilnya.',
    en: 'A delegate cannot name another delegate. Ask the invited official to change it.',
  },
  DELEGATION_LIMIT: {
    status: 409,
    id: 'Wakil sudah terlalu sering diganti. Hubungi panitia.',
    en: 'The delegate has been changed too often. Contact the organiser.',
  },
  LINK_BOUND: {
    status: 403,
    id: 'Undangan ini sudah dikonfirmasi dari ponsel lain. Minta bantuan panitia bila ini undangan Anda.',
    en: 'This invitation was confirmed on another phone. Ask the organiser for help if it is yours.',
  },
} as const satisfies Record<string, ProblemText>;
