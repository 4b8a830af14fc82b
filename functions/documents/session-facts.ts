/** What the papers about a session that was held are made from: read strongly, and counted anew as coverage is everywhere. */
import type { HeadCount } from '../check-in/check-in-schema.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import { computeCoverage, showCoverage } from '../coverage/coverage-rules.ts';
import type { SessionCoverage } from '../coverage/coverage-schema.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { type RegencyOnPaper, regencyOnPaper } from './regency-on-paper.ts';

export interface SessionFacts {
  regency: RegencyOnPaper;
  session: Session;
  invitations: readonly Invitation[];
  frozen: ReadonlySet<string> | null;
  readings: readonly Reading[];
  conflicts: readonly Conflict[];
  headCounts: readonly HeadCount[];
  coverage: SessionCoverage;
  /** The last one; undefined while the session is not closed and sealed. */
  head: SignedHead['head'] | undefined;
  /** When the paper is made. */
  at: Date;
}

export type FactsPorts = Pick<
  Stores,
  'sessions' | 'regencies' | 'invitations' | 'pledges' | 'conflicts' | 'checkIns' | 'seals'
>;

type Counted = Omit<SessionFacts, 'coverage' | 'regency' | 'head'>;

/** Districts are called as on the day: their names are snapshots on the invitations. */
export const coverageOf = ({ session, invitations, frozen, conflicts, headCounts, at }: Counted): SessionCoverage => {
  const names = new Map(invitations.map(({ district, districtName }) => [district, districtName]));
  const record = computeCoverage(session, invitations, frozen, at.toISOString(), { conflicts, headCounts });
  return showCoverage(record, (district) => names.get(district));
};

export const makeSessionFacts =
  (stores: FactsPorts) =>
  async (id: string, at: Date): Promise<SessionFacts> => {
    const session = await findSession(stores.sessions, id);
    const consistent = { consistent: true };
    const [regency, invitations, frozen, readings, conflicts, headCounts, heads] = await Promise.all([
      regencyOnPaper(stores.regencies, session.regency),
      stores.invitations.all(id, consistent),
      stores.invitations.frozenRoster(session),
      stores.pledges.readings(id, consistent),
      stores.conflicts.all(id, consistent),
      stores.checkIns.headCounts(id),
      session.state === 'CLOSED' ? stores.seals.heads(id) : [],
    ]);
    const facts = { session, invitations, frozen, readings, conflicts, headCounts, at };
    return { ...facts, regency, coverage: coverageOf(facts), head: heads.at(-1)?.head };
  };
