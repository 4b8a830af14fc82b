/** Invitations in the table, and the frozen roster made from them. */
import { createHash } from 'node:crypto';
import { frozenRosterKey, invitationKey, sessionPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Table } from '../platform/table.ts';
import type { Session } from '../sessions/session-schema.ts';
import { Invitation } from './invitation-schema.ts';

export interface InvitationStore {
  get(session: string, id: string, options?: { consistent?: boolean }): Promise<Invitation | undefined>;
  page(session: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Invitation>>;
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
  /** Keeps the unit ids of a freeze under their hash. Repeating it changes nothing. */
  putFrozenRoster(session: string, units: readonly string[]): Promise<{ units: number; hash: string }>;
  /** The unit ids of a session's frozen roster, read strongly; null while it has not opened. */
  frozenRoster(session: Pick<Session, 'id' | 'frozen'>): Promise<ReadonlySet<string> | null>;
}

/** Requests in flight while inviting a whole class: 11,000 invitations take seconds, not minutes. */
const width = 32;
const idLength = 8;

const parse = (item: unknown): Invitation => Invitation.parse(item);

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

export const makeInvitationStore = (table: Table): InvitationStore => ({
  get: getFrom(table),
  page: async (session, page) => {
    const { items, next } = await table.queryPage({ pk: sessionPartition(session), prefix: 'I#' }, page);
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
    const after = await table.update(invitationKey(session, id), {
      expression:
        'SET tokenVersion = :next, replacedAt = if_not_exists(revokedAt, :at), changedAt = :at REMOVE revokedAt',
      condition: 'tokenVersion = :version',
      values: { ':version': version, ':next': version + 1, ':at': at },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  setSeat: async (session, id, seat, at) => {
    const after = await table.update(invitationKey(session, id), {
      expression: seat === null ? 'SET changedAt = :at REMOVE seat' : 'SET seat = :seat, changedAt = :at',
      condition:
        seat === null
          ? 'attribute_exists(seat)'
          : 'attribute_exists(pk) AND (attribute_not_exists(seat) OR seat <> :seat)',
      values: { ':at': at, ...(seat !== null && { ':seat': seat }) },
      returns: 'ALL_NEW',
    });
    return after ? parse(after) : getFrom(table)(session, id, { consistent: true });
  },

  putFrozenRoster: async (session, units) => {
    const sorted = [...units].sort();
    const hash = createHash('sha256').update(sorted.join('\n')).digest('hex');
    await table.put({ ...frozenRosterKey(session, hash), units: sorted.join('') });
    return { units: sorted.length, hash };
  },

  frozenRoster: async ({ id, frozen }) => {
    if (frozen === null) return null;
    const item = await table.get(frozenRosterKey(id, frozen.hash), { consistent: true });
    // A missing roster must never be counted as an empty one.
    if (!item) throw new Error('the frozen roster of a session is missing');
    const packed = String(item.units);
    const ids = Array.from({ length: packed.length / idLength }, (_, index) =>
      packed.slice(index * idLength, (index + 1) * idLength),
    );
    return new Set(ids);
  },
});
