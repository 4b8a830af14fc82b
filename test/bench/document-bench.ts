/** What the attendance sheet costs to draw: seconds, the peak of the process that draws it, and bytes of all its files. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentMeasured } from './document-process.ts';
import { round } from './figures.ts';

/** Lahat's roster, twice a large one, and a whole regency's pledge. */
const sizes = [470, 2000, 11_000] as const;

/** Said in full: whoever starts this may run without tsx, and vitest has a loader of its own. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const measuredIn = (child: ChildProcess): Promise<DocumentMeasured> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as DocumentMeasured));
    child.once('exit', (code) => reject(new Error(`the drawing ended with ${code ?? 'a signal'}`)));
  });

const figuresOf = async (count: number): Promise<DocumentMeasured> => {
  const entry = fileURLToPath(new URL('./document-process.ts', import.meta.url));
  const { seconds, peakMb, bytes } = await measuredIn(fork(entry, [String(count)], { execArgv: ['--import', tsx] }));
  return { seconds: round(seconds), peakMb: Math.round(peakMb), bytes };
};

/** By the number of rows, one after the other: each has the machine for itself. */
export const documentFigures = async (counts: readonly number[] = sizes): Promise<Record<string, DocumentMeasured>> => {
  const figures: Record<string, DocumentMeasured> = {};
  for (const size of counts) figures[size] = await figuresOf(size);
  return figures;
};
