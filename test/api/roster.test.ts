/** Importing a roster over the API: each row says what is wrong, good rows are kept, and nothing is written before its part is. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { importRoster, planRoster } from '../support/import-roster.ts';
import { registerRegency } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const regency = '16.04';
const sender =
  (code = regency) =>
  (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    api.call(as('organizer', code), method, path, body, headers);
const plan = (file: Uint8Array, options = {}, code = regency) => planRoster(sender(code), code, file, options);
const save = (file: Uint8Array, code = regency) => importRoster(sender(code), code, file);
const rowsOf = async (id: string, query = '', code = regency) =>
  (await sender(code)('GET', `/api/regencies/${code}/imports/${id}/rows?limit=200${query}`)).body.items;
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

  test('is planned row by row, and nothing is written', async () => {
    await registerRegency(api, regency);
    const { status, body } = await plan(file, { file: 'Daftar\u202e \u0007undangan.csv' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      file: 'Daftar undangan.csv',
      state: 'PLANNED',
      headerRow: 4,
      remembered: false,
      parts: 1,
      written: [],
      takenBack: [],
      counts: { rows: 6, new: 3, moved: 0, replaced: 0, changed: 0, same: 0, error: 3, warning: 2, vanished: 0 },
      districts: [
        { typed: 'Lahatt', code: '16.04.10', name: 'Lahat', rows: 1, confirmed: false },
        { typed: 'Negeri Antah', code: null, name: null, rows: 1, confirmed: false },
      ],
    });
    const listed = await rowsOf(body.id);
    const codes = listed.map(({ row, issues }: { row: number; issues: { code: string; column: string }[] }) => [
      row,
      ...issues.map(({ code, column }) => `${column} ${code}`),
    ]);
    expect(codes).toEqual([
      [5],
      [6, 'C NIP_LOST_DIGITS'],
      [7, 'F DISTRICT_GUESSED'],
      [8, 'F DISTRICT_UNKNOWN'],
      [9, 'E DUPLICATE_UNIT'],
      [10, 'E UNIT_MISSING'],
    ]);
    expect(JSON.stringify([body, listed])).not.toMatch(/198001012005011001|81234567890|08123456/);
    expect(await allUnits()).toBe(0);
  });

  test('its parts are written: the good rows, once', async () => {
    const written = await save(file);
    expect(written).toMatchObject({ state: 'APPLIED', written: [0], counts: { new: 3, error: 3 } });
    const path = `/api/regencies/${regency}/imports/${written.id}/parts/0/write`;
    expect((await sender()('POST', path)).body).toEqual({ part: 0, done: 3, skipped: 0, state: 'APPLIED' });
    expect((await plan(file)).body.counts).toMatchObject({ new: 0, same: 3, error: 3 });
    expect(await allUnits()).toBe(3);
    const { body } = await sender()('GET', `/api/regencies/${regency}/units?class=OPD`);
    expect(body.items).toMatchObject([
      {
        name: 'Dinas Kesehatan',
        holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', nipMasked: '1980••••••••••••••' },
      },
    ]);
  });

  test('a replaced head is told as such, and only that unit is written', async () => {
    const replaced = rows[0]?.replace('SAHABADI', 'RAHMAN').replace('19800101', '19790101') ?? '';
    const changed = csv(...letterhead, header, replaced, ...rows.slice(1));
    const { body } = await plan(changed);
    expect(body.counts).toMatchObject({ new: 0, replaced: 1, changed: 0, same: 2, error: 3 });
    expect(await rowsOf(body.id, '&status=REPLACED')).toMatchObject([
      {
        row: 5,
        status: 'REPLACED',
        changes: ['holder.name', 'holder.nip'],
        before: { holder: { name: 'Sahabadi' } },
        unit: { holder: { name: 'Rahman' } },
      },
    ]);
    const { id } = await save(changed);
    const unit = (await rowsOf(id, '&status=REPLACED'))[0].id;
    const { body: history } = await sender()('GET', `/api/regencies/${regency}/units/${unit}/history`);
    expect(history).toMatchObject({
      now: { name: 'Rahman' },
      past: [{ holder: { name: 'Sahabadi' }, to: '2024-06-20' }],
    });
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
    const { body } = await plan(file, {}, '16.08');
    expect(body.counts).toMatchObject({ rows: 2, new: 2, error: 0 });
    expect((await rowsOf(body.id, '', '16.08'))[1].unit.holder.name).toBe('Jum’at');
  });

  test('the XLSX of Lahat: 470 rows, letterhead, merged cells, NIP as numbers', async () => {
    const file = await readFile(new URL('../cases/16.04/roster.xlsx', import.meta.url));
    const { body } = await plan(file);
    expect(body.kind).toBe('xlsx');
    expect(body.counts).toMatchObject({ rows: 470, error: 4 });
    const warned = await rowsOf(body.id, '&issues=warnings');
    expect(
      warned.some(({ issues }: { issues: { code: string }[] }) =>
        issues.some(({ code }) => code === 'DISTRICT_FROM_ABOVE'),
      ),
    ).toBe(true);
  });
});

describe('what is no roster', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7 ....'), 'NOT_TEXT'],
    ['nothing', new Uint8Array(0), 'EMPTY'],
    ['an encrypted or old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'PASSWORD_OR_OLD_FORMAT'],
    ['a broken zip', Buffer.from('PK\u0003\u0004broken'), 'NOT_A_WORKBOOK'],
  ])('%s is told so', async (_, file, reason) => {
    const { status, body } = await plan(file);
    expect([status, body.code, body.state]).toEqual([422, 'ROSTER_UNREADABLE', reason]);
  });

  test('a file over the limit is refused before it is read', async () => {
    const { status, body } = await plan(new Uint8Array(6 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});
