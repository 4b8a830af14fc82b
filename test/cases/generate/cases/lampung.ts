import type { CaseSpec } from '../case.ts';
import type { Guest, Unit } from '../model.ts';
import { COMMON_OFFICES, enterprises, offices, school } from '../offices.ts';
import { randomOf } from '../random.ts';

const code = '18';
const random = randomOf(code, 'schools');

const PROVINCIAL_OFFICES = [
  'Dinas Kehutanan',
  'Dinas Kelautan dan Perikanan',
  'Dinas Perkebunan',
  'Dinas Energi dan Sumber Daya Mineral',
  'Dinas Perindustrian dan Perdagangan',
  'Dinas Bina Marga dan Bina Konstruksi',
  'Badan Kepegawaian Daerah',
  'Badan Pengembangan Sumber Daya Manusia Daerah',
  'Badan Penelitian dan Pengembangan Daerah',
  'Badan Penghubung',
  'RSUD dr. H. Abdul Moeloek',
  'UPTD Rumah Sakit Jiwa Daerah',
  'Biro Pemerintahan dan Otonomi Daerah',
  'Biro Hukum',
  'Biro Kesejahteraan Rakyat',
  'Biro Perekonomian',
  'Biro Administrasi Pembangunan',
  'Biro Organisasi',
  'Biro Umum',
];

/** The regency has them, the province has its own in their place. */
const NOT_PROVINCIAL = [
  'Dinas Perikanan',
  'Dinas Perdagangan',
  'Dinas Pertanian',
  'Dinas Pengendalian Penduduk dan Keluarga Berencana',
];

const SENIOR_SCHOOLS: [string, string][] = [
  ['SMA NEGERI 1 BANDAR LAMPUNG', 'Kota Bandar Lampung'],
  ['SMA NEGERI 2 BANDAR LAMPUNG', 'Kota Bandar Lampung'],
  ['SMA NEGERI 9 BANDAR LAMPUNG', 'Kota Bandar Lampung'],
  ['SMK NEGERI 4 BANDAR LAMPUNG', 'Kota Bandar Lampung'],
  ['SMA NEGERI 1 METRO', 'Kota Metro'],
  ['SMK NEGERI 3 METRO', 'Kota Metro'],
  ['SMA NEGERI 1 KALIANDA', 'Lampung Selatan'],
  ['SMA NEGERI 1 NATAR', 'Lampung Selatan'],
  ['SMA NEGERI 1 GADING REJO', 'Pringsewu'],
  ['SMA NEGERI 1 KOTA AGUNG', 'Tanggamus'],
  ['SMA NEGERI 3 KOTABUMI', 'Lampung Utara'],
  ['SMA NEGERI 1 LIWA', 'Lampung Barat'],
  ['SMA NEGERI 1 PESISIR TENGAH', 'Pesisir Barat'],
  ['SMA NEGERI 1 MENGGALA', 'Tulang Bawang'],
  ['SMK NEGERI 1 SIMPANG PEMATANG', 'Mesuji'],
];

const units: Unit[] = [
  ...offices([...COMMON_OFFICES.filter((name) => !NOT_PROVINCIAL.includes(name)), ...PROVINCIAL_OFFICES]),
  ...enterprises(['PT Bank Lampung', 'PT Wahana Raharja', 'PT Lampung Jasa Utama']),
  ...SENIOR_SCHOOLS.map(([name, place]) => school(name, 'SMA', place, random)),
];

const guests: Guest[] = [
  {
    ref: 'g1',
    name: 'Bambang Mansur, S.H., M.Si.',
    office: 'Asisten Administrasi Umum',
    institution: 'Pemerintah Provinsi Lampung',
  },
  {
    ref: 'g2',
    name: 'Dr. Indah Pranata, S.H., M.H.',
    office: 'Direktur Wasdal Kepegawaian',
    institution: 'Badan Kepegawaian Negara',
  },
  {
    ref: 'g3',
    name: 'Syahrul Gumilar, S.IP., M.Si.',
    office: 'Asisten Komisioner',
    institution: 'Komisi Aparatur Sipil Negara',
  },
  { ref: 'g4', office: 'Ketua Bawaslu Provinsi Lampung', institution: 'Bawaslu Provinsi Lampung' },
  { ref: 'g5', office: 'Ketua KPU Provinsi Lampung', institution: 'KPU Provinsi Lampung' },
  ...(
    [
      'Bupati Lampung Selatan',
      'Bupati Lampung Tengah',
      'Bupati Lampung Utara',
      'Bupati Lampung Barat',
      'Bupati Tulang Bawang',
      'Bupati Tanggamus',
      'Bupati Lampung Timur',
      'Bupati Way Kanan',
      'Bupati Pesawaran',
      'Bupati Pringsewu',
      'Bupati Mesuji',
      'Bupati Tulang Bawang Barat',
      'Bupati Pesisir Barat',
      'Wali Kota Bandar Lampung',
      'Wali Kota Metro',
    ] as const
  ).map(
    (office, index): Guest => ({
      ref: `g${index + 6}`,
      office,
      institution: office.replace(/^Bupati /, 'Pemerintah Kabupaten ').replace(/^Wali /, 'Pemerintah '),
    }),
  ),
];

export const lampung: CaseSpec = {
  regency: {
    code,
    name: 'Provinsi Lampung',
    zone: 'WIB',
    letterhead: {
      lines: ['PEMERINTAH PROVINSI LAMPUNG', 'BADAN KEPEGAWAIAN DAERAH'],
      address: 'Jalan Wolter Monginsidi, Telukbetung, Bandar Lampung',
    },
  },
  date: '2023-11-09',
  session: (clock) => ({
    kind: 'SEMINAR',
    title: 'Seminar Netralitas ASN: Mewujudkan ASN yang Netral dan Profesional',
    occasion: 'Hari Ulang Tahun ke-52 Korpri',
    organizer: 'Badan Kepegawaian Daerah Provinsi Lampung',
    opener: {
      name: 'Bambang Mansur, S.H., M.Si.',
      office: 'Asisten Administrasi Umum',
      delegateOf: { office: 'Gubernur Lampung' },
    },
    venue: { name: 'Gedung Pusiban', region: '18.71.09', address: 'Komplek Kantor Gubernur Lampung, Telukbetung' },
    startsAt: clock.at('08:00'),
    endsAt: clock.at('12:00'),
    agenda: [
      { startsAt: clock.at('08:00'), title: 'Pembukaan dan Mars Korpri', speakers: [] },
      {
        startsAt: clock.at('08:20'),
        title: 'Penandatanganan Pakta Integritas Netralitas secara Simbolis',
        speakers: [],
      },
      {
        startsAt: clock.at('08:45'),
        title: 'Pembinaan dan Pengawasan Netralitas ASN',
        speakers: [
          {
            name: 'Dr. Indah Pranata, S.H., M.H.',
            office: 'Direktur Wasdal Kepegawaian',
            institution: 'Badan Kepegawaian Negara',
          },
          {
            name: 'Syahrul Gumilar, S.IP., M.Si.',
            office: 'Asisten Komisioner',
            institution: 'Komisi Aparatur Sipil Negara',
          },
        ],
      },
      {
        startsAt: clock.at('10:15'),
        title: 'Pencegahan Pelanggaran Netralitas',
        speakers: [{ office: 'Ketua', institution: 'Bawaslu Provinsi Lampung' }],
      },
    ],
    legalBases: ['uu-20-2023', 'uu-7-2017', 'pp-94-2021', 'skb-netralitas-2022', 'se-menpanrb-1-2023'],
    classes: ['OPD', 'SMA', 'BUMD'],
    pledge: {
      text: 'pakta-integritas-netralitas',
      version: 1,
      variables: { instance: 'Pemerintah Provinsi Lampung', election: 'Pemilu dan Pemilihan', year: '2024' },
      classes: ['OPD', 'SMA'],
      // Two signed for all on the stage; nothing was read aloud.
      readFirst: false,
    },
  }),
  guests,
  roster: {
    units,
    localNames: ['Marhasan', 'Sudarno', 'Kesuma', 'Puspawati', 'Heriyansyah'],
    capitals: 0.3,
    actingRate: 0.1,
    vacantRate: 0.03,
    heads: {
      'Sekretariat Daerah': 'definitive',
      'Badan Kepegawaian Daerah': 'definitive',
      Inspektorat: 'definitive',
      'Dinas Pendidikan dan Kebudayaan': 'definitive',
      'SMA NEGERI 1 BANDAR LAMPUNG': 'definitive',
      'Dinas Kehutanan': 'definitive',
    },
    doubles: [['SMA NEGERI 1 KALIANDA', 'SMA NEGERI 1 NATAR']],
    faults: [
      { why: 'nip-lost-digits', of: 'Dinas Kehutanan', cell: 'number' },
      { why: 'duplicate', of: 'Biro Organisasi', after: 'PT Lampung Jasa Utama', retyped: 'BIRO ORGANISASI' },
      { why: 'no-unit-name', after: 'SMA NEGERI 1 LIWA' },
    ],
  },
  layout: {
    letterhead: [
      'PEMERINTAH PROVINSI LAMPUNG',
      'BADAN KEPEGAWAIAN DAERAH',
      'DAFTAR UNDANGAN SEMINAR NETRALITAS ASN DALAM RANGKA HUT KE-52 KORPRI',
      '',
    ],
    columns: [
      { header: 'No.', of: 'number', width: 6 },
      { header: 'Nama Lengkap', of: 'name', width: 34 },
      { header: 'N I P', of: 'nip', width: 24 },
      { header: 'Jabatan', of: 'office', width: 40 },
      { header: 'Perangkat Daerah / Sekolah', of: 'unit', width: 44 },
      { header: 'Kabupaten/Kota', of: 'district', width: 20 },
      { header: 'NPSN', of: 'npsn', width: 12 },
      { header: 'Pangkat / Golongan', of: 'rank', width: 22 },
      { header: 'No. WA', of: 'phone', width: 18 },
    ],
    format: { kind: 'xlsx', sheet: 'Sheet1' },
  },
  arrivals: {
    start: '08:00',
    doors: ['Pintu Utama', 'Pintu Samping'],
    represented: 0.9,
    delegated: 0.22,
    actingSent: 0.02,
    inPerson: [
      'Sekretariat Daerah',
      'Badan Kepegawaian Daerah',
      'Inspektorat',
      'Dinas Pendidikan dan Kebudayaan',
      'SMA NEGERI 1 BANDAR LAMPUNG',
    ],
    away: ['Badan Penghubung', 'PT Wahana Raharja'],
    delegateFirst: ['Badan Pendapatan Daerah'],
    doubles: [['SMA NEGERI 1 KALIANDA', 'SMA NEGERI 1 NATAR']],
    guests: [
      { ref: 'g1' },
      { ref: 'g2' },
      { ref: 'g3' },
      { ref: 'g4' },
      { ref: 'g5', delegate: { name: 'Marlina Husin, S.H.', office: 'Anggota KPU' } },
      { ref: 'g6', delegate: { office: 'Sekretaris Daerah' } },
      { ref: 'g7', delegate: { name: 'Edi Fadillah, S.STP.', office: 'Plt. Kepala BKPSDM', letter: '800/331/2023' } },
      { ref: 'g8', delegate: {} },
      { ref: 'g10', delegate: { office: 'Asisten Bidang Administrasi Umum' } },
      { ref: 'g11' },
      { ref: 'g12', delegate: { name: 'Suryani Yahya, S.Sos.' } },
      { ref: 'g14' },
      { ref: 'g15', delegate: { office: 'Plh. Sekretaris Daerah' } },
      { ref: 'g18', delegate: { name: 'Hadi Ismail, S.H., M.M.', office: 'Inspektur' } },
      { ref: 'g19' },
      { ref: 'g20', delegate: { office: 'Staf Ahli Wali Kota' } },
    ],
  },
  reading: null,
  signing: {
    kind: 'symbolic',
    at: '08:24:00',
    signers: ['Dinas Pendidikan dan Kebudayaan', 'SMA NEGERI 1 BANDAR LAMPUNG'],
    witnesses: ['Sekretariat Daerah', 'g2', 'g4'],
  },
};
