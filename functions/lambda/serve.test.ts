/** What an HTTP API can hand over, and that each of it is answered as the laptop answers it. */
import { setTimeout } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type Call, gatewayEvent, readAnswer } from '../../test/infra/gateway-event.ts';
import { currentRequestId, serve } from './serve.ts';

const app = new Hono();
app.get('/api/asked', async (c) => {
  await setTimeout(5);
  return c.json({ id: currentRequestId(), query: c.req.query() });
});
app.post('/api/told', async (c) => c.json({ text: await c.req.text() }));
const handler = serve(app);

const ask = async (call: Omit<Call, 'requestId'>, more: Partial<APIGatewayProxyEventV2> = {}) => {
  const event = gatewayEvent('ANY /api/{proxy+}', { ...call, requestId: `id of ${call.path}` });
  return readAnswer(await handler({ ...event, ...more }, {} as Context));
};

test('a question is answered under API Gateway’s id, several at once too', async () => {
  const answers = await Promise.all(['a', 'b'].map((x) => ask({ method: 'GET', path: `/api/asked?x=${x}` })));
  expect(answers.map(({ status, body }) => ({ status, ...body }))).toEqual(
    ['a', 'b'].map((x) => ({ status: 200, id: `id of /api/asked?x=${x}`, query: { x } })),
  );
  expect(currentRequestId()).toBe('none');
});

test.each(['GET', 'HEAD'])('a body that means nothing is left aside: %s', async (method) => {
  expect((await ask({ method, path: '/api/asked', body: { stray: true } })).status).toBe(200);
});

test.each([
  ['text', { body: 'isi' }, 'isi'],
  ['base64', { body: Buffer.from('isi é').toString('base64'), isBase64Encoded: true }, 'isi é'],
  ['nothing', {}, ''],
])('a body is read: %s', async (_, more, text) => {
  expect((await ask({ method: 'POST', path: '/api/told' }, more)).body).toEqual({ text });
});
