/** The door's writes: one UpdateItem decides accepted, replayed and already; a refusal adds one more request, its record. */

import { settledAs } from '../conflicts/settled-as.ts';
import { type CheckIn, Invitation, type UndoneCheckIn } from '../invitations/invitation-schema.ts';
import { headCountKey, invitationKey, sessionPartition } from '../platform/keys.ts';
import type { Item, Table } from '../platform/table.ts';
import { tryAgain } from '../platform/try-again.ts';
import { type Outcome, outcomeBefore, rightRecord } from './check-in-rules.ts';
import { HeadCount, type RefusalReason, type Shown } from './check-in-schema.ts';
import { type DenialStore, makeDenialStore } from './denial-store.ts';
import { sameCorrection } from './same-correction.ts';

export interface Attempt {
  session: string;
  invitation: string;
  /** Undefined when the invitation was found by name. */
  tokenVersion: number | undefined;
  /** The invitation whose code was scanned, where the same person is said to hold both. */
  sameAs?: string | undefined;
  checkIn: CheckIn;
  /** What the person was told. */
  shown?: Shown | undefined;
}

export interface CheckInStore extends Omit<DenialStore, 'note'> {
  /**
   * Checks in, at most once ever. One request when accepted, replayed or already; two, with its record, when refused, and four
   * where the invitation holds as many notes as it may, or where there is none of that id (then the caller's record is one). Where a
   * record by video stands, a second one, conditional on that record, puts whoever came in its place. A second one too where whoever
   * scanned a delegate's code did not say that it was the delegate.
   */
  checkIn(attempt: Attempt): Promise<Outcome>;
  /** The outcome for a scan that cannot be admitted: replayed, or refused for `reason` and recorded. One request; three as above. */
  deny(attempt: Attempt, reason: RefusalReason): Promise<Outcome>;
  /** Keeps a count of people without names; what stands under its nonce. */
  count(session: string, headCount: HeadCount): Promise<HeadCount>;
  counted(session: string, nonce: string): Promise<HeadCount | undefined>;
  headCounts(session: string): Promise<HeadCount[]>;
  /** Takes a count back, once: the first time's reason stays. */
  uncount(session: string, nonce: string, undone: NonNullable<HeadCount['undone']>): Promise<HeadCount>;
  /** Takes the check-in back that is still as `undone` has it; undefined when it is not. */
  undo(session: string, invitation: string, undone: UndoneCheckIn): Promise<Invitation | undefined>;
  /** Puts `after` in place of the check-in that is still as `before` has it; undefined when it is not. */
  correct(session: string, invitation: string, change: Correction): Promise<Invitation | undefined>;
  /** Applies a decision to the invitation, once for a conflict; undefined when it is applied, or the record is another by now. */
  settle(session: string, invitation: string, settlement: Settlement): Promise<Invitation | undefined>;
}

export interface Correction {
  before: CheckIn;
  after: CheckIn;
  at: string;
}

export interface Settlement {
  conflict: string;
  decision: 'KEEP' | 'TAKE_OTHER';
  at: string;
  /** The scan that was decided against: it never comes in, unless it is the record by now. */
  ban?: string;
  /** The scan that becomes the record, unless it was taken back or decided against; and the record that makes room for it, if there is one. */
  take?: { other: CheckIn; replaced: UndoneCheckIn | undefined };
}

const parse = (item: Item): Invitation => Invitation.parse(item);

/** The check-in is the one that was read, with the same correction: the nonce alone would overlook a correction in between. */
const unchanged = ({ nonce, corrected }: CheckIn) => {
  const condition = sameCorrection('checkIn', corrected);
  return {
    ...condition,
    condition: `checkIn.nonce = :of AND ${condition.condition}`,
    values: { ':of': nonce, ...condition.values },
  };
};

/** What an update adds that takes a record away or puts another in its place. */
const keepUndone =
  'undone = list_append(if_not_exists(undone, :none), :undone),' +
  ' undoneNonces = list_append(if_not_exists(undoneNonces, :none), :nonces)';

const makeChanges = (table: Table): Pick<CheckInStore, 'undo' | 'correct'> => ({
  undo: async (session, invitation, undone) => {
    const { condition, values, names } = unchanged(undone.checkIn);
    const after = await table.update(invitationKey(session, invitation), {
      expression: `SET ${keepUndone}, changedAt = :at REMOVE checkIn`,
      condition,
      values: {
        ...values,
        ':none': [],
        ':undone': [undone],
        ':nonces': [undone.checkIn.nonce],
        ':at': undone.at,
      },
      ...names,
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  correct: async (session, invitation, { before, after: corrected, at }) => {
    const { condition, values, names } = unchanged(before);
    const after = await table.update(invitationKey(session, invitation), {
      expression: 'SET checkIn = :checkIn, changedAt = :changed',
      condition,
      values: { ...values, ':checkIn': corrected, ':changed': at },
      ...names,
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },
});

const unsettled = 'attribute_exists(pk) AND NOT contains(settled, :keep) AND NOT contains(settled, :take)';

/** What deciding against a scan adds to the update that settles a conflict. */
const banning = (nonce: string) => ({
  set: ', undoneNonces = list_append(if_not_exists(undoneNonces, :none), :nonces)',
  condition: ' AND (attribute_not_exists(checkIn) OR checkIn.nonce <> :other)',
  values: { ':nonces': [nonce], ':other': nonce },
  names: {},
});

/** What making another scan the record adds to the update that settles a conflict. */
const taking = ({ other, replaced }: NonNullable<Settlement['take']>) => {
  const set = ', checkIn = :other';
  const free = ' AND NOT contains(undoneNonces, :taken)';
  const taken = { ':other': other, ':taken': other.nonce };
  if (!replaced) return { set, condition: ` AND attribute_not_exists(checkIn)${free}`, values: taken, names: {} };
  const { condition, values, names } = unchanged(replaced.checkIn);
  return {
    set:
      `${set}, undone = list_append(if_not_exists(undone, :none), :undone),` +
      ' undoneNonces = list_append(if_not_exists(undoneNonces, :none), :nonces)',
    condition: ` AND ${condition}${free}`,
    values: { ...values, ...taken, ':undone': [replaced], ':nonces': [replaced.checkIn.nonce] },
    names,
  };
};

const makeSettling = (table: Table): Pick<CheckInStore, 'settle'> => ({
  settle: async (session, invitation, { conflict, decision, at, take, ban }) => {
    const nothing = { set: '', condition: '', values: {}, names: {} };
    const taken = take ? taking(take) : ban === undefined ? nothing : banning(ban);
    const after = await table.update(invitationKey(session, invitation), {
      expression: `SET settled = list_append(if_not_exists(settled, :none), :settled), changedAt = :changed${taken.set}`,
      condition: unsettled + taken.condition,
      values: {
        ...taken.values,
        ':none': [],
        ':settled': [settledAs(conflict, decision)],
        ':keep': settledAs(conflict, 'KEEP'),
        ':take': settledAs(conflict, 'TAKE_OTHER'),
        ':changed': at,
      },
      ...taken.names,
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },
});

const makeCounts = (table: Table): Pick<CheckInStore, 'count' | 'counted' | 'headCounts' | 'uncount'> => {
  const counted: CheckInStore['counted'] = async (session, nonce) => {
    const item = await table.get(headCountKey(session, nonce), { consistent: true });
    return item && HeadCount.parse(item);
  };
  return {
    count: async (session, headCount) => {
      const { nonce } = headCount;
      const item = { ...headCountKey(session, nonce), ...headCount };
      if (await table.put(item, { expression: 'attribute_not_exists(pk)' })) return headCount;
      return (await counted(session, nonce)) ?? headCount;
    },
    counted,
    headCounts: async (session) => {
      const items = await table.queryAll({ pk: sessionPartition(session), prefix: 'HC#', consistent: true });
      return items.map((item) => HeadCount.parse(item));
    },
    uncount: async (session, nonce, undone) => {
      const after = await table.update(headCountKey(session, nonce), {
        expression: 'SET undone = if_not_exists(undone, :undone)',
        condition: 'attribute_exists(pk)',
        values: { ':undone': undone },
        returns: 'ALL_NEW',
      });
      if (!after) throw new Error('a count that was read is gone');
      return HeadCount.parse(after);
    },
  };
};

/** Passes for a scan that may come in. */
const mayComeIn = (byToken: boolean): string =>
  'attribute_exists(pk) AND attribute_not_exists(revokedAt) AND NOT contains(undoneNonces, :nonce)' +
  `${byToken ? ' AND tokenVersion = :version' : ''}`;

/**
 * Passes for a scan that may come in, and for one that is on record (its repeat is told so, also after a revocation). The two
 * differ in what the update finds before it. AND binds tighter than OR: with brackets instead, the embedded engine takes 4 ms to
 * read the condition, without 1.3; nothing may be added to it by AND.
 */
const admits = (byToken: boolean): string => `${mayComeIn(byToken)} OR checkIn.nonce = :nonce`;

/** Somebody stands at the door who was entered as following by video. */
const cameAfterAll = (outcome: Outcome, { mode }: CheckIn): outcome is Extract<Outcome, { result: 'already' }> =>
  outcome.result === 'already' && outcome.first.mode === 'ONLINE' && mode !== 'ONLINE';

const replacedOnline = (record: CheckIn, { nonce, receivedAt, doorId, operator }: CheckIn): UndoneCheckIn => ({
  checkIn: record,
  at: receivedAt,
  by: doorId === undefined ? (operator ?? 'attendee') : `door:${doorId}`,
  reason: 'ONLINE_REPLACED',
  replacedBy: nonce,
});

export const makeCheckInStore = (table: Table): CheckInStore => {
  const { note, ...denials } = makeDenialStore(table);

  const afterRefusal = async (attempt: Attempt, reason?: RefusalReason): Promise<Outcome> => {
    const before = await note(attempt, reason ?? 'REVOKED');
    if (!before) return { result: 'refused', reason: 'UNKNOWN' };
    const outcome = outcomeBefore(before, attempt.checkIn.nonce, attempt.tokenVersion);
    const undone = outcome?.result === 'refused' && outcome.reason === 'UNDONE';
    if (outcome?.result === 'replayed' || undone) return outcome;
    // Already: decided against, and another is in, as it was told at first. Refused: revoked, or a delegate is named.
    if (outcome && reason === undefined) return outcome;
    return { result: 'refused', reason: reason ?? 'REVOKED', invitation: before };
  };

  const admitting = ({ session, invitation, tokenVersion, checkIn }: Attempt) => ({
    key: invitationKey(session, invitation),
    byToken: tokenVersion !== undefined,
    values: {
      ':checkIn': checkIn,
      ':nonce': checkIn.nonce,
      ...(tokenVersion !== undefined && { ':version': tokenVersion }),
    },
  });

  const tryOnce = async (attempt: Attempt): Promise<Outcome> => {
    const { tokenVersion, checkIn } = attempt;
    const { key, byToken, values } = admitting(attempt);
    // if_not_exists keeps the first of two doors that write at the same instant, and ALL_OLD tells each which one it was:
    // no condition fails for an invitation that is already in, so there is nothing to read again. `changedAt` stays: it would
    // move for scans that change nothing. Whoever asks what is new asks for the check-in's arrival too.
    const old = await table.update(key, {
      expression: 'SET checkIn = if_not_exists(checkIn, :checkIn)',
      condition: admits(byToken),
      values,
      returns: 'ALL_OLD',
    });
    if (!old) return afterRefusal(attempt);
    const before = parse(old);
    return (
      outcomeBefore(before, checkIn.nonce, tokenVersion) ?? { result: 'accepted', invitation: { ...before, checkIn } }
    );
  };

  /** Puts the scan in the place of the record by video that was found; undefined when that is not the record any more. */
  const replace = async (attempt: Attempt, record: CheckIn): Promise<Outcome | undefined> => {
    const { key, byToken, values } = admitting(attempt);
    const same = unchanged(record);
    const replaced = replacedOnline(record, attempt.checkIn);
    const after = await table.update(key, {
      expression: `SET checkIn = :checkIn, ${keepUndone}`,
      condition: `${mayComeIn(byToken)} AND ${same.condition}`,
      values: { ...values, ...same.values, ':none': [], ':undone': [replaced], ':nonces': [record.nonce] },
      ...same.names,
      returns: 'ALL_NEW',
    });
    return after && { result: 'accepted', invitation: parse(after) };
  };

  const changes = makeChanges(table);

  /**
   * What stands on record now says who came. Its request is the second one of a scan that did not know of the delegate; where its
   * answer is lost, the repeat of the scan makes it. A correction in between stands.
   */
  const putRight = async (attempt: Attempt, outcome: Outcome): Promise<Outcome> => {
    if (outcome.result !== 'accepted' && outcome.result !== 'replayed') return outcome;
    const { invitation } = outcome;
    const record = invitation.checkIn;
    if (record?.nonce !== attempt.checkIn.nonce) return outcome;
    const right = rightRecord(invitation, record, attempt);
    if (right === record) return outcome;
    const { session, id } = invitation;
    const change = { before: record, after: right, at: attempt.checkIn.receivedAt };
    const after = await changes.correct(session, id, change);
    return after ? { ...outcome, invitation: after } : outcome;
  };

  return {
    checkIn: async (attempt) => {
      const outcome = await tryAgain(async () => {
        const once = await tryOnce(attempt);
        return cameAfterAll(once, attempt.checkIn) ? replace(attempt, once.first) : once;
      });
      return putRight(attempt, outcome);
    },
    deny: afterRefusal,
    ...denials,
    ...makeCounts(table),
    ...changes,
    ...makeSettling(table),
  };
};
