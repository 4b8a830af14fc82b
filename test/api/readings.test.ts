/** The reading aloud: planned, led from the reader's own screen, and who was in the hall for it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeReaderCode } from '../../functions/pledges/reader-code.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { startScenario } from '../support/scenario.ts';

let api: TestApi;
let start: Date;
beforeAll(async () => {
  api = await startTestApi();
  start = api.clock.now;
});
beforeEach(() => {
  api.clock.now = start;
});
afterAll(() => api.stop());

const later = (minutes = 1): string => {
  api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000);
  return api.clock.now.toISOString();
};
const units = ['Dinas A', 'Dinas B', 'Dinas C'].map((name) => ({ name }));
const open = (changes: Partial<Parameters<typeof startScenario>[1]> = {}) =>
  startScenario(api, { units, guests: ['Dandim'], until: 'open', ...changes });
type Stage = Awaited<ReturnType<typeof open>>;

const list = async ({ base }: Stage, role: 'organizer' | 'operator' | 'auditor' = 'operator') =>
  (await api.call(as(role), 'GET', `${base}/readings`)).body.items;
const codeOf = ({ session }: Stage, reading: string) => makeReaderCode(api.keys, session, reading);
const screen = (s: Stage, reading = 'utama') => api.call(null, 'GET', `/api/b/${codeOf(s, reading)}`);
const moveOwn = (s: Stage, move: string, reading = 'utama') =>
  api.call(null, 'POST', `/api/b/${codeOf(s, reading)}/moves/${move}`);

describe('a plan', () => {
  test('names reader and witnesses, which change until it starts', async () => {
    const s = await open({ until: 'published' });
    const planned = await s.plan('utama', { witnesses: [{ name: 'Ali', office: 'Inspektur' }] });
    expect(planned.body).toMatchObject({ state: 'PLANNED', present: 0, startedAt: null, hash: s.hash });
    expect(planned.body.link).toBe(`https://hadir.test/b/${codeOf(s, 'utama')}`);
    const other = { reader: { name: 'Wati', office: 'Asisten I' }, witnesses: [] };
    expect((await s.plan('utama', other)).body).toMatchObject(other);
    await s.move('open');
    await s.moveReading('utama', 'start');
    expect((await s.plan('utama')).body.code).toBe('READING_CHANGED');
    expect((await list(s))[0].reader).toEqual(other.reader);
  });

  test('it begins in a session that is open, and is not made in a draft or for a session without a pledge', async () => {
    const s = await open({ until: 'published' });
    await s.plan('utama');
    expect((await s.moveReading('utama', 'start')).body).toMatchObject({
      code: 'SESSION_WRONG_STATE',
      state: 'PUBLISHED',
    });
    expect((await moveOwn(s, 'start')).body.code).toBe('SESSION_WRONG_STATE');
    expect((await s.plan('utama', { startedAt: api.clock.now.toISOString() })).body.code).toBe('SESSION_WRONG_STATE');
    expect((await (await open({ until: 'draft' })).plan('utama')).body.code).toBe('SESSION_WRONG_STATE');
    expect((await (await open({ pledge: false })).plan('utama')).body.code).toBe('PLEDGE_TEXT_UNKNOWN');
  });
});

describe('what arrives later than it happened', () => {
  test('a start that was pressed without a network, or noted on paper, bears both times', async () => {
    const s = await open();
    await s.plan('utama');
    const opened = api.clock.now.toISOString();
    const arrived = later(10);
    await s.scan('Dinas A');
    const pressed = await api.call(null, 'POST', `/api/b/${codeOf(s, 'utama')}/moves/start?ago=300`);
    // Who came after it was pressed has not heard it.
    expect((await list(s))[0].present).toBe(0);
    expect((await api.call(null, 'POST', `/api/b/${codeOf(s, 'utama')}/moves/end?ago=21601`)).body.code).toBe(
      'INPUT_INVALID',
    );
    const began = new Date(Date.parse(arrived) - 300_000).toISOString();
    expect(pressed.body.reading).toMatchObject({ startedAt: began, recordedAt: arrived });
    await s.plan('kedua');
    // Never before the session was open, however long ago it is said to be.
    const early = await api.call(null, 'POST', `/api/b/${codeOf(s, 'kedua')}/moves/start?ago=21600`);
    expect(early.body.reading).toMatchObject({ startedAt: opened, recordedAt: arrived });
    const noted = await s.plan('kertas', { startedAt: opened, endedAt: arrived });
    expect(noted.body).toMatchObject({ startedAt: opened, recordedAt: arrived });
    later(5);
    expect((await s.plan('kertas', { startedAt: opened, endedAt: arrived })).body.recordedAt).toBe(arrived);
    expect((await api.call(null, 'POST', `/api/b/${codeOf(s, 'utama')}/moves/end?ago=-1`)).body.code).toBe(
      'INPUT_INVALID',
    );
  });
});

describe('the time of the session', () => {
  const clock = (minutes: number) => new Date(api.clock.now.getTime() + minutes * 60_000).toISOString();

  test('none begins once it is closed, by the link or in the console; what is held can end, and be repeated', async () => {
    const s = await open();
    for (const reading of ['utama', 'terlupa', 'susulan']) await s.plan(reading);
    await s.scan('Dinas A');
    for (const reading of ['utama', 'terlupa']) await s.moveReading(reading, 'start');
    await s.moveReading('utama', 'end');
    later(30);
    await s.move('close');
    const closed = api.clock.now.toISOString();
    later(90 * 24 * 60);
    const refused = { code: 'SESSION_WRONG_STATE', state: 'CLOSED' };
    expect((await moveOwn(s, 'start', 'susulan')).body).toMatchObject(refused);
    expect((await s.moveReading('susulan', 'start')).body).toMatchObject(refused);
    expect((await s.moveReading('utama', 'start')).status).toBe(200);
    expect((await s.moveReading('terlupa', 'end')).body).toMatchObject({ state: 'READ', endedAt: closed });
    expect((await s.moveReading('susulan', 'void')).body.state).toBe('VOID');
  });

  test('what is noted from paper lies in it, a minute for the clocks apart', async () => {
    const s = await open();
    const early = clock(-2);
    const opened = clock(-0.5);
    later(30);
    const during = clock(-10);
    await s.move('close');
    const late = clock(2);
    later(60);
    const note = (changes: Record<string, unknown>) => s.plan('kertas', changes);
    for (const [changes, field] of [
      [{ startedAt: '1999-01-05T02:00:00Z' }, 'startedAt'],
      [{ startedAt: early }, 'startedAt'],
      [{ startedAt: late }, 'startedAt'],
      [{ startedAt: during, endedAt: late }, 'endedAt'],
    ] as const)
      expect((await note(changes)).body).toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: `/body/${field}` }],
      });
    expect((await note({ startedAt: opened, endedAt: during })).body.state).toBe('READ');
  });

  test('one that was noted by a clock that is ahead can be ended at once', async () => {
    const s = await open();
    const startedAt = clock(0.5);
    await s.plan('kertas', { startedAt });
    expect((await s.moveReading('kertas', 'end')).body).toMatchObject({ state: 'READ', endedAt: startedAt });
  });
});

describe('the moves', () => {
  test('start and end, each once; a repeat changes nothing', async () => {
    const s = await open();
    await s.plan('utama');
    const started = api.clock.now.toISOString();
    expect((await s.moveReading('utama', 'start')).body).toMatchObject({ state: 'READING', startedAt: started });
    const ended = later(5);
    expect((await s.moveReading('utama', 'end')).body).toMatchObject({ state: 'READ', endedAt: ended });
    later();
    for (const move of ['start', 'end'])
      expect((await s.moveReading('utama', move)).body).toMatchObject({ startedAt: started, endedAt: ended });
    expect((await list(s))[0]).not.toHaveProperty('link');
  });

  test('an end before the start is refused, as is any move of a voided one; of none there is none', async () => {
    const s = await open();
    await s.plan('utama');
    expect((await s.moveReading('utama', 'end')).body.code).toBe('READING_WRONG_STATE');
    await s.moveReading('utama', 'void');
    for (const move of ['start', 'end'])
      expect((await s.moveReading('utama', move)).body.code).toBe('READING_WRONG_STATE');
    expect((await s.moveReading('utama', 'void')).body.state).toBe('VOID');
    expect((await s.moveReading('lain', 'start')).body.code).toBe('READING_UNKNOWN');
  });

  test('of 10 who start it at the same instant all are told the same start', async () => {
    const s = await open();
    await s.plan('utama');
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? moveOwn(s, 'start') : s.moveReading('utama', 'start'))),
    );
    const starts = replies.map(({ body }) => (body.reading ?? body).startedAt);
    expect(new Set(starts)).toEqual(new Set([api.clock.now.toISOString()]));
  });

  test('entered afterwards with its times, never of a moment that has not come', async () => {
    const s = await open();
    const startedAt = api.clock.now.toISOString();
    const endedAt = later(3);
    expect((await s.plan('kertas', { startedAt, endedAt })).body).toMatchObject({ state: 'READ', startedAt, endedAt });
    expect((await s.plan('kertas', { startedAt, endedAt })).body).toMatchObject({ state: 'READ', hash: s.hash });
    expect(await list(s)).toHaveLength(1);
    expect((await s.plan('kertas', { startedAt: endedAt })).body.code).toBe('READING_CHANGED');
    const reader = { name: 'Lain', office: 'Sekda' };
    expect((await s.plan('kertas', { startedAt, endedAt, reader })).body.code).toBe('READING_CHANGED');
    const future = new Date(api.clock.now.getTime() + 120_000).toISOString();
    expect((await s.plan('nanti', { startedAt: future })).body).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/body/startedAt' }],
    });
    expect((await s.plan('nanti', { startedAt, endedAt: future })).body.errors[0].pointer).toBe('/body/endedAt');
    expect((await s.plan('nanti', { startedAt: endedAt, endedAt: startedAt })).body.code).toBe('INPUT_INVALID');
  });
});

describe('who was in the hall', () => {
  const present = async (s: Stage) =>
    Object.fromEntries((await list(s)).map((one: { id: string; present: number }) => [one.id, one.present]));

  test('whoever was in when it began; a late group is bound to its own reading; nobody twice', async () => {
    const s = await open();
    for (const reading of ['utama', 'susulan']) await s.plan(reading);
    await s.scan('Dinas A');
    await s.scan('Dandim');
    later();
    await s.moveReading('utama', 'start');
    later();
    await s.scan('Dinas B', { who: 'delegate' });
    await s.scan('Dinas C', { mode: 'ONLINE', invitation: s.id('Dinas C') });
    expect(await present(s)).toEqual({ utama: 2, susulan: 0 });
    later();
    await s.moveReading('susulan', 'start');
    expect(await present(s)).toEqual({ utama: 2, susulan: 1 });
    expect((await s.coverage()).pledge).toMatchObject({ signed: 0, notYet: 3 });
  });

  test('a check-in that is taken back, or sent late with its own time, counts as it is', async () => {
    const s = await open();
    await s.plan('utama');
    const before = api.clock.now.toISOString();
    const { body } = await s.scan('Dinas A');
    later();
    await s.moveReading('utama', 'start');
    const [start] = await list(s);
    later(5);
    await s.scan('Dinas B', { scannedAt: before });
    expect(await present(s)).toEqual({ utama: 2 });
    const undo = { of: body.invitation.checkIn.nonce, reason: 'Salah pindai' };
    await api.call(as('operator'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, undo);
    expect(await present(s)).toEqual({ utama: 1 });
    expect(start.startedAt > before).toBe(true);
  });

  test('nobody at a voided one: they are bound to the next, and its link is dead', async () => {
    const s = await open();
    for (const reading of ['salah', 'utama']) await s.plan(reading);
    await s.scan('Dinas A');
    later();
    await s.moveReading('salah', 'start');
    await s.moveReading('salah', 'void');
    expect((await screen(s, 'salah')).body.code).toBe('READING_UNKNOWN');
    expect((await moveOwn(s, 'start', 'salah')).body.code).toBe('READING_UNKNOWN');
    await s.moveReading('utama', 'start');
    expect(await present(s)).toEqual({ salah: 0, utama: 1 });
  });

  test('each is told on their own page: when it was read, and whether they were there', async () => {
    const s = await open();
    await s.plan('utama');
    await s.scan('Dinas A');
    const page = async (name: string) => (await api.call(null, 'GET', `/api/c/${s.token(name)}`)).body.reading;
    expect(await page('Dinas A')).toEqual({ required: false, begun: false });
    later();
    const { startedAt } = (await s.moveReading('utama', 'start')).body;
    expect(await page('Dinas A')).toEqual({ required: false, begun: true, heardAt: startedAt });
    expect(await page('Dinas B')).toEqual({ required: false, begun: true });
    const none = await open({ pledge: false });
    expect((await api.call(null, 'GET', `/api/c/${none.token('Dinas A')}`)).body.reading).toBeNull();
  });

  test('the delegate was in the hall, not the head who sent them', async () => {
    const s = await open();
    await s.plan('utama');
    const answer = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, answer);
    await s.scan('Dinas A', { token: s.token('Dinas A', 2), who: 'delegate' });
    await s.moveReading('utama', 'start');
    const reading = async (version: number) =>
      (await api.call(null, 'GET', `/api/c/${s.token('Dinas A', version)}`)).body.reading;
    expect(await reading(1)).not.toHaveProperty('heardAt');
    expect(await reading(2)).toHaveProperty('heardAt', api.clock.now.toISOString());
  });
});

describe('the reader’s own screen', () => {
  test('it shows the text as it is signed and where the reading stands, and moves it', async () => {
    const s = await open();
    await s.plan('utama', { witnesses: [{ name: 'Ali', office: 'Inspektur' }] });
    const { status, body } = await screen(s);
    expect(status).toBe(200);
    expect(body.text).toMatchObject({ hash: s.hash, form: 'IKRAR', points: expect.any(Array) });
    expect(body.text.opening).toContain('Pemilu dan Pemilihan Tahun 2024');
    expect(body.session).toMatchObject({ state: 'OPEN', zone: 'WIB', regencyName: 'Daerah 16.04' });
    expect(body.reading).toMatchObject({ state: 'PLANNED', witnesses: [{ name: 'Ali' }] });
    expect(body.reading).not.toHaveProperty('link');
    await s.scan('Dinas A');
    expect((await moveOwn(s, 'start')).body.reading).toMatchObject({ state: 'READING' });
    expect((await moveOwn(s, 'end')).body.reading).toMatchObject({ state: 'READ', present: 1 });
    expect((await moveOwn(s, 'end')).status).toBe(200);
    expect((await screen(s)).body.reading.state).toBe('READ');
  });

  test('many open screens do not read the whole hall again and again: when it is over, once in ten seconds', async () => {
    const s = await open();
    await s.plan('utama');
    await s.scan('Dinas A');
    const queries = async () => {
      api.engine.requests.reset();
      const { body } = await screen(s);
      return [body.reading.present, api.engine.requests.sent.filter((sent) => sent === 'Query').length];
    };
    await moveOwn(s, 'start');
    // Of the readings alone.
    expect(await queries()).toEqual([0, 1]);
    await moveOwn(s, 'end');
    expect(await queries()).toEqual([1, 1]);
    later(0.1);
    expect((await queries())[1]).toBe(1);
    later(0.1);
    expect((await queries())[1]).toBe(2);
  });

  test('it cannot void, and a code that is no reader’s opens nothing', async () => {
    const s = await open();
    await s.plan('utama');
    expect((await moveOwn(s, 'void')).body.code).toBe('INPUT_INVALID');
    expect((await moveOwn(s, 'end')).body.code).toBe('READING_WRONG_STATE');
    for (const code of [s.token('Dinas A'), 'A'.repeat(39), codeOf(s, 'lain')])
      expect((await api.call(null, 'GET', `/api/b/${code}`)).body.code).toBe('READING_UNKNOWN');
    expect((await api.call(null, 'GET', `/api/c/${codeOf(s, 'utama')}`)).body.code).toBe('TOKEN_INVALID');
  });

  test('its address is for organisers and operators, not for those who look on', async () => {
    const s = await open();
    await s.plan('utama');
    for (const role of ['organizer', 'operator'] as const) expect((await list(s, role))[0].link).toContain('/b/');
    expect((await list(s, 'auditor'))[0]).not.toHaveProperty('link');
  });
});
