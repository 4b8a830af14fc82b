/** Sessions in the table: one item each, every change one conditional write. */
import { regencyPartition, sessionKey } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { editableStates, type Move, moves } from './session-rules.ts';
import { Session, type SessionState } from './session-schema.ts';

export interface SessionStore {
  get(id: string, options?: { consistent?: boolean }): Promise<Session | undefined>;
  /** Newest ids have no order of their own; the list is in the order of ids. */
  page(regency: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Session>>;
  all(regency: string): Promise<Session[]>;
  /** `created`, or `exists` with what stands there: the same create again, or another with the same key. */
  create(
    session: Session,
    fingerprint: string,
  ): Promise<{ result: 'created' | 'repeated' | 'taken'; session: Session }>;
  /** Replaces the plan of a session that is still at its `version` and in this (editable) state; undefined otherwise. */
  edit(session: Session, state: SessionState): Promise<Session | undefined>;
  /** Moves on if the state allows it; undefined otherwise. */
  move(
    id: string,
    move: Move,
    facts: Partial<Pick<Session, 'frozen' | 'publishedAt' | 'openedAt' | 'closedAt'>>,
  ): Promise<Session | undefined>;
}

const optionalFields = ['occasion', 'opener', 'note', 'letter', 'phase', 'reminderDays'] as const;

const parse = (item: unknown): Session => Session.parse(item);

export const makeSessionStore = (table: Table): SessionStore => ({
  get: async (id, options) => {
    const item = await table.get(sessionKey(id), options);
    return item && parse(item);
  },

  page: async (regency, page) => {
    const { items, next } = await table.queryPage({ pk: regencyPartition(regency), prefix: 'S#' }, page);
    return { items: items.map(parse), next };
  },

  all: async (regency) => (await table.queryAll({ pk: regencyPartition(regency), prefix: 'S#' })).map(parse),

  create: async (session, fingerprint) => {
    const written = await table.put(
      { ...sessionKey(session.id), ...session, fingerprint },
      { expression: 'attribute_not_exists(pk)' },
    );
    if (written) return { result: 'created', session };
    const item = await table.get(sessionKey(session.id), { consistent: true });
    return { result: item?.fingerprint === fingerprint ? 'repeated' : 'taken', session: parse(item) };
  },

  edit: async (session, state) => {
    if (!editableStates.includes(state)) return undefined;
    const { id, version, ...plan } = session;
    // An update, so that the fingerprint of the create stays; a field that the new plan leaves out is removed.
    const set = Object.entries(plan).filter(([, value]) => value !== undefined);
    const removed = optionalFields.filter((name) => plan[name] === undefined);
    const edited = await table.update(sessionKey(id), {
      expression: `SET ${['version = :next', ...set.map((_, index) => `#n${index} = :v${index}`)].join(', ')}${
        removed.length ? ` REMOVE ${removed.join(', ')}` : ''
      }`,
      condition: 'version = :version AND #state = :state',
      names: { '#state': 'state', ...Object.fromEntries(set.map(([name], index) => [`#n${index}`, name])) },
      values: {
        ':version': version,
        ':next': version + 1,
        ':state': state,
        ...Object.fromEntries(set.map(([, value], index) => [`:v${index}`, value])),
      },
      returns: 'ALL_NEW',
    });
    return edited && parse(edited);
  },

  move: async (id, move, facts) => {
    const { from, to } = moves[move];
    const set = Object.entries(facts);
    const moved = await table.update(sessionKey(id), {
      expression: ['SET #state = :to, version = version + :one', ...set.map(([name]) => `${name} = :${name}`)].join(
        ', ',
      ),
      condition: `#state IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
      names: { '#state': 'state' },
      values: {
        ':to': to,
        ':one': 1,
        ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])),
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      },
      returns: 'ALL_NEW',
    });
    return moved && parse(moved);
  },
});
