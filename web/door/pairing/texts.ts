import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Pemindai pintu', 'Door scanner'],
  lead: [
    'Ponsel ini belum dipasangkan dengan pintu. Tidak perlu akun: panitia memberi kode pemasangan.',
    'This phone is not paired with a door yet. No account is needed: the organiser gives a pairing code.',
  ],
  howTitle: ['Kode pemasangan ada di konsol panitia', 'The pairing code is in the organiser’s console'],
  how: [
    'Panitia membuka kegiatan, memilih Pintu, lalu Tambah pintu. Pindai kode QR yang tampil.',
    'The organiser opens the session, chooses Doors, then Add a door. Scan the QR code that is shown.',
  ],
  scan: ['Pindai kode pemasangan', 'Scan the pairing code'],
  aim: ['Arahkan ke kode QR di layar panitia', 'Point at the QR code on the organiser’s screen'],
  otherwise: ['Alamat pemasangan dapat ditempel di bawah.', 'The pairing address can be pasted below.'],
  paste: ['Atau tempel alamat pemasangan', 'Or paste the pairing address'],
  pasteHint: [
    'Alamat yang dikirim panitia, berakhiran /pintu/#…',
    'The address from the organiser, ending in /pintu/#…',
  ],
  useAddress: ['Pakai alamat ini', 'Use this address'],
  addressMissing: ['Tempel alamat pemasangan dari panitia.', 'Paste the pairing address from the organiser.'],
  notACode: [
    'Ini bukan kode pemasangan. Minta panitia membuka Pintu, lalu Tambah pintu.',
    'This is not a pairing code. Ask the organiser to open Doors, then Add a door.',
  ],
  invitationCode: [
    'Ini kode undangan. Untuk memasang pintu, pindai kode dari layar panitia.',
    'This is the code of an invitation. To pair a door, scan the code on the organiser’s screen.',
  ],

  askTitle: ['Pasangkan perangkat ini?', 'Pair this device?'],
  askLead: [
    'Perangkat ini menjadi pintu kegiatan yang kodenya Anda pindai. Nama pintu dan kegiatan tampil sesudah terpasang.',
    'This device becomes a door of the session whose code you scanned. The names of door and session show once paired.',
  ],
  askDoes: [
    'Perangkat ini dapat mencatat kehadiran, di pintu itu saja.',
    'This device can check people in, at that door only.',
  ],
  askKeeps: [
    'Daftar undangan disimpan terkunci di perangkat ini, agar pintu bekerja tanpa sinyal.',
    'The list of invitations is kept locked on this device, so that the door works without a signal.',
  ],
  askEnds: [
    'Panitia dapat memutus perangkat ini kapan saja; daftarnya lalu terhapus.',
    'The organiser can cut this device off at any time; the list is then erased.',
  ],
  pair: ['Pasangkan', 'Pair'],
  notNow: ['Batal', 'Cancel'],
  failedTitle: ['Belum terpasang', 'Not paired yet'],
  otherCode: ['Pakai kode lain', 'Use another code'],

  haveTitle: ['Perangkat ini sudah menjadi pintu', 'This device is a door already'],
  haveLead: ['{door}, {session}', '{door}, {session}'],
  haveText: [
    'Anda membuka kode pemasangan yang baru. Satu perangkat hanya untuk satu pintu.',
    'You opened a new pairing code. One device is for one door only.',
  ],
  keep: ['Tetap pakai {door}', 'Keep using {door}'],
  replace: ['Lepas, lalu pasangkan yang baru', 'Leave it, then pair anew'],
  cannotLeave: ['{n} catatan belum terkirim', 'Records not sent: {n}'],
  inFileText: [
    'Catatan itu hanya ada di perangkat ini dan di berkas yang Anda serahkan. Lepaskan sesudah panitia berhasil mengunggahnya.',
    'They are only on this device and in the file that you handed over. Leave once the organiser has uploaded it.',
  ],
  cannotLeaveText: [
    'Pintu lama baru dapat dilepas sesudah semuanya terkirim. Tunggu sampai tersambung.',
    'The old door can be left only when all of them are sent. Wait until there is a connection.',
  ],

  insecure: ['Alamat ini tidak aman', 'This address is not secure'],
  insecureText: [
    'Pada alamat http:// peramban mengunci kamera dan penyimpanan kunci, jadi pintu tidak dapat bekerja di sini.',
    'On an http:// address the browser locks the camera and the storage of keys, so the door cannot work here.',
  ],
  insecureTodo: [
    'Minta panitia alamat yang diawali https://, atau pakai peramban di komputer yang menjalankan Hadir (http://localhost).',
    'Ask the organiser for an address that begins with https://, or use a browser on the computer that runs Hadir (http://localhost).',
  ],
  noStorage: ['Peramban ini tidak menyimpan data', 'This browser keeps no data'],
  noStorageText: [
    'Pintu harus menyimpan pindaian agar tidak ada yang hilang. Buka di jendela biasa, bukan jendela samaran, atau izinkan penyimpanan situs.',
    'A door must keep its scans so that none is lost. Open it in a normal window, not a private one, or allow site storage.',
  ],
  occupied: ['Pintu sudah terbuka di tab lain', 'The door is open in another tab'],
  occupiedText: [
    'Satu perangkat menjalankan satu pintu. Pakai tab itu, atau tutup lalu coba lagi di sini.',
    'One device runs one door. Use that tab, or close it and try again here.',
  ],
});
