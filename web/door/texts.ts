import { dictionary, type Pair, pick } from '../shared/i18n.ts';
import type { RefusalReason } from './scan/result.ts';
import type { CameraFault } from './scanner/camera.ts';

export const t = dictionary({
  signInTitle: ['Pemindai pintu', 'Door scanner'],
  signInLead: ['Untuk panitia dan petugas pintu.', 'For organisers and door staff.'],
  signIn: ['Masuk', 'Sign in'],
  signOut: ['Keluar', 'Sign out'],
  signInAgain: ['Masuk lagi', 'Sign in again'],
  expired: ['Masa masuk Anda habis', 'Your sign-in has expired'],
  expiredText: [
    'Pindaian tetap disimpan di layar ini dan dikirim setelah Anda masuk lagi.',
    'Scans are kept on this screen and are sent once you have signed in again.',
  ],
  failed: ['Proses masuk belum selesai', 'The sign-in was not completed'],
  failedText: ['Mulai lagi dari awal.', 'Start again.'],
  notAllowed: ['Akun ini bukan untuk pintu', 'This account is not for the door'],
  notAllowedText: [
    'Hanya panitia dan petugas pintu yang dapat mencatat kehadiran. Masuk dengan akun lain.',
    'Only organisers and door staff can check people in. Sign in with another account.',
  ],

  setup: ['Siapkan pintu', 'Set up the door'],
  whichSession: ['Kegiatan', 'Session'],
  whichDoor: ['Nama pintu', 'Name of the door'],
  doorHint: ['Beri nama berbeda untuk tiap ponsel.', 'Give each phone a different name.'],
  otherDoor: ['Nama lain', 'Another name'],
  doorMissing: ['Pilih atau ketik nama pintu.', 'Choose or type the name of the door.'],
  doorInvalid: [
    'Pakai huruf, angka, spasi, titik, atau tanda hubung; paling banyak 30.',
    'Use letters, digits, spaces, dots or hyphens; at most 30.',
  ],
  sessionMissing: ['Pilih kegiatan.', 'Choose the session.'],
  start: ['Mulai memindai', 'Start scanning'],
  noOpen: ['Belum ada kegiatan yang dibuka', 'No session is open'],
  noOpenText: [
    'Panitia membuka kegiatan di konsol; sesudah itu pintu dapat dipakai.',
    'The organiser opens the session in the console; then the door can be used.',
  ],
  upcoming: ['Belum dibuka: {title}, {when}.', 'Not open yet: {title}, {when}.'],
  checkAgain: ['Periksa lagi', 'Check again'],

  end: ['Ganti pintu', 'Change door'],
  present: ['{present} / {invited} hadir', '{present} / {invited} present'],
  listLoading: ['Memuat daftar…', 'Loading the list…'],
  unsent: ['{n} belum terkirim', '{n} not sent'],
  allSent: ['Semua terkirim', 'All sent'],
  unsentKeep: ['Tersimpan sementara di layar ini; jangan tutup.', 'Kept on this screen only; do not close it.'],
  sendNow: ['Kirim sekarang', 'Send now'],

  scan: ['Pindai', 'Scan'],
  search: ['Cari', 'Search'],
  recent: ['Terakhir', 'Recent'],
  camera: ['Kamera', 'Camera'],
  cameraNumber: ['Kamera {n}', 'Camera {n}'],
  cameraStarting: ['Menyalakan kamera…', 'Starting the camera…'],
  aim: ['Arahkan ke kode QR undangan', 'Point at the QR code of the invitation'],
  torch: ['Senter', 'Torch'],
  usbHint: ['Pemindai USB atau Bluetooth dapat langsung dipakai.', 'A USB or Bluetooth scanner works right away.'],
  cameraRetry: ['Coba kamera lagi', 'Try the camera again'],

  whoComes: ['Yang datang', 'Who comes'],
  headComes: ['Hadir sendiri', 'In person'],
  delegateComes: ['Diwakili', 'A delegate'],
  delegateNext: ['Untuk pindaian berikutnya saja. Boleh dikosongkan.', 'For the next scan only. May be left empty.'],
  delegateName: ['Nama wakil', 'Name of the delegate'],
  delegateOffice: ['Jabatan wakil', 'Office of the delegate'],
  delegateLetter: ['Nomor surat tugas', 'Number of the letter'],
  inPerson: ['Hadir sendiri', 'In person'],
  acting: ['Hadir sebagai Pj, Pjs, Plt, atau Plh', 'As Pj, Pjs, Plt or Plh'],

  searchLabel: ['Nama, jabatan, atau sekolah', 'Name, office or school'],
  searchHint: ['Dua huruf sudah cukup.', 'Two letters are enough.'],
  searchNone: [
    'Tidak ditemukan. Coba sebagian nama atau nama unit.',
    'Nothing found. Try part of the name or of the unit.',
  ],
  searchMore: ['{n} lagi; ketik lebih lengkap.', '{n} more; type some more.'],
  searchFound: ['{n} ditemukan', '{n} found'],
  listFailed: ['Daftar undangan belum termuat', 'The list of invitations has not loaded'],
  listOld: ['Daftar terakhir yang termuat dipakai.', 'The last list that loaded is used.'],
  isPresent: ['Sudah hadir', 'Checked in'],
  confirm: ['Catat hadir', 'Check in'],
  confirmAlready: ['Sudah hadir {time}, {door}', 'Already checked in {time}, {door}'],

  accepted: ['HADIR', 'CHECKED IN'],
  already: ['SUDAH HADIR', 'ALREADY IN'],
  refused: ['DITOLAK', 'REFUSED'],
  waiting: ['BELUM TERKIRIM', 'NOT SENT YET'],
  notRecorded: ['TIDAK TERCATAT', 'NOT RECORDED'],
  sending: ['Mengirim…', 'Sending…'],
  firstAt: ['Masuk pertama {time}, {door}', 'First came in {time}, {door}'],
  late: ['Dicatat sebagai susulan', 'Recorded as a late entry'],
  byDelegate: ['Diwakili: {who}', 'Delegate: {who}'],
  byUnnamed: ['Diwakili', 'By a delegate'],
  byActing: ['Hadir oleh Pj/Plt', 'By an acting head'],
  waitingText: [
    'Server belum menjawab. Tersimpan sementara di layar ini dan dikirim ulang sendiri; jangan tutup.',
    'The server has not answered. Kept on this screen and sent again by itself; do not close it.',
  ],
  waitingSignIn: [
    'Masa masuk habis. Tersimpan sementara di layar ini; masuk lagi untuk mengirim.',
    'The sign-in has expired. Kept on this screen; sign in again to send it.',
  ],
  unknownCode: ['Kode tidak ada di daftar yang termuat', 'The code is not on the list that loaded'],
  next: ['Lanjut', 'Next'],
  noScans: ['Belum ada pindaian', 'No scans yet'],
  noScansText: ['Sepuluh pindaian terakhir muncul di sini.', 'The last ten scans appear here.'],
  lateRefusal: ['{n} pindaian ternyata tidak diterima', 'Not accepted after all: {n}'],
  lateRefusalText: [
    'Tadi belum terkirim; server kemudian menjawab lain. Lihat “Terakhir”, lalu tanyakan kepada panitia.',
    'They had not been sent; the server has now answered otherwise. See “Recent”, then ask the organiser.',
  ],
  lateRefusalSeen: ['Sudah saya periksa', 'I have checked'],
  lastScans: ['Pindaian terakhir', 'Last scans'],
  unknownPerson: ['Kode tanpa nama', 'A code without a name'],
});

const reasons: Record<RefusalReason, Pair> = {
  UNKNOWN: [
    'Kode tidak dikenal. Cari namanya, atau arahkan ke meja panitia.',
    'Code not known. Search by name, or send to the organisers’ desk.',
  ],
  OTHER_SESSION: ['Undangan ini untuk kegiatan lain.', 'This invitation is for another session.'],
  REVOKED: [
    'Undangan sudah dicabut atau diganti. Minta kode yang baru, atau cari namanya.',
    'The invitation was revoked or replaced. Ask for the new code, or search by name.',
  ],
  SESSION_NOT_OPEN: ['Kegiatan belum dibuka oleh panitia.', 'The organiser has not opened the session yet.'],
  SESSION_OVER: ['Kegiatan sudah ditutup.', 'The session is closed.'],
  SESSION_CANCELLED: ['Kegiatan dibatalkan.', 'The session is cancelled.'],
};
export const reasonText = (reason: RefusalReason): string => pick(reasons[reason]);

const faults: Record<CameraFault | 'DECODER', readonly [title: Pair, todo: Pair]> = {
  INSECURE: [
    ['Kamera hanya menyala pada alamat aman', 'The camera needs a secure address'],
    [
      'Buka halaman ini dengan https:// (atau di komputer yang menjalankan Hadir). Cari nama tetap dapat dipakai.',
      'Open this page by https:// (or on the computer that runs Hadir). Searching by name still works.',
    ],
  ],
  DENIED: [
    ['Kamera belum diizinkan', 'The camera is not allowed'],
    [
      'Ketuk ikon gembok di bilah alamat, izinkan Kamera, lalu coba lagi. Cari nama tetap dapat dipakai.',
      'Tap the padlock in the address bar, allow the camera, then try again. Searching by name still works.',
    ],
  ],
  NONE: [
    ['Tidak ada kamera', 'There is no camera'],
    ['Pasang kamera atau pemindai USB, atau cari nama.', 'Connect a camera or a USB scanner, or search by name.'],
  ],
  BUSY: [
    ['Kamera sedang dipakai aplikasi lain', 'Another app is using the camera'],
    [
      'Tutup aplikasi itu, lalu coba lagi. Cari nama tetap dapat dipakai.',
      'Close that app, then try again. Searching by name still works.',
    ],
  ],
  BROKEN: [
    ['Kamera tidak dapat dinyalakan', 'The camera cannot be started'],
    [
      'Coba lagi, atau muat ulang halaman. Cari nama tetap dapat dipakai.',
      'Try again, or reload the page. Searching by name still works.',
    ],
  ],
  DECODER: [
    ['Pembaca kode belum termuat', 'The code reader has not loaded'],
    [
      'Periksa sambungan, lalu coba lagi. Cari nama tetap dapat dipakai.',
      'Check the connection, then try again. Searching by name still works.',
    ],
  ],
};
export type ScannerFault = keyof typeof faults;
export const faultTitle = (fault: ScannerFault): string => pick(faults[fault][0]);
export const faultTodo = (fault: ScannerFault): string => pick(faults[fault][1]);
