/**
 * Sealings of one session in a process of their own, so that their memory is nobody else's; after each, the least that it could cost. The
 * first is cold, as a closing's is: nothing of it has run in this process before.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sealPartition, sessionPartition } from '../../functions/platform/keys.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import { leafHash } from '../../functions/seals/merkle-tree.ts';
import { makeSealSession } from '../../functions/seals/seal-session.ts';
import { makeStores } from '../../functions/stores.ts';
import { countRequests } from '../support/count-requests.ts';
import { timed } from './figures.ts';
import { benchTable } from './seal-hall.ts';

export interface SealMeasured {
  sealMs: number[];
  floorMs: number[];
  peakMb: number;
  leaves: number;
  leafBytes: number;
  units: { read: number; write: number };
}

const [endpoint = '', session = '', rounds = '', leave = ''] = process.argv.slice(2);
const client = makeClient({ endpoint, region: 'ap-southeast-3' });
const requests = countRequests(client);
const table = makeTable(client, benchTable);
const stores = makeStores(table);
const sealer = makeEd25519Sealer(generateKeyPairSync('ed25519').privateKey);
const seal = makeSealSession({ stores, sealer, randomBytes, now: () => new Date() });

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);

const textsOf = async (): Promise<string[]> => {
  const texts: string[] = [];
  for await (const run of stores.seals.allLeaves(session)) texts.push(...run.texts);
  return texts;
};
const unseal = async (): Promise<void> => {
  const pk = sealPartition(session);
  const items = await table.queryAll({ pk, prefix: 'OPEN#' });
  const others = await Promise.all(['HEAD#', 'PART#'].map((prefix) => table.queryAll({ pk, prefix })));
  await sideBySide([...items, ...others.flat()], 16, ({ sk }) => table.remove({ pk, sk: String(sk) }));
};

/** The same items, unpacked and not even looked at, and the same bytes. */
const floor = (texts: readonly string[]) => async () => {
  const pk = sessionPartition(session);
  await Promise.all(
    ['I#', 'D#', 'HC#', 'C#', 'PR#', 'ROSTER#'].map((prefix) => table.queryAll({ pk, prefix, consistent: true })),
  );
  for (const text of texts) leafHash(text);
};

const measured: SealMeasured = {
  sealMs: [],
  floorMs: [],
  peakMb: 0,
  leaves: 0,
  leafBytes: 0,
  units: { read: 0, write: 0 },
};
for (let round = 0; round < Number(rounds); round += 1) {
  requests.reset();
  measured.sealMs.push(await timed(() => seal(session)));
  measured.units = requests.units;
  // What comes after the first sealing holds its leaves, which no sealing does.
  if (round === 0) measured.peakMb = peak / 1024 ** 2;
  const texts = await textsOf();
  measured.leaves = texts.length;
  measured.leafBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  measured.floorMs.push(await timed(floor(texts)));
  // The very last one stays, for its proofs.
  if (round < Number(rounds) - 1 || leave !== 'sealed') await unseal();
}
clearInterval(watch);
process.send?.(measured);
client.destroy();
process.disconnect();
