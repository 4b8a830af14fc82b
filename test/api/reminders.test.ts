/** Automatic reminders, from the plan's field to the mail that leaves: once for an invitation and a day, and never at another time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeMailSender, type OutgoingMail } from '../../functions/messages/mail-sender.ts';
import { makeOweReminders, type OweReminders } from '../../functions/messages/owe-reminders.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
let owe: OweReminders;
let told: string[];
beforeEach(async () => {
  api = await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) });
  told = [];
  const { stores, now, log } = api.deps;
  owe = makeOweReminders({ stores, now, log, queued: (session) => told.push(session) });
});
afterEach(() => api.stop());

/** The session of the scenarios begins on Thursday 27 June 2024 at 08.00 WIB. */
const clock = (wib: string): void => {
  api.clock.now = new Date(`2024-06-${wib}:00+07:00`);
};
const run = (mayGoOn = () => true) => owe({ requestId: 'run', mayGoOn });
const organizer = as('organizer');

/** Kepala of A and B can be written to; of C nobody knows an address. */
const start = async (
  plan: Record<string, unknown> = { reminderDays: [3, 1] },
  regency = lahat,
  at = '10T09:00',
): Promise<Scenario> => {
  clock(at);
  const s = await startScenario(api, { regency, units: ['A', 'B', 'C'].map((name) => ({ name })), plan });
  for (const name of ['A', 'B']) {
    const unit = await api.engine.stores.units.get(regency, s.id(name));
    if (!unit?.holder) throw new Error(`nobody holds ${name}`);
    const holder = { ...unit.holder, email: `${name.toLowerCase()}@lahat.example` };
    await api.engine.stores.units.put(regency, { ...unit, version: unit.version + 1, holder });
  }
  return s;
};
const edit = async (s: Scenario, changes: object) => {
  const { version } = (await api.call(organizer, 'GET', s.base)).body;
  return api.call(organizer, 'PUT', s.base, { ...sessionBody(), ...changes, version });
};
const answer = (s: Scenario, name: string) =>
  api.call(null, 'POST', `/api/c/${s.token(name)}/answer`, { kind: 'ATTENDING' });

const sender = () => {
  const sent: OutgoingMail[] = [];
  let attempts = 0;
  const { handle } = makeMailSender({
    ...api.deps,
    newAttempt: () => `attempt-${++attempts}`,
    send: async (mail) => {
      sent.push(mail);
      return 'SENT';
    },
  });
  const sendAll = async (s: Scenario) => {
    for (const mail of await api.engine.stores.mails.all(s.session)) await handle(mail);
  };
  return { sent, sendAll };
};

describe('the field of the plan', () => {
  test('is kept, copied to the next session, and taken away by a plan without it', async () => {
    const s = await start();
    expect((await api.call(organizer, 'GET', s.base)).body.reminderDays).toEqual([3, 1]);
    const copied = await api.call(
      organizer,
      'POST',
      `${s.base}/copies`,
      { startsAt: '2024-07-27T08:00:00+07:00' },
      { 'idempotency-key': 'copy-000001' },
    );
    expect(copied.body.session.reminderDays).toEqual([3, 1]);
    expect((await edit(s, {})).body).not.toHaveProperty('reminderDays');
    expect((await api.call(organizer, 'GET', s.base)).body).not.toHaveProperty('reminderDays');
  });

  test.each([[[2]], [[3, 3]], [['3']], [[7, 3, 1, 1]]])('is not %j', async (reminderDays) => {
    const s = await start({});
    expect((await edit(s, { reminderDays })).status).toBe(422);
  });

  test('an organiser is told whether this installation sends e-mails at all', async () => {
    expect((await api.call(organizer, 'GET', '/api/mail')).body).toEqual({ configured: true });
    expect((await api.call(as('regent'), 'GET', '/api/mail')).status).toBe(403);
  });
});

describe('on the day', () => {
  test('everybody with an address who has not answered is written to once, with their own link', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('24T07:59');
    expect(await run()).toMatchObject({ regencies: 1, sessions: 0, owed: 0 });
    clock('24T08:00');
    await answer(s, 'B');
    expect(await run()).toEqual({ regencies: 1, sessions: 1, owed: 1, failed: 0, finished: true });
    expect(told).toEqual([s.session]);
    await sendAll(s);
    clock('24T17:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 0 });
    await sendAll(s);
    expect(sent.map(({ to }) => to)).toEqual(['a@lahat.example']);
    expect(sent[0]?.text).toContain(`https://hadir.test/c/${s.token('A')}`);
    expect(sent[0]?.text).toContain('Kami mengingatkan undangan');
    const { items } = (await api.call(organizer, 'GET', `${s.base}/mail`)).body;
    expect(items).toMatchObject([{ invitation: s.id('A'), purpose: 'REMIND', state: 'SENT', daysBefore: 3 }]);
  });

  test('the next reminder goes to those who still have not answered', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('24T08:00');
    await run();
    await sendAll(s);
    await answer(s, 'A');
    clock('26T08:00');
    await run();
    await sendAll(s);
    expect(sent.map(({ to }) => to)).toEqual(['a@lahat.example', 'b@lahat.example', 'b@lahat.example']);
  });

  test('what waited until the next day is not sent any more', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('24T23:00');
    expect(await run()).toMatchObject({ owed: 2 });
    clock('25T08:00');
    expect(await run()).toMatchObject({ sessions: 0, owed: 0 });
    await sendAll(s);
    expect(sent).toEqual([]);
    const { items } = (await api.call(organizer, 'GET', `${s.base}/mail`)).body;
    expect(items.map(({ failure }: { failure: string }) => failure)).toEqual(['NOT_DUE', 'NOT_DUE']);
  });

  test('nobody who answers, is revoked, or comes between the two is written to', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('26T08:00');
    await run();
    await answer(s, 'A');
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('B')}/revoke`);
    await sendAll(s);
    expect(sent).toEqual([]);
    expect(await run()).toMatchObject({ owed: 0 });
  });

  test('a session that is moved is reminded of anew, and what was owed of the old day is dropped', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('24T08:00');
    await run();
    const moved = { startsAt: '2024-06-29T08:00:00+07:00', endsAt: '2024-06-29T12:00:00+07:00', reminderDays: [3, 1] };
    expect((await edit(s, moved)).status).toBe(200);
    await sendAll(s);
    expect(sent).toEqual([]);
    clock('26T08:00');
    await run();
    await sendAll(s);
    expect(sent.map(({ to }) => to)).toEqual(['a@lahat.example', 'b@lahat.example']);
    expect(sent[0]?.text).toContain('Sabtu, 29 Juni 2024');
  });

  test('a session that is moved within its day: what waits leaves with the new hour, and who had it gets no second', async () => {
    const s = await start();
    const { sent, sendAll } = sender();
    clock('24T08:00');
    await run();
    const [first] = await api.engine.stores.mails.all(s.session);
    const moved = { startsAt: '2024-06-27T10:00:00+07:00', endsAt: '2024-06-27T12:00:00+07:00', reminderDays: [3, 1] };
    if (first) await makeMailSender({ ...api.deps, newAttempt: () => 'one', send: async () => 'SENT' }).handle(first);
    expect((await edit(s, moved)).status).toBe(200);
    clock('24T09:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 0 });
    await sendAll(s);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('10.00–12.00 WIB');
  });

  test('published on the day itself: nobody is reminded of what they cannot have been told yet, and all of the next', async () => {
    const s = await start({ reminderDays: [3, 1] }, lahat, '24T09:30');
    expect((await edit(s, { reminderDays: [3, 1] })).body.publishedAt).toBe('2024-06-24T02:30:00.000Z');
    clock('24T10:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 0 });
    clock('26T08:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 2 });
    const copied = await api.call(
      organizer,
      'POST',
      `${s.base}/copies`,
      { startsAt: '2024-07-27T08:00:00+07:00' },
      { 'idempotency-key': 'copy-000002' },
    );
    expect(copied.body.session).not.toHaveProperty('publishedAt');
  });

  test('whoever was reminded by hand waits a day; so does who was just invited', async () => {
    const s = await start();
    clock('23T15:00');
    await api.call(organizer, 'POST', `${s.base}/reminders`, {}, { 'idempotency-key': 'by-hand-0001' });
    clock('24T08:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 0 });
    clock('24T15:00');
    expect(await run()).toMatchObject({ owed: 2 });
    clock('25T20:00');
    await api.call(organizer, 'POST', `${s.base}/mail`, {});
    clock('26T08:00');
    expect(await run()).toMatchObject({ sessions: 1, owed: 0 });
    clock('26T20:00');
    expect(await run()).toMatchObject({ owed: 2 });
    // And by hand right behind it nobody is claimed.
    const byHand = await api.call(organizer, 'POST', `${s.base}/reminders`, {}, { 'idempotency-key': 'by-hand-0002' });
    expect(byHand.body).toEqual({ claimed: 1, waiting: 2 });
  });
});

describe('runs', () => {
  test('two at once owe each mail once', async () => {
    await start();
    clock('24T08:00');
    const [one, other] = await Promise.all([run(), run()]);
    expect(one.owed + other.owed).toBe(2);
  });

  test('one that is out of time says so, and the next one does the rest', async () => {
    await start();
    await start({ reminderDays: [3] }, '18.13');
    clock('24T08:00');
    let left = 1;
    expect(await run(() => left-- > 0)).toMatchObject({ regencies: 1, owed: 2, finished: false });
    expect(await run()).toMatchObject({ regencies: 2, owed: 2, finished: true });
  });

  test('a regency that cannot be read does not keep another from its reminders', async () => {
    const broken = await start();
    await start({ reminderDays: [3] }, '18.13');
    const { stores } = api.engine;
    const session = await stores.sessions.get(broken.session);
    await api.engine.table.put({ pk: `R#${lahat}`, sk: `S#${session?.id}`, state: 'NONSENSE' });
    clock('24T08:00');
    expect(await run()).toEqual({ regencies: 1, sessions: 1, owed: 2, failed: 1, finished: true });
    expect(api.logs.join()).toContain('REMINDERS_FAILED');
  });

  test('what is owed already costs a run no write', async () => {
    await start();
    clock('24T08:00');
    await run();
    api.engine.requests.reset();
    await run();
    expect(api.engine.requests.sent).toEqual(['Query', 'Query', 'Query', 'Query', 'Query']);
    expect(api.engine.requests.units.write).toBe(0);
  });
});
