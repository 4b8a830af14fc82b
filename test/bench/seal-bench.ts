/**
 * What sealing a session costs, against the least that it could: reading the same records and hashing the same bytes. A closing is the first
 * sealing of its process, so every round is a fresh one, and both figures are of it; how fast a second one in the same process is stands
 * beside. And what one person's public check takes from the engine, and how large their proof is: it grows with the logarithm of the leaves.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureTable, startEngine } from '../../functions/local/engine.ts';
import { makeSessionId, makeUnitId } from '../../functions/platform/ids.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { makeCheckView } from '../../functions/seals/check-view.ts';
import { makeStores } from '../../functions/stores.ts';
import { countRequests } from '../support/count-requests.ts';
import { lahat } from '../support/fixtures.ts';
import { median, round, textTable } from './figures.ts';
import { benchTable, fillClosedHall } from './seal-hall.ts';
import type { SealMeasured } from './seal-process.ts';

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
  /** Of a second sealing in the last of those processes. */
  warm: { seconds: number; floorSeconds: number; ratio: number };
  /** The largest of the processes that seal, in their first round; the engine has its own. */
  peakMb: number;
  /** One record's leaf, path and head, as JSON. */
  receiptBytes: number;
  /** Hashes in its path. */
  path: number;
  /** A record is an office with its check-in, its reading and its signature: four leaves. */
  leaves: number;
  /** Read and write units of sealing it. */
  units: { read: number; write: number };
  /** Of one person's whole public check. */
  check: { requests: number; readUnits: number };
}
export type SealReport = Record<string, Sealed>;

/** Said in full: whoever starts this may run without tsx, and vitest has a loader of its own. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const measuredIn = (child: ChildProcess): Promise<SealMeasured> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as SealMeasured));
    child.once('exit', (code) => reject(new Error(`the sealing ended with ${code ?? 'a signal'}`)));
  });

const entry = fileURLToPath(new URL('./seal-process.ts', import.meta.url));
/** So many sealings one after the other in a fresh process; the last one stays where it is to be looked at. */
const sealIn = (endpoint: string, session: string, { rounds, leave }: { rounds: number; leave: boolean }) =>
  measuredIn(fork(entry, [endpoint, session, String(rounds), leave ? 'sealed' : ''], { execArgv: ['--import', tsx] }));

/** Each in a process of its own; the last one seals once more, warm. */
const sealColdly = async (endpoint: string, session: string, rounds: number): Promise<SealMeasured[]> => {
  const measured: SealMeasured[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const isLast = round === rounds;
    measured.push(await sealIn(endpoint, session, { rounds: isLast ? 2 : 1, leave: isLast }));
  }
  return measured;
};

/** Of the sealings that came first in their process, or second. */
const timesOf = (measured: readonly SealMeasured[], nth: 0 | 1) => {
  const of = (times: (one: SealMeasured) => number[]): number =>
    median(measured.flatMap((one) => times(one)[nth] ?? []));
  const [sealMs, floorMs] = [of((one) => one.sealMs), of((one) => one.floorMs)];
  return {
    seconds: round(sealMs / 1000, 3),
    floorSeconds: round(floorMs / 1000, 3),
    ratio: round(sealMs / floorMs),
  };
};

const tokenKeys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };

const benchOne = async (records: number, rounds: number): Promise<Sealed> => {
  const engine = await startEngine();
  const client = makeClient({ endpoint: engine.endpoint, region: 'ap-southeast-3' });
  try {
    await ensureTable(client, benchTable);
    const requests = countRequests(client);
    const stores = makeStores(makeTable(client, benchTable));
    const session = makeSessionId(lahat, `seal-bench-${records}`);
    await fillClosedHall(client, session, records);
    const measured = await sealColdly(engine.endpoint, session, rounds);
    const { leaves, units } = measured[0] as SealMeasured;

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
      ...timesOf(measured, 0),
      warm: timesOf(measured, 1),
      peakMb: Math.round(Math.max(...measured.map(({ peakMb }) => peakMb))),
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
