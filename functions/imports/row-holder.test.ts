import { describe, expect, it } from 'vitest';
import { regions } from '../regions/regions.ts';
import { nameKey } from '../roster/natural-key.ts';
import { normalisePhone } from '../roster/phone.ts';
import { isNotHead } from './not-a-head.ts';
import { parseRoster, type RosterRow } from './parse-roster.ts';
import { type Cell, toSheetRows } from './sheet.ts';

const lahat = { regency: '16.04', districts: regions.districtsOf('16.04') };
const parse = (...rows: Cell[][]): RosterRow[] => parseRoster({ kind: 'csv', rows: toSheetRows(rows) }, lahat);
const codes = ({ issues }: RosterRow): string[] => issues.map(({ code }) => code);

const titles = ['NAMA', 'NIP', 'JABATAN', 'UNIT KERJA', 'KETERANGAN'];
const one = (...cells: Cell[]): RosterRow => parse(titles, cells)[0] as RosterRow;

describe('who holds an office', () => {
  it.each(['#N/A', '#REF!', '#Name?', 'Err:502'])('is not said by a broken formula: %s', (name) => {
    const row = one(name, null, 'Kepala Dinas', 'Dinas Sosial');
    expect(codes(row)).toEqual(['CELL_BROKEN']);
    expect(row.unit).not.toHaveProperty('holder');
  });

  it('is somebody where only a number sign is in the name', () => {
    expect(one('Ali #2', null, null, 'Dinas Sosial').unit?.holder?.name).toBe('Ali #2');
  });

  it('is not said by a row of the unit alone, and is nobody where the row says so', () => {
    expect(one(null, null, null, 'Dinas Sosial').unit).not.toHaveProperty('holder');
    for (const name of ['-', 'Kosong', 'KOSONG (Plt. Sekcam)', 'Kosong/Plt Sekdis', 'lowong sejak Mei'])
      expect(one(name, null, null, 'Dinas Sosial').unit?.holder).toBeNull();
    expect(one(null, null, 'Kepala Dinas', 'Dinas Sosial').unit?.holder).toBeNull();
    expect(one('Lowongan Siregar', null, null, 'Dinas Sosial').unit?.holder?.name).toBe('Lowongan Siregar');
  });

  it.each([
    ['Plt. sejak Mei 2024', 'PLT'],
    ['Plh', 'PLH'],
    ['(Pj.) menunggu pelantikan', 'PJ'],
    ['Menggantikan Plt. lama', 'DEFINITIVE'],
    ['Pjok', 'DEFINITIVE'],
    [null, 'DEFINITIVE'],
  ])('with the remark %j is %s', (remark, acting) => {
    expect(one('Ali', null, 'Kepala Dinas', 'Dinas Sosial', remark).unit?.holder?.acting).toBe(acting);
  });

  it('has the NIP behind the name where the column for it has a dash, and the column’s where it has one', () => {
    const [inName, inColumn] = ['197405052004121001', '197405052004121002'];
    expect(one(`Ali NIP. ${inName}`, '-', null, 'Dinas Sosial').unit?.holder).toMatchObject({
      name: 'Ali',
      nip: inName,
    });
    expect(one(`Ali NIP. ${inName}`, inColumn, null, 'Dinas Sosial').unit?.holder?.nip).toBe(inColumn);
    expect(one('Ali', '-', null, 'Dinas Sosial').issues).toEqual([]);
  });
});

describe('an office that heads no unit', () => {
  it.each([
    'Sekretaris',
    'Sekretaris Camat',
    'Sekretaris Dinas Sosial',
    'Kepala Bidang SD',
    'Kabid Dikdas',
    'Kasubbag Umum',
    'Kepala Sub Bagian Umum',
    'Kepala Seksi Trantib',
    'Wakil Kepala Sekolah',
    'Guru Ahli Muda',
    'Staf',
    'Analis SDM',
    'Pengawas Sekolah',
  ])('%s', (office) => {
    expect(isNotHead(office)).toBe(true);
  });

  it.each([
    'Sekretaris Daerah',
    'Sekretaris DPRD',
    'Sekretaris Dewan',
    'Staf Ahli Bupati Bidang Hukum',
    'Asisten Pemerintahan',
    'Kepala Bagian Hukum',
    'Kepala Dinas Sosial',
    'Kepala Sekolah',
    'Guru Ahli Madya / Kepala Sekolah',
    'Dokter Ahli Madya (Kepala Puskesmas)',
    'Camat Lahat',
    'Inspektur',
    'Kepala UPTD',
    '',
  ])('is not %j', (office) => {
    expect(isNotHead(office)).toBe(false);
  });

  it('does not take the place of the head below it, nor makes a unit of a field of work', () => {
    const rows = parse(
      titles,
      ['Evi', null, 'Sekretaris', 'Dinas Sosial'],
      ['Fani', null, 'Kepala Dinas', 'Dinas Sosial'],
      ['Gani', null, 'Kepala Bidang SD Dinas Pendidikan', null],
      ['Hani', null, 'Plt. Sekretaris', 'Inspektorat'],
    );
    expect(rows.map((row) => [row.unit?.holder?.name, ...codes(row)])).toEqual([
      [undefined, 'NOT_A_HEAD'],
      ['Fani'],
      [undefined, 'NOT_A_HEAD'],
      [undefined, 'NOT_A_HEAD'],
    ]);
  });

  it('is believed of nobody whose name is titled as a head’s', () => {
    const [row] = parse(['NAMA KEPALA SEKOLAH', 'JABATAN', 'SEKOLAH', 'KECAMATAN'], ['Ali', 'Guru', 'SDN 1', 'Lahat']);
    expect(row).toMatchObject({ unit: { name: 'SDN 1', holder: { name: 'Ali' } }, issues: [] });
  });
});

describe('schools', () => {
  const school = (name: string, status: string | null = null) =>
    parse(['SEKOLAH', 'STATUS', 'NAMA', 'KECAMATAN'], [name, status, 'Ali', 'Lahat'])[0] as RosterRow;

  it.each([
    ['SEKOLAH DASAR NEGERI 1 LAHAT', 'SD'],
    ['Sekolah Menengah Pertama Negeri 2', 'SMP'],
    ['S D N 3 Lahat', 'SD'],
    ['SD.N 5', 'SD'],
    ['SD Neg. 2', 'SD'],
    ['SEKOLAH MENENGAH KEJURUAN NEGERI 1', 'SMA'],
  ])('%s is read as %s', (name, unitClass) => {
    expect(school(name)).toMatchObject({ unit: { class: unitClass }, issues: [] });
  });

  it('written out or shortened are one unit', () => {
    const keyOf = (name: string) => nameKey({ class: 'SD', name });
    for (const name of [
      'SEKOLAH DASAR NEGERI 01 LAHAT',
      'SD Negeri 1 Lahat',
      'SD.N 1 Lahat',
      'S D N 1 LAHAT',
      'SD Neg. 1 Lahat',
    ])
      expect(keyOf(name)).toBe(keyOf('SDN 1 Lahat'));
    for (const name of ['SD 1 Lahat', 'SD Nusantara 1 Lahat', 'SD S 1 Lahat', 'SDN 11 Lahat'])
      expect(keyOf(name)).not.toBe(keyOf('SDN 1 Lahat'));
  });

  it('are headed by whose office is written out', () => {
    const [row] = parse(titles, ['Ali', null, 'Kepala Sekolah Dasar Negeri 1 Lahat', null]);
    expect(row?.unit).toMatchObject({ class: 'SD', name: 'Sekolah Dasar Negeri 1 Lahat' });
  });

  it('that are not the state’s are worth a question', () => {
    expect(codes(school('SD XAVERIUS'))).toEqual(['PRIVATE_SCHOOL']);
    expect(codes(school('TK MELATI', 'Swasta'))).toEqual(['PRIVATE_SCHOOL']);
    for (const name of ['SDN Percontohan', 'SD Negeri Model', 'SD 1 Lahat', 'SMPN Satu Atap', 'TK Pembina'])
      expect(codes(school(name, 'NEGERI'))).toEqual([]);
  });
});

describe('two phones in a cell', () => {
  it.each([
    ['081234567890 081311112222', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['0812 345', undefined],
    ['0812345678901234 12', undefined],
  ])('%s', (text, phone) => {
    expect(normalisePhone(text)?.phone).toBe(phone);
  });
});

it('one phone on 5,000 rows is no work to speak of, and a person is still found', { timeout: 60_000 }, () => {
  const rows = Array.from({ length: 5000 }, (_, at): Cell[] => [`Orang ${at % 4999}`, `SDN ${at}`, '081234567890']);
  const begun = process.cpuUsage();
  const read = parse(['NAMA KEPALA', 'SEKOLAH', 'NO HP'], ...rows);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
  expect(read.filter((row) => codes(row).includes('SAME_HOLDER'))).toMatchObject([
    { row: 5001, issues: [{}, { code: 'SAME_HOLDER', otherRow: 2 }] },
  ]);
});

it('a cell of 10,000 characters is too long before anybody reads it as a name', { timeout: 60_000 }, () => {
  const begun = process.cpuUsage();
  const rows = parse(
    ['NAMA', 'UNIT KERJA'],
    ...Array.from({ length: 500 }, (): Cell[] => [`X ${'S.H. '.repeat(2000)}`, 'Dinas']),
  );
  expect(rows.every((row) => codes(row).join() === 'FIELD_TOO_LONG')).toBe(true);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
});
