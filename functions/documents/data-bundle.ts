/** The data of a session as one file for whoever wants to count it again: CSV, JSON, and what every column means. */

import { strToU8, zipSync } from 'fflate';
import { representedOf } from '../coverage/represented.ts';
import { csvFile } from '../platform/csv-cell.ts';
import { regions } from '../regions/regions.ts';
import { type BundleMaterial, type BundleTable, bundleTables, localTime } from './data-bundle-tables.ts';
import { figure, kindWords } from './paper-words.ts';

/** Of the plan what is public on the day: no staff, no phones. */
const sessionJson = ({ session, regency, head, at }: BundleMaterial) => ({
  dibuat: at.toISOString(),
  zona: session.zone,
  daerah: { kode: session.regency, nama: regency.name },
  segel: head ? { nomor: head.number, akar: head.root, kunci: head.key, pada: head.at } : null,
  kegiatan: session,
});

const zoneLine = ({ session: { zone } }: BundleMaterial): string => {
  const offset = localTime(zone, '2024-01-01T00:00:00.000Z')?.slice(-6);
  return `Waktu dalam CSV ditulis menurut zona kegiatan, ${zone} (UTC${offset}), dengan selisihnya di belakang; waktu dalam JSON ditulis dalam UTC (akhiran Z).`;
};

const counted = ({ coverage }: BundleMaterial): string[] => {
  const { units, pledge } = coverage;
  const came = representedOf(units);
  return [
    '- Penyebut: baris peserta.csv dengan dalam_penyebut = YA, yaitu daftar yang dibekukan ketika kegiatan dibuka. Undangan yang ditambah atau dicabut sesudahnya tercatat dalam kolom perubahan dan tidak mengubah penyebut.',
    '- Terwakili: HADIR_SENDIRI + HADIR_PEJABAT + DIWAKILI, satu unit satu kali. DARING bukan hadir dan bukan pula tidak hadir. Tamu tidak pernah dihitung.',
    '- Ikrar: SUDAH bila pemangku jabatan sendiri menandatangani. Tanda tangan wakil, simbolis, dan saksi tidak menyelesaikannya.',
    `- Hasilnya di sini: ${figure(came)} dari ${figure(units.expected)} unit terwakili; ikrar ${figure(pledge.signed)} dari ${figure(pledge.due)}. Angka lengkapnya ada dalam cakupan.json dan dapat dihitung ulang dari peserta.csv.`,
  ];
};

const tableText = ({ file, about, columns, rows }: BundleTable): string[] => [
  `## ${file}`,
  '',
  `${about} Banyaknya baris: ${figure(rows.length)}.`,
  '',
  '| kolom | isi |',
  '| --- | --- |',
  ...columns.map(([name, text]) => `| ${name} | ${text} |`),
  '',
];

const readMe = (material: BundleMaterial, tables: readonly BundleTable[]): string => {
  const { session, regency } = material;
  const place = regency.labels.district.toLowerCase();
  return [
    `# Data ${kindWords[session.kind]}: ${session.title}`,
    '',
    `${regency.name}. Dibuat ${localTime(session.zone, material.at.toISOString())}.`,
    '',
    zoneLine(material),
    '',
    'CSV menurut RFC 4180, UTF-8 dengan BOM, baris diakhiri CR LF. Sel yang diawali =, +, - atau @ didahului tanda petik tunggal agar tidak dibaca sebagai rumus.',
    '',
    'Yang tidak ada di sini: nomor telepon, surel, tautan dan kode undangan, nama perangkat, dan nama petugas. NIP disamarkan.',
    '',
    '## Cara menghitung',
    '',
    ...counted(material),
    '',
    ...tables.flatMap(tableText),
    '## cakupan.json',
    '',
    `Cakupan kegiatan: units (unit), pledge (ikrar), people (orang), amendments (perubahan), conflicts (perbedaan yang belum diputuskan), classes (menurut kelas unit), districts (menurut ${place}), cells (menurut ${place} dan kelas unit). expected = diundang, inPerson = hadir sendiri, acting = dihadiri Pj/Pjs/Plt/Plh, delegated = diwakili, online = daring, missing = tidak hadir, due = wajib, signed = sudah, notYet = belum, asOf = saat data dibaca.`,
    '',
    '## kegiatan.json',
    '',
    'Rencana kegiatan, waktu dibuka dan ditutup, dan segelnya bila sudah disegel.',
    '',
    '## Sumber data wilayah',
    '',
    regions.attribution,
    '',
  ].join('\n');
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The zip; the same content at the same time is the same bytes. */
export const dataBundleOf = (material: BundleMaterial): Uint8Array => {
  const tables = bundleTables(material);
  const files: Record<string, string> = {
    'BACA-SAYA.md': readMe(material, tables),
    'kegiatan.json': json(sessionJson(material)),
    'cakupan.json': json(material.coverage),
    ...Object.fromEntries(
      tables.map(({ file, columns, rows }) => [file, csvFile([columns.map(([name]) => name), ...rows])]),
    ),
  };
  const zippable = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(zippable, { mtime: material.at });
};
