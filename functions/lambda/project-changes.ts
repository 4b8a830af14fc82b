/**
 * From the table's stream to the coverage that changed. A record only says that something in a session is different now; the
 * figures are computed from the session as it stands. So a record that comes twice, late or in another order does no harm.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Recompute } from '../coverage/recompute.ts';
import type { Logger } from '../platform/log.ts';
import { sideBySide } from '../platform/side-by-side.ts';

/** Sessions recomputed at a time; each is one Query of its partition and one write. */
const width = 4;

/**
 * The session that an item's change can move the figures of: an invitation (with its check-in and signatures), a conflict, a
 * group's count or the session itself. Not a denial, a door or a reading, and above all not the coverage, which would feed the
 * projector with itself.
 */
export const sessionOf = ({ pk, sk }: { pk: string; sk: string }): string | undefined =>
  /^(I|C|HC)#/.test(sk)
    ? /^S#([a-z2-7]{10})$/.exec(pk)?.[1]
    : pk.startsWith('R#')
      ? /^S#([a-z2-7]{10})$/.exec(sk)?.[1]
      : undefined;

const keyOf = ({ dynamodb }: DynamoDBRecord) => ({ pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' });

/** Each session that the batch is about, with the number of its first record. */
const changesIn = (records: readonly DynamoDBRecord[]): Map<string, string> => {
  const changes = new Map<string, string>();
  for (const record of records) {
    const session = sessionOf(keyOf(record));
    if (session !== undefined && !changes.has(session)) changes.set(session, record.dynamodb?.SequenceNumber ?? '');
  }
  return changes;
};

export type Projector = (
  event: DynamoDBStreamEvent,
  context: { awsRequestId: string },
) => Promise<DynamoDBBatchResponse>;

/**
 * Recomputes every session of a batch once. The answer names the first record of each session that failed: Lambda delivers
 * again from the earliest of them, and what had succeeded after it is computed again to the same figures.
 */
export const makeProjector =
  (recompute: Recompute, log: Logger): Projector =>
  async ({ Records }, { awsRequestId }) => {
    const outcomes = await sideBySide([...changesIn(Records)], width, async ([session, itemIdentifier]) => {
      try {
        await recompute(session);
        return [];
      } catch (error) {
        log.fault('COVERAGE_RECOMPUTE_FAILED', awsRequestId, error);
        return [{ itemIdentifier }];
      }
    });
    return { batchItemFailures: outcomes.flat() };
  };
