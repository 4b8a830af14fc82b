/** Groups without names: heads that are counted, late ones too, and taken back. */
import { describe, expect, test } from 'vitest';
import { type As, as } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { makeHall, minute } from '../support/hall.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B');

describe('a group', () => {
  const group = { count: 40, label: 'Siswa SMA' };
  const stored = (s: Scenario) => hall.api.deps.stores.checkIns.headCounts(s.session);

  test('is heads in the hall: nobody counts it by video or from paper', async () => {
    const s = await hall.scenario();
    for (const mode of ['ONLINE', 'BACK_ENTERED']) {
      const single = await s.scan('', { group, mode, reason: 'Zoom' });
      expect(single.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/body/mode' }] });
      const scan = {
        kind: 'scan',
        group,
        mode,
        reason: 'Zoom',
        nonce: `group-${mode}`,
        scannedAt: '2024-06-27T01:00:00Z',
      };
      const batch = await hall.api.call(as('operator'), 'POST', `${s.base}/check-in-batches`, {
        sentAt: '2024-06-27T01:00:00Z',
        entries: [scan],
      });
      expect(batch.body.answers).toMatchObject([{ result: 'invalid', errors: [{ pointer: '/body/entries/0/mode' }] }]);
    }
    expect(await stored(s)).toEqual([]);
    expect((await s.coverage()).people.grouped).toBe(0);
  });

  test('keeps when the device says it was, which device it was, and that it came late', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session, { name: 'Pintu Timur' });
    const scannedAt = hall.api.clock.now.toISOString();
    hall.later(minute);
    await s.move('close');
    hall.later(minute);
    const entry = { kind: 'scan', group, nonce: 'late-group', scannedAt, clockOffsetMs: 1000 };
    const batch = { sentAt: hall.api.clock.now.toISOString(), entries: [entry] };
    const { body } = await hall.api.call(door.as, 'POST', `${s.base}/check-in-batches`, batch);
    expect(body.answers).toEqual([{ result: 'counted', count: 40 }]);
    expect(await stored(s)).toEqual([
      {
        nonce: 'late-group',
        at: new Date(Date.parse(scannedAt) + 1000).toISOString(),
        scannedAt,
        receivedAt: hall.api.clock.now.toISOString(),
        door: 'Pintu Timur',
        doorId: door.id,
        late: true,
        ...group,
      },
    ]);
  });

  test('is taken back by its own door within its time, once, and stays uncounted however often it comes', async () => {
    const s = await hall.scenario();
    const [a, b] = [await pairedDoor(hall.api, s.session), await pairedDoor(hall.api, s.session, { name: 'Pintu B' })];
    const send = async (who: As, ...entries: Record<string, unknown>[]) => {
      const sentAt = hall.api.clock.now.toISOString();
      const { body } = await hall.api.call(who, 'POST', `${s.base}/check-in-batches`, { sentAt, entries });
      return body.answers;
    };
    const scan = { kind: 'scan', group, nonce: 'mistyped-group', scannedAt: hall.api.clock.now.toISOString() };
    const uncount = { kind: 'uncount', of: 'mistyped-group', reason: 'Salah ketik' };
    expect(await send(a.as, uncount)).toEqual([{ result: 'problem', code: 'CHECK_IN_UNKNOWN' }]);
    expect(await send(a.as, scan)).toEqual([{ result: 'counted', count: 40 }]);
    expect(await send(b.as, uncount)).toEqual([{ result: 'problem', code: 'CHANGE_NOT_ALLOWED' }]);
    expect((await s.coverage()).people.grouped).toBe(40);
    const taken = { result: 'uncounted', count: 40 };
    expect(await send(a.as, scan, uncount, uncount)).toEqual([{ result: 'counted', count: 40 }, taken, taken]);
    expect(await send(a.as, scan)).toEqual([{ result: 'refused', reason: 'UNDONE' }]);
    expect((await s.coverage()).people.grouped).toBe(0);
    const [kept] = await stored(s);
    expect(kept).toMatchObject({ count: 40, undone: { by: `door:${a.id}`, reason: 'Salah ketik' } });
    hall.later(minute);
    expect(await send(a.as, uncount)).toEqual([taken]);
    expect((await stored(s))[0]).toEqual(kept);
  });

  test('is not its door’s to take back any more after 15 minutes, but an organiser’s', async () => {
    const s = await hall.scenario();
    const a = await pairedDoor(hall.api, s.session);
    const entry = { kind: 'scan', group, nonce: 'group-of-before', scannedAt: hall.api.clock.now.toISOString() };
    const send = async (who: As, one: Record<string, unknown>) => {
      const body = { sentAt: hall.api.clock.now.toISOString(), entries: [one] };
      return (await hall.api.call(who, 'POST', `${s.base}/check-in-batches`, body)).body.answers[0];
    };
    await send(a.as, entry);
    hall.later(16 * minute);
    const uncount = { kind: 'uncount', of: 'group-of-before', reason: 'Salah ketik' };
    expect(await send(a.as, uncount)).toEqual({ result: 'problem', code: 'CHANGE_NOT_ALLOWED' });
    expect(await send(as('organizer'), uncount)).toEqual({ result: 'uncounted', count: 40 });
  });

  test('entered by staff bears who entered it, as a scan does', async () => {
    const s = await hall.scenario();
    await s.scan('', { group, nonce: 'group-of-staff' });
    expect(await stored(s)).toMatchObject([{ operator: expect.stringMatching(/./) }]);
    await s.scan('Dinas A', { nonce: 'scan-of-staff' });
    const { body } = await hall.api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(body.checkIn.operator).toMatch(/./);
  });
});
