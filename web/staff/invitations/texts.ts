import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Undangan', 'Invitations'],
  backSession: ['Ke halaman kegiatan', 'To the session'],
  documents: ['Cetak dan unduh', 'Print and download'],
  messages: ['Kirim pesan', 'Send messages'],
  emptyTitle: ['Belum ada undangan', 'There are no invitations yet'],
  emptyText: [
    'Pilih kelas unit di atas. Semua unit dalam kelas itu diundang sekaligus.',
    'Choose classes of units above. All their units are invited at once.',
  ],
  emptyOther: ['Panitia belum mengundang siapa pun.', 'The organiser has not invited anybody yet.'],
  guest: ['Tamu', 'Guest'],
  guests: ['Tamu', 'Guests'],

  // One record of attendance
  factTime: ['Jam hadir', 'Time'],
  factRawTime: ['Menurut jam perangkat', "By the device's clock"],
  factReceived: ['Diterima server', 'Reached the server'],
  factDoor: ['Pintu', 'Door'],
  factWho: ['Yang datang', 'Who came'],
  factBasis: ['Bukti', 'Evidence'],
  factReason: ['Alasan', 'Reason'],
  factLate: ['Susulan', 'Late'],
  factLateText: [
    'Dipindai pada waktunya, sampai setelah kegiatan ditutup.',
    'Scanned in time, received after the session was closed.',
  ],
  factCorrected: ['Dikoreksi', 'Corrected'],
  factCorrectedText: ['{time}; semula: {was}', '{time}; before: {was}'],
  letterNo: ['surat tugas {letter}', 'letter {letter}'],
  delegateUnknown: ['nama tidak dicatat', 'name not recorded'],
});
