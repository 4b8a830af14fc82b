/** What the API's routes are given in AWS, with every store; the doors' and the attendees' functions make fewer. */
import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { makeReadEngine, makeReadiness } from '../platform/readiness.ts';
import type { Sealer } from '../seals/sealer.ts';
import { makeStores } from '../stores.ts';
import { type AppDeps, makeAppDeps } from './app-deps.ts';
import { makersKeysMs } from './fresh-token-keys.ts';

/** `sealer` is handed in: most functions seal nothing, and should not carry what would. */
export const makeApiDeps = async (
  environment: NodeJS.ProcessEnv,
  sealer: Sealer,
): Promise<Deps & Pick<AppDeps, 'tokenKeys'>> => {
  const { config, client, table, deps } = await makeAppDeps(environment, makersKeysMs);
  const { issuer, clientId, sendsMail, liveHoldMs } = config;
  return {
    ...deps,
    stores: makeStores(table),
    sealer,
    randomBytes,
    // Cognito gives refresh tokens without being asked, and refuses the scope that asks for them.
    signIn: { issuer, clientId, scope: 'openid profile' },
    readiness: makeReadiness({ ...deps, readEngine: makeReadEngine(client, config.table), sealer }),
    live: { holdMs: liveHoldMs, pollMs: 1_000 },
    // The table's stream tells the mailer too.
    ...(sendsMail && { mail: { queued: () => {} } }),
  };
};
