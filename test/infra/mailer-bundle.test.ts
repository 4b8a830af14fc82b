/** The mailer as it is deployed: its bundle, driven by the stream's records, with the embedded engine and stand-ins for the rest. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readToken } from '../../functions/invitations/invitation-token.ts';
import { mailKey } from '../../functions/platform/keys.ts';
import { bundleHandler } from '../../infra/bundle/bundle.ts';
import { tableCalls, tableWrites } from '../../infra/grants.ts';
import { stages } from '../../infra/stages/stages.ts';
import { type FaultyEngine, startFaultyEngine } from '../faults/faulty-engine.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';
import { clockedLambda } from './clocked-lambda.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';
import { compareWrites } from './permissions.ts';
import { synthesize } from './synth.ts';

interface Taken {
  FromEmailAddress: string;
  Destination: { ToAddresses: string[] };
  Content: { Simple: { Subject: { Data: string }; Body: { Text: { Data: string } } } };
}

const outdir = mkdtempSync(join(tmpdir(), 'hadir-mailer-'));
const secretId = 'arn:aws:secretsmanager:ap-southeast-3:123456789012:secret:TokenKeys';
const taken: Taken[] = [];
/** What the service answers to the next mails instead of taking them. */
const answers: string[] = [];
/** What Secrets Manager has; undefined: it does not answer. */
let stored: object | undefined;
let reads = 0;
let api: TestApi;
let engine: FaultyEngine;
let services: Server;
let mailer: LambdaProcess;
let s: Scenario;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

/** SES and Secrets Manager. */
const startServices = async (): Promise<Server> => {
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await bodyOf(request));
    const answer = (status: number, value: object, type = '') =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
        .end(JSON.stringify(value));
    if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
      reads += 1;
      return stored
        ? answer(200, { ARN: secretId, SecretString: JSON.stringify(stored) })
        : answer(500, { message: 'made by the test' }, 'InternalServiceError');
    }
    const refusal = answers.shift();
    if (refusal !== undefined) return answer(400, { message: 'made by the test' }, refusal);
    taken.push(body);
    return answer(200, { MessageId: String(taken.length) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** Their heads get an address, and a mail. */
const owe = async (...names: string[]): Promise<void> => {
  for (const name of names) {
    const unit = await api.engine.stores.units.get(lahat, s.id(name));
    if (!unit?.holder) throw new Error(`nobody holds ${name}`);
    const holder = { ...unit.holder, email: `${name.at(-1)?.toLowerCase()}@lahat.example` };
    await api.engine.stores.units.put(lahat, { ...unit, version: 2, holder });
  }
  await api.call(as('organizer'), 'POST', `${s.base}/mail`, {});
};

beforeAll(async () => {
  const bundle = join(outdir, 'index.mjs');
  await bundleHandler('mailer', bundle);
  api = await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) });
  s = await startScenario(api, { units: ['A', 'B', 'C', 'D'].map((letter) => ({ name: `Dinas ${letter}` })) });
  // The product's clock of the test is not the machine's, by which the Lambda goes.
  api.clock.now = new Date();
  await owe('Dinas A', 'Dinas B');
  engine = await startFaultyEngine();
  engine.forwardTo(`http://127.0.0.1:${(await api.engine.client.config.endpoint?.())?.port}`);
  stored = { current: 1, 1: Buffer.from(api.keys.secrets.get(1) ?? []).toString('base64url') };
  services = await startServices();
  const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
  mailer = await startLambda(clockedLambda(bundle), {
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'mailer',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    AWS_ENDPOINT_URL_SESV2: url,
    HADIR_TABLE: 'hadir',
    HADIR_ORIGIN: testOrigin,
    HADIR_TOKEN_KEYS_SECRET: secretId,
    HADIR_MAIL_FROM: 'undangan@lahatkab.example',
  });
});
afterAll(async () => {
  await mailer?.stop();
  await engine?.stop();
  services?.closeAllConnections();
  services?.close();
  await api?.stop();
  rmSync(outdir, { recursive: true, force: true });
});

const deliverAt = (clock: string | undefined, ...names: string[]) =>
  mailer.invoke<DynamoDBBatchResponse>({
    clock,
    Records: names.map((name, index) => {
      const { pk, sk } = mailKey(s.session, s.id(name), 'INVITE#v1');
      return { dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(index + 1) } };
    }),
  });
const deliver = (...names: string[]) => deliverAt(undefined, ...names);
const states = async () => {
  const { items } = (await api.call(as('organizer'), 'GET', `${s.base}/mail`)).body;
  return items.map(({ state }: { state: string }) => state);
};

test('what is owed leaves once, throttled or told twice, with the link that opens the page', async () => {
  answers.push('TooManyRequestsException');
  expect(await deliver('Dinas A', 'Dinas B', 'Dinas A')).toEqual({ batchItemFailures: [] });
  expect(await deliver('Dinas B', 'Dinas A')).toEqual({ batchItemFailures: [] });
  expect(taken.map(({ Destination }) => Destination.ToAddresses)).toEqual([['a@lahat.example'], ['b@lahat.example']]);
  expect(taken[0]?.FromEmailAddress).toBe('undangan@lahatkab.example');
  expect(taken[0]?.Content.Simple.Body.Text.Data).toContain(`${testOrigin}/c/${s.token('Dinas A')}`);
  expect(await states()).toEqual(['SENT', 'SENT']);
});

test('links are made with the keys of a minute ago at most; while those cannot be read, which is tried once, with what is known', async () => {
  const later = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  const linkOf = () => /\/c\/(\w+)/.exec(taken.at(-1)?.Content.Simple.Body.Text.Data ?? '')?.[1] ?? '';
  const secret = randomBytes(32);
  await owe('Dinas C', 'Dinas D');
  stored = undefined;
  expect([await deliverAt(later(2), 'Dinas C'), reads]).toEqual([{ batchItemFailures: [] }, 2]);
  expect(linkOf()).toBe(s.token('Dinas C'));
  await vi.waitFor(() => expect(mailer.log()).toMatch(/"TOKEN_KEYS_UNREAD".*"invocation-\d+"/), 20_000);
  stored = { current: 2, 2: secret.toString('base64url') };
  expect([await deliverAt(later(4), 'Dinas D'), reads]).toEqual([{ batchItemFailures: [] }, 3]);
  expect(readToken({ current: 2, secrets: new Map([[2, secret]]) }, linkOf())).toMatchObject({
    invitation: s.id('Dinas D'),
  });
});

test('it makes exactly the calls on the table that it is granted, and writes in every partition that it may, and no other', () => {
  const granted = [...tableCalls.mailer, ...tableWrites.mailer.calls];
  expect([...new Set(engine.arrived)].map((call) => `dynamodb:${call}`).sort()).toEqual(granted.sort());
  const template = synthesize({ ...stages.prod, mailFrom: 'undangan@lahatkab.example' }).template('mail');
  expect(compareWrites(template, 'Mailer', engine.written)).toEqual({ refused: [], idle: [] });
});
