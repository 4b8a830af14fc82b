import { dictionary } from '../shared/i18n.ts';

export const t = dictionary({
  title: ['Pembacaan ikrar', 'Reading of the pledge'],
  readBy: ['Dibacakan oleh', 'Read by'],
  witnesses: ['Saksi', 'Witnesses'],
  start: ['Mulai pembacaan', 'Start the reading'],
  rehearse: ['Lihat naskah dahulu', 'Look at the text first'],
  whatHappens: ['Setelah Anda menekan mulai', 'Once you press start'],
  happens1: [
    'Waktu mulai dicatat. Semua yang sudah hadir di ruangan saat itu dicatat “hadir saat pembacaan”; itu bukan tanda tangan.',
    'The time is recorded. Everybody who is in the hall by then is recorded as “present at the reading”, which is no signature.',
  ],
  happens2: [
    'Naskah tampil sebutir demi sebutir dengan huruf besar. Bacakan; hadirin menirukan.',
    'The text appears one point at a time in large letters. Read it out; the room repeats.',
  ],
  happensPakta: [
    'Naskah tampil sebutir demi sebutir dengan huruf besar. Bacakan; hadirin menyimak.',
    'The text appears one point at a time in large letters. Read it out; the room listens.',
  ],
  happens3: [
    'Ganti butir dengan mengetuk, menggeser, tombol panah, spasi, atau remote presentasi.',
    'Go on by tapping, swiping, arrow keys, space or a presenter remote.',
  ],
  happens4: [
    'Layar ini tetap dapat dipakai bila jaringan terputus.',
    'This screen goes on working when the network drops.',
  ],
  notOpen: ['Kegiatan belum dibuka', 'The session has not opened'],
  notOpenText: [
    'Pembacaan dapat dimulai setelah panitia membuka kegiatan. Halaman ini memeriksanya sendiri.',
    'The reading can start once the organiser has opened the session. This page looks by itself.',
  ],
  cancelled: ['Kegiatan ini dibatalkan', 'This session was cancelled'],
  voided: ['Pembacaan ini dibatalkan', 'This reading was voided'],
  voidedText: [
    'Tautan ini tidak berlaku lagi. Minta tautan baru kepada panitia bila ikrar akan dibacakan.',
    'This link is of no use any more. Ask the organiser for a new one if the pledge is to be read.',
  ],
  brokenTitle: ['Tautan ini tidak dikenal', 'This link is not known'],
  refused: ['Belum berhasil', 'That did not work'],

  opening: ['Pembuka', 'Opening'],
  point: ['Butir {n}', 'Point {n}'],
  closing: ['Penutup', 'Closing'],
  place: ['{n} / {m}', '{n} / {m}'],
  previous: ['Sebelumnya', 'Previous'],
  next: ['Berikutnya', 'Next'],
  end: ['Akhiri pembacaan', 'End the reading'],
  endShort: ['Akhiri', 'End'],
  smaller: ['Huruf lebih kecil', 'Smaller letters'],
  larger: ['Huruf lebih besar', 'Larger letters'],
  light: ['Layar terang', 'Light screen'],
  dark: ['Layar gelap', 'Dark screen'],
  fullScreen: ['Layar penuh', 'Full screen'],
  leaveFullScreen: ['Keluar dari layar penuh', 'Leave full screen'],
  repeat: ['Hadirin menirukan', 'The room repeats'],
  listen: ['Hadirin menyimak', 'The room listens'],
  rehearsal: ['Latihan: pembacaan belum dimulai', 'Rehearsal: the reading has not started'],
  leave: ['Selesai melihat', 'Back'],
  since: ['Dimulai {time}', 'Started {time}'],
  cutOff: [
    'Jaringan terputus. Naskah tetap lengkap di layar ini.',
    'The network is gone. The text is all here on this screen.',
  ],
  startOwed: [
    'Waktu mulai belum sampai ke server; dikirim lagi sendiri. Lanjutkan membaca, jangan tutup halaman ini.',
    'The start has not reached the server yet; it is sent again by itself. Go on reading, keep this page open.',
  ],

  endTitle: ['Akhiri pembacaan?', 'End the reading?'],
  endText: [
    'Waktu selesai dicatat. Pembacaan yang sudah selesai tidak dapat dilanjutkan; kelompok susulan memakai pembacaan baru.',
    'The time of its end is recorded. It cannot be continued then; a late group gets a reading of its own.',
  ],
  endEarly: [
    'Anda baru sampai {place}; penutup belum dibacakan.',
    'You have come to {place}; the closing has not been read.',
  ],
  goOn: ['Lanjut membaca', 'Go on reading'],

  done: ['Pembacaan selesai', 'The reading is over'],
  from: ['Mulai', 'Started'],
  to: ['Selesai', 'Ended'],
  present: ['Hadir saat pembacaan: {n} orang', 'Present at the reading: {n} people'],
  presentText: [
    'Ini bukan tanda tangan. Penandatanganan dilakukan di meja tanda tangan, di ponsel masing-masing, atau di kertas.',
    'This is no signature. People sign at the signing table, on their own phones or on paper.',
  ],
  countLater: [
    'Jumlahnya dapat bertambah: pintu yang belum tersambung mengirim pindaiannya kemudian.',
    'It may still grow: doors without a signal send their scans later.',
  ],
  endOwed: ['Belum tercatat di server', 'Not recorded on the server yet'],
  endOwedText: [
    'Waktu mulai dan selesai tersimpan di layar ini dan dikirim lagi sendiri. Jangan tutup halaman ini.',
    'Start and end are kept on this screen and sent again by themselves. Keep this page open.',
  ],
  again: ['Lihat naskahnya', 'See the text'],
  fingerprint: ['Sidik naskah (SHA-256)', 'Fingerprint of the text (SHA-256)'],
});
