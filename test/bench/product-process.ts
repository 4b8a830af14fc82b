/**
 * The product in a process of its own, as an operator runs it: `functions/local/server.ts` over its engine on disk. Its parent
 * asks over IPC; one question, one answer.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startServer } from '../../functions/local/server.ts';
import { countRequests, type Requests } from '../support/count-requests.ts';
import { tapWire } from './wire.ts';

export type Question = 'settle' | 'count' | 'counted' | 'stop';
export interface Started {
  origin: string;
  /** Where its engine is, and what that asks for. */
  endpoint: string;
  accessKey: string;
}
export interface Counted {
  /** Every request that the product's client sent since `count`, e.g. `UpdateItem I#`. */
  labels: string[];
  /** How many there were by the tests' own counter: the two must agree. */
  sent: number;
}

let client: DynamoDBClient | undefined;
const server = await startServer({
  dataDir: process.argv[2] ?? '',
  port: 0,
  tapClient: (made) => {
    client = made;
  },
});

let wire: { labels: string[] } = { labels: [] };
let requests: Requests | undefined;
const answers: Record<Question, () => Promise<unknown>> = {
  settle: () => server.settled(),
  // Counting begins when asked, so that it costs the timed runs nothing.
  count: async () => {
    if (!client) return;
    wire = tapWire(client);
    requests = countRequests(client);
  },
  counted: async (): Promise<Counted> => ({ labels: wire.labels, sent: requests?.sent.length ?? 0 }),
  stop: () => server.close(),
};

process.on('message', async (question: Question) => {
  const answer = await answers[question]();
  process.send?.({ answer }, () => {
    if (question === 'stop') process.disconnect();
  });
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
const { endpoint, accessKey } = server.engine;
process.send?.({ answer: { origin: server.origin, endpoint, accessKey } satisfies Started });
