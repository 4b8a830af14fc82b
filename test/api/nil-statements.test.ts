/** Nil statements: drafted, signed outside, withdrawn; never deleted, and never with a NIP on a screen. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { putSettings } from '../support/scenario.ts';

let api: TestApi;
let path = '';
const codes = ['16.04', '16.05', '16.06', '16.07', '16.08', '16.09'];
let code = '';
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  code = codes.shift() as string;
  path = `/api/regencies/${code}/nil-statements`;
  api.clock.now = new Date('2024-07-05T02:00:00Z');
  await putSettings(api, code, { name: 'Daerah', zone: 'WIB', letterhead: { lines: ['PEMERINTAH KABUPATEN'] } });
});
afterAll(() => api.stop());

const nip = '198001012005011001';
const body = {
  number: '700/12/INSP/2024',
  from: '2024-06-01',
  to: '2024-06-30',
  subject: 'pelanggaran netralitas ASN',
  source: 'Inspektorat, register pengaduan 2024',
  place: 'Lahat',
  dated: '2024-07-01',
  signer: { office: 'Inspektur', name: 'Hadi', titlesBefore: 'Drs.', rank: 'Pembina Utama Muda', nip },
};
const draft = (changes: object = {}, key = 'a-nil-statement') =>
  api.call(as('organizer', code), 'POST', path, { ...body, ...changes }, { 'idempotency-key': key });
const list = async (query = '') => (await api.call(as('regent', code), 'GET', `${path}${query}`)).body;
const move = (id: string, to: object) => api.call(as('organizer', code), 'POST', `${path}/${id}/moves`, to);
const sign = { move: 'sign', version: 1, on: '2024-07-02', method: 'CERTIFIED', reference: 'BSrE 2024-1' };

test('drafted once, however often it is sent; another one under its key is refused', async () => {
  const first = await draft();
  expect([first.status, first.body.state, first.body.version]).toEqual([201, 'DRAFT', 1]);
  expect(await draft()).toMatchObject({ status: 201, body: first.body });
  expect((await draft({ subject: 'lain' })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await list()).items).toEqual([first.body]);
});

test('rule 9: the NIP is kept for the paper, masked on every answer and in no log', async () => {
  const { body: shown } = await draft();
  const signed = await move(shown.id, sign);
  const answers = [shown, signed.body, await list()];
  expect(JSON.stringify(answers) + api.logs.join('')).not.toContain(nip);
  expect(signed.body.signer.nipMasked).toBe('1980••••••••••••••');
  expect(JSON.stringify(answers)).not.toMatch(/createdBy|"by"/);
  expect((await api.engine.stores.nilStatements.get(code, shown.id))?.signer.nip).toBe(nip);
});

test('a period that ends before it begins, a letter dated before its end, a NIP of other digits: refused at the field', async () => {
  for (const [changes, pointer] of [
    [{ from: '2024-07-01' }, '/body/to'],
    [{ dated: '2024-06-29' }, '/body/dated'],
    [{ signer: { ...body.signer, nip: '123' } }, '/body/signer/nip'],
  ] as const)
    expect((await draft(changes)).body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer }] });
  expect((await list()).items).toEqual([]);
});

test('signed outside, then only withdrawn; it stays in the list, the latest period first', async () => {
  const { body: first } = await draft();
  const { body: later } = await draft({ from: '2024-07-01', to: '2024-07-04', dated: '2024-07-04' }, 'another-one-1');
  const { body: older } = await draft({ from: '2023-06-01', to: '2023-06-30' }, 'an-older-one-1');
  const signed = await move(first.id, sign);
  expect(signed.body).toMatchObject({
    state: 'SIGNED',
    version: 2,
    signed: { on: '2024-07-02', method: 'CERTIFIED', reference: 'BSrE 2024-1' },
  });
  expect((await move(first.id, sign)).body).toEqual(signed.body);
  for (const wrong of [
    { ...sign, reference: 'lain' },
    { ...sign, version: 2 },
    { move: 'withdraw', version: 1, reason: 'halaman lama' },
  ])
    expect((await move(first.id, wrong)).body.code).toBe('NIL_STATEMENT_CHANGED');
  const withdrawn = await move(first.id, { move: 'withdraw', version: 2, reason: 'Ada temuan' });
  expect(withdrawn.body).toMatchObject({
    state: 'WITHDRAWN',
    version: 3,
    signed: signed.body.signed,
    withdrawn: { reason: 'Ada temuan' },
  });
  expect((await move(first.id, { ...sign, version: 3 })).body.code).toBe('NIL_STATEMENT_CHANGED');
  expect((await move('aaaaaaaa', sign)).body.code).toBe('NIL_STATEMENT_UNKNOWN');
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  expect(ids((await list()).items)).toEqual([later.id, first.id, older.id]);
  const page = await list('?limit=2');
  expect(ids([...page.items, ...(await list(`?limit=2&cursor=${page.next}`)).items])).toEqual(
    ids((await list()).items),
  );
});

test('a draft that is withdrawn cannot be signed', async () => {
  const { body: first } = await draft();
  await move(first.id, { move: 'withdraw', version: 1, reason: 'Salah periode' });
  expect((await move(first.id, { ...sign, version: 2 })).body.code).toBe('NIL_STATEMENT_CHANGED');
});

test('nobody signs before the period is over, or tomorrow', async () => {
  const { body: first } = await draft();
  for (const on of ['2024-06-29', '2024-07-06'])
    expect((await move(first.id, { ...sign, on })).body).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/body/on' }],
    });
  expect((await list()).items[0].state).toBe('DRAFT');
});
