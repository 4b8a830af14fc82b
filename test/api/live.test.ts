/** A session while it runs: held until something changes, and never longer than the server holds. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { hallOpensAt } from '../support/hall.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const units = Array.from({ length: 10 }, (_, index) => ({ name: `Dinas ${index}` }));

const starting = (live: { holdMs: number; pollMs: number }) => {
  const held: { api: TestApi } = { api: undefined as never };
  beforeAll(async () => {
    held.api = await startTestApi({ wrap: () => ({ live }) });
  });
  afterAll(() => held.api.stop());
  beforeEach(() => {
    held.api.clock.now = hallOpensAt;
  });
  const ask = (session: Scenario, seen?: string, role: 'regent' | 'operator' = 'regent') =>
    held.api.call(
      as(role),
      'GET',
      `${session.base}/live${seen === undefined ? '' : `?seen=${encodeURIComponent(seen)}`}`,
    );
  /** On a session that has opened; the clock moves on so that what is counted is later than what was. */
  const recompute = async (session: Scenario): Promise<void> => {
    held.api.clock.now = new Date(held.api.clock.now.getTime() + 1000);
    await held.api.recompute(session.session);
  };
  return { held, ask, recompute, scenario: () => startScenario(held.api, { units, until: 'open' }) };
};

describe('where nothing is held', () => {
  const { held, ask, recompute, scenario } = starting({ holdMs: 0, pollMs: 1000 });

  test('the first answer is whole; the next says that nothing changed, until something has', async () => {
    const session = await scenario();
    const first = (await ask(session)).body;
    expect(first).toMatchObject({
      askAgainMs: 2000,
      live: { coverage: { units: { expected: 10, missing: 10 } }, arrivals: { from: null }, finish: null, doors: [] },
    });
    expect((await ask(session, first.mark)).body).toEqual({ mark: first.mark, askAgainMs: 2000, live: null });
    await session.scan('Dinas 0');
    await recompute(session);
    const next = (await ask(session, first.mark)).body;
    expect(next.mark).not.toBe(first.mark);
    expect(next.live.coverage.units).toMatchObject({ inPerson: 1, missing: 9 });
  });

  test('arrivals, the end that they foretell, and what each door let in and still holds', async () => {
    const session = await scenario();
    const door = await pairedDoor(held.api, session.session);
    const now = held.api.clock.now.toISOString();
    for (let index = 0; index < 5; index += 1) {
      const scan = {
        nonce: `nonce-live-${index}`,
        scannedAt: now,
        sentAt: now,
        token: session.token(`Dinas ${index}`),
      };
      await held.api.call(door.as, 'POST', `${session.base}/check-ins`, scan);
    }
    await held.api.call(door.as, 'POST', `${session.base}/door/contact`, { sentAt: now, unsent: 3, appVersion: '2' });
    await recompute(session);
    const { live } = (await ask(session)).body;
    expect(live.arrivals).toEqual({ from: '2024-06-27T00:30:00.000Z', perMinute: [5] });
    // Four of the nine that are nine tenths are missing, at five a minute.
    expect(live).toMatchObject({ finish: { at: '2024-06-27T00:30:49.000Z' }, perMinute: 5 });
    expect(live.doors).toMatchObject([{ id: door.id, unsent: 3, contactAt: now, lately: 5 }]);
    await session.move('close');
    await held.api.call(as('organizer'), 'POST', `${session.base}/moves/close?unsent=follow`);
    await recompute(session);
    expect((await ask(session)).body.live).toMatchObject({ coverage: { state: 'CLOSED' }, finish: null });
  });

  test('a session that nobody knows is named, and a province sees none of it', async () => {
    const session = await scenario();
    const { body } = await held.api.call(as('regent'), 'GET', session.base.replace(/.{3}$/, 'aaa').concat('/live'));
    expect(body.code).toBe('SESSION_UNKNOWN');
    expect((await held.api.call(as('province', '16'), 'GET', `${session.base}/live`)).body.code).toBe('NOT_ALLOWED');
  });

  test('one answer costs a GetItem and a Query, changed or not', async () => {
    const session = await scenario();
    const { mark } = (await ask(session)).body;
    held.api.engine.requests.reset();
    await ask(session, mark);
    expect(held.api.engine.requests.sent.sort()).toEqual(['GetItem', 'Query']);
  });
});

describe('where questions are held', () => {
  // Longer than what happens meanwhile can take on a busy machine.
  const { held, ask, recompute, scenario } = starting({ holdMs: 60_000, pollMs: 20 });

  test('news comes as it happens, to everybody who asks', { timeout: 60_000 }, async () => {
    const session = await scenario();
    const { mark } = (await ask(session)).body;
    const asked = Promise.all([ask(session, mark), ask(session, mark, 'operator')]);
    await session.scan('Dinas 0');
    await recompute(session);
    for (const { body } of await asked)
      expect(body).toMatchObject({ askAgainMs: 0, live: { coverage: { units: { inPerson: 1 } } } });
  });

  test('two hundred are held at a time and share what is read; whoever comes then is answered at once', {
    timeout: 60_000,
  }, async () => {
    const session = await scenario();
    const { mark } = (await ask(session)).body;
    const asked = Array.from({ length: 201 }, () => ask(session, mark));
    expect((await Promise.race(asked)).body).toEqual({ mark, askAgainMs: 2000, live: null });
    held.api.engine.requests.reset();
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Each for itself would look 25 times, at two requests a look.
    expect(held.api.engine.requests.sent.length).toBeLessThan(500);
    await session.scan('Dinas 0');
    await recompute(session);
    const answers = (await Promise.all(asked)).map(({ body }) => body.askAgainMs);
    expect(answers.filter((askAgainMs) => askAgainMs === 0)).toHaveLength(200);
  });

  test('a mark that was never given is as good as none', async () => {
    const session = await scenario();
    expect((await ask(session, 'something else')).body.live).not.toBeNull();
  });
});

describe('where the time is over', () => {
  const holdMs = 300;
  const { ask, scenario } = starting({ holdMs, pollMs: 20 });

  test('the answer says that there was no news', async () => {
    const session = await scenario();
    const { mark } = (await ask(session)).body;
    const start = performance.now();
    expect((await ask(session, mark)).body).toEqual({ mark, askAgainMs: 0, live: null });
    expect(performance.now() - start).toBeGreaterThan(holdMs * 0.8);
  });
});
