/** Invitations in the table, and the frozen roster made from them. */
import { remindAgainAfterMs } from '../messages/message-rules.ts';
import { asRead } from '../platform/as-read.ts';
import { frozenRosterKey, invitationKey, sessionPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Table } from '../platform/table.ts';
import type { Session } from '../sessions/session-schema.ts';
import { rosterHash, rosterUnits } from './frozen-roster.ts';
import { Invitation } from './invitation-schema.ts';
import type { FromRegister } from './invite-rules.ts';

export interface InvitationStore {
  get(session: string, id: string, options?: { consistent?: boolean }): Promise<Invitation | undefined>;
  page(
    session: string,
    page: { limit: number; cursor?: string | undefined; consistent?: boolean },
  ): Promise<Page<Invitation>>;
  /** Those that changed, or were checked in, at or after a moment. It reads every invitation of the session; functions/README.md says what that costs. */
  changedSince(
    session: string,
    since: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Invitation>>;
  all(session: string, options?: { consistent?: boolean }): Promise<Invitation[]>;
  some(session: string, ids: readonly string[]): Promise<Invitation[]>;
  /** Adds those that are not there yet; says how many were added. Repeating it adds nothing. */
  add(invitations: readonly Invitation[]): Promise<number>;
  /** The invitation after; undefined when there is none. Repeating it changes nothing. */
  revoke(session: string, id: string, at: string): Promise<Invitation | undefined>;
  /** Makes every older token worthless, if the version is still `version`; undefined when it is not, or there is none. */
  reissue(session: string, id: string, version: number, at: string): Promise<Invitation | undefined>;
  /** Gives a seat or row, or takes it back; undefined when there is no such invitation. Repeating it changes nothing. */
  setSeat(session: string, id: string, seat: string | null, at: string): Promise<Invitation | undefined>;
  /** The same for the wave that it is asked to. */
  setWave(session: string, id: string, wave: string | null, at: string): Promise<Invitation | undefined>;
  /** Puts an invitation into a wave if it stands, nobody has come, and it is in the wave (or none) that was read. */
  arrange(read: Pick<Invitation, 'session' | 'id' | 'wave'>, wave: string, at: string): Promise<boolean>;
  /** Says of the unit what the register says now, if nothing changed since `read` and nobody came or signed. */
  refresh(read: Invitation, fresh: FromRegister, at: string): Promise<boolean>;
  /** Claims an invitation for a reminder: at most one succeeds, and none within a day of another (see {@link remindAgainAfterMs}). */
  claimReminder(session: string, id: string, by: string, now: Date): Promise<boolean>;
  /** Keeps the unit ids of a freeze under their hash. Repeating it changes nothing. */
  putFrozenRoster(session: string, units: readonly string[]): Promise<{ units: number; hash: string }>;
  /** The unit ids of a session's frozen roster, read strongly; null while it has not opened. */
  frozenRoster(session: Pick<Session, 'id' | 'frozen'>): Promise<ReadonlySet<string> | null>;
}

/** Requests in flight while inviting a whole class: 11,000 invitations take seconds, not minutes. */
const width = 32;
const parse = (item: unknown): Invitation => Invitation.parse(item);

const stands = 'attribute_exists(pk) AND attribute_not_exists(revokedAt)';
const nobodyCame = 'attribute_not_exists(checkIn)';
/** Whoever came or signed did so under the office and the title that stand there. */
const nothingSettled = [
  stands,
  nobodyCame,
  ...(['signedHolder', 'signedDelegate', 'signedSymbolic', 'signedWitness'] as const).map(
    (name) => `attribute_not_exists(${name})`,
  ),
].join(' AND ');

/**
 * A check-in says itself when it came: one that moved `changedAt` would move it for every scan that changes nothing. Items of an
 * older version bear no `changedAt`: they count as changed when they were made.
 */
const changed =
  'changedAt >= :since OR checkIn.receivedAt >= :since OR (attribute_not_exists(changedAt) AND invitedAt >= :since)';

const getFrom =
  (table: Table): InvitationStore['get'] =>
  async (session, id, options) => {
    const item = await table.get(invitationKey(session, id), options);
    return item && parse(item);
  };

/** Sets or removes a text of an invitation; the invitation as it stands afterwards. A repeat must not move `changedAt`. */
const setText = async (
  table: Table,
  { session, id }: Pick<Invitation, 'session' | 'id'>,
  name: 'seat' | 'wave',
  text: string | null,
  at: string,
): Promise<Invitation | undefined> => {
  const after = await table.update(invitationKey(session, id), {
    expression: text === null ? `SET changedAt = :at REMOVE ${name}` : `SET ${name} = :text, changedAt = :at`,
    condition:
      text === null
        ? `attribute_exists(${name})`
        : `attribute_exists(pk) AND (attribute_not_exists(${name}) OR ${name} <> :text)`,
    values: { ':at': at, ...(text !== null && { ':text': text }) },
    returns: 'ALL_NEW',
  });
  return after ? parse(after) : getFrom(table)(session, id, { consistent: true });
};

export const makeInvitationStore = (table: Table): InvitationStore => ({
  get: getFrom(table),
  page: async (session, { consistent = false, ...page }) => {
    const { items, next } = await table.queryPage({ pk: sessionPartition(session), prefix: 'I#', consistent }, page);
    return { items: items.map(parse), next };
  },
  changedSince: async (session, since, page) => {
    const filter = { expression: changed, values: { ':since': since } };
    const range = { pk: sessionPartition(session), prefix: 'I#' };
    const { items, next } = await table.queryPage(range, { ...page, filter });
    return { items: items.map(parse), next };
  },
  all: async (session, { consistent = false } = {}) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'I#', consistent })).map(parse),
  some: async (session, ids) => (await table.batchGet(ids.map((id) => invitationKey(session, id)))).map(parse),

  add: async (invitations) => {
    // One conditional put each, not BatchWriteItem: a batch would overwrite an invitation that is already checked in.
    const added = await sideBySide(invitations, width, (invitation) =>
      table.put(
        { ...invitationKey(invitation.session, invitation.id), changedAt: invitation.invitedAt, ...invitation },
        { expression: 'attribute_not_exists(pk)' },
      ),
    );
    return added.filter(Boolean).length;
  },

  revoke: async (session, id, at) => {
    const after = await table.update(invitationKey(session, id), {
      expression: 'SET revokedAt = :at, changedAt = :at',
      condition: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
      values: { ':at': at },
      returns: 'ALL_NEW',
    });
    // Revoked already, or not there: a repeat must not move `changedAt`, by which doors learn what is new.
    return after ? parse(after) : getFrom(table)(session, id, { consistent: true });
  },

  reissue: async (session, id, version, at) => {
    const read = await getFrom(table)(session, id, { consistent: true });
    if (read?.tokenVersion !== version) return undefined;
    const { lastVersion, delegation } = read;
    // Never a version that a delegate's code has had. Both versions as read: a delegation that came and went in between shows in them.
    const next = (lastVersion ?? version) + 1;
    const removed = ['revokedAt', 'delegation', 'bound', 'help', ...(delegation ? ['answer'] : [])];
    const after = await table.update(invitationKey(session, id), {
      expression: `SET tokenVersion = :next, lastVersion = :next, replacedVersion = :version, replacedAt = if_not_exists(revokedAt, :at), changedAt = :at REMOVE ${removed.join(', ')}`,
      condition: `tokenVersion = :version AND ${asRead('lastVersion', lastVersion, ':last')}`,
      values: { ':version': version, ':last': lastVersion, ':next': next, ':at': at },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  setSeat: (session, id, seat, at) => setText(table, { session, id }, 'seat', seat, at),
  setWave: (session, id, wave, at) => setText(table, { session, id }, 'wave', wave, at),

  arrange: async ({ session, id, wave: was }, wave, at) => {
    const after = await table.update(invitationKey(session, id), {
      expression: 'SET wave = :wave, changedAt = :at',
      condition: [stands, nobodyCame, asRead('wave', was, ':was')].join(' AND '),
      values: { ':wave': wave, ':was': was, ':at': at },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  },

  refresh: async ({ session, id, changedAt }, fresh, at) => {
    const set = Object.entries(fresh).filter(([, value]) => value !== undefined);
    const removed = Object.keys(fresh).filter((name) => fresh[name as keyof FromRegister] === undefined);
    const after = await table.update(invitationKey(session, id), {
      expression: `SET changedAt = :at, ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${
        removed.length ? ` REMOVE ${removed.map((name) => `#${name}`).join(', ')}` : ''
      }`,
      condition: [nothingSettled, asRead('changedAt', changedAt, ':was')].join(' AND '),
      names: Object.fromEntries(Object.keys(fresh).map((name) => [`#${name}`, name])),
      values: { ':at': at, ':was': changedAt, ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  },

  claimReminder: async (session, id, by, now) => {
    const after = await table.update(invitationKey(session, id), {
      // Not `changedAt`: doors show no reminders.
      expression: 'SET remindedAt = :at, remindedBy = :by',
      condition: [
        stands,
        nobodyCame,
        'attribute_not_exists(answer)',
        'attribute_not_exists(walkIn)',
        '(attribute_not_exists(remindedAt) OR (remindedAt <= :before AND remindedBy <> :by))',
      ].join(' AND '),
      values: {
        ':at': now.toISOString(),
        ':by': by,
        ':before': new Date(now.getTime() - remindAgainAfterMs).toISOString(),
      },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  },

  putFrozenRoster: async (session, units) => {
    const sorted = [...units].sort();
    const hash = rosterHash(sorted);
    await table.put({ ...frozenRosterKey(session, hash), units: sorted.join('') });
    return { units: sorted.length, hash };
  },

  frozenRoster: async ({ id, frozen }) => {
    if (frozen === null) return null;
    const item = await table.get(frozenRosterKey(id, frozen.hash), { consistent: true });
    // A missing roster must never be counted as an empty one.
    if (!item) throw new Error('the frozen roster of a session is missing');
    return new Set(rosterUnits(String(item.units)));
  },
});
