/** Taking a check-in back and correcting it: read, then one conditional write on what was read. Both can be repeated. */
import { kindOfTwo } from '../conflicts/conflict-rules.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import { makeSettle } from '../conflicts/settle.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import { EngineUnavailable } from '../platform/table.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import type { Actor } from './admission.ts';
import { actedBy, correctedCheckIn, isUndone, mayChange, undoneOf } from './change-rules.ts';
import type { CorrectionRequest, UndoRequest } from './check-in-schema.ts';

/** Where a change is made, by whom, when, and what the session says to it. */
export interface Place {
  session: string;
  invitation: string;
  state: SessionState;
  actor: Actor;
  now: Date;
}

type Ports = Pick<Stores, 'invitations' | 'checkIns' | 'conflicts'>;

const attempts = 5;

export const makeChanges = (stores: Ports) => {
  const settle = makeSettle(stores);

  const allow = ({ actor, state, now }: Place, checkIn: CheckIn): void => {
    if (!mayChange(actor, checkIn, state, now)) throw new Problem('CHANGE_NOT_ALLOWED');
  };

  /** Tries on what stands there now, until the write finds what was read. */
  const change = async (
    { session, invitation }: Place,
    write: (found: Invitation) => Promise<Invitation | undefined>,
  ): Promise<Invitation> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const found = await stores.invitations.get(session, invitation, { consistent: true });
      if (!found) throw new Problem('INVITATION_UNKNOWN');
      const after = await write(found);
      if (after) return after;
    }
    throw new EngineUnavailable('a check-in kept changing while it was changed');
  };

  /** The conflict that the scan is in; a scan that is neither on record nor in one is not known. */
  const conflictWith = async ({ session }: Place, of: string, found: Invitation): Promise<Conflict> => {
    const conflict = await stores.conflicts.get(session, of);
    if (conflict?.invitation !== found.id) throw new Problem('CHECK_IN_UNKNOWN');
    return conflict;
  };

  /** A door that takes back a scan which stands against the record settles the conflict: the record stays. */
  const withdraw = async (place: Place, { of, reason }: UndoRequest, found: Invitation): Promise<Invitation> => {
    const conflict = await conflictWith(place, of, found);
    const withdrawn = conflict.decision === 'KEEP' && conflict.reason !== undefined;
    if (withdrawn) return found;
    if (conflict.decision !== undefined) throw new Problem('CHECK_IN_UNKNOWN');
    allow(place, conflict.other);
    const at = place.now.toISOString();
    await settle(conflict, { decision: 'KEEP', by: actedBy(place.actor), at, reason });
    return found;
  };

  const retell = async (place: Place, request: CorrectionRequest, found: Invitation): Promise<Invitation> => {
    const conflict = await conflictWith(place, request.of, found);
    const other = correctedCheckIn(conflict.other, request, place.now);
    if (other === conflict.other) return found;
    if (conflict.decision !== undefined) throw new Problem('CHECK_IN_UNKNOWN');
    allow(place, conflict.other);
    const { recorded, kind } = conflict;
    const story = { other, kind: kind === 'REVOKED_ADMITTED' || !recorded ? kind : kindOfTwo(recorded, other) };
    if (!(await stores.conflicts.retell(place.session, conflict.id, story))) throw new Problem('CHECK_IN_UNKNOWN');
    return found;
  };

  return {
    undo: (place: Place, request: UndoRequest): Promise<Invitation> =>
      change(place, async (found) => {
        if (isUndone(found, request.of)) return found;
        if (found.checkIn?.nonce !== request.of) return withdraw(place, request, found);
        allow(place, found.checkIn);
        const undone = undoneOf(found.checkIn, place.actor, request.reason, place.now);
        return stores.checkIns.undo(place.session, found.id, undone);
      }),

    correct: (place: Place, request: CorrectionRequest): Promise<Invitation> =>
      change(place, async (found) => {
        if (found.checkIn?.nonce !== request.of) return retell(place, request, found);
        const before = found.checkIn;
        const after = correctedCheckIn(before, request, place.now);
        // Also from somebody who may not any more: it is as they wish, and their first answer was lost.
        if (after === before) return found;
        allow(place, before);
        return stores.checkIns.correct(place.session, found.id, { before, after, at: place.now.toISOString() });
      }),
  };
};
