import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { makeToken, readToken } from '../invitations/invitation-token.ts';
import { makeSessionId } from '../platform/ids.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { type FreshTokenKeys, makeFreshTokenKeys, makersKeysMs, readersKeysMs } from './fresh-token-keys.ts';
import { serve } from './serve.ts';

const content = { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 };
const first: TokenKeys = { current: 1, secrets: new Map([[1, randomBytes(32)]]) };
const second: TokenKeys = { current: 2, secrets: new Map([...first.secrets, [2, randomBytes(32)]]) };
const forged = makeToken({ current: 9, secrets: new Map([[9, randomBytes(32)]]) }, content);

let stored: TokenKeys | undefined;
let reads: number;
let told: string[];
let time: number;
let served: number;
let keys: FreshTokenKeys;
let startWith: (oldMs: number) => Promise<FreshTokenKeys>;
let ask: (token: string) => Promise<number | undefined>;
const wait = (milliseconds: number) => {
  time += milliseconds;
};

beforeEach(async () => {
  stored = first;
  [reads, time, served] = [0, 1_000_000, 0];
  told = [];
  const read = async () => {
    reads += 1;
    if (!stored) throw new Error('Secrets Manager does not answer');
    return stored;
  };
  startWith = (oldMs) =>
    makeFreshTokenKeys(
      read,
      () => new Date(time),
      (error) => told.push((error as Error).message),
      oldMs,
    );
  keys = await startWith(readersKeysMs);
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

test('a key that was withdrawn is nowhere used longer than a quarter of an hour, and new codes are made with the new one', async () => {
  stored = { current: 2, secrets: new Map([...second.secrets].filter(([id]) => id === 2)) };
  wait(15 * 60_000 - 1);
  expect(await ask(makeToken(first, content))).toBe(200);
  expect([reads, keys.current]).toEqual([1, 1]);
  wait(1);
  expect(await ask(makeToken(first, content))).toBe(404);
  expect([reads, keys.current]).toEqual([2, 2]);
});

test('keys that are old and cannot be read are asked for once a minute, and stay good', async () => {
  stored = undefined;
  wait(15 * 60_000);
  for (let index = 0; index < 5; index += 1) expect(await ask(makeToken(first, content))).toBe(200);
  expect([reads, told]).toEqual([2, ['Secrets Manager does not answer']]);
  stored = second;
  wait(60_000);
  await ask(makeToken(first, content));
  expect([reads, keys.current]).toEqual([3, 2]);
});

test('a key that came with an import speaks for its regencies alone, also after it was read again', async () => {
  const regencies = (regency: string) => new Map([[1, new Set([regency])]]);
  const moved = makeToken(first, { ...content, session: makeSessionId('16.04', 'key') });
  stored = { ...second, regencies: regencies('18.13') };
  wait(15 * 60_000);
  expect(await ask(moved)).toBe(404);
  stored = { ...second, regencies: regencies('16.04') };
  wait(15 * 60_000);
  expect(await ask(moved)).toBe(200);
});

test('whoever makes codes that leave the house makes none with a key that was withdrawn more than a minute ago', async () => {
  keys = await startWith(makersKeysMs);
  stored = { current: 2, secrets: new Map([...second.secrets].filter(([id]) => id === 2)) };
  wait(59_999);
  await keys.keepFresh();
  expect([keys.current, keys.readAt]).toEqual([1, new Date(1_000_000)]);
  wait(1);
  await keys.keepFresh();
  expect([keys.current, keys.readAt]).toEqual([2, new Date(1_060_000)]);
});

test('keys are as old as the question for them, and not as its answer; a question without an answer makes them no younger', async () => {
  let answers = true;
  const slow = await makeFreshTokenKeys(
    async () => {
      wait(2_000);
      if (!answers) throw new Error('Secrets Manager does not answer');
      return first;
    },
    () => new Date(time),
    () => {},
    makersKeysMs,
  );
  expect([slow.readAt, time]).toEqual([new Date(1_000_000), 1_002_000]);
  for (const askedAt of [1_060_000, 1_120_000]) {
    wait(askedAt - time);
    await slow.keepFresh();
    expect([slow.readAt, time]).toEqual([new Date(askedAt), askedAt + 2_000]);
  }
  answers = false;
  wait(58_000);
  await slow.keepFresh();
  expect([slow.readAt, time]).toEqual([new Date(1_120_000), 1_182_000]);
});
