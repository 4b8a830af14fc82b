/** Writes the roster to be imported: as many heads of schools as asked for, as an XLSX. */
import { writeFileSync } from 'node:fs';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { regions } from '../../functions/regions/regions.ts';
import { lahat } from '../support/fixtures.ts';

const [count, path = ''] = [Number(process.argv[2]), process.argv[3]];
const districts = regions.districtsOf(lahat);
const firstNames = ['AHMAD', 'SITI', 'BUDI', 'RINA', 'HENDRA', 'DEWI', 'AGUS', 'NURHAYATI'];
const lastNames = ['SAPUTRA', 'ROHANA', 'SANTOSO', 'MARLINA', 'KURNIAWAN', 'LESTARI', 'FIRDAUS', 'WATI'];

const text = (value: string) => ({ value, type: String });
const titles = ['NO', 'NAMA', 'NIP', 'PANGKAT/GOL', 'JABATAN', 'UNIT KERJA', 'KECAMATAN', 'NPSN', 'NO HP'];
const row = (index: number) => {
  const name = `Drs. H. ${firstNames[index % 8]} ${lastNames[(index >> 3) % 8]}, S.Pd., M.Si.`;
  const nip = `19${60 + (index % 30)}0505 200412 1 ${String(index % 1000).padStart(3, '0')}`;
  return [
    { value: index + 1, type: Number },
    text(name),
    text(nip),
    text('Pembina Tk. I / IV.b'),
    text('KEPALA SEKOLAH'),
    text(`SD NEGERI ${index + 1} LAHAT`),
    text(districts[index % districts.length]?.name.toUpperCase() ?? ''),
    text(String(10_600_000 + index)),
    text(`0812-${String(1000 + (index % 9000))}-${String(1000 + (index >> 1))}`),
  ];
};
const data = [
  [text('PEMERINTAH KABUPATEN LAHAT')],
  [text('DAFTAR KEPALA SEKOLAH')],
  [],
  titles.map(text),
  ...Array.from({ length: count }, (_, index) => row(index)),
];
writeFileSync(path, await writeXlsxFile(data as SheetData, { sheet: 'Data' }).toBuffer());
