/** Rosters whose people and offices are awkward: the same twice, one for two, and those who head nothing. */
import { type AwkwardFile, nip } from './awkward-file.ts';
import { utf8, workbook } from './make-files.ts';

export const awkwardPeople: readonly AwkwardFile[] = [
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
];
