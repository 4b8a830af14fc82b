import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  provinceTitle: ['Cakupan {province}', 'Coverage of {province}'],
  nationTitle: ['Cakupan nasional', 'National coverage'],
  title: ['Cakupan', 'Coverage'],
  upNation: ['Semua provinsi', 'All provinces'],
  changed: ['Data per {time}', 'Data of {time}'],

  regency: ['Daerah', 'Region'],
  province: ['Provinsi', 'Province'],
  regencies: ['Daerah', 'Regions'],
  regenciesHeld: ['{held} dari {all}', '{held} of {all}'],
  sessions: ['Kegiatan', 'Sessions'],
  sessionsOf: ['{n} kegiatan', 'Sessions: {n}'],
  last: ['Terakhir', 'Last'],
  lastOf: ['terakhir {date}', 'last {date}'],
  expected: ['Unit diundang', 'Units invited'],
  inPerson: ['Hadir sendiri', 'In person'],
  acting: ['Pj/Pjs/Plt/Plh', 'Acting head'],
  delegated: ['Diwakili', 'By a delegate'],
  covered: ['Terwakili', 'Represented'],
  signed: ['Sudah ikrar', 'Pledged'],
  conflicts: ['Perbedaan terbuka', 'Open disagreements'],
  conflictsOf: ['{n} perbedaan terbuka', 'Open disagreements: {n}'],
  ownProvince: ['Pemerintah Provinsi {name}', 'Provincial government of {name}'],
  notAmongRegencies: [
    'tidak termasuk hitungan kabupaten dan kota; unitnya ikut dijumlah',
    'not among the regencies and cities counted; its units are in the total',
  ],
  running: ['sedang berlangsung', 'running now'],
  notRegistered: ['belum terdaftar', 'not registered yet'],
  noSessions: ['belum ada kegiatan', 'no sessions yet'],
  noSessionsIn: ['tidak ada kegiatan tahun {year}', 'no sessions in {year}'],
  total: ['Jumlah', 'Total'],

  everRepresented: ['{part} dari {whole} unit pernah terwakili', '{part} of {whole} units represented at least once'],
  heldBy: [
    '{held} dari {all} kabupaten dan kota sudah mengadakan kegiatan; {registered} terdaftar.',
    '{held} of {all} regencies and cities have held sessions; registered: {registered}.',
  ],
  heldByIn: [
    '{held} dari {all} kabupaten dan kota mengadakan kegiatan pada tahun {year}; {registered} terdaftar.',
    '{held} of {all} regencies and cities held sessions in {year}; registered: {registered}.',
  ],
  emptyTitle: ['Belum ada angka', 'No figures yet'],
  emptyText: [
    'Angka muncul setelah daerah membuka kegiatan pertamanya.',
    'Figures appear once a region has opened its first session.',
  ],
  howCovered: [
    '{covered} dari {expected} unit pada daftar undangan {sessions} kegiatan: {inPerson} hadir sendiri + {acting} dihadiri Pj/Pjs/Plt/Plh + {delegated} diwakili.',
    '{covered} of {expected} units on the rosters of {sessions} sessions: {inPerson} in person + {acting} by an acting head + {delegated} by a delegate.',
  ],
  howSigned: [
    'Sudah ikrar: {signed} dari {due} unit yang wajib ({share}), bila pejabatnya sendiri sudah menandatangani pada salah satu kegiatan.',
    'Pledged: {signed} of {due} units that owe it ({share}), where the head has signed in one of the sessions.',
  ],
  how: [
    'Setiap unit dihitung satu kali di daerahnya: terwakili bila paling sedikit satu kali ada yang hadir untuknya. Penyebutnya daftar undangan yang dibekukan saat kegiatan dibuka.',
    'Each unit counts once in its region: represented if somebody stood there for it at least once. The denominator is the roster frozen when the session opened.',
  ],

  year: ['Tahun', 'Year'],
  allYears: ['Semua tahun', 'All years'],
  sort: ['Urutkan', 'Sort by'],
  sortCode: ['Kode wilayah', 'Region code'],
  sortLowest: ['Terwakili, terendah dahulu', 'Represented, lowest first'],
  sortHighest: ['Terwakili, tertinggi dahulu', 'Represented, highest first'],
  print: ['Cetak', 'Print'],
});
