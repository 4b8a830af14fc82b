/** What every app is given in AWS, whichever stores it takes; the laptop's counterpart is local/server.ts. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeVerifyAccessToken, remoteKeys } from '../platform/access-token.ts';
import { makeLogger } from '../platform/log.ts';
import type { RouterDeps } from '../platform/router.ts';
import { makeClient, makeTable, type Table } from '../platform/table.ts';
import { type ApiConfig, readApiConfig } from './config.ts';
import { type FreshTokenKeys, makeFreshTokenKeys } from './fresh-token-keys.ts';
import { currentRequestId } from './serve.ts';
import { readTokenKeys } from './token-key-secret.ts';

export interface AppDeps extends RouterDeps {
  tokenKeys: FreshTokenKeys;
  origin: string;
  changed: (session: string) => void;
}

/** The table is handed out, not the stores: a function should not carry those that it does not use. */
export const makeAppDeps = async (
  environment: NodeJS.ProcessEnv,
): Promise<{ config: ApiConfig; client: DynamoDBClient; table: Table; deps: AppDeps }> => {
  const config = readApiConfig(environment);
  const { region, table, origin, issuer, jwksUri, clientId, tokenKeysSecret } = config;
  const now = () => new Date();
  const client = makeClient({ region });
  return {
    config,
    client,
    table: makeTable(client, table),
    deps: {
      tokenKeys: await makeFreshTokenKeys(() => readTokenKeys(region, tokenKeysSecret), now),
      origin,
      verifyAccessToken: makeVerifyAccessToken({ issuer, clientId, keys: remoteKeys(jwksUri), now }),
      now,
      newRequestId: currentRequestId,
      log: makeLogger((line) => process.stdout.write(`${line}\n`), now),
      // The table's stream tells the projector.
      changed: () => {},
    },
  };
};
