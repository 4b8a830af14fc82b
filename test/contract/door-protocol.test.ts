/** What the door's writes and the conflicts promise, against the embedded engine. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { correctedCheckIn, undoneOf } from '../../functions/check-in/change-rules.ts';
import { denialOf } from '../../functions/check-in/check-in-rules.ts';
import { conflictOf, replacedBy } from '../../functions/conflicts/conflict-rules.ts';
import type { CheckIn } from '../../functions/invitations/invitation-schema.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { aCheckIn, anInvitation, lahat } from '../support/fixtures.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

const now = new Date('2024-06-27T01:00:00.000Z');
const organizer = { kind: 'staff', subject: 'subject-1', role: 'organizer' } as const;
let sessions = 0;
const checkedIn = async () => {
  sessions += 1;
  const session = makeSessionId(lahat, `door-protocol-${sessions}`);
  const invitation = anInvitation('Dinas A', { session });
  await engine.stores.invitations.add([invitation]);
  const target = { session, invitation: invitation.id, tokenVersion: 1 };
  const checkIn = aCheckIn();
  await engine.stores.checkIns.checkIn({ ...target, checkIn });
  return { ...target, checkIn, undone: undoneOf(checkIn, organizer, 'Salah orang', now) };
};

describe('taking back and correcting', () => {
  test('what is taken back is kept whole, and neither that scan nor the same undo goes through again', async () => {
    const { checkIns } = engine.stores;
    const { session, invitation, tokenVersion, checkIn, undone } = await checkedIn();
    const after = await checkIns.undo(session, invitation, undone);
    expect(after).toMatchObject({ undone: [undone], undoneNonces: [checkIn.nonce], changedAt: now.toISOString() });
    expect(after?.checkIn).toBeUndefined();
    expect(await checkIns.undo(session, invitation, undone)).toBeUndefined();
    const target = { session, invitation, tokenVersion };
    expect(await checkIns.checkIn({ ...target, checkIn })).toMatchObject({ result: 'refused', reason: 'UNDONE' });
    const next = await checkIns.checkIn({ ...target, checkIn: aCheckIn({ nonce: 'nonce-0002' }) });
    expect(next.result).toBe('accepted');
  });

  test('a change is made to what was read, and to nothing else', async () => {
    const { checkIns } = engine.stores;
    const { session, invitation, checkIn: before, undone } = await checkedIn();
    const request = { of: before.nonce, who: 'acting' as const };
    const after = correctedCheckIn(before, request, organizer, { now });
    const change = { before, after, at: now.toISOString() };
    expect((await checkIns.correct(session, invitation, change))?.checkIn).toEqual(after);
    // Both rest on the check-in as it was before the correction.
    expect(await checkIns.correct(session, invitation, change)).toBeUndefined();
    expect(await checkIns.undo(session, invitation, undone)).toBeUndefined();
    const again = undoneOf(after, organizer, 'Salah orang', now);
    expect((await checkIns.undo(session, invitation, again))?.undone).toEqual([again]);
  });
});

describe('scans that let nobody in', () => {
  test('each is recorded once, wherever it stands, and the oldest comes first', async () => {
    const { checkIns } = engine.stores;
    const { session, invitation, tokenVersion } = await checkedIn();
    const forged = denialOf(aCheckIn({ nonce: 'nonce-forged', at: '2024-06-27T00:59:00.000Z' }), 'UNKNOWN');
    const refused = aCheckIn({ nonce: 'nonce-over', at: '2024-06-27T00:58:00.000Z' });
    for (let time = 0; time < 2; time += 1) {
      await checkIns.recordDenial(session, '-#nonce-forged', {
        ...forged,
        receivedAt: new Date(now.getTime() + time).toISOString(),
      });
      await checkIns.deny({ session, invitation, tokenVersion, checkIn: refused }, 'SESSION_OVER');
      // A repeat of the scan on record is none.
      await checkIns.deny({ session, invitation, tokenVersion, checkIn: aCheckIn() }, 'SESSION_OVER');
    }
    const denials = await checkIns.denials(session);
    expect(denials.map(({ nonce, reason, receivedAt }) => [nonce, reason, receivedAt])).toEqual([
      ['nonce-over', 'SESSION_OVER', refused.receivedAt],
      ['nonce-forged', 'UNKNOWN', now.toISOString()],
    ]);
  });
});

describe('an invitation that is refused again and again', () => {
  const size = (item: unknown): number => JSON.stringify(item).length;
  const key = (session: string, invitation: string) => ({ pk: `S#${session}`, sk: `I#${invitation}` });

  test('stays within 2 KB; below its cap a refusal costs two requests, beyond it an item of its own', async () => {
    const { checkIns, invitations } = engine.stores;
    const { session, invitation, tokenVersion } = await checkedIn();
    await invitations.revoke(session, invitation, now.toISOString());
    const refuse = async (index: number, more: Partial<CheckIn> = {}) => {
      engine.requests.reset();
      const checkIn = aCheckIn({ nonce: `1234567890-1234567890-1234567890-${index}`, evidence: 'CODE', ...more });
      const outcome = await checkIns.checkIn({ session, invitation, tokenVersion, checkIn, shown: 'REFUSED' });
      expect(outcome).toMatchObject({ result: 'refused', reason: 'REVOKED' });
      return engine.requests.sent.length;
    };
    const costs: number[] = [];
    for (let index = 0; index < 6; index += 1) costs.push(await refuse(index));
    expect(costs).toEqual([2, 2, 2, 2, 4, 4]);
    expect([await refuse(0), await refuse(5)]).toEqual([2, 4]);
    expect(await checkIns.denials(session)).toHaveLength(6);
    // An attendee makes nonces and phones as they like.
    for (let index = 6; index < 100; index += 1)
      await refuse(index, { phone: `${'abcdefgh'[index % 8]}${index}`, evidence: 'VENUE_SCREEN' });
    const item = await engine.client.send(
      new GetItemCommand({ TableName: 'hadir', Key: marshall(key(session, invitation)) }),
    );
    expect(size(item.Item && unmarshall(item.Item))).toBeLessThan(2_048);
    expect(await checkIns.denials(session)).toHaveLength(6 + 8);
  }, 60_000);
});

describe('groups', () => {
  test('a count stands under its nonce, and the first one stays', async () => {
    const { checkIns } = engine.stores;
    const { session } = await checkedIn();
    const count = { nonce: 'nonce-group', at: now.toISOString(), receivedAt: now.toISOString(), door: 'Pintu A' };
    expect(await checkIns.counted(session, 'nonce-group')).toBeUndefined();
    expect((await checkIns.count(session, { ...count, count: 12 })).count).toBe(12);
    expect((await checkIns.count(session, { ...count, count: 99 })).count).toBe(12);
    expect(await checkIns.headCounts(session)).toEqual([{ ...count, count: 12 }]);
  });
});

describe('conflicts', () => {
  const opened = async () => {
    const made = await checkedIn();
    const invitation = anInvitation('Dinas A', { session: made.session, checkIn: made.checkIn });
    const conflict = conflictOf(invitation, aCheckIn({ nonce: 'nonce-other', door: 'Pintu B' }), {
      revoked: false,
      now,
    });
    await engine.stores.conflicts.open(conflict);
    return { ...made, conflict };
  };
  const decided = { decidedAt: now.toISOString(), decidedBy: 'subject-1' };

  test('one a scan: neither a repeat nor a repeat after the decision opens it anew', async () => {
    const { conflicts } = engine.stores;
    const { session, conflict } = await opened();
    await conflicts.open({ ...conflict, foundAt: '2024-06-27T02:00:00.000Z' });
    expect(await conflicts.all(session)).toEqual([conflict]);
    const after = await conflicts.decide(conflict, { decision: 'KEEP', ...decided });
    expect(after).toEqual({ ...conflict, decision: 'KEEP', ...decided });
    await conflicts.open(conflict);
    expect(await conflicts.get(session, conflict.id)).toEqual(after);
    expect(await conflicts.decide(conflict, { decision: 'TAKE_OTHER', ...decided })).toBeUndefined();
    const none = { ...conflict, id: 'no-such-scan' };
    expect(await conflicts.decide(none, { decision: 'KEEP', ...decided })).toBeUndefined();
    expect(await conflicts.retell(conflict, { other: conflict.other, kind: conflict.kind })).toBeUndefined();
    expect(await conflicts.get(session, 'no-such-scan')).toBeUndefined();
  });

  test('is closed as it was read: a story that was told otherwise meanwhile is read again', async () => {
    const { conflicts } = engine.stores;
    const { conflict } = await opened();
    const { kind } = conflict;
    const request = { of: conflict.other.nonce, who: 'acting' as const };
    const other = correctedCheckIn(conflict.other, request, organizer, { now });
    const told = await conflicts.retell(conflict, { other, kind });
    expect(told?.other).toEqual(other);
    expect(await conflicts.retell(conflict, { other, kind })).toBeUndefined();
    expect(await conflicts.decide(conflict, { decision: 'KEEP', ...decided })).toBeUndefined();
    expect(await conflicts.decide({ ...conflict, other }, { decision: 'KEEP', ...decided })).toBeDefined();
  });

  test('a scan that was decided against never comes in, nor is it taken; the record is not barred', async () => {
    const { checkIns } = engine.stores;
    const { session, invitation, tokenVersion, conflict, undone } = await opened();
    const at = now.toISOString();
    const keep = { conflict: conflict.id, decision: 'KEEP' as const, at };
    expect(await checkIns.settle(session, invitation, { ...keep, ban: undone.checkIn.nonce })).toBeUndefined();
    const after = await checkIns.settle(session, invitation, { ...keep, ban: conflict.other.nonce });
    expect(after?.undoneNonces).toEqual([conflict.other.nonce]);
    const scan = { session, invitation, tokenVersion, checkIn: conflict.other };
    expect((await checkIns.checkIn(scan)).result).toBe('already');
    await checkIns.undo(session, invitation, undone);
    expect(await checkIns.checkIn(scan)).toMatchObject({ result: 'refused', reason: 'UNDONE' });
    const take = { other: conflict.other, replaced: undefined };
    const other = { conflict: 'another', decision: 'TAKE_OTHER' as const, at, take };
    expect(await checkIns.settle(session, invitation, other)).toBeUndefined();
    expect(await checkIns.denials(session)).toEqual([]);
  });

  test('a decision reaches the invitation once, and one way', async () => {
    const { checkIns } = engine.stores;
    const { session, invitation, checkIn, conflict } = await opened();
    const at = now.toISOString();
    const take = { other: conflict.other, replaced: replacedBy(conflict, checkIn, { at, by: 'subject-1' }) };
    const settle = (decision: 'KEEP' | 'TAKE_OTHER') =>
      checkIns.settle(session, invitation, {
        conflict: conflict.id,
        decision,
        at,
        ...(decision === 'TAKE_OTHER' && { take }),
      });
    const outcomes = await Promise.all([settle('KEEP'), settle('TAKE_OTHER'), settle('KEEP'), settle('TAKE_OTHER')]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const after = await engine.stores.invitations.get(session, invitation, { consistent: true });
    const taken = after?.settled?.[0] === `${conflict.id}:TAKE_OTHER`;
    expect(after?.checkIn?.nonce).toBe(taken ? conflict.id : checkIn.nonce);
    expect(after?.undone?.length ?? 0).toBe(taken ? 1 : 0);
    expect(await settle('TAKE_OTHER')).toBeUndefined();
  });
});
