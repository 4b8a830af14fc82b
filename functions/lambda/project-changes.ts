/**
 * From the table's stream to the coverage that changed, to the totals of its regency and province, and to the seal of a session that is
 * closed. A record only says that something in a session is different now; figures and seals are made from the session as it stands. So a
 * record that comes twice, late or in another order does no harm.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { isSealOutdated, type Recompute } from '../coverage/recompute.ts';
import { provinceOf, type RecomputeTotals } from '../coverage/recompute-totals.ts';
import { regencyOfSession } from '../platform/ids.ts';
import type { LogCode, Logger } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { SealSession } from '../seals/seal-session.ts';

/** Sessions recomputed at a time; each is one Query of its partition and one write. */
const width = 4;

export interface Changed {
  session: string;
  /** Whether it can move the figures. */
  counted: boolean;
}

/**
 * The session that an item's change can move the figures or the seal of. Both: an invitation (with its check-in and signatures), a
 * conflict, a group's count, the session itself. The seal alone: a denial, a reading. Neither: a door or a photo, and above all not the
 * coverage and not the seal, which would feed the projector with itself.
 */
export const changedBy = ({ pk, sk }: { pk: string; sk: string }): Changed | undefined => {
  const idIn = (text: string): string | undefined => /^S#([a-z2-7]{10})$/.exec(text)?.[1];
  const session = /^(I|C|HC|D|PR)#/.test(sk) ? idIn(pk) : pk.startsWith('R#') ? idIn(sk) : undefined;
  return session === undefined ? undefined : { session, counted: !/^(D|PR)#/.test(sk) };
};

const keyOf = ({ dynamodb }: DynamoDBRecord) => ({ pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' });

/** Each session that the batch is about, with the number of its first record. */
const changesIn = (records: readonly DynamoDBRecord[]): Map<string, { first: string; counted: boolean }> => {
  const changes = new Map<string, { first: string; counted: boolean }>();
  for (const record of records) {
    const change = changedBy(keyOf(record));
    if (!change) continue;
    const known = changes.get(change.session) ?? { first: record.dynamodb?.SequenceNumber ?? '', counted: false };
    changes.set(change.session, { ...known, counted: known.counted || change.counted });
  }
  return changes;
};

export type Projector = (
  event: DynamoDBStreamEvent,
  context: { awsRequestId: string },
) => Promise<DynamoDBBatchResponse>;

interface ProjectorPorts {
  recompute: Recompute;
  totals: RecomputeTotals;
  seal: SealSession;
  log: Logger;
}

/** By province, the regencies of some sessions, each once, and the first records of those sessions. */
const provincesOf = (changes: readonly (readonly [string, { first: string }])[]) => {
  const provinces = new Map<string, { regencies: Set<string>; firsts: string[] }>();
  for (const [session, { first }] of changes) {
    const regency = regencyOfSession(session);
    const { regencies, firsts } = provinces.get(provinceOf(regency)) ?? { regencies: new Set(), firsts: [] };
    provinces.set(provinceOf(regency), { regencies: regencies.add(regency), firsts: [...firsts, first] });
  }
  return provinces;
};

const isBusy = (error: unknown): boolean => error instanceof Problem && error.code === 'SEAL_BUSY';

/**
 * Recomputes every session of a batch once, then the totals of their regencies and of each province once, and seals what is closed and under no
 * head. The answer names the first record of each session whose figures, or whose province's totals, failed: Lambda delivers again from the
 * earliest of them, and what had succeeded after it is done again to the same end. So it does for a session that somebody else is sealing, who
 * may have died and left their claim. Any other failure of a seal is logged, which rings, and not named: the session's next change seals it, or
 * whoever asks for it in the console.
 */
export const makeProjector =
  ({ recompute, totals, seal, log }: ProjectorPorts): Projector =>
  async ({ Records }, { awsRequestId }) => {
    const isDone = async (
      code: LogCode,
      at: Record<string, string>,
      work: () => Promise<unknown>,
    ): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        log.fault(code, awsRequestId, error, at);
        return false;
      }
    };
    const changes = [...changesIn(Records)];
    const failed = new Set<string>();
    await sideBySide(changes, width, async ([session, { first, counted }]) => {
      let record: Awaited<ReturnType<Recompute>>;
      const at = { session, regency: regencyOfSession(session) };
      const count = async (): Promise<void> => {
        const work = async () => {
          record = await recompute(session);
        };
        if (!(await isDone('COVERAGE_RECOMPUTE_FAILED', at, work))) failed.add(first);
      };
      if (counted) await count();
      let heads: Awaited<ReturnType<SealSession>>;
      const sealUnlessBusy = async (): Promise<void> => {
        try {
          heads = await seal(session);
        } catch (error) {
          if (!isBusy(error)) throw error;
          // Their claim is over before the last delivery.
          log.info('SEAL_AWAITED', { requestId: awsRequestId, ...at });
          failed.add(first);
        }
      };
      // Not delivered again: a key that is gone for an hour would hold up the figures of every session of the shard.
      await isDone('SEAL_FAILED', at, sealUnlessBusy);
      if (isSealOutdated(record, heads)) await count();
    });
    const provinces = provincesOf(changes.filter(([, { counted }]) => counted));
    await sideBySide([...provinces.values()], width, async ({ regencies, firsts }) => {
      const at = { regencies: [...regencies].join(' ') };
      if (!(await isDone('TOTALS_RECOMPUTE_FAILED', at, () => totals([...regencies]))))
        for (const first of firsts) failed.add(first);
    });
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
