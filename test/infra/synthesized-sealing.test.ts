/**
 * A seal in the cloud: the deployed handlers read, sign, close, seal and are checked, with a key that they reach by their own grants, and
 * that is taken away from them for a while.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keyIdOf } from '../../functions/seals/ed25519.ts';
import { verifyBundle } from '../../functions/seals/verify-bundle.ts';
import { sealKeyCalls } from '../../infra/grants.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { importRoster } from '../support/import-roster.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { compareWrites } from './permissions.ts';

// Papers are drawn here, by a bundle that starts cold.
vi.setConfig({ testTimeout: 60_000 });

const regency = '16.04';
const roster = [
  'No;Nama Pejabat;NIP;Jabatan;Instansi;Kecamatan',
  '1;Drs. Sahabadi, M.Si.;198001012005011001;Inspektur;Inspektorat;',
  '2;dr. Rini Astuti;198503122010012004;Kepala Dinas Kesehatan;Dinas Kesehatan;',
  '3;Yusuf Efendi, S.IP.;;Camat Lahat;Kecamatan Lahat;Lahat',
].join('\n');

let cloud: Cloud;
let organizer: string;
let session: string;
let base: string;
let hash: string;
const tokens = new Map<string, string>();
const own = (name: string): string => `/api/c/${tokens.get(name)}`;

const get = (path: string, token: string | undefined = organizer) =>
  cloud.call({ method: 'GET', path, ...(token !== undefined && { token }) });
const anybody = (method: string, path: string, body?: unknown) =>
  cloud.call({ method, path, ...(body !== undefined && { body }) });
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  cloud.call({ method, path, token: organizer, headers, ...(body !== undefined && { body }) });
const sign = (name: string, nonce: string) =>
  anybody('POST', `${own(name)}/signatures`, { nonce, hash, who: 'holder' });
const scan = (name: string, nonce: string) => {
  const at = new Date().toISOString();
  return send('POST', `${base}/check-ins`, { token: tokens.get(name), nonce, scannedAt: at, sentAt: at, door: 'A' });
};
const seal = async () => (await get(`${base}/seal`)).body;
const verified = async (query = '') => {
  const { bytes, status } = await get(`${base}/seal/bundle.zip${query}`);
  expect(status).toBe(200);
  return verifyBundle(bytes, { keys: [keyIdOf(cloud.kms.publicKey)] });
};

const plan = {
  kind: 'APEL',
  title: 'Ikrar netralitas ASN',
  organizer: 'Inspektorat',
  venue: { name: 'Halaman Kantor Bupati', region: '16.04.10' },
  startsAt: '2024-06-27T08:00:00+07:00',
  endsAt: '2024-06-27T12:00:00+07:00',
  legalBases: ['uu-20-2023'],
  classes: ['OPD', 'KECAMATAN'],
  pledge: {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilihan', year: '2024' },
    classes: ['OPD', 'KECAMATAN'],
  },
};

beforeAll(async () => {
  cloud = await startCloud();
  organizer = await cloud.token('organizer', regency);
  const settings = { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] } };
  await send('PUT', `/api/regencies/${regency}`, settings);
  await importRoster(send, regency, new TextEncoder().encode(roster));
  const key = { 'idempotency-key': 'session-of-june' };
  session = (await send('POST', `/api/regencies/${regency}/sessions`, plan, key)).body.id;
  base = `/api/sessions/${session}`;
  await send('POST', `${base}/invitations`, { classes: plan.classes }, key);
  const { items } = (await get(`${base}/invitations?limit=200`)).body;
  for (const { name, link } of items) tokens.set(name, link.slice(`${cloud.origin}/c/`.length));
  await send('POST', `${base}/moves/publish`);
  await send('POST', `${base}/moves/open`);
  hash = (await get(`${base}/pledge`)).body.hash;
}, 300_000);
afterAll(() => cloud?.stop());

test('nobody signs before the reader, with the link alone, has begun', async () => {
  await scan('Inspektorat', 'nonce-0001');
  expect((await sign('Inspektorat', 'sign-0001')).body.code).toBe('PLEDGE_NOT_READ');
  const reader = { name: 'Drs. Sahabadi, M.Si.', office: 'Inspektur' };
  const planned = await send('PUT', `${base}/readings/1`, { reader, witnesses: [] });
  const code = planned.body.link.slice(`${cloud.origin}/b/`.length);
  expect((await anybody('GET', `/api/b/${code.toLowerCase()}`)).body.reading.state).toBe('PLANNED');
  const begun = await anybody('POST', `/api/b/${code}/moves/start`);
  expect(begun.body.reading).toMatchObject({ state: 'READING' });
  expect((await sign('Inspektorat', 'sign-0001')).status).toBe(201);
  // Counted once it is over: the screen polls while it lasts.
  const ended = await anybody('POST', `/api/b/${code}/moves/end`);
  expect(ended.body.reading).toMatchObject({ state: 'READ', present: 1 });
});

test('the stream of an open session seals nothing, and asks nothing of the key', async () => {
  expect(await cloud.project(cloud.takeRecords())).toEqual({ batchItemFailures: [] });
  expect((await seal()).state).toBe('NOT_CLOSED');
  expect(cloud.kms.calls.get('Projector')).toEqual(new Set());
});

test('the closing seals; the bundle that anybody can check is signed by the key of KMS', async () => {
  expect((await send('POST', `${base}/moves/close`)).body.state).toBe('CLOSED');
  expect(await cloud.project(cloud.takeRecords())).toEqual({ batchItemFailures: [] });
  const { state, heads } = await seal();
  expect({ state, heads: heads.length }).toEqual({ state: 'SEALED', heads: 1 });
  expect(heads[0].publicKey).toBe(cloud.kms.publicKey);
  expect(heads[0].head.counts).toMatchObject({ office: 3, 'check-in': 1, reading: 1, heard: 1, signature: 1 });
  expect(await verified()).toMatchObject({ ok: true, session, opened: 0 });
  expect(await verified('?openings=yes')).toMatchObject({ ok: true });
  const { keys } = (await anybody('GET', '/api/seal-keys')).body;
  expect(keys).toEqual([{ key: keyIdOf(cloud.kms.publicKey), publicKey: cloud.kms.publicKey, current: true }]);
});

test('what comes later is sealed by the stream, however often it tells of it', async () => {
  expect((await sign('Dinas Kesehatan', 'sign-0002')).status).toBe(201);
  expect((await seal()).state).toBe('PENDING');
  const records = cloud.takeRecords();
  expect(await cloud.project([...records, ...records])).toEqual({ batchItemFailures: [] });
  expect(await cloud.project(records)).toEqual({ batchItemFailures: [] });
  expect(await seal()).toMatchObject({ state: 'SEALED', heads: [{}, { head: { counts: { signature: 2 } } }] });
  expect(await verified()).toMatchObject({ ok: true, heads: [{ number: 1 }, { number: 2 }] });
  // What the sealing wrote does not wake it again.
  expect(cloud.takeRecords()).toEqual([]);
});

test('without the key the signature stands and the figures move; what is owed is sealed with the next change', async () => {
  cloud.kms.disabled = true;
  expect((await sign('Kecamatan Lahat', 'sign-0003')).status).toBe(201);
  const records = cloud.takeRecords();
  // No figures wait for the key: the records are done with.
  expect(await cloud.project(records)).toEqual({ batchItemFailures: [] });
  expect((await get(`${base}/coverage`)).body.pledge.signed).toBe(3);
  expect((await send('POST', `${base}/seal`)).body.code).toBe('SEAL_KEY_UNAVAILABLE');
  expect((await seal()).unsealed).toEqual({ signature: 1 });
  // What was sealed before is checked without the key.
  expect(await verified()).toMatchObject({ ok: true });
  cloud.kms.disabled = false;
  expect(await cloud.project(records)).toEqual({ batchItemFailures: [] });
  expect((await seal()).state).toBe('SEALED');
  expect(await verified()).toMatchObject({ ok: true, heads: [{}, {}, { number: 3 }] });
});

test('the public check of a signature is answered to anybody, with what a browser needs to check it', async () => {
  const { receipt } = (await anybody('GET', own('Inspektorat'))).body;
  const code = receipt.slice(`${cloud.origin}/v/`.length);
  const { status, body } = await anybody('GET', `/api/v/${code}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ about: 'PERSON', standing: 'VALID', role: 'HOLDER', unit: 'Inspektorat' });
  expect(body.proofs.map(({ what }: { what: string }) => what).sort()).toEqual(
    expect.arrayContaining(['ATTENDANCE', 'HEARD', 'SIGNATURE']),
  );
  expect(body.heads).toHaveLength(3);
});

test('certificate and berita acara come from the function that has the fonts, which may not sign', async () => {
  const certificate = await anybody('GET', `${own('Inspektorat')}/certificate.pdf`);
  expect([certificate.status, certificate.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await readPdf(certificate.bytes)).texts.join(' ')).toContain('Sahabadi');
  const minutes = await get(`${base}/documents/minutes.pdf`);
  expect(minutes.status).toBe(200);
  const text = (await readPdf(minutes.bytes)).texts.join(' ').replace(/\s+/g, '');
  expect(text).toContain((await seal()).heads.at(-1).head.root);
});

test('those who seal made exactly the calls on the key that they are granted, and nobody else any', () => {
  const made = (name: string) => [...(cloud.kms.calls.get(name) ?? [])].sort();
  expect(made('Staff')).toEqual([...sealKeyCalls]);
  expect(made('Projector')).toEqual([...sealKeyCalls]);
  expect([...made('Hot'), ...made('Documents')]).toEqual([]);
});

test('the projector wrote figures, totals and seals where it may; nobody wrote elsewhere', () => {
  const { Projector, ...others } = cloud.writesOf;
  expect(compareWrites(cloud.template, 'Projector', Projector)).toEqual({ refused: [], idle: [] });
  for (const [name, writes] of Object.entries(others))
    expect([name, compareWrites(cloud.template, name, writes).refused]).toEqual([name, []]);
});
