/** This device as a door: paired once by a code, found again after every start, forgotten when it is left. */
import { type ApiProblemCode, asApiProblem } from '../../shared/api-problem.ts';
import { base64url, type DeviceKey, makeDeviceKey } from './device-key.ts';
import type { Door } from './door.ts';
import type { DoorDb } from './door-db.ts';
import type { PairedAs } from './door-state.ts';
import { within } from './exchange.ts';
import { makeListKey } from './list-cipher.ts';
import { makeDoor } from './make-door.ts';
import type { DoorPorts } from './ports.ts';
import { readPair } from './readable.ts';
import { guardStorage } from './storage-guard.ts';

/**
 * `occupied`: another tab of this device runs the door. `unavailable`: the address is not secure (plain http on another host
 * than localhost), so that the browser keeps its keys and the camera from us, or it keeps no storage.
 */
type NoDoor = { kind: 'occupied' } | { kind: 'unavailable'; why: 'INSECURE' | 'NO_STORAGE' };
export type Loaded = NoDoor | { kind: 'none' } | { kind: 'door'; door: Door };
/** `already`: this device is a door; leave it first. `failed`: after UNREACHABLE and the like the same code may be tried again. */
export type Paired =
  | NoDoor
  | { kind: 'door'; door: Door }
  | { kind: 'already' }
  | { kind: 'failed'; code: ApiProblemCode };

/** A pairing that was begun: the same secret is sent again, so that a lost answer does not use the code up. */
interface Attempt {
  code: string;
  secret: string;
  device: DeviceKey;
}

const lockName = 'hadir-door';
const patienceMs = 15_000;
/** A page that reloads may ask before the page before it has let go. */
const lockTries = 5;
const lockPauseMs = 300;

/** The pairing code in a text: bare, or in the fragment of its address; undefined for anything else. */
export const pairingCodeIn = (text: string): string | undefined =>
  /(?:^|\/pintu\/?#)([a-z2-7]{39})$/i.exec(text.trim())?.[1]?.toUpperCase();

/** The lock's release, or undefined while another tab holds it. */
const tryLock = (locks: NonNullable<DoorPorts['locks']>): Promise<(() => void) | undefined> =>
  new Promise((resolve, reject) => {
    locks
      .request(lockName, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });

const pause = (ms: number, { later }: DoorPorts): Promise<void> =>
  new Promise((resolve) => {
    later(resolve, ms);
  });

const takeLock = async (ports: DoorPorts): Promise<(() => void) | undefined> => {
  if (!ports.locks) return () => undefined;
  for (let tries = 1; ; tries += 1) {
    const release = await tryLock(ports.locks);
    if (release || tries === lockTries) return release;
    await pause(lockPauseMs, ports);
  }
};

interface Place {
  db: DoorDb;
  release: () => void;
}

/** The device's only place for a door: the lock, and the storage behind it. */
const enter = async (ports: DoorPorts): Promise<Place | NoDoor> => {
  if (!globalThis.crypto?.subtle) return { kind: 'unavailable', why: 'INSECURE' };
  const release = await takeLock(ports);
  if (!release) return { kind: 'occupied' };
  try {
    return { db: await ports.openDb(), release };
  } catch {
    release();
    return { kind: 'unavailable', why: 'NO_STORAGE' };
  }
};

const leave = ({ db, release }: Place): void => {
  db.close();
  release();
};

const pairedAs = async (db: DoorDb): Promise<PairedAs | undefined> => {
  const paired = (await db.get('meta', 'paired')) as Omit<PairedAs, 'device'> | undefined;
  const device = (await db.get('keys', 'device')) as DeviceKey | undefined;
  return paired && device && { ...paired, device };
};

const start = async (as: PairedAs, ports: DoorPorts, { db, release }: Place): Promise<Door> =>
  makeDoor(as, ports, guardStorage(db, ports.storage), release);

/**
 * The door that this device was paired as, at work; it holds the device's only place for a door until `stop` or `leave`. Never
 * throws: a storage that opens and cannot be read is none.
 */
export const loadDoor = async (ports: DoorPorts): Promise<Loaded> => {
  const place = await enter(ports);
  if ('kind' in place) return place;
  try {
    const as = await pairedAs(place.db);
    if (as) return { kind: 'door', door: await start(as, ports, place) };
    leave(place);
    return { kind: 'none' };
  } catch {
    leave(place);
    return { kind: 'unavailable', why: 'NO_STORAGE' };
  }
};

const attemptFor = async (code: string, db: DoorDb): Promise<Attempt> => {
  const begun = (await db.get('meta', 'attempt')) as Attempt | undefined;
  if (begun?.code === code) return begun;
  const secret = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const attempt = { code, secret, device: await makeDeviceKey() };
  await db.write([{ in: 'meta', put: attempt, key: 'attempt' }], 'strict');
  return attempt;
};

const pair = async (code: string, ports: DoorPorts, { db }: Place): Promise<PairedAs> => {
  const { secret, device } = await attemptFor(code, db);
  const sent = ports.api.pair({ code, secret, publicKey: device.publicKey });
  const { door, session, receivedAt } = readPair(await within(sent, patienceMs, ports));
  const credential = { session: session.id, door: door.id, secret };
  const paired = { credential, name: door.name, pairedAt: receivedAt, session };
  await db.write(
    [
      { in: 'meta', put: paired, key: 'paired' },
      { in: 'meta', put: Date.parse(receivedAt) - ports.now(), key: 'offset' },
      { in: 'meta', remove: 'attempt' },
      { in: 'keys', put: device, key: 'device' },
      { in: 'keys', put: await makeListKey(), key: 'list' },
    ],
    'strict',
  );
  return { ...paired, device };
};

/** Pairs this device by a code or its address, and starts the door. */
export const pairDevice = async (text: string, ports: DoorPorts): Promise<Paired> => {
  const code = pairingCodeIn(text);
  if (!code) return { kind: 'failed', code: 'PAIRING_CODE_INVALID' };
  const place = await enter(ports);
  if ('kind' in place) return place;
  try {
    if (await pairedAs(place.db)) {
      leave(place);
      return { kind: 'already' };
    }
    return { kind: 'door', door: await start(await pair(code, ports, place), ports, place) };
  } catch (error) {
    leave(place);
    return { kind: 'failed', code: asApiProblem(error).code };
  }
};
