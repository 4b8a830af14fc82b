/** The reminders' function as it is deployed: its bundle, driven by Scheduler's events, over the embedded engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { bundleHandler } from '../../infra/bundle/bundle.ts';
import { tableCalls, tableWrites } from '../../infra/grants.ts';
import { stages } from '../../infra/stages/stages.ts';
import { broken, type FaultyEngine, startFaultyEngine } from '../faults/faulty-engine.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { anInvitation, aRegency, aSession, aUnit, lahat } from '../support/fixtures.ts';
import { clockedLambda } from './clocked-lambda.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';
import { compareWrites } from './permissions.ts';
import { synthesize } from './synth.ts';

const outdir = mkdtempSync(join(tmpdir(), 'hadir-reminders-'));
const made = new Set<string>();
let engine: TestEngine;
let wire: FaultyEngine;
let lambdas: LambdaProcess[];

beforeAll(async () => {
  const bundle = join(outdir, 'index.mjs');
  await bundleHandler('reminders', bundle);
  const handler = clockedLambda(bundle);
  engine = await startTestEngine();
  const { stores } = engine;
  await stores.regencies.put(aRegency());
  for (const name of ['A', 'B', 'C']) {
    const holder = { name: 'Siti', acting: 'DEFINITIVE' as const, email: `${name.toLowerCase()}@lahat.example` };
    await stores.units.put(lahat, aUnit(name, { holder }));
  }
  wire = await startFaultyEngine();
  wire.forwardTo(`http://127.0.0.1:${(await engine.client.config.endpoint?.())?.port}`);
  const environment = {
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'reminders',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint,
    HADIR_TABLE: 'hadir',
  };
  const start = () => startLambda(handler, environment);
  lambdas = [await start(), await start()];
}, 60_000);
beforeEach(() => {
  for (const call of wire?.arrived ?? []) made.add(`dynamodb:${call}`);
  wire?.heal();
});
afterAll(async () => {
  for (const lambda of lambdas ?? []) await lambda.stop();
  await wire?.stop();
  await engine?.stop();
  rmSync(outdir, { recursive: true, force: true });
});

/** A session of its own month; it begins on the 27th at 08.00 WIB. */
const plan = async (month: string) => {
  const id = makeSessionId(lahat, `session of ${month}`);
  const startsAt = `2024-${month}-27T01:00:00.000Z`;
  await engine.stores.sessions.create(aSession({ id, startsAt, state: 'PUBLISHED', reminderDays: [3, 1] }), id);
  const invitedAt = '2023-12-01T02:00:00.000Z';
  await engine.stores.invitations.add(['A', 'B', 'C'].map((name) => anInvitation(name, { session: id, invitedAt })));
  return {
    /** `scheduledTime` is the hour that Scheduler meant, the clock when it arrives. */
    deliver: (scheduledTime: string, clock = scheduledTime, lambda = lambdas[0]) =>
      lambda?.invoke({ scheduledTime: `2024-${month}-${scheduledTime}Z`, clock: `2024-${month}-${clock}Z` }),
    owed: async () => (await engine.stores.mails.all(id)).map(({ daysBefore }) => daysBefore),
  };
};

test('an event owes the reminders of its hour; delivered twice, nothing more', async () => {
  const { deliver, owed } = await plan('01');
  await deliver('24T00:00:00');
  expect(await owed()).toEqual([]);
  await deliver('24T01:00:00');
  expect(await owed()).toEqual([3, 3, 3]);
  await deliver('24T01:00:00', '24T01:00:04');
  await deliver('24T02:00:00');
  expect(await owed()).toEqual([3, 3, 3]);
});

test('an event of days ago that comes late owes what is due now, and nothing stale', async () => {
  const { deliver, owed } = await plan('02');
  await deliver('24T01:00:00', '25T04:00:00');
  expect(await owed()).toEqual([]);
  await deliver('26T01:00:00');
  await deliver('24T01:00:00', '26T05:00:00');
  expect(await owed()).toEqual([1, 1, 1]);
  await deliver('26T02:00:00', '27T03:00:00');
  expect(await owed()).toEqual([1, 1, 1]);
});

test('an engine that fails midway: the event fails, and delivered again it completes', {
  timeout: 60_000,
}, async () => {
  const { deliver, owed } = await plan('03');
  wire.fail('PutItem', broken, Number.POSITIVE_INFINITY);
  await expect(deliver('24T01:00:00')).rejects.toThrow('the engine did not complete a request');
  expect(wire.arrived).toContain('UpdateItem');
  expect(await owed()).toEqual([]);
  for (const call of wire.arrived) made.add(`dynamodb:${call}`);
  wire.heal();
  await deliver('24T01:00:00', '24T01:01:00');
  expect(await owed()).toEqual([3, 3, 3]);
});

test('an answer of the engine that is lost owes nothing twice', { timeout: 60_000 }, async () => {
  const { deliver, owed } = await plan('04');
  wire.fail('UpdateItem', 'lose-answer', 1);
  wire.fail('PutItem', 'lose-answer', 1);
  await deliver('24T01:00:00');
  await deliver('24T02:00:00');
  expect(await owed()).toEqual([3, 3, 3]);
});

test('two at once owe each once', async () => {
  const { deliver, owed } = await plan('05');
  await Promise.all([deliver('24T01:00:00'), deliver('24T01:00:00', '24T01:00:00', lambdas[1])]);
  expect(await owed()).toEqual([3, 3, 3]);
});

test('an event that is none of Scheduler’s is refused', async () => {
  await expect(lambdas[0]?.invoke({ clock: '2024-06-24T01:00:00Z' })).rejects.toThrow('scheduledTime');
});

test('it makes exactly the calls on the table that it is granted, and writes in every partition that it may, and no other', () => {
  for (const call of wire.arrived) made.add(`dynamodb:${call}`);
  expect([...made].sort()).toEqual([...tableCalls.reminders, ...tableWrites.reminders.calls].sort());
  const template = synthesize({ ...stages.prod, mailFrom: 'undangan@lahatkab.example' }).template('reminders');
  expect(compareWrites(template, 'Reminders', wire.written)).toEqual({ refused: [], idle: [] });
});
