import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, makeAccounts } from '../../functions/local/identity/accounts.ts';
import { type Issuer, makeIssuer } from '../../functions/local/identity/issuer.ts';
import { freePort } from '../support/free-port.ts';

export const regions = [
  { code: '16.04', name: 'Kabupaten Lahat' },
  { code: '18', name: 'Provinsi Lampung' },
  { code: '63.03', name: 'Kabupaten Banjar' },
  { code: '33.72', name: 'Kota Surakarta' },
  { code: '32.79', name: 'Kota Banjar' },
];

/** A clock that tests move by hand; it starts at the real time, since the tokens are checked against that. */
export function makeClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance(ms: number) {
      ahead += ms;
    },
  };
}

export interface TestServer {
  origin: string;
  dataDir: string;
  accounts: Accounts;
  issuer: Issuer;
  clock: ReturnType<typeof makeClock>;
  faults: string[];
  /** Stops serving and starts anew on the same address and data, as a restart of the product does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The issuer over real HTTP on a free port of the loopback, with a data folder of its own. */
export async function startServer(options: { allowSkipPassword?: boolean } = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hadir-identity-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const clock = makeClock();
  const faults: string[] = [];
  let server: Server | undefined;

  async function start() {
    const accounts = makeAccounts({ dataDir, now: clock.now, randomBytes, cost: { n: 2 ** 14, r: 8, p: 1 } });
    const report = (code: string, error: unknown) => faults.push(`${code} ${String(error)}`);
    const issuer = await makeIssuer({ origin, dataDir, accounts, regions, now: clock.now, report, ...options });
    server = createServer((req, res) => {
      if (issuer.handles(req.url ?? '/')) issuer.handler(req, res);
      else res.writeHead(404).end('outside');
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    return { accounts, issuer };
  }
  async function close() {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  }

  const running: TestServer = {
    origin,
    dataDir,
    clock,
    faults,
    ...(await start()),
    async restart() {
      await close();
      Object.assign(running, await start());
    },
    async stop() {
      await close();
      await rm(dataDir, { recursive: true });
    },
  };
  return running;
}
