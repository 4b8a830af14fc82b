/**
 * One of the product's calls over HTTP against a bare loop of the conditional UpdateItem that it makes: same engine, same table, equal
 * items, same concurrency, turn by turn. The product (Hono, token, session gate, parsing, recomputing of coverage) runs in a process of
 * its own as it does for an operator; the bare loop runs in this one, which is also the product's client.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeInvitationStore } from '../../functions/invitations/invitation-store.ts';
import { makeAccounts } from '../../functions/local/identity/accounts.ts';
import { tableName } from '../../functions/local/server.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { invitationKey, sessionKey } from '../../functions/platform/keys.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { lahat } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';
import { median, percentile, round, textTable, timed } from './figures.ts';
import { fill, inviteAll, makeUnits, openSession } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { checkInRequests } from './wire.ts';

export interface OneWriteSettings {
  /** How many in each run. */
  writes: number;
  rounds: number;
  concurrencies: readonly number[];
}

/** What is measured: the product's call, and the bare write in its place. */
export interface Measured {
  /** What is different of an open session, and what lies beside it in the table. */
  prepare?: (session: Session) => { session: Session; items: object[] };
  /** The product's call, answered 201. */
  call: (invitation: Invitation, index: number, keys: TokenKeys) => { path: string; body: object };
  bare: (client: DynamoDBClient, invitation: Invitation, index: number) => Promise<unknown>;
}

type ByConcurrency = Record<string, number>;
export interface OneWriteReport {
  /** The product's calls a second over the bare loop's. */
  ratio: ByConcurrency;
  /** Milliseconds, of the product. */
  p99: ByConcurrency;
  requests: number;
  reads: number;
  perSecond: { product: ByConcurrency; bare: ByConcurrency };
  bareP99: ByConcurrency;
  /** What the recomputing of coverage sent while the counted calls ran. */
  recompute: { runs: number; requests: number };
}

interface Run {
  perSecond: number;
  p99: number;
}
type Write = (invitation: Invitation, index: number) => Promise<unknown>;

const run = async (invitations: readonly Invitation[], concurrency: number, write: Write): Promise<Run> => {
  const times: number[] = [];
  const indexed = invitations.map((invitation, index) => ({ invitation, index }));
  const total = await timed(() =>
    sideBySide(indexed, concurrency, async ({ invitation, index }) => {
      times.push(await timed(() => write(invitation, index)));
    }),
  );
  return { perSecond: (invitations.length / total) * 1000, p99: percentile(times, 0.99) };
};

/** As long as the pages' own. */
export const nonceOf = (index: number): string => `V1StGXR8_Z5jdHi6B-${String(index).padStart(6, '0')}`;

interface Desk {
  write: Write;
  close: () => void;
}

interface Bench {
  settings: OneWriteSettings;
  measured: Measured;
  product: Product;
  client: DynamoDBClient;
  keys: TokenKeys;
  accessToken: string;
  units: readonly Unit[];
}

/** A desk over HTTP with kept connections. Node's own client: fetch takes twice its time on the cores that all share. */
const openDesk = ({ product, accessToken, keys, measured }: Bench, connections: number): Desk => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (path: string, body: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const sent = request(`${product.origin}${path}`, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    write: async (invitation, index) => {
      const { path, body } = measured.call(invitation, index, keys);
      const { status, text } = await post(path, JSON.stringify(body));
      if (status !== 201) throw new Error(`a call was answered ${status}: ${text}`);
    },
    close: () => agent.destroy(),
  };
};

let sessions = 0;
/** An open session with everybody invited, and one more invitation to warm the way with. */
const prepare = async ({ client, units, measured }: Bench): Promise<{ first: Invitation; rest: Invitation[] }> => {
  sessions += 1;
  const id = makeSessionId(lahat, `bench-${sessions}`);
  const plain = openSession(id, ['OPD'], new Date().toISOString());
  const { session, items: beside } = measured.prepare?.(plain) ?? { session: plain, items: [] };
  const [first, ...rest] = inviteAll(id, units);
  if (!first) throw new Error('nobody was invited');
  const everybody = [first, ...rest];
  const store = makeInvitationStore(makeTable(client, tableName));
  const frozen = await store.putFrozenRoster(
    id,
    everybody.map((invitation) => invitation.id),
  );
  const items = everybody.map((invitation) => ({ ...invitationKey(id, invitation.id), ...invitation }));
  const opened = { ...session, frozen: { at: session.startsAt, ...frozen } };
  await fill(client, tableName, [{ ...sessionKey(id), ...opened }, ...beside, ...items]);
  return { first, rest };
};

const runProduct = async (bench: Bench, concurrency: number): Promise<Run> => {
  const desk = openDesk(bench, concurrency);
  const { first, rest } = await prepare(bench);
  // The first call of a session reads the session; a hall does that once in half a minute.
  await desk.write(first, rest.length);
  await bench.product.settle();
  const result = await run(rest, concurrency, desk.write);
  desk.close();
  await bench.product.settle();
  return result;
};

const runBare = async (bench: Bench, concurrency: number): Promise<Run> => {
  const write: Write = (invitation, index) => bench.measured.bare(bench.client, invitation, index);
  const { first, rest } = await prepare(bench);
  await write(first, rest.length);
  return run(rest, concurrency, write);
};

const measure = async (bench: Bench, concurrency: number): Promise<{ product: Run; bare: Run }> => {
  const product: Run[] = [];
  const bare: Run[] = [];
  for (let round = 0; round < bench.settings.rounds; round += 1) {
    product.push(await runProduct(bench, concurrency));
    bare.push(await runBare(bench, concurrency));
  }
  const middle = (runs: readonly Run[]): Run => ({
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
    p99: median(runs.map(({ p99 }) => p99)),
  });
  return { product: middle(product), bare: middle(bare) };
};

const countOnce = async (bench: Bench): Promise<Pick<OneWriteReport, 'requests' | 'reads' | 'recompute'>> => {
  const { product, settings } = bench;
  const { first, rest } = await prepare(bench);
  const desk = openDesk(bench, 16);
  await desk.write(first, rest.length);
  await product.settle();
  await product.count();
  await run(rest, 16, desk.write);
  await product.settle();
  desk.close();
  const { labels, sent } = await product.counted();
  if (labels.length !== sent) throw new Error(`two counts of the same requests differ: ${labels.length} and ${sent}`);
  const { requests, reads, recomputes } = checkInRequests(labels);
  return {
    requests: round(requests / settings.writes, 3),
    reads: round(reads / settings.writes, 3),
    recompute: { runs: recomputes, requests: sent - requests },
  };
};

const report = async (bench: Bench): Promise<OneWriteReport> => {
  // Both ways once unmeasured: the compilers have seen the code when it counts.
  await runProduct(bench, 16);
  await runBare(bench, 16);
  const all: OneWriteReport = {
    ratio: {},
    p99: {},
    requests: Number.NaN,
    reads: Number.NaN,
    perSecond: { product: {}, bare: {} },
    bareP99: {},
    recompute: { runs: 0, requests: 0 },
  };
  for (const concurrency of bench.settings.concurrencies) {
    const { product, bare } = await measure(bench, concurrency);
    all.ratio[concurrency] = round(product.perSecond / bare.perSecond);
    all.p99[concurrency] = round(product.p99, 1);
    all.bareP99[concurrency] = round(bare.p99, 1);
    all.perSecond.product[concurrency] = Math.round(product.perSecond);
    all.perSecond.bare[concurrency] = Math.round(bare.perSecond);
  }
  return { ...all, ...(await countOnce(bench)) };
};

const username = 'operator.1604';
const newPassword = 'pintu aula yang terbuka lebar';

export const benchOneWrite = async (measured: Measured, settings: OneWriteSettings): Promise<OneWriteReport> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hadir-bench-'));
  const accounts = makeAccounts({ dataDir, now: () => new Date(), randomBytes });
  const { code } = await accounts.addWithOneTimeCode({ username, name: 'Operator', role: 'operator', region: lahat });
  const product = await startProduct(dataDir);
  const client = makeClient({ ...product, region: 'ap-southeast-3' });
  try {
    const { accessToken } = await signIn({ origin: product.origin, username, secret: code, newPassword });
    const units = await makeUnits(settings.writes + 1);
    const keys = await loadTokenKeys(dataDir);
    return await report({ settings, measured, product, client, keys, accessToken, units });
  } finally {
    client.destroy();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

export const oneWriteTable = (
  { ratio, p99, bareP99, perSecond, recompute, requests, reads }: OneWriteReport,
  what: string,
): string =>
  `${textTable([
    ['at once', 'product/s', 'bare/s', 'ratio', 'product p99 ms', 'bare p99 ms'],
    ...Object.keys(ratio).map((at) =>
      [at, perSecond.product[at], perSecond.bare[at], ratio[at], p99[at], bareP99[at]].map(String),
    ),
  ])}
requests per ${what} ${requests}, reads per ${what} ${reads}; meanwhile ${recompute.requests} requests for ${recompute.runs} recomputings of coverage\n`;
