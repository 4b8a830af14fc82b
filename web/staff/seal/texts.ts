import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Segel', 'Seal'],
  lead: [
    'Segel mengunci semua catatan kegiatan: siapa pun dapat membuktikan bahwa tidak ada yang diubah sesudahnya, termasuk oleh kami.',
    'The seal locks every record of the session: anybody can prove that nothing was changed afterwards, not even by us.',
  ],
  back: ['Ke halaman kegiatan', 'To the session'],

  notClosed: ['Belum disegel: kegiatan belum ditutup', 'Not sealed: the session has not closed'],
  notClosedText: [
    'Segel dibuat otomatis saat kegiatan ditutup. Yang menyusul kemudian menjadi tambahan segel.',
    'The seal is made by itself when the session closes. What follows later becomes an addendum.',
  ],
  pending: ['Ada catatan yang belum disegel', 'Some records are not sealed yet'],
  pendingText: [
    'Biasanya disegel sendiri dalam beberapa menit. Anda juga dapat menyegelnya sekarang.',
    'They are usually sealed by themselves within minutes. You can also seal them now.',
  ],
  pendingOther: [
    'Biasanya disegel sendiri dalam beberapa menit; panitia juga dapat menyegelnya langsung.',
    'They are usually sealed by themselves within minutes; the organiser can also do it right away.',
  ],
  sealed: ['Semua catatan sudah disegel', 'Every record is sealed'],
  sealedText: ['{n} catatan sampai {seal}, {at}.', '{n} records up to {seal}, {at}.'],
  missing: ['Ada catatan tersegel yang hilang dari sistem', 'Sealed records are gone from the system'],
  missingText: [
    'Catatan ini ada di dalam segel, tetapi tidak lagi ada di sistem, dan tidak ada pembatalan atau perbaikan yang menggantikannya. Unduh berkas bukti di bawah dan laporkan kepada pengelola sistem.',
    'These records are under the seal but no longer in the system, and nothing on record took their place. Download the evidence below and report this to whoever runs the system.',
  ],
  sealNow: ['Segel sekarang', 'Seal now'],
  unsealedOf: ['{kind}: {n}', '{kind}: {n}'],

  check: ['Pemeriksaan oleh siapa pun', 'To be checked by anybody'],
  checkText: [
    'Kode ini tercetak pada berita acara. Berikan kepada Bawaslu atau siapa pun yang ingin memeriksa; tidak perlu akun, dan tidak menampilkan nama.',
    'This code is printed in the minutes. Give it to Bawaslu or whoever wants to check; no account is needed, and it names nobody.',
  ],
  checkQr: ['Kode QR pemeriksaan kegiatan ini', 'QR code of the check of this session'],
  checkOpen: ['Buka halaman pemeriksaan', 'Open the check page'],
  copyLink: ['Salin tautan', 'Copy the link'],
  copied: ['Tersalin.', 'Copied.'],

  heads: ['Segel dan tambahannya', 'The seal and its addenda'],
  seal: ['Segel', 'Seal'],
  at: ['Waktu', 'Time'],
  records: ['Catatan seluruhnya', 'Records in all'],
  root: ['Akar (root)', 'Root'],
  copyRoot: ['Salin akar', 'Copy the root'],
  copyRootOf: ['Salin akar: {seal}', 'Copy the root: {seal}'],
  key: ['Sidik jari kunci', 'Fingerprint of the key'],
  keyText: [
    'Tercetak pada berita acara, sehingga penerima dapat mencocokkannya dengan yang dihitung perangkatnya sendiri.',
    'It is printed in the minutes, so that whoever is given them can compare it with what their own device computes.',
  ],
  newKey: ['Kunci baru sejak {at}', 'New key since {at}'],
  newKeyText: [
    '{seal} dibuat dengan kunci baru dan menyebut kunci yang digantikannya. Segel sebelumnya tetap berlaku.',
    '{seal} was made with a new key and names the one that it replaces. Earlier seals stay valid.',
  ],
  contents: ['Isi segel terakhir', 'What the latest seal covers'],
  kind: ['Jenis catatan', 'Kind of record'],
  count: ['Jumlah', 'Count'],

  files: ['Berkas', 'Files'],
  minutes: ['Berita acara (PDF)', 'Minutes (PDF)'],
  minutesText: [
    'Pembacaan, penandatanganan, rekap, akar segel, dan kode QR-nya.',
    'The reading, the signing, the recap, the root of the seal and its QR code.',
  ],
  minutesUnsealed: [
    'Kegiatan belum ditutup: berita acaranya masih sementara dan tanpa segel.',
    'The session has not closed: the minutes are provisional and bear no seal.',
  ],
  bundle: ['Berkas bukti tanpa nama (ZIP)', 'Evidence without names (ZIP)'],
  bundleText: [
    'Semua catatan, segelnya, dan program pemeriksanya. Tidak menyebut nama siapa pun; boleh diserahkan kepada siapa saja.',
    'Every record, the seals, and the program that checks them. It names nobody and may be given to anyone.',
  ],
  openings: ['Berkas bukti dengan nama (ZIP)', 'Evidence with names (ZIP)'],
  openingsText: [
    'Ditambah pembuka nama, NIP, dan alasan. Ini data pribadi: serahkan hanya kepada pemeriksa yang berwenang, misalnya Inspektorat atau Bawaslu.',
    'With the openings of names, NIP and reasons added. These are personal data: give them only to an authority that may ask, such as Bawaslu.',
  ],
  partOf: ['berkas {part} dari {parts}', 'file {part} of {parts}'],
  download: ['Unduh', 'Download'],
  downloadOf: ['Unduh: {file}', 'Download: {file}'],
  making: ['Berkas sedang dibuat…', 'The file is being made…'],
  done: ['Sudah diunduh.', 'Downloaded.'],
  how: ['Memeriksa tanpa kami', 'Checking without us'],
  howText: [
    'Berkas bukti memuat verify.py, program Python pendek tanpa pustaka tambahan. Ia menghitung ulang akar, sambungan antarsegel, dan tanda tangan, tanpa menghubungi server ini.',
    'The evidence holds verify.py, a short Python program without any library. It computes root, continuity and signatures again and does not contact this server.',
  ],
  howUnpack: ['Buka berkas ZIP ke sebuah folder.', 'Unpack the ZIP into a folder.'],
  howParts: [
    'Simpan semua berkas ZIP dalam satu folder, lalu keluarkan verify.py dari salah satunya ke folder itu.',
    'Keep all the ZIP files in one folder, and take verify.py out of one of them into it.',
  ],
  howRun: ['Jalankan di folder itu:', 'Run in that folder:'],
  howCompare: [
    'Cocokkan akar dan sidik jari kunci yang tercetak di layar dengan yang ada pada berita acara.',
    'Compare the root and the fingerprint of the key on the screen with those in the minutes.',
  ],

  erasure: ['Penghapusan data pribadi', 'Erasure of personal data'],
  erasureText: [
    'Atas permintaan yang bersangkutan (UU 27/2022). Segel tetap utuh: yang dihapus adalah nama dan isian pribadi, bukan catatan bahwa seseorang hadir atau menandatangani untuk jabatan itu.',
    'At the request of the person (Law 27/2022). The seal stays whole: erased are names and personal entries, not the record that somebody came or signed for that office.',
  ],
  search: ['Cari undangan', 'Find the invitation'],
  searchHint: ['Nama, jabatan, atau unit.', 'Name, office or unit.'],
  notFound: ['Tidak ada undangan yang cocok.', 'No invitation matches.'],
  more: ['{n} lagi cocok; tulis lebih lengkap.', '{n} more match; write more of it.'],
  erase: ['Hapus data', 'Erase the data'],
  eraseOf: ['Hapus data pribadi: {office}', 'Erase the personal data: {office}'],
  erasedAt: ['Data pribadi dihapus', 'Personal data erased'],
  eraseTitle: ['Hapus data pribadi untuk undangan ini?', 'Erase the personal data of this invitation?'],
  goes: ['Dihapus untuk selamanya', 'Erased for good'],
  goesText: [
    'Nama, gelar, NIP, pangkat, telepon, data wakil, alasan, foto surat tugas, goresan tanda tangan, dan pembuka segelnya.',
    'Name, titles, NIP, rank, phone, the delegate, reasons, photos of letters, drawn strokes, and what opens them in the seal.',
  ],
  stays: ['Tetap ada', 'What remains'],
  staysText: [
    'Jabatan dan unitnya, waktu hadir, waktu tanda tangan, dan segelnya. Angka cakupan tidak berubah.',
    'Office and unit, the times of check-in and signing, and the seal. The coverage figures do not change.',
  ],
  papers: [
    'Berkas yang sudah diunduh atau dicetak tidak ikut terhapus. Mintalah penerimanya memusnahkannya.',
    'Files that were downloaded or printed before are not erased. Ask whoever holds them to destroy them.',
  ],
  reason: ['Alasan atau nomor permintaan', 'Reason, or number of the request'],
  reasonMissing: ['Isi alasannya.', 'Enter the reason.'],
  eraseSure: ['Hapus untuk selamanya', 'Erase for good'],
  keep: ['Jangan hapus', 'Do not erase'],
  erasedDone: [
    'Data pribadi untuk {office} sudah dihapus. Penghapusannya sendiri tercatat dan akan disegel.',
    'The personal data of {office} were erased. The erasure itself is on record and will be sealed.',
  ],
});
