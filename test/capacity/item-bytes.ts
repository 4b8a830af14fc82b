/** How long items are as DynamoDB counts them ("Item sizes and formats" in its guide): names and values, and three bytes a list or map. */
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const valueBytes = ({ S, N, B, L, M, SS }: Partial<AttributeValue>): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (B !== undefined) return B.length;
  if (L !== undefined) return 3 + sum(L.map((value) => 1 + valueBytes(value)));
  if (M !== undefined) return 3 + sum(Object.entries(M).map(([name, value]) => 1 + name.length + valueBytes(value)));
  return SS === undefined ? 1 : sum(SS.map((text) => Buffer.byteLength(text)));
};

const itemBytes = (item: Record<string, AttributeValue>): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueBytes(value)));

/** Of all items of a partition whose sort key begins so. */
export const bytesOf = async (client: DynamoDBClient, pk: string, prefix: string): Promise<number> => {
  let bytes = 0;
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: 'hadir',
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: prefix } },
        ExclusiveStartKey: from,
      }),
    );
    bytes += sum(Items.map(itemBytes));
    from = LastEvaluatedKey;
  } while (from);
  return bytes;
};
