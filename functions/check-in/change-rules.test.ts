import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import type { CheckIn } from '../invitations/invitation-schema.ts';
import type { Actor } from './actor.ts';
import { changeTime, correctedCheckIn, doorChangeMs, isUndone, mayChange, undoneOf } from './change-rules.ts';
import type { CorrectionRequest } from './check-in-schema.ts';

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
    expect(mayChange(actor, checkIn, state, { now: later(wait) })).toBe(may);
  });

  test('a check-in of no door is no door’s to take back', () => {
    expect(mayChange(door('abcdefgh'), aCheckIn({ receivedAt: received }), 'OPEN', { now: later(0) })).toBe(false);
  });
});

describe('a change that says when it was made', () => {
  const scanned = aCheckIn({ at: received, receivedAt: later(30 * 60_000).toISOString(), doorId: 'abcdefgh' });
  const made = (milliseconds: number) => changeTime({ madeAt: later(milliseconds).toISOString() }, later(milliseconds));
  const sentLate = (milliseconds: number) => ({ ...made(milliseconds), now: later(10 * doorChangeMs) });

  test.each([
    ['made in time and sent much later', sentLate(doorChangeMs), true],
    ['made too late, however soon the scan came in before it', sentLate(doorChangeMs + 2 * 60_000), false],
    ['of an app that does not say, in time after the arrival', { now: later(40 * 60_000) }, true],
  ] as const)('%s', (_, time, may) => {
    expect(mayChange(door('abcdefgh'), scanned, 'OPEN', time)).toBe(may);
  });

  test.each([
    ['before the cut-off', 1_000, true],
    ['after it', 3_000, false],
  ] as const)('%s', (_, milliseconds, may) => {
    const cut = { kind: 'door', id: 'abcdefgh', name: 'Pintu A', cutOffAt: later(2_000).toISOString() } as const;
    expect(mayChange(cut, scanned, 'OPEN', sentLate(milliseconds))).toBe(may);
    expect(mayChange(cut, scanned, 'OPEN', { now: later(40 * 60_000) })).toBe(false);
  });

  test('is corrected as a scan is: by the offset, otherwise by its age', () => {
    const times = { madeAt: later(0).toISOString(), sentAt: later(60_000).toISOString() };
    const now = later(10 * 60_000);
    expect(changeTime(times, now).made?.at).toBe(later(9 * 60_000).toISOString());
    expect(changeTime({ ...times, clockOffsetMs: 60_000 }, now).made?.at).toBe(later(60_000).toISOString());
    expect(changeTime({}, now)).toEqual({ now });
  });
});

describe('a correction', () => {
  const request = { of: checkIn.nonce, who: 'delegate' as const, delegate: { name: 'Siti' } };
  const staffed = staff('organizer');
  const correct = (before: CheckIn, change: CorrectionRequest, now: Date) =>
    correctedCheckIn(before, change, staffed, { now });

  test('keeps everything of the scan and what it said first, through a second correction', () => {
    const once = correct(checkIn, request, later(1000));
    expect(once).toEqual({ ...checkIn, ...once, who: 'delegate', delegate: { name: 'Siti' } });
    expect(once.corrected).toEqual({ at: later(1000).toISOString(), was: 'holder', by: 'subject-1' });
    const twice = correct(once, { of: checkIn.nonce, who: 'acting' }, later(2000));
    expect(twice.delegate).toBeUndefined();
    expect(twice.corrected).toEqual({ at: later(2000).toISOString(), was: 'holder', by: 'subject-1' });
  });

  test('that says what stands there already is no change', () => {
    const once = correct(checkIn, request, later(1000));
    expect(correct(once, request, later(5000))).toBe(once);
    expect(correct(checkIn, { of: checkIn.nonce, who: 'holder' }, later(5000))).toBe(checkIn);
  });

  test.each([['abc'], ['acb'], ['bac'], ['bca'], ['cab'], ['cba'], ['abcab'], ['cac'], ['bcaabc']])(
    'counts when it was made last, in whatever order they come: %s',
    (order) => {
      const corrections = {
        a: { ...request, nonce: 'correction-a', madeAt: later(1_000).toISOString() },
        b: { of: checkIn.nonce, who: 'acting', nonce: 'correction-b', madeAt: later(2_000).toISOString() },
        // As the scan said at first: it counts all the same.
        c: { of: checkIn.nonce, who: 'holder', nonce: 'correction-c', madeAt: later(3_000).toISOString() },
      } as const;
      let [now, after] = [60_000, checkIn];
      for (const which of order) {
        const change = corrections[which as 'a'];
        // Sent at once, each on its own way for as long as it takes.
        const time = changeTime({ ...change, sentAt: change.madeAt }, later(now));
        after = correctedCheckIn(after, change, door('abcdefgh'), time);
        now += 60_000;
      }
      const last = order.includes('c') ? corrections.c : corrections.b;
      expect([after.who, after.corrected?.nonce]).toEqual([last.who, last.nonce]);
    },
  );
});

test('an undone scan is known by its nonce, with the whole of it, who did it and why', () => {
  const undone = undoneOf(checkIn, door('abcdefgh'), 'Salah orang', later(0));
  expect(undone).toEqual({ checkIn, at: received, by: 'door:abcdefgh', reason: 'Salah orang' });
  expect(isUndone(anInvitation('Dinas A', { undone: [undone] }), checkIn.nonce)).toBe(true);
  expect(isUndone(anInvitation('Dinas A'), checkIn.nonce)).toBe(false);
});
