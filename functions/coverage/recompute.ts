/**
 * Recomputes a session's coverage from its partition and stores it, and as the state of its day: idempotent, for the stream, the laptop and
 * closing.
 */
import type { CheckInStore } from '../check-in/check-in-store.ts';
import type { ConflictStore } from '../conflicts/conflict-store.ts';
import type { InvitationStore } from '../invitations/invitation-store.ts';
import { dayIn } from '../platform/time.ts';
import type { StoredHead } from '../seals/seal-rules.ts';
import type { SealStore } from '../seals/seal-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { computeCoverage } from './coverage-rules.ts';
import type { CoverageStore } from './coverage-store.ts';

export interface RecomputePorts {
  sessions: Pick<SessionStore, 'get'>;
  invitations: Pick<InvitationStore, 'all' | 'frozenRoster'>;
  conflicts: Pick<ConflictStore, 'all'>;
  checkIns: Pick<CheckInStore, 'headCounts'>;
  coverage: Pick<CoverageStore, 'replace'>;
  seals: Pick<SealStore, 'heads'>;
  now: () => Date;
}

export type Recompute = (session: string) => Promise<CoverageRecord | undefined>;

const lastSeal = (heads: readonly StoredHead[]): CoverageRecord['seal'] => {
  const last = heads.at(-1)?.head;
  return last ? { number: last.number, root: last.root } : null;
};

/**
 * Whether a record names another seal than the one that stands, for whoever has just sealed: reports read the seal from the record, which is
 * then computed again. Heads are undefined for a session that is not closed.
 */
export const isSealOutdated = (
  record: Pick<CoverageRecord, 'seal'> | undefined,
  heads: readonly StoredHead[] | undefined,
): boolean => heads !== undefined && heads.at(-1)?.head.number !== record?.seal?.number;

/**
 * Reads strongly, so that it sees every write acknowledged before it began, and keeps what it computed unless another has kept what they
 * read later. Undefined when there is no such session.
 */
export const makeRecompute = (ports: RecomputePorts): Recompute => {
  const compute = async (id: string) => {
    const asOf = ports.now().toISOString();
    const session = await ports.sessions.get(id, { consistent: true });
    if (!session) return undefined;
    const invitations = await ports.invitations.all(id, { consistent: true });
    const frozen = await ports.invitations.frozenRoster(session);
    const conflicts = await ports.conflicts.all(id, { consistent: true });
    const headCounts = await ports.checkIns.headCounts(id);
    const seal = lastSeal(session.state === 'CLOSED' ? await ports.seals.heads(id) : []);
    const record = computeCoverage(session, invitations, frozen, asOf, { conflicts, headCounts, seal });
    return { record, day: record.frozenAt === null ? null : dayIn(session.zone, asOf) };
  };
  return (id) => ports.coverage.replace(id, () => compute(id));
};
