/** The venue's code: fresh, photographed, forged, printed; and what its pass is good for. */

import QRCode from 'qrcode';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { passSeconds } from '../../functions/venue/venue-code.ts';
import { as, type Reply, startTestApi } from '../support/api.ts';
import { type CheckedApi, checkDeclared } from '../support/declared-problems.ts';
import { readQr } from '../support/read-qr.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: CheckedApi;
let s: Scenario;
beforeAll(async () => {
  api = await checkDeclared(await startTestApi());
});
afterAll(async () => {
  await api.stop();
  expect([...api.undeclared]).toEqual([]);
});

const units = [{ name: 'Dinas A' }, { name: 'Dinas B', acting: 'PLT' as const }, { name: 'Dinas C' }];
const start = new Date('2024-06-27T01:00:00Z');
/** Every test begins at the start of a period of the code. */
beforeEach(() => {
  api.clock.now = start;
});
const openSession = async (): Promise<void> => {
  s = await startScenario(api, { units, until: 'open' });
};

const phone = 'phone-0000000000000001';
const otherPhone = 'phone-0000000000000002';
const wait = (seconds: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000);
};
let numbers = 0;
const nonce = (): string => {
  numbers += 1;
  return `venue-nonce-${numbers}`;
};

const codeIn = (link: string): string => link.split('/').at(-1) as string;
const screen = async (): Promise<string> => {
  const { body } = await api.call(as('operator'), 'GET', `${s.base}/venue-codes`);
  return codeIn(body.codes[0].link);
};
const print = async (): Promise<string> =>
  codeIn((await api.call(as('organizer'), 'GET', `${s.base}/venue-print`)).body.link);
const open = (code: string, by = phone): Promise<Reply> => api.call(null, 'POST', `/api/venue/${code}`, { phone: by });
const passOf = async (code: string, by = phone): Promise<string> => (await open(code, by)).body.pass;
const checkIn = (token: string, pass: string, changes: Record<string, unknown> = {}): Promise<Reply> =>
  api.call(null, 'POST', `/api/c/${token}/venue-check-in`, { pass, phone, nonce: nonce(), ...changes });
const recorded = async (name: string) =>
  (await api.deps.stores.invitations.get(s.session, s.id(name), { consistent: true }))?.checkIn;

describe('the screen', () => {
  beforeAll(openSession);

  test('gets the code of now and those of five minutes, each for its 30 seconds, as pictures that a door reads', async () => {
    wait(7);
    const { status, body, headers } = await api.call(as('operator'), 'GET', `${s.base}/venue-codes`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ asOf: '2024-06-27T01:00:07.000Z', stepSeconds: 30 });
    expect(body.codes).toHaveLength(11);
    expect(body.codes[0]).toMatchObject({ from: '2024-06-27T01:00:00.000Z', until: '2024-06-27T01:00:30.000Z' });
    expect(body.codes[10].until).toBe('2024-06-27T01:05:30.000Z');
    expect(new Set(body.codes.map((code: { link: string }) => code.link)).size).toBe(11);
    for (const { link, svg } of body.codes) {
      expect(link).toMatch(/^HTTPS:\/\/HADIR\.TEST\/H\/[A-Z2-7]{37}$/);
      expect(svg).toContain('<svg');
    }
    const png = await QRCode.toBuffer(body.codes[0].link, { errorCorrectionLevel: 'M', margin: 4, scale: 4 });
    expect(await readQr(png)).toEqual([body.codes[0].link]);
  });

  test('codes that are held through an outage are good when their time comes, and not before', async () => {
    const { codes } = (await api.call(as('operator'), 'GET', `${s.base}/venue-codes`)).body;
    const last = codeIn(codes[10].link);
    expect((await open(last)).body.code).toBe('VENUE_CODE_STALE');
    wait(300);
    expect((await open(last)).status).toBe(200);
  });
});

describe('a code that a phone opens', () => {
  beforeAll(openSession);

  test('fresh: a pass of five minutes, and the session as its people know it', async () => {
    wait(3);
    const { status, body } = await open(await screen());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      evidence: 'VENUE_SCREEN',
      passUntil: '2024-06-27T01:05:03.000Z',
      session: {
        id: s.session,
        regencyName: 'Daerah 16.04',
        title: 'Rapat koordinasi netralitas ASN',
        zone: 'WIB',
        venueName: 'Hotel Santika',
      },
    });
    expect(Object.keys(body.session).sort()).toEqual(
      ['endsAt', 'id', 'regencyName', 'startsAt', 'title', 'venueName', 'zone'].sort(),
    );
    expect(JSON.stringify(body)).not.toContain(phone);
  });

  test.each([
    [29, 200],
    [59, 200],
    [60, 410],
    [120, 410],
    [86_400, 410],
    [-1, 410],
  ])('%s seconds after its period began: %s', async (seconds, status) => {
    const code = await screen();
    wait(seconds);
    const reply = await open(code);
    expect(reply.status).toBe(status);
    if (status === 410) expect(reply.body.code).toBe('VENUE_CODE_STALE');
  });

  test('forged, cut off, of an invitation, or of any other kind: not known', async () => {
    const code = await screen();
    const last = code.endsWith('A') ? 'B' : 'A';
    for (const forged of [
      `${code.slice(0, 5)}${code[5] === 'A' ? 'B' : 'A'}${code.slice(6)}`,
      code.slice(0, -1),
      code.slice(0, -2) + last + last,
      s.token('Dinas A'),
      'x',
      '%F0%9F',
    ])
      expect((await open(forged)).body.code).toBe('VENUE_CODE_INVALID');
  });

  test('of a session that is not open: told so, with its state', async () => {
    await openSession();
    const closed = await screen();
    await s.move('close');
    expect((await open(closed)).body).toMatchObject({ code: 'SESSION_WRONG_STATE', state: 'CLOSED' });
    s = await startScenario(api, { units, until: 'published' });
    expect((await open(await screen())).body).toMatchObject({ code: 'SESSION_WRONG_STATE', state: 'PUBLISHED' });
    await openSession();
  });

  test('a phone without a name of its own, or with a guessable one, gets no pass', async () => {
    const code = await screen();
    for (const bad of ['', 'short', 'x'.repeat(61), 'sp aces and more of them'])
      expect((await open(code, bad)).status).toBe(422);
  });
});

describe('checking in with a pass', () => {
  beforeEach(openSession);

  test('records who came, on what it rests and by which phone, without naming the phone', async () => {
    const pass = await passOf(await screen());
    wait(200);
    const { status, body } = await checkIn(s.token('Dinas A'), pass);
    expect(status).toBe(201);
    expect(body).toMatchObject({ result: 'accepted', late: false, invitation: { checkIn: { who: 'holder' } } });
    expect(body.invitation.checkIn.phone).toBeUndefined();
    const record = await recorded('Dinas A');
    expect(record).toMatchObject({
      evidence: 'VENUE_SCREEN',
      door: 'Layar pintu',
      mode: 'IN_PERSON',
      at: '2024-06-27T01:03:20.000Z',
    });
    expect(record?.phone).toMatch(/^[\w-]{12}$/);
    expect(JSON.stringify(record)).not.toContain(phone);
  });

  test('a delegate says as much as is known', async () => {
    const delegate = { name: 'Siti Aminah', office: 'Sekretaris', letter: '094/12/2024' };
    const { body } = await checkIn(s.token('Dinas A'), await passOf(await screen()), { who: 'delegate', delegate });
    expect(body.invitation.checkIn).toMatchObject({ who: 'delegate', delegate });
    expect((await checkIn(s.token('Dinas C'), await passOf(await screen()), { who: 'delegate' })).status).toBe(201);
  });

  test('by the printed code: the same, marked as the weaker evidence', async () => {
    const code = await print();
    wait(86_400);
    expect((await open(code)).body.evidence).toBe('VENUE_PRINT');
    expect((await checkIn(s.token('Dinas A'), await passOf(code))).status).toBe(201);
    expect(await recorded('Dinas A')).toMatchObject({ evidence: 'VENUE_PRINT', door: 'Cetakan pintu' });
  });

  test('the pass of another phone, forged, or ended: to be scanned again, and nothing is recorded', async () => {
    const pass = await passOf(await screen());
    const stale = async (reply: Promise<Reply>) => expect((await reply).body.code).toBe('VENUE_PASS_STALE');
    await stale(checkIn(s.token('Dinas A'), pass, { phone: otherPhone }));
    await stale(checkIn(s.token('Dinas A'), `${pass.slice(0, 10)}${pass[10] === 'A' ? 'B' : 'A'}${pass.slice(11)}`));
    await stale(checkIn(s.token('Dinas A'), await screen()));
    wait(passSeconds + 1);
    await stale(checkIn(s.token('Dinas A'), pass));
    expect(await recorded('Dinas A')).toBeUndefined();
  });

  test('a pass of one session lets nobody into another', async () => {
    const pass = await passOf(await screen());
    const here = s;
    s = await startScenario(api, { units, until: 'open' });
    const { status, body } = await checkIn(s.token('Dinas A'), pass);
    expect([status, body]).toEqual([422, { result: 'refused', reason: 'OTHER_SESSION' }]);
    expect(await recorded('Dinas A')).toBeUndefined();
    s = here;
    expect(await recorded('Dinas A')).toBeUndefined();
  });

  test('the same tap sent again is the same check-in, also when the pass has ended and the session is closed', async () => {
    const pass = await passOf(await screen());
    const tap = { nonce: 'the-same-tap' };
    expect((await checkIn(s.token('Dinas A'), pass, tap)).status).toBe(201);
    expect((await checkIn(s.token('Dinas A'), pass, tap)).body.result).toBe('replayed');
    wait(passSeconds + 60);
    await s.move('close');
    wait(60);
    expect((await checkIn(s.token('Dinas A'), pass, tap)).body.result).toBe('replayed');
    expect((await checkIn(s.token('Dinas A'), pass)).body.code).toBe('VENUE_PASS_STALE');
  });

  test('somebody who is in already is told when and where', async () => {
    await s.scan('Dinas A', { door: 'Pintu B' });
    wait(60);
    const { status, body } = await checkIn(s.token('Dinas A'), await passOf(await screen()));
    expect(status).toBe(409);
    expect(body).toMatchObject({ result: 'already', first: { door: 'Pintu B', at: start.toISOString() } });
  });

  test('a revoked invitation is refused, a forged one is nobody’s', async () => {
    const pass = await passOf(await screen());
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    expect((await checkIn(s.token('Dinas A'), pass)).body).toEqual({ result: 'refused', reason: 'REVOKED' });
    const token = s.token('Dinas C');
    const forged = token.slice(0, 12) + (token[12] === 'A' ? 'B' : 'A') + token.slice(13);
    expect((await checkIn(forged, pass)).body.code).toBe('TOKEN_INVALID');
  });

  test('a pass in hand when the session closes is of no use', async () => {
    const pass = await passOf(await screen());
    await s.move('close');
    wait(31);
    expect((await checkIn(s.token('Dinas A'), pass)).body).toEqual({ result: 'refused', reason: 'SESSION_OVER' });
  });

  test('one phone may check several people in, and the organiser is told', async () => {
    const pass = await passOf(await screen());
    const statuses = [];
    for (const { name } of units) statuses.push((await checkIn(s.token(name), pass)).status);
    expect(statuses).toEqual([201, 201, 201]);
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/flags`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ kind: 'SAME_PHONE', doors: ['Layar pintu'] });
    expect(body.items[0].invitations.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Dinas A',
      'Dinas B',
      'Dinas C',
    ]);
  });
});
