import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  atAGlance: ['Sekilas', 'At a glance'],
  everRepresented: ['{part} dari {whole} unit pernah terwakili', '{part} of {whole} units represented at least once'],
  coverage: ['Cakupan', 'Coverage'],
  never: ['Belum pernah terwakili', 'Never represented'],
  neverShort: ['Belum pernah', 'Never'],
  notYet: ['Belum ikrar', 'Not yet pledged'],
  conflicts: ['Perbedaan antarpintu', 'Open disagreements'],
  doors: ['Pintu belum mengirim', 'Doors with unsent scans'],
  scans: ['{n} pindaian', '{n} scans'],
  inPerson: ['Hadir sendiri', 'In person'],
  acting: ['Pj/Pjs/Plt/Plh', 'Acting head'],
  delegated: ['Diwakili', 'Delegate'],
  noPledge: ['Tanpa ikrar', 'No pledge'],

  // How a figure was counted
  howOf: ['Cara menghitung: {of}', 'How it was counted: {of}'],
  how: ['Cara menghitung', 'How it was counted'],
  toList: ['Lihat daftarnya', 'See the list'],
  howCovered: [
    '{covered} dari {expected} unit {frozen}: {inPerson} hadir sendiri + {acting} dihadiri Pj/Pjs/Plt/Plh + {delegated} diwakili.',
    '{covered} of {expected} units {frozen}: {inPerson} in person + {acting} by an acting head + {delegated} by a delegate.',
  ],
  frozenOne: ['pada daftar undangan yang dibekukan {time}', 'of the roster frozen on {time}'],
  frozenMany: [
    'pada daftar undangan {n} kegiatan, masing-masing dibekukan saat kegiatan dibuka',
    'of the rosters of {n} sessions, each frozen when its session opened',
  ],
  howOnce: [
    'Setiap unit dihitung satu kali, menurut kehadiran terbaiknya: hadir sendiri, lalu pejabat, lalu wakil. Tamu tidak ikut dihitung.',
    'Each unit counts once, by the best of its presences: in person, then an acting head, then a delegate. Guests do not count.',
  ],
  howParts: [
    'Hadir sendiri: {inPerson} unit yang pejabatnya pernah hadir. Pj/Pjs/Plt/Plh: {acting} unit lain yang pernah dihadiri pejabat sementaranya. Diwakili: {delegated} unit lain yang hanya pernah mengirim wakil.',
    'In person: {inPerson} units whose head was there at least once. Acting head: {acting} others that an acting head was there for. Delegate: {delegated} others that only ever sent a delegate.',
  ],
  howClass: [
    '{class}: {inPerson} + {acting} + {delegated} = {covered} dari {expected} unit ({share}); {never} belum pernah terwakili.',
    '{class}: {inPerson} + {acting} + {delegated} = {covered} of {expected} units ({share}); {never} never represented.',
  ],
  howClasses: [
    'Hadir sendiri + Pj/Pjs/Plt/Plh + diwakili, setiap unit satu kali, menurut kelasnya pada kegiatan terakhir yang mengundangnya.',
    'In person + acting head + delegate, each unit once, by its class in the latest session that it was invited to.',
  ],
  howCells: [
    'Setiap sel: unit yang pernah terwakili dari unit yang diundang, menurut kelas dan {district} pada kegiatan terakhir yang mengundangnya. Jumlah semua sel: {covered} dari {expected}.',
    'Each cell: units represented at least once of units invited, by class and {district} in the latest session that they were invited to. All cells together: {covered} of {expected}.',
  ],
  howWorst: [
    'Diurutkan menurut banyaknya unit yang belum pernah terwakili. Teratas: {expected} diundang − {covered} pernah terwakili = {never}.',
    'In the order of units never represented. The first: {expected} invited − {covered} represented at least once = {never}.',
  ],
  howMissedTwice: [
    '{n} unit tidak hadir pada dua kegiatan atau lebih. Hanya kegiatan yang sudah ditutup yang dihitung; ikut lewat daring tidak dihitung tidak hadir.',
    '{n} units were absent from two sessions or more. Only closed sessions count; taking part by video is no absence.',
  ],
  howDelegatedTwice: [
    '{n} unit diwakili pada dua kegiatan atau lebih, juga bila pada kegiatan lain pejabatnya hadir.',
    '{n} units sent a delegate to two sessions or more, also where the head came to another one.',
  ],
  howChanges: [
    'Catatan sekarang dibandingkan dengan catatan terakhir sebelum {time}, unit demi unit dan kegiatan demi kegiatan: {represented} tercatat terwakili, {signed} tercatat ikrar, {noLonger} tidak lagi.',
    'The record of now against the last one before {time}, unit by unit and session by session: {represented} recorded as represented, {signed} as pledged, {noLonger} no longer.',
  ],
  howTrend: [
    'Setiap batang satu kegiatan: hadir sendiri + Pj/Pjs/Plt/Plh + diwakili, dari unit pada daftar undangan yang dibekukan saat kegiatan itu dibuka.',
    'Each bar is one session: in person + acting head + delegate, of the units of the roster frozen when it opened.',
  ],
  howAmended: [
    'Sesudah daftar dibekukan, {added} undangan ditambah dan {revoked} dicabut. Penyebut tidak berubah.',
    'After the freeze {added} invitations were added and {revoked} revoked. The denominator did not move.',
  ],
  howUnit: [
    'Kegiatan yang sudah dibuka dan mengundang unit ini: {invited}. Terwakili: {represented}, {delegated} di antaranya oleh wakil. Tidak hadir: {missed}; hanya kegiatan yang sudah ditutup yang dihitung.',
    'Sessions that have opened and had invited this unit: {invited}. Represented: {represented}, {delegated} of them by a delegate. Absent: {missed}; only closed sessions count.',
  ],
  howNever: [
    '{expected} unit yang diundang − {covered} unit yang pernah terwakili = {never} unit.',
    '{expected} units invited − {covered} represented at least once = {never} units.',
  ],
  howOnline: ['Ikut lewat daring tidak dihitung hadir.', 'Taking part by video is not presence.'],
  howNotYet: [
    '{due} unit yang wajib ikrar − {signed} yang pejabatnya sudah menandatangani = {notYet} unit.',
    '{due} units that owe a pledge − {signed} whose head has signed = {notYet} units.',
  ],
  howSigned: [
    'Yang dihitung hanya tanda tangan pejabatnya sendiri. Tanda tangan wakil dan tanda tangan simbolis tidak dihitung; hadir juga belum berarti ikrar.',
    'Only the signature of the head counts. A delegate’s or a symbolic signature does not, and being there is not pledging.',
  ],
  howConflicts: [
    'Dua pintu mencatat hal yang berbeda untuk undangan yang sama, dan panitia belum memutuskan: {n}. Sampai diputuskan, angka memakai catatan yang lebih dahulu sampai; setiap unit tetap dihitung satu kali.',
    'Two doors recorded different things of one invitation and the organiser has not decided: {n}. Until then the figures go by the record that arrived first; every unit counts once.',
  ],
  howDoors: [
    'Pada kontak terakhirnya, {doors} pintu masih memegang {scans} pindaian yang belum masuk angka. Sesudah kontak itu pintu dapat memindai lagi, jadi yang belum terkirim bisa lebih banyak.',
    'At their last contact {doors} doors still held {scans} scans that are not in the figures. A door may have scanned more since, so there can be more of them.',
  ],
  howDoorsOf: [
    'Yang dilihat: kegiatan yang sedang berlangsung, atau ditutup kurang dari tujuh hari lalu.',
    'Looked at: sessions that are open, or closed less than seven days ago.',
  ],

  // Period and phase
  period: ['Periode', 'Period'],
  all: ['Semua kegiatan', 'All sessions'],
  inYear: ['Tahun {year}', 'The year {year}'],
  thisYear: ['Tahun ini ({year})', 'This year ({year})'],
  fromTo: ['Dari tanggal sampai tanggal', 'From a day to a day'],
  from: ['Dari', 'From'],
  to: ['Sampai', 'To'],
  phase: ['Tahap pemilu', 'Election phase'],
  anyPhase: ['Semua tahap', 'Every phase'],
  show: ['Tampilkan', 'Show'],
  needDay: ['Isi sedikitnya satu tanggal.', 'Enter at least one of the days.'],
  wrongOrder: ['Tanggal akhir mendahului tanggal awal.', 'The last day is before the first.'],
  emptyOrderText: [
    'Tukar kedua tanggalnya, atau tampilkan semua kegiatan.',
    'Swap the two days, or show all sessions.',
  ],
  emptyPeriod: ['Tidak ada kegiatan dalam periode ini', 'No session in this period'],
  emptyPeriodText: [
    'Pilih periode lain, atau tampilkan semua kegiatan.',
    'Choose another period, or show all sessions.',
  ],

  // Since yesterday
  changes: ['Berubah sejak kemarin', 'Changed since yesterday'],
  changesSince: ['sejak {time}', 'since {time}'],
  noChanges: ['Tidak ada yang berubah sejak kemarin.', 'Nothing has changed since yesterday.'],
  nowRepresented: ['unit tercatat terwakili', 'units recorded as represented'],
  noLonger: ['unit tidak lagi terwakili (catatan dibatalkan)', 'units no longer represented (taken back)'],
  nowSigned: ['unit tercatat ikrar', 'units recorded as pledged'],
  noLongerSigned: ['unit tidak lagi tercatat ikrar', 'units no longer recorded as pledged'],
  namesOf: ['Nama-namanya', 'Their names'],
  firstOf: ['{n} yang pertama dari {all}', 'the first {n} of {all}'],
  openedToday: ['baru dibuka hari ini', 'opened today'],
  changeOfSession: ['{before} menjadi {now} unit terwakili', '{before}, now {now} units represented'],

  // Worst, trend, drilling down
  worst: ['Yang paling banyak belum terwakili', 'Where most are missing'],
  worstHint: [
    'Kelas unit dalam satu {district}, paling banyak sepuluh.',
    'A class of units in one {district}, ten at most.',
  ],
  worstNone: ['Tidak ada: semua unit pernah terwakili.', 'None: every unit has been represented.'],
  group: ['Kelompok', 'Group'],
  missingOf: ['{never} dari {expected}', '{never} of {expected}'],
  trend: ['Dari kegiatan ke kegiatan', 'From session to session'],
  trendLabel: ['Grafik cakupan menurut kegiatan', 'Chart of coverage by session'],
  trendHint: ['Ketuk batang, atau pakai tombol panah.', 'Tap a bar, or use the arrow keys.'],
  saySession: [
    '{date}, {title}: {share} terwakili – {inPerson} hadir sendiri, {acting} oleh pejabat, {delegated} diwakili, {missing} {missingWord}.',
    '{date}, {title}: {share} represented – {inPerson} in person, {acting} by an acting head, {delegated} by a delegate, {missing} {missingWord}.',
  ],
  sessions: ['Kegiatan', 'Sessions'],
  printedOf: ['({n} terbaru dari {all}; yang lain ikut dihitung)', '(latest {n} of {all}; the others count too)'],
  byClass: ['Menurut kelas unit', 'By class of units'],
  byDistrict: ['Menurut {district}', 'By {district}'],
  heat: ['Terwakili menurut {district} dan kelas', 'Units represented, by {district} and class'],
  heatHint: [
    'Unit yang pernah terwakili dari unit yang diundang. Ketuk sel untuk melihat unitnya.',
    'Units represented at least once of units invited. Tap a cell for its units.',
  ],
  repeated: ['Berulang', 'Repeated'],
  missedTwice: ['Dua kali atau lebih tidak hadir', 'Absent twice or more'],
  delegatedTwice: ['Dua kali atau lebih mengirim wakil', 'Sent a delegate twice or more'],
  units: ['{n} unit', '{n} units'],
  amendments: ['Perubahan sesudah daftar dibekukan', 'Changes after the freeze'],
  amendmentsText: [
    '{added} undangan ditambah, {revoked} dicabut; penyebut tetap.',
    '{added} invitations added, {revoked} revoked; the denominator stays.',
  ],

  // Lists of units, and one unit
  listTitle: ['Unit', 'Units'],
  upCoverage: ['Cakupan', 'Coverage'],
  narrow: ['Saring daftar', 'Narrow the list'],
  which: ['Yang ditampilkan', 'Shown'],
  showAll: ['Semua unit', 'All units'],
  showNever: ['Belum pernah terwakili', 'Never represented'],
  showMissed: ['Berulang tidak hadir', 'Repeatedly absent'],
  showDelegated: ['Berulang diwakili', 'Repeatedly by a delegate'],
  showNotPledged: ['Belum ikrar', 'Not yet pledged'],
  class: ['Kelas', 'Class'],
  any: ['Semua', 'All'],
  unit: ['Unit', 'Unit'],
  ofUnit: ['Cakupan satu unit', 'Coverage of a unit'],
  followUps: ['Tindak lanjut unit ini', 'Follow-ups of this unit'],
  timesOf: ['{part} dari {whole}', '{part} of {whole}'],
  timesRepresented: ['Terwakili', 'Represented'],
  timesDelegated: ['Diwakili', 'By a delegate'],
  timesMissed: ['Tidak hadir', 'Absent'],
  pledgedTimes: ['Sudah ikrar', 'Pledged'],
  inARow: ['{n} kali terakhir berturut-turut tidak hadir', 'absent the last {n} times in a row'],
  pledge: ['Ikrar', 'Pledge'],
  nobodyHere: ['Tidak ada unit dalam daftar ini', 'No unit on this list'],
  overTime: ['Dari waktu ke waktu', 'Over time'],
  session: ['Kegiatan', 'Session'],
  date: ['Tanggal', 'Date'],
  presence: ['Kehadiran', 'Presence'],
  never1: ['Belum pernah diundang dalam periode ini', 'Not invited in this period'],
  absent: ['Tidak hadir', 'Absent'],

  // Paper
  print: ['Cetak', 'Print'],
  pdf: ['Unduh PDF', 'Download PDF'],
  making: ['Menyiapkan PDF…', 'Making the PDF…'],
  pdfDone: ['PDF sudah diunduh.', 'The PDF is downloaded.'],
});
