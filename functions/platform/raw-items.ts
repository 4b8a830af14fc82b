/**
 * Items as the engine holds them, without a schema: for who copies or removes whole partitions and must change nothing on the way. Numbers
 * stay the texts they are, sets stay sets, bytes stay bytes. Every read is strong; every Query and Scan goes on to its end.
 */
import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { sideBySide } from './side-by-side.ts';
import { EngineUnavailable, type Key } from './table.ts';

export type RawItem = Record<string, AttributeValue>;

export interface RawItems {
  /** A partition page by page (1 MB at most), from the sort keys that begin with `prefix`; with `keysOnly` nothing but the keys. */
  pages(range: { pk: string; prefix?: string; keysOnly?: boolean }): AsyncGenerator<RawItem[]>;
  /** Those that exist among the keys, in any order. */
  found(keys: readonly Key[]): Promise<RawItem[]>;
  /** False where an item stands under its key already; that one stays as it is. */
  putNew(item: RawItem): Promise<boolean>;
  /** Whatever stands under these keys is gone afterwards. */
  remove(keys: readonly Key[]): Promise<void>;
  /** The keys of the whole table, which the engine reads, and bills, to do so. */
  allKeys(): AsyncGenerator<Key[]>;
}

/** What the engine takes in one call. */
const [keysAGet, keysAWrite] = [100, 25];
/** Calls on their way at a time. */
const width = 8;
/** So often what was left unprocessed is asked again, after 50 ms, then twice as long each time: 6 s in all. */
const attempts = 8;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const inLots = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, lot) => all.slice(lot * size, (lot + 1) * size));

export const keyOf = ({ pk, sk }: RawItem): Key => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' });
const rawKey = ({ pk, sk }: Key): RawItem => ({ pk: { S: pk }, sk: { S: sk } });
/** The same key named twice in one call is refused by the engine. */
const once = (keys: readonly Key[]): Key[] => [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];

/** Sends what `send` left unprocessed again, until nothing is left. */
const untilDone = async <T>(all: T[], send: (left: T[]) => Promise<T[] | undefined>): Promise<void> => {
  let left: T[] | undefined = all;
  for (let attempt = 0; left?.length; attempt += 1) {
    if (attempt === attempts) throw new EngineUnavailable('items stayed unprocessed');
    if (attempt > 0) await pause(25 * 2 ** attempt);
    left = await send(left);
  }
};

export const makeRawItems = (client: DynamoDBClient, table: string): RawItems => ({
  async *pages({ pk, prefix = '', keysOnly = false }) {
    let after: RawItem | undefined;
    do {
      const answer: { Items?: RawItem[] | undefined; LastEvaluatedKey?: RawItem | undefined } = await client.send(
        new QueryCommand({
          TableName: table,
          // No sort key begins with an empty text, as the engine sees it.
          KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix && { ':prefix': { S: prefix } }) },
          ConsistentRead: true,
          ...(keysOnly && { ProjectionExpression: 'pk, sk' }),
          ...(after && { ExclusiveStartKey: after }),
        }),
      );
      if (answer.Items?.length) yield answer.Items;
      after = answer.LastEvaluatedKey;
    } while (after);
  },

  found: async (keys) => {
    const items: RawItem[] = [];
    await sideBySide(inLots(once(keys), keysAGet), width, (lot) =>
      untilDone(lot.map(rawKey), async (left) => {
        const answer: BatchGetItemCommandOutput = await client.send(
          new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
        );
        for (const item of answer.Responses?.[table] ?? []) items.push(item);
        return answer.UnprocessedKeys?.[table]?.Keys;
      }),
    );
    return items;
  },

  putNew: async (item) => {
    try {
      await client.send(
        new PutItemCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },

  remove: async (keys) => {
    await sideBySide(inLots(once(keys), keysAWrite), width, (lot) =>
      untilDone(
        lot.map((key) => ({ DeleteRequest: { Key: rawKey(key) } })),
        async (left) => {
          const answer: BatchWriteItemCommandOutput = await client.send(
            new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
          );
          return answer.UnprocessedItems?.[table] as typeof left | undefined;
        },
      ),
    );
  },

  async *allKeys() {
    let after: RawItem | undefined;
    do {
      const answer: { Items?: RawItem[] | undefined; LastEvaluatedKey?: RawItem | undefined } = await client.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          ProjectionExpression: 'pk, sk',
          ...(after && { ExclusiveStartKey: after }),
        }),
      );
      if (answer.Items?.length) yield answer.Items.map(keyOf);
      after = answer.LastEvaluatedKey;
    } while (after);
  },
});
