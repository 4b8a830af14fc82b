/** Counts what a client really sends: one entry a request on the wire, retries included, with the units the engine reports. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Requests {
  /** Names of the operations in the order of sending, e.g. `UpdateItem`. */
  sent: string[];
  units: { read: number; write: number };
  reset: () => void;
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

interface Capacity {
  CapacityUnits?: number;
}

const unitsOf = (output: unknown): number => {
  const { ConsumedCapacity } = output as { ConsumedCapacity?: Capacity | Capacity[] };
  const all = Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity];
  return all.reduce((sum, capacity) => sum + (capacity?.CapacityUnits ?? 0), 0);
};

export const countRequests = (client: DynamoDBClient): Requests => {
  const requests: Requests = {
    sent: [],
    units: { read: 0, write: 0 },
    reset: () => {
      requests.sent = [];
      requests.units = { read: 0, write: 0 };
    },
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName).replace(/Command$/, '');
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } as typeof args);
      requests.units[reads.has(operation) ? 'read' : 'write'] += unitsOf(result.output);
      return result;
    },
    { step: 'initialize', name: 'askUnits' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      // After the retry step: every attempt passes here.
      requests.sent.push(String(context.commandName).replace(/Command$/, ''));
      return next(args);
    },
    { step: 'finalizeRequest', name: 'countRequests', priority: 'low' },
  );
  return requests;
};
