/** The door's writes: one UpdateItem decides accepted, replayed and already; a refusal adds one more request, its record. */

import { type CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { denialKey, invitationKey } from '../platform/keys.ts';
import type { Item, Table } from '../platform/table.ts';
import type { Outcome } from './check-in-rules.ts';
import { outcomeBefore } from './check-in-rules.ts';
import type { RefusalReason } from './check-in-schema.ts';

export interface Attempt {
  session: string;
  invitation: string;
  /** Undefined when the invitation was found by name. */
  tokenVersion: number | undefined;
  checkIn: CheckIn;
}

export interface Denial {
  session: string;
  at: string;
  door: string;
  nonce: string;
  reason: RefusalReason;
}

export interface CheckInStore {
  /** Checks in, at most once ever. One request when accepted, replayed or already; two when refused. */
  checkIn(attempt: Attempt): Promise<Outcome>;
  /** The outcome for a session that takes no scans: replayed, or refused for `reason`. Two requests. */
  deny(attempt: Attempt, reason: RefusalReason): Promise<Outcome>;
  /** Records a scan refused before any item was touched (forged, other session). One request. */
  recordDenial(denial: Denial): Promise<void>;
}

const parse = (item: Item): Invitation => Invitation.parse(item);

export const makeCheckInStore = (table: Table): CheckInStore => {
  const recordDenial = async (denial: Denial): Promise<void> => {
    await table.put({ ...denialKey(denial.session, denial.at, denial.nonce), ...denial });
  };

  /**
   * Notes the refused scan on the invitation and, in the same request, learns what the invitation is: an engine without
   * ReturnValuesOnConditionCheckFailure (the embedded one) would need a read and a write for that.
   */
  const noteRefusal = async ({ session, invitation, checkIn }: Attempt): Promise<Invitation | undefined> => {
    const before = await table.update(invitationKey(session, invitation), {
      // The last one only; a repeat of an admitted scan after a revocation leaves its trace here as well.
      expression: 'SET lastDenied = :denied',
      condition: 'attribute_exists(pk)',
      values: { ':denied': { at: checkIn.at, door: checkIn.door, nonce: checkIn.nonce } },
      returns: 'ALL_OLD',
    });
    return before && parse(before);
  };

  const afterRefusal = async (attempt: Attempt, reason?: RefusalReason): Promise<Outcome> => {
    const before = await noteRefusal(attempt);
    if (!before) return { result: 'refused', reason: 'UNKNOWN' };
    const outcome = outcomeBefore(before, attempt.checkIn.nonce, attempt.tokenVersion);
    if (outcome?.result === 'replayed') return outcome;
    return { result: 'refused', reason: reason ?? 'REVOKED' };
  };

  return {
    checkIn: async (attempt) => {
      const { session, invitation, tokenVersion, checkIn } = attempt;
      const byToken = tokenVersion !== undefined;
      // if_not_exists keeps the first of two doors that write at the same instant, and ALL_OLD tells each which one it was:
      // no condition fails for an invitation that is already in, so there is nothing to read again.
      const old = await table.update(invitationKey(session, invitation), {
        expression: 'SET checkIn = if_not_exists(checkIn, :checkIn)',
        condition: `attribute_exists(pk) AND attribute_not_exists(revokedAt)${byToken ? ' AND tokenVersion = :version' : ''}`,
        values: { ':checkIn': checkIn, ...(byToken && { ':version': tokenVersion }) },
        returns: 'ALL_OLD',
      });
      if (!old) return afterRefusal(attempt);
      const before = parse(old);
      return (
        outcomeBefore(before, checkIn.nonce, tokenVersion) ?? { result: 'accepted', invitation: { ...before, checkIn } }
      );
    },
    deny: afterRefusal,
    recordDenial,
  };
};
