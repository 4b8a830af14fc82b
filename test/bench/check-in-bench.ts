/**
 * The product's HTTP check-in against a bare loop of the same conditional UpdateItem: same engine, same table, equal items, same
 * concurrency, turn by turn. The product (Hono, token, session gate, parsing, recomputing of coverage) runs in a process of its
 * own as it does for an operator; the bare loop runs in this one, which is also the product's client.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeInvitationStore } from '../../functions/invitations/invitation-store.ts';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { makeAccounts } from '../../functions/local/identity/accounts.ts';
import { tableName } from '../../functions/local/server.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { invitationKey, sessionKey } from '../../functions/platform/keys.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import { lahat } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';
import { median, percentile, round, textTable, timed } from './figures.ts';
import { fill, inviteAll, makeUnits, openSession } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { checkInRequests } from './wire.ts';

export interface CheckInSettings {
  checkIns: number;
  rounds: number;
  concurrencies: readonly number[];
}
export const fullCheckIn: CheckInSettings = { checkIns: 2000, rounds: 3, concurrencies: [1, 16, 64] };

type ByConcurrency = Record<string, number>;
export interface CheckInReport {
  /** The product's check-ins a second over the bare loop's. */
  ratio: ByConcurrency;
  /** Milliseconds, of the product. */
  p99: ByConcurrency;
  requestsPerCheckIn: number;
  readsPerCheckIn: number;
  perSecond: { product: ByConcurrency; bare: ByConcurrency };
  bareP99: ByConcurrency;
  /** What the recomputing of coverage sent while the counted check-ins ran. */
  recompute: { runs: number; requests: number };
}

interface Run {
  perSecond: number;
  p99: number;
}
type CheckIn = (invitation: Invitation, index: number) => Promise<void>;

const run = async (invitations: readonly Invitation[], concurrency: number, checkIn: CheckIn): Promise<Run> => {
  const times: number[] = [];
  const indexed = invitations.map((invitation, index) => ({ invitation, index }));
  const total = await timed(() =>
    sideBySide(indexed, concurrency, async ({ invitation, index }) => {
      times.push(await timed(() => checkIn(invitation, index)));
    }),
  );
  return { perSecond: (invitations.length / total) * 1000, p99: percentile(times, 0.99) };
};

/** What `check-in-store.ts` sends. */
const bareCheckIn =
  (client: DynamoDBClient): CheckIn =>
  async ({ session, id, tokenVersion }, index) => {
    const now = new Date().toISOString();
    const { nonce, mode, who, door } = { nonce: nonceOf(index), mode: 'IN_PERSON', who: 'holder', door: 'Pintu A' };
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: marshall(invitationKey(session, id)),
        UpdateExpression: 'SET checkIn = if_not_exists(checkIn, :checkIn)',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt) AND tokenVersion = :version',
        ExpressionAttributeValues: marshall({
          ':checkIn': { at: now, scannedAt: now, receivedAt: now, door, mode, who, nonce },
          ':version': tokenVersion,
        }),
        ReturnValues: 'ALL_OLD',
      }),
    );
  };

const nonceOf = (index: number): string => `V1StGXR8_Z5jdHi6B-${String(index).padStart(6, '0')}`;

interface Door {
  checkIn: CheckIn;
  close: () => void;
}

/** A door over HTTP with kept connections. Node's own client: fetch takes twice its time on the cores that all share. */
const openDoor = (origin: string, accessToken: string, keys: TokenKeys, connections: number): Door => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (path: string, body: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const sent = request(`${origin}${path}`, { method: 'POST', agent, headers }, (response) => {
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
    checkIn: async ({ session, id, tokenVersion }, index) => {
      const token = makeToken(keys, { session, invitation: id, version: tokenVersion });
      const now = new Date().toISOString();
      const scan = { token, nonce: nonceOf(index), scannedAt: now, sentAt: now, door: 'Pintu A' };
      const { status, text } = await post(`/api/sessions/${session}/check-ins`, JSON.stringify(scan));
      if (status !== 201) throw new Error(`a check-in was answered ${status}: ${text}`);
    },
    close: () => agent.destroy(),
  };
};

interface Bench {
  settings: CheckInSettings;
  product: Product;
  client: DynamoDBClient;
  keys: TokenKeys;
  accessToken: string;
  units: readonly Unit[];
}

let sessions = 0;
/** An open session with everybody invited, and one more invitation to warm the way with. */
const prepare = async ({ client, units }: Bench): Promise<{ first: Invitation; rest: Invitation[] }> => {
  sessions += 1;
  const id = makeSessionId(lahat, `bench-${sessions}`);
  const session = openSession(id, ['OPD'], new Date().toISOString());
  const [first, ...rest] = inviteAll(id, units);
  if (!first) throw new Error('nobody to check in');
  const everybody = [first, ...rest];
  const store = makeInvitationStore(makeTable(client, tableName));
  const frozen = await store.putFrozenRoster(
    id,
    everybody.map((invitation) => invitation.id),
  );
  const items = everybody.map((invitation) => ({ ...invitationKey(id, invitation.id), ...invitation }));
  const opened = { ...session, frozen: { at: session.startsAt, ...frozen } };
  await fill(client, tableName, [{ ...sessionKey(id), ...opened }, ...items]);
  return { first, rest };
};

const runProduct = async (bench: Bench, concurrency: number): Promise<Run> => {
  const door = openDoor(bench.product.origin, bench.accessToken, bench.keys, concurrency);
  const { first, rest } = await prepare(bench);
  // The first scan of a session reads the session; the doors of a hall do that once in half a minute.
  await door.checkIn(first, rest.length);
  await bench.product.settle();
  const result = await run(rest, concurrency, door.checkIn);
  door.close();
  await bench.product.settle();
  return result;
};

const runBare = async (bench: Bench, concurrency: number): Promise<Run> => {
  const checkIn = bareCheckIn(bench.client);
  const { first, rest } = await prepare(bench);
  await checkIn(first, rest.length);
  return run(rest, concurrency, checkIn);
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

const countOnce = async (
  bench: Bench,
): Promise<Pick<CheckInReport, 'requestsPerCheckIn' | 'readsPerCheckIn' | 'recompute'>> => {
  const { product, keys, accessToken, settings } = bench;
  const { first, rest } = await prepare(bench);
  const door = openDoor(product.origin, accessToken, keys, 16);
  await door.checkIn(first, rest.length);
  await product.settle();
  await product.count();
  await run(rest, 16, door.checkIn);
  await product.settle();
  door.close();
  const { labels, sent } = await product.counted();
  if (labels.length !== sent) throw new Error(`two counts of the same requests differ: ${labels.length} and ${sent}`);
  const { requests, reads, recomputes } = checkInRequests(labels);
  return {
    requestsPerCheckIn: round(requests / settings.checkIns, 3),
    readsPerCheckIn: round(reads / settings.checkIns, 3),
    recompute: { runs: recomputes, requests: sent - requests },
  };
};

const report = async (bench: Bench): Promise<CheckInReport> => {
  // Both ways once unmeasured: the compilers have seen the code when it counts.
  await runProduct(bench, 16);
  await runBare(bench, 16);
  const all: CheckInReport = {
    ratio: {},
    p99: {},
    requestsPerCheckIn: Number.NaN,
    readsPerCheckIn: Number.NaN,
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

export const benchCheckIn = async (settings: CheckInSettings): Promise<CheckInReport> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hadir-bench-'));
  const accounts = makeAccounts({ dataDir, now: () => new Date(), randomBytes });
  const { code } = await accounts.addWithOneTimeCode({ username, name: 'Operator', role: 'operator', region: lahat });
  const product = await startProduct(dataDir);
  const client = makeClient({ endpoint: product.endpoint, region: 'ap-southeast-3' });
  try {
    const { accessToken } = await signIn({ origin: product.origin, username, secret: code, newPassword });
    const units = await makeUnits(settings.checkIns + 1);
    return await report({ settings, product, client, keys: await loadTokenKeys(dataDir), accessToken, units });
  } finally {
    client.destroy();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

export const checkInTable = ({ ratio, p99, bareP99, perSecond, ...counted }: CheckInReport): string =>
  `${textTable([
    ['at once', 'product/s', 'bare/s', 'ratio', 'product p99 ms', 'bare p99 ms'],
    ...Object.keys(ratio).map((at) =>
      [at, perSecond.product[at], perSecond.bare[at], ratio[at], p99[at], bareP99[at]].map(String),
    ),
  ])}
requests per check-in ${counted.requestsPerCheckIn}, reads per check-in ${counted.readsPerCheckIn}; meanwhile ${counted.recompute.requests} requests for ${counted.recompute.runs} recomputings of coverage\n`;
