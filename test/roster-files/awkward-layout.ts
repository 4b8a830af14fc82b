/** Rosters whose table is awkward: what stands around, between and above its rows, and on which sheet. */
import { type AwkwardFile, nip, spaced, titles } from './awkward-file.ts';
import { hiding, utf8, workbook } from './make-files.ts';

export const awkwardLayouts: readonly AwkwardFile[] = [
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
