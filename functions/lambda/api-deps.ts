/** What the API's routes are given in AWS; the laptop's counterpart is local/server.ts. */
import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { makeVerifyAccessToken, remoteKeys } from '../platform/access-token.ts';
import { makeLogger } from '../platform/log.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import type { Sealer } from '../seals/sealer.ts';
import { makeStores } from '../stores.ts';
import { readApiConfig } from './config.ts';
import { currentRequestId } from './serve.ts';
import { readTokenKeys } from './token-key-secret.ts';

/** `sealer` is handed in: most functions seal nothing, and should not carry what would. */
export const makeApiDeps = async (environment: NodeJS.ProcessEnv, sealer: Sealer): Promise<Deps> => {
  const { region, table, origin, issuer, jwksUri, clientId, tokenKeysSecret, sendsMail, liveHoldMs } =
    readApiConfig(environment);
  const now = () => new Date();
  return {
    stores: makeStores(makeTable(makeClient({ region }), table)),
    tokenKeys: await readTokenKeys(region, tokenKeysSecret),
    sealer,
    randomBytes,
    origin,
    verifyAccessToken: makeVerifyAccessToken({ issuer, clientId, keys: remoteKeys(jwksUri), now }),
    // Cognito gives refresh tokens without being asked, and refuses the scope that asks for them.
    signIn: { issuer, clientId, scope: 'openid profile' },
    now,
    newRequestId: currentRequestId,
    log: makeLogger((line) => process.stdout.write(`${line}\n`), now),
    // The table's stream tells the projector.
    changed: () => {},
    live: { holdMs: liveHoldMs, pollMs: 1_000 },
    // So does it tell the mailer.
    ...(sendsMail && { mail: { queued: () => {} } }),
  };
};
