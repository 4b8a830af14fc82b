/** Whoever was entered as following by video and then stands in the hall is present, and nothing of it is a conflict. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor, scanAt } from '../support/doors.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const units = [{ name: 'Dinas A' }, { name: 'Dinas B' }];
const organizer = as('organizer');
const enterOnline = (s: Scenario, nonce = 'online-entry-1') =>
  s.scan('', { invitation: s.id('Dinas A'), mode: 'ONLINE', reason: 'Zoom', nonce });
const openWithOnline = async (): Promise<Scenario> => {
  const s = await startScenario(api, { units, until: 'open' });
  expect((await enterOnline(s)).status).toBe(201);
  return s;
};
const record = async (s: Scenario) =>
  (await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`)).body;

describe('entered as following by video', () => {
  test('then scanned at a door: present, by one conditional update, with the former record kept', async () => {
    const s = await openWithOnline();
    const door = await pairedDoor(api, s.session);
    const scan = { nonce: 'in-person-scan-1', shown: 'ADMITTED' };
    await scanAt(api, door, s.token('Dinas B'));
    api.engine.requests.reset();
    expect((await scanAt(api, door, s.token('Dinas A'), scan)).status).toBe(201);
    expect(api.engine.requests.sent).toEqual(['UpdateItem', 'UpdateItem']);
    expect((await scanAt(api, door, s.token('Dinas A'), scan)).body.result).toBe('replayed');
    expect(await record(s)).toMatchObject({
      checkIn: { mode: 'IN_PERSON', nonce: 'in-person-scan-1' },
      undone: [{ checkIn: { mode: 'ONLINE', nonce: 'online-entry-1' }, replacedBy: 'in-person-scan-1' }],
    });
    const { units: figures, conflicts } = await s.coverage();
    expect([figures.inPerson, figures.online, conflicts.open]).toEqual([2, 0, 0]);
    // The entry that comes once more is answered as it was: they are in.
    expect((await enterOnline(s)).body.result).toBe('replayed');
    expect((await record(s)).undone).toHaveLength(1);
    expect((await enterOnline(s, 'online-entry-2')).body).toMatchObject({ result: 'already' });
    const denials = await api.call(organizer, 'GET', `${s.base}/denials`);
    expect(denials.body.items.map(({ nonce }: { nonce: string }) => nonce)).toEqual(['online-entry-2']);
  });

  test('then entered from a paper list; a code that is not good any more replaces nothing', async () => {
    const s = await openWithOnline();
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 });
    expect((await s.scan('', { token: s.token('Dinas A', 1) })).body.reason).toBe('REVOKED');
    expect((await record(s)).checkIn.mode).toBe('ONLINE');
    const paper = { invitation: s.id('Dinas A'), mode: 'BACK_ENTERED', reason: 'Daftar kertas' };
    expect((await s.scan('', paper)).status).toBe(201);
    expect((await record(s)).checkIn.mode).toBe('BACK_ENTERED');
  });

  test('then scanned at two doors at once: one of them is the record, and a scan that was taken back is not', async () => {
    const s = await openWithOnline();
    const [a, b] = [await pairedDoor(api, s.session), await pairedDoor(api, s.session, { name: 'Pintu B' })];
    const both = await Promise.all([a, b].map((door) => scanAt(api, door, s.token('Dinas A'))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { nonce } = (await record(s)).checkIn;
    const undo = { of: nonce, reason: 'Salah orang' };
    expect((await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, undo)).status).toBe(200);
    expect((await enterOnline(s, 'online-entry-3')).status).toBe(201);
    expect((await scanAt(api, a, s.token('Dinas A'), { nonce })).body.reason).toBe('UNDONE');
    expect((await record(s)).checkIn.mode).toBe('ONLINE');
  });
});
