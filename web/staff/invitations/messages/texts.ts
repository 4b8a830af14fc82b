import { dictionary } from '../../../shared/i18n.ts';

export const t = dictionary({
  title: ['Pesan undangan', 'Messages'],
  backInvitations: ['Ke daftar undangan', 'To the invitations'],
  purpose: ['Pesan untuk apa?', 'What are the messages for?'],
  INVITE: ['Undangan', 'Invitation'],
  REMIND: ['Pengingat', 'Reminder'],
  draft: ['Kegiatan belum diumumkan', 'The session is not published yet'],
  draftText: [
    'Tautan dalam pesan baru dapat dibuka setelah kegiatan diumumkan. Umumkan dahulu, lalu kirim pesannya.',
    'The links in the messages open only once the session is published. Publish it first, then send.',
  ],

  // The list
  listINVITE: ['Pesan undangan', 'Messages of invitation'],
  listREMIND: ['Pesan pengingat', 'Reminders'],
  listHint: [
    '{numbers} dari {n} penerima punya nomor di daftar unit. {done} ditandai sudah dikirim; tanda ini hanya disimpan di perangkat ini.',
    'The register has a number for {numbers} of {n} recipients. {done} are marked as sent; the marks are kept on this device only.',
  ],
  count: ['{n} pesan', '{n} messages'],
  download: ['Unduh satu berkas', 'Download as one file'],
  downloadHint: [
    'Berkas CSV berisi nomor, tautan, dan isi pesan untuk aplikasi pengirim milik unit Anda. Simpan baik-baik: tautannya adalah kunci.',
    "A CSV file with numbers, links and texts for your unit's own sender. Keep it safe: the links are keys.",
  ],
  search: ['Cari penerima', 'Search recipient'],
  show: ['Tampilkan', 'Show'],
  ALL: ['Semua', 'All'],
  NOT_SENT: ['Belum dikirim', 'Not sent yet'],
  NO_NUMBER: ['Tanpa nomor', 'Without a number'],
  nothing: ['Tidak ada pesan yang cocok.', 'No message matches.'],
  emptyINVITE: ['Belum ada undangan', 'There are no invitations yet'],
  emptyINVITEText: [
    'Undang unit lebih dahulu; pesannya lalu tampil di sini.',
    'Invite units first. Their messages then appear here.',
  ],
  emptyREMIND: ['Belum ada pengingat', 'There are no reminders yet'],
  emptyREMINDText: [
    'Tekan tombol di atas: pesan untuk yang belum menjawab lalu tampil di sini.',
    'Press the button above. The messages to those without an answer then appear here.',
  ],
  recipient: ['Penerima', 'Recipient'],
  number: ['Nomor', 'Number'],
  numberKnown: ['Ada', 'Known'],
  numberUnknown: ['Belum ada', 'Unknown'],
  action: ['Tindakan', 'Action'],
  copy: ['Salin pesan', 'Copy'],
  copyOf: ['Salin pesan untuk {who}', 'Copy the message for {who}'],
  send: ['WhatsApp', 'WhatsApp'],
  sendOf: ['Kirim lewat WhatsApp kepada {who}', 'Send by WhatsApp to {who}'],
  done: ['Sudah dikirim', 'Sent'],
  doneOf: ['Sudah dikirim kepada {who}', 'Sent to {who}'],
  copied: ['Pesan untuk {who} disalin.', 'The message for {who} was copied.'],
  opened: ['WhatsApp dibuka untuk {who}.', 'WhatsApp was opened for {who}.'],
  copyFailed: ['Tidak dapat menyalin. Pilih teks ini, lalu salin.', 'Could not copy. Select this text, then copy it.'],

  // Reminders
  remind: ['Ingatkan yang belum menjawab ({n})', 'Remind those without an answer ({n})'],
  remindText: [
    'Pesan pengingat disiapkan untuk undangan yang belum dijawab. Tidak ada yang diingatkan dua kali dalam sehari, jadi kirimlah pada hari yang sama: daftarnya berlaku 24 jam.',
    'Reminders are made for invitations without an answer. Nobody is reminded twice within a day, so send them the same day: the list holds for 24 hours.',
  ],
  remindNobody: [
    'Semua sudah menjawab. Tidak ada yang perlu diingatkan.',
    'Everybody has answered. Nobody is to be reminded.',
  ],
  remindAllRecent: [
    'Semua yang belum menjawab sudah diingatkan dalam 24 jam terakhir.',
    'All without an answer were reminded within the last 24 hours.',
  ],
  remindState: [
    'Pengingat dapat dikirim setelah kegiatan diumumkan dan sebelum selesai.',
    'Reminders can be sent once the session is published and before it is over.',
  ],
  claimed: ['{n} pengingat siap dikirim', '{n} reminders are ready to be sent'],
  claimedNone: ['Tidak ada pengingat baru', 'No new reminders'],
  waiting: [
    '{n} belum menjawab tetapi sudah diingatkan dalam sehari terakhir, jadi tidak ikut.',
    '{n} have not answered but were reminded within the last day, so they are left out.',
  ],
  leftOut: ['Yang sudah diingatkan dalam sehari terakhir ({n})', 'Reminded within the last day ({n})'],
  lastReminded: ['diingatkan {when}', 'reminded {when}'],
  unanswered: [
    'Jawaban server tidak sampai. Tekan lagi: pengingat yang sama dilanjutkan, tidak dibuat dua kali.',
    "The server's answer did not arrive. Press again: the same reminder goes on, it is not made twice.",
  ],
  which: ['Pengingat yang ditampilkan', 'Which reminders'],
  thisOne: ['Yang baru disiapkan', 'Those just made'],
  every: ['Semua pengingat 24 jam terakhir', 'All reminders of the last 24 hours'],

  // E-mail
  mail: ['Surel', 'E-mail'],
  mailNot: [
    'Pemasangan ini belum diatur untuk mengirim surel. Salin pesannya, kirim lewat WhatsApp, atau unduh berkasnya.',
    'This installation is not set up to send e-mail. Copy the messages, send them by WhatsApp, or download the file.',
  ],
  mailText: [
    '{n} penerima punya alamat surel di daftar unit. Setiap orang mendapat satu surel untuk satu pesan, walau tombolnya ditekan lagi; yang tidak terkirim dicoba lagi.',
    'The register has an e-mail address for {n} recipients. Each gets one e-mail for one message, however often the button is pressed; what was not sent is tried again.',
  ],
  mailDead: ['Tautan di {n} surel sudah dicabut', 'The link in {n} e-mails was withdrawn'],
  mailDeadText: [
    'Tautan itu tidak membuka apa pun lagi. Kirim lagi: mereka yang belum hadir mendapat surel dengan tautan baru.',
    'It opens nothing any more. Send again: those who have not come yet get an e-mail with a new link.',
  ],
  mailWhen: [
    'Surel dapat dikirim setelah kegiatan diumumkan dan sebelum selesai.',
    'E-mails can be sent once the session is published and before it is over.',
  ],
  mailQueue: ['Kirim surel', 'Send e-mails'],
  mailQueued: ['{n} surel masuk antrean', '{n} e-mails were queued'],
  mailQueuedNone: ['Tidak ada surel baru', 'No new e-mails'],
  mailAlready: ['{n} sudah pernah masuk antrean.', '{n} had been queued before.'],
  mailWithout: ['{n} tidak punya alamat surel.', '{n} have no e-mail address.'],
  mailStates: ['Keadaan surel', 'State of the e-mails'],
  mailState: ['Keadaan', 'State'],
  mailCount: ['Jumlah', 'Number'],
  mailNone: ['Belum ada surel.', 'There are no e-mails yet.'],
  mailTroubles: ['Surel yang perlu dilihat', 'E-mails to look at'],
  mailWhy: ['Sebab', 'Reason'],
  QUEUED: ['Menunggu', 'Waiting'],
  SENDING: ['Sedang dikirim', 'Being sent'],
  SENT: ['Terkirim', 'Sent'],
  FAILED: ['Tidak terkirim', 'Not sent'],
  UNCERTAIN: ['Belum pasti', 'Uncertain'],
  NO_ADDRESS: ['Alamat surelnya sudah tidak ada di daftar unit.', 'The register has no address any more.'],
  NOT_DUE: [
    'Tidak perlu lagi: undangannya dicabut, kodenya diganti, sudah dijawab, pengingatnya lewat sehari, atau kegiatan selesai.',
    'No longer due: the invitation was revoked, re-issued or answered, the reminder is older than a day, or the session is over.',
  ],
  REFUSED: [
    'Layanan surel menolak alamat atau suratnya. Perbaiki alamatnya di daftar unit, lalu kirim lagi.',
    'The mail service does not take this address or mail. Correct the address in the register, then send again.',
  ],
  uncertainText: [
    'Pengirim berhenti di tengah jalan: surel mungkin sudah sampai. Tidak dikirim ulang otomatis.',
    'The sender stopped half-way: the e-mail may have arrived. It is not sent again by itself.',
  ],

  // The regency's own wording
  wording: ['Ubah kata-kata pesan', 'Change the wording'],
  wordingText: [
    'Berlaku untuk semua kegiatan daerah ini. Kata dalam kurung kurawal diisi untuk setiap penerima:',
    'Holds for every session of this regency. The words in braces are filled in for each recipient:',
  ],
  wordingField: ['Kata-kata pesan {purpose}', 'Wording: {purpose}'],
  preview: ['Contoh hasilnya', 'What it looks like'],
  exampleWho: ['Yth. Camat Contoh', 'Yth. Camat Contoh'],
  linkAdded: ['Tanpa {tautan}, tautan ditambahkan di akhir pesan.', 'Without {tautan} the link is added at the end.'],
  wordingEmpty: ['Isi kata-katanya, atau pakai kata-kata bawaan.', 'Write the wording, or use the usual one.'],
  wordingLong: ['Paling banyak 1.500 huruf; sekarang {n}.', 'At most 1,500 characters; now {n}.'],
  wordingUnknown: ['Tidak dikenal dan dibiarkan apa adanya: {names}', 'Not known, and left as it is: {names}'],
  wordingSave: ['Simpan kata-kata', 'Save the wording'],
  wordingUsual: ['Pakai kata-kata bawaan', 'Use the usual wording'],
  wordingSaved: ['Kata-kata pesan disimpan', 'The wording was saved'],
});
