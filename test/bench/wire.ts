/** What a client sends, request by request, told by operation and by kind of item. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

interface Body {
  Key?: { sk?: { S?: string } };
  Item?: { sk?: { S?: string } };
  ExpressionAttributeValues?: Record<string, { S?: string }>;
}

/** `UpdateItem I#`, `GetItem S#`, `Query I#`: the operation with the sort key up to its first `#`. */
const labelOf = (operation: string, bytes: Uint8Array): string => {
  const body = JSON.parse(new TextDecoder().decode(bytes)) as Body;
  const sk = body.Key?.sk?.S ?? body.Item?.sk?.S ?? body.ExpressionAttributeValues?.[':prefix']?.S ?? '';
  return `${operation} ${sk.slice(0, sk.indexOf('#') + 1)}`;
};

export const tapWire = (client: DynamoDBClient): { labels: string[] } => {
  const labels: string[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      // After the retry step: every attempt passes here.
      const { body } = args.request as { body: Uint8Array };
      labels.push(labelOf(String(context.commandName).replace(/Command$/, ''), body));
      return next(args);
    },
    { step: 'finalizeRequest', name: 'tapWire', priority: 'low' },
  );
  return { labels };
};

/**
 * The requests that check-ins made, out of all that the client sent while they ran. The rest is the recomputing of coverage:
 * it reads the session, its invitations, its frozen roster, its conflicts, its head counts and what stands there once each, and writes the coverage and the state
 * of the day. After it come the totals: the regency is read, its records, what stands there, and the rows and tenants of its province.
 */
export const checkInRequests = (labels: readonly string[]): { requests: number; reads: number; recomputes: number } => {
  const count = (label: string) => labels.filter((one) => one === label).length;
  const recomputes = count('GetItem ROSTER#');
  const queries = count('Query I#') + count('Query C#') + count('Query HC#');
  const ofRecompute = 2 * recomputes + count('GetItem COV#') + queries + count('PutItem DAY#') + count('PutItem COV#');
  // The regency itself has a key without a mark; it is read once for each time that the province is written.
  const totalsRead =
    count('PutItem P#') + count('GetItem R#') + count('GetItem P#') + count('Query COV#') + count('Query R#');
  const ofTotals = totalsRead + count('PutItem R#') + count('PutItem P#');
  const reads = labels.filter((label) => /^(GetItem|BatchGetItem|Query|Scan) /.test(label)).length;
  return {
    requests: labels.length - ofRecompute - ofTotals,
    reads: reads - 2 * recomputes - count('GetItem COV#') - queries - totalsRead,
    recomputes,
  };
};
