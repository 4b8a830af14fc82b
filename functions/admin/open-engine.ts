/** The engine that a command works on: the embedded one over a data folder, or DynamoDB, or whatever else speaks its protocol. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EngineInUse, ensureTable, startEngine } from '../local/engine.ts';
import { makeRawItems, type RawItems } from '../platform/raw-items.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { makeStores, type Stores } from '../stores.ts';
import { Refusal } from './refusal.ts';

/** In AWS the credentials are those of AWS's default chain: environment, profile, single sign-on, role. */
export type Place = { data: string } | { table: string; region: string; endpoint?: string | undefined };

export interface OpenEngine {
  items: RawItems;
  stores: Stores;
  close: () => Promise<void>;
}

/** The one table of a data folder (local/server.ts). */
const laptopTable = 'hadir';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const openFolder = async (data: string, mayBeNew: boolean): Promise<OpenEngine> => {
  const path = join(data, 'table');
  if (!mayBeNew && !(await isThere(path))) throw new Refusal('FOLDER_MISSING', data);
  const engine = await startEngine(path).catch((error: unknown) => {
    throw error instanceof EngineInUse ? new Refusal('FOLDER_IN_USE', data) : error;
  });
  const client = makeClient({ ...engine, region: 'ap-southeast-3' });
  await ensureTable(client, laptopTable);
  return {
    items: makeRawItems(client, laptopTable),
    stores: makeStores(makeTable(client, laptopTable)),
    close: async () => {
      client.destroy();
      await engine.stop();
    },
  };
};

const openTable = (table: string, region: string, endpoint: string | undefined): OpenEngine => {
  // As for the product's own client: an operator cannot act on the SDK's warning.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const client = new DynamoDBClient({
    region,
    // Nobody waits at a door: a command goes on through half a minute of throttling rather than stop halfway.
    maxAttempts: 10,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
    ...(endpoint && { endpoint }),
  });
  return {
    items: makeRawItems(client, table),
    stores: makeStores(makeTable(client, table)),
    close: async () => client.destroy(),
  };
};

/**
 * `mayBeNew`: a data folder that is not there is made.
 *
 * @throws Refusal FOLDER_MISSING; FOLDER_IN_USE while the product, or another command, runs over the folder.
 */
export const openEngine = async (place: Place, mayBeNew = false): Promise<OpenEngine> =>
  'data' in place ? openFolder(place.data, mayBeNew) : openTable(place.table, place.region, place.endpoint);
