/** A door at work, made of its parts: it decides, keeps, then tells. */
import { batch, computed } from '@preact/signals';
import { startCourier } from './courier.ts';
import type { Door, LogEntry } from './door.ts';
import { type Change, storeNames } from './door-db.ts';
import { type DoorState, openDoorState, type PairedAs } from './door-state.ts';
import { makeErrands } from './errands.ts';
import { makeHandover } from './handover.ts';
import type { DoorPorts } from './ports.ts';
import type { LogRecord } from './records.ts';
import { makeScans } from './scans.ts';
import type { GuardedDb } from './storage-guard.ts';

const markSeen = ({ logs, db }: DoorState): void => {
  const seen = [...logs.all()].filter((log) => !log.seen).map((log) => ({ ...log, seen: true }));
  if (!seen.length) return;
  batch(() => {
    for (const log of seen) logs.put(log);
  });
  const changes = seen.map((log): Change => ({ in: 'log', put: log, key: log.nonce }));
  void db.write(changes).catch(() => undefined);
};

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
  const { forgetLetter, ...handover } = makeHandover(state);
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
    givenUp: state.givenUp,
    ...handover,
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
      if (!kept) return false;
      forgetLetter(nonce);
      nudge();
      return true;
    },
    markSeen: () => markSeen(state),
    wake: () => courier?.wake(),
    leave: async () => {
      if (handover.toHandOver.peek() > 0) return false;
      courier?.stop();
      const nothing = storeNames.map((store): Change => ({ in: store, clear: true }));
      await db.write(nothing, 'strict');
      stop();
      return true;
    },
    stop,
  };
};
