/** Pledge texts: whose they are, what a session may ask of whom, and what locks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { pledgeVariables, registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, '16.04');
});
afterAll(() => api.stop());

const organizer = as('organizer');
const texts = '/api/regencies/16.04/pledge-texts';
const wording = { form: 'PAKTA', title: 'Pakta', opening: 'Kami', points: ['Satu', 'Dua'], closing: 'Selesai' };
const put = (id: string, changes: object = {}) =>
  api.call(organizer, 'PUT', `${texts}/${id}/1`, { ...wording, ...changes });
/** Over what was answered before. */
const over = ({ body: { form, hash, eligibility } }: Reply, id: string, changes: object = {}) =>
  put(id, { ...changes, replaces: { form, hash, eligibility } });

let plans = 0;
const plan = (text: string, classes: readonly string[]) => {
  plans += 1;
  const pledge = { text, version: 1, variables: text.startsWith('pakta-uji') ? {} : pledgeVariables, classes };
  return api.call(organizer, 'POST', '/api/regencies/16.04/sessions', sessionBody({ pledge }), {
    'idempotency-key': `pledge-texts-${plans}`,
  });
};

describe('whose pledge it is', () => {
  test('the ikrar is for classes headed by civil servants: a village or a company is told so, with its field', async () => {
    for (const wrong of ['DESA', 'BUMD'])
      expect((await plan('ikrar-netralitas-2024', ['OPD', wrong])).body).toMatchObject({
        code: 'PLEDGE_CLASS_NOT_ELIGIBLE',
        errors: [{ pointer: '/body/pledge/classes' }],
      });
    expect((await plan('ikrar-netralitas-2024', ['OPD', 'KELURAHAN', 'SD'])).status).toBe(201);
  });

  test('the pakta that comes with the product is for others too, and for no guests', async () => {
    expect((await plan('pakta-integritas-netralitas', ['OPD', 'DESA', 'BUMD'])).status).toBe(201);
    expect((await plan('pakta-integritas-netralitas', ['VERTICAL'])).body.code).toBe('PLEDGE_CLASS_NOT_ELIGIBLE');
  });

  test('a text says which classes; one that says nothing is for every class that counts', async () => {
    await put('pakta-uji-sd', { eligibility: { classes: ['SD', 'SMP'], staff: 'ASN_AND_NON_ASN' } });
    expect((await plan('pakta-uji-sd', ['SD', 'OPD'])).body.code).toBe('PLEDGE_CLASS_NOT_ELIGIBLE');
    expect((await plan('pakta-uji-sd', ['SD'])).status).toBe(201);
    await put('pakta-uji-semua');
    expect((await plan('pakta-uji-semua', ['DESA', 'OPD', 'BUMD'])).status).toBe(201);
  });

  test('a class that it does not know is no class', async () => {
    expect((await put('pakta-uji-x', { eligibility: { classes: ['DINAS'], staff: 'ASN' } })).body.code).toBe(
      'INPUT_INVALID',
    );
    expect((await put('pakta-uji-x', { eligibility: { classes: [], staff: 'ASN' } })).body.code).toBe('INPUT_INVALID');
    expect((await put('pakta-uji-x', { eligibility: { classes: ['OPD'], staff: 'PPPK' } })).body.code).toBe(
      'INPUT_INVALID',
    );
  });
});

describe('two who write at once', () => {
  test('the second is told that the first has written, also of a new version; a repeat is not', async () => {
    const first = await put('pakta-uji-dua');
    expect((await put('pakta-uji-dua')).status).toBe(200);
    expect((await put('pakta-uji-dua', { points: ['Lain'] })).body.code).toBe('PLEDGE_TEXT_CHANGED');
    const theirs = await over(first, 'pakta-uji-dua', { points: ['Milik mereka'] });
    expect(theirs.status).toBe(200);
    expect((await over(first, 'pakta-uji-dua', { points: ['Milik saya'] })).body.code).toBe('PLEDGE_TEXT_CHANGED');
    expect((await over(first, 'pakta-uji-dua', { points: ['Milik mereka'] })).body.hash).toBe(theirs.body.hash);
    expect((await over(first, 'pakta-uji-tiada')).body.code).toBe('PLEDGE_TEXT_CHANGED');
  });
});

describe('what the hash is of', () => {
  test('one text alone: nothing but a point begins with a number, and a point is one line', async () => {
    const two = await put('pakta-uji-butir', { points: ['Satu', 'Dua'] });
    const one = await put('pakta-uji-baris', { points: ['Satu\n2. Dua'] });
    expect(one.body.points).toEqual(['Satu 2. Dua']);
    expect(one.body.hash).not.toBe(two.body.hash);
    for (const [field, text] of [
      ['closing', '2. Dua\nSelesai'],
      ['opening', 'Kami\n1. Nol'],
    ] as const)
      expect((await put('pakta-uji-awal', { points: ['Satu'], [field]: text })).body).toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: `/body/${field}` }],
      });
  });
});

describe('what locks', () => {
  test('wording, form and whose it is; not who a repeat names first', async () => {
    const eligibility = { classes: ['OPD', 'SD'], staff: 'ASN' };
    const first = await put('pakta-uji-kunci', { eligibility });
    const { hash } = first.body;
    const second = await over(first, 'pakta-uji-kunci');
    expect(second.body.hash).toBe(hash);
    const last = await over(second, 'pakta-uji-kunci', { eligibility });
    const pledge = { text: 'pakta-uji-kunci', version: 1, variables: {}, classes: ['OPD'] };
    await startScenario(api, { units: [{ name: 'Dinas Kunci' }], plan: { pledge }, until: 'open' });
    const changes = [
      { eligibility, points: ['Satu'] },
      { eligibility, form: 'IKRAR' },
      { eligibility: { ...eligibility, classes: ['OPD'] } },
      { eligibility: { ...eligibility, staff: 'ASN_AND_NON_ASN' } },
      {},
    ];
    for (const change of changes)
      expect((await over(last, 'pakta-uji-kunci', change)).body.code).toBe('PLEDGE_TEXT_LOCKED');
    const again = await put('pakta-uji-kunci', { eligibility: { ...eligibility, classes: ['SD', 'OPD'] } });
    expect(again.body).toMatchObject({ hash, eligibility });
  });

  test('a text that became narrower since the plan does not open; the plan that takes it does', async () => {
    const wide = await put('pakta-uji-sempit');
    const pledge = { text: 'pakta-uji-sempit', version: 1, variables: {}, classes: ['OPD', 'SD'] };
    const s = await startScenario(api, { units: [{ name: 'Dinas Sempit' }], plan: { pledge } });
    await over(wide, 'pakta-uji-sempit', { eligibility: { classes: ['OPD'], staff: 'ASN' } });
    expect((await s.move('open')).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    const body = { ...sessionBody({ pledge: { ...pledge, classes: ['OPD'] } }), version: 2 };
    expect((await api.call(organizer, 'PUT', s.base, body)).status).toBe(200);
    expect((await s.move('open')).body.state).toBe('OPEN');
  });
});
