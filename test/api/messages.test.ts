/** Messages with each invitation's link, the file of them, and reminding nobody twice within a day. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { putSettings, type Scenario, type ScenarioPlan, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const hour = 3_600_000;
const later = (milliseconds: number): void => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};

const start = async (until: NonNullable<ScenarioPlan['until']> = 'published') => {
  const units = [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'SDN 1', class: 'SD' }, { name: 'Dinas R' }];
  const s = await startScenario(api, { units, guests: ['Dandim'], until });
  await reach(s, 'Dinas A', { phone: '+6281234567890', email: 'a@lahat.example' });
  return s;
};
/** What the register knows of a unit's holder, as of now. */
const reach = async (s: Scenario, name: string, ways: object): Promise<void> => {
  const unit = await api.engine.stores.units.get(lahat, s.id(name));
  if (!unit?.holder) throw new Error(`nobody holds ${name}`);
  await api.engine.stores.units.put(lahat, { ...unit, version: unit.version + 1, holder: { ...unit.holder, ...ways } });
};
const organizer = as('organizer');
const list = (s: Scenario, query = '') => api.call(organizer, 'GET', `${s.base}/messages${query}`);
const remind = (s: Scenario, key: string, body: object = {}) =>
  api.call(organizer, 'POST', `${s.base}/reminders`, body, { 'idempotency-key': key });
const answer = (s: Scenario, name: string, body: object = { kind: 'ATTENDING' }, version = 1) =>
  api.call(null, 'POST', `/api/c/${s.token(name, version)}/answer`, body);
const names = (items: { name: string }[]) => items.map(({ name }) => name).sort();

describe('the messages', () => {
  test('bring each link, and the number and address that the register knows at that moment', async () => {
    const s = await start();
    const { items } = (await list(s)).body;
    expect(names(items)).toEqual(['Dandim', 'Dinas A', 'Dinas B', 'Dinas R', 'SDN 1']);
    const of = (name: string) => items.find((item: { name: string }) => item.name === name);
    expect(of('Dinas A')).toMatchObject({
      phone: '+6281234567890',
      email: 'a@lahat.example',
      addressee: 'Yth. Kepala Dinas A, Kepala Dinas A',
      class: 'OPD',
    });
    expect(of('Dinas A').text).toContain(`https://hadir.test/c/${s.token('Dinas A')}`);
    expect(of('Dandim')).toMatchObject({ phone: null, email: null, addressee: 'Yth. Dandim' });
    await reach(s, 'Dinas A', { phone: '+6289999999999' });
    expect((await list(s)).body.items.find(({ name }: { name: string }) => name === 'Dinas A').phone).toBe(
      '+6289999999999',
    );
  });

  test('are had one by one too; there is none for who is not written to', async () => {
    const s = await start();
    const one = (name: string) => list(s, `?invitation=${s.id(name)}`);
    const { items, next } = (await one('Dinas A')).body;
    expect([names(items), next]).toEqual([['Dinas A'], null]);
    expect(items[0]).toMatchObject({ phone: '+6281234567890' });
    expect(items[0].text).toContain(s.token('Dinas A'));
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    expect((await one('Dinas A')).body.items).toEqual([]);
    expect((await list(s, '?invitation=NOBODY')).status).toBe(422);
  });

  test('leave out who was revoked and who came in without an invitation', async () => {
    const s = await start('open');
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas R')}/revoke`);
    await s.scan('-', { guest: { office: 'Ketua RT' } });
    expect(names((await list(s)).body.items)).toEqual(['Dandim', 'Dinas A', 'Dinas B', 'SDN 1']);
  });

  test('go to the holder while a delegate is named: by the holder’s own link', async () => {
    const s = await start();
    await answer(s, 'Dinas B', { kind: 'DELEGATED', delegate: { name: 'Budi' } });
    const item = (await list(s)).body.items.find(({ name }: { name: string }) => name === 'Dinas B');
    expect(item.text).toContain(s.token('Dinas B', 1));
    expect(item.text).not.toContain(s.token('Dinas B', 2));
  });

  test('are in the regency’s own wording', async () => {
    const s = await start();
    const settings = { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } };
    const messages = { invite: 'Undangan {acara} untuk {sapaan}. {lain}' };
    await putSettings(api, lahat, { ...settings, messages });
    const item = (await list(s)).body.items.find(({ name }: { name: string }) => name === 'Dandim');
    expect(item.text).toBe(
      `Undangan Rapat koordinasi netralitas ASN untuk Yth. Dandim. {lain}\n\nhttps://hadir.test/c/${s.token('Dandim')}`,
    );
    await putSettings(api, lahat, settings);
  });

  test('come in pages that are filled, and are followed to the end', async () => {
    const s = await start();
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas R')}/revoke`);
    const first = (await list(s, '?limit=3')).body;
    expect(first.items).toHaveLength(3);
    const second = first.next ? (await list(s, `?limit=3&cursor=${first.next}`)).body : { items: [] };
    expect(names([...first.items, ...second.items])).toEqual(['Dandim', 'Dinas A', 'Dinas B', 'SDN 1']);
  });
});

describe('the file', () => {
  test('has a line for each, in protocol order, that a spreadsheet takes for text', async () => {
    const s = await start();
    const unit = { class: 'KECAMATAN', name: '=cmd|calc', office: '@SUM(A1)', holder: { name: '+Siti; "Ani"' } };
    const { id } = (await api.call(organizer, 'POST', `/api/regencies/${lahat}/units`, unit)).body;
    await api.call(organizer, 'POST', `${s.base}/invitations`, { units: [id] }, { 'idempotency-key': 'one-more' });
    const reply = await api.call(organizer, 'GET', `${s.base}/messages.csv`);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const text = reply.body as unknown as string;
    expect(text.startsWith('\uFEFFPenerima,Jabatan,Unit,Kelas,Nomor HP,Surel,Tautan,Pesan\r\n')).toBe(true);
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    const rows = data.slice(1);
    expect(rows.map(([, , name]) => name)).toEqual(['Dinas A', 'Dinas B', 'Dinas R', "'=cmd|calc", 'SDN 1', 'Dandim']);
    expect(rows[0]).toEqual([
      'Kepala Dinas A, Kepala Dinas A',
      'Kepala Dinas A',
      'Dinas A',
      'Perangkat daerah',
      '6281234567890',
      'a@lahat.example',
      `https://hadir.test/c/${s.token('Dinas A')}`,
      expect.stringMatching(/^Yth\. Kepala Dinas A, Kepala Dinas A\n/),
    ]);
    expect(rows[3]?.slice(0, 2)).toEqual(['\'+Siti; "Ani", @SUM(A1)', "'@SUM(A1)"]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe('reminding', () => {
  test('claims who has not answered, and lists their messages under its key', async () => {
    const s = await start('open');
    await answer(s, 'Dinas A');
    await s.scan('Dinas B');
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas R')}/revoke`);
    expect((await remind(s, 'first-reminder')).body).toEqual({ claimed: 2, waiting: 0 });
    const listed = (await list(s, '?purpose=REMIND&reminder=first-reminder')).body.items;
    expect(names(listed)).toEqual(['Dandim', 'SDN 1']);
    expect(listed[0]).toMatchObject({
      remindedAt: api.clock.now.toISOString(),
      text: expect.stringContaining('Kami mengingatkan'),
    });
    expect((await list(s, '?purpose=REMIND&reminder=another-one')).body.items).toEqual([]);
    // Who answers meanwhile is not reminded any more.
    await answer(s, 'SDN 1', { kind: 'UNABLE', reason: 'Sakit' });
    expect(names((await list(s, '?purpose=REMIND')).body.items)).toEqual(['Dandim']);
  });

  test('reminds nobody again within a day, and those of one class when asked', async () => {
    const s = await start();
    expect((await remind(s, 'of-a-class', { classes: ['SD'] })).body).toEqual({ claimed: 1, waiting: 0 });
    later(23 * hour);
    expect((await remind(s, 'on-the-next-day')).body).toEqual({ claimed: 4, waiting: 1 });
    later(2 * hour);
    expect((await remind(s, 'two-hours-later')).body).toEqual({ claimed: 1, waiting: 4 });
  });

  test('its repeat claims the same, also a day later', async () => {
    const s = await start();
    const first = await remind(s, 'a-repeated-one');
    later(23 * hour);
    expect((await remind(s, 'a-repeated-one')).body).toEqual(first.body);
    const items = (await list(s, '?purpose=REMIND&reminder=a-repeated-one')).body.items;
    expect(new Set(items.map(({ remindedAt }: { remindedAt: string }) => remindedAt)).size).toBe(1);
    later(7 * hour);
    expect((await remind(s, 'a-repeated-one')).body).toEqual(first.body);
    expect((await remind(s, 'another-day')).body).toEqual({ claimed: 5, waiting: 0 });
  });

  test('its list and its file hold for a day, so that nobody is in two that can be sent', async () => {
    const s = await start();
    const query = '?purpose=REMIND&reminder=of-the-first-day';
    const shown = async (of: string) => {
      const file = (await api.call(organizer, 'GET', `${s.base}/messages.csv${of}`)).body as unknown as string;
      const one = await list(s, `${of}&invitation=${s.id('Dinas A')}`);
      return [(await list(s, of)).body.items.length, file.split('\r\n').length - 2, one.body.items.length];
    };
    await remind(s, 'of-the-first-day');
    later(24 * hour - 1);
    expect(await shown(query)).toEqual([5, 5, 1]);
    expect((await remind(s, 'a-little-early')).body).toEqual({ claimed: 0, waiting: 5 });
    later(1);
    for (const of of [query, '?purpose=REMIND']) expect(await shown(of)).toEqual([0, 0, 0]);
    expect((await remind(s, 'of-the-second-day')).body).toEqual({ claimed: 5, waiting: 0 });
    expect(await shown('?purpose=REMIND')).toEqual([5, 5, 1]);
    expect(await shown(query)).toEqual([0, 0, 0]);
  });

  test('who was claimed a moment ago is in the list and in the file: both are read strongly', async () => {
    const s = await start();
    await remind(s, 'read-right-away');
    const reads: { ofInvitations: boolean; strong: unknown }[] = [];
    api.engine.client.middlewareStack.add(
      (next) => (args) => {
        const { ConsistentRead: strong, ...input } = args.input as { ConsistentRead?: boolean };
        if (strong !== undefined) reads.push({ ofInvitations: JSON.stringify(input).includes('"I#'), strong });
        return next(args);
      },
      { step: 'initialize', name: 'readsSeen' },
    );
    await list(s, '?purpose=REMIND');
    await list(s, `?purpose=REMIND&invitation=${s.id('Dinas A')}`);
    await api.call(organizer, 'GET', `${s.base}/messages.csv?purpose=REMIND`);
    api.engine.client.middlewareStack.remove('readsSeen');
    const ofInvitations = reads.filter(({ ofInvitations }) => ofInvitations);
    expect(ofInvitations.map(({ strong }) => strong)).toEqual([true, true, true]);
  });

  test('of several calls at once each invitation is claimed by one', async () => {
    const s = await start();
    const keys = ['one-of-three', 'two-of-three', 'three-of-three'];
    const replies = await Promise.all(keys.map((key) => remind(s, key)));
    expect(replies.reduce((sum, { body }) => sum + body.claimed, 0)).toBe(5);
    const listed = await Promise.all(keys.map((key) => list(s, `?purpose=REMIND&reminder=${key}`)));
    expect(listed.map(({ body }) => body.items.length)).toEqual(replies.map(({ body }) => body.claimed));
  });

  test('an answer that comes in at that moment stands before the claim', async () => {
    const s = await start();
    const { invitations } = api.engine.stores;
    await answer(s, 'Dinas B');
    expect(await invitations.claimReminder(s.session, s.id('Dinas B'), 'late', api.clock.now)).toBe(false);
  });

  test.each([
    ['not published', 'draft', undefined],
    ['over', 'open', 'close'],
    ['cancelled', 'published', 'cancel'],
  ] as const)('not for a session that is %s', async (_, until, move) => {
    const s = await start(until);
    if (move) await s.move(move);
    expect((await remind(s, 'not-now-please')).body.code).toBe('SESSION_WRONG_STATE');
  });

  test('no number or address is in a log', () => {
    expect(api.logs.join('\n')).not.toMatch(/628|@/);
  });
});
