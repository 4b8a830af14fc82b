/** Recomputes a session's coverage from its partition and stores it: idempotent, for the stream, the laptop and closing. */
import type { CheckInStore } from '../check-in/check-in-store.ts';
import type { ConflictStore } from '../conflicts/conflict-store.ts';
import type { InvitationStore } from '../invitations/invitation-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { computeCoverage } from './coverage-rules.ts';
import type { CoverageStore } from './coverage-store.ts';

export interface RecomputePorts {
  sessions: Pick<SessionStore, 'get'>;
  invitations: Pick<InvitationStore, 'all' | 'frozenRoster'>;
  conflicts: Pick<ConflictStore, 'all'>;
  checkIns: Pick<CheckInStore, 'headCounts'>;
  coverage: Pick<CoverageStore, 'put'>;
  now: () => Date;
}

export type Recompute = (session: string) => Promise<CoverageRecord | undefined>;

/** Reads strongly, so that it sees every write acknowledged before it began. Undefined when there is no such session. */
export const makeRecompute =
  (ports: RecomputePorts): Recompute =>
  async (id) => {
    const asOf = ports.now().toISOString();
    const session = await ports.sessions.get(id, { consistent: true });
    if (!session) return undefined;
    const invitations = await ports.invitations.all(id, { consistent: true });
    const frozen = await ports.invitations.frozenRoster(session);
    const conflicts = await ports.conflicts.all(id, { consistent: true });
    const headCounts = await ports.checkIns.headCounts(id);
    const record = computeCoverage(session, invitations, frozen, asOf, { conflicts, headCounts });
    await ports.coverage.put(record);
    return record;
  };
