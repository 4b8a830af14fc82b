/** What every app is given in AWS, whichever stores it takes; the laptop's counterpart is local/server.ts. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeVerifyAccessToken } from '../platform/access-token.ts';
import { remoteKeys } from '../platform/issuer-keys.ts';
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

/** The table is handed out, not the stores: a function should not carry those that it does not use. Token keys are `keysMs` old at most. */
export const makeAppDeps = async (
  environment: NodeJS.ProcessEnv,
  keysMs: number,
): Promise<{ config: ApiConfig; client: DynamoDBClient; table: Table; deps: AppDeps }> => {
  const config = readApiConfig(environment);
  const { region, table, origin, issuer, jwksUri, clientId, tokenKeysSecret } = config;
  const now = () => new Date();
  const log = makeLogger((line) => process.stdout.write(`${line}\n`), now);
  const client = makeClient({ region });
  const keys = remoteKeys(jwksUri, {
    now,
    failed: (error) => log.fault('SIGN_IN_KEYS_UNREAD', currentRequestId(), error),
  });
  return {
    config,
    client,
    table: makeTable(client, table),
    deps: {
      tokenKeys: await makeFreshTokenKeys(
        (isAgain) => readTokenKeys(region, tokenKeysSecret, isAgain),
        now,
        (error) => log.fault('TOKEN_KEYS_UNREAD', currentRequestId(), error),
        keysMs,
      ),
      origin,
      verifyAccessToken: makeVerifyAccessToken({ issuer, clientId, keys, now }),
      now,
      newRequestId: currentRequestId,
      log,
      // The table's stream tells the projector.
      changed: () => {},
    },
  };
};
