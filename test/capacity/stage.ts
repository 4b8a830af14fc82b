/**
 * A session that the capacity model is compared with: the real app over the embedded engine in a process of its own, so that what this one
 * consumes is the app's alone; offices as long as real ones (Lahat's roster, repeated to the wanted number); a meter around each action.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { ensureTable, startEngine } from '../../functions/local/engine.ts';
import { unitKey } from '../../functions/platform/keys.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import { makeStores } from '../../functions/stores.ts';
import { fill, makeUnits } from '../bench/people.ts';
import { as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { countRequests } from '../support/count-requests.ts';
import { lahat } from '../support/fixtures.ts';
import { pledgeVariables, registerRegency, sessionBody } from '../support/scenario.ts';

/** Of one action: what the engine said it consumed, processor time of the app and its client, and the bytes of its answers. */
export interface Consumed {
  requests: number;
  read: number;
  write: number;
  cpuMs: number;
  bytes: number;
}

export interface Stage {
  api: TestApi;
  client: DynamoDBClient;
  session: string;
  base: string;
  units: readonly Unit[];
  /** Whom the pledge binds. */
  pledging: readonly Unit[];
  hash: string;
  token: (unit: Unit) => string;
  /** Does it once for each, one after the other, and answers the mean. */
  meter: <T>(each: readonly T[], work: (one: T) => Promise<unknown>) => Promise<Consumed>;
  /** As an organiser unless told; throws for an answer that is no success. */
  call: (method: string, path: string, body?: unknown, key?: string) => Promise<Reply>;
  later: (seconds: number) => void;
  nonce: () => string;
  stop: () => Promise<void>;
}

export const done = (reply: Reply): Reply => {
  if (reply.status >= 300) throw new Error(`a step answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

/** Whom the ikrar binds, among the classes of the roster. */
const bound: readonly string[] = ['OPD', 'KECAMATAN', 'KELURAHAN', 'SD', 'SMP', 'PUSKESMAS'];

const withEmail = (unit: Unit): Unit =>
  unit.holder ? { ...unit, holder: { ...unit.holder, email: `kepala.${unit.id}@lahat.example` } } : unit;

const startApi = async () => {
  const engine = await startEngine();
  const client = makeClient({ ...engine, region: 'ap-southeast-3' });
  await ensureTable(client, 'hadir');
  const requests = countRequests(client);
  const api = await startTestApi({
    wrap: () => ({ stores: makeStores(makeTable(client, 'hadir')), mail: { queued: () => {} } }),
  });
  const stop = async () => {
    client.destroy();
    await api.stop();
    await engine.stop();
  };
  return { api, client, requests, stop };
};

/** A regency with that many units in its register, and a session in DRAFT that asks nobody yet. */
export const startStage = async (invited: number): Promise<Stage> => {
  const { api, client, requests, stop } = await startApi();
  api.clock.now = new Date('2024-06-20T02:00:00Z');
  done(await registerRegency(api, lahat));
  const units = (await makeUnits(invited)).map(withEmail);
  await fill(
    client,
    'hadir',
    units.map((unit) => ({ ...unitKey(lahat, unit.id), ...unit })),
  );
  const call: Stage['call'] = async (method, path, body, key) =>
    done(await api.call(as('organizer'), method, path, body, key === undefined ? {} : { 'idempotency-key': key }));
  const classes = [...new Set(units.map((unit) => unit.class))];
  const pledge = {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: pledgeVariables,
    classes: classes.filter((name) => bound.includes(name)),
    readFirst: true,
  };
  const title = 'Rapat Koordinasi dan Sosialisasi Netralitas ASN di Lingkungan Pemerintah Kabupaten Lahat';
  const plan = sessionBody({ title, classes, pledge });
  const created = await call('POST', `/api/regencies/${lahat}/sessions`, plan, 'capacity-session');
  const session: string = created.body.id;
  let nonces = 0;
  return {
    api,
    client,
    session,
    base: `/api/sessions/${session}`,
    units,
    pledging: units.filter((unit) => unit.holder && bound.includes(unit.class)),
    hash: created.body.pledge.hash,
    token: ({ id }) => makeToken(api.keys, { session, invitation: id, version: 1 }),
    meter: async (each, work) => {
      requests.reset();
      let bytes = 0;
      const begun = process.cpuUsage();
      for (const one of each) bytes += ((await work(one)) as Partial<Reply> | undefined)?.bytes?.length ?? 0;
      const { user, system } = process.cpuUsage(begun);
      const mean = (sum: number): number => sum / each.length;
      return {
        requests: mean(requests.sent.length),
        read: mean(requests.units.read),
        write: mean(requests.units.write),
        cpuMs: mean((user + system) / 1000),
        bytes: mean(bytes),
      };
    },
    call,
    later: (seconds) => {
      api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000);
    },
    // As long as a door makes them.
    nonce: () => {
      nonces += 1;
      return `V1StGXR8_Z5jdHi6${String(nonces).padStart(5, '0')}`;
    },
    stop,
  };
};
