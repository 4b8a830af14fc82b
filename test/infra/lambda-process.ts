/** A bundled handler as Lambda runs it: loaded once, in an environment of its own, and sent one event after another. */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface LambdaProcess {
  invoke: <T>(event: unknown) => Promise<T>;
  /** What it has written so far; it may come a moment after an answer. */
  log: () => string;
  stop: () => Promise<unknown>;
}

/** Plain JavaScript, since the worker has no TypeScript: what the Lambda runtime does around a handler. */
const runtime = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData).then(({ handler }) => {
    parentPort.on('message', async ({ id, event }) => {
      try {
        const context = { awsRequestId: 'invocation-' + id, functionName: 'test', getRemainingTimeInMillis: () => 60_000 };
        parentPort.postMessage({ id, answer: JSON.stringify(await handler(event, context)) });
      } catch (error) {
        parentPort.postMessage({ id, error: String(error) });
      }
    });
    parentPort.postMessage({ id: 0 });
  });
`;

interface Message {
  id: number;
  answer?: string;
  error?: string;
}

export const startLambda = async (bundle: string, env: Record<string, string>): Promise<LambdaProcess> => {
  const worker = new Worker(runtime, { eval: true, env, workerData: pathToFileURL(bundle).href, stdout: true });
  let written = '';
  worker.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const waiting = new Map<number, (message: Message) => void>();
  worker.on('message', (message: Message) => waiting.get(message.id)?.(message));
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    waiting.set(0, () => resolve());
    worker.once('error', reject);
  });

  const invoke = async <T>(event: unknown): Promise<T> => {
    last += 1;
    const id = last;
    const { answer, error } = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, event });
    });
    waiting.delete(id);
    if (error !== undefined) throw new Error(error);
    return JSON.parse(answer ?? 'null') as T;
  };
  return { invoke, log: () => written, stop: () => worker.terminate() };
};
