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

  describe('of a code of an office that names delegates', () => {
    const t = (minute: number) => `2024-06-27T00:${String(minute).padStart(2, '0')}:00.000Z`;
    const delegation = (version: number, at: string) => ({
      delegate: { name: `Wakil ${version}` },
      at,
      version,
      holderVersion: 1,
    });
    /** 2 named at :10, 3 in their place at :20, 4 at :30, which stands. */
    const standing = anInvitation('Dinas A', {
      tokenVersion: 4,
      lastVersion: 4,
      delegation: delegation(4, t(30)),
      takenBack: { version: 3, at: t(30) },
      takenBackBefore: [{ version: 2, at: t(20) }],
    });
    const { delegation: _, ...bare } = standing;
    /** And 4 taken back at :40. */
    const back = {
      ...bare,
      tokenVersion: 1,
      takenBack: { version: 4, at: t(40) },
      takenBackBefore: [
        { version: 3, at: t(30) },
        { version: 2, at: t(20) },
      ],
    };
    const revoked = { ...standing, revokedAt: t(40) };
    /** 4 re-issued at :40 as 5, and 6 named at :50. */
    const reissued = {
      ...standing,
      tokenVersion: 6,
      lastVersion: 6,
      delegation: { ...delegation(6, t(50)), holderVersion: 5 },
      replacedAt: t(40),
      replacedVersion: 4,
    };
    const forgotten = { ...back, takenBackBefore: [] };
    const take = 'TAKE_OTHER';
    const [before, after] = ['SCANNED_BEFORE_REVOCATION', 'SCANNED_AFTER_REVOCATION'];

    test.each([
      ['the head’s own, while a delegate is named', standing, 1, 'holder', 55, take, 'HOLDER_CAME'],
      ['the head’s own, after the delegation was taken back', back, 1, 'holder', 25, take, 'HOLDER_CAME'],
      ['the head’s own, shown by somebody else before it was closed', standing, 1, 'delegate', 29, take, before],
      ['the head’s own, shown by somebody else after it was closed', standing, 1, 'delegate', 30, 'KEEP', after],
      ['of the delegate before the last, while it was good', standing, 2, 'delegate', 19, take, before],
      ['of the delegate before the last, when it was dead', standing, 2, 'delegate', 20, 'KEEP', after],
      ['of the last delegate, while it was good', standing, 3, 'delegate', 29, take, before],
      ['of the last delegate, when it was dead', standing, 3, 'delegate', 31, 'KEEP', after],
      ['of a delegate before the last, all taken back', back, 2, 'delegate', 19, take, before],
      ['of a delegate before the last, all taken back, when it was dead', back, 2, 'delegate', 21, 'KEEP', after],
      ['of the delegate who was taken back', back, 4, 'delegate', 39, take, before],
      ['of a delegate whose end nobody remembers', forgotten, 2, 'delegate', 19, 'KEEP', 'OLDER_CODE'],
      ['of the standing delegate, before all was revoked', revoked, 4, 'delegate', 39, take, before],
      ['of the standing delegate, after all was revoked', revoked, 4, 'delegate', 41, 'KEEP', after],
      ['of the delegate whom a re-issue ended', reissued, 4, 'delegate', 39, take, before],
      ['of the head before the re-issue', reissued, 1, 'holder', 39, 'KEEP', 'OLDER_CODE'],
      ['of the head after the re-issue, a delegate named', reissued, 5, 'holder', 55, take, 'HOLDER_CAME'],
    ] as const)('%s', (_, invitation, version, who, minute, decision, because) => {
      const conflict = conflictOf(invitation, there(t(minute), who), { revoked: true, version, now });
      expect(propose(conflict, invitation)).toEqual({ decision, because });
    });

    test('the head on record is kept, whichever delegate’s code was good earlier; of two delegates the earlier one', () => {
      const proposal = (who: 'holder' | 'delegate', other: 'holder' | 'delegate', version: number) => {
        const invitation = { ...standing, checkIn: here(t(18), who) };
        const conflict = conflictOf(invitation, there(t(12), other), { revoked: true, version, now });
        return propose(conflict, invitation);
      };
      expect(proposal('holder', 'delegate', 2)).toEqual({ decision: 'KEEP', because: 'HOLDER_CAME' });
      expect(proposal('delegate', 'delegate', 2)).toEqual({ decision: take, because: 'EARLIER' });
      expect(proposal('delegate', 'holder', 1)).toEqual({ decision: take, because: 'HOLDER_CAME' });
      expect(proposal('holder', 'holder', 1)).toEqual({ decision: take, because: 'EARLIER' });
    });
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
