/** What DynamoDB's stream would carry: one record of keys for each write that the embedded engine was sent. */
import type { DynamoDBRecord } from 'aws-lambda';

/** The filter patterns of an event source mapping, as far as ours use them: prefixes of the keys. */
export interface KeyFilter {
  dynamodb: { Keys: Record<'pk' | 'sk', { S: { prefix: string }[] }> };
}

export interface Written {
  pk: string;
  sk: string;
}

const passes = ({ dynamodb: { Keys } }: KeyFilter, key: Written): boolean =>
  (['pk', 'sk'] as const).every((name) => Keys[name].S.some(({ prefix }) => key[name].startsWith(prefix)));

/** The records of some writes that pass the mapping's filters, in the order of writing. */
export const streamRecords = (writes: readonly Written[], filters: readonly KeyFilter[]): DynamoDBRecord[] =>
  writes.flatMap((key, index) =>
    filters.some((filter) => passes(filter, key))
      ? [
          {
            eventID: `event-${index}`,
            eventName: 'MODIFY' as const,
            eventVersion: '1.1',
            eventSource: 'aws:dynamodb',
            awsRegion: 'ap-southeast-3',
            eventSourceARN: 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/hadir/stream/2024-06-27T00:00:00.000',
            dynamodb: {
              ApproximateCreationDateTime: 1_719_450_000 + index,
              Keys: { pk: { S: key.pk }, sk: { S: key.sk } },
              SequenceNumber: String(100_000_000_000 + index),
              SizeBytes: 40,
              StreamViewType: 'KEYS_ONLY' as const,
            },
          },
        ]
      : [],
  );
