import type { CaseSpec } from '../case.ts';
import type { Guest, Unit } from '../model.ts';
import { COMMON_OFFICES, healthCentres, offices, subdistrictHeads, urbanVillageHeads } from '../offices.ts';

const code = '18.13';

const units: Unit[] = [
  ...offices([
    ...COMMON_OFFICES,
    'Dinas Pemadam Kebakaran dan Penyelamatan',
    'Badan Kepegawaian dan Sumber Daya Manusia',
    'RSUD KH. Muhammad Thohir',
    'Bagian Tata Pemerintahan',
    'Bagian Hukum',
    'Bagian Organisasi',
    'Bagian Umum',
    'Bagian Protokol dan Komunikasi Pimpinan',
  ]),
  ...subdistrictHeads(code),
  ...urbanVillageHeads(code),
  ...healthCentres(code, 13, 'Puskesmas'),
];

const guests: Guest[] = [
  {
    ref: 'g1',
    name: 'Dr. Ir. Fahmi Djauhari, M.T.',
    office: 'Pj. Gubernur Lampung',
    institution: 'Pemerintah Provinsi Lampung',
  },
  {
    ref: 'g2',
    name: 'Zulkarnain Hamzah, S.H., M.H.',
    office: 'Kepala Badan Kesatuan Bangsa dan Politik',
    institution: 'Pemerintah Provinsi Lampung',
  },
  {
    ref: 'g3',
    name: 'Elly Purnama, S.Sos., M.M.',
    office: 'Kepala Badan Kepegawaian Daerah',
    institution: 'Pemerintah Provinsi Lampung',
  },
  { ref: 'g4', office: 'Inspektur Provinsi Lampung', institution: 'Inspektorat Provinsi Lampung' },
  { ref: 'g5', office: 'Ketua Bawaslu Provinsi Lampung', institution: 'Bawaslu Provinsi Lampung' },
  {
    ref: 'g6',
    name: 'Agung Kusuma',
    office: 'Bupati Pesisir Barat',
    institution: 'Pemerintah Kabupaten Pesisir Barat',
  },
  { ref: 'g7', office: 'Ketua DPRD Kabupaten Pesisir Barat', institution: 'DPRD Kabupaten Pesisir Barat' },
  { ref: 'g8', office: 'Kapolres Pesisir Barat', institution: 'Polres Pesisir Barat' },
  { ref: 'g9', office: 'Dandim 0422/Lampung Barat', institution: 'Kodim 0422/LB' },
  { ref: 'g10', office: 'Ketua KPU Kabupaten Pesisir Barat', institution: 'KPU Kabupaten Pesisir Barat' },
  { ref: 'g11', office: 'Ketua Bawaslu Kabupaten Pesisir Barat', institution: 'Bawaslu Kabupaten Pesisir Barat' },
  { ref: 'g12', name: 'Sutrisno', office: 'Tokoh Adat' },
];

export const pesisirBarat: CaseSpec = {
  regency: {
    code,
    name: 'Kabupaten Pesisir Barat',
    zone: 'WIB',
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN PESISIR BARAT', 'BADAN KESATUAN BANGSA DAN POLITIK'],
      address: 'Komplek Perkantoran Pemerintah Kabupaten, Krui 34874',
    },
  },
  date: '2024-08-31',
  session: (clock) => ({
    kind: 'RAKOR',
    title: 'Rapat Koordinasi Netralitas Aparatur Sipil Negara',
    occasion: 'Pemilihan Kepala Daerah Serentak Tahun 2024',
    organizer: 'Badan Kesatuan Bangsa dan Politik Kabupaten Pesisir Barat',
    // The guest who opens outranks the host.
    opener: { name: 'Dr. Ir. Fahmi Djauhari, M.T.', office: 'Gubernur Lampung', acting: 'PJ' },
    venue: {
      name: 'Aula Sartika Hotel dan Resort',
      region: '18.13.01.2002',
      address: 'Pekon Seray, Kecamatan Pesisir Tengah',
    },
    startsAt: clock.at('09:00'),
    endsAt: clock.at('12:00'),
    agenda: [
      { startsAt: clock.at('09:00'), title: 'Pembukaan', speakers: [] },
      {
        startsAt: clock.at('09:10'),
        title: 'Sambutan Bupati Pesisir Barat',
        speakers: [{ name: 'Agung Kusuma', office: 'Bupati', institution: 'Pemerintah Kabupaten Pesisir Barat' }],
      },
      {
        startsAt: clock.at('09:25'),
        title: 'Arahan Pj. Gubernur Lampung',
        speakers: [
          {
            name: 'Dr. Ir. Fahmi Djauhari, M.T.',
            office: 'Pj. Gubernur Lampung',
            institution: 'Pemerintah Provinsi Lampung',
          },
        ],
      },
      {
        startsAt: clock.at('10:00'),
        title: 'Netralitas ASN dalam Pilkada Serentak',
        speakers: [
          {
            name: 'Elly Purnama, S.Sos., M.M.',
            office: 'Kepala Badan Kepegawaian Daerah',
            institution: 'Pemerintah Provinsi Lampung',
          },
          { office: 'Ketua', institution: 'Bawaslu Provinsi Lampung' },
        ],
      },
      { title: 'Diskusi dan Penutup', speakers: [] },
    ],
    legalBases: ['uu-20-2023', 'uu-10-2016', 'pp-94-2021', 'skb-netralitas-2022'],
    classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'PUSKESMAS'],
    pledge: null,
  }),
  guests,
  roster: {
    units,
    localNames: ['Sanak', 'Rosyadi', 'Krisna', 'Mursalin', 'Syafari', 'Kesuma'],
    capitals: 0.15,
    actingRate: 0.13,
    vacantRate: 0.04,
    heads: {
      'Badan Kesatuan Bangsa dan Politik': 'definitive',
      'Sekretariat Daerah': 'Pj.',
      'Dinas Perhubungan': 'definitive',
      'Kecamatan Pesisir Utara': 'definitive',
    },
    doubles: [['Dinas Koperasi, Usaha Kecil dan Menengah', 'Dinas Perdagangan']],
    faults: [
      { why: 'nip-lost-digits', of: 'Dinas Perhubungan', cell: 'point' },
      { why: 'misspelt-district', of: 'Kecamatan Pesisir Utara', as: 'Pesisir Utra' },
      { why: 'duplicate', of: 'Bagian Hukum', after: 'Bagian Umum' },
    ],
  },
  layout: {
    letterhead: [],
    columns: [
      { header: 'No', of: 'number' },
      { header: 'Nama Pejabat', of: 'name' },
      { header: 'NIP', of: 'nip' },
      { header: 'Pangkat/Gol.', of: 'rank' },
      { header: 'Jabatan', of: 'office' },
      { header: 'Instansi', of: 'unit' },
      { header: 'Kecamatan', of: 'district' },
      { header: 'No. HP', of: 'phone' },
    ],
    format: { kind: 'csv', delimiter: ',', encoding: 'utf-8' },
  },
  arrivals: {
    start: '09:00',
    doors: ['Pintu A', 'Pintu B'],
    represented: 0.81,
    delegated: 0.19,
    actingSent: 0.03,
    inPerson: ['Badan Kesatuan Bangsa dan Politik', 'Sekretariat Daerah'],
    away: ['Kecamatan Pulau Pisang', 'Puskesmas Pulau Pisang'],
    delegateFirst: ['Dinas Kesehatan'],
    doubles: [['Dinas Koperasi, Usaha Kecil dan Menengah', 'Dinas Perdagangan']],
    guests: [
      { ref: 'g1' },
      { ref: 'g2' },
      { ref: 'g3' },
      { ref: 'g4', delegate: { name: 'Umar Setiadi, S.E., M.Si.', office: 'Irban IV', letter: '094/1180/ST/VIII' } },
      { ref: 'g5', delegate: { name: 'Hamdani Latif' } },
      { ref: 'g6' },
      { ref: 'g8', delegate: { name: 'Kompol Rizal Subekti', office: 'Wakapolres' } },
      { ref: 'g9', delegate: { office: 'Danramil 422-03/Pesisir Tengah' } },
      { ref: 'g10', delegate: {} },
      { ref: 'g11' },
      { ref: 'g12' },
    ],
  },
  reading: null,
  signing: { kind: 'none' },
};
