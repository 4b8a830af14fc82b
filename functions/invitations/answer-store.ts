/** Answers, delegations, phones and calls for help: each one conditional update of the invitation, on the state that was read. */
import { asRead } from '../platform/as-read.ts';
import { invitationKey } from '../platform/keys.ts';
import type { Item, Table, Update } from '../platform/table.ts';
import { tryAgain } from '../platform/try-again.ts';
import type { AnswerChange } from './answer-rules.ts';
import { Invitation } from './invitation-schema.ts';

/** What the rules make of an invitation: what is to change, or null for nothing; or they throw the problem. */
export type Decide = (invitation: Invitation) => AnswerChange | null;

export interface AnswerStore {
  /**
   * Changes an invitation as `decide` says, and answers it as it is then. Where somebody was faster, it is decided again on what
   * stands there by then, a few times. One request when nobody was; none where nothing changes.
   */
  change(read: Invitation, decide: Decide): Promise<Invitation>;
}

/**
 * Whoever comes in between is seen: another change of an answer or a phone by `answerRevision`, a re-issue by the versions, a
 * revocation, and somebody's arrival at the door.
 */
const unchanged = ({ tokenVersion, lastVersion, answerRevision, revokedAt, checkIn }: Invitation) => ({
  condition: [
    'tokenVersion = :version',
    asRead('lastVersion', lastVersion, ':last'),
    asRead('answerRevision', answerRevision, ':revision'),
    asRead('revokedAt', revokedAt, ':revoked'),
    asRead('checkIn.nonce', checkIn?.nonce, ':nonce'),
  ].join(' AND '),
  values: {
    ':version': tokenVersion,
    ':last': lastVersion,
    ':revision': answerRevision,
    ':revoked': revokedAt,
    ':nonce': checkIn?.nonce,
  },
});

const updateOf = (read: Invitation, { set, remove }: AnswerChange): Update => {
  const same = unchanged(read);
  const fields = Object.entries({ ...set, answerRevision: (read.answerRevision ?? 0) + 1 });
  const assigned = fields.map(([name]) => `${name} = :set_${name}`).join(', ');
  const values: Item = {
    ...same.values,
    ...Object.fromEntries(fields.map(([name, value]) => [`:set_${name}`, value])),
  };
  return {
    expression: `SET ${assigned}${remove.length ? ` REMOVE ${remove.join(', ')}` : ''}`,
    condition: same.condition,
    values,
    returns: 'ALL_NEW',
  };
};

export const makeAnswerStore = (table: Table): AnswerStore => ({
  change: (read, decide) => {
    const key = invitationKey(read.session, read.id);
    let found = read;
    return tryAgain(async () => {
      const change = decide(found);
      if (change === null) return found;
      const after = await table.update(key, updateOf(found, change));
      if (after) return Invitation.parse(after);
      const item = await table.get(key, { consistent: true });
      if (!item) throw new Error('an invitation that was read is gone');
      found = Invitation.parse(item);
      return undefined;
    });
  },
});
