/** One person, several offices: shown together on the page and at the door, checked in one by one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { withLink } from '../support/links.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const nip = '197501012000011001';
const units = [
  { name: 'SDN 1', class: 'SD', nip },
  { name: 'SDN 2', class: 'SD', nip, acting: 'PLT' as const },
  { name: 'SDN 3', class: 'SD', nip },
  { name: 'SDN 4', class: 'SD' },
];
const open = () => startScenario(api, { units, until: 'open' });
const others = async (s: Scenario, name: string, version = 1) =>
  (await withLink(api, s.token(name, version)).view()).body.others;

describe('the page', () => {
  test('shows the other offices of the same person that are invited and stand, with who is in', async () => {
    const s = await open();
    expect(await others(s, 'SDN 1')).toEqual([
      { id: s.id('SDN 2'), name: 'SDN 2', office: 'Kepala SDN 2', acting: 'PLT' },
      { id: s.id('SDN 3'), name: 'SDN 3', office: 'Kepala SDN 3', acting: 'DEFINITIVE' },
    ]);
    await withLink(api, s.token('SDN 3')).delegate({ name: 'Wati' });
    expect((await others(s, 'SDN 1'))[1]).toEqual({
      id: s.id('SDN 3'),
      name: 'SDN 3',
      office: 'Kepala SDN 3',
      acting: 'DEFINITIVE',
      delegated: true,
    });
    await s.scan('SDN 2', { who: 'acting' });
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('SDN 3')}/revoke`);
    expect(await others(s, 'SDN 1')).toMatchObject([{ name: 'SDN 2', checkIn: { who: 'acting' } }]);
    expect(await others(s, 'SDN 4')).toEqual([]);
  });

  test('shows them to no delegate: who comes for one office comes for that one', async () => {
    const s = await open();
    await withLink(api, s.token('SDN 1')).delegate({ name: 'Wati' });
    expect(await others(s, 'SDN 1', 2)).toEqual([]);
    expect(await others(s, 'SDN 1')).toHaveLength(2);
    const delegated = await withLink(api, s.token('SDN 1', 2)).view();
    expect(JSON.stringify(delegated.body)).not.toMatch(/SDN [23]|alsoHolds/);
  });
});

describe('the door', () => {
  test('knows from its list which entries are one person’s, and checks each of them in by the one code', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session);
    const { body } = await api.call(door.as, 'GET', `${s.base}/door-list`);
    const entry = body.items.find(({ id }: { id: string }) => id === s.id('SDN 1'));
    expect([...entry.alsoHolds].sort()).toEqual([s.id('SDN 2'), s.id('SDN 3')].sort());
    await s.scan('SDN 1');
    api.engine.requests.reset();
    const second = await s.scan('', { invitation: s.id('SDN 2'), sameAs: s.id('SDN 1'), who: 'acting' });
    expect(second.body).toMatchObject({
      result: 'accepted',
      invitation: { checkIn: { evidence: 'SAME_PERSON', who: 'acting' } },
    });
    expect(api.engine.requests.sent).toEqual(['UpdateItem']);
    expect((await s.coverage()).units).toMatchObject({ inPerson: 1, acting: 1, missing: 2 });
  });

  test('an office that the person does not hold is on record as found by name', async () => {
    const s = await open();
    const claimed = { invitation: s.id('SDN 4'), sameAs: s.id('SDN 1'), nonce: 'claimed-by-door' };
    expect((await s.scan('', claimed)).body.invitation.checkIn.evidence).toBe('NAME');
    expect((await s.scan('', claimed)).body).toMatchObject({
      result: 'replayed',
      invitation: { checkIn: { evidence: 'NAME' } },
    });
    expect((await s.scan('', { ...claimed, sameAs: 'not an id' })).body.code).toBe('INPUT_INVALID');
  });
});
