/** How old the keys of codes may be in each function as it is deployed: its bundle, and a secret that somebody changes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleHandler } from '../../infra/bundle/bundle.ts';
import { clockedLambda } from './clocked-lambda.ts';
import { gatewayEvent } from './gateway-event.ts';
import { startLambda } from './lambda-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'hadir-key-ages-'));
let secrets: Server;
let reads = 0;

beforeAll(async () => {
  secrets = createServer((_, response) => {
    reads += 1;
    const SecretString = JSON.stringify({ current: 1, 1: Buffer.alloc(32, 7).toString('base64url') });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ SecretString }));
  });
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  secrets.closeAllConnections();
  secrets.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (endpoint: string) => ({
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
  HADIR_TABLE: 'hadir',
  HADIR_ORIGIN: 'https://hadir.example',
  HADIR_ISSUER: 'https://issuer.example',
  HADIR_CLIENT_ID: 'client',
  HADIR_TOKEN_KEYS_SECRET: 'keys',
  HADIR_SEAL_KEY: 'arn:aws:kms:ap-southeast-3:123456789012:key/one',
});

// The mailer's: mailer-bundle.test.ts.
test.each([
  ['staff', 'make codes that leave the house', [1, 2, 3, 4]],
  ['documents', 'make codes that leave the house', [1, 2, 3, 4]],
  ['attendee', 'read codes', [1, 1, 1, 2]],
  ['hot', 'read codes', [1, 1, 1, 2]],
] as const)('%s, that %s', { timeout: 60_000 }, async (entry, _, read) => {
  reads = 0;
  const bundle = join(folder, entry, 'index.mjs');
  await bundleHandler(entry, bundle);
  const lambda = await startLambda(
    clockedLambda(bundle),
    environment(`http://127.0.0.1:${(secrets.address() as AddressInfo).port}`),
  );
  const started = Date.now();
  const readsAfter: number[] = [];
  for (const minutes of [0, 2, 4, 16]) {
    const clock = new Date(started + minutes * 60_000).toISOString();
    const call = { method: 'GET', path: '/api/nothing', requestId: 'request' };
    await lambda.invoke({ clock, ...gatewayEvent('$default', call) });
    readsAfter.push(reads);
  }
  await lambda.stop();
  expect(readsAfter).toEqual(read);
});
