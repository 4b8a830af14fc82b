/** Morning and afternoon: putting an invitation into a wave by hand, spreading the rest, and what becomes of a wave that is dropped. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { only, readIcs } from '../support/read-ics.ts';
import { type Scenario, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const morning = {
  id: 'pagi',
  label: 'Gelombang pagi',
  startsAt: '2024-06-27T08:00:00+07:00',
  endsAt: '2024-06-27T10:00:00+07:00',
};
const noon = {
  id: 'siang',
  label: 'Gelombang siang',
  startsAt: '2024-06-27T10:00:00+07:00',
  endsAt: '2024-06-27T12:00:00+07:00',
};
const venue = (capacity?: number) => ({ name: 'Aula', region: '16.04', ...(capacity && { capacity }) });

const plan = async ({ base }: Scenario, changes: Record<string, unknown>): Promise<void> => {
  const { version } = (await api.call(as('organizer'), 'GET', base)).body;
  const body = { ...sessionBody({ pledge: null, ...changes }), version };
  const reply = await api.call(as('organizer'), 'PUT', base, body);
  expect(reply.status).toBe(200);
};
const start = async (changes: Record<string, unknown> = { waves: [morning, noon] }) => {
  const units = [
    ...['A', 'B', 'C'].map((letter) => ({ name: `SDN ${letter}`, class: 'SD', district: '16.04.10' })),
    ...['A', 'B'].map((letter) => ({ name: `SMPN ${letter}`, class: 'SMP', district: '16.04.17' })),
  ];
  const s = await startScenario(api, { units, guests: ['Dandim'], pledge: false });
  await plan(s, changes);
  const setWave = (name: string, wave: string | null) =>
    api.call(as('organizer'), 'PUT', `${s.base}/invitations/${s.id(name)}/wave`, { wave });
  const arrange = (by = 'DISTRICT') => api.call(as('organizer'), 'POST', `${s.base}/arrangement`, { by });
  const waves = async () => {
    const { items } = (await api.call(as('organizer'), 'GET', `${s.base}/invitations`)).body;
    return Object.fromEntries(items.map((item: { name: string; wave?: string }) => [item.name, item.wave]));
  };
  return { ...s, setWave, arrange, waves };
};

test('by hand into a wave, into another, and out of it; a wave that the session does not have is refused', async () => {
  const s = await start();
  expect((await s.setWave('SDN A', 'pagi')).body.wave).toBe('pagi');
  expect((await s.setWave('SDN A', 'siang')).body.wave).toBe('siang');
  expect((await s.setWave('SDN A', null)).body.wave).toBeUndefined();
  expect((await s.setWave('SDN A', 'malam')).body).toMatchObject({
    code: 'WAVE_UNKNOWN',
    errors: [{ pointer: '/body/wave' }],
  });
  const path = `${s.base}/invitations/aaaaaaaa/wave`;
  expect((await api.call(as('organizer'), 'PUT', path, { wave: 'pagi' })).body.code).toBe('INVITATION_UNKNOWN');
});

test('who is invited to a wave is asked to it, and not moved by inviting again', async () => {
  const s = await start();
  const guests = [{ office: 'Kapolres' }];
  const invite = (wave: string) =>
    api.call(
      as('organizer'),
      'POST',
      `${s.base}/invitations`,
      { guests, wave },
      { 'idempotency-key': 'guest-of-a-wave' },
    );
  await invite('pagi');
  expect((await invite('siang')).body).toMatchObject({ invited: 0, alreadyInvited: 1 });
  expect((await s.waves()).Kapolres).toBe('pagi');
  expect((await invite('malam')).body.code).toBe('WAVE_UNKNOWN');
});

test('the rest is spread, districts together, around those who have a wave', async () => {
  const s = await start();
  await s.setWave('SMPN B', 'pagi');
  const reply = await s.arrange();
  expect(reply).toMatchObject({ status: 200, body: { assigned: 5, unplaced: 0 } });
  const waves = await s.waves();
  expect(waves['SMPN A']).toBe('pagi');
  expect(new Set(['SDN A', 'SDN B', 'SDN C'].map((name) => waves[name])).size).toBe(1);
  const again = await s.arrange();
  expect(again.body).toEqual({ ...reply.body, assigned: 0 });
});

test('the hall’s capacity holds for each wave; who finds no room is counted, and beyond it by hand is shown', async () => {
  const s = await start({ waves: [morning, noon], venue: venue(2) });
  expect((await s.arrange('CLASS')).body).toEqual({
    waves: [
      { wave: 'pagi', invited: 2, capacity: 2 },
      { wave: 'siang', invited: 2, capacity: 2 },
    ],
    assigned: 4,
    unplaced: 2,
  });
  const [left = ''] = Object.entries(await s.waves()).flatMap(([name, wave]) => (wave ? [] : [name]));
  expect((await s.setWave(left, 'pagi')).status).toBe(200);
  expect((await s.arrange()).body.waves[0]).toEqual({ wave: 'pagi', invited: 3, capacity: 2 });
});

test('a wave that the plan drops is nobody’s any more, and its people are spread again', async () => {
  const s = await start();
  await s.setWave('SDN A', 'siang');
  await plan(s, { waves: [morning, { ...noon, id: 'sore', label: 'Gelombang sore' }] });
  expect((await s.waves())['SDN A']).toBeUndefined();
  const one = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('SDN A')}`);
  expect(one.body.wave).toBeUndefined();
  expect((await s.arrange()).body).toMatchObject({ assigned: 6, unplaced: 0 });
  expect(['pagi', 'sore']).toContain((await s.waves())['SDN A']);
});

test('who was revoked or is in already gets no wave; a session without waves has none to give', async () => {
  const s = await start();
  await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('SDN A')}/revoke`);
  await s.move('open');
  await s.scan('SDN B');
  expect((await s.arrange()).body.assigned).toBe(4);
  const waves = await s.waves();
  expect([waves['SDN A'], waves['SDN B']]).toEqual([undefined, undefined]);
  const without = await start({ waves: [] });
  expect((await without.arrange()).body.code).toBe('WAVE_UNKNOWN');
  await s.move('close');
  expect((await s.arrange()).body.code).toBe('SESSION_WRONG_STATE');
});

test('somebody who is given a wave while the arrangement is under way keeps it', async () => {
  const s = await start();
  const read = await api.engine.stores.invitations.get(s.session, s.id('SDN A'));
  if (!read) throw new Error('nobody was invited');
  await s.setWave('SDN A', 'siang');
  expect(await api.engine.stores.invitations.arrange(read, 'pagi', api.clock.now.toISOString())).toBe(false);
  expect((await s.waves())['SDN A']).toBe('siang');
});

test('another wave is a later event in the calendar: by its hour and its sequence', async () => {
  const s = await start();
  const event = async () => {
    const { body } = await api.call(null, 'GET', `/api/c/${s.token('SDN A')}/calendar.ics`);
    const found = readIcs(body as unknown as string).components.find(({ name }) => name === 'VEVENT');
    if (!found) throw new Error('no event');
    return { start: only(found, 'DTSTART').value, sequence: Number(only(found, 'SEQUENCE').value) };
  };
  await s.setWave('SDN A', 'pagi');
  const before = await event();
  const was = api.clock.now;
  api.clock.now = new Date(was.getTime() + 5_000);
  await s.setWave('SDN A', 'siang');
  api.clock.now = was;
  expect([before.start, await event()]).toEqual([
    '20240627T080000',
    { start: '20240627T100000', sequence: before.sequence + 5 },
  ]);
});
