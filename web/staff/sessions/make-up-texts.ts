import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  make: ['Buat kegiatan susulan', 'Make a make-up session'],
  text: [
    'Draf baru dengan rencana kegiatan ini. Hanya unit yang dipilih di bawah yang diundang, tanpa tamu.',
    'A new draft with the plan of this session. Only the units chosen below are invited, and no guests.',
  ],
  whom: ['Siapa yang diundang?', 'Who is invited?'],
  EITHER: ['Yang belum hadir atau belum ikrar', 'Those missing or not yet pledged'],
  EITHERhint: ['{n} unit yang kurang salah satunya atau keduanya', 'Units that lack the one, the other, or both: {n}'],
  MISSING: ['Yang belum hadir saja', 'Only those missing'],
  NOT_PLEDGED: ['Yang belum ikrar saja', 'Only those not yet pledged'],
  withAbsent: ['{n} unit, termasuk {absent} yang juga belum hadir', 'Units: {n}, of which {absent} were missing too'],
  units: ['{n} unit', 'Units: {n}'],
  start: ['Mulai ({zone})', 'Start ({zone})'],
  startHint: [
    'Tempat dan lamanya sama; dapat diubah pada draf.',
    'Place and length are the same; both can be changed in the draft.',
  ],
  needStart: ['Isi waktu mulai.', 'Enter when it starts.'],
  send: ['Buat dan undang', 'Make it and invite'],
  nobody: ['Tidak ada yang perlu diundang lagi', 'Nobody needs to be invited again'],
  nobodyText: [
    'Semua unit sudah hadir, dan tidak ada yang masih harus ikrar.',
    'All units were there, and none still owes a pledge.',
  ],
  made: ['Draf susulan dengan {n} undangan sudah dibuat', 'The draft with {n} invitations has been made'],
  gone: [
    '{n} unit sudah tidak ada di daftar unit dan tidak diundang.',
    '{n} units are no longer in the register and were not invited.',
  ],
  dropped: [
    'Dasar hukum berikut tidak berlaku pada tanggal baru dan tidak disalin. Pilih penggantinya di rencana draf.',
    'These legal bases are not in force on the new date and were not copied. Pick others in the plan of the draft.',
  ],
  open: ['Buka draf susulan', 'Open the draft'],
});
