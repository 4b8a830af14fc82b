/** Invitations that take over what the register says by now: holders, and classes until the session opens. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classingOf, namingOf } from '../../functions/invitations/invite-rules.ts';
import { refreshAll } from '../../functions/invitations/refresh.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aUnit, lahat } from '../support/fixtures.ts';
import { startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const invited = async (base: string): Promise<{ name: string; [field: string]: unknown }[]> =>
  (await api.call(as('organizer'), 'GET', `${base}/invitations?limit=200`)).body.items;
const refresh = (base: string) => api.call(as('organizer'), 'POST', `${base}/invitations/refresh`);

describe('taking over what the register says by now', () => {
  const replaced = { name: 'Rudi Hartono', acting: 'PLH' as const };
  const replace = async (id: string, version: number, holder: object | null = replaced) => {
    const unit = await api.engine.stores.units.get(lahat, id);
    await api.engine.stores.units.put(lahat, { ...unit, holder, version } as never);
  };

  test('names the new holder, except where somebody came or signed; a repeat changes nothing', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas X' }, { name: 'Dinas Y' }, { name: 'Dinas Z' }, { name: 'Dinas V' }, { name: 'Dinas R' }],
      guests: ['Dandim'],
      until: 'open',
    });
    await s.scan('Dinas Y');
    await s.sign('Dinas Z');
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas R')}/revoke`);
    for (const name of ['Dinas X', 'Dinas Y', 'Dinas Z', 'Dinas R']) await replace(s.id(name), 2);
    await replace(s.id('Dinas V'), 2, null);
    expect(await refresh(s.base)).toMatchObject({ status: 200, body: { updated: 2, settled: 2 } });
    const holders = Object.fromEntries(
      (await invited(s.base)).map(({ name, holder }) => [name, (holder as never as { name: string } | null)?.name]),
    );
    expect(holders).toMatchObject({
      'Dinas X': 'Rudi Hartono',
      'Dinas Y': 'Kepala Dinas Y',
      'Dinas Z': 'Kepala Dinas Z',
    });
    expect(holders['Dinas V']).toBeUndefined();
    expect(holders['Dinas R']).toBe('Kepala Dinas R');
    const before = await api.engine.stores.invitations.all(s.session);
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    expect((await refresh(s.base)).body).toEqual({ updated: 0, settled: 2 });
    expect(await api.engine.stores.invitations.all(s.session)).toEqual(before);
  });

  test('does not write over somebody who comes in at that moment', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas W' }], until: 'open' });
    const read = await api.engine.stores.invitations.get(s.session, s.id('Dinas W'));
    if (!read) throw new Error('nobody was invited');
    await s.scan('Dinas W');
    const fresh = namingOf(aUnit('Dinas W', { holder: replaced }), new Map());
    expect(await api.engine.stores.invitations.refresh(read, fresh, api.clock.now.toISOString())).toBe(false);
    expect((await api.engine.stores.invitations.get(s.session, s.id('Dinas W')))?.holder?.name).toBe('Kepala Dinas W');
  });

  const reclass = async (id: string, unitClass: string) => {
    const unit = await api.engine.stores.units.get(lahat, id);
    if (!unit) throw new Error('no such unit');
    const changes = { class: unitClass, version: unit.version + 1 };
    await api.engine.stores.units.put(lahat, { ...unit, ...changes } as never);
  };
  const classesIn = async (base: string) =>
    Object.fromEntries(
      (await invited(base)).map(({ name, kind, guestGroup, class: unitClass }) => [
        name,
        [kind, guestGroup, unitClass].filter(Boolean).join(' '),
      ]),
    );

  test('a class that was wrong is put right before the session opens, and who is counted with it', async () => {
    const units = ['Badan Pusat Statistik', 'Dinas Nyata', 'Kantor Kecil'].map((name) => ({ name }));
    const s = await startScenario(api, { units });
    await reclass(s.id('Kantor Kecil'), 'GUEST_BODY');
    await refresh(s.base);
    await reclass(s.id('Badan Pusat Statistik'), 'VERTICAL');
    await reclass(s.id('Kantor Kecil'), 'SD');
    expect((await refresh(s.base)).body).toEqual({ updated: 2, settled: 0 });
    expect((await refresh(s.base)).body).toEqual({ updated: 0, settled: 0 });
    expect(await classesIn(s.base)).toEqual({
      'Badan Pusat Statistik': 'guest VERTICAL VERTICAL',
      'Dinas Nyata': 'unit OPD',
      'Kantor Kecil': 'unit SD',
    });
    await s.move('open');
    const { units: figures, pledge } = await s.coverage();
    expect([figures.expected, pledge.due]).toEqual([2, 2]);
  });

  test('once the session is open its classes stand: the denominator does not move', async () => {
    const units = ['Dinas F', 'Dinas G'].map((name) => ({ name }));
    const s = await startScenario(api, { units, until: 'open' });
    await reclass(s.id('Dinas F'), 'VERTICAL');
    await replace(s.id('Dinas G'), 2);
    expect((await refresh(s.base)).body).toEqual({ updated: 1, settled: 0 });
    expect(await classesIn(s.base)).toEqual({ 'Dinas F': 'unit OPD', 'Dinas G': 'unit OPD' });
    expect((await s.coverage()).units.expected).toBe(2);
  });

  test('nor when another call opens it between the reading and the writing', async () => {
    const s = await startScenario(api, { units: ['Dinas H', 'Dinas I'].map((name) => ({ name })) });
    const stores = { ...api.engine.stores };
    const published = await stores.sessions.get(s.session);
    if (!published) throw new Error('no session');
    await reclass(s.id('Dinas H'), 'VERTICAL');
    await s.move('open');
    expect(await refreshAll(stores, published, api.clock.now)).toEqual({ updated: 0, settled: 0 });
    // Even one that was written while the roster was being frozen.
    const read = await stores.invitations.get(s.session, s.id('Dinas H'));
    const unit = await stores.units.get(lahat, s.id('Dinas H'));
    if (!read || !unit) throw new Error('nobody was invited');
    const fresh = { ...namingOf(unit, new Map()), ...classingOf(unit) };
    expect(await stores.invitations.refresh(read, fresh, api.clock.now.toISOString())).toBe(true);
    expect((await s.coverage()).units.expected).toBe(2);
  });

  test('an office that is closed by then is nobody’s', async () => {
    const s = await startScenario(api, {
      units: [
        { name: 'SDN 7', class: 'SD', nip: '197001011995011001' },
        { name: 'SDN 8', class: 'SD', nip: '197001011995011001' },
        { name: 'SDN 9', class: 'SD', nip: '197001011995011001' },
      ],
      until: 'draft',
    });
    const closed = await api.engine.stores.units.get(lahat, s.id('SDN 9'));
    await api.engine.stores.units.put(lahat, { ...closed, version: 2, retiredOn: '2024-06-27' } as never);
    await refresh(s.base);
    const of = async (name: string) => (await invited(s.base)).find((one) => one.name === name)?.alsoHolds;
    expect([await of('SDN 7'), await of('SDN 8')]).toEqual([[s.id('SDN 8')], [s.id('SDN 7')]]);
  });
});
