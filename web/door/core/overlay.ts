/** What happened at this door and the server does not have yet, laid over the list: who counts as present here. */
import type { DoorListEntry } from './door.ts';
import { inHall } from './in-hall.ts';
import type { LogRecord, Numbered } from './records.ts';

type Present = DoorListEntry['present'];
export type Overlay = ReadonlyMap<string, Present>;

interface Here {
  /** The door's name. */
  door: string;
  /** The scan's time, corrected. */
  at: (log: LogRecord) => string;
  base: (id: string) => DoorListEntry | undefined;
}

const presentBy = (log: LogRecord, { door, at, base }: Here): Present => {
  const { who, delegate } = log.input;
  const listed = base(log.invitation ?? '');
  const acting = listed?.acting ?? 'DEFINITIVE';
  const came = who === 'roster' ? (acting === 'DEFINITIVE' ? 'holder' : 'acting') : who;
  // Nothing typed: whom the list names.
  const delegateName = (delegate ?? listed?.delegated)?.name;
  return {
    at: at(log),
    door,
    mode: 'IN_PERSON',
    who: came,
    ...(came === 'delegate' && delegateName && { delegateName }),
  };
};

/** `logs`: of what is owed, in its order, with scans that are being written at the end. */
export const overlayOf = (
  owed: readonly { owed: Pick<Numbered['owed'], 'kind'>; log: LogRecord | undefined }[],
  here: Here,
): Overlay => {
  const overlay = new Map<string, Present>();
  for (const { owed: record, log } of owed) {
    const id = log?.invitation;
    if (!log || id === undefined || log.verdict.kind !== 'ADMITTED') continue;
    // After an undo here the list may still say "present": what was laid over it last counts.
    const there = overlay.has(id) ? overlay.get(id) : here.base(id)?.present;
    if (record.kind === 'undo' || log.undone) overlay.set(id, null);
    else if (record.kind === 'correction' || !inHall({ present: there ?? null })) overlay.set(id, presentBy(log, here));
  }
  return overlay;
};
