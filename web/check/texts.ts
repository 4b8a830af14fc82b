import { dictionary, type Pair, pick } from '../shared/i18n.ts';
import type { StepCode } from './check-steps.ts';

export const t = dictionary({
  title: ['Periksa keaslian', 'Check authenticity'],
  lead: [
    'Untuk siapa pun yang menerima sertifikat, berita acara, atau tautan bukti dari Hadir. Tanpa akun; perangkat ini menghitung ulang buktinya sendiri.',
    'For whoever is given a certificate, minutes, or a link to evidence from Hadir. No account is needed; this device computes the evidence again by itself.',
  ],
  checking: ['Memeriksa…', 'Checking…'],
  code: ['Kode atau alamat pada dokumen', 'Code or address on the document'],
  codeHint: [
    'Tempel alamat di bawah kode QR, atau ketik 39 huruf dan angkanya. Spasi boleh ada.',
    'Paste the address below the QR code, or type its 39 letters and digits. Spaces do no harm.',
  ],
  codeMissing: [
    'Kode pemeriksaan tidak ditemukan dalam teks ini. Kodenya 39 huruf dan angka, setelah /v/ pada alamat.',
    'There is no check code in this text. It has 39 letters and digits and follows /v/ in the address.',
  ],
  check: ['Periksa', 'Check'],
  scan: ['Pindai QR', 'Scan the QR code'],
  stopScan: ['Tutup kamera', 'Close the camera'],
  scanFailed: [
    'Kamera belum dapat dimuat. Periksa sambungan, tutup, lalu coba lagi; atau tempel kodenya.',
    'The camera part has not loaded. Check the connection, close it and try again; or paste the code.',
  ],
  aim: ['Arahkan ke QR pada dokumen', 'Point at the QR code on the document'],
  camera: ['Kamera', 'Camera'],
  starting: ['Menyalakan kamera…', 'Starting the camera…'],
  otherwise: [
    'Anda juga dapat memakai foto QR atau menempel kodenya.',
    'A photo of the code, or pasting it, works too.',
  ],
  photo: ['Pilih foto QR', 'Choose a photo of the code'],
  photoHint: [
    'Foto dibaca di perangkat ini dan tidak dikirim ke mana pun.',
    'The photo is read on this device and sent nowhere.',
  ],
  photoReading: ['Membaca foto…', 'Reading the photo…'],
  photoEmpty: [
    'Tidak ada kode pemeriksaan yang terbaca pada foto ini. Ambil lebih dekat, dengan cahaya cukup.',
    'No check code could be read in this photo. Take it closer, in good light.',
  ],
  photoFailed: ['Foto ini tidak dapat dibuka.', 'This photo cannot be opened.'],
  notOurs: [
    'QR ini bukan kode pemeriksaan. Kode undangan hanya berlaku di pintu.',
    'This is no check code. The code of an invitation is for the door only.',
  ],
  offlineTitle: ['Belum dapat diperiksa', 'Cannot be checked yet'],
  offlineText: [
    'Server tidak terjangkau. Periksa sambungan, lalu coba lagi. Ini tidak berarti dokumennya palsu.',
    'The server cannot be reached. Check the connection and try again. This does not mean that the document is false.',
  ],
  failedTitle: ['Belum dapat diperiksa', 'Cannot be checked yet'],
  failedText: [
    'Server sedang tidak dapat menjawab. Coba lagi sebentar. Ini tidak berarti dokumennya palsu.',
    'The server cannot answer just now. Try again shortly. This does not mean that the document is false.',
  ],
  another: ['Periksa kode lain', 'Check another code'],
  print: ['Cetak hasil pemeriksaan', 'Print the result'],
  checkedAt: ['Diperiksa {at}', 'Checked on {at}'],

  // The answer on top
  valid: ['SAH', 'VALID'],
  partial: ['SEBAGIAN', 'IN PART'],
  empty: ['TANPA CATATAN', 'NO RECORD'],
  unsealed: ['BELUM DISEGEL', 'NOT SEALED YET'],
  withdrawn: ['DITARIK', 'WITHDRAWN'],
  unknown: ['TIDAK DIKENAL', 'NOT KNOWN'],
  mismatch: ['TIDAK COCOK', 'DOES NOT MATCH'],
  validPerson: [
    'Catatan di bawah ini ada di dalam segel kegiatan, dan tidak berubah sejak disegel.',
    'The records below are in the seal of the session, and have not changed since.',
  ],
  validSession: [
    'Segel kegiatan ini utuh. Yang sudah disegel tidak dapat diubah tanpa ketahuan.',
    'The seal of this session is whole. What it covers cannot be changed unnoticed.',
  ],
  partialRecords: [
    'Sebagian catatan di bawah ini belum masuk segel, jadi belum terbukti. Yang sudah disegel cocok.',
    'Some of the records below are under no seal yet, so they prove nothing so far. Those that are sealed match.',
  ],
  partialKeys: [
    'Daftar kunci segel tidak terjangkau, jadi belum pasti kunci siapa yang dipakai. Coba lagi.',
    'The list of seal keys cannot be reached, so it is not certain whose key was used. Try again.',
  ],
  emptyText: [
    'Tidak ada catatan yang berlaku untuk kode ini, dan tidak ada pembatalan yang terbukti. Dokumennya tidak membuktikan apa pun.',
    'Nothing is recorded for this code, and nothing proves that it was taken back. The document proves nothing.',
  ],
  differsNAME: [
    'Nama di sistem sekarang berbeda dari yang disegel; yang berlaku adalah yang disegel.',
    'The system now has another name than the one that was sealed; the sealed one counts.',
  ],
  differsRECORDS: [
    'Catatan di sistem sekarang berbeda dari yang disegel; yang berlaku adalah yang disegel.',
    'The system now has other records than those that were sealed; the sealed ones count.',
  ],
  differsRESEALED: [
    'Segel sebelumnya mengunci nama lain untuk catatan yang sama. Tanyakan kepada penyelenggara mengapa berganti.',
    'An earlier seal locked another name in the same record. Ask the organiser why it changed.',
  ],
  unsealedPerson: [
    'Catatannya ada, tetapi belum di dalam segel, jadi belum dapat dibuktikan. Periksa lagi setelah kegiatan disegel.',
    'The records exist, but no seal covers them yet, so they prove nothing so far. Check again once the session is sealed.',
  ],
  unsealedSession: [
    'Kegiatan ini belum punya segel. Segel dibuat saat kegiatan ditutup.',
    'This session has no seal yet. It is made when the session closes.',
  ],
  withdrawnText: [
    'Catatan yang pernah ada untuk kode ini sudah dibatalkan. Dokumennya tidak berlaku lagi.',
    'What was recorded for this code has been taken back. The document no longer holds.',
  ],
  unknownText: [
    'Kode ini tidak dibuat oleh Hadir, atau salah ketik. Pindai QR pada dokumen aslinya; bila tetap begini, jangan percaya.',
    'Hadir did not make this code, or it was mistyped. Scan the QR on the original document; if this stays, do not trust it.',
  ],
  mismatchText: [
    'Jawaban server tidak lolos pemeriksaan di perangkat ini. Jangan percaya dokumen ini sebelum penyebabnya jelas. Yang tidak cocok:',
    'What the server answered did not pass the checks on this device. Do not trust this document before the reason is known. What does not match:',
  ],

  // What it proves
  proves: ['Yang dibuktikan', 'What it proves'],
  saysServer: ['Yang tercatat', 'What is recorded'],
  someone: ['Tanpa nama', 'No name'],
  erased: [
    'Nama dihapus atas permintaan yang bersangkutan, {at}. Penghapusan ini ikut disegel.',
    'The name was erased at the request of the person, {at}. The erasure is sealed too.',
  ],
  nameless: ['Tidak ada nama yang tercatat untuk kode ini.', 'No name is recorded for this code.'],
  nameIn: ['Nama dikunci. {seal}', 'The name is locked. {seal}'],
  undone: ['Kehadiran dibatalkan', 'Check-in taken back'],
  delegateOf: ['Wakil dari {office}', 'Delegate of {office}'],
  attended: ['Hadir', 'Present'],
  attendedOnline: ['Mengikuti secara daring, bukan kehadiran di tempat', 'Took part online, which is not presence'],
  attendedLate: ['Dicatat susulan dari kertas', 'Entered later from paper'],
  heard: ['Hadir saat pembacaan ikrar', 'Present when the pledge was read'],
  heardText: [
    'Berada di ruangan saat ikrar dibacakan. Ini bukan tanda tangan.',
    'Was in the hall when the pledge was read aloud. That is no signature.',
  ],
  signed: ['Menandatangani {text}', 'Signed {text}'],
  signedPlain: ['Menandatangani ikrar', 'Signed the pledge'],
  signedText: [
    'Persetujuan elektronik atas naskah dengan sidik {hash}',
    'An electronic consent to the text with the fingerprint {hash}',
  ],
  bindsDelegate: [
    'Tanda tangan wakil hanya mengikat wakil itu sendiri, bukan {office}.',
    'The signature of a delegate binds the delegate only, not {office}.',
  ],
  symbolic: ['Ikut penandatanganan simbolis', 'Took part in the symbolic signing'],
  symbolicText: [
    'Dicatat dan ditampilkan, tetapi tidak dihitung sebagai ikrar.',
    'Recorded and shown, but not counted as a pledge.',
  ],
  witness: ['Menjadi saksi penandatanganan', 'Signed as a witness'],
  recordUnsealed: ['Belum masuk segel', 'Not under a seal yet'],
  recordSealed: ['Dalam {seal}, {at}', 'In: {seal}, {at}'],
  session: ['Kegiatan', 'Session'],
  regency: ['Daerah', 'Regency'],
  when: ['Waktu', 'When'],
  where: ['Tempat', 'Where'],
  organizer: ['Penyelenggara', 'Organiser'],
  closedAt: ['Ditutup', 'Closed'],
  pledge: ['Naskah ikrar', 'Text of the pledge'],

  // The seal
  seal: ['Segel', 'Seal'],
  since: ['Disegel sejak', 'Sealed since'],
  last: ['Segel terakhir', 'Latest seal'],
  size: ['{n} catatan', '{n} records'],
  compareKey: [
    'Cocokkan dengan berita acara atau sertifikat yang tercetak: akarnya harus sama dengan salah satu akar di sini, dan sidik jari kuncinya sama, huruf demi huruf. Cetakan itu dan daftar kunci yang menentukan.',
    'Compare with the printed minutes or certificate: its root must equal one of the roots here, and its fingerprint of the key too, letter by letter. That print and the list of keys are what counts.',
  ],
  printed: ['Akar yang tercetak', 'The printed root'],
  printedHint: ['Tempel atau ketik 64 huruf dan angkanya.', 'Paste or type its 64 letters and digits.'],
  printedShort: ['{n} dari 64 huruf dan angka.', '{n} of 64 letters and digits.'],
  printedYes: ['Cocok dengan segel ke-{n}.', 'Matches seal number {n}.'],
  printedKey: ['Itu sidik jari kuncinya, dan cocok.', 'That is the fingerprint of the key, and it matches.'],
  printedNo: ['Tidak cocok dengan segel mana pun di sini.', 'Matches no seal here.'],
  allHeads: ['Semua segel kegiatan ini', 'All seals of this session'],
  keys: ['Daftar kunci segel', 'List of the seal keys'],
  newKey: [
    'Kunci baru sejak {at}. Segel sebelumnya tetap berlaku dengan kunci lama.',
    'New key since {at}. Earlier seals stay valid under the former key.',
  ],
  heads: ['Segel', 'Seals'],
  headNumber: ['Segel', 'Seal'],
  headAt: ['Waktu', 'Time'],
  headSize: ['Catatan', 'Records'],
  counts: ['Isi segel menurut jenis catatan', 'What the seal covers, by kind of record'],
  kind: ['Jenis catatan', 'Kind of record'],
  count: ['Jumlah', 'Count'],
  figures: ['Angka kegiatan', 'Figures of the session'],
  units: ['Unit dalam daftar', 'Units on the roster'],
  represented: ['Terwakili', 'Represented'],
  signedUnits: ['Sudah ikrar', 'Pledged'],
  figuresNote: [
    'Dihitung server dari catatan yang sama; berkas bukti dapat dihitung ulang.',
    'Counted by the server from the same records; the evidence file can be counted again.',
  ],
  bundle: ['Memeriksa seluruh kegiatan', 'Checking the whole session'],
  bundleText: [
    'Minta berkas bukti (zip) kepada {organizer}: semua catatan tanpa nama, segelnya, dan pemeriksanya: python3 verify.py.',
    'Ask {organizer} for the evidence file (zip): every record without names, the seals, and their checker: python3 verify.py.',
  ],

  // What the device checks
  own: ['Yang diperiksa perangkat ini sendiri', 'What this device has checked by itself'],
  ownText: [
    'Server mengirim catatan dan buktinya; perangkat ini yang menghitung.',
    'The server sent records and evidence; this device did the computing.',
  ],
  limits: [
    'Yang tidak dapat dilihat dari satu kode: catatan yang tidak dikirim server, misalnya pembatalan. Semuanya ada dalam berkas bukti seluruh kegiatan.',
    'What one code cannot show: a record that the server does not send, as one that was taken back. All of them are in the evidence of the whole session.',
  ],
  ok: ['Cocok', 'Matches'],
  failed: ['Tidak cocok', 'Does not match'],
  none: ['Tidak ada yang perlu diperiksa', 'Nothing to check'],
  technical: ['Rincian teknis', 'Technical details'],
  leaf: ['Catatan ke-{n} dari {size}: {what}', 'Record {n} of {size}: {what}'],
  leafText: ['Teks catatan', 'Text of the record'],
  leafHash: ['Hash catatan', 'Hash of the record'],
  path: ['Jalur ke akar', 'Path to the root'],
  openings: ['Pembuka komitmen', 'Openings of commitments'],
  head: ['Kepala segel', 'Seal head'],
  download: ['Unduh bukti (JSON)', 'Download the evidence (JSON)'],
});

interface StepTexts {
  ok: Pair;
  failed: Pair;
  none: Pair;
}
const nothing: Pair = ['Tidak ada yang perlu diperiksa.', 'There is nothing to check.'];

const steps: Record<StepCode, StepTexts> = {
  OWNER: {
    ok: ['Catatan dan segel ini milik kode yang diperiksa.', 'Records and seal belong to the code that is checked.'],
    failed: [
      'Catatan atau segel yang dikirim bukan milik kode ini.',
      'The records or the seal that were sent do not belong to this code.',
    ],
    none: nothing,
  },
  CLAIM: {
    ok: ['Isi catatan sama dengan yang ditampilkan.', 'The records say what is shown.'],
    failed: ['Isi catatan berbeda dari yang ditampilkan.', 'The records say something else than is shown.'],
    none: nothing,
  },
  NAME: {
    ok: [
      'Nama yang ditampilkan adalah nama yang dikunci di dalam catatan.',
      'The name shown is the one that is locked in the record.',
    ],
    failed: [
      'Nama yang ditampilkan bukan nama yang dikunci di dalam catatan.',
      'The name shown is not the one that is locked in the record.',
    ],
    none: [
      'Tidak ada nama yang ditampilkan, jadi tidak ada nama yang diperiksa.',
      'No name is shown, so none is checked.',
    ],
  },
  PATH: {
    ok: [
      'Hash setiap catatan, lewat jalurnya, menghasilkan akar segel.',
      'The hash of each record leads by its path to the root of the seal.',
    ],
    failed: [
      'Hash catatan tidak menghasilkan akar segel: catatan, jalur, atau akarnya diubah.',
      'The hash of a record does not lead to the root of the seal: record, path or root was changed.',
    ],
    none: ['Tidak ada catatan perorangan yang diperiksa di sini.', 'No single record is checked here.'],
  },
  GROWTH: {
    ok: [
      'Setiap tambahan meneruskan segel sebelumnya; tidak ada catatan lama yang diubah.',
      'Each addendum continues the seal before it; no earlier record was changed.',
    ],
    failed: [
      'Ada segel yang tidak meneruskan segel sebelumnya: catatan lama diubah atau dibuang.',
      'A seal does not continue the one before it: an earlier record was changed or dropped.',
    ],
    none: ['Segel ini belum pernah ditambah.', 'The seal has had no addendum.'],
  },
  SIGNATURE: {
    ok: ['Tanda tangan digital pada setiap segel benar.', 'The digital signature of every seal is right.'],
    failed: ['Tanda tangan digital pada segel salah.', 'The digital signature of a seal is wrong.'],
    none: nothing,
  },
  KEY: {
    ok: [
      'Kuncinya adalah kunci yang disebut segel, dan setiap pergantian kunci diumumkan.',
      'The key is the one that the seal names, and each change of key is announced.',
    ],
    failed: [
      'Kuncinya bukan kunci yang disebut segel, atau pergantiannya tidak diumumkan.',
      'The key is not the one that the seal names, or its change was not announced.',
    ],
    none: nothing,
  },
  LISTED: {
    ok: ['Setiap kunci ada dalam daftar kunci segel.', 'Each key is in the list of seal keys.'],
    failed: [
      'Ada kunci yang tidak ada dalam daftar kunci segel: segel ini dibuat orang lain.',
      'A key is not in the list of seal keys: somebody else made this seal.',
    ],
    none: ['Daftar kunci tidak terjangkau.', 'The list of keys cannot be reached.'],
  },
};

export const stepSentence = (code: StepCode, result: keyof StepTexts): string => pick(steps[code][result]);
