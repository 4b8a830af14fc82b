/** The words of disagreements, complete by type; and what each of the two decisions would come to. */
import type { Answer, ItemOf } from '../../shared/api.ts';
import { type Pair, pick } from '../../shared/i18n.ts';

export type ConflictShown = ItemOf<'GET /api/sessions/:session/conflicts'>;
export type FlagShown = ItemOf<'GET /api/sessions/:session/flags'>;
export type DenialShown = ItemOf<'GET /api/sessions/:session/denials'>;
export type Decision = Answer<'POST /api/sessions/:session/conflicts/:conflict/decision'>['proposal']['decision'];

const kinds: Record<ConflictShown['kind'], Pair> = {
  ADMITTED_TWICE: ['Kode yang sama diterima di dua pintu', 'Two doors admitted the same code'],
  HOLDER_AND_DELEGATE: ['Pejabat dan wakilnya sama-sama diterima', 'Both the head and a delegate were admitted'],
  REVOKED_ADMITTED: [
    'Kode yang sudah tidak berlaku diterima: undangan dicabut, kode diganti, atau perwakilan dibatalkan',
    'A dead code was admitted: invitation revoked, code replaced, or delegation taken back',
  ],
};
const headInstead: Pair = [
  'Pejabat masuk dengan kodenya sendiri, padahal wakil sudah ditunjuk',
  'The head came in by their own code, while a delegate was named',
];

/** The head's own code is a good one, which a delegation only closes: nothing was revoked or replaced. */
const isHeadInstead = ({ kind, other, proposal, invitation }: About): boolean =>
  kind === 'REVOKED_ADMITTED' &&
  invitation.revokedAt === undefined &&
  other.who !== 'delegate' &&
  proposal.because === 'HOLDER_CAME';

type About = Pick<ConflictShown, 'kind' | 'other' | 'proposal' | 'invitation'>;
export const kindWords = (conflict: About): string =>
  pick(isHeadInstead(conflict) ? headInstead : kinds[conflict.kind]);

const reasons: Record<ConflictShown['proposal']['because'], Pair> = {
  EARLIER: [
    'Pindaian ini lebih dahulu menurut jam yang sudah dikoreksi.',
    'This scan came first by the corrected clocks.',
  ],
  HOLDER_CAME: [
    'Pejabatnya sendiri datang, jadi ia tidak perlu diwakili.',
    'The head came in person, so nobody had to stand in.',
  ],
  SCANNED_BEFORE_REVOCATION: [
    'Dipindai sebelum kodenya berakhir (dicabut, diganti, atau perwakilan dibatalkan); pintu belum dapat mengetahuinya.',
    'It was scanned before its code ended (revoked, replaced, or the delegation taken back); the door could not know.',
  ],
  SCANNED_AFTER_REVOCATION: [
    'Kodenya sudah berakhir (dicabut, diganti, atau perwakilan dibatalkan) ketika dipindai; pintu itu belum mengetahuinya.',
    'Its code had ended (revoked, replaced, or the delegation taken back) when it was scanned; the door had not heard of it yet.',
  ],
  RECORD_UNDONE: [
    'Catatan yang pertama sudah dibatalkan, jadi pindaian inilah yang tersisa.',
    'The first record was undone, so this scan is what remains.',
  ],
  OLDER_CODE: [
    'Kodenya lebih tua daripada kode yang terakhir diganti; kapan ia berakhir tidak lagi diketahui.',
    'The code is older than the one replaced last; when it ended is not known any more.',
  ],
  OTHER_UNDONE: [
    'Pindaian ini sudah dibatalkan, jadi tidak dapat menjadi catatan lagi.',
    'This scan was taken back, so it cannot become the record again.',
  ],
};
export const reasonWords = (because: ConflictShown['proposal']['because']): string => pick(reasons[because]);

const flags: Record<FlagShown['kind'], { title: Pair; text: Pair }> = {
  SAME_PHONE: {
    title: ['Ponsel yang sama untuk beberapa undangan', 'One phone for several invitations'],
    text: [
      'Kehadiran ini dicatat lewat kode layar atau cetakan pintu dari satu ponsel. Bisa jadi ponselnya dipinjam, bisa jadi titip absen.',
      'These were checked in by the code at the entrance from one phone. It may have been lent, or somebody signed for others.',
    ],
  },
  TWO_PLACES: {
    title: ['Satu kode di dua pintu dalam waktu terlalu singkat', 'One code at two doors too quickly'],
    text: [
      'Tidak ada yang berjalan secepat itu di antara dua pintu. Bisa jadi kodenya difoto atau dibagikan.',
      'Nobody walks that fast from door to door. The code may have been photographed or shared.',
    ],
  },
  BURST: {
    title: ['Banyak dicatat lewat cari nama dalam waktu singkat', 'Many found by name in a short time'],
    text: [
      'Satu pintu mencatat lebih cepat daripada orang dapat lewat. Bisa jadi petugas menyalin daftar, bisa jadi titip absen.',
      'One door recorded faster than people can pass. The operator may have copied a list, or somebody signed for others.',
    ],
  },
};
export const flagTitle = (kind: FlagShown['kind']): string => pick(flags[kind].title);
export const flagText = (kind: FlagShown['kind']): string => pick(flags[kind].text);

const denials: Record<DenialShown['reason'], Pair> = {
  UNKNOWN: ['Kode tidak dikenal', 'Code not known'],
  OTHER_SESSION: ['Kode kegiatan lain', 'Code of another session'],
  REVOKED: [
    'Undangan dicabut, kode diganti, atau perwakilan dibatalkan',
    'Revoked, replaced, or delegation taken back',
  ],
  DELEGATED: ['Kode pejabat, padahal wakil sudah ditunjuk', 'The head’s own code, while a delegate was named'],
  SESSION_NOT_OPEN: ['Kegiatan belum dibuka', 'Session not open yet'],
  SESSION_OVER: ['Kegiatan sudah ditutup', 'Session closed'],
  SESSION_CANCELLED: ['Kegiatan dibatalkan', 'Session cancelled'],
  UNDONE: ['Pindaian ini sudah dibatalkan', 'This scan had been undone'],
  DOOR_CUT_OFF: ['Pintu sudah diputus', 'Door was cut off'],
  ALREADY: ['Sudah tercatat hadir', 'Already checked in'],
};
export const denialWords = (reason: DenialShown['reason']): string => pick(denials[reason]);

export const isOpen = ({ decision }: Pick<ConflictShown, 'decision'>): boolean => decision === undefined;
export const otherThan = (decision: Decision): Decision => (decision === 'KEEP' ? 'TAKE_OTHER' : 'KEEP');

/** Open ones first, each by when it was found; decided ones by when they were decided, newest first. */
export const parted = (conflicts: readonly ConflictShown[]) => ({
  open: conflicts.filter(isOpen).sort((a, b) => (a.foundAt < b.foundAt ? -1 : 1)),
  decided: conflicts
    .filter((conflict) => !isOpen(conflict))
    .sort((a, b) => ((a.decidedAt ?? '') > (b.decidedAt ?? '') ? -1 : 1)),
});
