import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  label: ['Nama, jabatan, atau sekolah', 'Name, office or school'],
  hint: ['Dua huruf sudah cukup.', 'Two letters are enough.'],
  none: ['Tidak ditemukan. Coba sebagian nama atau nama unit.', 'Nothing found. Try part of the name or of the unit.'],
  more: ['{n} lagi; ketik lebih lengkap.', '{n} more; type some more.'],
  found: ['{n} ditemukan', '{n} found'],
  noList: [
    'Daftar undangan belum termuat. Pindai kodenya, atau tunggu sampai daftarnya ada.',
    'The list of invitations has not loaded. Scan the code, or wait for the list.',
  ],
  isPresent: ['Sudah hadir', 'Checked in'],
  isRevoked: ['Dicabut', 'Revoked'],
  confirm: ['Catat hadir', 'Check in'],
  already: ['Sudah hadir {time}, {door}', 'Already checked in {time}, {door}'],
  delegated: ['Sudah menunjuk wakil: {who}', 'A delegate is named: {who}'],
  delegatedUnnamed: ['Sudah menunjuk wakil', 'A delegate is named'],
  isDelegated: ['Diwakili', 'Delegate named'],
  revoked: ['Undangan ini sudah dicabut panitia', 'The organiser has revoked this invitation'],
  whoComes: ['Yang datang', 'Who comes'],
  inPerson: ['Hadir sendiri', 'In person'],
  acting: ['Hadir sebagai Pj, Pjs, Plt, atau Plh', 'As Pj, Pjs, Plt or Plh'],
  delegate: ['Diwakili', 'A delegate'],
});
