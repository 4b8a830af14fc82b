/**
 * What this machine's Hadir does, as figures for Prometheus. The only file that knows the library, and no Lambda imports it: in AWS
 * CloudWatch counts.
 *
 * No label holds a session, a person, a code or a path: every one is of a short closed list, so the figures tell nobody anything personal and
 * do not grow with use. They are served on the loopback address whatever address the product itself listens on: a collector runs on the
 * same machine, and who may read them is whoever may log in there.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ServedRequest } from '../platform/log.ts';

export interface MetricSources {
  /** In seconds: how long ago the change was that has waited longest for its figures; 0 when none waits. */
  projectionLag: () => number;
  mailsOwed: () => number;
}

export interface Metrics {
  served: (request: ServedRequest) => void;
  /** Counts what a client asks the engine. It then asks for consumed units, too. */
  tap: (client: DynamoDBClient) => void;
  registry: Registry;
}

/** In seconds: from a check-in's few milliseconds to a question for live figures, which is held for 20. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const readOperations = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

const outcomeOf = (error: unknown): 'refused' | 'throttled' | 'failed' => {
  const { name = '' } = error as Error;
  if (name === 'ConditionalCheckFailedException') return 'refused';
  return /Throttl|LimitExceeded|ThroughputExceeded/.test(name) ? 'throttled' : 'failed';
};

interface Consumed {
  CapacityUnits?: number;
}

const unitsOf = (output: unknown): number => {
  const { ConsumedCapacity: consumed = [] } = output as { ConsumedCapacity?: Consumed | Consumed[] };
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/** One counter for requests on the wire, each try of its own, so that a throttled one shows although it was tried again; one for units. */
const makeTap = (registers: Registry[]): Metrics['tap'] => {
  const requests = new Counter({
    name: 'hadir_engine_requests_total',
    help: 'Requests to the engine, retries included. refused: by a condition, which is an answer.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const units = new Counter({
    name: 'hadir_engine_units_total',
    help: 'Read and write units that the engine reported; of a write that a condition refused it reports none.',
    labelNames: ['operation', 'kind'],
    registers,
  });
  return (client) => {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const operation = operationOf(context);
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args);
        units.inc({ operation, kind: readOperations.has(operation) ? 'read' : 'write' }, unitsOf(result.output));
        return result;
      },
      { step: 'initialize', name: 'countUnits' },
    );
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const operation = operationOf(context);
        try {
          const result = await next(args);
          requests.inc({ operation, outcome: 'ok' });
          return result;
        } catch (error) {
          requests.inc({ operation, outcome: outcomeOf(error) });
          throw error;
        }
      },
      // After the retry step: every try passes here.
      { step: 'finalizeRequest', name: 'countOutcomes', priority: 'low' },
    );
  };
};
const operationOf = ({ commandName }: { commandName?: string }): string => String(commandName).replace(/Command$/, '');

const makeServed = (registers: Registry[]): Metrics['served'] => {
  const labelNames = ['method', 'route'] as const;
  const requests = new Counter({
    name: 'hadir_requests_total',
    help: 'Requests to the API that were answered.',
    labelNames: [...labelNames, 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'hadir_request_duration_seconds',
    help: 'Until the answer stood.',
    labelNames,
    buckets,
    registers,
  });
  return ({ route: served, status, ms }) => {
    const [method = '', route = ''] = served === 'unknown' ? ['any', served] : served.split(' ');
    requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
    durations.observe({ method, route }, ms / 1000);
  };
};

export const makeMetrics = ({ projectionLag, mailsOwed }: MetricSources): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };
  gauge(
    'hadir_projection_lag_seconds',
    'Age of the oldest change whose figures are not recomputed yet; 0 when none waits.',
    projectionLag,
  );
  gauge('hadir_mails_owed', 'E-mails that wait to be sent, as they were last looked at.', mailsOwed);
  return { served: makeServed(registers), tap: makeTap(registers), registry };
};

export interface MetricsServer {
  /** `http://127.0.0.1:<port>/metrics` */
  url: string;
  stop: () => Promise<void>;
}

/** Port 0 takes a free one. */
export const serveMetrics = async ({ registry }: Metrics, port: number): Promise<MetricsServer> => {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use; choose another with METRICS_PORT=…`) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
