import { describe, expect, it } from 'vitest';
import { regions } from '../regions/regions.ts';
import { leftOutIn } from './import-file.ts';
import { readRoster } from './parse-roster.ts';
import { type Cell, toSheetRows } from './sheet.ts';

const lahat = { regency: '16.04', districts: regions.districtsOf('16.04') };

const read = (...rows: Cell[][]) => {
  const { rows: found, leftOut } = readRoster({ kind: 'csv', rows: toSheetRows(rows) }, lahat);
  const lines = found.map(({ row, unit, issues }) =>
    [row, unit?.name, unit?.district, unit?.holder?.name, ...issues.map(({ code }) => code)].join(' '),
  );
  return { lines, left: leftOut.map(({ row, text }) => `${row} ${text}`) };
};

const schools = ['NO', 'SEKOLAH', 'NAMA KEPALA', 'NIP'];

describe('a district in a row of its own', () => {
  it.each<[string, Cell[]]>([
    ['where units stand', [null, 'KECAMATAN LAHAT']],
    ['with a Roman number', ['I', 'KECAMATAN LAHAT']],
    ['merged from the column of numbers', ['A. KEC. LAHAT']],
  ])('%s gives its schools their district and is no unit', (_, heading) => {
    const { lines, left } = read(
      schools,
      heading,
      [1, 'SDN 1', 'Ali'],
      [2, 'SMPN 1', 'Budi'],
      [],
      [null, 'JUMLAH', null, 2],
      ['II', 'KECAMATAN JARAI'],
      [null, 'SD NEGERI'],
      [1, 'SDN 1', 'Cici'],
    );
    expect(lines).toEqual([
      '3 SDN 1 16.04.10 Ali DISTRICT_FROM_ABOVE',
      '4 SMPN 1 16.04.10 Budi DISTRICT_FROM_ABOVE',
      '9 SDN 1 16.04.06 Cici DISTRICT_FROM_ABOVE',
    ]);
    expect(left.map((text) => text.split(' ')[0])).toEqual(['2', '6', '7', '8']);
  });

  it('is asked about when it is misspelt, and breaks no row when it is unknown', () => {
    expect(read(schools, [null, 'KEC. LAHATT'], [1, 'SDN 1', 'Ali']).lines).toEqual([
      '3 SDN 1 16.04.10 Ali DISTRICT_FROM_ABOVE',
    ]);
    expect(read(schools, [null, 'KEC. ANTAH'], [1, 'SDN 1', 'Ali']).lines).toEqual(['3 SDN 1  Ali DISTRICT_MISSING']);
  });

  it('is one also where the first school below it has no head, once it is outlined or there was one before', () => {
    expect(
      read(
        schools,
        [null, 'KECAMATAN LAHAT'],
        [1, 'SDN 1', 'Ali'],
        [null, 'KECAMATAN JARAI'],
        [1, 'SDN 1', '-'],
        ['III', 'KECAMATAN KIKIM SELATAN'],
        [1, 'SDN 1', '-'],
      ).lines.map((line) => line.slice(0, 16)),
    ).toEqual(['3 SDN 1 16.04.10', '5 SDN 1 16.04.06', '7 SDN 1 16.04.16']);
    expect(read(schools, [null, 'Kecamatan Lahat'], [null, 'SDN 1']).lines).toHaveLength(2);
    expect(read(schools, ['I', 'Dinas Sosial'], ['II', 'Inspektorat', 'Ali']).lines).toHaveLength(2);
  });

  it('is a unit in a list of districts, with a number, and where the row says more', () => {
    const units = (...rows: Cell[][]) => read(['NO', 'UNIT KERJA', 'NAMA', 'JABATAN'], ...rows).lines;
    expect(units([null, 'Kecamatan Lahat'], [null, 'Kecamatan Jarai', 'Ali'])).toEqual([
      '2 Kecamatan Lahat 16.04.10  HOLDER_UNSAID',
      '3 Kecamatan Jarai 16.04.06 Ali',
    ]);
    expect(units([1, 'Kecamatan Lahat'], [2, 'Dinas Sosial', 'Ali'])[0]).toBe(
      '2 Kecamatan Lahat 16.04.10  HOLDER_UNSAID',
    );
    expect(units([null, 'Kecamatan Lahat', '-', 'Camat'], [2, 'Dinas Sosial', 'Ali'])[0]).toBe(
      '2 Kecamatan Lahat 16.04.10  HOLDER_MISSING',
    );
  });

  it('does not touch the district that a school’s own row names', () => {
    const rows = read(
      [...schools, 'KECAMATAN'],
      [null, 'KECAMATAN LAHAT'],
      [1, 'SDN 1', 'Ali', null, 'Jarai'],
      [2, 'Dinas Sosial', 'Budi'],
    );
    expect(rows.lines).toEqual(['3 SDN 1 16.04.06 Ali', '4 Dinas Sosial  Budi']);
  });
});

describe('below the table', () => {
  const two = ['UNIT KERJA', 'NAMA'];

  it('a unit with a name stays, whatever its kind', () => {
    const { lines, left } = read(two, ['Dinas Sosial', 'Ali'], ['Karang Taruna', 'Budi'], ['Persatuan X', 'Cici']);
    expect(lines).toEqual(['2 Dinas Sosial  Ali', '3    CLASS_UNKNOWN', '4    CLASS_UNKNOWN']);
    expect(left).toEqual([]);
  });

  it('where the numbers stop, what names a unit is read and the rest is told', () => {
    const { lines, left } = read(
      schools,
      [1, 'Dinas Sosial', 'Ali'],
      [null, null, 'Orang X'],
      [null, 'Dinas Pertanian', 'Budi'],
      [null, 'Inspektorat'],
    );
    expect(lines).toEqual(['2 Dinas Sosial  Ali', '4 Dinas Pertanian  Budi', '5 Inspektorat   HOLDER_UNSAID']);
    expect(left).toEqual(['3 Orang X']);
  });

  it('two who sign side by side are no units, and are told', () => {
    const { lines, left } = read(
      two,
      ['Dinas Sosial', 'Ali'],
      ['Mengetahui,', 'Lahat, 20 Juni 2024'],
      ['Sekretaris Daerah', 'Kepala BKPSDM'],
      ['Drs. Edi', 'Fani, S.E.'],
    );
    expect(lines).toEqual(['2 Dinas Sosial  Ali']);
    expect(left).toEqual([
      '3 Mengetahui, | Lahat, 20 Juni 2024',
      '4 Sekretaris Daerah | Kepala BKPSDM',
      '5 Drs. Edi | Fani, S.E.',
    ]);
  });

  it('a date among the numbered rows begins no signature', () => {
    const rows = read(schools, [1, 'Dinas Sosial', 'Ali', '20 Juni 2024'], [2, 'Inspektorat', 'Budi']);
    expect(rows.lines.map((line) => line.split(' ')[0])).toEqual(['2', '3']);
  });
});

it('of what was left out the first 50 rows are shown, cut, with long numbers masked', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    row: at + 1,
    text: `NIP. 19740505 200412 1 001 ${'x'.repeat(90)}`,
  }));
  const { count, rows: shown } = leftOutIn(rows);
  expect([count, shown.length]).toEqual([60, 50]);
  expect(shown[0]?.text).toMatch(/^NIP\. 1974[• ]+ x+$/);
  expect(shown[0]?.text).toHaveLength(80);
});

describe('a NIP on the line below the name', () => {
  const nips = (...rows: Cell[][]) => {
    const { rows: found } = readRoster({ kind: 'csv', rows: toSheetRows([schools, ...rows]) }, lahat);
    return found.map(({ row, unit }) => `${row} ${unit?.holder?.name} ${unit?.holder?.nip ?? '-'}`);
  };

  it('belongs to the row above, in either column', () => {
    expect(
      nips(
        [1, 'Dinas Sosial', 'Ali', '-'],
        [null, null, 'NIP. 19740505 200412 1 001'],
        [2, 'Inspektorat', 'Budi'],
        [null, null, null, '197405052004121002'],
      ),
    ).toEqual(['2 Ali 197405052004121001', '4 Budi 197405052004121002']);
  });

  it('belongs to nobody behind a gap, and another text is none', () => {
    expect(nips([1, 'Dinas Sosial', 'Ali'], [], [null, null, 'NIP. 19740505 200412 1 001'])).toEqual(['2 Ali -']);
    expect(nips([1, 'Dinas Sosial', 'Ali'], [null, null, 'Budi'], [2, 'Inspektorat', 'Cici'])).toEqual([
      '2 Ali -',
      '3 undefined -',
      '4 Cici -',
    ]);
  });
});
