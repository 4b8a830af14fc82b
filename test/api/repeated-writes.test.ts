/** Every write called twice, a minute apart: the second answers what the first did, and leaves the items as the first left them. */
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
  api = await checkDeclared(await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) }));
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
const unsureRoster = new TextEncoder().encode('1,2,3\n4,5,6\n');
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

/** The version of the regency's settings before the first call. */
let settingsVersion = 0;

/** What a call needs before it, made the first time only. */
const prepared = new WeakSet<Scenario>();
const once = async (s: Scenario, prepare: () => Promise<unknown>): Promise<void> => {
  if (prepared.has(s)) return;
  prepared.add(s);
  await prepare();
};

/** A plan with a wave, and an address for a unit's holder. */
const withWave = (s: Scenario) =>
  once(s, async () => {
    const wave = {
      id: 'pagi',
      label: 'Pagi',
      startsAt: '2024-06-27T08:00:00+07:00',
      endsAt: '2024-06-27T10:00:00+07:00',
    };
    const { version: before } = (await send('GET', s.base)).body;
    return send('PUT', s.base, { ...sessionBody({ pledge, waves: [wave] }), version: before });
  });
const withAddress = (s: Scenario) =>
  once(s, async () => {
    const path = `${regency}/units/${s.id('Dinas A')}`;
    const to = { change: 'REPLACE', holder: { name: 'Siti Aminah', email: 'siti@lahat.example' } };
    return send('POST', `${path}/holder`, { version: (await send('GET', path)).body.version, to });
  });

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
      because: 'it replaces one version only, and what stands there as it was sent is done',
      call: async (s) => {
        await once(s, async () => {
          settingsVersion = (await send('GET', regency)).body.version;
        });
        const settings = { name: 'Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } };
        return send('PUT', regency, { ...settings, version: settingsVersion });
      },
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
      call: (s) => send('PUT', `${regency}/units/${s.id('Dinas A')}`, { ...unit, name: 'Dinas Berubah', version: 1 }),
      again: { status: 409, code: 'UNIT_CHANGED' },
    },
  ],
  changeHolder: [
    {
      because: version,
      call: async () => {
        const { body } = await send('POST', `${regency}/units`, { ...unit, name: 'Dinas Lowong' });
        const to = { change: 'REPLACE', holder: { name: 'Budi Santoso' } };
        return send('POST', `${regency}/units/${body.id ?? body.unit}/holder`, { version: 1, to });
      },
      again: { status: 409, code: 'UNIT_CHANGED' },
    },
  ],
  planImport: [
    { because: key, call: () => send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-import') },
    {
      because: 'a file whose columns are not sure is kept under its key too',
      call: () => send('POST', `${regency}/imports?file=daftar.csv`, unsureRoster, 'repeated-unsure-import'),
    },
  ],
  writeImportPart: [
    {
      because: 'what writing the part came to is kept, and every unit is written over the version that the plan saw',
      call: async () => {
        const { body } = await send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-part-written');
        return send('POST', `${regency}/imports/${body.id}/parts/0/write`);
      },
    },
  ],
  takeBackImportPart: [
    {
      because:
        'what taking the part back came to is kept, and a unit is put back over the version that the import wrote',
      call: async (s) => {
        const { body } = await send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-part-taken-back');
        const part = `${regency}/imports/${body.id}/parts/0`;
        await once(s, () => send('POST', `${part}/write`));
        return send('POST', `${part}/take-back`);
      },
    },
  ],
  annotateRoster: [
    {
      because: 'it writes nothing',
      call: async () => {
        const reply = await send('POST', `${regency}/imports/annotate`, roster);
        return { ...reply, body: { file: reply.body } };
      },
    },
  ],
  putImportMemory: [
    {
      because: 'what is said is known once, by the titles and by the spelling',
      call: () =>
        send('PUT', `${regency}/import-memory`, {
          mappings: [{ titles: ['A', 'B'], columns: { unit: 'A', name: 'B' } }],
          districts: { 'Kikim Slatan': '16.04.01' },
        }),
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
  copySession: [
    {
      because: key,
      call: async (s) => {
        await once(s, () => send('POST', `${s.base}/invitations`, { classes: ['OPD'] }, 'before-the-copy'));
        return send('POST', `${s.base}/copies`, { startsAt: '2024-09-05T09:00:00+07:00' }, 'repeated-copy');
      },
    },
  ],
  setWave: [
    {
      because: whole,
      call: async (s) => {
        await withWave(s);
        return send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/wave`, { wave: 'pagi' });
      },
    },
    {
      because: whole,
      call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/wave`, { wave: null }),
    },
  ],
  arrangeWaves: [
    {
      because: 'who has a wave keeps it',
      call: async (s) => {
        await withWave(s);
        return send('POST', `${s.base}/arrangement`, { by: 'DISTRICT' });
      },
      again: { assigned: 0 },
    },
  ],
  refreshInvitations: [
    {
      because: 'an invitation that says what the register says is not written',
      call: async (s) => {
        await withAddress(s);
        return send('POST', `${s.base}/invitations/refresh`);
      },
      again: { updated: 0 },
    },
  ],
  remind: [
    {
      because: 'who was claimed by this key is claimed already, and nobody is claimed again within a day',
      call: (s) => send('POST', `${s.base}/reminders`, {}, 'repeated-reminder'),
    },
  ],
  queueMail: [
    {
      because: 'of an invitation, a purpose and a code there is one mail',
      call: async (s) => {
        await withAddress(s);
        return send('POST', `${s.base}/mail`, { purpose: 'INVITE' });
      },
      again: { queued: 0, already: 1 },
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
  answerInvitation: [
    {
      because: 'what is answered already is not answered again; the first phone is the one that is tied',
      call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/answer`, { kind: 'ATTENDING' }, undefined, null),
    },
    {
      because: 'the delegate who is named already keeps the code',
      call: (s) => {
        const body = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
        return send('POST', `/api/c/${s.token('Dinas A')}/answer`, body, undefined, null);
      },
    },
  ],
  noteAnswer: [
    {
      because: 'what is answered already is not answered again',
      call: (s) => {
        const body = { kind: 'UNABLE', reason: 'Dinas luar' };
        return send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/answer`, body, undefined, operator);
      },
    },
  ],
  releaseOwnLink: [
    {
      because: 'the state to reach is in the path',
      call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/release`, undefined, undefined, null),
    },
  ],
  releaseLink: [
    {
      because: 'the state to reach is in the path',
      call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/release`, undefined, undefined, operator),
    },
  ],
  askForHelp: [
    {
      because: 'the first call stands until it is settled',
      call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/help`, { note: 'Ganti ponsel' }, undefined, null),
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
