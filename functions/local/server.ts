/** The whole product on one machine: embedded engine, local issuer, API and pages behind one loopback address. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../app.ts';
import { makeRecompute } from '../coverage/recompute.ts';
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import type { Deps } from '../deps.ts';
import { documentRoutes } from '../documents/document-routes.ts';
import type { SendMail } from '../messages/mail-sender.ts';
import { makeOweReminders } from '../messages/owe-reminders.ts';
import { makeVerifyAccessToken } from '../platform/access-token.ts';
import { regencyOfSession } from '../platform/ids.ts';
import { remoteKeys } from '../platform/issuer-keys.ts';
import { type Logger, makeLogger, type ServedRequest } from '../platform/log.ts';
import { makeReadEngine, makeReadiness } from '../platform/readiness.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { regions } from '../regions/regions.ts';
import { makeSealSession } from '../seals/seal-session.ts';
import { makeStores, type Stores } from '../stores.ts';
import { type Engine, ensureTable, startEngine } from './engine.ts';
import { type Accounts, makeAccounts } from './identity/accounts.ts';
import { CLIENT_ID, type Issuer, makeIssuer } from './identity/issuer.ts';
import { startMail } from './mail.ts';
import { type Metrics, makeMetrics, serveMetrics } from './metrics.ts';
import { makePages } from './pages.ts';
import { makeProject, makeRecomputeSoon, makeTotalsSoon } from './recompute-soon.ts';
import { startReminders } from './reminders.ts';
import { loadSealer } from './seal-keys.ts';
import { loadTokenKeys } from './token-keys.ts';

export interface ServerSettings {
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** Loopback unless told otherwise. */
  host?: string;
  /** The address that people reach, when it is not `http://host:port` (a tunnel, a proxy with a certificate). */
  origin?: string;
  /** The product's clock; sign-in always goes by the machine's own. */
  now?: () => Date;
  log?: (line: string) => void;
  /** The demo's visitors may enter with the printed code without choosing a password. */
  allowSkipPassword?: boolean;
  /** The way out for e-mails; without it none are sent, and the API says so. */
  sendMail?: SendMail;
  /** Writes a line for each request too, and not only for what failed or was turned away. */
  logRequests?: boolean;
  /** Where figures for Prometheus are served, always on 127.0.0.1; 0 takes a free port. Without it none are kept. */
  metricsPort?: number;
  /** Sees the client before it is used, e.g. to count its requests. */
  tapClient?: (client: DynamoDBClient) => void;
}

export interface RunningServer {
  origin: string;
  /** Where the figures are, if they are kept. */
  metrics: string | undefined;
  stores: Stores;
  accounts: Accounts;
  issuer: Issuer;
  engine: Engine;
  /** Waits until the coverage of everything that changed is recomputed, and what is closed is sealed. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

const systemTime = () => new Date();

export const tableName = 'hadir';

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use; choose another with PORT=…`) : error),
    );
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });

/** After an unclean end: what was written last may not have been counted, totalled or sealed, and mails may still be owed. */
const takeUpAgain = async (
  stores: Stores,
  {
    changed,
    queued,
    totalled,
  }: {
    changed: (session: string) => void;
    queued: ((session: string) => void) | undefined;
    totalled: (regency: string) => void;
  },
): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await stores.regencies.page('', { limit: 100, cursor });
    for (const { code } of page.items) {
      totalled(code);
      for (const session of await stores.sessions.all(code)) {
        if (session.frozen) changed(session.id);
        queued?.(session.id);
      }
    }
    cursor = page.next ?? undefined;
  } while (cursor);
};

const secondsSince = (moment: number | undefined): number =>
  moment === undefined ? 0 : (performance.now() - moment) / 1000;

/** Whoever is to be told of every request. */
const servedBy =
  (metrics: Metrics | undefined, log: Logger | undefined) =>
  (request: ServedRequest): void => {
    metrics?.served(request);
    log?.info('REQUEST', request);
  };

export const startServer = async (settings: ServerSettings): Promise<RunningServer> => {
  const { dataDir, host = '127.0.0.1', now = systemTime } = settings;
  const log = makeLogger(settings.log ?? (() => {}), now);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const engine = await startEngine(join(dataDir, 'table'));
  const client = makeClient({ ...engine, region: 'ap-southeast-3' });
  await ensureTable(client, tableName);
  const metrics =
    settings.metricsPort === undefined
      ? undefined
      : makeMetrics({
          projectionLag: () => secondsSince(soon.oldest()),
          mailsOwed: () => mail?.owed() ?? 0,
        });
  metrics?.tap(client);
  settings.tapClient?.(client);
  const stores = makeStores(makeTable(client, tableName));

  // The address must be known before the issuer is made, and the port only after listening; so the handler comes last.
  let handle: Parameters<typeof createServer>[1] = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => handle?.(request, response));
  const port = await listen(server, settings.port, host);
  const origin = settings.origin ?? `http://${host}:${port}`;

  const accounts = makeAccounts({ dataDir, now: systemTime, randomBytes });
  const issuer = await makeIssuer({
    origin,
    dataDir,
    accounts,
    regions: regions.regencies(),
    allowSkipPassword: settings.allowSkipPassword ?? false,
    now: systemTime,
    randomBytes,
    report: (code, error) => log.fault(code, '-', error),
  });
  const sealer = await loadSealer(dataDir, (key) => log.info('SEAL_KEY_REPLACED', { key }));
  const failed = (error: unknown) => log.fault('PROJECTION_FAILED', '-', error);
  // Apart from the sessions, whose figures doors and boards wait for: a regency's totals read all of its sessions.
  const totals = makeTotalsSoon(makeRecomputeTotals({ ...stores, now }), failed);
  const recompute = makeRecompute({ ...stores, now });
  const soon = makeRecomputeSoon(
    makeProject({
      recompute: async (session) => {
        const record = await recompute(session);
        if (record) totals.changed(regencyOfSession(session));
        return record;
      },
      seal: makeSealSession({ stores, sealer, randomBytes, now }),
    }),
    250,
    failed,
  );
  const settled = async () => {
    await soon.settled();
    await totals.settled();
  };
  const tokenKeys = await loadTokenKeys(dataDir);
  const mail = settings.sendMail && startMail({ stores, tokenKeys, origin, now, log, send: settings.sendMail });
  const deps: Deps = {
    stores,
    tokenKeys,
    sealer,
    randomBytes,
    origin,
    // Keys are fetched from the loopback address, also when people reach the product by another one.
    verifyAccessToken: makeVerifyAccessToken({
      issuer: issuer.issuer,
      clientId: CLIENT_ID,
      keys: remoteKeys(`http://${host}:${port}/oidc/jwks`, {
        now: systemTime,
        failed: (error) => log.fault('SIGN_IN_KEYS_UNREAD', '-', error),
      }),
      now: systemTime,
    }),
    signIn: { issuer: issuer.issuer, clientId: CLIENT_ID, scope: 'openid profile offline_access' },
    readiness: makeReadiness({ readEngine: makeReadEngine(client, tableName), tokenKeys, sealer, now: systemTime }),
    now,
    newRequestId: () => randomBytes(9).toString('base64url'),
    log,
    served: servedBy(metrics, settings.logRequests ? log : undefined),
    changed: soon.changed,
    live: { holdMs: 20_000, pollMs: 1_000 },
    ...(mail && { mail }),
  };
  const api = createApp(deps, documentRoutes);
  const listeners = { api: getRequestListener(api.fetch), pages: getRequestListener(makePages().fetch) };
  handle = (request, response) => {
    const url = request.url ?? '';
    if (issuer.handles(url)) return issuer.handler(request, response);
    return url.startsWith('/api/') ? listeners.api(request, response) : listeners.pages(request, response);
  };
  await takeUpAgain(stores, { changed: soon.changed, queued: mail?.queued, totalled: totals.changed });
  const reminders =
    mail &&
    startReminders(makeOweReminders({ stores, now, queued: mail.queued, log }), (error) =>
      log.fault('REMINDERS_FAILED', '-', error),
    );

  const figures = metrics && (await serveMetrics(metrics, settings.metricsPort ?? 0));

  return {
    origin,
    metrics: figures?.url,
    stores,
    accounts,
    issuer,
    engine,
    settled,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await figures?.stop();
      await reminders?.stop();
      await mail?.stop();
      await settled();
      client.destroy();
      await engine.stop();
    },
  };
};
