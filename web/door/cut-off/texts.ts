import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Pintu ini diputus panitia', 'The organiser has cut this door off'],
  lead: ['{door}, {session}. Diputus {time}.', '{door}, {session}. Cut off {time}.'],
  erased: [
    'Daftar undangan sudah terhapus dari perangkat ini. Perangkat ini tidak dapat memindai lagi.',
    'The list of invitations is erased from this device. It cannot scan any more.',
  ],
  unsent: ['{n} catatan belum terkirim', 'Records not sent: {n}'],
  unsentText: [
    'Semuanya masih tersimpan di perangkat ini. Simpan berkasnya, lalu serahkan kepada panitia untuk diunggah di konsol: kegiatan, Pintu, Unggah berkas.',
    'All of them are still on this device. Save the file, then hand it to the organiser to upload in the console: session, Doors, Upload the file.',
  ],
  save: ['Simpan berkas pindaian', 'Save the file of scans'],
  share: ['Kirim berkas pindaian', 'Share the file of scans'],
  saved: ['Berkas {name} sudah dibuat', 'The file {name} has been made'],
  savedText: [
    'Jangan hapus data peramban sampai panitia berhasil mengunggahnya. Berkas dapat dibuat lagi kapan saja.',
    'Do not clear the browser’s data until the organiser has uploaded it. The file can be made again at any time.',
  ],
  notShared: ['Berkas belum dikirim', 'The file was not shared'],
  moreFiles: [
    'Masih {n} catatan di luar berkas ini: buat satu berkas lagi.',
    'Records that did not fit into this file: {n}. Make another one.',
  ],
  failed: ['Berkas tidak dapat dibuat', 'The file could not be made'],
  failedText: [
    'Pindaiannya masih ada. Muat ulang halaman, lalu coba lagi; atau tunjukkan perangkat ini kepada panitia.',
    'The scans are still there. Reload the page and try again; or show this device to the organiser.',
  ],
  allSent: ['Semua catatan sudah terkirim', 'All records have been sent'],
  allSentText: ['Tidak ada yang perlu diserahkan.', 'There is nothing to hand over.'],
});
