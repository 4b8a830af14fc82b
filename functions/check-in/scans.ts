/** One scan: by code, by invitation, of a guest, of a group. What the rules say, the stores' writes in their order. */
import { conflictOf } from '../conflicts/conflict-rules.ts';
import type { HotStores } from '../hot-stores.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { readToken, type TokenContent } from '../invitations/invitation-token.ts';
import { makeGuestId } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import type { Actor } from './actor.ts';
import {
  checkInOf,
  correctedTime,
  denialIdOf,
  denialOf,
  type Gate,
  gateAnswer,
  headCountOf,
  isKnown,
  mayAskFor,
  type Outcome,
  outcomeBefore,
  recordAt,
  rightRecord,
  voucherOf,
} from './check-in-rules.ts';
import type { CheckInRequest, Denial, RefusalReason, Shown } from './check-in-schema.ts';
import type { Attempt } from './check-in-store.ts';

export type PersonScan = Omit<CheckInRequest, 'group'>;
export type GroupScan = CheckInRequest & { group: NonNullable<CheckInRequest['group']> };

/** Where a scan is brought, by whom and when. The gate is asked only for what a code alone does not refuse. */
export interface Place {
  session: string;
  actor: Actor;
  now: Date;
  gate: () => Promise<Gate>;
}

type Counting = { result: 'counted'; count: number } | { result: 'refused'; reason: RefusalReason };
/** What became of a scan; `moved`: something that figures are made of is different now, or may be since an answer was lost. */
export interface Taken<O> {
  outcome: O;
  moved: boolean;
}

type Admits = 'open' | 'late' | RefusalReason;
const isOpen = (admits: Admits): admits is 'open' | 'late' => admits === 'open' || admits === 'late';

/** The guest's own invitation, made from the scan's nonce so that a repeat finds it. */
const guestOf = (attempt: Attempt, { name, office, institution }: NonNullable<PersonScan['guest']>): Invitation => ({
  id: attempt.invitation,
  session: attempt.session,
  kind: 'guest',
  name: institution ?? office,
  office,
  holder: name === undefined ? null : { name, acting: 'DEFINITIVE' },
  tokenVersion: 1,
  invitedAt: attempt.checkIn.receivedAt,
  changedAt: attempt.checkIn.receivedAt,
  walkIn: true,
  checkIn: attempt.checkIn,
});

/** A walk-in's invitation id: of the scan alone. A hash over the name could be tried against every name by whoever sees id and nonce. */
export const guestIdOf = (session: string, nonce: string): string => makeGuestId(session, nonce, 0, []);

/** The guest whom a scan enters, the invitation that its code or its finder names, or why its code says nothing. */
export const targetOf = (
  keys: TokenKeys,
  session: string,
  scan: PersonScan,
): Pick<TokenContent, 'invitation'> | TokenContent | 'UNKNOWN' | 'OTHER_SESSION' => {
  if (scan.guest) return { invitation: guestIdOf(session, scan.nonce) };
  if (scan.token === undefined) return { invitation: scan.invitation ?? '' };
  // Decided by its MAC alone, without a read.
  const content = readToken(keys, scan.token);
  if (!content) return 'UNKNOWN';
  return content.session === session ? content : 'OTHER_SESSION';
};

export const makeScans = (stores: Pick<HotStores, 'checkIns' | 'conflicts' | 'invitations'>, keys: TokenKeys) => {
  const { checkIns, conflicts, invitations } = stores;

  const admitsAt = async ({ actor, gate }: Place, at: string): Promise<Admits> => {
    const answer = gateAnswer(await gate(), at);
    const cutOff = actor.kind === 'door' && actor.cutOffAt !== undefined && at > actor.cutOffAt;
    return cutOff ? 'DOOR_CUT_OFF' : answer;
  };

  const deny = (
    session: string,
    checkIn: CheckIn,
    reason: Denial['reason'],
    about: { invitation?: string; shown?: Shown | undefined },
  ): Promise<void> => {
    const denial = denialOf(checkIn, reason, about);
    return checkIns.recordDenial(session, denialIdOf(checkIn, denial), denial);
  };

  /**
   * A door's scan that let nobody in and was told that somebody is, sent again after that one was taken back: told as at first, so that it
   * makes no difference whether its first answer arrived. Its denial is what tells, unless the scan itself is or was on record. Asked only
   * where the door says that it let nobody in, and so at the price of a request that an admission does not pay.
   */
  const toldAlready = async ({ session, invitation, checkIn, shown }: Attempt): Promise<Outcome | undefined> => {
    if (shown === undefined || shown === 'ADMITTED') return undefined;
    const denial = await checkIns.recorded(session, denialIdOf(checkIn, { reason: 'ALREADY', invitation }));
    if (denial?.reason !== 'ALREADY' || denial.nonce !== checkIn.nonce) return undefined;
    const found = await invitations.get(session, invitation, { consistent: true });
    const first = found && recordAt(found, denial.receivedAt);
    if (!first || isKnown(found, checkIn.nonce)) return undefined;
    return { result: 'already', invitation: found, first };
  };

  /** A guest's item is made with its check-in; what stands there already tells a repeat from a scan that was undone. */
  const enterGuest = async (attempt: Attempt, guest: NonNullable<PersonScan['guest']>, admits: Admits) => {
    const invitation = guestOf(attempt, guest);
    if (isOpen(admits) && (await invitations.add([invitation])) === 1)
      return { result: 'accepted', invitation } as const satisfies Outcome;
    const found = await invitations.get(attempt.session, invitation.id, { consistent: true });
    const outcome = found && outcomeBefore(found, attempt.checkIn.nonce, undefined);
    if (outcome?.result === 'replayed') return outcome;
    const reason = outcome?.result === 'refused' ? outcome.reason : isOpen(admits) ? 'UNKNOWN' : admits;
    await deny(attempt.session, attempt.checkIn, reason, attempt);
    return { result: 'refused', reason } as const satisfies Outcome;
  };

  /** Keeps what the answer alone would lose: a conflict where somebody was let in, otherwise a denial. True for a conflict. */
  const keep = async (attempt: Attempt, outcome: Outcome, now: Date) => {
    const { session, checkIn, invitation, tokenVersion, shown } = attempt;
    const letIn = shown === 'ADMITTED';
    // A delegate's code tells that it was the delegate, also at a door that had not heard of one.
    const story = (found: Invitation): CheckIn => rightRecord(found, checkIn, attempt);
    if (outcome.result === 'already') {
      if (!letIn) await deny(session, checkIn, 'ALREADY', { invitation, shown });
      else
        await conflicts.open(
          conflictOf(outcome.invitation, story(outcome.invitation), { revoked: false, version: tokenVersion, now }),
        );
      return letIn;
    }
    if (outcome.result !== 'refused') return false;
    // Refusals of an invitation are noted on it. One that does not exist has no place for a note.
    if (outcome.reason === 'UNKNOWN') await deny(session, checkIn, 'UNKNOWN', { invitation, shown });
    const conflicting = outcome.reason === 'REVOKED' || outcome.reason === 'DELEGATED';
    if (letIn && conflicting && outcome.invitation) {
      const revoked = outcome.reason === 'REVOKED';
      const told = conflictOf(outcome.invitation, story(outcome.invitation), { revoked, version: tokenVersion, now });
      await conflicts.open(told);
      return true;
    }
    return false;
  };

  const person = async (place: Place, scan: PersonScan): Promise<Taken<Outcome>> => {
    const { session, actor, now } = place;
    if (!mayAskFor(actor, scan.mode)) throw new Problem('NOT_ALLOWED');
    const at = correctedTime(scan, now, voucherOf(actor, scan.mode));
    const target = targetOf(keys, session, scan);
    if (typeof target === 'string') {
      const checkIn = checkInOf(scan, actor, { at, receivedAt: now, late: false });
      await deny(session, checkIn, target, { shown: scan.shown });
      return { outcome: { result: 'refused', reason: target }, moved: false };
    }
    const admits = await admitsAt(place, at);
    const attempt: Attempt = {
      session,
      invitation: target.invitation,
      tokenVersion: 'version' in target ? target.version : undefined,
      sameAs: scan.sameAs,
      checkIn: checkInOf(scan, actor, { at, receivedAt: now, late: admits === 'late' }),
      shown: scan.shown,
    };
    if (scan.guest) {
      const outcome = await enterGuest(attempt, scan.guest, admits);
      return { outcome, moved: outcome.result !== 'refused' };
    }
    const told = isOpen(admits) ? await toldAlready(attempt) : undefined;
    if (told) return { outcome: told, moved: false };
    const outcome = isOpen(admits) ? await checkIns.checkIn(attempt) : await checkIns.deny(attempt, admits);
    const conflict = await keep(attempt, outcome, now);
    // A replay too: its first answer was lost, and with it perhaps the word that something had changed.
    return { outcome, moved: conflict || outcome.result === 'accepted' || outcome.result === 'replayed' };
  };

  const group = async (place: Place, scan: GroupScan): Promise<Taken<Counting>> => {
    const { session, actor, now } = place;
    if (!mayAskFor(actor, scan.mode)) throw new Problem('NOT_ALLOWED');
    const at = correctedTime(scan, now, voucherOf(actor, scan.mode));
    const admits = await admitsAt(place, at);
    const checkIn = checkInOf(scan, actor, { at, receivedAt: now, late: admits === 'late' });
    const counted = isOpen(admits)
      ? await checkIns.count(session, headCountOf(checkIn, scan.group))
      : await checkIns.counted(session, scan.nonce);
    if (counted && !counted.undone) return { outcome: { result: 'counted', count: counted.count }, moved: true };
    const reason = counted ? 'UNDONE' : isOpen(admits) ? 'UNKNOWN' : admits;
    await deny(session, checkIn, reason, { shown: scan.shown });
    return { outcome: { result: 'refused', reason }, moved: false };
  };

  return { person, group };
};

export type Scans = ReturnType<typeof makeScans>;
