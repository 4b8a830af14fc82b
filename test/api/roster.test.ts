/** Importing a roster over the API: each row says what is wrong, good rows are kept, and nothing is written before the commit. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { registerRegency } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const regency = '16.04';
const organizer = as('organizer', regency);
const preview = (file: Uint8Array, code = regency) =>
  api.call(as('organizer', code), 'POST', `/api/regencies/${code}/roster/preview`, file);
const commit = (file: Uint8Array, digest: string, code = regency) =>
  api.call(as('organizer', code), 'POST', `/api/regencies/${code}/roster/commit?digest=${digest}`, file);
const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const allUnits = async (code = regency) => (await api.engine.stores.units.all(code, { consistent: true })).length;

const header = 'NO;NAMA;NIP;JABATAN;UNIT KERJA;KECAMATAN;NO HP';
const letterhead = ['PEMERINTAH KABUPATEN LAHAT;;;;;;', 'DAFTAR UNDANGAN;;;;;;', ';;;;;;'];
const rows = [
  '1;Drs. H. SAHABADI, M.Si.;19800101 200501 1 001;Kepala Dinas Kesehatan;Dinas Kesehatan;;0812-3456-7890',
  '2;Siti;1,98E+17;Kepala SD Negeri 1 Lahat;SD NEGERI 1 LAHAT;Lahat;',
  '3;Budi;;Kepala SD Negeri 2 Lahat;SD NEGERI 2 LAHAT;Lahatt;',
  '4;Tono;;Kepala SD Negeri 3 Entah;SD NEGERI 3 ENTAH;Negeri Antah;',
  '5;Drs. H. SAHABADI, M.Si.;;Kepala Dinas Kesehatan;DINAS KESEHATAN;;',
  '6;Tanpa Unit;;;;;',
];

describe('a roster with every kind of fault', () => {
  const file = csv(...letterhead, header, ...rows);

  test('is previewed row by row, and nothing is written', async () => {
    await registerRegency(api, regency);
    const { status, body } = await preview(file);
    expect(status).toBe(200);
    expect(body.headerRow).toBe(4);
    expect(body.counts).toMatchObject({ rows: 6, new: 3, error: 3 });
    const codes = Object.fromEntries(
      body.rows.map((row: { row: number; issues: { code: string }[] }) => [
        row.row,
        row.issues.map(({ code }) => code),
      ]),
    );
    expect(codes[6]).toContain('NIP_LOST_DIGITS');
    expect(codes[7]).toContain('DISTRICT_GUESSED');
    expect(codes[8]).toContain('DISTRICT_UNKNOWN');
    expect(codes[9]).toContain('DUPLICATE_UNIT');
    expect(codes[10]).toContain('UNIT_MISSING');
    expect(JSON.stringify(body)).not.toContain('198001012005011001');
    expect(await allUnits()).toBe(0);
  });

  test('is committed by its digest: the good rows, once', async () => {
    const { digest } = (await preview(file)).body;
    expect((await commit(csv(header, ...rows), digest)).body.code).toBe('ROSTER_CHANGED');
    expect(await allUnits()).toBe(0);
    expect((await commit(file, digest)).body).toMatchObject({ written: 3, same: 0, errors: 3 });
    expect((await commit(file, digest)).body).toMatchObject({ written: 0, same: 3, errors: 3 });
    expect(await allUnits()).toBe(3);
    const { body } = await api.call(organizer, 'GET', `/api/regencies/${regency}/units?class=OPD`);
    expect(body.items).toMatchObject([
      {
        name: 'Dinas Kesehatan',
        holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', nipMasked: '1980••••••••••••••' },
      },
    ]);
  });

  test('a replaced head is a change, and only that unit is written', async () => {
    const changed = csv(...letterhead, header, rows[0]?.replace('SAHABADI', 'RAHMAN') ?? '', ...rows.slice(1));
    const { body } = await preview(changed);
    expect(body.counts).toMatchObject({ new: 0, changed: 1, same: 2, error: 3 });
    expect(body.rows[0]).toMatchObject({ status: 'CHANGED', changes: ['holder.name'] });
    expect((await commit(changed, body.digest)).body).toMatchObject({ written: 1, same: 2 });
  });
});

describe('files as people have them', () => {
  const plain =
    'NAMA,JABATAN,UNIT KERJA\nBudi,Kepala Dinas Sosial,Dinas Sosial\nJum’at,Kepala Dinas Pertanian,Dinas Pertanian\n';
  const windows1252 = Buffer.from(plain.replace('’', '\u0092'), 'latin1');
  test.each([
    ['UTF-8 with a BOM', Buffer.from(`\uFEFF${plain}`)],
    ['UTF-16 with a BOM', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['Windows-1252', windows1252],
    ['semicolons', Buffer.from(plain.replaceAll(',', ';'))],
    ['tabs', Buffer.from(plain.replaceAll(',', '\t'))],
  ])('%s', async (_, file) => {
    await registerRegency(api, '16.08');
    const { body } = await preview(file, '16.08');
    expect(body.counts).toMatchObject({ rows: 2, new: 2, error: 0 });
    expect(body.rows[1].unit.holder.name).toBe('Jum’at');
  });

  test('the XLSX of Lahat: 470 rows, letterhead, merged cells, NIP as numbers', async () => {
    const file = await readFile(new URL('../cases/16.04/roster.xlsx', import.meta.url));
    const { body } = await preview(file);
    expect(body.kind).toBe('xlsx');
    expect(body.counts).toMatchObject({ rows: 470, error: 4 });
    expect(
      body.rows.some((row: { issues: { code: string }[] }) =>
        row.issues.some(({ code }) => code === 'DISTRICT_FROM_ABOVE'),
      ),
    ).toBe(true);
  });
});

describe('what is no roster', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7 ....'), ['ROSTER_UNREADABLE', 'ROSTER_HEADER_MISSING']],
    ['nothing', new Uint8Array(0), ['ROSTER_UNREADABLE', 'ROSTER_HEADER_MISSING']],
    ['an encrypted or old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), ['ROSTER_UNREADABLE']],
    ['a broken zip', Buffer.from('PK\u0003\u0004broken'), ['ROSTER_UNREADABLE']],
    ['a table without a header', csv('1,2,3', '4,5,6'), ['ROSTER_HEADER_MISSING']],
  ])('%s is told so', async (_, file, codes) => {
    const { status, body } = await preview(file);
    expect(status).toBe(422);
    expect(codes).toContain(body.code);
  });

  test('a file over the limit is refused before it is read', async () => {
    const { status, body } = await preview(new Uint8Array(6 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});

describe('units one by one', () => {
  test('a unit is edited over the version that was read, and its regions are checked', async () => {
    await registerRegency(api, '16.09');
    const owner = as('organizer', '16.09');
    const unit = { class: 'SD', name: 'SD Negeri 7', office: 'Kepala SD Negeri 7', code: '99001122', holder: null };
    const made = await api.call(owner, 'POST', '/api/regencies/16.09/units', unit);
    expect(made.status).toBe(201);
    expect((await api.call(owner, 'POST', '/api/regencies/16.09/units', unit)).status).toBe(200);
    const path = `/api/regencies/16.09/units/${made.body.id}`;
    const edited = await api.call(owner, 'PUT', path, { ...unit, name: 'SD Negeri 7 Baru', version: 1 });
    expect(edited.body).toMatchObject({ name: 'SD Negeri 7 Baru', version: 2 });
    expect((await api.call(owner, 'PUT', path, { ...unit, version: 1 })).body.code).toBe('UNIT_CHANGED');
    for (const district of ['18.13.01', '16', '16.09', '16.04.10']) {
      const { body } = await api.call(owner, 'PUT', path, { ...unit, district, version: 2 });
      expect({ district, code: body.code }).toEqual({ district, code: 'REGION_UNKNOWN' });
    }
    expect((await api.call(owner, 'PUT', path, { ...unit, district: '16.09.99', version: 2 })).body.code).toBe(
      'REGION_UNKNOWN',
    );
    expect(
      (await api.call(owner, 'PUT', path, { ...unit, holder: { name: 'X', nip: '123' }, version: 2 })).body.errors[0]
        .pointer,
    ).toBe('/body/holder/nip');
  });
});
