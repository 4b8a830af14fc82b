/** An import over the API, from its plan to its undoing: repeated, interrupted, edited in between, page by page. */
import { createHash } from 'node:crypto';
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

type Stage = Awaited<ReturnType<ReturnType<typeof makeStage>>>;

const schools = (count: number, head = (index: number) => `Kepala ${index}`): Buffer =>
  Buffer.from(
    [
      'NO;NAMA;SEKOLAH',
      ...Array.from({ length: count }, (_, index) => `${index + 1};${head(index + 1)};SMA Negeri ${index + 1}`),
    ].join('\n'),
  );
const edit = async ({ send, code }: Stage, id: string, name: string) => {
  const {
    naturalKey: _,
    holder: _holder,
    registeredOn: _since,
    past: _past,
    id: _id,
    ...facts
  } = (await api.engine.stores.units.get(code, id)) as never as Record<string, unknown>;
  expect((await send('PUT', `/units/${id}`, { ...facts, name })).status).toBe(200);
};

describe('a plan', () => {
  test('is one for a key and a file; another file under the key is refused, also at the same time', async () => {
    const { plan, send } = await stage();
    const key = 'the-same-import';
    const [first, second] = await Promise.all([plan(schools(3), { key }), plan(schools(3), { key })]);
    expect(second).toEqual(first);
    expect(await plan(schools(3), { key, file: 'nama lain.csv' })).toEqual(first);
    expect((await plan(schools(4), { key })).code).toBe('IDEMPOTENCY_KEY_REUSED');
    const race = await Promise.all([1, 2].map((count) => plan(schools(count), { key: 'two-files-one-key' })));
    expect(race.map(({ code }) => code).sort()).toEqual(['IDEMPOTENCY_KEY_REUSED', undefined]);
    const won = race.find(({ id }) => id);
    const { body } = await send('GET', `/imports/${won.id}/rows`);
    expect(body.items).toHaveLength(won.counts.rows);
  });

  test('says who made it, and is found in the list, newest first', async () => {
    const { plan, send } = await stage();
    const ids: string[] = [];
    for (const count of [1, 2, 3]) {
      api.clock.now = new Date(api.clock.now.getTime() + 60_000);
      ids.unshift((await plan(schools(count), { file: `${count}.csv` })).id);
    }
    const first = (await send('GET', '/imports?limit=2')).body;
    const rest = (await send('GET', `/imports?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect(rest.next).toBeNull();
    expect(first.items[0]).toMatchObject({ file: '3.csv', state: 'PLANNED', plannedAt: api.clock.now.toISOString() });
    expect(first.items[0].plannedBy).not.toBe('');
    expect(first.items[0].columns).toBeUndefined();
  });

  test('is forgotten after ninety days', async () => {
    const { plan, send, part } = await stage();
    const { id } = await plan(schools(1));
    const now = api.clock.now;
    api.clock.now = new Date(now.getTime() + 91 * 86_400_000);
    expect((await send('GET', `/imports/${id}`)).body.code).toBe('IMPORT_UNKNOWN');
    expect((await send('GET', '/imports')).body.items).toEqual([]);
    api.clock.now = now;
    expect((await part(id, 'write')).status).toBe(200);
  });

  test('shows units that the file does not name, of its classes, page by page', async () => {
    const { plan, save, send } = await stage();
    await save(schools(5));
    const { id, counts } = await plan(schools(2));
    expect(counts).toMatchObject({ same: 2, vanished: 3 });
    const first = (await send('GET', `/imports/${id}/vanished?limit=2`)).body;
    const rest = (await send('GET', `/imports/${id}/vanished?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ name }) => name).sort()).toEqual(
      [3, 4, 5].map((index) => `SMA Negeri ${index}`),
    );
    expect([first.items[0].class, rest.next]).toEqual(['SMA', null]);
  });
});

describe('parts', () => {
  test('1,201 rows are three of them, written in any order and repeated; the rows are paged to the end', async () => {
    const { plan, part, rows, send, register } = await stage();
    const { id, parts } = await plan(schools(1201));
    expect(parts).toBe(3);
    expect((await part(id, 'write', 2)).body).toEqual({ part: 2, done: 201, skipped: 0, state: 'APPLYING' });
    expect((await part(id, 'write', 0)).body).toMatchObject({ done: 500, state: 'APPLYING' });
    expect((await send('GET', `/imports/${id}`)).body).toMatchObject({ state: 'APPLYING', written: [0, 2] });
    expect((await part(id, 'write', 2)).body).toEqual({ part: 2, done: 201, skipped: 0, state: 'APPLYING' });
    expect((await part(id, 'write', 1)).body).toMatchObject({ done: 500, state: 'APPLIED' });
    expect((await part(id, 'write', 3)).body.code).toBe('IMPORT_UNKNOWN');
    expect(await register()).toHaveLength(1201);
    const listed = await rows(id);
    expect(listed.map(({ row }) => row)).toEqual(Array.from({ length: 1201 }, (_, index) => index + 2));
    expect(await rows(id, '&status=SAME')).toEqual([]);
  }, 60_000);

  test('a call that broke off is repeated and finds what it wrote', async () => {
    const { code, plan, part } = await stage();
    const { id } = await plan(schools(3));
    const { imports, units } = api.engine.stores;
    const head = await imports.get(code, id, api.clock.now);
    const planned = head && (await imports.rows(code, head, 0));
    for (const row of planned?.slice(0, 2) ?? []) if (row.unit) await units.put(code, row.unit);
    expect((await part(id, 'write')).body).toEqual({ part: 0, done: 3, skipped: 0, state: 'APPLIED' });
  });

  test('a unit that somebody changed since the plan is left as it is, and told', async () => {
    const s = await stage();
    await s.save(schools(3));
    const { id } = await s.plan(schools(3, (index) => `Pengganti ${index}`));
    const [row] = await s.rows(id);
    await edit(s, row.id, 'Nama yang diperbaiki');
    expect((await s.part(id, 'write')).body).toEqual({ part: 0, done: 2, skipped: 1, state: 'APPLIED' });
    expect(await s.rows(id, '&issues=skipped')).toMatchObject([{ row: row.row, skipped: true, status: 'REPLACED' }]);
    const unit = (await s.send('GET', `/units/${row.id}`)).body;
    expect(unit).toMatchObject({ name: 'Nama yang diperbaiki', holder: { name: 'Kepala 1' } });
  });
});

describe('what no roster is', () => {
  test('a broad file without titles is asked about, with the first rows that fit', async () => {
    const { plan } = await stage();
    // What no packing makes smaller.
    const noise = (seed: string): string => createHash('sha512').update(seed).digest('base64');
    const cell = (place: number): string => `x${noise(`a${place}`)}${noise(`b${place}`)}`.slice(0, 120);
    const row = (number: number) => Array.from({ length: 200 }, (_, column) => cell(number * 200 + column));
    const file = Buffer.from(Array.from({ length: 30 }, (_, index) => row(index).join(';')).join('\n'));
    const { state, columns, firstRows } = await plan(file);
    expect([state, columns.length]).toEqual(['UNSURE', 200]);
    expect(firstRows.map((each: { row: number }) => each.row)).toEqual([1, 2, 3, 4]);
    expect(firstRows[0].cells).toHaveLength(200);
  });
});

describe('a unit that was retired', () => {
  test('and stands in the file is brought back, and retired again when the import is undone', async () => {
    const { save, plan, rows, part, send, register } = await stage();
    await save(schools(1));
    const [unit] = (await send('GET', '/units')).body.items;
    const { version } = unit;
    const { class: unitClass, name, office } = unit;
    const retired = { class: unitClass, name, office, retiredOn: '2020-01-01', version };
    expect((await send('PUT', `/units/${unit.id}`, retired)).status).toBe(200);
    const before = await register();
    const { id, counts } = await plan(schools(1));
    expect(counts).toMatchObject({ changed: 1, same: 0 });
    expect((await rows(id))[0]).toMatchObject({ status: 'CHANGED', changes: ['retiredOn'] });
    await part(id, 'write');
    expect((await register())[0]).not.toHaveProperty('retiredOn');
    await part(id, 'take-back');
    expect(await register()).toEqual(before);
  });
});

describe('undoing', () => {
  test('gives back the register as it was, and removes what was new', async () => {
    const { save, part, register, send } = await stage();
    await save(schools(4));
    const before = await register();
    const { id } = await save(schools(6, (index) => (index === 2 ? 'Kosong' : `Pengganti ${index}`)));
    expect(await register()).toHaveLength(6);
    expect((await part(id, 'take-back')).body).toEqual({ part: 0, done: 6, skipped: 0, state: 'UNDONE' });
    expect(await register()).toEqual(before);
    expect((await part(id, 'take-back')).body).toEqual({ part: 0, done: 6, skipped: 0, state: 'UNDONE' });
    expect((await part(id, 'write')).body.code).toBe('IMPORT_UNDOING');
    expect((await send('GET', `/imports/${id}`)).body).toMatchObject({ state: 'UNDONE', written: [0], takenBack: [0] });
    expect(await register()).toEqual(before);
  });

  test('leaves a unit that was changed after the import, and tells it', async () => {
    const s = await stage();
    const { id } = await s.save(schools(3));
    const [, row] = await s.rows(id);
    await edit(s, row.id, 'Tetap di sini');
    expect((await s.part(id, 'take-back')).body).toEqual({ part: 0, done: 2, skipped: 1, state: 'UNDONE' });
    expect((await s.register()).map(({ name }) => name)).toEqual(['Tetap di sini']);
    expect((await s.rows(id, '&issues=skipped')).map((each) => each.row)).toEqual([row.row]);
  });

  test('a part that was being written meanwhile takes itself back', async () => {
    const { plan, part, register, send } = await stage();
    const { id } = await plan(schools(3));
    // Somebody else begins to undo, and is through with this part, before the writing call has noted that it is done.
    const { finish } = api.engine.stores.imports;
    const racing: TestApi['engine']['stores']['imports'] = {
      ...api.engine.stores.imports,
      finish: async (regency, of, work, number) => {
        if (work === 'WRITE') expect((await part(id, 'take-back')).body.state).toBe('UNDONE');
        return finish(regency, of, work, number);
      },
    };
    Object.assign(api.deps.stores.imports, racing);
    expect((await part(id, 'write')).body.code).toBe('IMPORT_UNDOING');
    Object.assign(api.deps.stores.imports, { finish });
    expect(await register()).toEqual([]);
    expect((await send('GET', `/imports/${id}`)).body.state).toBe('UNDONE');
  });

  test('of a plan that was never written changes nothing and ends it', async () => {
    const { plan, part, register } = await stage();
    const { id } = await plan(schools(2));
    expect((await part(id, 'take-back')).body).toEqual({ part: 0, done: 0, skipped: 0, state: 'UNDONE' });
    expect((await part(id, 'write')).body.code).toBe('IMPORT_UNDOING');
    expect(await register()).toEqual([]);
  });
});
