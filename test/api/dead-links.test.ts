/** A key of codes is withdrawn after invitations went by e-mail: whoever is still to come is sent a new link, and nobody else a second mail. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withdrawTokenKey } from '../../functions/admin/rotate-token-key.ts';
import type { TokenKeyHolder } from '../../functions/admin/token-key-holders.ts';
import { makeMailSender, type OutgoingMail } from '../../functions/messages/mail-sender.ts';
import { mailKey } from '../../functions/platform/keys.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const secretOf = (id: number): Uint8Array => new Uint8Array(32).fill(id);
const keysOf = (current: number, ...others: number[]): TokenKeys => ({
  current,
  secrets: new Map([current, ...others].map((id) => [id, secretOf(id)])),
});

const names = ['Dinas A', 'Dinas B', 'Dinas C', 'Dinas D'];
const organizer = as('organizer');
let api: TestApi;
let s: Scenario;
let sent: OutgoingMail[];
/** The keys as they are kept, and as the API and the mailer have read them. */
let keys: TokenKeys;
let read: TokenKeys;

beforeEach(async () => {
  sent = [];
  keys = keysOf(7);
  read = keys;
  const tokenKeys = {
    get current() {
      return read.current;
    },
    get secrets() {
      return read.secrets;
    },
    get regencies() {
      return read.regencies;
    },
    get readAt() {
      return read.readAt;
    },
  };
  api = await startTestApi({ wrap: () => ({ tokenKeys, mail: { queued: () => {} } }) });
  s = await startScenario(api, { units: names.map((name) => ({ name })), until: 'open' });
  for (const name of names) {
    const unit = await api.engine.stores.units.get(lahat, s.id(name));
    if (!unit?.holder) throw new Error(`nobody holds ${name}`);
    const holder = { ...unit.holder, email: `${name.at(-1)}@lahat.example` };
    await api.engine.stores.units.put(lahat, { ...unit, version: unit.version + 1, holder });
  }
});
afterEach(() => api.stop());

const wait = (milliseconds: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};
const holder: TokenKeyHolder = {
  change: async (change) => {
    keys = change(keys);
    return keys;
  },
};
const withdraw = async (id: number): Promise<void> => {
  await withdrawTokenKey(holder, id, () => secretOf(id + 1));
  read = keys;
};
const queue = async (body: object = {}) => (await api.call(organizer, 'POST', `${s.base}/mail`, body)).body;
/** What the page says before somebody sends: whose mail would be sent anew. */
const shownDead = async (): Promise<string[]> => {
  const { items } = (await api.call(organizer, 'GET', `${s.base}/mail`)).body;
  const dead = items.filter(({ deadLink }: { deadLink?: true }) => deadLink);
  return dead.map(({ invitation }: { invitation: string }) => names.find((name) => s.id(name) === invitation)).sort();
};
const sendAll = async (): Promise<void> => {
  const { handle } = makeMailSender({
    ...api.deps,
    newAttempt: () => 'one',
    send: async (mail) => {
      sent.push(mail);
      return 'SENT';
    },
  });
  for (const mail of await api.engine.stores.mails.all(s.session)) await handle(mail);
};
const received = (): string[] => sent.map(({ to }) => to.slice(0, 1)).sort();
const tokenIn = ({ text }: OutgoingMail): string => /https:\/\/hadir\.test\/c\/(\w+)/.exec(text)?.[1] ?? '';
const opens = async (mail: OutgoingMail): Promise<number> =>
  (await api.call(null, 'GET', `/api/c/${tokenIn(mail)}`)).status;

/** Everybody has a mail whose link opens; then time passes and nothing of it is counted. */
const sendToAll = async (): Promise<OutgoingMail[]> => {
  expect(await queue()).toEqual({ queued: 4, already: 0, withoutAddress: 0 });
  await sendAll();
  const first = sent;
  expect(await Promise.all(first.map(opens))).toEqual([200, 200, 200, 200]);
  sent = [];
  wait(5 * 60_000);
  return first;
};

describe('a key is withdrawn', () => {
  test('all who are still to come are sent a new link, once; whoever has come is not', async () => {
    const first = await sendToAll();
    const ofD = first.filter(({ to }) => to.startsWith('D')).map(tokenIn);
    const came = await s.scan('Dinas D', { token: ofD[0] });
    expect(came.body).toMatchObject({ result: 'accepted' });
    await withdraw(7);
    expect(await Promise.all(first.map(opens))).toEqual([404, 404, 404, 404]);
    expect(await shownDead()).toEqual(['Dinas A', 'Dinas B', 'Dinas C']);
    expect(await queue()).toEqual({ queued: 3, already: 1, withoutAddress: 0 });
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toEqual({ queued: 0, already: 4, withoutAddress: 0 });
    await sendAll();
    expect(received()).toEqual(['A', 'B', 'C']);
    expect(await Promise.all(sent.map(opens))).toEqual([200, 200, 200]);
    wait(5 * 60_000);
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
    expect(await shownDead()).toEqual([]);
  });

  test('a mail in doubt is sent anew too: what it may have brought is dead', async () => {
    await queue();
    const { handle } = makeMailSender({
      ...api.deps,
      newAttempt: () => 'one',
      send: async () => Promise.reject(new Error('no answer')),
    });
    for (const mail of await api.engine.stores.mails.all(s.session)) await handle(mail);
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
    await withdraw(7);
    expect(await shownDead()).toHaveLength(4);
    expect(await queue()).toMatchObject({ queued: 4, already: 0 });
  });

  test('twice: twice', async () => {
    await sendToAll();
    for (const key of [7, 8]) {
      await withdraw(key);
      expect(await queue()).toMatchObject({ queued: 4 });
      await sendAll();
      wait(5 * 60_000);
    }
    expect(sent).toHaveLength(8);
    expect(await queue()).toMatchObject({ queued: 0 });
  });

  test('a re-issued invitation is sent once, as ever', async () => {
    await sendToAll();
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 });
    await withdraw(7);
    expect(await shownDead()).toEqual(['Dinas B', 'Dinas C', 'Dinas D']);
    expect(await queue()).toMatchObject({ queued: 4 });
    await sendAll();
    expect(received()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('reminders are not sent anew, nor anything of a session that is over', async () => {
    await api.call(organizer, 'POST', `${s.base}/reminders`, {}, { 'idempotency-key': 'a-first-reminder' });
    const remind = { purpose: 'REMIND', reminder: 'a-first-reminder' };
    expect(await queue(remind)).toMatchObject({ queued: 4 });
    await sendAll();
    sent = [];
    await sendToAll();
    await withdraw(7);
    expect(await queue(remind)).toMatchObject({ queued: 0, already: 4 });
    expect(await shownDead()).toHaveLength(4);
    await s.move('close');
    expect(await shownDead()).toEqual([]);
    expect((await queue()).code).toBe('SESSION_WRONG_STATE');
  });

  test('what came from an installation whose key did not come along, or speaks for others, is sent anew', async () => {
    await sendToAll();
    read = { ...keysOf(9, 7), regencies: new Map([[7, new Set([lahat])]]) };
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toMatchObject({ queued: 0 });
    read = { ...keysOf(9, 7), regencies: new Map([[7, new Set(['18.13'])]]) };
    expect(await shownDead()).toHaveLength(4);
    read = keysOf(9);
    expect(await queue()).toMatchObject({ queued: 4 });
  });

  test('what came from an installation whose key has the same number as one of here: every first key is number 1', async () => {
    await sendToAll();
    read = { current: 7, secrets: new Map([[7, secretOf(70)]]) };
    expect(await shownDead()).toHaveLength(4);
    expect(await queue()).toMatchObject({ queued: 4 });
    await sendAll();
    expect(await Promise.all(sent.map(opens))).toEqual([200, 200, 200, 200]);
    wait(5 * 60_000);
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
  });
});

describe('nobody gets a second mail', () => {
  test('after a rotation alone', async () => {
    await sendToAll();
    read = keysOf(8, 7);
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toEqual({ queued: 0, already: 4, withoutAddress: 0 });
  });

  test('whose mail a mailer sent that has read a newer key than the API', async () => {
    const before = { ...keysOf(7), readAt: api.clock.now };
    await queue();
    wait(30_000);
    read = keysOf(8, 7);
    await sendAll();
    read = before;
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
    // Read while Secrets Manager had not told everybody yet.
    read = { ...before, readAt: new Date(api.clock.now.getTime() + 59_999) };
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
  });

  test('whose mail a mailer sent with a key that was already withdrawn: not at once, but when the API has read the keys after it', async () => {
    read = keysOf(7);
    await queue();
    await sendAll();
    read = { ...keysOf(8), readAt: api.clock.now };
    expect(await queue()).toMatchObject({ queued: 0 });
    read = { ...keysOf(8), readAt: new Date(api.clock.now.getTime() + 60_000) };
    wait(60_000);
    expect(await shownDead()).toHaveLength(4);
    expect(await queue()).toMatchObject({ queued: 4 });
  });

  test('whose mail was sent before its key was kept', async () => {
    await sendToAll();
    for (const { linkKey: _, ...mail } of await api.engine.stores.mails.all(s.session))
      await api.engine.table.put({ ...mailKey(mail.session, mail.invitation, `INVITE#${mail.occasion}`), ...mail });
    await withdraw(7);
    expect(await shownDead()).toEqual([]);
    expect(await queue()).toMatchObject({ queued: 0, already: 4 });
  });
});
