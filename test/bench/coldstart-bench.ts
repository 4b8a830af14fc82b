/**
 * What a cold door waits for: loading the hot path's bundle, beside loading Hono and the SDK's DynamoDB client alone. Both are bundled by
 * the deployment's settings; the floor keeps the SDK's own chain of credentials, as it would be without us. Each is loaded by fresh
 * processes, in turns.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleHandler, settings } from '../../infra/bundle/bundle.ts';
import { median, round, textTable } from './figures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The smallest function that could do a door’s work: a router, its adapter, and the four calls on the table that doors are granted. */
const floor = `
  import {
    DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand,
  } from '@aws-sdk/client-dynamodb';
  import { Hono } from 'hono';
  import { handle } from 'hono/aws-lambda';
  const commands = { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand };
  const TableName = process.env.HADIR_TABLE;
  const client = new DynamoDBClient({});
  const app = new Hono();
  app.post('/:command', async (c) =>
    c.json(await client.send(new commands[c.req.param('command')]({ TableName, ...(await c.req.json()) }))));
  export const handler = handle(app);
`;

/**
 * In a process of its own. Everything is loaded when the function first reads a setting of its own; what it does then (the doors' function
 * reads its codes' keys from Secrets Manager) belongs to its start, and is told apart. Loading is counted in processor time and on one
 * thread: a Lambda of 512 MB has a third of a core, where V8's helpers run beside nothing, and other work on this machine counts for less.
 */
const loader = `
  let loading;
  const began = performance.now();
  const before = process.cpuUsage();
  process.env = new Proxy(process.env, {
    get: (env, name) => {
      if (String(name).startsWith('HADIR_')) loading ??= process.cpuUsage(before);
      return env[name];
    },
  });
  await import(process.argv[1]);
  const start = performance.now() - began;
  process.stdout.write(JSON.stringify({ loading: (loading.user + loading.system) / 1000, start }));
  process.exit(0);
`;

/** Milliseconds. */
interface Loaded {
  /** Of the processor, until everything is loaded. */
  loading: number;
  /** Of the clock, until the function would take its first event. */
  start: number;
}

/** Secrets Manager with one secret. */
const startSecrets = async (): Promise<{ url: string; stop: () => void }> => {
  const SecretString = JSON.stringify({ current: 1, 1: 'a'.repeat(43) });
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify({ SecretString })));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
};

const environmentWith = (secrets: string): Record<string, string> => ({
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  HADIR_TABLE: 'hadir',
  HADIR_ORIGIN: 'https://hadir.example',
  HADIR_ISSUER: 'https://issuer.example',
  HADIR_CLIENT_ID: 'client',
  HADIR_TOKEN_KEYS_SECRET: 'keys',
});

const load = async (bundle: string, env: Record<string, string>): Promise<Loaded> => {
  const command = ['--single-threaded', '--input-type=module', '-e', loader, pathToFileURL(bundle).href];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, timeout: 60_000 });
  return JSON.parse(stdout);
};

export interface ColdstartReport {
  bundleBytes: number;
  /**
   * Median of the rounds' ratios, the hot path's loading by the floor's. A shared machine changes its speed for seconds: both loads of a round
   * have the same, and the medians of all do not. Over eight runs in a row the former were 1.31 to 1.41, ratios of the latter 1.26 to 1.42.
   */
  importRatio: number;
}

export interface ColdstartFigures {
  floorBytes: number;
  hotMs: number;
  floorMs: number;
  /** With the codes' keys read from a server on this machine. */
  hotStartMs: number;
  floorStartMs: number;
}

/** `rounds`: fresh processes for each of the two. */
export const fullColdstart = { rounds: 31 };

export const benchColdstart = async ({
  rounds,
}: {
  rounds: number;
}): Promise<{ report: ColdstartReport; figures: ColdstartFigures }> => {
  const folder = mkdtempSync(join(tmpdir(), 'hadir-coldstart-'));
  const secrets = await startSecrets();
  try {
    const [hot, least] = [join(folder, 'hot.mjs'), join(folder, 'floor.mjs')];
    const { bytes } = await bundleHandler('hot', hot);
    const { metafile } = await build({
      ...settings,
      stdin: { contents: floor, resolveDir: root },
      outfile: least,
      metafile: true,
    });
    const env = environmentWith(secrets.url);
    const loads: Record<'hot' | 'floor', Loaded>[] = [];
    // The first of each reads the file from the disk, and is not counted.
    for (let number = 0; number <= rounds; number += 1) {
      const measured = { floor: await load(least, env), hot: await load(hot, env) };
      if (number > 0) loads.push(measured);
    }
    const of = (bundle: 'hot' | 'floor', what: keyof Loaded): number => median(loads.map((both) => both[bundle][what]));
    const ratio = median(loads.map((both) => both.hot.loading / both.floor.loading));
    return {
      report: { bundleBytes: bytes, importRatio: round(ratio) },
      figures: {
        floorBytes: Object.values(metafile.outputs)[0]?.bytes ?? 0,
        hotMs: round(of('hot', 'loading'), 1),
        floorMs: round(of('floor', 'loading'), 1),
        hotStartMs: round(of('hot', 'start'), 1),
        floorStartMs: round(of('floor', 'start'), 1),
      },
    };
  } finally {
    secrets.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const coldstartTable = ({ report, figures }: { report: ColdstartReport; figures: ColdstartFigures }): string =>
  `${textTable([
    ['', 'bytes', 'processor ms to load', 'ms until ready'],
    ['the doors’ function', report.bundleBytes, figures.hotMs, figures.hotStartMs],
    ['Hono and the DynamoDB client', figures.floorBytes, figures.floorMs, figures.floorStartMs],
  ])}ratio of loading ${report.importRatio}; ready with the codes’ keys read from a server on this machine\n`;
