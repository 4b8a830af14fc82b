/** The file of what a door could not send: taken once, from before its cut-off, if it is intact. */
import { describe, expect, test } from 'vitest';
import { as } from '../support/api.ts';
import { contact, cutOff, makeDevice, pairedDoor, type TestDoor } from '../support/doors.ts';
import { coded, makeHall, minute } from '../support/hall.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B', 'Dinas C');
const organizer = as('organizer');

describe('the file of a door that could not send', () => {
  const upload = (s: Scenario, file: string, caller = organizer) =>
    hall.api.call(caller, 'POST', `${s.base}/door-files`, new TextEncoder().encode(file), {
      'content-type': 'application/jose',
    });
  const entry = (s: Scenario, name: string, nonce: string, scannedAt: string) => ({
    kind: 'scan',
    token: s.token(name),
    nonce,
    scannedAt,
    shown: 'ADMITTED',
  });
  const fileOf = (door: TestDoor, entries: unknown[], changes: Record<string, unknown> = {}) =>
    door.device.sign({
      format: 'hadir-door-scans-1',
      session: door.session,
      door: door.id,
      exportedAt: hall.api.clock.now.toISOString(),
      clockOffsetMs: 0,
      entries,
      ...changes,
    });

  test('which lay for hours, from a device that never knew its clock’s offset, does not move its scans later', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const scannedAt = hall.api.clock.now.toISOString();
    hall.later(minute);
    const file = await fileOf(door, [entry(s, 'Dinas A', 'file-lay-001', scannedAt)], { clockOffsetMs: undefined });
    await cutOff(hall.api, door);
    hall.later(3 * 60 * minute);
    const { body } = await upload(s, file);
    expect(body.answers).toMatchObject([{ result: 'accepted', invitation: { present: { at: scannedAt } } }]);
  });

  test('which lay for longer than any call does, keeps its times, those of its undos as well', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const scannedAt = hall.api.clock.now.toISOString();
    hall.later(minute);
    const madeAt = hall.api.clock.now.toISOString();
    const undo = { kind: 'undo', of: 'file-old-02', invitation: s.id('Dinas B'), reason: 'Salah orang', madeAt };
    const entries = [
      entry(s, 'Dinas A', 'file-old-01', scannedAt),
      entry(s, 'Dinas B', 'file-old-02', scannedAt),
      undo,
    ];
    const file = await fileOf(door, entries);
    await s.move('close');
    hall.later(45 * 24 * 60 * minute);
    const { body } = await upload(s, file);
    expect(body.answers).toMatchObject([
      { result: 'accepted', late: true, invitation: { present: { at: scannedAt } } },
      { result: 'accepted', late: true },
      { result: 'undone' },
    ]);
  });

  test('its scans are taken once, however often it is uploaded', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session, { name: 'Pintu Barat' });
    const scanned = hall.api.clock.now.toISOString();
    hall.later(15 * minute);
    const file = await fileOf(door, [entry(s, 'Dinas A', 'file-scan-01', scanned), { kind: 'scan', nonce: 7 }]);
    const first = await upload(s, file);
    expect(first).toMatchObject({ status: 200, body: { door: { id: door.id, name: 'Pintu Barat' } } });
    expect(first.body.answers.map(({ result }: { result: string }) => result)).toEqual(['accepted', 'invalid']);
    expect(first.body.answers[0].invitation.present).toMatchObject({ at: scanned, door: 'Pintu Barat' });
    const again = await upload(s, file);
    expect(again.body.answers.map(({ result }: { result: string }) => result)).toEqual(['replayed', 'invalid']);
  });

  test('after a cut-off: what was scanned before it counts, what was scanned after it does not', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const before = hall.api.clock.now.toISOString();
    hall.later(minute);
    await cutOff(hall.api, door);
    hall.later(minute);
    const after = hall.api.clock.now.toISOString();
    hall.later(10 * minute);
    const entries = [entry(s, 'Dinas A', 'file-before', before), entry(s, 'Dinas B', 'file-after-1', after)];
    const { status, body } = await upload(s, await fileOf(door, entries));
    expect(status).toBe(200);
    expect(body.answers).toMatchObject([{ result: 'accepted' }, { result: 'refused', reason: 'DOOR_CUT_OFF' }]);
  });

  test('brings the photos of letters, and the door is no longer shown with what it holds', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const scannedAt = hall.api.clock.now.toISOString();
    await contact(hall.api, door, { unsent: 5 });
    hall.later(minute);
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]).toString('base64');
    const letters = [
      { nonce: 'file-photo-1', jpeg },
      { nonce: 'file-photo-2', jpeg: 'no picture' },
      { nonce: 'file-photo-3', jpeg: Buffer.from('<svg>').toString('base64') },
      { nonce: 'x', jpeg },
      { nonce: 'file-photo-4', jpeg: Buffer.alloc(200 * 1024 + 1, 0xff).toString('base64') },
      7,
    ];
    const entries = [entry(s, 'Dinas A', 'file-photo-1', scannedAt)];
    const early = await fileOf(door, entries, { letters, rest: 2 });
    const late = await fileOf(door, []);
    const unsent = async () => {
      const { body } = await hall.api.call(organizer, 'GET', `${s.base}/doors`);
      return body.items.find(({ id }: { id: string }) => id === door.id).contact.unsent;
    };
    expect((await upload(s, early)).body).toMatchObject({ answers: [{ result: 'accepted' }], letters: 1 });
    expect(await unsent()).toBe(2);
    expect((await hall.api.call(organizer, 'GET', `${s.base}/letters/file-photo-1`)).status).toBe(200);
    expect((await hall.api.call(organizer, 'GET', `${s.base}/letters/file-photo-3`)).status).toBe(404);
    expect(await upload(s, late)).toMatchObject({ status: 200, body: { answers: [], letters: 0 } });
    expect(await unsent()).toBe(0);
    hall.later(minute);
    // In contact after the file was made: its own word counts.
    await contact(hall.api, door, { unsent: 3 });
    await upload(s, early);
    expect(await unsent()).toBe(3);
  });

  test('tampered, signed by another key, of another session, of a door that nobody made, no file at all', async () => {
    const [s, other] = [await hall.scenario(), await hall.scenario()];
    const [door, foreign] = [await pairedDoor(hall.api, s.session), await pairedDoor(hall.api, other.session)];
    const entries = [entry(s, 'Dinas A', 'file-scan-02', hall.api.clock.now.toISOString())];
    const good = await fileOf(door, entries);
    const [header, , signature] = good.split('.');
    const payload = Buffer.from(good.split('.')[1] ?? '', 'base64url').toString();
    const tampered = Buffer.from(payload.replace('file-scan-02', 'file-scan-03')).toString('base64url');
    const files = [
      `${header}.${tampered}.${signature}`,
      await fileOf({ ...door, device: await makeDevice() }, entries),
      await fileOf({ ...door, device: foreign.device }, entries),
      await fileOf(foreign, []),
      await fileOf({ ...door, id: 'zzzzzzzz' }, entries),
      await fileOf(door, entries, { session: other.session }),
      good.slice(0, -20),
      'halo',
      '',
    ];
    for (const file of files) {
      expect(coded(await upload(s, file))).toEqual({ status: 422, code: 'DOOR_FILE_INVALID' });
    }
    expect(coded(await upload(s, good, as('operator')))).toEqual({ status: 403, code: 'NOT_ALLOWED' });
    const present = await hall.api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(present.body.checkIn).toBeUndefined();
  });
});
