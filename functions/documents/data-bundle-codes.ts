/** What the codes of refused scans and of disagreements say, for whoever reads the bundle without the program. */
import type { Denial, Shown } from '../check-in/check-in-schema.ts';
import type { SessionFacts } from './session-facts.ts';

type Words<Code extends string> = Record<Code, string>;

const refusalWords: Words<Denial['reason']> = {
  ALREADY: 'sudah tercatat hadir',
  UNKNOWN: 'kode tidak dikenal',
  OTHER_SESSION: 'kode kegiatan lain',
  REVOKED: 'undangan dicabut, atau kodenya diganti',
  DELEGATED: 'kehadirannya sudah diwakilkan',
  SESSION_NOT_OPEN: 'kegiatan belum dibuka',
  SESSION_OVER: 'kegiatan sudah ditutup',
  SESSION_CANCELLED: 'kegiatan dibatalkan',
  UNDONE: 'pindaiannya sudah dibatalkan',
  DOOR_CUT_OFF: 'dipindai sesudah pintunya diputus panitia',
};

const shownWords: Words<Shown> = {
  ADMITTED: 'dipersilakan masuk',
  ALREADY: 'sudah tercatat hadir',
  REFUSED: 'ditolak',
  UNDECIDED: 'belum diputuskan',
};

const conflictWords: Words<SessionFacts['conflicts'][number]['kind']> = {
  ADMITTED_TWICE: 'kode yang sama diterima di dua pintu',
  HOLDER_AND_DELEGATE: 'pejabat dan wakilnya sama-sama diterima',
  REVOKED_ADMITTED: 'kode yang sudah tidak berlaku diterima',
};

const told = (words: Record<string, string>): string =>
  Object.entries(words)
    .map(([code, meaning]) => `${code} (${meaning})`)
    .join(', ');

export const refusalCodes = told(refusalWords);
export const shownCodes = told(shownWords);
export const conflictCodes = told(conflictWords);
