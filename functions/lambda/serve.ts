/** An app as a Lambda handler behind an HTTP API, under the request ids that API Gateway gives out and logs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';

const requests = new AsyncLocalStorage<string>();

/** The id of the request that is being served. */
export const currentRequestId = (): string => requests.getStore() ?? 'none';

export type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

export const serve = (app: Hono): HttpHandler => {
  const answer = handle(app);
  return (event, context) =>
    requests.run(event.requestContext.requestId, () => answer(event as LambdaEvent, context as LambdaContext));
};
