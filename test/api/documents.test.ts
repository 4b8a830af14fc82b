/** The papers over HTTP: for whom they are, what they say of the session as it is now, and when there is nothing to print. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { codesOn, readPdf } from '../documents/read-pdf.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { anInvitation } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
let s: Scenario;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  s = await startScenario(api, {
    units: [
      { name: 'Dinas A' },
      { name: 'Dinas B', acting: 'PLT' },
      { name: 'SD Negeri 1', class: 'SD', vacant: true },
    ],
    guests: ['Kapolres Lahat'],
    until: 'draft',
  });
});

const organizer = as('organizer');
const get = (document: string, query = '') => api.call(organizer, 'GET', `${s.base}/documents/${document}.pdf${query}`);
const pagesOf = async (document: string, query = ''): Promise<string[]> => {
  const { status, headers, bytes } = await get(document, query);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ]);
  return (await readPdf(bytes)).texts;
};
const codeOf = (name: string, version = 1): string => `${testOrigin}/C/${s.token(name, version)}`.toUpperCase();
const codesOfCards = async (query = ''): Promise<string[]> => {
  const { bytes } = await get('cards', query);
  return (await codesOn(await readPdf(bytes), 0, 72)).sort();
};

test('letters: one page each, units first', async () => {
  const pages = await pagesOf('letters');
  expect(pages.map((text) => /Yth\. (.*?) di -/.exec(text)?.[1])).toEqual([
    'Kepala Dinas A Kepala Dinas A',
    'Kepala Dinas B Plt. Kepala Dinas B',
    'Kepala SD Negeri 1',
    'Kapolres Lahat',
  ]);
  expect(pages.join()).not.toContain('198001012005011001');
});

test('the common letter is one page for all, whoever they are, and bears nobody’s code', async () => {
  for (const query of ['', '?guests=only']) {
    const { bytes } = await get('common-letter', query);
    const pdf = await readPdf(bytes);
    expect(pdf.texts).toHaveLength(1);
    expect(pdf.texts[0]).toContain('Yth. (daftar terlampir) di - Tempat');
    expect(await codesOn(pdf, 0, 72)).toEqual([]);
  }
});

test('the annex numbers them; cards and badges hold them', async () => {
  expect((await pagesOf('annex'))[0]).toMatch(/SD negeri 3 – Kepala SD Negeri 1 .* Tamu: Lainnya 4 – Kapolres Lahat/);
  expect(await codesOfCards()).toEqual(
    ['Dinas A', 'Dinas B', 'SD Negeri 1', 'Kapolres Lahat'].map((name) => codeOf(name)).sort(),
  );
  expect((await pagesOf('badges'))[0]).toMatch(/SD NEGERI Kepala SD Negeri 1 .* TAMU Kapolres Lahat/);
});

test.each([
  ['?class=OPD', ['Dinas A', 'Dinas B']],
  ['?guests=only', ['Kapolres Lahat']],
  ['?guests=without&class=SD', ['SD Negeri 1']],
  ['?part=1&guests=without', ['Dinas A', 'Dinas B', 'SD Negeri 1']],
])('cards%s', async (query, names) => {
  expect(await codesOfCards(query)).toEqual(names.map((name) => codeOf(name)).sort());
});

test('a single one; a re-issued code is the new one, a revoked one is printed no more', async () => {
  const one = `?invitation=${s.id('Dinas A')}`;
  expect(await codesOfCards(one)).toEqual([codeOf('Dinas A')]);
  const path = `${s.base}/invitations/${s.id('Dinas A')}`;
  await api.call(organizer, 'POST', `${path}/reissue`, { version: 1 });
  expect(await codesOfCards(one)).toEqual([codeOf('Dinas A', 2)]);
  await api.call(organizer, 'POST', `${path}/revoke`);
  expect((await get('cards', one)).body).toMatchObject({ code: 'DOCUMENT_EMPTY', status: 404 });
  expect(await pagesOf('letters')).toHaveLength(3);
});

test.each(['letters', 'common-letter', 'annex', 'cards', 'badges'])(
  '%s of nobody, of no session, and to be asked wrongly',
  async (name) => {
    for (const query of ['?class=DESA', '?part=2', '?invitation=aaaaaaaa'])
      expect((await get(name, query)).body.code).toBe('DOCUMENT_EMPTY');
    for (const query of ['?class=XX', '?part=0', '?part=1000', '?guests=all'])
      expect((await get(name, query)).body.code).toBe('INPUT_INVALID');
    const nowhere = `/api/sessions/${makeSessionId('16.04', 'nowhere')}/documents/${name}.pdf`;
    expect((await api.call(organizer, 'GET', nowhere)).body.code).toBe('SESSION_UNKNOWN');
  },
);

test('every page of the table is read: 560 invitations are two parts of badges and one annex', async () => {
  const { session } = s;
  const undoneNonces = Array.from({ length: 50 }, () => 'n'.repeat(36));
  const many = Array.from({ length: 556 }, (_, index) =>
    anInvitation(`Puskesmas ${index}`, { session, class: 'PUSKESMAS', holder: null, undoneNonces }),
  );
  // More than the 1 MB that one Query answers.
  expect(JSON.stringify(many).length).toBeGreaterThan(1_200_000);
  await api.deps.stores.invitations.add(many);
  const annex = (await pagesOf('annex')).join(' ');
  expect(annex).toContain('Puskesmas 3 – Kepala Puskesmas 0');
  expect(annex).toContain('560 – Kapolres Lahat');
  expect(await pagesOf('badges')).toHaveLength(63);
  expect(await pagesOf('badges', '?part=2')).toHaveLength(8);
  expect((await get('badges', '?part=3')).body.code).toBe('DOCUMENT_EMPTY');
});
