/** Counts one session from the event log, with plain loops; recount-doors.ts says what it rests on. */
import type { FirstArrivals, SessionOfLog, UnitOfLog, Who } from './event-log.ts';
import { asks, revokedAt, type Standing, standingOf, undoneIds } from './recount-doors.ts';

export type Presence = 'IN_PERSON' | 'ACTING' | 'DELEGATED' | 'ONLINE' | 'MISSING';
export type Pledge = 'SIGNED' | 'NOT_YET' | 'NOT_DUE';

export interface UnitCounted {
  name: string;
  class: string;
  district: string | null;
  presence: Presence;
  pledge: Pledge;
}

export interface CellCounted {
  district: string | null;
  class: string;
  expected: number;
  inPerson: number;
  acting: number;
  delegated: number;
  online: number;
  due: number;
  signed: number;
}

export interface SessionCounted {
  key: string;
  startsAt: number;
  /** Over, so that whoever is missing stayed away. */
  closed: boolean;
  phase: string | null;
  units: UnitCounted[];
  /** By district and class, in no order. */
  cells: CellCounted[];
  people: { checkedIn: number; guests: number; grouped: number };
  byDelegateOnly: number;
  symbolic: number;
  amendments: { added: number; revoked: number };
  late: number;
  openConflicts: number;
  /** Who came to a door, by the minute since 1970. */
  arrivals: Record<string, number>;
}

const presenceOf = ({ entry, online }: Standing, unit: UnitOfLog): Presence => {
  if (!entry) return online ? 'ONLINE' : 'MISSING';
  if (entry.who === 'delegate') return 'DELEGATED';
  return entry.who === 'acting' || unit.acting ? 'ACTING' : 'IN_PERSON';
};

/** Whether a delegate stands in the hall's own list for the office at this moment, so that its head does not sign at the table. */
const delegateIsThere = (session: SessionOfLog, name: string, at: number): boolean => {
  let who: Who | null = null;
  let id: string | null = null;
  for (const one of session.happenings) {
    if (one.at > at) break;
    if (one.what === 'undone' && one.of === id) [who, id] = [null, null];
    if (one.what === 'corrected' && one.of === id) who = one.who;
    if (one.what !== 'scanned' || one.of !== name || id !== null) continue;
    if (asks(session, one.door)) [who, id] = [one.who, one.id];
  }
  return who === 'delegate';
};

/** What was signed for one office, each kind once. */
const signaturesOf = (session: SessionOfLog, name: string) => {
  const found = { holder: false, delegate: false, symbolic: false };
  const end = revokedAt(session.happenings, name);
  for (const one of session.happenings) {
    if (one.what !== 'signed' || one.of !== name || one.at >= end || one.as === 'WITNESS') continue;
    if (one.by === 'holder' && one.how === 'TABLET' && delegateIsThere(session, name, one.at)) continue;
    if (one.as === 'SYMBOLIC') found.symbolic = true;
    else found[one.by] = true;
  }
  return found;
};

const cellOf = (cells: CellCounted[], { district, class: unitClass }: UnitCounted): CellCounted => {
  for (const cell of cells) if (cell.district === district && cell.class === unitClass) return cell;
  const zero = { expected: 0, inPerson: 0, acting: 0, delegated: 0, online: 0, due: 0, signed: 0 };
  const cell = { district, class: unitClass, ...zero };
  cells.push(cell);
  return cell;
};

const addUp = (units: UnitCounted[]): CellCounted[] => {
  const cells: CellCounted[] = [];
  for (const unit of units) {
    const cell = cellOf(cells, unit);
    cell.expected += 1;
    if (unit.presence === 'IN_PERSON') cell.inPerson += 1;
    if (unit.presence === 'ACTING') cell.acting += 1;
    if (unit.presence === 'DELEGATED') cell.delegated += 1;
    if (unit.presence === 'ONLINE') cell.online += 1;
    if (unit.pledge !== 'NOT_DUE') cell.due += 1;
    if (unit.pledge === 'SIGNED') cell.signed += 1;
  }
  return cells;
};

/** People without an invitation: guests who walked in, and groups without names. */
const countOthers = ({ happenings, closedAt }: SessionOfLog, arrivals: FirstArrivals) => {
  const undone = undoneIds(happenings);
  const minutes: number[] = [];
  let [late, grouped] = [0, 0];
  for (const one of happenings) {
    if (one.what === 'counted' && !undone.has(one.id)) grouped += one.people;
    if (one.what !== 'walkedIn') continue;
    minutes.push(Math.floor(one.at / 60_000));
    if ((arrivals[one.id] ?? one.at) > closedAt) late += 1;
  }
  return { late, grouped, minutes };
};

const rosterChanges = (session: SessionOfLog) => {
  const added: string[] = [];
  let revoked = 0;
  for (const one of session.happenings) {
    if (one.what === 'invited') added.push(one.of);
    if (one.what === 'revoked' && session.units.includes(one.of)) revoked += 1;
  }
  const standing = added.filter((name) => revokedAt(session.happenings, name) === Number.POSITIVE_INFINITY);
  return { added, amendments: { added: standing.length, revoked } };
};

/** Everybody of the invitation list, whether they count or not. */
const countInvited = (session: SessionOfLog, names: string[], arrivals: FirstArrivals) => {
  const minutes: number[] = [];
  let [checkedIn, guests, late, conflicts, symbolic] = [0, 0, 0, 0, 0];
  for (const name of names) {
    const standing = standingOf(session, name, arrivals);
    if (standing.entry || standing.online) {
      checkedIn += 1;
      if (session.guests.includes(name)) guests += 1;
    }
    if (standing.entry?.door) minutes.push(Math.floor(standing.entry.at / 60_000));
    if (standing.late) late += 1;
    if (signaturesOf(session, name).symbolic) symbolic += 1;
    conflicts += standing.conflicts;
  }
  return { checkedIn, guests, late, conflicts, symbolic, minutes };
};

const tally = (minutes: number[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const minute of minutes) counts[minute] = (counts[minute] ?? 0) + 1;
  return counts;
};

/** The units that count: those that were invited when it opened. */
const countUnits = (session: SessionOfLog, register: UnitOfLog[], arrivals: FirstArrivals) => {
  const units: UnitCounted[] = [];
  let byDelegateOnly = 0;
  for (const unit of register) {
    const { name, class: unitClass, district } = unit;
    if (!session.units.includes(name)) continue;
    const signed = signaturesOf(session, name);
    const due = session.pledge?.includes(unitClass) ?? false;
    const pledge = due ? (signed.holder ? 'SIGNED' : 'NOT_YET') : 'NOT_DUE';
    if (pledge === 'NOT_YET' && signed.delegate) byDelegateOnly += 1;
    const presence = presenceOf(standingOf(session, name, arrivals), unit);
    units.push({ name, class: unitClass, district, presence, pledge });
  }
  return { units, byDelegateOnly };
};

/** Counts a session; `arrivals` says when what a door kept reached the engine, and matters for nothing but what is late or unsettled. */
export const recountSession = (
  session: SessionOfLog,
  register: UnitOfLog[],
  arrivals: FirstArrivals,
): SessionCounted => {
  const { added, amendments } = rosterChanges(session);
  const invited = countInvited(session, [...session.units, ...session.guests, ...added], arrivals);
  const others = countOthers(session, arrivals);
  const { units, byDelegateOnly } = countUnits(session, register, arrivals);
  return {
    key: session.key,
    startsAt: session.startsAt,
    // A log is written once its session is over.
    closed: true,
    phase: session.phase,
    units,
    cells: addUp(units),
    people: {
      checkedIn: invited.checkedIn + others.minutes.length,
      guests: invited.guests + others.minutes.length,
      grouped: others.grouped,
    },
    byDelegateOnly,
    symbolic: invited.symbolic,
    amendments,
    late: invited.late + others.late,
    openConflicts: invited.conflicts,
    arrivals: tally([...invited.minutes, ...others.minutes]),
  };
};
