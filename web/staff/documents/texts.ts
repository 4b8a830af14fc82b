import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Cetak', 'Print'],
  back: ['Ke halaman kegiatan', 'To the session'],
  lead: [
    'Berkas PDF siap cetak pada kertas A4, skala 100%. Isinya selalu menurut data saat diunduh.',
    'PDF files ready to be printed on A4 at 100% scale. They say what the data say at the moment of the download.',
  ],
  languageNote: ['Surat dan kartu selalu dalam bahasa Indonesia.', 'The papers themselves are always in Indonesian.'],

  missingTitle: ['Data surat belum lengkap', 'The letter is not complete yet'],
  missing: [
    'Belum diisi: {what}. Bagian itu dicetak sebagai titik-titik, supaya dapat diisi dengan tangan.',
    'Not filled in: {what}. These parts are printed as dotted lines, to be filled in by hand.',
  ],
  missingNumber: ['nomor surat', 'the number'],
  missingDate: ['tanggal surat', 'the date'],
  missingSigner: ['penanda tangan', 'who signs'],
  fillIn: ['Isi data surat', 'Fill in the letter'],

  forWhom: ['Dicetak untuk', 'Printed for'],
  everybody: ['Semua undangan ({n})', 'All invitations ({n})'],
  units: ['Unit saja, tanpa tamu ({n})', 'Units only, no guests ({n})'],
  guests: ['Tamu saja ({n})', 'Guests only ({n})'],
  ofClass: ['{name} ({n})', '{name} ({n})'],
  order: [
    'Urut menurut protokol. Undangan yang dicabut dan tamu yang dicatat di pintu tidak ikut dicetak.',
    'In protocol order. Revoked invitations and guests entered at the door are left out.',
  ],

  letters: ['Surat undangan', 'Invitation letters'],
  lettersFor: [
    'Satu surat berkop untuk setiap pejabat, dengan kode QR di samping tanda tangan.',
    'One letter with the letterhead for each official, with a QR code beside the signature.',
  ],
  common: ['Surat bersama', 'Common letter'],
  commonFor: [
    'Satu surat untuk semua, "Yth. (daftar terlampir)", tanpa kode QR. Kirim bersama lampirannya.',
    'One letter to all, "Yth. (daftar terlampir)", without a QR code. Send it with the annex.',
  ],
  commonAmount: ['1 surat untuk {n} nama', '1 letter, names in the annex: {n}'],
  annex: ['Lampiran: daftar undangan', 'Annex: list of the invited'],
  annexFor: [
    'Daftar bernomor menurut kelas unit, tamu terpisah. Untuk dilampirkan pada surat bersama.',
    'A numbered list by class, guests apart. To be annexed to the common letter.',
  ],
  cards: ['Kartu QR', 'QR cards'],
  cardsFor: [
    'Delapan kartu per halaman dengan tanda potong. Untuk yang datang tanpa ponsel.',
    'Eight cards a page with cut marks. For those who come without a phone.',
  ],
  badges: ['Tanda pengenal', 'Name badges'],
  badgesFor: [
    'Delapan per halaman dengan tanda potong: nama, jabatan, dan pita warna menurut kelas.',
    'Eight a page with cut marks: name, office, and a band in the colour of the class.',
  ],

  minutes: ['Berita acara', 'Minutes'],
  minutesFor: [
    'Pembacaan, penandatanganan, saksi, rekap, serta akar segel dengan kode QR-nya. Untuk semua unit, apa pun pilihan di atas.',
    'The reading, the signing, the witnesses, the recap, and the root of the seal with its QR code. Of all units, whatever is chosen above.',
  ],
  minutesUnsealed: [
    'Kegiatan belum ditutup: berita acaranya masih sementara dan tanpa segel.',
    'The session has not closed: the minutes are provisional and bear no seal.',
  ],
  minutesNotOpen: ['Tersedia sesudah kegiatan dibuka.', 'Available once the session has opened.'],

  pieces: ['{n} lembar', 'Pages: {n}'],
  piecesOrMore: ['sedikitnya {n} lembar', 'Pages: {n} or more'],
  recipients: ['{n} nama', 'Names: {n}'],
  download: ['Unduh PDF', 'Download PDF'],
  downloadOf: ['Unduh PDF: {document}', 'Download PDF: {document}'],
  part: ['Bagian {part} dari {parts}', 'Part {part} of {parts}'],
  partOf: ['Unduh PDF: {document}, bagian {part} dari {parts}', 'Download PDF: {document}, part {part} of {parts}'],
  making: ['Berkas sedang dibuat…', 'The file is being made…'],
  done: ['{document} sudah diunduh.', '{document}: downloaded.'],
  emptyTitle: ['Belum ada yang diundang', 'Nobody is invited yet'],
  emptyText: [
    'Undang dulu unit dan tamunya. Sesudah itu surat dan kartunya dapat dicetak di sini.',
    'Invite units and guests first. Then their letters and cards can be printed here.',
  ],
  toInvitations: ['Ke undangan', 'To the invitations'],
  organizersOnly: ['Surat dan kartu dicetak oleh panitia.', 'Letters and cards are printed by the organiser.'],
});
