import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession } from '../../test/support/fixtures.ts';
import type { Zone } from '../platform/base-schema.ts';
import { isDue, owed } from './mail-rules.ts';
import type { Mail } from './mail-schema.ts';
import { isToRemind, reminderCall, reminderDue } from './reminder-rules.ts';

const reminding = (changes: Parameters<typeof aSession>[0] = {}) =>
  aSession({ state: 'PUBLISHED', reminderDays: [7, 3, 1], ...changes });
const due = (at: string, changes: Parameters<typeof aSession>[0] = {}) => reminderDue(reminding(changes), new Date(at));

describe('which reminder is owed', () => {
  test.each<[at: string, expected: number | undefined, why: string]>([
    // The session begins on Thursday 27 June at 08.00 WIB.
    ['2024-06-20T00:59:59Z', undefined, 'a second before eight o’clock'],
    ['2024-06-20T01:00:00Z', 7, 'eight o’clock, seven days before'],
    ['2024-06-24T01:00:00Z', 3, 'three days before'],
    ['2024-06-24T16:59:59Z', 3, 'the last second of that day: a missed hour is made up for'],
    ['2024-06-24T17:00:00Z', undefined, 'not on the next day'],
    ['2024-06-25T03:00:00Z', undefined, 'two days before'],
    ['2024-06-26T01:00:00Z', 1, 'the day before'],
    ['2024-06-26T17:00:00Z', undefined, 'from midnight on'],
    ['2024-06-27T00:59:00Z', undefined, 'the morning itself'],
    ['2024-06-27T02:00:00Z', undefined, 'once it has begun'],
    ['2024-06-28T02:00:00Z', undefined, 'afterwards'],
  ])('%s: %s, %s', (at, expected) => {
    expect(due(at)).toBe(expected);
  });

  test.each<[Zone, string, string]>([
    ['WIB', '2024-06-24T01:00:00Z', '2024-06-24T17:00:00Z'],
    ['WITA', '2024-06-24T00:00:00Z', '2024-06-24T16:00:00Z'],
    ['WIT', '2024-06-23T23:00:00Z', '2024-06-24T15:00:00Z'],
  ])('in %s from eight o’clock there until midnight there', (zone, from, until) => {
    const startsAt = '2024-06-27T05:00:00.000Z';
    const at = (instant: string, milliseconds: number) =>
      due(new Date(Date.parse(instant) + milliseconds).toISOString(), { zone, startsAt });
    expect([at(from, -1), at(from, 0), at(until, -1), at(until, 0)]).toEqual([undefined, 3, 3, undefined]);
  });

  test('a session right after midnight is reminded of on the days before its own day', () => {
    expect(due('2024-06-24T01:00:00Z', { startsAt: '2024-06-26T17:00:00.000Z' })).toBe(3);
    expect(due('2024-06-24T01:00:00Z', { startsAt: '2024-06-26T16:59:00.000Z' })).toBeUndefined();
  });

  test('nothing where nobody chose it, and in no state but those in which a link can be answered', () => {
    const at = '2024-06-24T03:00:00Z';
    const { reminderDays: _, ...before } = reminding();
    expect(reminderDue(before, new Date(at))).toBeUndefined();
    expect(due(at, { reminderDays: [] })).toBeUndefined();
    expect(due(at, { reminderDays: [7, 1] })).toBeUndefined();
    const states = ['DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
    expect(states.filter((state) => due(at, { state }) !== undefined)).toEqual(['PUBLISHED', 'OPEN']);
  });

  test('never once the session has begun, whatever its time and zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
        fc.integer({ min: -10 * 24 * 3600, max: 10 * 24 * 3600 }),
        fc.constantFrom<Zone>('WIB', 'WITA', 'WIT'),
        (start, seconds, zone) => {
          const now = new Date(start.getTime() + seconds * 1000);
          const day = reminderDue(reminding({ zone, startsAt: start.toISOString() }), now);
          if (day === undefined) return;
          expect(now.getTime()).toBeLessThan(start.getTime());
          // Within the day that it speaks of: not a day early, not a day late.
          expect(Math.abs(start.getTime() - now.getTime() - day * 86_400_000)).toBeLessThan(86_400_000);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const now = new Date('2024-06-24T01:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const by = reminderCall(reminding(), 3);
const anInvite = (changes: Partial<Mail> = {}): Mail => ({
  ...owed(anInvitation('Dinas A'), { purpose: 'INVITE' }, new Date(hoursAgo(48))),
  state: 'SENT',
  ...changes,
});

describe('who is reminded', () => {
  const isMeant = (
    changes: Parameters<typeof anInvitation>[1],
    mails: Mail[] = [anInvite()],
    { isOwed = false, publishedAt = hoursAgo(48) } = {},
  ) => isToRemind(anInvitation('Dinas A', changes), { publishedAt }, { by, mails, isOwed, now });

  test('whoever has not answered', () => {
    expect(isMeant({})).toBe(true);
    expect(isMeant({ answer: { kind: 'ATTENDING', at: hoursAgo(1) } })).toBe(false);
    expect(isMeant({ checkIn: aCheckIn() })).toBe(false);
    expect(isMeant({ revokedAt: hoursAgo(1) })).toBe(false);
    expect(isMeant({ walkIn: true })).toBe(false);
  });

  test('once, and nobody whom somebody reminded within a day', () => {
    expect(isMeant({}, [], { isOwed: true })).toBe(false);
    expect(isMeant({ remindedBy: 'by hand', remindedAt: hoursAgo(23) })).toBe(false);
    expect(isMeant({ remindedBy: 'by hand', remindedAt: hoursAgo(24) })).toBe(true);
    // Claimed by a run that broke off before the mail was owed.
    expect(isMeant({ remindedBy: by, remindedAt: hoursAgo(0) })).toBe(true);
  });

  test('nobody whose invitation went out within a day; one that failed did not', () => {
    expect(isMeant({}, [anInvite({ since: hoursAgo(23) })])).toBe(false);
    expect(isMeant({}, [anInvite({ since: hoursAgo(2), state: 'QUEUED' })])).toBe(false);
    expect(isMeant({}, [anInvite({ since: hoursAgo(2), state: 'FAILED' })])).toBe(true);
  });

  test('nobody who is on the list, or whose link can be opened, for less than a day: no mail may have told them', () => {
    expect(isMeant({ invitedAt: hoursAgo(23) }, [])).toBe(false);
    expect(isMeant({ invitedAt: hoursAgo(24) }, [])).toBe(true);
    expect(isMeant({}, [], { publishedAt: hoursAgo(23) })).toBe(false);
    expect(isMeant({}, [], { publishedAt: hoursAgo(24) })).toBe(true);
    // Published before that was kept.
    expect(isToRemind(anInvitation('Dinas A'), {}, { by, mails: [], isOwed: false, now })).toBe(true);
  });
});

describe('when it leaves', () => {
  const session = reminding();
  const invitation = anInvitation('Dinas A', { remindedBy: by, remindedAt: now.toISOString() });
  const mail: Mail = { ...owed(invitation, { purpose: 'REMIND' }, now), daysBefore: 3 };
  const leaves = (changes: Parameters<typeof aSession>[0], at = '2024-06-24T09:00:00Z') =>
    isDue(mail, invitation, { ...session, ...changes }, new Date(at));

  test('on its day', () => {
    expect(leaves({})).toBe(true);
    expect(leaves({}, '2024-06-24T17:00:00Z')).toBe(false);
  });

  test('not of a session that was moved, nor where it is wanted no more', () => {
    expect(leaves({ startsAt: '2024-06-28T01:00:00.000Z' })).toBe(false);
    // Within its day it leaves: its text is written when it does, and says the new hour.
    expect(leaves({ startsAt: '2024-06-27T03:00:00.000Z' })).toBe(true);
    expect(leaves({ reminderDays: [1] })).toBe(false);
    expect(leaves({ state: 'CANCELLED' })).toBe(false);
  });

  test('a reminder by hand goes by its claim, as before', () => {
    const { daysBefore: _, ...byHand } = mail;
    expect(isDue(byHand, invitation, session, new Date('2024-06-24T18:00:00Z'))).toBe(true);
  });
});
