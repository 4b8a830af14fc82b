/** Files that are no roster, that want to do harm, or that nobody can be sure of. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inflateEntry, listZip, storeZip } from '../../functions/imports/zip.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { planRoster } from '../support/import-roster.ts';
import { registerRegency } from '../support/scenario.ts';
import { rewritten, utf8, workbook } from './make-files.ts';

let api: TestApi;
const regency = '16.04';
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, regency);
});
afterAll(() => api.stop());

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(as('organizer', regency), method, path, body, headers);
const plan = async (bytes: Uint8Array, sheet?: string) =>
  (await planRoster(send, regency, bytes, sheet === undefined ? {} : { sheet })).body;

const plain = () =>
  workbook({
    Data: [
      ['NAMA', 'UNIT KERJA'],
      ['Ali', 'Dinas Sosial'],
    ],
  });
const withPart = async (path: string, content: Buffer): Promise<Buffer> => {
  const zip = await plain();
  const parts = new Map(listZip(zip).map((entry) => [entry.name, inflateEntry(zip, entry)]));
  return storeZip(parts.set(path, content));
};

/** A sheet of 2 GB of spaces in 2 MB: an archive that says how much it holds. */
const bomb = async (claimed: number): Promise<Buffer> => {
  const packed = deflateRawSync(Buffer.alloc(64_000_000, 0x20));
  const zip = await withPart('xl/worksheets/sheet9.xml', packed);
  const at = zip.lastIndexOf('xl/worksheets/sheet9.xml') - 46;
  zip.writeUInt16LE(8, at + 10);
  zip.writeUInt32LE(claimed, at + 24);
  return zip;
};

describe('what is refused, each with its reason', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a workbook with macros', () => withPart('xl/vbaProject.bin', Buffer.from('x')), 'MACROS'],
    [
      'a workbook with a password',
      () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(504)}`, 'hex'),
      'PASSWORD_OR_OLD_FORMAT',
    ],
    ['a zip bomb that says what it is', () => bomb(2_000_000_000), 'TOO_LARGE'],
    ['a zip bomb that lies about it', () => bomb(1_000), 'TOO_LARGE'],
    ['a web page called .xls', () => Buffer.from('<html><table><tr><td>NAMA</td></tr></table></html>'), 'NOT_TEXT'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_TEXT'],
    ['a Word document', () => storeZip(new Map([['word/document.xml', Buffer.from('<x/>')]])), 'NOT_A_WORKBOOK'],
    ['an empty workbook', () => workbook({ Data: [] }), 'EMPTY'],
    ['more rows than any regency has offices', () => utf8(...Array.from({ length: 25_002 }, () => 'a;b')), 'TOO_LARGE'],
  ])('%s', async (_, make, reason) => {
    const { code, state } = await plan(await make());
    expect([code, state]).toEqual(['ROSTER_UNREADABLE', reason]);
  });

  test('a sheet that the workbook does not have', async () => {
    expect(await plan(await plain(), 'Data 2025')).toMatchObject({ code: 'ROSTER_UNREADABLE', state: 'NO_SUCH_SHEET' });
  });

  test('200 MB are refused by what the request says of its length, before any of it is read', async () => {
    const path = `/api/regencies/${regency}/imports?file=besar.xlsx`;
    const headers = { 'idempotency-key': 'two-hundred-megabytes', 'content-length': String(200 * 1024 * 1024) };
    const { status, body } = await send('POST', path, Buffer.from('PK'), headers);
    expect([status, body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});

describe('small files that would take minutes', () => {
  const sheet1 = 'xl/worksheets/sheet1.xml';
  const many = async (tag: string, comment = false) =>
    rewritten(await plain(), sheet1, (xml) =>
      comment
        ? xml.replace('<sheetData>', `<!--${tag.repeat(60_000)}--><sheetData>`)
        : xml.replace('</sheetData>', `${tag.repeat(80_000)}</sheetData>`),
    );
  /** Of this process, in milliseconds: the machine may do other things as well. Each of the files took 10 seconds and more. */
  const workSince = (begun: NodeJS.CpuUsage): number => process.cpuUsage(begun).user / 1000;
  const limit = 5000;
  const timed = async (path: string, bytes: Buffer) => {
    const begun = process.cpuUsage();
    const reply = await send('POST', path, bytes, { 'idempotency-key': `slow-${bytes.length}-${path.length}` });
    expect(workSince(begun)).toBeLessThan(limit);
    return reply;
  };
  const plans = `/api/regencies/${regency}/imports?file=kecil.xlsx`;
  const notes = `/api/regencies/${regency}/imports/annotate`;

  test.each(['<c ', '<row '])('%j again and again without an end', { timeout: 120_000 }, async (tag) => {
    expect((await timed(plans, await many(tag))).status).toBe(422);
  });

  test.each(['<row>', '<c>', '<col '])('%j again and again in a comment', { timeout: 120_000 }, async (tag) => {
    const reply = await timed(notes, await many(tag, true));
    expect([200, 422]).toContain(reply.status);
  });

  test('2,000 cells that point at one text of 10,000 characters', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [`X ${'S.H. '.repeat(2000)}`, `Dinas ${at}`]);
    const { status, body } = await timed(plans, await workbook({ Data: [['NAMA', 'UNIT KERJA'], ...rows] }));
    expect([status, body.state]).toEqual([201, 'UNSURE']);
  });
});

describe('what is not sure: asked, and nothing is planned', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, number | null]>([
    ['a CSV of one column', () => utf8('UNIT KERJA', 'Dinas Sosial', 'Dinas Kesehatan'), 1],
    ['a CSV of one column without a title', () => utf8('Dinas Sosial', 'Dinas Kesehatan'), null],
    ['a table without titles', () => utf8('1;Ali;Dinas Sosial', '2;Budi;Dinas Kesehatan'), null],
    [
      'two columns of names',
      () => utf8('NAMA;NAMA PEJABAT;UNIT KERJA', 'Dinsos;Ali;Dinas Sosial', 'Dinkes;Budi;Dinas Kesehatan'),
      1,
    ],
    ['two columns of units that differ', () => utf8('NAMA;INSTANSI;UNIT KERJA', 'Ali;Pemkab Lahat;Dinas Sosial'), 1],
    [
      'titles that say otherwise than the rows',
      () => utf8('UNIT KERJA;NAMA', 'Ali;Dinas Sosial', 'Budi;Dinas Kesehatan'),
      1,
    ],
    [
      'a column that may name the units, beside their districts',
      () => utf8('NAMA;LEMBAGA BINAAN;KECAMATAN', 'Ali;Melati;Lahat'),
      1,
    ],
  ])('%s', async (_, make, headerRow) => {
    const body = await plan(await make());
    expect(body).toMatchObject({ state: 'UNSURE', headerRow, parts: 0, counts: { new: 0 } });
    expect(body.firstRows.length).toBeGreaterThan(0);
    expect(body.columns.length).toBeGreaterThan(0);
  });

  test('of its cells only samples are shown, long numbers masked', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `${index};19740505200412100${index};0812-3456-789${index}`);
    const body = await plan(utf8('a;b;c', ...rows));
    expect(body.columns).toMatchObject([
      { column: 'A', field: null, title: '' },
      { column: 'B', field: null },
      { column: 'C', field: null },
    ]);
    expect(body.columns[1].samples).toEqual(['b', '1974••••••••••••••']);
    expect(JSON.stringify(body)).not.toMatch(/\d{9}|3456-789/);
  });
});
