/** The register over the API: a unit, its holder over time, what the register lacks, and what nobody may see of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { registerRegency } from '../support/scenario.ts';

let api: TestApi;
const regency = '16.04';
const units = `/api/regencies/${regency}/units`;
const organizer = as('organizer');
const holder = {
  name: 'Sahabadi',
  titlesBefore: 'Drs. H.',
  nip: '198001012005011001',
  phone: '+6281234567890',
  email: 'sahabadi@example.go.id',
};
const camat = { class: 'KECAMATAN', name: 'Kecamatan Lahat', office: 'Camat Lahat', district: '16.04.10', holder };

beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, regency);
});
afterAll(() => api.stop());

const post = (path: string, body: unknown) => api.call(organizer, 'POST', path, body);
const get = (path: string, role: 'organizer' | 'auditor' = 'auditor') => api.call(as(role), 'GET', path);
const change = (id: string, version: number, to: unknown) => post(`${units}/${id}/holder`, { version, to });
const replace = (id: string, version: number, next: unknown, from?: string) =>
  change(id, version, { change: 'REPLACE', holder: next, ...(from && { from }) });
const make = async (changes: Record<string, unknown> = {}): Promise<{ id: string; version: number }> =>
  (await post(units, { ...camat, ...changes })).body;
const heldOn = async (id: string, day: string) => (await get(`${units}/${id}/history?on=${day}`)).body.heldOn;

describe('a unit', () => {
  test('is answered with masked NIP; of phone and e-mail only that they are known', async () => {
    const { status, body } = await post(units, camat);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      districtName: 'Lahat',
      holder: { nipMasked: '1980••••••••••••••', nipKind: 'PNS', hasPhone: true, hasEmail: true },
    });
    const answers = [body, (await get(units)).body, (await get(`${units}/${body.id}/history`)).body];
    expect(JSON.stringify(answers)).not.toMatch(/198001012005011001|81234567890|sahabadi@|naturalKey/);
  });

  test('belongs to a unit of its own regency, never to itself', async () => {
    const parent = await make();
    const village = { class: 'KELURAHAN', name: 'Kelurahan Pasar Lama', office: 'Lurah', district: '16.04.10' };
    const made = await post(units, { ...village, village: '16.04.10.1041', parent: parent.id, holder: null });
    expect(made.body).toMatchObject({ parent: parent.id, villageName: 'Pasar Lama' });
    const elsewhere = await post(units, { ...village, name: 'Kelurahan Lain', parent: 'aaaaaaaa', holder: null });
    expect([elsewhere.status, elsewhere.body.errors]).toEqual([
      422,
      [{ pointer: '/body/parent', rule: 'UNIT_UNKNOWN' }],
    ]);
    const { id, version } = made.body;
    const own = await api.call(organizer, 'PUT', `${units}/${id}`, { ...village, parent: id, version });
    expect(own.body.errors).toEqual([{ pointer: '/body/parent', rule: 'UNIT_UNKNOWN' }]);
  });

  test('never belongs, over others, to itself; and a parent that is gone stands in nobody’s way', async () => {
    const agency = (name: string) => ({ class: 'OPD', name, office: `Kepala ${name}` });
    const put = (id: string, body: object) => api.call(organizer, 'PUT', `${units}/${id}`, body);
    const [first, second, third] = await Promise.all(
      ['Dinas Satu', 'Dinas Dua', 'Dinas Tiga'].map((name) => make({ ...agency(name), district: undefined })),
    );
    const under = (id = '') => ({ parent: id, version: 1 });
    expect((await put(second?.id ?? '', { ...agency('Dinas Dua'), ...under(first?.id) })).status).toBe(200);
    expect((await put(third?.id ?? '', { ...agency('Dinas Tiga'), ...under(second?.id) })).status).toBe(200);
    const round = await put(first?.id ?? '', { ...agency('Dinas Satu'), ...under(third?.id) });
    expect(round.body.errors).toEqual([{ pointer: '/body/parent', rule: 'UNIT_UNKNOWN' }]);
    // As when the import that made the parent is undone.
    await api.engine.stores.units.removeIf(regency, first?.id ?? '', 1);
    const facts = { ...agency('Dinas Dua'), parent: first?.id, retiredOn: '2024-06-20', version: 2 };
    expect((await put(second?.id ?? '', facts)).status).toBe(200);
  });

  test('is added once: sent again it is found, and anything else under its code or name is refused with the unit’s id', async () => {
    const sd = { class: 'SD', name: 'SDN 1 Lahat', office: 'Kepala SDN 1', code: '10600001', holder: null };
    const { body: made } = await post(units, sd);
    const again = await post(units, sd);
    expect([again.status, again.body]).toEqual([200, made]);
    const taken = { code: 'UNIT_EXISTS', unit: made.id, errors: [{ pointer: '/body/code', rule: 'UNIT_EXISTS' }] };
    const other = { ...sd, name: 'SDN 2 Lahat', holder: { name: 'Siti Aminah' } };
    expect(await post(units, other)).toMatchObject({ status: 409, body: taken });
    expect((await post(units, { ...sd, holder: { name: 'Siti Aminah' } })).body).toMatchObject(taken);
    // Also over two names: by an edit.
    const { body: third } = await post(units, { ...other, code: '10600003' });
    const edit = (facts: object) => {
      const { holder: _, ...body } = { ...other, ...facts };
      return api.call(organizer, 'PUT', `${units}/${third.id}`, body);
    };
    expect(await edit({ code: '10600001', version: 1 })).toMatchObject({ status: 409, body: taken });
    const { code: _, ...uncoded } = { ...other, name: 'Kecamatan Baru', class: 'KECAMATAN' };
    const { body: named } = await post(units, uncoded);
    expect((await edit({ ...uncoded, code: undefined, version: 1 })).body).toMatchObject({
      code: 'UNIT_EXISTS',
      unit: named.id,
      errors: [{ pointer: '/body/name', rule: 'UNIT_EXISTS' }],
    });
    expect((await edit({ office: 'Kepala sekolah', code: '10600003', version: 1 })).status).toBe(200);
  });

  test('may bear the name that another one gave up', async () => {
    const facts = { class: 'OPD', name: 'Dinas Perhubungan', office: 'Kepala Dinas Perhubungan' };
    const { body: first } = await post(units, { ...facts, holder: null });
    const renamed = { ...facts, name: 'Dinas Angkutan', version: 1 };
    expect((await api.call(organizer, 'PUT', `${units}/${first.id}`, renamed)).status).toBe(200);
    const second = await post(units, { ...facts, holder: null });
    expect([second.status, second.body.id === first.id]).toEqual([201, false]);
    expect((await post(units, { ...facts, holder: null })).body.id).toBe(second.body.id);
  });

  test('is one, when two add it at the same moment', async () => {
    const facts = { class: 'OPD', name: 'Dinas Serentak', office: 'Kepala', holder: null };
    const both = await Promise.all([post(units, facts), post(units, facts)]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    const rivals = ['A', 'B'].map((name) => post(units, { ...facts, name: 'Dinas Rebutan', holder: { name } }));
    expect((await Promise.all(rivals)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('keeps its holder and its past when its facts are edited', async () => {
    const { id } = await make({ name: 'Kecamatan Jarai', office: 'Camat Jarai', district: '16.04.06' });
    await replace(id, 1, { name: 'Budi Santoso' });
    const facts = {
      class: 'KECAMATAN',
      name: 'Kecamatan Jarai Raya',
      office: 'Camat Jarai Raya',
      district: '16.04.06',
    };
    const edited = await api.call(organizer, 'PUT', `${units}/${id}`, { ...facts, version: 2 });
    expect(edited.body).toMatchObject({ version: 3, name: 'Kecamatan Jarai Raya', holder: { name: 'Budi Santoso' } });
    expect((await get(`${units}/${id}/history`)).body.past).toMatchObject([{ holder: { name: 'Sahabadi' } }]);
    const late = await api.call(organizer, 'PUT', `${units}/${id}`, { ...facts, version: 2 });
    expect([late.status, late.body.code]).toEqual([409, 'UNIT_CHANGED']);
  });

  test('that is closed leaves the list from that day on, and is found when it is asked for', async () => {
    const facts = { class: 'OPD', name: 'Dinas Lama', office: 'Kepala Dinas Lama' };
    const { id } = await make({ ...facts, district: undefined });
    const listed = async (query = '') =>
      (await get(`${units}?class=OPD&limit=200${query}`)).body.items.some((unit: { id: string }) => unit.id === id);
    await api.call(organizer, 'PUT', `${units}/${id}`, { ...facts, retiredOn: '2024-06-21', version: 1 });
    expect(await listed()).toBe(true);
    await api.call(organizer, 'PUT', `${units}/${id}`, { ...facts, retiredOn: '2024-06-20', version: 2 });
    expect(await listed()).toBe(false);
    expect(await listed('&retired=with')).toBe(true);
    await api.call(organizer, 'PUT', `${units}/${id}`, { ...facts, version: 3 });
    expect(await listed()).toBe(true);
  });
});

describe('the holder of an office', () => {
  test('is replaced: the one before goes into the history, which says who held it on a day', async () => {
    const { id } = await make({ name: 'Kecamatan Kikim Timur', holder: { ...holder, from: '2021-02-01' } });
    const next = { name: 'Budi Santoso', acting: 'PLT', letter: '800/12/BKPSDM/2024', until: '2024-12-31' };
    const replaced = await replace(id, 1, next, '2024-05-01');
    expect(replaced.body.holder).toEqual({ ...next, from: '2024-05-01' });
    const { body } = await get(`${units}/${id}/history`);
    expect(body.now.name).toBe('Budi Santoso');
    expect(body.past).toEqual([
      {
        holder: {
          name: 'Sahabadi',
          titlesBefore: 'Drs. H.',
          acting: 'DEFINITIVE',
          from: '2021-02-01',
          nipMasked: '1980••••••••••••••',
          nipKind: 'PNS',
        },
        from: '2021-02-01',
        to: '2024-05-01',
      },
    ]);
    expect(await heldOn(id, '2024-04-30')).toMatchObject({ known: true, holder: { name: 'Sahabadi' } });
    expect(await heldOn(id, '2024-05-01')).toMatchObject({ known: true, holder: { name: 'Budi Santoso' } });
    expect(await heldOn(id, '2021-01-31')).toEqual({ day: '2021-01-31', known: false, holder: null });
  });

  test('leaves, and the office is vacant: a state, not an error', async () => {
    const { id } = await make({ name: 'Kecamatan Gumay Talang' });
    const left = await replace(id, 1, null, '2024-06-19');
    expect([left.status, left.body.holder]).toEqual([200, null]);
    expect(await heldOn(id, '2024-06-20')).toEqual({ day: '2024-06-20', known: true, holder: null });
    const corrected = await change(id, 2, { change: 'CORRECT', holder: { rank: 'Pembina' } });
    expect([corrected.status, corrected.body.code]).toEqual([409, 'OFFICE_VACANT']);
  });

  test('is corrected without a trace in the history: what is left out stays, null takes it away', async () => {
    const { id } = await make({ name: 'Kecamatan Pseksu' });
    const { body } = await change(id, 1, { change: 'CORRECT', holder: { rank: 'Pembina', phone: null } });
    expect(body.holder).toMatchObject({ name: 'Sahabadi', rank: 'Pembina', nipKind: 'PNS', hasEmail: true });
    expect(body.holder.hasPhone).toBeUndefined();
    expect((await get(`${units}/${id}/history`)).body.past).toEqual([]);
  });

  test('is changed by whoever is first; the other is told', async () => {
    const { id } = await make({ name: 'Kecamatan Kota Agung' });
    const both = await Promise.all(['Budi', 'Wati'].map((name) => replace(id, 1, { name })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await get(`${units}/${id}/history`);
    expect(body.past).toHaveLength(1);
    expect(body.now.name).toBe(both.find(({ status }) => status === 200)?.body.holder.name);
  });

  test('comes neither in the future nor before the one who holds it came', async () => {
    const { id } = await make({ name: 'Kecamatan Mulak Ulu', holder: { ...holder, from: '2024-02-01' } });
    const early = await replace(id, 1, { name: 'Budi' }, '2024-01-31');
    expect([early.status, early.body.errors]).toEqual([422, [{ pointer: '/body/to/from', rule: 'BEFORE_HOLDER' }]]);
    expect((await get(`${units}/${id}`)).body.earliestChange).toBe('2024-02-01');
    const late = await replace(id, 1, { name: 'Budi' }, '2024-06-21');
    expect(late.body.errors).toEqual([{ pointer: '/body/to/from', rule: 'FUTURE' }]);
    const corrected = await change(id, 1, { change: 'CORRECT', holder: { from: '2024-06-21' } });
    expect(corrected.body.errors).toEqual([{ pointer: '/body/to/holder/from', rule: 'FUTURE' }]);
    // Today is the regency's: at 20.00 UTC it is tomorrow there.
    api.clock.now = new Date('2024-06-20T20:00:00Z');
    expect((await replace(id, 1, { name: 'Budi' }, '2024-06-21')).status).toBe(200);
    api.clock.now = new Date('2024-06-20T02:00:00Z');
  });
});

test('nobody comes into a vacant office before the last one left it', async () => {
  const { id } = await make({ name: 'Kecamatan Jarai Barat', holder: { ...holder, from: '2022-01-03' } });
  const left = await replace(id, 1, null, '2024-06-01');
  expect(left.body.earliestChange).toBe('2024-06-01');
  const early = await replace(id, 2, { name: 'Budi' }, '2023-01-01');
  expect([early.status, early.body.errors]).toEqual([422, [{ pointer: '/body/to/from', rule: 'BEFORE_HOLDER' }]]);
  expect((await replace(id, 2, { name: 'Budi' }, '2024-06-01')).status).toBe(200);
  expect(await heldOn(id, '2023-05-01')).toMatchObject({ holder: { name: 'Sahabadi' } });
});

describe('what the register lacks', () => {
  test('districts without a camat, villages, vacant and expired offices, one person in several', async () => {
    const code = '16.09';
    const owner = as('organizer', code);
    const add = async (body: unknown) => (await api.call(owner, 'POST', `/api/regencies/${code}/units`, body)).body;
    await registerRegency(api, code);
    const { body: list } = await api.call(null, 'GET', `/api/regions/${code}/children`);
    const [first, second, third] = list.items as { code: string; name: string }[];
    const head = (district: typeof first, more: Record<string, unknown>) =>
      add({
        class: 'KECAMATAN',
        name: `Kecamatan ${district?.name}`,
        office: `Camat ${district?.name}`,
        district: district?.code,
        ...more,
      });
    const held = await head(first, { holder });
    const expired = await head(second, { holder: { ...holder, acting: 'PLT', until: '2024-06-19' } });
    const vacant = await head(third, { holder: null });
    const { body } = await api.call(as('regent', code), 'GET', `/api/regencies/${code}/register/gaps`);
    expect(body.districts).toHaveLength(list.items.length);
    expect(body.districts.slice(0, 4).map((item: { head: string }) => item.head)).toEqual([
      'HELD',
      'ACTING',
      'VACANT',
      'MISSING',
    ]);
    expect(body.vacant).toEqual([{ id: vacant.id, class: 'KECAMATAN', office: vacant.office }]);
    expect(body.expired).toMatchObject([{ id: expired.id, acting: 'PLT', until: '2024-06-19' }]);
    expect(body.severalOffices).toEqual([
      { name: 'Sahabadi', units: expect.arrayContaining([{ id: held.id, office: held.office }]) },
    ]);
    expect(body.attribution).toMatch(/ODbL/);
    expect(JSON.stringify(body)).not.toMatch(/198001012005011001|81234567890/);
  });

  test('nothing is said of a regency that is not registered', async () => {
    const { status, body } = await api.call(as('organizer', '16.10'), 'GET', '/api/regencies/16.10/register/gaps');
    expect([status, body.code]).toEqual([404, 'REGENCY_UNKNOWN']);
  });
});
