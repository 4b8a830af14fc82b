/** The mailer as it is deployed: its bundle, driven by the stream's records, with the embedded engine and stand-ins for the rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailKey } from '../../functions/platform/keys.ts';
import { tableCalls } from '../../infra/grants.ts';
import { type FaultyEngine, startFaultyEngine } from '../faults/faulty-engine.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';

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
const startServices = async (secret: object): Promise<Server> => {
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await bodyOf(request));
    const answer = (status: number, value: object, type = '') =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
        .end(JSON.stringify(value));
    if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue')
      return answer(200, { ARN: secretId, SecretString: JSON.stringify(secret) });
    const refusal = answers.shift();
    if (refusal !== undefined) return answer(400, { message: 'made by the test' }, refusal);
    taken.push(body);
    return answer(200, { MessageId: String(taken.length) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

beforeAll(async () => {
  const bundle = join(outdir, 'index.mjs');
  await build({
    entryPoints: [new URL('../../functions/lambda/mailer.ts', import.meta.url).pathname],
    outfile: bundle,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  api = await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) });
  s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }] });
  for (const name of ['Dinas A', 'Dinas B']) {
    const unit = await api.engine.stores.units.get(lahat, s.id(name));
    if (!unit?.holder) throw new Error(`nobody holds ${name}`);
    const holder = { ...unit.holder, email: `${name.at(-1)?.toLowerCase()}@lahat.example` };
    await api.engine.stores.units.put(lahat, { ...unit, version: 2, holder });
  }
  // The product's clock of the test is not the machine's, by which the Lambda goes.
  api.clock.now = new Date();
  await api.call(as('organizer'), 'POST', `${s.base}/mail`, {});
  engine = await startFaultyEngine();
  engine.forwardTo(`http://127.0.0.1:${(await api.engine.client.config.endpoint?.())?.port}`);
  const secret = Buffer.from(api.keys.secrets.get(1) ?? []).toString('base64url');
  services = await startServices({ current: 1, 1: secret });
  const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
  mailer = await startLambda(bundle, {
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

const deliver = (...names: string[]) =>
  mailer.invoke<DynamoDBBatchResponse>({
    Records: names.map((name, index) => {
      const { pk, sk } = mailKey(s.session, s.id(name), 'INVITE#v1');
      return { dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(index + 1) } };
    }),
  });
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

test('it makes exactly the calls on the table that it is granted', () => {
  expect([...new Set(engine.arrived)].map((call) => `dynamodb:${call}`).sort()).toEqual([...tableCalls.mailer].sort());
});
