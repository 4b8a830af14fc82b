import { dictionary, type Pair, pick } from '../../shared/i18n.ts';
import type { RefusalReason } from '../core/door.ts';

export const t = dictionary({
  admitted: ['HADIR', 'CHECKED IN'],
  counted: ['TERCATAT', 'COUNTED'],
  already: ['SUDAH HADIR', 'ALREADY IN'],
  unknown: ['TIDAK DIKENAL', 'NOT KNOWN'],
  refused: ['DITOLAK', 'REFUSED'],
  delegated: ['SUDAH DIWAKILKAN', 'DELEGATE NAMED'],
  saved: ['TERSIMPAN', 'SAVED'],
  savedOffline: ['TERSIMPAN LURING', 'SAVED OFFLINE'],
  notSaved: ['TIDAK TERSIMPAN', 'NOT SAVED'],
  failed: ['TIDAK TERCATAT', 'NOT RECORDED'],
  undone: ['DIBATALKAN', 'UNDONE'],

  named: ['Sudah menunjuk wakil: {who}.', 'A delegate is named: {who}.'],
  delegateCame: ['Wakilnya masuk {time}, {door}.', 'The delegate came in {time}, {door}.'],
  firstAt: ['Masuk pertama {time}, {door}', 'First came in {time}, {door}'],
  late: ['Dicatat sebagai susulan', 'Recorded as a late entry'],
  onThisPhone: [
    'Tersimpan di ponsel ini, dikirim begitu ada sinyal.',
    'Saved on this phone, sent as soon as there is a signal.',
  ],
  notOnList: ['Kode ini belum ada di daftar ponsel ini.', 'This code is not on this phone’s list yet.'],
  noList: ['Daftar undangan belum termuat.', 'The list of invitations has not loaded yet.'],
  asking: ['Menanyakan kepada server…', 'Asking the server…'],
  askedLater: [
    'Server memutuskan begitu ada sinyal. Catat namanya bila ragu.',
    'The server decides as soon as there is a signal. Note the name if in doubt.',
  ],
  storageFull: [
    'Penyimpanan ponsel ini penuh. Catat di kertas, lalu kosongkan penyimpanan atau pakai ponsel lain.',
    'This phone’s storage is full. Write it on paper, then free some storage or use another phone.',
  ],
  neverTaken: [
    'Server tidak dapat menerima catatan ini. Catat di kertas dan beri tahu panitia.',
    'The server cannot take this record. Write it on paper and tell the organiser.',
  ],
  before: ['Tadi tertulis: {head}', 'It said before: {head}'],
  byDelegate: ['Wakil: {who}', 'Delegate: {who}'],
  byUnnamed: ['Diwakili', 'By a delegate'],
  byActing: ['Dihadiri Pj/Pjs/Plt/Plh', 'By an acting head'],
  people: ['{n} orang', '{n} people'],
  group: ['Rombongan', 'Group'],
  guest: ['Tamu', 'Guest'],
  unknownPerson: ['Kode tanpa nama', 'A code without a name'],
  headComes: ['Pejabatnya hadir sendiri', 'The head comes in person'],
  alsoHolds: ['Orang yang sama juga memegang:', 'The same person also holds:'],
  otherPresent: ['sudah hadir', 'checked in'],
  otherDelegated: ['menunggu wakilnya', 'its delegate is expected'],
  takeOne: ['Catat hadir juga untuk jabatan itu', 'Check in for that office too'],
  takeAll: ['Catat hadir untuk semua ({n})', 'Check in for all ({n})'],
  next: ['Lanjut', 'Next'],
  details: ['Rincian', 'Details'],
  delegate: ['Diwakili', 'Delegate'],
});

const reasons: Record<RefusalReason, Pair> = {
  UNKNOWN: ['Cari namanya, atau arahkan ke meja panitia.', 'Search by name, or send to the organisers’ desk.'],
  OTHER_SESSION: ['Undangan ini untuk kegiatan lain.', 'This invitation is for another session.'],
  DELEGATED: ['Undangan ini sudah menunjuk wakil.', 'A delegate has been named for this invitation.'],
  REVOKED: [
    'Undangan dicabut, kodenya diganti, atau perwakilannya dibatalkan. Minta kode yang baru, atau cari namanya.',
    'The invitation was revoked, its code replaced, or the delegation taken back. Ask for the new code, or search by name.',
  ],
  SESSION_NOT_OPEN: ['Kegiatan belum dibuka oleh panitia.', 'The organiser has not opened the session yet.'],
  SESSION_OVER: ['Kegiatan sudah ditutup.', 'The session is closed.'],
  SESSION_CANCELLED: ['Kegiatan dibatalkan.', 'The session is cancelled.'],
  UNDONE: ['Pindaian ini sudah dibatalkan.', 'This scan was taken back.'],
  DOOR_CUT_OFF: ['Dipindai sesudah pintu ini diputus panitia.', 'Scanned after the organiser had cut this door off.'],
};
export const reasonText = (reason: RefusalReason): string => pick(reasons[reason]);
