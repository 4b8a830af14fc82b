/** The outbox on the real engine, with senders that die, are throttled, meet each other, or are told twice: no mail goes twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeMailer } from '../../functions/lambda/mailer-records.ts';
import { makeMailLoop } from '../../functions/local/mail.ts';
import { leaseMs } from '../../functions/messages/mail-rules.ts';
import { makeMailSender, type OutgoingMail, type SendMail } from '../../functions/messages/mail-sender.ts';
import type { MailName } from '../../functions/messages/mail-store.ts';
import { mailKey, regencyKey, sessionKey } from '../../functions/platform/keys.ts';
import type { Key } from '../../functions/platform/table.ts';
import type { Stores } from '../../functions/stores.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
let s: Scenario;
let sent: OutgoingMail[];
let attempts: number;

beforeEach(async () => {
  sent = [];
  attempts = 0;
  api = await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) });
  s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C' }] });
  for (const name of ['Dinas A', 'Dinas B'])
    await setEmail(name, `${name.replace(' ', '').toLowerCase()}@lahat.example`);
});
afterEach(() => api.stop());

const setEmail = async (name: string, email: string | undefined): Promise<void> => {
  const unit = await api.engine.stores.units.get(lahat, s.id(name));
  if (!unit?.holder) throw new Error(`nobody holds ${name}`);
  const { email: _, ...holder } = unit.holder;
  const holderNow = { ...holder, ...(email && { email }) };
  await api.engine.stores.units.put(lahat, { ...unit, version: unit.version + 1, holder: holderNow });
};
const organizer = as('organizer');
const queue = (body: object = {}) => api.call(organizer, 'POST', `${s.base}/mail`, body);
const mails = async (): Promise<Record<string, string>> => {
  const { items } = (await api.call(organizer, 'GET', `${s.base}/mail`)).body;
  return Object.fromEntries(items.map(({ invitation, state }: Record<string, string>) => [invitation, state]));
};
const stateOf = async (name: string) => (await mails())[s.id(name)];
const named = (name: string, occasion = 'v1'): MailName => ({
  session: s.session,
  invitation: s.id(name),
  purpose: 'INVITE',
  occasion,
});
const later = (milliseconds: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};

const takes: SendMail = async (mail) => {
  sent.push(mail);
  return 'SENT';
};
const senderWith = (send: SendMail = takes, stores: Stores = api.engine.stores) =>
  makeMailSender({
    stores,
    tokenKeys: api.keys,
    origin: testOrigin,
    send,
    now: () => api.clock.now,
    newAttempt: () => {
      attempts += 1;
      return `attempt-${attempts}`;
    },
    log: api.deps.log,
  });
/** The stores of a process that dies at one step of the outbox. */
const dyingAt = (step: keyof Stores['mails'], after = false): Stores => ({
  ...api.engine.stores,
  mails: {
    ...api.engine.stores.mails,
    [step]: async (...parts: never[]) => {
      if (after) await (api.engine.stores.mails[step] as (...all: never[]) => Promise<unknown>)(...parts);
      throw new Error('the process has ended');
    },
  },
});

describe('owing', () => {
  test('each with an address once; who has none is counted; a repeat owes nothing more', async () => {
    expect((await queue()).body).toEqual({ queued: 2, already: 0, withoutAddress: 1 });
    expect((await queue()).body).toEqual({ queued: 0, already: 2, withoutAddress: 1 });
    await senderWith().handle(named('Dinas A'));
    expect((await queue()).body).toEqual({ queued: 0, already: 2, withoutAddress: 1 });
    expect(await stateOf('Dinas A')).toBe('SENT');
  });

  test('a re-issued invitation is written again, with its new link; a reminder once for its call', async () => {
    await queue();
    await senderWith().handle(named('Dinas A'));
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 });
    expect((await queue()).body).toMatchObject({ queued: 1, already: 1 });
    await senderWith().handle(named('Dinas A', 'v2'));
    expect(sent.at(-1)?.text).toContain(s.token('Dinas A', 2));
    await api.call(organizer, 'POST', `${s.base}/reminders`, {}, { 'idempotency-key': 'a-first-reminder' });
    const remind = { purpose: 'REMIND', reminder: 'a-first-reminder' };
    expect((await queue(remind)).body).toEqual({ queued: 2, already: 0, withoutAddress: 1 });
    expect((await queue(remind)).body).toMatchObject({ queued: 0, already: 2 });
    expect((await queue({ purpose: 'REMIND', reminder: 'another' })).body).toMatchObject({ queued: 0, already: 0 });
  });

  test('not before it is published, and not after it is over', async () => {
    const draft = await startScenario(api, { units: [{ name: 'Dinas D' }], until: 'draft' });
    expect((await api.call(organizer, 'POST', `${draft.base}/mail`, {})).body.code).toBe('SESSION_WRONG_STATE');
    await s.move('cancel');
    expect((await queue()).body.code).toBe('SESSION_WRONG_STATE');
  });

  test('where this installation sends none, that is said', async () => {
    const without = await startTestApi();
    const t = await startScenario(without, { units: [{ name: 'Dinas A' }] });
    expect((await without.call(organizer, 'POST', `${t.base}/mail`, {})).body.code).toBe('MAIL_NOT_CONFIGURED');
    expect((await without.call(organizer, 'GET', `${t.base}/mail`)).body).toEqual({
      items: [],
      next: null,
      configured: false,
    });
    await without.stop();
  });
});

describe('sending', () => {
  test('the message’s text under the session’s title, to the address of that moment', async () => {
    await queue();
    await setEmail('Dinas A', 'baru@lahat.example');
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    const { items } = (await api.call(organizer, 'GET', `${s.base}/messages`)).body;
    const { text } = items.find(({ name }: { name: string }) => name === 'Dinas A');
    expect(sent).toEqual([{ to: 'baru@lahat.example', subject: 'Rapat koordinasi netralitas ASN', text }]);
  });

  test('nothing rests in the outbox, and nothing goes into a log, that says who or where', async () => {
    await queue();
    await senderWith(async () => Promise.reject(new Error('dinasa@lahat.example'))).handle(named('Dinas A'));
    await senderWith().handle(named('Dinas B'));
    const stored = JSON.stringify(await api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: 'MAIL#' }));
    for (const text of [stored, api.logs.join('\n')]) expect(text).not.toMatch(/lahat\.example|Kepala|hadir\.test/);
    expect(api.logs.join('\n')).toContain('MAIL_UNCERTAIN');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'the invitation was revoked',
      () => api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`),
      'NOT_DUE',
    ],
    [
      'it was re-issued',
      () => api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 }),
      'NOT_DUE',
    ],
    ['the session was cancelled', () => s.move('cancel'), 'NOT_DUE'],
    ['the address was taken away', () => setEmail('Dinas A', undefined), 'NO_ADDRESS'],
  ])('not when %s meanwhile', async (_, change, failure) => {
    await queue();
    await change();
    await senderWith().handle(named('Dinas A'));
    expect(sent).toEqual([]);
    const { items } = (await api.call(organizer, 'GET', `${s.base}/mail`)).body;
    expect(items).toContainEqual(expect.objectContaining({ invitation: s.id('Dinas A'), state: 'FAILED', failure }));
  });

  test.each<[string, () => Key]>([
    ['session', () => sessionKey(s.session)],
    ['regency', () => regencyKey(lahat)],
  ])(
    'a mail whose %s is not there waits for it: imports put it last, and an erasure takes the mail as well',
    async (_, key) => {
      await queue();
      const { table } = api.engine;
      const item = await table.get(key());
      await table.remove(key());
      await expect(senderWith().handle(named('Dinas A'))).rejects.toThrow();
      await table.put({ ...item, ...key() });
      expect(await stateOf('Dinas A')).toBe('QUEUED');
      expect(await senderWith().handle(named('Dinas A'))).toBeNull();
      expect(sent.map(({ to }) => to)).toEqual(['dinasa@lahat.example']);
    },
  );

  test('a mail that is refused is not tried again by itself; asked for again, it goes to the address of now', async () => {
    await queue();
    await senderWith(async () => 'REFUSED').handle(named('Dinas A'));
    expect(await stateOf('Dinas A')).toBe('FAILED');
    later(24 * 3_600_000);
    await senderWith().handle(named('Dinas A'));
    expect(sent).toEqual([]);
    await setEmail('Dinas A', 'benar@lahat.example');
    expect((await queue()).body).toEqual({ queued: 1, already: 1, withoutAddress: 1 });
    expect((await queue()).body).toMatchObject({ queued: 0, already: 2 });
    await senderWith().handle(named('Dinas A'));
    expect(sent.map(({ to }) => to)).toEqual(['benar@lahat.example']);
    expect((await queue()).body).toMatchObject({ queued: 0, already: 2 });
  });

  test('a reminder leaves within a day of its claim, or not at all: the next claim has the same people', async () => {
    const day = 24 * 3_600_000;
    const claim = (reminder: string) =>
      api.call(organizer, 'POST', `${s.base}/reminders`, {}, { 'idempotency-key': reminder });
    const remind = (reminder: string) => queue({ purpose: 'REMIND', reminder });
    await claim('the-first-reminder');
    expect((await remind('the-first-reminder')).body).toMatchObject({ queued: 2 });
    const mails = await api.engine.stores.mails.all(s.session);
    later(day);
    for (const mail of mails) await senderWith().handle(mail);
    expect((await remind('the-first-reminder')).body).toEqual({ queued: 0, already: 0, withoutAddress: 0 });
    await claim('the-next-reminder');
    expect((await remind('the-next-reminder')).body).toMatchObject({ queued: 2 });
    for (const mail of await api.engine.stores.mails.all(s.session)) await senderWith().handle(mail);
    expect(sent.map(({ to }) => to).sort()).toEqual(['dinasa@lahat.example', 'dinasb@lahat.example']);
  });

  test('throttled: put off, longer each time, and sent once when the service takes it', async () => {
    await queue();
    const throttled = senderWith(async () => 'LATER');
    for (const wait of [2_000, 4_000, 8_000]) {
      expect(await throttled.handle(named('Dinas A'))).toBe(wait);
      expect(await stateOf('Dinas A')).toBe('QUEUED');
      expect(await throttled.handle(named('Dinas A'))).toBe(wait);
      later(wait);
    }
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect(sent).toHaveLength(1);
    expect(await stateOf('Dinas A')).toBe('SENT');
  });
});

describe('a sender that dies', () => {
  test('before it has the mail: the next one sends it', async () => {
    await queue();
    await expect(senderWith(takes, dyingAt('claim')).handle(named('Dinas A'))).rejects.toThrow();
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect(sent).toHaveLength(1);
  });

  test.each<[string, () => Stores, number]>([
    ['between the claim and the sending', () => dyingAt('claim', true), 0],
    ['between the sending and the note of it', () => dyingAt('sent'), 1],
  ])('%s: in doubt, and never sent again by itself', async (_, stores, times) => {
    await queue();
    await expect(senderWith(takes, stores()).handle(named('Dinas A'))).rejects.toThrow();
    expect(sent).toHaveLength(times);
    expect(await stateOf('Dinas A')).toBe('SENDING');
    expect(await senderWith().handle(named('Dinas A'))).toBe(leaseMs);
    later(leaseMs);
    // It is shown before anybody wrote it down.
    expect(await stateOf('Dinas A')).toBe('UNCERTAIN');
    for (let turn = 0; turn < 3; turn += 1) expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect((await queue()).body).toMatchObject({ queued: 0, already: 2 });
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect(sent).toHaveLength(times);
    expect((await api.engine.stores.mails.get(named('Dinas A')))?.state).toBe('UNCERTAIN');
  });

  test('whose answer comes after its lease does not end another’s attempt, nor take back the doubt', async () => {
    await queue();
    const { mails: store } = api.engine.stores;
    await store.claim(named('Dinas A'), { attempt: 'slow', linkKey: '1-aaaaaaaaaa' }, api.clock.now);
    later(leaseMs);
    await senderWith().handle(named('Dinas A'));
    expect(await store.sent(named('Dinas A'), 'slow', api.clock.now)).toBe(false);
    expect(await stateOf('Dinas A')).toBe('UNCERTAIN');
  });

  test('and of which nothing says until when it was at work, as an import may bring it: in doubt', async () => {
    await queue();
    const { mails: store } = api.engine.stores;
    await store.claim(named('Dinas A'), { attempt: 'imported', linkKey: '1-aaaaaaaaaa' }, api.clock.now);
    const { leaseUntil: _, ...mail } = (await store.get(named('Dinas A'))) ?? {};
    await api.engine.table.put({ ...mailKey(s.session, s.id('Dinas A'), 'INVITE#v1'), ...mail });
    expect(await stateOf('Dinas A')).toBe('UNCERTAIN');
    expect(await senderWith().handle(named('Dinas A'))).toBeNull();
    expect((await store.get(named('Dinas A')))?.state).toBe('UNCERTAIN');
    expect(sent).toEqual([]);
  });

  test('nobody knows whether the service has it: in doubt at once', async () => {
    await queue();
    await senderWith(async () => Promise.reject(new Error('no answer'))).handle(named('Dinas A'));
    expect(await stateOf('Dinas A')).toBe('UNCERTAIN');
    await senderWith().handle(named('Dinas A'));
    expect(sent).toEqual([]);
  });
});

describe('several senders, and a stream that says things twice', () => {
  const mailerWith = (pause: (wait: number) => Promise<unknown>) =>
    makeMailer({ ...senderWith(), keepFresh: async () => {}, log: api.deps.log, pause, now: () => api.clock.now });
  const record = (name: string, number: number) => {
    const { pk, sk } = mailKey(s.session, s.id(name), 'INVITE#v1');
    return { dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(number) } };
  };
  const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 300_000 };
  const inFourYears = () => new Date(api.clock.now.getTime() + 4 * 365 * 24 * 3_600_000);
  const putOff = async (at: Date): Promise<void> => {
    const { mails: store } = api.engine.stores;
    await store.claim(named('Dinas A'), { attempt: 'early', linkKey: '1-aaaaaaaaaa' }, at);
    const mail = await store.get(named('Dinas A'));
    if (mail) await store.defer(mail, 'early', at);
  };

  test('of eight senders at once one sends', async () => {
    await queue();
    const waits = await Promise.all(Array.from({ length: 8 }, () => senderWith().handle(named('Dinas A'))));
    expect(sent).toHaveLength(1);
    expect(waits.filter((wait) => wait === null).length).toBeGreaterThan(0);
  });

  test('records that come twice, late and out of order send each mail once', async () => {
    await queue();
    const mailer = mailerWith(async (wait) => later(wait));
    const batches = [
      [record('Dinas B', 2), record('Dinas A', 1), record('Dinas A', 3)],
      [record('Dinas A', 1), record('Dinas B', 2)],
    ];
    for (const Records of batches) expect(await mailer({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(sent.map(({ to }) => to).sort()).toEqual(['dinasa@lahat.example', 'dinasb@lahat.example']);
  });

  test.each<[string, () => Promise<unknown>, string, number]>([
    ['waits', async () => {}, 'SENT', 2],
    [
      'has a sender',
      () =>
        api.engine.stores.mails.claim(named('Dinas A'), { attempt: 'gone', linkKey: '1-aaaaaaaaaa' }, inFourYears()),
      'UNCERTAIN',
      1,
    ],
    ['was put off', () => putOff(inFourYears()), 'SENT', 2],
  ])(
    'a mail that %s since a day that is to come, as a wrong clock left it, holds up nobody',
    async (_, leave, state, times) => {
      await queue();
      const mail = await api.engine.stores.mails.get(named('Dinas A'));
      const key = mailKey(s.session, s.id('Dinas A'), 'INVITE#v1');
      await api.engine.table.put({ ...key, ...mail, since: inFourYears().toISOString() });
      await leave();
      const mailer = mailerWith(async () => expect.unreachable('there is nothing to wait for'));
      const Records = [record('Dinas A', 1), record('Dinas B', 2)];
      expect(await mailer({ Records }, context)).toEqual({ batchItemFailures: [] });
      expect([await stateOf('Dinas A'), await stateOf('Dinas B'), sent.length]).toEqual([state, 'SENT', times]);
      expect((await api.engine.stores.mails.get(named('Dinas A')))?.state).toBe(state);
    },
  );

  test('a mail that was overlooked is brought to notice by owing it again, after a while', async () => {
    await queue();
    const before = await api.engine.stores.mails.get(named('Dinas A'));
    await queue();
    expect(await api.engine.stores.mails.get(named('Dinas A'))).toEqual(before);
    later(16 * 60_000);
    await queue();
    const after = await api.engine.stores.mails.get(named('Dinas A'));
    expect(after).toEqual({ ...before, since: api.clock.now.toISOString() });
  });
});

describe('the laptop’s loop', () => {
  const untilStates = async (wanted: readonly string[]): Promise<void> => {
    const due = Date.now() + 10_000;
    for (;;) {
      const states = Object.values(await mails()).sort();
      if (JSON.stringify(states) === JSON.stringify([...wanted].sort())) return;
      if (Date.now() > due) throw new Error(`the mails are ${states}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const noFault = (error: unknown) => expect.unreachable(String(error));

  test('sends what is owed, also what was owed before it started, and stops', async () => {
    await queue();
    const loop = makeMailLoop(api.engine.stores.mails, senderWith(), noFault);
    loop.queued(s.session);
    loop.queued(s.session);
    await untilStates(['SENT', 'SENT']);
    await setEmail('Dinas C', 'dinasc@lahat.example');
    await queue();
    loop.queued(s.session);
    await untilStates(['SENT', 'SENT', 'SENT']);
    await loop.stop();
    expect(sent).toHaveLength(3);
  });

  test('what the service puts off waits, and the others with it', async () => {
    await queue();
    let asked = 0;
    const loop = makeMailLoop(
      api.engine.stores.mails,
      senderWith(async () => {
        asked += 1;
        return 'LATER';
      }),
      noFault,
    );
    loop.queued(s.session);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await loop.stop();
    expect(asked).toBe(1);
    loop.queued(s.session);
    expect(Object.values(await mails())).toEqual(['QUEUED', 'QUEUED']);
  });
});
