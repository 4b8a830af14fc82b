import { dictionary } from '../shared/i18n.ts';

export const t = dictionary({
  invitation: ['Undangan', 'Invitation'],
  to: ['Kepada Yth.', 'To'],
  when: ['Hari dan waktu', 'Date and time'],
  where: ['Tempat', 'Place'],
  organizer: ['Penyelenggara', 'Organiser'],
  map: ['Lihat di peta', 'Show on a map'],
  agenda: ['Susunan acara', 'Programme'],
  nobodyNamed: [
    'Belum ada nama pejabat. Undangan ini untuk pemegang jabatan.',
    'No name is known yet. This invitation is for whoever holds the office.',
  ],

  code: ['Kode QR Anda', 'Your QR code'],
  codeShow: ['Tunjukkan di pintu.', 'Show it at the door.'],
  codeBright: [
    'Terangkan layar ponsel, atau cetak halaman ini.',
    'Turn the screen to full brightness, or print this page.',
  ],
  codeAlt: ['Kode QR undangan untuk {office}', 'QR code of the invitation for {office}'],
  codeInstead: [
    'Kode tidak terbaca? Sebutkan nama atau jabatan Anda; petugas dapat mencarinya.',
    'Code not readable? Say your name or office; the door staff can look it up.',
  ],
  codePersonal: [
    'Kode ini khusus untuk undangan ini. Jangan diunggah ke media sosial.',
    'This code is for this invitation only. Do not post it on social media.',
  ],
  codeEnlarge: ['Perbesar kode', 'Enlarge the code'],
  codeSave: ['Simpan gambar', 'Save as image'],
  codeFailed: ['Gambar kode belum termuat', 'The code has not loaded'],
  codeAgain: ['Muat kode lagi', 'Load the code again'],
  print: ['Cetak undangan', 'Print the invitation'],
  showAgain: ['Tampilkan kode QR lagi', 'Show the QR code again'],

  cancelled: ['Kegiatan ini dibatalkan', 'This session is cancelled'],
  cancelledText: [
    'Anda tidak perlu datang. Tanyakan jadwal pengganti kepada {organizer}.',
    'You need not come. Ask {organizer} about a new date.',
  ],
  closed: ['Kegiatan ini sudah selesai', 'This session is over'],
  closedAbsent: ['Kehadiran untuk undangan ini belum tercatat.', 'No attendance is recorded for this invitation.'],
  present: ['Anda tercatat hadir', 'Your attendance is recorded'],
  presentBy: ['Undangan ini tercatat dihadiri wakil', 'A delegate attended for this invitation'],
  checkedIn: ['Masuk {time} melalui {door}.', 'Checked in at {time}, {door}.'],
  delegateNamed: ['Diwakili oleh {who}.', 'Represented by {who}.'],
  delegateUnnamed: ['Nama wakil belum dicatat.', 'The delegate’s name was not recorded.'],
  letter: ['Surat tugas {letter}.', 'Letter of assignment {letter}.'],

  pledge: ['Ikrar netralitas', 'Neutrality pledge'],
  pledgeRead: ['Baca dan tandatangani', 'Read and sign'],
  pledgeReadOnly: ['Baca naskah', 'Read the text'],
  pledgeSignedAt: ['Ditandatangani {at}.', 'Signed on {at}.'],
  pledgeDelegateAt: [
    'Wakil menandatangani {at}. Tanda tangan itu hanya mengikat wakil itu sendiri.',
    'The delegate signed on {at}. That signature binds the delegate only.',
  ],
  pledgeHeadLater: [
    '{office} dapat menandatangani kemudian melalui tautan yang sama.',
    '{office} can sign later by this same link.',
  ],
  pledgeSymbolic: ['Penandatanganan simbolis {at}.', 'Symbolic signing on {at}.'],
  pledgeWitness: ['Menjadi saksi {at}.', 'Signed as a witness on {at}.'],
  pledgeNotOpen: ['Penandatanganan dimulai saat kegiatan dibuka.', 'Signing starts when the session opens.'],
  pledgeNow: ['Naskah sudah dapat ditandatangani.', 'The text can be signed now.'],

  back: ['Kembali ke undangan', 'Back to the invitation'],
  sign: ['Tandatangani', 'Sign'],
  signAs: ['Anda menandatangani sebagai', 'You sign as'],
  signAsHolder: ['{office}', '{office}'],
  signAsDelegate: ['Wakil dari {office}', 'Representative of {office}'],
  signDelegateHint: [
    'Tanda tangan wakil hanya mengikat wakil itu sendiri. {office} tetap “Belum ikrar” dan dapat menandatangani kemudian melalui tautan yang sama.',
    'A delegate’s signature binds the delegate only. {office} stays “Not yet pledged” and can sign later by this same link.',
  ],
  signerRecorded: [
    'Dicatat bersama tanda tangan wakil, yang hanya mengikat wakil itu sendiri.',
    'Recorded with the delegate’s signature, which binds the delegate only.',
  ],
  statement: ['Pernyataan', 'Statement'],
  haveRead: [
    'Saya telah membaca dan memahami seluruh naskah di atas.',
    'I have read and understood the whole text above.',
  ],
  signButton: ['Setuju dan tandatangani', 'Agree and sign'],
  signing: ['Mengirim…', 'Sending…'],
  chooseWho: ['Pilih Anda menandatangani sebagai siapa.', 'Choose as whom you sign.'],
  tickRead: ['Centang pernyataan bahwa Anda telah membaca naskah.', 'Tick the statement that you have read the text.'],
  electronic: [
    'Ini persetujuan elektronik (tanda tangan elektronik tidak tersertifikasi). Yang dicatat: sidik naskah, waktu, dan cara menandatangani.',
    'This is an electronic consent (an uncertified electronic signature). Recorded are the fingerprint of the text, the time and the method.',
  ],
  fingerprint: ['Sidik naskah', 'Fingerprint of the text'],
  notLost: [
    'Pilihan dan isian Anda tetap ada. Mengirim ulang tidak akan tercatat dua kali.',
    'What you chose and typed is kept. Sending again will not be recorded twice.',
  ],
  reloadText: ['Muat ulang naskah', 'Reload the text'],
  doneHolder: ['Ikrar Anda tercatat', 'Your pledge is recorded'],
  doneHolderText: ['{office}: Sudah ikrar, {at}.', '{office}: Pledged, {at}.'],
  doneDelegate: ['Tanda tangan wakil tercatat', 'The delegate’s signature is recorded'],
  doneAlready: [
    'Naskah ini sudah ditandatangani sebelumnya; tidak ada yang berubah.',
    'This text had been signed before; nothing has changed.',
  ],

  problemTitle: ['Undangan belum dapat ditampilkan', 'The invitation cannot be shown'],
  unknownTitle: ['Undangan tidak dikenal', 'Invitation not known'],
  unknownDo: [
    'Buka lagi tautan dari pesan undangan, atau pindai ulang kodenya. Tautan yang terpotong tidak dapat dibuka.',
    'Open the link in your invitation again, or scan its code once more. A link that was cut off cannot be opened.',
  ],
  revokedTitle: ['Undangan ini sudah tidak berlaku', 'This invitation is no longer valid'],
  revokedDo: [
    'Panitia mencabut atau mengganti undangan ini. Minta tautan baru kepada panitia; jangan memakai kode yang lama.',
    'The organiser has revoked or replaced this invitation. Ask them for a new link; do not use the old code.',
  ],
  draftTitle: ['Undangan belum diumumkan', 'Invitation not published yet'],
  draftDo: [
    'Panitia masih menyiapkan kegiatan ini. Buka lagi tautan ini nanti.',
    'The organiser is still preparing this session. Open this link again later.',
  ],
  offlineTitle: ['Belum tersambung', 'Not connected'],
  offlineDo: [
    'Periksa sinyal atau Wi-Fi, lalu coba lagi. Di pintu Anda tetap dapat dilayani dengan menyebut nama atau jabatan.',
    'Check the signal or Wi-Fi, then try again. At the door you can still be checked in by your name or office.',
  ],
  stale: ['Menampilkan data terakhir yang termuat.', 'Showing what was last loaded.'],

  data: ['Tentang data Anda', 'About your data'],
  dataController: ['Pengendali data', 'Controller'],
  dataPurpose: ['Tujuan', 'Purpose'],
  dataPurposeText: [
    'Mencatat kehadiran dan ikrar netralitas pada kegiatan ini, serta menyusun laporannya.',
    'To record attendance and the neutrality pledge at this session, and to report on them.',
  ],
  dataBasis: ['Dasar', 'Basis'],
  dataBasisText: [
    'Pelaksanaan tugas pemerintahan dan kewajiban hukum (UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 20), bukan persetujuan.',
    'A public task and a legal duty (Law 27/2022 on Personal Data Protection, art. 20), not consent.',
  ],
  dataKept: ['Yang dicatat', 'What is kept'],
  dataKeptText: [
    'Jabatan, nama dan gelar, waktu dan pintu masuk, siapa yang mewakili, waktu penandatanganan; bila memakai kode di pintu masuk, tanda acak ponsel Anda. Pilihan politik tidak dicatat.',
    'Office, name and titles, time and door, who represented you, time of signing; with the code at the entrance, a random mark of your phone. Political preference is never recorded.',
  ],
  dataRetention: ['Penyimpanan', 'Retention'],
  dataRetentionText: [
    'Di Indonesia, selama jadwal retensi arsip pemerintah daerah; sesudahnya dimusnahkan.',
    'In Indonesia, for the period of the regional government’s records schedule; then destroyed.',
  ],
  dataRights: ['Hak Anda', 'Your rights'],
  dataRightsText: [
    'Melihat dan membetulkan data: hubungi {organizer}.',
    'To see and correct your data, contact {organizer}.',
  ],
});
