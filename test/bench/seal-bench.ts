/**
 * What sealing a session costs, against the least that it could: reading the same records and hashing the same bytes. A closing is the first
 * sealing of its process, so sealing and floor are each the first thing in a fresh one; how fast both are the second time in the same process
 * stands beside. And what one person's public check takes from the engine, and how large their proof is: it grows with the logarithm of the leaves.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Engine, ensureTable, startEngine } from '../../functions/local/engine.ts';
import { makeSessionId, makeUnitId } from '../../functions/platform/ids.ts';
import { makeClient, makeTable, type Table } from '../../functions/platform/table.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { makeCheckView } from '../../functions/seals/check-view.ts';
import { makeSealStore } from '../../functions/seals/seal-store.ts';
import { makeStores } from '../../functions/stores.ts';
import { countRequests } from '../support/count-requests.ts';
import { lahat } from '../support/fixtures.ts';
import { median, round, textTable } from './figures.ts';
import { benchTable, fillClosedHall, unseal } from './seal-hall.ts';
import type { Measured } from './seal-process.ts';

export interface SealSettings {
  records: readonly number[];
  rounds: number;
}
export const fullSeal: SealSettings = { records: [470, 11_000, 22_000], rounds: 3 };

interface Sealed {
  /** Medians of the rounds, each in a fresh process. */
  seconds: number;
  floorSeconds: number;
  ratio: number;
  /** Of the second time in the last of those processes. */
  warm: { seconds: number; floorSeconds: number; ratio: number };
  /** The largest of the processes that seal, in their first round; the engine has its own. */
  peakMb: number;
  /** One record's leaf, path and head, as JSON. */
  receiptBytes: number;
  /** Hashes in its path. */
  path: number;
  /** A record is an office with its check-in, its reading and its signature: four leaves. */
  leaves: number;
  /** Read and write units of sealing it once. */
  units: { read: number; write: number };
  /** Of one person's whole public check. */
  check: { requests: number; readUnits: number };
}
export type SealReport = Record<string, Sealed>;

/** Said in full: whoever starts this may run without tsx, and vitest has a loader of its own. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const entry = fileURLToPath(new URL('./seal-process.ts', import.meta.url));
/** So many times one after the other in a fresh process: sealings, the last of which stays, or the floor under these leaves. */
const measuredIn = (engine: Engine, session: string, rounds: number, leavesFile = ''): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(entry, [engine.endpoint, engine.accessKey, session, String(rounds), leavesFile], {
      execArgv: ['--import', tsx],
    });
    child.once('message', (message) => resolve(message as Measured));
    child.once('exit', (code) => reject(new Error(`the sealing ended with ${code ?? 'a signal'}`)));
  });

/** Medians of what came first in its process, or second. The ratio is that of each turn: in between, the machine may have been another one. */
const compared = (sealed: readonly Measured[], floors: readonly Measured[], nth: 0 | 1) => {
  const turns = sealed.flatMap(({ ms }, turn) => {
    const [seal, floor] = [ms[nth], floors[turn]?.ms[nth]];
    return seal === undefined || floor === undefined ? [] : [{ seal, floor }];
  });
  return {
    seconds: round(median(turns.map(({ seal }) => seal)) / 1000, 3),
    floorSeconds: round(median(turns.map(({ floor }) => floor)) / 1000, 3),
    ratio: round(median(turns.map(({ seal, floor }) => seal / floor))),
  };
};

/** In turns, each in a process of its own, so that both meet the same machine; the last ones go on to a second time, warm. */
const measureInTurns = async (
  { engine, table, session }: { engine: Engine; table: Table; session: string },
  rounds: number,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'hadir-seal-bench-'));
  const leavesFile = join(folder, 'leaves');
  const [sealed, floors]: [Measured[], Measured[]] = [[], []];
  let leaves = 0;
  try {
    for (let turn = 1; turn <= rounds; turn += 1) {
      const times = turn === rounds ? 2 : 1;
      await unseal(table, session);
      sealed.push(await measuredIn(engine, session, times));
      const texts: string[] = [];
      for await (const run of makeSealStore(table).allLeaves(session)) texts.push(...run.texts);
      leaves = texts.length;
      await writeFile(leavesFile, texts.join('\n'));
      floors.push(await measuredIn(engine, session, times, leavesFile));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { leaves, sealed, floors };
};

const tokenKeys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };

const benchOne = async (records: number, rounds: number): Promise<Sealed> => {
  const engine = await startEngine();
  const client = makeClient({ ...engine, region: 'ap-southeast-3' });
  try {
    await ensureTable(client, benchTable);
    const requests = countRequests(client);
    const table = makeTable(client, benchTable);
    const stores = makeStores(table);
    const session = makeSessionId(lahat, `seal-bench-${records}`);
    await fillClosedHall(client, session, records);
    const hall = { engine, table, session };
    const { leaves, sealed, floors } = await measureInTurns(hall, rounds);
    const { units } = sealed[0] as Measured;

    requests.reset();
    const invitation = makeUnitId(lahat, `seal-${records >> 1}`);
    const view = await makeCheckView({ stores, tokenKeys })(
      makeCheckCode(tokenKeys, { session, invitation, role: 'HOLDER' }),
    );
    const check = { requests: requests.sent.length, readUnits: requests.units.read };
    if (view.about !== 'PERSON') throw new Error('the code is a person’s');
    const proof = view.proofs.find(({ what }) => what === 'SIGNATURE');
    if (!proof?.leaf || view.proofs.some(({ leaf }) => leaf === null)) throw new Error('a record is under no head');
    return {
      ...compared(sealed, floors, 0),
      warm: compared(sealed, floors, 1),
      peakMb: Math.round(Math.max(...sealed.map(({ peakMb }) => peakMb))),
      receiptBytes: Buffer.byteLength(JSON.stringify({ ...proof, head: view.heads.at(-1) })),
      path: proof.path?.length ?? 0,
      leaves,
      units: { read: Math.round(units.read), write: Math.round(units.write) },
      check,
    };
  } finally {
    client.destroy();
    await engine.stop();
  }
};

export const benchSeal = async ({ records, rounds }: SealSettings): Promise<SealReport> => {
  const report: SealReport = {};
  for (const count of records) report[count] = await benchOne(count, rounds);
  return report;
};

export const sealTable = (report: SealReport): string =>
  textTable([
    [
      'records',
      'leaves',
      'seconds',
      'floor',
      'ratio',
      'warm',
      'floor',
      'ratio',
      'peak MB',
      'receipt bytes',
      'path',
      'check requests',
      'read units',
    ],
    ...Object.entries(report).map(
      ([records, { leaves, seconds, floorSeconds, ratio, warm, peakMb, receiptBytes, path, check }]) => [
        records,
        leaves,
        seconds,
        floorSeconds,
        ratio,
        warm.seconds,
        warm.floorSeconds,
        warm.ratio,
        peakMb,
        receiptBytes,
        path,
        check.requests,
        check.readUnits,
      ],
    ),
  ]);
