import type { CaseSpec } from '../case.ts';
import type { Guest, Unit } from '../model.ts';
import {
  COMMON_OFFICES,
  enterprises,
  healthCentres,
  offices,
  school,
  schools,
  subdistrictHeads,
  urbanVillageHeads,
} from '../offices.ts';
import { randomOf } from '../random.ts';

const code = '16.04';
const random = randomOf(code, 'schools');

const OWN_OFFICES = [
  'Dinas Peternakan dan Kesehatan Hewan',
  'Dinas Pemadam Kebakaran dan Penyelamatan',
  'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  'Badan Penelitian dan Pengembangan Daerah',
  'RSUD Lahat',
  'Bagian Tata Pemerintahan',
  'Bagian Kesejahteraan Rakyat',
  'Bagian Hukum',
  'Bagian Perekonomian dan Sumber Daya Alam',
  'Bagian Pengadaan Barang dan Jasa',
  'Bagian Administrasi Pembangunan',
  'Bagian Organisasi',
  'Bagian Umum dan Perlengkapan',
  'Bagian Protokol dan Komunikasi Pimpinan',
  'Bagian Perencanaan dan Keuangan',
];

const capitals = (unit: Unit): Unit => ({ ...unit, unit: unit.unit.toUpperCase() });

const units: Unit[] = [
  ...offices([...COMMON_OFFICES, ...OWN_OFFICES]),
  ...enterprises(['Perumda Air Minum Tirta Lematang', 'Perumda Lahat Jaya', 'PT Lahat Energi Daerah']),
  ...subdistrictHeads(code).map(capitals),
  ...urbanVillageHeads(code).map(capitals),
  ...schools(code, 281, 'SD', random),
  ...schools(code, 61, 'SMP', random),
  ...healthCentres(code, 33, 'UPTD Puskesmas').map(capitals),
];

const guests: Guest[] = [
  {
    ref: 'g1',
    name: 'Hendra Adiputra, S.H., M.M.',
    office: 'Pj. Bupati Lahat',
    institution: 'Pemerintah Kabupaten Lahat',
  },
  { ref: 'g2', office: 'Ketua DPRD Kabupaten Lahat', institution: 'DPRD Kabupaten Lahat' },
  { ref: 'g3', office: 'Kapolres Lahat', institution: 'Polres Lahat' },
  { ref: 'g4', office: 'Dandim 0405/Lahat', institution: 'Kodim 0405/Lahat' },
  { ref: 'g5', office: 'Kepala Kejaksaan Negeri Lahat', institution: 'Kejaksaan Negeri Lahat' },
  { ref: 'g6', office: 'Ketua Pengadilan Negeri Lahat', institution: 'Pengadilan Negeri Lahat' },
  { ref: 'g7', office: 'Ketua KPU Kabupaten Lahat', institution: 'KPU Kabupaten Lahat' },
  { ref: 'g8', office: 'Ketua Bawaslu Kabupaten Lahat', institution: 'Bawaslu Kabupaten Lahat' },
  {
    ref: 'g9',
    name: 'Drs. Mahmud Alamsyah, M.Si.',
    office: 'Inspektur Pembantu Khusus',
    institution: 'Inspektorat Provinsi Sumatera Selatan',
  },
  {
    ref: 'g10',
    name: 'Ratna Wibisono, S.H., M.Kn.',
    office: 'Kepala Bidang Pengawasan',
    institution: 'Kantor Regional VII BKN Palembang',
  },
  { ref: 'g11', office: 'Kepala Kantor Kementerian Agama', institution: 'Kementerian Agama Kabupaten Lahat' },
  { ref: 'g12', office: 'Kepala BPS Kabupaten Lahat', institution: 'Badan Pusat Statistik' },
  { ref: 'g13', office: 'Kepala Kantor Pertanahan', institution: 'ATR/BPN Kabupaten Lahat' },
  { ref: 'g14', office: 'Kepala Lembaga Pemasyarakatan Kelas IIA Lahat', institution: 'Lapas Lahat' },
  { ref: 'g15', office: 'Ketua MUI Kabupaten Lahat', institution: 'Majelis Ulama Indonesia' },
  { ref: 'g16', office: 'Ketua PGRI Kabupaten Lahat', institution: 'PGRI' },
  { ref: 'g17', office: 'Ketua TP PKK Kabupaten Lahat', institution: 'TP PKK' },
  { ref: 'g18', office: 'Ketua Lembaga Adat', institution: 'Lembaga Adat Kabupaten Lahat' },
  { ref: 'g19', name: 'Sarkowi', office: 'Tokoh Masyarakat' },
  { ref: 'g20', office: 'Ketua Dewan Pengurus Korpri', institution: 'Korpri Kabupaten Lahat' },
];

export const lahat: CaseSpec = {
  regency: {
    code,
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'], address: 'Jalan Bhayangkara, Lahat 31411' },
  },
  date: '2024-06-27',
  session: (clock) => ({
    kind: 'RAKOR',
    title: 'Rapat Koordinasi dan Sosialisasi Netralitas ASN di Lingkungan Pemerintah Kabupaten Lahat',
    occasion: 'Pemilihan Kepala Daerah Serentak Tahun 2024',
    organizer: 'Inspektorat Kabupaten Lahat',
    opener: { name: 'Hendra Adiputra, S.H., M.M.', office: 'Bupati Lahat', acting: 'PJ' },
    venue: { name: 'Hotel Santika', region: '16.04.10', address: 'Kecamatan Lahat, Kabupaten Lahat' },
    startsAt: clock.at('08:30'),
    endsAt: clock.at('12:30'),
    agenda: [
      { startsAt: clock.at('08:30'), title: 'Pembukaan dan Lagu Indonesia Raya', speakers: [] },
      {
        startsAt: clock.at('08:45'),
        title: 'Laporan Panitia',
        speakers: [{ office: 'Inspektur', institution: 'Inspektorat Kabupaten Lahat' }],
      },
      {
        startsAt: clock.at('09:00'),
        title: 'Sambutan dan Pembukaan oleh Pj. Bupati Lahat',
        speakers: [
          {
            name: 'Hendra Adiputra, S.H., M.M.',
            office: 'Pj. Bupati Lahat',
            institution: 'Pemerintah Kabupaten Lahat',
          },
        ],
      },
      { startsAt: clock.at('09:20'), title: 'Pembacaan dan Penandatanganan Ikrar Netralitas ASN', speakers: [] },
      {
        startsAt: clock.at('10:00'),
        title: 'Netralitas ASN: Empat Indikator dan Tiga Asas',
        speakers: [
          {
            name: 'Ratna Wibisono, S.H., M.Kn.',
            office: 'Kepala Bidang Pengawasan',
            institution: 'Kantor Regional VII BKN Palembang',
          },
        ],
      },
      {
        startsAt: clock.at('10:50'),
        title: 'Pengawasan Netralitas ASN pada Pilkada 2024',
        speakers: [{ office: 'Ketua', institution: 'Bawaslu Kabupaten Lahat' }],
      },
      { title: 'Tanya Jawab dan Tindak Lanjut', speakers: [] },
    ],
    legalBases: ['uu-20-2023', 'uu-10-2016', 'pp-94-2021', 'pp-42-2004', 'skb-netralitas-2022'],
    classes: ['OPD', 'BUMD', 'KECAMATAN', 'KELURAHAN', 'SD', 'SMP', 'PUSKESMAS'],
    pledge: {
      text: 'ikrar-netralitas-2024',
      version: 1,
      variables: { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilu dan Pemilihan', year: '2024' },
      classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'SD', 'SMP', 'PUSKESMAS'],
      readFirst: true,
    },
  }),
  guests,
  roster: {
    units,
    localNames: ['Sahabadi', 'Ansori', 'Marwansyah', 'Gustiana', 'Karnadi', 'Rozali', 'Haryanto', 'Kencana'],
    capitals: 0.6,
    actingRate: 0.06,
    vacantRate: 0.02,
    heads: {
      Inspektorat: 'definitive',
      'Sekretariat Daerah': 'definitive',
      'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia': 'definitive',
      'Dinas Pendidikan dan Kebudayaan': 'Plt.',
      'SD NEGERI 4 LAHAT': 'definitive',
      'SD NEGERI 7 JARAI': 'definitive',
      'SMP NEGERI 3 LAHAT': 'definitive',
    },
    doubles: [
      ['SD NEGERI 3 KIKIM TIMUR', 'SD NEGERI 4 KIKIM TIMUR'],
      ['SMP NEGERI 1 PSEKSU', 'SMP NEGERI 2 PSEKSU'],
      ['Dinas Perikanan', 'Dinas Peternakan dan Kesehatan Hewan'],
    ],
    faults: [
      { why: 'nip-lost-digits', of: 'SD NEGERI 4 LAHAT', cell: 'number' },
      { why: 'misspelt-district', of: 'SD NEGERI 2 MUARAPAYANG', as: 'Muarapayng' },
      { why: 'duplicate', of: 'Dinas Sosial', after: 'RSUD Lahat', retyped: 'DINAS SOSIAL' },
      { why: 'duplicate', of: 'SD NEGERI 6 MERAPI TIMUR', after: 'SD NEGERI 8 MERAPI TIMUR' },
      { why: 'no-unit-name', after: 'SMP NEGERI 2 KIKIM BARAT' },
      {
        why: 'unknown-district',
        unit: school('SD NEGERI 1 KAYANGAN SEMBILAN', 'SD', 'Kayangan Sembilan', random),
        after: 'SD NEGERI 5 LAHAT SELATAN',
      },
    ],
  },
  layout: {
    letterhead: [
      'PEMERINTAH KABUPATEN LAHAT',
      'INSPEKTORAT',
      'DAFTAR UNDANGAN RAPAT KOORDINASI DAN SOSIALISASI NETRALITAS ASN',
      'KAMIS, 27 JUNI 2024',
      '',
    ],
    columns: [
      { header: 'NO', of: 'number', width: 6 },
      { header: 'NAMA', of: 'name', width: 34 },
      { header: 'NIP', of: 'nip', width: 24 },
      { header: 'PANGKAT/GOL', of: 'rank', width: 22 },
      { header: 'JABATAN', of: 'office', width: 40 },
      { header: 'UNIT KERJA', of: 'unit', width: 44 },
      { header: 'KECAMATAN', of: 'district', width: 20 },
      { header: 'NPSN', of: 'npsn', width: 12 },
      { header: 'NO HP / WA', of: 'phone', width: 18 },
    ],
    format: {
      kind: 'xlsx',
      sheet: 'Undangan',
      mergedDistricts: ['Jarai', 'Kikim Tengah'],
      numericNpsn: ['Kikim Tengah'],
    },
  },
  arrivals: {
    start: '08:30',
    doors: ['Pintu A', 'Pintu B', 'Pintu C'],
    represented: 0.88,
    delegated: 0.15,
    actingSent: 0.02,
    inPerson: [
      'Inspektorat',
      'Sekretariat Daerah',
      'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
      'Dinas Pendidikan dan Kebudayaan',
    ],
    away: ['Perumda Lahat Jaya', 'SD NEGERI 7 JARAI'],
    delegateFirst: ['SMP NEGERI 3 LAHAT'],
    doubles: [
      ['SD NEGERI 3 KIKIM TIMUR', 'SD NEGERI 4 KIKIM TIMUR'],
      ['SMP NEGERI 1 PSEKSU', 'SMP NEGERI 2 PSEKSU'],
      ['Dinas Perikanan', 'Dinas Peternakan dan Kesehatan Hewan'],
    ],
    guests: [
      { ref: 'g1' },
      { ref: 'g2', delegate: { name: 'H. Burhanuddin Kadir, S.E.', office: 'Anggota DPRD' } },
      { ref: 'g3', delegate: { name: 'AKP Firman Prasetya, S.H.', office: 'Kasat Reskrim' } },
      { ref: 'g4', delegate: { name: 'Letkol Inf Bagas Mahendra', office: 'Pasi Intel', letter: 'Sprin/214/VI/2024' } },
      { ref: 'g5', delegate: { office: 'Kasi Intelijen' } },
      { ref: 'g7', delegate: {} },
      { ref: 'g8', delegate: { name: 'Nasrullah Idris' } },
      { ref: 'g9' },
      { ref: 'g10' },
      { ref: 'g11', delegate: { office: 'Kasubbag Tata Usaha' } },
      { ref: 'g12' },
      { ref: 'g14', delegate: { name: 'Taufik Romli, A.Md.IP., S.H.' } },
      { ref: 'g15' },
      { ref: 'g16' },
      { ref: 'g18' },
      { ref: 'g19' },
    ],
  },
  reading: (clock, head) => ({
    at: clock.at('09:22:10'),
    until: clock.at('09:25:40'),
    reader: head('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'),
    witnesses: [{ name: 'Hendra Adiputra, S.H., M.M.', office: 'Pj. Bupati Lahat' }, head('Inspektorat')],
  }),
  signing: { kind: 'phones', from: '09:26', minutes: 28, unsigned: 0.05, delegates: 9, late: 17 },
};
