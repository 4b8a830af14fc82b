/** Scans that let nobody in: noted on the invitation they were of, or, where there is none or no room on it, items of their own. */
import { Invitation } from '../invitations/invitation-schema.ts';
import { denialKey, invitationKey, sessionPartition } from '../platform/keys.ts';
import type { Item, Table } from '../platform/table.ts';
import { denialIdOf, denialOf, notedDenial } from './check-in-rules.ts';
import { Denial, type RefusalReason } from './check-in-schema.ts';
import type { Attempt } from './check-in-store.ts';

export interface DenialStore {
  /** Records a scan that let nobody in, once under `id`. One request. */
  recordDenial(session: string, id: string, denial: Denial): Promise<void>;
  /** What was recorded under `id`, read strongly. One request. */
  recorded(session: string, id: string): Promise<Denial | undefined>;
  /** Every scan that let nobody in, oldest first. */
  denials(session: string): Promise<Denial[]>;
  /** Every invitation with every scan that let nobody in, read strongly and each once: what a seal is made of. */
  withDenials(session: string): Promise<{ invitations: Invitation[]; denials: Denial[] }>;
  /**
   * Notes the refused scan on the invitation and, in the same request, learns what that is: an engine without
   * ReturnValuesOnConditionCheckFailure (the embedded one) would need a read and a write for that. Three where there is no room.
   */
  note(attempt: Attempt, reason: RefusalReason): Promise<Invitation | undefined>;
}

/**
 * The first refused scans of an invitation stand on it, each under a name of its own: a repeat changes nothing. Only so many,
 * since every check-in pays for the whole item, and whoever holds a revoked link could otherwise fill it.
 */
const notePrefix = 'denied#';
const mostNotes = 4;
const notesOf = (item: Item): Denial[] =>
  Object.entries(item).flatMap(([name, value]) => (name.startsWith(notePrefix) ? [Denial.parse(value)] : []));

const notedOn = (invitation: Invitation, notes: readonly Denial[]): Denial[] =>
  notes.flatMap((note) => notedDenial(invitation, note) ?? []);

/** Oldest first, each scan once. */
const inOrder = (denials: readonly Denial[]): Denial[] => {
  const byScan = new Map(denials.map((denial) => [`${denial.invitation}#${denial.nonce}`, denial]));
  return [...byScan.values()].sort((a, b) => (`${a.at}#${a.nonce}` < `${b.at}#${b.nonce}` ? -1 : 1));
};

export const makeDenialStore = (table: Table): DenialStore => {
  const recordDenial: DenialStore['recordDenial'] = async (session, id, denial) => {
    await table.put({ ...denialKey(session, id), ...denial }, { expression: 'attribute_not_exists(pk)' });
  };

  /** There is no such invitation, or no room on it: then the denial of a scan that is not on record is an item of its own. */
  const noteApart = async ({ session, invitation, checkIn }: Attempt, denial: Denial) => {
    const item = await table.get(invitationKey(session, invitation), { consistent: true });
    const found = item && Invitation.parse(item);
    const noted = found && notedDenial(found, denial);
    if (noted) await recordDenial(session, denialIdOf(checkIn, noted), noted);
    return found;
  };

  const note: DenialStore['note'] = async (attempt, reason) => {
    const { session, invitation, checkIn, shown, tokenVersion } = attempt;
    const { nonce } = checkIn;
    // Whether a delegate was named is not known before this request: the version tells it when the note is read.
    const version = reason === 'REVOKED' ? tokenVersion : undefined;
    const denial = denialOf(checkIn, reason, { invitation, shown, version });
    const before = await table.update(invitationKey(session, invitation), {
      // A set holds a nonce once, however often it is added, so its size is the number of notes.
      expression: 'SET #note = if_not_exists(#note, :denial) ADD noted :nonces',
      condition:
        'attribute_exists(pk) AND (attribute_not_exists(noted) OR size(noted) < :most OR contains(noted, :nonce))',
      names: { '#note': `${notePrefix}${nonce}` },
      values: { ':denial': denial, ':nonces': new Set([nonce]), ':nonce': nonce, ':most': mostNotes },
      returns: 'ALL_OLD',
    });
    return before ? Invitation.parse(before) : noteApart(attempt, denial);
  };

  const read = (session: string, consistent: boolean) => {
    const pk = sessionPartition(session);
    return Promise.all([
      table.queryAll({ pk, prefix: 'D#', consistent }),
      table.queryAll({ pk, prefix: 'I#', consistent }),
    ]);
  };

  return {
    recordDenial,
    recorded: async (session, id) => {
      const item = await table.get(denialKey(session, id), { consistent: true });
      return item && Denial.parse(item);
    },
    note,
    denials: async (session) => {
      const [alone, items] = await read(session, false);
      const noted = items.flatMap((item) => {
        const notes = notesOf(item);
        return notes.length ? notedOn(Invitation.parse(item), notes) : [];
      });
      return inOrder([...noted, ...alone.map((item) => Denial.parse(item))]);
    },
    withDenials: async (session) => {
      const [alone, items] = await read(session, true);
      const denials = alone.map((item) => Denial.parse(item));
      const invitations = items.map((item) => {
        const invitation = Invitation.parse(item);
        denials.push(...notedOn(invitation, notesOf(item)));
        return invitation;
      });
      return { invitations, denials: inOrder(denials) };
    },
  };
};
