import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { RosterUnreadable, readSheet } from './read-sheet.ts';
import { columnLetter, type UnreadableReason } from './sheet.ts';
import { inflateEntry, listZip, storeZip } from './zip.ts';

const workbook = (data: SheetData): Promise<Buffer> => writeXlsxFile(data, { sheet: 'Undangan' }).toBuffer();

const cellsOf = async (bytes: Uint8Array) => (await readSheet(bytes)).rows.map(({ cells }) => cells);

const reasonOf = async (bytes: Uint8Array): Promise<UnreadableReason | 'read'> => {
  try {
    await readSheet(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof RosterUnreadable) return error.reason;
    throw error;
  }
};

const text = (...values: (string | number | null)[]) =>
  values.map((value) =>
    value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
  );

/** The workbook with one of its parts rewritten or added. */
const rewritten = async (path: string, change: (xml: string) => string): Promise<Buffer> => {
  const zip = await workbook([text('NAMA', 'UNIT KERJA'), text('Sahabadi', 'Dinas Kesehatan')]);
  const parts = new Map(listZip(zip).map((entry) => [entry.name, inflateEntry(zip, entry)]));
  return storeZip(parts.set(path, Buffer.from(change(parts.get(path)?.toString() ?? ''))));
};
const sheet1 = 'xl/worksheets/sheet1.xml';
const withRow = (row: string) => rewritten(sheet1, (xml) => xml.replace('</sheetData>', `${row}</sheetData>`));

const table = 'NO;NAMA;UNIT KERJA\r\n1;"Drs. H. SAHABADI, M.Si.";Dinas Kesehatan\r\n';
const tableRows = [
  ['NO', 'NAMA', 'UNIT KERJA'],
  ['1', 'Drs. H. SAHABADI, M.Si.', 'Dinas Kesehatan'],
];

describe('CSV', () => {
  it('finds the delimiter under a letterhead with commas', async () => {
    for (const delimiter of [';', ',', '\t']) {
      const letterhead = 'PEMERINTAH KABUPATEN LAHAT\r\nJalan A, Lahat, Sumatera Selatan\r\n\r\n';
      const rows = await cellsOf(Buffer.from(letterhead + table.replaceAll(';', delimiter).replace('Jalan', 'Jalan')));
      expect(rows.slice(-2)).toEqual(tableRows);
    }
  });

  it('keeps physical row numbers, blank rows included, and drops those at the end', async () => {
    const { rows, kind } = await readSheet(Buffer.from(`judul\r\n\r\n${table}\r\n;;\r\n`));
    expect(kind).toBe('csv');
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(rows[1]?.cells.every((cell) => cell === null)).toBe(true);
  });

  it('reads UTF-8 with and without a mark, UTF-16 and Windows-1252', async () => {
    const accented = table.replace('SAHABADI', 'Ma’ruf Zoë');
    const windows = Buffer.from([...accented].map((char) => (char === '’' ? 0x92 : char.charCodeAt(0))));
    const files = [
      Buffer.from(accented),
      Buffer.from(`\ufeff${accented}`),
      Buffer.from(`\ufeff${accented}`, 'utf16le'),
      Buffer.from(`\ufeff${accented}`, 'utf16le').swap16(),
      windows,
    ];
    for (const file of files) {
      const rows = await cellsOf(file);
      expect(rows[0]).toEqual(tableRows[0]);
      expect(rows[1]?.[1]).toBe('Drs. H. Ma’ruf Zoë, M.Si.');
    }
  });

  it('keeps long numbers and leading noughts as text', async () => {
    const rows = await cellsOf(Buffer.from('UNIT,NIP,HP\nDinas X,197405052004121994,0812\n'));
    expect(rows[1]).toEqual(['Dinas X', '197405052004121994', '0812']);
  });

  it('heeds the separator that Excel states in a first line', async () => {
    expect((await cellsOf(Buffer.from(`sep=;\r\n${table}`))).slice(1)).toEqual(tableRows);
  });

  it('cuts a text that is longer than any field', async () => {
    const rows = await cellsOf(Buffer.from(`UNIT,NAMA\nDinas X,${'x'.repeat(5000)}\n`));
    expect(String(rows[1]?.[1])).toHaveLength(1000);
  });

  it('folds white space and invisible signs', async () => {
    const rows = await cellsOf(Buffer.from('UNIT,NAMA\n"Dinas\u00a0 Sosial\n ","\u200bAli "\n'));
    expect(rows[1]).toEqual(['Dinas Sosial', 'Ali']);
  });
});

describe('XLSX', () => {
  it('keeps numbers as numbers, dates as dates, and the rows as the spreadsheet counts them', async () => {
    const date = { value: new Date(Date.UTC(2024, 5, 27)), type: Date, format: 'dd/mm/yyyy' };
    const bytes = await workbook([[], text('UNIT', 'NIP'), [], [...text('Dinas X', 1.98e17), date]]);
    const sheet = await readSheet(bytes);
    expect(sheet).toMatchObject({ kind: 'xlsx', sheetName: 'Undangan' });
    expect(sheet.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(sheet.rows[3]?.cells).toEqual(['Dinas X', 1.98e17, '2024-06-27']);
  });

  it('reads a merged cell in its first place only', async () => {
    const bytes = await workbook([
      text('UNIT', 'KECAMATAN'),
      [...text('SDN 1'), { value: 'Lahat', rowSpan: 2 }],
      [...text('SDN 2'), null],
    ]);
    expect((await cellsOf(bytes)).slice(1)).toEqual([
      ['SDN 1', 'Lahat'],
      ['SDN 2', null],
    ]);
  });

  it('takes the first sheet that has a header', async () => {
    const bytes = await writeXlsxFile([
      { sheet: 'Petunjuk', data: [text('Isi lembar berikut')] },
      { sheet: 'Data', data: [text('NAMA', 'UNIT KERJA')] },
    ]).toBuffer();
    expect((await readSheet(bytes)).sheetName).toBe('Data');
  });

  it('reads a sheet that lies where other parts do as it reads all', async () => {
    const zip = await withRow('<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>');
    const parts = new Map(listZip(zip).map((entry) => [entry.name, inflateEntry(zip, entry)]));
    parts.set('xl/elsewhere.xml', parts.get(sheet1) ?? Buffer.of());
    const links = 'xl/_rels/workbook.xml.rels';
    parts.set(links, Buffer.from(String(parts.get(links)).replace('worksheets/sheet1.xml', 'elsewhere.xml')));
    const moved = storeZip(parts);
    expect(await cellsOf(moved)).toEqual(await cellsOf(zip));
    expect((await cellsOf(moved)).at(-1)?.[0]).toBe('#REF!');
  });

  it('reads a cell as long as cells can be, every character of it escaped', async () => {
    const longest = `<is><t>${'&quot;'.repeat(32_767)}</t></is>`;
    const bytes = await withRow(`<row r="3"><c r="A3" t="inlineStr">${longest}</c><c r="B3"><v>1</v></c></row>`);
    expect((await cellsOf(bytes)).at(-1)?.[0]).toMatch(/^"{200,}/);
  });

  it('reads over formatting that reaches the end of the sheet', async () => {
    const bytes = await withRow('<row r="1048576"><c r="XFD1048576" s="0"/></row>');
    expect(await cellsOf(bytes)).toHaveLength(2);
  });
});

describe('what is refused', () => {
  it('old or password-protected workbooks, other files and empty ones', async () => {
    expect(await reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('PASSWORD_OR_OLD_FORMAT');
    expect(await reasonOf(Buffer.from('%PDF-1.7'))).toBe('NOT_TEXT');
    expect(await reasonOf(Buffer.from('<html><table>'))).toBe('NOT_TEXT');
    expect(await reasonOf(Buffer.from([1, 0, 2, 0]))).toBe('NOT_TEXT');
    expect(await reasonOf(Buffer.from(''))).toBe('EMPTY');
    expect(await reasonOf(Buffer.from(' \r\n,,\r\n'))).toBe('EMPTY');
    expect(await reasonOf(Buffer.from('PK\u0003\u0004 and no more'))).toBe('NOT_A_WORKBOOK');
    expect(await reasonOf(storeZip(new Map([['word/document.xml', Buffer.from('<x/>')]])))).toBe('NOT_A_WORKBOOK');
  });

  it('a workbook cut short at any place, without another error', async () => {
    const zip = await workbook([text('NAMA', 'UNIT KERJA')]);
    for (let end = 4; end < zip.length; end += 97) expect(await reasonOf(zip.subarray(0, end))).toBe('NOT_A_WORKBOOK');
  });

  it('workbooks with macros', async () => {
    expect(await reasonOf(await rewritten('xl/vbaProject.bin', () => 'x'))).toBe('MACROS');
  });

  it('a value so far out that the table would fill all memory', async () => {
    expect(await reasonOf(await withRow('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe('TOO_LARGE');
    expect(await reasonOf(await withRow('<row r="3"><c r="XFD3"><v>1</v></c></row>'))).toBe('TOO_LARGE');
    expect(await reasonOf(await withRow('<row r="900000"><c><v>1</v></c></row>'))).toBe('TOO_LARGE');
  });

  it.each([
    ['a tag', '<c '.repeat(80_000)],
    ['a text', 'x'.repeat(400_000)],
    ['a comment', `<!--${'<row>'.repeat(80_000)}-->`],
    ['an open comment', `<!--${'<row>'.repeat(80_000)}`],
    ['a section without tags', `<![CDATA[${'<row>'.repeat(80_000)}]]>`],
  ])('%s that is longer than any, before a slow machine reads it in ever smaller pieces', async (_, xml) => {
    const bytes = await withRow(xml);
    let clock = 0;
    const looks = vi.spyOn(Date, 'now').mockImplementation(() => {
      clock += 20;
      return clock;
    });
    try {
      expect(await reasonOf(bytes)).toBe('NOT_A_WORKBOOK');
      expect(looks.mock.calls.length).toBeLessThan(20);
    } finally {
      looks.mockRestore();
    }
  });

  it('an archive that claims more than a roster can need, before inflating it', async () => {
    const zip = await rewritten('xl/media/image1.png', () => 'x');
    const at = zip.lastIndexOf('xl/media/image1.png') - 46;
    zip.writeUInt32LE(0xf0000000, at + 24);
    expect(await reasonOf(zip)).toBe('TOO_LARGE');
  });

  it('an entry that holds more than it claims', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const zip = storeZip(new Map([['a', packed]]));
    const [entry] = listZip(zip);
    if (!entry) throw new Error('no entry');
    const lying = { ...entry, method: 8, size: 1000 };
    expect(() => inflateEntry(zip, lying)).toThrow(expect.objectContaining({ reason: 'TOO_LARGE' }));
    expect(inflateEntry(zip, { ...lying, size: 50_000_000 })).toHaveLength(50_000_000);
  });

  it('a text with more rows than any regency has offices', async () => {
    expect(await reasonOf(Buffer.from('UNIT\n'.repeat(25_002)))).toBe('TOO_LARGE');
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});
