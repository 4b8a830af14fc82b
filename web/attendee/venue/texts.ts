import type { RefusalReason } from '../../../functions/check-in/check-in-schema.ts';
import { dictionary, type Pair, pick } from '../../shared/i18n.ts';

export const t = dictionary({
  atVenue: ['Catat kehadiran', 'Check in'],
  opening: ['Membuka kode pintu masuk', 'Opening the code at the entrance'],
  openUntil: [
    'Kode pintu masuk berlaku di ponsel ini sampai {time}.',
    'The code at the entrance is good on this phone until {time}.',
  ],
  print: [
    'Kode ini dari cetakan, bukan layar. Kehadirannya dicatat dengan tanda itu.',
    'This code is from a print, not the screen. The check-in is recorded with that mark.',
  ],

  whose: ['Undangan mana?', 'Which invitation?'],
  whoseText: ['Undangan yang pernah dibuka di ponsel ini:', 'Invitations that were opened on this phone:'],
  other: ['Undangan lain', 'Another invitation'],
  askTitle: ['Buka undangan Anda', 'Open your invitation'],
  askText: [
    'Ponsel ini belum mengenal undangan Anda untuk kegiatan ini. Pilih salah satu cara:',
    'This phone does not know your invitation to this session yet. Choose one way:',
  ],
  askOpen: [
    'Buka tautan dari pesan undangan Anda di ponsel ini. Tombol catat kehadiran tampil di sana.',
    'Open the link in your invitation message on this phone. The button to check in appears there.',
  ],
  askPaste: ['Atau tempel tautan itu di sini.', 'Or paste that link here.'],
  askNone: [
    'Tidak ada undangan di tangan? Sebutkan nama atau jabatan Anda kepada petugas di pintu.',
    'No invitation at hand? Say your name or office to the staff at the door.',
  ],
  link: ['Tautan undangan', 'Link of the invitation'],
  linkHint: ['Boleh seluruh isi pesannya.', 'The whole message will do.'],
  linkBad: [
    'Tautan undangan tidak ditemukan di sini. Salin tautannya secara utuh dari pesan undangan.',
    'There is no link of an invitation in this. Copy the whole link from your invitation message.',
  ],
  continue: ['Lanjut', 'Continue'],

  cardTitle: ['Anda berada di tempat kegiatan', 'You are at the venue'],
  who: ['Siapa yang hadir?', 'Who is here?'],
  self: ['Hadir sendiri', 'In person'],
  selfActing: ['Hadir sendiri sebagai {office}', 'In person, as {office}'],
  delegated: ['Diwakili', 'By a delegate'],
  delegatedHint: ['Saya datang mewakili {office}.', 'I have come to represent {office}.'],
  send: ['Catat hadir', 'Check in'],
  sending: ['Mengirim…', 'Sending…'],
  notLost: [
    'Pilihan dan isian Anda tetap ada. Mengirim ulang tidak akan tercatat dua kali.',
    'What you chose and typed is kept. Sending again will not be recorded twice.',
  ],

  present: ['HADIR', 'PRESENT'],
  presentAt: ['Tercatat {time}, {door}.', 'Recorded at {time}, {door}.'],
  already: ['SUDAH HADIR', 'ALREADY PRESENT'],
  alreadyAt: ['Masuk {time} melalui {door}.', 'Checked in at {time}, {door}.'],
  alreadyNotYou: ['Bukan Anda? Sampaikan kepada petugas di pintu.', 'Not you? Tell the staff at the door.'],
  othersAtDoor: [
    'Belum tercatat: {offices}. Tunjukkan kode undangan Anda kepada petugas di pintu, yang dapat mencatatnya sekaligus.',
    'Not recorded yet: {offices}. Show the code of your invitation to the staff at the door, who can record it from the same code.',
  ],
  refused: ['DITOLAK', 'REFUSED'],
  delegateNamed: ['SUDAH DIWAKILKAN', 'DELEGATE NAMED'],
  byDelegate: ['Diwakili {who}.', 'Represented by {who}.'],
  byUnnamed: ['Diwakili.', 'By a delegate.'],
  boundTitle: ['Undangan ini sudah dikonfirmasi dari ponsel lain', 'This invitation was confirmed on another phone'],
  boundText: [
    'Catat kehadiran dari ponsel itu, sebutkan nama Anda kepada petugas di pintu, atau minta bantuan panitia di halaman undangan.',
    'Check in from that phone, say your name to the staff at the door, or ask the organiser for help on the invitation’s page.',
  ],
  toInvitation: ['Buka undangan', 'Open the invitation'],
  next: ['Catat undangan lain', 'Check in another invitation'],

  staleTitle: ['Kode sudah berganti', 'The code has changed'],
  staleText: [
    'Kode di layar berganti setiap 30 detik, agar foto kode tidak dapat dipakai dari jauh. Pindai kode yang sekarang tampil di pintu masuk dengan kamera ponsel Anda.',
    'The code on the screen changes every 30 seconds, so that a photo of it cannot be used from afar. Scan the one now shown at the entrance with your phone’s camera.',
  ],
  endedTitle: ['Waktu mencatat sudah habis', 'The time to check in has run out'],
  endedText: [
    'Kode pintu masuk berlaku lima menit di ponsel Anda. Pindai lagi kode yang sekarang tampil di pintu masuk.',
    'The code at the entrance is good for five minutes on your phone. Scan the one now shown at the entrance again.',
  ],
  unknownTitle: ['Kode tidak dikenal', 'Code not known'],
  unknownText: [
    'Pindai kode di pintu masuk sekali lagi, atau hubungi petugas di pintu.',
    'Scan the code at the entrance once more, or ask the staff at the door.',
  ],
  notOpenTitle: ['Kegiatan belum dibuka', 'The session has not opened yet'],
  notOpenText: [
    'Pindai lagi kode di pintu masuk setelah panitia membuka kegiatan.',
    'Scan the code at the entrance again when the organiser has opened the session.',
  ],
  overTitle: ['Kegiatan sudah selesai', 'The session is over'],
  overText: [
    'Kehadiran tidak dapat dicatat lagi dengan kode ini. Hubungi panitia.',
    'Nobody can check in with this code any more. Ask the organiser.',
  ],
  cancelledTitle: ['Kegiatan dibatalkan', 'The session is cancelled'],
  cancelledText: ['Tanyakan jadwal pengganti kepada panitia.', 'Ask the organiser about a new date.'],
  offlineTitle: ['Belum tersambung', 'Not connected'],
  offlineText: [
    'Kehadiran Anda belum tercatat. Periksa sinyal atau Wi-Fi, lalu coba lagi. Petugas di pintu juga dapat mencatat Anda.',
    'You are not checked in yet. Check the signal or Wi-Fi, then try again. The staff at the door can check you in as well.',
  ],

  remembered: ['Ponsel ini mengingat undangan ini', 'This phone remembers this invitation'],
  rememberedText: [
    'Agar kode di pintu masuk langsung mengenalinya. Ingatan ini hanya ada di ponsel ini dan hilang sendiri sehari setelah kegiatan atau setelah terakhir dibuka.',
    'So that the code at the entrance finds it at once. It is kept on this phone only, and goes by itself a day after the session or after it was last opened.',
  ],
  forget: ['Lupakan undangan ini', 'Forget this invitation'],
  forgetOf: ['Lupakan undangan ini: {office}', 'Forget this invitation: {office}'],
  forgotten: ['Undangan ini tidak lagi diingat di ponsel ini.', 'This phone no longer remembers this invitation.'],
});

const refusals: Record<RefusalReason, Pair> = {
  UNKNOWN: [
    'Undangan ini tidak dikenal. Hubungi petugas di pintu.',
    'This invitation is not known. Ask the staff at the door.',
  ],
  OTHER_SESSION: ['Undangan ini untuk kegiatan lain.', 'This invitation is for another session.'],
  REVOKED: [
    'Tautan ini sudah dicabut atau diganti. Wakil bertanya kepada pejabat yang menunjuknya; selain itu, minta tautan baru kepada panitia.',
    'This link was revoked or replaced. A delegate asks the official who named them; otherwise ask the organiser for a new link.',
  ],
  DELEGATED: [
    'Wakil sudah ditunjuk untuk undangan ini. Ingin hadir sendiri? Batalkan perwakilan di halaman undangan, atau sampaikan kepada petugas di pintu.',
    'A delegate has been named for this invitation. To come yourself, take the delegation back on the invitation’s page, or tell the staff at the door.',
  ],
  SESSION_NOT_OPEN: ['Kegiatan belum dibuka.', 'The session has not opened yet.'],
  SESSION_OVER: ['Kegiatan sudah selesai.', 'The session is over.'],
  SESSION_CANCELLED: ['Kegiatan dibatalkan.', 'The session is cancelled.'],
  UNDONE: [
    'Pencatatan ini dibatalkan petugas. Hubungi petugas di pintu.',
    'This check-in was taken back by the staff. Ask them at the door.',
  ],
  DOOR_CUT_OFF: ['Hubungi petugas di pintu.', 'Ask the staff at the door.'],
};
export const refusalText = (reason: RefusalReason): string => pick(refusals[reason] ?? refusals.UNKNOWN);
