/** What the store of answers promises, against the embedded engine: one write on the state that was read, whoever is faster. */
import { describe, expect, test } from 'vitest';
import { type Answering, answered, asked, released } from '../../functions/invitations/answer-rules.ts';
import type { AnswerRequest } from '../../functions/invitations/answer-schema.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { Problem } from '../../functions/platform/problem.ts';
import { aCheckIn, anInvitation, lahat } from '../support/fixtures.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

let sessions = 0;
const invited = async (): Promise<Invitation> => {
  sessions += 1;
  const invitation = anInvitation('Dinas A', { session: makeSessionId(lahat, `answers-${sessions}`) });
  await engine.stores.invitations.add([invitation]);
  return invitation;
};
const now = new Date('2024-06-21T02:00:00.000Z');
const staff: Answering = { role: 'STAFF', operator: 'operator-1' };
const attending: AnswerRequest = { kind: 'ATTENDING' };
const sending = (name: string): AnswerRequest => ({ kind: 'DELEGATED', delegate: { name } });
const answer = (read: Invitation, request: AnswerRequest, by: Answering = staff) =>
  engine.stores.answers.change(read, (found) => answered(found, request, by, now));
const stored = async ({ session, id }: Invitation) =>
  engine.stores.invitations.get(session, id, { consistent: true }) as Promise<Invitation>;

describe('a change of an answer', () => {
  test('is one request on what was read, and none where nothing changes', async () => {
    const read = await invited();
    engine.requests.reset();
    const after = await answer(read, sending('Wati'));
    expect(engine.requests.sent).toEqual(['UpdateItem']);
    expect(await stored(read)).toEqual(after);
    expect(after).toMatchObject({ tokenVersion: 2, lastVersion: 2, changedAt: now.toISOString() });
    engine.requests.reset();
    expect(await answer(after, sending('Wati'))).toEqual(after);
    expect(engine.requests.sent).toEqual([]);
    const back = await answer(after, attending);
    expect(back).toMatchObject({ tokenVersion: 1, lastVersion: 2, takenBack: { version: 2 } });
    expect(back).not.toHaveProperty('delegation');
  });

  test('of a state that is gone is decided again: no version is given twice, however many answer at once', async () => {
    const read = await invited();
    const answers = await Promise.allSettled(['A', 'B', 'C'].map((name) => answer(read, sending(name))));
    const given = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.delegation?.version] : []));
    expect(new Set(given).size).toBe(given.length);
    const last = await stored(read);
    expect(last.tokenVersion).toBe(last.lastVersion);
    expect(last.delegation).toMatchObject({ version: last.lastVersion, holderVersion: 1 });
  });

  test('that came and went in between is seen: a dead version is given to nobody', async () => {
    const read = await invited();
    await answer(await answer(read, sending('Wati')), attending);
    // The versions are as they were read, but for the one that died meanwhile.
    expect((await answer(read, sending('Budi'))).delegation?.version).toBe(3);
  });

  test.each([
    ['a revocation', (read: Invitation) => engine.stores.invitations.revoke(read.session, read.id, now.toISOString())],
    [
      'a new code',
      (read: Invitation) => engine.stores.invitations.reissue(read.session, read.id, 1, now.toISOString()),
    ],
    [
      'somebody’s arrival',
      (read: Invitation) =>
        engine.stores.checkIns.checkIn({
          session: read.session,
          invitation: read.id,
          tokenVersion: 1,
          checkIn: aCheckIn(),
        }),
    ],
    ['another answer', (read: Invitation) => answer(read, { kind: 'UNABLE', reason: 'Sakit' })],
    ['a phone', (read: Invitation) => answer(read, attending, { role: 'HOLDER', phone: 'hash' })],
  ])('is not written over %s: it is decided on what stands there', async (_, meanwhile) => {
    const read = await invited();
    await meanwhile(read);
    const seen: Invitation[] = [];
    const change = engine.stores.answers.change(read, (found) => {
      seen.push(found);
      if (seen.length === 2) throw new Problem('ANSWER_TOO_LATE');
      return answered(found, sending('Wati'), staff, now);
    });
    await expect(change).rejects.toMatchObject({ code: 'ANSWER_TOO_LATE' });
    expect(seen[1]).toEqual(await stored(read));
    expect(seen[1]).not.toEqual(read);
  });

  test('keeps what the organiser writes beside it: a seat, a wave, a reminder', async () => {
    const read = await invited();
    await engine.stores.invitations.setSeat(read.session, read.id, 'A 1', now.toISOString());
    expect(await answer(read, attending)).toMatchObject({ seat: 'A 1', answer: { kind: 'ATTENDING' } });
  });

  test('releasing takes the phone and the calls for help away', async () => {
    const read = await invited();
    const bound = await answer(read, attending, { role: 'HOLDER', phone: 'hash' });
    const call = (phone: string) => ({ at: now.toISOString(), role: 'HOLDER' as const, phone });
    // Two who ask at once are both heard.
    await Promise.all(
      ['one', 'two'].map((phone) => engine.stores.answers.change(bound, (found) => asked(found, call(phone)))),
    );
    const helped = await stored(read);
    expect([bound.bound?.phone, helped.help?.others]).toMatchObject(['hash', [{ role: 'HOLDER' }]]);
    const free = await engine.stores.answers.change(helped, (found) => released(found, 'BOTH'));
    expect([free.bound, free.help, free.answer]).toEqual([undefined, undefined, bound.answer]);
  });
});
