/** A scan at this door: decided, written, shown; taken back or corrected while it is this door's to do. */
import { batch } from '@preact/signals';
import { hashOfToken, readCode } from './code.ts';
import { type Asked, decide } from './decide.ts';
import type { Attendance, Door, DoorListEntry, ScanInput, Verdict } from './door.ts';
import type { DoorState } from './door-state.ts';
import {
  correctionRecord,
  invitationIn,
  type LogRecord,
  type Made,
  type Numbered,
  type Owed,
  scanRecord,
  undoRecord,
} from './records.ts';

/** The state is heard of so lately that a "not open yet" stands. */
const freshMs = 30_000;
/** A door's own scans may be taken back at the door this long; after that it is the organiser's to do. */
const undoWithinMs = 15 * 60_000;

const askedBy = async ({ target }: ScanInput): Promise<Asked> => {
  if ('invitation' in target) return { kind: 'invitation', id: target.invitation };
  if (!('code' in target)) return { kind: 'uninvited' };
  const content = readCode(target.code);
  return { kind: 'code', content, hash: content ? await hashOfToken(content.token) : '' };
};

/** A delegate's code brings the delegate. Who that is stays in the list: records here name nobody from it. */
const isDelegates = (asked: Asked, entry: DoorListEntry | undefined): boolean =>
  asked.kind === 'code' && entry?.delegated !== undefined && entry.hashes.includes(asked.hash);

const whoCame = (input: ScanInput, entry: DoorListEntry | undefined): Attendance => {
  if (input.who !== 'roster') return input.who;
  return (entry?.acting ?? 'DEFINITIVE') === 'DEFINITIVE' ? 'holder' : 'acting';
};

/** The very same code, or the same name picked: nothing that merely claims to be of the same invitation. */
const sameTarget = (a: ScanInput['target'], b: ScanInput['target']): boolean => {
  if ('invitation' in a) return 'invitation' in b && a.invitation === b.invitation;
  if (!('code' in a && 'code' in b)) return false;
  const token = readCode(a.code)?.token;
  return token !== undefined && token === readCode(b.code)?.token;
};

const isGroup = ({ input }: LogRecord): boolean => 'group' in input.target;

type Scans = Pick<Door, 'take' | 'undo' | 'correct' | 'isRecent' | 'mayChange'>;

/** `nudge`: something new is to be sent. */
export const makeScans = (state: DoorState, nudge: () => void): Scans => {
  const { ports, db, list, logs, outbox, offset, link, session, cutOffAt, writing } = state;

  const decided = (asked: Asked, entry: DoorListEntry | undefined): Verdict => {
    const entries = list.entries() && new Map(entry ? [[entry.id, entry]] : []);
    return decide(asked, { session: session.peek(), fresh: link.silentMs() <= freshMs, entries });
  };

  /** The first scan of the same here, as far as it stands: known without any list. */
  const firstHere = (target: ScanInput['target']): Verdict | undefined => {
    for (const log of [...logs.all(), ...writing.peek()]) {
      if (log.undone || !sameTarget(target, log.input.target)) continue;
      if (log.verdict.kind === 'ALREADY') return log.verdict;
      if (log.verdict.kind === 'ADMITTED' || log.verdict.kind === 'UNDECIDED')
        return { kind: 'ALREADY', first: { at: state.correctedAt(log), door: state.as.name } };
    }
    return undefined;
  };

  const judge = (asked: Asked, entry: DoorListEntry | undefined, { target }: ScanInput): Verdict => {
    if (cutOffAt.peek() !== undefined) return { kind: 'REFUSED', reason: 'DOOR_CUT_OFF' };
    const verdict = decided(asked, entry);
    return verdict.kind === 'UNDECIDED' ? (firstHere(target) ?? verdict) : verdict;
  };

  const save = async (numbered: Numbered, log: LogRecord): Promise<boolean> => {
    try {
      await db.write(
        [
          { in: 'outbox', put: numbered.owed, key: numbered.seq },
          { in: 'log', put: log, key: log.nonce },
        ],
        'strict',
      );
      return true;
    } catch {
      return false;
    }
  };

  /** Writes the scan, then shows it; a storage that refuses makes it a scan that does not exist. */
  const keep = async (log: LogRecord, numbered: Numbered): Promise<void> => {
    // From now on the same code is ALREADY here, whoever scans it while this is written.
    writing.value = [...writing.peek(), log];
    const saved = await save(numbered, log);
    batch(() => {
      writing.value = writing.peek().filter(({ nonce }) => nonce !== log.nonce);
      if (saved) outbox.add(numbered);
      const lost = { verdict: { kind: 'NOT_SAVED' }, state: 'overruled', before: log.verdict, seen: true } as const;
      logs.put(saved ? log : { ...log, ...lost });
    });
  };

  const take: Scans['take'] = async (given) => {
    const nonce = ports.newNonce();
    const scannedAt = new Date(ports.now()).toISOString();
    const clock = offset.noted();
    const asked = await askedBy(given);
    const invitation = invitationIn(given);
    const entry = state.entryFor(invitation);
    const input: ScanInput =
      given.who === 'roster' && isDelegates(asked, entry) ? { ...given, who: 'delegate' } : given;
    const verdict = judge(asked, entry, input);
    const seq = outbox.nextSeq();
    const named =
      input.who === 'delegate' && input.delegate === undefined && entry?.delegated ? entry.version : undefined;
    const ids = { nonce, seq, ...(invitation && { invitation }), ...(named && { delegation: named }) };
    const log: LogRecord = { ...ids, scannedAt, clock, input, verdict, state: 'saved', seen: false };
    if (cutOffAt.peek() !== undefined) {
      // Shown and not kept: this device is no door any more.
      logs.put({ ...log, state: 'confirmed' });
      return nonce;
    }
    await keep(log, { seq, owed: scanRecord({ ...log, clock }, whoCame(input, entry)) });
    nudge();
    return nonce;
  };

  const made = (): Made => ({
    nonce: ports.newNonce(),
    madeAt: new Date(ports.now()).toISOString(),
    clock: offset.noted(),
  });

  /** A change of a scan: in the log at once, and back as it was if it cannot be kept. */
  const amend = async (before: LogRecord, after: LogRecord, owed: Owed): Promise<boolean> => {
    logs.put(after);
    const numbered = { seq: outbox.nextSeq(), owed };
    if (!(await save(numbered, after))) {
      logs.put(before);
      return false;
    }
    outbox.add(numbered);
    nudge();
    return true;
  };

  const isRecent = (log: LogRecord | undefined): log is LogRecord =>
    log !== undefined &&
    cutOffAt.peek() === undefined &&
    state.serverNow() - Date.parse(state.correctedAt(log)) <= undoWithinMs;

  const mayChange = (log: LogRecord | undefined): log is LogRecord =>
    isRecent(log) && ['ADMITTED', 'UNDECIDED'].includes(log.verdict.kind) && log.undone === undefined;

  return {
    take,
    isRecent: (nonce) => isRecent(logs.get(nonce)),
    mayChange: (nonce) => mayChange(logs.get(nonce)),
    undo: async (nonce, reason) => {
      const log = logs.get(nonce);
      if (!mayChange(log)) return false;
      const after = { ...log, undone: { reason, confirmed: false } };
      return amend(log, after, undoRecord(nonce, reason, made(), isGroup(log) ? 'uncount' : 'undo'));
    },
    correct: async (nonce, who, delegate) => {
      const log = logs.get(nonce);
      // Of a group nobody knows who came.
      if (!mayChange(log) || isGroup(log)) return;
      const input = { target: log.input.target, who, ...(who === 'delegate' && delegate && { delegate }) };
      const after = { ...log, input, corrected: { confirmed: false } };
      await amend(log, after, correctionRecord(nonce, who, delegate, made()));
    },
  };
};
