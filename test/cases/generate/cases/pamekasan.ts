import type { CaseSpec } from '../case.ts';
import type { Guest, Unit } from '../model.ts';
import { COMMON_OFFICES, healthCentres, offices, school, subdistrictHeads, urbanVillageHeads } from '../offices.ts';
import { randomOf } from '../random.ts';

const code = '35.28';
const random = randomOf(code, 'schools');

const JUNIOR_SCHOOLS: [string, string][] = [
  ['SMP NEGERI 1 PAMEKASAN', 'Pamekasan'],
  ['SMP NEGERI 2 PAMEKASAN', 'Pamekasan'],
  ['SMP NEGERI 4 PAMEKASAN', 'Pamekasan'],
  ['SMP NEGERI 1 PADEMAWU', 'Pademawu'],
  ['SMP NEGERI 1 TLANAKAN', 'Tlanakan'],
  ['SMP NEGERI 1 WARU', 'Waru'],
  ['SMP NEGERI 1 PALENGAAN', 'Palengaan'],
  ['SMP NEGERI 2 PASEAN', 'Pasean'],
];

const units: Unit[] = [
  ...offices([
    ...COMMON_OFFICES,
    'Dinas Pemadam Kebakaran',
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'RSUD dr. H. Slamet Martodirdjo',
    'RSUD Waru',
    'Bagian Hukum',
    'Bagian Organisasi',
    'Bagian Tata Pemerintahan',
    'Bagian Umum',
  ]),
  ...subdistrictHeads(code),
  ...urbanVillageHeads(code),
  ...healthCentres(code, 20, 'Puskesmas'),
  ...JUNIOR_SCHOOLS.map(([name, district]) => school(name, 'SMP', district, random)),
];

const guests: Guest[] = [
  {
    ref: 'g1',
    name: 'Iskandar Wijaya, S.H., M.Si.',
    office: 'Pj. Bupati Pamekasan',
    institution: 'Pemerintah Kabupaten Pamekasan',
  },
  { ref: 'g2', office: 'Ketua Bawaslu Kabupaten Pamekasan', institution: 'Bawaslu Kabupaten Pamekasan' },
  { ref: 'g3', office: 'Ketua KPU Kabupaten Pamekasan', institution: 'KPU Kabupaten Pamekasan' },
  { ref: 'g4', office: 'Kapolres Pamekasan', institution: 'Polres Pamekasan' },
  { ref: 'g5', office: 'Dandim 0826/Pamekasan', institution: 'Kodim 0826/Pamekasan' },
  { ref: 'g6', office: 'Kepala Kejaksaan Negeri Pamekasan', institution: 'Kejaksaan Negeri Pamekasan' },
  {
    ref: 'g7',
    name: 'KH. Zainal Anshori',
    office: 'Ketua MUI Kabupaten Pamekasan',
    institution: 'Majelis Ulama Indonesia',
  },
];

export const pamekasan: CaseSpec = {
  regency: {
    code,
    name: 'Kabupaten Pamekasan',
    zone: 'WIB',
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN PAMEKASAN', 'SEKRETARIAT DAERAH'],
      address: 'Jalan Kabupaten, Pamekasan 69317',
    },
  },
  date: '2023-11-17',
  session: (clock) => ({
    kind: 'APEL',
    title: 'Ikrar Bersama dan Penandatanganan Pakta Integritas Netralitas ASN',
    occasion: 'Pemilu dan Pemilihan Tahun 2024',
    organizer: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Pamekasan',
    opener: { name: 'Iskandar Wijaya, S.H., M.Si.', office: 'Bupati Pamekasan', acting: 'PJ' },
    venue: { name: 'Mandhapa Aghung Ronggosukowati', region: '35.28.04', address: 'Pamekasan' },
    startsAt: clock.at('08:00'),
    endsAt: clock.at('10:30'),
    agenda: [
      { startsAt: clock.at('08:00'), title: 'Pembukaan', speakers: [] },
      {
        startsAt: clock.at('08:15'),
        title: 'Arahan Pj. Bupati Pamekasan',
        speakers: [
          {
            name: 'Iskandar Wijaya, S.H., M.Si.',
            office: 'Pj. Bupati Pamekasan',
            institution: 'Pemerintah Kabupaten Pamekasan',
          },
        ],
      },
      { startsAt: clock.at('08:40'), title: 'Pembacaan Ikrar Netralitas', speakers: [] },
      { startsAt: clock.at('08:50'), title: 'Penandatanganan Pakta Integritas', speakers: [] },
    ],
    legalBases: ['uu-20-2023', 'uu-7-2017', 'pp-94-2021', 'pp-42-2004', 'skb-netralitas-2022', 'se-menpanrb-1-2023'],
    classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'PUSKESMAS', 'SMP'],
    pledge: {
      text: 'pakta-integritas-netralitas',
      version: 1,
      variables: { instance: 'Pemerintah Kabupaten Pamekasan', election: 'Pemilu dan Pemilihan', year: '2024' },
      classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'PUSKESMAS', 'SMP'],
      // A pakta is signed without a reading; here all of them took the oath first.
      readFirst: true,
    },
  }),
  guests,
  roster: {
    units,
    localNames: ['Bahri', 'Mukhlis', 'Fauzi', 'Rohmani', 'Mawardi', 'Sahid'],
    capitals: 0.4,
    actingRate: 0.09,
    vacantRate: 0.03,
    heads: {
      'Sekretariat Daerah': 'Plh.',
      'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia': 'definitive',
      Inspektorat: 'definitive',
      'SMP NEGERI 2 PAMEKASAN': 'definitive',
      'Dinas Kesehatan': 'definitive',
      'Puskesmas Kowel': 'definitive',
    },
    doubles: [['SMP NEGERI 1 WARU', 'SMP NEGERI 2 PASEAN']],
    faults: [
      { why: 'nip-lost-digits', of: 'SMP NEGERI 2 PAMEKASAN', cell: 'point' },
      { why: 'misspelt-district', of: 'SMP NEGERI 1 PALENGAAN', as: 'Palengan' },
      { why: 'duplicate', of: 'Kecamatan Galis', after: 'Kecamatan Pasean', retyped: 'KECAMATAN GALIS' },
      {
        why: 'unknown-district',
        unit: school('SMP NEGERI 3 ANTABERANTAH', 'SMP', 'Antaberantah', random),
        after: 'SMP NEGERI 1 WARU',
      },
    ],
  },
  layout: {
    letterhead: [
      'PEMERINTAH KABUPATEN PAMEKASAN',
      'DAFTAR UNDANGAN IKRAR DAN PAKTA INTEGRITAS NETRALITAS ASN',
      'Jum’at, 17 November 2023 – pukul 08.00 WIB',
      '',
    ],
    columns: [
      { header: 'No.', of: 'number' },
      { header: 'Nama', of: 'name' },
      { header: 'NIP.', of: 'nip' },
      { header: 'Gol.', of: 'rank' },
      { header: 'Jabatan', of: 'office' },
      { header: 'OPD/Unit Kerja', of: 'unit' },
      { header: 'Kec.', of: 'district' },
      { header: 'NPSN', of: 'npsn' },
      { header: 'Telepon', of: 'phone' },
    ],
    format: { kind: 'csv', delimiter: ',', encoding: 'windows-1252' },
  },
  arrivals: {
    start: '08:00',
    doors: ['Pintu A', 'Pintu B'],
    represented: 0.92,
    delegated: 0.1,
    actingSent: 0.02,
    inPerson: ['Sekretariat Daerah', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'Inspektorat'],
    away: ['RSUD Waru'],
    delegateFirst: ['Dinas Kesehatan'],
    doubles: [['SMP NEGERI 1 WARU', 'SMP NEGERI 2 PASEAN']],
    guests: [
      { ref: 'g1' },
      { ref: 'g2' },
      { ref: 'g3', delegate: { name: 'Rosidah Mukhlis' } },
      { ref: 'g4', delegate: { name: 'Kompol Agung Hermawan, S.I.K.', office: 'Kabag Ops' } },
      { ref: 'g5', delegate: {} },
      { ref: 'g7' },
    ],
  },
  reading: (clock, head) => ({
    at: clock.at('08:41:30'),
    until: clock.at('08:44:55'),
    reader: head('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'),
    witnesses: [{ name: 'Iskandar Wijaya, S.H., M.Si.', office: 'Pj. Bupati Pamekasan' }, head('Inspektorat')],
  }),
  signing: {
    kind: 'protocol',
    from: '08:50',
    guests: ['g1'],
    witnesses: ['g2', 'g7'],
    unsigned: 0.04,
    delegates: 3,
    late: 4,
  },
};
