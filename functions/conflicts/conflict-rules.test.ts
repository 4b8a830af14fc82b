import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import { conflictOf, listOrder, propose, showConflict } from './conflict-rules.ts';

const early = '2024-06-27T00:50:00.000Z';
const late = '2024-06-27T00:55:00.000Z';
const now = new Date('2024-06-27T01:00:00.000Z');
const here = (at: string, who: 'holder' | 'acting' | 'delegate' = 'holder') =>
  aCheckIn({ nonce: 'nonce-here', at, who });
const there = (at: string, who: 'holder' | 'acting' | 'delegate' = 'holder') =>
  aCheckIn({ nonce: 'nonce-there', at, who, door: 'Pintu B' });
const found = (recorded: ReturnType<typeof here> | undefined, other: ReturnType<typeof there>, revokedAt?: string) => {
  const invitation = anInvitation('Dinas A', {
    ...(recorded && { checkIn: recorded }),
    ...(revokedAt && { revokedAt }),
  });
  const conflict = conflictOf(invitation, other, { revoked: revokedAt !== undefined, now });
  return { invitation, conflict, proposal: propose(conflict, invitation) };
};

describe('a conflict', () => {
  test('bears its invitation, the nonce of the scan that came second and both stories', () => {
    const { conflict, invitation } = found(here(early), there(late));
    expect(conflict).toMatchObject({
      id: `${invitation.id}-nonce-there`,
      kind: 'ADMITTED_TWICE',
      recorded: { nonce: 'nonce-here' },
      other: { nonce: 'nonce-there' },
      foundAt: now.toISOString(),
    });
  });

  test.each([
    ['holder', 'holder', 'ADMITTED_TWICE'],
    ['holder', 'acting', 'ADMITTED_TWICE'],
    ['delegate', 'delegate', 'ADMITTED_TWICE'],
    ['holder', 'delegate', 'HOLDER_AND_DELEGATE'],
    ['delegate', 'acting', 'HOLDER_AND_DELEGATE'],
  ] as const)('of %s and %s is %s', (recorded, other, kind) => {
    expect(found(here(early, recorded), there(late, other)).conflict.kind).toBe(kind);
  });
});

describe('the proposal', () => {
  test.each([
    ['the record came first', here(early), there(late), undefined, 'KEEP', 'EARLIER'],
    ['the other came first', here(late), there(early), undefined, 'TAKE_OTHER', 'EARLIER'],
    ['both at one moment', here(early), there(early), undefined, 'KEEP', 'EARLIER'],
    ['the head is on record', here(late), there(early, 'delegate'), undefined, 'KEEP', 'HOLDER_CAME'],
    ['a delegate is on record', here(early, 'delegate'), there(late), undefined, 'TAKE_OTHER', 'HOLDER_CAME'],
    ['scanned before the revocation', undefined, there(early), late, 'TAKE_OTHER', 'SCANNED_BEFORE_REVOCATION'],
    ['scanned after the revocation', undefined, there(late), early, 'KEEP', 'SCANNED_AFTER_REVOCATION'],
    ['revoked, and somebody is in already', here(early), there(early), late, 'KEEP', 'EARLIER'],
  ] as const)('%s', (_, recorded, other, revokedAt, decision, because) => {
    expect(found(recorded, other, revokedAt).proposal).toEqual({ decision, because });
  });

  test.each([
    ['scanned before it was replaced', early, late, 1, 'TAKE_OTHER', 'SCANNED_BEFORE_REVOCATION'],
    ['scanned after it was replaced', late, early, 1, 'KEEP', 'SCANNED_AFTER_REVOCATION'],
    ['older than the one replaced last', early, late, 0, 'KEEP', 'OLDER_CODE'],
    ['replaced before that was kept', early, undefined, 1, 'KEEP', 'OLDER_CODE'],
  ] as const)('of a replaced code, %s', (_, scanned, replacedAt, version, decision, because) => {
    const invitation = anInvitation('Dinas A', { tokenVersion: 2, ...(replacedAt && { replacedAt }) });
    const conflict = conflictOf(invitation, there(scanned), { revoked: true, version, now });
    expect(propose(conflict, invitation)).toEqual({ decision, because });
  });

  test('of a revoked code stays what it was when another code is issued later', () => {
    const { conflict, proposal } = found(undefined, there(early), late);
    const reissued = anInvitation('Dinas A', { tokenVersion: 2, replacedAt: late });
    expect(propose(conflict, reissued)).toEqual(proposal);
  });

  test('looks at the record as it is by now: undone, or corrected', () => {
    const { conflict } = found(here(early), there(late));
    expect(propose(conflict, anInvitation('Dinas A'))).toEqual({ decision: 'TAKE_OTHER', because: 'RECORD_UNDONE' });
    const corrected = anInvitation('Dinas A', { checkIn: here(early, 'delegate') });
    expect(propose(conflict, corrected)).toEqual({ decision: 'TAKE_OTHER', because: 'HOLDER_CAME' });
  });
});

test('open conflicts come before decided ones, the oldest first', () => {
  const order = (id: string, foundAt: string, decision?: 'KEEP') => listOrder({ id, foundAt, decision });
  const sorted = [order('c', early, 'KEEP'), order('b', late), order('a', early)].sort();
  expect(sorted).toEqual([order('a', early), order('b', late), order('c', early, 'KEEP')]);
});

test('what is shown of a conflict names the head without titles and no number', () => {
  const { conflict, invitation } = found(here(early), there(late));
  const shown = showConflict(conflict, invitation);
  expect(shown.invitation).toMatchObject({ name: 'Dinas A', office: 'Kepala Dinas A', holderName: 'Sahabadi' });
  expect(JSON.stringify(shown)).not.toContain('198001012005011001');
});

test('what is shown while it is open is the record as it is now; once decided, what it was about stays', () => {
  const { conflict, invitation } = found(here(late), there(early));
  const another = { ...invitation, checkIn: { ...here(early), nonce: 'nonce-third' } };
  expect(showConflict(conflict, another).recorded?.nonce).toBe('nonce-third');
  expect(showConflict(conflict, another).proposal.decision).toBe('KEEP');
  const decided = { ...conflict, decision: 'TAKE_OTHER' as const };
  const after = { ...invitation, checkIn: conflict.other };
  expect(showConflict(decided, after).recorded?.nonce).toBe('nonce-here');
  expect(showConflict(decided, after).proposal).toEqual({ decision: 'TAKE_OTHER', because: 'EARLIER' });
});
