/** Every write called twice, a minute apart: the second answers what the first did, and leaves the items as the first left them. */
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makePairingCode } from '../../functions/doors/pairing-code.ts';
import type { endpoints } from '../../functions/endpoints.ts';
import { makePrintCode } from '../../functions/venue/venue-code.ts';
import { type As, as, type Reply, startTestApi } from '../support/api.ts';
import { type CheckedApi, checkDeclared } from '../support/declared-problems.ts';
import { type Device, makeDevice, pair, pairedDoor, type TestDoor } from '../support/doors.ts';
import { pledgeVariables, type Scenario, sessionBody, startScenario } from '../support/scenario.ts';

type Endpoints = typeof endpoints;
/** Every route that is not read-only; a new one without an entry below does not compile. */
type Write = { [E in keyof Endpoints]: Endpoints[E]['method'] extends 'GET' ? never : E }[keyof Endpoints];

let api: CheckedApi;
beforeAll(async () => {
  api = await checkDeclared(await startTestApi());
  device = await makeDevice();
});
afterAll(() => api.stop());

const regency = '/api/regencies/16.04';
const organizer = as('organizer');
const operator = as('operator');
const send = (method: string, path: string, body?: unknown, key?: string, caller: As | null = organizer) =>
  api.call(caller, method, path, body, key === undefined ? {} : { 'idempotency-key': key });

const unit = { class: 'OPD', name: 'Dinas Baru', office: 'Kepala Dinas Baru', holder: null };
const roster = new TextEncoder().encode('NAMA,JABATAN,UNIT KERJA\nBudi,Kepala Dinas Sosial,Dinas Sosial\n');
const digest = createHash('sha256').update(roster).digest('hex');
const instant = '2024-06-20T09:00:00+07:00';
const pledge = { text: 'ikrar-netralitas-2024', version: 1, variables: pledgeVariables, classes: ['OPD'] };

/** One device, so that a repeated pairing is the same device's. */
let device: Device;
/** A scenario's paired door: the second call meets the door of the first. */
const doorOf = async (s: Scenario): Promise<TestDoor> => {
  const known = doors.get(s.session) ?? (await pairedDoor(api, s.session));
  doors.set(s.session, known);
  return known;
};
const doors = new Map<string, TestDoor>();

/** What a call needs before it, made the first time only. */
const prepared = new WeakSet<Scenario>();
const once = async (s: Scenario, prepare: () => Promise<unknown>): Promise<void> => {
  if (prepared.has(s)) return;
  prepared.add(s);
  await prepare();
};

interface Repeat {
  /** Why calling it again is harmless. */
  because: string;
  until?: 'draft' | 'published' | 'open';
  call: (s: Scenario) => Promise<Reply>;
  /** What the second answer says where it differs from the first. */
  again?: { status?: number } & Record<string, unknown>;
}

const key = 'the client names the intended write by an Idempotency-Key, from which the new id is made';
const version = 'it replaces one version only, so the second is refused';
const whole = 'it replaces the whole of what the path names';
const nonce = 'the nonce names the intended write, and the first write of it stands';

const phone = 'a-phone-of-its-own';
/** By the printed code, which is good a minute later too. */
const openVenue = (s: Scenario) =>
  send('POST', `/api/venue/${makePrintCode(api.keys, s.session)}`, { phone }, undefined, null);

const repeats: Record<Write, Repeat[]> = {
  putRegency: [
    {
      because: whole,
      call: () => send('PUT', regency, { name: 'Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } }),
    },
  ],
  createUnit: [
    {
      because: 'the id is made from what makes it that unit',
      call: () => send('POST', `${regency}/units`, unit),
      again: { status: 200 },
    },
  ],
  editUnit: [
    {
      because: version,
      call: (s) => send('PUT', `${regency}/units/${s.id('Dinas A')}`, { ...unit, version: 1 }),
      again: { status: 409, code: 'UNIT_CHANGED' },
    },
  ],
  previewRoster: [{ because: 'it writes nothing', call: () => send('POST', `${regency}/roster/preview`, roster) }],
  commitRoster: [
    {
      because: 'the digest names the file, and rows that are as the register has them are not written',
      call: () => send('POST', `${regency}/roster/commit?digest=${digest}`, roster),
      again: { written: 0, same: 1 },
    },
  ],
  createSession: [
    {
      because: key,
      call: () => send('POST', `${regency}/sessions`, sessionBody(), 'repeated-session'),
      again: { status: 200 },
    },
  ],
  editSession: [
    {
      because: version,
      until: 'draft',
      call: (s) => send('PUT', s.base, { ...sessionBody({ pledge }), version: 1 }),
      again: { status: 409, code: 'SESSION_CHANGED' },
    },
  ],
  moveSession: [
    { because: 'the path names the state to reach', until: 'draft', call: (s) => s.move('publish') },
    { because: 'the path names the state to reach', call: (s) => s.move('open') },
    { because: 'the path names the state to reach', until: 'open', call: (s) => s.move('close') },
    { because: 'the path names the state to reach', call: (s) => s.move('cancel') },
  ],
  invite: [
    {
      because: 'of each unit a session has one invitation, under the id of the unit',
      call: async (s) => {
        const { body } = await send('POST', `${regency}/units`, unit);
        return send('POST', `${s.base}/invitations`, { units: [body.id] }, 'repeated-units');
      },
      again: { invited: 0, alreadyInvited: 1 },
    },
    {
      because: key,
      call: (s) => {
        const guests = [{ office: 'Kapolres' }, { office: 'Kapolres' }];
        return send('POST', `${s.base}/invitations`, { guests }, 'repeated-guests');
      },
      again: { invited: 0, alreadyInvited: 2 },
    },
  ],
  revokeInvitation: [
    {
      because: 'the state to reach is in the path, and its time is the first one',
      call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`),
    },
  ],
  reissueInvitation: [
    {
      because: 'the version of the code to replace is in the request',
      call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 }),
    },
  ],
  setSeat: [
    {
      because: whole,
      call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: 'A 1' }),
    },
    {
      because: whole,
      call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: null }),
    },
  ],
  createDoor: [
    {
      because: key,
      call: (s) => send('POST', `${s.base}/doors`, { name: 'Pintu A' }, 'repeated-door'),
      again: { status: 200, asOf: expect.any(String) },
    },
  ],
  pairDoor: [
    {
      because: 'the device names itself by the secret that it made, and is the door already',
      call: async (s) => {
        const { body } = await send('POST', `${s.base}/doors`, { name: 'Pintu A' }, 'repeated-pairing');
        const code = makePairingCode(api.keys, { session: s.session, door: body.id });
        return pair(api, code, device);
      },
      again: { receivedAt: expect.any(String) },
    },
  ],
  contactDoor: [
    {
      because: 'what the device said last is all that is kept',
      call: async (s) => {
        const { as: caller } = await doorOf(s);
        const said = { sentAt: instant, clockOffsetMs: 12, unsent: 3, appVersion: '2.0.0' };
        return send('POST', `${s.base}/door/contact`, said, undefined, caller);
      },
      again: { receivedAt: expect.any(String), answeredAt: expect.any(String) },
    },
  ],
  cutOffDoor: [
    {
      because: 'the state to reach is in the path, and its time is the first one',
      call: async (s) => send('POST', `${s.base}/doors/${(await doorOf(s)).id}/cut-off`),
      again: { asOf: expect.any(String) },
    },
  ],
  putLetter: [
    {
      because: nonce,
      call: async (s) => {
        const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
        return send('PUT', `${s.base}/letters/repeated-letter`, jpeg, undefined, (await doorOf(s)).as);
      },
    },
  ],
  uploadDoorFile: [
    {
      because: 'the nonce of each of its scans names it',
      until: 'open',
      call: async (s) => {
        const { id, device: signer } = await doorOf(s);
        const scan = { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-in-file', scannedAt: instant };
        const file = {
          format: 'hadir-door-scans-1',
          session: s.session,
          door: id,
          exportedAt: instant,
          entries: [scan],
        };
        return send('POST', `${s.base}/door-files`, new TextEncoder().encode(await signer.sign(file)));
      },
      again: { receivedAt: expect.any(String), answers: [expect.objectContaining({ result: 'replayed' })] },
    },
  ],
  checkIn: [
    {
      because: nonce,
      until: 'open',
      call: (s) => s.scan('Dinas A', { nonce: 'repeated-scan', scannedAt: instant, sentAt: instant }),
      again: { status: 200, result: 'replayed' },
    },
    {
      because: 'a guest’s invitation is made from the nonce',
      until: 'open',
      call: (s) => {
        const scan = { guest: { office: 'Ketua RT', name: 'Budi' }, nonce: 'repeated-guest' };
        return send(
          'POST',
          `${s.base}/check-ins`,
          { ...scan, scannedAt: instant, sentAt: instant },
          undefined,
          operator,
        );
      },
      again: { status: 200, result: 'replayed' },
    },
    {
      because: nonce,
      until: 'open',
      call: (s) => {
        const scan = { group: { count: 40, label: 'Siswa' }, nonce: 'repeated-group' };
        return send(
          'POST',
          `${s.base}/check-ins`,
          { ...scan, scannedAt: instant, sentAt: instant },
          undefined,
          operator,
        );
      },
    },
  ],
  openVenue: [
    {
      because: 'it writes nothing; each answer is a pass of its own five minutes',
      until: 'open',
      call: (s) => openVenue(s),
      again: { pass: expect.any(String), passUntil: expect.any(String) },
    },
  ],
  venueCheckIn: [
    {
      because: nonce,
      until: 'open',
      call: async (s) => {
        const { pass } = (await openVenue(s)).body;
        const body = { pass, phone, nonce: 'repeated-venue' };
        return send('POST', `/api/c/${s.token('Dinas A')}/venue-check-in`, body, undefined, null);
      },
      again: { status: 200, result: 'replayed' },
    },
  ],
  checkInBatch: [
    {
      because: 'each entry bears its own nonce',
      until: 'open',
      call: (s) => {
        const scanned = { scannedAt: instant, who: 'holder' };
        const entries = [
          { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-1', ...scanned },
          { kind: 'scan', token: 'nonsense', nonce: 'repeated-batch-2', ...scanned },
          { kind: 'scan', guest: { office: 'Ketua RT' }, nonce: 'repeated-batch-3', ...scanned },
          { kind: 'scan', group: { count: 12 }, nonce: 'repeated-batch-4', ...scanned },
          { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-5', ...scanned, shown: 'ADMITTED' },
          { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-6', ...scanned, shown: 'ALREADY' },
        ];
        return send('POST', `${s.base}/check-in-batches`, { sentAt: instant, entries }, undefined, operator);
      },
      again: {
        receivedAt: expect.any(String),
        answers: ['replayed', 'refused', 'replayed', 'counted', 'already', 'already'].map((result) =>
          expect.objectContaining({ result }),
        ),
      },
    },
  ],
  undoCheckIn: [
    {
      because: 'the nonce of the scan to take back is in the request, and what is taken back is known',
      until: 'open',
      call: async (s) => {
        await once(s, () => s.scan('Dinas A', { nonce: 'scan-to-undo' }));
        const path = `${s.base}/invitations/${s.id('Dinas A')}/undo`;
        return send('POST', path, { of: 'scan-to-undo', reason: 'Salah orang' });
      },
    },
  ],
  correctCheckIn: [
    {
      because: whole,
      until: 'open',
      call: async (s) => {
        await once(s, () => s.scan('Dinas A', { nonce: 'scan-to-correct' }));
        const path = `${s.base}/invitations/${s.id('Dinas A')}/attendance`;
        return send('PUT', path, { of: 'scan-to-correct', who: 'delegate', delegate: { name: 'Siti' } });
      },
    },
  ],
  decideConflict: (['KEEP', 'TAKE_OTHER'] as const).map((decision) => ({
    because: 'the decision is in the request, and a decided conflict stays as it was decided',
    until: 'open' as const,
    call: async (s: Scenario) => {
      await once(s, async () => {
        await s.scan('Dinas A', { door: 'Pintu A' });
        await s.scan('Dinas A', { door: 'Pintu B', nonce: 'scan-in-conflict', shown: 'ADMITTED' });
      });
      return send('POST', `${s.base}/conflicts/${s.id('Dinas A')}-scan-in-conflict/decision`, { decision });
    },
  })),
  recordSignature: [
    {
      because: nonce,
      until: 'open',
      call: (s) => s.sign('Dinas A', { nonce: 'repeated-signature' }),
      again: { status: 200, result: 'replayed' },
    },
    {
      because: nonce,
      until: 'open',
      call: (s) => s.sign('Dandim', { nonce: 'repeated-witness', role: 'WITNESS' }),
      again: { status: 200, result: 'replayed' },
    },
  ],
  signByLink: [
    {
      because: nonce,
      until: 'open',
      call: (s) => {
        const body = { nonce: 'repeated-link', hash: s.hash, who: 'holder' };
        return send('POST', `/api/c/${s.token('Dinas A')}/signatures`, body, undefined, null);
      },
      again: { status: 200, result: 'replayed' },
    },
  ],
  putPledgeText: [
    {
      because: whole,
      call: () => {
        const text = { form: 'PAKTA', title: 'Pakta', opening: 'Kami', points: ['Satu'], closing: 'Selesai' };
        return send('PUT', `${regency}/pledge-texts/pakta-ulang/1`, text);
      },
    },
  ],
  putReading: [
    {
      because: 'the client names the reading',
      until: 'open',
      call: (s) => {
        const reading = { reader: { name: 'Budi', office: 'Camat' }, startedAt: instant };
        return send('PUT', `${s.base}/readings/utama`, reading, undefined, operator);
      },
    },
  ],
};

const cases = Object.entries(repeats).flatMap(([name, list]) => list.map((repeat) => ({ name, ...repeat })));

describe('every write can be repeated', () => {
  afterEach(() => expect([...api.undeclared]).toEqual([]));

  test.each(cases)('$name: $because', async ({ until = 'published', call, again = {} }) => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Dandim'], until });
    // Coverage is recomputed by a repeated move, a door is heard of again; when that was is all that differs.
    const itemsOf = async (pk: string) =>
      (await api.engine.table.queryAll({ pk, prefix: '', consistent: true })).map(({ asOf: _, contact, ...item }) => ({
        ...item,
        ...(contact !== undefined && { contact: { ...(contact as object), at: 'some moment' } }),
      }));
    const stored = async () => ({ session: await itemsOf(`S#${s.session}`), regency: await itemsOf('R#16.04') });
    const first = await call(s);
    expect(first.status).toBeLessThan(300);
    const before = await stored();
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    const second = await call(s);
    const { status = first.status, ...said } = again;
    expect(second.status).toBe(status);
    if (status < 300) expect(second.body).toEqual({ ...first.body, ...said });
    else expect(second.body).toMatchObject(said);
    const after = await stored();
    expect(after.session).toHaveLength(before.session.length);
    expect(after.regency).toHaveLength(before.regency.length);
    expect(after).toEqual(before);
  });
});
