/** The table's stream: keeps the stored coverage of sessions and the totals above them up to date, and seals what changes in closed ones. */
import { randomBytes } from 'node:crypto';
import { makeRecompute } from '../coverage/recompute.ts';
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import { makeLogger } from '../platform/log.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { makeSealSession } from '../seals/seal-session.ts';
import { makeStores } from '../stores.ts';
import { readTableConfig } from './config.ts';
import { makeProjector } from './project-changes.ts';
import { sealerOf } from './seal-key-kms.ts';

const { region, table } = readTableConfig(process.env);
const now = () => new Date();
const stores = makeStores(makeTable(makeClient({ region }), table));

export const handler = makeProjector({
  recompute: makeRecompute({ ...stores, now }),
  totals: makeRecomputeTotals({ ...stores, now }),
  seal: makeSealSession({ stores, sealer: sealerOf(process.env), randomBytes, now }),
  log: makeLogger((line) => process.stdout.write(`${line}\n`), now),
});
