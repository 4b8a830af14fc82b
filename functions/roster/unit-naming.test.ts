/** Which offices are under the regency, told by their names: a state office that is taken for an agency would be counted (rule 4). */
import { expect, test } from 'vitest';
import { classOfText, officeOf, unitOfOffice } from './unit-naming.ts';

test.each([
  'Kantor Kementerian Agama Kabupaten Lahat',
  'Kementerian Agama',
  'KEMENAG LAHAT',
  'KUA Kecamatan Lahat',
  'Kantor Urusan Agama Lahat',
  'Kepala Kantor Kementerian Agama',
  'Kantor Pertanahan',
  'ATR/BPN Lahat',
  'BPN',
  'Badan Pusat Statistik',
  'Kepala Badan Pusat Statistik',
  'BPS Kab. Lahat',
  'Badan Narkotika Nasional Kabupaten Lahat',
  'BNNK Lahat',
  'Kejaksaan Negeri Lahat',
  'Kejari Lahat',
  'Kajari Lahat',
  'Pengadilan Negeri Lahat',
  'Ketua Pengadilan Agama Lahat',
  'Polres Lahat',
  'Kapolres Lahat',
  'Polsek Jarai',
  'Kodim 0405/Lahat',
  'Komandan Kodim 0405',
  'Koramil 405-04',
  'Lanal Palembang',
  'KPPN Lahat',
  'KPP Pratama Lahat',
  'Kantor Pelayanan Pajak Pratama',
  'Lapas Kelas IIA Lahat',
  'Rutan Lahat',
  'Kantor Imigrasi Kelas II',
  'MIN 1 Lahat',
  'Kepala MTsN 2 Lahat',
  'Madrasah Aliyah Negeri 1 Lahat',
])('%s is a state office', (name) => {
  expect(classOfText(name)).toBe('VERTICAL');
});

test.each([
  'KPU Kabupaten Lahat',
  'Ketua KPU',
  'Sekretariat KPU',
  'Bawaslu',
  'DPRD Kabupaten Lahat',
  'Ketua DPRD',
  'Forkopimda',
])('%s is a body of guests', (name) => {
  expect(classOfText(name)).toBe('GUEST_BODY');
});

test.each([
  'Sekretariat DPRD',
  'Sekretaris DPRD',
  'Sekretariat Dewan',
  'Setwan',
  'Kantor Kesbangpol',
  'Kantor Ketahanan Pangan',
  'Dinas Pertanahan',
  'Dinas Perumahan, Kawasan Permukiman dan Pertanahan',
  'Badan Kepegawaian dan Pengembangan SDM',
  'Badan Keuangan dan Aset Daerah',
  'Badan Penanggulangan Bencana Daerah',
  'Badan Pengelolaan Pajak',
  'Satuan Polisi Pamong Praja',
  'Satpol PP',
  'BPKAD',
  'DPMPTSP',
])('%s is an agency of the regency', (name) => {
  expect(classOfText(name)).toBe('OPD');
});

test('where the rest of the name only mentions a state office, the kind decides', () => {
  expect(classOfText('SDN 2 Lahat (dekat Polres)')).toBe('SD');
  expect(classOfText('Puskesmas Kodim')).toBe('PUSKESMAS');
  expect(classOfText('Desa Polres Lama')).toBe('DESA');
});

test.each([
  ['Polres Lahat', 'Kapolres Lahat'],
  ['Polresta Palembang', 'Kapolresta Palembang'],
  ['Kodim 0405/Lahat', 'Dandim 0405/Lahat'],
  ['Koramil 405-04', 'Danramil 405-04'],
  ['Pengadilan Negeri Lahat', 'Ketua Pengadilan Negeri Lahat'],
  ['Bawaslu', 'Ketua Bawaslu'],
  ['DPRD Kabupaten Lahat', 'Ketua DPRD Kabupaten Lahat'],
])('%s is headed by %s, and the other way round', (unit, office) => {
  expect([officeOf(unit), unitOfOffice(office)]).toEqual([office, unit]);
});
