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

/** A body means nothing in these (RFC 9110, 9.3.1). API Gateway hands it over; Hono would refuse the request in words that are none of ours. */
const withoutStrayBody = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 => {
  const { body: _, ...bodiless } = event;
  return /^(GET|HEAD)$/.test(event.requestContext.http.method) ? bodiless : event;
};

/** `keys`, where codes are made and read: a request that met a key made since is answered from its beginning. */
export const serve = (app: Hono, keys?: Pick<FreshTokenKeys, 'keepFresh' | 'readAgain'>): HttpHandler => {
  // Hono types every event that Lambda can be sent; behind an HTTP API it is always this one.
  const answer = handle(app) as unknown as HttpHandler;
  return (given, context) =>
    requests.run(given.requestContext.requestId, async () => {
      const event = withoutStrayBody(given);
      await keys?.keepFresh();
      const answered = await answer(event, context);
      return (await keys?.readAgain()) ? answer(event, context) : answered;
    });
};
