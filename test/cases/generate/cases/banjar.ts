import type { CaseSpec } from '../case.ts';
import type { Guest, Unit } from '../model.ts';
import {
  COMMON_OFFICES,
  enterprises,
  healthCentres,
  offices,
  subdistrictHeads,
  urbanVillageHeads,
} from '../offices.ts';

const code = '63.03';

/** Invited by mistake in the sheet: their class is not called to this meeting, so they are not expected. */
const NOT_INVITED = enterprises(['PT Air Minum Intan Banjar', 'PD Pasar Bauntung Batuah', 'Perumda Baramarta']);

const units: Unit[] = [
  ...offices([
    ...COMMON_OFFICES,
    'Dinas Peternakan dan Perkebunan',
    'Dinas Pemadam Kebakaran dan Penyelamatan',
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'RSUD Ratu Zalecha',
    'Bagian Hukum',
    'Bagian Organisasi',
    'Bagian Protokol dan Komunikasi Pimpinan',
  ]),
  ...NOT_INVITED,
  ...subdistrictHeads(code),
  ...urbanVillageHeads(code),
  ...healthCentres(code, 25, 'UPTD Puskesmas'),
];

const guests: Guest[] = [
  {
    ref: 'g1',
    name: 'H. Ruslan Azhari, S.Sos., M.AP.',
    office: 'Asisten Administrasi Umum',
    institution: 'Pemerintah Kabupaten Banjar',
  },
  {
    ref: 'g2',
    name: 'Dr. Wahyu Sudrajat, M.Si.',
    office: 'Direktur FKDH',
    institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
  },
  {
    ref: 'g3',
    name: 'Novita Marzuki, S.STP., M.A.',
    office: 'Kasubdit Wilayah IV',
    institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
  },
  {
    ref: 'g4',
    name: 'Ilham Ramadhan, S.H.',
    office: 'Analis Kebijakan Ahli Madya',
    institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
  },
  { ref: 'g5', office: 'Ketua Bawaslu Kabupaten Banjar', institution: 'Bawaslu Kabupaten Banjar' },
  { ref: 'g6', office: 'Ketua KPU Kabupaten Banjar', institution: 'KPU Kabupaten Banjar' },
  { ref: 'g7', office: 'Kapolres Banjar', institution: 'Polres Banjar' },
  { ref: 'g8', office: 'Dandim 1006/Banjar', institution: 'Kodim 1006/Banjar' },
  {
    ref: 'g9',
    office: 'Kepala BKD Provinsi Kalimantan Selatan',
    institution: 'Pemerintah Provinsi Kalimantan Selatan',
  },
];

export const banjar: CaseSpec = {
  regency: {
    code,
    name: 'Kabupaten Banjar',
    zone: 'WITA',
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN BANJAR', 'BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA'],
      address: 'Jalan Pangeran Hidayatullah, Martapura 70611',
    },
  },
  date: '2024-11-07',
  session: (clock) => ({
    kind: 'SOSIALISASI',
    title: 'Sosialisasi Netralitas ASN pada Pilkada Serentak Tahun 2024',
    organizer: 'BKPSDM Kabupaten Banjar',
    // The regent was on campaign leave: his place was held by a Pjs, who sent an assistant.
    opener: {
      name: 'H. Ruslan Azhari, S.Sos., M.AP.',
      office: 'Asisten Administrasi Umum',
      delegateOf: { office: 'Bupati Banjar', acting: 'PJS' },
    },
    venue: { name: 'Aula BKPSDM', region: '63.03.05', address: 'Martapura' },
    startsAt: clock.at('09:00'),
    endsAt: clock.at('12:00'),
    agenda: [
      { startsAt: clock.at('09:00'), title: 'Pembukaan', speakers: [] },
      {
        startsAt: clock.at('09:15'),
        title: 'Kebijakan Netralitas ASN dalam Pilkada',
        speakers: [
          {
            name: 'Dr. Wahyu Sudrajat, M.Si.',
            office: 'Direktur FKDH',
            institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
          },
        ],
      },
      {
        startsAt: clock.at('10:00'),
        title: 'Bentuk Pelanggaran dan Sanksi',
        speakers: [
          {
            name: 'Novita Marzuki, S.STP., M.A.',
            office: 'Kasubdit Wilayah IV',
            institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
          },
          {
            name: 'Ilham Ramadhan, S.H.',
            office: 'Analis Kebijakan Ahli Madya',
            institution: 'Ditjen Otonomi Daerah Kementerian Dalam Negeri',
          },
        ],
      },
      { startsAt: clock.at('11:20'), title: 'Tanya Jawab', speakers: [] },
    ],
    legalBases: ['uu-20-2023', 'uu-10-2016', 'pp-94-2021', 'pp-42-2004', 'skb-netralitas-2022'],
    classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'PUSKESMAS'],
    pledge: null,
  }),
  guests,
  roster: {
    units,
    localNames: ['Noorhalis', 'Hasbullah', 'Syarwani', 'Rahmadi', 'Basirun', 'Fakhriadi'],
    capitals: 0.5,
    actingRate: 0.09,
    vacantRate: 0.03,
    heads: {
      'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia': 'Plt.',
      'Kecamatan Kertak Hanyar': 'definitive',
      'Kecamatan Gambut': 'definitive',
      'UPTD Puskesmas Aluh Aluh': 'definitive',
    },
    doubles: [['UPTD Puskesmas Paramasan', 'UPTD Puskesmas Telaga Bauntung']],
    faults: [
      { why: 'nip-lost-digits', of: 'Kecamatan Gambut', cell: 'comma' },
      { why: 'misspelt-district', of: 'Kecamatan Kertak Hanyar', as: 'Kertak Hanyer' },
      { why: 'no-unit-name', after: 'Kecamatan Aranio' },
      { why: 'signature-block', lines: ['Martapura, 1 November 2024', 'Plt. Kepala BKPSDM,'] },
    ],
  },
  layout: {
    letterhead: ['PEMERINTAH KABUPATEN BANJAR', 'DAFTAR UNDANGAN SOSIALISASI NETRALITAS ASN', ''],
    columns: [
      { header: 'NO', of: 'number' },
      { header: 'NAMA', of: 'name' },
      { header: 'NIP', of: 'nip' },
      { header: 'PANGKAT / GOL. RUANG', of: 'rank' },
      { header: 'JABATAN', of: 'office' },
      { header: 'UNIT KERJA / INSTANSI', of: 'unit' },
      { header: 'KECAMATAN', of: 'district' },
      { header: 'NO. HP/WA', of: 'phone' },
    ],
    format: { kind: 'csv', delimiter: ';', encoding: 'utf-8-bom' },
  },
  arrivals: {
    start: '09:00',
    doors: ['Pintu A', 'Pintu B'],
    represented: 0.86,
    delegated: 0.16,
    actingSent: 0.02,
    inPerson: ['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'],
    away: ['Kecamatan Paramasan', 'UPTD Puskesmas Aluh Aluh'],
    delegateFirst: ['Dinas Sosial'],
    doubles: [['UPTD Puskesmas Paramasan', 'UPTD Puskesmas Telaga Bauntung']],
    guests: [
      { ref: 'g1' },
      { ref: 'g2' },
      { ref: 'g3' },
      { ref: 'g4' },
      { ref: 'g5', delegate: { name: 'Dedi Oktavian' } },
      { ref: 'g6', delegate: {} },
      { ref: 'g7', delegate: { name: 'AKP Hendra Sobri', office: 'Kasat Binmas' } },
      { ref: 'g9', delegate: { office: 'Kepala Bidang Pembinaan', letter: '800.1.13/902/BKD' } },
    ],
  },
  reading: null,
  signing: { kind: 'none' },
};
