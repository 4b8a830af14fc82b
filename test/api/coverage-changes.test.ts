/** What changed since the end of yesterday, through the API: the days of each zone, undone check-ins, late signatures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedChanges } from '../../functions/coverage/coverage-schema.ts';
import { makeSessionId, toBase32 } from '../../functions/platform/ids.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { aRecord, aState, keepRecord } from '../support/coverage-records.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const changes = async (regency: string) =>
  (await api.call(as('regent', regency), 'GET', `/api/regencies/${regency}/coverage/changes`)).body;
const namesIn = (changed: { count: number; units: { name: string }[] }) => {
  expect(changed.count).toBe(changed.units.length);
  return changed.units.map(({ name }) => name).sort();
};
const undo = (s: Scenario, regency: string, of: string, name: string) =>
  api.call(as('organizer', regency), 'POST', `${s.base}/invitations/${s.id(name)}/undo`, { of, reason: 'Salah orang' });

describe.each([
  ['WIB', '16.01', '2024-06-27T16:59:00.000Z', '2024-06-27T17:00:00.000Z'],
  ['WITA', '63.03', '2024-06-27T15:59:00.000Z', '2024-06-27T16:00:00.000Z'],
  ['WIT', '91.03', '2024-06-27T14:59:00.000Z', '2024-06-27T15:00:00.000Z'],
])('across midnight in %s', (zone, regency, lastMinute, midnight) => {
  const at = (instant: string) => {
    api.clock.now = new Date(instant);
  };

  test('what was counted until midnight is yesterday’s; what comes after it is new, undone or signed late', async () => {
    at('2024-06-27T01:00:00.000Z');
    const units = ['A', 'B', 'C', 'D'].map((letter) => ({ name: `Dinas ${letter} ${zone}` }));
    const [a, b, c, d] = units.map(({ name }) => name) as [string, string, string, string];
    const s = await startScenario(api, {
      regency,
      zone,
      units,
      plan: { venue: { name: 'Aula', region: regency } },
      until: 'open',
    });
    await s.scan(a, { nonce: `nonce-undone-${zone}` });
    await api.recompute(s.session);
    at(lastMinute);
    await s.scan(b);
    await s.sign(a);
    await api.recompute(s.session);

    // Opened today: all that is represented is new, and there is no yesterday.
    const today = await changes(regency);
    expect(namesIn(today.represented)).toEqual([a, b]);
    expect(namesIn(today.signed)).toEqual([a]);
    expect(today.sessions).toMatchObject([
      { session: s.session, state: 'OPEN', before: null, now: { expected: 4, represented: 2, due: 4, signed: 1 } },
    ]);

    // A minute later it is tomorrow, and nothing has happened yet.
    at(midnight);
    expect(await changes(regency)).toMatchObject({
      since: midnight,
      asOf: lastMinute,
      represented: { count: 0, units: [] },
      signed: { count: 0 },
      sessions: [],
    });

    // Counted again without a change: still nothing.
    await api.recompute(s.session);
    expect((await changes(regency)).sessions).toEqual([]);

    await undo(s, regency, `nonce-undone-${zone}`, a);
    await s.scan(c, { who: 'delegate' });
    await s.signByLink(d, 'holder');
    at(new Date(Date.parse(midnight) + 3_600_000).toISOString());
    await api.recompute(s.session);
    const next = await changes(regency);
    expect(namesIn(next.represented)).toEqual([c]);
    expect(namesIn(next.noLongerRepresented)).toEqual([a]);
    expect(namesIn(next.signed)).toEqual([d]);
    expect(namesIn(next.noLongerSigned)).toEqual([]);
    expect(next.represented.units[0]).toEqual({
      unit: s.id(c),
      name: c,
      class: 'OPD',
      districtName: null,
      session: s.session,
    });
    expect(next.sessions).toMatchObject([
      {
        before: { represented: 2, signed: 1, asOf: lastMinute },
        now: { expected: 4, represented: 2, due: 4, signed: 2 },
      },
    ]);

    // A day on which nothing was counted leaves no state of its own; the next one is compared with the last that is there.
    at(new Date(Date.parse(midnight) + 2 * 86_400_000).toISOString());
    expect((await changes(regency)).sessions).toEqual([]);
    await s.scan(d);
    await api.recompute(s.session);
    const later = await changes(regency);
    expect(namesIn(later.represented)).toEqual([d]);
    expect(later.sessions[0].before).toMatchObject({ represented: 2, signed: 2 });
  });
});

describe('what changed', () => {
  const regency = '16.05';

  test('a unit that changed in two sessions is named once for each; the newest session first', async () => {
    api.clock.now = new Date('2024-06-27T01:00:00.000Z');
    const units = [{ name: 'Dinas A' }];
    const old = await startScenario(api, {
      regency,
      units,
      plan: { startsAt: '2024-06-26T08:00:00+07:00', endsAt: '2024-06-26T09:00:00+07:00' },
      until: 'open',
    });
    const young = await startScenario(api, { regency, units, until: 'open' });
    for (const s of [old, young]) {
      await s.scan('Dinas A');
      await api.recompute(s.session);
    }
    const { represented } = await changes(regency);
    expect(represented.count).toBe(2);
    expect(represented.units.map(({ session }: { session: string }) => session)).toEqual([young.session, old.session]);
  });

  test('one request for each session that was counted today, none for the others; names a hundred a request', async () => {
    api.engine.requests.reset();
    await changes(regency);
    expect([...api.engine.requests.sent].sort()).toEqual(['BatchGetItem', 'GetItem', 'Query', 'Query', 'Query']);
    api.clock.now = new Date('2024-07-01T01:00:00.000Z');
    api.engine.requests.reset();
    expect((await changes(regency)).sessions).toEqual([]);
    expect([...api.engine.requests.sent].sort()).toEqual(['GetItem', 'Query']);
  });

  test('at most a hundred of a kind are named, and the count says how many there are', async () => {
    api.clock.now = new Date('2024-06-27T01:00:00.000Z');
    const units = Array.from({ length: namedChanges + 5 }, (_, index) =>
      aState(toBase32(Uint8Array.of(0, 0, 0, 0, index)), { presence: 'IN_PERSON' }),
    );
    const session = makeSessionId('16.06', 'many');
    await keepRecord(api.deps.stores.coverage, aRecord(api.clock.now.toISOString(), units, { session, state: 'OPEN' }));
    const { represented } = await changes('16.06');
    expect(represented.count).toBe(namedChanges + 5);
    expect(represented.units.map(({ unit }: { unit: string }) => unit)).toEqual(
      units.slice(0, namedChanges).map(({ unit }) => unit),
    );
  });

  test('of a session that has not opened nothing is kept, and nothing is told', async () => {
    api.clock.now = new Date('2024-06-27T01:00:00.000Z');
    const s = await startScenario(api, { regency: '16.07', units: [{ name: 'Dinas A' }] });
    await api.recompute(s.session);
    expect(await api.deps.stores.coverage.lastDay(s.session, '2024-06-27')).toBeUndefined();
    expect(await changes('16.07')).toMatchObject({ sessions: [], represented: { count: 0 } });
  });

  test('a regency without sessions answers nothing, as of now; one that is none is refused', async () => {
    expect(await changes('16.08')).toMatchObject({ asOf: api.clock.now.toISOString(), sessions: [] });
    const { body } = await api.call(as('regent', '99.99'), 'GET', '/api/regencies/99.99/coverage/changes');
    expect(body.code).toBe('REGENCY_UNKNOWN');
  });
});
