/** A Lambda behind the table's stream: woken by the keys that it cares about, with a queue for what it could not take. */
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { addFailureQueue } from './failure-queue.ts';
import { acknowledge, streamsFinding } from './nag.ts';
import type { NodeHandler } from './node-handler.ts';

export interface Following {
  handler: NodeHandler;
  table: ITableV2;
  /** The construct's names: of the mapping, and of the queue. */
  mapping: string;
  failures: string;
  /** The beginning of a partition key, and those of its sort keys, that wake it; a change of anything else does not. Five pairs at most. */
  about: readonly (readonly [pk: string, sks: readonly string[]])[];
  window: Duration;
  batchSize: number;
  /** How often, or until when, a batch that fails is delivered again before it is given up to the queue. */
  patience: { attempts: number } | { age: Duration };
}

/** What came of it: how its delay and its failures are watched. */
export interface Followed {
  failures: Queue;
}

const beginsWith = (prefixes: readonly string[]) => ({
  S: prefixes.flatMap((prefix) => FilterRule.beginsWith(prefix)),
});

export const followStream = (scope: Construct, following: Following): Followed => {
  const { handler, table, about, patience, failures: name } = following;
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error(`${name}: the table has no stream to follow.`);
  const failures = addFailureQueue(scope, name);
  handler.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], stream);
  // Lambda lists a table's streams before it takes one; the narrowest resource of that call is all streams of the table.
  handler.allow(['dynamodb:ListStreams'], `${table.tableArn}/stream/*`);
  if (handler.role)
    acknowledge(handler.role, {
      [`IAM5[${streamsFinding}]`]:
        'Lambda lists a table’s streams before it takes one, and that call has no narrower resource; it reads the one.',
    });
  new EventSourceMapping(scope, following.mapping, {
    target: handler,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: about.map(([pk, sks]) =>
      FilterCriteria.filter({ dynamodb: { Keys: { pk: beginsWith([pk]), sk: beginsWith(sks) } } }),
    ),
    maxBatchingWindow: following.window,
    batchSize: following.batchSize,
    // One batch at a time for a session's partition, so that two do not overtake each other.
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    ...('attempts' in patience ? { retryAttempts: patience.attempts } : { maxRecordAge: patience.age }),
    onFailure: new SqsDlq(failures),
  });
  return { failures };
};
