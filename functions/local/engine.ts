/** Starts the embedded engine, keeps it running, and makes the table. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

export interface Engine {
  endpoint: string;
  /** It serves nobody who does not show this. */
  accessKey: string;
  /** The engine's process now; another one after it was ended from outside. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
}

/** Its files could not be opened; nearly always because another process has them open. */
export class EngineInUse extends Error {
  override readonly name = 'EngineInUse';
}
/** As engine-process.mjs ends then. */
const inUse = 75;

interface Wanted {
  path: string | undefined;
  port: number;
  accessKey: string;
}

const startProcess = ({ path, port, accessKey }: Wanted): Promise<{ child: ChildProcess; port: number }> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./engine-process.mjs', import.meta.url)), [path ?? '', String(port)], {
      execArgv: [],
      env: { ...process.env, HADIR_ENGINE_KEY: accessKey },
    });
    child.once('message', (message) => resolve({ child, port: (message as { port: number }).port }));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(
        code === inUse
          ? new EngineInUse(
              `Hadir, atau perintah admin, sedang berjalan di atas map data ini; hentikan dulu.\n${path ?? 'The engine'} cannot be opened: Hadir, or an administrator’s command, is running over this data folder. End it first.`,
            )
          : new Error(`the engine ended with ${code ?? 'a signal'} before it was ready`),
      ),
    );
  });

const restartPauseMs = 500;
const pause = () => new Promise((resolve) => setTimeout(resolve, restartPauseMs));
const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** In memory without a path. An engine that dies is started again on the same port, over the same files, until it runs. */
export const startEngine = async (path?: string): Promise<Engine> => {
  if (path) await mkdir(path, { recursive: true, mode: 0o700 });
  let stopping = false;
  let restarting: Promise<void> | undefined;
  const accessKey = randomBytes(16).toString('hex');
  const first = await startProcess({ path, port: 0, accessKey });
  let current = first.child;
  const restart = async (): Promise<void> => {
    while (!stopping) {
      try {
        current = (await startProcess({ path, port: first.port, accessKey })).child;
        return watch(current);
      } catch {
        // The port or the files are not free yet.
        await pause();
      }
    }
  };
  const watch = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (!stopping) restarting = restart();
    });
  };
  watch(current);
  return {
    endpoint: `http://127.0.0.1:${first.port}`,
    accessKey,
    pid: () => current.pid,
    stop: async () => {
      stopping = true;
      await restarting;
      if (hasEnded(current)) return;
      const ended = new Promise((resolve) => current.once('exit', resolve));
      if (current.connected) current.disconnect();
      await ended;
    },
  };
};

/** Makes the one table if it is not there, and waits until it takes items: an engine answers before that, and calls the table unknown. */
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
  // In seconds.
  await waitUntilTableExists({ client, minDelay: 0.02, maxDelay: 0.5, maxWaitTime: 30 }, { TableName: name });
};
