/** The file that comes back: the same one with a column that says what is wrong, by the cell's address. */
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { planRoster } from '../support/import-roster.ts';
import { registerRegency } from '../support/scenario.ts';
import { hiding, partOf, rewritten, utf8, windows1252, workbook } from './make-files.ts';

let api: TestApi;
const regency = '16.04';
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, regency);
});
afterAll(() => api.stop());

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(as('organizer', regency), method, path, body, headers);
const annotate = async (bytes: Uint8Array): Promise<Buffer> => {
  const reply = await send('POST', `/api/regencies/${regency}/imports/annotate`, bytes);
  expect(reply.status).toBe(200);
  return Buffer.from(reply.bytes);
};

const notes = {
  lost: 'C5: Angka terakhir NIP hilang karena kolomnya berformat angka. NIP dikosongkan; ubah format kolom menjadi Teks.',
  unknown: 'E6: Kecamatan ini tidak ada di daerah Anda.',
  twice: 'D7: Unit ini sudah ada pada baris lain. Baris pertama yang dipakai. (baris 4)',
};

const sheet1 = 'xl/worksheets/sheet1.xml';
/** Merged letterhead, widths, a hidden sheet beside it, a formula, styled empty cells, a row that says how far it reaches. */
const wide = async (): Promise<Buffer> => {
  const zip = await workbook({
    Data: [
      [{ text: 'PEMERINTAH KABUPATEN LAHAT', columns: 5 }, null, null, null, null],
      [],
      ['NO', 'NAMA', 'NIP', 'SEKOLAH', 'KECAMATAN'],
      [1, 'Ali & <Budi>', "'197405052004121001", 'SDN 1 Lahat', 'Lahat'],
      [2, 'Budi', 1.97e17, 'SDN 2 Lahat', 'Lahat'],
      [3, 'Cici', null, 'SDN 3 Lahat', 'Antah'],
      [4, 'Dedi', null, 'SDN 1 Lahat', 'Lahat'],
      [5, 'Edi', null, 'SDN 5 Lahat', 'Lahat'],
    ],
    Lain: [['jangan', 'diubah']],
  });
  return rewritten(hiding(zip, { Lain: 'hidden' }), sheet1, (xml) =>
    xml
      .replace('<sheetData>', '<cols><col min="1" max="5" width="18" customWidth="1"/></cols><sheetData>')
      .replace('<row r="6"', '<row r="6" spans="1:5" ht="30"')
      .replace(/(<c r="E6"[^>]*>.*?<\/c>)/, '$1<c r="F6" s="0"/><c r="G6" s="0"/>')
      .replace(/<c r="A8"[^>]*>.*?<\/c>/, '<c r="A8"><f>A7+1</f><v>5</v></c>'),
  );
};

test('an XLSX keeps its sheets, widths, merged cells and formulas, and gets one column', async () => {
  const original = await wide();
  const annotated = await annotate(original);
  const [data, other] = await readXlsxFile(annotated);
  expect(data?.data.slice(2).map((row) => row[5] ?? null)).toEqual([
    'CATATAN HADIR',
    null,
    notes.lost,
    notes.unknown,
    notes.twice,
    null,
  ]);
  const [before] = await readXlsxFile(original);
  expect(data?.data.map((row) => row.slice(0, 5))).toEqual(before?.data.map((row) => row.slice(0, 5)));
  expect(other).toEqual({ sheet: 'Lain', data: [['jangan', 'diubah']] });
  const xml = partOf(annotated, sheet1);
  expect(xml).toContain('<mergeCell ref="A1:E1"/>');
  expect(xml).toContain('<f>A7+1</f>');
  expect(xml).toContain(
    '<col min="1" max="5" width="18" customWidth="1"/><col min="6" max="6" width="60" customWidth="1"/>',
  );
  expect(xml).toContain('<row r="6" ht="30">');
  // In the order of the columns, the styled empty cell in its way gone and the one behind it kept.
  expect(
    xml
      .match(/<row r="6".*?<\/row>/)?.[0]
      .match(/ r="[A-Z]+6"/g)
      ?.slice(-3),
  ).toEqual([' r="E6"', ' r="F6"', ' r="G6"']);
  for (const path of ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet2.xml'])
    expect(partOf(annotated, path)).toBe(partOf(original, path));
});

test('annotated again after it was corrected, the notes are in the same column, and it can be imported', async () => {
  const first = await annotate(await wide());
  const corrected = rewritten(first, sheet1, (xml) => xml.replace(/<c r="C5"[^>]*>.*?<\/c>/, ''));
  const [data] = await readXlsxFile(await annotate(corrected));
  expect(data?.data.slice(2).map((row) => row[5] ?? null)).toEqual([
    'CATATAN HADIR',
    null,
    null,
    notes.unknown,
    notes.twice,
    null,
  ]);
  expect(Math.max(...(data?.data.map((row) => row.length) ?? []))).toBe(6);
  const plan = await planRoster(send, regency, first);
  expect(plan.body).toMatchObject({ state: 'PLANNED', counts: { rows: 5, error: 2 } });
});

test('a CSV keeps its delimiter and its cells, in UTF-8; what would be a formula is told to be a text', async () => {
  const file = windows1252(
    'DAFTAR;;;',
    'NAMA;SEKOLAH;KECAMATAN;KETERANGAN',
    'MA’RUF;SDN 1 Lahat;Lahat;"a;b ""c"""',
    '-;SDN 2 Lahat;Antah;=1+1',
  );
  const text = (await annotate(file)).toString();
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(data).toEqual([
    ['DAFTAR', '', '', '', ''],
    ['NAMA', 'SEKOLAH', 'KECAMATAN', 'KETERANGAN', 'CATATAN HADIR'],
    ['MA’RUF', 'SDN 1 Lahat', 'Lahat', 'a;b "c"', ''],
    [
      "'-",
      'SDN 2 Lahat',
      'Antah',
      "'=1+1",
      'C4: Kecamatan ini tidak ada di daerah Anda. A4: Nama pejabat kosong. Jabatan dicatat lowong.',
    ],
  ]);
});

test('a row that is no unit is told to be none', async () => {
  const text = (
    await annotate(utf8('NO;NAMA;UNIT KERJA', '1;Ali;Dinas Sosial', ';JUMLAH;1', '', ';Lahat;'))
  ).toString();
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';' });
  expect(data.slice(0, 5).map((row) => row[3] ?? '')).toEqual([
    'CATATAN HADIR',
    '',
    'Baris ini tidak dibaca sebagai unit.',
    '',
    'Baris ini tidak dibaca sebagai unit.',
  ]);
});

test('a file without a header is told so', async () => {
  const reply = await send('POST', `/api/regencies/${regency}/imports/annotate`, utf8('1;2;3'));
  expect([reply.status, reply.body.code]).toEqual([422, 'ROSTER_HEADER_MISSING']);
});
