/** Installations that data move between: laptops over data folders, and a cloud (a second engine, with a secret beside it); and the command line. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Output, run } from '../../functions/admin/admin-cli.ts';
import { ensureTable, startEngine } from '../../functions/local/engine.ts';
import { loadSealer } from '../../functions/local/seal-keys.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { makeRawItems, type RawItems } from '../../functions/platform/raw-items.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { parseTokenKeys } from '../../functions/platform/token-key-text.ts';
import { makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import { makeStores } from '../../functions/stores.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';

/** The product over a data folder, as the laptop runs it, with its own keys; `stop` ends the engine too. */
export const startLaptop = async (dataDir: string): Promise<TestApi> => {
  const engine = await startEngine(join(dataDir, 'table'));
  const client = makeClient({ ...engine, region: 'ap-southeast-3' });
  await ensureTable(client, 'hadir');
  const [tokenKeys, sealer] = [await loadTokenKeys(dataDir), await loadSealer(dataDir)];
  const stores = makeStores(makeTable(client, 'hadir'));
  const api = await startTestApi({ wrap: () => ({ stores, tokenKeys, sealer }) });
  return {
    ...api,
    keys: tokenKeys,
    stop: async () => {
      await api.stop();
      client.destroy();
      await engine.stop();
    },
  };
};

export interface Cloud {
  /** Where table and secret answer. */
  endpoint: string;
  engine: TestEngine;
  items: (table?: string) => RawItems;
  /** What Secrets Manager holds. */
  secret: () => string;
  /** As somebody else does. */
  putSecret: (text: string) => void;
  /** The product over the table, with the secret's keys and a sealing key of the cloud's own. */
  start: (former?: readonly string[]) => Promise<TestApi>;
  stop: () => Promise<void>;
}

export const where = ({ endpoint }: Cloud, table = 'hadir'): string[] => [
  ...['--table', table, '--endpoint', endpoint],
  ...['--secret', 'hadir-token-keys'],
];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Two calls of Secrets Manager, versions and stages among them. */
const makeSecretsManager = (first: string) => {
  const versions = [first];
  const told = (version: number) => ({
    ARN: 'hadir-token-keys',
    VersionId: `version-${version}`,
    SecretString: versions[version],
  });
  return {
    current: () => versions.at(-1) ?? '',
    put: (text: string) => void versions.push(text),
    answer: (operation: string, input: { VersionStage?: string; SecretString?: string }): object => {
      if (operation === 'PutSecretValue') versions.push(input.SecretString ?? '');
      return told(versions.length - (input.VersionStage === 'AWSPREVIOUS' ? 2 : 1));
    },
  };
};

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
};

export const startCloud = async (firstKeys: string): Promise<Cloud> => {
  const engine = await startTestEngine();
  const { protocol, hostname, port } = (await engine.client.config.endpoint?.()) ?? {};
  const table = `${protocol}//${hostname}:${port}`;
  const secrets = makeSecretsManager(firstKeys);
  const server = createServer(async (request, response) => {
    const [service = '', operation = ''] = String(request.headers['x-amz-target']).split('.');
    const body = await bodyOf(request);
    if (service === 'secretsmanager')
      return send(response, 200, JSON.stringify(secrets.answer(operation, JSON.parse(body))));
    const { host: _, 'content-length': __, connection: ___, ...headers } = request.headers as Record<string, string>;
    const answer = await fetch(table, { method: 'POST', headers, body });
    send(response, answer.status, await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const key = generateKeyPairSync('ed25519').privateKey;
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    engine,
    items: (name = 'hadir') => makeRawItems(engine.client, name),
    secret: secrets.current,
    putSecret: secrets.put,
    start: async (former = []) => {
      const tokenKeys = parseTokenKeys(secrets.current());
      const sealer = makeEd25519Sealer(key, former);
      const api = await startTestApi({ wrap: () => ({ stores: engine.stores, tokenKeys, sealer }) });
      return { ...api, keys: tokenKeys };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.stop();
    },
  };
};

export interface Told {
  code: number;
  out: string;
  err: string;
}

export const admin = async (...argv: string[]): Promise<Told> => {
  const told = { out: '', err: '' };
  const output: Output = {
    out: (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
  };
  return { code: await run(argv, output), ...told };
};

/** Of a command that must succeed, what it said. */
export const done = async (...argv: string[]): Promise<string> => {
  const { code, out, err } = await admin(...argv);
  if (code !== 0) throw new Error(`admin ${argv.join(' ')} ended with ${code}: ${err}`);
  return out;
};
