/** The signing table's queue: protocol order, what was placed by hand, who is in the hall and who has signed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const units = [
  { name: 'SDN 10 Antre', class: 'SD' },
  { name: 'SDN 2 Antre', class: 'SD' },
  { name: 'Dinas Antre' },
  { name: 'PT Antre', class: 'BUMD' },
];
const open = (changes: Partial<Parameters<typeof startScenario>[1]> = {}) =>
  startScenario(api, { units, guests: ['Pj. Bupati Lahat', 'Dandim'], until: 'open', ...changes });
type Stage = Awaited<ReturnType<typeof open>>;

const queue = async ({ base }: Stage, query = '') =>
  (await api.call(as('operator'), 'GET', `${base}/signing-queue${query}`)).body;
const offices = async (s: Stage, query = '') =>
  (await queue(s, query)).items.map(({ name, office, kind }: Record<string, string>) =>
    kind === 'guest' ? office : name,
  );
const arrange = ({ base }: Stage, version: number, order: readonly string[]) =>
  api.call(as('operator'), 'PUT', `${base}/signing-order`, { version, order });

describe('the queue', () => {
  test('who owes the pledge, in protocol order; the head of the region first once they have come', async () => {
    const s = await open();
    const owing = ['Dinas Antre', 'SDN 2 Antre', 'SDN 10 Antre'];
    expect(await offices(s)).toEqual(owing);
    await s.scan('Pj. Bupati Lahat');
    expect(await offices(s)).toEqual(['Pj. Bupati Lahat', ...owing]);
    expect(await queue(s)).toMatchObject({ version: 0, due: 3, signed: 0, waiting: 1 });
  });

  test('five people in order: who is waiting changes with every arrival and signature, nobody’s place does', async () => {
    const s = await open();
    for (const name of ['Pj. Bupati Lahat', 'Dinas Antre', 'SDN 2 Antre']) await s.scan(name);
    await s.scan('SDN 10 Antre', { who: 'delegate', delegate: { name: 'Siti' } });
    const waiting = () => offices(s, '?waiting=yes');
    const places = async () =>
      (await queue(s)).items.map(({ invitation, place }: Record<string, string>) => [invitation, place]);
    const before = await places();
    expect(await waiting()).toEqual(['Pj. Bupati Lahat', 'Dinas Antre', 'SDN 2 Antre', 'SDN 10 Antre']);
    await s.sign('Pj. Bupati Lahat');
    await s.sign('Dinas Antre');
    await s.sign('SDN 10 Antre', { who: 'delegate' });
    expect(await waiting()).toEqual(['SDN 2 Antre']);
    expect(await places()).toEqual(before);
    const all = await queue(s);
    expect(all).toMatchObject({ due: 3, signed: 1, waiting: 1 });
    expect(all.items.at(-1)).toMatchObject({
      status: 'NOT_YET',
      present: 'delegate',
      person: { name: 'Siti' },
      signed: { delegate: expect.any(String) },
    });
  });

  test('page by page it is the same', async () => {
    const s = await open();
    const whole = await queue(s);
    const found = [];
    let cursor = '';
    do {
      const page = await queue(s, `?limit=1${cursor}`);
      found.push(...page.items);
      cursor = page.next && `&cursor=${page.next}`;
    } while (cursor);
    expect(found).toEqual(whole.items);
  });

  test('a session without a pledge has none', async () => {
    const s = await open({ pledge: false });
    expect((await queue(s)).code).toBe('PLEDGE_TEXT_UNKNOWN');
  });
});

describe('the order by hand', () => {
  test('who is placed comes first, guests too; the others follow as ever', async () => {
    const s = await open();
    const order = [s.id('Dandim'), s.id('SDN 10 Antre')];
    expect((await arrange(s, 0, order)).body).toEqual({ version: 1, order });
    expect(await offices(s)).toEqual(['Dandim', 'SDN 10 Antre', 'Dinas Antre', 'SDN 2 Antre']);
    expect((await queue(s)).version).toBe(1);
    const kept = await api.call(as('operator'), 'GET', `${s.base}/signing-order`);
    expect(kept.body).toEqual({ version: 1, order });
    expect((await arrange(s, 1, [])).body).toEqual({ version: 2, order: [] });
    expect(await offices(s)).toEqual(['Dinas Antre', 'SDN 2 Antre', 'SDN 10 Antre']);
  });

  test('of two who change the same order the second is told; whoever names somebody twice names them once', async () => {
    const s = await open();
    const [a, b] = [s.id('Dinas Antre'), s.id('SDN 2 Antre')];
    expect((await arrange(s, 0, [a, a, b])).body.order).toEqual([a, b]);
    expect((await arrange(s, 0, [b, a])).body.code).toBe('SIGNING_ORDER_CHANGED');
    expect((await arrange(s, 0, [a, b])).body).toEqual({ version: 1, order: [a, b] });
    expect((await arrange(s, 5, [b])).body.code).toBe('SIGNING_ORDER_CHANGED');
  });

  test('nobody is placed who was not invited', async () => {
    const s = await open();
    expect((await arrange(s, 0, [s.id('Dandim'), 'aaaaaaaa'])).body.code).toBe('INVITATION_UNKNOWN');
    expect(
      (
        await arrange(
          s,
          0,
          Array.from({ length: 301 }, () => s.id('Dandim')),
        )
      ).body.code,
    ).toBe('INPUT_INVALID');
    expect((await queue(s)).version).toBe(0);
  });

  test('a placed guest waits until they signed as what they came for, and never counts', async () => {
    const s = await open();
    await arrange(s, 0, [s.id('Dandim'), s.id('PT Antre')]);
    await s.scan('Dandim');
    expect(await offices(s, '?waiting=yes')).toEqual(['Dandim']);
    await s.sign('Dandim', { role: 'WITNESS' });
    expect(await queue(s, '?waiting=yes')).toMatchObject({ items: [], due: 3, signed: 0 });
  });
});
