/** Starts the product in a process of its own and asks it. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Counted, Question, Started } from './product-process.ts';

export interface Product extends Started {
  /** Waits until coverage is recomputed, so that it does not run into what is measured next. */
  settle: () => Promise<void>;
  count: () => Promise<void>;
  counted: () => Promise<Counted>;
  stop: () => Promise<void>;
}

/** Said in full: whoever starts this may run without tsx (vitest has a loader of its own), and the engine inherits it. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const nextAnswer = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the product ended with ${code ?? 'a signal'}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve((message as { answer: unknown }).answer);
    });
  });

export const startProduct = async (dataDir: string): Promise<Product> => {
  const entry = fileURLToPath(new URL('./product-process.ts', import.meta.url));
  const child = fork(entry, [dataDir], { execArgv: ['--import', tsx] });
  const started = (await nextAnswer(child)) as Started;
  const ask = async <T>(question: Question): Promise<T> => {
    const answer = nextAnswer(child);
    child.send(question);
    return (await answer) as T;
  };
  return {
    ...started,
    settle: () => ask('settle'),
    count: () => ask('count'),
    counted: () => ask('counted'),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await ask('stop');
      await ended;
    },
  };
};
