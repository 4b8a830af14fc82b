/** An embedded engine in memory for a test file, with the one table and a client whose requests can be counted. */
import type { AddressInfo } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { ensureTable } from '../../functions/local/engine.ts';
import { makeClient, makeTable, type Table } from '../../functions/platform/table.ts';
import { makeStores, type Stores } from '../../functions/stores.ts';
import { countRequests, type Requests } from './count-requests.ts';

export interface TestEngine {
  client: DynamoDBClient;
  table: Table;
  stores: Stores;
  /** What was sent to the engine since the last `reset`. */
  requests: Requests;
  stop: () => Promise<void>;
}

export const startTestEngine = async (): Promise<TestEngine> => {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = makeClient({ endpoint, region: 'ap-southeast-3' });
  await ensureTable(client, 'hadir');
  const requests = countRequests(client);
  const table = makeTable(client, 'hadir');
  return {
    client,
    table,
    stores: makeStores(table),
    requests,
    stop: async () => {
      client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
