/** What every Lambda carries: how much, what is left out of it, and that nothing leaves with it that is needed. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundleHandler, settings, shapeFiles } from '../../infra/bundle/bundle.ts';
import { leftOut } from '../../infra/bundle/left-out.ts';
import { gatewayEvent, readAnswer } from './gateway-event.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';

/**
 * Bytes at most, minified. The doors' is the one that somebody waits for in a queue; the others have room for a tenth more than they had on
 * 22 November 2026, so that whoever adds a library is told.
 */
const budgets = {
  hot: 400_000,
  attendee: 470_000,
  staff: 2_200_000,
  documents: 2_960_000,
  mailer: 490_000,
  projector: 430_000,
  reminders: 375_000,
  'pre-token': 80_000,
} as const;
type Entry = keyof typeof budgets;

const handlers = fileURLToPath(new URL('../../functions/lambda/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hadir-bundles-'));
const fileOf = (entry: Entry): string => join(folder, `${entry}.mjs`);
const bundles = new Map<Entry, Bundle>();
beforeAll(async () => {
  for (const entry of Object.keys(budgets) as Entry[]) bundles.set(entry, await bundleHandler(entry, fileOf(entry)));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every function has its budget', () => {
  const entries = readdirSync(handlers).filter((file) =>
    /^export const handler\b/m.test(readFileSync(join(handlers, file), 'utf8')),
  );
  expect(entries.map((file) => basename(file, '.ts')).sort()).toEqual(Object.keys(budgets).sort());
});

test.each(Object.entries(budgets))('%s has at most %i bytes', (entry, most) => {
  const bytes = bundles.get(entry as Entry)?.bytes ?? Number.NaN;
  process.stdout.write(`${entry}: ${bytes} bytes\n`);
  expect(bytes).toBeLessThanOrEqual(most);
  expect(bytes).toBeGreaterThan(10_000);
});

test('whatever is to be left out is still where it was looked for', () => {
  expect(bundles.get('hot')?.leftOut).toEqual(leftOut.map(({ what }) => what).sort());
});

test('it is looked for as any system writes paths: each is one file, on Windows too', async () => {
  const entryPoints = [join(handlers, 'hot.ts')];
  const { metafile } = await build({ ...settings, entryPoints, write: false, metafile: true });
  const paths = Object.keys(metafile.inputs).map((path) => `C:\\hadir\\${path.replaceAll('/', '\\')}`);
  for (const { what, file } of leftOut)
    expect({ what, files: paths.filter((path) => file.test(path)).length }).toEqual({ what, files: 1 });
  expect(paths.filter((path) => shapeFiles.test(path)).length).toBeGreaterThan(10);
});

test('no function looks for credentials anywhere but in its environment', () => {
  for (const entry of ['attendee', 'staff', 'documents', 'mailer', 'projector', 'reminders', 'hot'] as const)
    expect(bundles.get(entry)?.leftOut).toContain('credentials from anywhere but the environment');
});

test('a bundle that esbuild warns of is none', async () => {
  writeFileSync(join(folder, 'odd.ts'), `export const handler = (event: unknown) => typeof event === 'nothing';`);
  const entry = relative(handlers, join(folder, 'odd'));
  await expect(bundleHandler(entry, join(folder, 'odd.mjs'))).rejects.toThrow('esbuild warns');
});

interface Reply {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** A service that answers by plan, then always the same, and keeps what it was asked. */
const startService = async (usual: Reply) => {
  const asked: IncomingMessage[] = [];
  let plan: readonly Reply[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    const [next = usual, ...rest] = plan;
    plan = rest;
    request.resume().on('end', () => {
      response.writeHead(next.status, { 'content-type': 'application/x-amz-json-1.0', ...next.headers });
      response.end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    plan: (replies: readonly Reply[]) => {
      asked.length = 0;
      plan = replies;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const keys: Reply = { status: 200, body: { SecretString: JSON.stringify({ current: 1, 1: 'a'.repeat(43) }) } };
const nothing: Reply = { status: 200, body: {} };
const fault = (type: string, status: number, headers?: Record<string, string>): Reply => ({
  status,
  body: { __type: type, message: type },
  ...(headers && { headers }),
});

describe('the doors’ bundle', { timeout: 60_000 }, () => {
  let engine: Awaited<ReturnType<typeof startService>>;
  let secrets: Awaited<ReturnType<typeof startService>>;
  const started: LambdaProcess[] = [];
  beforeAll(async () => {
    engine = await startService(nothing);
    secrets = await startService(keys);
  });
  afterEach(async () => {
    for (const lambda of started.splice(0)) await lambda.stop();
  });
  afterAll(() => {
    engine.stop();
    secrets.stop();
  });

  const environment = (): Record<string, string> => ({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'AKIDOFTHEROLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'session-of-the-role',
    AWS_ENDPOINT_URL_DYNAMODB: engine.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    HADIR_TABLE: 'hadir',
    HADIR_ORIGIN: 'https://hadir.example',
    HADIR_ISSUER: 'https://issuer.example',
    HADIR_CLIENT_ID: 'client',
    HADIR_TOKEN_KEYS_SECRET: 'keys',
  });
  const start = async (env: Record<string, string> = environment()) => {
    const lambda = await startLambda(fileOf('hot'), env);
    started.push(lambda);
    return lambda;
  };
  /** A door whose credential has to be looked up, and is not there. */
  const askAsDoor = async (lambda: LambdaProcess) => {
    const path = '/api/sessions/ba4taaaaaa/door-list';
    const headers = { authorization: `Door ba4taaaaaa.aaaaaaaa.${'a'.repeat(43)}` };
    const event = gatewayEvent('GET /api/sessions/{session}/door-list', {
      method: 'GET',
      path,
      headers,
      requestId: 'request-1',
    });
    return readAnswer(await lambda.invoke<APIGatewayProxyStructuredResultV2>(event));
  };
  const signedBy = ({ headers }: IncomingMessage | undefined = {} as never) => headers?.authorization;

  test('signs by the credentials of its environment, and with their session', async () => {
    const lambda = await start();
    engine.plan([]);
    expect((await askAsDoor(lambda)).body.code).toBe('DOOR_CREDENTIAL_INVALID');
    expect(engine.asked).toHaveLength(1);
    expect(signedBy(engine.asked[0])).toContain('Credential=AKIDOFTHEROLE/');
    expect(engine.asked[0]?.headers['x-amz-security-token']).toBe('session-of-the-role');
  });

  test('without them it does not start, whatever lies in the files of a machine', async () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, '.aws'), { recursive: true });
    writeFileSync(
      join(home, '.aws', 'credentials'),
      '[default]\naws_access_key_id = AKIDOFAFILE\naws_secret_access_key = secret\n',
    );
    const { AWS_ACCESS_KEY_ID: _, ...env } = environment();
    secrets.plan([]);
    await expect(start({ ...env, HOME: home })).rejects.toThrow('no credentials in the environment');
    expect(secrets.asked).toEqual([]);
  });

  test('tries again after a fault of the engine, and after being throttled', async () => {
    const lambda = await start();
    engine.plan([
      fault('InternalServerError', 500),
      fault('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', 400),
    ]);
    expect((await askAsDoor(lambda)).body.code).toBe('DOOR_CREDENTIAL_INVALID');
    expect(engine.asked).toHaveLength(3);
  });

  test('gives up after four tries, and says that the engine is away', async () => {
    const lambda = await start();
    engine.plan(Array.from({ length: 4 }, () => fault('InternalServerError', 500)));
    expect(await askAsDoor(lambda)).toMatchObject({ status: 503, body: { code: 'ENGINE_UNAVAILABLE' } });
    expect(engine.asked).toHaveLength(4);
  });

  test('corrects its clock by that of the engine', async () => {
    const lambda = await start();
    const theirs = new Date(Date.now() + 3600_000);
    engine.plan([
      fault('com.amazon.coral.service#InvalidSignatureException', 400, { date: theirs.toUTCString() }),
      fault('RequestTimeTooSkewed', 403, { date: theirs.toUTCString() }),
    ]);
    expect((await askAsDoor(lambda)).body.code).toBe('DOOR_CREDENTIAL_INVALID');
    // 20261122T093000Z
    const hourOf = (request: IncomingMessage | undefined) => String(request?.headers['x-amz-date']).slice(0, 11);
    expect(hourOf(engine.asked.at(-1))).toBe(theirs.toISOString().replaceAll('-', '').slice(0, 11));
    expect(hourOf(engine.asked[0])).not.toBe(hourOf(engine.asked.at(-1)));
  });

  test('reads its codes’ keys though the first try fails', async () => {
    secrets.plan([fault('InternalServiceError', 500)]);
    await start();
    expect(secrets.asked).toHaveLength(2);
    expect(signedBy(secrets.asked[0])).toContain('Credential=AKIDOFTHEROLE/');
  });

  test('a retry mode that is left out is refused in words, not served by another', async () => {
    const lambda = await start({ ...environment(), AWS_RETRY_MODE: 'adaptive' }).catch((error: unknown) => error);
    expect(String(lambda)).toContain('AWS_RETRY_MODE');
  });
});

test('what stands in for something left out refuses to be used for it', async () => {
  const { EventStreamSerde, eventStreamSerdeProvider } = await import(
    '../../infra/bundle/stand-ins/no-event-streams.ts'
  );
  const { AdaptiveRetryStrategy } = await import('../../infra/bundle/stand-ins/no-adaptive-retries.ts');
  const { resolveEndpointDiscoveryConfig } = await import('../../infra/bundle/stand-ins/no-endpoint-discovery.ts');
  const { getInstanceMetadataRegion } = await import('../../infra/bundle/stand-ins/no-instance-metadata.ts');
  const { Sha256Js } = await import('../../infra/bundle/stand-ins/no-script-hash.ts');
  const { createToJSONSchemaMethod } = await import('../../infra/bundle/stand-ins/no-to-json-schema.ts');
  const { toJSONSchema } = await import('../../infra/bundle/stand-ins/no-json-schema-processors.ts');
  const { loadSharedConfigFiles } = await import('../../infra/bundle/stand-ins/no-config-files.ts');
  for (const refuse of [
    () => new EventStreamSerde(),
    eventStreamSerdeProvider,
    () => new AdaptiveRetryStrategy(),
    () => resolveEndpointDiscoveryConfig({ endpointDiscoveryEnabled: true }),
    () => new Sha256Js(),
    createToJSONSchemaMethod(),
    toJSONSchema,
  ])
    expect(refuse).toThrow(/left out of this bundle/);
  await expect(getInstanceMetadataRegion()).rejects.toThrow('Set AWS_REGION');
  expect(await loadSharedConfigFiles()).toEqual({ configFile: {}, credentialsFile: {} });
});
