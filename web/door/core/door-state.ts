/** What a door holds: read from the device at the start, changed by scans and by answers. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ClockOffset, makeClockOffset, offsetFor } from './clock-offset.ts';
import type { DeviceKey } from './device-key.ts';
import type { DoorListEntry, DoorSession } from './door.ts';
import { type DoorList, openDoorList } from './door-list.ts';
import { type Handed, nothingHanded } from './handover.ts';
import { type Letters, makeLetters } from './letters.ts';
import { type Link, makeLink } from './link.ts';
import { type LogBook, makeLogBook } from './log-book.ts';
import { makeOutbox, type Outbox, type SendingContext } from './outbox.ts';
import { overlayOf } from './overlay.ts';
import type { Credential, DoorPorts } from './ports.ts';
import { isSession } from './readable.ts';
import { type LogRecord, logOfOwed, type Numbered, readOwed } from './records.ts';
import type { GuardedDb } from './storage-guard.ts';

/** What pairing left on this device. */
export interface PairedAs {
  credential: Credential;
  name: string;
  /** By the server's clock. */
  pairedAt: string;
  session: DoorSession;
  device: DeviceKey;
}

export interface DoorState {
  as: PairedAs;
  ports: DoorPorts;
  db: GuardedDb;
  list: DoorList;
  logs: LogBook;
  outbox: Outbox;
  letters: Letters;
  offset: ClockOffset;
  link: Link;
  session: Signal<DoorSession>;
  cutOffAt: Signal<string | undefined>;
  /** Scans that are being written: decided, and not yet in the log. */
  writing: Signal<readonly LogRecord[]>;
  /** What files hold that were handed over. */
  handed: Signal<Handed>;
  unsent: ReadonlySignal<number>;
  givenUp: ReadonlySignal<number>;
  /** The list with what happened here laid over it. */
  entries: ReadonlySignal<ReadonlyMap<string, DoorListEntry>>;
  entryFor: (id: string | undefined) => DoorListEntry | undefined;
  serverNow: () => number;
  context: () => Omit<SendingContext, 'logOf'>;
  /** A scan's time by the server's clock, as far as it is known. */
  correctedAt: (log: Pick<LogRecord, 'scannedAt' | 'clock'>) => string;
}

const readKept = async (db: GuardedDb) => {
  const [outbox, logs, cutOffAt, offset, handed, givenUp, session, listKey] = await Promise.all([
    db.all('outbox'),
    db.all('log'),
    db.get('meta', 'cutOffAt'),
    db.get('meta', 'offset'),
    db.get('meta', 'handed'),
    db.get('meta', 'givenUp'),
    db.get('meta', 'session'),
    db.get('keys', 'list'),
  ]);
  return {
    outbox: outbox.map(({ key, value }): Numbered => ({ seq: Number(key), owed: readOwed(value, Number(key)) })),
    logs: logs.map(({ value }) => value as LogRecord),
    cutOffAt: cutOffAt as string | undefined,
    offset: offset as number | undefined,
    handed: (handed as Handed | undefined) ?? nothingHanded,
    givenUp: (givenUp as number[] | undefined) ?? [],
    session: isSession(session) ? (session as DoorSession) : undefined,
    listKey: listKey as CryptoKey | undefined,
  };
};

/** What an older app left behind gets an entry in the log, and an undo that was kept without its mark gets it back. */
const reconcile = (outbox: readonly Numbered[], logs: LogBook): void => {
  for (const record of outbox) {
    const { owed } = record;
    if (owed.kind === 'scan' && !logs.get(owed.nonce)) logs.put(logOfOwed(record));
    if (owed.kind === 'undo')
      logs.change(owed.nonce, (log) => ({ undone: { reason: String(owed.body.reason), confirmed: false }, ...log }));
  }
};

/** With the photos of scans that were given up: no scan, no photo. */
const countGivenUp = (outbox: Outbox, letters: Letters): number => {
  outbox.count.value;
  const given = outbox.all().filter(({ seq }) => outbox.givenUp.value.has(seq));
  const nonces = new Set(given.map(({ owed }) => owed.nonce));
  return given.length + letters.nonces.value.filter((nonce) => nonces.has(nonce)).length;
};

type Holdings = Pick<DoorState, 'as' | 'list' | 'logs' | 'outbox' | 'writing' | 'correctedAt'>;

const layOver = ({ as, list, logs, outbox, writing, correctedAt }: Holdings) => {
  const overlay = computed(() => {
    list.version.value;
    outbox.count.value;
    logs.shown.value;
    const owed = outbox.all().map(({ owed: record }) => ({ owed: record, log: logs.get(record.nonce) }));
    const now = writing.value.map((log) => ({ owed: { kind: 'scan' as const }, log }));
    const here = { door: as.name, at: correctedAt, base: (id: string) => list.entries()?.get(id) };
    return overlayOf([...owed, ...now], here);
  });
  const laidOver = (entry: DoorListEntry): DoorListEntry => {
    const present = overlay.value.get(entry.id);
    return present === undefined ? entry : { ...entry, present };
  };
  return {
    entryFor: (id: string | undefined): DoorListEntry | undefined => {
      const entry = id === undefined ? undefined : list.entries()?.get(id);
      return entry && laidOver(entry);
    },
    entries: computed((): ReadonlyMap<string, DoorListEntry> => {
      list.version.value;
      const laid = new Map(list.entries() ?? []);
      for (const id of overlay.value.keys()) {
        const entry = laid.get(id);
        if (entry) laid.set(id, laidOver(entry));
      }
      return laid;
    }),
  };
};

export const openDoorState = async (as: PairedAs, ports: DoorPorts, db: GuardedDb): Promise<DoorState> => {
  const kept = await readKept(db);
  const list = await openDoorList(db, kept.listKey);
  const logs = makeLogBook(kept.logs);
  reconcile(kept.outbox, logs);
  const lastSeq = Math.max(0, kept.handed.upTo, ...kept.logs.map(({ seq }) => seq));
  const outbox = makeOutbox(kept.outbox, lastSeq, kept.givenUp);
  const letters = await makeLetters({ db, logs, outbox, credential: as.credential, ports });
  const offset = makeClockOffset(ports, ports.newNonce(), kept.offset);
  const writing = signal<readonly LogRecord[]>([]);

  const serverNow = (): number => ports.now() + (offset.current() ?? 0);
  const context = (): Omit<SendingContext, 'logOf'> => ({
    clock: offset.noted(),
    notBefore: Date.parse(as.pairedAt),
    notAfter: serverNow(),
  });
  const correctedAt: DoorState['correctedAt'] = ({ scannedAt, clock }) => {
    const { clock: now, ...bounds } = context();
    const by = offsetFor({ scannedAt, noted: clock, now, ...bounds }) ?? 0;
    return new Date(Date.parse(scannedAt) + by).toISOString();
  };

  return {
    as,
    ports,
    db,
    list,
    logs,
    outbox,
    letters,
    offset,
    link: makeLink(ports, offset),
    session: signal(kept.session ?? as.session),
    cutOffAt: signal(kept.cutOffAt),
    writing,
    handed: signal(kept.handed),
    unsent: computed(() => outbox.count.value + letters.count.value),
    givenUp: computed(() => countGivenUp(outbox, letters)),
    ...layOver({ as, list, logs, outbox, writing, correctedAt }),
    serverNow,
    context,
    correctedAt,
  };
};
