import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Tutup kegiatan ini?', 'Close this session?'],
  text: [
    'Pintu berhenti menerima kehadiran baru, dan semua catatan disegel. Yang menyusul (pindaian luring, ikrar lewat tautan) menjadi tambahan segel.',
    'The doors stop admitting, and every record is sealed. What follows (offline scans, pledges by link) becomes an addendum to the seal.',
  ],
  unsentTitle: ['{n} pindaian belum terkirim', 'Scans not sent yet: {n}'],
  unsentAt: ['{door}: {n}', '{door}: {n}'],
  unsentText: [
    'Dekatkan perangkatnya ke sinyal dan tunggu sebentar, atau tutup sekarang: yang menyusul tidak hilang dan menjadi tambahan segel.',
    'Bring the device to where there is a signal and wait, or close now: what follows is not lost and becomes an addendum to the seal.',
  ],
  quiet: [
    'Tidak terdengar kabar dari {doors}. Mungkin masih ada pindaian di sana.',
    'Nothing has been heard from {doors}. There may be scans on it.',
  ],
  raced: ['Keadaan pintu baru saja berubah', 'The doors have just changed'],
  racedText: [
    'Sebuah pintu baru melaporkan pindaian yang belum terkirim. Kegiatan belum ditutup.',
    'A door has just reported scans that it has not sent. The session is not closed.',
  ],
  waiting: [
    '{n} orang di ruangan belum menandatangani. Mereka masih dapat menandatangani lewat tautannya.',
    'People in the hall who have not signed: {n}. They can still sign by their links.',
  ],
  running: ['Pembacaan oleh {reader} belum diakhiri.', 'The reading by {reader} has not been ended.'],
  toReading: ['Ke halaman pembacaan', 'To the reading'],
  clear: ['Semua pintu yang terpasang sudah mengirim pindaiannya.', 'Every paired door has sent its scans.'],
  close: ['Tutup kegiatan', 'Close the session'],
  follow: ['Tutup sekarang, pindaian menyusul', 'Close now, scans follow'],
  again: ['Periksa lagi', 'Look again'],
  closedTitle: ['Kegiatan ditutup', 'The session is closed'],
  sealedTitle: ['Sudah disegel: {n} catatan', 'Sealed, records: {n}'],
  root: ['Akar', 'Root'],
  pendingTitle: ['Belum disegel', 'Not sealed yet'],
  pendingText: [
    'Catatan tersimpan dan disegel sendiri dalam beberapa menit. Di halaman segel Anda dapat menyegelnya langsung.',
    'The records are kept and are sealed by themselves within minutes. On the page of the seal you can do it right away.',
  ],
  toSeal: ['Ke halaman segel', 'To the seal'],
});
