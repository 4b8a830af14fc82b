/** Photos of letters, and seats. */
import { describe, expect, test } from 'vitest';
import { as } from '../support/api.ts';
import { pairedDoor, type TestDoor } from '../support/doors.ts';
import { coded, makeHall, minute } from '../support/hall.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B', 'Dinas C');
const organizer = as('organizer');

describe('letters', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const put = (caller: TestDoor['as'], base: string, nonce: string, bytes: Uint8Array) =>
    hall.api.call(caller, 'PUT', `${base}/letters/${nonce}`, bytes);

  test('a door puts a photo, the organiser sees it; for a quarter of an hour it may be replaced', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    expect(await put(door.as, s.base, 'letter-0001', jpeg)).toMatchObject({ status: 200, body: { kept: true } });
    hall.later(14 * minute);
    const better = Uint8Array.of(...jpeg, 9);
    expect((await put(door.as, s.base, 'letter-0001', better)).status).toBe(200);
    hall.later(16 * minute);
    expect(await put(door.as, s.base, 'letter-0001', jpeg)).toMatchObject({ status: 200, body: { kept: false } });
    // The repeat of the one that stands is kept, whenever it comes.
    expect(await put(door.as, s.base, 'letter-0001', better)).toMatchObject({ status: 200, body: { kept: true } });
    const seen = await hall.api.call(organizer, 'GET', `${s.base}/letters/letter-0001`);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await hall.api.engine.stores.doors.getLetter(s.session, 'letter-0001')).toEqual(better);
    expect((await hall.api.call(as('operator'), 'GET', `${s.base}/letters/letter-0001`)).body.code).toBe('NOT_ALLOWED');
  });

  test('no picture, a picture of another kind, one that is too large, one that nobody put', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    for (const bytes of [png, new TextEncoder().encode('<svg onload="x">'), new Uint8Array()]) {
      expect((await put(door.as, s.base, 'letter-0002', bytes)).body.code).toBe('LETTER_UNREADABLE');
    }
    const large = new Uint8Array(200 * 1024 + 1).fill(0xff);
    expect((await put(door.as, s.base, 'letter-0003', large)).body.code).toBe('BODY_TOO_LARGE');
    const missing = await hall.api.call(organizer, 'GET', `${s.base}/letters/letter-0004`);
    expect(coded(missing)).toEqual({ status: 404, code: 'LETTER_UNKNOWN' });
  });
});

describe('seats', () => {
  const seat = (s: Scenario, value: unknown) =>
    hall.api.call(organizer, 'PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: value });

  test('given, changed, taken back', async () => {
    const s = await hall.scenario();
    expect((await seat(s, 'A 1')).body.seat).toBe('A 1');
    expect((await seat(s, ' B  2 ')).body.seat).toBe('B 2');
    expect((await seat(s, null)).body.seat).toBeUndefined();
    expect((await seat(s, 'x'.repeat(21))).body.code).toBe('INPUT_INVALID');
    const nobody = await hall.api.call(organizer, 'PUT', `${s.base}/invitations/aaaaaaaa/seat`, { seat: null });
    expect(nobody.body.code).toBe('INVITATION_UNKNOWN');
  });
});
