/** When a scan was made, as the door says it, as its offset corrects it, and as somebody states it. */
import { describe, expect, test } from 'vitest';
import { pairedDoor } from '../support/doors.ts';
import { makeHall, minute } from '../support/hall.ts';

const hall = makeHall('Dinas A', 'Dinas B');

describe('the time of a scan', () => {
  test('a scan of the session’s time that comes after closing is a late addendum; one made after it is refused', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas B', { nonce: 'before-closing' });
    hall.later(10 * minute);
    const scannedAt = hall.api.clock.now.toISOString();
    hall.later(minute);
    await s.move('close');
    hall.later(90 * minute);
    expect((await s.scan('Dinas B', { nonce: 'before-closing' })).body.result).toBe('replayed');
    expect((await s.scan('Dinas A', { scannedAt: hall.api.clock.now.toISOString() })).body.reason).toBe('SESSION_OVER');
    const late = await s.scan('Dinas A', { scannedAt });
    expect(late.body).toMatchObject({ result: 'accepted', late: true });
    const coverage = await s.coverage();
    expect(coverage.late).toBe(1);
    expect(coverage.units.inPerson).toBe(2);
  });

  test('the door’s wrong clock is corrected by what it says of its own sending, and both times are kept', async () => {
    const s = await hall.scenario();
    const { body } = await s.scan('Dinas A', { scannedAt: '1970-01-01T00:00:10Z', sentAt: '1970-01-01T00:00:40Z' });
    const { at, scannedAt } = body.invitation.checkIn;
    expect(at).toBe(new Date(hall.api.clock.now.getTime() - 30_000).toISOString());
    expect(scannedAt).toBe('1970-01-01T00:00:10.000Z');
  });

  test('a measured offset gives the time, unless it puts the scan in the future; a clock in 1970 does no harm', async () => {
    const s = await hall.scenario();
    const now = hall.api.clock.now.getTime();
    const device = (milliseconds: number) => new Date(milliseconds).toISOString();
    const offset = now - 60_000;
    // Sent in a later run of the device, whose clock has been set in between: its age says nothing, its offset does.
    const known = await s.scan('Dinas A', { scannedAt: device(30_000), sentAt: device(now), clockOffsetMs: offset });
    expect(known.body.invitation.checkIn.at).toBe(device(now - 30_000));
    const wrong = { scannedAt: device(now - 20_000), sentAt: device(now), clockOffsetMs: 10 * minute };
    expect((await s.scan('Dinas B', wrong)).body.invitation.checkIn.at).toBe(device(now - 20_000));
  });
});

describe('a time that somebody states', () => {
  const days = 24 * 60 * minute;
  const paper = { mode: 'BACK_ENTERED', reason: 'Daftar kertas' };

  test('of a paper list is taken as it is, however long ago, and never later than now', async () => {
    const s = await hall.scenario();
    const opened = hall.api.clock.now.toISOString();
    await s.move('close');
    hall.later(45 * days);
    const stated = await s.scan('Dinas A', { ...paper, scannedAt: opened });
    expect(stated.body).toMatchObject({ result: 'accepted', late: true, invitation: { checkIn: { at: opened } } });
    const future = new Date(hall.api.clock.now.getTime() + days).toISOString();
    expect((await s.scan('Dinas B', { ...paper, scannedAt: future })).body.reason).toBe('SESSION_OVER');
  });

  test('of a device’s live call may not reach back further than 30 days', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const opened = hall.api.clock.now.toISOString();
    await s.move('close');
    hall.later(45 * days);
    const scan = { token: s.token('Dinas A'), nonce: 'ancient-scan', scannedAt: opened, clockOffsetMs: 0 };
    const sent = { ...scan, sentAt: hall.api.clock.now.toISOString() };
    expect((await hall.api.call(door.as, 'POST', `${s.base}/check-ins`, sent)).body.reason).toBe('SESSION_OVER');
  });
});
