/**
 * What importing a roster costs, against the least that writing the same units could cost: bare batches without conditions. Through
 * the API's own app, over the embedded engine in a process of its own, as the product runs it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { round, textTable } from './figures.ts';
import type { ImportMeasured } from './import-process.ts';

export interface ImportSettings {
  rows: number;
}
export const fullImport: ImportSettings = { rows: 22_000 };

export interface ImportReport {
  rows: number;
  /** From the upload to the last part written. */
  seconds: number;
  /** Of the process that holds the app; the engine has its own. */
  peakMb: number;
  /** All that the engine would bill: units, plan and progress. */
  writeUnits: number;
  /** Rows a second of the whole import, as a share of those of bare batches of the same items. */
  ratio: number;
  /** The same of the writing alone. */
  writeRatio: number;
  planSeconds: number;
  writeSeconds: number;
  /** Bare batches before and after, their mean. */
  bareSeconds: number;
  /** Processor time of the app's process for a unit: written by the import, and by a bare batch. */
  cpuMsPerUnit: { import: number; bare: number };
  /** The longest call. */
  slowestPartMs: number;
}

/** Said in full: whoever starts this may run without tsx, and vitest has a loader of its own. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const measuredIn = (child: ChildProcess): Promise<ImportMeasured> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as ImportMeasured));
    child.once('exit', (code) => reject(new Error(`the import ended with ${code ?? 'a signal'}`)));
  });

export const benchImport = async ({ rows }: ImportSettings): Promise<ImportReport> => {
  const entry = fileURLToPath(new URL('./import-process.ts', import.meta.url));
  const child = fork(entry, [String(rows)], { execArgv: ['--import', tsx] });
  const { planMs, partsMs, bareMs, cpuMs, bareCpuMs, peakMb, writeUnits } = await measuredIn(child);
  const writeMs = partsMs.reduce((sum, ms) => sum + ms, 0);
  const bare = bareMs.reduce((sum, ms) => sum + ms, 0) / bareMs.length;
  return {
    rows,
    seconds: round((planMs + writeMs) / 1000),
    peakMb: Math.round(peakMb),
    writeUnits: Math.round(writeUnits),
    ratio: round(bare / (planMs + writeMs)),
    writeRatio: round(bare / writeMs),
    planSeconds: round(planMs / 1000),
    writeSeconds: round(writeMs / 1000),
    bareSeconds: round(bare / 1000),
    cpuMsPerUnit: { import: round(cpuMs / rows, 3), bare: round(bareCpuMs / rows, 3) },
    slowestPartMs: Math.round(Math.max(...partsMs)),
  };
};

export const importTable = (report: ImportReport): string =>
  textTable([
    [`${report.rows} rows`, 'seconds', 'ratio'],
    ['whole import', report.seconds, report.ratio],
    ['  planning', report.planSeconds, ''],
    ['  writing', report.writeSeconds, report.writeRatio],
    ['bare batches', report.bareSeconds, 1],
    ['peak MB', report.peakMb, ''],
    ['write units', report.writeUnits, ''],
    ['slowest part, ms', report.slowestPartMs, ''],
    ['processor ms a unit', report.cpuMsPerUnit.import, report.cpuMsPerUnit.bare],
  ]);
