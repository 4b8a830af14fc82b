import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession } from '../../test/support/fixtures.ts';
import { isCurrent } from '../check-in/check-in-rules.ts';
import {
  type Answering,
  answered,
  asked,
  hasAsked,
  isSameDelegate,
  lastVersionOf,
  mostCalls,
  mostVersionsOfAnswers,
  phoneStanding,
  refusedAnswer,
  released,
  roleOf,
} from './answer-rules.ts';
import type { AnswerRequest } from './answer-schema.ts';
import type { Invitation } from './invitation-schema.ts';

const now = new Date('2024-06-21T02:00:00.000Z');
const session = aSession({ state: 'PUBLISHED' });
const holder: Answering = { role: 'HOLDER', phone: 'phone-of-holder' };
const staff: Answering = { role: 'STAFF', operator: 'operator-1' };

/** As the store writes it. */
const applied = (invitation: Invitation, change: ReturnType<typeof answered>): Invitation => {
  if (change === null) return invitation;
  const after = { ...invitation, ...change.set };
  for (const name of change.remove) delete after[name];
  return after;
};
const answer = (invitation: Invitation, request: AnswerRequest, by: Answering = holder): Invitation =>
  applied(invitation, answered(invitation, request, by, now));
const delegated = (delegate: Extract<AnswerRequest, { kind: 'DELEGATED' }>['delegate'] = { name: 'Wati' }) =>
  answer(anInvitation('Dinas A'), { kind: 'DELEGATED', delegate });

describe('what an answer changes', () => {
  test('a delegate gets the next version, which alone opens the door; the holder’s link stays the holder’s', () => {
    const after = delegated();
    expect(after).toMatchObject({
      tokenVersion: 2,
      lastVersion: 2,
      changedAt: now.toISOString(),
      answer: { kind: 'DELEGATED', at: now.toISOString() },
      delegation: { delegate: { name: 'Wati' }, version: 2, holderVersion: 1 },
      bound: { phone: 'phone-of-holder' },
    });
    expect([roleOf(after, 1), roleOf(after, 2), roleOf(after, 3)]).toEqual(['HOLDER', 'DELEGATE', undefined]);
    expect([isCurrent(after, 1), isCurrent(after, 2)]).toEqual([false, true]);
  });

  test('taken back, the holder’s version opens it again, and the delegate’s is dead also for the next delegate', () => {
    const back = answer(delegated(), { kind: 'ATTENDING' });
    expect(back).toMatchObject({ tokenVersion: 1, lastVersion: 2, takenBack: { version: 2 } });
    expect(back.delegation).toBeUndefined();
    expect(roleOf(back, 2)).toBeUndefined();
    const again = answer(back, { kind: 'DELEGATED', delegate: { name: 'Wati' } });
    expect(again.delegation).toMatchObject({ version: 3, holderVersion: 1 });
  });

  test('whoever cannot come takes a delegation back as well', () => {
    const after = answer(delegated(), { kind: 'UNABLE', reason: 'Dinas luar' });
    expect(after).toMatchObject({ tokenVersion: 1, answer: { kind: 'UNABLE', reason: 'Dinas luar' } });
    expect(after.delegation).toBeUndefined();
  });

  test('the same answer again changes nothing; the first time from a phone it ties the link', () => {
    const after = answer(anInvitation('Dinas A'), { kind: 'ATTENDING' });
    expect(answered(after, { kind: 'ATTENDING' }, holder, now)).toBeNull();
    const { bound: _, ...untied } = after;
    const change = answered(untied, { kind: 'ATTENDING' }, holder, now);
    expect(change?.set).toEqual({ bound: { phone: 'phone-of-holder', at: now.toISOString() } });
    expect(answered(untied, { kind: 'ATTENDING' }, { role: 'HOLDER' }, now)).toBeNull();
    expect(
      answered(delegated(), { kind: 'DELEGATED', delegate: { name: ' WATI ' } }, holder, now)?.set,
    ).not.toHaveProperty('tokenVersion');
  });

  test('what the head says by the link stands before what staff were told, and never the other way round', () => {
    const noted = answer(anInvitation('Dinas A'), { kind: 'ATTENDING' }, staff);
    expect(noted.answer?.operator).toBe('operator-1');
    expect(noted.bound).toBeUndefined();
    const own = answer(noted, { kind: 'ATTENDING' });
    expect(own.answer).toEqual({ kind: 'ATTENDING', at: now.toISOString() });
    expect(answered(own, { kind: 'ATTENDING' }, staff, now)).toBeNull();
  });

  test('a delegate’s confirmation ties the delegate’s link and touches no answer', () => {
    const before = delegated();
    const after = answer(before, { kind: 'ATTENDING' }, { role: 'DELEGATE', phone: 'phone-of-delegate' });
    expect(after).toEqual({
      ...before,
      delegation: { ...before.delegation, bound: { phone: 'phone-of-delegate', at: now.toISOString() } },
    });
    expect(phoneStanding(after, 'DELEGATE', 'phone-of-holder')).toBe('OTHER');
    expect(phoneStanding(after, 'HOLDER', 'phone-of-holder')).toBe('THIS');
  });

  test.each([
    [{}, { name: 'Wati' }, true],
    [{ office: 'Sekretaris' }, { name: 'Wati', office: 'Kabid' }, true],
    [{ name: 'Wati' }, { name: 'WATI', letter: '800/1' }, true],
    [{ name: 'Suyatno' }, { name: 'Suyatno, S.Pd.' }, true],
    [{ name: 'Suyatno SPd' }, { name: 'Drs. H. SUYATNO, S. Pd., M.M.' }, true],
    [{ name: 'Ma’ruf. A' }, { name: "Ma'ruf A" }, true],
    [{ name: 'Wati' }, {}, true],
    [{ name: 'Wati', office: 'Sekretaris' }, { office: 'Kabid' }, true],
    [{ name: 'Wati' }, { name: 'Budi' }, false],
    [{ name: 'Suyatno, S.Pd.' }, { name: 'Suyanto, S.Pd.' }, false],
  ])('%j and then %j is the same delegate: %s', (before, after, same) => {
    const named = delegated(before);
    expect(named.delegation && isSameDelegate(named.delegation, after)).toBe(same);
    const next = answer(named, { kind: 'DELEGATED', delegate: after });
    expect(next.delegation).toMatchObject({ delegate: after, version: same ? 2 : 3, holderVersion: 1 });
  });

  test('a name that was left out is not forgotten: another one then is another person, the same one is not', () => {
    const emptied = answer(delegated({ name: 'Wati' }), { kind: 'DELEGATED', delegate: { letter: '800/1' } });
    expect(emptied.delegation).toMatchObject({ delegate: { letter: '800/1' }, version: 2 });
    const again = answer(emptied, { kind: 'DELEGATED', delegate: {} });
    const other = answer(again, { kind: 'DELEGATED', delegate: { name: 'Budi' } });
    expect(other.delegation).toMatchObject({ delegate: { name: 'Budi' }, version: 3 });
    const back = answer(again, { kind: 'DELEGATED', delegate: { name: 'Wati, S.E.' } });
    expect(back.delegation).toEqual({ ...delegated({ name: 'Wati, S.E.' }).delegation });
  });
});

describe('who may answer', () => {
  const refused = (
    request: AnswerRequest,
    by: Answering,
    { invitation = {}, plan = {}, at = now }: { invitation?: Partial<Invitation>; plan?: object; at?: Date } = {},
  ) => refusedAnswer(anInvitation('Dinas A', invitation), { ...session, ...plan }, request, by, at);
  const attending: AnswerRequest = { kind: 'ATTENDING' };
  const delegate: AnswerRequest = { kind: 'DELEGATED', delegate: {} };
  const bound = { phone: 'phone-of-holder', at: now.toISOString() };

  test('the phone that confirmed; no other, none without a name; staff always', () => {
    expect(refused(attending, holder, { invitation: { bound } })).toBeUndefined();
    expect(refused(attending, { role: 'HOLDER', phone: 'other' }, { invitation: { bound } })).toBe('LINK_BOUND');
    expect(refused(attending, { role: 'HOLDER' }, { invitation: { bound } })).toBe('LINK_BOUND');
    expect(refused(attending, staff, { invitation: { bound } })).toBeUndefined();
  });

  test('a delegate confirms and does nothing else', () => {
    const by: Answering = { role: 'DELEGATE' };
    expect(refused(attending, by)).toBeUndefined();
    expect(refused(delegate, by)).toBe('DELEGATE_CANNOT_DELEGATE');
    expect(refused({ kind: 'UNABLE', reason: 'Sakit' }, by)).toBe('DELEGATE_CANNOT_DELEGATE');
  });

  test.each([
    ['after closing', { plan: { state: 'CLOSED' } }],
    ['of a cancelled session', { plan: { state: 'CANCELLED' } }],
    ['after its end, though nobody closed it', { at: new Date('2024-06-27T05:00:00.001Z') }],
    ['after somebody has come', { invitation: { checkIn: aCheckIn() } }],
  ])('too late %s', (_, facts) => {
    expect(refused(attending, holder, facts as never)).toBe('ANSWER_TOO_LATE');
    expect(refused(attending, staff, facts as never)).toBe('ANSWER_TOO_LATE');
  });

  test('no new delegate after the 250th version; the one who is named may still be described', () => {
    const full = { tokenVersion: 1, lastVersion: mostVersionsOfAnswers };
    expect(refused(delegate, holder, { invitation: full })).toBe('DELEGATION_LIMIT');
    const delegation = { delegate: { name: 'Wati' }, at: now.toISOString(), version: 250, holderVersion: 1 };
    const named = { ...full, tokenVersion: 250, delegation };
    const again: AnswerRequest = { kind: 'DELEGATED', delegate: { name: 'Wati', letter: '800/1' } };
    expect(refused(again, holder, { invitation: named })).toBeUndefined();
    expect(refused(attending, holder, { invitation: named })).toBeUndefined();
  });

  test('releasing frees the link that is meant, and settles the calls of those who hold it', () => {
    const both = answer(delegated(), { kind: 'ATTENDING' }, { role: 'DELEGATE', phone: 'd' });
    const at = now.toISOString();
    const called = applied(both, asked(both, { at, role: 'DELEGATE', phone: 'x', note: 'Saya wakil' }));
    const twice = applied(called, asked(called, { at, role: 'HOLDER', phone: 'y', note: 'Saya kepala' }));
    const stand = ({ bound, delegation, help }: Invitation) => [bound, delegation?.bound, help?.note];
    const own = applied(twice, released(twice, 'DELEGATE'));
    expect(stand(own)).toEqual([both.bound, undefined, 'Saya kepala']);
    const heads = applied(twice, released(twice, 'HOLDER'));
    expect(stand(heads)).toEqual([undefined, both.delegation?.bound, 'Saya wakil']);
    for (const all of [applied(twice, released(twice, 'BOTH')), applied(own, released(own, 'HOLDER'))]) {
      expect([all.bound, all.delegation?.bound, all.help]).toEqual([undefined, undefined, undefined]);
      expect(released(all, 'BOTH')).toBeNull();
    }
    // A call of an older version says no role: whatever is freed settles it.
    const older = { ...both, help: { at } };
    expect(applied(older, released(older, 'DELEGATE')).help).toBeUndefined();
  });

  test('each phone calls once, nobody in another’s place, and a group fills nothing', () => {
    const at = now.toISOString();
    const call = (phone: string | undefined) => ({ at, role: 'HOLDER' as const, ...(phone && { phone }) });
    let invitation = anInvitation('Dinas A');
    for (const phone of ['a', 'b', undefined, 'c', 'd', 'e', 'f'])
      invitation = applied(invitation, asked(invitation, call(phone)));
    const { others = [], ...first } = invitation.help ?? { at };
    expect([first, ...others].map(({ phone }) => phone)).toEqual(['a', 'b', undefined, 'c', 'd']);
    expect(others).toHaveLength(mostCalls - 1);
    expect(['a', undefined, 'e'].map((phone) => hasAsked(invitation, 'HOLDER', phone))).toEqual([true, true, false]);
    expect(hasAsked(invitation, 'DELEGATE', 'a')).toBe(false);
    expect(asked({ ...invitation, help: call('a') }, call('a'))).toBeNull();
  });
});

describe('whatever is answered, taken back, re-issued and revoked, in any order', () => {
  type Step =
    | { do: 'answer'; request: AnswerRequest; by: 'HOLDER' | 'DELEGATE' | 'STAFF'; phone: string | undefined }
    | { do: 'reissue' | 'revoke' | 'release' };
  const request: fc.Arbitrary<AnswerRequest> = fc.oneof(
    fc.constant<AnswerRequest>({ kind: 'ATTENDING' }),
    fc.constant<AnswerRequest>({ kind: 'UNABLE', reason: 'Dinas luar' }),
    fc
      .constantFrom({}, { name: 'Wati' }, { name: 'Wati, S.Pd.' }, { name: 'Budi' }, { office: 'Sekretaris' })
      .map((delegate): AnswerRequest => ({ kind: 'DELEGATED', delegate })),
  );
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        request,
        by: fc.constantFrom('HOLDER' as const, 'DELEGATE' as const, 'STAFF' as const),
        phone: fc.constantFrom('phone-a', 'phone-b', undefined),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('reissue', 'revoke', 'release').map((name) => ({ do: name }) as Step) },
  );

  /** As invitation-store does it. */
  const reissue = ({ delegation, revokedAt: _, bound: __, help: ___, ...rest }: Invitation): Invitation => {
    const version = lastVersionOf(rest) + 1;
    const { answer: given, ...bare } = rest;
    return {
      ...bare,
      ...(given && !delegation && { answer: given }),
      tokenVersion: version,
      lastVersion: version,
      replacedVersion: rest.tokenVersion,
    };
  };

  const takeAnswer = (before: Invitation, { request, by: who, phone }: Extract<Step, { do: 'answer' }>): Invitation => {
    if (who === 'DELEGATE' && !before.delegation) return before;
    const by: Answering = who === 'STAFF' ? staff : { role: who, phone };
    const no = refusedAnswer(before, session, request, by, now);
    return no ? before : applied(before, answered(before, request, by, now));
  };
  const take = (before: Invitation, one: Step): Invitation => {
    if (one.do === 'revoke') return { ...before, revokedAt: now.toISOString() };
    if (one.do === 'reissue') return before.tokenVersion > 254 ? before : reissue(before);
    if (one.do === 'release') return applied(before, released(before, 'BOTH'));
    return one.do === 'answer' ? takeAnswer(before, one) : before;
  };

  const all = Array.from({ length: 256 }, (_, version) => version);
  const rolesOf = (invitation: Invitation) =>
    new Map(all.flatMap((version) => [[version, roleOf(invitation, version)] as const]).filter(([, role]) => role));

  /** Of a revoked one nothing opens; otherwise the delegate's while one is named, and the holder's link always shows. */
  const expectOrder = (invitation: Invitation): void => {
    const opening = all.filter((version) => isCurrent(invitation, version));
    const roles = rolesOf(invitation);
    const named = invitation.delegation !== undefined;
    const revoked = invitation.revokedAt !== undefined;
    expect([...roles.values()].sort()).toEqual(revoked ? [] : [...(named ? ['DELEGATE'] : []), 'HOLDER']);
    expect(opening.map((version) => roles.get(version))).toEqual(revoked ? [] : [named ? 'DELEGATE' : 'HOLDER']);
    expect(invitation.answer?.kind === 'DELEGATED').toBe(named);
    expect(lastVersionOf(invitation)).toBeLessThanOrEqual(255);
    expect(invitation.delegation?.version ?? 0).toBeLessThanOrEqual(mostVersionsOfAnswers);
  };

  const check = (steps: readonly Step[]): void => {
    let invitation = anInvitation('Dinas A');
    const dead = new Set<number>();
    let good = [1];
    for (const one of steps) {
      invitation = take(invitation, one);
      expectOrder(invitation);
      const now = [...rolesOf(invitation).keys()];
      for (const version of good.filter((before) => !now.includes(before))) dead.add(version);
      expect(now.filter((version) => dead.has(version))).toEqual([]);
      good = now;
    }
  };

  test('one version opens the door, a dead one never again, the holder’s link always shows', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), check), { numRuns: 150 });
  });

  test('also when the delegate is changed more often than there are versions', () => {
    const changes = Array.from({ length: 300 }, (_, index): Step => {
      const delegate = { name: index % 2 ? 'Wati' : 'Budi' };
      return { do: 'answer', request: { kind: 'DELEGATED', delegate }, by: 'HOLDER', phone: undefined };
    });
    check([...changes, ...Array.from({ length: 8 }, (): Step => ({ do: 'reissue' }))]);
  });
});
