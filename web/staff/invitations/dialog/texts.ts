import { dictionary } from '../../../shared/i18n.ts';

export const t = dictionary({
  back: ['Batal', 'Cancel'],

  // Link and QR
  linkTitle: ['Tautan dan kode QR', 'Link and QR code'],
  link: ['Tautan undangan', 'Link of the invitation'],
  linkHint: [
    'Tautan ini adalah kuncinya: kirim hanya kepada yang diundang.',
    'The link is the key: send it only to the one invited.',
  ],
  linkStoodIn: [
    'Selama diwakili, tautan ini hanya menampilkan halaman. Kode di pintu adalah milik wakilnya.',
    "While a delegate is named, this link only shows the page. The code at the door is the delegate's.",
  ],
  copyLink: ['Salin tautan', 'Copy the link'],
  linkCopied: ['Tautan disalin.', 'Link copied.'],
  qrAlt: ['Kode QR undangan {who}', 'QR code of the invitation for {who}'],
  noLink: ['Undangan ini dicabut; tidak ada tautan yang berlaku.', 'This invitation is revoked; no link is valid.'],
  onlyOrganizer: ['Tautan undangan hanya terlihat oleh panitia.', 'Only organisers see the links of invitations.'],

  // The message
  messageTitle: ['Pesan undangan', 'Message of invitation'],
  messageShow: ['Tampilkan pesan', 'Show the message'],
  messageNone: ['Tidak ada pesan untuk undangan ini.', 'There is no message for this invitation.'],
  copyMessage: ['Salin pesan', 'Copy the message'],
  messageCopied: ['Pesan disalin.', 'Message copied.'],
  send: ['Kirim lewat WhatsApp', 'Send by WhatsApp'],
  phoneKnown: ['Nomornya ada di daftar unit.', 'The register knows the number.'],
  phoneUnknown: [
    'Nomornya belum ada di daftar unit; pilih penerimanya di WhatsApp.',
    'The register knows no number; choose the recipient in WhatsApp.',
  ],

  // Re-issue and revoke
  codeTitle: ['Kode undangan', 'Code of the invitation'],
  reissue: ['Ganti kode', 'Replace the code'],
  reissueConfirm: [
    'Kode dan tautan lama langsung tidak berlaku. Lanjutkan?',
    'The old code and link stop working at once. Go on?',
  ],
  reissueDelegation: [
    'Perwakilan juga berakhir: tautan dan kode wakil tidak berlaku lagi.',
    "The delegation ends as well: the delegate's link and code stop working.",
  ],
  reissueSure: ['Ya, ganti kode', 'Yes, replace it'],
  reissued: ['Kode baru dibuat. Kirim ulang tautannya.', 'A new code was made. Send the link again.'],
  revoke: ['Cabut undangan', 'Revoke the invitation'],
  revokeConfirm: [
    'Undangan, kode, dan tautannya tidak berlaku lagi. Lanjutkan?',
    'The invitation, its code and its link stop working. Go on?',
  ],
  revokeSure: ['Ya, cabut', 'Yes, revoke'],

  // Seat and wave
  placeTitle: ['Tempat', 'Place'],
  seat: ['Kursi atau baris', 'Seat or row'],
  seatHint: ['Tampil di pintu saat orangnya datang.', 'The door shows it when they arrive.'],
  seatSave: ['Simpan kursi', 'Save the seat'],
  seatSaved: ['Kursi disimpan', 'Seat saved'],
  seatIs: ['Kursi atau baris: {seat}', 'Seat or row: {seat}'],
  waveSave: ['Simpan gelombang', 'Save the wave'],
  waveSaved: ['Gelombang disimpan', 'Wave saved'],
  waveIs: ['Gelombang: {wave}', 'Wave: {wave}'],

  // The answer
  answerTitle: ['Jawaban', 'Answer'],
  answeredByLink: ['lewat tautan, {when}', 'by the link, {when}'],
  answeredByStaff: ['dicatat panitia dari telepon, {when}', 'noted by the staff from a call, {when}'],
  reasonIs: ['Alasan: {reason}', 'Reason: {reason}'],
  remindedAt: ['Terakhir diingatkan {when}', 'Last reminded {when}'],
  note: ['Catat jawaban dari telepon', 'Note an answer by telephone'],
  noteAgain: ['Ubah jawaban dari telepon', 'Change the answer by telephone'],
  whichAnswer: ['Jawabannya', 'The answer'],
  needAnswer: ['Pilih jawabannya.', 'Choose the answer.'],
  reason: ['Alasan', 'Reason'],
  reasonHint: ['Cukup singkat: dinas luar, sakit, cuti.', 'Briefly: on duty elsewhere, ill, on leave.'],
  needReason: ['Isi alasannya.', 'Enter the reason.'],
  acting: ['Status jabatan wakil', 'How the delegate holds that office'],
  actingUnknown: ['Tidak diisi', 'Not stated'],
  takesBack: [
    'Perwakilan yang ada dibatalkan: tautan dan kode wakil tidak berlaku lagi.',
    "The delegation is taken back: the delegate's link and code stop working.",
  ],
  noteSave: ['Simpan jawaban', 'Save the answer'],
  noted: ['Jawaban dicatat', 'The answer was noted'],
  delegateTitle: ['Wakil', 'Delegate'],
  delegateUnknown: ['Nama wakil belum disebut.', 'The delegate is not named yet.'],
  delegateLetter: ['Surat tugas {letter}', 'Letter of assignment {letter}'],
  delegateLink: ['Tautan wakil', "The delegate's link"],
  delegateLinkHint: [
    'Kode QR di tautan ini yang berlaku di pintu. Kirim hanya kepada wakilnya.',
    'The QR code behind this link opens the door. Send it only to the delegate.',
  ],
  copyDelegateLink: ['Salin tautan wakil', "Copy the delegate's link"],
  delegateLinkCopied: ['Tautan wakil disalin.', "The delegate's link was copied."],

  // The phone that confirmed
  helpTitle: ['Meminta bantuan', 'Asks for help'],
  phoneTitle: ['Ponsel', 'Phone'],
  boundText: [
    'Tautannya sudah dikonfirmasi dari satu ponsel. Di ponsel lain hanya tampil halaman netral tanpa nama dan kode.',
    'The link was confirmed on one phone. On any other it shows a neutral page without a name or a code.',
  ],
  phoneOfHolder: ['Tautan pejabatnya', "The head's link"],
  phoneOfDelegate: ['Tautan wakilnya', "The delegate's link"],
  boundTextDelegate: [
    'Wakilnya sudah mengonfirmasi dari satu ponsel. Di ponsel lain hanya tampil halaman netral tanpa nama dan kode.',
    'The delegate confirmed on one phone. On any other the link shows a neutral page without a name or a code.',
  ],
  releaseText: [
    'Lepaskan bila orangnya berganti ponsel, setelah Anda yakin siapa yang menelepon. Ponsel berikutnya yang mengonfirmasi akan terhubung. Ragu siapa yang sudah membukanya? Ganti kode undangannya.',
    'Release it when the person has changed phones and you are sure who is calling. The next phone that confirms is tied to it. In doubt who has seen it? Replace the code of the invitation.',
  ],
  release: ['Lepaskan', 'Release'],
  releaseHelp: ['Lepaskan dan tandai selesai', 'Release and settle the call'],
  released: ['Tautan dilepaskan dari ponsel', 'The link was released from the phone'],

  // Other offices of the same person
  othersTitle: ['Jabatan lain dari orang yang sama', 'Other offices of the same person'],
  othersNotInvited: ['{n} jabatan lainnya tidak diundang.', '{n} other offices are not invited.'],
});
