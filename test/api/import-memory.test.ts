/** What organisers say of their files' columns and spellings: remembered for the next file, whoever says it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.ts';
import { makeStage } from '../support/import-stage.ts';

let api: TestApi;
let stage: ReturnType<typeof makeStage>;
beforeAll(async () => {
  api = await startTestApi();
  stage = makeStage(api);
});
afterAll(() => api.stop());

describe('what the organiser once said', () => {
  const odd = (count: number) =>
    Buffer.from(
      [
        'Pejabat Daerah;Lembaga Binaan;Wilayah',
        ...Array.from({ length: count }, (_, index) => `Ali ${index};SDN ${index + 1};Muara Enm`),
      ].join('\n'),
    );

  test('about columns is remembered for files with the same titles, however they are written', async () => {
    const { plan, send } = await stage();
    const unsure = await plan(odd(1));
    expect(unsure).toMatchObject({ state: 'UNSURE', headerRow: null });
    const titles = unsure.firstRows[0].cells;
    const mappings = [{ titles, columns: { name: 'A', unit: 'B', district: 'C' } }];
    expect((await send('PUT', '/import-memory', { mappings, districts: {} })).status).toBe(200);
    const again = Buffer.from(odd(2).toString().replace('Lembaga Binaan', 'LEMBAGA  BINAAN.'));
    expect(await plan(again)).toMatchObject({
      state: 'PLANNED',
      remembered: true,
      headerRow: 1,
      columns: [{ field: 'name' }, { field: 'unit' }, { field: 'district' }],
      counts: { rows: 2 },
    });
    const other = Buffer.from(odd(2).toString().replace('Wilayah', 'Daerah'));
    expect(await plan(other)).toMatchObject({ state: 'UNSURE', remembered: false });
    expect((await send('GET', '/import-memory')).body).toEqual({ mappings, districts: {} });
  });

  test('about a spelling is not asked again, and districts of elsewhere are refused', async () => {
    const { plan, send, code } = await stage();
    const file = Buffer.from('NAMA;SEKOLAH;KECAMATAN\nAli;SDN 1;Kec. Seberang Kali\nBudi;SDN 2;Seberang Kali');
    expect(await plan(file)).toMatchObject({
      counts: { error: 2 },
      districts: [
        { typed: 'Kec. Seberang Kali', code: null, confirmed: false },
        { typed: 'Seberang Kali', code: null, confirmed: false },
      ],
    });
    const district = (await send('GET', `/api/regions/${code}/children`)).body.items[0].code;
    await send('PUT', '/import-memory', { mappings: [], districts: { 'SEBERANG KALI': district } });
    const said = await plan(file);
    expect(said).toMatchObject({ counts: { new: 2, error: 0, warning: 0 } });
    expect(said.districts).toMatchObject([
      { code: district, confirmed: true },
      { code: district, confirmed: true },
    ]);
    const foreign = await send('PUT', '/import-memory', { mappings: [], districts: { Antah: '18.13.01' } });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'REGION_UNKNOWN']);
  });

  test('by two at the same time, and about a spelling that every object has, is all kept', async () => {
    const { send, code } = await stage();
    const district = (await send('GET', `/api/regions/${code}/children`)).body.items[0].code;
    const spellings = ['Aaa', 'Bbb', 'constructor'];
    const said = await Promise.all(
      spellings.map((typed) => send('PUT', '/import-memory', { mappings: [], districts: { [typed]: district } })),
    );
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await send('GET', '/import-memory');
    expect(Object.keys(body.districts).sort()).toEqual(spellings);
  });

  test('about columns is doubted where nothing can be read so: the file is asked about again', async () => {
    const { plan, send } = await stage();
    const titles = (await plan(odd(3))).firstRows[0].cells;
    const remember = (columns: object) =>
      send('PUT', '/import-memory', { mappings: [{ titles, columns }], districts: {} });
    await remember({ name: 'B', unit: 'A' });
    expect(await plan(odd(3))).toMatchObject({ state: 'UNSURE', remembered: true, headerRow: 1, parts: 0 });
    await remember({ name: 'A', unit: 'B', code: 'ZZZ' });
    expect(await plan(odd(3))).toMatchObject({ state: 'PLANNED', remembered: true, columns: [{}, {}, {}] });
  });
});
