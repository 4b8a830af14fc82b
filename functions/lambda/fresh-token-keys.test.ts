import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { makeToken, readToken } from '../invitations/invitation-token.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { type FreshTokenKeys, makeFreshTokenKeys } from './fresh-token-keys.ts';
import { serve } from './serve.ts';

const content = { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 };
const first: TokenKeys = { current: 1, secrets: new Map([[1, randomBytes(32)]]) };
const second: TokenKeys = { current: 2, secrets: new Map([...first.secrets, [2, randomBytes(32)]]) };
const forged = makeToken({ current: 9, secrets: new Map([[9, randomBytes(32)]]) }, content);

let stored: TokenKeys | undefined;
let reads: number;
let time: number;
let served: number;
let keys: FreshTokenKeys;
let ask: (token: string) => Promise<number | undefined>;
const wait = (milliseconds: number) => {
  time += milliseconds;
};

beforeEach(async () => {
  stored = first;
  [reads, time, served] = [0, 1_000_000, 0];
  const read = async () => {
    reads += 1;
    if (!stored) throw new Error('Secrets Manager does not answer');
    return stored;
  };
  keys = await makeFreshTokenKeys(read, () => new Date(time));
  const app = new Hono();
  app.get('/c/:token', (c) => {
    served += 1;
    return c.body(null, readToken(keys, c.req.param('token')) ? 200 : 404);
  });
  app.onError((_, c) => c.body(null, 404));
  const handler = serve(app, keys);
  ask = async (token) => {
    const event = {
      version: '2.0',
      rawPath: `/c/${token}`,
      rawQueryString: '',
      headers: {},
      requestContext: { requestId: 'one', domainName: 'hadir.test', http: { method: 'GET', path: `/c/${token}` } },
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    return (await handler(event, {} as Context)).statusCode;
  };
});

test('a code of a key that was made since is read at its first showing', async () => {
  stored = second;
  wait(60_000);
  expect(await ask(makeToken(second, content))).toBe(200);
  expect([reads, keys.current]).toEqual([2, 2]);
  expect(await ask(makeToken(first, content))).toBe(200);
  expect(reads).toBe(2);
});

test('codes of made-up keys are refused, and have the keys read once a minute at most', async () => {
  wait(60_000);
  for (let index = 0; index < 5; index += 1) expect(await ask(forged)).toBe(404);
  expect([reads, served]).toEqual([2, 6]);
  wait(60_000);
  expect(await ask(forged)).toBe(404);
  expect(reads).toBe(3);
});

test('an instance that has just started has read them', async () => {
  wait(59_999);
  expect(await ask(forged)).toBe(404);
  expect([reads, served]).toEqual([1, 1]);
});

test('while the secret cannot be read, what is known stays good', async () => {
  stored = undefined;
  wait(60_000);
  expect(await ask(forged)).toBe(404);
  expect(await ask(makeToken(first, content))).toBe(200);
  stored = second;
  wait(60_000);
  expect(await ask(makeToken(second, content))).toBe(200);
});
