/** Every way in: by code, by name, from paper, online, without an invitation. */
import { describe, expect, test } from 'vitest';
import { makeGuestId } from '../../functions/platform/ids.ts';
import { as } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { makeHall, minute } from '../support/hall.ts';

const hall = makeHall('Dinas A', 'Dinas B');

describe('every way in', () => {
  test('what a check-in rests on stands in it: a code, or a name that somebody found', async () => {
    const s = await hall.scenario();
    expect((await s.scan('Dinas A')).body.invitation.checkIn.evidence).toBe('CODE');
    const byName = await s.scan('', { invitation: s.id('Dinas B') });
    expect(byName.body.invitation.checkIn.evidence).toBe('NAME');
  });

  test('a door’s own name stands in the record, whatever it says; only staff enter from paper or online', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session, { name: 'Pintu Timur' });
    const now = hall.api.clock.now.toISOString();
    const scan = (changes: Record<string, unknown>) =>
      hall.api.call(door.as, 'POST', `${s.base}/check-ins`, {
        token: s.token('Dinas A'),
        scannedAt: now,
        sentAt: now,
        ...changes,
      });
    for (const mode of ['BACK_ENTERED', 'ONLINE']) {
      const { status, body } = await scan({ nonce: 'paper-at-door', mode, reason: 'Daftar kertas' });
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'NOT_ALLOWED' });
    }
    const { body } = await scan({ nonce: 'door-own-name', door: 'Pintu lain' });
    expect(body.invitation.checkIn).toMatchObject({ door: 'Pintu Timur', doorId: door.id });
  });

  test('a back-entry needs a reason, and keeps it with who entered it', async () => {
    const s = await hall.scenario();
    const without = await s.scan('', { invitation: s.id('Dinas A'), mode: 'BACK_ENTERED' });
    expect(without.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/body/reason' }] });
    const entered = await s.scan('', {
      invitation: s.id('Dinas A'),
      mode: 'BACK_ENTERED',
      reason: 'Listrik padam',
      door: undefined,
    });
    expect(entered.status).toBe(201);
    const { body } = await hall.api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(body.checkIn).toMatchObject({
      mode: 'BACK_ENTERED',
      reason: 'Listrik padam',
      door: 'Panitia',
      operator: expect.stringMatching(/./),
    });
    expect((await s.coverage()).units).toMatchObject({ inPerson: 1, online: 0, missing: 1 });
  });

  test('online attendance is neither presence nor absence', async () => {
    const s = await hall.scenario();
    await s.scan('', { invitation: s.id('Dinas A'), mode: 'ONLINE', who: 'delegate', reason: 'Zoom' });
    const coverage = await s.coverage();
    expect(coverage.units).toEqual({ expected: 2, inPerson: 0, acting: 0, delegated: 0, online: 1, missing: 1 });
    expect(coverage.classes[0]).toMatchObject({ online: 1, represented: 0, missing: 1 });
    expect(coverage.districts[0]).toMatchObject({ online: 1, represented: 0, missing: 1 });
    const units = await hall.api.call(as('regent'), 'GET', `${s.base}/coverage/units?presence=ONLINE`);
    expect(units.body.items).toMatchObject([{ name: 'Dinas A', presence: 'ONLINE' }]);
    const regency = await hall.api.call(as('regent'), 'GET', '/api/regencies/16.04/units?never=true');
    expect(regency.body.items.map((unit: { name: string }) => unit.name)).toContain('Dinas A');
  });

  test('a walk-in guest is a check-in outside the denominator; a group is a count only', async () => {
    const s = await hall.scenario();
    const guest = { office: 'Ketua KPU', name: 'Budi', institution: 'KPU' };
    const entered = await s.scan('', { guest, nonce: 'walk-in-guest' });
    expect(entered.status).toBe(201);
    expect(entered.body.invitation).toMatchObject({ kind: 'guest', walkIn: true, name: 'KPU', office: 'Ketua KPU' });
    // Of the scan alone: an id that hashed the name could be tried against every name.
    const other = await hall.scenario();
    const theirs = await other.scan('', { guest: { office: 'Lain' }, nonce: 'walk-in-guest' });
    expect(makeGuestId(s.session, 'walk-in-guest', 0, [])).toBe(entered.body.invitation.id);
    expect(theirs.body.invitation.id).not.toBe(entered.body.invitation.id);
    const again = await s.scan('', { guest, nonce: 'walk-in-guest' });
    expect([again.status, again.body.result, again.body.invitation.id]).toEqual([
      200,
      'replayed',
      entered.body.invitation.id,
    ]);
    const group = { count: 40, label: 'Siswa SMA' };
    expect(await s.scan('', { group, nonce: 'group-of-pupils' })).toMatchObject({
      status: 201,
      body: { result: 'counted', count: 40 },
    });
    await s.scan('', { group: { count: 99 }, nonce: 'group-of-pupils' });
    const coverage = await s.coverage();
    expect(coverage.people).toEqual({ checkedIn: 1, guests: 1, grouped: 40 });
    expect(coverage.units).toMatchObject({ expected: 2, missing: 2 });
    await s.move('close');
    hall.later(minute);
    expect((await s.scan('', { guest, nonce: 'walk-in-guest' })).body.result).toBe('replayed');
    expect((await s.scan('', { group, nonce: 'group-of-pupils' })).body.result).toBe('counted');
    expect((await s.scan('', { guest, nonce: 'too-late-guest' })).body.reason).toBe('SESSION_OVER');
    expect((await s.scan('', { group, nonce: 'too-late-group' })).body.reason).toBe('SESSION_OVER');
  });
});
