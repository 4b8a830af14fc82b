/** The table's stream: keeps the stored coverage of sessions up to date. */
import { makeRecompute } from '../coverage/recompute.ts';
import { makeLogger } from '../platform/log.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { makeStores } from '../stores.ts';
import { readTableConfig } from './config.ts';
import { makeProjector } from './project-changes.ts';

const { region, table } = readTableConfig(process.env);
const now = () => new Date();
const recompute = makeRecompute({ ...makeStores(makeTable(makeClient({ region }), table)), now });

export const handler = makeProjector(
  recompute,
  makeLogger((line) => process.stdout.write(`${line}\n`), now),
);
