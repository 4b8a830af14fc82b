/**
 * What AWS charges in ap-southeast-3 (Jakarta), in US dollars without tax. `from` says whose figure it is: where no list with Jakarta's own
 * could be reached when this was written, it is another region's, times a factor that is named. No free tier is taken off, but Cognito's,
 * which does not end. Compare with https://aws.amazon.com/<service>/pricing/ before a budget rests on it.
 */

/** When these figures were put together; the lists themselves are as old as each source says. */
export const pricesAsOf = '2026-11-22';

type From =
  /** Jakarta's own figure. */
  | 'ap-southeast-3'
  /** The same in all regions, or by where the reader is. */
  | 'everywhere'
  /** Singapore's figure, taken as it is. */
  | 'ap-southeast-1'
  /** Virginia's figure, times `factor`. */
  | 'us-east-1';

export interface Price {
  usd: number;
  /** How many of them. */
  per: number;
  unit: string;
  from: From;
  factor?: number;
  source: string;
  /** Of the list that was read; `unread`: from general knowledge, no list at hand. */
  read: string;
}

/** Singapore's on-demand list stands this much above Virginia's; Jakarta's is taken to be Singapore's. */
const singaporeFactor = 1.14;
/** The same for HTTP APIs of API Gateway. */
const gatewayFactor = 1.25;

const dynamoDb = 'Amazon DynamoDB pricing, on-demand, as lowered on 1 November 2024';

export const prices = {
  tableWrite: {
    usd: 0.625,
    per: 1e6,
    unit: 'write request unit',
    from: 'us-east-1',
    factor: singaporeFactor,
    source: dynamoDb,
    read: '2026-07',
  },
  tableRead: {
    usd: 0.125,
    per: 1e6,
    unit: 'read request unit',
    from: 'us-east-1',
    factor: singaporeFactor,
    source: dynamoDb,
    read: '2026-07',
  },
  tableStorage: {
    usd: 0.25,
    per: 1,
    unit: 'GB-month',
    from: 'us-east-1',
    factor: singaporeFactor,
    source: 'Amazon DynamoDB pricing, standard table class',
    read: '2026-07',
  },
  tableBackup: {
    usd: 0.2,
    per: 1,
    unit: 'GB-month of point-in-time recovery',
    from: 'us-east-1',
    factor: singaporeFactor,
    source: 'Amazon DynamoDB pricing, continuous backups',
    read: 'unread',
  },
  lambdaGbSecond: {
    usd: 0.0000133334,
    per: 1,
    unit: 'GB-second on arm64',
    from: 'ap-southeast-3',
    source: 'AWS Lambda pricing, Arm, first tier, in a table by region kept by others',
    read: '2022',
  },
  lambdaRequest: {
    usd: 0.2,
    per: 1e6,
    unit: 'invocation',
    from: 'everywhere',
    source: 'AWS Lambda pricing',
    read: 'unread',
  },
  gatewayRequest: {
    usd: 1,
    per: 1e6,
    unit: 'HTTP API request',
    from: 'us-east-1',
    factor: gatewayFactor,
    source: 'Amazon API Gateway pricing, HTTP APIs',
    read: 'unread',
  },
  transferOut: {
    usd: 0.12,
    per: 1,
    unit: 'GB to readers in Indonesia',
    from: 'everywhere',
    source: 'Amazon CloudFront pricing, first 10 TB, column with Indonesia',
    read: '2025',
  },
  edgeRequest: {
    usd: 0.012,
    per: 1e4,
    unit: 'HTTPS request',
    from: 'everywhere',
    source: 'Amazon CloudFront pricing, column with Indonesia',
    read: 'unread',
  },
  key: { usd: 1, per: 1, unit: 'key and month', from: 'everywhere', source: 'AWS KMS pricing', read: '2019' },
  keySignature: {
    usd: 0.15,
    per: 1e4,
    unit: 'asymmetric request',
    from: 'everywhere',
    source: 'AWS KMS pricing, asymmetric keys other than RSA 2048',
    read: 'unread',
  },
  secret: {
    usd: 0.4,
    per: 1,
    unit: 'secret and month',
    from: 'everywhere',
    source: 'AWS Secrets Manager pricing',
    read: 'unread',
  },
  secretRead: {
    usd: 0.05,
    per: 1e4,
    unit: 'call',
    from: 'everywhere',
    source: 'AWS Secrets Manager pricing',
    read: 'unread',
  },
  activeUser: {
    usd: 0.015,
    per: 1,
    unit: 'monthly active user above 10,000, Essentials',
    from: 'everywhere',
    source: 'Amazon Cognito pricing, plan Essentials, which the sign-in pages need',
    read: 'unread',
  },
  logs: {
    usd: 0.7,
    per: 1,
    unit: 'GB of logs taken in',
    from: 'ap-southeast-1',
    source: 'a bill of May 2025 for Singapore (Standard log class)',
    read: '2025-05',
  },
  alarm: {
    usd: 0.1,
    per: 1,
    unit: 'alarm and month',
    from: 'everywhere',
    source: 'Amazon CloudWatch pricing',
    read: 'unread',
  },
  dashboard: {
    usd: 3,
    per: 1,
    unit: 'dashboard and month',
    from: 'everywhere',
    source: 'Amazon CloudWatch pricing',
    read: 'unread',
  },
  mail: { usd: 0.1, per: 1e3, unit: 'e-mail', from: 'everywhere', source: 'Amazon SES pricing', read: 'unread' },
  pageStorage: {
    usd: 0.025,
    per: 1,
    unit: 'GB-month',
    from: 'ap-southeast-3',
    source: 'Amazon S3 pricing, Standard, in a table by region kept by others',
    read: '2026',
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

/** What so many cost, in US dollars. */
export const costOf = (name: PriceName, count: number): number => {
  const { usd, per, factor = 1 }: Price = prices[name];
  return (count / per) * usd * factor;
};

/** The figures that are not Jakarta's own and not the same everywhere. */
export const borrowed = (): PriceName[] =>
  (Object.keys(prices) as PriceName[]).filter((name) => ['us-east-1', 'ap-southeast-1'].includes(prices[name].from));

/** The figures that no list at hand confirmed. */
export const unread = (): PriceName[] =>
  (Object.keys(prices) as PriceName[]).filter((name) => prices[name].read === 'unread');

/** The year, or the month, of the oldest list that a figure was read from. */
export const oldestList = (): string =>
  Object.values(prices)
    .flatMap(({ read }): string[] => (read === 'unread' ? [] : [read]))
    .sort()[0] ?? 'none';
