/** Starts the embedded engine, keeps it running, and makes the table. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';

export interface Engine {
  endpoint: string;
  /** The engine's process now; another one after it was ended from outside. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
}

const startProcess = (path: string | undefined, port: number): Promise<{ child: ChildProcess; port: number }> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./engine-process.ts', import.meta.url)), [path ?? '', String(port)]);
    child.once('message', (message) => resolve({ child, port: (message as { port: number }).port }));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code ?? 'a signal'} before it was ready`)));
  });

/** In memory without a path. An engine that dies is started again on the same port, over the same files. */
export const startEngine = async (path?: string): Promise<Engine> => {
  if (path) await mkdir(path, { recursive: true, mode: 0o700 });
  let stopping = false;
  let current: ChildProcess;
  const watch = (child: ChildProcess, port: number): void => {
    current = child;
    child.once('exit', () => {
      if (stopping) return;
      startProcess(path, port).then(
        (again) => watch(again.child, port),
        () => setTimeout(() => watch(child, port), 500).unref(),
      );
    });
  };
  const first = await startProcess(path, 0);
  watch(first.child, first.port);
  return {
    endpoint: `http://127.0.0.1:${first.port}`,
    pid: () => current.pid,
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (current.exitCode !== null || current.signalCode !== null) return resolve();
        current.once('exit', () => resolve());
        current.disconnect();
      }),
  };
};

/** Makes the one table if it is not there. */
export const ensureTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
};
