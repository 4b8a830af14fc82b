/** Events as an HTTP API with payload format 2.0 makes them, and its answers read back. */
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export interface Call {
  method: string;
  /** With its query, if any. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  requestId: string;
}

/** API Gateway hands over text as it is and everything else in base64; it goes by the content type. */
const isText = (contentType: string): boolean => /^text\/|^application\/(json|xml|javascript)\b/.test(contentType);

const bodyOf = (body: unknown, contentType: string): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body === undefined) return { isBase64Encoded: false };
  if (body instanceof Uint8Array) {
    const isBase64Encoded = !isText(contentType);
    return { body: Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
  }
  return { body: JSON.stringify(body), isBase64Encoded: false };
};

export const gatewayEvent = (
  routeKey: string,
  { method, path, body, headers = {}, requestId }: Call,
): APIGatewayProxyEventV2 => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const contentType = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
  const sent = bodyOf(body, headers['content-type'] ?? contentType);
  const host = 'abcdef1234.execute-api.ap-southeast-3.amazonaws.com';
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    headers: {
      host,
      'user-agent': 'Amazon CloudFront',
      'x-forwarded-proto': 'https',
      ...(body !== undefined && {
        'content-type': contentType,
        'content-length': String(Buffer.byteLength(sent.body ?? '')),
      }),
      ...headers,
    },
    ...(rawQueryString && { queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)) }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      domainName: host,
      domainPrefix: 'abcdef1234',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Amazon CloudFront' },
      requestId,
      routeKey,
      stage: '$default',
      time: '27/Jun/2024:01:00:00 +0000',
      timeEpoch: 1_719_450_000_000,
    },
    ...sent,
  };
};

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** As they come out of API Gateway, compressed or not. */
  bytes: Uint8Array;
  /** As the function handed them to API Gateway. */
  isBase64Encoded: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape; the schemas have been applied on the way out
  body: any;
}

export const readAnswer = (result: APIGatewayProxyStructuredResultV2): Answer => {
  const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const headers = (result.headers ?? {}) as Record<string, string>;
  const isJson = bytes.length > 0 && /json/.test(headers['content-type'] ?? '');
  const plain = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  const body = isJson ? JSON.parse(plain.toString()) : undefined;
  return { status: result.statusCode ?? 0, headers, bytes, isBase64Encoded: result.isBase64Encoded === true, body };
};
