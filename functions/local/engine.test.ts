/** Who reaches the embedded engine's port: our own clients; no page in a browser, and no other program of this machine. */
import type { AddressInfo } from 'node:net';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeClient, makeTable } from '../platform/table.ts';
import { type Engine, ensureTable, startEngine } from './engine.ts';

const region = 'ap-southeast-3';
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const ask = (method: string, headers: Record<string, string>) =>
  fetch(engine.endpoint, {
    method,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      ...headers,
    },
    ...(method === 'POST' && { body: '{}' }),
  });
const signed = (accessKey: string) => ({
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=00`,
});
const page = { origin: 'https://halaman.example', 'access-control-request-headers': 'authorization' };

describe('the engine', () => {
  test('serves whoever shows the key of this start, also after it was started again', async () => {
    const client = makeClient({ ...engine, region });
    await ensureTable(client, 'hadir');
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['hadir']);
    process.kill(engine.pid() ?? 0, 'SIGKILL');
    await vi.waitFor(async () => expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([]), 20_000);
    expect((await ask('POST', signed(engine.accessKey))).status).toBe(200);
    client.destroy();
  });

  test.each([
    ['no key', 'POST', {}],
    ['the key that anybody may guess', 'POST', signed('local')],
    ['a key of the same length', 'POST', signed('0'.repeat(32))],
    ['a page that asks whether it may', 'OPTIONS', page],
    ['a page that asks without a key', 'POST', { ...page, ...signed('local') }],
  ])('turns away: %s', async (_, method, headers) => {
    const answer = await ask(method, headers);
    expect([answer.status, await answer.text()]).toEqual([403, '']);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('has its table before anybody is told so, however long making it takes', async () => {
    const slow = dynalite({ createTableMs: 700 });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const client = makeClient({ endpoint: `http://127.0.0.1:${(slow.address() as AddressInfo).port}`, region });
    const nothingIn = (name: string) => makeTable(client, name).get({ pk: 'a', sk: 'b' });
    await ensureTable(client, 'alone');
    expect(await nothingIn('alone')).toBeUndefined();
    // Also to the one who comes while it is being made.
    const both = Array.from({ length: 2 }, () => ensureTable(client, 'twice').then(() => nothingIn('twice')));
    expect(await Promise.all(both)).toEqual([undefined, undefined]);
    client.destroy();
    await new Promise((resolve) => slow.close(resolve));
  });

  test('has another key at each start', async () => {
    const other = await startEngine();
    expect(other.accessKey).toMatch(/^[0-9a-f]{32}$/);
    expect(other.accessKey).not.toBe(engine.accessKey);
    await other.stop();
  });
});
