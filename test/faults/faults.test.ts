/** Faults that no engine gives on demand, on a real wire: they end in a retry that succeeds or in a clear 503, and nothing is lost. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeRecompute } from '../../functions/coverage/recompute.ts';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { makeRecomputeSoon } from '../../functions/local/recompute-soon.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { makeStores, type Stores } from '../../functions/stores.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { anInvitation, aSession, lahat, sessionId } from '../support/fixtures.ts';
import { broken, type Fault, type FaultyEngine, startFaultyEngine, throttled, tooFast } from './faulty-engine.ts';

let api: TestApi;
let faulty: FaultyEngine;
let client: DynamoDBClient;
let stores: Stores;
let changed: string[];

const invitation = anInvitation('Dinas Kesehatan');
const openedAt = '2024-06-27T00:30:00.000Z';

beforeEach(async () => {
  changed = [];
  faulty = await startFaultyEngine();
  client = makeClient({ endpoint: faulty.endpoint, region: 'ap-southeast-3' });
  stores = makeStores(makeTable(client, 'hadir'));
  api = await startTestApi({ wrap: () => ({ stores, changed: (session) => void changed.push(session) }) });
  const engine = await api.engine.client.config.endpoint?.();
  faulty.forwardTo(`http://127.0.0.1:${engine?.port}`);
  api.clock.now = new Date('2024-06-27T01:00:00Z');

  const direct = api.engine.stores;
  await direct.invitations.add([invitation]);
  const frozen = await direct.invitations.putFrozenRoster(sessionId, [invitation.id]);
  await direct.sessions.create(aSession({ state: 'OPEN', openedAt, frozen: { at: openedAt, ...frozen } }), 'x');
  // The first scan reads the session; it is not what is tested here.
  await scan('nonce-warming', 'A'.repeat(39));
  await api.call({ role: 'operator' }, 'POST', `/api/sessions/${sessionId}/check-ins`, {
    ...body('warm-up-nonce'),
    token: undefined,
    invitation: 'aaaaaaaa',
  });
  api.logs.length = 0;
  changed = [];
  faulty.heal();
});
afterEach(async () => {
  client.destroy();
  await faulty.stop();
  await api.stop();
});

const body = (nonce: string) => ({
  token: makeToken(api.keys, { session: sessionId, invitation: invitation.id, version: 1 }),
  nonce,
  scannedAt: '2024-06-27T00:59:59.000Z',
  sentAt: '2024-06-27T01:00:00.000Z',
  door: 'Pintu Utara',
  who: 'delegate',
  delegate: { name: 'Siti Nurhaliza', letter: '800/123/2024' },
});
const scan = (nonce: string, token?: string) =>
  api.call({ role: 'operator' }, 'POST', `/api/sessions/${sessionId}/check-ins`, {
    ...body(nonce),
    ...(token && { token }),
  });
const stored = async () => (await api.engine.stores.invitations.get(sessionId, invitation.id))?.checkIn;

const passing: [string, Fault][] = [
  ['a throttled table', throttled],
  ['a throttled account', tooFast],
  ['an internal error of the engine', broken],
  ['a cut connection', 'cut'],
];

describe('a fault that passes is not seen at the door', () => {
  test.each(passing)('%s, twice: the third attempt is accepted', async (_, fault) => {
    faulty.fail('UpdateItem', fault, 2);
    expect((await scan('nonce-0001')).status).toBe(201);
    expect(faulty.arrived).toEqual(['UpdateItem', 'UpdateItem', 'UpdateItem']);
    expect((await stored())?.nonce).toBe('nonce-0001');
    expect(api.logs).toEqual([]);
  });

  test('no answer within five seconds: asked again', { timeout: 20_000 }, async () => {
    faulty.fail('UpdateItem', 'hang', 1);
    expect((await scan('nonce-0001')).status).toBe(201);
    expect(faulty.arrived).toHaveLength(2);
  });

  test('a write whose answer was lost counts once, and its repeat is told so', async () => {
    faulty.fail('UpdateItem', 'lose-answer', 1);
    // The second attempt finds its own nonce.
    expect((await scan('nonce-0001')).body.result).toBe('replayed');
    expect((await scan('nonce-0001')).body.result).toBe('replayed');
    expect((await scan('nonce-0002')).body).toMatchObject({ result: 'already', first: { door: 'Pintu Utara' } });
    expect((await stored())?.nonce).toBe('nonce-0001');
  });
});

describe('a fault that stays is answered 503, and nothing is lost', () => {
  test.each(passing)(
    '%s: four attempts, then a problem with its request id; the same scan is accepted later',
    async (_, fault) => {
      faulty.fail('UpdateItem', fault, Number.POSITIVE_INFINITY);
      const refused = await scan('nonce-0001');
      expect(refused.status).toBe(503);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      expect(refused.headers.get('retry-after')).toBe('2');
      expect(refused.body).toMatchObject({ code: 'ENGINE_UNAVAILABLE', status: 503 });
      expect(refused.body.requestId).toBe(refused.headers.get('x-request-id'));
      expect(faulty.arrived).toHaveLength(4);
      expect(await stored()).toBeUndefined();
      expect(changed).toEqual([]);

      faulty.heal();
      expect((await scan('nonce-0001')).status).toBe(201);
      expect((await stored())?.nonce).toBe('nonce-0001');
      expect(changed).toEqual([sessionId]);
    },
  );

  test('an engine that is not there', async () => {
    await faulty.stop();
    const refused = await scan('nonce-0001');
    expect(refused).toMatchObject({ status: 503, body: { code: 'ENGINE_UNAVAILABLE' } });
  });

  test('every answer lost: the scan was taken, and its repeat says so', async () => {
    faulty.fail('UpdateItem', 'lose-answer', Number.POSITIVE_INFINITY);
    expect((await scan('nonce-0001')).status).toBe(503);
    faulty.heal();
    expect((await scan('nonce-0001')).body.result).toBe('replayed');
  });

  test('every answer lost: the repeat has the scan counted', async () => {
    faulty.fail('UpdateItem', 'lose-answer', Number.POSITIVE_INFINITY);
    await scan('nonce-0001');
    faulty.heal();
    await scan('nonce-0001');
    expect(changed).toEqual([sessionId]);
  });

  test('a list is refused whole, never cut short', async () => {
    faulty.fail('Query', throttled, Number.POSITIVE_INFINITY);
    const answer = await api.call({ role: 'organizer' }, 'GET', `/api/sessions/${sessionId}/invitations`);
    expect(answer).toMatchObject({ status: 503, body: { code: 'ENGINE_UNAVAILABLE' } });
    expect(answer.body.items).toBeUndefined();
  });
});

test('the log says which request failed and nothing about whom', async () => {
  faulty.fail('UpdateItem', throttled, Number.POSITIVE_INFINITY);
  const bearer = await api.staff.token('operator', lahat);
  const { body: problem } = await api.call(
    { token: bearer },
    'POST',
    `/api/sessions/${sessionId}/check-ins`,
    body('nonce-0001'),
  );
  expect(api.logs).toHaveLength(1);
  const [line = ''] = api.logs;
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    code: 'REQUEST_FAULT',
    problem: 'ENGINE_UNAVAILABLE',
    requestId: problem.requestId,
    route: 'POST /api/sessions/:session/check-ins',
    error: 'EngineUnavailable',
    cause: 'ProvisionedThroughputExceededException',
  });
  const { token, nonce, door, delegate } = body('nonce-0001');
  const { holder, name, office } = invitation;
  const secrets = [
    token,
    bearer,
    nonce,
    door,
    delegate.name,
    delegate.letter,
    holder?.name,
    holder?.nip,
    name,
    office,
    'made by the test',
  ];
  for (const secret of secrets) expect(line.toLowerCase()).not.toContain(String(secret).toLowerCase());
});

describe('coverage', () => {
  test('a recomputing that fails is tried again until it is right', async () => {
    await scan('nonce-0001');
    // Two whole computations fail, each after its client's four attempts.
    faulty.fail('Query', broken, 8);
    const failures: unknown[] = [];
    const recompute = makeRecompute({ ...stores, now: () => api.clock.now });
    const soon = makeRecomputeSoon(recompute, 10, (error) => failures.push(error));
    soon.changed(sessionId);
    await soon.settled();
    expect(failures).toHaveLength(2);
    const { body: coverage } = await api.call({ role: 'regent' }, 'GET', `/api/sessions/${sessionId}/coverage`);
    expect(coverage.units).toMatchObject({ expected: 1, delegated: 1, missing: 0 });
  });

  test('a failed computation leaves the figures that stood', async () => {
    await api.recompute(sessionId);
    await scan('nonce-0001');
    faulty.fail('PutItem', throttled, Number.POSITIVE_INFINITY);
    const recompute = makeRecompute({ ...stores, now: () => api.clock.now });
    await expect(recompute(sessionId)).rejects.toThrow();
    expect((await api.engine.stores.coverage.get(sessionId))?.checkedIn).toBe(0);
  });
});
