import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  screen: ['Layar pintu masuk', 'Screen at the entrance'],
  back: ['Kembali ke kegiatan', 'Back to the session'],
  toPrint: ['Versi cetak', 'Printed version'],
  qrAlt: ['Kode QR pintu masuk', 'QR code at the entrance'],
  next: ['Berganti dalam {n} detik', 'Changes in {n} seconds'],
  outage: [
    'Tidak tersambung. Kode tetap berganti sampai {time}.',
    'Not connected. The code goes on changing until {time}.',
  ],
  noneLeft: ['Tidak ada kode lagi', 'No code left'],
  noneLeftText: [
    'Layar ini terputus lebih dari lima menit. Periksa jaringannya; kode tampil lagi dengan sendirinya. Sementara itu layani tamu di meja pintu.',
    'This screen has been cut off for more than five minutes. Check its network; the code comes back by itself. Until then, check guests in at the desk.',
  ],
  notOpen: ['Kegiatan belum dibuka', 'The session has not opened yet'],
  notOpenText: [
    'Kode tampil dengan sendirinya setelah kegiatan dibuka.',
    'The code appears by itself once the session is open.',
  ],
  over: ['Kegiatan sudah selesai', 'The session is over'],
  cancelled: ['Kegiatan dibatalkan', 'The session is cancelled'],

  printTitle: ['Kode cetak untuk pintu masuk', 'Printed code for the entrance'],
  printLead: [
    'Untuk pintu tanpa layar. Kode ini tidak berganti, jadi fotonya dapat dipakai dari jauh: kehadiran melalui kode ini ditandai sebagai bukti yang lebih lemah. Pakai layar bila ada.',
    'For an entrance without a screen. This code does not change, so a photo of it can be used from afar: a check-in that rests on it is marked as weaker evidence. Use the screen if there is one.',
  ],
  backScreen: ['Layar pintu masuk', 'Screen at the entrance'],
  print: ['Cetak', 'Print'],
});

/** What visitors read: both languages at once, since a screen is nobody's own. */
export const forVisitors = {
  how: [
    'Arahkan kamera ponsel ke kode ini, lalu ketuk tautan yang muncul.',
    'Point your phone’s camera at this code, then tap the link that appears.',
  ],
  staff: [
    'Tanpa ponsel atau undangan? Sebutkan nama atau jabatan Anda kepada petugas.',
    'No phone or no invitation? Say your name or office to the staff.',
  ],
  fixed: ['Kode cetak: tetap, tidak berganti', 'Printed code: fixed, it does not change'],
} as const;
