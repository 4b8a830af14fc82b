/**
 * The one DynamoDB table: a thin layer that marshals, follows every page, retries what the engine left unprocessed and
 * turns "the engine is not there" into one error. It knows no item types; stores own their keys and expressions. What they read is of
 * today's shape, whichever version wrote it (item-version.ts); of their puts a newer version's item is never the victim.
 */
import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type ReturnValue,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { andNotNewer, type ItemVersions, makeItemVersions } from './item-version.ts';
import { decodeCursor, encodeCursor, type Page } from './page.ts';
import { Problem } from './problem.ts';

export type Item = Record<string, unknown>;
export interface Key {
  pk: string;
  sk: string;
}
export interface Condition {
  expression: string;
  names?: Record<string, string>;
  values?: Item;
}
export interface Update {
  expression: string;
  condition: string;
  names?: Record<string, string>;
  values?: Item;
  /** What a successful update answers: the item before or after it. */
  returns: Extract<ReturnValue, 'ALL_OLD' | 'ALL_NEW'>;
}
export interface Range {
  pk: string;
  /** The sort key begins with this. */
  prefix: string;
  consistent?: boolean;
}
/** Sort keys between two, both included. */
export interface Span {
  pk: string;
  from: string;
  to: string;
}
/** Which items of a range are answered. The engine reads, and bills, the others too. */
export type Filter = Pick<Condition, 'expression' | 'values'>;

export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | undefined>;
  /** True when written, false when the condition refused it. */
  put(item: Key & Item, condition?: Condition): Promise<boolean>;
  /** The item before or after, as asked; undefined when the condition refused the update. */
  update(key: Key, update: Update): Promise<Item | undefined>;
  /** True when it is not there any more, false when the condition refused it. */
  remove(key: Key, condition?: Condition): Promise<boolean>;
  /** The item with the highest sort key of a span; one request. */
  last(span: Span): Promise<Item | undefined>;
  /** Every item of a range, all pages. */
  queryAll(range: Range): Promise<Item[]>;
  queryPage(
    range: Range,
    page: { limit: number; cursor?: string | undefined; filter?: Filter | undefined },
  ): Promise<Page<Item>>;
  /** The items that exist among the keys, in any order; repeats what the engine left unprocessed. */
  batchGet(keys: readonly Key[]): Promise<Item[]>;
}

/** The engine did not answer, or throttled past the SDK's own retries. Nothing was decided; the caller may try again. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

const options = { removeUndefinedValues: true };
type Attributes = Parameters<typeof unmarshall>[0];
/** Where the engine left off; undefined at the end of the range. */
const cursorAfter = ({ LastEvaluatedKey: last }: { LastEvaluatedKey?: Attributes | undefined }): string | undefined =>
  last && (encodeCursor(String(unmarshall(last).sk)) ?? undefined);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const transient = new Set([
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
]);

/** Whether asking again later may help: throttling, the engine's own faults, and a wire that broke. Not our own mistakes. */
const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  return (
    transient.has(error.name) ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    (typeof code === 'string' && /^E[A-Z]+$/.test(code))
  );
};

const refusedAsUndefined = (error: unknown): undefined => {
  if (error instanceof ConditionalCheckFailedException) return undefined;
  throw error;
};

/** A client whose retries are bounded (4 attempts, then 503) so that a door gets an answer within seconds. */
export const makeClient = (settings: {
  endpoint?: string | undefined;
  /** What the engine at this end point asks for; any will do where it asks for none. */
  accessKey?: string;
  region: string;
}): DynamoDBClient => {
  // The SDK warns on Node 20 about its own releases of 2027; the pinned one supports it, and an operator cannot act on it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const client = new DynamoDBClient({
    region: settings.region,
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    ...(settings.endpoint && {
      endpoint: settings.endpoint,
      // An embedded engine checks no signature, but the SDK wants credentials to make one.
      credentials: { accessKeyId: settings.accessKey ?? 'local', secretAccessKey: 'local' },
    }),
  });
  // Also without a logger it prepares for every request what it would log: 0.2 ms of the 1.4 ms of processor time of a put.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

/** The condition of a write, and that no newer version of Hadir wrote what stands there; `known` is the version of such an item here. */
const conditionOf = (known: number | undefined, condition: Partial<Condition> | undefined) => {
  const values = { ...condition?.values, ...(known !== undefined && { ':itemVersion': known }) };
  return {
    ConditionExpression: andNotNewer(known, condition?.expression),
    ...(condition?.names && { ExpressionAttributeNames: condition.names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshall(values, options) }),
  };
};

export const makeTable = (client: DynamoDBClient, name: string, versions: ItemVersions = makeItemVersions()): Table => {
  const read = (item: Attributes): Item => versions.read(unmarshall(item));
  const decode = (item: Attributes | undefined): Item | undefined => item && read(item);
  /** Whether it was written. Where the caller had no condition of its own, what refused it is a newer version's item. */
  const written = (answer: object | undefined, condition: Condition | undefined): boolean => {
    if (answer === undefined && condition === undefined) throw new Problem('ITEM_NEWER');
    return answer !== undefined;
  };
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!isTransient(error)) throw error;
      throw new EngineUnavailable('the engine did not complete a request', { cause: error });
    }
  };

  const query = async (range: Range, limit?: number, cursor?: string, filter?: Filter) => {
    const after = decodeCursor(cursor);
    // A cursor of another list, or of none, would make the engine refuse the query.
    if (after !== undefined && !after.startsWith(range.prefix)) throw new Problem('CURSOR_INVALID');
    return guarded(
      client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: marshall({ ':pk': range.pk, ':prefix': range.prefix, ...filter?.values }),
          ...(filter && { FilterExpression: filter.expression }),
          ConsistentRead: range.consistent ?? false,
          ...(limit !== undefined && { Limit: limit }),
          ...(after !== undefined && { ExclusiveStartKey: marshall({ pk: range.pk, sk: after }) }),
        }),
      ),
    );
  };

  const batchOf = async (keys: readonly Key[]): Promise<Item[]> => {
    const found: Item[] = [];
    let asked: Record<string, unknown>[] | undefined = keys.map((key) => marshall(key));
    for (let attempt = 0; asked?.length; attempt += 1) {
      if (attempt === 8) throw new EngineUnavailable('keys stayed unprocessed');
      if (attempt > 0) await pause(25 * 2 ** attempt);
      const answer: BatchGetItemCommandOutput = await guarded(
        client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys: asked as never } } })),
      );
      for (const item of answer.Responses?.[name] ?? []) found.push(read(item));
      asked = answer.UnprocessedKeys?.[name]?.Keys;
    }
    return found;
  };

  return {
    get: async (key, { consistent = false } = {}) => {
      const answer = await guarded(
        client.send(new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: consistent })),
      );
      return decode(answer.Item);
    },

    put: async (item, condition) => {
      const v = versions.written(item);
      const answer = await guarded(
        client.send(
          new PutItemCommand({
            TableName: name,
            Item: marshall(v === undefined ? item : { ...item, v }, options),
            ...conditionOf(v, condition),
          }),
        ),
      ).catch(refusedAsUndefined);
      return written(answer, condition);
    },

    update: async (key, update) => {
      const answer = await guarded(
        client.send(
          new UpdateItemCommand({
            TableName: name,
            Key: marshall(key),
            UpdateExpression: update.expression,
            ...conditionOf(versions.written(key), { ...update, expression: update.condition }),
            ReturnValues: update.returns,
          }),
        ),
      ).catch(refusedAsUndefined);
      return answer && (decode(answer.Attributes) ?? {});
    },

    remove: async (key, condition) => {
      const answer = await guarded(
        client.send(
          new DeleteItemCommand({
            TableName: name,
            Key: marshall(key),
            ...conditionOf(versions.written(key), condition),
          }),
        ),
      ).catch(refusedAsUndefined);
      return written(answer, condition);
    },

    last: async ({ pk, from, to }) => {
      const answer = await guarded(
        client.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
            ScanIndexForward: false,
            Limit: 1,
          }),
        ),
      );
      return decode(answer.Items?.[0]);
    },

    queryAll: async (range) => {
      const items: Item[] = [];
      let cursor: string | undefined;
      do {
        const answer = await query(range, undefined, cursor);
        for (const item of answer.Items ?? []) items.push(read(item));
        cursor = cursorAfter(answer);
      } while (cursor);
      return items;
    },

    queryPage: async (range, { limit, cursor, filter }) => {
      const items: Item[] = [];
      let from = cursor;
      // One Query may stop early (1 MB); go on until the page is full or the range ends. The engine counts a limit before it
      // filters, so a filtered Query has none, and what it answers beyond the page is left for the next one.
      do {
        const answer = await query(range, filter ? undefined : limit - items.length, from, filter);
        for (const item of answer.Items ?? []) items.push(read(item));
        from = cursorAfter(answer);
      } while (from && items.length < limit);
      if (items.length <= limit) return { items, next: from ?? null };
      return { items: items.slice(0, limit), next: encodeCursor(String(items[limit - 1]?.sk)) };
    },

    batchGet: async (keys) => {
      const found: Item[] = [];
      for (let start = 0; start < keys.length; start += 100)
        found.push(...(await batchOf(keys.slice(start, start + 100))));
      return found;
    },
  };
};
