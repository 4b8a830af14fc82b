/** The papers about who came, over HTTP: attendance sheet, recaps, certificates of all, the emblem; as PDF, workbook and CSV. */
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { codesOn, keepPages, readPdf } from '../documents/read-pdf.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aJpegHead, aPng, chunk, pngHead } from '../support/pictures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
let s: Scenario;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.clock.now = new Date('2024-06-27T00:40:00Z');
  s = await startScenario(api, {
    units: [
      { name: 'Dinas A' },
      { name: 'Dinas B', acting: 'PLT' },
      { name: 'SD Negeri 1', class: 'SD', vacant: true, district: '16.04.10' },
    ],
    guests: ['Kapolres Lahat'],
  });
});

const organizer = as('organizer');
const get = (document: string, who = organizer) => api.call(who, 'GET', `${s.base}/documents/${document}`);
/** With a `name` its pages are left as pictures. */
const textOf = async (document: string, name?: string): Promise<string> => {
  const { status, headers, bytes } = await get(document);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ]);
  const pdf = await readPdf(bytes);
  if (name !== undefined) await keepPages(name, pdf);
  return pdf.texts.join(' ');
};
const csvOf = async (document: string): Promise<Record<string, string>[]> => {
  const { bytes } = await get(document);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const read = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
    header: true,
    skipEmptyLines: true,
  });
  expect(read.errors).toEqual([]);
  return read.data;
};
const sheetsOf = async (document: string) => {
  const { bytes, headers } = await get(document);
  expect(headers.get('content-type')).toContain('spreadsheetml');
  return readXlsxFile(Buffer.from(bytes));
};
const openAndScan = async (): Promise<void> => {
  await s.move('open');
  await s.scan('Dinas A');
  await s.scan('Dinas B', { who: 'delegate', delegate: { name: '=Budi "Bang", S.H.' } });
  await s.scan('x', { group: { count: 25, label: 'Korpri' } });
};

test('before the day there is a blank sheet, and nobody who came', async () => {
  expect((await get('attendance.pdf')).body.code).toBe('DOCUMENT_EMPTY');
  const text = await textOf('attendance.pdf?blank=true');
  expect(text).toContain('3. Kepala SD Negeri 1 SD Negeri 1, Kecamatan Lahat 3.');
  expect(text).toMatch(/1\. Kepala Dinas A \d{8} \d{6} \d \d{3} Kepala Dinas A/);
  const rows = await csvOf('attendance.csv?blank=true&guests=only');
  expect(rows).toEqual([expect.objectContaining({ 'No.': '1', Jabatan: 'Kapolres Lahat', 'Tanda tangan': '' })]);
});

test('PDF, workbook and CSV have the same rows; whoever represents an office is named', async () => {
  await openAndScan();
  const text = await textOf('attendance.pdf');
  expect(text).toContain(
    '2. =Budi "Bang", S.H. mewakili Plt. Kepala Dinas B Dinas B 2. hadir 07.40 WIB Pintu A · kode',
  );
  expect(text).toContain('25 orang Korpri 07.40 WIB Pintu A · dihitung');
  const rows = await csvOf('attendance.csv');
  expect(
    rows.map((row) => [row['No.'], row.Nama, row.Mewakili, row.Kehadiran, row['Jumlah orang'], row.Waktu]),
  ).toEqual([
    ['1', 'Kepala Dinas A', '', 'Hadir sendiri', '1', '07.40 WIB'],
    // A spreadsheet would take the name for a formula.
    ['2', `'=Budi "Bang", S.H.`, 'Plt. Kepala Dinas B', 'Diwakili', '1', '07.40 WIB'],
    ['', '25 orang', '', 'Hadir', '25', '07.40 WIB'],
  ]);
  expect(rows[0]?.NIP).toMatch(/^\d{8} \d{6} \d \d{3}$/);
  const [sheet] = await sheetsOf('attendance.xlsx');
  const head = sheet?.data.findIndex((row) => row[0] === 'No.') ?? -1;
  expect(sheet?.data[0]?.[0]).toBe('DAFTAR HADIR');
  const cells = sheet?.data.slice(head + 1).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  // A workbook's text is never a formula: it has the name as it was said.
  expect(cells).toEqual(rows.map((row) => Object.values(row).map((cell) => cell.replace(/^'=/, '='))));
  const all = await csvOf('attendance.csv?who=all&class=SD');
  expect(all).toEqual([expect.objectContaining({ Kehadiran: 'Belum hadir', Waktu: '', 'Jumlah orang': '0' })]);
});

test('the recap counts by class and district, names nobody, and is for the regent and auditors too', async () => {
  expect(await textOf('recap.pdf')).toContain('Kegiatan belum dibuka');
  await openAndScan();
  await s.move('close');
  for (const role of ['organizer', 'regent', 'auditor'] as const)
    for (const format of ['pdf', 'xlsx', 'csv']) expect((await get(`recap.${format}`, as(role))).status).toBe(200);
  const text = await textOf('recap.pdf', 'rekap-kehadiran');
  expect(text).toContain(
    'Perangkat daerah 2 1 0 1 2 100% 0 0 2 0 2 SD negeri 1 0 0 0 0 0% 0 1 1 0 1 Jumlah 3 1 0 1 2 66,6%',
  );
  expect(text).toContain('Lahat 1 0 0 0 0 0% 0 1 1 0 1 Tingkat daerah 2 1 0 1 2 100%');
  expect(text).toContain('Di luar hitungan: rombongan 25 orang.');
  expect(text).not.toContain('Budi');
  const sheets = await sheetsOf('recap.xlsx');
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Kelas unit', 'Wilayah']);
  expect(sheets[0]?.data.at(-1)).toEqual(['Jumlah', 3, 1, 0, 1, 2, 66.6, 0, 1, 3, 0, 3]);
  expect(
    (await csvOf('recap.csv')).map((row) => [row.Kecamatan, row['Kelas unit'], row.Diundang, row['Tidak hadir']]),
  ).toEqual([
    ['Lahat', 'SD negeri', '1', '1'],
    ['Tingkat daerah', 'Perangkat daerah', '2', '0'],
  ]);
});

test("the annex's recap counts invitations and answers", async () => {
  await api.call(null, 'PUT', `/api/c/${s.token('Dinas A')}/answer`, { kind: 'ATTENDING' });
  const text = await textOf('annex-recap.pdf', 'rekap-undangan');
  expect(text).toContain('REKAPITULASI DAFTAR UNDANGAN');
  expect(text).toMatch(/Perangkat daerah 2 [01] 0 0 [12] SD negeri 1 0 0 0 1 Jumlah 3/);
  expect(text).toContain('Tamu menurut kelompok');
});

test('certificates of all: one page each, in protocol order, with the code of each; none before anybody came', async () => {
  expect((await get('certificates.pdf')).body.code).toBe('DOCUMENT_EMPTY');
  await openAndScan();
  const { bytes } = await get('certificates.pdf');
  const pdf = await readPdf(bytes);
  expect(pdf.texts.map((text) => /atas nama (.*?) dalam rapat/.exec(text)?.[1])).toEqual([
    'Kepala Dinas A Kepala Dinas A',
    '=Budi "Bang", S.H. mewakili Plt. Kepala Dinas B',
  ]);
  const codes = [...(await codesOn(pdf, 0, 100)), ...(await codesOn(pdf, 1, 100))];
  expect(new Set(codes).size).toBe(2);
  await s.move('close');
  await api.call(organizer, 'POST', `${s.base}/seal`);
  expect(await textOf('certificates.pdf', 'sertifikat-semua')).toContain('SERTIFIKAT KEHADIRAN diberikan kepada');
  expect(await textOf('attendance.pdf')).toMatch(/segel nomor 1, akar [\da-f]{8} [\da-f]{8}…/);
  for (const query of ['?part=2', '?class=DESA'])
    expect((await get(`certificates.pdf${query}`)).body.code).toBe('DOCUMENT_EMPTY');
});

test('of nobody, of no session, asked wrongly, and by who may not', async () => {
  for (const query of ['?class=DESA&blank=true', '?part=2&blank=true'])
    for (const format of ['pdf', 'xlsx', 'csv'])
      expect((await get(`attendance.${format}${query}`)).body.code).toBe('DOCUMENT_EMPTY');
  for (const query of ['?blank=no', '?who=me', '?class=XX', '?part=0'])
    expect((await get(`attendance.pdf${query}`)).body.code).toBe('INPUT_INVALID');
  const nowhere = `/api/sessions/${makeSessionId('16.04', 'nowhere')}/documents`;
  for (const name of ['attendance.pdf', 'recap.csv', 'annex-recap.pdf', 'certificates.pdf'])
    expect((await api.call(organizer, 'GET', `${nowhere}/${name}`)).body.code).toBe('SESSION_UNKNOWN');
  for (const role of ['regent', 'auditor', 'operator'] as const)
    expect((await get('attendance.pdf', as(role))).body.code).toBe('NOT_ALLOWED');
});

test('an emblem is kept, shown, drawn on the papers once, and taken out again', async () => {
  const path = '/api/regencies/16.04/emblem';
  const put = (body: Uint8Array, type = 'image/png') =>
    api.call(organizer, 'PUT', path, body, { 'content-type': type });
  expect((await api.call(organizer, 'GET', path)).bytes).toHaveLength(0);
  const before = (await get('letters.pdf')).bytes.length;
  expect((await put(new TextEncoder().encode('GIF89a'.repeat(40)))).body.code).toBe('EMBLEM_UNREADABLE');
  expect((await put(aPng({ interlace: 1 }))).body.code).toBe('EMBLEM_UNREADABLE');
  expect((await put(new Uint8Array(151 * 1024))).body.code).toBe('BODY_TOO_LARGE');
  expect((await api.call(as('organizer', '16.71'), 'PUT', '/api/regencies/16.71/emblem', aPng())).body.code).toBe(
    'REGENCY_UNKNOWN',
  );
  // Every pixel another, so that its size shows in the file.
  const noise = (x: number, y: number, channel: number) =>
    channel === 3 ? 255 : (x * 7919 + y * 104_729 + channel * 31) % 251;
  const picture = aPng({ width: 120, height: 140, sample: noise });
  expect((await put(picture)).body).toEqual({ kept: true });
  expect(Buffer.compare((await api.call(as('regent'), 'GET', path)).bytes, picture)).toBe(0);
  const letters = await get('letters.pdf');
  const grown = letters.bytes.length - before;
  expect(grown).toBeGreaterThan(1000);
  const pdf = await readPdf(letters.bytes);
  expect(pdf.texts).toHaveLength(4);
  // At the left of the letterhead there is ink, on the last page too, and the picture is in the file once for all four.
  const image = await pdf.render(3, 72);
  const dark = (x: number, y: number) => (image.data[(y * image.width + x) * 4] ?? 255) < 250;
  expect(Array.from({ length: 30 }, (_, at) => dark(78 + at, 60)).some(Boolean)).toBe(true);
  const alone = (await get(`letters.pdf?invitation=${s.id('Dinas A')}`)).bytes.length;
  await api.call(organizer, 'DELETE', path);
  const aloneWithout = (await get(`letters.pdf?invitation=${s.id('Dinas A')}`)).bytes.length;
  expect(Math.abs(grown - (alone - aloneWithout))).toBeLessThan(1500);
  expect((await api.call(organizer, 'GET', path)).bytes).toHaveLength(0);
});

test.each<[string, Uint8Array, string | undefined]>([
  ['a PNG of two heads', aPng({ extra: [pngHead({ width: 37 })] }), 'EMBLEM_UNREADABLE'],
  [
    'a PNG whose second head is huge',
    aPng({ extra: [pngHead({ width: 40_000, height: 40_000 })] }),
    'EMBLEM_UNREADABLE',
  ],
  ['a PNG whose second head is interlaced', aPng({ extra: [pngHead({ interlace: 1 })] }), 'EMBLEM_UNREADABLE'],
  ['a PNG with a long comment', aPng({ extra: [chunk('tEXt', Buffer.alloc(140_000, 65))] }), undefined],
  ['a JPEG with a restart before its frame', aJpegHead({ before: [0xff, 0xd0] }), 'EMBLEM_UNREADABLE'],
  ['a JPEG with another frame before its own', aJpegHead({ before: [0xff, 0xc5, 0, 2] }), 'EMBLEM_UNREADABLE'],
])('%s as emblem leaves every paper as it was', async (_, picture, refused) => {
  const answer = await api.call(organizer, 'PUT', '/api/regencies/16.04/emblem', picture);
  expect(answer.body.code).toBe(refused);
  // Twice: what a picture breaks may break after the answer.
  for (const document of ['letters.pdf', 'attendance.pdf?blank=true']) expect((await get(document)).status).toBe(200);
  await api.call(organizer, 'DELETE', '/api/regencies/16.04/emblem');
});

test.each([0, 2, 3, 4, 6])('a picture of colour type %i that was kept can be drawn by every paper', async (colour) => {
  await api.call(organizer, 'PUT', '/api/regencies/16.04/emblem', aPng({ colour }));
  for (const document of ['letters.pdf', 'attendance.pdf?blank=true', 'annex-recap.pdf'])
    expect((await get(document)).status).toBe(200);
  await api.call(organizer, 'DELETE', '/api/regencies/16.04/emblem');
});
