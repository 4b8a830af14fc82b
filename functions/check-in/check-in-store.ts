/** The door's writes: one UpdateItem decides accepted, replayed and already; a refusal adds one more request, its record. */

import { type CheckIn, Invitation, type UndoneCheckIn } from '../invitations/invitation-schema.ts';
import { denialKey, headCountKey, invitationKey, sessionPartition } from '../platform/keys.ts';
import type { Item, Table } from '../platform/table.ts';
import { settledAs } from './change-rules.ts';
import { denialOf, notedDenial, type Outcome, outcomeBefore } from './check-in-rules.ts';
import { Denial, HeadCount, type RefusalReason, type Shown } from './check-in-schema.ts';

export interface Attempt {
  session: string;
  invitation: string;
  /** Undefined when the invitation was found by name. */
  tokenVersion: number | undefined;
  checkIn: CheckIn;
  /** What the person was told. */
  shown?: Shown | undefined;
}

export interface CheckInStore {
  /** Checks in, at most once ever. One request when accepted, replayed or already; two, with its record, when refused. */
  checkIn(attempt: Attempt): Promise<Outcome>;
  /** The outcome for a scan that cannot be admitted: replayed, or refused for `reason` and recorded. One request. */
  deny(attempt: Attempt, reason: RefusalReason): Promise<Outcome>;
  /** Records a scan that let nobody in, once. One request. */
  recordDenial(session: string, denial: Denial): Promise<void>;
  /** Every scan that let nobody in, oldest first. */
  denials(session: string): Promise<Denial[]>;
  /** Keeps a count of people without names; what stands under its nonce. */
  count(session: string, headCount: HeadCount): Promise<HeadCount>;
  counted(session: string, nonce: string): Promise<HeadCount | undefined>;
  headCounts(session: string): Promise<HeadCount[]>;
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
  /** The scan that becomes the record, and the record that makes room for it, if there is one. */
  take?: { other: CheckIn; replaced: UndoneCheckIn | undefined };
}

const parse = (item: Item): Invitation => Invitation.parse(item);

/** Refused scans of an invitation stand on it, each under a name of its own: a repeat changes nothing. */
const notePrefix = 'denied#';
const notesOf = (item: Item): Denial[] =>
  Object.entries(item).flatMap(([name, value]) => (name.startsWith(notePrefix) ? [Denial.parse(value)] : []));

/** The check-in is the one that was read, with the same correction: the nonce alone would overlook a correction in between. */
const unchanged = ({ nonce, corrected }: CheckIn) => ({
  condition: `checkIn.nonce = :of AND ${corrected ? 'checkIn.corrected.#at = :corrected' : 'attribute_not_exists(checkIn.corrected)'}`,
  values: { ':of': nonce, ...(corrected && { ':corrected': corrected.at }) },
  names: corrected ? { names: { '#at': 'at' } } : {},
});

/** Oldest first, each scan once. */
const inOrder = (denials: readonly Denial[]): Denial[] => {
  const byNonce = new Map(denials.map((denial) => [denial.nonce, denial]));
  return [...byNonce.values()].sort((a, b) => (`${a.at}#${a.nonce}` < `${b.at}#${b.nonce}` ? -1 : 1));
};

const makeChanges = (table: Table): Pick<CheckInStore, 'undo' | 'correct'> => ({
  undo: async (session, invitation, undone) => {
    const { condition, values, names } = unchanged(undone.checkIn);
    const after = await table.update(invitationKey(session, invitation), {
      expression:
        'SET undone = list_append(if_not_exists(undone, :none), :undone),' +
        ' undoneNonces = list_append(if_not_exists(undoneNonces, :none), :nonces), changedAt = :at REMOVE checkIn',
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

/** What making another scan the record adds to the update that settles a conflict. */
const taking = ({ other, replaced }: NonNullable<Settlement['take']>) => {
  const set = ', checkIn = :other';
  if (!replaced)
    return { set, condition: ' AND attribute_not_exists(checkIn)', values: { ':other': other }, names: {} };
  const { condition, values, names } = unchanged(replaced.checkIn);
  return {
    set:
      `${set}, undone = list_append(if_not_exists(undone, :none), :undone),` +
      ' undoneNonces = list_append(if_not_exists(undoneNonces, :none), :nonces)',
    condition: ` AND ${condition}`,
    values: { ...values, ':other': other, ':undone': [replaced], ':nonces': [replaced.checkIn.nonce] },
    names,
  };
};

const makeSettling = (table: Table): Pick<CheckInStore, 'settle'> => ({
  settle: async (session, invitation, { conflict, decision, at, take }) => {
    const taken = take ? taking(take) : { set: '', condition: '', values: {}, names: {} };
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

const makeCounts = (table: Table): Pick<CheckInStore, 'count' | 'counted' | 'headCounts'> => {
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
  };
};

const makeDenials = (table: Table): Pick<CheckInStore, 'recordDenial' | 'denials'> => ({
  recordDenial: async (session, denial) => {
    await table.put({ ...denialKey(session, denial.nonce), ...denial }, { expression: 'attribute_not_exists(pk)' });
  },
  denials: async (session) => {
    const pk = sessionPartition(session);
    const [alone, invitations] = await Promise.all([
      table.queryAll({ pk, prefix: 'D#' }),
      table.queryAll({ pk, prefix: 'I#' }),
    ]);
    const noted = invitations.flatMap((item) => {
      const notes = notesOf(item);
      return notes.length ? notes.flatMap((note) => notedDenial(parse(item), note) ?? []) : [];
    });
    return inOrder([...noted, ...alone.map((item) => Denial.parse(item))]);
  },
});

/**
 * Passes for a scan that is on record (its repeat is told so, also after a revocation) and for one that may come in. The two
 * differ in what the update finds before it.
 */
const admits = (byToken: boolean): string =>
  'attribute_exists(pk) AND (checkIn.nonce = :nonce OR (attribute_not_exists(revokedAt)' +
  ` AND NOT contains(undoneNonces, :nonce)${byToken ? ' AND tokenVersion = :version' : ''}))`;

export const makeCheckInStore = (table: Table): CheckInStore => {
  const denials = makeDenials(table);

  /**
   * Notes the refused scan on the invitation and, in the same request, learns what the invitation is: an engine without
   * ReturnValuesOnConditionCheckFailure (the embedded one) would need a read and a write for that.
   */
  const noteRefusal = async (attempt: Attempt, reason: RefusalReason): Promise<Invitation | undefined> => {
    const { session, invitation, checkIn, shown } = attempt;
    const before = await table.update(invitationKey(session, invitation), {
      expression: 'SET #note = if_not_exists(#note, :denial)',
      condition: 'attribute_exists(pk)',
      names: { '#note': `${notePrefix}${checkIn.nonce}` },
      values: { ':denial': denialOf(checkIn, reason, { invitation, shown }) },
      returns: 'ALL_OLD',
    });
    return before && parse(before);
  };

  const afterRefusal = async (attempt: Attempt, reason?: RefusalReason): Promise<Outcome> => {
    const before = await noteRefusal(attempt, reason ?? 'REVOKED');
    if (!before) return { result: 'refused', reason: 'UNKNOWN' };
    const outcome = outcomeBefore(before, attempt.checkIn.nonce, attempt.tokenVersion);
    const undone = outcome?.result === 'refused' && outcome.reason === 'UNDONE';
    if (outcome?.result === 'replayed' || undone) return outcome;
    return { result: 'refused', reason: reason ?? 'REVOKED', invitation: before };
  };

  return {
    checkIn: async (attempt) => {
      const { session, invitation, tokenVersion, checkIn } = attempt;
      const byToken = tokenVersion !== undefined;
      // if_not_exists keeps the first of two doors that write at the same instant, and ALL_OLD tells each which one it was:
      // no condition fails for an invitation that is already in, so there is nothing to read again. `changedAt` stays: it would
      // move for scans that change nothing. Whoever asks what is new asks for the check-in's arrival too.
      const old = await table.update(invitationKey(session, invitation), {
        expression: 'SET checkIn = if_not_exists(checkIn, :checkIn)',
        condition: admits(byToken),
        values: { ':checkIn': checkIn, ':nonce': checkIn.nonce, ...(byToken && { ':version': tokenVersion }) },
        returns: 'ALL_OLD',
      });
      if (!old) return afterRefusal(attempt);
      const before = parse(old);
      return (
        outcomeBefore(before, checkIn.nonce, tokenVersion) ?? { result: 'accepted', invitation: { ...before, checkIn } }
      );
    },
    deny: afterRefusal,
    ...denials,
    ...makeCounts(table),
    ...makeChanges(table),
    ...makeSettling(table),
  };
};
