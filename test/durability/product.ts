/** The product as `npm start` runs it (`functions/local/start.ts`), in a process group of its own that can be killed whole. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const start = fileURLToPath(new URL('../../functions/local/start.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Product {
  origin: string;
  /** The engine's process now, and its port once it has been started again; undefined between two. */
  engine: () => { pid: number; port: number } | undefined;
  kill: (what: 'product' | 'everything') => Promise<void>;
}

interface Running {
  pid: number;
  parent: number;
  command: string;
}

const processes = (): Running[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
    });

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let [said, complained] = ['', ''];
    child.stderr?.on('data', (part: Buffer) => {
      complained += part;
    });
    child.stdout?.on('data', (part: Buffer) => {
      said += part;
      if (/^Hadir: /m.test(said)) resolve();
    });
    // When all that it said was read.
    child.once('close', (code) =>
      reject(new Error(`the product ended with ${code ?? 'a signal'} before it was ready: ${complained}`)),
    );
  });

export const startProduct = async (dataDir: string, port: number): Promise<Product> => {
  const child = spawn(process.execPath, ['--import', tsx, start, '--data', dataDir], {
    detached: true,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid = 0 } = child;
  const endGroup = () => process.kill(-pid, 'SIGKILL');
  // A detached group would outlive a test run that is broken off.
  process.once('exit', endGroup);
  const gone = new Promise((resolve) => child.once('exit', resolve)).then(() => process.off('exit', endGroup));
  await ready(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    engine: () => {
      const found = processes().find(({ parent, command }) => parent === pid && command.includes('engine-process'));
      return found && { pid: found.pid, port: Number(found.command.split(' ').at(-1)) };
    },
    kill: async (what) => {
      process.kill(what === 'everything' ? -pid : pid, 'SIGKILL');
      await gone;
    },
  };
};
