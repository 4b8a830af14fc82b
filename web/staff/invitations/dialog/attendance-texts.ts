import { dictionary } from '../../../shared/i18n.ts';

export const t = dictionary({
  attendance: ['Kehadiran', 'Attendance'],
  notHere: ['Belum hadir', 'Not here yet'],
  back: ['Batal', 'Cancel'],
  undo: ['Batalkan kehadiran', 'Undo the check-in'],
  undoReason: ['Alasan pembatalan', 'Reason for undoing it'],
  undoHint: [
    'Catatannya tetap tersimpan sebagai riwayat. Orang ini dapat dicatat hadir lagi.',
    'The record is kept as history. This person can be checked in again.',
  ],
  undoNot: ['Jangan batalkan', 'Keep it'],
  undoSure: ['Batalkan kehadiran ini', 'Undo this check-in'],
  needReason: ['Isi alasannya.', 'Enter the reason.'],
  undoneDone: ['Kehadiran dibatalkan', 'The check-in was undone'],
  undoneCount: ['Riwayat pembatalan ({n})', 'Undone before ({n})'],
  undoneAt: ['Dibatalkan {time}', 'Undone {time}'],
  replacedAt: [
    'Diganti dengan pindaian pintu lain {time}, setelah perbedaan antarpintu diputuskan',
    "Replaced by another door's scan {time}, when a disagreement was decided",
  ],
  undoneBecause: ['Alasan: {reason}', 'Reason: {reason}'],
  correct: ['Koreksi siapa yang datang', 'Correct who came'],
  whoCame: ['Siapa yang datang', 'Who came'],
  correctSave: ['Simpan koreksi', 'Save the correction'],
  correctedDone: ['Koreksi disimpan', 'The correction was saved'],
  letterShow: ['Lihat foto surat tugas', 'See the photo of the letter'],
  letterNone: ['Tidak ada foto surat tugas.', 'There is no photo of the letter.'],
  letterAlt: ['Foto surat tugas', 'Photo of the letter'],
  letterLoading: ['Mengambil foto…', 'Getting the photo…'],
});
