/** Rosters whose cells are awkward: numbers, apostrophes, encodings and formulas. */
import { type AwkwardFile, nip, titles } from './awkward-file.ts';
import { rewritten, utf8, utf8Marked, utf16, windows1252, workbook } from './make-files.ts';

export const awkwardCells: readonly AwkwardFile[] = [
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
];
