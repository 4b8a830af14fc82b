/** A door at work, made of its parts: it decides, keeps, then tells. */
import { batch, computed } from '@preact/signals';
import { startCourier } from './courier.ts';
import { signJws } from './device-key.ts';
import type { Door, LogEntry } from './door.ts';
import { type Change, storeNames } from './door-db.ts';
import { type DoorState, openDoorState, type PairedAs } from './door-state.ts';
import { makeErrands } from './errands.ts';
import { entryOf } from './outbox.ts';
import type { DoorPorts } from './ports.ts';
import type { LogRecord } from './records.ts';
import { makeScans } from './scans.ts';
import type { GuardedDb } from './storage-guard.ts';

export { undoWithinMs } from './scans.ts';

/** The server takes no more in one file. */
const mostInFile = 5_000;

/** Everything unsent, signed by this device, in the words of a batch. */
const exportFile = async ({ as, ports, db, outbox, logs, offset, exported, context }: DoorState): Promise<Blob> => {
  const owed = outbox.all().slice(0, mostInFile);
  const now = { ...context(), logOf: logs.get };
  const clockOffsetMs = offset.current();
  const jws = await signJws(as.device, {
    format: 'hadir-door-scans-1',
    session: as.credential.session,
    door: as.credential.door,
    exportedAt: new Date(ports.now()).toISOString(),
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
    entries: owed.map((record) => entryOf(record, now)),
  });
  exported.value = Math.max(exported.peek(), ...owed.map(({ seq }) => seq));
  await db.write([{ in: 'meta', put: exported.peek(), key: 'exported' }]).catch(() => undefined);
  return new Blob([jws], { type: 'application/jose' });
};

const markSeen = ({ logs, db }: DoorState): void => {
  const seen = [...logs.all()].filter((log) => !log.seen).map((log) => ({ ...log, seen: true }));
  if (!seen.length) return;
  batch(() => {
    for (const log of seen) logs.put(log);
  });
  const changes = seen.map((log): Change => ({ in: 'log', put: log, key: log.nonce }));
  void db.write(changes).catch(() => undefined);
};

/** Everything is on the server, or, once the door is cut off, in a file that was made since. */
const mayLeave = ({ unsent, cutOffAt, outbox, exported }: DoorState): boolean =>
  unsent.peek() === 0 || (cutOffAt.peek() !== undefined && outbox.all().every(({ seq }) => seq <= exported.peek()));

const countsOf = ({ list, entries }: DoorState) => {
  if (list.state.value.status !== 'ready') return undefined;
  const invited = [...entries.value.values()].filter(({ revoked, walkIn }) => !revoked && !walkIn);
  // Who follows by video is not in the hall.
  const present = invited.filter((entry) => entry.present && entry.present.mode !== 'ONLINE');
  return { present: present.length, invited: invited.length };
};

/** Starts the door on what the device keeps; `release` gives the device's only place for a door back. */
export const makeDoor = async (as: PairedAs, ports: DoorPorts, db: GuardedDb, release: () => void): Promise<Door> => {
  const state = await openDoorState(as, ports, db);
  const { cutOffAt, logs, letters } = state;
  const errands = makeErrands(state);
  errands.tidy();
  const courier = cutOffAt.peek() === undefined ? startCourier(ports, state.link, errands) : undefined;
  const nudge = (): void => courier?.nudge();

  const shown = (log: LogRecord): LogEntry => {
    const { seq: _, scannedAt: __, clock: ___, invitation, ...rest } = log;
    // A forged code names whom it likes; nobody of that name stands there.
    const forged = log.verdict.kind === 'REFUSED' && log.verdict.reason === 'UNKNOWN';
    return { ...rest, at: state.correctedAt(log), entry: forged ? undefined : state.entryFor(invitation) };
  };
  const stop = (): void => {
    courier?.stop();
    db.close();
    release();
  };

  return {
    id: as.credential.door,
    name: as.name,
    session: state.session,
    list: state.list.state,
    entries: state.entries,
    counts: computed(() => countsOf(state)),
    unsent: state.unsent,
    link: state.link.state,
    storage: db.state,
    cutOffAt,
    log: computed(() => {
      state.entries.value;
      return logs.shown.value.map(shown);
    }),
    ...makeScans(state, nudge),
    attachLetter: async (nonce, jpeg) => {
      const kept = cutOffAt.peek() === undefined && (await letters.attach(nonce, jpeg));
      if (kept) nudge();
      return kept;
    },
    markSeen: () => markSeen(state),
    exportFile: () => exportFile(state),
    wake: () => courier?.wake(),
    leave: async () => {
      if (!mayLeave(state)) return false;
      courier?.stop();
      const nothing = storeNames.map((store): Change => ({ in: store, clear: true }));
      await db.write(nothing, 'strict');
      stop();
      return true;
    },
    stop,
  };
};
