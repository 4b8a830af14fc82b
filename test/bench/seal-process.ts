/**
 * Sealings of one session in a process of their own, so that their memory is nobody else's; or, given the leaves that a sealing made, as many
 * times the least that it could cost. The first is cold either way, as a closing's is: nothing of it has run in this process before.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import { leafHash } from '../../functions/seals/merkle-tree.ts';
import { readMaterial } from '../../functions/seals/seal-material.ts';
import { makeSealSession } from '../../functions/seals/seal-session.ts';
import { makeStores } from '../../functions/stores.ts';
import { countRequests } from '../support/count-requests.ts';
import { timed } from './figures.ts';
import { benchTable, unseal } from './seal-hall.ts';

export interface Measured {
  ms: number[];
  /** Of the first one: what comes after it holds what no sealing does. */
  peakMb: number;
  units: { read: number; write: number };
}

const [endpoint = '', accessKey = '', session = '', rounds = '', leavesFile = ''] = process.argv.slice(2);
const client = makeClient({ endpoint, accessKey, region: 'ap-southeast-3' });
const requests = countRequests(client);
const table = makeTable(client, benchTable);
const stores = makeStores(table);
const sealer = makeEd25519Sealer(generateKeyPairSync('ed25519').privateKey);
const sealSession = makeSealSession({ stores, sealer, randomBytes, now: () => new Date() });

const seal = async (): Promise<void> => {
  if (!(await sealSession(session))?.length) throw new Error('nothing was sealed');
};

/**
 * The same records as every reader of the product has them, each parsed by its schema, and the hash of every leaf. No inner node of the tree, no
 * commitment and no other hash is in it: how many of those there are is the sealing's own choice.
 */
const floorOver = (texts: readonly string[]) => async (): Promise<void> => {
  const found = await stores.sessions.get(session, { consistent: true });
  if (!found) throw new Error('the session is not there');
  await readMaterial(stores, found);
  for (const text of texts) leafHash(text);
};

const work = leavesFile ? floorOver(readFileSync(leavesFile, 'utf8').split('\n')) : seal;
const measured: Measured = { ms: [], peakMb: 0, units: { read: 0, write: 0 } };
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
for (let round = 0; round < Number(rounds); round += 1) {
  if (round > 0 && work === seal) await unseal(table, session);
  requests.reset();
  measured.ms.push(await timed(work));
  if (round === 0) {
    measured.peakMb = peak / 1024 ** 2;
    measured.units = { ...requests.units };
  }
}
clearInterval(watch);
process.send?.(measured);
client.destroy();
process.disconnect();
