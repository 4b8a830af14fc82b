/**
 * A door's credential: which door it says it is, and the secret that its device made. The door's item holds the secret's hash;
 * what was found is remembered for a short time, so that a check-in still costs one request.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { DoorCaller } from '../platform/caller.ts';
import { Problem } from '../platform/problem.ts';
import type { DoorStore } from './door-store.ts';

/** Answers the door, or throws DOOR_CREDENTIAL_INVALID / DOOR_CUT_OFF. `header` is the whole Authorization header. */
export type VerifyDoor = (header: string) => Promise<DoorCaller>;

/** A door that another process cut off may be believed for so long; every contact asks the table. */
export const rememberedSeconds = 30;
const rememberedDoors = 1000;

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

interface Credential {
  session: string;
  door: string;
  hash: string;
}

const readCredential = (header: string): Credential | undefined => {
  const [, session, door, secret] = /^Door ([a-z2-7]{10})\.([a-z2-7]{8})\.([\w-]{43})$/i.exec(header) ?? [];
  if (session === undefined || door === undefined || secret === undefined) return undefined;
  return { session: session.toLowerCase(), door: door.toLowerCase(), hash: secretHash(secret) };
};

/** Both are hashes of one length; a comparison that takes as long for every secret tells nothing of it. */
const same = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right));

export interface DoorVerification {
  verify: VerifyDoor;
  /** Asks the table again at the next call: the door was cut off. */
  forget: (session: string, door: string) => void;
}

export const makeDoorVerification = (
  deps: { stores: { doors: Pick<DoorStore, 'get'> } },
  now: () => Date,
): DoorVerification => {
  const known = new Map<string, { caller: DoorCaller; hash: string; until: number }>();
  const keep = (key: string, caller: DoorCaller, hash: string): void => {
    known.delete(key);
    const [oldest] = known.size >= rememberedDoors ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, { caller, hash, until: now().getTime() + rememberedSeconds * 1000 });
  };
  const load = async ({ session, door: id, hash }: Credential): Promise<DoorCaller> => {
    const door = await deps.stores.doors.get(session, id);
    if (!door?.secretHash || !same(door.secretHash, hash)) throw new Problem('DOOR_CREDENTIAL_INVALID');
    if (door.cutOffAt !== undefined) throw new Problem('DOOR_CUT_OFF');
    return { id, name: door.name, session };
  };
  return {
    verify: async (header) => {
      const credential = readCredential(header);
      if (!credential) throw new Problem('DOOR_CREDENTIAL_INVALID');
      const key = `${credential.session}.${credential.door}`;
      const entry = known.get(key);
      if (entry && now().getTime() < entry.until && same(entry.hash, credential.hash)) return entry.caller;
      const caller = await load(credential);
      keep(key, caller, credential.hash);
      return caller;
    },
    forget: (session, door) => void known.delete(`${session}.${door}`),
  };
};
