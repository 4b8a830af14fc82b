/** Taking a check-in back and correcting it: read, then one conditional write on what was read. Both can be repeated. */
import { conflictIdOf, kindOfTwo } from '../conflicts/conflict-rules.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import { makeSettle } from '../conflicts/settle.ts';
import type { HotStores } from '../hot-stores.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import { tryAgain } from '../platform/try-again.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { Actor } from './actor.ts';
import {
  actedBy,
  changeTime,
  correctedCheckIn,
  isUndone,
  mayChange,
  mayUndoMore,
  saysSo,
  undoneOf,
} from './change-rules.ts';
import { voucherOf } from './check-in-rules.ts';
import type { CorrectionRequest, HeadCount, UndoRequest } from './check-in-schema.ts';

/** Where a change is made, by whom, when, and what the session says to it. */
export interface Place {
  session: string;
  invitation: string;
  state: SessionState;
  actor: Actor;
  now: Date;
}

type Change = UndoRequest | CorrectionRequest;
type Ports = Pick<HotStores, 'invitations' | 'checkIns' | 'conflicts'>;

export const makeChanges = (stores: Ports) => {
  const settle = makeSettle(stores);

  const allow = (
    { actor, state, now }: Omit<Place, 'invitation'>,
    checkIn: Parameters<typeof mayChange>[1],
    request: Change,
  ): void => {
    if (!mayChange(actor, checkIn, state, changeTime(request, now, voucherOf(actor))))
      throw new Problem('CHANGE_NOT_ALLOWED');
  };

  /** Tries on what stands there now, until the write finds what was read. */
  const change = (
    { session, invitation }: Place,
    write: (found: Invitation) => Promise<Invitation | undefined>,
  ): Promise<Invitation> =>
    tryAgain(async () => {
      const found = await stores.invitations.get(session, invitation, { consistent: true });
      if (!found) throw new Problem('INVITATION_UNKNOWN');
      return write(found);
    });

  /** The conflict that the scan is in; a scan that is neither on record nor in one is not known. */
  const conflictWith = async ({ session }: Place, of: string, found: Invitation): Promise<Conflict> => {
    const conflict = await stores.conflicts.get(session, conflictIdOf(found.id, of));
    if (!conflict) throw new Problem('CHECK_IN_UNKNOWN');
    return conflict;
  };

  /**
   * A door that takes back a scan which stands against the record settles the conflict: the record stays. Undefined once it has:
   * the scan may have become the record meanwhile, and then it is that which has to be taken back.
   */
  const withdraw = async (place: Place, request: UndoRequest, found: Invitation): Promise<Invitation | undefined> => {
    const { of, reason } = request;
    const conflict = await conflictWith(place, of, found);
    // Decided against, by whomever: it is not on record and never will be.
    if (conflict.decision === 'KEEP') return found;
    if (conflict.decision !== undefined) throw new Problem('CHECK_IN_UNKNOWN');
    allow(place, conflict.other, request);
    const at = place.now.toISOString();
    await settle(conflict, { decision: 'KEEP', by: actedBy(place.actor), at, reason });
    return undefined;
  };

  const afterCorrection = ({ actor, state, now }: Place, before: CheckIn, request: CorrectionRequest): CheckIn => {
    const time = changeTime(request, now, voucherOf(actor));
    const after = correctedCheckIn(before, request, actor, time);
    if (after === before || mayChange(actor, before, state, time)) return after;
    // Also from somebody who may not any more: it is as they wish, and their first answer may have been lost.
    if (saysSo(before, request)) return before;
    throw new Problem('CHANGE_NOT_ALLOWED');
  };

  /** Undefined where the conflict was settled or told otherwise meanwhile: the scan may be the record by now. */
  const retell = async (
    place: Place,
    request: CorrectionRequest,
    found: Invitation,
  ): Promise<Invitation | undefined> => {
    const conflict = await conflictWith(place, request.of, found);
    if (conflict.decision !== undefined) {
      if (saysSo(conflict.other, request)) return found;
      throw new Problem('CHECK_IN_UNKNOWN');
    }
    const other = afterCorrection(place, conflict.other, request);
    if (other === conflict.other) return found;
    const { recorded, kind } = conflict;
    const story = { other, kind: kind === 'REVOKED_ADMITTED' || !recorded ? kind : kindOfTwo(recorded, other) };
    return (await stores.conflicts.retell(conflict, story)) && found;
  };

  return {
    undo: (place: Place, request: UndoRequest): Promise<Invitation> =>
      change(place, async (found) => {
        if (found.checkIn?.nonce !== request.of)
          return isUndone(found, request.of) ? found : withdraw(place, request, found);
        allow(place, found.checkIn, request);
        // Holds at the write too: what is undone grows with the record's end only, and a nonce never comes back.
        if (!mayUndoMore(place.actor, found)) throw new Problem('CHANGE_NOT_ALLOWED');
        const undone = undoneOf(found.checkIn, place.actor, request.reason, place.now);
        return stores.checkIns.undo(place.session, found.id, undone);
      }),

    /** Takes a group's count back. */
    uncount: async (place: Omit<Place, 'invitation'>, request: UndoRequest): Promise<HeadCount> => {
      const { session, actor, now } = place;
      const found = await stores.checkIns.counted(session, request.of);
      if (!found) throw new Problem('CHECK_IN_UNKNOWN');
      if (found.undone) return found;
      allow(place, found, request);
      const undone = { at: now.toISOString(), by: actedBy(actor), reason: request.reason };
      return stores.checkIns.uncount(session, request.of, undone);
    },

    correct: (place: Place, request: CorrectionRequest): Promise<Invitation> =>
      change(place, async (found) => {
        if (found.checkIn?.nonce !== request.of) return retell(place, request, found);
        const before = found.checkIn;
        const after = afterCorrection(place, before, request);
        if (after === before) return found;
        return stores.checkIns.correct(place.session, found.id, { before, after, at: place.now.toISOString() });
      }),
  };
};
