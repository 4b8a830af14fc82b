/**
 * Settling a conflict: first the invitation, by one conditional update that names the conflict, then the conflict itself. The
 * invitation's update decides between two people who settle it differently at once; whoever stops half-way can repeat it.
 */
import { settledAs } from '../check-in/change-rules.ts';
import { Problem } from '../platform/problem.ts';
import { EngineUnavailable } from '../platform/table.ts';
import type { Stores } from '../stores.ts';
import { replacedBy } from './conflict-rules.ts';
import type { Conflict, Decision } from './conflict-schema.ts';

export interface Judgement {
  decision: Decision;
  by: string;
  at: string;
  /** Why the door itself took its scan back. */
  reason?: string;
}

type Ports = Pick<Stores, 'invitations' | 'checkIns' | 'conflicts'>;

/** Somebody else is at the same invitation: read again this often, then ask the caller to come back. */
const attempts = 5;

export const makeSettle = (stores: Ports) => {
  /** Undefined when the record changed between reading and writing. */
  const apply = async (conflict: Conflict, { decision, by, at }: Judgement): Promise<Decision | undefined> => {
    const { session, id } = conflict;
    const invitation = await stores.invitations.get(session, conflict.invitation, { consistent: true });
    if (!invitation) throw new Problem('CONFLICT_UNKNOWN');
    const applied = (['KEEP', 'TAKE_OTHER'] as const).find((one) => invitation.settled?.includes(settledAs(id, one)));
    if (applied) return applied;
    const { checkIn } = invitation;
    // The other scan may have become the record by itself, when the first one was undone.
    const take = decision === 'TAKE_OTHER' && checkIn?.nonce !== conflict.other.nonce;
    const settled = await stores.checkIns.settle(session, invitation.id, {
      conflict: id,
      decision,
      at,
      ...(take && { take: { other: conflict.other, replaced: checkIn && replacedBy(conflict, checkIn, { at, by }) } }),
    });
    return settled && decision;
  };

  const applyAgain = async (conflict: Conflict, judgement: Judgement): Promise<Decision> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const applied = await apply(conflict, judgement);
      if (applied) return applied;
    }
    throw new EngineUnavailable('a record kept changing while a conflict was settled');
  };

  /** The conflict, decided; throws CONFLICT_DECIDED when it was decided the other way. */
  return async (conflict: Conflict, judgement: Judgement): Promise<Conflict> => {
    const agree = (decided: Conflict): Conflict => {
      if (decided.decision !== judgement.decision) throw new Problem('CONFLICT_DECIDED');
      return decided;
    };
    if (conflict.decision !== undefined) return agree(conflict);
    const decision = await applyAgain(conflict, judgement);
    const { session, id } = conflict;
    const { by: decidedBy, at: decidedAt, reason } = judgement;
    // Where another decision was applied and its caller stopped before this mark, the mark is made for them.
    const marked = await stores.conflicts.decide(session, id, { decision, decidedAt, decidedBy, reason });
    const decided = marked ?? (await stores.conflicts.get(session, id));
    if (!decided) throw new Problem('CONFLICT_UNKNOWN');
    return agree(decided);
  };
};
