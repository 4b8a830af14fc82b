import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import type { Actor } from './admission.ts';
import { correctedCheckIn, doorChangeMs, isUndone, mayChange, undoneOf } from './change-rules.ts';

const received = '2024-06-27T01:00:00.000Z';
const checkIn = aCheckIn({ receivedAt: received, doorId: 'abcdefgh' });
const later = (milliseconds: number) => new Date(Date.parse(received) + milliseconds);
const door = (id: string): Actor => ({ kind: 'door', id, name: 'Pintu A' });
const staff = (role: 'organizer' | 'operator'): Actor => ({ kind: 'staff', subject: 'subject-1', role });
const attendee: Actor = { kind: 'attendee', phone: 'x', evidence: 'VENUE_SCREEN' };

describe('who may take a check-in back', () => {
  test.each([
    ['its own door in time', door('abcdefgh'), 'OPEN', doorChangeMs, true],
    ['its own door a moment too late', door('abcdefgh'), 'OPEN', doorChangeMs + 1, false],
    ['its own door after closing, in time', door('abcdefgh'), 'CLOSED', 1000, true],
    ['another door', door('bbbbbbbb'), 'OPEN', 1000, false],
    ['an operator while it runs', staff('operator'), 'OPEN', 10 * doorChangeMs, true],
    ['an operator after closing', staff('operator'), 'CLOSED', 1000, false],
    ['an organiser after closing', staff('organizer'), 'CLOSED', 10 * doorChangeMs, true],
    ['an organiser of a cancelled session', staff('organizer'), 'CANCELLED', 1000, false],
    ['the attendee', attendee, 'OPEN', 0, false],
  ] as const)('%s', (_, actor, state, wait, may) => {
    expect(mayChange(actor, checkIn, state, later(wait))).toBe(may);
  });

  test('a check-in of no door is no door’s to take back', () => {
    expect(mayChange(door('abcdefgh'), aCheckIn({ receivedAt: received }), 'OPEN', later(0))).toBe(false);
  });
});

describe('a correction', () => {
  const request = { of: checkIn.nonce, who: 'delegate' as const, delegate: { name: 'Siti' } };

  test('keeps everything of the scan and what it said first, through a second correction', () => {
    const once = correctedCheckIn(checkIn, request, later(1000));
    expect(once).toEqual({ ...checkIn, ...once, who: 'delegate', delegate: { name: 'Siti' } });
    expect(once.corrected).toEqual({ at: later(1000).toISOString(), was: 'holder' });
    const twice = correctedCheckIn(once, { of: checkIn.nonce, who: 'acting' }, later(2000));
    expect(twice.delegate).toBeUndefined();
    expect(twice.corrected).toEqual({ at: later(2000).toISOString(), was: 'holder' });
  });

  test('that says what stands there already is no change', () => {
    const once = correctedCheckIn(checkIn, request, later(1000));
    expect(correctedCheckIn(once, request, later(5000))).toBe(once);
    expect(correctedCheckIn(checkIn, { of: checkIn.nonce, who: 'holder' }, later(5000))).toBe(checkIn);
  });
});

test('an undone scan is known by its nonce, with the whole of it, who did it and why', () => {
  const undone = undoneOf(checkIn, door('abcdefgh'), 'Salah orang', later(0));
  expect(undone).toEqual({ checkIn, at: received, by: 'door:abcdefgh', reason: 'Salah orang' });
  expect(isUndone(anInvitation('Dinas A', { undone: [undone] }), checkIn.nonce)).toBe(true);
  expect(isUndone(anInvitation('Dinas A'), checkIn.nonce)).toBe(false);
});
