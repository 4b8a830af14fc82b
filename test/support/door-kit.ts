/** Doors without a browser: the real core on a storage in memory, a time that the test moves, a server that the test plays. */
import 'fake-indexeddb/auto';
import { makeToken, readToken } from '../../functions/invitations/invitation-token.ts';
import { hashOfToken } from '../../web/door/core/code.ts';
import type { Attendance, DoorListEntry, DoorSession, RefusalReason } from '../../web/door/core/door.ts';
import { type DoorDb, openDoorDb } from '../../web/door/core/door-db.ts';
import type { BatchOutcome, DoorApi, DoorPorts } from '../../web/door/core/ports.ts';
import type { ApiProblemCode } from '../../web/shared/api-problem.ts';
import { ApiProblem } from '../../web/shared/api-problem.ts';
import { sessionId } from './fixtures.ts';
import type { VirtualTime } from './virtual-time.ts';

export const kitKeys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(5)]]) };
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** The id of the n-th invitation. */
export const idOf = (n: number): string =>
  Array.from({ length: 8 }, (_, at) => alphabet[Math.floor(n / 32 ** (7 - at)) % 32]).join('');
export const tokenOf = (n: number, version = 1, session = sessionId): string =>
  makeToken(kitKeys, { session, invitation: idOf(n), version });

export const anEntry = async (n: number, changes: Partial<DoorListEntry> = {}): Promise<DoorListEntry> => ({
  id: idOf(n),
  hashes: [await hashOfToken(tokenOf(n, changes.version ?? 1))],
  version: 1,
  kind: 'unit',
  name: `Kepala ${n}`,
  acting: 'DEFINITIVE',
  office: `Kepala Dinas ${n}`,
  unit: `Dinas ${n}`,
  class: 'OPD',
  revoked: false,
  present: null,
  ...changes,
});

/** What a delegation makes of the n-th entry: the delegate's code is the next version, and the holder's opens no door. */
export const delegatedBy = async (
  n: number,
  delegate: { name?: string; office?: string } = {},
): Promise<Partial<DoorListEntry>> => ({
  version: 2,
  hashes: [await hashOfToken(tokenOf(n, 2))],
  delegated: { ...delegate, holderHashes: [await hashOfToken(tokenOf(n, 1))] },
});
/** And taking it back: the holder's code is good again, the delegate's never. */
export const takenBack = async (n: number): Promise<Partial<DoorListEntry>> => ({
  version: 1,
  lastVersion: 2,
  hashes: [await hashOfToken(tokenOf(n, 1))],
  delegated: undefined as never,
});

export const aDoorSession = (changes: Partial<DoorSession> = {}): DoorSession => ({
  id: sessionId,
  regency: '16.04',
  regencyName: 'Kabupaten Lahat',
  title: 'Rapat koordinasi',
  state: 'OPEN',
  zone: 'WIB',
  venueName: 'Hotel Santika',
  startsAt: '2024-06-27T01:00:00.000Z',
  endsAt: '2024-06-27T05:00:00.000Z',
  openedAt: '2024-06-27T00:30:00.000Z',
  closedAt: null,
  ...changes,
});

/** How a call goes wrong: it never arrives, its answer never arrives, or it is answered with a problem. */
export type Mishap = 'drop' | 'lose' | ApiProblemCode;
type CallName = keyof DoorApi;

export interface PlayedServer {
  api: DoorApi;
  session: DoorSession;
  entries: Map<string, DoorListEntry>;
  /** What the n-th call does wrong; undefined: nothing. */
  mishap: (call: CallName, n: number) => Mishap | undefined;
  calls: CallName[];
  /** Every entry of a batch that arrived, repeats as well. */
  arrived: Record<string, unknown>[];
  contacts: Record<string, unknown>[];
  letters: Map<string, number>;
  /** Changes an invitation: doors hear of it by their list. */
  change: (id: string, changes: Partial<DoorListEntry>) => void;
  /** Answers in place of the usual one. */
  answer: (entry: Record<string, unknown>) => BatchOutcome | undefined;
  pageSize: number;
  publicKey: JsonWebKey | undefined;
}

/** A server that keeps the protocol's promises in the smallest way: nonce first, one check-in an invitation. */
export const playServer = (time: Pick<VirtualTime, 'now'>): PlayedServer => {
  const taken = new Map<
    string,
    { nonce: string; at: string; door: string; who: Attendance; name: string | undefined }
  >();
  const undone = new Set<string>();
  /** Whom a scan was told of that let nobody in. */
  const told = new Map<string, { at: string; door: string }>();
  const changedAt = new Map<string, number>();
  const iso = (): string => new Date(time.now()).toISOString();

  /** The holder's own code while a delegate is named; a delegate's that was taken back. */
  const isDead = (entry: DoorListEntry, token: string | undefined): RefusalReason | undefined => {
    const { delegated, lastVersion = 0, version } = entry;
    const given = (token && readToken(kitKeys, token)?.version) || version;
    if (delegated && given < version) return 'DELEGATED';
    return given > version && given <= lastVersion ? 'REVOKED' : undefined;
  };
  const scan = (body: Record<string, unknown>): BatchOutcome => {
    const nonce = String(body.nonce);
    if (body.group) return { result: 'counted', count: (body.group as { count: number }).count };
    const token = typeof body.token === 'string' ? body.token.slice(-39) : undefined;
    const entry = [...server.entries.values()].find(({ id }) =>
      token === undefined ? id === body.invitation : tokenNames(token, id),
    );
    if (!entry) return { result: 'refused', reason: 'UNKNOWN' };
    return undone.has(nonce) ? { result: 'refused', reason: 'UNDONE' } : admit(entry, body, isDead(entry, token));
  };
  const admit = (
    entry: DoorListEntry,
    body: Record<string, unknown>,
    dead: RefusalReason | undefined,
  ): BatchOutcome => {
    const nonce = String(body.nonce);
    const first = taken.get(entry.id);
    if (first?.nonce === nonce) return { result: 'replayed', invitation: shown(entry.id), late: false };
    const again = told.get(nonce);
    if (dead && !again) return { result: 'refused', reason: dead };
    const before = again ?? (first && { at: first.at, door: first.door });
    if (before) {
      if (body.shown !== 'ADMITTED') told.set(nonce, before);
      return { result: 'already', invitation: shown(entry.id), late: false, first: before };
    }
    if (entry.revoked) return { result: 'refused', reason: 'REVOKED' };
    taken.set(entry.id, {
      nonce,
      at: iso(),
      door: 'Pintu A',
      who: body.who as Attendance,
      name: entry.delegated?.name,
    });
    touch(entry.id);
    return { result: 'accepted', invitation: shown(entry.id), late: false };
  };
  const tokenNames = (token: string, id: string): boolean => readToken(kitKeys, token)?.invitation === id;
  const shown = (id: string): DoorListEntry => {
    const entry = server.entries.get(id) as DoorListEntry;
    const by = taken.get(id);
    if (!by) return entry;
    const { at, door, who, name } = by;
    const named = who === 'delegate' && name !== undefined ? { delegateName: name } : {};
    return { ...entry, present: { at, door, mode: 'IN_PERSON', who, ...named } };
  };
  const touch = (id: string): void => {
    changedAt.set(id, time.now());
  };
  const undo = (body: Record<string, unknown>): BatchOutcome => {
    const id = String(body.invitation);
    if (!undone.has(String(body.of))) {
      if (taken.get(id)?.nonce !== body.of) return { result: 'problem', code: 'CHECK_IN_UNKNOWN' };
      undone.add(String(body.of));
      taken.delete(id);
      touch(id);
    }
    return { result: 'undone', invitation: shown(id) };
  };
  const correction = (body: Record<string, unknown>): BatchOutcome =>
    taken.get(String(body.invitation))?.nonce === body.of
      ? { result: 'corrected', invitation: shown(String(body.invitation)) }
      : { result: 'problem', code: 'CHECK_IN_UNKNOWN' };
  const settle = (given: unknown): BatchOutcome => {
    const body = given as Record<string, unknown>;
    server.arrived.push(body);
    const other = server.answer(body);
    if (other) return other;
    if (body?.kind === 'scan') return scan(body);
    if (body?.kind === 'undo') return undo(body);
    if (body?.kind === 'correction') return correction(body);
    return { result: 'invalid', errors: [{ pointer: '/kind', rule: 'invalid' }] };
  };

  const through = async <T>(call: CallName, work: () => T): Promise<T> => {
    const mishap = server.mishap(call, server.calls.length);
    server.calls.push(call);
    if (mishap === 'drop') throw new ApiProblem('UNREACHABLE');
    if (mishap && mishap !== 'lose') throw new ApiProblem(mishap);
    const answer = work();
    if (mishap === 'lose') throw new ApiProblem('TIMED_OUT');
    return structuredClone(answer);
  };

  const page = ({ cursor, since }: { cursor?: string; since?: string }) => {
    const all = [...server.entries.keys()].filter(
      (id) => since === undefined || (changedAt.get(id) ?? 0) >= Date.parse(since) - 10_000,
    );
    const from = Number(cursor ?? 0);
    const items = all.slice(from, from + server.pageSize).map(shown);
    const next = from + server.pageSize < all.length ? String(from + server.pageSize) : null;
    return { items, next, asOf: iso() };
  };

  const server: PlayedServer = {
    session: aDoorSession(),
    entries: new Map(),
    mishap: () => undefined,
    calls: [],
    arrived: [],
    contacts: [],
    letters: new Map(),
    change: (id, changes) => {
      server.entries.set(id, { ...(server.entries.get(id) as DoorListEntry), ...changes });
      touch(id);
    },
    answer: () => undefined,
    pageSize: 100,
    publicKey: undefined,
    api: {
      pair: (body) =>
        through('pair', () => {
          server.publicKey = body.publicKey;
          return { door: { id: idOf(99), name: 'Pintu A' }, session: server.session, receivedAt: iso() };
        }),
      contact: (_, body) =>
        through('contact', () => {
          server.contacts.push(body);
          return { receivedAt: iso(), answeredAt: iso(), session: server.session };
        }),
      listPage: (_, query) => through('listPage', () => page(query)),
      batch: (_, __, entries) =>
        through('batch', () => ({ receivedAt: iso(), answers: (structuredClone(entries) as unknown[]).map(settle) })),
      letter: (_, nonce, jpeg) => through('letter', () => void server.letters.set(nonce, jpeg.size)),
    },
  };
  return server;
};

let databases = 0;
export const newDbName = (): string => {
  databases += 1;
  return `door-${databases}`;
};

export interface KitOptions {
  time: VirtualTime;
  api: DoorApi;
  dbName: string;
  /** How far the device's clock is off. */
  skewMs?: () => number;
  random?: () => number;
  wrapDb?: (db: DoorDb) => DoorDb;
  storage?: DoorPorts['storage'];
  locks?: DoorPorts['locks'];
  name?: string;
}

let starts = 0;

const tracked = (db: DoorDb, { track }: VirtualTime): DoorDb => ({
  ...db,
  get: (...given) => track(db.get(...given)),
  all: (...given) => track(db.all(...given)),
  write: (...given) => track(db.write(...given)),
});

export const kitPorts = ({ time, api, dbName, skewMs = () => 0, ...options }: KitOptions): DoorPorts => {
  starts += 1;
  const start = starts;
  let nonces = 0;
  return {
    api,
    now: () => time.now() + skewMs(),
    ticks: time.now,
    later: time.later,
    random: options.random ?? (() => 0.5),
    newNonce: () => {
      nonces += 1;
      return `${options.name ?? dbName}-${start}-${String(nonces).padStart(6, '0')}`;
    },
    openDb: async () => {
      const db = tracked(await time.track(openDoorDb(dbName)), time);
      return options.wrapDb ? options.wrapDb(db) : db;
    },
    storage: options.storage,
    locks: options.locks,
    battery: () => 0.5,
    onWake: () => () => undefined,
    appVersion: '0.1.0',
  };
};
