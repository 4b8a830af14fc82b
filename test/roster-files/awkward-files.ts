/**
 * Awkward rosters, each with what has to come out of it, written by hand:
 * `row | unit | office | holder | NIP | district | issues`, a column left out where it is not what the file is about.
 */
import { hiding, rewritten, utf8, utf8Marked, utf16, windows1252, workbook } from './make-files.ts';

export interface AwkwardFile {
  what: string;
  make: () => Promise<Buffer> | Buffer;
  /** What of each row is compared, in this order. */
  shows: readonly Shown[];
  rows: readonly string[];
  sheet?: string;
}
export type Shown =
  | 'unit'
  | 'class'
  | 'office'
  | 'holder'
  | 'acting'
  | 'nip'
  | 'district'
  | 'village'
  | 'code'
  | 'phone'
  | 'email'
  | 'letter'
  | 'parent'
  | 'issues';

const nip = (number: number): string => `19740505200412100${number}`;
const spaced = (number: number): string => `19740505 200412 1 00${number}`;
const titles = ['NO', 'NAMA', 'NIP', 'JABATAN', 'UNIT KERJA', 'KECAMATAN'];

export const awkwardFiles: readonly AwkwardFile[] = [
  {
    what: 'a letterhead above the header, column numbers under it, a signature below the table',
    make: () =>
      workbook({
        Undangan: [
          [{ text: 'PEMERINTAH KABUPATEN LAHAT', columns: 6 }, null, null, null, null, null],
          [{ text: 'BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM', columns: 6 }, null, null, null, null, null],
          [{ text: 'Jalan Bhayangkara, Lahat, Sumatera Selatan', columns: 6 }, null, null, null, null, null],
          [],
          ['Lampiran', 'Surat Nomor 800/123/BKPSDM/2024'],
          titles,
          [1, 2, 3, 4, 5, 6],
          [1, 'Drs. H. SAHABADI, M.Si.', spaced(1), 'KEPALA DINAS', 'DINAS KESEHATAN', null],
          [2, 'SITI ROHANA, S.Pd.', spaced(2), 'KEPALA SEKOLAH', 'SD NEGERI 1 LAHAT', 'LAHAT'],
          [],
          [null, null, null, null, 'Lahat, 20 Juni 2024'],
          [null, null, null, null, 'Kepala BKPSDM Kabupaten Lahat,'],
          [],
          [null, null, null, null, 'Drs. BUDI SANTOSO'],
          [null, null, null, null, `NIP. ${spaced(9)}`],
        ],
      }),
    shows: ['unit', 'office', 'holder', 'nip', 'district', 'issues'],
    rows: [
      `8 | Dinas Kesehatan | Kepala Dinas Kesehatan | Drs. H. Sahabadi, M.Si. | ${nip(1)} | - | -`,
      `9 | SD Negeri 1 Lahat | Kepala SD Negeri 1 Lahat | Siti Rohana, S.Pd. | ${nip(2)} | 16.04.10 | -`,
    ],
  },
  {
    what: 'two rows of titles, the upper one merged over its group',
    make: () =>
      workbook({
        Data: [
          ['NO', { text: 'KEPALA SEKOLAH', columns: 2 }, null, { text: 'SEKOLAH', columns: 2 }, null, 'KEC.'],
          [null, 'NAMA', 'NIP', 'NAMA', 'NPSN', null],
          [1, 'Budi Santoso', nip(1), 'SDN 1 Lahat', '10600001', 'Lahat'],
          [2, 'Ani', nip(2), 'SMPN 2 Jarai', '10600002', 'Jarai'],
        ],
      }),
    shows: ['unit', 'holder', 'nip', 'code', 'district', 'issues'],
    rows: [
      `3 | SDN 1 Lahat | Budi Santoso | ${nip(1)} | 10600001 | 16.04.10 | -`,
      `4 | SMPN 2 Jarai | Ani | ${nip(2)} | 10600002 | 16.04.06 | -`,
    ],
  },
  {
    what: 'districts merged over their schools',
    make: () =>
      workbook({
        Data: [
          ['KECAMATAN', 'SEKOLAH', 'NAMA KEPALA SEKOLAH'],
          [{ text: 'Lahat', rows: 3 }, 'SDN 1', 'Ali'],
          [null, 'SDN 2', 'Budi'],
          [null, 'SDN 3', 'Cici'],
          [{ text: 'Jarai', rows: 2 }, 'SDN 1', 'Dedi'],
          [null, 'SMPN 1', 'Edi'],
        ],
      }),
    shows: ['unit', 'holder', 'district', 'issues'],
    rows: [
      '2 | SDN 1 | Ali | 16.04.10 | -',
      '3 | SDN 2 | Budi | 16.04.10 | A DISTRICT_FROM_ABOVE',
      '4 | SDN 3 | Cici | 16.04.10 | A DISTRICT_FROM_ABOVE',
      '5 | SDN 1 | Dedi | 16.04.06 | -',
      // Of another class: the cell above may be the last of its own list.
      '6 | SMPN 1 | Edi | - | A DISTRICT_MISSING',
    ],
  },
  {
    what: 'a NIP kept as a number, which has lost its last digits',
    make: () =>
      workbook({
        Data: [
          titles,
          [1, 'Ali', 197405052004121, 'Kepala Dinas Sosial', 'Dinas Sosial', null],
          [2, 'Budi', Number(nip(1)), 'Kepala Dinas PUPR', 'Dinas PUPR', null],
          [3, 'Cici', '1,97405E+17', 'Kepala Dinas Pertanian', 'Dinas Pertanian', null],
          [4, 'Dedi', '197405052004121000', 'Kepala Dinas Pariwisata', 'Dinas Pariwisata', null],
          [5, 'Edi', nip(5), 'Kepala Dinas Perhubungan', 'Dinas Perhubungan', null],
        ],
      }),
    shows: ['unit', 'holder', 'nip', 'issues'],
    rows: [
      '2 | Dinas Sosial | Ali | - | C NIP_INVALID',
      '3 | Dinas PUPR | Budi | - | C NIP_LOST_DIGITS',
      '4 | Dinas Pertanian | Cici | - | C NIP_LOST_DIGITS',
      '5 | Dinas Pariwisata | Dedi | - | C NIP_LOST_DIGITS',
      `6 | Dinas Perhubungan | Edi | ${nip(5)} | -`,
    ],
  },
  {
    what: 'apostrophes before digits, as people keep noughts with',
    make: () =>
      workbook({
        Data: [
          ['NO', 'NAMA KEPALA SEKOLAH', 'NIP', 'SEKOLAH', 'NPSN', 'KECAMATAN', 'NO. HP'],
          ["'1", 'Ali', `'${nip(1)}`, 'SDN 1 Lahat', "'10600001", 'Lahat', "'081234567890"],
          ["'2", 'Budi', `’${nip(2)}`, 'SDN 2 Lahat', '’10600002', 'Lahat', '’0812 3456 7891'],
          [null, 'Mengetahui,'],
          [null, 'Kepala Dinas'],
        ],
      }),
    shows: ['unit', 'nip', 'code', 'phone', 'issues'],
    rows: [
      `2 | SDN 1 Lahat | ${nip(1)} | 10600001 | +6281234567890 | -`,
      `3 | SDN 2 Lahat | ${nip(2)} | 10600002 | +6281234567891 | -`,
    ],
  },
  {
    what: 'Windows-1252 with semicolons, curly apostrophes and accents',
    make: () =>
      windows1252(
        'DAFTAR KEPALA OPD;;;',
        ';;;',
        'NO;NAMA PEJABAT;JABATAN;PERANGKAT DAERAH',
        '1;MA’RUF ZOË, S.Sos.;Kepala Dinas;Dinas Sosial',
        '2;JUM’AT – BIN ALI;Plt. Kepala Dinas;Dinas Pertanian',
      ),
    shows: ['unit', 'holder', 'acting', 'issues'],
    rows: [
      '4 | Dinas Sosial | Ma’ruf Zoë, S.Sos. | DEFINITIVE | -',
      '5 | Dinas Pertanian | Jum’at – bin Ali | PLT | -',
    ],
  },
  {
    what: 'UTF-16 with tabs, as Excel saves "Unicode text"',
    make: () =>
      utf16('NAMA\tJABATAN\tUNIT KERJA', 'Ma’ruf\tCamat Lahat\tKecamatan Lahat', 'Wati\tLurah\tKelurahan Pasar Lama'),
    shows: ['unit', 'class', 'office', 'holder', 'district', 'issues'],
    rows: [
      '2 | Kecamatan Lahat | KECAMATAN | Camat Lahat | Ma’ruf | 16.04.10 | -',
      '3 | Kelurahan Pasar Lama | KELURAHAN | Lurah Pasar Lama | Wati | - | C DISTRICT_MISSING',
    ],
  },
  {
    what: 'UTF-8 with a mark, and names with commas in quotes',
    make: () =>
      utf8Marked(
        'No,Nama Lengkap dan Gelar,NIP,Jabatan,Unit Kerja',
        `1,"Dr. dr. Siti Aminah, Sp.A., M.Kes.",${nip(1)},Direktur,RSUD Lahat`,
        `2,"Sastra, Budi, S.H., M.H.",${nip(2)},Kepala Bagian Hukum,Sekretariat Daerah`,
        '3,"H. Ahmad Fauzi, S.STP, M.Si",,Inspektur,Inspektorat',
      ),
    shows: ['unit', 'office', 'holder', 'issues'],
    rows: [
      '2 | RSUD Lahat | Direktur RSUD Lahat | Dr. dr. Siti Aminah, Sp.A., M.Kes. | -',
      '3 | Bagian Hukum | Kepala Bagian Hukum | Sastra, Budi, S.H., M.H. | -',
      '4 | Inspektorat | Inspektur | H. Ahmad Fauzi, S.STP, M.Si | -',
    ],
  },
  {
    what: 'totals between and after the rows',
    make: () =>
      workbook({
        Data: [
          ['NO', 'NAMA', 'SEKOLAH', 'KECAMATAN'],
          [1, 'Ali', 'SDN 1', 'Lahat'],
          [null, 'SUB TOTAL', null, 1],
          [2, 'Budi', 'SMPN 1', 'Lahat'],
          [null, null, 'JUMLAH SD NEGERI', 1],
          [null, null, 'TOTAL SMP NEGERI', 1],
          ['JUMLAH', null, null, 2],
          [null, 'TOTAL KESELURUHAN', null, 2],
        ],
      }),
    shows: ['unit', 'holder', 'district', 'issues'],
    rows: ['2 | SDN 1 | Ali | 16.04.10 | -', '4 | SMPN 1 | Budi | 16.04.10 | -'],
  },
  {
    what: 'hidden sheets with last year’s list before the one that is shown',
    make: async () =>
      hiding(
        await workbook({
          'Data 2023': [titles, [1, 'Orang Lama', null, 'Kepala Dinas', 'Dinas Kesehatan', null]],
          Referensi: [titles, [1, 'Orang Rahasia', null, 'Kepala Dinas', 'Dinas Sosial', null]],
          Petunjuk: [['Isi lembar berikut dengan huruf kapital.']],
          'Data 2024': [titles, [1, 'Orang Baru', null, 'Kepala Dinas', 'Dinas Kesehatan', null]],
        }),
        { 'Data 2023': 'hidden', Referensi: 'veryHidden' },
      ),
    shows: ['unit', 'holder', 'issues'],
    rows: ['2 | Dinas Kesehatan | Orang Baru | -'],
  },
  {
    what: 'the hidden sheet, asked for by its name',
    make: async () =>
      hiding(
        await workbook({
          'Data 2023': [titles, [1, 'Orang Lama', null, 'Kepala Dinas', 'Dinas Kesehatan', null]],
          'Data 2024': [titles, [1, 'Orang Baru', null, 'Kepala Dinas', 'Dinas Kesehatan', null]],
        }),
        { 'Data 2023': 'hidden' },
      ),
    sheet: 'Data 2023',
    shows: ['unit', 'holder', 'issues'],
    rows: ['2 | Dinas Kesehatan | Orang Lama | -'],
  },
  {
    what: 'the same head twice: one unit on two rows, and two namesakes',
    make: () =>
      workbook({
        Data: [
          ['NO', 'NAMA', 'SEKOLAH', 'KECAMATAN'],
          [1, 'Siti', 'SD NEGERI 01 LAHAT', 'Lahat'],
          [2, 'Siti', 'SDN 1 Lahat', 'LAHAT'],
          [3, 'Siti', 'SDN 2 Lahat', 'Lahat'],
          [4, 'Siti', 'SDN 1 Lahat', 'Jarai'],
        ],
      }),
    shows: ['unit', 'holder', 'district', 'issues'],
    rows: [
      '2 | SD Negeri 01 Lahat | Siti | 16.04.10 | -',
      '3 | - | - | - | C DUPLICATE_UNIT 2',
      // A name alone is never enough: there are many Sitis.
      '4 | SDN 2 Lahat | Siti | 16.04.10 | -',
      '5 | SDN 1 Lahat | Siti | 16.04.06 | -',
    ],
  },
  {
    what: 'one head for two schools, by NIP and by name with phone; one phone for two people',
    make: () =>
      utf8(
        'NO;NAMA;NIP;SEKOLAH;KECAMATAN;NO HP',
        `1;Drs. BUDI SANTOSO;${nip(1)};SDN 1 Lahat;Lahat;`,
        `2;Budi Santoso, S.Pd.;${nip(1)};SDN 2 Lahat;Lahat;`,
        '3;H. ANWAR;;SDN 3 Lahat;Lahat;081234567890',
        '4;Anwar;;SDN 4 Lahat;Lahat;+62 812-3456-7890',
        '5;Wati;;SDN 5 Lahat;Lahat;0812 3456 7890',
        `6;Dedi;${nip(3)};SDN 6 Lahat;Lahat;081300000000`,
        `7;Dedi;${nip(4)};SDN 7 Lahat;Lahat;081300000000`,
        `8;Anwar;${nip(5)};SDN 8 Lahat;Lahat;081234567890`,
      ),
    shows: ['unit', 'holder', 'issues'],
    rows: [
      '2 | SDN 1 Lahat | Drs. Budi Santoso | -',
      '3 | SDN 2 Lahat | Budi Santoso, S.Pd. | B SAME_HOLDER 2',
      '4 | SDN 3 Lahat | H. Anwar | -',
      '5 | SDN 4 Lahat | Anwar | B SAME_HOLDER 4',
      '6 | SDN 5 Lahat | Wati | -',
      '7 | SDN 6 Lahat | Dedi | -',
      // Two NIPs are two persons, whatever they share.
      '8 | SDN 7 Lahat | Dedi | -',
      '9 | SDN 8 Lahat | Anwar | B SAME_HOLDER 4',
    ],
  },
  {
    what: 'two offices with the same code, also of two classes',
    make: () =>
      workbook({
        Data: [
          ['NAMA KEPALA', 'SEKOLAH', 'NPSN', 'KECAMATAN'],
          ['Ali', 'SDN 1 Lahat', '10600001', 'Lahat'],
          ['Budi', 'SDN 2 Lahat', '10600001', 'Lahat'],
          ['Cici', 'SMPN 1 Lahat', 10600001, 'Lahat'],
          ['Dedi', 'SD Negeri 1 Lahat', '10600001', 'Lahat'],
          ['Edi', 'SDN 5 Lahat', '10600005', 'Lahat'],
          ['Fani', 'SDN 6 Lahat', '10600006', 'Lahat'],
          ['Gani', 'SDN 7 Lahat', '10600007', 'Lahat'],
        ],
      }),
    shows: ['unit', 'holder', 'code', 'issues'],
    rows: [
      '2 | SDN 1 Lahat | Ali | 10600001 | -',
      '3 | - | - | - | C DUPLICATE_CODE 2',
      '4 | - | - | - | C DUPLICATE_CODE 2',
      '5 | - | - | - | B DUPLICATE_UNIT 2',
      '6 | SDN 5 Lahat | Edi | 10600005 | -',
      '7 | SDN 6 Lahat | Fani | 10600006 | -',
      '8 | SDN 7 Lahat | Gani | 10600007 | -',
    ],
  },
  {
    what: 'a list of villages, whose column says what they are',
    make: () =>
      workbook({
        Desa: [
          ['NO', 'KECAMATAN', 'DESA', 'NAMA KEPALA'],
          [1, 'Lahat', 'MAKARTITAMA', 'ALI'],
          [2, 'Kec. Lahat', 'Desa Manggul', 'Budi'],
          [3, 'Lahat', 'Tidak Ada di Daftar', 'Cici'],
          ['NO', 'KECAMATAN', 'DESA', 'NAMA KEPALA'],
          [4, 'Jarai', 'Tertap', '(lowong)'],
        ],
      }),
    shows: ['unit', 'class', 'office', 'holder', 'district', 'village', 'issues'],
    rows: [
      '2 | Desa Makartitama | DESA | Kepala Desa Makartitama | Ali | 16.04.10 | 16.04.10.2056 | -',
      '3 | Desa Manggul | DESA | Kepala Desa Manggul | Budi | 16.04.10 | 16.04.10.2050 | -',
      '4 | Desa Tidak Ada di Daftar | DESA | Kepala Desa Tidak Ada di Daftar | Cici | 16.04.10 | - | -',
      '6 | Desa Tertap | DESA | Kepala Desa Tertap | - | 16.04.06 | 16.04.06.2011 | D HOLDER_MISSING',
    ],
  },
  {
    what: 'a list of camats, with nothing but the district',
    make: () => utf8('NO,NAMA CAMAT,NIP,KECAMATAN', `1,Ali,${nip(1)},Lahat`, `2,Budi,${nip(2)},JARAI`, '3,Cici,,Antah'),
    shows: ['unit', 'class', 'office', 'district', 'issues'],
    rows: [
      '2 | Kecamatan Lahat | KECAMATAN | Camat Lahat | 16.04.10 | -',
      '3 | Kecamatan Jarai | KECAMATAN | Camat Jarai | 16.04.06 | -',
      '4 | - | - | - | - | D DISTRICT_UNKNOWN',
    ],
  },
  {
    what: 'formula cells, read by what they show',
    make: async () =>
      rewritten(
        await workbook({
          Data: [
            ['NAMA', 'UNIT KERJA', 'KECAMATAN', 'NPSN'],
            ['Ali', 'SDN 1 Lahat', 'Lahat', 10600001],
            ['Budi', 'SDN 2 Lahat', 'Lahat', 10600002],
          ],
        }),
        'xl/worksheets/sheet1.xml',
        (xml) =>
          xml
            .replace(
              /<c r="B3"[^>]*>.*?<\/c>/,
              '<c r="B3" t="str"><f>CONCATENATE("SDN"," 2 Lahat")</f><v>SDN 2 Lahat</v></c>',
            )
            .replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3"><f>C2</f></c>')
            .replace(/<c r="D3"[^>]*>.*?<\/c>/, '<c r="D3"><f>D2+1</f><v>10600002</v></c>'),
      ),
    shows: ['unit', 'holder', 'code', 'district', 'issues'],
    rows: [
      '2 | SDN 1 Lahat | Ali | 10600001 | 16.04.10 | -',
      // The formula was never computed: there is nothing to read.
      '3 | SDN 2 Lahat | Budi | 10600002 | 16.04.10 | C DISTRICT_FROM_ABOVE',
    ],
  },
  {
    what: 'a CSV whose cells look like formulas',
    make: () =>
      utf8(
        'sep=;',
        'NAMA;UNIT KERJA;NO HP;NIP',
        `Ali;Dinas Sosial;="081234567890";="${nip(1)}"`,
        `'=cmd|' /C calc'!A0;Dinas PUPR;'+6281234567891;-`,
      ),
    shows: ['unit', 'holder', 'nip', 'phone', 'issues'],
    rows: [
      `3 | Dinas Sosial | Ali | ${nip(1)} | +6281234567890 | -`,
      "4 | Dinas PUPR | =cmd|' /C calc'!A0 | - | +6281234567891 | -",
    ],
  },
  {
    what: 'columns for the parent, the letter, the acting status and the address',
    make: () =>
      workbook({
        Data: [
          [
            'NAMA',
            'JABATAN',
            'UNIT KERJA',
            'UNIT INDUK',
            'DESA/KELURAHAN',
            'KECAMATAN',
            'STATUS JABATAN',
            'NO SK',
            'E-mail',
          ],
          ['Ali', 'Kepala Dinas', 'Dinas Kesehatan', null, null, null, 'Definitif', null, 'ALI@lahatkab.go.id'],
          [
            'Budi',
            'Kepala Puskesmas',
            'Puskesmas Perumnas',
            'DINAS KESEHATAN',
            'Pasar Lama',
            'Lahat',
            'Plt.',
            '800/12/2024',
            'budi(at)gmail',
          ],
          ['Cici', 'Kepala UPTD', 'UPTD Laboratorium', 'Dinas Antah', 'Antah', 'Lahat', 'Plh', null, null],
        ],
      }),
    shows: ['unit', 'holder', 'acting', 'letter', 'email', 'parent', 'village', 'issues'],
    rows: [
      '2 | Dinas Kesehatan | Ali | DEFINITIVE | - | ali@lahatkab.go.id | - | - | -',
      '3 | Puskesmas Perumnas | Budi | PLT | 800/12/2024 | - | Dinas Kesehatan | 16.04.10.1041 | I EMAIL_INVALID',
      '4 | UPTD Laboratorium | Cici | PLH | - | - | - | - | E VILLAGE_UNKNOWN, D PARENT_UNKNOWN',
    ],
  },
  {
    what: 'all employees by rank, of whom some are heads',
    make: () =>
      workbook({
        Pegawai: [
          ['NO', 'NAMA', 'NIP', 'JABATAN', 'UNIT KERJA'],
          [1, 'Evi', nip(1), 'Sekretaris', 'Dinas Sosial'],
          [2, 'Fani', nip(2), 'Kepala Dinas', 'Dinas Sosial'],
          [3, 'Gani', nip(3), 'Kepala Bidang SD', 'Dinas Pendidikan'],
          [4, 'Hani', nip(4), 'Camat', 'Kecamatan Lahat'],
          [5, 'Ida', nip(5), 'Sekretaris Camat', 'Kecamatan Lahat'],
          [6, 'Joni', nip(6), 'Sekretaris DPRD', null],
        ],
      }),
    shows: ['unit', 'holder', 'issues'],
    rows: [
      '2 | - | - | D NOT_A_HEAD',
      '3 | Dinas Sosial | Fani | -',
      '4 | - | - | D NOT_A_HEAD',
      '5 | Kecamatan Lahat | Hani | -',
      '6 | - | - | D NOT_A_HEAD',
      '7 | Sekretariat DPRD | Joni | -',
    ],
  },
  {
    what: 'schools under their districts, errors of formulas, one that nobody has computed',
    make: async () =>
      rewritten(
        await workbook({
          Data: [
            ['NO', 'SEKOLAH', 'NAMA', 'KETERANGAN'],
            ['I', 'KECAMATAN LAHAT', null, null],
            [1, 'SEKOLAH DASAR NEGERI 1 LAHAT', 'Ali', 'Plt. sejak Mei'],
            [2, 'SDN 2 Lahat', 'Budi', null],
            ['II', 'KECAMATAN JARAI', null, null],
            [1, 'SDN 1 Jarai', 'Cici', null],
            [2, 'SDN 2 Jarai', 'Dedi', null],
          ],
        }),
        'xl/worksheets/sheet1.xml',
        (xml) =>
          xml
            .replace(/<c r="C4"[^>]*>.*?<\/c>/, '<c r="C4" t="e"><f>VLOOKUP(A4,X:Y,2,0)</f><v>#N/A</v></c>')
            .replace(/<c r="C6"[^>]*>.*?<\/c>/, '<c r="C6"><f>VLOOKUP(A6,X:Y,2,0)</f><v></v></c>')
            .replace(/<c r="C7"[^>]*>.*?<\/c>/, '<c r="C7" t="str"><f>IF(1=1,"","x")</f><v></v></c>'),
      ),
    shows: ['unit', 'holder', 'acting', 'district', 'issues'],
    rows: [
      '3 | Sekolah Dasar Negeri 1 Lahat | Ali | PLT | 16.04.10 | B DISTRICT_FROM_ABOVE',
      '4 | SDN 2 Lahat | - | - | 16.04.10 | B DISTRICT_FROM_ABOVE, C CELL_BROKEN',
      '6 | SDN 1 Jarai | - | - | 16.04.06 | B DISTRICT_FROM_ABOVE, C CELL_BROKEN',
      '7 | SDN 2 Jarai | - | - | 16.04.06 | B DISTRICT_FROM_ABOVE, C HOLDER_UNSAID',
    ],
  },
  {
    what: 'headings between the groups, and the header again on the second page',
    make: () =>
      workbook({
        Data: [
          titles,
          ['A. PERANGKAT DAERAH'],
          [1, 'Ali', null, 'Kepala Dinas', 'Dinas Sosial', null],
          titles,
          ['B. KECAMATAN'],
          [2, 'Budi', null, 'CAMAT', null, 'LAHAT'],
          [3, 'Cici', null, 'Camat', 'Kantor Camat Jarai', null],
        ],
      }),
    shows: ['unit', 'office', 'holder', 'district', 'issues'],
    rows: [
      '3 | Dinas Sosial | Kepala Dinas Sosial | Ali | - | -',
      '6 | Kecamatan Lahat | Camat Lahat | Budi | 16.04.10 | -',
      '7 | Kecamatan Jarai | Camat Jarai | Cici | 16.04.06 | -',
    ],
  },
];
