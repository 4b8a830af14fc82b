import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regions } from '../regions/regions.ts';
import { parseRoster, type RosterRow } from './parse-roster.ts';
import { readSheet } from './read-sheet.ts';
import { type Cell, toSheetRows } from './sheet.ts';

const lahat = { regency: '16.04', districts: regions.districtsOf('16.04') };
const titles = ['NO', 'NAMA', 'NIP', 'JABATAN', 'UNIT KERJA', 'KECAMATAN', 'NPSN', 'NO HP'];

const parse = (...rows: Cell[][]): RosterRow[] => parseRoster({ kind: 'csv', rows: toSheetRows(rows) }, lahat);
/** One row under the usual titles: name, NIP, office, unit, district, code, phone. */
const row = (
  cells: { name?: Cell; nip?: Cell; office?: Cell; unit?: Cell; district?: Cell; code?: Cell; phone?: Cell },
  number: Cell = 1,
): Cell[] => {
  const { name = 'Ali', nip = null, office = null, unit = null, district = null, code = null, phone = null } = cells;
  return [number, name, nip, office, unit, district, code, phone];
};
const parseOne = (cells: Parameters<typeof row>[0]): RosterRow => parse(titles, row(cells))[0] as RosterRow;
const issuesOf = ({ issues }: RosterRow): string[] => issues.map(({ code, column }) => `${code} ${column}`);

describe('a row', () => {
  it('gives a unit with its holder', () => {
    const cells = {
      name: 'Drs. H. SAHABADI, M.Si.',
      nip: '19740505 200412 1 994',
      office: 'Plt. KEPALA SEKOLAH',
      unit: 'SD NEGERI 1 LAHAT',
      district: 'KEC. LAHAT',
      code: '10600001',
      phone: '0812-3456-7890',
    };
    expect(parseOne(cells)).toEqual({
      row: 2,
      issues: [],
      unit: {
        class: 'SD',
        name: 'SD Negeri 1 Lahat',
        office: 'Kepala SD Negeri 1 Lahat',
        district: '16.04.10',
        code: '10600001',
        holder: {
          name: 'Sahabadi',
          titlesBefore: 'Drs. H.',
          titlesAfter: 'M.Si.',
          nip: '197405052004121994',
          acting: 'PLT',
          phone: '+6281234567890',
        },
      },
    });
  });

  it.each([
    ['Dinas Kesehatan', 'Kepala Dinas', 'OPD', 'Dinas Kesehatan', 'Kepala Dinas Kesehatan'],
    ['', 'Camat Lahat', 'KECAMATAN', 'Kecamatan Lahat', 'Camat Lahat'],
    ['Kec. Lahat', '', 'KECAMATAN', 'Kecamatan Lahat', 'Camat Lahat'],
    ['KANTOR CAMAT LAHAT', 'CAMAT', 'KECAMATAN', 'Kecamatan Lahat', 'Camat Lahat'],
    ['Lahat', 'Camat', 'KECAMATAN', 'Kecamatan Lahat', 'Camat Lahat'],
    ['', 'LURAH PASAR LAMA', 'KELURAHAN', 'Kelurahan Pasar Lama', 'Lurah Pasar Lama'],
    ['Kecamatan Lahat', 'Lurah Pasar Lama', 'KELURAHAN', 'Kelurahan Pasar Lama', 'Lurah Pasar Lama'],
    ['Dinas Kesehatan', 'Kepala Puskesmas Perumnas', 'PUSKESMAS', 'Puskesmas Perumnas', 'Kepala Puskesmas Perumnas'],
    ['Sekretariat Daerah', 'Kepala Bagian Hukum', 'OPD', 'Bagian Hukum', 'Kepala Bagian Hukum'],
    ['Inspektorat', '', 'OPD', 'Inspektorat', 'Inspektur'],
    ['', 'Sekretaris Daerah', 'OPD', 'Sekretariat Daerah', 'Sekretaris Daerah'],
    ['BKPSDM', '', 'OPD', 'BKPSDM', 'Kepala BKPSDM'],
    ['BAPPEDA', 'KEPALA BADAN', 'OPD', 'Bappeda', 'Kepala Bappeda'],
    ['RSUD LAHAT', '', 'OPD', 'RSUD Lahat', 'Direktur RSUD Lahat'],
    ['SMP NEGERI 2 JARAI', 'Kepala SMP NEGERI 2 JARAI', 'SMP', 'SMP Negeri 2 Jarai', 'Kepala SMP Negeri 2 Jarai'],
    ['', 'Kepala SDN 5 Lahat', 'SD', 'SDN 5 Lahat', 'Kepala SDN 5 Lahat'],
    ['', 'Kepala Desa Ulak Lebar', 'DESA', 'Desa Ulak Lebar', 'Kepala Desa Ulak Lebar'],
    ['PD Pasar Lematang', '', 'BUMD', 'PD Pasar Lematang', 'Kepala PD Pasar Lematang'],
    ['POLRES LAHAT', '', 'VERTICAL', 'Polres Lahat', 'Kapolres Lahat'],
    ['', 'Dandim 0405/Lahat', 'VERTICAL', 'Kodim 0405/Lahat', 'Dandim 0405/Lahat'],
    ['Kecamatan Jarai', 'Kapolsek Jarai', 'VERTICAL', 'Polsek Jarai', 'Kapolsek Jarai'],
    ['', 'Kajari Lahat', 'VERTICAL', 'Kejaksaan Negeri Lahat', 'Kajari Lahat'],
    ['BPS KABUPATEN LAHAT', 'KEPALA', 'VERTICAL', 'BPS Kabupaten Lahat', 'Kepala BPS Kabupaten Lahat'],
    ['', 'Ketua KPU', 'GUEST_BODY', 'KPU', 'Ketua KPU'],
    ['DPRD', '', 'GUEST_BODY', 'DPRD', 'Ketua DPRD'],
    ['Sekretariat DPRD', '', 'OPD', 'Sekretariat DPRD', 'Sekretaris DPRD'],
  ])('unit %j with office %j is %s %s', (unit, office, unitClass, name, shownOffice) => {
    expect(parseOne({ unit, office, district: 'Lahat' }).unit).toMatchObject({
      class: unitClass,
      name,
      office: shownOffice,
    });
  });

  it.each([
    [{ unit: '', office: '' }, 'UNIT_MISSING E'],
    [{ office: 'Kepala Sekolah' }, 'UNIT_MISSING D'],
    [{ unit: 'Persatuan Wartawan' }, 'CLASS_UNKNOWN E'],
    [{ office: 'Ketua Karang Taruna' }, 'CLASS_UNKNOWN D'],
    [{ office: 'Kapolres' }, 'UNIT_MISSING D'],
    [{ unit: 'SDN 1', district: 'Palembang' }, 'DISTRICT_UNKNOWN F'],
    [{ unit: 'Kecamatan Palembang' }, 'DISTRICT_UNKNOWN E'],
    [{ unit: `Dinas ${'x'.repeat(130)}`, office: 'Kepala Dinas X' }, 'FIELD_TOO_LONG E'],
    [{ unit: 'Dinas X', name: 'x'.repeat(101) }, 'FIELD_TOO_LONG B'],
    [{ unit: 'Dinas X', code: '9'.repeat(31) }, 'FIELD_TOO_LONG G'],
  ])('%j cannot be used: %s', (cells, issue) => {
    const read = parseOne(cells);
    expect(read.unit).toBeUndefined();
    expect(issuesOf(read)).toEqual([issue]);
    expect(read.issues[0]?.severity).toBe('error');
  });

  it.each([
    [{ unit: 'Dinas X', nip: 1.98e17 }, 'NIP_LOST_DIGITS C'],
    [{ unit: 'Dinas X', nip: '1,98E+17' }, 'NIP_LOST_DIGITS C'],
    [{ unit: 'Dinas X', nip: '123' }, 'NIP_INVALID C'],
    [{ unit: 'Dinas X', phone: '0812' }, 'PHONE_INVALID H'],
    [{ unit: 'Dinas X', name: '-' }, 'HOLDER_MISSING B'],
    [{ unit: 'Dinas X', name: 'KOSONG' }, 'HOLDER_MISSING B'],
    [{ unit: 'SDN 1', district: 'Kikim Selatn' }, 'DISTRICT_GUESSED F'],
    [{ unit: 'SDN 1' }, 'DISTRICT_MISSING F'],
    [{ unit: 'Kelurahan Pasar Lama' }, 'DISTRICT_MISSING F'],
  ])('%j is kept with a warning: %s', (cells, issue) => {
    const read = parseOne(cells);
    expect(read.unit).toBeDefined();
    expect(issuesOf(read)).toEqual([issue]);
    expect(read.issues[0]?.severity).toBe('warning');
  });

  it('leaves out what it could not read', () => {
    const { unit } = parseOne({ unit: 'Dinas X', nip: 1.98e17, phone: '0812' });
    expect(unit?.holder).toEqual({ name: 'Ali', acting: 'DEFINITIVE' });
    expect(parseOne({ unit: 'Dinas X', office: 'Kepala Dinas', name: null }).unit?.holder).toBeNull();
  });

  it('takes an NPSN that is a number, and a NIP typed under the name', () => {
    const { unit } = parseOne({
      name: 'ALI, S.Pd. NIP. 19740505 200412 1 994',
      unit: 'SDN 1',
      district: 'Lahat',
      code: 10600001,
    });
    expect(unit).toMatchObject({
      code: '10600001',
      holder: { name: 'Ali', titlesAfter: 'S.Pd.', nip: '197405052004121994' },
    });
  });

  it('says nothing of holders when the file has no names', () => {
    const [read] = parse(['NO', 'UNIT KERJA'], [1, 'Dinas X']);
    expect(read).toEqual({ row: 2, issues: [], unit: { class: 'OPD', name: 'Dinas X', office: 'Kepala Dinas X' } });
  });
});

describe('districts over several rows', () => {
  const school = (name: string, district: Cell) => row({ unit: name, district });

  it('takes a merged district from above, within a run of one class', () => {
    const rows = parse(
      titles,
      school('SDN 1', 'Lahat'),
      school('SDN 2', null),
      school('SMPN 1', null),
      school('SDN 3', null),
    );
    expect(rows.map(({ unit }) => unit?.district)).toEqual(['16.04.10', '16.04.10', undefined, undefined]);
    expect(rows.map((read) => issuesOf(read)[0])).toEqual([
      undefined,
      'DISTRICT_FROM_ABOVE F',
      'DISTRICT_MISSING F',
      'DISTRICT_MISSING F',
    ]);
  });

  it('does not reach over a blank row or an unknown district', () => {
    const rows = parse(
      titles,
      school('SDN 1', 'Lahat'),
      [],
      school('SDN 2', null),
      school('SDN 3', 'Palembang'),
      school('SDN 4', null),
    );
    expect(rows.map(({ unit }) => unit?.district)).toEqual(['16.04.10', undefined, undefined, undefined]);
  });

  it('knows a camat’s district by its name', () => {
    const rows = parse(titles, row({ unit: 'Kecamatan Lahat' }), row({ unit: 'Kecamatan Jarai' }));
    expect(rows.map(({ unit }) => unit?.district)).toEqual(['16.04.10', '16.04.06']);
    expect(rows.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('asks a province for none', () => {
    const sheet = {
      kind: 'csv' as const,
      rows: toSheetRows([titles, row({ unit: 'SMA Negeri 1 Liwa', district: 'Balik Bukit' })]),
    };
    expect(parseRoster(sheet, { regency: '18', districts: [] })[0]).toMatchObject({
      unit: { class: 'SMA' },
      issues: [],
    });
  });
});

describe('duplicates', () => {
  it('keeps the first row and names it in the others', () => {
    const rows = parse(
      titles,
      row({ unit: 'SDN 1', district: 'Lahat' }),
      row({ unit: 'SD NEGERI 01', district: 'LAHAT' }),
      row({ unit: 'SDN 1', district: 'Jarai' }),
    );
    expect(rows.map(({ unit }) => unit !== undefined)).toEqual([true, false, true]);
    expect(rows[1]?.issues).toEqual([{ code: 'DUPLICATE_UNIT', column: 'E', severity: 'error', otherRow: 2 }]);
  });

  it('goes by the code where there is one', () => {
    const rows = parse(
      titles,
      row({ unit: 'SDN 1', district: 'Lahat', code: '1' }),
      row({ unit: 'SDN 1', district: 'Lahat', code: '2' }),
      row({ unit: 'SDN 9', district: 'Jarai', code: '2' }),
    );
    expect(rows.map(({ unit }) => unit !== undefined)).toEqual([true, true, false]);
  });
});

describe('what is not data', () => {
  const names = (...rows: Cell[][]) => parse(titles, ...rows).map(({ unit, issues }) => unit?.name ?? issues[0]?.code);

  it('leaves out headings, repeated headers, column numbers and totals', () => {
    const rows = [
      [1, 2, 3, 4, 5, 6, 7, 8],
      ['A. PERANGKAT DAERAH'],
      row({ unit: 'Dinas X' }),
      titles,
      row({ unit: 'Dinas Y' }, 2),
      [null, 'SUB TOTAL', null, null, 2],
      row({ unit: 'Dinas Z' }, 3),
      [null, 'JUMLAH', null, null, 3, null, 3, 3],
    ];
    expect(names(...rows)).toEqual(['Dinas X', 'Dinas Y', 'Dinas Z']);
  });

  it('leaves out the signature block, wherever its columns are', () => {
    const rows = [
      row({ unit: 'Dinas X' }),
      [],
      [null, null, null, null, 'Lahat, 20 Juni 2024'],
      [null, null, null, null, 'Kepala BKPSDM Kabupaten Lahat,'],
      [null, null, null, null, 'Drs. SAHABADI, M.Si.'],
      [null, null, null, null, 'NIP. 19740505 200412 1 994'],
    ];
    expect(names(...rows)).toEqual(['Dinas X']);
  });

  it('keeps an unnumbered row that names a unit, and reports one in the table that does not', () => {
    expect(names(row({ unit: 'Dinas X' }), row({}, 2), [null, 'Ali', null, null, 'Dinas Y'])).toEqual([
      'Dinas X',
      'UNIT_MISSING',
      'Dinas Y',
    ]);
  });

  it('works without a column of numbers', () => {
    const rows = parse(
      ['NAMA', 'UNIT KERJA'],
      ['Ali', 'Dinas X'],
      ['Budi', 'Dinas Y'],
      [],
      ['Lahat, 20 Juni 2024', null],
    );
    expect(rows.map(({ unit }) => unit?.name)).toEqual(['Dinas X', 'Dinas Y']);
  });

  it('reads nothing without a header', () => {
    expect(parse(['a', 'b'], ['c', 'd'])).toEqual([]);
  });
});

describe('a whole file', () => {
  it('comes out of Windows-1252 with semicolons and a letterhead', async () => {
    const lines = [
      'PEMERINTAH KABUPATEN LAHAT;;;',
      'Jalan Bhayangkara, Lahat;;;',
      ';;;',
      'NO;NAMA KEPALA SEKOLAH;NAMA SEKOLAH;DISTRIK',
      '1;MA’RUF, S.Pd.;SD NEGERI 1 LAHAT;LAHAT',
      ';;;',
      ';;Lahat, 20 Juni 2024;',
    ];
    const bytes = Buffer.from([...lines.join('\r\n')].map((char) => (char === '’' ? 0x92 : char.charCodeAt(0))));
    const rows = parseRoster(await readSheet(bytes), lahat);
    expect(rows).toEqual([
      {
        row: 5,
        issues: [],
        unit: {
          class: 'SD',
          name: 'SD Negeri 1 Lahat',
          office: 'Kepala SD Negeri 1 Lahat',
          district: '16.04.10',
          holder: { name: 'Ma’ruf', titlesAfter: 'S.Pd.', acting: 'DEFINITIVE' },
        },
      },
    ]);
  });

  it('answers every numbered row once, in order, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom<Cell>(null, 'Dinas X', 'SDN 1', 'Camat Lahat', 'Lahat', '-', 'Plt.', 1.98e17, 0, 'Palembang'),
      fc.string({ maxLength: 30 }),
      fc.double({ noNaN: true }),
    );
    const line = fc.tuple(cell, cell, cell, cell, cell, cell, cell);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const rows = parse(titles, ...lines.map((cells, index): Cell[] => [index + 1, ...cells]));
        expect(rows.map((read) => read.row)).toEqual(lines.map((_, index) => index + 2));
        for (const { unit, issues } of rows)
          expect(unit === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
      }),
    );
  });

  it('keeps count and order of good rows', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (good) => {
        const rows = parse(
          titles,
          ...good.map((fine, index) =>
            row({ unit: fine ? `SDN ${index}` : 'Karang Taruna', district: 'Lahat' }, index + 1),
          ),
        );
        expect(rows.map((read) => [read.row, read.unit !== undefined])).toEqual(
          good.map((fine, index) => [index + 2, fine]),
        );
      }),
    );
  });
});
