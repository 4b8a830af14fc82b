/** Doors through the API: pairing, the credential, cutting off, contact. */
import { describe, expect, test } from 'vitest';
import { makePairingCode } from '../../functions/doors/pairing-code.ts';
import { as, asDoor } from '../support/api.ts';
import { contact, createDoor, cutOff, makeDevice, pair, pairedDoor, scanAt } from '../support/doors.ts';
import { coded, hallOpensAt, makeHall, minute } from '../support/hall.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B', 'Dinas C');
const organizer = as('organizer');

const doorsOf = async (s: Scenario, caller = organizer) =>
  (await hall.api.call(caller, 'GET', `${s.base}/doors`)).body.items;

describe('pairing', () => {
  test('the organiser’s code makes a phone a door; the console lists it and shows no code any more', async () => {
    const s = await hall.scenario('draft');
    const created = await createDoor(hall.api, s.session, 'Pintu Utara');
    expect(created).toMatchObject({ status: 201, body: { name: 'Pintu Utara', state: 'WAITING', clockOff: false } });
    expect(created.body.pairing.link).toMatch(/^https:\/\/hadir\.test\/pintu\/#[A-Z2-7]{39}$/);
    const svg = await hall.api.call(organizer, 'GET', `${s.base}/doors/${created.body.id}/pairing.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    const paired = await pair(hall.api, created.body.pairing.link, await makeDevice());
    expect(paired).toMatchObject({
      status: 200,
      body: {
        door: { id: created.body.id, name: 'Pintu Utara' },
        session: {
          id: s.session,
          state: 'DRAFT',
          regencyName: 'Daerah 16.04',
          zone: 'WIB',
          venueName: 'Hotel Santika',
        },
        receivedAt: hallOpensAt.toISOString(),
      },
    });
    const [listed] = await doorsOf(s);
    expect(listed).toMatchObject({ state: 'PAIRED', pairedAt: hallOpensAt.toISOString() });
    expect(listed.pairing).toBeUndefined();
    expect(JSON.stringify(listed)).not.toMatch(/secret|publicKey/);
    const used = await hall.api.call(organizer, 'GET', `${s.base}/doors/${created.body.id}/pairing.svg`);
    expect(coded(used)).toEqual({ status: 409, code: 'PAIRING_CODE_USED' });
  });

  test('an auditor sees the doors, and no code that would make a device one', async () => {
    const s = await hall.scenario();
    await createDoor(hall.api, s.session);
    const [listed] = await doorsOf(s, as('auditor'));
    expect(listed.state).toBe('WAITING');
    expect(listed.pairing).toBeUndefined();
    expect((await doorsOf(s, as('operator')))[0].pairing).toBeDefined();
  });

  test('the same device may repeat it, also after the code has run out; another device may not', async () => {
    const s = await hall.scenario();
    const link = (await createDoor(hall.api, s.session)).body.pairing.link;
    const device = await makeDevice();
    const first = await pair(hall.api, link, device);
    hall.later(13 * 60 * minute);
    const again = await pair(hall.api, link, device);
    expect(again).toMatchObject({ status: 200, body: { door: first.body.door } });
    expect(coded(await pair(hall.api, link, await makeDevice()))).toEqual({ status: 409, code: 'PAIRING_CODE_USED' });
    // A secret that became known does not let another key sign for the door.
    const thief = { ...(await makeDevice()), secret: device.secret };
    expect(coded(await pair(hall.api, link, thief))).toEqual({ status: 409, code: 'PAIRING_CODE_USED' });
  });

  test('of several phones that scan the code at one instant, one becomes the door', async () => {
    const s = await hall.scenario();
    const link = (await createDoor(hall.api, s.session)).body.pairing.link;
    const devices = await Promise.all(Array.from({ length: 6 }, makeDevice));
    const replies = await Promise.all(devices.map((device) => pair(hall.api, link, device)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = devices[replies.findIndex(({ status }) => status === 200)];
    const [door] = await doorsOf(s);
    const list = await hall.api.call(asDoor(`${s.session}.${door.id}.${winner?.secret}`), 'GET', `${s.base}/door-list`);
    expect(list.status).toBe(200);
  });

  test('a code is good for twelve hours', async () => {
    const s = await hall.scenario();
    const { id, pairing } = (await createDoor(hall.api, s.session)).body;
    hall.later(12 * 60 * minute - 1_000);
    expect((await doorsOf(s))[0].state).toBe('WAITING');
    hall.later(1_000);
    expect(coded(await pair(hall.api, pairing.link, await makeDevice()))).toEqual({
      status: 410,
      code: 'PAIRING_CODE_EXPIRED',
    });
    expect((await doorsOf(s))[0].state).toBe('EXPIRED');
    const svg = await hall.api.call(organizer, 'GET', `${s.base}/doors/${id}/pairing.svg`);
    expect(svg.body.code).toBe('PAIRING_CODE_EXPIRED');
  });

  test('a door that was cut off before it was paired takes no device', async () => {
    const s = await hall.scenario();
    const { id, pairing } = (await createDoor(hall.api, s.session)).body;
    await hall.api.call(organizer, 'POST', `${s.base}/doors/${id}/cut-off`);
    expect(coded(await pair(hall.api, pairing.link, await makeDevice()))).toEqual({
      status: 403,
      code: 'DOOR_CUT_OFF',
    });
    const svg = await hall.api.call(organizer, 'GET', `${s.base}/doors/${id}/pairing.svg`);
    expect(svg.body.code).toBe('DOOR_CUT_OFF');
  });

  test('an invitation’s code, a forged one and that of a door nobody made pair nothing', async () => {
    const s = await hall.scenario();
    const made = makePairingCode(hall.api.keys, { session: s.session, door: 'aaaaaaaa' });
    for (const code of [s.token('Dinas A'), 'A'.repeat(39), '', `https://hadir.test/c/${s.token('Dinas A')}`, made]) {
      expect(coded(await pair(hall.api, code, await makeDevice()))).toEqual({
        status: 404,
        code: 'PAIRING_CODE_INVALID',
      });
    }
  });

  test('a finished session takes neither a new door nor a new device; its doors go on', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const waiting = (await createDoor(hall.api, s.session)).body;
    await s.move('close');
    expect(coded(await createDoor(hall.api, s.session))).toEqual({ status: 409, code: 'SESSION_WRONG_STATE' });
    expect((await pair(hall.api, waiting.pairing.link, await makeDevice())).body.code).toBe('SESSION_WRONG_STATE');
    const { status, body } = await contact(hall.api, door);
    expect({ status, state: body.session.state }).toEqual({ status: 200, state: 'CLOSED' });
  });

  test('a repeated create answers the same door; the key for another name is refused', async () => {
    const s = await hall.scenario();
    const create = (name: string) =>
      hall.api.call(organizer, 'POST', `${s.base}/doors`, { name }, { 'idempotency-key': 'one-door-only' });
    const first = await create('Pintu A');
    const again = await create('Pintu A');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(coded(await create('Pintu B'))).toEqual({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await doorsOf(s)).toHaveLength(1);
  });
});

describe('the credential', () => {
  test('opens its own session’s door and nothing else', async () => {
    const [s, other] = [await hall.scenario(), await hall.scenario()];
    const door = await pairedDoor(hall.api, s.session);
    expect((await hall.api.call(door.as, 'GET', `${s.base}/door-list`)).status).toBe(200);
    const elsewhere = await hall.api.call(door.as, 'GET', `${other.base}/door-list`);
    expect(coded(elsewhere)).toEqual({ status: 403, code: 'DOOR_OTHER_SESSION' });
    // The credential names the door's session; saying another one there finds no such door.
    const moved = asDoor(`${other.session}.${door.id}.${door.device.secret}`);
    expect(coded(await hall.api.call(moved, 'GET', `${other.base}/door-list`))).toEqual({
      status: 401,
      code: 'DOOR_CREDENTIAL_INVALID',
    });
    expect(coded(await hall.api.call(door.as, 'GET', `${s.base}/invitations`))).toEqual({
      status: 403,
      code: 'NOT_ALLOWED',
    });
  });

  test('a forged secret, and one of another door, are refused', async () => {
    const s = await hall.scenario();
    const [door, second] = [
      await pairedDoor(hall.api, s.session),
      await pairedDoor(hall.api, s.session, { name: 'Pintu B' }),
    ];
    for (const secret of ['A'.repeat(43), second.device.secret]) {
      const forged = asDoor(`${s.session}.${door.id}.${secret}`);
      expect((await hall.api.call(forged, 'GET', `${s.base}/door-list`)).body.code).toBe('DOOR_CREDENTIAL_INVALID');
    }
  });

  test('neither the log nor the table holds the secret', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    await contact(hall.api, door);
    const items = await hall.api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: 'DOOR#' });
    expect(JSON.stringify(items)).not.toContain(door.device.secret);
    expect(hall.api.logs.join('\n')).not.toContain(door.device.secret);
  });

  test('a door’s scans bear its own name, whatever the device says', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session, { name: 'Pintu Timur' });
    const reply = await scanAt(hall.api, door, s.token('Dinas A'), { door: 'Pintu Palsu' });
    expect(reply).toMatchObject({
      status: 201,
      body: { invitation: { checkIn: { door: 'Pintu Timur', doorId: door.id } } },
    });
  });

  test('an accepted check-in at a remembered door is one request', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    await scanAt(hall.api, door, s.token('Dinas A'));
    hall.api.engine.requests.reset();
    expect((await scanAt(hall.api, door, s.token('Dinas B'))).status).toBe(201);
    expect(hall.api.engine.requests.sent).toEqual(['UpdateItem']);
  });
});

describe('cutting off', () => {
  test('ends it at once in the process that did it, and every call says so', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    expect((await scanAt(hall.api, door, s.token('Dinas A'))).status).toBe(201);
    const cut = await cutOff(hall.api, door);
    expect(cut).toMatchObject({ status: 200, body: { state: 'CUT_OFF', cutOffAt: hallOpensAt.toISOString() } });
    hall.later(minute);
    expect((await cutOff(hall.api, door)).body.cutOffAt).toBe(hallOpensAt.toISOString());
    for (const reply of [
      await contact(hall.api, door),
      await scanAt(hall.api, door, s.token('Dinas B')),
      await hall.api.call(door.as, 'GET', `${s.base}/door-list`),
    ]) {
      expect(coded(reply)).toEqual({ status: 403, code: 'DOOR_CUT_OFF' });
    }
  });

  test('a process that still remembers the door learns of it by the door’s next contact', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    expect((await contact(hall.api, door)).status).toBe(200);
    // Another process did it.
    await hall.api.engine.stores.doors.cutOff(s.session, door.id, hallOpensAt.toISOString());
    expect((await hall.api.call(door.as, 'GET', `${s.base}/door-list`)).status).toBe(200);
    expect(coded(await contact(hall.api, door))).toEqual({ status: 403, code: 'DOOR_CUT_OFF' });
    expect(coded(await hall.api.call(door.as, 'GET', `${s.base}/door-list`))).toEqual({
      status: 403,
      code: 'DOOR_CUT_OFF',
    });
  });

  test('a door that is not there', async () => {
    const s = await hall.scenario();
    const reply = await hall.api.call(organizer, 'POST', `${s.base}/doors/aaaaaaaa/cut-off`);
    expect(coded(reply)).toEqual({ status: 404, code: 'DOOR_UNKNOWN' });
  });
});

describe('contact', () => {
  test('tells the organiser how the device is, and the device the time and its session', async () => {
    const s = await hall.scenario('published');
    const door = await pairedDoor(hall.api, s.session);
    hall.later(5_000);
    const reply = await contact(hall.api, door, {
      unsent: 12,
      battery: 0.31,
      clockOffsetMs: -1500,
      listAsOf: hallOpensAt.toISOString(),
    });
    expect(reply.body).toMatchObject({ receivedAt: hall.api.clock.now.toISOString(), session: { state: 'PUBLISHED' } });
    expect(reply.body.answeredAt >= reply.body.receivedAt).toBe(true);
    const [listed] = await doorsOf(s);
    expect(listed).toMatchObject({
      clockOff: false,
      contact: {
        at: hall.api.clock.now.toISOString(),
        unsent: 12,
        battery: 0.31,
        clockOffsetMs: -1500,
        appVersion: '2.0.0',
        listAsOf: hallOpensAt.toISOString(),
      },
    });
    await s.move('open');
    expect((await contact(hall.api, door)).body.session).toMatchObject({
      state: 'OPEN',
      openedAt: hall.api.clock.now.toISOString(),
    });
  });

  test.each([
    ['five minutes slow', { sentAt: '2024-06-27T00:25:00Z', clockOffsetMs: 300_000 }, true],
    ['five minutes fast, not measured yet', { sentAt: '2024-06-27T00:35:00Z' }, true],
    ['in 1970', { sentAt: '1970-01-01T00:00:10Z' }, true],
    ['two minutes', { clockOffsetMs: 120_000 }, false],
    ['right, over a link of 30 s', { sentAt: '2024-06-27T00:29:30Z' }, false],
  ])('a clock %s', async (_, changes, clockOff) => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    expect((await contact(hall.api, door, changes)).status).toBe(200);
    expect((await doorsOf(s))[0].clockOff).toBe(clockOff);
  });

  test('a battery of 2, an offset of ages, a time that is none', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    for (const changes of [{ battery: 2 }, { clockOffsetMs: 6e12 }, { sentAt: 'now' }, { unsent: -1 }]) {
      expect((await contact(hall.api, door, changes)).body.code).toBe('INPUT_INVALID');
    }
  });
});
