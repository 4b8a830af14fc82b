/** Counts a regency over several sessions from what recount.ts counted of each, and a province over its regencies: plain loops again. */
import type { CellCounted, Pledge, Presence, SessionCounted, UnitCounted } from './recount.ts';

export interface UnitOverPeriod {
  name: string;
  /** As of its latest session. */
  class: string;
  district: string | null;
  invited: number;
  represented: number;
  delegated: number;
  /** Of the closed sessions. */
  missed: number;
  /** How many of its latest closed sessions in a row it missed. */
  missedInARow: number;
  due: number;
  signed: number;
  best: Presence;
  /** Newest first. */
  sessions: { key: string; presence: Presence; pledge: Pledge }[];
}

export interface FiguresOverPeriod {
  expected: number;
  covered: number;
  never: number;
  inPerson: number;
  acting: number;
  delegated: number;
  pledge: { due: number; signed: number; notYet: number };
}

export interface PeriodCounted {
  figures: FiguresOverPeriod;
  classes: Record<string, FiguresOverPeriod>;
  /** `-`: in no district. */
  districts: Record<string, FiguresOverPeriod>;
  cells: { district: string | null; class: string; expected: number; covered: number; due: number; signed: number }[];
  repeated: { missed: number; delegated: number };
  amendments: { added: number; revoked: number };
  openConflicts: number;
  units: UnitOverPeriod[];
  /** Newest first. */
  sessions: SessionCounted[];
}

export interface Period {
  /** Days, `2024-06-27`, both included. */
  from?: string;
  to?: string;
  phase?: string;
}

const hours = { WIB: 7, WITA: 8, WIT: 9 };

/** The day on the wall there. */
export const dayOf = (instant: number, zone: keyof typeof hours): string =>
  new Date(instant + hours[zone] * 3_600_000).toISOString().slice(0, 10);

const inPeriod = (session: SessionCounted, zone: keyof typeof hours, { from, to, phase }: Period): boolean => {
  const day = dayOf(session.startsAt, zone);
  if (from !== undefined && day < from) return false;
  if (to !== undefined && day > to) return false;
  return phase === undefined || session.phase === phase;
};

const rank: Presence[] = ['MISSING', 'ONLINE', 'DELEGATED', 'ACTING', 'IN_PERSON'];

const addSession = (unit: UnitOverPeriod, { key, closed }: SessionCounted, { presence, pledge }: UnitCounted): void => {
  unit.invited += 1;
  if (presence === 'MISSING' && closed) unit.missed += 1;
  if (presence === 'DELEGATED') unit.delegated += 1;
  if (presence !== 'MISSING' && presence !== 'ONLINE') unit.represented += 1;
  if (pledge !== 'NOT_DUE') unit.due += 1;
  if (pledge === 'SIGNED') unit.signed += 1;
  if (rank.indexOf(presence) > rank.indexOf(unit.best)) unit.best = presence;
  // The newest come first: a row goes back to the first session that it was at, in person or not.
  const unbroken = unit.sessions.every((later) => later.presence === 'MISSING');
  if (presence === 'MISSING' && closed && unbroken) unit.missedInARow += 1;
  unit.sessions.push({ key, presence, pledge });
};

/** `sessions` newest first. */
const unitsOver = (sessions: SessionCounted[]): UnitOverPeriod[] => {
  const found = new Map<string, UnitOverPeriod>();
  for (const session of sessions) {
    for (const counted of session.units) {
      const zero = { invited: 0, represented: 0, delegated: 0, missed: 0, missedInARow: 0, due: 0, signed: 0 };
      const { name, class: unitClass, district } = counted;
      const fresh: UnitOverPeriod = { name, class: unitClass, district, ...zero, best: 'MISSING', sessions: [] };
      const unit = found.get(name) ?? fresh;
      found.set(name, unit);
      addSession(unit, session, counted);
    }
  }
  return [...found.values()];
};

export const figuresOf = (units: UnitOverPeriod[]): FiguresOverPeriod => {
  const figures = { expected: 0, covered: 0, never: 0, inPerson: 0, acting: 0, delegated: 0 };
  const pledge = { due: 0, signed: 0, notYet: 0 };
  for (const unit of units) {
    figures.expected += 1;
    if (unit.represented > 0) figures.covered += 1;
    else figures.never += 1;
    if (unit.best === 'IN_PERSON') figures.inPerson += 1;
    if (unit.best === 'ACTING') figures.acting += 1;
    if (unit.best === 'DELEGATED') figures.delegated += 1;
    if (unit.due > 0) pledge.due += 1;
    if (unit.signed > 0) pledge.signed += 1;
    if (unit.due > 0 && unit.signed === 0) pledge.notYet += 1;
  }
  return { ...figures, pledge };
};

const groupsOf = (units: UnitOverPeriod[], of: (unit: UnitOverPeriod) => string): Map<string, UnitOverPeriod[]> => {
  const groups = new Map<string, UnitOverPeriod[]>();
  for (const unit of units) {
    const group = groups.get(of(unit)) ?? [];
    group.push(unit);
    groups.set(of(unit), group);
  }
  return groups;
};

const figuresBy = (units: UnitOverPeriod[], of: (unit: UnitOverPeriod) => string) => {
  const found: Record<string, FiguresOverPeriod> = {};
  for (const [key, group] of groupsOf(units, of)) found[key] = figuresOf(group);
  return found;
};

/** A regency over a period. */
export const recountPeriod = (all: SessionCounted[], zone: keyof typeof hours, period: Period): PeriodCounted => {
  const sessions = all.filter((session) => inPeriod(session, zone, period)).sort((a, b) => b.startsAt - a.startsAt);
  const units = unitsOver(sessions);
  const amendments = { added: 0, revoked: 0 };
  const repeated = { missed: 0, delegated: 0 };
  let openConflicts = 0;
  for (const session of sessions) {
    amendments.added += session.amendments.added;
    amendments.revoked += session.amendments.revoked;
    openConflicts += session.openConflicts;
  }
  for (const unit of units) {
    if (unit.missed >= 2) repeated.missed += 1;
    if (unit.delegated >= 2) repeated.delegated += 1;
  }
  const cells: PeriodCounted['cells'] = [];
  for (const group of groupsOf(units, (unit) => `${unit.district ?? '-'} ${unit.class}`).values()) {
    const { expected, covered, pledge } = figuresOf(group);
    const [first] = group;
    if (!first) continue;
    const { district, class: unitClass } = first;
    cells.push({ district, class: unitClass, expected, covered, due: pledge.due, signed: pledge.signed });
  }
  return {
    figures: figuresOf(units),
    classes: figuresBy(units, (unit) => unit.class),
    districts: figuresBy(units, (unit) => unit.district ?? '-'),
    cells,
    repeated,
    amendments,
    openConflicts,
    units,
    sessions,
  };
};

export interface TotalsCounted {
  sessions: number;
  expected: number;
  covered: number;
  inPerson: number;
  acting: number;
  delegated: number;
  due: number;
  signed: number;
}

export const totalsOf = ({ figures, sessions }: PeriodCounted): TotalsCounted => {
  const { expected, covered, inPerson, acting, delegated, pledge } = figures;
  const { due, signed } = pledge;
  return { sessions: sessions.length, expected, covered, inPerson, acting, delegated, due, signed };
};

/** What stands under each of the names, over all of them. */
const sumsOf = <Name extends string>(
  names: readonly Name[],
  all: readonly Record<Name, number>[],
): Record<Name, number> => {
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const one of all) for (const name of names) sums[name] += one[name];
  return sums;
};

export const sumOf = (all: TotalsCounted[]): TotalsCounted =>
  sumsOf(['sessions', 'expected', 'covered', 'inPerson', 'acting', 'delegated', 'due', 'signed'], all);

/** The sums of a session's cells, whichever they are. */
export const sumCells = (cells: CellCounted[]) =>
  sumsOf(['expected', 'inPerson', 'acting', 'delegated', 'online', 'due', 'signed'], cells);
