/** Minutes and certificates over HTTP: for whom they are, what they say of the session as it is now, before and after it is sealed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signaturesInPart } from '../../functions/documents/parts.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { aSignature, strokesOf } from '../documents/minutes-fixtures.ts';
import { codesOn, readPdf } from '../documents/read-pdf.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { anInvitation } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
let s: Scenario;
const start = new Date('2024-06-27T01:00:00Z');
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.clock.now = new Date(start);
  s = await startScenario(api, {
    units: [
      { name: 'Dinas A' },
      { name: 'Dinas B', acting: 'PLT' },
      { name: 'SD Negeri 1', class: 'SD', vacant: true },
    ],
    guests: ['Kapolres Lahat'],
    until: 'open',
  });
});

const later = (minutes: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000);
};
const reading = {
  reader: { name: 'Haryanto', office: 'Sekretaris Daerah' },
  witnesses: [{ name: 'Rosmala', office: 'Ketua Bawaslu' }],
};
const readAloud = async (): Promise<void> => {
  later(10);
  const path = `${s.base}/readings/r-1`;
  expect((await api.call(as('operator'), 'PUT', path, reading)).status).toBe(200);
  for (const move of ['start', 'end']) {
    expect((await api.call(as('operator'), 'POST', `${path}/moves/${move}`)).status).toBe(200);
    later(5);
  }
};
const minutes = (query = '', role: Parameters<typeof as>[0] = 'organizer') =>
  api.call(as(role), 'GET', `${s.base}/documents/minutes.pdf${query}`);
const minutesText = async (query = ''): Promise<string> => {
  const { status, headers, bytes } = await minutes(query);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ]);
  return (await readPdf(bytes)).texts.join(' ');
};
const certificate = (token: string, phone?: string) =>
  api.call(
    null,
    'GET',
    `/api/c/${token}/certificate.pdf`,
    undefined,
    phone === undefined ? {} : { 'hadir-phone': phone },
  );
const certificateText = async (token: string): Promise<string> => {
  const { status, bytes } = await certificate(token);
  expect(status).toBe(200);
  return (await readPdf(bytes)).texts.join(' ');
};
const checkOf = (role: 'SESSION' | 'HOLDER' | 'DELEGATE', name?: string): string =>
  `${testOrigin}/v/${makeCheckCode(api.keys, { session: s.session, role, ...(name && { invitation: s.id(name) }) })}`;

test('minutes of what was read, drawn and signed in order; provisional until they are sealed', async () => {
  await s.scan('Dinas A');
  await s.scan('Dinas B');
  await readAloud();
  expect((await s.sign('Dinas B', { drawn: strokesOf(4) })).status).toBe(201);
  later(1);
  expect((await s.sign('Dinas A', { method: 'PAPER', sheet: '3' })).status).toBe(201);
  const open = await minutesText();
  expect(open).toContain('SEMENTARA, belum disegel Kegiatan masih berlangsung');
  expect(open).toMatch(
    /1\. Kepala Dinas B NIP \d{4}•+ Plt\. Kepala Dinas B Dinas B tablet 08\.20 WIB 2\. Kepala Dinas A/,
  );
  expect(open).toContain('lembar 3 08.21 WIB pada lembar kertas');
  expect(open).toContain('Hadir saat pembacaan : 2 undangan');
  expect(open).toContain('Perangkat daerah 2 1 1 0 2 2 2 0 SD negeri 1 0 0 0 0 0 0 1');
  later(60);
  await s.move('close');
  await api.call(as('organizer'), 'POST', `${s.base}/seal`);
  const { heads } = (await api.call(as('organizer'), 'GET', `${s.base}/seal`)).body;
  const root: string = heads.at(-1).head.root;
  const sealed = await minutesText();
  expect(sealed).not.toContain('SEMENTARA');
  expect(sealed).toContain(`Akar (root) : ${root.match(/.{8}/g)?.join(' ')}`);
  expect(sealed).toContain(heads.at(-1).head.key.match(/.{8}/g).join(' '));
  const pdf = await readPdf((await minutes()).bytes);
  const page = pdf.texts.findIndex((text) => text.includes('Segel dan cara memeriksa'));
  expect(await codesOn(pdf, page, 72)).toEqual([checkOf('SESSION')]);
});

test('what came late is told from what is sealed, and the next addendum takes it in', async () => {
  await s.scan('Dinas A');
  await readAloud();
  await s.move('close');
  await api.call(as('organizer'), 'POST', `${s.base}/seal`);
  later(24 * 60);
  expect((await s.signByLink('Dinas A', 'holder')).status).toBe(201);
  expect(await minutesText()).toMatch(/SEMENTARA, belum seluruhnya disegel 1 catatan susulan .*28-06-2024 .* susulan/);
  expect(await certificateText(s.token('Dinas A'))).toContain('TANDA TERIMA');
  await api.call(as('organizer'), 'POST', `${s.base}/seal`);
  expect(await minutesText()).toMatch(/Tambahan segel : nomor 2: /);
  expect(await certificateText(s.token('Dinas A'))).toContain('SERTIFIKAT KEHADIRAN DAN PENANDATANGANAN');
});

test('strokes that are not those that were signed are not printed', async () => {
  await readAloud();
  const answer = await s.sign('Dinas A', { drawn: strokesOf(4), nonce: 'nonce-drawn-1' });
  expect(answer.status).toBe(201);
  expect(await minutesText()).not.toContain('goresan tidak tersedia');
  const key = { pk: `S#${s.session}`, sk: `DRAWING#${s.id('Dinas A')}#holder#nonce-drawn-1` };
  await api.engine.table.put({ ...key, drawn: strokesOf(5) });
  expect(await minutesText()).toContain('goresan tidak tersedia');
});

test('minutes are for organisers, the regent and auditors; of a session that is open or closed, and has a pledge', async () => {
  for (const role of ['organizer', 'regent', 'auditor'] as const) expect((await minutes('', role)).status).toBe(200);
  for (const role of ['operator', 'province'] as const) expect((await minutes('', role)).body.code).toBe('NOT_ALLOWED');
  for (const query of ['?part=2', '?part=99']) expect((await minutes(query)).body.code).toBe('DOCUMENT_EMPTY');
  for (const query of ['?part=0', '?part=x']) expect((await minutes(query)).body.code).toBe('INPUT_INVALID');
  const nowhere = `/api/sessions/${makeSessionId('16.04', 'nowhere')}/documents/minutes.pdf`;
  expect((await api.call(as('organizer'), 'GET', nowhere)).body.code).toBe('SESSION_UNKNOWN');
  s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
  expect((await minutes()).body).toMatchObject({ code: 'SESSION_WRONG_STATE', status: 409 });
  await s.move('cancel');
  expect((await minutes()).body.code).toBe('SESSION_WRONG_STATE');
  s = await startScenario(api, { units: [{ name: 'Dinas A' }], pledge: false, until: 'open' });
  expect((await minutes()).body).toMatchObject({ code: 'PLEDGE_TEXT_UNKNOWN', status: 404 });
});

test('a list that is longer than a file goes on in the next part', async () => {
  const { session } = s;
  const many = Array.from({ length: signaturesInPart + 2 }, (_, index) =>
    anInvitation(`Puskesmas ${index}`, {
      session,
      class: 'PUSKESMAS',
      signedHolder: aSignature({ nonce: `nonce-${index}`, at: new Date(start.getTime() + index * 1000).toISOString() }),
    }),
  );
  await api.deps.stores.invitations.add(many);
  expect(await minutesText()).toContain(
    'Seluruhnya 1.002 tanda tangan: 1.000 yang pertama tercetak di sini, selebihnya pada lampiran bagian 2',
  );
  const second = await minutesText('?part=2');
  expect(second).toMatch(/LAMPIRAN BERITA ACARA .* 1\.001\. .* 1\.002\. /);
  // Provisional in every part: of what is under no head yet, an annex may be the one that prints it.
  await s.move('close');
  await api.call(as('organizer'), 'POST', `${s.base}/seal`);
  expect(await minutesText('?part=2')).not.toContain('SEMENTARA');
  expect((await s.signByLink('Dinas A', 'holder')).status).toBe(201);
  expect(await minutesText('?part=2')).toMatch(/ · bagian 2 dari 2 · SEMENTARA, belum seluruhnya disegel · akar /);
  expect((await minutes('?part=3')).body.code).toBe('DOCUMENT_EMPTY');
}, 120_000);

test('a certificate of what stands; nothing while nothing does', async () => {
  const token = s.token('Dinas B');
  expect((await certificate(token)).body).toMatchObject({ code: 'DOCUMENT_EMPTY', status: 404 });
  await s.scan('Dinas B');
  const { status, headers, bytes } = await certificate(token.toLowerCase());
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ]);
  const pdf = await readPdf(bytes);
  expect(pdf.texts[0]).toContain('TANDA TERIMA KEHADIRAN atas nama Kepala Dinas B Plt. Kepala Dinas B');
  expect(await codesOn(pdf, 0, 72)).toEqual([checkOf('HOLDER', 'Dinas B')]);
});

test('the head’s and the delegate’s are two, each by its own link', async () => {
  const head = s.token('Dinas A');
  const delegated = { kind: 'DELEGATED', delegate: { name: 'Suyatno', office: 'Sekretaris' } };
  expect((await api.call(null, 'POST', `/api/c/${head}/answer`, delegated)).status).toBe(200);
  const delegate = s.token('Dinas A', 2);
  await s.scan('Dinas A', { token: delegate });
  await readAloud();
  expect((await certificate(head)).body.code).toBe('DOCUMENT_EMPTY');
  expect(await certificateText(delegate)).toContain('KEHADIRAN atas nama Suyatno Sekretaris mewakili Kepala Dinas A');
  const body = { nonce: 'nonce-late-1', hash: s.hash, who: 'holder' };
  expect((await api.call(null, 'POST', `/api/c/${head}/signatures`, body)).status).toBe(201);
  const signed = await certificateText(head);
  expect(signed).toContain('PENANDATANGANAN atas nama Kepala Dinas A Kepala Dinas A dalam');
  expect(signed).not.toContain('Suyatno');
  expect(await certificateText(delegate)).not.toContain('Menandatangani');
});

test('a link of another phone, an old one, a forged one, and one that is not published', async () => {
  await s.scan('Dinas A');
  const token = s.token('Dinas A');
  const phone = 'p'.repeat(16);
  const read = await startScenario(api, { units: [{ name: 'Dinas A' }] });
  await api.call(
    null,
    'POST',
    `/api/c/${read.token('Dinas A')}/answer`,
    { kind: 'ATTENDING' },
    { 'hadir-phone': phone },
  );
  expect((await certificate(read.token('Dinas A'), 'q'.repeat(16))).body).toMatchObject({
    code: 'LINK_BOUND',
    status: 403,
  });
  expect((await certificate(read.token('Dinas A'))).body.code).toBe('LINK_BOUND');
  expect((await certificate(read.token('Dinas A'), phone)).body.code).toBe('DOCUMENT_EMPTY');
  expect((await certificate('A'.repeat(39))).body.code).toBe('TOKEN_INVALID');
  await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 });
  expect((await certificate(token)).body.code).toBe('INVITATION_REVOKED');
  const draft = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'draft' });
  expect((await certificate(draft.token('Dinas A'))).body.code).toBe('INVITATION_NOT_PUBLISHED');
});
