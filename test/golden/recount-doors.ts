/**
 * Who was let in for an office and who of them counts, from the event log with plain loops and nothing of the product (a test reads the
 * imports of these files). What it rests on, beyond the ten rules:
 *
 * - A door with a signal lets in whoever comes first, and whoever comes when the first was taken back. A door without one lets in all.
 * - Where several were let in for one office: the head before a delegate, else the earliest. So it is once the disagreement is settled
 *   as proposed; until then it is whoever's scan reached the engine first.
 * - Of the corrections of a scan the last one made counts.
 * - Whoever follows by video counts as that only where nobody stands there for the office.
 * - Nothing of after the moment of closing counts as presence; what came in after it counts, and is told as late.
 */
import type { FirstArrivals, Happening, SessionOfLog, Who } from './event-log.ts';

/** Somebody who was let in. */
interface Entry {
  id: string;
  at: number;
  who: Who;
  /** When it came to the engine's knowledge. */
  known: number;
  /** At a door, and not on a list. */
  door: boolean;
}

/** What became of one invitation. */
export interface Standing {
  entry: Entry | null;
  online: boolean;
  /** People let in beside the one who counts, where nobody has settled it. */
  conflicts: number;
  late: boolean;
}

export const undoneIds = (happenings: Happening[]): Set<string> => {
  const undone = new Set<string>();
  for (const one of happenings) if (one.what === 'undone') undone.add(one.of);
  return undone;
};

/** Who it really was, by the id of the scan. */
const corrections = (happenings: Happening[]): Map<string, { at: number; who: Who }> => {
  const last = new Map<string, { at: number; who: Who }>();
  for (const one of happenings) {
    if (one.what !== 'corrected') continue;
    const before = last.get(one.of);
    if (!before || before.at < one.at) last.set(one.of, { at: one.at, who: one.who });
  }
  return last;
};

export const revokedAt = (happenings: Happening[], name: string): number => {
  for (const one of happenings) if (one.what === 'revoked' && one.of === name) return one.at;
  return Number.POSITIVE_INFINITY;
};

/** The door asks the engine before it lets anybody in. */
export const asks = ({ doors }: SessionOfLog, name: string): boolean => {
  for (const door of doors) if (door.name === name) return door.signal === 'ALWAYS';
  return false;
};

type Coming = Extract<Happening, { what: 'scanned' | 'onPaper' }>;

/** What happened at doors and on paper for one office until its invitation or the session ended, and what was taken back. */
const comingsOf = (session: SessionOfLog, name: string) => {
  const revoked = revokedAt(session.happenings, name);
  const comings: (Coming | Extract<Happening, { what: 'undone' }>)[] = [];
  for (const one of session.happenings) {
    if (one.what === 'undone') comings.push(one);
    if (one.what === 'onPaper' && one.of === name) comings.push(one);
    if (one.what === 'scanned' && one.of === name && one.at < revoked && one.at <= session.closedAt) comings.push(one);
  }
  return comings;
};

const entryOf = (coming: Coming, arrivals: FirstArrivals): Entry => {
  const { id, who, at } = coming;
  if (coming.what === 'onPaper') return { id, who, at: coming.cameAt, known: at, door: false };
  return { id, who, at, known: arrivals[id] ?? at, door: true };
};

/** Everybody who was let in for one office, whether it was taken back or not. */
const letIn = (session: SessionOfLog, name: string, arrivals: FirstArrivals): Entry[] => {
  const entries: Entry[] = [];
  /** Who has the place at the doors that ask. */
  let first: string | null = null;
  for (const one of comingsOf(session, name)) {
    if (one.what === 'undone') {
      if (one.of === first) first = null;
      continue;
    }
    const claims = one.what === 'onPaper' || asks(session, one.door);
    if (claims && first !== null) continue;
    if (claims) first = one.id;
    entries.push(entryOf(one, arrivals));
  }
  return entries;
};

const headFirst = (a: Entry, b: Entry): number => {
  const [left, right] = [Number(a.who === 'delegate'), Number(b.who === 'delegate')];
  return left === right ? a.at - b.at : left - right;
};

/** Of an office or a guest. */
export const standingOf = (session: SessionOfLog, name: string, arrivals: FirstArrivals): Standing => {
  const undone = undoneIds(session.happenings);
  const corrected = corrections(session.happenings);
  const entries: Entry[] = [];
  for (const entry of letIn(session, name, arrivals)) {
    if (!undone.has(entry.id)) entries.push({ ...entry, who: corrected.get(entry.id)?.who ?? entry.who });
  }
  const unsettled = session.unsettled.includes(name);
  entries.sort(unsettled ? (a, b) => a.known - b.known : headFirst);
  const entry = entries[0] ?? null;
  let online = false;
  let known = entry?.known ?? 0;
  for (const one of session.happenings) {
    if (one.what !== 'byVideo' || one.of !== name || entry) continue;
    online = true;
    known = one.at;
  }
  const conflicts = unsettled ? Math.max(0, entries.length - 1) : 0;
  return { entry, online, conflicts, late: (entry !== null || online) && known > session.closedAt };
};
