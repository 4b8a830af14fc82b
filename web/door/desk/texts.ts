import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  scan: ['Pindai', 'Scan'],
  search: ['Cari', 'Search'],
  recent: ['Terakhir', 'Recent'],
  others: ['Lainnya', 'Others'],
  aim: ['Arahkan ke kode QR undangan', 'Point at the QR code of the invitation'],
  otherwise: ['Cari nama tetap dapat dipakai.', 'Searching by name still works.'],

  present: ['{present} / {invited} hadir', '{present} / {invited} present'],
  listNone: ['Daftar belum ada', 'No list yet'],
  listLoading: ['Memuat {n} nama…', 'Loading {n} names…'],
  connected: ['Tersambung', 'Connected'],
  sending: ['Mengirim {n}', 'Sending {n}'],
  offline: ['Luring', 'Offline'],
  keptHere: ['{n} belum terkirim, tersimpan di ponsel ini', '{n} not sent, saved on this phone'],

  paired: ['Perangkat ini sekarang {door}', 'This device is now {door}'],
  pairedText: ['{session}. Langsung saja memindai.', '{session}. Start scanning right away.'],
  ok: ['Mengerti', 'Got it'],
  notOpen: ['Kegiatan belum dibuka panitia', 'The organiser has not opened the session yet'],
  notOpenText: [
    'Kehadiran dicatat sesudah panitia membukanya. Layar ini mengikuti sendiri.',
    'People are checked in once the organiser opens it. This screen follows by itself.',
  ],
  closed: ['Kegiatan ditutup {time}', 'The session was closed {time}'],
  closedText: [
    'Pindaian dari sebelum penutupan tetap dikirim dan dicatat sebagai susulan.',
    'Scans from before the closing are still sent and recorded as late entries.',
  ],
  cancelled: ['Kegiatan dibatalkan', 'The session is cancelled'],
  cancelledText: ['Kehadiran tidak dicatat lagi.', 'Nobody is checked in any more.'],
  overruled: ['{n} pindaian ternyata tidak diterima', 'Not accepted after all: {n}'],
  overruledText: [
    'Tadi diputuskan dari daftar di ponsel ini; server kemudian menjawab lain. Tanyakan kepada panitia.',
    'They were decided by the list on this phone; the server then answered otherwise. Ask the organiser.',
  ],
  recorded: ['{n} pindaian ternyata dicatat hadir', 'Checked in after all: {n}'],
  recordedText: [
    'Tadi ditolak menurut daftar di ponsel ini; server kemudian mencatatnya hadir. Batalkan bila orangnya tidak masuk.',
    'They were refused by the list on this phone; the server then checked them in. Take it back for whoever did not come in.',
  ],
  overruledSeen: ['Sudah saya periksa', 'I have checked'],
  clockFast: ['Jam perangkat ini lebih cepat {by}', 'This device’s clock is {by} fast'],
  clockSlow: ['Jam perangkat ini lebih lambat {by}', 'This device’s clock is {by} slow'],
  clockText: [
    'Waktu hadir dibetulkan sendiri. Bila sempat, setel jam perangkat ke otomatis.',
    'Times are corrected by themselves. When there is time, set the clock to automatic.',
  ],
  minutes: ['{n} menit', '{n} minutes'],
  hours: ['{n} jam', '{n} hours'],
  days: ['{n} hari', '{n} days'],
  storageLow: ['Penyimpanan hampir penuh', 'Storage is almost full'],
  storageLowText: [
    'Pindaian masih tersimpan. Hapus foto atau aplikasi dari perangkat ini sekarang, sebelum penuh.',
    'Scans still fit. Delete photos or apps from this device now, before it is full.',
  ],
  storageFull: ['Penyimpanan penuh: pindaian tidak tersimpan', 'Storage is full: scans are not saved'],
  storageFullText: [
    'Catat di kertas, kosongkan penyimpanan, atau pakai perangkat lain.',
    'Write on paper, free some storage, or use another device.',
  ],
  storageVolatile: ['Peramban ini boleh menghapus simpanan', 'This browser may erase what is kept'],
  storageVolatileText: [
    'Jangan bersihkan data peramban. Pasang Hadir di layar utama bila ditawarkan, dan usahakan tetap tersambung.',
    'Do not clear the browser’s data. Add Hadir to the home screen if it is offered, and stay connected if you can.',
  ],
  noListTitle: ['Daftar undangan belum termuat', 'The list of invitations has not loaded'],
  noListText: [
    'Pindai saja: pindaian disimpan, lalu diputuskan server begitu ada sinyal.',
    'Scan anyway: scans are kept, and the server decides as soon as there is a signal.',
  ],
  listProgress: ['{n} nama termuat', '{n} names loaded'],
  listProgressText: ['Sudah boleh memindai sambil menunggu.', 'You can scan meanwhile.'],
  listAsOf: ['Daftar per {time}', 'List as of {time}'],

  whoComes: ['Yang datang', 'Who comes'],
  headComes: ['Hadir sendiri', 'In person'],
  delegateComes: ['Diwakili', 'A delegate'],
  delegateNext: ['Untuk pindaian berikutnya saja. Boleh dikosongkan.', 'For the next scan only. May be left empty.'],

  noScans: ['Belum ada pindaian', 'No scans yet'],
  noScansText: [
    'Pindaian terakhir muncul di sini, juga yang belum terkirim.',
    'The last scans appear here, and those that are not sent yet.',
  ],
  lastScans: ['Pindaian terakhir', 'Last scans'],
  notSent: ['Belum terkirim', 'Not sent yet'],
  openDetails: ['Buka rincian', 'Open details'],

  export: ['Berkas pindaian', 'File of scans'],
  refused: ['Server tidak menerima pintu ini', 'The server does not accept this door'],
  refusedShort: ['Ditolak server', 'Not accepted'],
  refusedText: [
    'Pindaian tetap tersimpan di ponsel ini dan tidak terkirim. Beri tahu panitia, lalu serahkan berkas pindaian (tombol di bagian bawah layar).',
    'Scans are still kept on this phone, and are not sent. Tell the organiser, then hand over the file of scans (button at the bottom).',
  ],
  givenUp: ['{n} catatan tidak dapat dibaca server', 'Records that the server cannot read: {n}'],
  givenUpText: [
    'Catatan itu tetap tersimpan di ponsel ini. Serahkan berkas pindaian kepada panitia (tombol di bagian bawah layar).',
    'They are still kept on this phone. Hand the file of scans to the organiser (button at the bottom).',
  ],

  leave: ['Lepas pintu ini', 'Leave this door'],
  leaveTitle: ['Lepas {door}?', 'Leave {door}?'],
  leaveText: [
    'Daftar undangan dihapus dari perangkat ini. Untuk memakainya lagi, minta kode pemasangan baru.',
    'The list of invitations is erased from this device. To use it again, ask for a new pairing code.',
  ],
  leaveNow: ['Lepas', 'Leave'],
  leaveUnsent: ['{n} catatan belum terkirim', 'Records not sent: {n}'],
  leaveUnsentText: [
    'Pintu dapat dilepas sesudah semuanya terkirim. Tunggu sampai tersambung, atau serahkan berkas pindaian kepada panitia.',
    'The door can be left once all of them are sent. Wait until there is a connection, or hand the file of scans to the organiser.',
  ],
  leaveInFileText: [
    'Catatan ini hanya ada di perangkat ini dan di berkas yang Anda serahkan. Lepaskan sesudah panitia berhasil mengunggahnya.',
    'They are only on this device and in the file that you handed over. Leave once the organiser has uploaded it.',
  ],
  leaveUnsavedText: [
    'Buat dahulu berkas pindaian dan serahkan kepada panitia. Sesudah itu pintu dapat dilepas.',
    'First make the file of scans and hand it to the organiser. After that the door can be left.',
  ],
});
