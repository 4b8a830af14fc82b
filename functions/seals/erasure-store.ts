/** What an erasure writes: one conditional update for each item that holds something personal of an invitation. Nothing is removed from the record. */
import type { Conflict } from '../conflicts/conflict-schema.ts';
import { type CheckIn, Invitation, type Signature } from '../invitations/invitation-schema.ts';
import type { RosterRule } from '../invitations/roster-rule.ts';
import { asRead } from '../platform/as-read.ts';
import {
  conflictKey,
  drawingPrefix,
  invitationKey,
  letterKey,
  rosterRuleKey,
  sessionPartition,
} from '../platform/keys.ts';
import type { Key, Table } from '../platform/table.ts';
import type { Blanked, blankedConflict } from './erase-rules.ts';

export interface ErasureStore {
  /**
   * Leaves of an invitation what `left` says, and when and for what reason it was erased first. Undefined where it is not as it was
   * read any more: somebody came, signed, was taken back or corrected meanwhile.
   */
  blank(
    read: Invitation,
    left: Blanked,
    erased: { at: string; by: string; reason: string },
  ): Promise<Invitation | undefined>;
  /** The same for a conflict about it; false where that was decided or told otherwise meanwhile. */
  blankConflict(read: Conflict, left: ReturnType<typeof blankedConflict>): Promise<boolean>;
  /** Leaves these guests alone in the rule that asked for them; false where others are left since. */
  keepGuests(session: string, read: RosterRule, guests: RosterRule['guests']): Promise<boolean>;
  /** Everything that was ever drawn for it, with or without a signature, and the photos of letters of these scans; what is not there stays away. */
  wipe(session: string, invitation: string, scans: readonly string[]): Promise<void>;
}

type Expectation = { condition: string; values: Record<string, unknown> };

/** The record or the signature is the one that was read, with its correction. */
const sameRecord = (
  name: string,
  read: (Pick<CheckIn, 'nonce'> & Partial<Pick<CheckIn, 'corrected'>>) | Signature | undefined,
): Expectation => {
  if (!read) return { condition: `attribute_not_exists(${name})`, values: {} };
  const corrected = 'corrected' in read ? read.corrected : undefined;
  return {
    condition: `${name}.nonce = :n_${name} AND ${asRead(`${name}.corrected.#at`, corrected?.at, `:c_${name}`)}`,
    values: { [`:n_${name}`]: read.nonce, [`:c_${name}`]: corrected?.at },
  };
};

const unchanged = (read: Invitation): Expectation => {
  const { undone, answerRevision, changedAt } = read;
  const all = [
    sameRecord('checkIn', read.checkIn),
    ...(['signedHolder', 'signedDelegate', 'signedSymbolic', 'signedWitness'] as const).map((name) =>
      sameRecord(name, read[name]),
    ),
    undone
      ? { condition: 'size(undone) = :undone', values: { ':undone': undone.length } }
      : { condition: 'attribute_not_exists(undone)', values: {} },
    { condition: asRead('answerRevision', answerRevision, ':revision'), values: { ':revision': answerRevision } },
    { condition: asRead('changedAt', changedAt, ':changed'), values: { ':changed': changedAt } },
  ];
  return {
    condition: all.map(({ condition }) => condition).join(' AND '),
    values: Object.assign({}, ...all.map(({ values }) => values)),
  };
};

export const makeErasureStore = (table: Table): ErasureStore => {
  const without = async (key: Key, name: string): Promise<void> => {
    await table.update(key, {
      expression: 'REMOVE #name',
      condition: 'attribute_exists(#name)',
      names: { '#name': name },
      returns: 'ALL_OLD',
    });
  };

  return {
    blank: async (read, left, { at, by, reason }) => {
      const { condition, values } = unchanged(read);
      const fields = Object.entries(left);
      const set = fields.filter(([, value]) => value !== undefined);
      const removed = fields.filter(([, value]) => value === undefined);
      const after = await table.update(invitationKey(read.session, read.id), {
        expression: `SET ${[
          'erasedAt = if_not_exists(erasedAt, :at)',
          'erasedBy = if_not_exists(erasedBy, :by)',
          'erasedFor = if_not_exists(erasedFor, :reason)',
          'changedAt = :at',
          ...set.map(([name]) => `#${name} = :s_${name}`),
        ].join(', ')}${removed.length ? ` REMOVE ${removed.map(([name]) => `#${name}`).join(', ')}` : ''}`,
        condition: `attribute_exists(pk) AND ${condition}`,
        names: {
          ...(condition.includes('#at') && { '#at': 'at' }),
          ...Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
        },
        values: {
          ...values,
          ':at': at,
          ':by': by,
          ':reason': reason,
          ...Object.fromEntries(set.map(([name, value]) => [`:s_${name}`, value])),
        },
        returns: 'ALL_NEW',
      });
      return after && Invitation.parse(after);
    },

    blankConflict: async ({ session, id, decision, other: { corrected } }, { recorded, other }) => {
      const after = await table.update(conflictKey(session, id), {
        expression: `SET #other = :other${recorded ? ', recorded = :recorded' : ''} REMOVE reason`,
        condition: `attribute_exists(pk) AND ${asRead('decision', decision, ':decision')} AND ${asRead('#other.corrected.#at', corrected?.at, ':corrected')}`,
        names: { '#other': 'other', '#at': 'at' },
        values: { ':other': other, ':recorded': recorded, ':decision': decision, ':corrected': corrected?.at },
        returns: 'ALL_OLD',
      });
      return after !== undefined;
    },

    keepGuests: async (session, read, guests) => {
      const after = await table.update(rosterRuleKey(session, read.hash), {
        expression: 'SET guests = :guests',
        condition: 'size(guests) = :read',
        values: { ':guests': guests, ':read': read.guests.length },
        returns: 'ALL_OLD',
      });
      return after !== undefined;
    },

    wipe: async (session, invitation, scans) => {
      const range = { pk: sessionPartition(session), prefix: drawingPrefix(invitation), consistent: true };
      for (const { pk, sk } of await table.queryAll(range)) await without({ pk: String(pk), sk: String(sk) }, 'drawn');
      for (const nonce of scans) await without(letterKey(session, nonce), 'jpeg');
    },
  };
};
