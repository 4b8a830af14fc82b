/**
 * Slows processes down as a cheap phone is slow: each runs for a slice of a short period and stands still for the rest of it.
 * Chromium's own `Emulation.setCPUThrottlingRate` does the same, but to a page's main thread only, and it is a worker that
 * decodes. Measured at a rate of 6: the main thread took 5.9 times as long, a worker 1.4 times; asked for on the worker's own
 * session, Chromium 147 answers "Operation is only supported for pages, not workers".
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const sliceMs = 2;

/** A thread of its own, which sleeps more exactly than a timer; a slice that came out longer than wanted is paid for by its rest. */
const loop = `
const { parentPort, workerData } = require('node:worker_threads');
const { pids, flag, sliceMs, times } = workerData;
const state = new Int32Array(flag);
const tell = (signal) => {
  for (const pid of pids) try { process.kill(pid, signal); } catch {}
};
parentPort.postMessage('slowing');
while (Atomics.load(state, 0) === 0) {
  const start = performance.now();
  tell('SIGCONT');
  Atomics.wait(state, 0, 0, sliceMs);
  tell('SIGSTOP');
  Atomics.wait(state, 0, 0, (performance.now() - start) * (times - 1));
}
tell('SIGCONT');
`;

/** Runs those processes at a `times`-th of their speed until the answer is called. Only for processes that the caller started. */
export const slowDown = async (pids: readonly number[], times: number): Promise<() => Promise<void>> => {
  const flag = new SharedArrayBuffer(4);
  const workerData = { pids, flag, sliceMs, times };
  // Without the loader of the process that starts it, which would take a second to load.
  const thread = new Worker(loop, { eval: true, workerData, execArgv: [] });
  const ended = once(thread, 'exit');
  await once(thread, 'message');
  return async () => {
    const state = new Int32Array(flag);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
    await ended;
  };
};
