/**
 * Settling a conflict: first the invitation, by one conditional update that names the conflict, then the conflict itself. The
 * invitation's update decides between two people who settle it differently at once; whoever stops half-way can repeat it.
 */
import { stands } from '../check-in/change-rules.ts';
import type { Settlement } from '../check-in/check-in-store.ts';
import type { HotStores } from '../hot-stores.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import { tryAgain } from '../platform/try-again.ts';
import { replacedBy } from './conflict-rules.ts';
import type { Conflict, Decision } from './conflict-schema.ts';
import { settledAs } from './settled-as.ts';

export interface Judgement {
  decision: Decision;
  by: string;
  at: string;
  /** Why the door itself took its scan back. */
  reason?: string;
}

type Ports = Pick<HotStores, 'invitations' | 'checkIns' | 'conflicts'>;

/**
 * What a decision does to the invitation: another record; or none, and then the scan that was decided against never comes in. A
 * scan that was taken back, or decided against, is not there to be taken.
 */
const settlementOf = (conflict: Conflict, judgement: Judgement, invitation: Invitation): Settlement => {
  const { id, other } = conflict;
  const { decision, by, at } = judgement;
  const { checkIn, undoneNonces } = invitation;
  // The other scan may have become the record by itself, when the first one was undone.
  if (checkIn?.nonce === other.nonce) return { conflict: id, decision, at };
  if (decision === 'KEEP' || undoneNonces?.includes(other.nonce))
    return { conflict: id, decision: 'KEEP', at, ban: other.nonce };
  return {
    conflict: id,
    decision,
    at,
    take: { other, replaced: checkIn && replacedBy(conflict, checkIn, { at, by }) },
  };
};

export const makeSettle = (stores: Ports) => {
  /** Undefined when the record changed between reading and writing. */
  const apply = async (conflict: Conflict, judgement: Judgement): Promise<Decision | undefined> => {
    const { session, id } = conflict;
    const invitation = await stores.invitations.get(session, conflict.invitation, { consistent: true });
    if (!invitation) throw new Problem('CONFLICT_UNKNOWN');
    const applied = (['KEEP', 'TAKE_OTHER'] as const).find((one) => invitation.settled?.includes(settledAs(id, one)));
    if (applied) return applied;
    const settlement = settlementOf(conflict, judgement, invitation);
    const settled = await stores.checkIns.settle(session, invitation.id, settlement);
    return settled && settlement.decision;
  };

  /** The other scan became the record while its door corrected it here: the record says what the door said last. */
  const bringOver = async ({ session, invitation, other }: Conflict, at: string): Promise<void> => {
    await tryAgain(async () => {
      const found = await stores.invitations.get(session, invitation, { consistent: true });
      const before = found?.checkIn;
      const { corrected } = other;
      if (before?.nonce !== other.nonce || !corrected || stands(before.corrected, corrected)) return true;
      return stores.checkIns.correct(session, invitation, { before, after: other, at });
    });
  };

  /** Undefined when the other scan was told otherwise after it was read. */
  const close = async (conflict: Conflict, judgement: Judgement): Promise<Conflict | undefined> => {
    const decision = await tryAgain(() => apply(conflict, judgement));
    const { by: decidedBy, at: decidedAt, reason } = judgement;
    // Where another decision was applied and its caller stopped before this mark, the mark is made for them.
    const marked = await stores.conflicts.decide(conflict, { decision, decidedAt, decidedBy, reason });
    if (marked) return marked;
    const now = await stores.conflicts.get(conflict.session, conflict.id);
    if (!now) throw new Problem('CONFLICT_UNKNOWN');
    if (now.decision !== undefined) return now;
    await bringOver(now, judgement.at);
    return undefined;
  };

  /** The conflict, decided; throws CONFLICT_DECIDED when it was decided the other way. */
  return async (conflict: Conflict, judgement: Judgement): Promise<Conflict> => {
    const agree = (decided: Conflict): Conflict => {
      if (decided.decision !== judgement.decision) throw new Problem('CONFLICT_DECIDED');
      return decided;
    };
    if (conflict.decision !== undefined) return agree(conflict);
    let read = conflict;
    const decided = await tryAgain(async () => {
      const closed = await close(read, judgement);
      if (!closed) read = (await stores.conflicts.get(conflict.session, conflict.id)) ?? read;
      return closed;
    });
    return agree(decided);
  };
};
