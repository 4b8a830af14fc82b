/** What the stores of inviting, reminding and mailing promise, against the embedded engine. */
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../functions/invitations/roster-rule.ts';
import { hasDeadLink, type LinkKeys } from '../../functions/messages/mail-rules.ts';
import type { Mail } from '../../functions/messages/mail-schema.ts';
import { mailKey } from '../../functions/platform/keys.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('outbox-contract');
const at = '2024-06-21T02:00:00.000Z';
const now = new Date(at);
const hoursLater = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

describe('waves', () => {
  const invited = async (changes: Parameters<typeof anInvitation>[1] = {}) => {
    const invitation = anInvitation('Dinas A', { session: freshSession(), ...changes });
    await engine.stores.invitations.add([invitation]);
    return invitation;
  };

  test('a wave set again moves nothing; one that is not there is told', async () => {
    const { invitations } = engine.stores;
    const { session, id } = await invited();
    const first = await invitations.setWave(session, id, 'pagi', at);
    expect(first).toMatchObject({ wave: 'pagi', changedAt: at });
    expect(await invitations.setWave(session, id, 'pagi', hoursLater(1).toISOString())).toEqual(first);
    expect((await invitations.setWave(session, id, null, at))?.wave).toBeUndefined();
    expect(await invitations.setWave(session, 'aaaaaaaa', 'pagi', at)).toBeUndefined();
    expect(await invitations.setWave(session, 'aaaaaaaa', null, at)).toBeUndefined();
  });

  test.each<[string, Parameters<typeof anInvitation>[1], boolean]>([
    ['stands without one', {}, true],
    ['is in the one that was read', { wave: 'lama' }, true],
    ['was revoked', { revokedAt: at }, false],
    ['has come', { checkIn: aCheckIn() }, false],
  ])('an arrangement moves an invitation that %s: %s', async (_, changes, moves) => {
    const read = await invited(changes);
    expect(await engine.stores.invitations.arrange(read, 'pagi', at)).toBe(moves);
    expect(await engine.stores.invitations.arrange({ ...read, wave: 'lain' }, 'siang', at)).toBe(false);
  });
});

describe('reminders', () => {
  test('one claim in a day, of whoever asks; not of one that is not there', async () => {
    const { invitations } = engine.stores;
    const session = freshSession();
    const { id } = anInvitation('Dinas A');
    await invitations.add([anInvitation('Dinas A', { session })]);
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((by) => invitations.claimReminder(session, id, by, now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const by = (await invitations.get(session, id))?.remindedBy ?? '';
    expect(await invitations.claimReminder(session, id, 'e', hoursLater(23.9))).toBe(false);
    expect(await invitations.claimReminder(session, id, by, hoursLater(48))).toBe(false);
    expect(await invitations.claimReminder(session, id, 'e', hoursLater(24))).toBe(true);
    expect(await invitations.claimReminder(session, 'aaaaaaaa', 'e', now)).toBe(false);
  });
});

describe('roster rules', () => {
  test('one of a hash is kept as it was first; they are answered for their session', async () => {
    const { rosterRules } = engine.stores;
    const [session, other] = [freshSession(), freshSession()];
    const rule = ruleOf({ classes: ['SD'] }, 'key', at);
    await rosterRules.keep(session, rule);
    await rosterRules.keep(session, { ...rule, at: hoursLater(1).toISOString() });
    await rosterRules.keep(session, ruleOf({ units: ['aaaaaaaa'] }, 'key', at));
    expect(await rosterRules.all(session)).toHaveLength(2);
    expect(await rosterRules.all(session)).toContainEqual(rule);
    expect(await rosterRules.all(other)).toEqual([]);
  });
});

describe('mails', () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  /** As long as such names are. */
  const named = (key: number, digest = 'aaaaaaaaaa'): string => `${key}-${digest}`;
  const put = (mail: Mail) =>
    engine.table.put({ ...mailKey(mail.session, mail.invitation, `${mail.purpose}#${mail.occasion}`), ...mail });
  const owe = async (): Promise<Mail> => {
    const mail: Mail = {
      session: freshSession(),
      invitation: 'abcdefgh',
      purpose: 'INVITE',
      occasion: 'v1',
      state: 'QUEUED',
      since: at,
      deferrals: 0,
    };
    expect(await engine.stores.mails.owe(mail)).toBe(true);
    return mail;
  };

  test('the same is owed once; another code or purpose is another mail', async () => {
    const { mails } = engine.stores;
    const mail = await owe();
    expect(await mails.owe(mail)).toBe(false);
    expect(await mails.owe({ ...mail, occasion: 'v2' })).toBe(true);
    expect(await mails.owe({ ...mail, purpose: 'REMIND', occasion: 'mfrggzdf' })).toBe(true);
    expect(await mails.all(mail.session)).toHaveLength(3);
    expect((await mails.page(mail.session, { limit: 2 })).items).toHaveLength(2);
  });

  test('of many claims one holds, and only its attempt goes on', async () => {
    const { mails } = engine.stores;
    const mail = await owe();
    const attempts = ['a', 'b', 'c', 'd', 'e', 'f'];
    const claims = await Promise.all(attempts.map((attempt) => mails.claim(mail, { attempt, linkKey: named(1) }, now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const holder = attempts[claims.indexOf(true)] ?? '';
    const other = attempts[(claims.indexOf(true) + 1) % attempts.length] ?? '';
    for (const step of [mails.sent, mails.refused]) expect(await step(mail, other, now)).toBe(false);
    expect(await mails.defer(mail, other, now)).toBe(false);
    expect(await mails.uncertain(mail, now, other)).toBe(false);
    expect(await mails.sent(mail, holder, now)).toBe(true);
    const { attempt: _, leaseUntil: __, ...stored } = (await mails.get(mail)) ?? mail;
    expect(stored).toEqual({ ...mail, state: 'SENT', since: at, linkKey: named(1) });
    expect((await mails.get(mail))?.attempt).toBeUndefined();
  });

  test('one that FAILED can be owed again; not one that waits, is under way, was sent or is in doubt', async () => {
    const { mails } = engine.stores;
    const later = hoursLater(1).toISOString();
    const states: [string, (mail: Mail) => Promise<unknown>, boolean][] = [
      ['waiting', async () => {}, false],
      ['under way', (mail) => mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now), false],
      [
        'sent',
        async (mail) =>
          (await mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now)) && mails.sent(mail, 'a', now),
        false,
      ],
      [
        'in doubt',
        async (mail) =>
          (await mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now)) && mails.uncertain(mail, now, 'a'),
        false,
      ],
      ['dropped', (mail) => mails.dropped(mail, 'NO_ADDRESS', now), true],
      [
        'refused after it was put off',
        async (mail) => {
          await mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now);
          await mails.defer(mail, 'a', now);
          await mails.claim(mail, { attempt: 'b', linkKey: named(1) }, now);
          await mails.refused(mail, 'b', now);
        },
        true,
      ],
    ];
    for (const [state, reach, isOwed] of states) {
      const mail = await owe();
      await reach(mail);
      const before = await mails.get(mail);
      const again = await Promise.all([1, 2, 3].map(() => mails.owe({ ...mail, since: later })));
      expect(again.filter(Boolean), state).toHaveLength(isOwed ? 1 : 0);
      expect(await mails.get(mail), state).toEqual(isOwed ? { ...mail, since: later } : before);
    }
  });

  test('one that brought a dead link can be owed again, once: gone or in doubt, by a key that opens nothing any more', async () => {
    const { mails } = engine.stores;
    const later = hoursLater(1).toISOString();
    const links = { open: [2, 3].map((key) => named(key)), until: later };
    const go = async (mail: Mail, key: number) => mails.claim(mail, { attempt: 'a', linkKey: named(key) }, now);
    const sent = async (mail: Mail, key: number) => (await go(mail, key)) && mails.sent(mail, 'a', now);
    const cases: [string, (mail: Mail) => Promise<unknown>, LinkKeys | undefined, boolean][] = [
      ['sent', (mail) => sent(mail, 1), links, true],
      ['in doubt', async (mail) => (await go(mail, 1)) && mails.uncertain(mail, now, 'a'), links, true],
      ['dropped', (mail) => mails.dropped(mail, 'NO_ADDRESS', now), links, true],
      ['sent, and nobody asks for links', (mail) => sent(mail, 1), undefined, false],
      ['sent with a link that opens', (mail) => sent(mail, 3), links, false],
      [
        'sent with another key of the same number',
        (mail) => sent(mail, 3),
        { ...links, open: [named(2), named(3, 'bbbbbbbbbb')] },
        true,
      ],
      ['under way', (mail) => go(mail, 1), links, false],
      ['waiting', async () => {}, links, false],
      [
        'sent after the keys were read',
        (mail) => sent(mail, 1),
        { ...links, until: hoursLater(-1).toISOString() },
        false,
      ],
      ['sent by a version that kept no key', (mail) => put({ ...mail, state: 'SENT' }), links, false],
      [
        'sent, one of 254 keys being withdrawn',
        (mail) => sent(mail, 1),
        { ...links, open: range(2, 255).map((key) => named(key)) },
        true,
      ],
      [
        'sent with the last of 255 keys',
        (mail) => sent(mail, 255),
        { ...links, open: range(1, 255).map((key) => named(key)) },
        false,
      ],
    ];
    for (const [state, reach, asked, isOwed] of cases) {
      const mail = await owe();
      await reach(mail);
      const before = await mails.get(mail);
      expect(before && asked && (before.state === 'FAILED' || hasDeadLink(before, asked)), state).toBe(asked && isOwed);
      const again = await Promise.all([1, 2, 3].map(() => mails.owe({ ...mail, since: later }, asked)));
      expect(again.filter(Boolean), state).toHaveLength(isOwed ? 1 : 0);
      expect(await mails.get(mail), state).toEqual(isOwed ? { ...mail, since: later } : before);
    }
  });

  test('what is done is done: no state after SENT, FAILED or UNCERTAIN', async () => {
    const { mails } = engine.stores;
    const ends: ((mail: Mail) => Promise<boolean>)[] = [
      (mail) => mails.sent(mail, 'a', now),
      (mail) => mails.refused(mail, 'a', now),
      (mail) => mails.uncertain(mail, now, 'a'),
    ];
    for (const end of ends) {
      const mail = await owe();
      await mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now);
      expect(await end(mail)).toBe(true);
      const after = await mails.get(mail);
      const steps = [
        ...ends,
        (one: Mail) => mails.claim(one, { attempt: 'b', linkKey: named(1) }, now),
        (one: Mail) => mails.defer(one, 'a', now),
      ];
      for (const step of [...steps, (one: Mail) => mails.dropped(one, 'NOT_DUE', now)])
        expect(await step(mail)).toBe(false);
      expect(await mails.remindSender(mail, hoursLater(5))).toBe(false);
      expect(await mails.uncertain(mail, hoursLater(5))).toBe(false);
      expect(await mails.get(mail)).toEqual(after);
    }
  });

  test('a mail is in doubt once its lease is over, and not before', async () => {
    const { mails } = engine.stores;
    const mail = await owe();
    expect(await mails.uncertain(mail, hoursLater(1))).toBe(false);
    await mails.claim(mail, { attempt: 'a', linkKey: named(1) }, now);
    expect(await mails.uncertain(mail, new Date(now.getTime() + 119_999))).toBe(false);
    expect(await mails.uncertain(mail, new Date(now.getTime() + 120_000))).toBe(true);
  });
});
