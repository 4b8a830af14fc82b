/** The laptop's figures, scraped from a real server as a collector does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { type Figures, figuresIn } from '../support/figures.ts';

let folder: string;
let server: RunningServer;
let lines: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-metrics-'));
  lines = [];
  server = await startServer({
    dataDir: join(folder, 'data'),
    port: 0,
    // Another address of this machine, so that what listens on 127.0.0.1 alone can be told from what listens where the product does.
    host: '127.0.0.2',
    metricsPort: 0,
    logRequests: true,
    log: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const scrape = async (): Promise<Figures> => {
  const response = await fetch(server.metrics ?? '');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return figuresIn(response.text());
};
const ask = (path: string, init?: RequestInit) => fetch(`${server.origin}${path}`, init);
const connects = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('where they are', () => {
  test('on 127.0.0.1, wherever the product is', async () => {
    const { hostname, port } = new URL(server.metrics ?? '');
    expect(hostname).toBe('127.0.0.1');
    expect(new URL(server.origin).hostname).toBe('127.0.0.2');
    expect(await connects('127.0.0.2', Number(new URL(server.origin).port))).toBe(true);
    expect(await connects('127.0.0.1', Number(port))).toBe(true);
    expect(await connects('127.0.0.2', Number(port))).toBe(false);
  });

  test('nowhere else: not among the product’s own addresses, and nothing beside them', async () => {
    expect((await ask('/metrics')).headers.get('content-type')).not.toContain('version=0.0.4');
    expect((await ask('/api/metrics')).status).toBe(404);
    expect((await fetch(new URL('/', server.metrics))).status).toBe(404);
    expect((await fetch(server.metrics ?? '', { method: 'POST' })).status).toBe(404);
  });
});

test('requests are counted by template and kind of answer, whatever is asked for', async () => {
  const before = await scrape();
  const token = makeToken(
    { current: 1, secrets: new Map([[1, new Uint8Array(32)]]) },
    {
      session: makeSessionId('16.04', 'metrics'),
      invitation: 'aaaaaaaa',
      version: 1,
    },
  );
  for (let time = 0; time < 3; time += 1) await ask('/api/health');
  await ask(`/api/c/${token}`);
  await ask(`/api/sessions/${makeSessionId('16.04', 'metrics')}`);
  // Each another path, as somebody who tries addresses would ask.
  for (let time = 0; time < 20; time += 1)
    await ask(`/api/nothing/${time}-${token}`, { method: time % 2 ? 'GET' : 'DELETE' });
  const after = await scrape();
  const more = (labels: string) =>
    (after.of('hadir_requests_total')[labels] ?? 0) - (before.of('hadir_requests_total')[labels] ?? 0);
  expect(more('method="GET",route="/api/health",status="2xx"')).toBe(3);
  expect(more('method="GET",route="/api/c/:token",status="4xx"')).toBe(1);
  expect(more('method="GET",route="/api/sessions/:session",status="4xx"')).toBe(1);
  expect(more('method="any",route="unknown",status="4xx"')).toBe(20);
  const all = Object.keys(after.of('hadir_requests_total')).filter((labels) => labels.includes('unknown'));
  expect(all).toHaveLength(1);
  expect(JSON.stringify(after)).not.toContain(token);

  const count = after.of('hadir_request_duration_seconds_count');
  expect(count['method="GET",route="/api/health"']).toBe(
    after.of('hadir_requests_total')['method="GET",route="/api/health",status="2xx"'],
  );
  const slowest = after.of('hadir_request_duration_seconds_bucket')['le="10",method="GET",route="/api/health"'];
  expect(slowest).toBe(count['method="GET",route="/api/health"']);
});

test('what the engine was asked, and what it took, of a call that is known', async () => {
  const read = async () => {
    const figures = await scrape();
    return [
      figures.of('hadir_engine_requests_total')['operation="GetItem",outcome="ok"'] ?? 0,
      figures.of('hadir_engine_units_total')['operation="GetItem",kind="read"'] ?? 0,
    ] as const;
  };
  const [calls, units] = await read();
  const { status } = await ask('/api/ready');
  expect(status).toBe(200);
  // Again within five seconds: not asked again.
  await ask('/api/ready');
  expect(await read()).toEqual([calls + 1, units + 1]);
});

test('what is waiting, and the process itself', async () => {
  await server.settled();
  const figures = await scrape();
  expect(figures.of('hadir_projection_lag_seconds')).toEqual({ '': 0 });
  expect(figures.of('hadir_mails_owed')).toEqual({ '': 0 });
  expect(figures.of('process_resident_memory_bytes')['']).toBeGreaterThan(1e7);
  expect(figures.names).toEqual(expect.arrayContaining(['nodejs_eventloop_lag_seconds', 'process_cpu_seconds_total']));
});

test('a line for each request is written where it was asked for, with the id that the caller got', async () => {
  const response = await ask('/api/health');
  await response.body?.cancel();
  const line = lines
    .map((one) => JSON.parse(one))
    .find(({ requestId }) => requestId === response.headers.get('x-request-id'));
  expect(line).toMatchObject({ code: 'REQUEST', route: 'GET /api/health', status: 200 });
});

test('without a port none are kept, and without being asked no line is written', async () => {
  const quiet: string[] = [];
  const other = await startServer({ dataDir: join(folder, 'other'), port: 0, log: (line) => quiet.push(line) });
  expect(other.metrics).toBeUndefined();
  await fetch(`${other.origin}/api/health`);
  expect(quiet).toEqual([]);
  await other.close();
});
