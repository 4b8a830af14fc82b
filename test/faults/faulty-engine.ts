/** Stands between a client and the embedded engine, on a real wire, and does to a request what the test says. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An error by its name in the protocol; or a connection cut before or after the engine did the work; or no answer ever. */
export type Fault = { status: number; type: string } | 'cut' | 'lose-answer' | 'hang';

export const throttled: Fault = {
  status: 400,
  type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
};
export const tooFast: Fault = { status: 400, type: 'com.amazon.coral.availability#ThrottlingException' };
export const broken: Fault = { status: 500, type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' };

export interface FaultyEngine {
  endpoint: string;
  /** The engine behind it. */
  forwardTo: (engine: string) => void;
  /** Every request that arrived, e.g. `UpdateItem`, faulty or not. */
  arrived: string[];
  /** The writes among them, e.g. `dynamodb:UpdateItem`, with the partition's key; also those before `heal`. */
  written: { action: string; pk: string }[];
  /** What happens to the next requests of an operation, in order; `times` of Infinity lasts until `heal`. */
  fail: (operation: string, fault: Fault, times: number) => void;
  heal: () => void;
  /** What its answers say about the time, in milliseconds before or after this machine's. */
  setClock: (ahead: number) => void;
  stop: () => Promise<void>;
}

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Of one item, as all our writes are; of any other an empty key, which is no partition's. */
const writtenBy = (operation: string, body: Buffer): FaultyEngine['written'] => {
  const { Key, Item } = JSON.parse(body.toString());
  return [{ action: `dynamodb:${operation}`, pk: (Key ?? Item)?.pk.S ?? '' }];
};

const pass = async (engine: string, incoming: IncomingMessage, body: Buffer) => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(engine, { method: 'POST', headers: incoming.headers }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) };
};

export const startFaultyEngine = async (): Promise<FaultyEngine> => {
  let engine = '';
  const arrived: string[] = [];
  const written: FaultyEngine['written'] = [];
  let ahead = 0;
  let planned: { operation: string; fault: Fault; times: number }[] = [];
  const next = (operation: string): Fault | undefined => {
    const plan = planned.find((one) => one.operation === operation && one.times > 0);
    if (plan) plan.times -= 1;
    return plan?.fault;
  };
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    arrived.push(operation);
    if (!/Get|Query|Scan|Describe/.test(operation)) written.push(...writtenBy(operation, body));
    const fault = next(operation);
    if (fault === 'hang') return;
    if (fault === 'cut') return void incoming.socket.destroy();
    if (typeof fault === 'object') {
      response.writeHead(fault.status, { 'content-type': 'application/x-amz-json-1.0' });
      return void response.end(JSON.stringify({ __type: fault.type, message: 'made by the test' }));
    }
    const answer = await pass(engine, incoming, body);
    if (fault === 'lose-answer') return void incoming.socket.destroy();
    const date = new Date(Date.now() + ahead).toUTCString();
    response.writeHead(answer.status, { ...answer.headers, date }).end(answer.body);
  };
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forwardTo: (address) => {
      engine = address;
    },
    arrived,
    written,
    fail: (operation, fault, times) => void planned.push({ operation, fault, times }),
    heal: () => {
      planned = [];
      arrived.length = 0;
    },
    setClock: (milliseconds) => {
      ahead = milliseconds;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
