/** /api/ready over a real wire to an engine that fails, is slow, or goes by another clock. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeReadEngine, makeReadiness, type ReadinessPorts } from '../../functions/platform/readiness.ts';
import { makeClient } from '../../functions/platform/table.ts';
import { SealKeyUnavailable } from '../../functions/seals/sealer.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { broken, type FaultyEngine, startFaultyEngine } from './faulty-engine.ts';

let engine: FaultyEngine;
let now = new Date('2026-11-22T08:00:00Z');
const opened: TestApi[] = [];
beforeAll(async () => {
  engine = await startFaultyEngine();
});
afterEach(async () => {
  engine.heal();
  engine.setClock(0);
  now = new Date('2026-11-22T08:00:00Z');
  for (const api of opened.splice(0)) await api.stop();
});
afterAll(() => engine.stop());

/** An app with a client of its own, whose readings of the engine's clock are its own too. */
const startApp = async (changes: Partial<ReadinessPorts> = {}): Promise<TestApi> => {
  const client = makeClient({ endpoint: engine.endpoint, region: 'ap-southeast-3' });
  const api = await startTestApi({
    wrap: (behind) => {
      const { endpoint } = behind.client.config;
      engine.forwardTo('');
      void endpoint?.().then(({ hostname, port }) => engine.forwardTo(`http://${hostname}:${port}`));
      return {
        readiness: makeReadiness({
          readEngine: makeReadEngine(client, 'hadir'),
          tokenKeys: { current: 1, secrets: new Map([[1, new Uint8Array(32)]]) },
          sealer: { keys: async () => [] },
          now: () => now,
          ...changes,
        }),
      };
    },
  });
  opened.push(api);
  return api;
};
const ready = (api: TestApi) => api.call(null, 'GET', '/api/ready');
const allWell = { engine: 'ok', tokenKeys: 'ok', sealKey: 'ok', clock: 'ok' };

test('ready: the engine answers, the keys are there, the clock goes right; one strongly consistent read', async () => {
  const api = await startApp();
  const { status, body, headers } = await ready(api);
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ready', checks: allWell } });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(engine.arrived).toEqual(['GetItem']);
});

test('asked by many it reads once in five seconds', async () => {
  const api = await startApp();
  await Promise.all(Array.from({ length: 50 }, () => ready(api)));
  now = new Date(now.getTime() + 4_999);
  await ready(api);
  expect(engine.arrived).toHaveLength(1);
  now = new Date(now.getTime() + 1);
  await ready(api);
  expect(engine.arrived).toHaveLength(2);
  // A clock that was set back by an hour does not keep an answer for an hour.
  now = new Date(now.getTime() - 3_600_000);
  await ready(api);
  expect(engine.arrived).toHaveLength(3);
});

test.each([
  ['fails', broken],
  ['cuts the line', 'cut'],
  ['never answers', 'hang'],
] as const)('an engine that %s: not ready, told within seconds; alive all the same', async (_, fault) => {
  const api = await startApp();
  engine.fail('GetItem', fault, Number.POSITIVE_INFINITY);
  const start = performance.now();
  const { status, body } = await ready(api);
  expect({ status, body }).toEqual({
    status: 503,
    body: { status: 'not-ready', checks: { ...allWell, engine: 'unreachable' } },
  });
  // The product's own requests wait longer than this in all.
  expect(performance.now() - start).toBeLessThan(10_000);
  expect((await api.call(null, 'GET', '/api/health')).body).toEqual({ status: 'ok' });
  // It is an answer, not a fault of the request's.
  expect(api.logs).toEqual([]);
  engine.heal();
  now = new Date(now.getTime() + 5_000);
  expect((await ready(api)).status).toBe(200);
});

test.each([
  [-299_000, 'ok'],
  [298_000, 'ok'],
  [-302_000, 'wrong'],
  [303_000, 'wrong'],
  [3 * 365 * 86_400_000, 'wrong'],
])('of a machine from which the engine’s clock is off by %i ms the clock is %s', async (ahead, clock) => {
  const api = await startApp();
  engine.setClock(ahead);
  const { status, body } = await ready(api);
  expect({ status, checks: body.checks }).toEqual({
    status: clock === 'ok' ? 200 : 503,
    checks: { ...allWell, clock },
  });
});

test('a clock from before this Hadir was written is wrong, also where the engine is on the same machine', async () => {
  const api = await startApp();
  now = new Date('2000-01-01T00:00:12Z');
  expect((await ready(api)).body.checks).toEqual({ ...allWell, clock: 'wrong' });
});

test('without a secret for codes it is not ready; without the sealing key it is, and says so', async () => {
  const keyless = await startApp({ tokenKeys: { current: 2, secrets: new Map([[1, new Uint8Array(32)]]) } });
  expect(await ready(keyless)).toMatchObject({ status: 503, body: { checks: { tokenKeys: 'missing' } } });
  const unsealed = await startApp({
    sealer: {
      keys: async () => {
        throw new SealKeyUnavailable('gone');
      },
    },
  });
  expect(await ready(unsealed)).toMatchObject({
    status: 200,
    body: { status: 'ready', checks: { sealKey: 'absent' } },
  });
  const slow = await startApp({ sealer: { keys: () => new Promise(() => {}) } });
  expect(await ready(slow)).toMatchObject({ status: 200, body: { checks: { sealKey: 'absent' } } });
});
