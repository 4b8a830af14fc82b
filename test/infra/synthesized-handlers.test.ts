/**
 * What is deployed is what is tested: the handlers out of a synthesis, driven through one whole session by API Gateway's
 * events, with the routes, filters and grants that the same synthesis holds.
 */
import { readFileSync } from 'node:fs';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClient } from '../../functions/platform/table.ts';
import { removals, tableCalls, tableWrites } from '../../infra/grants.ts';
import { codesOn, readPdf } from '../documents/read-pdf.ts';
import { makeDevice } from '../support/doors.ts';
import { importRoster } from '../support/import-roster.ts';
import { readQr } from '../support/read-qr.ts';
import { type Cloud, type FunctionName, startCloud } from './cloud.ts';
import { compareWrites } from './permissions.ts';

const regency = '16.04';
const roster = [
  'No;Nama Pejabat;NIP;Jabatan;Instansi;Kecamatan',
  '1;Drs. Sahabadi, M.Si.;198001012005011001;Inspektur;Inspektorat;',
  '2;dr. Rini Astuti;198503122010012004;Kepala Dinas Kesehatan;Dinas Kesehatan;',
  '3;dr. Rini Astuti;198503122010012004;Plt. Kepala Dinas Pendidikan;Dinas Pendidikan;',
  '4;Yusuf Efendi, S.IP.;;Camat Lahat;Kecamatan Lahat;Lahat',
  '5;Tanpa Instansi;;;;',
].join('\n');

let cloud: Cloud;
let organizer: string;
let session: string;
let base: string;
/** The token of a unit's link, by the unit's name. */
const tokens = new Map<string, string>();
const tokenOf = (name: string): string => tokens.get(name) ?? `no token for ${name}`;

beforeAll(async () => {
  cloud = await startCloud({ validated: true });
  organizer = await cloud.token('organizer', regency);
}, 300_000);
afterAll(() => cloud?.stop());

const get = (path: string, token?: string) =>
  cloud.call({ method: 'GET', path, ...(token !== undefined && { token }) });
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  cloud.call({ method, path, token: organizer, headers, ...(body !== undefined && { body }) });
const move = (to: string) => send('POST', `${base}/moves/${to}`);
const scan = (token: string, nonce: string, more: object = {}) => {
  const at = new Date().toISOString();
  return send('POST', `${base}/check-ins`, { token, nonce, scannedAt: at, sentAt: at, door: 'Pintu A', ...more });
};
const coverage = async () => (await get(`${base}/coverage`, organizer)).body;

describe('a session, from the register to the report', { timeout: 60_000 }, () => {
  test('the API answers under API Gateway’s own request id, and stores nothing on the way', async () => {
    const { status, body, headers, requestId } = await get('/api/health');
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } });
    expect(headers['x-request-id']).toBe(requestId);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('it is ready: the table answers, the secret of codes is read, its clock and the table’s agree', async () => {
    const { status, body } = await get('/api/ready');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { engine: 'ok', tokenKeys: 'ok', clock: 'ok' } },
    });
  });

  test('nobody gets in without a token of the pool', async () => {
    const { status, body, requestId } = await get(`/api/regencies/${regency}`);
    expect({ status, code: body.code, requestId: body.requestId }).toEqual({
      status: 401,
      code: 'NOT_SIGNED_IN',
      requestId,
    });
    expect((await get(`/api/regencies/${regency}`, await cloud.token('organizer', '18.13'))).body.code).toBe(
      'OTHER_REGENCY',
    );
  });

  test('a regency is registered', async () => {
    const settings = { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] } };
    expect((await send('PUT', `/api/regencies/${regency}`, settings)).status).toBe(200);
  });

  test('a roster is planned and written', async () => {
    const bytes = new TextEncoder().encode(roster);
    const imported = await importRoster(send, regency, bytes);
    expect(imported).toMatchObject({ state: 'APPLIED', counts: { rows: 5, new: 4, error: 1 }, parts: 1, written: [0] });
  });

  test('an import is undone with what the deployed function may do, and removes units only', async () => {
    const more = `${roster.split('\n')[0]}\n1;Siti Aminah;;Kepala Dinas Keliru;Dinas Keliru;`;
    const { id } = await importRoster(send, regency, new TextEncoder().encode(more));
    const undone = await send('POST', `/api/regencies/${regency}/imports/${id}/parts/0/take-back`);
    expect(undone).toMatchObject({ status: 200, body: { done: 1, skipped: 0, state: 'UNDONE' } });
    const { body } = await get(`/api/regencies/${regency}/units`, organizer);
    expect(body.items.map(({ name }: { name: string }) => name)).not.toContain('Dinas Keliru');
    expect(cloud.removed.map(({ pk, sk }) => [pk, sk.slice(0, 2)])).toEqual([[`R#${regency}`, 'U#']]);
  });

  test('a session is drafted; its units are invited', async () => {
    const plan = {
      kind: 'RAKOR',
      title: 'Rapat koordinasi netralitas ASN',
      organizer: 'Inspektorat',
      venue: { name: 'Oproom Pemda', region: '16.04.10' },
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
    const created = await send('POST', `/api/regencies/${regency}/sessions`, plan, {
      'idempotency-key': 'session-of-june',
    });
    expect(created).toMatchObject({ status: 201, body: { state: 'DRAFT' } });
    session = created.body.id;
    base = `/api/sessions/${session}`;
    const invited = await send(
      'POST',
      `${base}/invitations`,
      { classes: ['OPD', 'KECAMATAN'] },
      { 'idempotency-key': 'all-of-them' },
    );
    expect(invited).toMatchObject({ status: 200, body: { invited: 4, alreadyInvited: 0 } });
    const listed = await get(`${base}/invitations?limit=200`, organizer);
    for (const { name, link } of listed.body.items) {
      expect(link.startsWith(`${cloud.origin}/c/`)).toBe(true);
      tokens.set(name, link.slice(`${cloud.origin}/c/`.length));
    }
    expect([...tokens.keys()].sort()).toEqual([
      'Dinas Kesehatan',
      'Dinas Pendidikan',
      'Inspektorat',
      'Kecamatan Lahat',
    ]);
  });

  test('papers are drawn in the function that has the fonts, and come out as they were made', async () => {
    const letters = await get(`${base}/documents/letters.pdf`, organizer);
    expect([letters.status, letters.headers['content-type'], letters.isBase64Encoded]).toEqual([
      200,
      'application/pdf',
      true,
    ]);
    const read = await readPdf(letters.bytes);
    expect(read.texts).toHaveLength(4);
    expect(read.texts.join(' ')).toContain('Yth. Drs. Sahabadi, M.Si. Inspektur');
    const cards = await readPdf((await get(`${base}/documents/cards.pdf`, organizer)).bytes);
    const codes = [...tokens.values()].map((token) => `${cloud.origin}/C/${token}`.toUpperCase());
    expect((await codesOn(cards, 0, 72)).sort()).toEqual(codes.sort());
  });

  test('it is published and opened', async () => {
    expect((await move('publish')).body.state).toBe('PUBLISHED');
    expect((await move('open')).body).toMatchObject({ state: 'OPEN', frozen: { units: 4 } });
  });

  test('the stream’s records become coverage', async () => {
    const records = cloud.takeRecords();
    expect(records.length).toBeGreaterThanOrEqual(4);
    expect(await cloud.project(records)).toEqual({ batchItemFailures: [] });
    expect((await coverage()).units).toEqual({
      expected: 4,
      inPerson: 0,
      acting: 0,
      delegated: 0,
      online: 0,
      missing: 4,
    });
    // What the projector wrote would not wake it again.
    expect(cloud.takeRecords()).toEqual([]);
  });

  test('an invited head sees the invitation by its link, in either case, and the QR as a picture', async () => {
    const token = tokenOf('Inspektorat');
    const view = await get(`/api/c/${token.toLowerCase()}`);
    expect(view.body.invitation.name).toBe('Inspektorat');
    expect(view.body.session.venue.regionName).toBe('Lahat');
    const { others } = (await get(`/api/c/${tokenOf('Dinas Kesehatan')}`)).body;
    expect(others.map(({ name }: { name: string }) => name)).toEqual(['Dinas Pendidikan']);
    const picture = await get(`/api/c/${token}/qr.png`);
    expect(picture.headers['content-type']).toBe('image/png');
    expect(await readQr(picture.bytes)).toEqual([`${cloud.origin}/C/${token}`.toUpperCase()]);
  });

  test('the door: accepted, replayed, already, refused', async () => {
    const token = tokenOf('Inspektorat');
    expect(await scan(token, 'nonce-0001')).toMatchObject({ status: 201, body: { result: 'accepted' } });
    expect(await scan(token, 'nonce-0001')).toMatchObject({ status: 200, body: { result: 'replayed' } });
    expect(await scan(token, 'nonce-0002')).toMatchObject({
      status: 409,
      body: { result: 'already', first: { door: 'Pintu A' } },
    });
    const forged = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    expect(await scan(forged, 'nonce-0003')).toMatchObject({
      status: 422,
      body: { result: 'refused', reason: 'UNKNOWN' },
    });
    expect(
      (await scan(tokenOf('Dinas Kesehatan'), 'nonce-0004', { who: 'delegate', delegate: { name: 'Sri' } })).status,
    ).toBe(201);
    expect((await scan(tokenOf('Dinas Pendidikan'), 'nonce-0005', { who: 'acting' })).status).toBe(201);
  });

  test('a head signs by the link, once the pledge was read', async () => {
    const path = `/api/c/${tokenOf('Inspektorat')}`;
    const { hash } = (await get(path)).body.pledge;
    const reader = { name: 'Drs. Sahabadi, M.Si.', office: 'Inspektur' };
    expect((await send('PUT', `${base}/readings/1`, { reader })).body.state).toBe('PLANNED');
    expect((await send('POST', `${base}/readings/1/moves/start`)).body).toMatchObject({ state: 'READING', present: 3 });
    const signed = await cloud.call({
      method: 'POST',
      path: `${path}/signatures`,
      body: { nonce: 'sign-0001', hash, who: 'holder', drawn: 'm120 200 3 -4 2 0m40 2 1 1' },
    });
    expect(signed).toMatchObject({ status: 201, body: { result: 'signed' } });
    expect((await get(`/api/regencies/${regency}/pledge-texts`, organizer)).body.items.length).toBeGreaterThan(0);
  });

  const expected = {
    units: { expected: 4, inPerson: 1, acting: 1, delegated: 1, missing: 1 },
    people: { checkedIn: 3, guests: 0 },
    pledge: { due: 4, signed: 1, notYet: 3 },
  };

  test('until the stream is read the report is the older one: it is stored, not computed for each reader', async () => {
    expect((await coverage()).units.inPerson).toBe(0);
  });

  test('records that come last first, and twice, lead to the same figures', async () => {
    const records = cloud.takeRecords();
    const [first] = records;
    expect(await cloud.project([...records].reverse())).toEqual({ batchItemFailures: [] });
    expect(await coverage()).toMatchObject(expected);
    expect(await cloud.project([...records, ...records])).toEqual({ batchItemFailures: [] });
    expect(await cloud.project(first ? [first] : [])).toEqual({ batchItemFailures: [] });
    expect(await coverage()).toMatchObject(expected);
  });

  test('a session that cannot be read fails alone: the batch names its first record, and no other session waits', async () => {
    const plan = (await get(base, organizer)).body;
    const { kind, venue, startsAt, endsAt, classes } = plan;
    const other = { kind, title: 'Kegiatan lain', organizer: 'Inspektorat', venue, startsAt, endsAt, classes };
    const key = { 'idempotency-key': 'the-other-session' };
    const { id } = (await send('POST', `/api/regencies/${regency}/sessions`, other, key)).body;
    cloud.takeRecords();
    const table = makeClient({ endpoint: cloud.engine, region: 'ap-southeast-3' });
    const Key = { pk: { S: `S#${id}` }, sk: { S: 'I#poisoned' } };
    await table.send(new PutItemCommand({ TableName: 'hadir', Item: { ...Key, state: { S: 'NOT OURS' } } }));
    const record = (SequenceNumber: string, pk: string, sk: string) => ({
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber },
    });
    expect(await scan(tokenOf('Kecamatan Lahat'), 'nonce-0008', { who: 'acting' })).toMatchObject({ status: 201 });
    const [before] = cloud.takeRecords();
    const records = [
      ...(before ? [before] : []),
      record('100000000801', `S#${id}`, 'I#poisoned'),
      record('100000000802', `R#${regency}`, `S#${id}`),
      record('100000000803', `R#${regency}`, `S#${session}`),
    ];
    const failed = { batchItemFailures: [{ itemIdentifier: '100000000801' }] };
    expect(await cloud.project(records)).toEqual(failed);
    expect((await coverage()).units).toMatchObject({ acting: 2, missing: 0 });
    // Lambda delivers again from the one that failed.
    expect(await cloud.project(records.slice(1))).toEqual(failed);
    await table.send(new DeleteItemCommand({ TableName: 'hadir', Key }));
    table.destroy();
    expect(await cloud.project(records.slice(1))).toEqual({ batchItemFailures: [] });
    const { invitation } = (await scan(tokenOf('Kecamatan Lahat'), 'nonce-0008')).body;
    const undo = { of: 'nonce-0008', reason: 'Salah orang' };
    expect((await send('POST', `${base}/invitations/${invitation.id}/undo`, undo)).status).toBe(200);
    expect(await cloud.project(cloud.takeRecords())).toEqual({ batchItemFailures: [] });
    expect(await coverage()).toMatchObject(expected);
  });

  test('a door is made in one function, paired and heard in another, and learns there that it was cut off', async () => {
    const created = await send('POST', `${base}/doors`, { name: 'Pintu B' }, { 'idempotency-key': 'second-door' });
    expect(created.body.pairing.link.startsWith(`${cloud.origin}/pintu/#`)).toBe(true);
    const device = await makeDevice();
    const { secret, publicKey } = device;
    const paired = await cloud.call({
      method: 'POST',
      path: '/api/doors/pair',
      body: { code: created.body.pairing.link, secret, publicKey },
    });
    expect(paired).toMatchObject({ status: 200, body: { door: { name: 'Pintu B' }, session: { state: 'OPEN' } } });
    const headers = { authorization: `Door ${session}.${created.body.id}.${secret}` };
    const contact = () => {
      const body = { sentAt: new Date().toISOString(), unsent: 0, appVersion: '2.0.0' };
      return cloud.call({ method: 'POST', path: `${base}/door/contact`, headers, body });
    };
    expect((await contact()).status).toBe(200);
    const list = await cloud.call({ method: 'GET', path: `${base}/door-list`, headers });
    expect(list.body.items).toHaveLength(4);
    // Compressed bytes are no text: they leave the function in base64, and API Gateway takes that off.
    const packed = await cloud.call({
      method: 'GET',
      path: `${base}/door-list`,
      headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' },
    });
    expect([packed.headers['content-encoding'], packed.isBase64Encoded]).toEqual(['gzip', true]);
    expect(packed.bytes.length).toBeLessThan(list.bytes.length);
    expect(packed.body.items).toEqual(list.body.items);
    const photo = {
      method: 'PUT',
      path: `${base}/letters/letter-0001`,
      headers: { ...headers, 'content-type': 'image/jpeg' },
    };
    expect((await cloud.call({ ...photo, body: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) })).status).toBe(200);
    expect((await send('POST', `${base}/doors/${created.body.id}/cut-off`)).body.state).toBe('CUT_OFF');
    expect((await contact()).body.code).toBe('DOOR_CUT_OFF');
    const file = await device.sign({
      format: 'hadir-door-scans-1',
      session,
      door: created.body.id,
      exportedAt: new Date().toISOString(),
      entries: [],
    });
    const uploaded = await send('POST', `${base}/door-files`, new TextEncoder().encode(file), {
      'content-type': 'application/jose',
    });
    expect(uploaded).toMatchObject({ status: 200, body: { answers: [], door: { name: 'Pintu B' } } });
    const letter = await get(`${base}/letters/letter-0001`, organizer);
    expect([letter.headers['content-type'], [...letter.bytes]]).toEqual(['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]]);
    // None of it wakes the projector.
    expect(cloud.takeRecords()).toEqual([]);
  });

  test('it is closed', async () => {
    expect((await move('close')).body.state).toBe('CLOSED');
    // Final figures do not wait for the stream.
    expect(await coverage()).toMatchObject({ state: 'CLOSED', ...expected });
  });

  test('the report names who is missing and which units signed', async () => {
    const missing = await get(`${base}/coverage/units?presence=MISSING`, organizer);
    expect(missing.body.items.map(({ name }: { name: string }) => name)).toEqual(['Kecamatan Lahat']);
    const whole = await get(`/api/regencies/${regency}/coverage`, await cloud.token('regent', regency));
    expect(whole.status).toBe(200);
  });

  test('each function made exactly the calls on the table that it is granted', () => {
    const made = (name: FunctionName) => [...cloud.calls[name]].sort();
    const { hot, attendee, staff, projector, documents } = tableCalls;
    expect(made('Hot')).toEqual([...hot, ...tableWrites.hot.calls].sort());
    expect(made('Attendee')).toEqual([...attendee, ...tableWrites.attendee.calls].sort());
    expect(made('Staff')).toEqual([...staff, ...removals.calls].sort());
    expect(made('Projector')).toEqual([...projector, ...tableWrites.projector.calls].sort());
    expect(made('Documents')).toEqual([...documents]);
  });

  test.each([
    ['Hot', []],
    ['Attendee', []],
    ['Staff', []],
    // The closing sealed all that there was; synthesized-sealing.test.ts has what comes later.
    ['Projector', ['SEAL#*']],
    ['Documents', []],
  ] as const)('%s wrote in the partitions that it may, and in no other', (name, idle) => {
    expect(compareWrites(cloud.template, name, cloud.writesOf[name])).toEqual({ refused: [], idle });
  });

  test('when the table is gone the door gets a 503, and the stream keeps what the projector could not do', async () => {
    await cloud.stopEngine();
    const answer = await scan(tokenOf('Kecamatan Lahat'), 'nonce-0006');
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'ENGINE_UNAVAILABLE' },
      headers: { 'retry-after': '2' },
    });
    const Keys = { pk: { S: `R#${regency}` }, sk: { S: `S#${session}` } };
    const records = [
      { dynamodb: { Keys, SequenceNumber: '100000000901' } },
      { dynamodb: { Keys, SequenceNumber: '100000000902' } },
    ];
    expect(await cloud.project(records)).toEqual({ batchItemFailures: [{ itemIdentifier: '100000000901' }] });
  });
});

describe('the bundles', () => {
  const code = (name: FunctionName) => readFileSync(cloud.bundles[name], 'utf8');

  test('the doors’ and the attendees’ hold no region data and no reader of spreadsheets; the staff one does', () => {
    for (const mark of ['Pesisir Tengah', 'sharedStrings', 'openxmlformats-officedocument.spreadsheetml.sheet.main']) {
      for (const name of ['Hot', 'Attendee', 'Projector'] as const) expect(code(name)).not.toContain(mark);
    }
    // Papers say districts by their names.
    for (const name of ['Staff', 'Documents'] as const) expect(code(name)).toContain('Pesisir Tengah');
    // Nor does any but the one for papers hold what draws them.
    for (const name of ['Hot', 'Attendee', 'Staff', 'Projector'] as const)
      expect(code(name)).not.toContain('StructParents');
    expect(code('Documents')).toContain('StructParents');
    expect(code('Staff')).toContain('sharedStrings');
    // Nor does any but those that seal hold a client for the key.
    for (const name of ['Hot', 'Attendee', 'Documents'] as const) expect(code(name)).not.toContain('TrentService');
    for (const name of ['Staff', 'Projector'] as const) expect(code(name)).toContain('TrentService');
  });
});
