/** AWS's default quotas that a busy morning meets, under the names that the Service Quotas console gives them. */

export interface Quota {
  /** The service's and the quota's name in the console. */
  service: string;
  name: string;
  /** Its code, where known. */
  code?: string;
  limit: number;
  unit: string;
  /** Whether AWS raises it when asked, the stack sets it, or nobody can. */
  raisedBy: 'asking' | 'setting' | 'nobody';
  /** What else to know before asking. */
  note?: string;
  source: string;
  /** When that page, or a stored copy of it, was read; `unread`: from general knowledge. */
  read: string;
}

const read = '2026-11-22, stored copy';

const warming =
  'No quota: the table grows by itself, but doubles within 30 minutes at most. Written as warmThroughput of the stage some days before; AWS charges for it once.';

export const quotas = {
  gatewayRate: {
    service: 'Amazon API Gateway',
    name: 'Throttle rate',
    code: 'L-8A5B8E43',
    limit: 2500,
    unit: 'requests/s of the account in the region',
    raisedBy: 'asking',
    note: 'The burst (1,250 in Jakarta) follows the rate and cannot be asked for. Then raise requestsPerSecond and burst of the stage.',
    source:
      'API Gateway Developer Guide, "Amazon API Gateway quotas": 2,500 in Asia Pacific (Jakarta), 10,000 elsewhere',
    read,
  },
  lambdaConcurrency: {
    service: 'AWS Lambda',
    name: 'Concurrent executions',
    code: 'L-B99A9384',
    limit: 1000,
    unit: 'instances at once of the account in the region',
    raisedBy: 'asking',
    note: 'New accounts begin with fewer, some with 10: look at yours before the day.',
    source: 'Lambda Developer Guide, "Lambda quotas"',
    read: 'unread',
  },
  lambdaScaling: {
    service: 'AWS Lambda',
    name: 'Concurrency scaling rate',
    limit: 1000,
    unit: 'new instances of one function in 10 s',
    raisedBy: 'nobody',
    note: 'Only met where all of them are wanted within the same ten seconds, as after a broadcast; who comes too soon is told to try again.',
    source: 'Lambda Developer Guide, "Lambda scaling behavior"',
    read,
  },
  newTableWrites: {
    service: 'Amazon DynamoDB',
    name: 'Warm throughput of a new on-demand table, writes',
    limit: 4000,
    unit: 'write units/s at once',
    raisedBy: 'setting',
    note: warming,
    source: 'DynamoDB Developer Guide, "Understanding DynamoDB warm throughput in different scenarios"',
    read,
  },
  newTableReads: {
    service: 'Amazon DynamoDB',
    name: 'Warm throughput of a new on-demand table, reads',
    limit: 12_000,
    unit: 'read units/s at once',
    raisedBy: 'setting',
    note: warming,
    source: 'DynamoDB Developer Guide, "Understanding DynamoDB warm throughput in different scenarios"',
    read,
  },
  tableWrites: {
    service: 'Amazon DynamoDB',
    name: 'Table-level write throughput limit',
    code: 'L-AB614373',
    limit: 40_000,
    unit: 'write units/s of a table',
    raisedBy: 'asking',
    source: 'DynamoDB Developer Guide, "Quotas in Amazon DynamoDB"',
    read: 'unread',
  },
  tableReads: {
    service: 'Amazon DynamoDB',
    name: 'Table-level read throughput limit',
    code: 'L-CF0CBE56',
    limit: 40_000,
    unit: 'read units/s of a table',
    raisedBy: 'asking',
    source: 'DynamoDB Developer Guide, "Quotas in Amazon DynamoDB"',
    read: 'unread',
  },
  partitionWrites: {
    service: 'Amazon DynamoDB',
    name: 'Writes to one partition',
    limit: 1000,
    unit: 'write units/s',
    raisedBy: 'nobody',
    note: 'A session is one partition key.',
    source: 'DynamoDB Developer Guide, "Understanding DynamoDB warm throughput in different scenarios"',
    read,
  },
  partitionReads: {
    service: 'Amazon DynamoDB',
    name: 'Reads of one partition',
    limit: 3000,
    unit: 'read units/s',
    raisedBy: 'nobody',
    note: 'A session is one partition key.',
    source: 'DynamoDB Developer Guide, "Understanding DynamoDB warm throughput in different scenarios"',
    read,
  },
  keySignatures: {
    service: 'AWS Key Management Service',
    name: 'Cryptographic operations (ECC) request rate',
    limit: 1000,
    unit: 'requests/s',
    raisedBy: 'asking',
    source: 'KMS Developer Guide, "Request quotas": 1,000 (shared) for elliptic curve keys; older copies say 300',
    read,
  },
  signIns: {
    service: 'Amazon Cognito User Pools',
    name: 'Rate of UserAuthentication requests',
    limit: 120,
    unit: 'requests/s',
    raisedBy: 'asking',
    note: 'Answers to a second factor have three times as many. Pages of the pool are counted with it.',
    source: 'Cognito Developer Guide, "Quotas in Amazon Cognito"',
    read: 'unread',
  },
  mailsADay: {
    service: 'Amazon Simple Email Service',
    name: 'Sending quota',
    limit: 200,
    unit: 'e-mails in 24 hours while the account is in the sandbox',
    raisedBy: 'asking',
    note: 'Ask for production access; afterwards the quota is what AWS grants for your use. In the sandbox only verified addresses get any.',
    source: 'SES Developer Guide, "Service quotas in Amazon SES"',
    read,
  },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;
