import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Undangan ini sudah dikonfirmasi dari ponsel lain', 'This invitation was confirmed on another phone'],
  text: [
    'Karena itu nama, jabatan, dan kode QR tidak ditampilkan di sini. Ini undangan Anda? Buka tautannya di ponsel dan aplikasi yang dipakai menjawab, atau minta bantuan panitia.',
    'That is why no name, office or QR code is shown here. Is it yours? Open the link on the phone, and in the app, that answered, or ask the organiser for help.',
  ],
  atDoor: [
    'Sudah di pintu? Sebutkan nama atau jabatan Anda: petugas mencarinya di daftar, tanpa kode.',
    'At the door already? Say your name or office: the staff look you up on their list, without a code.',
  ],
  ask: ['Minta bantuan panitia', 'Ask the organiser for help'],
  note: ['Pesan untuk panitia', 'Message to the organiser'],
  noteHint: ['Misalnya: saya berganti ponsel, hubungi 0812…', 'For example: I changed phones, call me on 0812…'],
  sending: ['Mengirim…', 'Sending…'],
  asked: ['Permintaan Anda sudah sampai ke panitia', 'The organiser has your request'],
  askedText: [
    'Sesudah panitia melepas undangan ini, buka lagi tautannya di ponsel ini.',
    'Once the organiser has released this invitation, open its link on this phone again.',
  ],
  again: ['Periksa lagi', 'Check again'],
  notLost: ['Pesan Anda tetap ada. Coba kirim lagi.', 'Your message is kept. Try to send again.'],
  facts: ['Tentang kegiatan', 'About the session'],
});
