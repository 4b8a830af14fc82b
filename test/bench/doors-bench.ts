/**
 * Three simulated doors with the door's real core, each behind a network of its own that drops, delays, duplicates and reorders,
 * against the real app over the embedded engine; clocks that are five minutes slow, right and five minutes fast; codes that are
 * presented at two doors while neither hears of the other. Time is the simulation's, except for how long a verdict takes.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import type { DoorsReport, SeedReport } from './doors-hall.ts';
import type { DoorsSettings } from './doors-plan.ts';
import { percentile, round, textTable } from './figures.ts';

export const fullDoors: DoorsSettings = {
  seeds: Array.from({ length: 20 }, (_, index) => index + 1),
  scansADoor: 500,
  invitations: 1_500,
  presentedTwice: 40,
};

/** Said in full: whoever starts this may run without tsx (vitest has a loader of its own). */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** What must hold of every seed by itself. */
export const isSound = (seed: Omit<SeedReport, 'seed' | 'verdictMs'>): boolean =>
  seed.lost === 0 &&
  seed.doubleAccepted === 0 &&
  seed.conflictsExpected >= seed.presentedTwice &&
  seed.conflictsExpected === seed.conflictsFound &&
  seed.conflictsWrong === 0 &&
  seed.changesWrong === 0;

/** Seeds in processes of their own, as many at once as there are cores: a simulated hall keeps one busy for half a minute. */
const inProcess = (settings: DoorsSettings, seed: number): Promise<SeedReport> =>
  new Promise((resolve, reject) => {
    const entry = fileURLToPath(new URL('./doors-process.ts', import.meta.url));
    const child = fork(entry, [JSON.stringify(settings), String(seed)], { execArgv: ['--import', tsx] });
    child.once('message', (report) => resolve(report as SeedReport));
    child.once('exit', (code) => reject(new Error(`seed ${seed} ended with ${code ?? 'a signal'}`)));
  });

/** `done`: told of each hall as it ends, since all of them take minutes. */
export const benchDoors = async (
  settings: DoorsSettings,
  done: (seed: SeedReport) => void = () => undefined,
): Promise<{ report: DoorsReport; seeds: SeedReport[] }> => {
  const atOnce = Math.max(1, availableParallelism());
  const seeds = await sideBySide(settings.seeds, atOnce, async (seed) => {
    const ended = await inProcess(settings, seed);
    done(ended);
    return ended;
  });
  const sum = (of: (seed: SeedReport) => number): number => seeds.reduce((total, seed) => total + of(seed), 0);
  const report = {
    scans: sum(({ scans }) => scans),
    lost: sum(({ lost }) => lost),
    doubleAccepted: sum(({ doubleAccepted }) => doubleAccepted),
    conflictsExpected: sum(({ conflictsExpected }) => conflictsExpected),
    conflictsFound: sum(({ conflictsFound }) => conflictsFound),
    p95VerdictMs: round(
      percentile(
        seeds.flatMap(({ verdictMs }) => verdictMs),
        0.95,
      ),
      1,
    ),
  };
  return { report, seeds };
};

/** One hall in a line, for whoever waits. */
export const seedLine = ({ verdictMs: _, ...seed }: SeedReport): string => `${JSON.stringify(seed)}\n`;

export const doorsTable = (seeds: readonly SeedReport[]): string =>
  textTable([
    ['seed', 'scans', 'lost', 'accepted twice', 'conflicts expected', 'found', 'verdict p95 ms'],
    ...seeds.map((seed) => [
      seed.seed,
      seed.scans,
      seed.lost,
      seed.doubleAccepted,
      seed.conflictsExpected,
      seed.conflictsFound,
      seed.p95VerdictMs,
    ]),
  ]);
