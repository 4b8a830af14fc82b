/**
 * MiniStack on this machine's loopback: it runs the functions as Node processes, and refuses what a function's role does not allow.
 * Its state lies in a folder that goes with it.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../support/free-port.ts';

const run = promisify(execFile);
export const region = 'ap-southeast-3';
export const account = '000000000000';

export interface Emulator {
  /** Where it answers everything. */
  endpoint: string;
  /** For programs that speak to AWS: this emulator and nothing else, with credentials of nobody. */
  environment: NodeJS.ProcessEnv;
  /** One call of AWS's API, by botocore's names: `ask('cloudwatch', 'describe_alarms')`. */
  // biome-ignore lint/suspicious/noExplicitAny: each operation answers another shape, which its caller checks
  ask: (service: string, operation: string, parameters?: object) => Promise<any>;
  stop: () => Promise<void>;
}

/**
 * Stands where TLS would end: buckets and queues refuse whoever comes without it, and on loopback nobody else listens. The emulator
 * believes the header.
 */
const startFront = async (port: number): Promise<Server> => {
  const server = createServer((incoming, answer) => {
    const { method, url: path, headers } = incoming;
    const onward = request(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, 'x-forwarded-proto': 'https' } },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
        reply.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
};

/** All of ours but what speaks of a real account. */
const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(AWS|CDK)_/.test(name)));

const speakingTo = (endpoint: string): NodeJS.ProcessEnv => {
  if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(endpoint)) throw new Error(`${endpoint} is not on loopback`);
  return {
    ...withoutAws(process.env),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
};

/** By itself, or by a signal, such as of a machine that ran out of memory. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const untilUp = async (endpoint: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (hasEnded(child)) throw new Error('the emulator ended while it was starting; see emulator.log');
    const up = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (up?.ok) return;
    await pause(200);
  }
  throw new Error('the emulator has not answered for a minute; see emulator.log');
};

const ended = (child: ChildProcess): Promise<unknown> =>
  hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));

/** `bin` holds the programs of the virtual environment; `log` is the file that the emulator's words go to. */
export const startEmulator = async (bin: string, log: string): Promise<Emulator> => {
  const state = await mkdtemp(join(tmpdir(), 'hadir-rehearsal-'));
  const port = await freePort();
  const front = await startFront(port);
  const endpoint = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const environment = speakingTo(endpoint);
  const child = spawn(join(bin, 'python'), ['-m', 'ministack'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: state,
    env: {
      ...environment,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: region,
      IOT_MTLS_ENABLED: '0',
      LAMBDA_EXECUTOR: 'local',
      // Policies are enforced: of roles, of the buckets and of the sealing key.
      AUTH: 'true',
      MINISTACK_COGNITO_PRETOKEN_STRICT: 'true',
      // The functions' own node is this one.
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      TMPDIR: state,
      STATE_DIR: join(state, 'state'),
      S3_DATA_DIR: join(state, 's3'),
    },
  });
  const words = createWriteStream(log);
  child.stdout?.pipe(words, { end: false });
  child.stderr?.pipe(words, { end: false });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended(child);
    clearTimeout(killer);
    front.closeAllConnections();
    front.close();
    words.end();
    await rm(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await untilUp(endpoint, child);
  } catch (error) {
    await stop();
    throw error;
  }
  const script = fileURLToPath(new URL('./ask.py', import.meta.url));
  const ask: Emulator['ask'] = async (service, operation, parameters = {}) => {
    const asked = [script, service, operation, JSON.stringify(parameters)];
    const { stdout } = await run(join(bin, 'python'), asked, { env: environment, maxBuffer: 1 << 26 });
    return JSON.parse(stdout);
  };
  return { endpoint, environment, ask, stop };
};
