/** The report of an activity over HTTP: what is written, its photos, and the papers of the day that are owed. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { photoSides } from '../../functions/activity-reports/activity-report-schema.ts';
import { makeNilStatementId } from '../../functions/platform/ids.ts';
import { readJpeg } from '../../functions/platform/jpeg.ts';
import { reportPhotoKey } from '../../functions/platform/keys.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { highPhoto, widePhoto } from '../support/photos.ts';
import { aJpegHead } from '../support/pictures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
let s: Scenario;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  s = await startScenario(api, {
    units: [{ name: 'Dinas A' }, { name: 'Dinas B' }],
    guests: ['Kapolres'],
    until: 'open',
  });
});

type Role = Parameters<typeof as>[0];
const get = (path: string, role: Role = 'organizer') => api.call(as(role), 'GET', `${s.base}${path}`);
const put = (path: string, body: unknown, role: Role = 'organizer') =>
  api.call(as(role), 'PUT', `${s.base}${path}`, body);
const photo = (id: string) => `/report/photos/${id}`;
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await readPdf(bytes);
  const text = pdf.texts.join(' ');
  pdf.close();
  return text;
};

test('written by organisers, read by the regent and auditors, by nobody else', async () => {
  const written = await put('/report', { version: 0, purpose: ' Menyamakan pemahaman. ', results: 'Ikrar dibacakan.' });
  expect(written).toMatchObject({
    status: 200,
    body: {
      version: 1,
      purpose: 'Menyamakan pemahaman.',
      photos: [],
      stored: [],
      changedAt: '2024-06-27T01:00:00.000Z',
    },
  });
  for (const role of ['organizer', 'regent', 'auditor'] as const)
    expect((await get('/report', role)).body).toEqual(written.body);
  for (const caller of [as('operator'), as('province', '16'), as('nation', '00')])
    expect((await api.call(caller, 'GET', `${s.base}/report`)).status).toBe(403);
  expect((await put('/report', { version: 1 }, 'regent')).status).toBe(403);
  expect((await put('/report', { version: 0, purpose: 'Lain.' })).body.code).toBe('ACTIVITY_REPORT_CHANGED');
  const twice = [{ id: 'photo-0001' }, { id: 'photo-0001' }];
  expect((await put('/report', { version: 1, photos: twice })).body.code).toBe('INPUT_INVALID');
  expect((await put('/report', { version: 1, photos: [{ id: 'photo-0001' }] })).body.code).toBe('PHOTO_UNKNOWN');
});

/** A segment that a camera writes: where the photo was taken. */
const withExif = (jpeg: Uint8Array): Uint8Array => {
  const text = Buffer.from('Exif\0\0GPS -3.79 103.54');
  const head = Buffer.from([0xff, 0xe1, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
};

test('a photo is kept without what the camera wrote beside it, once under its name', async () => {
  expect((await put(photo('photo-0001'), withExif(widePhoto))).body).toEqual({ kept: true });
  const answer = await get(photo('photo-0001'), 'regent');
  const stored = { bytes: Buffer.from(answer.bytes) };
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(stored.bytes.includes('GPS')).toBe(false);
  expect(stored.bytes.equals(readJpeg(widePhoto, photoSides)?.bytes ?? new Uint8Array())).toBe(true);
  expect((await put(photo('photo-0001'), widePhoto)).body).toEqual({ kept: true });
  expect((await put(photo('photo-0001'), highPhoto)).body).toEqual({ kept: false });
  await api.call(as('organizer'), 'DELETE', `${s.base}${photo('photo-0001')}`);
  expect((await get(photo('photo-0001'))).body.code).toBe('PHOTO_UNKNOWN');
  expect(await api.engine.table.get(reportPhotoKey(s.session, 'photo-0001'))).not.toHaveProperty('jpeg');
  expect((await put(photo('photo-0001'), highPhoto)).body).toEqual({ kept: true });
});

const withSegment = (marker: number, ...data: number[]): Uint8Array =>
  Buffer.concat([
    widePhoto.subarray(0, 2),
    Buffer.from([0xff, marker, 0, data.length + 2, ...data]),
    widePhoto.subarray(2),
  ]);

test.each<[string, Uint8Array]>([
  ['no picture', new TextEncoder().encode('%PDF-1.7')],
  ['the beginning of one', widePhoto.subarray(0, 400)],
  ['one whose end is missing', widePhoto.subarray(0, -2)],
  ['a head without a picture', Buffer.concat([widePhoto.subarray(0, 2), Buffer.from([0xff, 0xd9])])],
  [
    'a piece longer than the file',
    Buffer.concat([widePhoto.subarray(0, 2), Buffer.from([0xff, 0xe0, 0xff, 0xff, 0xff, 0xd9])]),
  ],
  // What the program that draws papers would take for the picture's own head, and read its size from.
  ['another frame before its own (C8)', withSegment(0xc8)],
  ['a table of arithmetic coding (CC)', withSegment(0xcc)],
  ['two frames', withSegment(0xc0, 8, 0, 80, 0, 60, 1, 1, 0x11, 0)],
  [
    'a restart before its frame',
    Buffer.concat([widePhoto.subarray(0, 2), Buffer.from([0xff, 0xd0]), widePhoto.subarray(2)]),
  ],
  ['of gigabytes to unpack', aJpegHead({ width: 65_535, height: 65_535 })],
])('%s is refused', async (_, bytes) => {
  expect(await put(photo('photo-0001'), bytes)).toMatchObject({ status: 422, body: { code: 'PHOTO_UNREADABLE' } });
  expect((await get('/report')).body.stored).toEqual([]);
});

test('a photo is at most 250 kB', async () => {
  const large = Buffer.concat([
    widePhoto.subarray(0, 2),
    ...Array.from({ length: 5 }, () => Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533)])),
    widePhoto.subarray(2),
  ]);
  expect((await put(photo('photo-0001'), large)).body.code).toBe('BODY_TOO_LARGE');
});

test('eight photos however many come at once; a removed one is in the report no more', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => put(photo(`photo-${1000 + index}`), widePhoto)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
  expect(answers.filter(({ body }) => body.code === 'PHOTOS_TOO_MANY')).toHaveLength(2);
  const { stored } = (await get('/report')).body;
  const photos = stored.map((id: string, index: number) => ({ id, caption: `Foto ${index + 1}` }));
  expect((await put('/report', { version: 0, photos })).body.photos).toEqual(photos);
  await api.call(as('organizer'), 'DELETE', `${s.base}${photo(stored[0])}`);
  expect((await get('/report')).body).toMatchObject({ version: 1, photos: photos.slice(1) });
});

test('the report as a paper: what was written, figures and follow-ups of this session, photos', async () => {
  await s.scan('Dinas A');
  await put(photo('photo-0001'), widePhoto);
  await put('/report', {
    version: 0,
    purpose: 'Menyamakan pemahaman.',
    photos: [{ id: 'photo-0001', caption: 'Pembukaan' }],
  });
  const followUp = {
    kind: 'OUTREACH',
    phase: 'BEFORE',
    text: 'Sosialisasi di kantor',
    due: '2024-07-01',
    units: [s.id('Dinas A')],
  };
  const key = { 'idempotency-key': 'activity-report-1' };
  const path = '/api/regencies/16.04/follow-ups';
  await api.call(as('organizer'), 'POST', path, { ...followUp, session: s.session }, key);
  await api.call(
    as('organizer'),
    'POST',
    path,
    { ...followUp, text: 'Di tempat lain' },
    { 'idempotency-key': 'activity-report-2' },
  );
  const { status, bytes, headers } = await get('/documents/activity-report.pdf', 'auditor');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  const text = await textOf(bytes);
  expect(text).toMatch(
    /Menyamakan pemahaman\..*Terwakili 1 unit \(50%\).*Sosialisasi di kantor.*Dokumentasi Pembukaan/,
  );
  expect(text).not.toContain('Di tempat lain');
});

test('the report shows the number of whoever signs, as the attendance sheet does, where the register has the same person', async () => {
  const numbered = /NIP \d{8} \d{6} \d \d{3}/;
  const signed = async (name: string): Promise<string> => {
    const { version } = (await get('/report')).body;
    expect((await put('/report', { version, signer: { office: 'Kepala Dinas A', name } })).status).toBe(200);
    return textOf((await get('/documents/activity-report.pdf')).bytes);
  };
  expect(await signed('Kepala Dinas A')).toMatch(numbered);
  const other = await signed('Orang Lain');
  expect(other).not.toMatch(numbered);
  expect(other).toContain('NIP/NRP ....');
});

test('coverage of a session on a sheet: with the seal once it is sealed', async () => {
  await s.scan('Dinas A');
  expect(await textOf((await get('/documents/coverage.pdf', 'regent')).bytes)).toMatch(
    /50%.*Belum hadir: 1 unit.*Dinas B/,
  );
  await s.move('close');
  const closed = await textOf((await get('/documents/coverage.pdf')).bytes);
  expect(closed).toMatch(/Tidak hadir: 1 unit.*segel nomor 1, akar/);
});

test('coverage of a regency on a sheet, over its period', async () => {
  await s.scan('Dinas A');
  await api.recompute(s.session);
  const of = (query: string) =>
    api.call(as('province', '16'), 'GET', `/api/regencies/16.04/documents/coverage.pdf${query}`);
  expect(await textOf((await of('?from=2024-06-01')).bytes)).toMatch(
    /Kegiatan sejak 1 Juni 2024 .*1 dari 2 unit pernah terwakili/,
  );
  expect(await textOf((await of('?from=2199-01-01')).bytes)).toContain(
    'Belum ada kegiatan yang dibuka dalam masa ini.',
  );
  expect((await of('?from=kemarin')).body.code).toBe('INPUT_INVALID');
  await s.move('close');
  await api.recompute(s.session);
  expect(await textOf((await of('')).bytes)).toMatch(
    /Semua kegiatan.* segel 1: [0-9a-f]{8} .*tidak hadir: \d unit Dinas B.* dari \d kegiatan yang selesai sudah disegel/,
  );
});

test('a nil statement as a paper, and none where there is none', async () => {
  const statement = {
    from: '2024-05-01',
    to: '2024-05-31',
    subject: 'pelanggaran netralitas ASN',
    source: 'Inspektorat',
    place: 'Lahat',
    dated: '2024-06-01',
    signer: { office: 'Inspektur', name: 'Hadi', nip: '198001012005011001' },
  };
  const regency = '/api/regencies/16.04';
  await api.call(as('organizer'), 'POST', `${regency}/nil-statements`, statement, {
    'idempotency-key': 'nil-paper-test',
  });
  const at = (id: string) => api.call(as('regent'), 'GET', `${regency}/documents/nil-statements/${id}`);
  expect(await textOf((await at(makeNilStatementId('16.04', 'nil-paper-test'))).bytes)).toMatch(
    /NIP 19800101 200501 1 001 Tidak berlaku tanpa tanda tangan/,
  );
  expect((await at('aaaaaaaa')).body.code).toBe('NIL_STATEMENT_UNKNOWN');
});

test('the data of a session say what the API says, and every refused scan', async () => {
  await s.scan('Dinas A');
  await s.scan('Dinas A');
  const { bytes, headers } = await get('/documents/data.zip', 'auditor');
  expect(headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(bytes);
  const { asOf: _, ...coverage } = JSON.parse(strFromU8(files['cakupan.json'] ?? new Uint8Array()));
  const { asOf: __, ...answered } = await s.coverage();
  expect(coverage).toEqual(answered);
  expect(strFromU8(files['penolakan.csv'] ?? new Uint8Array())).toContain(',ALREADY,');
  for (const role of ['regent', 'operator'] as const) expect((await get('/documents/data.zip', role)).status).toBe(403);
});
