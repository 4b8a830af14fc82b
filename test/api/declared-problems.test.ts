/** Every route called wrongly in every way that the router can see, and rightly about things that are not there. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Deps } from '../../functions/deps.ts';
import { secretHash } from '../../functions/doors/verify-door.ts';
import { withoutSealKey } from '../../functions/lambda/without-seal-key.ts';
import { Role } from '../../functions/platform/caller.ts';
import { makeFollowUpId, makeNilStatementId, makeSessionId } from '../../functions/platform/ids.ts';
import { sealHeadKey } from '../../functions/platform/keys.ts';
import { Problem } from '../../functions/platform/problem.ts';
import { problemCodes } from '../../functions/platform/problem-codes.ts';
import { EngineUnavailable } from '../../functions/platform/table.ts';
import { makeReaderCode } from '../../functions/pledges/reader-code.ts';
import { type As, as, asDoor, startTestApi, type TestApi } from '../support/api.ts';
import { type CheckedApi, checkDeclared } from '../support/declared-problems.ts';
import { createDoor, type Device, makeDevice, pair, pairedDoor } from '../support/doors.ts';
import { pledgeVariables, startScenario } from '../support/scenario.ts';
import {
  bodiesOf,
  callerOf,
  contact,
  definitionOf,
  file,
  followUp,
  type Name,
  names,
  nilStatement,
  own,
  type Places,
  pass,
  placesOf,
  pledge,
  roster,
  scan,
  signature,
  wrongBodies,
} from './declared-requests.ts';

let api: CheckedApi;
let device: Device;
beforeAll(async () => {
  api = await checkDeclared(await startTestApi());
  device = await makeDevice();
});
afterAll(() => api.stop());

/** A door that stands in the table, whatever stands there of its session. */
const doorIn = async (session: string, id = 'bbbbbbbb'): Promise<As> => {
  const { doors } = api.engine.stores;
  const now = api.clock.now.toISOString();
  await doors.create({ id, session, name: 'Pintu', createdAt: now, pairingExpiresAt: '2199-01-01T00:00:00.000Z' });
  const { secret, publicKey } = device;
  await doors.pair(session, id, { secretHash: secretHash(secret), publicKey: publicKey as never }, now);
  return asDoor(`${session}.${id}.${secret}`);
};

interface Call {
  places?: Places;
  body?: unknown;
  caller?: As | null;
  query?: string;
  key?: string;
}
/** Of the places, or any other where it is no session's. */
const sessionIn = ({ session = '' }: Places): string =>
  /^[a-z2-7]{10}$/.test(session) ? session : makeSessionId(own, 'any session');

const ask = async (through: TestApi, name: Name, call: Call = {}) => {
  const { places = placesOf(own), body = bodiesOf(name)[0], key = 'declared-problems' } = call;
  const usual = callerOf(name);
  const {
    caller = usual === undefined ? await doorIn(sessionIn(places)) : usual,
    query = name === 'planImport' ? '?file=daftar.csv' : '',
  } = call;
  const { method, path } = definitionOf(name);
  const address = path.replaceAll(/:(\w+)/g, (_, place: string) => encodeURIComponent(places[place] ?? ''));
  return through.call(caller, method, address + query, method === 'GET' ? undefined : body, { 'idempotency-key': key });
};

const askAll = async (places: Places, caller?: (name: Name) => As | null | undefined): Promise<void> => {
  for (const name of names) {
    const by = caller?.(name);
    for (const body of bodiesOf(name)) await ask(api, name, { places, body, ...(by !== undefined && { caller: by }) });
  }
};

/** Every call of every store fails like this. */
const failingWith = (error: Error): Deps['stores'] => {
  const failing = new Proxy({}, { get: () => () => Promise.reject(error) });
  return new Proxy({}, { get: () => failing }) as Deps['stores'];
};
const broken: [string, Partial<Deps>][] = [
  ['ENGINE_UNAVAILABLE', { stores: failingWith(new EngineUnavailable('gone')) }],
  ['INTERNAL', { stores: failingWith(new TypeError('a fault of ours')) }],
  ['ITEM_NEWER', { stores: failingWith(new Problem('ITEM_NEWER')) }],
  ['SEAL_KEY_UNAVAILABLE', { sealer: withoutSealKey }],
  ['SIGN_IN_UNAVAILABLE', { verifyAccessToken: () => Promise.reject(new Problem('SIGN_IN_UNAVAILABLE')) }],
];

describe('every problem that is answered is declared for its route', () => {
  afterEach(() => {
    const wrong = [...api.undeclared];
    api.undeclared.clear();
    expect(wrong).toEqual([]);
    // Declared everywhere, and never the answer to what a caller got wrong.
    expect([...api.answered]).not.toContain('INTERNAL');
  });

  test.each(names)('%s: nobody, an expired sign-in, every role, another regency, doors', async (name) => {
    const past = Math.floor(api.clock.now.getTime() / 1000) - 60;
    const expired = { token: await api.staff.token('organizer', own, {}, past) };
    const { session = '' } = placesOf(own);
    const cutOff = await doorIn(session, 'cccccccc');
    await api.engine.stores.doors.cutOff(session, 'cccccccc', api.clock.now.toISOString());
    const elsewhere = await doorIn(makeSessionId(own, 'no such session either'));
    const doors = [asDoor('none'), await doorIn(session), cutOff, elsewhere];
    const callers = [null, expired, ...Role.options.flatMap((role) => [as(role, own), as(role, '17.01')]), ...doors];
    for (const caller of callers) await ask(api, name, { caller });
  });

  test.each(names)('%s: bad bodies, places, queries and keys', async (name) => {
    if (definitionOf(name).method !== 'GET') for (const body of wrongBodies) await ask(api, name, { body });
    const bad = { regency: '1604', session: '!!!!!!!!!!', invitation: '1', unit: '1', move: 'sideways', text: '?' };
    const worse = {
      version: 'x',
      reading: 'R!',
      region: 'x',
      token: '%ZZ',
      door: '1',
      nonce: '1',
      conflict: '1',
      code: '%ZZ',
    };
    for (const [place, value] of Object.entries({ ...bad, ...worse })) {
      await ask(api, name, { places: { ...placesOf(own), [place]: value } });
    }
    const cursor = Buffer.from('X#').toString('base64url');
    for (const query of ['?limit=0', '?limit=x', '?cursor=!', `?cursor=${cursor}`]) await ask(api, name, { query });
    await ask(api, name, { key: 'short' });
  });

  test('what is not registered', async () => {
    await askAll(placesOf('16.10'), (name) => callerOf(name, '16.10'));
  });

  test.each(['draft', 'open'] as const)(
    'what is not there in a session that is %s, and what is over',
    async (until) => {
      const s = await startScenario(api, {
        units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'PT Air', class: 'BUMD' }],
        guests: ['Dandim'],
        until,
      });
      const invited = (name: string) => ({ ...placesOf(own, s.session), invitation: s.id(name), token: s.token(name) });
      await askAll(placesOf(own, s.session));
      await ask(api, 'getAttendeeView', { places: invited('Dinas A') });
      // Every round revokes its invitation, by the place of that route in the list: what comes after finds it withdrawn.
      for (const name of ['Dandim', 'PT Air', 'Dinas A', 'Dinas A'])
        await askAll({ ...invited(name), unit: s.id('Dinas A') });
      await s.move(until === 'open' ? 'close' : 'cancel');
      await askAll(invited('Dinas B'));
      for (const move of ['publish', 'open', 'close', 'cancel']) await s.move(move);
    },
    // Every route many times over, on a machine that may be busy.
    120_000,
  );

  test('a unit that is retired on the day', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas Bubar' }] });
    const gone = s.id('Dinas Bubar');
    const stored = await api.engine.stores.units.get(own, gone);
    if (!stored) throw new Error('the unit is not there');
    await api.engine.stores.units.put(own, { ...stored, version: stored.version + 1, retiredOn: '2024-01-01' });
    await ask(api, 'invite', { places: placesOf(own, s.session), body: { units: [gone] } });
  });

  test('pairing codes that are used, run out, cut off, of a session that is over', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const at = (door: string): Places => ({ ...placesOf(own, s.session), door });
    const used = await pairedDoor(api, s.session);
    await pair(api, used.link, await makeDevice());
    await ask(api, 'pairingQr', { places: at(used.id) });
    const [cut, late] = [(await createDoor(api, s.session)).body, (await createDoor(api, s.session)).body];
    await ask(api, 'cutOffDoor', { places: at(cut.id) });
    await pair(api, cut.pairing.link, device);
    await ask(api, 'pairingQr', { places: at(cut.id) });
    const now = api.clock.now;
    api.clock.now = new Date(now.getTime() + 13 * 3_600_000);
    await pair(api, late.pairing.link, device);
    await ask(api, 'pairingQr', { places: at(late.id) });
    api.clock.now = now;
    await pair(api, 'A'.repeat(39), device);
    await s.move('close');
    await pair(api, late.pairing.link, device);
  });

  test('changes of a check-in by another door, conflicts decided twice', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const [first, second] = [await pairedDoor(api, s.session), await pairedDoor(api, s.session)];
    const now = api.clock.now.toISOString();
    const target = { ...placesOf(own, s.session), invitation: s.id('Dinas A') };
    for (const [index, { as: caller }] of [first, second].entries()) {
      const body = { ...scan, nonce: `nonce-000${index + 1}`, scannedAt: now, sentAt: now, token: s.token('Dinas A') };
      await ask(api, 'checkIn', { places: target, caller, body: { ...body, shown: 'ADMITTED' } });
    }
    for (const name of ['undoCheckIn', 'correctCheckIn'] as const)
      await ask(api, name, { places: target, caller: second.as });
    const conflict = { ...placesOf(own, s.session), conflict: `${s.id('Dinas A')}-nonce-0002` };
    for (const decision of ['KEEP', 'TAKE_OTHER'])
      await ask(api, 'decideConflict', { places: conflict, body: { decision } });
  });

  test('links of other phones, of delegates, and those whose delegates were changed too often', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
    const places = { ...placesOf(own, s.session), invitation: s.id('Dinas A'), token: s.token('Dinas A') };
    const delegated = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
    await api.call(null, 'POST', `/api/c/${places.token}/answer`, delegated, { 'hadir-phone': 'p'.repeat(16) });
    const delegate = { ...places, token: s.token('Dinas A', 2) };
    for (const name of names.filter((name) => definitionOf(name).path.startsWith('/api/c/')))
      for (const body of bodiesOf(name))
        for (const at of [places, delegate]) await ask(api, name, { places: at, body });
    const { body } = await ask(api, 'getVenuePrint', { places });
    const code: string = body.link.split('/').at(-1);
    const phone = 'q'.repeat(16);
    const opened = await ask(api, 'openVenue', { places: { ...places, code }, body: { phone } });
    await ask(api, 'venueCheckIn', { places, body: { ...pass, pass: opened.body.pass, phone } });
    const key = { pk: `S#${s.session}`, sk: `I#${s.id('Dinas B')}` };
    await api.engine.table.put({ ...key, ...(await api.engine.table.get(key)), lastVersion: 250 });
    const full = { ...places, invitation: s.id('Dinas B'), token: s.token('Dinas B') };
    for (const name of ['answerInvitation', 'noteAnswer'] as const)
      await ask(api, name, { places: full, body: delegated });
  });

  test('the venue’s code of two minutes ago, and its pass of ten', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const places = { ...placesOf(own, s.session), token: s.token('Dinas A') };
    const { body } = await ask(api, 'listVenueCodes', { places });
    const code: string = body.codes[0].link.split('/').at(-1);
    const opened = await ask(api, 'openVenue', { places: { ...places, code } });
    const now = api.clock.now;
    api.clock.now = new Date(now.getTime() + 600_000);
    await ask(api, 'openVenue', { places: { ...places, code } });
    await ask(api, 'venueCheckIn', { places, body: { ...pass, pass: opened.body.pass } });
    api.clock.now = now;
  });

  test('a reading that was voided, one that has not begun, and who signs at the wrong time or for somebody else', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas A' }, { name: 'PT Air', class: 'BUMD' }],
      plan: { pledge: { ...pledge, text: 'ikrar-netralitas-2024', variables: pledgeVariables } },
      until: 'open',
    });
    const of = (reading: string, move = 'start') => ({
      ...placesOf(own, s.session),
      reading,
      move,
      invitation: s.id('Dinas A'),
      token: s.token('Dinas A'),
      code: makeReaderCode(api.keys, s.session, reading),
    });
    const signing = { ...signature, hash: s.hash };
    const sign = () => ask(api, 'recordSignature', { places: of('r-1'), body: signing });
    for (const reading of ['r-1', 'r-2'])
      await ask(api, 'putReading', { places: of(reading), body: { reader: { name: 'Budi', office: 'Camat' } } });
    await sign();
    await ask(api, 'signByLink', { places: of('r-1'), body: signing });
    for (const name of ['moveReading', 'moveOwnReading'] as const) await ask(api, name, { places: of('r-1', 'end') });
    await ask(api, 'moveReading', { places: of('r-1', 'start') });
    for (const name of ['recordSignature', 'signByLink'] as const)
      await ask(api, name, {
        places: { ...of('r-1'), invitation: s.id('PT Air'), token: s.token('PT Air') },
        body: signing,
      });
    await ask(api, 'moveReading', { places: of('r-2', 'void') });
    for (const name of ['getReaderView', 'moveOwnReading'] as const) await ask(api, name, { places: of('r-2') });
    await s.scan('Dinas A', { who: 'delegate' });
    await sign();
    await ask(api, 'putReading', { places: of('r-1'), body: { reader: { name: 'Wati', office: 'Camat' } } });
    await s.move('close');
    await ask(api, 'moveOwnReading', { places: of('r-1', 'end') });
  });

  test('a text that somebody else has written meanwhile', async () => {
    const places = { ...placesOf(own), text: 'naskah-lain', version: '1' };
    const wording = { form: 'IKRAR', title: 'Ikrar', opening: 'Kami', closing: 'Selesai' };
    for (const points of [['Satu'], ['Dua']])
      await ask(api, 'putPledgeText', { places, body: { ...wording, points, replaces: null } });
  });

  test('a text that has been signed', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.sign('Dinas A');
    await ask(api, 'putPledgeText', { places: { ...placesOf(own), text: 'ikrar-netralitas-2024' } });
  });

  test('an import whose columns are not sure, and one that is being undone', async () => {
    const unsure = await ask(api, 'planImport', { body: file('1,2,3\n4,5,6\n'), key: 'declared-unsure' });
    const sure = await ask(api, 'planImport', { body: roster, key: 'declared-sure' });
    await ask(api, 'planImport', { body: roster, key: 'declared-unsure' });
    for (const { body } of [unsure, sure])
      for (const name of ['takeBackImportPart', 'writeImportPart', 'listImportRows', 'listVanished'] as const)
        await ask(api, name, { places: { ...placesOf(own), import: body.id } });
  });

  test('a door that holds scans, a seal that somebody else is at, and one that is broken', {
    timeout: 60_000,
  }, async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const places = { ...placesOf(own, s.session), move: 'close', invitation: s.id('Dinas A') };
    const door = await pairedDoor(api, s.session);
    await ask(api, 'contactDoor', { places, caller: door.as, body: { ...contact, unsent: 3 } });
    const { body } = await ask(api, 'moveSession', { places });
    expect(body).toMatchObject({ code: 'DOORS_HOLD_SCANS', unsent: 3, doors: [{ id: door.id, unsent: 3 }] });
    const now = api.clock.now.toISOString();
    await api.engine.stores.seals.claim(s.session, 'another', { now, until: '2199-01-01T00:00:00.000Z' });
    const closed = await ask(api, 'moveSession', { places, query: '?unsent=follow' });
    expect(closed.body.state).toBe('CLOSED');
    for (const name of ['sealSession', 'eraseInvitation'] as const)
      expect((await ask(api, name, { places })).body.code).toBe('SEAL_BUSY');
    // A head that nobody of ours signed, and something that is to be sealed on top of it.
    await api.engine.stores.seals.release(s.session, 'another');
    await ask(api, 'sealSession', { places });
    const { table, stores } = api.engine;
    const [head] = await stores.seals.heads(s.session);
    if (!head) throw new Error('nothing was sealed');
    await table.put({ ...sealHeadKey(s.session, 1), ...head, roots: undefined, signature: '0'.repeat(128) });
    await stores.invitations.revoke(s.session, s.id('Dinas A'), now);
    for (const name of ['sealSession', 'eraseInvitation'] as const)
      expect((await ask(api, name, { places })).body.code).toBe('SEAL_BROKEN');
  });

  test('follow-ups and statements that were moved meanwhile, and a session that needs no make-up', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const unit = s.id('Dinas A');
    await ask(api, 'createFollowUps', { body: { ...followUp, units: [unit] }, key: 'declared-follow-up' });
    await ask(api, 'createFollowUps', { body: { ...followUp, classes: ['SMA'] }, key: 'declared-for-nobody' });
    await ask(api, 'createNilStatement', { body: nilStatement, key: 'declared-statement' });
    const places = {
      ...placesOf(own, s.session),
      followUp: makeFollowUpId(own, 'declared-follow-up', unit),
      statement: makeNilStatementId(own, 'declared-statement'),
    };
    for (const name of ['moveFollowUp', 'moveNilStatement'] as const)
      expect((await ask(api, name, { places })).status).toBe(409);
    await ask(api, 'makeUpSession', { places });
    await s.scan('Dinas A');
    await s.sign('Dinas A');
    await s.move('close');
    expect((await ask(api, 'makeUpSession', { places })).body.code).toBe('MAKE_UP_FOR_NOBODY');
  });

  test('more photos of an activity than a report bears', async () => {
    const { session } = await startScenario(api, { units: [] });
    for (let photo = 0; photo < 8; photo += 1)
      await ask(api, 'putReportPhoto', { places: { ...placesOf(own, session), photo: `photo-${1000 + photo}` } });
    const ninth = { places: { ...placesOf(own, session), photo: 'photo-ninth' } };
    expect((await ask(api, 'putReportPhoto', ninth)).body.code).toBe('PHOTOS_TOO_MANY');
  });

  test('what has no invitations', async () => {
    const s = await startScenario(api, { units: [] });
    await s.move('open');
    await ask(api, 'lettersPdf', { places: placesOf(own, s.session) });
  });

  test.each(broken)('%s, of a deployment that is broken', async (code, deps) => {
    const there = await checkDeclared(await startTestApi({ wrap: () => deps }));
    for (const name of names) await ask(there, name);
    expect([...there.answered]).toContain(code);
    expect([...there.undeclared]).toEqual([]);
    await there.stop();
  });
});

test('the calls above are answered by every code that a route of the document has', () => {
  const elsewhere = ['ROUTE_UNKNOWN', ...broken.map(([code]) => code)];
  const wanted = Object.keys(problemCodes).filter((code) => !elsewhere.includes(code));
  expect([...api.answered].sort()).toEqual(wanted.sort());
});
