/** Doors in the table, and the photos of letters that they take. */
import { createHash } from 'node:crypto';
import { doorKey, letterKey, sessionPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { Door } from './door-schema.ts';

/** What a device brings to be paired. */
export interface Device {
  secretHash: string;
  publicKey: NonNullable<Door['publicKey']>;
}

export interface DoorStore {
  /** `exists` with what stands there: the same create again, or another with the same key. */
  create(door: Door): Promise<{ result: 'created' | 'exists'; door: Door }>;
  get(session: string, id: string): Promise<Door | undefined>;
  /** In the order of ids. */
  page(session: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Door>>;
  /** All of them, in the order of ids. */
  all(session: string, options?: { consistent?: boolean }): Promise<Door[]>;
  /**
   * Makes a device the door's, if no other one is, its code is still good and it was not cut off. The device that is it already
   * may ask again. Undefined otherwise.
   */
  pair(session: string, id: string, device: Device, now: string): Promise<Door | undefined>;
  /** Keeps what the device says of itself; undefined when there is no such door or it was cut off. */
  contact(session: string, id: string, contact: NonNullable<Door['contact']>): Promise<Door | undefined>;
  /** A file made at this moment told what is left unsent; nothing changes when the door was in contact after it. */
  leaveUnsent(session: string, id: string, unsent: number, exportedAt: string): Promise<void>;
  /** The door after; undefined when there is none. Repeating it changes nothing. */
  cutOff(session: string, id: string, at: string): Promise<Door | undefined>;
  /** Keeps a photo under the nonce of its scan, in place of one that came at most a quarter of an hour before it; whether it stands. */
  putLetter(session: string, nonce: string, jpeg: Uint8Array, at: string): Promise<boolean>;
  getLetter(session: string, nonce: string): Promise<Uint8Array | undefined>;
}

const parse = (item: unknown): Door => Door.parse(item);
/** As long as a door may correct who came: a photo may be blurred. After that it is evidence. */
const replaceWithinMs = 15 * 60_000;

const absent = { expression: 'attribute_not_exists(pk)' };

export const makeDoorStore = (table: Table): DoorStore => {
  const get: DoorStore['get'] = async (session, id) => {
    // Strongly: a door that was paired or cut off a moment ago must be known as such.
    const item = await table.get(doorKey(session, id), { consistent: true });
    return item && parse(item);
  };
  const getLetter: DoorStore['getLetter'] = async (session, nonce) => {
    const item = await table.get(letterKey(session, nonce), { consistent: true });
    // Without the photo: it was erased.
    return item?.jpeg === undefined ? undefined : Uint8Array.from(item.jpeg as Uint8Array);
  };
  return {
    create: async (door) => {
      if (await table.put({ ...doorKey(door.session, door.id), ...door }, absent)) return { result: 'created', door };
      const there = await get(door.session, door.id);
      if (!there) throw new Error('a door that stood in the way is gone');
      return { result: 'exists', door: there };
    },
    get,
    page: async (session, page) => {
      const { items, next } = await table.queryPage({ pk: sessionPartition(session), prefix: 'DOOR#' }, page);
      return { items: items.map(parse), next };
    },
    all: async (session, { consistent = false } = {}) =>
      (await table.queryAll({ pk: sessionPartition(session), prefix: 'DOOR#', consistent })).map(parse),

    pair: async (session, id, { secretHash, publicKey }, now) => {
      // Two phones that scan the code at the same instant: the condition lets one of them in, and that one again.
      const paired = await table.update(doorKey(session, id), {
        expression: 'SET secretHash = :secretHash, publicKey = :publicKey, pairedAt = if_not_exists(pairedAt, :now)',
        condition:
          'attribute_exists(pk) AND attribute_not_exists(cutOffAt) AND ((attribute_not_exists(secretHash) AND pairingExpiresAt > :now) OR (secretHash = :secretHash AND publicKey.x = :x AND publicKey.y = :y))',
        values: {
          ':secretHash': secretHash,
          ':publicKey': publicKey,
          // By its parts: the embedded engine does not find two maps equal.
          ':x': publicKey.x,
          ':y': publicKey.y,
          ':now': now,
        },
        returns: 'ALL_NEW',
      });
      return paired && parse(paired);
    },

    contact: async (session, id, contact) => {
      const after = await table.update(doorKey(session, id), {
        expression: 'SET contact = :contact',
        condition: 'attribute_exists(secretHash) AND attribute_not_exists(cutOffAt)',
        values: { ':contact': contact },
        returns: 'ALL_NEW',
      });
      return after && parse(after);
    },

    leaveUnsent: async (session, id, unsent, exportedAt) => {
      await table.update(doorKey(session, id), {
        expression: 'SET contact.unsent = :unsent',
        condition: 'attribute_exists(contact) AND contact.#at <= :exportedAt',
        names: { '#at': 'at' },
        values: { ':unsent': unsent, ':exportedAt': exportedAt },
        returns: 'ALL_NEW',
      });
    },

    cutOff: async (session, id, at) => {
      const after = await table.update(doorKey(session, id), {
        // Its key stays: it proves what the device hands over later.
        expression: 'SET cutOffAt = if_not_exists(cutOffAt, :at)',
        condition: 'attribute_exists(pk)',
        values: { ':at': at },
        returns: 'ALL_NEW',
      });
      return after && parse(after);
    },

    putLetter: async (session, nonce, jpeg, at) => {
      const since = new Date(Date.parse(at) - replaceWithinMs).toISOString();
      const hash = createHash('sha256').update(jpeg).digest('base64url');
      const put = await table.put(
        { ...letterKey(session, nonce), jpeg, hash, at },
        {
          expression: 'attribute_not_exists(pk) OR (#at >= :since AND #hash <> :hash)',
          names: { '#at': 'at', '#hash': 'hash' },
          values: { ':since': since, ':hash': hash },
        },
      );
      // What stands there may be this very photo, put once already.
      return put || Buffer.compare(jpeg, (await getLetter(session, nonce)) ?? new Uint8Array()) === 0;
    },
    getLetter,
  };
};
