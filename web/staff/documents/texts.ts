import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Cetak', 'Print'],
  back: ['Ke halaman kegiatan', 'To the session'],
  lead: [
    'PDF siap cetak pada kertas A4, skala 100%. Isi setiap berkas menurut data saat diunduh.',
    'PDF files are ready to be printed on A4 at 100% scale. Every file says what the data say at the moment of the download.',
  ],
  before: ['Sebelum hari-H', 'Before the day'],
  after: ['Sesudah', 'Afterwards'],
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
  notOpened: ['Tersedia sesudah kegiatan dibuka.', 'Available once the session has opened.'],

  blankSheet: ['Daftar hadir kosong', 'Blank attendance sheet'],
  blankSheetFor: [
    'Untuk ditandatangani di tempat: nama tercetak, kolom tanda tangan berselang-seling, baris cadangan di akhir.',
    'To be signed at the venue: names printed, staggered cells for signatures, spare lines at the end.',
  ],
  sheet: ['Daftar hadir', 'Attendance sheet'],
  sheetFor: [
    'Siapa yang benar-benar datang, pukul berapa, lewat pintu mana, dan apa buktinya. Yang daring tercantum terpisah.',
    'Who really came, when, by which door, and on what evidence. Those who took part online are listed apart.',
  ],
  wholeSheet: ['Daftar hadir beserta yang tidak hadir', 'Attendance sheet with the absent'],
  wholeSheetFor: [
    'Semua undangan; kolom tanda tangan yang tidak hadir dibiarkan kosong.',
    'Everybody who was invited; the cells of the absent are left empty.',
  ],
  cameNames: ['{n} tercatat datang atau daring', 'Recorded as present or online: {n}'],
  recap: ['Rekap kehadiran', 'Attendance recap'],
  recapFor: [
    'Angka per kelas unit dan per wilayah: hadir sendiri, dihadiri Pj/Pjs/Plt/Plh, diwakili, daring, tidak hadir, dan ikrar. Tanpa nama.',
    'Figures by class and by district: in person, by an acting head, by a delegate, online, missing, and pledges. No names.',
  ],
  annexRecap: ['Rekap daftar undangan', 'Recap of the annex'],
  annexRecapFor: [
    'Berapa yang diundang per kelas unit, wilayah, dan kelompok tamu, serta apa jawabannya.',
    'How many are invited by class, district and group of guests, and what they answered.',
  ],
  certificates: ['Sertifikat semua peserta', 'Certificates of all'],
  certificatesFor: [
    'Satu halaman untuk setiap orang yang hadir, mendengar pembacaan, atau menandatangani. Setiap berkas paling banyak 100 halaman.',
    'One page for everybody who came, heard the reading or signed. Each file holds at most 100 pages.',
  ],
  certificateCount: ['{n} sertifikat', 'Certificates: {n}'],
  certificatesUnsealed: [
    'Kegiatan belum ditutup dan disegel: yang tercetak baru tanda terima.',
    'The session is not closed and sealed yet: what is printed are receipts.',
  ],
  report: ['Laporan kegiatan', 'Activity report'],
  reportFor: [
    'Dasar, maksud, waktu dan tempat, peserta, narasumber, hasil, tindak lanjut, dan foto.',
    'Basis, purpose, time and place, participants, speakers, results, follow-up, and photos.',
  ],
  openReport: ['Buka laporan kegiatan', 'Open the activity report'],
  coverage: ['Cakupan satu halaman', 'Coverage on one page'],
  coverageFor: [
    'Angka utama dan tabel kelas unit per wilayah untuk pimpinan, pada satu lembar A4.',
    'The main figures and the table of classes by district for the regent, on one A4.',
  ],
  bundle: ['Paket data', 'Data bundle'],
  bundleFor: [
    'Semua data kegiatan sebagai CSV dan JSON dengan penjelasannya; NIP disamarkan.',
    'All data of the session as CSV and JSON, explained; NIP masked.',
  ],

  pieces: ['{n} lembar', 'Pages: {n}'],
  piecesOrMore: ['sedikitnya {n} lembar', 'Pages: {n} or more'],
  recipients: ['{n} nama', 'Names: {n}'],
  download: ['Unduh {format}', 'Download {format}'],
  downloadParts: ['Unduh {format}, {parts} bagian', 'Download {format}, {parts} parts'],
  of: ['{said}: {document}', '{said}: {document}'],
  making: ['Berkas sedang dibuat…', 'The file is being made…'],
  makingPart: ['Membuat bagian {part} dari {parts}…', 'Making part {part} of {parts}…'],
  stop: ['Hentikan', 'Stop'],
  stopped: ['{done} dari {parts} bagian sudah diunduh.', '{done} of {parts} parts are downloaded.'],
  goOn: ['Lanjutkan {format}, bagian {part} dari {parts}', 'Go on with {format}, part {part} of {parts}'],
  goOnPlain: ['Lanjutkan', 'Go on'],
  anew: ['Ulangi dari awal', 'Begin anew'],
  done: ['{document} sudah diunduh.', '{document}: downloaded.'],
  emptyTitle: ['Belum ada yang diundang', 'Nobody is invited yet'],
  emptyText: [
    'Undang dulu unit dan tamunya. Sesudah itu surat dan kartunya dapat dicetak di sini.',
    'Invite units and guests first. Then their letters and cards can be printed here.',
  ],
  toInvitations: ['Ke undangan', 'To the invitations'],
  organizersOnly: [
    'Surat, kartu dan daftar hadir dicetak oleh panitia.',
    'Letters, cards and attendance sheets are printed by the organiser.',
  ],
});
