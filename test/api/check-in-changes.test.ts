/** Taking a check-in back and correcting it: who may, until when, and what stays known. */
import { describe, expect, test } from 'vitest';
import { mostUndone } from '../../functions/check-in/change-rules.ts';
import { type As, as, type Reply } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { makeHall, minute } from '../support/hall.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B');

describe('taking back and correcting', () => {
  const undo = (s: Scenario, who: As, of: string, unit = 'Dinas A') =>
    hall.api.call(who, 'POST', `${s.base}/invitations/${s.id(unit)}/undo`, { of, reason: 'Salah orang' });
  const correct = (s: Scenario, who: As, of: string, delegate = { name: 'Siti' }) =>
    hall.api.call(who, 'PUT', `${s.base}/invitations/${s.id('Dinas A')}/attendance`, { of, who: 'delegate', delegate });
  const atDoor = (s: Scenario, who: As, nonce: string) => {
    const now = hall.api.clock.now.toISOString();
    return hall.api.call(who, 'POST', `${s.base}/check-ins`, {
      token: s.token('Dinas A'),
      nonce,
      scannedAt: now,
      sentAt: now,
    });
  };
  const coded = ({ status, body }: Reply) => [status, body.code ?? body.result];

  test('an undone scan never comes in again; another one may', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas A', { nonce: 'undone-scan-1' });
    const undone = await undo(s, as('operator'), 'undone-scan-1');
    expect(undone.body.invitation.checkIn).toBeUndefined();
    expect(undone.body.invitation.undone).toMatchObject([
      { reason: 'Salah orang', checkIn: { nonce: 'undone-scan-1' } },
    ]);
    expect((await s.coverage()).units.missing).toBe(2);
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-1' })).body.reason).toBe('UNDONE');
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-2' })).status).toBe(201);
    expect((await s.scan('Dinas A', { nonce: 'undone-scan-1' })).body.reason).toBe('UNDONE');
    expect(coded(await undo(s, as('operator'), 'undone-scan-1'))).toEqual([200, 'undone']);
    expect(coded(await undo(s, as('operator'), 'never-scanned'))).toEqual([404, 'CHECK_IN_UNKNOWN']);
    expect((await s.coverage()).units.inPerson).toBe(1);
  });

  test('a door takes its own scans back, for 15 minutes; an operator while the session runs; an organiser later too', async () => {
    const s = await hall.scenario();
    const a = await pairedDoor(hall.api, s.session, { name: 'Pintu A' });
    const b = await pairedDoor(hall.api, s.session, { name: 'Pintu B' });
    await atDoor(s, a.as, 'scan-at-door-a');
    expect(coded(await undo(s, b.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    expect(coded(await correct(s, b.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    hall.later(15 * minute);
    expect(coded(await correct(s, a.as, 'scan-at-door-a'))).toEqual([200, 'corrected']);
    hall.later(1);
    expect(coded(await undo(s, a.as, 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    // The correction that was made in time may be repeated: its answer may have been lost.
    expect(coded(await correct(s, a.as, 'scan-at-door-a'))).toEqual([200, 'corrected']);
    await s.move('close');
    hall.later(minute);
    expect(coded(await undo(s, as('operator'), 'scan-at-door-a'))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    expect(coded(await undo(s, as('organizer'), 'scan-at-door-a'))).toEqual([200, 'undone']);
  });

  test('a door that undoes and scans the same code again and again is stopped; an organiser is not', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    const last = `again-and-again-${mostUndone}`;
    const scanAndUndo = async (turn: number) => {
      const nonce = `again-and-again-${turn}`;
      expect((await atDoor(s, door.as, nonce)).status).toBe(201);
      return coded(await undo(s, door.as, nonce));
    };
    for (let turn = 0; turn < mostUndone; turn += 1) expect(await scanAndUndo(turn)).toEqual([200, 'undone']);
    expect(await scanAndUndo(mostUndone)).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    // The repeat of one that was taken back in time is answered as it was; somebody who is in may still be corrected.
    expect(coded(await undo(s, door.as, `again-and-again-${mostUndone - 1}`))).toEqual([200, 'undone']);
    expect(coded(await correct(s, door.as, last))).toEqual([200, 'corrected']);
    expect(coded(await undo(s, as('operator'), last))).toEqual([403, 'CHANGE_NOT_ALLOWED']);
    expect(coded(await undo(s, as('organizer'), last))).toEqual([200, 'undone']);
  });

  test('a correction says who came, keeps what was said before, and moves the figure', async () => {
    const s = await hall.scenario();
    await s.scan('Dinas A', { nonce: 'corrected-scan' });
    const { body } = await correct(s, as('operator'), 'corrected-scan');
    expect(body.invitation.checkIn).toMatchObject({
      who: 'delegate',
      delegate: { name: 'Siti' },
      corrected: { was: 'holder' },
    });
    expect((await s.coverage()).units).toMatchObject({ inPerson: 0, delegated: 1 });
    await correct(s, as('operator'), 'corrected-scan', { name: 'Sri' });
    const undone = await undo(s, as('operator'), 'corrected-scan');
    expect(undone.body.invitation.undone[0].checkIn).toMatchObject({ delegate: { name: 'Sri' } });
    expect(coded(await correct(s, as('operator'), 'corrected-scan'))).toEqual([404, 'CHECK_IN_UNKNOWN']);
  });
});
