import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Tanpa undangan', 'Without an invitation'],
  lead: [
    'Dicatat terpisah; tidak mengubah angka kehadiran unit.',
    'Recorded apart; the figures of units do not change.',
  ],
  guest: ['Tamu tanpa undangan', 'A guest without an invitation'],
  guestHint: ['Nama, jabatan, instansi', 'Name, office, institution'],
  group: ['Rombongan', 'A group'],
  groupHint: ['Jumlah orang saja', 'A head count only'],
  name: ['Nama', 'Name'],
  office: ['Jabatan', 'Office'],
  officeHint: ['Misalnya Danramil, wartawan, tokoh masyarakat', 'Such as commander, journalist, community figure'],
  officeMissing: ['Isi jabatan atau sebutannya.', 'Fill in the office or what they are called.'],
  institution: ['Instansi', 'Institution'],
  record: ['Catat hadir', 'Check in'],
  count: ['Jumlah orang', 'Number of people'],
  countWrong: ['Isi jumlah dari 1 sampai 500.', 'Fill in a number from 1 to 500.'],
  label: ['Keterangan', 'Note'],
  labelHint: ['Misalnya siswa SMPN 1, staf pendamping', 'Such as pupils of SMPN 1, accompanying staff'],
  recordGroup: ['Catat jumlah', 'Record the count'],
});
