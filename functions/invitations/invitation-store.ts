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
  all(session: string, options?: { consistent?: boolean }): Promise<Invitation[]>;
  some(session: string, ids: readonly string[]): Promise<Invitation[]>;
  /** Adds those that are not there yet; says how many were added. Repeating it adds nothing. */
  add(invitations: readonly Invitation[]): Promise<number>;
  /** The invitation after; undefined when there is none. Repeating it changes nothing. */
  revoke(session: string, id: string, at: string): Promise<Invitation | undefined>;
  /** Makes every older token worthless, if the version is still `version`; undefined when it is not, or there is none. */
  reissue(session: string, id: string, version: number): Promise<Invitation | undefined>;
  /** Keeps the unit ids of a freeze under their hash. Repeating it changes nothing. */
  putFrozenRoster(session: string, units: readonly string[]): Promise<{ units: number; hash: string }>;
  /** The unit ids of a session's frozen roster, read strongly; null while it has not opened. */
  frozenRoster(session: Pick<Session, 'id' | 'frozen'>): Promise<ReadonlySet<string> | null>;
}

/** Requests in flight while inviting a whole class: 11,000 invitations take seconds, not minutes. */
const width = 32;
const idLength = 8;

const parse = (item: unknown): Invitation => Invitation.parse(item);

export const makeInvitationStore = (table: Table): InvitationStore => ({
  get: async (session, id, options) => {
    const item = await table.get(invitationKey(session, id), options);
    return item && parse(item);
  },
  page: async (session, page) => {
    const { items, next } = await table.queryPage({ pk: sessionPartition(session), prefix: 'I#' }, page);
    return { items: items.map(parse), next };
  },
  all: async (session, { consistent = false } = {}) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'I#', consistent })).map(parse),
  some: async (session, ids) => (await table.batchGet(ids.map((id) => invitationKey(session, id)))).map(parse),

  add: async (invitations) => {
    // One conditional put each, not BatchWriteItem: a batch would overwrite an invitation that is already checked in.
    const added = await sideBySide(invitations, width, (invitation) =>
      table.put(
        { ...invitationKey(invitation.session, invitation.id), ...invitation },
        { expression: 'attribute_not_exists(pk)' },
      ),
    );
    return added.filter(Boolean).length;
  },

  revoke: async (session, id, at) => {
    const after = await table.update(invitationKey(session, id), {
      expression: 'SET revokedAt = if_not_exists(revokedAt, :at)',
      condition: 'attribute_exists(pk)',
      values: { ':at': at },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
  },

  reissue: async (session, id, version) => {
    const after = await table.update(invitationKey(session, id), {
      expression: 'SET tokenVersion = :next REMOVE revokedAt',
      condition: 'tokenVersion = :version',
      values: { ':version': version, ':next': version + 1 },
      returns: 'ALL_NEW',
    });
    return after && parse(after);
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
