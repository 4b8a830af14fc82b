/** Follow-ups: noting them for classes, districts and single units, the list by when they are due, their moves, and reminders. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { regions } from '../../functions/regions/regions.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aUnit } from '../support/fixtures.ts';
import { putSettings, sessionBody } from '../support/scenario.ts';

/** A regency of its own for each test, so that figures are its alone. */
const codes = ['16.04', '16.05', '16.06', '16.07', '16.08', '16.09', '16.10', '16.11', '16.12', '16.13', '16.71'];
const api: TestApi = await startTestApi();
afterAll(() => api.stop());

let code = '';
let path = '';
let districtA = '';
let districtB = '';
beforeEach(async () => {
  code = codes.shift() as string;
  path = `/api/regencies/${code}/follow-ups`;
  api.clock.now = new Date('2024-06-20T02:00:00Z');
  const settings = { name: 'Daerah', zone: 'WIT', letterhead: { lines: ['PEMERINTAH KABUPATEN'] } };
  await putSettings(api, code, settings);
  [districtA, districtB] = regions.districtsOf(code).map((district) => district.code) as [string, string];
  for (const unit of [
    aUnit('Kecamatan A', { class: 'KECAMATAN', office: 'Camat A', district: districtA }),
    aUnit('Kecamatan B', { class: 'KECAMATAN', office: 'Camat B', district: districtB }),
    aUnit('SDN 1', { class: 'SD', district: districtA }),
    aUnit('SDN 2', { class: 'SD', district: districtB }),
    aUnit('SDN Lama', { class: 'SD', district: districtA, retiredOn: '2024-01-01' }),
  ])
    await api.engine.stores.units.put(code, unit);
});

const organizer = () => as('organizer', code);
const body = { kind: 'OUTREACH', phase: 'BEFORE', text: 'Sosialisasi kepada staf', due: '2024-06-25' };
const note = (changes: object, key = 'a-follow-up') =>
  api.call(organizer(), 'POST', path, { ...body, ...changes }, { 'idempotency-key': key });
const list = async (query = '') => (await api.call(organizer(), 'GET', `${path}${query}`)).body;
const unitsOf = async (query = '') => (await list(query)).items.map((item: { unitName?: string }) => item.unitName);
const move = (id: string, to: object) => api.call(organizer(), 'POST', `${path}/${id}/moves`, to);
const { id: idOfA } = aUnit('Kecamatan A');

test('one for each unit of the classes, in the districts, and each named one; no retired unit; one for the regency', async () => {
  expect((await note({ classes: ['KECAMATAN'] }, 'by-class-0001')).body).toEqual({ created: 2 });
  expect((await note({ classes: ['SD'], districts: [districtA] }, 'by-class-and-district')).body).toEqual({
    created: 1,
  });
  expect((await note({ districts: [districtB] }, 'by-district-01')).body).toEqual({ created: 2 });
  expect((await note({ units: [aUnit('SDN 2').id], classes: ['SD'] }, 'each-only-once')).body).toEqual({ created: 2 });
  expect((await note({ regency: true }, 'the-whole-regency')).body).toEqual({ created: 1 });
  expect((await unitsOf('?limit=200')).sort()).toEqual(
    ['Kecamatan A', 'Kecamatan B', 'SDN 1', 'Kecamatan B', 'SDN 2', 'SDN 1', 'SDN 2', undefined].sort(),
  );
  const [first] = (await list(`?unit=${idOfA}`)).items;
  expect(first).toEqual({
    id: expect.stringMatching(/^[a-z2-7]{8}$/),
    regency: code,
    unit: idOfA,
    unitName: 'Kecamatan A',
    class: 'KECAMATAN',
    district: districtA,
    districtName: expect.any(String),
    ...body,
    createdAt: '2024-06-20T02:00:00.000Z',
    version: 1,
    state: 'SOON',
  });
});

test('nobody, a unit that is not there or is retired, a strange district, a session of another regency: nothing is noted', async () => {
  const elsewhere = '17.01';
  await putSettings(api, elsewhere, { name: 'Lain', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } });
  const key = { 'idempotency-key': 'a-session-elsewhere' };
  const plan = sessionBody({ pledge: null });
  const there = await api.call(as('organizer', elsewhere), 'POST', `/api/regencies/${elsewhere}/sessions`, plan, key);
  const refused: [object, string][] = [
    [{ classes: ['BUMD'] }, 'FOLLOW_UP_FOR_NOBODY'],
    [{}, 'INPUT_INVALID'],
    [{ units: [idOfA, 'aaaaaaaa'] }, 'UNIT_UNKNOWN'],
    [{ units: [aUnit('SDN Lama').id] }, 'UNIT_RETIRED'],
    [{ districts: ['99.99.99'] }, 'REGION_UNKNOWN'],
    [{ classes: ['SD'], session: there.body.id }, 'SESSION_UNKNOWN'],
  ];
  for (const [changes, problem] of refused) expect((await note(changes)).body.code).toBe(problem);
  expect((await list('?state=ALL')).items).toEqual([]);
});

test('a repeat completes what broke off, for the units that were meant, and adds nothing; another request under its key is refused', async () => {
  const { engine } = api;
  expect((await note({ classes: ['SD'] })).body).toEqual({ created: 2 });
  // The call broke off after the first one, and a new school has come since.
  const [first] = (await list('?class=SD')).items;
  await engine.table.remove({ pk: `R#${code}`, sk: `F#${first.id}` });
  await engine.stores.units.put(code, aUnit('SDN Baru', { class: 'SD', district: districtA }));
  expect((await note({ classes: ['SD'] })).body).toEqual({ created: 2 });
  expect((await unitsOf()).sort()).toEqual(['SDN 1', 'SDN 2']);
  for (const changes of [{ classes: ['SD'], text: 'Lain' }, { classes: ['KECAMATAN'] }, { regency: true }])
    expect((await note(changes)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await list('?state=ALL')).items).toHaveLength(2);
  expect((await note({ classes: ['SD'] }, 'another-call')).body).toEqual({ created: 3 });
  expect((await list()).figures.soon).toBe(5);
});

test('a repeat does not undo what became of it meanwhile', async () => {
  await note({ units: [idOfA] });
  const [{ id }] = (await list()).items;
  await move(id, { move: 'done', version: 1, on: '2024-06-20', note: 'Sudah' });
  await note({ units: [idOfA] });
  expect((await list('?state=ALL')).items).toMatchObject([{ id, state: 'DONE', version: 2 }]);
});

test('by the day in the regency’s zone: at 15.30 UTC it is tomorrow in WIT', async () => {
  await note({ units: [idOfA], due: '2024-06-20' });
  expect((await list()).figures).toEqual({ overdue: 0, soon: 1, later: 0, done: 0, withdrawn: 0 });
  api.clock.now = new Date('2024-06-20T14:59:00Z');
  expect((await list()).items[0].state).toBe('SOON');
  api.clock.now = new Date('2024-06-20T15:30:00Z');
  expect((await list()).items[0].state).toBe('OVERDUE');
});

test('the list by due day then unit, filtered, page by page to its end; figures are of all that the filters leave', async () => {
  await note({ classes: ['SD', 'KECAMATAN'], due: '2024-08-01' }, 'later-ones-0001');
  await note({ classes: ['SD', 'KECAMATAN'], due: '2024-06-19', kind: 'SUPERVISION', phase: 'AFTER' }, 'overdue-ones');
  await note({ regency: true, due: '2024-06-21' }, 'the-whole-regency');
  const wanted = ['2024-06-19 Kecamatan A', '2024-06-19 Kecamatan B', '2024-06-19 SDN 1', '2024-06-19 SDN 2'];
  const after = [
    '2024-06-21 ',
    '2024-08-01 Kecamatan A',
    '2024-08-01 Kecamatan B',
    '2024-08-01 SDN 1',
    '2024-08-01 SDN 2',
  ];
  const seen: string[] = [];
  let cursor = '';
  do {
    const { items, next, figures } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    expect(figures).toEqual({ overdue: 4, soon: 1, later: 4, done: 0, withdrawn: 0 });
    expect(items.length).toBeGreaterThan(0);
    for (const { due, unitName = '' } of items) seen.push(`${due} ${unitName}`);
    cursor = next ?? '';
  } while (cursor);
  expect(seen).toEqual([...wanted, ...after]);
  expect(await unitsOf('?kind=SUPERVISION&class=SD')).toEqual(['SDN 1', 'SDN 2']);
  expect((await list('?phase=AFTER')).figures).toMatchObject({ overdue: 4, later: 0 });
  expect((await list('?state=OVERDUE&limit=1')).items).toHaveLength(1);
  expect((await list('?state=DONE')).items).toEqual([]);
});

test('done with a note, opened again, withdrawn; a move from another state or version is refused and nothing is lost', async () => {
  await note({ units: [idOfA] });
  const [{ id }] = (await list()).items;
  const done = { move: 'done', version: 1, on: '2024-06-19', note: 'Sudah\ndilaksanakan' };
  const marked = await move(id, done);
  expect(marked.body).toMatchObject({
    version: 2,
    state: 'DONE',
    done: { on: '2024-06-19', note: 'Sudah\ndilaksanakan' },
  });
  expect(JSON.stringify(marked.body)).not.toContain('"by"');
  expect((await move(id, done)).body).toEqual(marked.body);
  // Somebody with the page of before, and whoever wants what the state does not allow.
  for (const [wrong, why] of [
    [{ ...done, note: 'Catatan lain' }, 'another note at the old version'],
    [{ ...done, version: 2 }, 'done already'],
    [{ move: 'withdraw', version: 2, reason: 'Salah' }, 'done is not withdrawn'],
    [{ move: 'reopen', version: 1 }, 'an old version'],
  ] as const)
    expect([why, (await move(id, wrong)).body.code]).toEqual([why, 'FOLLOW_UP_CHANGED']);
  expect((await list('?state=DONE')).items).toEqual([marked.body]);
  const open = await move(id, { move: 'reopen', version: 2 });
  expect(open.body).toMatchObject({ version: 3, state: 'SOON' });
  expect(open.body.done).toBeUndefined();
  expect((await move(id, { move: 'reopen', version: 3 })).body.code).toBe('FOLLOW_UP_CHANGED');
  const withdrawn = await move(id, { move: 'withdraw', version: 3, reason: 'Salah unit' });
  expect(withdrawn.body).toMatchObject({ version: 4, state: 'WITHDRAWN', withdrawn: { reason: 'Salah unit' } });
  expect((await move(id, { move: 'reopen', version: 4 })).body.code).toBe('FOLLOW_UP_CHANGED');
  expect((await move(id, { ...done, version: 4 })).body.code).toBe('FOLLOW_UP_CHANGED');
  expect((await move('aaaaaaaa', done)).body.code).toBe('FOLLOW_UP_UNKNOWN');
  expect((await list()).figures).toEqual({ overdue: 0, soon: 0, later: 0, done: 0, withdrawn: 1 });
});

test('of two at once one is done, the other is told', async () => {
  await note({ units: [idOfA] });
  const [{ id }] = (await list()).items;
  const answers = await Promise.all(
    ['Satu', 'Dua', 'Tiga'].map((text) => move(id, { move: 'done', version: 1, on: '2024-06-20', note: text })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('nothing is done on a day that has not come in the regency’s zone', async () => {
  await note({ units: [idOfA] });
  const [{ id }] = (await list()).items;
  const { body: refused } = await move(id, { move: 'done', version: 1, on: '2024-06-21', note: 'Besok' });
  expect(refused).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/body/on' }] });
});

test('reminders: each unit once with what presses it, in words to send; to the office as the register has it now', async () => {
  const key = { 'idempotency-key': 'a-session-here' };
  const plan = sessionBody({ pledge: null, organizer: 'Inspektorat' });
  const { body: session } = await api.call(organizer(), 'POST', `/api/regencies/${code}/sessions`, plan, key);
  await note(
    { classes: ['KECAMATAN'], session: session.id, due: '2024-06-18', text: 'Rapat staf' },
    'the-overdue-ones',
  );
  await note({ units: [idOfA], session: session.id }, 'the-soon-one-0001');
  await note({ classes: ['SD'], due: '2024-09-01' }, 'the-later-ones-1');
  await note({ regency: true }, 'the-whole-regency');
  const read = await api.engine.stores.units.get(code, idOfA);
  if (!read) throw new Error('the unit is not there');
  await api.engine.stores.units.put(code, { ...read, version: 2, holder: { name: 'Siti Aminah', acting: 'PLT' } });
  const { body: all } = await api.call(organizer(), 'GET', `${path}/reminders`);
  expect(all.next).toBeNull();
  expect(
    all.items.map((item: { unitName?: string; followUps: object[] }) => [item.unitName, item.followUps.length]),
  ).toEqual([
    ['Kecamatan A', 2],
    ['Kecamatan B', 1],
    [undefined, 1],
  ]);
  const [first, second, whole] = all.items;
  expect(first.message).toBe(
    [
      'Yth. Siti Aminah, Plt. Camat A',
      '',
      'Kami mengingatkan tindak lanjut yang telah disepakati untuk Kecamatan A:',
      '1. Rapat staf (sosialisasi; jatuh tempo 18 Juni 2024, sudah lewat)',
      '2. Sosialisasi kepada staf (sosialisasi; jatuh tempo 25 Juni 2024)',
      '',
      'Mohon dilaksanakan, lalu kabari kami tanggal pelaksanaan dan hasilnya.',
      '',
      'Terima kasih.',
      'Inspektorat',
    ].join('\n'),
  );
  expect(new URL(first.whatsApp).searchParams.get('text')).toBe(first.message);
  expect(second.message).toContain('Yth. Drs. Sahabadi, Camat B');
  expect(whole.message).not.toContain('Yth.');
  expect(whole.message).not.toContain('Inspektorat');
  expect(JSON.stringify(all)).not.toContain('198001012005011001');
  const pages = await api.call(organizer(), 'GET', `${path}/reminders?limit=2`);
  const rest = await api.call(organizer(), 'GET', `${path}/reminders?limit=2&cursor=${pages.body.next}`);
  expect([...pages.body.items, ...rest.body.items]).toEqual(all.items);
  expect(rest.body.next).toBeNull();
});
