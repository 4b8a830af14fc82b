/** An app as a Lambda handler behind an HTTP API, under the request ids that API Gateway gives out and logs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { FreshTokenKeys } from './fresh-token-keys.ts';

const requests = new AsyncLocalStorage<string>();

/** The id of the request that is being served. */
export const currentRequestId = (): string => requests.getStore() ?? 'none';

export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** `keys`, where codes are read: a request that met a key made since is answered from its beginning. */
export const serve = (app: Hono, keys?: Pick<FreshTokenKeys, 'readAgain'>): HttpHandler => {
  // Hono types every event that Lambda can be sent; behind an HTTP API it is always this one.
  const answer = handle(app) as unknown as HttpHandler;
  return (event, context) =>
    requests.run(event.requestContext.requestId, async () => {
      const answered = await answer(event, context);
      return (await keys?.readAgain()) ? answer(event, context) : answered;
    });
};
